//! What is chosen where nobody chooses. `STORMS=1000000 cargo test --release --test weather` is for the patient.

#![cfg(not(target_arch = "wasm32"))]

use catchup::property::{Kind, Property};
use catchup::protocol::Role;
use catchup::run::{Applied, Run};

const NAMES: [&str; 7] = ["every", "tom", "dick", "and", "harry", "bob", "zoe"];

fn storms() -> u32 {
    let asked = std::env::var("STORMS").ok();
    asked.and_then(|asked| asked.parse().ok()).unwrap_or(10_000)
}

fn run(text: &str) -> Run {
    let mut run = Run::new(text).unwrap_or_else(|fault| panic!("{fault}\n{text}"));
    run.seek(run.length());
    run
}

/// How many moments a line brought, and whether nothing is left to do.
fn let_run(run: &mut Run, line: &str) -> (usize, bool) {
    match run.apply(line) {
        Ok(Applied::LetRun { moments, is_over }) => (moments, is_over),
        other => panic!("{line}: {other:?} in {run:?}"),
    }
}

fn do_all(run: &mut Run, lines: &[String]) {
    for line in lines {
        run.apply(line).unwrap_or_else(|fault| panic!("{fault}"));
    }
}

fn assert_promises_kept(run: &Run) {
    for watched in run.properties() {
        let is_kept = watched.kind != Kind::Always || watched.holds();
        assert!(is_kept, "{:?} is broken in {run:?}", watched.property);
    }
}

fn holds(run: &Run, property: Property) -> bool {
    let properties = run.properties();
    let found = properties
        .iter()
        .find(|watched| watched.property == property);
    found.expect("a property that is watched").holds()
}

/// Everybody up, every link whole, every message on its way still.
fn heal(run: &mut Run) {
    let simulation = run.now();
    let registry = &simulation.registry;
    let mut lines = Vec::new();
    for link in simulation.cluster.network.cut.iter() {
        let (one, other) = link.ends();
        lines.push(format!(
            "heal {} {}",
            registry.name(one),
            registry.name(other)
        ));
    }
    for (id, server) in simulation.numbered_servers() {
        if !server.is_up() {
            lines.push(format!("restart {}", registry.name(id)));
        }
    }
    do_all(run, &lines);
}

/// In a storm Raft keeps all that it promises, whoever is added or removed. When everything is healed, a calm day ends,
/// and brings a leader and equal logs.
#[test]
fn raft_bears_any_storm_and_recovers() {
    let mut elected = 0;
    for seed in 0..storms() {
        let count = 1 + seed as usize % NAMES.len();
        let voters = 1 + seed as usize / 7 % count;
        let names = NAMES[..count].join(" ");
        let voters = NAMES[..voters].join(" ");
        let mut run = run(&format!(
            "protocol raft\nservers {names}\nvoters {voters}\n"
        ));
        let harsh = [
            " change 0",
            " change 0 kill 6 cut 8",
            " change 0 lose 20 repeat 20",
            " change 8 timeout 15",
            " change 0 write 30 read 20",
        ];
        let rates = harsh[seed as usize % harsh.len()];
        let (moments, is_over) = let_run(&mut run, &format!("storm {seed} 60{rates}"));
        assert_eq!((moments, is_over), (60, false), "{run:?}");
        assert_promises_kept(&run);
        elected += u32::from(holds(&run, Property::SomebodyWasElected));
        heal(&mut run);
        let (_, is_over) = let_run(&mut run, &format!("calm {seed} 3000"));
        assert!(is_over, "{run:?}");
        assert_promises_kept(&run);
        assert!(
            run.now()
                .numbered_servers()
                .any(|(_, server)| server.is_leader()),
            "{run:?}"
        );
        assert!(holds(&run, Property::EveryoneHasEverything), "{run:?}");
        assert!(holds(&run, Property::LogsAgree), "{run:?}");
    }
    assert!(elected > storms() / 3, "{elected} elections");
}

/// With any rules off, and under every protocol, a storm goes on and nothing panics.
#[test]
fn storms_go_on_whatever_is_switched_off() {
    for (seed, protocol) in (0..400).zip(catchup::catalog::ProtocolName::ALL.iter().cycle()) {
        let mut text = format!("protocol {}\n", protocol.name());
        for (position, row) in protocol.rules().iter().enumerate() {
            if (seed * 0x9e37_79b9_u64) >> (position + 16) & 1 == 1 {
                text += &format!("without {}\n", row.rule.name());
            }
        }
        let mut run = run(&format!("{text}servers every tom dick and harry\n"));
        assert_eq!(
            let_run(&mut run, &format!("storm {seed} 300")),
            (300, false),
            "{run:?}"
        );
        let replayed = Run::new(&run.script()).expect("a script of a run can be read");
        assert_eq!(replayed.length(), 300);
        let_run(&mut run, &format!("calm {seed} 300"));
    }
}

