//! What can be exchanged, of all that can happen to a server: see `sleep.rs`.

use super::cast::{Cast, Event, Transition};
use super::edges::{Act, Edges, Found};
use super::engine::Engine;
use super::sleep::Classes;
use super::tables::{Id, NONE};
use super::world::World;

/// That a letter is delivered.
#[derive(Clone, Copy)]
struct Delivery {
    letter: Id,
    class: Classes,
    /// What the server does upon it, with its number.
    transition: Transition,
    number: Id,
    /// Where it stands among all that can happen.
    place: usize,
}

impl Engine {
    /// What can happen to the first of all nodes that are like one, each in its class.
    #[inline]
    pub fn edges(&mut self, first: Id) -> Edges {
        match self.nodes.edges(first) {
            Some(known) => known,
            None => self.work_out_edges(first),
        }
    }

    #[cold]
    fn work_out_edges(&mut self, first: Id) -> Edges {
        let mut found = self.nodes.work_out(&self.world, &mut self.cast, first);
        // Where messages are in each other's way, nothing can be exchanged.
        if self.world.lazy {
            for Found { edge, act } in &mut found {
                edge.class = match *act {
                    Act::Deliver(letter) => self.class(letter),
                    Act::DeliverCopy(_) => self.classing.copy(),
                    Act::Crash => self.classing.crash(),
                    _ => self.classing.prompt(),
                };
            }
            self.find_exchangeable(&mut found);
        }
        self.nodes.keep(first, &found)
    }

    /// The class of a letter: the same for all that are alike.
    pub fn class(&mut self, letter: Id) -> Classes {
        let known = self.classes.get(letter as usize).copied().unwrap_or(0);
        if known != 0 {
            return known;
        }
        let home = self.cast.letter_home(&self.world, letter);
        let class = self.classing.letter(home);
        if self.classes.len() <= letter as usize {
            self.classes.resize(letter as usize + 1, 0);
        }
        self.classes[letter as usize] = class;
        class
    }

    /// Finds out which letters can reach a server in any order. A class can be exchanged if all can that are in it.
    fn find_exchangeable(&mut self, found: &mut [Found]) {
        let mut deliveries: Vec<Delivery> = Vec::new();
        for (place, Found { edge, act }) in found.iter().enumerate() {
            if let Act::Deliver(letter) = *act {
                deliveries.push(Delivery {
                    letter,
                    class: edge.class,
                    transition: self.cast.transition(edge.transition),
                    number: edge.transition,
                    place,
                });
            }
        }
        let all = deliveries.iter().fold(0, |all, one| all | one.class);
        for one in &deliveries {
            let mut exchangeable = all & !one.class;
            let mut before = exchangeable;
            for other in deliveries.iter().filter(|other| other.class != one.class) {
                if !self.are_exchangeable(one, other) {
                    exchangeable &= !other.class;
                } else if other.place > one.place {
                    before &= !other.class;
                }
            }
            let edge = &mut found[one.place].edge;
            edge.exchangeable = exchangeable;
            edge.before = exchangeable & before;
        }
    }

    /// Whether it does not matter which of two letters reaches a server first, as far as it is known.
    fn are_exchangeable(&mut self, one: &Delivery, other: &Delivery) -> bool {
        let (first, second) = (one.number.min(other.number), one.number.max(other.number));
        if let Some(known) = self.exchangeable.get(first, second) {
            return known != 0;
        }
        let are_exchangeable = are_exchangeable(&self.world, &mut self.cast, one, other);
        self.exchangeable
            .insert(first, second, are_exchangeable.into());
        are_exchangeable
    }
}

/// Whether it does not matter which of two letters reaches a server first.
fn are_exchangeable(world: &World, cast: &mut Cast, one: &Delivery, other: &Delivery) -> bool {
    let then = cast.react(world, one.transition.server, Event::Letter(other.letter));
    let otherwise = cast.react(world, other.transition.server, Event::Letter(one.letter));
    let (then, otherwise) = (cast.transition(then), cast.transition(otherwise));
    let matters = |one: &Transition| one.notes != NONE || one.repeats || one.is_idle;
    let all = [one.transition, other.transition, then, otherwise];
    if then.server != otherwise.server || all.iter().any(matters) {
        return false;
    }
    let sent = |first: Transition, second: Transition| {
        let numbers = first.sends().chain(second.sends());
        let mut sent: Vec<(u8, Id)> = numbers.map(|number| cast.sent(number)).collect();
        sent.sort_unstable();
        sent
    };
    sent(one.transition, then) == sent(other.transition, otherwise)
}
