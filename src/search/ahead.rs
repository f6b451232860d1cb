//! Looking ahead: how far it is, from a moment and through each action that is possible there, to where a promise breaks.
//!
//! One search finds that out for all of these actions. It goes on in order of the number of actions, and notes with each state through
//! which of the first actions it can be reached. A state is looked at again only for those through which it was not reached
//! before: through the others, all that follows from it was as near or nearer. First actions that lead to the same state count as one.
//!
//! The first action is free; what comes after it keeps to the bounds.

use std::collections::BTreeMap;

use crate::legality;
use crate::moves::Move;
use crate::properties;
use crate::property::Property;
use crate::protocol::Terms;
use crate::simulation::Simulation;

use super::edges::Cost;
use super::engine::Engine;
use super::sleep::SleepSet;
use super::successor::{Key, Successor};
use super::tables::{Id, Interner};
use super::world::unused_value;
use super::{Bounds, Method};

/// Something that can be done first, in one go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct First {
    /// One action, or all that a button does at once.
    pub moves: Vec<Move>,
    /// How many actions lead through it to where a promise breaks, itself included; none if it was not found.
    pub breaks_in: Option<u32>,
}

pub struct Ahead {
    engine: Engine,
    firsts: Vec<Begun>,
    /// How many actions after each source break a promise; none as long as that is not known.
    found: Vec<Option<u32>>,
    /// All states that were met, and from which sources.
    states: Interner<Key>,
    seen: Vec<Sources>,
    /// For each number of actions after the first, which states are reached, and from which sources.
    waiting: Vec<BTreeMap<Id, Sources>>,
    /// Which of these is looked at.
    depth: usize,
    bytes_limit: usize,
    has_run_out: bool,
    successors: Vec<Successor>,
}

/// What can be done first.
struct Begun {
    moves: Vec<Move>,
    /// How many actions it is, or how many of them break a promise.
    actions: u32,
    /// The place of the state to which it leads among the sources; none where it breaks a promise.
    source: Option<usize>,
}

/// A set of states to which first actions lead.
#[derive(Clone, Default)]
struct Sources(Vec<u64>);

impl Ahead {
    /// From a moment at which these promises hold, up to so many actions, the first included. What else can be done first are plans: what
    /// somebody has typed, and several actions in one go. It takes about so many bytes at most.
    pub fn new(
        start: &Simulation,
        plans: &[Vec<Move>],
        checked: &[Property],
        bounds: Bounds,
        limit: u32,
        bytes_limit: usize,
    ) -> Ahead {
        let mut ahead = Ahead {
            engine: Engine::new(start, bounds, Method::Symmetric, checked),
            firsts: Vec::new(),
            found: Vec::new(),
            states: Interner::new(),
            seen: Vec::new(),
            waiting: vec![BTreeMap::new(); limit.saturating_sub(1) as usize],
            depth: 0,
            bytes_limit,
            has_run_out: false,
            successors: Vec::new(),
        };
        // What is written later differs from what is typed now.
        let typed = plans.iter().map(|plan| {
            let mut there = start.clone();
            for a_move in plan {
                there.perform(a_move);
            }
            unused_value(&there)
        });
        if let Some(first) = typed.max() {
            ahead.engine.world.write_from(first);
        }
        let mut firsts = firsts(start);
        let others = plans.iter().filter(|plan| !firsts.contains(plan));
        let others: Vec<_> = others.cloned().collect();
        firsts.extend(others);
        for moves in firsts {
            let (actions, there) = after(start, &moves, checked);
            let source = there.map(|there| ahead.source(&there));
            ahead.firsts.push(Begun {
                moves,
                actions,
                source,
            });
        }
        ahead.found = vec![None; ahead.states.len()];
        for source in 0..ahead.states.len() {
            ahead.arrive(0, source as Id, &Sources::of(source));
        }
        ahead
    }

    /// Looks at what follows from so many more states. False when there is nothing more to look at.
    pub fn advance(&mut self, count: usize) -> bool {
        for _ in 0..count {
            if self.has_ended() {
                break;
            }
            match self.waiting[self.depth].pop_first() {
                Some((state, from)) => self.look_at(state, from),
                None => self.depth += 1,
            }
        }
        !self.has_ended()
    }

    /// What can be done first, in the order in which it is listed, and how far it is through each to where a promise breaks.
    pub fn firsts(&self) -> impl Iterator<Item = First> {
        self.firsts.iter().map(|begun| First {
            moves: begun.moves.clone(),
            breaks_in: begun
                .source
                .map_or(Some(0), |source| self.found[source])
                .map(|after| after + begun.actions),
        })
    }

    /// Up to how many actions everything was looked at, one of them first: what was not found does not break in so many.
    pub fn looked_at(&self) -> u32 {
        self.depth as u32 + 1
    }

    /// Whether it had to end before it had looked at everything, since memory ran out.
    pub fn has_run_out(&self) -> bool {
        self.has_run_out
    }

    fn has_ended(&self) -> bool {
        self.has_run_out || self.depth == self.waiting.len()
    }

