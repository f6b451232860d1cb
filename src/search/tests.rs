//! What sleeps is found anyway: a search that does all in every state finds the same.

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::catalog::ProtocolName;
use crate::run::Run;

use super::group::WayId;
use super::sleep::SleepSet;
use super::successor::{Key, Successor};
use super::{Bound, Bounds, Cost, Engine, Id, Method, Outcome, Search, promises};

/// Heads, and bounds; the last runs are broken.
const CASES: &[(&str, &[(Bound, u8)])] = &[
    (
        "protocol raft\nservers every tom dick\n",
        &[(Bound::Timeouts, 2)],
    ),
    (
        "protocol raft\nservers every tom dick\n",
        &[(Bound::Timeouts, 1), (Bound::Kills, 1), (Bound::Writes, 1)],
    ),
    (
        "protocol raft\nservers every tom dick\nvoters every tom\n",
        &[(Bound::Timeouts, 1), (Bound::Changes, 1), (Bound::Reads, 1)],
    ),
    (
        "protocol raft\nservers every tom dick and\n",
        &[(Bound::Timeouts, 1), (Bound::Duplicates, 1)],
    ),
    (
        "protocol walk_back\nservers every tom dick\ndisk every 1 set b 1\n",
        &[(Bound::Writes, 1), (Bound::Timeouts, 1), (Bound::Kills, 1)],
    ),
    (
        "protocol walk_back_with_hints\nservers every tom\n",
        &[
            (Bound::Timeouts, 2),
            (Bound::Writes, 1),
            (Bound::Heartbeats, 1),
        ],
    ),
    (
        "protocol ask_length\nservers every tom dick and\ndisk every 0 set b 1\n",
        &[(Bound::Timeouts, 1), (Bound::Kills, 2)],
    ),
    (
        "protocol ask_length\nservers every tom dick\n",
        &[(Bound::Writes, 1), (Bound::Timeouts, 2)],
    ),
    (
        "protocol walk_back\nwithout cut_only_conflicts\nservers every tom\ndisk every 1 set a 7\n",
        &[(Bound::Timeouts, 2), (Bound::Writes, 2)],
    ),
    (
        "protocol walk_back\nwithout cut_only_conflicts\nservers every tom\ndisk every 1 set a 7\n",
        &[
            (Bound::Timeouts, 2),
            (Bound::Writes, 1),
            (Bound::Duplicates, 1),
        ],
    ),
    (
        "protocol raft\nwithout one_vote_a_term\nservers every tom dick\n",
        &[(Bound::Timeouts, 2), (Bound::Kills, 1)],
    ),
    (
        "protocol raft\nwithout up_to_date_check\nservers every tom dick\n",
        &[(Bound::Timeouts, 2), (Bound::Kills, 1)],
    ),
];

