//! The key-value store: the state machine that a log is replayed into. It lives in memory and is lost
//! when its server is killed.

use std::fmt;
use std::rc::Rc;

use crate::log::{Command, Log};

/// Values by key. A clone costs nothing until one of the two changes.
///
/// Invariant: keys ascend. A sorted list is a tenth of the code of a tree, and no slower at the sizes that
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

impl Store {
    /// The store that a log leads to, from its first entry to its last.
    pub fn replay(log: &Log) -> Store {
        let mut store = Store::default();
        for entry in log.entries() {
            store.apply(&entry.command);
        }
        store
    }

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

    /// Whether both are the same value in memory: a quick yes, or a no that may be wrong.
    pub fn is_same(&self, other: &Store) -> bool {
        Rc::ptr_eq(&self.pairs, &other.pairs)
    }

    /// Where a key is, or where it would go.
    fn position(&self, key: &str) -> Result<usize, usize> {
        self.pairs.binary_search_by(|pair| (*pair.key).cmp(key))
    }
}
