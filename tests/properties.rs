//! What must hold on every run: random actions from random starts, valid and not, in any order. A
//! failure prints a script that can be pasted into the page.
//!
//! `PROPTEST_CASES=100000 cargo test --release --test properties` is for the patient.

#![cfg(not(target_arch = "wasm32"))]

mod random;

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use proptest::prelude::*;

use catchup::action::Action;
use catchup::catalog::ProtocolName;
use catchup::event::Event;
use catchup::history::History;
use catchup::legality;
use catchup::log::Disk;
use catchup::moves::Move as PossibleMove;
use catchup::network::Letter;
use catchup::properties;
use catchup::property::Kind;
use catchup::run::{Applied, DiskWrite, Run};
use catchup::script::{self, Statement};
use catchup::simulation::Simulation;
use random::{line, run, text_of_start};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    /// A new run of a run's script, moved to its end, is in the same state, with the same events.
    #[test]
    fn replay_equals_the_run(run in run()) {
        let mut replayed = Run::new(&run.script()).expect("a script of a run can be read");
        prop_assert_eq!(replayed.length(), run.length());
        replayed.seek(replayed.length());
        prop_assert!(replayed.now() == run.now(), "{}", run.script());
        for moment in 0..=run.length() {
            prop_assert_eq!(replayed.events(moment), run.events(moment), "{}", run.script());
        }
        prop_assert_eq!(replayed.script(), run.script());
        let parts = (0..=run.length()).map(|moment| run.script_of(moment, moment));
        prop_assert_eq!(parts.collect::<String>(), run.script());
    }

    /// Any moment is the fold of the actions before it, wherever the cursor came from.
    #[test]
    fn seek_equals_the_first_actions(mut run in run(), jumps in prop::collection::vec(any::<prop::sample::Index>(), 1..6)) {
        let script = run.script();
        for jump in jumps {
            let moment = jump.index(run.length() + 1);
            prop_assert!(run.seek(moment));
            let mut folded = run.scenario().simulation();
            for action in run.actions().take(moment) {
                folded.apply(action).expect("a recorded action can be done");
            }
            prop_assert!(run.now() == &folded, "moment {moment} of\n{script}");
        }
        prop_assert!(!run.seek(run.length() + 1));
    }

    /// What the types promise holds at every moment.
    #[test]
    fn invariants_hold(mut run in run()) {
        for moment in 0..=run.length() {
            run.seek(moment);
            run.now().check();
        }
        run.check();
    }

    /// What does not touch the same server can be done in either order: the cluster is the same value, to
    /// those who compare it and to those who hash it, though the messages have other numbers.
    #[test]
    fn orders_that_lead_to_the_same_cluster_give_equal_values(run in run(), one in line(), other in line()) {
        let here = run.now();
        let (Ok(Statement::Action(one)), Ok(Statement::Action(other))) = (script::read_statement(&one), script::read_statement(&other)) else {
            return Ok(());
        };
        if !are_independent(&one, &other, here) {
            return Ok(());
        }
        let (mut first, mut second) = (here.clone(), here.clone());
        let done = first.apply(&one).is_ok() && first.apply(&other).is_ok();
        let done_otherwise = second.apply(&other).is_ok() && second.apply(&one).is_ok();
        prop_assert_eq!(done, done_otherwise, "{} and {} after\n{}", one, other, run.script());
        if done {
            prop_assert!(first.cluster == second.cluster, "{one} and {other} after\n{}", run.script());
            prop_assert_eq!(hash_of(&first.cluster), hash_of(&second.cluster));
        }
    }

    /// From equal clusters the same can happen, whatever is remembered of how they came to be: a copy with
    /// other numbers and nothing remembered goes the same way.
    #[test]
    fn equal_clusters_have_equal_futures(run in run(), choices in prop::collection::vec(any::<prop::sample::Index>(), 0..30)) {
        let mut lived = run.now().clone();
        let mut other = forgetful(&lived);
        for choice in choices {
            prop_assert!(lived.cluster == other.cluster, "{}", run.script());
            if lived.mail().in_flight().len() == 0 {
                break;
            }
            let letters: Vec<_> = lived.cluster.network.in_flight().cloned().collect();
            let letter = choice.get(&letters);
            deliver(&mut lived, letter);
            deliver(&mut other, letter);
        }
    }

    /// What is listed as possible is possible, and the action that means it is resolved into it again.
    #[test]
    fn moves_that_are_listed_succeed(run in run()) {
        let here = run.now();
        let requests = ["set a 1", "get a", "youre_the_leader", "dance"].map(Into::into);
        for a_move in legality::moves(here, &requests) {
            let action = a_move.action(&here.registry);
            prop_assert_eq!(legality::resolve(here, &action), Ok(a_move.clone()), "{}", action);
            let mut there = here.clone();
            prop_assert!(!there.perform(&a_move).is_empty());
            there.check();
        }
    }

    /// Nothing that is possible and changes something is left out of that list, but what hands write and newcomers.
    #[test]
    fn what_is_possible_is_listed(run in run(), line in line()) {
        let here = run.now();
        let Ok(Statement::Action(action)) = script::read_statement(&line) else {
            return Ok(());
        };
        let Ok(a_move) = legality::resolve(here, &action) else {
            return Ok(());
        };
        let mut there = here.clone();
        there.perform(&a_move);
        let without_end = matches!(action, Action::Start(_) | Action::Write { .. } | Action::Term { .. });
        let requests: Vec<_> = match &action {
            Action::Client { text, .. } => vec![text.clone()],
            _ => Vec::new(),
        };
        let listed = legality::moves(here, &requests);
        let is_listed = listed.contains(&a_move) || listed.contains(&turned_round(a_move));
        let changes_something = there.cluster != here.cluster;
        prop_assert!(is_listed || without_end || !changes_something, "{} after\n{}", action, run.script());
        prop_assert!(!(is_listed && without_end), "{action}");
    }

    /// Nothing that the network or a client does changes a server that is down.
    #[test]
    fn a_server_that_is_down_does_not_change(run in run()) {
        let mut simulation = run.scenario().simulation();
        for action in run.actions() {
            let before = simulation.clone();
            simulation.apply(action).expect("a recorded action can be done");
            if !is_of_network_or_client(action) {
                continue;
            }
            for (old, new) in before.cluster.servers.iter().zip(&simulation.cluster.servers) {
                prop_assert!(old.is_up() || old == new, "{action} in\n{}", run.script());
            }
        }
    }

    /// An action that is rejected changes nothing, the run's future included.
    #[test]
    fn rejected_actions_change_nothing(mut run in run(), moment in any::<prop::sample::Index>(), lines in prop::collection::vec(line(), 1..20)) {
        let script = run.script();
        run.seek(moment.index(run.length() + 1));
        for line in lines {
            let mut tried = Run::new(&script).expect("a script of a run can be read");
            tried.seek(run.cursor());
            if let Ok(Applied::Rejected(rejection)) = tried.apply(&line) {
                prop_assert!(tried.now() == run.now(), "{line}");
                prop_assert_eq!(tried.script(), script.clone());
                prop_assert_eq!(tried.cursor(), run.cursor());
                prop_assert!(rejection.says().ends_with('.'));
            }
        }
    }

    /// What is written along the way leads the real disks to every moment that is the tip, whatever was
    /// visited, undone or done anew before.
    #[test]
    fn writes_lead_to_the_tip(text in text_of_start(), moves in prop::collection::vec(a_move(), 1..60)) {
        let mut run = Run::new(&text).expect("a start can be read");
        let mut disks = disks_of(run.now());
        let mut tip = 0;
        for a_move in moves {
            let before = run.cursor();
            match a_move {
                Move::Act(line) => {
                    if matches!(run.apply(&line), Ok(Applied::Done { moments: 1.., .. })) {
                        tip = before;
                    }
                }
                Move::Seek(moment) => {
                    run.seek(moment.index(run.length() + 1));
                }
                Move::Fail(moment) => {
                    run.seek(moment.index(run.length() + 1));
                    run.take_writes();
                    run.forget_writes();
                    continue;
                }
            }
            let writes = run.take_writes();
            prop_assert!(run.cursor() > tip || writes.is_empty(), "writes behind the tip in\n{}", run.script());
            for write in writes {
                carry_out(&mut disks, write);
            }
            if run.cursor() > tip {
                tip = run.cursor();
                prop_assert_eq!(&disks, &disks_of(run.now()), "moment {} of\n{}", tip, run.script());
            }
        }
    }

    /// Every sentence can be said at every moment, and says something.
    #[test]
    fn everything_has_a_sentence(mut run in run()) {
        for moment in 1..=run.length() {
            run.seek(moment);
            let events = run.events(moment);
            prop_assert!(!events.is_empty(), "moment {moment} of\n{}", run.script());
            for event in events {
                let says = event.says(run.registry());
                prop_assert!(says.len() > 10 && !says.contains('\n'), "{}: {says:?}", event.kind());
                if let Event::Sent(envelope) = event {
                    let letter = &envelope.letter;
                    let lines = letter.wire(run.registry()).lines().count();
                    let carried = letter.section().map_or(0, |section| section.count() as usize);
                    prop_assert!(carried == 0 || lines == 1 + carried, "{letter:?}");
                    prop_assert_ne!(letter.from, letter.to);
                }
            }
            for watched in run.properties() {
                let says = watched.says(run.registry());
                prop_assert!(says.ends_with('.'), "{says}");
            }
        }
    }

    /// A promise that is looked at only where it could have broken breaks when it breaks: looking at every
    /// moment thoroughly finds the same.
    #[test]
    fn promises_break_when_they_break(mut run in run()) {
        let mut first = BTreeMap::new();
        for moment in 0..=run.length() {
            run.seek(moment);
            for watched in run.properties() {
                if watched.kind != Kind::Always {
                    continue;
                }
                let named = run.scenario().reference;
                let found = properties::look(run.now(), named, watched.property);
                if !found.holds() {
                    first.entry(watched.property).or_insert(moment);
                }
                let known = first.get(&watched.property).copied();
                prop_assert_eq!(watched.broken_at, known, "{:?} at {}", watched, run.script());
                prop_assert_eq!(watched.holds(), known.is_none());
                let names_itself = watched.cells().iter().all(|cell| {
                    let name = run.registry().name(cell.server).as_ref();
                    watched.says(run.registry()).contains(name)
                });
                prop_assert!(names_itself, "{watched:?}");
            }
        }
    }

    /// A leader whose disk is wiped may lead the same term once more, upon a repeat of its nomination, and
    /// hear late answers about a log that it has lost. Nothing is promised then, but nothing may break.
    #[test]
    fn wiped_leaders_break_nothing(protocol in prop::sample::select(ProtocolName::ALL), moves in prop::collection::vec((0..12_u32, any::<prop::sample::Index>()), 0..40)) {
        let start = format!("protocol {}\nservers tom dick\ndisk dick 1 set a 1\ndisk dick 1 set b 2\n", protocol.name());
        let mut run = Run::new(&start).expect("a start can be read");
        let mut apply = |line: &str| {
            run.apply(line).expect("a line that can be read");
            run.now().mail().in_flight().map(|envelope| envelope.id).collect::<Vec<_>>()
        };
        apply("client dick youre_the_leader");
        apply("duplicate 1");
        let mut in_flight = apply("duplicate 1");
        for (kind, choice) in moves {
            let id = if in_flight.is_empty() { 1 } else { *choice.get(&in_flight) };
            let wiped = ["tom", "dick"][choice.index(2)];
            in_flight = match kind {
                0..7 => apply(&format!("deliver {id}")),
                7 => apply(&format!("duplicate {id}")),
                8 => apply("client dick set c 3"),
                9 => apply("prompt dick resend"),
                _ => {
                    apply(&format!("kill {wiped}"));
                    apply(&format!("wipe {wiped}"));
                    apply(&format!("restart {wiped}"))
                }
            };
        }
        for moment in 1..=run.length() {
            for event in run.events(moment) {
                prop_assert!(event.says(run.registry()).len() > 10);
            }
        }
    }

    /// Writing a statement and reading it again gives the same statement.
    #[test]
    fn statements_round_trip(line in line()) {
        if let Ok(Statement::Action(action)) = script::read_statement(&line) {
            let written = action.to_string();
            let read = script::read_statement(&written);
            prop_assert_eq!(read, Ok(Statement::Action(action)), "{}", written);
        }
    }

    /// Whatever somebody types or puts into a link is read or refused with a sentence, never a panic.
    #[test]
    fn hostile_text_never_panics(text in hostile_text()) {
        let _ = script::read_statement(&text);
        match Run::new(&text) {
            Err(fault) => prop_assert!(fault.to_string().ends_with('.')),
            Ok(run) => prop_assert!(Run::new(&run.script()).is_ok(), "{text:?}"),
        }
    }

    /// The same, with lines that begin well.
    #[test]
    fn hostile_endings_never_panic(line in line(), ending in ".{0,30}", text in text_of_start()) {
        let mut run = Run::new(&text).expect("a start can be read");
        let _ = run.apply(&format!("{line}{ending}"));
        let _ = Run::new(&format!("{text}{line}{ending}"));
    }
}

