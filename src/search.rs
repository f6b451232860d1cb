//! Whether some order of events breaks a promise: all orders are tried, the short ones first, from any moment of a run and
//! within bounds. So the run that is found has the fewest actions that it can have; and where nothing is found, nothing is there
//! within these bounds.
//!
//! What happens is what the protocol's own handler does ([`crate::server::Server::handle`]), what can happen is what
//! [`crate::legality::moves`] lists as far as the bounds go: what is in flight is delivered, dropped or duplicated, servers are killed
//! and restarted and do what they offer, clients ask, links are cut and healed. Nobody writes on disks or starts servers.
//! The client's writes are `set a 1`, `set a 2` and so on, from the first number that is greater than all that are there: no handler and no promise looks at more of a value than whether two are
//! the same, and each write differs from all others.
//!
//! A state is the cluster, what is witnessed of the past that the promises need, and how much of each bound is used up. The last
//! is part of it since a run that reaches a cluster with more left can go on in more ways.
//!
//! How it is fast. Servers in their states, letters, and what a server makes of a letter get numbers the first time, and are looked up
//! from then on (`cast.rs`). A server together with its mail is a *node*, also with a number, and so is what can happen to it, as a list
//! (`nodes.rs`); so is all that belongs to no server, a *context* (`contexts.rs`). A state is then a few numbers in a row (`states.rs`),
//! and one step of the cluster a few look-ups (`engine.rs`). Of nodes that are alike but for the servers' places, all that is worked out for one.
//! What goes through these numbers is compiled for three and for five servers by themselves, and for any number: what is known then need not be counted.
//!
//! What need not be a state. [`Method::Plain`] leaves nothing out. Otherwise, what a client is told is not in the air: that it
//! arrives changes nothing. Without a bound on messages in flight nothing is in the way of anything either, and then:
//! - what is never delivered is as good as dropped, refused by a cut link, or sent to who is down. None of these is done: all that
//!   can happen without a message can happen with it in the air, in as many actions or fewer;
//! - the same holds for the delivery of what changes nothing where it arrives, and what can never change anything any more
//!   ([`crate::protocol::Protocol::is_spent`]) is not kept;
//! - a kill waits until just before the restart, since until then nothing happens to that server but that messages are refused; a
//!   duplicate is made just before it is delivered; and a request is sent just before it is delivered, if no term is put on it, and
//!   none is duplicated. A read that is asked later has more to be fresh about. These are two actions at once, and counted so.
//!
//! Each of these turns a run into one that breaks the same promise in as many actions or fewer, so the shortest stays as short. So does
//! looking at one only of states in which servers that start alike are in each other's places (`symmetry.rs`).
//!
//! What need not be done. Where two things can happen in either order and lead to the same, one order is enough (`sleep.rs`). No state is
//! missed by that, nor does it change which run is found.

use std::ops::Range;

use crate::action::Action;
use crate::properties::{self, Finding};
use crate::property::Property;
use crate::simulation::Simulation;

mod ahead;
mod arena;
mod ask;
mod bounds;
mod breaches;
mod cast;
mod classes;
mod contexts;
mod edges;
mod engine;
mod group;
mod id_table;
mod layout;
mod moved;
mod nearest;
mod nodes;
mod parts;
mod possible;
mod prospects;
mod replay;
mod sleep;
mod states;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod storage_tests;
mod successor;
mod symmetry;
mod tables;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
mod world;

pub use ahead::{Ahead, First};
pub use bounds::{Bound, Bounds};
pub use nearest::{Nearest, Rescue, WayBack};
pub use world::unused_value;

use edges::Cost;
use engine::Engine;
use states::States;
use successor::{Key, Step, Successor};
use tables::Id;

/// How many states are looked at and looked for together, about.
const TOGETHER: usize = 32;

/// For how many more states there has to be memory, always.
const LOOKED_AHEAD: usize = 1 << 10;

/// How a search goes about it. The answers are the same: whether, and in how many actions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Everything that happens leads to a state of its own.
    Plain,
    /// As the head of this file says, but servers that are alike are told apart.
    Reduced,
    Symmetric,
}

