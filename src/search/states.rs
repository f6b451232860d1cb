//! All states that were met, each once: a flat arena, in the order in which they were found, and a table of them with open
//! addressing.

use super::engine::Key;
use super::sleep::SleepSet;
use super::tables::Id;

/// How many states a piece of the arena has, so that the arena grows without being copied.
const PIECE: usize = 1 << 14;

/// How full the table gets, in quarters.
const FULL: usize = 3;

/// Each state is so many words, its key, and one more: from which state it was first found.
pub struct States {
    words: usize,
    pieces: Vec<Vec<Id>>,
    len: usize,
    /// The hash in the upper half, in the lower the number of the state and one; 0 where nothing is. Where a state would be
    /// follows from the upper half alone.
    slots: Vec<u64>,
    /// What sleeps in each, from this one on: who is before it is done with.
    asleep: Vec<SleepSet>,
    asleep_from: Id,
    /// For states that are looked for, the hash and what is in the first slot for it.
    looked_for: Vec<(u32, u64)>,
}

impl States {
    pub fn new(words: usize) -> States {
        States {
            words,
            pieces: Vec::new(),
            len: 0,
            slots: vec![0; 1 << 10],
            asleep: Vec::new(),
            asleep_from: 0,
            looked_for: Vec::new(),
        }
    }

    pub fn len(&self) -> usize {
        self.len
    }

    pub fn key(&self, state: Id) -> &[Id] {
        &self.record(state)[..self.words]
    }

    /// From which state this one was first found; the first from itself.
    pub fn origin(&self, state: Id) -> Id {
        self.record(state)[self.words]
    }

    /// Adds those of these states that are new. They are looked for together, so that the memory is waited for once.
    pub fn insert(&mut self, keys: &[(Key, SleepSet)], origin: Id) {
        let mut looked_for = std::mem::take(&mut self.looked_for);
        looked_for.clear();
        looked_for.extend(keys.iter().map(|(key, _)| {
            let hash = hash(&key.words[..self.words]);
            (hash, self.slots[self.place(hash)])
        }));
        for ((key, asleep), (hash, slot)) in keys.iter().zip(&looked_for) {
            let key = &key.words[..self.words];
            // What was there first is there still, unless the table has grown.
            if !self.is(*slot, *hash, key) {
                self.insert_one(key, *hash, origin, *asleep);
            }
        }
        self.looked_for = looked_for;
    }

    /// What sleeps in a state that is not forgotten yet.
    pub fn asleep(&self, state: Id) -> SleepSet {
        self.asleep[(state - self.asleep_from) as usize]
    }

    /// Forgets what sleeps in all states before this one.
    pub fn forget_before(&mut self, state: Id) {
        self.asleep.drain(..(state - self.asleep_from) as usize);
        self.asleep_from = state;
    }

    /// Whether a slot has this state.
    fn is(&self, slot: u64, hash: u32, key: &[Id]) -> bool {
        let is_like_it = slot != 0 && (slot >> 32) as u32 == hash;
        is_like_it && self.key(slot as u32 - 1).iter().eq(key)
    }

    fn insert_one(&mut self, key: &[Id], hash: u32, origin: Id, asleep: SleepSet) {
        let mut place = self.place(hash);
        while self.slots[place] != 0 {
            if self.is(self.slots[place], hash, key) {
                return;
            }
            place += 1;
            if place == self.slots.len() {
                place = 0;
            }
        }
        self.slots[place] = u64::from(hash) << 32 | (self.len as u64 + 1);
        self.push(key, origin);
        self.asleep.push(asleep);
        if self.len * 4 > self.slots.len() * FULL {
            self.grow();
        }
    }

    pub fn bytes(&self) -> usize {
        let pieces = self.pieces.len() * PIECE * (self.words + 1) * size_of::<Id>();
        pieces + self.slots.len() * size_of::<u64>()
    }

    /// How much more it takes at once when one more state comes.
    pub fn bytes_ahead(&self) -> usize {
        let is_full = (self.len + 1) * 4 > self.slots.len() * FULL;
        let table = if is_full { larger(&self.slots) } else { 0 };
        table * size_of::<u64>()
    }

    fn record(&self, state: Id) -> &[Id] {
        let stride = self.words + 1;
        let first = state as usize % PIECE * stride;
        &self.pieces[state as usize / PIECE][first..first + stride]
    }

    fn push(&mut self, key: &[Id], origin: Id) {
        assert!(self.len < Id::MAX as usize - 1, "too many states to count");
        if self.len.is_multiple_of(PIECE) {
            let piece = Vec::with_capacity(PIECE * (self.words + 1));
            self.pieces.push(piece);
        }
        if let Some(piece) = self.pieces.last_mut() {
            piece.extend_from_slice(key);
            piece.push(origin);
        }
        self.len += 1;
    }

    fn place(&self, hash: u32) -> usize {
        ((u64::from(hash) * self.slots.len() as u64) >> 32) as usize
    }

    fn grow(&mut self) {
        let slots = vec![0; larger(&self.slots)];
        let smaller = std::mem::replace(&mut self.slots, slots);
        for slot in smaller.into_iter().filter(|slot| *slot != 0) {
            let mut place = self.place((slot >> 32) as u32);
            while self.slots[place] != 0 {
                place += 1;
                if place == self.slots.len() {
                    place = 0;
                }
            }
            self.slots[place] = slot;
        }
    }
}

/// How many slots come next.
fn larger(slots: &[u64]) -> usize {
    slots.len() / 2 * 3
}

fn hash(key: &[Id]) -> u32 {
    let mix = |hash: u64, word: &Id| {
        let mixed = (hash ^ u64::from(*word)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ (mixed >> 29)
    };
    let mixed = key.iter().fold(0x51_7cc1_b727_220a, mix);
    (mixed.wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 32) as u32
}
