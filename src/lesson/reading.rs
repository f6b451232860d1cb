//! Sentences of a small closed language, read word by word.

use crate::log::{Index, parse_number};
use crate::registry::Name;
use crate::say;
use crate::words::Expected;

/// A sentence, without the marks at its end.
pub fn words_of(text: &str) -> Vec<&str> {
    let text = text.trim_end_matches(['.', '?', '!', ' ']);
    text.split_whitespace().collect()
}

/// A name, or what was expected instead.
pub fn name(word: &str) -> Result<Name, String> {
    Name::parse(word).map_err(Expected::says)
}

/// An entry's index, from 1, or what was expected instead.
pub fn index(word: &str) -> Result<Index, String> {
    let index = parse_number(word).filter(|index| *index > 0);
    index.ok_or_else(|| say!("expected-index"))
}

/// A number, from 0, or what was expected instead.
pub fn count(word: &str) -> Result<usize, String> {
    let number = parse_number(word).map(|number| number as usize);
    number.ok_or_else(|| say!("expected-number"))
}
