//! What a client can ask in a state. Unlike all else that can happen, this depends on more than one server: on all disks, where a
//! term is put on it.

use std::rc::Rc;

use crate::catalog;
use crate::client::{Request, Wish};
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
    /// Asks everybody this, if that can be asked and takes so many actions.
    pub fn ask(&mut self, scene: &Scene, text: usize, cost: Cost, out: &mut Vec<Successor>) {
        let servers = self.servers(&scene.key);
        let servers = &servers[..self.world.count()];
        let question = self.question(&scene.key, servers, text);
        if question.arrives != (cost == Cost::Two) {
            return;
        }
        for (position, server) in servers.iter().enumerate() {
            self.ask_at(scene, position, *server, &question, out);
        }
    }

    /// Whether there is still something left of the bound of this, and it may take so many actions. Where requests are asked late, all
    /// but a wish to lead take two.
    #[inline]
    pub fn can_ask(&self, key: &Key, text: usize, cost: Cost) -> bool {
        let said = &self.world.texts[text];
        if cost == Cost::One && self.world.asks_late() && said.wish != Wish::Lead {
            return false;
        }
        let context = self.contexts.get(key.words[self.world.parties()]);
        let used = context.used[said.bound as usize];
        used < self.world.bounds.of(said.bound) && said.after.is_none_or(|after| after == used)
    }

    fn question(&mut self, key: &Key, servers: &[Id], text: usize) -> Question {
        let world = &self.world;
        let said = &world.texts[text];
        let mut context = key.words[world.parties()];
        let servers = servers.iter();
        let disks = servers.map(|server| &self.cast.server(*server).disk);
        let disks: Vec<&Disk> = disks.collect();
        let mut client = self.contexts.client_of(context).clone();
        let term = catalog::stamp(&mut client, &said.wish, &disks);
        assert!(
            term == 0 || said.wish == Wish::Lead,
            "{} has term {term}",
            said.says
        );
        context = self.contexts.spend(world, context, said.bound);
        if client != *self.contexts.client_of(context) {
            context = self.contexts.with_client(context, client);
        }
        Question {
            text,
            term,
            context,
            // What has a term says something of when it was asked.
            arrives: world.asks_late() && term == 0,
        }
    }

    fn ask_at(
        &mut self,
        scene: &Scene,
        position: usize,
        server: Id,
        question: &Question,
        out: &mut Vec<Successor>,
    ) {
        let (arrives, key) = (question.arrives, &scene.key);
        let node = key.words[position];
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
            next.key.words[position] = self.nodes.with_server(world, &mut self.cast, node, after);
            self.carry_out(scene, next, position, transition, 0);
        } else {
            next.key.words[position] = self.nodes.add(world, &mut self.cast, node, letter, 0);
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

    fn free_number(&mut self, key: &Key, server: ServerId, request: &Request) -> u32 {
        let node = key.words[server.position()];
        let clients = &key.words[self.world.count()..self.world.parties()];
        let (world, nodes, cast) = (&self.world, &self.nodes, &mut self.cast);
        let parties = clients.iter().chain([&node]);
        let letters = parties.flat_map(|node| nodes.letters(world, cast, *node));
        let letters: Vec<Id> = letters.collect();
        let own = nodes.server(world, cast, node);
        let letters = letters.iter();
        let letters = letters.filter_map(|letter| cast.letter(*letter).request_at(server));
        let waiting = cast.server(own).waiting();
        cluster::free_number(request, letters.cloned().chain(waiting))
    }
}