/// In one piece or moment by moment, wherever the cursor has been.
#[test]
fn a_choice_is_a_function_of_seed_moment_and_state() {
    const HEAD: &str =
        "protocol raft\nservers every tom dick\nprompt tom timeout\nclient tom set k 1\n";
    for line in ["calm 7", "storm 7"] {
        let mut whole = run(HEAD);
        let (moments, _) = let_run(&mut whole, &format!("{line} 40"));
        let mut stepped = run(HEAD);
        for _ in 0..moments {
            let end = stepped.length();
            stepped.seek(1);
            stepped.seek(end);
            let_run(&mut stepped, &format!("{line} 1"));
        }
        assert_eq!(stepped.script(), whole.script());
    }
    let mut one = run(HEAD);
    let mut other = run(HEAD);
    let_run(&mut one, "storm 7 40");
    let_run(&mut other, "storm 8 40");
    assert_ne!(one.script(), other.script());
}

/// A text holds what came of it, and no chance.
#[test]
fn a_short_form_is_replaced_by_plain_actions() {
    let mut run = run("protocol raft\nservers every tom dick\n");
    let (moments, is_over) = let_run(&mut run, "calm 1 100");
    assert!(is_over);
    let script = run.script();
    assert_eq!(script.lines().count(), 2 + moments);
    assert!(!script.contains("calm"));
    let leads = |run: &Run| {
        run.now()
            .numbered_servers()
            .any(|(_, server)| server.role() == Some(Role::Leader))
    };
    assert!(leads(&run));
    assert_eq!(let_run(&mut run, "calm 1 100"), (0, true));
    assert_eq!(run.length(), moments);
}

/// A calm day ends also where a request can't be answered: it changes nothing more.
#[test]
fn calm_ends_where_nothing_would_change() {
    for text in [
        // Nobody reaches a majority, and a request waits.
        "servers every tom dick\nprompt tom timeout\nsettle\ncut tom every\ncut tom dick\nkill every\nclient tom set k 1\nsettle\n",
        // A read waits for an entry of the leader's own term, which nobody writes.
        "without no_op_first\nservers every tom dick\nprompt tom timeout\nsettle\nclient tom get k\nsettle\n",
        // A follower has no room.
        "servers every tom dick\nfull dick\nprompt tom timeout\nsettle\nclient tom set k 1\nsettle\n",
        // All are alone.
        "servers every tom dick\ncut every tom\ncut every dick\ncut tom dick\n",
        "servers every\nkill every\n",
        "",
    ] {
        let mut run = run(&format!("protocol raft\n{text}"));
        let (_, is_over) = let_run(&mut run, "calm 3 500");
        assert!(is_over, "{run:?}");
    }
}

/// Troubles come as often as their rates say.
#[test]
fn rates_are_kept() {
    let mut run = run("protocol raft\nservers every tom dick and harry\n");
    let none = "kill 0 cut 0 timeout 0 change 0 read 0 lose 0 repeat 0";
    let_run(&mut run, &format!("storm 5 2000 write 20 {none}"));
    let count = |verb: &str| {
        run.script()
            .lines()
            .filter(|line| line.starts_with(verb))
            .count()
    };
    assert!(
        (300..=520).contains(&count("client ")),
        "{} writes",
        count("client ")
    );
    assert_eq!(
        count("kill ") + count("cut ") + count("drop ") + count("duplicate "),
        0
    );
}

#[test]
fn faults_say_what_was_expected() {
    for (line, fault) in [
        (
            "calm",
            "Found nothing, expected a seed, from 0 to 4294967295.",
        ),
        (
            "calm x 3",
            "Found “x”, expected a seed, from 0 to 4294967295.",
        ),
        (
            "calm 4294967296 3",
            "Found “4294967296”, expected a seed, from 0 to 4294967295.",
        ),
        (
            "calm 1",
            "Found nothing, expected a number of moments, from 1 to 20000.",
        ),
        (
            "storm 1 0",
            "Found “0”, expected a number of moments, from 1 to 20000.",
        ),
        (
            "calm 1 1 kill 3",
            "Found “kill 3”, expected calm, a seed and a number of moments.",
        ),
        (
            "storm 1 1 rain 3",
            "Found “rain”, expected lose, repeat, kill, cut, timeout, write, read or change.",
        ),
        (
            "storm 1 1 kill",
            "Found nothing, expected a percentage, from 0 to 100.",
        ),
        (
            "storm 1 1 kill 101",
            "Found “101”, expected a percentage, from 0 to 100.",
        ),
    ] {
        let mut run = run("protocol raft\nservers every\n");
        let found = run.apply(line).expect_err(line);
        assert_eq!(found.to_string(), fault, "{line}");
    }
}
