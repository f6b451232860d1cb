//! What a client asks and what a server answers. A server is polite: whatever it cannot do, it declines
//! with a reason.
//!
//! A request is kept as the text that the client sent; the server that receives it reads it. So a
//! client can send anything, as over a real network.
//!
//! Long because: each answer and each reason for a no stands here.

use std::rc::Rc;

use crate::log::{
    COMMAND_LIMIT, Command, Index, LOG_LIMIT, Log, Operation, TERM_LIMIT, Term, split_word,
};
use crate::registry::{Name, Registry, Rename, Renaming, ServerId};
use crate::say;
use crate::store::Store;
use crate::words::{self, Expected};

/// The request that makes a server a leader.
const NOMINATION: &str = "youre_the_leader";

/// What a client sends.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Request {
    /// As typed, without the blanks around it; at most [`COMMAND_LIMIT`] characters.
    pub text: Rc<str>,
    /// The term that the client puts on a nomination where the protocol has terms; else 0.
    pub term: Term,
    /// Tells it from the same text that the same server was sent and has not answered yet; the smallest
    /// that does, from 0. So a reply, which names its request, answers that one alone, also when it comes
    /// late, and two orders of asking lead to the same numbers.
    pub number: u32,
}

/// What a request means to a server that can read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    Write(Command),
    Read(Read),
    /// Be the leader, in the request's term.
    Lead,
    /// Let other servers vote.
    Change(Change),
}

/// A change of voters, of one server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub name: Name,
    /// Whether it is to vote from now on, or no more.
    pub adds: bool,
}

/// What has to happen before a request is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wait {
    /// Its entry, at this index, has to be committed.
    Entry(Index),
    /// A majority has to answer what was sent with this number, and an entry of the leader's own term has to be committed.
    Majority(u32),
}

/// What changes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read {
    /// What a key holds.
    Get { key: Rc<str> },
    /// The whole store of the server that is asked.
    Show,
    /// The whole log of the server that is asked.
    ShowLog,
}

impl Request {
    /// Reads the text, or says politely why that cannot be done.
    pub fn wish(&self) -> Result<Wish, Declined> {
        let (verb, rest) = split_word(&self.text);
        let malformed = |expected| {
            Err(Declined::Malformed {
                text: self.text.clone(),
                expected,
            })
        };
        match verb {
            "set" | "delete" => match Command::parse(&self.text) {
                Ok(command) => Ok(Wish::Write(command)),
                Err(expected) => malformed(expected),
            },
            "get" if rest.is_empty() || split_word(rest).0 != rest => {
                malformed(Expected("expected-get"))
            }
            "get" => Ok(Wish::Read(Read::Get { key: rest.into() })),
            "show" if rest.is_empty() => Ok(Wish::Read(Read::Show)),
            "show" => malformed(Expected("expected-show")),
            "show_log" if rest.is_empty() => Ok(Wish::Read(Read::ShowLog)),
            "show_log" => malformed(Expected("expected-show-log")),
            "add_server" | "remove_server" => match Name::parse(rest) {
                Ok(name) => Ok(Wish::Change(Change {
                    name,
                    adds: verb == "add_server",
                })),
                Err(_) => malformed(match verb {
                    "add_server" => Expected("expected-add-server"),
                    _ => Expected("expected-remove-server"),
                }),
            },
            NOMINATION if rest.is_empty() => Ok(Wish::Lead),
            NOMINATION => malformed(Expected("expected-nomination")),
            _ => Err(self.unknown()),
        }
    }

    /// Whether it asks what a key holds.
    pub fn reads(&self) -> bool {
        matches!(self.wish(), Ok(Wish::Read(Read::Get { .. })))
    }

    /// Says that no server here knows the word.
    pub fn unknown(&self) -> Declined {
        Declined::Unknown {
            text: self.text.clone(),
            votes: false,
        }
    }

    /// What is sent, without the sender's name.
    pub fn wire(&self) -> String {
        match self.term {
            0 => String::from(&*self.text),
            term => format!("{} {term}", self.text),
        }
    }

    pub fn says(&self, registry: &Registry) -> String {
        match self.wish() {
            Ok(Wish::Lead) => match self.term {
                0 => say!("client-says-lead"),
                term => say!("client-says-lead-in-term", term),
            },
            Ok(Wish::Write(command)) => {
                say!("client-says-write", command = registry.exact(command))
            }
            Ok(Wish::Read(Read::Get { key })) => say!("client-says-get", key = registry.exact(key)),
            Ok(Wish::Change(Change { name, adds: true })) => {
                say!("client-says-add", name = registry.exact(name))
            }
            Ok(Wish::Change(Change { name, adds: false })) => {
                say!("client-says-remove", name = registry.exact(name))
            }
            Ok(Wish::Read(Read::Show)) => say!("client-says-show"),
            Ok(Wish::Read(Read::ShowLog)) => say!("client-says-show-log"),
            Err(_) => registry.exact(&self.text),
        }
    }
}

