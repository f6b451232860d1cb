//! The nearest run that does not break: the same actions as in one that does, but for the one after which nothing helps.
//!
//! Nothing helps at a moment when something breaks in whatever order the messages in flight arrive, though nothing else happens. The
//! action that is meant is the first after which nothing helps at any moment to the end. Just before it there is still an order
//! in which all arrive and nothing breaks: the nearest run goes on in that order until nothing is in flight. Of several orders it
//! is the one in which the oldest message arrives first wherever that goes well.
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

use super::engine::Engine;
use super::successor::Key;
use super::{Bounds, Found, Method};

/// A run that keeps all promises until nothing is in flight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// How many actions it has in common with the one that breaks, from where the search started.
    pub same: usize,
    /// What is delivered then.
    pub actions: Vec<Action>,
}

/// How looking for it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rescue {
    Found(Nearest),
    /// Where the search started, nothing helped any more.
    Never,
    OutOfMemory,
}

/// The way back along a run that breaks, to where something still helps: done in slices.
pub struct WayBack {
    engine: Engine,
    checked: Vec<Property>,
    /// What it was before each action.
    before: Vec<Simulation>,
    /// From which of them it goes on.
    from: usize,
    /// What was delivered since, with what can arrive next at each moment of that.
    way: Vec<Stop>,
    /// Where it was already. What is not on the way leads nowhere: it was left again.
    seen: BTreeSet<Key>,
    bytes_limit: usize,
    rescue: Option<Rescue>,
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
        // With a bound on messages in flight, all that arrives counts.
        let mut bounds = Bounds::default();
        bounds.in_flight = Some(u32::MAX);
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
            engine: Engine::new(start, bounds, Method::Reduced, checked),
            checked: checked.to_vec(),
            from: before.len(),
            before,
            way: Vec::new(),
            seen: BTreeSet::new(),
            bytes_limit,
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

    fn go_on(&mut self) -> Option<Rescue> {
        let Some(stop) = self.way.last_mut() else {
            return self.go_back();
        };
        let Some(id) = stop.left.pop() else {
            self.way.pop();
            return None;
        };
        let mut now = stop.now.clone();
        let events = now.perform(&Move::Deliver(id));
        let mut breaches = Vec::new();
        properties::newly_broken(&now, None, &events, 0, &mut breaches);
        let breaks = breaches.iter();
        if breaks
            .map(|one| one.property)
            .any(|one| self.checked.contains(&one))
        {
            return None;
        }
        self.arrive_at(now, Some(id))
    }

    /// One action less is the same.
    fn go_back(&mut self) -> Option<Rescue> {
        if self.from == 0 {
            return Some(Rescue::Never);
        }
        self.from -= 1;
        let now = self.before[self.from].clone();
        self.arrive_at(now, None)
    }

    fn arrive_at(&mut self, now: Simulation, delivered: Option<EnvelopeId>) -> Option<Rescue> {
        if !self.seen.insert(self.engine.key_of(&now)) {
            return None;
        }
        let bytes = self.engine.bytes() + self.seen.len() * size_of::<Key>() * 2;
        if bytes > self.bytes_limit {
            return Some(Rescue::OutOfMemory);
        }
        let in_flight = now.mail().in_flight();
        let in_flight = in_flight.filter(|envelope| envelope.letter.to != Party::Client);
        let mut left: Vec<EnvelopeId> = in_flight.map(|envelope| envelope.id).collect();
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
            })
        })
    }
}
