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
    slots: Vec<Slot>,
    len: usize,
}

/// A pair with its value; [`FREE`] where nothing is.
#[derive(Clone, Copy)]
struct Slot {
    key: u64,
    value: Id,
}

const FREE: Slot = Slot {
    key: u64::MAX,
    value: NONE,
};

impl PairMap {
    pub fn new() -> PairMap {
        PairMap {
            slots: vec![FREE; 64],
            len: 0,
        }
    }

    #[inline]
    pub fn get(&self, one: Id, other: Id) -> Option<Id> {
        let key = pair(one, other);
        let slot = self.slots[self.place(key)];
        (slot.key == key).then_some(slot.value)
    }

    /// # Panics
    /// When both numbers are [`NONE`].
    pub fn insert(&mut self, one: Id, other: Id, value: Id) {
        if (self.len + 1) * 4 > self.slots.len() * 3 {
            self.grow();
        }
        let key = pair(one, other);
        assert!(key != FREE.key, "nothing is known of two missing numbers");
        let place = self.place(key);
        self.len += usize::from(self.slots[place].key == FREE.key);
        self.slots[place] = Slot { key, value };
    }

    pub fn bytes(&self) -> usize {
        self.slots.len() * size_of::<Slot>()
    }

    /// Where a key is, or where it would go.
    #[inline]
    fn place(&self, key: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mixed = key.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut place = (mixed ^ (mixed >> 32)) as usize & mask;
        loop {
            let found = self.slots[place].key;
            if found == key || found == FREE.key {
                return place;
            }
            place = (place + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let larger = vec![FREE; self.slots.len() * 2];
        let smaller = std::mem::replace(&mut self.slots, larger);
        for slot in smaller.into_iter().filter(|slot| slot.key != FREE.key) {
            let place = self.place(slot.key);
            self.slots[place] = slot;
        }
    }
}

fn pair(one: Id, other: Id) -> u64 {
    u64::from(one) << 32 | u64::from(other)
}
