//! What the stories of the lessons about Raft say is so in their runs, and what their last questions ask
//! for leads to what they mean.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;

use catchup::comparison;
use catchup::event::Event;
use catchup::lesson::{self, Goal, Reach};
use catchup::lessons::{self, Group, LESSONS, Lesson};
use catchup::property::{Kind, Property};
use catchup::registry::{Party, ServerId};
use catchup::rule::Rule;
use catchup::run::{Applied, Run};
use catchup::server::Server;

/// A lesson's run at a moment.
fn at(name: &str, moment: usize) -> Run {
    let mut run = Run::new(text(name)).unwrap_or_else(|fault| panic!("{name}: {fault}"));
    assert!(run.seek(moment), "{name} has a moment {moment}");
    run
}

/// A lesson's run at its end.
fn ended(name: &str) -> Run {
    at(name, length(name))
}

fn text(name: &str) -> &'static str {
    lessons::lesson(name).expect("a lesson").text
}

fn length(name: &str) -> usize {
    Run::new(text(name)).expect("a text").length()
}

/// Does what a learner is asked to do.
fn act(run: &mut Run, lines: &[&str]) {
    for line in lines {
        let applied = run.apply(line).expect("a line");
        assert!(matches!(applied, Applied::Done { .. }), "{line}");
    }
}

/// The same run, with a rule switched on that the lesson names.
fn with_rule(run: &Run, rule: Rule) -> Run {
    let tells = lesson::guide(run).tells;
    let told = tells
        .iter()
        .any(|tell| tell.text.contains(&format!("“{}”", rule.title())));
    assert!(told, "{tells:?}");
    let mut off = run.scenario().setting.without;
    assert!(off.contains(rule));
    off.remove(rule);
    let trial = comparison::without(run, off);
    assert_eq!(trial.left_out, [""; 0]);
    assert_eq!(trial.run.cursor(), run.cursor());
    trial.run
}

fn server<'a>(run: &'a Run, name: &str) -> &'a Server {
    let is_it = |id: &ServerId| run.registry().name(*id).as_ref() == name;
    let mut servers = run.now().numbered_servers();
    let found = servers.find(|(id, _)| is_it(id));
    found.expect("a server").1
}

/// Who leads, and in which term: "dick 1".
fn leaders(run: &Run) -> Vec<String> {
    let servers = run.now().numbered_servers();
    let leaders = servers.filter(|(_, server)| server.is_leader());
    let told = leaders.map(|(id, server)| {
        let name = run.registry().name(id);
        format!("{name} {}", server.disk.term())
    });
    told.collect()
}

/// A log as its card shows it: "1 no_op, 1 set a 1".
fn log(run: &Run, name: &str) -> String {
    let entries = server(run, name).disk.log.entries();
    let told = entries.map(|entry| entry.spelled(run.registry()).to_string());
    told.collect::<Vec<_>>().join(", ")
}

/// A store: "a 1"; nothing when it is empty.
fn store(run: &Run, name: &str) -> String {
    let store = server(run, name).store().expect("a server that is up");
    let told = store.pairs().map(|(key, value)| format!("{key} {value}"));
    told.collect::<Vec<_>>().join(", ")
}

/// Whom a server voted for in its term.
fn vote<'a>(run: &'a Run, name: &str) -> Option<&'a str> {
    let voted_for = server(run, name).disk.hard_state.voted_for?;
    Some(run.registry().name(voted_for).as_ref())
}

/// The sentences of the events of a moment.
fn says(run: &Run, moment: usize) -> String {
    let events = run.events(moment).iter();
    let told = events.map(|event| event.says(run.registry()).to_string());
    told.collect::<Vec<_>>().join("\n")
}

/// What the client was told after a moment, up to where the run stands.
fn told(run: &Run, after: usize) -> Vec<String> {
    let mut all = Vec::new();
    for moment in after + 1..=run.cursor() {
        for event in run.events(moment) {
            if let Event::Sent(envelope) = event
                && envelope.letter.to == Party::Client
            {
                let wire = envelope.letter.wire(run.registry()).to_string();
                all.push(wire.replacen('@', ": ", 1));
            }
        }
    }
    all
}

