//! What happened: facts in the order in which they came about, each with a sentence that says why.
//!
//! The first event of a moment is the one that the action itself brought about; its sentence stands
//! for the moment. The others are its consequences. Sentences are built only when asked for.

mod sentences;

use std::rc::Rc;

use crate::catalog::{Decision, Prompt};
use crate::client::{Declined, Request, Wait};
use crate::history::Envelope;
use crate::log::{HardState, Index, Section, Term};
use crate::protocol::{Explain, SteppedDown};
use crate::registry::{ServerId, ServerSet};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A message is in flight now.
    Sent(Rc<Envelope>),
    /// A message reached its receiver.
    Delivered {
        envelope: Rc<Envelope>,
        outcome: Outcome,
    },
    /// A message was lost on the way.
    Dropped {
        envelope: Rc<Envelope>,
        cause: Loss,
    },
    /// A message is in flight a second time, as this envelope.
    Duplicated(Rc<Envelope>),
    /// A message was used up at a server that could not take it. Its sender learns nothing.
    Refused {
        envelope: Rc<Envelope>,
        why: Obstacle,
    },
    /// A server politely said no to the client.
    Declined {
        server: ServerId,
        request: Rc<Request>,
        why: Rc<Declined>,
    },
    /// A server answers a client later.
    Waits {
        server: ServerId,
        request: Rc<Request>,
        until: Wait,
    },
    /// Entries were added at the end of a log.
    Appended {
        server: ServerId,
        section: Section,
    },
    /// Entries were removed from the end of a log.
    Truncated {
        server: ServerId,
        keep: Index,
        removed: Section,
        /// Whether the store was what the whole log leads to, so that it was rebuilt.
        rebuilt: bool,
    },
    /// Of what was removed, these entries were committed at that server.
    Undone {
        server: ServerId,
        first: Index,
        last: Index,
    },
    /// These entries are committed, as far as a server knows.
    Committed {
        server: ServerId,
        first: Index,
        last: Index,
    },
    /// Other servers vote from now on, by the log of a server.
    Configured {
        server: ServerId,
        voters: ServerSet,
    },
    /// A server stands for election, and voted for itself.
    TimedOut {
        server: ServerId,
        term: Term,
    },
    /// A server voted, and its disk says so.
    Voted {
        server: ServerId,
        candidate: ServerId,
        term: Term,
    },
    Elected {
        server: ServerId,
        term: Term,
    },
    /// The store took in the entries from `first` to `last`.
    Applied {
        server: ServerId,
        first: Index,
        last: Index,
    },
    Nominated {
        server: ServerId,
        term: Term,
    },
    /// A server is in a later term now, and its disk knows.
    TermTaken {
        server: ServerId,
        term: Term,
    },
    /// A leader leads no more.
    SteppedDown {
        server: ServerId,
        term: Term,
        why: SteppedDown,
    },
    /// Two servers' entries at one index were held side by side.
    Compared {
        servers: (ServerId, ServerId),
        index: Index,
        agree: bool,
    },
    /// The memory is lost; this many entries are on the disk.
    Killed {
        server: ServerId,
        last_index: Index,
    },
    /// The disk was read, and the store rebuilt from as many entries as were carried out.
    Restarted {
        server: ServerId,
        last_index: Index,
        applied: Index,
    },
    /// In a power cut: a server that could not come up again.
    StayedDown {
        server: ServerId,
        damaged: Index,
    },
    Registered {
        server: ServerId,
    },
    Cut(ServerId, ServerId),
    Healed(ServerId, ServerId),
    Filled {
        server: ServerId,
    },
    Freed {
        server: ServerId,
    },
    Wiped {
        server: ServerId,
        last_index: Index,
    },
    Written {
        server: ServerId,
        index: Index,
    },
    Kept {
        server: ServerId,
        keep: Index,
        last_index: Index,
    },
    Damaged {
        server: ServerId,
        index: Index,
    },
    TermWritten {
        server: ServerId,
        hard_state: HardState,
    },
    Prompted {
        server: ServerId,
        prompt: Prompt,
        decision: Decision,
    },
    /// A power cut began; what it did to each server and message follows.
    Reloaded {
        in_flight: u32,
    },
}

