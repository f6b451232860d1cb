//! Whether anything still helps: whether all that is in flight can arrive, in some order, so that no promise breaks on the way.
//!
//! All orders are tried, on numbers, and what was seen to lead nowhere is not tried again from elsewhere. Servers that start alike are not told
//! apart.

use crate::property::Property;
use crate::simulation::Simulation;

use super::edges::{Act, Cost};
use super::engine::Engine;
use super::sleep::SleepSet;
use super::successor::{Key, Step, Successor};
use super::tables::{Id, Lists};
use super::{Bounds, Method};

pub struct Prospects {
    engine: Engine,
    states: Lists,
    /// Of each state that was met, whether something is known to help there.
    helps: Vec<bool>,
    /// From where it is tried, and how it went on since.
    way: Vec<Stop>,
    successors: Vec<Successor>,
}

/// A state on the way to where nothing is in flight.
struct Stop {
    state: Id,
    /// What can follow from it, and was not tried yet.
    left: Vec<Key>,
}

impl Prospects {
    /// From a moment at which these promises hold.
    pub fn new(start: &Simulation, checked: &[Property]) -> Prospects {
        // With a bound on messages in flight, all that arrives counts.
        let mut bounds = Bounds::default();
        bounds.in_flight = Some(u32::MAX);
        Prospects {
            engine: Engine::new(start, bounds, Method::Symmetric, checked),
            states: Lists::new(),
            helps: Vec::new(),
            way: Vec::new(),
            successors: Vec::new(),
        }
    }

    /// A moment at which no promise is broken, for [`Prospects::look`].
    pub fn key_of(&mut self, now: &Simulation) -> Key {
        self.engine.key_of(now)
    }

    /// Whether something helps in a state. None while there is more to try, of which this tries a step: then it is to be asked again
    /// for the same state.
    pub fn look(&mut self, key: &Key) -> Option<bool> {
        let Some(stop) = self.way.last_mut() else {
            return self.arrive_at(key);
        };
        let Some(next) = stop.left.pop() else {
            self.way.pop();
            return self.way.is_empty().then_some(false);
        };
        self.arrive_at(&next).filter(|helps| *helps)
    }

    /// How many states were met.
    pub fn len(&self) -> usize {
        self.helps.len()
    }

    /// About how much memory it takes.
    pub fn bytes(&self) -> usize {
        self.engine.bytes() + self.states.bytes() + self.helps.capacity()
    }

    /// Whether something helps there, if that is known.
    fn arrive_at(&mut self, key: &Key) -> Option<bool> {
        let key = self.engine.canonical(*key);
        let state = self.states.intern(&key.words[..self.engine.words()]);
        if let Some(helps) = self.helps.get(state as usize).copied() {
            return self.settle(helps);
        }
        self.helps.push(false);
        let left = self.deliveries(&key);
        self.way.push(Stop { state, left });
        match self.is_at_rest(&key) {
            true => self.settle(true),
            false => None,
        }
    }

    /// It is known whether something helps where the way has come to. If so, that is true of all of it.
    fn settle(&mut self, helps: bool) -> Option<bool> {
        if helps {
            for stop in self.way.drain(..) {
                self.helps[stop.state as usize] = true;
            }
        }
        Some(helps)
    }

    fn is_at_rest(&self, key: &Key) -> bool {
        let Engine { world, nodes, .. } = &self.engine;
        let mut words = key.words[..world.count()].iter();
        words.all(|node| nodes.mail(world, *node) == 0)
    }

    /// What follows when something arrives, and breaks nothing.
    fn deliveries(&mut self, key: &Key) -> Vec<Key> {
        let (mut found, asleep) = (std::mem::take(&mut self.successors), SleepSet::default());
        found.clear();
        self.engine.expand(key, Cost::One, asleep, &mut found);
        let arrives = |next: &&Successor| match next.step {
            Step::Edge { edge, .. } => matches!(self.engine.nodes.act(edge), Act::Deliver(_)),
            _ => false,
        };
        let whole = found.iter().filter(|next| next.broken == 0);
        let left = whole.filter(arrives).map(|next| next.key).collect();
        self.successors = found;
        left
    }
}