/// How far a search has got.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many different states were met.
    pub states: usize,
    /// To how many actions from the start all runs were looked at.
    pub depth: u32,
    /// How many states there are with each number of actions, as far as they were met.
    pub by_depth: Vec<usize>,
    /// About how much memory it takes.
    pub bytes: usize,
    /// After how many actions each property that is to happen once first did; none where it did not, as far as anybody was seen.
    pub happened: Vec<(Property, Option<u32>)>,
    /// None while there is more to look at.
    pub outcome: Option<Outcome>,
}

/// How a search ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Broken(Found),
    /// All was looked at, and no promise breaks. False where longer runs than were asked for are left.
    Holds {
        is_everything: bool,
    },
    /// The next state would take more memory than is allowed.
    OutOfMemory,
    /// There is no promise left to break at the start.
    NothingToCheck,
}

/// A run that breaks promises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What is done, from where the search started. There is no shorter list.
    pub actions: Vec<Action>,
    /// What the last action breaks, in the order in which it is promised.
    pub broken: Vec<(Property, Finding)>,
}

/// A search, done in slices.
pub struct Search {
    engine: Engine,
    start: Simulation,
    states: States,
    /// Where the states of each depth begin.
    levels: Vec<Id>,
    /// Which state is looked at next, and at what cost: for each depth, first those of the depth before with one more action, then
    /// those before with two.
    next: Id,
    cost: Cost,
    /// The next few states, up to this one, for which what is needed was read already; those of which nothing can follow are left
    /// out, and the next comes last.
    at_hand: Vec<(Id, Key)>,
    touched: Id,
    bytes_limit: usize,
    outcome: Option<Outcome>,
    /// After how many actions each of what is to happen once first did.
    happened: Vec<Option<u32>>,
    /// What stands for what follows from the last few states, and is not among the states yet.
    met: Vec<Successor>,
}

/// The promises of a protocol that hold at a moment, as far as can be seen from there.
pub fn promises(start: &Simulation) -> Vec<Property> {
    let promises = start.protocol().promises().iter().copied();
    let holds = |property: &Property| properties::look(start, None, *property).holds();
    promises.filter(holds).collect()
}

impl Search {
    /// A search from a moment for what breaks one of these promises, which have to hold there. It takes about so many bytes at
    /// most.
    pub fn new(
        start: &Simulation,
        checked: &[Property],
        bounds: Bounds,
        method: Method,
        bytes_limit: usize,
    ) -> Search {
        let mut engine = Engine::new(start, bounds, method, checked);
        let mut states = States::new(engine.words());
        let mut first = Successor::of(engine.start, Step::Begin);
        engine.make_canonical(&mut first.key, &mut first.asleep);
        states.insert(&[first]);
        let happened = engine.contexts.happened.iter().map(|did| did.then_some(0));
        Search {
            happened: happened.collect(),
            engine,
            start: start.clone(),
            states,
            levels: vec![0, 1],
            next: 0,
            cost: Cost::One,
            at_hand: Vec::new(),
            touched: 0,
            bytes_limit,
            outcome: match bounds.depth {
                _ if checked.is_empty() => Some(Outcome::NothingToCheck),
                Some(0) => Some(Outcome::Holds {
                    is_everything: false,
                }),
                _ => None,
            },
            met: Vec::new(),
        }
    }

    /// Looks at what follows from so many more states.
    pub fn advance(&mut self, count: usize) {
        let mut left = count;
        while left > 0 && self.outcome.is_none() {
            left -= 1;
            if !self.turn_to_next() {
                continue;
            }
            self.look_at(self.next);
            self.next += 1;
        }
        self.add_met();
        self.note_happened();
    }

    pub fn progress(&self) -> Progress {
        let sizes = self.levels.windows(2);
        let mut by_depth: Vec<usize> = sizes.map(|ends| (ends[1] - ends[0]) as usize).collect();
        by_depth.push(self.states.len() - *self.levels.last().unwrap_or(&0) as usize);
        while by_depth.len() > 1 && by_depth.last() == Some(&0) {
            by_depth.pop();
        }
        let sometimes = self.engine.world.sometimes.iter().copied();
        let happened = self.happened.iter().copied();
        Progress {
            states: self.states.len(),
            depth: match self.outcome {
                // The last depths were looked at in vain.
                Some(Outcome::Holds {
                    is_everything: true,
                }) => by_depth.len() as u32 - 1,
                _ => self.levels.len() as u32 - 2,
            },
            by_depth,
            bytes: self.bytes(),
            happened: sometimes.zip(happened).collect(),
            outcome: self.outcome.clone(),
        }
    }

