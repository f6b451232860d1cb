//! The search of `src/search.rs`: that it misses nothing, counts right, and that what it finds is the shortest and breaks what it
//! says.

#![cfg(not(target_arch = "wasm32"))]

mod search_plain;

use std::collections::BTreeSet;

use catchup::action::Action;
use catchup::catalog::{self, ProtocolName};
use catchup::legality;
use catchup::moves::Move;
use catchup::network::Payload;
use catchup::property::Property;
use catchup::registry::{Party, ServerId};
use catchup::run::{Applied, Run};
use catchup::search::{
    Ahead, Bound, Bounds, Found, Method, Nearest, Outcome, Progress, Rescue, Search, promises,
    unused_value,
};
use catchup::simulation::Simulation;
use proptest::prelude::*;
use search_plain::{explore, last_help};

const BYTES: usize = 1 << 30;

/// A run of a text, at its end.
fn run(text: &str) -> Run {
    let mut run = Run::new(text).unwrap_or_else(|fault| panic!("{fault}"));
    run.seek(run.length());
    run
}

/// Bounds from a text such as `writes 1 kills 2`.
fn bounds(text: &str) -> Bounds {
    let mut bounds = Bounds::default();
    let words: Vec<&str> = text.split_whitespace().collect();
    for pair in words.chunks(2) {
        let number: u32 = pair[1].parse().expect("a number");
        match pair[0] {
            "in-flight" => bounds.in_flight = Some(number),
            "depth" => bounds.depth = Some(number),
            name => bounds.set(Bound::parse(name).expect("a bound"), number as u8),
        }
    }
    bounds
}

fn search(start: &Simulation, checked: &[Property], bounds: Bounds, method: Method) -> Progress {
    let mut search = Search::new(start, checked, bounds, method, BYTES);
    loop {
        search.advance(1000);
        let progress = search.progress();
        if progress.outcome.is_some() {
            return progress;
        }
    }
}

/// How many actions break something first; none where all was looked at and nothing does.
fn shortest(progress: &Progress) -> Option<usize> {
    match progress.outcome.as_ref().expect("the search has ended") {
        Outcome::Broken(found) => Some(found.actions.len()),
        Outcome::Holds { .. } => None,
        other => panic!("{other:?}"),
    }
}

/// Runs what was found as a text: its last action breaks what it is said to break, and none before.
fn replay(run: &Run, progress: &Progress) {
    let Some(Outcome::Broken(found)) = &progress.outcome else {
        return;
    };
    let mut text = run.script();
    for action in &found.actions {
        text += &format!("{action}\n");
    }
    let replayed = self::run(&text);
    let broken = replayed.properties().into_iter();
    let broken = broken.filter(|watched| watched.broken_at == Some(replayed.length()));
    let broken: Vec<_> = broken
        .map(|watched| (watched.property, watched.finding))
        .collect();
    assert!(!found.broken.is_empty(), "{text}");
    for one in &found.broken {
        assert!(
            broken.contains(one),
            "{one:?} is not among {broken:?}:\n{text}"
        );
    }
}

/// The run that does not break leaves the one that was found where the plain search says so, is at rest in the end, and breaks
/// nothing on the way.
fn rescue(run: &Run, method: Method, within: Bounds) -> Option<Rescue> {
    let start = run.now();
    let checked = promises(start);
    let mut search = Search::new(start, &checked, within, method, BYTES);
    while search.progress().outcome.is_none() {
        search.advance(1000);
    }
    let mut way_back = search.way_back()?;
    let rescue = std::iter::repeat_with(|| way_back.advance(3)).find_map(|ended| ended)?;
    let Some(Outcome::Broken(found)) = search.progress().outcome else {
        panic!("there is a way back from what broke only");
    };
    let mut before = vec![start.clone()];
    for action in &found.actions {
        let mut now = before[before.len() - 1].clone();
        assert!(now.apply(action).is_ok());
        before.push(now);
    }
    before.pop();
    let expected = last_help(&before, &checked);
    let told = format!("after {:?} from\n{}", found.actions, run.script());
    let Rescue::Found(nearest) = &rescue else {
        assert_eq!((&rescue, expected), (&Rescue::Never, None), "{told}");
        return Some(rescue);
    };
    assert_eq!(Some(nearest.same), expected, "{told}");
    let mut now = before[nearest.same].clone();
    for action in &nearest.actions {
        assert!(now.apply(action).is_ok(), "{action} {told}");
        let left = promises(&now);
        assert!(
            checked.iter().all(|one| left.contains(one)),
            "{action} {told}"
        );
    }
    let mut in_flight = now.mail().in_flight();
    assert!(
        in_flight.all(|one| one.letter.to == Party::Client),
        "{told}"
    );
    Some(rescue)
}

