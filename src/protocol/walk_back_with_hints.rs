//! Walking back with hints: the optimisation at the end of section 5.3 of the Raft paper. It gets the
//! article's speed, and it is safe, since it compares terms before it believes anything.
//!
//! A refusal carries a hint. The leader skips all entries of the conflicting term at once, so that a
//! follower costs a message for each term in which it differs, and not for each entry. What it shares
//! with `walk_back` is in `append_entries.rs`.

use crate::log::{Index, Log};
use crate::protocol::append_entries::{Hint, Variant};

/// A follower says where its conflict begins, and the leader goes there.
pub struct BackToTheHint;

impl Variant for BackToTheHint {
    const NAME: &'static str = "walk_back_with_hints";
    const TITLE: &'static str = "Walk back with hints";
    const SUMMARY: &'static str = "As in the paper, but whoever refuses says where its conflicting term begins or its log ends, and the leader goes there at once.";

    fn hint(log: &Log, previous_index: Index) -> Option<Hint> {
        let Some(own) = log.get(previous_index) else {
            let next_index = log.last_index() + 1;
            return Some(Hint::TooShort { next_index });
        };
        let term = own.term;
        let mut first = previous_index;
        while log.get(first - 1).is_some_and(|entry| entry.term == term) {
            first -= 1;
        }
        Some(Hint::OtherTerm { term, first })
    }

    /// One past the leader's own last entry of the hinted term if it has one, else the hinted index; in
    /// any case back, and not below 1.
    fn next_index(log: &Log, previous_index: Index, hint: Option<Hint>) -> Index {
        let hinted = match hint {
            None => previous_index,
            Some(Hint::TooShort { next_index }) => next_index,
            Some(Hint::OtherTerm { term, first }) => {
                last_of_term(log, term).map_or(first, |index| index + 1)
            }
        };
        hinted.min(previous_index).max(1)
    }
}

/// The index of the last entry of a term.
fn last_of_term(log: &Log, term: u32) -> Option<Index> {
    let mut indexes = (1..=log.last_index()).rev();
    indexes.find(|&index| log.get(index).is_some_and(|entry| entry.term == term))
}
