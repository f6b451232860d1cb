//! The nearest run that does not break: the same actions as in one that does, but for the one after which nothing helps.
//!
//! Nothing helps at a moment when something breaks in whatever order the messages in flight arrive, though nothing else happens. The
//! action that is meant is the first after which nothing helps at any moment to the end. Just before it there is still an order
//! in which all arrive and nothing breaks: the nearest run goes on in that order until nothing is in flight. Of several orders it
//! is the one in which the oldest message arrives first wherever that goes well.
//!
//! That nothing helps is known when all orders were tried. Where there are more than can be remembered, the action that is meant is not
//! known; then the moments before are only tried with the oldest message first, and what goes well there is *near*, perhaps not nearest.
//!
//! What the client is told may stay in the air, since it changes nothing.

use std::collections::BTreeSet;

use crate::action::Action;
use crate::history::EnvelopeId;
use crate::legality;
use crate::moves::Move;
use crate::properties;
use crate::property::Property;
use crate::registry::Party;
use crate::simulation::Simulation;

use super::Found;
use super::prospects::Prospects;
use super::successor::Key;

/// A run that keeps all promises until nothing is in flight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// How many actions it has in common with the one that breaks, from where the search started.
    pub same: usize,
    /// What is delivered then.
    pub actions: Vec<Action>,
    /// Whether it is known that no such run has more in common.
    pub is_nearest: bool,
}

/// How looking for it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rescue {
    Found(Nearest),
    /// Where the search started, nothing helped any more.
    Never,
    /// There are more orders than can be remembered.
    OutOfMemory,
}

/// The orders of a moment are not remembered beyond so many bytes: who waits for more waits long.
const BYTES_LIMIT: usize = 100_000_000;

/// Whoever is not at rest after so many deliveries never is.
const STRAIGHT_LIMIT: usize = 2_000;

/// The way back along a run that breaks, to where something still helps: done in slices.
pub struct WayBack {
    prospects: Prospects,
    checked: Vec<Property>,
    /// What it was before each action.
    before: Vec<Simulation>,
    /// From which of them it goes on.
    from: usize,
    /// What was delivered since, with what can arrive next at each moment of that.
    way: Vec<Stop>,
    /// Where it was already. What is not on the way leads nowhere: it was left again.
    seen: BTreeSet<Key>,
    /// Where it goes next, if something helps there.
    next: Option<Arrival>,
    bytes_limit: usize,
    /// Whether there were more orders than can be remembered.
    has_run_out: bool,
    rescue: Option<Rescue>,
}

/// A moment to which it can go.
struct Arrival {
    now: Simulation,
    key: Key,
    /// Which message leads there; none for the first.
    delivered: Option<EnvelopeId>,
}

/// A moment on the way to where nothing is in flight.
struct Stop {
    now: Simulation,
    /// Which message led here; none for the first.
    delivered: Option<EnvelopeId>,
    /// What was not tried yet from here, the oldest last.
    left: Vec<EnvelopeId>,
}

impl WayBack {
    /// From a moment at which these promises hold, along a run that breaks some of them. It takes about so many bytes at most.
    pub fn new(
        start: &Simulation,
        checked: &[Property],
        found: &Found,
        bytes_limit: usize,
    ) -> WayBack {
        let mut before = vec![start.clone()];
        for action in &found.actions {
            let mut now = before[before.len() - 1].clone();
            let a_move = legality::resolve(&now, action);
            now.perform(&a_move.unwrap_or_else(|_| panic!("{action} was possible")));
            before.push(now);
        }
        // What is broken is no place to go on from.
        before.pop();
        WayBack {
            prospects: Prospects::new(start, checked),
            checked: checked.to_vec(),
            from: before.len(),
            before,
            way: Vec::new(),
            seen: BTreeSet::new(),
            next: None,
            bytes_limit: bytes_limit.min(BYTES_LIMIT),
            has_run_out: false,
            rescue: None,
        }
    }

    /// Tries so many more deliveries. None while there is more to try.
    pub fn advance(&mut self, count: usize) -> Option<Rescue> {
        for _ in 0..count {
            if self.rescue.is_some() {
                break;
            }
            self.rescue = self.go_on();
        }
        self.rescue.clone()
    }

