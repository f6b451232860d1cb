//! Small pieces of English that the sentences of every module are built from. Each writes itself into
//! the sentence, without a string of its own.

use std::fmt::{self, Display, Formatter};

use crate::log::Index;

/// "1 entry", "4 entries".
pub fn entries(count: u32) -> Counted {
    counted(count, "entry", "entries")
}

/// "1 message", "4 messages".
pub fn counted(count: u32, one: &'static str, many: &'static str) -> Counted {
    let noun = if count == 1 { one } else { many };
    Counted { count, noun }
}

/// A number of things.
pub struct Counted {
    count: u32,
    noun: &'static str,
}

impl Display for Counted {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.count, self.noun)
    }
}

/// "entry 3", "entries 3 and 4", "entries 1 to 4"; "nothing" for an empty range.
pub fn entry_range(first: Index, last: Index) -> EntryRange {
    EntryRange { first, last }
}

/// Entries that follow each other.
pub struct EntryRange {
    first: Index,
    last: Index,
}

impl Display for EntryRange {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let EntryRange { first, last } = self;
        match last.checked_sub(*first) {
            None => f.write_str("nothing"),
            Some(0) => write!(f, "entry {first}"),
            Some(1) => write!(f, "entries {first} and {last}"),
            Some(_) => write!(f, "entries {first} to {last}"),
        }
    }
}

/// "tom", "tom and dick", "tom, dick and harry"; "nobody" for none.
pub fn list<T: Display>(words: &[T]) -> List<'_, T> {
    List { words }
}

/// Words that are listed.
pub struct List<'a, T> {
    words: &'a [T],
}

impl<T: Display> Display for List<'_, T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let count = self.words.len();
        if count == 0 {
            return f.write_str("nobody");
        }
        for (position, word) in (1..).zip(self.words) {
            let before = match position {
                1 => "",
                last if last == count => " and ",
                _ => ", ",
            };
            write!(f, "{before}{word}")?;
        }
        Ok(())
    }
}

/// What a person wrote, quoted and cut short so that a sentence stays a sentence.
pub fn quoted(text: &str) -> Quoted<'_> {
    Quoted { text }
}

/// A text in quotation marks.
pub struct Quoted<'a> {
    text: &'a str,
}

impl Display for Quoted<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let shown = format!("{:.60}", self.text);
        let more = if shown.len() < self.text.len() {
            "…"
        } else {
            ""
        };
        write!(f, "“{shown}{more}”")
    }
}

/// The text with a capital at its beginning, if that is a plain letter.
pub fn capitalized(mut text: String) -> String {
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}
