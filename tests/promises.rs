//! What is promised and hoped for: when a promise counts as broken, and whom the sentences name.

#![cfg(not(target_arch = "wasm32"))]

use catchup::lessons::lesson;
use catchup::properties::Watched;
use catchup::property::{Kind, Property};
use catchup::reference::Why;
use catchup::run::Run;

/// A run of a text, at its end.
fn run(text: &str) -> Run {
    let mut run = Run::new(text).unwrap_or_else(|fault| panic!("{fault}"));
    run.seek(run.length());
    run
}

fn watched(run: &Run, property: Property) -> Watched {
    let mut all = run.properties().into_iter();
    all.find(|watched| watched.property == property)
        .expect("a property that is watched")
}

fn says(run: &Run, property: Property) -> String {
    watched(run, property).says(run.registry())
}

/// The cells that a property marks, as "harry 2".
fn marks(run: &Run, property: Property) -> Vec<String> {
    let cells = watched(run, property).cells();
    let told = cells
        .iter()
        .map(|cell| format!("{} {}", run.registry().name(cell.server), cell.index));
    told.collect()
}

#[test]
fn promises_are_the_protocols_own() {
    let kinds = |protocol: &str| {
        let run = run(&format!("protocol {protocol}\nservers tom\n"));
        let all = run.properties();
        let told = all
            .iter()
            .map(|watched| format!("{} {}", watched.kind.name(), watched.property.id()));
        told.collect::<Vec<_>>()
    };
    assert_eq!(
        kinds("ask_length"),
        [
            "always logs_agree",
            "always nothing_repeated",
            "goal everyone_has_everything"
        ]
    );
    for protocol in ["walk_back", "walk_back_with_hints"] {
        assert_eq!(
            kinds(protocol),
            [
                "always log_matching",
                "always nothing_repeated",
                "goal logs_agree",
                "goal everyone_has_everything"
            ]
        );
    }
}

const DISAGREEING: &str = "protocol ask_length\nservers every dick harry\ndisk every 0 set b 2\ndisk dick 0 set b 2\n\nclient harry set b 9\nsettle\nkill harry\nwipe harry\nrestart harry\n";

#[test]
fn a_broken_promise_stays_broken_and_tells_since_when() {
    let mut run = run(DISAGREEING);
    let broken = watched(&run, Property::LogsAgree);
    assert!(!broken.holds());
    assert_eq!(broken.broken_at, Some(2));
    assert_eq!(
        broken.says(run.registry()),
        "At step 2: Entry 1 is set b 2 on every and set b 9 on harry."
    );
    assert!(broken.cells().is_empty(), "it is so no more");
    run.seek(1);
    assert!(watched(&run, Property::LogsAgree).holds());
    run.seek(2);
    assert_eq!(marks(&run, Property::LogsAgree), ["every 1", "harry 1"]);
    // Another future, in which it was never broken.
    run.seek(1);
    run.apply("drop 1").expect("a line");
    assert!(watched(&run, Property::LogsAgree).holds());
}

#[test]
fn a_start_can_break_a_promise() {
    let run = run(
        "protocol walk_back\nservers tom dick\ndisk tom 1 set a 1\ndisk tom 2 set b 2\ndisk dick 1 set a 9\ndisk dick 2 set b 2\n",
    );
    let broken = watched(&run, Property::LogMatching);
    assert_eq!(broken.broken_at, Some(0));
    assert_eq!(
        broken.says(run.registry()),
        "tom and dick both have an entry of term 1 at index 1, but these are different entries."
    );
}

/// A raised hand at a disk breaks a promise once its server is up, and not before.
#[test]
fn a_hand_edited_disk_counts_when_its_server_is_up() {
    let text = "protocol walk_back\nservers tom dick\ndisk tom 1 set a 1\ndisk dick 1 set a 1\nkill tom\nwipe tom\ndisk tom 1 set a 9\n";
    assert!(watched(&run(text), Property::LogMatching).holds());
    let run = run(&format!("{text}restart tom\n"));
    assert_eq!(watched(&run, Property::LogMatching).broken_at, Some(4));
}

/// Under terms, what nobody confirmed may differ: that breaks nothing, and the goal is not reached yet.
#[test]
fn figure_7_breaks_no_promise() {
    let lesson = lesson("figure-7").expect("a lesson");
    let mut run = run(lesson.text);
    for moment in 0..=run.length() {
        run.seek(moment);
        for watched in run.properties() {
            assert!(
                watched.kind == Kind::Goal || watched.holds(),
                "{} at {moment}",
                watched.property.id()
            );
        }
    }
    assert!(watched(&run, Property::EveryoneHasEverything).holds());
}

/// In the lesson of the same length, harry is the one who differs from the leader, at every step.
#[test]
fn who_differs_from_the_leader_is_named_and_nobody_else() {
    let lesson = lesson("the-same-length").expect("a lesson");
    let run = run(lesson.text);
    assert_eq!(
        says(&run, Property::LogsAgree),
        "Entry 2 is set b 2 on dick and set b 9 on harry."
    );
    assert_eq!(marks(&run, Property::LogsAgree), ["dick 2", "harry 2"]);
}

