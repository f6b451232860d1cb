//! What the side by side view counts: known conversations, counted by hand.

#![cfg(not(target_arch = "wasm32"))]

use catchup::catalog::ProtocolName;
use catchup::comparison::{self, Costs, Trial};
use catchup::lesson::{self, Guide};
use catchup::property::Property;
use catchup::rule::RuleSet;
use catchup::run::Run;

const NOMINATE: &str = "client dick youre_the_leader\nsettle\n";

fn trial(start: &str, trouble: &str, protocol: &str) -> Trial {
    let protocol = ProtocolName::parse(protocol).expect("a known protocol");
    comparison::trial(start, trouble, protocol).expect("a text that can be read")
}

fn costs(trial: &Trial) -> Costs {
    comparison::costs(&trial.run, trial.run.length())
}

fn start(name: &str, behind: u32) -> comparison::Start {
    let mut starts = comparison::starts(behind).into_iter();
    starts
        .find(|start| start.name == name)
        .expect("a known start")
}

fn holds(trial: &Trial, property: Property) -> bool {
    let watched = trial.run.properties();
    let found = watched.iter().find(|watched| watched.property == property);
    found.expect("a property that is watched").holds()
}

fn all_equal(trial: &Trial) -> bool {
    holds(trial, Property::EveryoneHasEverything)
}

/// A question, a number, the entries, and thanks: whatever the follower lacks.
#[test]
fn asking_the_length_costs_four_messages_and_two_round_trips() {
    for behind in [1, 5, 12] {
        let start = start("behind", behind);
        let trial = trial(&start.text, start.trouble, "ask_length");
        let found = costs(&trial);
        assert_eq!(
            (found.messages, found.round_trips, found.entries),
            (4, 2, behind)
        );
        assert!(all_equal(&trial));
    }
}

/// With the first message at the last entry, a follower that is behind by n refuses n - 1 times.
#[test]
fn walking_back_costs_two_messages_for_each_entry() {
    for behind in [1, 5, 12] {
        let start = start("behind", behind);
        let trial = trial(&start.text, start.trouble, "walk_back");
        let found = costs(&trial);
        assert_eq!((found.messages, found.round_trips), (2 * behind, behind));
        assert_eq!(found.entries, (1..=behind).sum::<u32>());
        assert!(all_equal(&trial));
    }
}

#[test]
fn a_hint_makes_up_for_any_distance() {
    for (behind, messages) in [(1, 2), (5, 4), (12, 4)] {
        let start = start("behind", behind);
        let trial = trial(&start.text, start.trouble, "walk_back_with_hints");
        assert_eq!(costs(&trial).messages, messages);
        assert!(all_equal(&trial));
    }
}

/// The bytes are those of the text on the wire.
#[test]
fn bytes_are_counted_on_the_wire() {
    let text = "protocol ask_length\nservers dick tom\ndisk dick 0 set a ü\n";
    let wires = [
        "dick@ask_length",
        "tom@tell_length 0",
        "dick@send_missing\n1 0 set a ü",
        "tom@say_thanks",
    ];
    let bytes: usize = wires.iter().map(|wire| wire.len()).sum();
    assert_eq!(
        costs(&trial(text, NOMINATE, "ask_length")).bytes,
        bytes as u32
    );
}

#[test]
fn costs_grow_with_the_moment() {
    let start = start("figure-7", 0);
    let trial = trial(&start.text, start.trouble, "walk_back");
    let mut before = Costs::default();
    for moment in 0..=trial.run.length() {
        let now = comparison::costs(&trial.run, moment);
        assert!(now.messages >= before.messages && now.bytes >= before.bytes);
        before = now;
    }
    assert!(before.messages > 0);
}

/// The lesson of the view: one of three ends with different logs, and does not notice.
#[test]
fn only_the_article_leaves_different_logs_of_one_length() {
    let start = start("same-length", 0);
    assert!(!all_equal(&trial(&start.text, start.trouble, "ask_length")));
    assert!(all_equal(&trial(&start.text, start.trouble, "walk_back")));
    assert!(all_equal(&trial(
        &start.text,
        start.trouble,
        "walk_back_with_hints"
    )));
}

