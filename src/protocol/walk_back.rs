//! The Raft paper's way of bringing a follower up to date: one step back for each refusal, until the
//! logs agree. The article calls it a waste of time, and tells that it learnt later why it is not.
//!
//! Source: "In Search of an Understandable Consensus Algorithm (Extended Version)", section 5.3. All
//! that it shares with `walk_back_with_hints` is in `append_entries.rs`.

use crate::log::{Index, Log};
use crate::protocol::append_entries::Variant;
use crate::protocol::replication::Hint;

/// A follower only says no, and the leader goes one entry back.
pub struct OneEntryBack;

impl Variant for OneEntryBack {
    const NAME: &'static str = "walk_back";
    const TITLE: &'static str = "walk-back-title";
    const SUMMARY: &'static str = "walk-back-summary";
    const MISPLACED: &'static str = include_str!("append_entries/broken/walk_back.txt");

    fn hint(_: &Log, _: Index) -> Option<Hint> {
        None
    }

    fn next_index(_: &Log, previous_index: Index, _: Option<Hint>) -> Index {
        previous_index
    }
}