/// Runs of many hundred moments are what they seem, wherever the cursor comes from and wherever they are acted in anew.
#[test]
fn invariants_of_long_runs_hold() {
    for protocol in ProtocolName::ALL {
        let start = format!("protocol {}\nservers tom dick harry\n", protocol.name());
        let mut run = Run::new(&start).expect("a start can be read");
        run.apply("storm 7 700").expect("a storm can be read");
        assert_eq!(run.length(), 700, "{}", protocol.name());
        for moment in [255, 256, 257, 0, 512, 511, 700] {
            assert!(run.seek(moment));
            run.check();
        }
        for (moment, length) in [(600, 601), (512, 513), (511, 512), (256, 257), (10, 11)] {
            run.seek(moment);
            let applied = run.apply("client tom get a");
            assert!(matches!(applied, Ok(Applied::Done { moments: 1, .. })));
            assert_eq!(run.length(), length);
            run.check();
        }
    }
}

fn cases() -> u32 {
    let asked = std::env::var("PROPTEST_CASES").ok();
    asked.and_then(|cases| cases.parse().ok()).unwrap_or(2_000)
}

/// Whether two actions touch different parts of a cluster.
fn are_independent(one: &Action, other: &Action, simulation: &Simulation) -> bool {
    let touched = |action: &Action| match action {
        Action::Deliver(id) => {
            let envelope = simulation.mail().get(*id)?;
            let to = simulation.registry.party(envelope.letter.to);
            Some(vec![to.to_string(), format!("message {id}")])
        }
        // A nomination gets the next term, wherever it goes.
        Action::Client { text, .. } if text.contains("youre_the_leader") => None,
        Action::Client { server, .. } => Some(vec![server.to_string()]),
        Action::Drop(id) | Action::Duplicate(id) => {
            simulation.mail().get(*id)?;
            Some(vec![format!("message {id}")])
        }
        _ => None,
    };
    match (touched(one), touched(other)) {
        (Some(one), Some(other)) => one.iter().all(|part| !other.contains(part)),
        _ => false,
    }
}

