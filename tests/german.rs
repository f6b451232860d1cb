//! What is said in German: every conversation in `tests/scripts/` is played, and no English is left in it.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fs;
use std::thread;

use catchup::catalog::ProtocolName;
use catchup::event::Event;
use catchup::protocol::Offer;
use catchup::run::{Applied, Run};
use catchup::say;
use catchup::script::{self, Text};
use catchup::words::{Language, speak};

mod conversations;

/// English words that are none in German.
const ENGLISH: &[&str] = &[
    "and", "answer", "answers", "are", "before", "disk", "does", "done", "entries", "entry",
    "every", "from", "full", "has", "have", "hears", "how", "ignored", "is", "it", "its", "leads",
    "lost", "message", "my", "no", "nobody", "not", "nothing", "of", "or", "other", "please",
    "refused", "says", "somebody", "sorry", "thank", "that", "the", "there", "they", "this", "to",
    "up", "vote", "votes", "which", "with", "yes", "you",
];

/// Does it in a thread of its own, in which German is spoken.
fn in_german(told: impl FnOnce() + Send + 'static) {
    let speaking = thread::spawn(|| {
        speak(Language::German);
        told();
    });
    if let Err(why) = speaking.join() {
        std::panic::resume_unwind(why);
    }
}

#[test]
fn conversations_are_told_without_a_word_of_english() {
    in_german(|| {
        let mut found = BTreeSet::new();
        let mut kinds = BTreeSet::new();
        for path in conversations::files() {
            let text = fs::read_to_string(&path).expect("a conversation can be read");
            let (script, _) = text.split_once("---\n").unwrap_or((&text, ""));
            let (head, actions) = conversations::split_head(script);
            let exact = format!("{head}{}", actions.join("\n"));
            let exact: BTreeSet<&str> = words(&exact).collect();
            for (kind, sentence) in told(&head, &actions) {
                kinds.insert(kind);
                let is_english = |word: &&str| ENGLISH.contains(word) && !exact.contains(word);
                let lower = sentence.to_lowercase();
                if let Some(word) = words(&lower).find(is_english) {
                    found.insert(format!("{word}: {sentence}"));
                }
            }
        }
        assert_eq!(found, BTreeSet::new());
        for kind in ["note", "refusal", "rejected", "title", "committed", "cut"] {
            assert!(kinds.contains(kind), "no {kind} in {kinds:?}");
        }
    });
}

#[test]
fn protocols_have_german_titles_and_summaries() {
    let english: Vec<String> = ProtocolName::ALL.iter().map(|one| one.summary()).collect();
    in_german(move || {
        let german: Vec<String> = ProtocolName::ALL.iter().map(|one| one.summary()).collect();
        assert!(german.iter().zip(&english).all(|(one, other)| one != other));
        assert_eq!(ProtocolName::AskLength.title(), "Länge erfragen");
    });
}

#[test]
fn what_breaks_without_a_rule_is_told_in_german_in_runs_that_can_be_read() {
    /// Of each rule, what happens without it, and the title and story of the run that shows it.
    fn told() -> Vec<String> {
        let rows = ProtocolName::ALL.iter().flat_map(|one| one.rules());
        let sentences = rows.flat_map(|row| {
            let mut sentences = vec![say!(row.without)];
            if let Some(example) = row.example {
                let Text { scenario, .. } = script::read(&example.text()).expect("a run");
                sentences.extend([scenario.title, scenario.story.join("\n")]);
            }
            sentences
        });
        sentences.collect()
    }
    let english = told();
    assert!(english.len() > 40, "{english:?}");
    in_german(move || {
        let german = told();
        assert_eq!(german.len(), english.len());
        for (one, other) in german.iter().zip(&english) {
            assert_ne!(one, other);
        }
    });
}

/// Words as a sentence has them: what an underline joins is one.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
    words.filter(|word| !word.is_empty())
}

/// All that is told of a conversation, each with a word for what it is.
fn told(head: &str, actions: &[&str]) -> Vec<(&'static str, String)> {
    let mut run = Run::new(head).unwrap_or_else(|fault| panic!("{fault}"));
    let mut told = Vec::new();
    for action in actions {
        let before = run.cursor();
        match run.apply(action) {
            Ok(Applied::Rejected(rejection)) => told.push(("rejected", rejection.says())),
            // What is said of a line that can't be read lists verbs, and some are words of English.
            Err(_) | Ok(Applied::Done { .. } | Applied::LetRun { .. }) => {}
        }
        for moment in before + 1..=run.cursor() {
            for event in run.events(moment) {
                tell_event(event, &run, &mut told);
            }
        }
        let now = run.now();
        for (id, server) in now.numbered_servers() {
            let prompts = server.prompts(now.cluster.seat(id)).into_iter();
            told.extend(prompts.map(|prompt| ("title", prompt.title(&now.registry))));
        }
    }
    told
}

fn tell_event(event: &Event, run: &Run, told: &mut Vec<(&'static str, String)>) {
    let registry = run.registry();
    told.push((event.kind(), event.says(registry)));
    told.extend(event.note().map(|note| ("note", note)));
    if let Event::Sent(envelope) = event {
        told.push(("says", envelope.letter.says(registry)));
        let refusal = envelope.letter.refusal();
        told.extend(refusal.map(|refusal| ("refusal", refusal)));
    }
}
