//! What must hold under the protocols with terms, with any losses, repeats, reorderings, kills,
//! restarts, cuts and nominations, from starts that obey log matching. (A person's hand on a disk may
//! break all of it, and is left out.) A failure prints a script that can be pasted into the page.
//!
//! `PROPTEST_CASES=1000000 cargo test --release --test walking_back` is for the patient.

#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use proptest::sample::{Index as Choice, select};

use catchup::event::Event;
use catchup::log::{Entry, Index, Log};
use catchup::run::{Applied, Run};
use catchup::simulation::Simulation;

const NAMES: [&str; 5] = ["every", "tom", "dick", "and", "harry"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    /// The four safety properties, after every action.
    #[test]
    fn logs_match_and_nothing_that_agrees_is_removed(start in start(), lines in prop::collection::vec(line(), 0..150)) {
        let mut run = Run::new(&start).expect("a start can be read");
        check_log_matching(&run)?;
        for line in lines {
            let before = run.now().clone();
            let moment = run.cursor();
            let _ = run.apply(&line);
            check_terms_never_fall(&before, &run)?;
            check_log_matching(&run)?;
            check_one_leader_a_term(&run)?;
            check_match_indexes(&run)?;
            let mut now = before;
            for moment in moment + 1..=run.cursor() {
                check_removals(&now, &run, moment)?;
                let action = run.actions().nth(moment - 1).expect("a moment's action");
                now.apply(action).expect("a recorded action can be done");
            }
        }
    }

    /// However it was before: when all are up and links are healed, a fresh nomination, resend and
    /// settle make the leader's log a prefix of every log, and after one more write every log equals it.
    #[test]
    fn a_fresh_leader_brings_everybody_into_line(
        start in start(),
        lines in prop::collection::vec(line(), 0..100),
        leader in any::<Choice>(),
        late in 0..30_usize,
    ) {
        let mut run = Run::new(&start).expect("a start can be read");
        for line in lines {
            let _ = run.apply(&line);
        }
        let names: Vec<String> = run.now().registry.names().iter().map(ToString::to_string).collect();
        for one in &names {
            let _ = run.apply(&format!("restart {one}"));
            for other in &names {
                let _ = run.apply(&format!("heal {one} {other}"));
            }
        }
        // Some of what is in the air is delivered late, between the nomination and the rest.
        let leader = leader.get(&names);
        must(&mut run, &format!("client {leader} youre_the_leader"));
        let nomination = run.now().mail().in_flight().last().map(|envelope| envelope.id);
        must(&mut run, &format!("deliver {}", nomination.expect("a nomination is in flight")));
        for _ in 0..late {
            let _ = run.apply("step");
        }
        must(&mut run, &format!("prompt {leader} resend"));
        must(&mut run, "settle");
        let log = log_of(run.now(), leader);
        for server in &run.now().cluster.servers {
            let prefix = log.common_prefix(&server.disk.log);
            prop_assert_eq!(prefix, log.last_index(), "{:?}", run);
        }
        must(&mut run, &format!("client {leader} set z 9"));
        must(&mut run, "settle");
        must(&mut run, &format!("prompt {leader} resend"));
        must(&mut run, "settle");
        let log = log_of(run.now(), leader);
        for server in &run.now().cluster.servers {
            prop_assert!(log.entries().eq(server.disk.log.entries()), "{run:?}");
            let store = server.store().expect("all are up");
            prop_assert_eq!(store.get("z").map(|value| &**value), Some("9"));
        }
    }
}

/// At least 10,000 random runs in the suite.
fn cases() -> u32 {
    let asked = std::env::var("PROPTEST_CASES").ok();
    asked.and_then(|cases| cases.parse().ok()).unwrap_or(10_000)
}

/// A start that obeys log matching: in each term one server that led wrote some entries, and others
/// took over a prefix of its log.
fn start() -> impl Strategy<Value = String> {
    let reign = (
        any::<Choice>(),
        0..4_usize,
        prop::collection::vec(prop::option::of(any::<Choice>()), 5),
    );
    let protocol = select(&["walk_back", "walk_back_with_hints"][..]);
    (protocol, 2..=5_usize, prop::collection::vec(reign, 0..6)).prop_map(
        |(protocol, count, reigns)| {
            let mut logs: Vec<Vec<String>> = vec![Vec::new(); count];
            for (term, (leader, writes, takers)) in (1..).zip(reigns) {
                let leader = leader.index(count);
                for write in 0..writes {
                    logs[leader].push(format!("{term} set k{write} t{term}"));
                }
                for (taker, part) in takers.iter().take(count).enumerate() {
                    if let Some(part) = part {
                        let length = part.index(logs[leader].len() + 1);
                        logs[taker] = logs[leader][..length].to_vec();
                    }
                }
            }
            let mut text = format!(
                "protocol {protocol}\nservers {}\n",
                NAMES[..count].join(" ")
            );
            for (name, log) in NAMES.iter().zip(logs) {
                for entry in log {
                    text += &format!("disk {name} {entry}\n");
                }
            }
            text
        },
    )
}