/// Which promises are broken, and since when.
fn broken(run: &Run) -> Vec<(Property, usize)> {
    let watched = run.properties().into_iter();
    let broken = watched.filter(|one| one.kind == Kind::Always && !one.holds());
    let since = broken.map(|one| (one.property, one.broken_at.expect("a moment")));
    since.collect()
}

fn happened(run: &Run, property: Property) -> bool {
    let mut watched = run.properties().into_iter();
    let found = watched.find(|one| one.property == property);
    found.expect("a property that is watched").holds()
}

#[test]
fn groups_stand_in_one_piece_and_those_of_raft_run_under_raft() {
    let mut groups: Vec<Group> = LESSONS.iter().map(|lesson| lesson.group).collect();
    groups.dedup();
    assert_eq!(groups, [Group::Replication, Group::Raft]);
    for Lesson { group, name, .. } in LESSONS {
        let run = at(name, 0);
        let votes = run.scenario().protocol.name() == "raft";
        assert_eq!(votes, *group == Group::Raft, "{name}");
        if votes {
            assert!(run.now().cluster.servers.len() <= 5, "{name}");
        }
    }
}

/// Lessons that open with a leader don't tell its election again.
#[test]
fn lessons_of_raft_open_where_their_stories_begin() {
    let opens = |name: &str| at(name, lessons::lesson(name).expect("a lesson").opens_at());
    for name in ["nobody-is-nominated", "two-stand-at-once", "an-old-entry"] {
        assert!(leaders(&opens(name)).is_empty(), "{name}");
    }
    for name in [
        "done-means-committed",
        "ask-the-leader",
        "one-more-one-less",
    ] {
        assert_eq!(leaders(&opens(name)), ["dick 1"], "{name}");
        assert_eq!(opens(name).now().mail().in_flight().len(), 0, "{name}");
    }
    let run = opens("two-leaders");
    assert_eq!(leaders(&run), ["tom 1"]);
    assert!(says(&run, run.cursor()).contains("is cut"));
}

#[test]
fn nobody_is_nominated() {
    let name = "nobody-is-nominated";
    assert!(leaders(&at(name, 6)).is_empty());
    let run = at(name, 7);
    assert_eq!(leaders(&run), ["dick 1"]);
    assert!(says(&run, 7).contains("3 of the 3 votes that it needs, now that tom says yes"));
    assert_eq!(log(&run, "dick"), "1 no_op");
    let mut run = ended(name);
    assert_eq!(leaders(&run), ["dick 1"]);
    for name in ["every", "tom", "and", "harry"] {
        assert_eq!(log(&run, name), "1 no_op");
        assert_eq!(vote(&run, name), Some("dick"));
    }
    // Nobody notices that dick is killed: nothing is said, and nobody changes.
    act(&mut run, &["kill dick"]);
    assert_eq!(run.now().mail().in_flight().len(), 0);
    assert!(leaders(&run).is_empty());
    act(&mut run, &["prompt harry timeout", "settle"]);
    assert_eq!(leaders(&run), ["harry 2"]);
    assert!(broken(&run).is_empty());
}

#[test]
fn two_stand_at_once() {
    let mut run = ended("two-stand-at-once");
    assert!(leaders(&run).is_empty());
    assert!(!happened(&run, Property::SomebodyWasElected));
    assert!(says(&run, 9).contains("tom has 2 of the 3 votes"));
    assert!(says(&run, 10).contains("dick has 2 of the 3 votes"));
    let votes = ["every", "tom", "dick", "harry"].map(|name| vote(&run, name));
    assert_eq!(
        votes,
        [Some("tom"), Some("tom"), Some("dick"), Some("dick")]
    );
    act(&mut run, &["prompt harry timeout", "settle"]);
    assert_eq!(leaders(&run), ["harry 2"]);
    for name in ["every", "tom", "dick", "harry"] {
        assert_eq!(vote(&run, name), Some("harry"));
    }
}

