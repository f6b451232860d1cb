//! What survives a kill: commands in entries, entries in a log, the log on a disk.

use std::rc::Rc;

use crate::registry::{Registry, Rename, Renaming, ServerSet};

mod disk;
mod entry;

pub use disk::{Disk, HardState, Space};
pub use entry::{
    BLANK, COMMAND_LIMIT, Command, Entry, Names, Operation, TERM_LIMIT, parse_number, parse_term,
    split_word, trim,
};

/// A position in a log. The first entry has index 1; 0 means none.
pub type Index = u32;

/// The reign in which an entry was written. 0 where the protocol keeps no terms.
pub type Term = u32;

/// How many entries a log can hold.
pub const LOG_LIMIT: Index = 10_000;

/// Entries on the way from one log to another, with the index that the first has at its sender.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Section {
    pub first: Index,
    pub entries: Rc<Vec<Entry>>,
}

impl Section {
    /// The index of the last entry at its sender; `first - 1` when there are none.
    pub fn last(&self) -> Index {
        self.first + self.count() - 1
    }

    pub fn count(&self) -> u32 {
        self.entries.len() as u32
    }

    /// A line `INDEX TERM OPERATION` for each entry.
    pub fn lines(&self, registry: &Registry) -> String {
        let line = |(index, entry): (Index, &Entry)| format!("{index} {}", entry.spelled(registry));
        self.indexed().map(line).collect::<Vec<_>>().join("\n")
    }

    /// Each entry with its index at the sender.
    pub fn indexed(&self) -> impl Iterator<Item = (Index, &Entry)> {
        (self.first..).zip(self.entries.iter())
    }
}

/// Entries in order.
///
/// Invariants: indexes run from 1 without a gap (by construction); at most [`LOG_LIMIT`] entries; the
/// configurations are those of the entries, in ascending order.
/// Terms may fall: the article's protocol ignores them, and people edit disks.
///
/// A clone costs nothing until one of the two changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Log {
    entries: Rc<Vec<Entry>>,
    /// Where the configurations lie, so that nobody has to look for the latest.
    configurations: Rc<Vec<Index>>,
}

impl Rename for Section {
    fn rename(&mut self, renaming: &Renaming) {
        self.entries.rename(renaming);
    }
}

impl Rename for Log {
    fn rename(&mut self, renaming: &Renaming) {
        if !self.configurations.is_empty() {
            self.entries.rename(renaming);
        }
    }
}

impl Log {
    /// The index of the last entry; 0 when empty. It is the log's length, too.
    pub fn last_index(&self) -> Index {
        self.entries.len() as Index
    }

    /// The entry at an index; none at 0 and past the end.
    pub fn get(&self, index: Index) -> Option<&Entry> {
        let position = index.checked_sub(1)?;
        self.entries.get(position as usize)
    }

    pub fn entries(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter()
    }

    /// The entries after an index; none when it is the last, or past the end.
    pub fn entries_after(&self, index: Index) -> Vec<Entry> {
        let entries = self.entries.get(index as usize..);
        entries.unwrap_or_default().to_vec()
    }

    /// The entries from an index to the end.
    ///
    /// # Panics
    /// At index 0.
    pub fn section_from(&self, first: Index) -> Section {
        assert!(first >= 1, "a section from index {first}");
        Section {
            first,
            entries: Rc::new(self.entries_after(first - 1)),
        }
    }

    /// Adds an entry at the end and returns its index.
    pub fn append(&mut self, entry: Entry) -> Index {
        assert!(
            self.last_index() < LOG_LIMIT,
            "a log over {LOG_LIMIT} entries"
        );
        if matches!(entry.operation, Operation::Configuration(_)) {
            let index = self.last_index() + 1;
            Rc::make_mut(&mut self.configurations).push(index);
        }
        Rc::make_mut(&mut self.entries).push(entry);
        self.last_index()
    }

    /// Removes all entries after `keep`, and returns them.
    pub fn truncate(&mut self, keep: Index) -> Section {
        let removed = self.section_from(keep + 1);
        if removed.count() > 0 {
            Rc::make_mut(&mut self.entries).truncate(keep as usize);
            let kept = self.configurations.partition_point(|&index| index <= keep);
            if kept < self.configurations.len() {
                Rc::make_mut(&mut self.configurations).truncate(kept);
            }
        }
        removed
    }

    /// The configurations with their indexes, the latest first.
    pub fn configurations(&self) -> impl Iterator<Item = (Index, ServerSet)> {
        let latest_first = self.configurations.iter().rev();
        latest_first.filter_map(|&index| match self.get(index)?.operation {
            Operation::Configuration(voters) => Some((index, voters)),
            Operation::Command(_) | Operation::NoOp => None,
        })
    }

    /// How many entries at the start are the same in both logs.
    pub fn common_prefix(&self, other: &Log) -> Index {
        if Rc::ptr_eq(&self.entries, &other.entries) {
            return self.last_index();
        }
        let pairs = self.entries().zip(other.entries());
        pairs.take_while(|(ours, theirs)| ours == theirs).count() as Index
    }

    /// # Panics
    /// When an invariant does not hold.
    pub fn check(&self) {
        assert!(self.last_index() <= LOG_LIMIT, "{}", self.last_index());
        let is_configuration = |index: &Index| {
            let entry = self.get(*index);
            entry.is_some_and(|entry| matches!(entry.operation, Operation::Configuration(_)))
        };
        let found: Vec<Index> = (1..=self.last_index()).filter(is_configuration).collect();
        assert_eq!(*self.configurations, found);
    }

    /// The highest term of an entry; 0 for none.
    pub fn highest_term(&self) -> Term {
        let terms = self.entries().map(|entry| entry.term);
        terms.max().unwrap_or(0)
    }
}
