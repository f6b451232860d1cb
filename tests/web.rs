//! The boundary as JavaScript sees it: values, thrown errors, and that what did not change is the same
//! object again. Runs in Node and in a browser.

#![cfg(target_arch = "wasm32")]

use catchup::web::{self, Run, entry_fault, is_name};
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

#[path = "web/english.rs"]
mod english;

use english::speak;

const START: &str = "title A title\nprotocol ask_length\nservers tom dick\ndisk dick 0 set a 1\n";

/// What lies at a path such as `servers.1.log`.
fn at(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |value, key| {
        Reflect::get(&value, &key.into()).unwrap_or_else(|_| panic!("nothing at {key} of {path}"))
    })
}

/// The same as JSON, to be compared with a literal.
fn json(value: &JsValue) -> String {
    let text = JSON::stringify(value).expect("a plain value");
    text.as_string().expect("a plain value")
}

fn text_at(value: &JsValue, path: &str) -> String {
    at(value, path)
        .as_string()
        .unwrap_or_else(|| panic!("no text at {path}"))
}

fn length_at(value: &JsValue, path: &str) -> u32 {
    Array::from(&at(value, path)).length()
}

fn keys(value: &JsValue) -> String {
    let keys = Object::keys(value.unchecked_ref::<Object>());
    let keys: Vec<String> = keys.iter().filter_map(|key| key.as_string()).collect();
    keys.join(" ")
}

fn run(text: &str) -> Run {
    new_run(text).expect("a text that can be read")
}

fn new_run(text: &str) -> Result<Run, wasm_bindgen::JsError> {
    speak();
    Run::new(text)
}

fn catalog() -> JsValue {
    speak();
    web::catalog()
}

fn rules(protocol: &str) -> JsValue {
    speak();
    web::rules(protocol)
}

fn starts(behind: u32) -> JsValue {
    speak();
    web::starts(behind)
}

fn apply(run: &mut Run, line: &str) -> JsValue {
    run.apply(line).expect("a line that can be read")
}

fn seek(run: &mut Run, moment: f64) -> JsValue {
    run.seek(moment).expect("a moment of the run")
}

fn seek_end(run: &mut Run) -> JsValue {
    let end = run.length() as f64;
    seek(run, end)
}

/// The text of what was thrown.
fn thrown<T>(result: Result<T, wasm_bindgen::JsError>) -> String {
    let error: JsValue = result.err().expect("something is thrown").into();
    assert!(error.is_instance_of::<js_sys::Error>());
    text_at(&error, "message")
}

#[wasm_bindgen_test]
fn the_catalog_lists_protocols_and_lessons() {
    let catalog = catalog();
    assert_eq!(keys(&catalog), "protocols lessons storm defaults limits");
    assert_eq!(
        keys(&at(&catalog, "protocols.0")),
        "name title summary votes"
    );
    assert_eq!(text_at(&catalog, "protocols.0.name"), "ask_length");
    assert_eq!(keys(&at(&catalog, "lessons.0")), "name group title");
    assert_eq!(
        text_at(&catalog, "lessons.1.title"),
        "Every Tom Dick and Harry"
    );
    assert_eq!(
        text_at(&catalog, "defaults.lesson"),
        text_at(&catalog, "lessons.1.name")
    );
}

#[wasm_bindgen_test]
fn the_sandbox_opens_with_a_lesson_that_says_and_asks_nothing() {
    let text = "# How?\ntitle Two\nprotocol ask_length\nservers dick\n\nclient dick show\n#> There.\nsettle\n";
    assert_eq!(web::without_guide(text), text.replace("#> There.\n", ""));
}

