//! What the outside does, and why it sometimes cannot be done.
//!
//! An action is a line of the text language; `script.rs` reads and writes it. Everything that happens
//! begins with one. Names in it may be unknown to the cluster: the simulation finds out.

use std::rc::Rc;

use crate::history::EnvelopeId;
use crate::log::{Entry, Index, LOG_LIMIT, Names, Term};
use crate::registry::{Name, SERVER_LIMIT};
use crate::say;
use crate::words::{self, Expected};

/// How many actions a run can have.
pub const ACTION_LIMIT: usize = 20_000;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// A client's request goes on its way.
    Client {
        server: Name,
        text: Rc<str>,
    },
    Deliver(EnvelopeId),
    Drop(EnvelopeId),
    Duplicate(EnvelopeId),
    Kill(Name),
    Restart(Name),
    /// A new server registers and comes up.
    Start(Name),
    /// No message passes between two servers, in either direction.
    Cut(Name, Name),
    Heal(Name, Name),
    /// The disk refuses writes.
    Full(Name),
    Free(Name),
    /// Somebody empties the disk of a server that is down, its term included.
    Wipe(Name),
    /// Somebody adds an entry to the disk of a server that is down.
    Write {
        server: Name,
        entry: Entry<Names>,
    },
    /// Somebody cuts the log of a server that is down to its first entries.
    Keep {
        server: Name,
        keep: Index,
    },
    /// Somebody makes an entry of a server that is down unreadable.
    Damage {
        server: Name,
        index: Index,
    },
    /// Somebody writes the current term on the disk of a server that is down, and whom it voted for in it.
    Term {
        server: Name,
        term: Term,
        voted_for: Option<Name>,
    },
    /// The person takes up what a server's protocol offers.
    Prompt {
        server: Name,
        prompt: Rc<str>,
    },
    /// A power cut: all that are up are killed, the air is emptied, every server is restarted.
    Reload,
}

/// Why an action cannot be done. Nothing has changed. It travels in a box, so that doing is cheap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rejection {
    NotRegistered {
        name: Name,
        known: Vec<Name>,
    },
    AlreadyRegistered(Name),
    /// There are as many servers as there can be.
    TooManyServers,
    /// Never sent, or no longer in flight.
    NotInFlight {
        id: EnvelopeId,
        was_sent: bool,
        in_flight: Vec<EnvelopeId>,
    },
    /// `step` with nothing to deliver.
    NothingInFlight,
    IsUp(Name),
    IsDown(Name),
    /// A disk is changed by hand only while its server is down.
    DiskInUse(Name),
    /// It cannot start from a disk that it cannot read.
    DiskDamaged {
        name: Name,
        index: Index,
    },
    LinkToItself(Name),
    AlreadyCut(Name, Name),
    NotCut(Name, Name),
    AlreadyFull(Name),
    NotFull(Name),
    NoSuchEntry {
        name: Name,
        index: Index,
        last_index: Index,
    },
    AlreadyDamaged {
        name: Name,
        index: Index,
    },
    LogFull(Name),
    /// A text that is no entry here, since it names servers that there are not.
    NotAnEntry {
        text: Rc<str>,
        expected: Expected,
    },
    /// The protocol keeps none.
    NoTerms,
    /// The protocol has none.
    NoVotes,
    NotOffered {
        name: Name,
        prompt: Rc<str>,
        offered: Vec<String>,
    },
    TooManyActions,
}

impl Rejection {
    /// What was found, what was expected, and what to do.
    pub fn says(&self) -> String {
        match self {
            Rejection::NotRegistered { name, known } if known.is_empty() => {
                say!("rejected-no-servers", name)
            }
            Rejection::NotRegistered { name, known } => {
                say!("rejected-not-registered", name, known = words::list(known))
            }
            Rejection::AlreadyRegistered(name) => say!("rejected-already-registered", name),
            Rejection::TooManyServers => say!("rejected-too-many-servers", limit = SERVER_LIMIT),
            Rejection::NotInFlight {
                id,
                was_sent,
                in_flight,
            } => {
                let past = match was_sent {
                    true => "rejected-no-longer-in-flight",
                    false => "rejected-not-sent-yet",
                };
                say!(past, id, in_flight = say_in_flight(in_flight))
            }
            Rejection::NothingInFlight => say!("rejected-nothing-in-flight"),
            Rejection::IsUp(name) => say!("rejected-is-up", name),
            Rejection::IsDown(name) => say!("rejected-is-down", name),
            Rejection::DiskInUse(name) => say!("rejected-disk-in-use", name),
            Rejection::DiskDamaged { name, index } => {
                say!("rejected-disk-damaged", name, index, count = index - 1)
            }
            Rejection::LinkToItself(name) => say!("rejected-link-to-itself", name),
            Rejection::AlreadyCut(one, other) => say!("rejected-already-cut", one, other),
            Rejection::NotCut(one, other) => say!("rejected-not-cut", one, other),
            Rejection::AlreadyFull(name) => say!("rejected-already-full", name),
            Rejection::NotFull(name) => say!("rejected-not-full", name),
            Rejection::NoSuchEntry {
                name,
                index,
                last_index,
            } => say!("rejected-no-such-entry", name, count = last_index, index),
            Rejection::AlreadyDamaged { name, index } => {
                say!("rejected-already-damaged", index, name)
            }
            Rejection::LogFull(name) => say!("rejected-log-full", name, limit = LOG_LIMIT),
            Rejection::NotAnEntry { text, expected } => say!(
                "rejected-not-an-entry",
                text = words::quoted(text),
                expected = expected.says()
            ),
            Rejection::NoTerms => say!("rejected-no-terms"),
            Rejection::NoVotes => say!("rejected-no-votes"),
            Rejection::NotOffered {
                name,
                prompt,
                offered,
            } => {
                let prompt = words::quoted(prompt);
                match offered.as_slice() {
                    [] => say!("rejected-offers-nothing", name, prompt),
                    offered => say!(
                        "rejected-not-offered",
                        name,
                        prompt,
                        offered = words::list(offered)
                    ),
                }
            }
            Rejection::TooManyActions => say!("rejected-too-many-actions", limit = ACTION_LIMIT),
        }
    }
}

fn say_in_flight(ids: &[EnvelopeId]) -> String {
    const SHOWN: usize = 5;
    match ids {
        [] => say!("in-flight-nothing"),
        [id] => say!("in-flight-one", id),
        ids if ids.len() <= SHOWN => say!("in-flight-few", ids = words::list(ids)),
        ids => say!("in-flight-many", count = ids.len(), oldest = &ids[0]),
    }
}
