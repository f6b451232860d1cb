//! Moments of a run in numbers.

use crate::network::Letter;
use crate::simulation::Simulation;

use super::engine::Engine;
use super::successor::Key;
use super::tables::{Id, NONE};
use super::world::link_bit;

/// The parts of a state: each server, the letters to each, and the context.
pub struct Parts {
    pub servers: Vec<Id>,
    /// Ascending; to the client, where there is one, the last.
    pub mail: Vec<Vec<Id>>,
    pub context: Id,
}

impl Engine {
    /// A moment in numbers, with as much of the bounds used up as there was where the search starts.
    pub fn key_of(&mut self, start: &Simulation) -> Key {
        let parts = self.parts_of(start);
        self.key_of_parts(parts)
    }

    pub fn key_of_parts(&mut self, parts: Parts) -> Key {
        let (world, cast) = (&self.world, &mut self.cast);
        let mut words = [0; Key::LEN];
        let clients = std::iter::repeat(&NONE);
        let servers = parts.servers.iter().chain(clients);
        for ((word, server), letters) in words.iter_mut().zip(servers).zip(parts.mail) {
            *word = self.nodes.make(world, cast, *server, letters);
        }
        words[world.parties()] = parts.context;
        Key { words }
    }

    pub fn parts_of(&mut self, start: &Simulation) -> Parts {
        let (world, cast) = (&self.world, &mut self.cast);
        let count = world.count();
        let mut mail: Vec<Vec<Id>> = vec![Vec::new(); count + 1];
        for letter in start.cluster.network.in_flight() {
            let letter = cast.letter_id(world, Letter::clone(letter));
            mail[usize::from(cast.ends(letter).1)].push(letter);
        }
        mail.truncate(world.parties());
        let servers = start.cluster.servers.iter().enumerate();
        let servers = servers.map(|(position, server)| cast.seat(position, server.clone()));
        let servers: Vec<Id> = servers.collect();
        for (letters, server) in mail.iter_mut().zip(&servers) {
            letters.retain(|letter| !(world.lazy && cast.is_spent(*letter, *server)));
            letters.sort_unstable();
        }
        let cuts = start.cluster.network.cut.iter().map(|link| {
            let (one, other) = link.ends();
            link_bit(one.position(), other.position())
        });
        let witness = start.history.witness.of_these(world.testimonies());
        let client = start.cluster.client.clone();
        Parts {
            servers,
            mail,
            context: self.contexts.first(world, witness, client, cuts.sum()),
        }
    }
}