fn line() -> impl Strategy<Value = String> {
    let name = || select(&NAMES[..]);
    let id = 1..60_u32;
    prop_oneof![
        14 => Just("step".to_string()),
        8 => id.clone().prop_map(|id| format!("deliver {id}")),
        4 => (name(), "[a-c]", 0..10_u32).prop_map(|(name, key, value)| format!("client {name} set {key} {value}")),
        4 => name().prop_map(|name| format!("client {name} youre_the_leader")),
        2 => id.clone().prop_map(|id| format!("drop {id}")),
        4 => id.prop_map(|id| format!("duplicate {id}")),
        1 => name().prop_map(|name| format!("kill {name}")),
        2 => name().prop_map(|name| format!("restart {name}")),
        1 => (name(), name()).prop_map(|(one, other)| format!("cut {one} {other}")),
        2 => (name(), name()).prop_map(|(one, other)| format!("heal {one} {other}")),
        3 => name().prop_map(|name| format!("prompt {name} resend")),
        1 => Just("start bob".to_string()),
        1 => Just("settle".to_string()),
    ]
}

fn must(run: &mut Run, line: &str) {
    let applied = run.apply(line);
    assert!(
        matches!(applied, Ok(Applied::Done { .. })),
        "{line}: {applied:?} {run:?}"
    );
}

fn log_of(simulation: &Simulation, name: &str) -> Log {
    let mut named = simulation
        .registry
        .names()
        .iter()
        .zip(&simulation.cluster.servers);
    let found = named.find(|(known, _)| known.as_ref() == name);
    found.expect("a registered server").1.disk.log.clone()
}

/// Two logs with the same term at an index are the same up to it.
fn check_log_matching(run: &Run) -> Result<(), TestCaseError> {
    let servers = &run.now().cluster.servers;
    for (position, one) in servers.iter().enumerate() {
        for other in &servers[position + 1..] {
            let (ours, theirs) = (&one.disk.log, &other.disk.log);
            let shorter = ours.last_index().min(theirs.last_index());
            let same_term = |index: &Index| term_at(ours, *index) == term_at(theirs, *index);
            let highest = (1..=shorter).rev().find(same_term).unwrap_or(0);
            prop_assert!(
                ours.common_prefix(theirs) >= highest,
                "index {highest} {run:?}"
            );
        }
    }
    Ok(())
}

fn term_at(log: &Log, index: Index) -> Option<u32> {
    log.get(index).map(|entry: &Entry| entry.term)
}

fn check_terms_never_fall(before: &Simulation, run: &Run) -> Result<(), TestCaseError> {
    for (old, new) in before
        .cluster
        .servers
        .iter()
        .zip(&run.now().cluster.servers)
    {
        prop_assert!(old.disk.term() <= new.disk.term(), "{run:?}");
        let highest = new
            .disk
            .log
            .entries()
            .map(|entry| entry.term)
            .max()
            .unwrap_or(0);
        prop_assert!(
            highest <= new.disk.term(),
            "an entry from beyond the server's term {run:?}"
        );
    }
    Ok(())
}

fn check_one_leader_a_term(run: &Run) -> Result<(), TestCaseError> {
    let servers = run
        .now()
        .cluster
        .servers
        .iter()
        .filter(|server| server.is_leader());
    let mut terms: Vec<u32> = servers.map(|server| server.disk.term()).collect();
    terms.sort_unstable();
    prop_assert!(terms.windows(2).all(|pair| pair[0] != pair[1]), "{run:?}");
    Ok(())
}

/// What a leader believes to match does match, as long as nobody has a later term than the leader.
fn check_match_indexes(run: &Run) -> Result<(), TestCaseError> {
    let simulation = run.now();
    for (id, server) in simulation.numbered_servers() {
        for progress in server.progress(simulation.cluster.seat(id)) {
            let follower = simulation.server(progress.peer);
            prop_assert!(progress.next_index > progress.match_index, "{run:?}");
            prop_assert!(
                progress.next_index <= server.disk.log.last_index() + 1,
                "{run:?}"
            );
            if follower.disk.term() == server.disk.term() {
                let same = server.disk.log.common_prefix(&follower.disk.log);
                prop_assert!(same >= progress.match_index, "{run:?}");
            }
        }
    }
    Ok(())
}

/// An entry that agrees with the sender's is never removed: what goes is all that the log held from the
/// first entry on that differs in term from what the message has at its index.
fn check_removals(before: &Simulation, run: &Run, moment: usize) -> Result<(), TestCaseError> {
    let events = run.events(moment);
    for event in events {
        let Event::Truncated {
            server,
            keep,
            removed,
            ..
        } = event
        else {
            continue;
        };
        let Some(Event::Delivered { envelope, .. }) = events.first() else {
            return Err(TestCaseError::fail(format!(
                "removed without a message {run:?}"
            )));
        };
        let log = &before.server(*server).disk.log;
        prop_assert_eq!(&*removed.entries, &log.entries_after(*keep), "{:?}", run);
        let sent: Vec<(Index, u32)> = match envelope.letter.section() {
            Some(section) => section
                .indexed()
                .map(|(index, entry)| (index, entry.term))
                .collect(),
            None => Vec::new(),
        };
        let conflicts = |&&(index, term): &&(Index, u32)| term_at(log, index) != Some(term);
        let first = sent.iter().find(conflicts).map(|(index, _)| *index);
        prop_assert_eq!(first, Some(keep + 1), "{:?}", run);
    }
    Ok(())
}