/// Who differs later is named too; who differs only beyond the reference's end, among themselves.
#[test]
fn everybody_who_differs_is_named() {
    let head =
        "protocol walk_back\nservers a b c d\n#: reference a\ndisk a 1 set x 1\ndisk a 1 set y 1\n";
    let later = run(&format!(
        "{head}disk b 2 set x 1\ndisk c 1 set x 1\ndisk c 2 set y 2\n"
    ));
    assert_eq!(
        says(&later, Property::LogsAgree),
        "Entry 1 is set x 1 of term 1 on a and set x 1 of term 2 on b; c differs from entry 2 on."
    );
    assert_eq!(marks(&later, Property::LogsAgree), ["a 1", "b 1", "c 2"]);
    let same = "disk b 1 set x 1\ndisk b 1 set y 1\ndisk c 1 set x 1\ndisk c 1 set y 1\n";
    let beyond = run(&format!("{head}{same}disk b 2 set z 2\ndisk c 3 set z 3\n"));
    assert_eq!(
        says(&beyond, Property::LogsAgree),
        "Entry 3 is set z 2 on b and set z 3 on c."
    );
    assert_eq!(
        says(&beyond, Property::EveryoneHasEverything),
        "a has 2 entries; b and c have 1 entry more; d has none of them."
    );
}

/// The goal is that all logs are equal: a longer log is not.
#[test]
fn everyone_has_everything_when_the_logs_are_equal() {
    let head = "protocol ask_length\nservers dick tom and\ndisk dick 0 set a 1\n";
    let cases = [
        ("", "dick has 1 entry; tom and and lack entry 1."),
        (
            "disk tom 0 set a 1\ndisk tom 0 set b 2\ndisk and 0 set a 1\n#: reference dick\n",
            "dick has 1 entry; tom has 1 entry more.",
        ),
        (
            "disk tom 0 set a 9\n",
            "dick has 1 entry; tom differs from entry 1 on; and lacks entry 1.",
        ),
        ("kill dick\nkill tom\nkill and\n", "No server is up."),
        (
            "kill tom\nkill and\n",
            "dick alone is up, with 1 entry. tom and and are down, and lack entry 1.",
        ),
        (
            "disk and 0 set a 1\nkill tom\n",
            "Both logs are equal: 1 entry. tom is down, and lacks entry 1.",
        ),
    ];
    for (more, expected) in cases {
        let run = run(&format!("{head}{more}"));
        let watched = watched(&run, Property::EveryoneHasEverything);
        assert_eq!(watched.says(run.registry()), expected, "{more}");
        let equal = expected.contains("equal") || expected.contains("alone");
        assert_eq!(watched.holds(), equal, "{more}");
    }
}

#[test]
fn every_server_with_a_repeated_entry_is_named() {
    let run = run(
        "protocol ask_length\nservers every dick tom\ndisk dick 0 set a 1\nclient dick youre_the_leader\nclient dick youre_the_leader\ndeliver 1\ndeliver 2\nsettle\n",
    );
    assert_eq!(
        says(&run, Property::NothingRepeated),
        "Entry 2 on every and tom, set a 1, was entry 1 at its sender."
    );
    assert_eq!(marks(&run, Property::NothingRepeated), ["every 2", "tom 2"]);
}

#[test]
fn the_reference_is_the_leader_then_who_is_named_then_the_longest_log() {
    let why = |text: &str| {
        let run = run(&format!(
            "protocol ask_length\nservers tom dick\ndisk dick 0 set a 1\n{text}"
        ));
        let reference = run.reference().expect("somebody is registered");
        let name = run.registry().name(reference.server).to_string();
        (name, reference.why)
    };
    let expect = |text: &str, name: &str, reason: Why| {
        assert_eq!(why(text), (name.to_string(), reason), "{text}");
    };
    expect("", "dick", Why::LongestLog);
    expect("#: reference tom\n", "tom", Why::Named);
    expect("#: reference tom\nkill tom\n", "dick", Why::LongestLog);
    expect(
        "#: reference tom\nclient dick youre_the_leader\nsettle\n",
        "dick",
        Why::Leader,
    );
    expect("kill tom\nkill dick\n", "dick", Why::LongestDisk);
}

/// The line is a comment to whoever does not know it, and travels with the run.
#[test]
fn a_text_can_name_the_reference() {
    let text = "protocol ask_length\nservers tom dick\n#: reference tom\n";
    assert_eq!(run(text).script(), text);
    let fault = |line: &str| {
        let read = Run::new(&format!("protocol ask_length\nservers tom\n{line}\n"));
        read.expect_err("a fault").to_string()
    };
    assert_eq!(
        fault("#: reference bob"),
        "Line 3: found “bob”, expected a server: tom."
    );
    assert_eq!(
        fault("#: reference tom\n#: reference tom"),
        "Line 4: found a second reference, expected one."
    );
}