/// The same move, with the ends of a link the other way round.
fn turned_round(a_move: PossibleMove) -> PossibleMove {
    match a_move {
        PossibleMove::Cut(one, other) => PossibleMove::Cut(other, one),
        PossibleMove::Heal(one, other) => PossibleMove::Heal(other, one),
        other => other,
    }
}

fn hash_of(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// The same cluster, of which nothing is remembered; its messages have new numbers, in another order.
fn forgetful(simulation: &Simulation) -> Simulation {
    let mut history = History::default();
    for letter in simulation
        .cluster
        .network
        .in_flight()
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
    {
        history.record.mail.put(letter.clone(), None);
    }
    Simulation {
        registry: simulation.registry.clone(),
        cluster: simulation.cluster.clone(),
        history,
    }
}

/// Delivers a letter, under whichever number it has.
fn deliver(simulation: &mut Simulation, letter: &Letter) {
    let mail = simulation.mail();
    let envelope = mail
        .in_flight()
        .find(|envelope| *envelope.letter == *letter);
    let id = envelope.expect("a letter that is in flight").id;
    let delivered = simulation.apply(&Action::Deliver(id));
    delivered.expect("what is in flight can be delivered");
}

#[derive(Clone, Debug)]
enum Move {
    Act(String),
    Seek(prop::sample::Index),
    /// Goes there, but the real disks can't follow.
    Fail(prop::sample::Index),
}

fn a_move() -> impl Strategy<Value = Move> {
    prop_oneof![
        8 => line().prop_map(Move::Act),
        3 => any::<prop::sample::Index>().prop_map(Move::Seek),
        1 => any::<prop::sample::Index>().prop_map(Move::Fail),
    ]
}

fn hostile_text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "(title|protocol|servers|disk|client|deliver|kill|keep|damage|prompt|settle|step|#)",
        "(ask_length|tom|dick|set|delete|youre_the_leader|[0-9]{1,12}|\\PC{0,5}|.{0,4})",
    ];
    let separator =
        prop_oneof![4 => Just(" "), 2 => Just("\n"), 1 => Just("\t"), 1 => Just("\r\n")];
    prop::collection::vec((word, separator), 0..40).prop_map(|pairs| {
        pairs
            .into_iter()
            .map(|(word, separator)| word + separator)
            .collect()
    })
}