impl Rename for Request {
    fn rename(&mut self, renaming: &Renaming) {
        if let Ok(Wish::Change(change)) = self.wish() {
            let name = renaming.name(&change.name).clone();
            self.text = Change { name, ..change }.says().into();
        }
    }
}

impl Change {
    /// What a client says who wants it.
    pub fn says(&self) -> String {
        let verb = if self.adds {
            "add_server"
        } else {
            "remove_server"
        };
        format!("{verb} {}", self.name)
    }
}

/// What a server sends back to the client.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reply {
    /// The operation is an entry, and done.
    Wrote {
        index: Index,
        operation: Operation,
    },
    /// It is an entry, but the server leads no more, and nobody knows whether it stays.
    Open {
        index: Index,
    },
    /// What a key holds; none when the store has no such key.
    Value {
        key: Rc<str>,
        value: Option<Rc<str>>,
    },
    Pairs(Store),
    Entries(Log),
    /// It took the nomination.
    Leading,
    /// It stands for election.
    Standing,
    /// It leads already.
    LeadsAlready,
    Declined(Rc<Declined>),
}

impl Reply {
    /// What is sent, without the sender's name: data as it is, else the sentence.
    pub fn wire(&self, registry: &Registry) -> String {
        match self {
            Reply::Value { value, .. } => value.as_deref().unwrap_or("").to_string(),
            Reply::Pairs(store) => format!("{store}"),
            Reply::Entries(log) => log.section_from(1).lines(registry),
            Reply::Wrote { .. }
            | Reply::Open { .. }
            | Reply::Leading
            | Reply::Standing
            | Reply::LeadsAlready
            | Reply::Declined(_) => self.says(registry),
        }
    }

    pub fn says(&self, registry: &Registry) -> String {
        match self {
            Reply::Wrote { index, operation } => {
                let operation = registry.exact(operation.spelled(registry));
                say!("reply-wrote", operation, index)
            }
            Reply::Open { index } => say!("reply-open", index),
            Reply::Value { key, value: None } => say!("reply-no-value", key = registry.exact(key)),
            Reply::Value {
                key,
                value: Some(value),
            } => say!(
                "reply-value",
                key = registry.exact(key),
                value = registry.exact(value)
            ),
            Reply::Pairs(store) => match store.pairs().len() {
                0 => say!("reply-empty-store"),
                count @ 1..=4 => {
                    let pairs = store.as_slice().iter().map(|pair| registry.exact(pair));
                    let pairs = Vec::from_iter(pairs);
                    say!("reply-store", count, pairs = words::list(&pairs))
                }
                count => say!("reply-large-store", count),
            },
            Reply::Entries(log) => match log.last_index() {
                0 => say!("reply-empty-log"),
                count => say!("reply-log", count),
            },
            Reply::Leading => say!("reply-leading"),
            Reply::Standing => say!("reply-standing"),
            Reply::LeadsAlready => say!("reply-leads-already"),
            Reply::Declined(declined) => declined.says(registry),
        }
    }

    /// What the server did to give this answer: the sentence of a delivery.
    pub fn reason(&self, server: ServerId, registry: &Registry) -> String {
        let name = registry.name(server);
        match self {
            Reply::Wrote { index, operation } => {
                let operation = operation.spelled(registry);
                say!("told-wrote", name, operation = operation.to_string(), index)
            }
            Reply::Value { key, value: None } => say!("told-no-value", name, key = &**key),
            Reply::Value {
                key,
                value: Some(value),
            } => say!("told-value", name, key = &**key, value = &**value),
            Reply::Pairs(store) => {
                say!("told-store", name, count = store.pairs().len())
            }
            Reply::Entries(log) => {
                say!("told-log", name, count = log.last_index())
            }
            Reply::Open { index } => say!("told-open", name, index),
            Reply::Leading => say!("told-leading", name),
            Reply::Standing => say!("told-standing", name),
            Reply::LeadsAlready => say!("told-leads-already", name),
            Reply::Declined(declined) => {
                say!("told-declined", name, reason = declined.reason(registry))
            }
        }
    }
}

impl Rename for Reply {
    fn rename(&mut self, renaming: &Renaming) {
        match self {
            Reply::Wrote {
                operation: Operation::Configuration(voters),
                ..
            } => voters.rename(renaming),
            Reply::Entries(log) => log.rename(renaming),
            Reply::Declined(why) => Rc::make_mut(why).rename(renaming),
            Reply::Wrote { .. }
            | Reply::Open { .. }
            | Reply::Value { .. }
            | Reply::Pairs(_)
            | Reply::Leading
            | Reply::Standing
            | Reply::LeadsAlready => {}
        }
    }
}

