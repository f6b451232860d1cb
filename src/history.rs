//! What is remembered of a cluster beside what it is: nothing in here changes what can still happen.
//!
//! The *record* is for people: the numbers of messages, what repeats what, where an entry lay at its
//! sender, who was nominated when. The *witness* is for properties that speak of the past, and is the
//! least that they need: two clusters that are equal, and of which the same is witnessed, are one state
//! to a search.

use std::rc::Rc;

use crate::catalog::Message;
use crate::log::{Index, Section};
use crate::network::Letter;
use crate::protocol::{Effect, Testimonies};
use crate::registry::ServerId;
use crate::server::Server;

mod witness;

pub use witness::{Committed, Evidence, Removal, StaleRead, Witness};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    pub record: Record,
    pub witness: Witness,
}

impl History {
    /// A history in which nothing has happened yet, and whose witness will keep these things.
    pub fn new(keeps: Testimonies) -> History {
        History {
            record: Record::default(),
            witness: Witness::of(keeps),
        }
    }

    /// Takes note of what a server did, but for what it said. It is in this state now, and leads or does not,
    /// as it did before.
    pub fn note(&mut self, id: ServerId, server: &Server, leads: bool, effect: &Effect<Message>) {
        self.record.note(id, effect);
        self.witness.note(id, server, leads, effect);
    }

    /// Somebody removed entries from the end of a disk.
    pub fn removed(&mut self, server: ServerId, removed: &Section) {
        self.record.forget_after(server, removed.first - 1);
        self.witness.removed(server, removed);
    }
}

/// The number of an envelope. The first is 1.
pub type EnvelopeId = u32;

/// A letter under a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    pub id: EnvelopeId,
    pub letter: Rc<Letter>,
    /// The envelope that this one repeats, if it is a duplicate.
    pub copy_of: Option<EnvelopeId>,
}

/// What people want to know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    pub mail: Mail,
    /// For each server, in order of registration.
    servers: Vec<ServerRecord>,
    nominations: u32,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct ServerRecord {
    /// For each entry of the log its index at the server that sent it; none when a client wrote it here,
    /// or when it was read from a disk, so that nothing is known. What lies beyond the end is unknown.
    origins: Rc<Vec<Option<Index>>>,
    /// How many nominations there had been when this server was last nominated; 0 for never.
    nomination: u32,
}

impl Record {
    /// The index that an entry had at the server that sent it; none when that is unknown or nobody sent it.
    pub fn sender_index(&self, server: ServerId, index: Index) -> Option<Index> {
        let origins = &self.servers.get(server.position())?.origins;
        *origins.get(index as usize - 1)?
    }

    /// When a server was last nominated, as a number that grows; 0 for never.
    pub fn nomination(&self, server: ServerId) -> u32 {
        let record = self.servers.get(server.position());
        record.map_or(0, |record| record.nomination)
    }

    /// Entries were removed from a log, by whomever.
    fn forget_after(&mut self, server: ServerId, keep: Index) {
        let origins = &mut self.of(server).origins;
        if origins.len() > keep as usize {
            Rc::make_mut(origins).truncate(keep as usize);
        }
    }

    fn of(&mut self, server: ServerId) -> &mut ServerRecord {
        let position = server.position();
        if position >= self.servers.len() {
            self.servers.resize(position + 1, ServerRecord::default());
        }
        &mut self.servers[position]
    }

    fn note(&mut self, server: ServerId, effect: &Effect<Message>) {
        match effect {
            Effect::Appended {
                section,
                sender_first,
            } => {
                let Some(sender_first) = *sender_first else {
                    return;
                };
                let origins = Rc::make_mut(&mut self.of(server).origins);
                origins.resize(section.first as usize - 1, None);
                origins.extend((sender_first..).take(section.count() as usize).map(Some));
            }
            Effect::Truncated { keep, .. } => self.forget_after(server, *keep),
            Effect::Nominated { .. } | Effect::Elected { .. } => {
                self.nominations += 1;
                self.of(server).nomination = self.nominations;
            }
            Effect::Applied { .. }
            | Effect::Undone { .. }
            | Effect::Committed { .. }
            | Effect::TimedOut { .. }
            | Effect::Voted { .. }
            | Effect::Configured { .. }
            | Effect::Waits { .. }
            | Effect::TermTaken { .. }
            | Effect::SteppedDown { .. }
            | Effect::Compared { .. }
            | Effect::Replied { .. }
            | Effect::Sent { .. } => {}
        }
    }
}

/// What is in flight, under numbers that count in order of sending. They promise nothing about the order
/// of delivery.
///
/// Invariants: ids ascend, and are at most `sent`; the letters are those that are in flight in the cluster.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mail {
    in_flight: Vec<Rc<Envelope>>,
    /// How many were ever sent.
    sent: EnvelopeId,
}

impl Mail {
    /// Gives a letter the next number.
    pub fn put(&mut self, letter: Rc<Letter>, copy_of: Option<EnvelopeId>) -> Rc<Envelope> {
        self.sent += 1;
        let envelope = Rc::new(Envelope {
            id: self.sent,
            letter,
            copy_of,
        });
        self.in_flight.push(envelope.clone());
        envelope
    }

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

    /// In order of sending.
    pub fn in_flight(&self) -> impl ExactSizeIterator<Item = &Rc<Envelope>> {
        self.in_flight.iter()
    }

    /// The ids in flight, in order of sending.
    pub fn ids(&self) -> Vec<EnvelopeId> {
        self.in_flight.iter().map(|envelope| envelope.id).collect()
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
        (1..=self.sent).contains(&id)
    }

    /// # Panics
    /// When an invariant does not hold.
    pub fn check<'a>(&self, letters: impl Iterator<Item = &'a Rc<Letter>>) {
        let ids = self.ids();
        assert!(ids.is_sorted_by(|one, other| one < other), "ids {ids:?}");
        assert!(ids.iter().all(|&id| self.knows(id)), "ids {ids:?}");
        let mut own: Vec<&Letter> = self.in_flight.iter().map(|one| &*one.letter).collect();
        own.sort();
        assert!(
            own.into_iter().eq(letters.map(|letter| &**letter)),
            "another mail"
        );
    }
}
