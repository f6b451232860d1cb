//! The search against the model checker stateright, on a model of the article's protocol that was written for it: as many different
//! states, and the same length of the shortest run that breaks something.

#![cfg(not(target_arch = "wasm32"))]

mod stateright_model;

use catchup::run::Run;
use catchup::search::{Bound, Bounds, Method, Outcome, Progress, Search, promises};
use stateright::{Checker, Model};
use stateright_model::AskLength;

const NAMES: [&str; 4] = ["every", "tom", "dick", "and"];

/// The same in Catchup.
fn search(model: &AskLength) -> Progress {
    let names = NAMES[..model.disks.len()].join(" ");
    let mut text = format!("protocol ask_length\nservers {names}\n");
    for (name, disk) in NAMES.iter().zip(&model.disks) {
        for entry in disk {
            text += &format!("disk {name} 0 set d {entry}\n");
        }
    }
    let run = Run::new(&text).expect("a text");
    let mut bounds = Bounds::default();
    bounds.set(Bound::Writes, model.writes);
    bounds.set(Bound::Timeouts, model.nominations);
    bounds.set(Bound::Kills, model.kills);
    bounds.set(Bound::Duplicates, model.duplicates);
    // More than there can be: so each step leads to a state of its own, as in the model.
    bounds.in_flight = Some(1000);
    let checked = promises(run.now());
    let mut search = Search::new(run.now(), &checked, bounds, Method::Reduced, 1 << 30);
    while search.progress().outcome.is_none() {
        search.advance(10_000);
    }
    search.progress()
}

#[test]
fn as_many_states_where_nothing_breaks() {
    let entries = |lengths: [u8; 3]| lengths.map(|length| (100..100 + length).collect()).to_vec();
    let models = [
        AskLength {
            disks: entries([0, 0, 0]),
            writes: 0,
            nominations: 1,
            kills: 1,
            duplicates: 0,
        },
        AskLength {
            disks: entries([2, 0, 1]),
            writes: 0,
            nominations: 1,
            kills: 0,
            duplicates: 0,
        },
        AskLength {
            disks: entries([1, 1, 1]),
            writes: 0,
            nominations: 2,
            kills: 0,
            duplicates: 1,
        },
        AskLength {
            disks: entries([0, 0, 0]),
            writes: 1,
            nominations: 1,
            kills: 0,
            duplicates: 0,
        },
    ];
    for model in models {
        let progress = search(&model);
        assert_eq!(
            progress.outcome,
            Some(Outcome::Holds {
                is_everything: true
            }),
            "{model:?}"
        );
        let checker = model.clone().checker().spawn_bfs().join();
        assert!(
            checker
                .discovery("logs agree and nothing is repeated")
                .is_none(),
            "{model:?}"
        );
        assert_eq!(progress.states, checker.unique_state_count(), "{model:?}");
    }
}

#[test]
fn the_shortest_run_is_as_short() {
    let empty = vec![Vec::new(); 3];
    let models = [
        AskLength {
            disks: empty.clone(),
            writes: 2,
            nominations: 0,
            kills: 0,
            duplicates: 0,
        },
        AskLength {
            disks: empty.clone(),
            writes: 1,
            nominations: 2,
            kills: 0,
            duplicates: 0,
        },
        AskLength {
            disks: vec![vec![100], Vec::new()],
            writes: 0,
            nominations: 1,
            kills: 0,
            duplicates: 1,
        },
        AskLength {
            disks: vec![vec![100], Vec::new(), Vec::new()],
            writes: 0,
            nominations: 2,
            kills: 1,
            duplicates: 0,
        },
    ];
    for model in models {
        let progress = search(&model);
        let Some(Outcome::Broken(found)) = progress.outcome else {
            panic!("nothing is found in {model:?}");
        };
        let checker = model.clone().checker().spawn_bfs().join();
        let path = checker.discovery("logs agree and nothing is repeated");
        let path = path.expect("a run that breaks it").into_actions();
        assert_eq!(found.actions.len(), path.len(), "{model:?}");
    }
}