#[test]
fn done_means_committed() {
    let name = "done-means-committed";
    // tom's yes brings the answer; the stores of tom and harry have nothing of it yet.
    assert!(
        says(&at(name, 11), 11).contains("dick will answer “set a 1” when entry 2 is committed")
    );
    assert!(told(&at(name, 13), 0).is_empty());
    let run = at(name, 14);
    assert!(says(&run, 14).starts_with("For dick, tom agrees up to entry 2 now"));
    assert_eq!(told(&run, 0), ["dick: Done: set a 1 is my entry 2."]);
    let stores = ["tom", "dick", "harry"].map(|name| store(&run, name));
    assert_eq!(stores, ["", "a 1", ""]);
    // set b 2 reaches nobody, and is never answered.
    let mut run = ended(name);
    assert_eq!(told(&run, 14), [""; 0]);
    assert_eq!(leaders(&run), ["harry 2"]);
    assert_eq!(log(&run, "dick"), "1 no_op, 1 set a 1, 1 set b 2");
    assert!(!server(&run, "dick").is_up());
    act(
        &mut run,
        &["restart dick", "prompt harry heartbeat", "settle"],
    );
    for name in ["tom", "dick", "harry"] {
        assert_eq!(log(&run, name), "1 no_op, 1 set a 1, 2 no_op");
        assert_eq!(store(&run, name), "a 1");
    }
    assert!(broken(&run).is_empty());
}

#[test]
fn two_leaders() {
    let name = "two-leaders";
    let run = at(name, 30);
    let with_it = ["every", "tom", "dick", "and", "harry"];
    let with_it = with_it.map(|name| log(&run, name).contains("set a 1"));
    assert_eq!(with_it, [true, true, false, false, false]);
    assert_eq!(server(&run, "tom").applied(), 1);
    assert_eq!(leaders(&at(name, 37)), ["tom 1", "harry 2"]);
    let mut run = ended(name);
    assert_eq!(told(&run, 0), ["harry: Done: set a 2 is my entry 3."]);
    assert_eq!(leaders(&run), ["tom 1", "harry 2"]);
    let end = run.length();
    act(&mut run, &["prompt harry heartbeat", "settle"]);
    assert_eq!(leaders(&run), ["harry 2"]);
    assert_eq!(
        told(&run, end),
        ["tom: I don’t lead any more; whether entry 2 stays is open."]
    );
    for name in ["every", "tom", "dick", "and", "harry"] {
        assert_eq!(log(&run, name), "1 no_op, 2 no_op, 2 set a 2");
    }
    assert!(broken(&run).is_empty());
}

#[test]
fn an_old_entry() {
    let name = "an-old-entry";
    let run = at(name, 15);
    assert_eq!(leaders(&run), ["s1 4"]);
    let with_it = ["s1", "s2", "s3", "s4", "s5"].map(|name| log(&run, name).contains("2 set b 2"));
    assert_eq!(with_it, [true, true, true, false, false]);
    assert_eq!(store(&run, "s1"), "a 1, b 2");
    assert!(broken(&at(name, 25)).is_empty());
    let run = at(name, 26);
    assert_eq!(leaders(&run), ["s5 5"]);
    assert_eq!(["s2", "s3"].map(|name| vote(&run, name)), [Some("s5"); 2]);
    assert_eq!(broken(&run), [(Property::LeaderCompleteness, 26)]);
    let run = ended(name);
    for name in ["s2", "s3", "s4", "s5"] {
        assert_eq!(log(&run, name), "1 set a 1, 3 set c 3");
    }
    assert_eq!(
        broken(&run),
        [
            (Property::LeaderCompleteness, 26),
            (Property::StateMachineSafety, 39)
        ]
    );
    // With the rule the same happens, and nothing is broken, since nobody took the entry to be committed.
    let mut kept = with_rule(&run, Rule::CommitOwnTermOnly);
    assert_eq!(leaders(&kept), ["s5 5"]);
    assert!(broken(&kept).is_empty());
    assert!(!happened(&kept, Property::SomethingWasCommitted));
    assert!(kept.seek(15));
    assert_eq!(leaders(&kept), ["s1 4"]);
    assert_eq!(store(&kept, "s1"), "");
}