#[wasm_bindgen_test]
fn a_lesson_has_the_shape_of_the_boundary() {
    let text = "protocol ask_length\nservers tom dick\ndisk dick 0 set a 1\n#@ opens here\nclient dick youre_the_leader\nstep\n#> Look.\n#? what will tom answer\n#+ Where?\ndeliver 3\n#! tom leads, in at most 2 actions, best known 1\n";
    let run = run(text);
    assert_eq!(
        json(&run.guide()),
        concat!(
            r#"{"opens_at":0,"tells":[{"moment":2,"text":"Look."}],"questions":[{"moment":2,"hints":["Where?"]}],"#,
            r#""goals":[{"says":"Make tom the leader, in at most 2 actions.","moment":3,"at_most":2,"best":1,"hints":[]}],"faults":[]}"#
        )
    );
    assert_eq!(
        json(&run.ask(2)),
        r#"{"before":"Message 3 is about to reach tom.","says":"What will tom answer?","asks":"what will tom answer","message":3,"answerer":"tom","choices":["Nothing","“0 entries. I only just got here.”","“I have 1 entry.”"],"answers":["nothing","tom@tell_length 0","tom@tell_length 1"],"truth":1,"because":["tom counts 0 entries on its disk and tells dick so."]}"#
    );
    assert!(run.ask(1).is_undefined());
    assert_eq!(json(&run.reach()), r#"[{"used":0,"reached_at":null}]"#);
}

#[wasm_bindgen_test]
fn a_frame_has_the_shape_of_the_boundary() {
    let mut run = run(START);
    assert_eq!((run.cursor(), run.length()), (0, 0));
    let frame = seek(&mut run, 0.0);
    assert_eq!(
        json(&frame),
        concat!(
            r#"{"moment":0,"events":[],"servers":["#,
            r#"{"name":"tom","up":true,"role":"follower","term":0,"voted_for":null,"log":[],"store":[],"progress":[],"applied":0,"facts":[],"waiting":[],"prompts":[],"full":false,"damaged":[],"repeated":[]},"#,
            r#"{"name":"dick","up":true,"role":"follower","term":0,"voted_for":null,"log":[{"index":1,"term":0,"command":"set a 1"}],"store":[["a","1"]],"progress":[],"applied":1,"facts":[],"waiting":[],"prompts":[],"full":false,"damaged":[],"repeated":[]}],"#,
            r#""in_flight":[],"links_cut":[],"reference":{"server":"dick","leader":false,"why":"longest"},"invariants":["#,
            r#"{"id":"logs_agree","title":"Logs agree","kind":"always","holds":true,"says":"No index holds two different entries on servers that are up. To be behind is not to be wrong.","cells":[]},"#,
            r#"{"id":"nothing_repeated","title":"Nothing repeated","kind":"always","holds":true,"says":"Every entry that was sent lies at the index that it had at its sender.","cells":[]},"#,
            r#"{"id":"everyone_has_everything","title":"Everyone has everything","kind":"goal","holds":false,"says":"dick has 1 entry; tom lacks entry 1.","names":[[0,4],[18,3]],"cells":[{"server":"tom","index":1}]}],"#,
            r#""writes":[]}"#
        )
    );
}

#[wasm_bindgen_test]
fn an_action_gives_a_frame_with_its_events() {
    let mut run = run(START);
    let frame = apply(&mut run, "client tom set b two words");
    assert_eq!(
        json(&at(&frame, "events")),
        r#"[{"moment":1,"says":"The client writes to tom: set b two words, please.","names":[[21,3]],"kind":"sent","message":{"id":1,"from":"client","to":"tom","kind":"request","wire":"client@set b two words","says":"set b two words, please.","exact":[[0,15]]}}]"#
    );
    let frame = apply(&mut run, "deliver 1");
    assert_eq!(text_at(&frame, "events.0.kind"), "delivered");
    assert_eq!(
        json(&at(&frame, "events.1.entries")),
        r#"[{"index":1,"term":0,"command":"set b two words"}]"#
    );
    assert_eq!(
        json(&at(&frame, "writes")),
        r#"[{"server":"tom","term":0,"voted_for":null,"keep":0,"append":[{"term":0,"command":"set b two words"}],"damage":[]}]"#
    );
    assert_eq!(
        run.script(),
        format!("{START}client tom set b two words\ndeliver 1\n")
    );
}

#[wasm_bindgen_test]
fn messages_carry_wire_and_entries() {
    let mut run = run(START);
    apply(&mut run, "client dick youre_the_leader");
    apply(&mut run, "settle");
    let frame = seek(&mut run, 5.0);
    let message = at(&frame, "in_flight.0");
    assert_eq!(
        json(&message),
        r#"{"id":5,"from":"dick","to":"tom","kind":"send_missing","wire":"dick@send_missing\n1 0 set a 1","says":"Oh, you’re missing entry 1! Here.","entries":[{"index":1,"term":0,"command":"set a 1"}]}"#
    );
    let frame = apply(&mut run, "duplicate 5");
    assert_eq!(at(&frame, "events.0.message.copy_of"), JsValue::from(5));
    assert_eq!(text_at(&frame, "events.0.kind"), "duplicated");
}

#[wasm_bindgen_test]
fn missing_values_are_null_and_down_is_seen() {
    let mut run = run(START);
    let frame = apply(&mut run, "kill dick");
    assert!(at(&frame, "servers.1.role").is_null());
    assert_eq!(json(&at(&frame, "servers.1.store")), "[]");
    assert_eq!(length_at(&frame, "servers.1.log"), 1);
    let frame = apply(&mut run, "damage dick 1");
    assert_eq!(json(&at(&frame, "servers.1.damaged")), "[1]");
    assert_eq!(json(&at(&frame, "writes.0.damage")), "[1]");
    let empty = seek(&mut self::run("protocol ask_length\n"), 0.0);
    assert!(at(&empty, "reference").is_null());
}

#[wasm_bindgen_test]
fn a_short_form_gives_one_frame_with_the_events_of_all_its_moments() {
    let mut run = run(START);
    apply(&mut run, "client dick youre_the_leader");
    let frame = apply(&mut run, "settle");
    let events = Array::from(&at(&frame, "events")).to_vec();
    let moments: Vec<f64> = events
        .iter()
        .filter_map(|event| at(event, "moment").as_f64())
        .collect();
    assert_eq!(
        (moments.first(), moments.last()),
        (Some(&2.0), Some(&(run.length() as f64)))
    );
    let last = events.last().expect("an event");
    assert_eq!(text_at(last, "kind"), "settled");
    assert_eq!(
        text_at(last, "says"),
        "6 messages were delivered. Nothing is in flight now."
    );
    assert_eq!(
        json(&at(&apply(&mut run, "settle"), "events.0.deliveries")),
        "0"
    );
}

#[wasm_bindgen_test]
fn what_did_not_change_is_the_same_object() {
    let mut run = run(START);
    let before = seek(&mut run, 0.0);
    let after = apply(&mut run, "client tom set b 2");
    for path in ["servers.0.log", "servers.1.log", "servers.1.store"] {
        assert!(Object::is(&at(&before, path), &at(&after, path)), "{path}");
    }
    let message = at(&after, "events.0.message");
    assert!(Object::is(&message, &at(&after, "in_flight.0")));
    let appended = apply(&mut run, "deliver 1");
    assert!(!Object::is(
        &at(&after, "servers.0.log"),
        &at(&appended, "servers.0.log")
    ));
    assert_eq!(
        length_at(&after, "servers.0.log"),
        0,
        "an old frame stays as it was"
    );
    let again = apply(&mut run, "client tom set c 3");
    apply(&mut run, "deliver 3");
    let longer = seek(&mut run, 4.0);
    assert!(Object::is(
        &at(&again, "servers.0.log.0"),
        &at(&longer, "servers.0.log.0")
    ));
    let back = seek(&mut run, 0.0);
    assert_eq!(json(&at(&back, "servers")), json(&at(&before, "servers")));
}

/// Everything that can befall servers, links, messages and disks.
const TROUBLES: &str = include_str!("scripts/walk_back_all_that_can_befall.txt");

/// What a frame shows; what it wants written depends on where the run has been.
fn shown(frame: &JsValue) -> String {
    let keys = Object::keys(frame.unchecked_ref::<Object>());
    let keys = keys.iter().filter_map(|key| key.as_string());
    let shown = keys.filter(|key| key != "writes");
    shown.map(|key| json(&at(frame, &key)) + "\n").collect()
}

/// A step forward is the mirror of a step back, and a jump leads where steps lead.
#[wasm_bindgen_test]
fn a_moment_is_the_same_from_wherever_it_is_reached() {
    let (script, _) = TROUBLES.split_once("---\n").expect("a golden conversation");
    let mut run = run(script);
    let last = run.length() as f64;
    let mut moments = vec![shown(&seek(&mut run, 0.0))];
    while moments.len() <= last as usize {
        let moment = moments.len() as f64;
        moments.push(shown(&seek(&mut run, moment)));
        assert_eq!(run.cursor() as f64, moment);
    }
    for (moment, expected) in moments.iter().enumerate() {
        let moment = moment as f64;
        let (before, after) = ((moment - 1.0).max(0.0), (moment + 1.0).min(last));
        for way in [[moment, after], [moment, before], [after, 0.0], [0.0, last]] {
            for stop in way {
                seek(&mut run, stop);
            }
            assert_eq!(&shown(&seek(&mut run, moment)), expected, "{way:?}");
        }
    }
    assert_eq!(run.length() as f64, last, "looking changes nothing");
}

#[wasm_bindgen_test]
fn a_message_that_another_future_sends_under_the_same_number_is_another() {
    let mut run = run(START);
    apply(&mut run, "client tom show");
    seek(&mut run, 0.0);
    let frame = apply(&mut run, "client tom get a");
    assert_eq!(text_at(&frame, "in_flight.0.wire"), "client@get a");
}

/// Also where one pair of many changes.
#[wasm_bindgen_test]
fn what_merely_grew_keeps_its_parts() {
    let mut run = run(
        "protocol ask_length\nservers tom\ndisk tom 0 set a 1\ndisk tom 0 set b 2\ndisk tom 0 set d 4\n",
    );
    let before = seek(&mut run, 0.0);
    let same = |frame: &JsValue, old: u32, new: u32| {
        let (old, new) = (
            format!("servers.0.store.{old}"),
            format!("servers.0.store.{new}"),
        );
        Object::is(&at(&before, &old), &at(frame, &new))
    };
    apply(&mut run, "client tom set c 3");
    let grown = apply(&mut run, "deliver 1");
    assert_eq!(
        json(&at(&grown, "servers.0.store")),
        r#"[["a","1"],["b","2"],["c","3"],["d","4"]]"#
    );
    assert!(same(&grown, 0, 0) && same(&grown, 1, 1) && same(&grown, 2, 3));
    apply(&mut run, "client tom set b 5");
    let changed = apply(&mut run, "deliver 3");
    assert_eq!(
        json(&at(&changed, "servers.0.store")),
        r#"[["a","1"],["b","5"],["c","3"],["d","4"]]"#
    );
    assert!(same(&changed, 0, 0) && !same(&changed, 1, 1) && same(&changed, 2, 3));
    apply(&mut run, "client tom delete a");
    let shorter = apply(&mut run, "deliver 5");
    assert_eq!(
        json(&at(&shorter, "servers.0.store")),
        r#"[["b","5"],["c","3"],["d","4"]]"#
    );
    assert!(same(&shorter, 2, 2));
    let back = seek(&mut run, 0.0);
    assert_eq!(json(&at(&back, "servers")), json(&at(&before, "servers")));
}

#[wasm_bindgen_test]
fn a_server_that_another_future_registers_in_the_same_place_is_another() {
    let mut run = run("protocol ask_length\nservers tom\n");
    apply(&mut run, "start dick");
    let frame = apply(&mut run, "client dick show");
    assert_eq!(text_at(&frame, "in_flight.0.to"), "dick");
    seek(&mut run, 0.0);
    apply(&mut run, "start harry");
    let frame = apply(&mut run, "client harry show");
    assert_eq!(text_at(&frame, "in_flight.0.to"), "harry");
}

#[wasm_bindgen_test]
fn a_rejected_action_changes_nothing() {
    let mut run = run(&format!("{START}client tom show\n"));
    let frame = apply(&mut run, "restart tom");
    assert_eq!(
        json(&at(&frame, "events")),
        r#"[{"moment":0,"says":"tom is up already.","kind":"rejected"}]"#
    );
    assert_eq!((run.cursor(), run.length()), (0, 1));
}

#[wasm_bindgen_test]
fn what_cannot_be_read_is_thrown() {
    assert_eq!(
        thrown(new_run("protocol ask_length\nfly\n"))
            .split(',')
            .next(),
        Some("Line 2: found “fly”")
    );
    let mut run = run(START);
    assert!(thrown(run.apply("fly")).starts_with("Found “fly”, expected client, deliver"));
    for moment in [1.0, -1.0, 0.5, f64::NAN, f64::INFINITY, 4e9, 5e9] {
        let says = thrown(run.seek(moment));
        assert!(says.contains("has the moments 0 to 0"), "{moment}: {says}");
    }
    assert_eq!(run.cursor(), 0);
}

#[wasm_bindgen_test]
fn writes_follow_the_tip() {
    let mut run = run(&format!("{START}client tom set b 2\ndeliver 1\nkill tom\n"));
    let frame = seek(&mut run, 3.0);
    assert_eq!(length_at(&frame, "writes.0.append"), 1);
    assert_eq!(length_at(&seek(&mut run, 1.0), "writes"), 0);
    assert_eq!(length_at(&seek(&mut run, 3.0), "writes"), 0);
    seek(&mut run, 1.0);
    let acted = apply(&mut run, "kill tom");
    assert_eq!(
        json(&at(&acted, "writes")),
        r#"[{"server":"tom","term":0,"voted_for":null,"keep":0,"append":[],"damage":[]}]"#
    );
    run.forget_writes();
    seek(&mut run, 1.0);
    assert_eq!(
        length_at(&seek(&mut run, 2.0), "writes"),
        1,
        "what was not written is said again"
    );
}

#[wasm_bindgen_test]
fn events_of_many_moments_come_at_once() {
    let mut run = run(&format!("{START}client tom set b 2\nstep\nstep\n"));
    let events: JsValue = run.events(0, 99).into();
    assert_eq!(Array::from(&events).length(), 4);
    assert_eq!(length_at(&events, "0"), 0);
    assert_eq!(text_at(&events, "2.0.kind"), "delivered");
    assert_eq!(
        json(&at(&events, "2")),
        json(&at(&seek(&mut run, 2.0), "events"))
    );
}

#[wasm_bindgen_test]
fn an_outline_tells_what_happened_in_numbers() {
    let mut run = run(&format!("{START}client tom set b 2\nstep\nkill dick\n"));
    let outline = run.outline(0, 2);
    assert_eq!(
        Array::from(&at(&outline, "numbers")).join(" "),
        "0 1 1 1 0 0 4 3 1 0 4 1 1 7 1 1 2 1 0",
        "no event; one: message 1 is letter 0; four: it is delivered, appended at 1, applied, and answered"
    );
    assert_eq!(
        json(&at(&outline, "letters.0")),
        r#"{"from":0,"to":1,"says":"set b 2, please.","exact":[[0,7]],"reach":0}"#
    );
    let whole = run.outline(3, 99);
    assert_eq!(
        json(&at(&whole, "others")),
        r#"[{"kind":"killed","server":"dick"}]"#
    );
    assert_eq!(length_at(&whole, "letters"), 0);
}

#[wasm_bindgen_test]
fn a_leader_with_terms_shows_what_it_believes() {
    let mut run = run("protocol walk_back\nservers tom dick\ndisk dick 1 set a 1\n");
    apply(&mut run, "client dick youre_the_leader");
    let frame = apply(&mut run, "deliver 1");
    assert_eq!(
        json(&at(&frame, "servers.1.progress")),
        r#"[{"peer":"tom","match_index":0,"next_index":1}]"#
    );
    assert_eq!(
        json(&at(&frame, "servers.1.prompts")),
        r#"[{"name":"resend","title":"resend"}]"#
    );
    assert_eq!(json(&at(&frame, "servers.1.term")), "2");
    assert_eq!(json(&at(&frame, "writes.0.term")), "2");
    assert_eq!(
        json(&at(&frame, "reference")),
        r#"{"server":"dick","leader":true,"why":"leader"}"#
    );
}

#[wasm_bindgen_test]
fn a_follower_shows_whom_it_follows() {
    let mut run = run("protocol walk_back\nservers tom dick\ndisk dick 1 set a 1\n");
    apply(&mut run, "client dick youre_the_leader");
    let frame = apply(&mut run, "settle");
    assert_eq!(
        json(&at(&frame, "servers.0.facts")),
        r#"[{"name":"leader","title":"follows","servers":["dick"]}]"#
    );
    assert_eq!(json(&at(&frame, "servers.0.applied")), "1");
    assert_eq!(json(&at(&frame, "servers.1.facts")), "[]");
}

#[wasm_bindgen_test]
fn trials_are_counted() {
    let starts = starts(3);
    assert_eq!(keys(&at(&starts, "0")), "name title text trouble");
    let run = Run::trial(
        &text_at(&starts, "0.text"),
        &text_at(&starts, "0.trouble"),
        "walk_back",
    );
    let run = run.expect("a trial");
    assert_eq!(run.cursor(), 0);
    let costs = run.costs(run.length());
    assert_eq!(keys(&costs), "messages round_trips entries bytes");
    assert_eq!(json(&at(&costs, "messages")), "6");
    assert_eq!(
        keys(&at(&web::chart(), "behind.0.points.0")),
        "messages equal"
    );
    assert!(
        thrown(Run::trial(
            "protocol ask_length\n",
            "deliver 1",
            "ask_length"
        ))
        .starts_with("Line 1")
    );
    assert!(thrown(Run::trial("protocol ask_length\n", "", "paxos")).contains("paxos"));
}

#[wasm_bindgen_test]
fn a_run_is_let_go_on() {
    let catalog = catalog();
    assert_eq!(keys(&at(&catalog, "storm.0")), "name title percent");
    let mut run = run("protocol raft\nservers every tom dick\n");
    let frame = apply(&mut run, "calm 7 2");
    assert_eq!(run.length(), 2);
    let last = Array::from(&at(&frame, "events")).pop();
    assert_eq!(
        json(&last),
        r#"{"moment":2,"says":"2 moments went by.","kind":"let_run","moments":2,"over":false}"#
    );
    apply(&mut run, "calm 7 1000");
    let quiet = Array::from(&at(&apply(&mut run, "calm 7 1"), "events")).pop();
    assert_eq!(json(&at(&quiet, "over")), "true");
    assert_eq!(json(&at(&quiet, "moments")), "0");
}

#[wasm_bindgen_test]
fn rules_are_switched() {
    assert_eq!(json(&rules("ask_length")), "[]");
    let rows = Array::from(&rules("raft"));
    let row = rows
        .iter()
        .find(|row| text_at(row, "name") == "one_vote_a_term");
    let row = row.expect("a rule of Raft");
    assert_eq!(keys(&row), "name title says section without breaks example");
    assert_eq!(text_at(&row, "breaks.id"), "election_safety");
    assert_eq!(text_at(&row, "breaks.title"), "Election safety");
    let mut broken = run(&text_at(&row, "example"));
    assert_eq!(json(&broken.switched_off()), r#"["one_vote_a_term"]"#);
    assert_eq!(
        json(&at(&seek_end(&mut broken), "invariants.0.holds")),
        "false"
    );
    let mut kept = broken.without(Vec::new()).expect("all rules");
    assert_eq!(json(&kept.switched_off()), "[]");
    assert_eq!(
        json(&at(&seek_end(&mut kept), "invariants.0.holds")),
        "true"
    );
    assert!(kept.left_out().is_truthy());
    let unknown = kept.without(vec!["old_terms_refused".to_string()]);
    assert_eq!(
        thrown(unknown),
        "There is no rule old_terms_refused in raft."
    );
}

#[wasm_bindgen_test]
fn the_page_asks_what_can_be_a_name_and_how_much_there_can_be() {
    assert!(is_name("every") && is_name("a-1_b"));
    assert!(!is_name("client") && !is_name("Tom") && !is_name("") && !is_name("a234567890123456x"));
    assert_eq!(
        json(&at(&catalog(), "limits")),
        r#"{"servers":9,"entries":10000}"#
    );
}

#[wasm_bindgen_test]
fn entries_are_checked_for_the_disks() {
    speak();
    assert_eq!(entry_fault("0 set a 1", ""), None);
    assert!(entry_fault("0 get a", "").is_some());
    assert!(entry_fault("", "").is_some());
    assert_eq!(entry_fault("0 set a  1", ""), Some("0 set a 1".to_string()));
    assert_eq!(entry_fault("2 configuration tom dick", "tom dick"), None);
    assert!(entry_fault("2 configuration dick tom", "tom dick").is_some());
    assert!(entry_fault("2 configuration bob", "tom dick").is_some());
}

/// Whatever comes from JavaScript, lone surrogates included, is text and never a panic.
#[wasm_bindgen_test]
fn hostile_text_is_text() {
    let mut run = run(START);
    let hostile = "<img src=x onerror=alert(1)> \u{202e}\u{0} ünïcödé 🦀";
    let frame = apply(&mut run, &format!("client tom set a {hostile}"));
    assert_eq!(
        text_at(&frame, "in_flight.0.wire"),
        format!("client@set a {hostile}")
    );
    assert!(run.apply("\u{fffd}").is_err());
}
