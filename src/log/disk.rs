//! What a server has on its disk.

use super::{Index, LOG_LIMIT, Log, Section, Term};
use crate::registry::{Rename, Renaming, ServerId};
use crate::sorted::SortedSet;

/// Whether a disk takes writes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Space {
    #[default]
    Free,
    /// Every append fails, whole. Removing and reading still work.
    Full,
}

/// What a server has to have on its disk before it answers anybody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HardState {
    /// The latest term that the server knows of; 0 where the protocol keeps none.
    pub term: Term,
    /// Whom it voted for in that term, if anybody.
    pub voted_for: Option<ServerId>,
}

impl HardState {
    /// That of a term in which nobody was voted for yet.
    pub fn of(term: Term) -> HardState {
        let voted_for = None;
        HardState { term, voted_for }
    }

    /// The same where it has to be at least in a term: whoever gets into a later one has voted for nobody.
    pub fn at_least(self, term: Term) -> HardState {
        if term > self.term {
            return HardState::of(term);
        }
        self
    }
}

/// All that survives when a server is killed.
///
/// Invariant: every damaged index is that of an entry in the log.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Disk {
    pub log: Log,
    pub hard_state: HardState,
    pub space: Space,
    /// Entries that cannot be read. A server with any cannot restart.
    pub damaged: SortedSet<Index>,
}

impl Rename for Disk {
    fn rename(&mut self, renaming: &Renaming) {
        self.log.rename(renaming);
        self.hard_state.voted_for.rename(renaming);
    }
}

impl Disk {
    /// Whether that many entries can be appended. Appends are all or nothing.
    pub fn has_room(&self, count: u32) -> bool {
        self.space == Space::Free && count <= LOG_LIMIT - self.log.last_index()
    }

    /// Removes all entries after `keep`, the damaged ones among them, and returns them.
    pub fn truncate(&mut self, keep: Index) -> Section {
        self.damaged.remove_above(keep);
        self.log.truncate(keep)
    }

    /// The highest term on this disk, be it the current one or an entry's; 0 for none.
    pub fn highest_term(&self) -> Term {
        self.term().max(self.log.highest_term())
    }

    /// The current term.
    pub fn term(&self) -> Term {
        self.hard_state.term
    }

    /// # Panics
    /// When an invariant of it, or of its log, does not hold.
    pub fn check(&self) {
        let Disk { log, damaged, .. } = self;
        log.check();
        damaged.check();
        let are_there = damaged.iter().all(|index| log.get(index).is_some());
        assert!(are_there, "{damaged:?} of {} entries", log.last_index());
    }
}
