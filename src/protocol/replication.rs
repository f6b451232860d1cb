//! The rules by which a leader's log comes to its followers, without the messages that carry them: what
//! a leader believes of each follower, the consistency check, and the merge.
//!
//! Source: Ongaro and Ousterhout, "In Search of an Understandable Consensus Algorithm (Extended
//! Version)", section 5.3 and the receiver's rules 2 to 4 of figure 2. A protocol that replicates so
//! brings its own messages and decisions, and decides when to send.

use crate::log::{Entry, Index, Log, Section, Term};
use crate::protocol::{Progress, Turn};
use crate::registry::{Rename, Renaming, ServerId, ServerSet};
use crate::rule::Rule;

/// The identity of an entry: two logs with the same term at an index are the same up to there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId {
    /// 0 for what lies before the first entry.
    pub index: Index,
    pub term: Term,
}

impl EntryId {
    /// What lies at an index; term 0 at index 0, and where a hand has shortened the log.
    pub fn at(log: &Log, index: Index) -> EntryId {
        let term = log.get(index).map_or(0, |entry| entry.term);
        EntryId { index, term }
    }
}

/// What a follower has at the index before some entries, where the leader's entry is not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Found {
    Nothing { last_index: Index },
    Other(Entry),
}

/// Rule 2: whether a server's log has the entry that goes before those that another sent, or what it has
/// instead. Index 0 fits every log.
pub fn check<Message>(
    turn: &mut Turn<Message>,
    from: ServerId,
    previous: EntryId,
) -> Result<(), Found> {
    if !turn.seat.keeps(Rule::PreviousEntryCheck) {
        return Ok(());
    }
    let checked = fits(&turn.disk().log, previous);
    if previous.index > 0 {
        turn.compare(from, previous.index, checked.is_ok());
    }
    checked
}

fn fits(log: &Log, previous: EntryId) -> Result<(), Found> {
    match log.get(previous.index) {
        _ if previous.index == 0 => Ok(()),
        Some(own) if own.term == previous.term => Ok(()),
        Some(own) => Err(Found::Other(own.clone())),
        None => Err(Found::Nothing {
            last_index: log.last_index(),
        }),
    }
}

/// How many entries a merge removed and appended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Merged {
    /// Whether the entries whose terms agreed are the same entries. They always are, unless a hand wrote them.
    pub alike: bool,
    pub removed: u32,
    pub appended: u32,
    /// The index here of the last entry that was sent.
    pub last: Index,
}

/// Rules 3 and 4, for entries that were checked: what conflicts is removed, what is new is appended. An
/// entry that agrees is never removed: a late message must not shorten the log. Entries that nobody checked
/// may lie beyond the end; they go to the end then.
///
/// # Panics
/// When the disk has no room for what is to be written: see [`is_known`].
pub fn merge<Message>(turn: &mut Turn<Message>, section: &Section) -> Merged {
    let log = &turn.disk().log;
    let first = section.first.min(log.last_index() + 1);
    let agreeing = agreeing(log, first, section);
    let mut agreed = (first..).zip(section.entries.iter().take(agreeing));
    let alike = agreed.all(|(index, entry)| log.get(index) == Some(entry));
    let new = &section.entries[agreeing..];
    let keep = first - 1 + agreeing as Index;
    let mut removed = 0;
    if !new.is_empty() {
        removed = turn.truncate(keep);
        let appended = turn.append(section.first + agreeing as Index, new);
        assert!(
            appended.is_ok(),
            "a follower's log gets no longer than its leader's, and the disk has room"
        );
    }
    let last = first - 1 + section.count();
    if !turn.seat.keeps(Rule::CutOnlyConflicts) {
        removed += turn.truncate(last);
    }
    Merged {
        alike,
        removed,
        appended: new.len() as u32,
        last,
    }
}

/// Whether nothing has to be written for these entries, once they were checked.
pub fn is_known<Message>(turn: &Turn<Message>, section: &Section) -> bool {
    let log = &turn.disk().log;
    let first = section.first.min(log.last_index() + 1);
    let is_cut =
        !turn.seat.keeps(Rule::CutOnlyConflicts) && log.last_index() >= first + section.count();
    agreeing(log, first, section) == section.entries.len() && !is_cut
}