fn is_of_network_or_client(action: &Action) -> bool {
    matches!(
        action,
        Action::Client { .. } | Action::Deliver(_) | Action::Drop(_) | Action::Duplicate(_)
    )
}

type Disks = Vec<(String, Disk)>;

/// All disks by name. What does not lie in a disk's writes is left out.
fn disks_of(simulation: &Simulation) -> Disks {
    let names = simulation.registry.names().iter().map(ToString::to_string);
    let disks = simulation
        .cluster
        .servers
        .iter()
        .map(|server| written_part(&server.disk));
    let mut disks: Disks = names
        .zip(disks)
        .filter(|(_, disk)| *disk != Disk::default())
        .collect();
    disks.sort();
    disks
}

fn written_part(disk: &Disk) -> Disk {
    let mut written = Disk {
        hard_state: disk.hard_state,
        damaged: disk.damaged.clone(),
        ..Disk::default()
    };
    for entry in disk.log.entries() {
        written.log.append(entry.clone());
    }
    written
}

/// What the page does with a write.
fn carry_out(disks: &mut Disks, write: DiskWrite) {
    let name = write.server.to_string();
    let position = disks.iter().position(|(known, _)| *known == name);
    let mut disk = position.map_or_else(Disk::default, |position| disks.remove(position).1);
    disk.truncate(write.keep);
    disk.hard_state = write.hard_state;
    for entry in write.append {
        disk.log.append(entry);
    }
    for index in write.damage {
        disk.damaged.insert(index);
    }
    if disk != Disk::default() {
        disks.push((name, disk));
        disks.sort();
    }
}