/// All ways to search say the same as the plain search, and `Plain` counts the same.
fn compare(text: &str, bounds: Bounds) {
    let run = run(text);
    let start = run.now();
    let checked = promises(start);
    let expected = explore(start, &checked, &bounds);
    for method in [Method::Plain, Method::Reduced, Method::Symmetric] {
        let progress = search(start, &checked, bounds, method);
        let told = format!("{method:?} with {bounds:?} from\n{text}");
        assert_eq!(shortest(&progress), expected.shortest, "{told}");
        replay(&run, &progress);
        rescue(&run, method, bounds);
        if method == Method::Plain {
            let depths = expected.by_depth.len();
            assert_eq!(progress.by_depth[..depths], expected.by_depth, "{told}");
            if expected.shortest.is_none() {
                assert_eq!(progress.by_depth.len(), depths, "{told}");
            }
        } else {
            let all: usize = expected.by_depth.iter().sum();
            assert!(
                progress.states <= all || expected.shortest.is_some(),
                "{told}"
            );
        }
    }
}

/// Every protocol with everything on, and with rules off: heads, and bounds that keep the plain search short.
const CASES: &[(&str, &str)] = &[
    (
        "protocol ask_length\nservers every tom\n",
        "writes 2 timeouts 1 kills 1",
    ),
    (
        "protocol ask_length\nservers every tom dick\ndisk every 0 set b 1\n",
        "timeouts 1 duplicates 1 kills 1",
    ),
    (
        "protocol ask_length\nservers every tom\ndisk every 0 set b 1\n",
        "timeouts 2 drops 1 in-flight 3",
    ),
    (
        "protocol ask_length\nservers every tom dick\ndisk dick 0 set b 1\n",
        "timeouts 2 reads 1 depth 6",
    ),
    (
        "protocol walk_back\nservers every tom\n",
        "writes 1 timeouts 1 kills 1 heartbeats 1",
    ),
    (
        "protocol walk_back\nservers every tom\n",
        "writes 2 timeouts 2 depth 7",
    ),
    (
        "protocol walk_back_with_hints\nservers every tom dick\ndisk every 1 set b 1\ndisk tom 2 set c 1\n",
        "timeouts 2 depth 6",
    ),
    (
        "protocol walk_back_with_hints\nservers every tom\n",
        "writes 1 timeouts 2 drops 1 cuts 1 in-flight 2 depth 8",
    ),
    (
        "protocol walk_back\nwithout previous_entry_check\nservers every tom\ndisk every 1 set b 1\ndisk every 1 set c 1\ndisk tom 2 set d 1\n",
        "timeouts 1",
    ),
    ("protocol raft\nservers every tom dick\n", "timeouts 1"),
    ("protocol raft\nservers every tom\n", "timeouts 2 kills 1"),
    (
        "protocol raft\nservers every tom\n",
        "timeouts 1 writes 1 reads 1 depth 9",
    ),
    (
        "protocol raft\nservers every tom\n",
        "timeouts 1 heartbeats 1 duplicates 1 in-flight 2",
    ),
    (
        "protocol raft\nservers every tom\nvoters every\n",
        "timeouts 1 changes 1 depth 8",
    ),
    (
        "protocol raft\nwithout one_vote_a_term\nservers every tom dick\n",
        "timeouts 2",
    ),
    (
        "protocol raft\nwithout majority_of_votes\nservers every tom dick and\n",
        "timeouts 2",
    ),
    (
        "protocol raft\nwithout answer_after_commit\nservers every tom\n",
        "timeouts 1 writes 1 kills 1 depth 7",
    ),
    (
        "protocol raft\nwithout vote_on_disk\nservers every tom dick\n",
        "timeouts 2 kills 1 depth 8",
    ),
];