/// How many of these entries, put at an index, have the terms of those that are there.
fn agreeing(log: &Log, first: Index, section: &Section) -> usize {
    let placed = (first..).zip(section.entries.iter());
    let agreeing = placed.take_while(|(index, entry)| {
        let own = log.get(*index);
        own.is_some_and(|own| own.term == entry.term)
    });
    agreeing.count()
}

/// What a leader believes of each other server.
///
/// Invariants: in order of registration, nobody twice, as [`crate::cluster::Cluster::check`] asserts;
/// `match_index < next_index`, unless a follower refused what it was known to have. It may have lost entries, or the
/// refusal comes late: the two can't be told apart, and to go back is right for both.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Followers {
    list: Vec<Progress>,
}

impl Followers {
    /// What it believes of a server. One that it has not met yet has nothing known in common with it, and
    /// gets the entries from `next_index` on.
    pub fn meet(&mut self, peer: ServerId, next_index: Index) -> &mut Progress {
        let place = self
            .list
            .binary_search_by_key(&peer, |progress| progress.peer);
        let position = place.unwrap_or_else(|position| {
            let progress = Progress {
                peer,
                match_index: 0,
                next_index,
            };
            self.list.insert(position, progress);
            position
        });
        &mut self.list[position]
    }

    /// What it believes of a server; none when it has not met it.
    pub fn get(&self, peer: ServerId) -> Option<Progress> {
        self.iter().find(|progress| progress.peer == peer)
    }

    pub fn get_mut(&mut self, peer: ServerId) -> Option<&mut Progress> {
        let mut list = self.list.iter_mut();
        list.find(|progress| progress.peer == peer)
    }

    /// Forgets all but these servers.
    pub fn retain(&mut self, peers: ServerSet) {
        self.list.retain(|progress| peers.contains(progress.peer));
    }

    pub fn iter(&self) -> impl Iterator<Item = Progress> {
        self.list.iter().copied()
    }
}

impl Rename for Followers {
    fn rename(&mut self, renaming: &Renaming) {
        for progress in &mut self.list {
            progress.peer.rename(renaming);
        }
        self.list.sort_by_key(|progress| progress.peer);
    }
}

impl Progress {
    /// The follower has everything up to an index, and gets what comes after it. False when that was known:
    /// what it has never falls so.
    pub fn advance(&mut self, up_to: Index) -> bool {
        let before = *self;
        self.match_index = before.match_index.max(up_to);
        self.next_index = self.match_index + 1;
        *self != before
    }

    /// Whether a refusal of the entries after an index is about those that are to be sent next, and not a
    /// late one that was dealt with.
    pub fn was_refused(&self, previous_index: Index) -> bool {
        previous_index > 0 && previous_index + 1 == self.next_index
    }

    /// The follower has not the entry at an index, so the leader goes on from an earlier one.
    pub fn go_back(&mut self, previous_index: Index, next_index: Index) {
        assert!(
            (1..=previous_index).contains(&next_index),
            "from {previous_index} back to {next_index}"
        );
        self.next_index = next_index;
    }
}

/// Where a follower that refuses would go on: the optimisation at the end of section 5.3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hint {
    /// Its log is too short: the index after its last.
    TooShort { next_index: Index },
    /// The term of its entry at the previous index, and the first index that it has of that term.
    OtherTerm { term: Term, first: Index },
}

impl Hint {
    /// What a follower with this log adds to its refusal of the entries after an index.
    pub fn of(log: &Log, previous_index: Index) -> Hint {
        let Some(own) = log.get(previous_index) else {
            let next_index = log.last_index() + 1;
            return Hint::TooShort { next_index };
        };
        let term = own.term;
        let mut first = previous_index;
        while log.get(first - 1).is_some_and(|entry| entry.term == term) {
            first -= 1;
        }
        Hint::OtherTerm { term, first }
    }

    /// Where a leader with this log goes on: one past its own last entry of the hinted term if it has one,
    /// else the hinted index; in any case back, and not below 1.
    pub fn next_index(self, log: &Log, previous_index: Index) -> Index {
        let hinted = match self {
            Hint::TooShort { next_index } => next_index,
            Hint::OtherTerm { term, first } => {
                last_of_term(log, term).map_or(first, |index| index + 1)
            }
        };
        hinted.min(previous_index).max(1)
    }
}

/// The index of the last entry of a term.
fn last_of_term(log: &Log, term: Term) -> Option<Index> {
    let mut indexes = (1..=log.last_index()).rev();
    indexes.find(|&index| log.get(index).is_some_and(|entry| entry.term == term))
}
