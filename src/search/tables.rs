//! Tables that give values small numbers. Nobody goes through them in another order than that of these numbers.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};
use std::rc::Rc;

use super::id_table::IdTable;

/// A number of a value in its table, from 0.
pub type Id = u32;

/// No number.
pub const NONE: Id = Id::MAX;

/// An odd number without a pattern, to mix with.
const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

/// A hash of numbers, all of whose bits are worth the same.
#[inline]
pub fn hash(words: &[Id]) -> u32 {
    // The usual number is known when it is compiled: see the head of `search.rs`.
    match words {
        [_, _, _, _] => hash_words(&words[..4]),
        _ => hash_words(words),
    }
}

#[inline(always)]
fn hash_words(words: &[Id]) -> u32 {
    let mix = |hash: u64, word: &Id| {
        let mixed = (hash ^ u64::from(*word)).wrapping_mul(MIX);
        mixed ^ (mixed >> 29)
    };
    let mixed = words.iter().fold(0x51_7cc1_b727_220a, mix);
    (mixed.wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 32) as u32
}

/// Adds a value to a list that is long, and makes room for a quarter more when there is none, where `Vec` would for twice as many.
#[inline]
pub fn push_sparingly<T>(list: &mut Vec<T>, value: T) {
    if list.len() == list.capacity() {
        list.reserve_exact(list.len() / 4 + 16);
    }
    list.push(value);
}

/// Hashes values quickly. Nobody chooses them so that they collide.
#[derive(Default)]
pub struct Mixer(u64);

impl Mixer {
    fn mix(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(23) ^ word).wrapping_mul(MIX);
    }
}

impl Hasher for Mixer {
    fn write(&mut self, bytes: &[u8]) {
        for piece in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..piece.len()].copy_from_slice(piece);
            self.mix(u64::from_le_bytes(word));
        }
    }

    fn write_u8(&mut self, value: u8) {
        self.mix(u64::from(value));
    }

    fn write_u32(&mut self, value: u32) {
        self.mix(u64::from(value));
    }

    fn write_u64(&mut self, value: u64) {
        self.mix(value);
    }

    fn write_usize(&mut self, value: usize) {
        self.mix(value as u64);
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}

/// Values that were met, each under one number.
pub struct Interner<T> {
    values: Vec<Rc<T>>,
    ids: HashMap<Rc<T>, Id, BuildHasherDefault<Mixer>>,
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

/// Lists of numbers that were met, each under one number.
pub struct Lists {
    items: Vec<Id>,
    /// Where each ends among the items.
    ends: Vec<u32>,
    table: IdTable,
}

impl Lists {
    pub fn new() -> Lists {
        Lists {
            items: Vec::new(),
            ends: Vec::new(),
            table: IdTable::new(),
        }
    }

    /// The number of a list, a new one if it was not met yet.
    pub fn intern(&mut self, list: &[Id]) -> Id {
        let hash_of = hash(list);
        let found = self.table.find(hash_of, |id| self.get(id) == list);
        if let Some(known) = found {
            return known;
        }
        let Lists { items, ends, table } = self;
        let id = table.add(hash_of, |id| hash(piece(items, ends, id)));
        for item in list {
            push_sparingly(items, *item);
        }
        push_sparingly(ends, items.len() as u32);
        id
    }

    pub fn get(&self, id: Id) -> &[Id] {
        piece(&self.items, &self.ends, id)
    }

    pub fn bytes(&self) -> usize {
        (self.items.capacity() + self.ends.capacity()) * size_of::<Id>() + self.table.bytes()
    }
}

fn piece<'a>(items: &'a [Id], ends: &[u32], id: Id) -> &'a [Id] {
    let first = id.checked_sub(1).map_or(0, |before| ends[before as usize]);
    &items[first as usize..ends[id as usize] as usize]
}

/// From two numbers to a third.
///
/// Open addressing with linear probing; at most three quarters are full.
pub struct PairMap {
    slots: Vec<Slot>,
    len: usize,
}

/// Two numbers with a third; [`FREE`] where nothing is.
#[derive(Clone, Copy, PartialEq)]
struct Slot {
    one: Id,
    other: Id,
    value: Id,
}

const FREE: Slot = Slot {
    one: NONE,
    other: NONE,
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
        let slot = self.slots[self.place(one, other)];
        (slot.one == one && slot.other == other).then_some(slot.value)
    }

    /// # Panics
    /// When both numbers are [`NONE`].
    pub fn insert(&mut self, one: Id, other: Id, value: Id) {
        if (self.len + 1) * 4 > self.slots.len() * 3 {
            self.grow();
        }
        assert!(
            (one, other) != (NONE, NONE),
            "nothing is known of two missing numbers"
        );
        let place = self.place(one, other);
        self.len += usize::from(self.slots[place] == FREE);
        self.slots[place] = Slot { one, other, value };
    }

    pub fn bytes(&self) -> usize {
        self.slots.len() * size_of::<Slot>()
    }

    /// Where two numbers are, or where they would go.
    #[inline]
    fn place(&self, one: Id, other: Id) -> usize {
        let mixed = (u64::from(one) << 32 | u64::from(other)).wrapping_mul(MIX);
        let hash = (mixed ^ (mixed >> 32)).wrapping_mul(MIX) >> 32;
        let mut place = ((hash * self.slots.len() as u64) >> 32) as usize;
        loop {
            let found = self.slots[place];
            let is_free = (found.one, found.other) == (NONE, NONE);
            if is_free || (found.one == one && found.other == other) {
                return place;
            }
            place += 1;
            if place == self.slots.len() {
                place = 0;
            }
        }
    }

    #[cold]
    fn grow(&mut self) {
        let larger = vec![FREE; self.slots.len() / 2 * 3];
        let smaller = std::mem::replace(&mut self.slots, larger);
        for slot in smaller.into_iter().filter(|slot| *slot != FREE) {
            let place = self.place(slot.one, slot.other);
            self.slots[place] = slot;
        }
    }
}