#[test]
fn ask_the_leader() {
    let name = "ask-the-leader";
    let run = ended(name);
    assert_eq!(
        told(&run, 0),
        [
            "harry: Sorry, I’m not the leader. Please ask dick.",
            "dick: Done: set a 1 is my entry 2.",
            "harry: Done: set a 2 is my entry 4.",
            "dick: 1"
        ]
    );
    assert_eq!(leaders(&run), ["dick 1", "harry 2"]);
    assert_eq!(broken(&run), [(Property::ReadsAreFresh, 36)]);
    let mut asked = ended(name);
    act(&mut asked, &["client harry get a", "settle"]);
    assert_eq!(told(&asked, run.length()), ["harry: 2"]);
    // With the rule dick waits for a majority, whether harry was asked before or not.
    for run in [&run, &asked] {
        let mut kept = with_rule(run, Rule::ReadsAskAMajority);
        act(&mut kept, &["settle"]);
        let waits = "dick will answer “get a” when a majority has confirmed that dick still leads.";
        assert!(says(&kept, 36).contains(waits));
        assert!(!told(&kept, 34).contains(&"dick: 1".to_string()));
        assert!(broken(&kept).is_empty());
    }
}

#[test]
fn one_more_one_less() {
    let name = "one-more-one-less";
    // bob votes as soon as the entry is in a log, and it takes three of four: those that are up.
    assert!(
        says(&at(name, 13), 13)
            .contains("By dick’s log, tom, dick, harry and bob vote from now on.")
    );
    assert_eq!(server(&at(name, 17), "dick").applied(), 1);
    let run = at(name, 20);
    assert_eq!(
        told(&run, 0),
        ["dick: Done: configuration tom dick harry bob is my entry 2."]
    );
    let up = run.now().numbered_servers();
    assert_eq!(up.filter(|(_, server)| server.is_up()).count(), 3);
    let loss = ["kill tom", "client dick set b 2", "settle"];
    let mut run = ended(name);
    let end = run.length();
    assert_eq!(
        told(&run, 20),
        ["dick: Done: configuration tom dick bob is my entry 3."]
    );
    act(&mut run, &loss);
    assert_eq!(told(&run, end), ["dick: Done: set b 2 is my entry 4."]);
    // Two of four are no majority.
    let mut run = at(name, 21);
    act(&mut run, &loss);
    assert_eq!(told(&run, 21), [""; 0]);
    assert_eq!(server(&run, "dick").applied(), 2);
    assert!(log(&run, "bob").ends_with("set b 2"));
}

/// The runs that reach the goals, with as few actions as anybody is known to need: what a learner does after the
/// lesson's end, deliveries included.
const BEST: &[(&str, &[&str])] = &[
    (
        "every-tom-dick-and-harry",
        &[
            "client dick set e 5",
            "client dick youre_the_leader",
            "settle",
        ],
    ),
    (
        "harry-takes-a-nap",
        &["client dick youre_the_leader", "settle"],
    ),
    (
        "the-same-length",
        &["client tom set x 1", "client harry set x 2", "settle"],
    ),
    (
        "walking-back",
        &[
            "client dick set f 6",
            "step",
            "client harry youre_the_leader",
            "deliver 25",
            "client harry set f 7",
            "deliver 29",
        ],
    ),
    ("nobody-is-nominated", &["prompt harry timeout", "settle"]),
    ("two-stand-at-once", &["prompt harry timeout", "settle"]),
    (
        "done-means-committed",
        &["restart dick", "prompt harry heartbeat", "settle"],
    ),
    ("two-leaders", &["prompt harry heartbeat", "settle"]),
    (
        "one-more-one-less",
        &["kill tom", "client dick set b 2", "settle"],
    ),
];

