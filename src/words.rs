//! Small pieces of English that the sentences of every module are built from.

use crate::log::Index;

/// "1 entry", "4 entries".
pub fn entries(count: u32) -> String {
    counted(count, "entry", "entries")
}

/// "1 message", "4 messages".
pub fn counted(count: u32, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// "entry 3", "entries 3 and 4", "entries 1 to 4"; "nothing" for an empty range.
pub fn entry_range(first: Index, last: Index) -> String {
    match last.checked_sub(first) {
        None => "nothing".to_string(),
        Some(0) => format!("entry {first}"),
        Some(1) => format!("entries {first} and {last}"),
        Some(_) => format!("entries {first} to {last}"),
    }
}

/// "tom", "tom and dick", "tom, dick and harry".
pub fn list<T: AsRef<str>>(words: &[T]) -> String {
    match words {
        [] => "nobody".to_string(),
        [one] => one.as_ref().to_string(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// What a person wrote, quoted and cut short so that a sentence stays a sentence.
pub fn quoted(text: &str) -> String {
    const SHOWN: usize = 60;
    if text.chars().count() <= SHOWN {
        format!("“{text}”")
    } else {
        format!("“{}…”", text.chars().take(SHOWN).collect::<String>())
    }
}