    /// How many different states were met.
    pub fn states(&self) -> usize {
        self.prospects.len()
    }

    fn go_on(&mut self) -> Option<Rescue> {
        if let Some(next) = self.next.take() {
            return self.turn_to(next);
        }
        let Some(stop) = self.way.last_mut() else {
            return self.go_back();
        };
        let Some(id) = stop.left.pop() else {
            self.way.pop();
            return None;
        };
        let mut now = stop.now.clone();
        if self.breaks(&mut now, id) {
            return None;
        }
        self.set_out(now, Some(id))
    }

    /// One action less is the same.
    fn go_back(&mut self) -> Option<Rescue> {
        if self.from == 0 {
            return Some(match self.has_run_out {
                true => Rescue::OutOfMemory,
                false => Rescue::Never,
            });
        }
        self.from -= 1;
        let now = self.before[self.from].clone();
        self.set_out(now, None)
    }

    fn set_out(&mut self, now: Simulation, delivered: Option<EnvelopeId>) -> Option<Rescue> {
        let key = self.prospects.key_of(&now);
        self.next = self.seen.insert(key).then_some(Arrival {
            now,
            key,
            delivered,
        });
        None
    }

    /// Goes there, if something helps there; comes back to that, if it is not known yet.
    fn turn_to(&mut self, next: Arrival) -> Option<Rescue> {
        if self.has_run_out {
            return self.go_straight(next.now);
        }
        if self.prospects.bytes() > self.bytes_limit {
            self.run_out();
            return None;
        }
        match self.prospects.look(&next.key) {
            Some(true) => self.arrive_at(next.now, next.delivered),
            Some(false) => None,
            None => {
                self.next = Some(next);
                None
            }
        }
    }

    /// Gives back the memory, and goes on from the moment on the way from which it was tried.
    fn run_out(&mut self) {
        self.has_run_out = true;
        self.prospects = Prospects::new(&self.before[0], &self.checked);
        self.way.clear();
        self.seen.clear();
        self.from += 1;
    }

    /// Lets the oldest message arrive first, and no other order be tried.
    fn go_straight(&mut self, mut now: Simulation) -> Option<Rescue> {
        let mut actions = Vec::new();
        loop {
            let oldest = to_servers(&now).next();
            let Some(id) = oldest else { break };
            if actions.len() == STRAIGHT_LIMIT || self.breaks(&mut now, id) {
                return None;
            }
            actions.push(Action::Deliver(id));
        }
        Some(Rescue::Found(Nearest {
            same: self.from,
            actions,
            is_nearest: false,
        }))
    }

    /// Delivers a message. Whether that breaks a promise.
    fn breaks(&self, now: &mut Simulation, id: EnvelopeId) -> bool {
        let events = now.perform(&Move::Deliver(id));
        let mut breaches = Vec::new();
        properties::newly_broken(now, None, &events, 0, &mut breaches);
        let mut broken = breaches.iter().map(|one| one.property);
        broken.any(|one| self.checked.contains(&one))
    }

    fn arrive_at(&mut self, now: Simulation, delivered: Option<EnvelopeId>) -> Option<Rescue> {
        let mut left: Vec<EnvelopeId> = to_servers(&now).collect();
        left.reverse();
        let is_at_rest = left.is_empty();
        self.way.push(Stop {
            now,
            delivered,
            left,
        });
        is_at_rest.then(|| {
            let delivered = self.way.iter().filter_map(|stop| stop.delivered);
            Rescue::Found(Nearest {
                same: self.from,
                actions: delivered.map(Action::Deliver).collect(),
                is_nearest: true,
            })
        })
    }
}

/// What is in flight, but for what the client is told, the oldest first.
fn to_servers(now: &Simulation) -> impl Iterator<Item = EnvelopeId> {
    let in_flight = now.mail().in_flight();
    let in_flight = in_flight.filter(|envelope| envelope.letter.to != Party::Client);
    in_flight.map(|envelope| envelope.id)
}
