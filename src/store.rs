//! The key-value store: the state machine that a log is replayed into. It lives in memory and is lost
//! when its server is killed.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::log::{Command, Log};

/// Values by key, sorted by key. A clone costs nothing until one of the two changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Store {
    pairs: Rc<BTreeMap<Rc<str>, Rc<str>>>,
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
        let pairs = Rc::make_mut(&mut self.pairs);
        match command {
            Command::Set { key, value } => pairs.insert(key.clone(), value.clone()),
            Command::Delete { key } => pairs.remove(key),
        };
    }

    pub fn get(&self, key: &str) -> Option<&Rc<str>> {
        self.pairs.get(key)
    }

    pub fn pairs(&self) -> impl ExactSizeIterator<Item = (&Rc<str>, &Rc<str>)> {
        self.pairs.iter()
    }

    /// Whether both are the same value in memory: a quick yes, or a no that may be wrong.
    pub fn is_same(&self, other: &Store) -> bool {
        Rc::ptr_eq(&self.pairs, &other.pairs)
    }
}
