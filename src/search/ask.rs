//! What a client can ask in a state. Unlike all else that can happen, this depends on more than one server: on all disks, where a
//! term is put on it.

use std::rc::Rc;

use crate::catalog;
use crate::client::Request;
use crate::cluster;
use crate::log::{Disk, Term};
use crate::network::{Letter, Payload};
use crate::registry::{Party, ServerId};

use super::cast::Event;
use super::edges::Cost;
use super::engine::Engine;
use super::successor::{Key, Scene, Step, Successor, begin};
use super::tables::Id;
use super::world::server_at;

/// What a client asks, whomever.
struct Question {
    text: usize,
    term: Term,
    /// The context when it is asked.
    context: Id,
    /// Whether it is delivered at once: see the head of `search.rs`.
    arrives: bool,
}

impl Engine {
    /// Asks everybody this, if there is still something left of its bound and it takes so many actions.
    pub fn ask(&mut self, scene: &Scene, text: usize, cost: Cost, out: &mut Vec<Successor>) {
        let (world, key) = (&self.world, &scene.key);
        let context = key.words[world.parties()];
        let said = &world.texts[text];
        let used = self.contexts.get(context).used[said.bound as usize];
        if world.bounds.of(said.bound) <= used || said.after.is_some_and(|after| after != used) {
            return;
        }
        let servers = scene.servers[..world.count()].iter();
        let disks = servers.map(|server| &self.cast.server(*server).disk);
        let disks: Vec<&Disk> = disks.collect();
        let mut client = self.contexts.client_of(context).clone();
        let term = catalog::stamp(&mut client, &said.wish, &disks);
        // What has a term says something of when it was asked.
        let arrives = world.asks_late() && term == 0;
        if arrives != (cost == Cost::Two) {
            return;
        }
        let mut context = self.contexts.spend(world, context, said.bound);
        if client != *self.contexts.client_of(context) {
            context = self.contexts.with_client(context, client);
        }
        let question = Question {
            text,
            term,
            context,
            arrives,
        };
        for position in 0..self.world.count() {
            self.ask_at(scene, position, &question, out);
        }
    }

    fn ask_at(
        &mut self,
        scene: &Scene,
        position: usize,
        question: &Question,
        out: &mut Vec<Successor>,
    ) {
        let (arrives, key) = (question.arrives, &scene.key);
        let (node, server) = (key.words[position], scene.servers[position]);
        if arrives && !self.cast.facts(server).is_up {
            return;
        }
        let letter = self.request(key, position, question);
        let step = Step::Ask {
            position: position as u8,
            text: question.text as u16,
            arrives,
        };
        let world = &self.world;
        let transition = arrives.then(|| self.cast.react(world, server, Event::Letter(letter)));
        if transition.is_some_and(|transition| self.cast.transition(transition).is_idle) {
            return;
        }
        let said = self.cast.letter(letter);
        // A client's wish can depend on all that was done before, so nothing sleeps on.
        let next = begin(out, Successor::of(*key, step));
        next.key.words[world.parties()] = self.contexts.ask(world, question.context, letter, said);
        if let Some(transition) = transition {
            let after = self.cast.transition(transition).server;
            next.key.words[position] = self.nodes.with_server(world, &self.cast, node, after);
            self.carry_out(scene, next, position, transition);
        } else {
            next.key.words[position] = self.nodes.add(world, &self.cast, node, letter);
        }
        self.end(out);
    }

    /// What a server is asked, under a number of its own.
    fn request(&mut self, key: &Key, position: usize, question: &Question) -> Id {
        let server = server_at(position);
        let mut request = Request {
            text: self.world.texts[question.text].says.clone(),
            term: question.term,
            number: 0,
        };
        request.number = self.free_number(key, server, &request);
        let letter = Letter {
            from: Party::Client,
            to: Party::Server(server),
            payload: Payload::Request(Rc::new(request)),
        };
        self.cast.letter_id(&self.world, letter)
    }

    fn free_number(&self, key: &Key, server: ServerId, request: &Request) -> u32 {
        let node = key.words[server.position()];
        let clients = &key.words[self.world.count()..self.world.parties()];
        let nodes = clients.iter().chain([&node]);
        let letters = nodes.flat_map(|node| self.nodes.letters(*node));
        let letters = letters.filter_map(|letter| self.cast.letter(*letter).request_at(server));
        let waiting = self.cast.server(self.nodes.server(node)).waiting();
        cluster::free_number(request, letters.cloned().chain(waiting))
    }
}
