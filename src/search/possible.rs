//! What can happen to a node, as far as nobody else matters. It is found out once for all nodes that are alike.

use super::Bound;
use super::cast::{Cast, Event};
use super::edges::{Act, Edge, Found};
use super::nodes::Nodes;
use super::tables::{Id, NONE};
use super::world::World;

impl Nodes {
    /// Works out what can happen to the first of all nodes that are alike, in no class yet.
    pub fn work_out(&mut self, world: &World, cast: &mut Cast, first: Id) -> Vec<Found> {
        let mut found = Vec::new();
        let mut letters = self.letters_to(first).to_vec();
        letters.dedup();
        for letter in letters {
            self.find_edges_of_letter(world, cast, first, letter, &mut found);
        }
        if self.server_of(first) != NONE {
            self.find_edges_of_server(world, cast, first, &mut found);
        }
        found
    }

    fn find_edges_of_server(
        &mut self,
        world: &World,
        cast: &mut Cast,
        first: Id,
        found: &mut Vec<Found>,
    ) {
        let server = self.server_of(first);
        if !cast.facts(server).is_up {
            if cast.server(server).disk.damaged.is_empty() {
                let id = cast.react(world, server, Event::Restart);
                let (edge, act) = (self.react(world, cast, first, id, None), Act::Restart);
                found.push(Found { edge, act });
            }
            return;
        }
        if world.bounds.of(Bound::Kills) > 0 {
            found.push(self.find_kill(world, cast, first));
        }
        for (prompt, bound) in cast.prompts(world, server) {
            let id = cast.react(world, server, Event::Prompt(prompt));
            let is_left_out = world.lazy && cast.transition(id).is_idle;
            if world.bounds.of(bound) > 0 && !is_left_out {
                let mut edge = self.react(world, cast, first, id, None);
                edge.bound = Some(bound);
                let act = Act::Prompt(prompt);
                found.push(Found { edge, act });
            }
        }
    }

    fn find_kill(&mut self, world: &World, cast: &mut Cast, first: Id) -> Found {
        let mut id = cast.react(world, self.server_of(first), Event::Kill);
        let mut act = Act::Kill;
        if world.lazy {
            // Nothing happens to who is down, so a kill waits until just before the restart.
            let down = cast.transition(id).server;
            id = cast.react(world, down, Event::Restart);
            act = Act::Crash;
        }
        let mut edge = self.react(world, cast, first, id, None);
        edge.bound = Some(Bound::Kills);
        Found { edge, act }
    }

    fn find_edges_of_letter(
        &mut self,
        world: &World,
        cast: &mut Cast,
        first: Id,
        letter: Id,
        found: &mut Vec<Found>,
    ) {
        let server = self.server_of(first);
        let is_heard = server != NONE && cast.facts(server).is_up;
        let heard = is_heard.then(|| cast.react(world, server, Event::Letter(letter)));
        // What does nothing may as well stay in the air.
        if world.lazy && heard.is_none_or(|id| cast.transition(id).is_idle) {
            return;
        }
        let edge = match heard {
            Some(id) => self.react(world, cast, first, id, Some(letter)),
            None => Edge::of(self.without_letter(world, cast, first, letter), None),
        };
        let act = Act::Deliver(letter);
        found.push(Found { edge, act });
        if world.bounds.of(Bound::Drops) > 0 && !world.lazy {
            let without = self.without_letter(world, cast, first, letter);
            let (edge, act) = (Edge::of(without, Some(Bound::Drops)), Act::Drop(letter));
            found.push(Found { edge, act });
        }
        if world.bounds.of(Bound::Duplicates) > 0 {
            found.push(self.find_duplicate(world, cast, first, letter, &edge));
        }
    }

    /// That a letter is duplicated, of which it is known what comes of its delivery.
    fn find_duplicate(
        &mut self,
        world: &World,
        cast: &mut Cast,
        first: Id,
        letter: Id,
        delivered: &Edge,
    ) -> Found {
        let bound = Some(Bound::Duplicates);
        if world.lazy {
            // A copy is made when it is needed.
            let mut edge = self.react(world, cast, first, delivered.transition, None);
            edge.bound = bound;
            let act = Act::DeliverCopy(letter);
            return Found { edge, act };
        }
        Found {
            edge: Edge::of(self.with_letter(world, cast, first, letter), bound),
            act: Act::Duplicate(letter),
        }
    }

    /// That a node's server does this, upon this letter if there is one.
    fn react(
        &mut self,
        world: &World,
        cast: &mut Cast,
        first: Id,
        transition: Id,
        taken: Option<Id>,
    ) -> Edge {
        let does = cast.transition(transition);
        Edge {
            transition,
            is_noted: does.notes != NONE,
            ..Edge::of(
                self.become_with(world, cast, first, does.server, taken),
                None,
            )
        }
    }
}
