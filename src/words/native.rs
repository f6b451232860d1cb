//! The catalogues as a part of the program: for the tests, the examples, and what they write.

use std::cell::RefCell;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::Argument;

macro_rules! catalogues {
    ($language:literal) => {
        [
            catalogue!($language, "first/page"),
            catalogue!($language, "simulation"),
            catalogue!($language, "protocols"),
            catalogue!($language, "properties"),
            catalogue!($language, "texts"),
            catalogue!($language, "lessons"),
            catalogue!($language, "later/compare"),
        ]
    };
}

macro_rules! catalogue {
    ($language:literal, $file:literal) => {
        include_str!(concat!("../../locales/", $language, "/", $file, ".ftl"))
    };
}

/// A language that there are catalogues of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    English,
    German,
}

impl Language {
    /// Its name, as web pages and folders call it.
    fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::German => "de",
        }
    }

    /// What the simulation says in it.
    fn catalogues(self) -> [&'static str; 7] {
        match self {
            Language::English => catalogues!("en"),
            Language::German => catalogues!("de"),
        }
    }
}

thread_local! {
    static SPOKEN: RefCell<FluentBundle<FluentResource>> = RefCell::new(bundle(Language::English));
}

/// From now on everything in this thread is said in that language. Before, it is English.
pub fn speak(language: Language) {
    SPOKEN.set(bundle(language));
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let tag: LanguageIdentifier = language.tag().parse().expect("a tag of a language");
    let mut bundle = FluentBundle::new(vec![tag]);
    // Else invisible marks would stand around whatever a message speaks of.
    bundle.set_use_isolating(false);
    for catalogue in language.catalogues() {
        let catalogue = FluentResource::try_new(catalogue.to_string())
            .unwrap_or_else(|(_, faults)| panic!("a catalogue of {language:?}: {faults:?}"));
        let added = bundle.add_resource(catalogue);
        added.unwrap_or_else(|faults| panic!("a catalogue of {language:?}: {faults:?}"));
    }
    bundle
}

pub fn say(message: &str, arguments: &[(&str, Argument)]) -> String {
    let mut values = FluentArgs::with_capacity(arguments.len());
    for (name, argument) in arguments {
        values.set(*name, value(argument));
    }
    SPOKEN.with_borrow(|bundle| {
        let pattern = bundle
            .get_message(message)
            .and_then(|message| message.value())
            .unwrap_or_else(|| panic!("no catalogue has the message {message}"));
        let mut faults = Vec::new();
        let said = bundle.format_pattern(pattern, Some(&values), &mut faults);
        assert!(faults.is_empty(), "the message {message}: {faults:?}");
        said.into_owned()
    })
}

fn value<'a>(argument: &'a Argument) -> FluentValue<'a> {
    match argument {
        Argument::Text(text) => FluentValue::from(text.as_ref()),
        Argument::Number(number) => FluentValue::from(*number),
    }
}
