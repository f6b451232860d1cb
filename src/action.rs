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
    // Long because: one arm for each rejection.
    pub fn says(&self) -> String {
        match self {
            Rejection::NotRegistered { name, known } if known.is_empty() => {
                format!("There is no server {name}, nor any other. Start one first.")
            }
            Rejection::NotRegistered { name, known } => {
                format!("There is no server {name}; there are {}.", words::list(known))
            }
            Rejection::AlreadyRegistered(name) => {
                format!("{name} is registered already. Choose another name, or restart {name}.")
            }
            Rejection::TooManyServers => {
                format!("There are {SERVER_LIMIT} servers already, and no more can register.")
            }
            Rejection::NotInFlight {
                id,
                was_sent,
                in_flight,
            } => {
                let past = if *was_sent {
                    "is no longer in flight"
                } else {
                    "has not been sent yet"
                };
                format!("Message {id} {past}; {}.", say_in_flight(in_flight))
            }
            Rejection::NothingInFlight => {
                "Nothing is in flight, so there is no message to deliver. Let the client say something.".to_string()
            }
            Rejection::IsUp(name) => format!("{name} is up already."),
            Rejection::IsDown(name) => format!("{name} is down. Restart {name} first."),
            Rejection::DiskInUse(name) => {
                format!("{name} is up, and a disk is changed by hand only while its server is down. Kill {name} first.")
            }
            Rejection::DiskDamaged { name, index } => {
                let good = words::entries(index - 1);
                format!("{name} cannot start, since entry {index} on its disk is damaged. Keep the {good} before it, or wipe the disk.")
            }
            Rejection::LinkToItself(name) => {
                format!("A link joins two servers, and {name} is one. Name another server.")
            }
            Rejection::AlreadyCut(one, other) => {
                format!("The link between {one} and {other} is cut already.")
            }
            Rejection::NotCut(one, other) => {
                format!("The link between {one} and {other} is not cut, so there is nothing to heal.")
            }
            Rejection::AlreadyFull(name) => format!("{name}’s disk is full already."),
            Rejection::NotFull(name) => format!("{name}’s disk is not full."),
            Rejection::NoSuchEntry {
                name,
                index,
                last_index,
            } => {
                let length = words::entries(*last_index);
                format!("{name} has {length} on its disk, so there is no entry {index}.")
            }
            Rejection::AlreadyDamaged { name, index } => {
                format!("Entry {index} on {name}’s disk is damaged already.")
            }
            Rejection::LogFull(name) => {
                format!("{name}’s log has {LOG_LIMIT} entries and holds no more.")
            }
            Rejection::NotAnEntry { text, expected } => {
                say!("not-an-entry", text = words::quoted(text), expected = expected.says())
            }
            Rejection::NoTerms => {
                "This protocol keeps no terms, so there is none to write on a disk.".to_string()
            }
            Rejection::NoVotes => {
                "This protocol has no votes, so nobody can have been voted for. Write the term alone.".to_string()
            }
            Rejection::NotOffered {
                name,
                prompt,
                offered,
            } => {
                let prompt = words::quoted(prompt);
                let offers = match offered.as_slice() {
                    [] => "it offers nothing".to_string(),
                    offered => format!("it offers {}", words::list(offered)),
                };
                format!("{name} does not offer {prompt} now; {offers}.")
            }
            Rejection::TooManyActions => {
                format!("A run holds at most {ACTION_LIMIT} actions, and this one is full. Go back, or begin a new one.")
            }
        }
    }
}

fn say_in_flight(ids: &[EnvelopeId]) -> String {
    const SHOWN: usize = 5;
    match ids {
        [] => "nothing is in flight".to_string(),
        [one] => format!("only message {one} is in flight"),
        ids if ids.len() <= SHOWN => {
            format!("messages {} are in flight", words::list(ids))
        }
        ids => format!(
            "{} others are in flight, the oldest is {}",
            ids.len(),
            ids[0]
        ),
    }
}
