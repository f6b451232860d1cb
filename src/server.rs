//! One server: what is on its disk, what is in its memory, and what it does with a client's request.
//!
//! Invariants:
//! - the store is the replay of the log, always (checked on random runs in `tests/properties.rs`);
//! - a server that is down has no memory, and nothing but a person's hand changes its disk;
//! - a server that is up has no damaged entry.

use std::rc::Rc;

use crate::catalog::{self, Account, Memory as ProtocolMemory, Message, ProtocolName};
use crate::client::{Declined, Reply, Request, Wish};
use crate::log::Disk;
use crate::protocol::{Effect, Outbox, Progress, Role, Turn, View};
use crate::registry::{Name, Registry, ServerId};
use crate::store::Store;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Server {
    /// What survives a kill.
    pub disk: Disk,
    /// What does not. None while the server is down.
    pub memory: Option<Memory>,
}

/// Everything that a kill takes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Memory {
    pub store: Store,
    pub role: Role,
    /// How many nominations the cluster had seen when this server was last nominated; 0 for never.
    pub nomination: u32,
    pub protocol: ProtocolMemory,
}

/// What lies on the disks of a cluster.
///
/// Invariant: one disk for each registered name, in order of registration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disks {
    pub registry: Registry,
    pub disks: Vec<Disk>,
}

impl Disks {
    pub fn empty(registry: Registry) -> Disks {
        let disks = registry.ids().map(|_| Disk::default()).collect();
        Disks { registry, disks }
    }

    /// What lies on a server's disk: nothing when there is no such server.
    pub fn of(&self, name: &Name) -> Disk {
        match self.registry.find(name) {
            Some(id) => self.disks[id.position()].clone(),
            None => Disk::default(),
        }
    }
}

/// Something that reaches a server.
pub enum Stimulus<'a> {
    Message(ServerId, &'a Message),
    Request(&'a Request),
    /// One of the offers that [`Server::prompts`] lists.
    Prompt(&'a str),
}

/// What a server did with something that reached it, in this order.
pub struct Handled {
    pub effects: Vec<Effect>,
    /// To a request.
    pub reply: Option<Rc<Reply>>,
    pub outbox: Outbox<Message>,
}

/// What became of something that reached a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The protocol took it on.
    Protocol(Account),
    /// A client's request was answered.
    Answered(Rc<Reply>),
}

impl Server {
    /// Starts a server from what is on its disk.
    pub fn start(disk: Disk, protocol: ProtocolName) -> Server {
        let mut server = Server { disk, memory: None };
        server.restart(protocol);
        server
    }

    pub fn is_up(&self) -> bool {
        self.memory.is_some()
    }

    /// Whether the server is up and thinks itself the leader.
    pub fn is_leader(&self) -> bool {
        let memory = self.memory.as_ref();
        memory.is_some_and(|memory| memory.role == Role::Leader)
    }

    /// Loses the memory. The disk stays as it is.
    pub fn kill(&mut self) {
        assert!(self.is_up(), "a server that is down was killed");
        self.memory = None;
    }

    /// Reads the disk and rebuilds the store by replaying the log.
    pub fn restart(&mut self, protocol: ProtocolName) {
        assert!(!self.is_up(), "a server that is up was restarted");
        let damaged = self.disk.damaged.first();
        assert!(damaged.is_none(), "restarted from a damaged disk");
        self.memory = Some(Memory {
            store: Store::replay(&self.disk.log),
            role: Role::Follower,
            nomination: 0,
            protocol: protocol.fresh_memory(),
        });
    }

    /// Lets the server act on something that reaches it.
    pub fn handle(&mut self, seat: Seat, stimulus: Stimulus) -> (Outcome, Handled) {
        let memory = self.memory.as_mut();
        let memory = memory.expect("a server that is down has no turn");
        let protocol = &mut memory.protocol;
        let mut outbox = Outbox::default();
        let mut turn = Turn {
            own: seat.own,
            server_count: seat.server_count,
            disk: &mut self.disk,
            store: &mut memory.store,
            role: &mut memory.role,
            effects: Vec::new(),
            reply: None,
        };
        let outcome = match stimulus {
            Stimulus::Message(from, message) => {
                let account = catalog::receive(&mut turn, &mut outbox, protocol, from, message);
                Outcome::Protocol(account)
            }
            Stimulus::Prompt(prompt) => {
                Outcome::Protocol(catalog::prompt(&mut turn, &mut outbox, protocol, prompt))
            }
            Stimulus::Request(request) => answer(&mut turn, &mut outbox, protocol, request),
        };
        let Turn { effects, reply, .. } = turn;
        let handled = Handled {
            effects,
            reply,
            outbox,
        };
        (outcome, handled)
    }

    pub fn prompts(&self, seat: Seat) -> Vec<&'static str> {
        let view = self.view(seat);
        view.map_or(Vec::new(), |view| catalog::prompts(&view))
    }

    pub fn progress(&self, seat: Seat) -> Vec<Progress> {
        let view = self.view(seat);
        view.map_or(Vec::new(), |view| catalog::progress(&view))
    }

    fn view(&self, seat: Seat) -> Option<View<'_, ProtocolMemory>> {
        let memory = self.memory.as_ref()?;
        Some(View {
            own: seat.own,
            server_count: seat.server_count,
            role: memory.role,
            log: &self.disk.log,
            memory: &memory.protocol,
        })
    }
}

/// Where a server sits in its cluster.
#[derive(Clone, Copy, Debug)]
pub struct Seat {
    pub own: ServerId,
    pub server_count: u8,
}

/// Answers a client's request.
fn answer(
    turn: &mut Turn,
    outbox: &mut Outbox<Message>,
    memory: &mut ProtocolMemory,
    request: &Request,
) -> Outcome {
    let wish = request.wish();
    match wish.and_then(|wish| grant(turn, outbox, memory, wish)) {
        Ok(Some(account)) => return Outcome::Protocol(account),
        Ok(None) => {}
        Err(declined) => turn.reply(Reply::Declined(Rc::new(declined))),
    }
    let reply = turn.reply.clone();
    Outcome::Answered(reply.expect("a request is not left without a reply"))
}

/// Does what a client wishes and replies. The account is the protocol's own where it has one.
fn grant(
    turn: &mut Turn,
    outbox: &mut Outbox<Message>,
    memory: &mut ProtocolMemory,
    wish: Wish,
) -> Result<Option<Account>, Declined> {
    match wish {
        Wish::Lead(term) => return catalog::lead(turn, outbox, memory, term).map(Some),
        Wish::Write(command) => catalog::write(turn, outbox, memory, &command)?,
        Wish::Get { key } => {
            let value = turn.store.get(&key).cloned();
            turn.reply(Reply::Value { key, value });
        }
        Wish::Show => turn.reply(Reply::Pairs(turn.store.clone())),
        Wish::ShowLog => turn.reply(Reply::Entries(turn.disk.log.clone())),
    }
    Ok(None)
}