#[test]
fn only_the_article_repeats_entries_when_nominated_twice() {
    let start = start("nominated-twice", 0);
    let repeated = |protocol| {
        let trial = trial(&start.text, start.trouble, protocol);
        !holds(&trial, Property::NothingRepeated)
    };
    assert!(repeated("ask_length"));
    assert!(!repeated("walk_back"));
    assert!(!repeated("walk_back_with_hints"));
}

#[test]
fn the_charts_say_where_the_cheap_way_is_wrong() {
    let curve = |curves: Vec<comparison::Curve>, name: &str| {
        let mut curves = curves.into_iter();
        curves
            .find(|curve| curve.protocol.name() == name)
            .expect("a curve for each")
            .points
    };
    let asking = curve(comparison::chart_conflicting(), "ask_length");
    assert!(asking[0].equal);
    assert!(
        asking[1..]
            .iter()
            .all(|point| !point.equal && point.messages == 3)
    );
    let walking = curve(comparison::chart_conflicting(), "walk_back");
    assert!(walking.iter().all(|point| point.equal));
    assert!(
        walking
            .windows(2)
            .all(|pair| pair[0].messages <= pair[1].messages)
    );
    let hinted = curve(comparison::chart_conflicting(), "walk_back_with_hints");
    assert!(
        hinted
            .iter()
            .all(|point| point.equal && point.messages <= 6)
    );
    assert!(
        curve(comparison::chart_behind(), "ask_length")
            .iter()
            .all(|point| point.equal)
    );
}

#[test]
fn what_a_protocol_does_not_offer_is_left_out_and_told() {
    let text = "protocol ask_length\nservers dick tom\n";
    let trouble = "client dick youre_the_leader\nstep\nprompt dick resend\nsettle\n";
    let asking = trial(text, trouble, "ask_length");
    assert_eq!(asking.left_out.len(), 1);
    assert!(asking.left_out[0].starts_with("Line 3, prompt dick resend"));
    assert!(trial(text, trouble, "walk_back").left_out.is_empty());
}

#[test]
fn message_numbers_and_actions_in_the_start_are_faults() {
    let text = "protocol ask_length\nservers dick tom\n";
    let protocol = ProtocolName::ALL[0];
    let fault = comparison::trial(text, "client dick show\ndeliver 1\n", protocol).err();
    assert!(fault.is_some_and(|fault| fault.to_string().starts_with("Line 2: found deliver 1")));
    let fault = comparison::trial(
        "protocol ask_length\nservers dick\nkill dick\n",
        "",
        protocol,
    )
    .err();
    assert!(fault.is_some_and(|fault| fault.to_string().starts_with("Line 3: found an action")));
}

#[test]
fn a_start_that_breaks_log_matching_is_warned_of() {
    let broken = "protocol ask_length\nservers dick tom\ndisk dick 1 set a 1\ndisk tom 1 set a 2\n";
    assert!(trial(broken, NOMINATE, "walk_back").warning.is_some());
    assert!(trial(broken, NOMINATE, "ask_length").warning.is_none());
    for start in comparison::starts(3) {
        assert!(
            trial(&start.text, start.trouble, "walk_back")
                .warning
                .is_none()
        );
    }
}

/// A run at a moment under another protocol, with what could not be done.
fn under(text: &str, moment: usize, protocol: &str) -> Trial {
    let mut run = Run::new(text).expect("a text that can be read");
    run.seek(moment);
    let protocol = ProtocolName::parse(protocol).expect("a known protocol");
    comparison::under(&run, protocol)
}

const THREE: &str = "protocol ask_length\nservers dick harry\ndisk dick 1 set a 1\ndisk dick 1 set b 2\nclient dick youre_the_leader\n";

