//! One server: what is on its disk, what is in its memory, and what it does with a client's request.
//!
//! Invariants:
//! - the store is the replay of the log, always (checked on random runs in `tests/properties.rs`);
//! - a server that is down has no memory, and nothing but a person's hand changes its disk;
//! - a server that is up has no damaged entry.

use crate::catalog::{self, Account, Memory as ProtocolMemory, Message, ProtocolName};
use crate::client::{Declined, Reply, Request, Wish};
use crate::log::Disk;
use crate::protocol::{Effect, Progress, Role, Turn, View};
use crate::registry::ServerId;
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

/// What a server did with something that reached it.
pub struct Handled {
    pub effects: Vec<Effect<Message>>,
    pub outcome: Outcome,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The protocol took it on.
    Protocol(Account),
    /// A client's request was answered.
    Answered(Reply),
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

    /// Handles a message from another server.
    pub fn receive(&mut self, seat: Seat, from: ServerId, message: &Message) -> Handled {
        let (mut turn, memory) = self.turn(seat);
        let account = catalog::receive(&mut turn, memory, from, message);
        Handled {
            effects: turn.effects,
            outcome: Outcome::Protocol(account),
        }
    }

    /// Takes up one of the offers that [`Server::prompts`] lists.
    pub fn prompt(&mut self, seat: Seat, prompt: &str) -> Handled {
        let (mut turn, memory) = self.turn(seat);
        let account = catalog::prompt(&mut turn, memory, prompt);
        Handled {
            effects: turn.effects,
            outcome: Outcome::Protocol(account),
        }
    }

    /// Handles a client's request. The reply is among the effects.
    pub fn request(&mut self, seat: Seat, request: &Request) -> Handled {
        let (mut turn, memory) = self.turn(seat);
        let account = match request.wish() {
            Ok(wish) => grant(&mut turn, memory, wish),
            Err(declined) => Err(declined),
        };
        let account = account.unwrap_or_else(|declined| {
            turn.reply(Reply::Declined(declined));
            None
        });
        let outcome = match account {
            Some(account) => Outcome::Protocol(account),
            None => Outcome::Answered(first_reply(&turn.effects).clone()),
        };
        Handled {
            effects: turn.effects,
            outcome,
        }
    }

    pub fn prompts(&self, seat: Seat) -> Vec<&'static str> {
        let view = self.view(seat);
        view.map_or(Vec::new(), |view| catalog::prompts(&view))
    }

    pub fn progress(&self, seat: Seat) -> Vec<Progress> {
        let view = self.view(seat);
        view.map_or(Vec::new(), |view| catalog::progress(&view))
    }

    fn turn(&mut self, seat: Seat) -> (Turn<'_, Message>, &mut ProtocolMemory) {
        let memory = self
            .memory
            .as_mut()
            .expect("a server that is down has no turn");
        let turn = Turn {
            own: seat.own,
            server_count: seat.server_count,
            disk: &mut self.disk,
            store: &mut memory.store,
            role: &mut memory.role,
            effects: Vec::new(),
        };
        (turn, &mut memory.protocol)
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

/// Does what a client wishes and replies. The account is the protocol's own where it has one.
fn grant(
    turn: &mut Turn<Message>,
    memory: &mut ProtocolMemory,
    wish: Wish,
) -> Result<Option<Account>, Declined> {
    match wish {
        Wish::Lead(term) => return catalog::lead(turn, memory, term).map(Some),
        Wish::Write(command) => catalog::write(turn, memory, &command)?,
        Wish::Get { key } => {
            let value = turn.store.get(&key).cloned();
            turn.reply(Reply::Value { key, value });
        }
        Wish::Show => turn.reply(Reply::Pairs(turn.store.clone())),
        Wish::ShowLog => turn.reply(Reply::Entries(turn.disk.log.clone())),
    }
    Ok(None)
}

fn first_reply(effects: &[Effect<Message>]) -> &Reply {
    let mut replies = effects.iter().filter_map(|effect| match effect {
        Effect::Replied(reply) => Some(reply),
        _ => None,
    });
    replies.next().expect("a request was left without a reply")
}