    /// The place of a state among the sources, which are the states that are met first.
    fn source(&mut self, there: &Simulation) -> usize {
        let key = self.engine.key_of(there);
        let key = self.engine.canonical(key);
        self.state(key) as usize
    }

    fn state(&mut self, key: Key) -> Id {
        let state = self.states.intern(key);
        self.seen.resize(self.states.len(), Sources::default());
        state
    }

    fn reach(&mut self, depth: usize, key: &Key, from: &Sources) {
        let key = self.engine.canonical(*key);
        let state = self.state(key);
        self.arrive(depth, state, from);
    }

    fn arrive(&mut self, depth: usize, state: Id, from: &Sources) {
        if let Some(waiting) = self.waiting.get_mut(depth) {
            waiting.entry(state).or_default().add(from);
        }
    }

    fn look_at(&mut self, state: Id, mut from: Sources) {
        from.remove(&self.seen[state as usize]);
        from.retain(|source| self.found[source].is_none_or(|found| found > self.depth as u32 + 1));
        if from.is_empty() {
            return;
        }
        self.seen[state as usize].add(&from);
        let key = *self.states.get(state).as_ref();
        for (cost, actions) in [(Cost::One, 1), (Cost::Two, 2)] {
            let depth = self.depth + actions;
            if depth > self.waiting.len() {
                continue;
            }
            let mut successors = std::mem::take(&mut self.successors);
            successors.clear();
            let asleep = SleepSet::default();
            self.engine.expand(&key, cost, asleep, &mut successors);
            for successor in &successors {
                if successor.broken != 0 {
                    self.find(&from, depth as u32);
                } else if depth < self.waiting.len() {
                    self.reach(depth, &successor.key, &from);
                }
            }
            self.successors = successors;
        }
        if state.is_multiple_of(256) {
            self.has_run_out = self.bytes() > self.bytes_limit;
        }
    }

    /// A promise breaks so many actions after these sources.
    fn find(&mut self, from: &Sources, depth: u32) {
        for (source, found) in self.found.iter_mut().enumerate() {
            if from.has(source) {
                *found = Some(found.map_or(depth, |found| found.min(depth)));
            }
        }
    }

    fn bytes(&self) -> usize {
        let set = size_of::<Sources>() + self.found.len() / 8 + 16;
        let waiting: usize = self.waiting.iter().map(BTreeMap::len).sum();
        let state = size_of::<Key>() * 2 + 40 + set;
        self.engine.bytes() + self.states.len() * state + waiting * (set + 16)
    }
}

impl Sources {
    fn of(source: usize) -> Sources {
        let mut words = vec![0; source / 64 + 1];
        words[source / 64] = 1 << (source % 64);
        Sources(words)
    }

    fn has(&self, source: usize) -> bool {
        let word = self.0.get(source / 64);
        word.is_some_and(|word| word & (1 << (source % 64)) != 0)
    }

    fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    fn add(&mut self, other: &Sources) {
        self.0.resize(self.0.len().max(other.0.len()), 0);
        for (own, theirs) in self.0.iter_mut().zip(&other.0) {
            *own |= theirs;
        }
    }

    fn remove(&mut self, other: &Sources) {
        for (own, theirs) in self.0.iter_mut().zip(&other.0) {
            *own &= !theirs;
        }
    }

    fn retain(&mut self, keeps: impl Fn(usize) -> bool) {
        for source in 0..self.0.len() * 64 {
            if self.has(source) && !keeps(source) {
                self.0[source / 64] &= !(1 << (source % 64));
            }
        }
    }
}

/// What a person can do at a moment with one press of a button, but for the disks of servers that are down and what is typed.
fn firsts(start: &Simulation) -> Vec<Vec<Move>> {
    let asks_for_leaders = start.protocol().terms() != Terms::Voted;
    let requests: &[_] = if asks_for_leaders {
        &["youre_the_leader".into()]
    } else {
        &[]
    };
    let mut moves = legality::moves(start, requests);
    moves.retain(|a_move| {
        matches!(
            a_move,
            Move::Ask { .. }
                | Move::Deliver(_)
                | Move::Drop(_)
                | Move::Duplicate(_)
                | Move::Kill(_)
                | Move::Restart(_)
                | Move::Cut(..)
                | Move::Heal(..)
                | Move::Prompt { .. }
        )
    });
    moves.into_iter().map(|a_move| vec![a_move]).collect()
}

/// How many actions there are, and what comes of them; nothing if the last of these breaks one of these promises.
fn after(start: &Simulation, moves: &[Move], checked: &[Property]) -> (u32, Option<Simulation>) {
    let mut there = start.clone();
    for (count, a_move) in (1..).zip(moves) {
        let events = there.perform(a_move);
        let mut breaches = Vec::new();
        properties::newly_broken(&there, None, &events, 1, &mut breaches);
        let mut breaches = breaches.iter().map(|breach| breach.property);
        if breaches.any(|property| checked.contains(&property)) {
            return (count, None);
        }
    }
    (moves.len() as u32, Some(there))
}