#[test]
fn every_question_has_its_true_answer_among_others() {
    let mut asked = 0;
    for row in LESSONS {
        let run = at(row.name, 0);
        let guide = lesson::guide(&run);
        assert_eq!(guide.faults, [""; 0], "{}", row.name);
        assert!((1..=3).contains(&guide.questions.len()), "{}", row.name);
        let mut before = None;
        for question in &guide.questions {
            let name = format!("{}, before step {}", row.name, question.moment + 1);
            // What came is told before the next is asked.
            assert!(
                before.is_none_or(|before| before + 1 < question.moment),
                "{name}"
            );
            before = Some(question.moment);
            let found = lesson::ask(&run, question).expect(&name);
            assert!((2..=4).contains(&found.choices.len()), "{name}");
            assert!(found.truth < found.choices.len(), "{name}");
            assert!(
                found.choices.is_sorted_by(|one, other| one < other),
                "{name}"
            );
            let spelled: BTreeSet<&String> = found.answers.iter().collect();
            assert_eq!(spelled.len(), found.choices.len(), "{name}");
            assert!(!found.because.is_empty(), "{name}");
            assert_eq!(
                lesson::ask(&at(row.name, question.moment), question),
                Some(found)
            );
            asked += 1;
        }
    }
    assert!(asked > 25, "{asked} questions");
}

/// What is asked is not always answered by the same place in the list.
#[test]
fn the_true_answer_stands_at_no_certain_place() {
    let mut places = [0; 4];
    for row in LESSONS {
        let run = at(row.name, 0);
        for question in lesson::guide(&run).questions {
            places[lesson::ask(&run, &question).expect("a question").truth] += 1;
        }
    }
    assert!(places[..3].iter().all(|count| *count >= 4), "{places:?}");
}

#[test]
fn the_fewest_known_actions_reach_each_goal() {
    let mut goals = 0;
    for row in LESSONS {
        let mut run = ended(row.name);
        for goal in lesson::guide(&run).goals {
            goals += 1;
            assert_eq!(goal.moment, run.length(), "{}", row.name);
            assert_eq!(lesson::reach(&run, &goal), Reach::default(), "{}", row.name);
            let (_, best) = BEST
                .iter()
                .find(|(name, _)| *name == row.name)
                .expect(row.name);
            act(&mut run, best);
            let reach = lesson::reach(&run, &goal);
            assert!(
                reach.reached_at.is_some(),
                "{}: {reach:?} {run:?}",
                row.name
            );
            assert_eq!(Some(reach.used), goal.best, "{}", row.name);
            assert!(goal.best <= goal.at_most, "{}", row.name);
        }
    }
    assert_eq!(goals, BEST.len());
}

/// Who goes back and does something of their own still has the goal, and it counts from there.
#[test]
fn a_goal_stays_when_the_future_goes() {
    let mut run = at("every-tom-dick-and-harry", 14);
    act(&mut run, &["client dick set e 5"]);
    let guide = lesson::guide(&run);
    assert_eq!(guide.questions.len(), 1);
    let [goal] = guide.goals.as_slice() else {
        panic!("{:?}", guide.goals);
    };
    assert_eq!((goal.moment, goal.hints.len()), (14, 2));
    assert_eq!(lesson::reach(&run, goal).used, 1);
    // And what a disk that is full puts in keeps all that lay ahead.
    let mut run = at("every-tom-dick-and-harry", 14);
    let action = catchup::script::read_statement("full harry").expect("a line");
    let catchup::script::Statement::Action(action) = action else {
        panic!("{action:?}")
    };
    run.insert(action);
    assert_eq!(lesson::guide(&run).goals.len(), 1);
}

