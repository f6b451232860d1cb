//! What need not be done in a state, since it was done before in another order.
//!
//! Two things that happen to different servers can be exchanged: the same is sent, whoever is first, unless something is witnessed of
//! both. What happens to one server is never exchanged. Of the ways to a state that
//! differ in nothing but such an order, one is enough. What can happen in a state is in an order: first what takes two
//! actions, and of what takes as many, to whom stands first. When something is done, all that comes before it there
//! and can be exchanged with it *sleeps* in what follows, and so does what slept already and can be exchanged: it is not done in that
//! state. What it would lead to is reached the other way round. These are the sleep sets of P. Godefroid, *Partial-Order Methods
//! for the Verification of Concurrent Systems* (1996), chapter 5.
//!
//! No state is missed, nor found later or from elsewhere. Of all shortest ways to a state, the search finds the *first* first: that which has
//! one action where others have two, compared from the end on; and, where all have as many, does what comes first, compared from the start on.
//! What begins it is the first way to where that leads. If something on it slept, it could be exchanged with all that was done since
//! something that comes after it; done there instead, the way would be as short and come before. That is so unless it takes one action,
//! and what it is exchanged with takes two: then the way would come later, so nothing of one action sleeps on when something
//! of two is done. A way to what breaks a promise is no different: what stands in logs and what was committed breaks it in whatever order
//! it came about, and all else that does is witnessed.
//!
//! A set has a few bits for each server. Letters, of which there are many, share bits: one is set when all sleep that share it. Letters
//! that differ in nothing but the servers' places have the same bit, so that it does not matter who is in whose place.

use super::edges::{Cost, Edge, Edges};

/// For each server, from the lowest bits on, which classes of what can happen to it sleep.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SleepSet(u64);

/// Classes of what can happen to one server, as bits.
pub type Classes = u16;

/// How things are put into classes.
#[derive(Clone, Copy)]
pub struct Classing {
    /// How many bits there are for each: at least 6.
    width: u32,
}

/// What sleeps after this or that is done in a state.
pub struct Sleep {
    /// What slept in the state and sleeps on, and what came before what is done now.
    before: SleepSet,
    /// All of which something is witnessed.
    noted: SleepSet,
}

impl Classing {
    /// What is for so many servers, the client among them where it has mail.
    pub fn new(count: usize) -> Classing {
        let width = u64::BITS / count.max(1) as u32;
        Classing {
            width: width.min(Classes::BITS),
        }
    }

    /// That a letter is delivered, by a number that all letters have which are like it.
    pub fn letter(self, number: u32) -> Classes {
        1 << (number % (self.width - 3))
    }

    /// That a letter is duplicated, and one of the two delivered.
    pub fn copy(self) -> Classes {
        1 << (self.width - 3)
    }

    /// What a server offers, and that it is restarted.
    pub fn prompt(self) -> Classes {
        1 << (self.width - 2)
    }

    /// That it is killed and restarted.
    pub fn crash(self) -> Classes {
        1 << (self.width - 1)
    }

    fn all(self) -> Classes {
        Classes::MAX >> (Classes::BITS - self.width)
    }

    /// These classes of the server in a place.
    fn at(self, position: usize, classes: Classes) -> u64 {
        u64::from(classes) << (position as u32 * self.width)
    }
}

impl SleepSet {
    /// What sleeps of the server in a place.
    pub fn of(self, classing: Classing, position: usize) -> Classes {
        (self.0 >> (position as u32 * classing.width)) as Classes & classing.all()
    }

    /// Without these of the server in a place.
    pub fn without(self, classing: Classing, position: usize, classes: Classes) -> SleepSet {
        SleepSet(self.0 & !classing.at(position, classes))
    }

    /// The same when servers are in other places.
    pub fn moved(self, classing: Classing, places: &[u8]) -> SleepSet {
        let positions = places.iter().enumerate();
        let moved = positions.map(|(position, place)| {
            let classes = self.of(classing, position);
            classing.at(usize::from(*place), classes)
        });
        SleepSet(moved.sum())
    }
}

impl Sleep {
    /// Begins with a state in which this sleeps and all of that can happen, of which is done what takes so many actions.
    pub fn begin(classing: Classing, asleep: SleepSet, cost: Cost, all: &[Edges]) -> Sleep {
        let of_two = classing.copy() | classing.crash();
        let mut sleep = Sleep {
            before: asleep,
            noted: SleepSet::default(),
        };
        for (position, edges) in all.iter().enumerate() {
            sleep.noted.0 |= classing.at(position, edges.noted);
            match cost {
                Cost::One => {
                    let before = edges.classes[Cost::Two as usize];
                    sleep.before.0 |= classing.at(position, before);
                }
                Cost::Two => {
                    let of_one = classing.all() & !of_two;
                    sleep.before.0 &= !classing.at(position, of_one);
                }
            }
        }
        sleep
    }

    /// What sleeps after this happened to the server in a place.
    pub fn after(&self, classing: Classing, position: usize, edge: &Edge) -> SleepSet {
        let others = self.before.0 & !classing.at(position, classing.all());
        SleepSet(if edge.is_noted {
            others & !self.noted.0
        } else {
            others
        })
    }

    /// All that can happen to the server in a place comes before what is done from now on.
    pub fn passes(&mut self, classing: Classing, position: usize, classes: Classes) {
        self.before.0 |= classing.at(position, classes);
    }
}
