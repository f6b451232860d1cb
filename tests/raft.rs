//! What is said of Raft's rules is so, and what must hold with all of them does.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;

use catchup::catalog::ProtocolName;
use catchup::comparison;
use catchup::property::{Kind, Property};
use catchup::rule::{Rule, RuleSet};
use catchup::run::Run;

fn read(text: &str) -> Run {
    let mut run = Run::new(text).unwrap_or_else(|fault| panic!("{fault}\n{text}"));
    run.seek(run.length());
    run
}

/// What a run breaks of what is promised; and the goals that it does not reach.
fn broken(run: &Run) -> BTreeSet<Property> {
    let properties = run.properties().into_iter();
    let broken = properties.filter(|watched| watched.kind != Kind::Sometimes && !watched.holds());
    broken.map(|watched| watched.property).collect()
}

fn raft() -> ProtocolName {
    ProtocolName::parse("raft").expect("there is Raft")
}

/// The same without what is switched off by a line.
fn with_rule(run: &Run, rule: Rule) -> Run {
    let mut without: RuleSet = run.scenario().setting.without;
    without.remove(rule);
    let mut run = comparison::without(run, without).run;
    run.seek(run.length());
    run
}

#[test]
fn each_rule_that_breaks_something_has_a_run_that_shows_it() {
    for row in raft().rules() {
        assert_eq!(row.breaks.is_some(), row.example.is_some(), "{row:?}");
    }
}

/// The run breaks what its rule says, and with the rule on it breaks nothing that is promised: under each
/// protocol that has rules, the walking ones among them.
#[test]
fn examples_break_what_they_are_said_to_break() {
    let mut shown = Vec::new();
    for protocol in ProtocolName::ALL {
        for row in protocol.rules() {
            let (Some(property), Some(example)) = (row.breaks, row.example) else {
                continue;
            };
            let run = read(&example.text());
            let name = row.rule.name();
            assert_eq!(run.scenario().protocol, *protocol, "{name}");
            assert!(run.scenario().setting.without.contains(row.rule), "{name}");
            assert!(broken(&run).contains(&property), "{name}: {run:?}");
            let kept = with_rule(&run, row.rule);
            let promised = protocol.promises().contains(&property);
            let still = broken(&kept);
            let promises_broken = still.iter().any(|one| protocol.promises().contains(one));
            assert!(!promises_broken, "{name} on: {still:?} in {kept:?}");
            assert!(promised || name == "step_down_for_later_terms");
            shown.push(protocol.name());
        }
    }
    assert!(shown.contains(&"walk_back") && shown.contains(&"walk_back_with_hints"));
}

#[test]
fn heads_have_rules_and_voters() {
    let head = "protocol raft\nwithout vote_on_disk\nwithout no_op_first\nservers every tom dick\nvoters every tom\n";
    assert_eq!(read(head).script(), head);
    let turned = "voters tom every\nwithout no_op_first\nservers every tom dick\nwithout vote_on_disk\nprotocol raft\n";
    assert_eq!(read(turned).script(), head);
    let all = "protocol raft\nservers every tom\nvoters every tom\n";
    assert_eq!(read(all).script(), "protocol raft\nservers every tom\n");
    let fault = |text: &str| Run::new(text).expect_err("a fault").to_string();
    assert_eq!(
        fault("protocol walk_back\nservers every\nvoters every\n"),
        "Line 3: found “voters”, expected no such line, since nobody votes under this protocol."
    );
    assert_eq!(
        fault("protocol walk_back\nwithout vote_on_disk\n"),
        "Line 2: found “vote_on_disk”, expected a rule of walk_back: previous_entry_check, cut_only_conflicts and old_terms_refused."
    );
    assert_eq!(
        fault("protocol ask_length\nwithout vote_on_disk\n"),
        "Line 2: found “vote_on_disk”, expected no such line, since ask_length has no such rules."
    );
    assert_eq!(
        fault("protocol raft\nservers every\nvoters tom\n"),
        "Line 3: found “tom”, expected a server: every."
    );
    assert_eq!(
        fault("protocol raft\nwithout no_op_first\nwithout no_op_first\n"),
        "Line 3: found a second without no_op_first, expected one."
    );
}

/// Under another protocol nobody votes, and all its rules hold.
#[test]
fn other_protocols_leave_voters_and_rules_out() {
    let run = read("protocol raft\nwithout vote_on_disk\nservers every tom\nvoters every\n");
    let walking = ProtocolName::parse("walk_back").expect("there is walking back");
    let trial = comparison::under(&run, walking);
    assert_eq!(
        trial.run.script(),
        "protocol walk_back\nservers every tom\n"
    );
}

/// Who asks a server that does not lead is told whom to ask.
#[test]
fn a_declined_request_names_the_leader() {
    let run = read(
        "protocol raft\nservers every tom dick\nprompt dick timeout\nsettle\nclient tom set k 5\nstep\n",
    );
    let events = run.events(run.length());
    let leaders = events.iter().filter_map(|event| match event {
        catchup::event::Event::Declined { why, .. } => why.leader(),
        _ => None,
    });
    let names: Vec<&str> = leaders
        .map(|leader| run.registry().name(leader).as_ref())
        .collect();
    assert_eq!(names, ["dick"]);
}