#[test]
fn nothing_is_missed_and_all_is_counted() {
    for (head, within) in CASES {
        compare(head, bounds(within));
    }
}

/// From the middle of things: what is in the air, down, full or cut, and what was witnessed.
#[test]
fn a_search_starts_at_any_moment() {
    let started = "protocol raft\nservers every tom dick\n\nprompt every timeout\ndeliver 1\nkill dick\ncut every tom\n";
    compare(started, bounds("timeouts 1 kills 1 depth 6"));
    let full = "protocol walk_back\nservers every tom\n\nclient every youre_the_leader\ndeliver 1\nclient every set a 9\nfull tom\n";
    compare(full, bounds("timeouts 1 writes 1 depth 6"));
    let led = "protocol raft\nwithout reads_ask_a_majority\nservers every tom dick\n\nprompt every timeout\ndeliver 1\ndeliver 3\ndeliver 4\nprompt tom timeout\n";
    compare(led, bounds("reads 1 writes 1 depth 6"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    #[test]
    fn random_bounds_change_nothing(
        protocol in prop::sample::select(vec!["ask_length", "walk_back", "walk_back_with_hints", "raft"]),
        at_most in prop::collection::vec(0_u8..=1, Bound::COUNT),
        in_flight in prop::option::of(1_u32..4),
        names in 2_usize..=3,
        off in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let rules = ProtocolName::parse(protocol).expect("a protocol").rules();
        let off = off.filter(|_| !rules.is_empty());
        let off = off.map(|index| format!("without {}\n", index.get(rules).rule.name()));
        let off = off.unwrap_or_default();
        let names = ["every", "tom", "dick"][..names].join(" ");
        let mut bounds = bounds("depth 5");
        for (bound, at_most) in Bound::ALL.into_iter().zip(at_most) {
            bounds.set(bound, at_most);
        }
        bounds.in_flight = in_flight;
        compare(&format!("protocol {protocol}\n{off}servers {names}\n"), bounds);
    }
}

#[test]
fn the_nearest_run_that_holds_leaves_out_what_nothing_helps_after() {
    let rescue = |text, within| rescue(&run(text), Method::Symmetric, bounds(within));
    let nearest = |same, actions: &[u32]| {
        let actions = actions.iter().map(|id| Action::Deliver(*id)).collect();
        let is_nearest = true;
        Some(Rescue::Found(Nearest {
            same,
            actions,
            is_nearest,
        }))
    };
    // Two writes at two servers, which are asked and delivered: the second request is what nothing helps after.
    let writes = rescue("protocol ask_length\nservers every tom\n", "writes 2");
    assert_eq!(writes, nearest(2, &[]));
    // The request is on its way already where the search begins.
    let doomed =
        "protocol ask_length\nservers every tom\ndisk every 0 set b 1\nclient tom set a 1\n";
    assert_eq!(rescue(doomed, "writes 0"), Some(Rescue::Never));
    let holds = rescue("protocol raft\nservers every tom\n", "timeouts 1");
    assert_eq!(holds, None);
}

/// The article's example, nominated twice: twenty messages are in flight at once where the promise breaks.
const NOMINATED_TWICE: &str = "protocol ask_length\nservers every tom dick and harry\ndisk dick 0 set a 1\nclient dick youre_the_leader\ndeliver 1\n";

/// What breaks after one more timeout, the run beside it that holds, and how many states were looked at for that; none where the memory
/// does not do.
fn break_and_look_back(start: &Run, bytes: usize) -> Option<(Found, Nearest, usize)> {
    let checked = promises(start.now());
    let within = bounds("timeouts 1");
    let mut search = Search::new(start.now(), &checked, within, Method::Symmetric, bytes);
    while search.progress().outcome.is_none() {
        search.advance(1000);
    }
    let mut way_back = search.way_back()?;
    let rescue = std::iter::repeat_with(|| way_back.advance(1000)).find_map(|ended| ended);
    match (search.progress().outcome, rescue) {
        (Some(Outcome::Broken(found)), Some(Rescue::Found(near))) => {
            Some((found, near, way_back.states()))
        }
        (_, Some(Rescue::OutOfMemory)) => None,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_leads_nowhere_is_tried_once_for_all_servers_that_are_alike() {
    let start = run(NOMINATED_TWICE);
    let looked = break_and_look_back(&start, BYTES);
    let (_, nearest, states) = looked.expect("there is room for all of it");
    assert!(nearest.is_nearest && nearest.same == 3, "{nearest:?}");
    assert!(states < 20_000, "{states}");
}

/// What is not known is not said. In the least memory in which one is found, nobody knows of a nearer one.
#[test]
fn a_near_run_that_holds_is_found_in_little_memory_and_not_called_the_nearest() {
    let start = run(NOMINATED_TWICE);
    let mut memories = (50_000..BYTES).step_by(10_000);
    let looked = memories.find_map(|bytes| break_and_look_back(&start, bytes));
    let (found, near, _) = looked.expect("something breaks");
    assert!(!near.is_nearest && near.same < 4, "{near:?}");
    let mut now = start.now().clone();
    for action in found.actions.iter().take(near.same).chain(&near.actions) {
        assert!(now.apply(action).is_ok(), "{action}");
    }
    assert_eq!(promises(&now), promises(start.now()));
    assert!(
        now.mail()
            .in_flight()
            .all(|one| one.letter.to == Party::Client)
    );
}

/// A value that is there already would make a write like another one, and hide that logs differ.
#[test]
fn the_client_writes_what_nobody_wrote() {
    let start = "protocol ask_length\nservers every tom\ndisk tom 0 set a 1\n";
    let progress = search(
        run(start).now(),
        &promises(run(start).now()),
        bounds("writes 1"),
        Method::Symmetric,
    );
    assert_eq!(shortest(&progress), Some(2));
    compare(start, bounds("writes 2 kills 1"));
    let waiting = "protocol raft\nservers every tom dick\nprompt every timeout\ndeliver 1\ndeliver 3\nclient every set a 7\ndeliver 6\n";
    assert_eq!(unused_value(run(waiting).now()), 8);
    let in_flight = "protocol raft\nservers every tom\nclient every set a 3\n";
    assert_eq!(unused_value(run(in_flight).now()), 4);
    assert_eq!(
        unused_value(run("protocol raft\nservers every tom\n").now()),
        1
    );
}

/// From each moment of a shortest run, with what it used up, the rest of it is a shortest one.
#[test]
fn what_is_used_up_leaves_the_rest_of_a_shortest_run() {
    for (text, within) in [
        ("protocol ask_length\nservers every tom\n", "writes 2"),
        (
            "protocol ask_length\nservers every tom dick\ndisk every 0 set b 1\n",
            "timeouts 1 duplicates 1 kills 1",
        ),
        (
            "protocol raft\nwithout vote_on_disk\nservers every tom dick\n",
            "timeouts 2 kills 1",
        ),
    ] {
        let mut now = run(text).now().clone();
        let mut within = bounds(within);
        let checked = promises(&now);
        let whole = search(&now, &checked, within, Method::Symmetric);
        let Some(Outcome::Broken(found)) = whole.outcome else {
            panic!("something breaks");
        };
        for (done, action) in found.actions.iter().enumerate() {
            let rest = search(&now, &checked, within, Method::Symmetric);
            assert_eq!(
                shortest(&rest),
                Some(found.actions.len() - done),
                "{action}"
            );
            let a_move = legality::resolve(&now, action).expect("it was possible");
            within.spend(&a_move);
            now.perform(&a_move);
        }
    }
}

/// One search from a moment says of each first action what a search after it does.
#[test]
fn looking_ahead_is_as_good_as_a_search_after_each_action() {
    let mut told = BTreeSet::new();
    for (text, within, limit) in [
        (
            "protocol ask_length\nservers every tom\n",
            "writes 2 timeouts 1 kills 1",
            5,
        ),
        (
            "protocol ask_length\nservers every tom dick\ndisk every 0 set b 1\nclient every youre_the_leader\ndeliver 1\n",
            "timeouts 1",
            6,
        ),
        (
            "protocol walk_back\nwithout previous_entry_check\nservers every tom\ndisk every 1 set b 1\ndisk every 1 set c 1\ndisk tom 2 set d 1\nclient every youre_the_leader\n",
            "drops 1 kills 1 in-flight 3",
            6,
        ),
        (
            "protocol raft\nwithout one_vote_a_term\nservers every tom dick\nprompt every timeout\ndeliver 1\n",
            "timeouts 1",
            6,
        ),
        (
            "protocol raft\nwithout vote_on_disk\nservers every tom dick\nprompt every timeout\ndeliver 1\nkill tom\n",
            "timeouts 1",
            6,
        ),
    ] {
        let start = run(text).now().clone();
        let checked = promises(&start);
        // As typed: what is new, what the search itself would write, and what nobody understands.
        let requests = ["set a 1", "delete b", "open the pod bay doors"].map(|text| Move::Ask {
            server: start.registry.ids().last().expect("a server"),
            text: text.into(),
        });
        let mut plans: Vec<Vec<Move>> = requests.iter().map(|one| vec![one.clone()]).collect();
        plans.push(settling(&start));
        let mut ahead = Ahead::new(&start, &plans, &checked, bounds(within), limit, BYTES);
        while ahead.advance(3) {}
        assert_eq!(ahead.looked_at(), limit);
        let told_of_requests = ahead.firsts().filter(|first| plans.contains(&first.moves));
        assert_eq!(told_of_requests.count(), plans.len());
        let mut after = bounds(within);
        after.depth = Some(limit - 1);
        for first in ahead.firsts() {
            let mut there = start.clone();
            let broken_by = first.moves.iter().position(|a_move| {
                there.perform(a_move);
                let left = promises(&there);
                checked.iter().any(|one| !left.contains(one))
            });
            let expected = match broken_by {
                Some(place) => Some(place as u32 + 1),
                None => explore(&there, &checked, &after)
                    .shortest
                    .map(|after| after as u32 + first.moves.len() as u32),
            };
            assert_eq!(first.breaks_in, expected, "{:?} from\n{text}", first.moves);
            told.insert(expected);
        }
    }
    assert!(told.len() > 4, "{told:?}");
}

/// Two actions at least, delivering the oldest first until nothing is in flight.
fn settling(start: &Simulation) -> Vec<Move> {
    let (mut now, server) = (start.clone(), ServerId(0));
    let mut moves = vec![Move::Kill(server), Move::Restart(server)];
    moves.iter().for_each(|a_move| drop(now.perform(a_move)));
    while let Some(id) = now.mail().oldest() {
        now.perform(&Move::Deliver(id));
        moves.push(Move::Deliver(id));
    }
    moves
}

#[test]
fn the_same_run_is_found_every_time_in_slices_or_not() {
    let run = run("protocol raft\nwithout vote_on_disk\nservers every tom dick\n");
    let within = bounds("timeouts 2 kills 1");
    let checked = promises(run.now());
    let whole = search(run.now(), &checked, within, Method::Symmetric);
    let mut sliced = Search::new(run.now(), &checked, within, Method::Symmetric, BYTES);
    while sliced.progress().outcome.is_none() {
        sliced.advance(7);
    }
    assert_eq!(sliced.progress().outcome, whole.outcome);
    assert!(shortest(&whole).is_some());
}

#[test]
fn it_says_holds_only_when_it_has_seen_everything() {
    let run = run("protocol raft\nservers every tom dick\n");
    let checked = promises(run.now());
    let outcome = |within: &str, bytes| {
        let mut search = Search::new(
            run.now(),
            &checked,
            bounds(within),
            Method::Symmetric,
            bytes,
        );
        while search.progress().outcome.is_none() {
            search.advance(100_000);
        }
        search.progress().outcome
    };
    let holds = |is_everything| Some(Outcome::Holds { is_everything });
    assert_eq!(outcome("timeouts 1", BYTES), holds(true));
    assert_eq!(outcome("timeouts 1 depth 3", BYTES), holds(false));
    assert_eq!(outcome("timeouts 2", 100_000), Some(Outcome::OutOfMemory));
}

/// That nothing breaks says little where nothing happens. Somebody is elected by a timeout, a request and a vote, and commits
/// by an append and its answer.
#[test]
fn it_tells_what_came_about_and_when_first() {
    let mut run = run("protocol raft\nservers every tom dick\n");
    let happened = |run: &Run, within: &str| {
        let checked = promises(run.now());
        let progress = search(run.now(), &checked, bounds(within), Method::Symmetric);
        let happened = progress.happened.iter().map(|(_, first)| *first);
        happened.collect::<Vec<_>>()
    };
    assert_eq!(happened(&run, "writes 1"), [None, None]);
    assert_eq!(happened(&run, "timeouts 1 depth 2"), [None, None]);
    assert_eq!(happened(&run, "timeouts 1 depth 3"), [Some(3), None]);
    assert_eq!(happened(&run, "timeouts 1 depth 4"), [Some(3), None]);
    assert_eq!(happened(&run, "timeouts 1"), [Some(3), Some(5)]);
    for line in ["prompt every timeout", "deliver 1", "deliver 3"] {
        assert!(
            matches!(run.apply(line), Ok(Applied::Done { .. })),
            "{line}"
        );
    }
    assert_eq!(happened(&run, "timeouts 0"), [Some(0), Some(2)]);
}

/// Where a promise is broken already, another one can still be looked for.
#[test]
fn what_is_broken_already_is_not_looked_for() {
    let mut run = run("protocol ask_length\nservers every tom\n");
    for line in [
        "client every set a 1",
        "step",
        "step",
        "client tom set a 2",
        "step",
    ] {
        assert!(matches!(run.apply(line), Ok(Applied::Done { .. })));
    }
    let left = promises(run.now());
    assert_eq!(left, [Property::NothingRepeated]);
    let none = search(run.now(), &[], bounds("writes 1"), Method::Symmetric);
    assert_eq!(none.outcome, Some(Outcome::NothingToCheck));
}

/// `PROPTEST_CASES=2000 cargo test --release --test search` is for the patient.
fn cases() -> u32 {
    let asked = std::env::var("PROPTEST_CASES").ok();
    asked.and_then(|asked| asked.parse().ok()).unwrap_or(24)
}

/// What can't do anything any more does nothing, in any storm, and stays so.
#[test]
fn what_is_spent_stays_spent() {
    let mut spent = 0;
    for (protocol, seed) in ["ask_length", "walk_back", "raft"]
        .into_iter()
        .cycle()
        .zip(0..45)
    {
        let mut run = run(&format!("protocol {protocol}\nservers every tom dick\n"));
        let mut before: Vec<u32> = Vec::new();
        for moment in 0..120 {
            let now = run.now();
            let is_spent = |id: &u32| is_spent(now, *id);
            for id in before.iter().filter(|id| now.mail().get(**id).is_some()) {
                assert!(is_spent(id), "message {id} of\n{}", run.script());
            }
            let ids = now.mail().ids();
            before = ids.into_iter().filter(is_spent).collect();
            spent += before.len();
            for id in &before {
                let mut there = now.clone();
                there.perform(&Move::Deliver(*id));
                let told = format!("message {id} at {moment} of\n{}", run.script());
                assert_eq!(there.cluster.servers, now.cluster.servers, "{told}");
                assert_eq!(there.history.witness, now.history.witness, "{told}");
                let in_flight = |one: &Simulation| one.mail().in_flight().len();
                assert_eq!(in_flight(&there) + 1, in_flight(now), "{told}");
            }
            let applied = run.apply(&format!("storm {seed} 1 write 15 timeout 10"));
            assert!(matches!(applied, Ok(Applied::LetRun { .. })), "{applied:?}");
        }
    }
    assert!(spent > 1000, "{spent}");
}

/// Whether a message can't do anything to who is to get it; who is down may be restarted.
fn is_spent(simulation: &Simulation, id: u32) -> bool {
    let envelope = simulation.mail().get(id).expect("it is in flight");
    let (Party::Server(to), Payload::Message(message)) =
        (envelope.letter.to, &envelope.letter.payload)
    else {
        return false;
    };
    let server = simulation.server(to);
    let Some(memory) = &server.memory else {
        let memory = simulation.protocol().fresh_memory();
        return catalog::is_spent(message, &server.disk, &memory);
    };
    catalog::is_spent(message, &server.disk, &memory.protocol)
}
