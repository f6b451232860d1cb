//! All states that were met, each once: a flat arena, in the order in which they were found, and a table of them with open
//! addressing.

use super::arena::Arena;
use super::id_table::IdTable;
use super::layout::Layout;
use super::sleep::SleepSet;
use super::successor::{Key, Successor};
use super::tables::{Id, hash, push_sparingly};

/// Each state is a row of bits with the words of its key, and a byte: how much higher the number is of the state from which it
/// was first found than that of the one before it. Hardly a state is found from far behind the one before it, so that one byte is
/// enough for that.
pub struct States {
    arena: Arena,
    steps: Vec<u8>,
    table: IdTable,
    /// From which state the last one was found.
    origin: Id,
    /// From which states those were found whose byte does not say it, ascending; among them each [`LEAP`]th.
    origins: Vec<(Id, Id)>,
    /// What sleeps in each, from this one on: who is before it is done with.
    asleep: Vec<SleepSet>,
    asleep_from: Id,
    /// The hashes of states that are looked for. Kept, so that the list need not be made anew.
    hashes: Vec<u32>,
}

/// How many steps there are to go through at most, to find an origin.
const LEAP: usize = 1 << 14;

/// What a step says of an origin that [`States::origins`] has.
const ELSEWHERE: u8 = u8::MAX;

impl States {
    pub fn new(words: usize) -> States {
        States {
            arena: Arena::new(words),
            steps: Vec::new(),
            table: IdTable::new(),
            origin: 0,
            origins: Vec::new(),
            asleep: Vec::new(),
            asleep_from: 0,
            hashes: Vec::new(),
        }
    }

    pub fn len(&self) -> usize {
        self.arena.len()
    }

    #[inline]
    pub fn key(&self, state: Id) -> Key {
        self.arena.key(state)
    }

    /// The context of a state, without the rest of its key.
    #[inline]
    pub fn context(&self, state: Id) -> Id {
        self.arena.context(state)
    }

    /// From which state this one was first found; the first from itself.
    pub fn origin(&self, state: Id) -> Id {
        let last = self.origins.partition_point(|(at, _)| *at <= state) - 1;
        let (from, origin) = self.origins[last];
        let steps = &self.steps[from as usize + 1..=state as usize];
        origin + steps.iter().copied().map(Id::from).sum::<Id>()
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

    /// Adds those of these states that are new. They are looked for together, so that the memory is waited for once.
    pub fn insert(&mut self, met: &[Successor]) {
        self.arena.make_room(met.iter().map(|one| &one.key));
        let mut hashes = std::mem::take(&mut self.hashes);
        hashes.clear();
        let words = self.arena.layout.words;
        hashes.extend(met.iter().map(|one| hash(&one.key.words[..words])));
        let touched = hashes.iter().map(|hash| self.table.touch(*hash));
        std::hint::black_box(touched.fold(0, |all, one| all ^ one));
        for (one, hash) in met.iter().zip(&hashes) {
            match self.arena.layout.cells {
                1 => self.insert_one::<1>(one, *hash),
                2 => self.insert_one::<2>(one, *hash),
                3 => self.insert_one::<3>(one, *hash),
                4 => self.insert_one::<4>(one, *hash),
                5 => self.insert_one::<5>(one, *hash),
                _ => self.insert_one::<{ Layout::CELL_LIMIT }>(one, *hash),
            }
        }
        self.hashes = hashes;
    }

    pub fn bytes(&self) -> usize {
        let origins = self.origins.capacity() * size_of::<(Id, Id)>();
        let asleep = self.asleep.capacity() * size_of::<SleepSet>();
        self.arena.bytes() + self.steps.capacity() + self.table.bytes() + origins + asleep
    }

    /// How much more it takes at once when so many more states come, if that is not many.
    pub fn bytes_ahead(&self, count: usize) -> usize {
        self.table.bytes_ahead(count)
    }

    /// Adds a state if it is new.
    fn insert_one<const CELLS: usize>(&mut self, met: &Successor, hash_of: u32) {
        let arena = &self.arena;
        let row = arena.layout.pack(&met.key);
        let row = row.first_chunk::<CELLS>().expect("a row has its cells");
        let is_it = |state| arena.row(state).first_chunk() == Some(row);
        if self.table.find(hash_of, is_it).is_some() {
            return;
        }
        let words = arena.layout.words;
        self.table
            .add(hash_of, |state| hash(&arena.key(state).words[..words]));
        self.note_origin(met.origin);
        self.arena.push(row);
        push_sparingly(&mut self.asleep, met.asleep);
    }

    /// Notes where the state that comes next was found from.
    #[inline]
    fn note_origin(&mut self, origin: Id) {
        let step = origin.checked_sub(self.origin);
        let step = step.filter(|step| *step < Id::from(ELSEWHERE));
        let step = step.filter(|_| !self.len().is_multiple_of(LEAP));
        if step.is_none() {
            self.origins.push((self.len() as Id, origin));
        }
        let step = step.map_or(ELSEWHERE, |step| step as u8);
        push_sparingly(&mut self.steps, step);
        self.origin = origin;
    }
}
