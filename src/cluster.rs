//! The cluster: everything that can still matter to what happens, and nothing else. Two orders of events
//! that lead to the same are the same value, and from equal values the same can happen.

use std::rc::Rc;

use crate::catalog::{self, Client, ProtocolName};
use crate::client::Request;
use crate::log::Disk;
use crate::network::{Letter, Network, Payload};
use crate::protocol::Seat;
use crate::registry::{Party, ServerId};
use crate::rule::Setting;
use crate::server::Server;
use crate::sorted::SortedSet;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cluster {
    pub protocol: ProtocolName,
    pub setting: Setting,
    /// In order of registration.
    pub servers: Vec<Server>,
    pub network: Network,
    pub client: Client,
}

impl Cluster {
    /// One in which each server has read its disk and come up.
    pub fn new<'a>(
        protocol: ProtocolName,
        setting: Setting,
        disks: impl Iterator<Item = &'a Disk>,
    ) -> Cluster {
        let start = |disk: &Disk| Server::start(disk.clone(), protocol);
        Cluster {
            protocol,
            setting,
            servers: disks.map(start).collect(),
            network: Network::default(),
            client: protocol.fresh_client(),
        }
    }

    pub fn server(&self, id: ServerId) -> &Server {
        &self.servers[id.position()]
    }

    pub fn server_mut(&mut self, id: ServerId) -> &mut Server {
        &mut self.servers[id.position()]
    }

    /// Each server with its ordinal.
    pub fn numbered_servers(&self) -> impl Iterator<Item = (ServerId, &Server)> {
        (0..).map(ServerId).zip(&self.servers)
    }

    /// Where a server sits in this cluster.
    pub fn seat(&self, own: ServerId) -> Seat {
        Seat {
            own,
            server_count: self.servers.len() as u8,
            setting: self.setting,
        }
    }

    /// What the client sends to a server when it says this.
    pub fn request(&mut self, to: ServerId, text: &Rc<str>) -> Letter {
        let mut request = Request {
            text: text.clone(),
            term: 0,
            number: 0,
        };
        if let Ok(wish) = request.wish() {
            let disks: Vec<&Disk> = self.servers.iter().map(|server| &server.disk).collect();
            request.term = catalog::stamp(&mut self.client, &wish, &disks);
        }
        request.number = self.free_number(to, &request);
        Letter {
            from: Party::Client,
            to: Party::Server(to),
            payload: Payload::Request(Rc::new(request)),
        }
    }

    /// A number for a request: that of none which, or the reply to which, is on its way, or which the server has
    /// still to answer.
    fn free_number(&self, to: ServerId, request: &Request) -> u32 {
        let letters = self.network.in_flight();
        let on_the_way = letters.filter_map(|letter| letter.request_at(to)).cloned();
        let waiting = self.server(to).waiting();
        free_number(request, on_the_way.chain(waiting))
    }

    /// # Panics
    /// When an invariant of it, or of something in it, does not hold.
    pub fn check(&self) {
        self.network.check();
        for (id, server) in self.numbered_servers() {
            server.check(self.protocol);
            let progress = server.progress(self.seat(id));
            let in_order = progress.is_sorted_by(|one, other| one.peer < other.peer);
            assert!(in_order, "{progress:?}");
        }
    }
}

/// The smallest number that none of these has which says the same.
pub fn free_number(request: &Request, others: impl Iterator<Item = Rc<Request>>) -> u32 {
    let mut taken = SortedSet::default();
    for other in others {
        if (&other.text, other.term) == (&request.text, request.term) {
            taken.insert(other.number);
        }
    }
    let free = (0..).zip(taken.iter()).find(|(free, taken)| free < taken);
    free.map_or(taken.iter().len() as u32, |(free, _)| free)
}
