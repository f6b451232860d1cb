//! What can happen to a node.

use std::ops::Range;

use super::Bound;
use super::sleep::Classes;
use super::tables::{Id, NONE};

/// What can happen to a node, as a piece of the list of all edges.
#[derive(Clone, Copy, Default)]
pub struct Edges {
    /// Where they begin: those of one action, then those of two; [`NONE`] when they are not worked out yet.
    first: u32,
    counts: [u16; 2],
    /// The classes of those of one action, of those of two, and of those of which something is witnessed.
    pub classes: [Classes; 2],
    pub noted: Classes,
}

impl Edges {
    /// None yet, from here on, or from [`NONE`] on when they are not worked out yet.
    pub fn from(first: u32) -> Edges {
        Edges {
            first,
            ..Edges::default()
        }
    }

    /// One more, behind the others.
    pub fn count(&mut self, edge: &Edge, cost: Cost) {
        self.counts[cost as usize] += 1;
        self.classes[cost as usize] |= edge.class;
        if edge.is_noted {
            self.noted |= edge.class;
        }
    }

    /// Where they begin; none when they are not worked out yet.
    pub fn first(&self) -> Option<u32> {
        (self.first != NONE).then_some(self.first)
    }

    /// Those of so many actions.
    pub fn of(&self, cost: Cost) -> Range<u32> {
        let [ones, twos] = self.counts.map(u32::from);
        match cost {
            Cost::One => self.first..self.first + ones,
            Cost::Two => self.first + ones..self.first + ones + twos,
        }
    }
}

/// Something that can happen to a node.
#[derive(Clone, Copy)]
pub struct Edge {
    /// What the node becomes, before anything is sent.
    pub node: Id,
    /// What its server does; [`NONE`] for nothing.
    pub transition: Id,
    /// Of what it uses one; none where there is no bound.
    pub bound: Option<Bound>,
    /// With what it sleeps: see `sleep.rs`.
    pub class: Classes,
    /// Whether something is witnessed.
    pub is_noted: bool,
}

impl Edge {
    /// That a node becomes another, without its server; in no class yet.
    pub fn of(node: Id, bound: Option<Bound>) -> Edge {
        Edge {
            node,
            transition: NONE,
            bound,
            class: 0,
            is_noted: false,
        }
    }
}

/// What that is. It is kept apart from the edge, since it is seldom asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Act {
    Deliver(Id),
    Drop(Id),
    Duplicate(Id),
    /// It is duplicated, and one of the two is delivered.
    DeliverCopy(Id),
    Kill,
    Restart,
    /// It is killed and restarted.
    Crash,
    Prompt(Id),
}

impl Act {
    /// The letter that reaches its receiver.
    pub fn delivered(self) -> Option<Id> {
        match self {
            Act::Deliver(letter) | Act::DeliverCopy(letter) => Some(letter),
            _ => None,
        }
    }

    /// The same with another letter in the place of its own.
    pub fn with_letter(self, other: impl FnOnce(Id) -> Id) -> Act {
        match self {
            Act::Deliver(letter) => Act::Deliver(other(letter)),
            Act::Drop(letter) => Act::Drop(other(letter)),
            Act::Duplicate(letter) => Act::Duplicate(other(letter)),
            Act::DeliverCopy(letter) => Act::DeliverCopy(other(letter)),
            Act::Kill | Act::Restart | Act::Crash | Act::Prompt(_) => self,
        }
    }

    pub fn cost(self) -> Cost {
        match self {
            Act::DeliverCopy(_) | Act::Crash => Cost::Two,
            _ => Cost::One,
        }
    }
}

/// An edge that was worked out.
#[derive(Clone, Copy)]
pub struct Found {
    pub edge: Edge,
    pub act: Act,
}

/// How many actions an edge stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Cost {
    One,
    Two,
}