    /// Looks for the run next to the one that was found which does not break; none as long as none was found. It takes about as many
    /// bytes again, at most.
    pub fn way_back(&self) -> Option<WayBack> {
        let Some(Outcome::Broken(found)) = &self.outcome else {
            return None;
        };
        let checked = &self.engine.world.checked;
        Some(WayBack::new(&self.start, checked, found, self.bytes_limit))
    }

    /// Goes on with the next piece of work, if one is done. False when there is nothing to look at right now.
    fn turn_to_next(&mut self) -> bool {
        let depth = self.levels.len() - 2;
        let end = match self.cost {
            Cost::One => self.levels[depth + 1],
            Cost::Two => self.levels[depth],
        };
        if self.next < end {
            if self.next >= self.touched {
                self.touched = end.min(self.next + TOGETHER as Id);
                self.touch(self.next..self.touched);
            }
            return true;
        }
        self.touched = 0;
        self.add_met();
        match self.cost {
            Cost::One => {
                self.cost = Cost::Two;
                self.next = self.levels[depth.saturating_sub(1)];
            }
            Cost::Two => self.close_depth(depth),
        }
        false
    }

    /// What has happened by now and had not before takes as many actions as what is being found.
    fn note_happened(&mut self) {
        let actions = self.levels.len() as u32 - 1;
        let did = self.engine.contexts.happened.iter();
        for (first, did) in self.happened.iter_mut().zip(did) {
            *first = first.or(did.then_some(actions));
        }
    }

    /// All that is so deep is known: ends, or turns to the next.
    fn close_depth(&mut self, depth: usize) {
        self.note_happened();
        self.cost = Cost::One;
        self.next = self.levels[depth + 1];
        self.states.forget_before(self.levels[depth]);
        let all = self.states.len() as Id;
        // Two actions at once can lead on from before an empty depth.
        let is_everything = self.levels[depth] == all;
        let limit = self.engine.world.bounds.depth;
        if is_everything || limit.is_some_and(|limit| depth as u32 + 1 >= limit) {
            self.outcome = Some(Outcome::Holds { is_everything });
        }
        self.levels.push(all);
    }

    fn look_at(&mut self, state: Id) {
        let is_it = |(at, _): &mut (Id, Key)| *at == state;
        let Some((_, key)) = self.at_hand.pop_if(is_it) else {
            return;
        };
        let asleep = self.states.asleep(state);
        let first = self.met.len();
        self.engine.expand(&key, self.cost, asleep, &mut self.met);
        for at in first..self.met.len() {
            let next = &mut self.met[at];
            if next.broken != 0 {
                self.met.truncate(at);
                self.outcome = Some(Outcome::Broken(replay::found(self, state)));
                break;
            }
            next.origin = state;
            self.engine.make_canonical(&mut next.key, &mut next.asleep);
        }
        if self.met.len() >= TOGETHER {
            self.add_met();
        }
        let ahead = self.states.bytes_ahead(LOOKED_AHEAD);
        if state.is_multiple_of(1024) || ahead > 0 {
            let needed = self.bytes() + ahead;
            if needed > self.bytes_limit && self.outcome.is_none() {
                self.outcome = Some(Outcome::OutOfMemory);
            }
        }
    }

    /// Reads what is needed for these states, so that the memory is waited for once.
    fn touch(&mut self, states: Range<Id>) {
        self.at_hand.clear();
        let can_follow = |state: &Id| {
            self.cost == Cost::One || self.engine.can_take_two(self.states.context(*state))
        };
        let states = states.rev().filter(can_follow);
        let keys = states.map(|state| (state, self.states.key(state)));
        self.at_hand.extend(keys);
        self.engine.touch(self.at_hand.iter().map(|(_, key)| key));
    }

    fn add_met(&mut self) {
        self.states.insert(&self.met);
        self.met.clear();
    }

    fn bytes(&self) -> usize {
        self.states.bytes() + self.engine.bytes()
    }
}