#[test]
fn a_run_is_told_again_under_another_protocol() {
    // 1 nominated, 2 to 6 delivered, 7 killed, 8 written to, 9 delivered to nobody.
    let text = format!("{THREE}settle\n# good night\nkill harry\nclient dick set c 3\nstep\n");
    let trial = under(&text, 0, "walk_back");
    assert_eq!(trial.left_out, [""; 0]);
    let expected = "protocol walk_back\nservers dick harry\ndisk dick 1 set a 1\ndisk dick 1 set b 2\nclient dick youre_the_leader\ndeliver 1\ndeliver 2\ndeliver 3\ndeliver 4\ndeliver 5\ndeliver 6\n# good night\nkill harry\nclient dick set c 3\ndeliver 7\n";
    assert_eq!(trial.run.script(), expected);
    assert_eq!(
        under(&text, 9, "ask_length").run.script(),
        Run::new(&text).expect("read").script()
    );
}

#[test]
fn a_run_under_another_protocol_stands_at_the_same_place() {
    let text = format!("{THREE}settle\nkill harry\nclient dick set c 3\nstep\n");
    let length = Run::new(&text).expect("read").length();
    let stands = |moment| under(&text, moment, "walk_back").run.cursor();
    assert_eq!([stands(0), stands(1), stands(2), stands(3)], [0, 1, 2, 3]);
    // All was delivered, which takes one message more here; then harry was killed.
    let killed = text_of(&text, "kill harry");
    assert_eq!(
        stands(killed - 1),
        text_of(&under(&text, 0, "walk_back").run.script(), "kill harry") - 1
    );
    assert_eq!(
        stands(killed),
        text_of(&under(&text, 0, "walk_back").run.script(), "kill harry")
    );
    let end = under(&text, length, "walk_back").run;
    assert_eq!(end.cursor(), end.length());
}

/// The moment of an action.
fn text_of(text: &str, action: &str) -> usize {
    let run = Run::new(text).expect("read");
    let found = run.actions().position(|other| other.to_string() == action);
    1 + found.expect("the run has the action")
}

#[test]
fn what_cannot_be_told_under_another_protocol_is_left_out_and_said() {
    let text = THREE.replace("ask_length", "walk_back")
        + "deliver 1\nduplicate 3\ndrop 3\nprompt dick resend\n";
    let trial = under(&text, 1, "ask_length");
    assert_eq!(trial.left_out.len(), 3, "{:?}", trial.left_out);
    assert_eq!(
        trial.left_out[0],
        "duplicate 3 was left out, since message numbers differ from protocol to protocol."
    );
    assert!(
        trial.left_out[2].starts_with("prompt dick resend was left out: "),
        "{}",
        trial.left_out[2]
    );
    assert_eq!(trial.run.length(), 2);
}

/// Its questions would stand where nothing of what they ask about comes, or several before one action.
#[test]
fn what_a_lesson_says_on_the_way_is_left_out_under_another_protocol() {
    let said = "#@ opens here\n#? what will harry answer\n#+ Look at its disk.\nstep\n# mine\nstep\n#> Now it knows.\n#? whose log changes\nstep\nstep\n#> That was all.\n# The end.\n#! harry leads\n#+ Ask it.\n";
    let text = format!("# The story.\n{THREE}{said}");
    let other = under(&text, 0, "raft").run;
    assert_eq!(lesson::guide(&other), Guide::default());
    let kept = other.script();
    for line in ["# The story.", "# mine", "# The end."] {
        assert!(kept.lines().any(|one| one == line), "{line}: {kept}");
    }
    let same = under(&text, 0, "ask_length").run;
    assert_eq!(lesson::guide(&same).goals.len(), 1, "{same:?}");
}

/// What a person wrote after the last action stays the end of the run.
#[test]
fn the_last_comments_are_kept() {
    let text =
        "protocol walk_back\nservers tom dick\nclient dick youre_the_leader\nstep\n# The end.\n";
    let told = Run::new(text).expect("a text that can be read");
    let retold = comparison::under(&told, told.scenario().protocol).run;
    assert!(retold.script().ends_with("# The end.\n"), "{retold:?}");
    let replayed = comparison::without(&told, RuleSet::default()).run;
    assert_eq!(replayed.script(), told.script());
}
