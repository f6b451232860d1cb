//! States in numbers, and what follows from them.

use super::sleep::SleepSet;
use super::tables::Id;

/// A state in numbers: the node of each server, in order of registration; that of the client, where there is one; the context.
/// What comes behind is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    pub words: [Id; Key::LEN],
}

impl Key {
    /// Nine servers, the client and the context.
    pub const LEN: usize = 11;
}

/// What follows from a state.
#[derive(Clone, Copy)]
pub struct Successor {
    pub key: Key,
    pub step: Step,
    /// From which state it follows, if the states have numbers.
    pub origin: Id,
    /// What need not be done there.
    pub asleep: SleepSet,
    /// Which promises are broken by it, as bits in their order.
    pub broken: u16,
}

impl Successor {
    /// What a state becomes by a step that changes nothing.
    pub fn of(key: Key, step: Step) -> Successor {
        Successor {
            key,
            step,
            origin: 0,
            asleep: SleepSet::default(),
            broken: 0,
        }
    }
}

/// What leads there.
#[derive(Clone, Copy)]
pub enum Step {
    /// Nothing: it is where the search starts.
    Begin,
    /// This edge is taken by who has this place.
    Edge {
        position: u8,
        edge: u32,
    },
    /// The client asks somebody.
    Ask {
        position: u8,
        text: u16,
        /// Whether it is delivered at once.
        arrives: bool,
    },
    Cut(u8, u8),
    Heal(u8, u8),
}

/// A state that is looked at, with what is often asked about it.
pub struct Scene {
    pub key: Key,
    /// Which links are cut.
    pub cuts: u64,
}

/// Puts what begins to follow behind the others, where it is made whole without being moved.
pub fn begin(out: &mut Vec<Successor>, next: Successor) -> &mut Successor {
    out.push(next);
    out.last_mut().expect("one was just added")
}
