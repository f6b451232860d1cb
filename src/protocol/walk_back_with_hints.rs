//! Walking back with hints: the optimisation at the end of section 5.3 of the Raft paper. It gets the
//! article's speed, and it is safe, since it compares terms before it believes anything.
//!
//! A refusal carries a hint. The leader skips all entries of the conflicting term at once, so that a
//! follower costs a message for each term in which it differs, and not for each entry. What it shares
//! with `walk_back` is in `append_entries.rs`.

use crate::log::{Index, Log};
use crate::protocol::append_entries::Variant;
use crate::protocol::replication::Hint;

/// A follower says where its conflict begins, and the leader goes there.
pub struct BackToTheHint;

impl Variant for BackToTheHint {
    const NAME: &'static str = "walk_back_with_hints";
    const TITLE: &'static str = "walk-back-with-hints-title";
    const SUMMARY: &'static str = "walk-back-with-hints-summary";
    const MISPLACED: &'static str = include_str!("append_entries/broken/walk_back_with_hints.txt");

    fn hint(log: &Log, previous_index: Index) -> Option<Hint> {
        Some(Hint::of(log, previous_index))
    }

    fn next_index(log: &Log, previous_index: Index, hint: Option<Hint>) -> Index {
        hint.map_or(previous_index, |hint| hint.next_index(log, previous_index))
    }
}
