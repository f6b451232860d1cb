//! What is between the servers: letters in flight, and links that are cut.
//!
//! The person in front of the page is the network. A letter stays in flight until it is delivered,
//! dropped or lost in a power cut. Here it has no number: in which order letters were sent does not
//! matter to what can happen to them. `history.rs` has numbers, for people.

use std::rc::Rc;

use crate::catalog::Message;
use crate::client::{Reply, Request};
use crate::log::Section;
use crate::protocol::Say;
use crate::registry::{Party, Registry, Rename, Renaming, Sentence, ServerId, take_apart};
use crate::say;
use crate::sorted::SortedSet;

/// What is said, with its two ends.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Letter {
    pub from: Party,
    pub to: Party,
    pub payload: Payload,
}

/// What is in a letter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Payload {
    /// From the client to a server.
    Request(Rc<Request>),
    /// From a server to the client, who knows by it which request is answered.
    Reply {
        request: Rc<Request>,
        reply: Rc<Reply>,
    },
    /// From server to server.
    Message(Message),
}

impl Letter {
    /// `request`, `reply` or the protocol's word.
    pub fn kind(&self) -> &'static str {
        match &self.payload {
            Payload::Request(_) => "request",
            Payload::Reply { .. } => "reply",
            Payload::Message(message) => message.kind(),
        }
    }

    /// The request that a server is asked, or has answered, with it.
    pub fn request_at(&self, server: ServerId) -> Option<&Rc<Request>> {
        let server = Party::Server(server);
        match &self.payload {
            Payload::Request(request) => (self.to == server).then_some(request),
            Payload::Reply { request, .. } => (self.from == server).then_some(request),
            Payload::Message(_) => None,
        }
    }

    /// What it says on its arrow.
    pub fn says(&self, registry: &Registry) -> String {
        match &self.payload {
            Payload::Request(request) => request.says(registry),
            Payload::Reply { reply, .. } => reply.says(registry),
            Payload::Message(message) => match self.from {
                Party::Server(speaker) => message.says(speaker),
                Party::Client => unreachable!("the client sends a {}", message.kind()),
            },
        }
    }

    /// The same, and where in it something stands that is the same in every language. What servers tell each
    /// other holds numbers alone.
    pub fn sentence(&self, registry: &Registry) -> Sentence {
        match &self.payload {
            Payload::Request(_) | Payload::Reply { .. } => {
                take_apart(&self.says(&registry.marked()))
            }
            Payload::Message(_) => Sentence {
                text: self.says(registry),
                ..Sentence::default()
            },
        }
    }

    /// For a message that says no: how so, in a few words.
    pub fn refusal(&self) -> Option<String> {
        match &self.payload {
            Payload::Message(message) => message.refusal(),
            Payload::Reply { reply, .. } => {
                matches!(**reply, Reply::Declined(_)).then(|| say!("reply-note-declined"))
            }
            Payload::Request(_) => None,
        }
    }

    /// Whether it answers somebody who asked for a vote.
    pub fn is_vote(&self) -> bool {
        matches!(&self.payload, Payload::Message(message) if message.is_vote())
    }

    /// The entries that it carries from log to log.
    pub fn section(&self) -> Option<&Section> {
        match &self.payload {
            Payload::Message(message) => message.section(),
            Payload::Request(_) | Payload::Reply { .. } => None,
        }
    }

    /// The exact text: `dick@tell_length 2`, then a line `INDEX TERM COMMAND` for each entry.
    pub fn wire(&self, registry: &Registry) -> String {
        let sender = registry.party(self.from);
        let message = match &self.payload {
            Payload::Request(request) => return format!("{sender}@{}", request.wire()),
            Payload::Reply { reply, .. } => return format!("{sender}@{}", reply.wire(registry)),
            Payload::Message(message) => message,
        };
        let mut wire = format!("{sender}@{}", message.kind());
        let arguments = message.arguments();
        if !arguments.is_empty() {
            wire.push(' ');
            wire.push_str(&arguments);
        }
        if let Some(section) = message.section()
            && section.count() > 0
        {
            wire.push('\n');
            wire.push_str(&section.lines(registry));
        }
        wire
    }
}

impl Rename for Letter {
    fn rename(&mut self, renaming: &Renaming) {
        self.from.rename(renaming);
        self.to.rename(renaming);
        match &mut self.payload {
            Payload::Request(request) => request.rename(renaming),
            Payload::Reply { request, reply } => {
                request.rename(renaming);
                reply.rename(renaming);
            }
            Payload::Message(message) => message.rename(renaming),
        }
    }
}

/// A link between two servers, the earlier registered first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link(ServerId, ServerId);

impl Link {
    /// # Panics
    /// When both ends are one server.
    pub fn between(one: ServerId, other: ServerId) -> Link {
        assert!(one != other, "a link from a server to itself");
        Link(one.min(other), one.max(other))
    }

    pub fn ends(self) -> (ServerId, ServerId) {
        (self.0, self.1)
    }
}

/// Invariants: letters ascend, so that the order of sending is forgotten; two that are the same may be in
/// flight at once.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Network {
    in_flight: Vec<Rc<Letter>>,
    /// Links that refuse at delivery, in both directions.
    pub cut: SortedSet<Link>,
}

impl Network {
    /// Puts a letter in flight.
    pub fn put(&mut self, letter: Rc<Letter>) {
        let (Ok(position) | Err(position)) = self.in_flight.binary_search(&letter);
        self.in_flight.insert(position, letter);
    }

    /// Takes a letter out of the air.
    ///
    /// # Panics
    /// When it is not in flight.
    pub fn take(&mut self, letter: &Rc<Letter>) {
        let same = |other: &Rc<Letter>| Rc::ptr_eq(other, letter);
        let position = self.in_flight.iter().position(same);
        let position = position.or_else(|| self.in_flight.binary_search(letter).ok());
        let position = position.expect("a letter that is taken is in flight");
        self.in_flight.remove(position);
    }

    /// All that is in flight, sorted.
    pub fn in_flight(&self) -> impl ExactSizeIterator<Item = &Rc<Letter>> {
        self.in_flight.iter()
    }

    /// Empties the air.
    pub fn clear(&mut self) {
        self.in_flight.clear();
    }

    /// Whether a cut lies between two parties. The client is never cut off.
    pub fn is_cut(&self, from: Party, to: Party) -> bool {
        match (from, to) {
            (Party::Server(one), Party::Server(other)) => {
                self.cut.contains(Link::between(one, other))
            }
            _ => false,
        }
    }

    /// # Panics
    /// When an invariant does not hold.
    pub fn check(&self) {
        assert!(self.in_flight.is_sorted(), "letters are out of order");
        self.cut.check();
    }
}
