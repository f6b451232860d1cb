//! What is between the servers: envelopes in flight, and links that are cut.
//!
//! The person in front of the page is the network. An envelope stays in flight until it is delivered,
//! dropped or lost in a power cut; the ids count in order of sending and promise nothing about the
//! order of delivery.

use std::rc::Rc;

use crate::catalog::Message;
use crate::client::{Reply, Request};
use crate::log::Section;
use crate::registry::{Party, Registry, ServerId};
use crate::sorted::SortedSet;

/// The number of an envelope. The first is 1.
pub type EnvelopeId = u32;

/// A message with its id and its two ends.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Envelope {
    pub id: EnvelopeId,
    pub from: Party,
    pub to: Party,
    pub payload: Rc<Payload>,
    /// The envelope that this one repeats, if it is a duplicate.
    pub copy_of: Option<EnvelopeId>,
}

/// What is in an envelope.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Payload {
    /// From the client to a server.
    Request(Request),
    /// From a server to the client.
    Reply(Rc<Reply>),
    /// From server to server.
    Message(Message),
}

impl Envelope {
    /// `request`, `reply` or the protocol's word.
    pub fn kind(&self) -> &'static str {
        match &*self.payload {
            Payload::Request(_) => "request",
            Payload::Reply(_) => "reply",
            Payload::Message(message) => message.kind(),
        }
    }

    /// What it says on its arrow.
    pub fn says(&self, registry: &Registry) -> String {
        match &*self.payload {
            Payload::Request(request) => request.says(),
            Payload::Reply(reply) => reply.says(registry),
            Payload::Message(message) => message.says(),
        }
    }

    /// For a message that says no: how so, in a few words.
    pub fn refusal(&self) -> Option<&'static str> {
        match &*self.payload {
            Payload::Message(message) => message.refusal(),
            Payload::Reply(reply) => matches!(**reply, Reply::Declined(_)).then_some("declined"),
            Payload::Request(_) => None,
        }
    }

    /// The entries that it carries from log to log.
    pub fn section(&self) -> Option<&Section> {
        match &*self.payload {
            Payload::Message(message) => message.section(),
            Payload::Request(_) | Payload::Reply(_) => None,
        }
    }

    /// The exact text: `dick@tell_length 2`, then a line `INDEX TERM COMMAND` for each entry.
    pub fn wire(&self, registry: &Registry) -> String {
        let sender = registry.party(self.from);
        let message = match &*self.payload {
            Payload::Request(request) => return format!("{sender}@{}", request.wire()),
            Payload::Reply(reply) => return format!("{sender}@{}", reply.wire(registry)),
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
            wire.push_str(&format!("\n{section}"));
        }
        wire
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

/// Invariants: ids ascend, and are below `next_id`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Network {
    in_flight: Vec<Rc<Envelope>>,
    next_id: EnvelopeId,
    /// Links that refuse at delivery, in both directions.
    pub cut: SortedSet<Link>,
}

impl Default for Network {
    fn default() -> Network {
        Network {
            in_flight: Vec::new(),
            next_id: 1,
            cut: SortedSet::default(),
        }
    }
}

impl Network {
    /// Puts a payload in flight under the next id.
    pub fn send(&mut self, from: Party, to: Party, payload: Payload) -> Rc<Envelope> {
        self.put(Envelope {
            id: self.next_id,
            from,
            to,
            payload: Rc::new(payload),
            copy_of: None,
        })
    }

    /// Puts what is in flight there a second time, under the next id.
    pub fn duplicate(&mut self, id: EnvelopeId) -> Option<Rc<Envelope>> {
        let original = Envelope::clone(self.get(id)?);
        Some(self.put(Envelope {
            id: self.next_id,
            copy_of: Some(id),
            ..original
        }))
    }

    fn put(&mut self, envelope: Envelope) -> Rc<Envelope> {
        let envelope = Rc::new(envelope);
        self.next_id += 1;
        self.in_flight.push(envelope.clone());
        envelope
    }

    /// Takes an envelope out of the air.
    pub fn take(&mut self, id: EnvelopeId) -> Option<Rc<Envelope>> {
        let position = self.position(id)?;
        Some(self.in_flight.remove(position))
    }

    pub fn get(&self, id: EnvelopeId) -> Option<&Rc<Envelope>> {
        Some(&self.in_flight[self.position(id)?])
    }

    fn position(&self, id: EnvelopeId) -> Option<usize> {
        let found = self
            .in_flight
            .binary_search_by_key(&id, |envelope| envelope.id);
        found.ok()
    }

    /// All that is in flight, in order of sending.
    pub fn in_flight(&self) -> impl ExactSizeIterator<Item = &Rc<Envelope>> {
        self.in_flight.iter()
    }

    /// The ids in flight, in order of sending.
    pub fn ids(&self) -> Vec<EnvelopeId> {
        let ids = self.in_flight.iter().map(|envelope| envelope.id);
        ids.collect()
    }

    /// The smallest id in flight.
    pub fn oldest(&self) -> Option<EnvelopeId> {
        self.in_flight.first().map(|envelope| envelope.id)
    }

    /// Empties the air and returns what was in it.
    pub fn clear(&mut self) -> Vec<Rc<Envelope>> {
        std::mem::take(&mut self.in_flight)
    }

    /// Whether an envelope with this id was ever sent.
    pub fn knows(&self, id: EnvelopeId) -> bool {
        (1..self.next_id).contains(&id)
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
}