#[test]
fn what_sleeps_is_found_the_other_way_round() {
    for (head, within) in CASES {
        let mut bounds = Bounds::default();
        for (bound, at_most) in *within {
            bounds.set(*bound, *at_most);
        }
        compare(head, bounds);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    #[test]
    fn so_it_is_within_random_bounds(
        protocol in prop::sample::select(ProtocolName::ALL.to_vec()),
        at_most in prop::collection::vec(0_u8..=2, Bound::COUNT),
        names in 2_usize..=4,
        depth in 5_u32..10,
        off in prop::option::of(any::<prop::sample::Index>()),
        kept in 0_usize..2,
    ) {
        let rules = protocol.rules();
        let off = off.filter(|_| !rules.is_empty());
        let off = off.map(|index| format!("without {}\n", index.get(rules).rule.name()));
        let off = off.unwrap_or_default();
        let servers = ["every", "tom", "dick", "and"][..names].join(" ");
        let disks = "disk every 1 set a 7\n".repeat(kept);
        let mut bounds = Bounds::default();
        for (bound, at_most) in Bound::ALL.into_iter().zip(at_most) {
            bounds.set(bound, at_most);
        }
        bounds.depth = Some(depth - 2 * (names as u32 - 2));
        let name = protocol.name();
        compare(&format!("protocol {name}\n{off}servers {servers}\n{disks}"), bounds);
    }
}

/// As many states as there are groups of states that are alike; and in all of these as many as without looking for any.
#[test]
fn of_all_that_are_alike_one_is_looked_at() {
    for (head, within) in CASES {
        let mut bounds = Bounds::default();
        for (bound, at_most) in *within {
            bounds.set(*bound, *at_most);
        }
        bounds.depth = Some(9);
        let each = awake(
            &mut begin(head, bounds, Method::Symmetric).engine,
            |_, key| key,
        );
        let told_apart = awake(
            &mut begin(head, bounds, Method::Reduced).engine,
            |_, key| key,
        );
        assert_eq!(each.by_depth, told_apart.by_depth, "{head}");
        let smallest = |engine: &mut Engine, key| {
            let images = engine
                .world
                .group
                .ways()
                .map(|way| moved(engine, &key, way));
            images.min().expect("all stay in their places in one way")
        };
        let alike = awake(&mut begin(head, bounds, Method::Symmetric).engine, smallest);
        let chosen = awake(
            &mut begin(head, bounds, Method::Symmetric).engine,
            canonical,
        );
        assert_eq!(chosen.by_depth, alike.by_depth, "{head}");
    }
}

/// What a way makes of a state, worked out by the parts that it is made of.
fn moved(engine: &mut Engine, key: &Key, way: WayId) -> Key {
    let mut moved = *key;
    let parties = engine.world.parties();
    for (position, node) in key.words[..parties].iter().enumerate() {
        let Engine {
            world, cast, nodes, ..
        } = engine;
        let server = nodes.server(world, cast, *node);
        let server = cast.server_moved(world, server, way);
        let letters = nodes.letters(world, cast, *node).into_iter();
        let letters = letters.map(|letter| cast.letter_moved(world, letter, way));
        let letters = letters.collect();
        let place = usize::from(world.group.places(way)[position]);
        moved.words[place] = nodes.make(world, cast, server, letters);
    }
    let Engine {
        world, contexts, ..
    } = engine;
    moved.words[parties] = contexts.moved(world, key.words[parties], way);
    moved
}

/// `PROPTEST_CASES=2000 cargo test --release --lib` is for the patient.
fn cases() -> u32 {
    let asked = std::env::var("PROPTEST_CASES").ok();
    asked.and_then(|asked| asked.parse().ok()).unwrap_or(24)
}

fn compare(head: &str, bounds: Bounds) {
    for method in [Method::Reduced, Method::Symmetric] {
        let mut search = begin(head, bounds, method);
        let expected = awake(&mut begin(head, bounds, method).engine, canonical);
        while search.outcome.is_none() {
            search.advance(1000);
        }
        let progress = search.progress();
        let told = format!("{method:?} within {bounds:?} from\n{head}");
        match progress.outcome {
            Some(Outcome::Broken(found)) => {
                let last = expected.broken_after.expect(&told);
                assert_eq!(found.actions.len(), last, "{told}");
            }
            _ => assert_eq!(expected.broken_after, None, "{told}"),
        }
        let depths = expected.by_depth.len();
        assert_eq!(progress.by_depth[..depths], expected.by_depth, "{told}");
    }
}

fn begin(head: &str, bounds: Bounds, method: Method) -> Search {
    let run = Run::new(head).expect("a text");
    let checked = promises(run.now());
    Search::new(run.now(), &checked, bounds, method, 1 << 30)
}

/// What a search finds that does all in every state.
struct Awake {
    /// Up to where something breaks.
    by_depth: Vec<usize>,
    broken_after: Option<usize>,
}

impl Awake {
    /// Of levels that begin with what was before the start. A search does not count empty ones at the end either.
    fn of(levels: &[Vec<Key>], broken_after: Option<usize>) -> Awake {
        let last = levels.iter().rposition(|level| !level.is_empty());
        let levels = &levels[1..=last.expect("the start is a state")];
        Awake {
            by_depth: levels.iter().map(Vec::len).collect(),
            broken_after,
        }
    }
}

/// Looks at what stands for each state.
fn awake(engine: &mut Engine, stands_for: impl Fn(&mut Engine, Key) -> Key) -> Awake {
    let first = stands_for(engine, engine.start);
    let mut seen: BTreeSet<[Id; Key::LEN]> = BTreeSet::from([first.words]);
    let mut levels: Vec<Vec<Key>> = vec![Vec::new(), vec![first]];
    let limit = engine.world.bounds.depth;
    loop {
        let mut next = Vec::new();
        let [.., before_last, last] = levels.as_slice() else {
            unreachable!("there are two");
        };
        for (level, cost) in [(last, Cost::One), (before_last, Cost::Two)] {
            for key in level {
                let mut successors: Vec<Successor> = Vec::new();
                engine.expand(key, cost, SleepSet::default(), &mut successors);
                for successor in successors {
                    if successor.broken != 0 {
                        return Awake::of(&levels, Some(levels.len() - 1));
                    }
                    let key = stands_for(engine, successor.key);
                    if seen.insert(key.words) {
                        next.push(key);
                    }
                }
            }
        }
        if next.is_empty() && levels.last().is_some_and(Vec::is_empty) {
            levels.pop();
        } else {
            levels.push(next);
            if limit.is_none_or(|limit| levels.len() < limit as usize + 2) {
                continue;
            }
        }
        return Awake::of(&levels, None);
    }
}

fn canonical(engine: &mut Engine, key: Key) -> Key {
    engine.canonical(key)
}
