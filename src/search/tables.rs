//! Tables that give values small numbers. Nobody goes through them in another order than that of these numbers.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher, Hash};
use std::rc::Rc;

/// A number of a value in its table, from 0.
pub type Id = u32;

/// No number.
pub const NONE: Id = Id::MAX;

/// Values that were met, each under one number.
pub struct Interner<T> {
    values: Vec<Rc<T>>,
    ids: HashMap<Rc<T>, Id, BuildHasherDefault<DefaultHasher>>,
}

impl<T: Eq + Hash> Interner<T> {
    pub fn new() -> Interner<T> {
        Interner {
            values: Vec::new(),
            ids: HashMap::default(),
        }
    }

    /// The number of a value, a new one if it was not met yet.
    pub fn intern(&mut self, value: T) -> Id {
        if let Some(id) = self.ids.get(&value) {
            return *id;
        }
        let id = self.values.len() as Id;
        let value = Rc::new(value);
        self.values.push(value.clone());
        self.ids.insert(value, id);
        id
    }

    pub fn get(&self, id: Id) -> &Rc<T> {
        &self.values[id as usize]
    }

    pub fn len(&self) -> usize {
        self.values.len()
    }
}

/// From two numbers to a third.
///
/// Open addressing with linear probing; at most three quarters are full.
pub struct PairMap {
    /// The pairs; [`FREE`] where nothing is.
    keys: Vec<u64>,
    values: Vec<Id>,
    len: usize,
}

/// No pair: nothing is known of two missing numbers.
const FREE: u64 = u64::MAX;

impl PairMap {
    pub fn new() -> PairMap {
        PairMap {
            keys: vec![FREE; 64],
            values: vec![NONE; 64],
            len: 0,
        }
    }

    pub fn get(&self, one: Id, other: Id) -> Option<Id> {
        let key = pair(one, other);
        let place = self.place(key);
        (self.keys[place] == key).then(|| self.values[place])
    }

    pub fn insert(&mut self, one: Id, other: Id, value: Id) {
        if (self.len + 1) * 4 > self.keys.len() * 3 {
            self.grow();
        }
        let key = pair(one, other);
        let place = self.place(key);
        self.len += usize::from(self.keys[place] == FREE);
        self.keys[place] = key;
        self.values[place] = value;
    }

    pub fn bytes(&self) -> usize {
        self.keys.len() * (size_of::<u64>() + size_of::<Id>())
    }

    /// Where a key is, or where it would go.
    fn place(&self, key: u64) -> usize {
        let mask = self.keys.len() - 1;
        let mixed = key.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut place = (mixed ^ (mixed >> 32)) as usize & mask;
        while self.keys[place] != key && self.keys[place] != FREE {
            place = (place + 1) & mask;
        }
        place
    }

    fn grow(&mut self) {
        let larger = PairMap {
            keys: vec![FREE; self.keys.len() * 2],
            values: vec![NONE; self.keys.len() * 2],
            len: self.len,
        };
        let smaller = std::mem::replace(self, larger);
        for (key, value) in smaller.keys.into_iter().zip(smaller.values) {
            if key != FREE {
                let place = self.place(key);
                self.keys[place] = key;
                self.values[place] = value;
            }
        }
    }
}

fn pair(one: Id, other: Id) -> u64 {
    u64::from(one) << 32 | u64::from(other)
}