/// What became of a message that reached its receiver.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A server acted on it.
    Decided(Decision),
    /// The client read it.
    Read,
}

/// How a message was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// The person dropped it.
    Person,
    /// The power went.
    PowerCut,
}

/// Why a message could not be taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    ServerDown,
    LinkCut,
}

impl Event {
    /// The word for the kind of event.
    pub fn kind(&self) -> &'static str {
        match self {
            Event::Sent(_) => "sent",
            Event::Delivered { .. } => "delivered",
            Event::Dropped { .. } => "dropped",
            Event::Duplicated(_) => "duplicated",
            Event::Refused { .. } => "refused",
            Event::Declined { .. } => "declined",
            Event::Waits { .. } => "waits",
            Event::Appended { .. } => "appended",
            Event::Truncated { .. } => "truncated",
            Event::Undone { .. } => "undone",
            Event::Committed { .. } => "committed",
            Event::Configured { .. } => "configured",
            Event::TimedOut { .. } => "timed_out",
            Event::Voted { .. } => "voted",
            Event::Elected { .. } => "elected",
            Event::Applied { .. } => "applied",
            Event::Nominated { .. } => "nominated",
            Event::TermTaken { .. } => "term_taken",
            Event::SteppedDown { .. } => "stepped_down",
            Event::Compared { .. } => "compared",
            Event::Killed { .. } => "killed",
            Event::Restarted { .. } => "restarted",
            Event::StayedDown { .. } => "stayed_down",
            Event::Registered { .. } => "registered",
            Event::Cut(..) => "cut",
            Event::Healed(..) => "healed",
            Event::Filled { .. } => "filled",
            Event::Freed { .. } => "freed",
            Event::Wiped { .. } => "wiped",
            Event::Written { .. } => "written",
            Event::Kept { .. } => "kept",
            Event::Damaged { .. } => "damaged",
            Event::TermWritten { .. } => "term_written",
            Event::Prompted { .. } => "prompted",
            Event::Reloaded { .. } => "reloaded",
        }
    }

    /// A few words on what a delivery led to, where that is easily overlooked.
    pub fn note(&self) -> Option<String> {
        match self {
            Event::Delivered {
                outcome: Outcome::Decided(decision),
                ..
            } => decision.note(),
            _ => None,
        }
    }

    /// The server that it happened to, where that is one.
    pub fn server(&self) -> Option<ServerId> {
        match self {
            Event::Declined { server, .. }
            | Event::Waits { server, .. }
            | Event::Undone { server, .. }
            | Event::Committed { server, .. }
            | Event::Configured { server, .. }
            | Event::TimedOut { server, .. }
            | Event::Voted { server, .. }
            | Event::Elected { server, .. }
            | Event::Appended { server, .. }
            | Event::Truncated { server, .. }
            | Event::Applied { server, .. }
            | Event::Nominated { server, .. }
            | Event::TermTaken { server, .. }
            | Event::SteppedDown { server, .. }
            | Event::Killed { server, .. }
            | Event::Restarted { server, .. }
            | Event::StayedDown { server, .. }
            | Event::Registered { server }
            | Event::Filled { server }
            | Event::Freed { server }
            | Event::Wiped { server, .. }
            | Event::Written { server, .. }
            | Event::Kept { server, .. }
            | Event::Damaged { server, .. }
            | Event::TermWritten { server, .. }
            | Event::Prompted { server, .. } => Some(*server),
            Event::Sent(_)
            | Event::Delivered { .. }
            | Event::Dropped { .. }
            | Event::Duplicated(_)
            | Event::Refused { .. }
            | Event::Compared { .. }
            | Event::Cut(..)
            | Event::Healed(..)
            | Event::Reloaded { .. } => None,
        }
    }
}