/// Why a server politely says no to a client.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Declined {
    /// The first word is none that a server knows.
    Unknown {
        text: Rc<str>,
        /// Whether servers vote here, so that there are more words to know.
        votes: bool,
    },
    /// The first word is known, the rest does not fit.
    Malformed { text: Rc<str>, expected: Expected },
    /// The disk refuses writes.
    DiskFull,
    /// The log has as many entries as it can hold.
    LogFull,
    /// Only a leader takes writes here; whom it last heard from as leader, if anybody.
    NotLeader { leader: Option<ServerId> },
    /// The nomination's term is not above the server's own.
    OldTerm { term: Term, own: Term },
    /// Somebody is in the highest term that there can be, so that none is left for a nomination.
    NoLaterTerm,
    /// It does not vote, so it can't be voted for.
    NotAVoter,
    /// It leads no more, so it can't answer a read.
    LeadsNoMore,
    /// The voters can't be changed so, or not now.
    Unchanged { name: Name, why: Unchanged },
}

impl Rename for Declined {
    fn rename(&mut self, renaming: &Renaming) {
        match self {
            Declined::NotLeader { leader } => leader.rename(renaming),
            Declined::Unchanged { name, .. } => *name = renaming.name(name).clone(),
            Declined::Unknown { .. }
            | Declined::Malformed { .. }
            | Declined::DiskFull
            | Declined::LogFull
            | Declined::OldTerm { .. }
            | Declined::NoLaterTerm
            | Declined::NotAVoter
            | Declined::LeadsNoMore => {}
        }
    }
}

/// Why the voters can't be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unchanged {
    NotRegistered,
    VotesAlready,
    VotesNotAnyway,
    /// Nobody would be left.
    IsTheLast,
    /// The last change, at this index, is not committed.
    LastChangeIsOpen(Index),
    /// No entry of its own term is.
    NothingOfItsTermYet,
}

impl Unchanged {
    /// The reason, after a name.
    fn says(self, name: &Name) -> String {
        match self {
            Unchanged::NotRegistered => say!("unchanged-not-registered", name),
            Unchanged::VotesAlready => say!("unchanged-votes-already", name),
            Unchanged::VotesNotAnyway => say!("unchanged-votes-not-anyway", name),
            Unchanged::IsTheLast => say!("unchanged-is-the-last", name),
            Unchanged::LastChangeIsOpen(index) => say!("unchanged-last-change-is-open", index),
            Unchanged::NothingOfItsTermYet => say!("unchanged-nothing-of-its-term"),
        }
    }
}

impl Declined {
    /// The leader that is to be asked instead, where it is known.
    pub fn leader(&self) -> Option<ServerId> {
        match self {
            Declined::NotLeader { leader } => *leader,
            _ => None,
        }
    }

    /// As the server puts it.
    pub fn says(&self, registry: &Registry) -> String {
        match self {
            Declined::Unknown { text, votes } => {
                let text = registry.exact(words::quoted(text));
                say!("declined-unknown", text, known = known_requests(*votes))
            }
            Declined::Malformed { text, expected } => {
                let text = registry.exact(words::quoted(text));
                say!("declined-malformed", text, expected = expected.says())
            }
            Declined::DiskFull => say!("declined-disk-full"),
            Declined::LogFull => say!("declined-log-full", limit = LOG_LIMIT),
            Declined::NotLeader { leader: None } => say!("declined-no-leader"),
            Declined::NotLeader {
                leader: Some(leader),
            } => say!("declined-not-leader", leader = registry.name(*leader)),
            Declined::OldTerm { term, own } => say!("declined-old-term", term, own),
            Declined::NoLaterTerm => say!("declined-no-later-term", limit = TERM_LIMIT),
            Declined::NotAVoter => say!("declined-not-a-voter"),
            Declined::LeadsNoMore => say!("declined-leads-no-more"),
            Declined::Unchanged { name, why } => say!("declined-unchanged", why = why.says(name)),
        }
    }

    /// As somebody else tells it.
    pub fn reason(&self, registry: &Registry) -> String {
        match self {
            Declined::Unknown { text, votes } => {
                let text = words::quoted(text);
                say!("why-unknown", text, known = known_requests(*votes))
            }
            Declined::Malformed { text, expected } => {
                say!(
                    "why-malformed",
                    text = words::quoted(text),
                    expected = expected.says()
                )
            }
            Declined::DiskFull => say!("why-disk-full"),
            Declined::LogFull => say!("why-log-full", limit = LOG_LIMIT),
            Declined::NotLeader { leader: None } => say!("why-no-leader"),
            Declined::NotLeader {
                leader: Some(leader),
            } => say!("why-not-leader", leader = registry.name(*leader)),
            Declined::OldTerm { term, own } => say!("why-old-term", term, own),
            Declined::NoLaterTerm => say!("why-no-later-term", limit = TERM_LIMIT),
            Declined::NotAVoter => say!("why-not-a-voter"),
            Declined::LeadsNoMore => say!("why-leads-no-more"),
            Declined::Unchanged { name, why } => say!("why-unchanged", why = why.says(name)),
        }
    }
}

fn known_requests(votes: bool) -> String {
    match votes {
        true => say!("known-requests-of-votes"),
        false => say!("known-requests"),
    }
}

/// Whether a text can be sent as a request, or what was expected.
pub fn check_request(text: &str) -> Result<(), Expected> {
    if text.chars().count() > COMMAND_LIMIT {
        Err(Expected("expected-request"))
    } else {
        Ok(())
    }
}
