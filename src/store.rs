//! The key-value store: the state machine that a log is replayed into. It lives in memory and is lost
//! when its server is killed.

use std::fmt;
use std::rc::Rc;

use crate::log::{Command, Index, Log, Operation};

/// Values by key. A clone costs nothing until one of the two changes.
///
/// Invariant: keys ascend. A tree would add 4 kB to what the page loads, and is no faster at the sizes that
/// a log of this page leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Store {
    pairs: Rc<Vec<Pair>>,
}

/// A key with its value. Text form: `KEY VALUE`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pair {
    pub key: Rc<str>,
    pub value: Rc<str>,
}

impl fmt::Display for Pair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.key, self.value)
    }
}

/// A line for each pair.
impl fmt::Display for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, pair) in self.pairs.iter().enumerate() {
            let end = if position == 0 { "" } else { "\n" };
            write!(f, "{end}{pair}")?;
        }
        Ok(())
    }
}

/// A store, and how far a log was carried out on it.
///
/// Invariant: the store is the replay of the log up to `applied`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StateMachine {
    store: Store,
    applied: Index,
}

impl StateMachine {
    /// The store that a log leads to, from its first entry to one of its entries.
    pub fn replay(log: &Log, applied: Index) -> StateMachine {
        let mut machine = StateMachine::default();
        machine.apply_up_to(applied, log);
        machine
    }

    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The index of the last entry that was carried out; 0 for none.
    pub fn applied(&self) -> Index {
        self.applied
    }

    /// Carries out what comes next in the log, up to an index.
    pub fn apply_up_to(&mut self, last: Index, log: &Log) {
        let (first, count) = (self.applied, last.saturating_sub(self.applied));
        assert!(
            last <= log.last_index(),
            "there is no entry {last} to apply"
        );
        for entry in log.entries().skip(first as usize).take(count as usize) {
            if let Operation::Command(command) = &entry.operation {
                self.store.apply(command);
            }
        }
        self.applied = first + count;
    }

    /// The log was cut after an index: what was carried out of the rest no longer counts.
    pub fn undo_after(&mut self, keep: Index, log: &Log) {
        if self.applied > keep {
            *self = StateMachine::replay(log, keep);
        }
    }

    /// # Panics
    /// When the invariant, or that of the store, does not hold.
    pub fn check(&self, log: &Log) {
        assert_eq!(*self, StateMachine::replay(log, self.applied));
        let ascends = self
            .store
            .pairs
            .is_sorted_by(|one, other| one.key < other.key);
        assert!(ascends, "keys out of order: {}", self.store);
    }
}

impl Store {
    /// Carries out one command. Deleting an absent key changes nothing.
    pub fn apply(&mut self, command: &Command) {
        let place = self.position(command.key());
        let pairs = Rc::make_mut(&mut self.pairs);
        match (command, place) {
            (Command::Set { value, .. }, Ok(position)) => pairs[position].value = value.clone(),
            (Command::Set { key, value }, Err(position)) => {
                let (key, value) = (key.clone(), value.clone());
                pairs.insert(position, Pair { key, value });
            }
            (Command::Delete { .. }, Ok(position)) => drop(pairs.remove(position)),
            (Command::Delete { .. }, Err(_)) => {}
        }
    }

    pub fn get(&self, key: &str) -> Option<&Rc<str>> {
        let position = self.position(key).ok()?;
        Some(&self.pairs[position].value)
    }

    /// Each key with its value, in order of keys.
    pub fn pairs(&self) -> impl ExactSizeIterator<Item = (&Rc<str>, &Rc<str>)> {
        self.pairs.iter().map(|pair| (&pair.key, &pair.value))
    }

    /// The same as a list.
    pub fn as_slice(&self) -> &[Pair] {
        &self.pairs
    }

    /// Where a key is, or where it would go.
    fn position(&self, key: &str) -> Result<usize, usize> {
        self.pairs.binary_search_by(|pair| (*pair.key).cmp(key))
    }
}
