//! A table of numbers, by the hashes of the values that have them.

use super::tables::Id;

/// Where the numbers of values are; the values are kept elsewhere, under 0, 1 and so on.
///
/// It is made of buckets, each a line of the processor's cache, whose slots are filled from the first on. The highest bits of a
/// hash say which bucket is its home; what finds no room there goes to the next that has some. A slot has the number and one in
/// its lowest bits, as many as all numbers need; above them a *mark*, the bits of the hash that follow those of the home, so that
/// a value is seldom looked at in vain; and, in the highest, whether it is *away* from home. 0 is a slot in which nothing is.
///
/// A table that is full is doubled: each bucket becomes two, and the highest bit of a mark says which of them is the home. So no
/// value need be looked at for that, unless it is away.
pub struct IdTable {
    buckets: Vec<Bucket>,
    len: usize,
    /// How many bits of a hash say which bucket is its home.
    home_bits: u32,
    /// The bits of a slot in which the number is.
    numbers: u32,
}

const SLOTS: usize = 16;

/// Of all slots at most so many sixteenths are filled.
const FILLED: usize = 14;

/// In a slot, that its value is away from home.
const AWAY: u32 = 1 << 31;

#[derive(Clone, Copy)]
#[repr(align(64))]
struct Bucket([u32; SLOTS]);

const EMPTY: Bucket = Bucket([0; SLOTS]);

impl Bucket {
    /// Which slots have these bits where no number is, each as a bit; some may have nothing in them.
    #[inline]
    fn matching(&self, bits: u32, numbers: u32) -> u16 {
        let mut matching = 0;
        for (place, slot) in self.0.iter().enumerate() {
            let matches = slot & !numbers == bits;
            matching |= if matches { 1 << place } else { 0 };
        }
        matching
    }

    fn is_full(&self) -> bool {
        self.0[SLOTS - 1] != 0
    }

    /// Fills the first slot in which nothing is. False when there is none.
    fn push(&mut self, filling: u32) -> bool {
        let free = self.0.iter_mut().find(|slot| **slot == 0);
        free.map(|slot| *slot = filling).is_some()
    }
}

impl IdTable {
    pub fn new() -> IdTable {
        IdTable {
            buckets: vec![EMPTY],
            len: 0,
            home_bits: 0,
            numbers: SLOTS as u32 - 1,
        }
    }

    /// Reads what is needed to look for a hash, so that it is at hand then.
    #[inline]
    pub fn touch(&self, hash: u32) -> u32 {
        self.buckets[self.home(hash)].0[0]
    }

    /// The number of a value with a hash.
    #[inline]
    pub fn find(&self, hash: u32, is_it: impl Fn(Id) -> bool) -> Option<Id> {
        let (mut place, mut bits) = (self.home(hash), self.mark(hash));
        loop {
            let bucket = &self.buckets[place];
            let mut matching = bucket.matching(bits, self.numbers);
            while matching != 0 {
                let slot = bucket.0[matching.trailing_zeros() as usize];
                matching &= matching - 1;
                if slot != 0 && is_it(self.number(slot)) {
                    return Some(self.number(slot));
                }
            }
            if !bucket.is_full() {
                return None;
            }
            place = self.after(place);
            bits |= AWAY;
        }
    }

    /// Gives the next number to a value with a hash. Has to be able to tell the hashes of all values that have one.
    #[inline]
    pub fn add(&mut self, hash: u32, hash_of: impl Fn(Id) -> u32) -> Id {
        if self.is_full_with(1) {
            self.double(hash_of);
        }
        let id = self.len as Id;
        self.put(hash, id);
        self.len += 1;
        id
    }

    pub fn bytes(&self) -> usize {
        self.buckets.len() * size_of::<Bucket>()
    }

    /// How much more it takes when so many more values come, if that is not many.
    pub fn bytes_ahead(&self, count: usize) -> usize {
        if self.is_full_with(count) {
            self.bytes()
        } else {
            0
        }
    }

    fn is_full_with(&self, count: usize) -> bool {
        self.len + count > self.buckets.len() * FILLED
    }

    fn put(&mut self, hash: u32, id: Id) {
        let (mut place, mut filling) = (self.home(hash), self.mark(hash) | (id + 1));
        while !self.buckets[place].push(filling) {
            place = self.after(place);
            filling |= AWAY;
        }
    }

    #[inline]
    fn home(&self, hash: u32) -> usize {
        (u64::from(hash) << self.home_bits >> 32) as usize
    }

    /// The mark of a hash, where it is in a slot.
    #[inline]
    fn mark(&self, hash: u32) -> u32 {
        (hash << self.home_bits) >> 1 & !self.numbers
    }

    #[inline]
    fn number(&self, slot: u32) -> Id {
        (slot & self.numbers) - 1
    }

    #[inline]
    fn after(&self, place: usize) -> usize {
        (place + 1) & (self.buckets.len() - 1)
    }

    #[cold]
    fn double(&mut self, hash_of: impl Fn(Id) -> u32) {
        let count = self.buckets.len();
        let numbers = self.numbers;
        self.buckets.reserve_exact(count);
        self.buckets.resize(2 * count, EMPTY);
        self.home_bits += 1;
        self.numbers = self.numbers << 1 | 1;
        let mut away = Vec::new();
        for place in (0..count).rev() {
            let bucket = std::mem::replace(&mut self.buckets[place], EMPTY);
            for slot in bucket.0.into_iter().take_while(|slot| *slot != 0) {
                let number = slot & numbers;
                if slot & AWAY != 0 {
                    away.push(number - 1);
                    continue;
                }
                let mark = (slot - number) << 1;
                let home = 2 * place + usize::from(mark & AWAY != 0);
                self.buckets[home].push(mark & !AWAY | number);
            }
        }
        for id in away {
            self.put(hash_of(id), id);
        }
    }
}