/// A goal far into a run counts from there, wherever states are remembered.
#[test]
fn a_goal_late_in_a_long_run_counts_from_its_moment() {
    for rounds in [127, 128, 130, 300] {
        let before = "kill tom\nrestart tom\n".repeat(rounds);
        let text = format!(
            "protocol raft\nservers tom\n{before}#! tom leads, in at most 1 action\nclient tom get a\ndeliver 1\nprompt tom timeout\n"
        );
        let mut run = Run::new(&text).expect("a text");
        assert!(run.seek(run.length()));
        let goal = lesson::guide(&run).goals.remove(0);
        assert_eq!(goal.moment, 2 * rounds);
        let reach = lesson::reach(&run, &goal);
        // The request is an action, too, and its delivery none.
        assert_eq!((reach.used, reach.reached_at), (2, None));
        let patient = Goal {
            at_most: Some(2),
            ..goal
        };
        let reached_at = lesson::reach(&run, &patient).reached_at;
        assert_eq!(reached_at, Some(2 * rounds + 3));
    }
}

/// More than the actions that are allowed do not reach a goal, nor does what was so already.
#[test]
fn a_goal_is_reached_in_time_and_newly() {
    let goal = Goal::parse(0, "harry leads, in at most 1 action").expect("a goal");
    let mut run = ended("nobody-is-nominated");
    let goal = Goal {
        moment: run.length(),
        ..goal
    };
    act(
        &mut run,
        &[
            "client dick set a 1",
            "settle",
            "prompt harry timeout",
            "settle",
        ],
    );
    let reach = lesson::reach(&run, &goal);
    assert_eq!((reach.used, reach.reached_at), (2, None));
    let goal = Goal {
        moment: run.length(),
        ..goal
    };
    act(&mut run, &["client harry set a 1", "settle"]);
    assert_eq!(lesson::reach(&run, &goal).reached_at, None);
}

/// The whole example of the documentation is a lesson without a fault.
#[test]
fn the_documented_example_is_a_lesson() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/lessons.md");
    let page = std::fs::read_to_string(path).expect("docs/lessons.md");
    let lines = page.lines().skip_while(|line| *line != "## A whole lesson");
    let example = lines.filter_map(|line| line.strip_prefix("    "));
    let text: String = example.flat_map(|line| [line, "\n"]).collect();
    let mut run = Run::new(&text).unwrap_or_else(|fault| panic!("{fault}"));
    let guide = lesson::guide(&run);
    assert_eq!(guide.faults, [""; 0]);
    assert_eq!(
        (guide.tells.len(), guide.questions.len(), guide.goals.len()),
        (1, 2, 1)
    );
    assert_eq!(guide.opens_at, Some(1));
    for question in &guide.questions {
        assert!(lesson::ask(&run, question).is_some(), "{question:?}");
    }
    // It is written back as it was.
    assert_eq!(
        lesson::guide(&Run::new(&run.script()).expect("its script")),
        guide
    );
    run.seek(run.length());
    act(&mut run, &["prompt harry timeout", "settle"]);
    assert!(lesson::reach(&run, &guide.goals[0]).reached_at.is_some());
}

/// A lesson with lines that can't be read runs, and says what was expected; nothing of the text is lost.
#[test]
fn bad_lines_are_told_and_all_else_goes_on() {
    let text = "protocol ask_length\nservers dick harry\n\n#? what wil harry answer\n#+ a hint for nothing\nclient dick youre_the_leader\n#? what will sally answer\n#! harry flies\n#@ closes here\n#> Read on.\nsettle\n#? who leads then\n";
    let run = Run::new(text).expect("a run");
    let guide = lesson::guide(&run);
    let told = [
        "Before step 1, found the line “? what wil harry answer”, expected what will NAME answer",
        "Before step 1, found the line “+ a hint for nothing”, expected a question or a goal before a hint",
        "Before step 2, found the line “? what will sally answer”, expected a server: dick and harry",
        "Before step 2, found the line “! harry flies”, expected A and B disagree at index N",
        "Before step 2, found the line “@ closes here”, expected #@ opens here",
        "At the end, found the line “? who leads then”, expected an action after the question",
    ];
    assert_eq!(guide.faults.len(), told.len(), "{:#?}", guide.faults);
    for (fault, told) in guide.faults.iter().zip(told) {
        assert!(fault.contains(told), "{fault}");
    }
    assert_eq!(guide.tells.len(), 1);
    for line in text.lines().filter(|line| line.starts_with('#')) {
        assert!(run.script().contains(line), "{line}");
    }
}
