//! Which promises break by what several servers are at once: by logs that are at odds, and by leaders without what was committed.

use crate::properties;
use crate::property::Property;

use super::cast::Transition;
use super::engine::Engine;
use super::group::WayId;
use super::successor::{Key, Scene};
use super::tables::{Id, NONE, PairMap};

/// The first of a server and all that are like it, with the way that leads to it.
type Moved = (Id, WayId);

/// Which promise it breaks that a server leads, by its number with that of a way below it, and by the witness of what was committed.
pub struct Lacking(PairMap);

impl Lacking {
    pub fn new() -> Lacking {
        Lacking(PairMap::new())
    }

    pub fn bytes(&self) -> usize {
        self.0.bytes()
    }
}

impl Engine {
    /// Which promises break together with the others when the server in a place has done what a way makes of this.
    pub fn breaches(
        &mut self,
        scene: &Scene,
        position: usize,
        transition: &Transition,
        way: WayId,
        context: Id,
    ) -> u16 {
        let mut servers = self.servers_of_firsts(&scene.key);
        servers[position] = (transition.server, way);
        let servers = &servers[..self.world.count()];
        let mut broken = 0;
        if transition.looks_at_logs {
            broken |= self.clashes(servers, position);
        }
        if transition.looks_at_leaders {
            broken |= self.lacks(servers, context);
        }
        broken
    }

    /// The servers of a state.
    fn servers_of_firsts(&self, key: &Key) -> [Moved; Key::LEN] {
        let mut servers = [(NONE, 0); Key::LEN];
        for (server, node) in servers.iter_mut().zip(&key.words[..self.world.count()]) {
            *server = self.nodes.server_of_first(&self.world, *node);
        }
        servers
    }

    /// Which promises the log of the server in a place breaks together with another's.
    fn clashes(&mut self, servers: &[Moved], position: usize) -> u16 {
        let Some(own) = self.log_in_sight(servers[position]) else {
            return 0;
        };
        let mut broken = 0;
        for server in servers {
            if let Some(other) = self.log_in_sight(*server) {
                broken |= self.cast.clash(&self.world, own, other);
            }
        }
        broken
    }

    /// The log of a server, if it is up.
    #[inline]
    fn log_in_sight(&mut self, (server, way): Moved) -> Option<Id> {
        // Being up is the same in all places.
        let facts = self.cast.facts(server);
        let is_up = facts.is_up;
        is_up.then(|| self.cast.log_moved(&self.world, facts.log, way))
    }

    /// Which promise it breaks that somebody leads without what was committed.
    fn lacks(&mut self, servers: &[Moved], context: Id) -> u16 {
        let mut broken = 0;
        for server in servers {
            if self.cast.facts(server.0).leads {
                broken |= self.lacks_at(*server, context);
            }
        }
        broken
    }

    /// The same of a server that leads.
    fn lacks_at(&mut self, (server, way): Moved, context: Id) -> u16 {
        let moved = self.world.group.together(server, way);
        let witness = self.contexts.get(context).witness;
        if let Some(known) = self.lacking.0.get(moved, witness) {
            return known as u16;
        }
        let there = self.cast.server_moved(&self.world, server, way);
        let committed = self.contexts.witness_of(context);
        let lacks = properties::lacking(self.cast.server(there), committed).is_some();
        let is_that = |property| lacks && property == Property::LeaderCompleteness;
        let broken = self.world.broken(is_that);
        self.lacking.0.insert(moved, witness, Id::from(broken));
        broken
    }
}
