//! What is said: reasons for each no, single entries, names that are words, and nothing that is not so.

#![cfg(not(target_arch = "wasm32"))]

use catchup::event::Event;
use catchup::registry::take_apart;
use catchup::run::Run;

/// A run of a text, at its end.
fn run(text: &str) -> Run {
    let mut run = Run::new(text).unwrap_or_else(|fault| panic!("{fault}"));
    run.seek(run.length());
    run
}

/// The first sentence of a moment.
fn says(run: &Run, moment: usize) -> String {
    run.events(moment)[0].says(run.registry())
}

/// What servers say no with on the way to a moment: the sentence on the arrow, and the few words beside it.
fn refusals(run: &Run, moment: usize) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for event in run.events(moment) {
        if let Event::Sent(envelope) = event
            && let Some(refusal) = envelope.letter.refusal()
        {
            found.push((envelope.letter.says(run.registry()), refusal));
        }
    }
    found
}

#[test]
fn each_no_has_its_reason() {
    let mismatches = run(
        "protocol walk_back\nservers dick tom harry\ndisk dick 1 set a 1\ndisk dick 3 set b 2\ndisk dick 3 set c 3\ndisk harry 1 set a 1\ndisk harry 2 set b 9\nclient dick youre_the_leader\ndeliver 1\ndeliver 3\ndeliver 4\n",
    );
    let expect = |text: &str, reason: &str| vec![(text.to_string(), reason.to_string())];
    let not_after = "Sorry, not after your entry 2.";
    assert_eq!(
        refusals(&mismatches, 3),
        expect(not_after, "no: has no entry 2")
    );
    assert_eq!(
        refusals(&mismatches, 4),
        expect(not_after, "no: another entry 2")
    );
    // An older term is the reason, whatever entry the message names; there is no entry 0.
    let over = run(
        "protocol walk_back\nservers dick tom\nterm tom 7\nclient dick youre_the_leader\nclient tom youre_the_leader\ndeliver 2\ndeliver 1\ndeliver 6\n",
    );
    assert_eq!(
        refusals(&over, 5),
        expect(
            "Sorry, that term is over. I am in term 9.",
            "no: that term is over"
        )
    );
    let full = run(
        "protocol ask_length\nservers dick tom\ndisk dick 0 set a 1\nfull tom\nclient dick youre_the_leader\nsettle\n",
    );
    let all: Vec<_> = (1..=full.length())
        .flat_map(|moment| refusals(&full, moment))
        .collect();
    assert_eq!(
        all,
        expect(
            "Sorry, my disk is full. I could not keep them.",
            "no: its disk is full"
        )
    );
}

/// What of a delivery is easily overlooked stands beside it.
#[test]
fn key_moments_have_notes() {
    let notes = |run: &Run| {
        let moments = 1..=run.length();
        let notes = moments.flat_map(|moment| run.events(moment).iter().filter_map(Event::note));
        notes.collect::<Vec<_>>()
    };
    let lesson = |name: &str| run(catchup::lessons::lesson(name).expect("a lesson").text);
    assert!(notes(&lesson("a-late-yes")).contains(&"ignored: from term 1".to_string()));
    let counted = "counted, not compared".to_string();
    assert!(notes(&lesson("the-same-length")).contains(&counted));
    let left = "longer, and left so".to_string();
    assert!(notes(&lesson("too-long-to-follow")).contains(&left));
    assert!(notes(&lesson("two-servers")).is_empty());
}

/// Terms are all that is compared. With logs that a hand wrote, nothing else is claimed.
#[test]
fn entries_that_only_share_a_term_are_not_told_to_be_the_same() {
    let run = run(
        "protocol walk_back\nservers dick tom\ndisk dick 1 set a 1\ndisk dick 1 set b 2\ndisk tom 1 set a 1\ndisk tom 1 set b 9\nclient dick youre_the_leader\ndeliver 1\ndeliver 3\n",
    );
    assert_eq!(
        says(&run, 3),
        "Entry 1 is of term 1 on both: tom has entries of the same terms there, and takes them to be dick’s, though they are not."
    );
    assert_eq!(
        run.events(3)[0].note().as_deref(),
        Some("same terms, other entries")
    );
}

#[test]
fn one_entry_is_one_and_the_client_begins_a_sentence() {
    let run = run(
        "protocol ask_length\nservers tom\ndisk tom 0 set a 1\nclient tom show\nkill tom\ndeliver 1\nrestart tom\nclient tom show\nreload\nkill tom\nwipe tom\n",
    );
    let expected = [
        (
            3,
            "tom is not up, so message 1 from the client found nobody home. The client learns nothing of it.",
        ),
        (
            4,
            "tom is up again, and slept well. It read 1 entry from its disk and replayed it into its store.",
        ),
        (
            6,
            "Power cut: every server lost its memory and started again from its disk; 1 message in flight was lost.",
        ),
        (8, "Somebody wiped tom’s disk: 1 entry is gone."),
    ];
    for (moment, sentence) in expected {
        assert_eq!(says(&run, moment), sentence);
    }
}

/// "and" and "every" are names here; the same words elsewhere in the sentence are none.
#[test]
fn a_sentence_says_where_its_names_stand() {
    let run = run("protocol ask_length\nservers and every\nclient and set every and\ndeliver 1\n");
    let sentence = take_apart(&run.events(1)[0].says(&run.registry().marked()));
    assert_eq!(sentence.text, says(&run, 1));
    assert_eq!(sentence.names, [(21, 3)]);
    for moment in 1..=run.length() {
        for event in run.events(moment) {
            let sentence = take_apart(&event.says(&run.registry().marked()));
            assert_eq!(sentence.text, event.says(run.registry()));
        }
    }
}

/// What a client and a server say to each other holds commands, keys and values, which are the same in every
/// language; a name within a command is a part of it.
#[test]
fn what_a_message_says_tells_what_stays_as_it_is() {
    let run = run(
        "protocol ask_length\nservers and every\nclient and set every and\ndeliver 1\nclient and get every\nclient and show\nclient and sing\nsettle\n",
    );
    let exact = |moment: usize| -> Vec<String> {
        let registry = run.registry();
        let sent = run.events(moment).iter().find_map(|event| match event {
            Event::Sent(envelope) => Some(&envelope.letter),
            _ => None,
        });
        let sentence = sent.expect("a message is sent").sentence(registry);
        assert_eq!(sentence.text, sent.expect("it is sent").says(registry));
        let units: Vec<u16> = sentence.text.encode_utf16().collect();
        let part = |&(start, length): &(u32, u32)| {
            String::from_utf16_lossy(&units[start as usize..(start + length) as usize])
        };
        sentence.exact.iter().map(part).collect()
    };
    assert_eq!(exact(1), ["set every and"]);
    assert_eq!(exact(2), ["set every and"]);
    assert_eq!(exact(3), ["every"]);
    assert_eq!(exact(4), Vec::<String>::new());
    assert_eq!(exact(5), ["sing"]);
}
