//! What is told alike of entries under the protocols that walk back and under Raft.

use crate::log::{Index, Term};
use crate::protocol::replication::{EntryId, Found, Hint};
use crate::registry::{Name, Registry};
use crate::say;
use crate::words;

/// A leader's entries did not fit.
pub fn refused(
    own: &Name,
    from: &Name,
    previous: EntryId,
    found: &Found,
    registry: &Registry,
) -> String {
    let EntryId { index, term } = previous;
    match found {
        Found::Nothing { last_index } => {
            say!(
                "append-refused-too-short",
                own,
                from,
                index,
                count = last_index
            )
        }
        Found::Other(entry) => say!(
            "append-refused-other",
            own,
            from,
            index,
            term,
            operation = entry.operation.spelled(registry).to_string(),
            own_term = entry.term,
        ),
    }
}

/// Before a colon why a leader's entries fit, and after it what was done with them.
pub fn accepted(fits: String, done: String) -> String {
    say!("append-accepted", fits, done)
}

/// What was done with entries of a leader, of which there were `count`, none of them in conflict.
pub fn appended(own: &Name, from: &Name, count: u32, alike: bool, appended: u32) -> String {
    match appended {
        0 if count == 0 => say!("append-done-nothing"),
        0 if !alike => say!("append-done-unlike", own, from),
        0 => say!("append-done-known", own, from),
        count => say!("append-done-appended", own, count),
    }
}

/// A follower has the leader's log up to an index.
pub fn matched(own: &Name, peer: &Name, index: Index, last: Index) -> String {
    if index == last {
        say!("append-matched-all", own, peer, index)
    } else {
        say!("append-matched", own, peer, index, last)
    }
}

/// Why a leader goes back, by a follower's hint.
pub fn why_back(peer: &Name, index: Index, hint: Hint) -> String {
    match hint {
        Hint::TooShort { next_index: 1 } => say!("append-why-lacks-all", peer),
        Hint::TooShort { next_index } => {
            say!("append-why-too-short", peer, count = next_index - 1)
        }
        Hint::OtherTerm { term, first } => {
            say!("append-why-other-term", peer, index, term, first)
        }
    }
}

/// A leader goes back from the entries after `previous`, and sends those from `next_index` on.
pub fn went_back(
    why: String,
    own: &Name,
    previous: Index,
    next_index: Index,
    last_index: Index,
) -> String {
    say!(
        "append-went-back",
        why,
        own,
        count = previous + 1 - next_index,
        range = words::entry_range(next_index, last_index),
    )
}

/// What becomes of a message under a term that is over.
pub fn refused_old_term(own: &Name, own_term: Term, from: &Name, term: Term) -> String {
    say!("append-refused-old-term", own, own_term, from, term)
}
