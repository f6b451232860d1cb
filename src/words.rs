//! What is said to people. Each sentence stands as a message in the catalogues `locales/LANGUAGE/*.ftl`
//! (Project Fluent), where a translator finds it; here it is asked for by name, with what it speaks of.
//!
//! Natively the catalogues are a part of the program. In a page the script has them, since it shows sentences of
//! its own, and says them for the WebAssembly.

use std::borrow::Cow;
use std::fmt::Display;

use crate::log::Index;
use crate::registry::Name;

#[cfg(not(target_arch = "wasm32"))]
#[path = "words/native.rs"]
mod speaker;
#[cfg(target_arch = "wasm32")]
#[path = "words/page.rs"]
mod speaker;

#[cfg(not(target_arch = "wasm32"))]
pub use speaker::{Language, speak};
#[cfg(target_arch = "wasm32")]
pub use speaker::{Speaker, set_speaker};

/// What a message speaks of: `$count` in a catalogue is the argument `count`.
#[derive(Clone, Debug)]
pub enum Argument<'a> {
    Text(Cow<'a, str>),
    /// A message can choose its words by it.
    Number(u32),
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Argument::Text(text.into())
    }
}

impl<'a> From<&'a String> for Argument<'a> {
    fn from(text: &'a String) -> Self {
        Argument::Text(text.into())
    }
}

impl From<String> for Argument<'_> {
    fn from(text: String) -> Self {
        Argument::Text(text.into())
    }
}

impl<'a> From<&'a Name> for Argument<'a> {
    fn from(name: &'a Name) -> Self {
        Argument::Text(name.as_ref().into())
    }
}

impl From<u32> for Argument<'_> {
    fn from(number: u32) -> Self {
        Argument::Number(number)
    }
}

impl From<&u32> for Argument<'_> {
    fn from(number: &u32) -> Self {
        Argument::Number(*number)
    }
}

impl From<&usize> for Argument<'_> {
    fn from(number: &usize) -> Self {
        Argument::from(*number)
    }
}

impl From<usize> for Argument<'_> {
    fn from(number: usize) -> Self {
        Argument::Number(u32::try_from(number).unwrap_or(u32::MAX))
    }
}

/// The message of that name in the language that is spoken. Panics where no catalogue has it, or where it speaks of
/// something that is not there: both are bugs.
pub fn say(message: &str, arguments: &[(&str, Argument)]) -> String {
    speaker::say(message, arguments)
}

/// A message with what it speaks of: `say!("entries", count = 3)`. Each argument is a variable of the message.
#[macro_export]
macro_rules! say {
    (@argument $name:ident) => { (stringify!($name), $crate::words::Argument::from($name)) };
    (@argument $name:ident $value:expr) => { (stringify!($name), $crate::words::Argument::from($value)) };
    ($message:expr $(, $name:ident $(= $value:expr)?)* $(,)?) => {
        $crate::words::say($message, &[$($crate::say!(@argument $name $($value)?)),*])
    };
}

/// What was expected where something else was found: the name of a message that speaks of nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Expected(pub &'static str);

impl Expected {
    /// "a name of 1 to 16 characters …"
    pub fn says(self) -> String {
        say!(self.0)
    }
}

/// "1 entry", "4 entries".
pub fn entries(count: u32) -> String {
    say!("entries", count)
}

/// "entry 3", "entries 3 and 4", "entries 1 to 4"; "nothing" for an empty range.
pub fn entry_range(first: Index, last: Index) -> String {
    say!(
        "entry-range",
        first,
        last,
        count = (last + 1).saturating_sub(first)
    )
}

/// "tom", "tom and dick", "tom, dick and harry"; "nobody" for none.
pub fn list<T: Display>(words: &[T]) -> String {
    list_texts(words.iter().map(T::to_string).collect())
}

fn list_texts(words: Vec<String>) -> String {
    let mut words = words.into_iter();
    let Some(mut listed) = words.next() else {
        return say!("list-nobody");
    };
    let last = words.next_back();
    for word in words {
        listed = say!("list-more", listed, word);
    }
    match last {
        Some(word) => say!("list-last", listed, word),
        None => listed,
    }
}

/// What a person wrote, quoted and cut short so that a sentence stays a sentence.
pub fn quoted(text: &str) -> String {
    let shown = format!("{text:.60}");
    match shown.len() < text.len() {
        true => say!("quoted-beginning", text = shown),
        false => say!("quoted", text = shown),
    }
}

/// The text with a capital at its beginning, if that is a plain letter.
pub fn capitalized(mut text: String) -> String {
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}
