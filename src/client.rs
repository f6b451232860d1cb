//! What a client asks and what a server answers. A server is polite: whatever it cannot do, it declines
//! with a reason.
//!
//! A request is kept as the text that the client sent; the server that receives it reads it. So a
//! client can send anything, as over a real network.
//!
//! Long because: each answer and each reason for a no has its own words here.

use std::rc::Rc;

use crate::log::{
    COMMAND_LIMIT, Command, Index, LOG_LIMIT, Log, Operation, TERM_LIMIT, Term, split_word,
};
use crate::registry::{Name, Registry, Rename, Renaming, ServerId};
use crate::store::Store;
use crate::words;

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
                malformed("get KEY, with one key")
            }
            "get" => Ok(Wish::Read(Read::Get { key: rest.into() })),
            "show" if rest.is_empty() => Ok(Wish::Read(Read::Show)),
            "show" => malformed("show, alone"),
            "show_log" if rest.is_empty() => Ok(Wish::Read(Read::ShowLog)),
            "show_log" => malformed("show_log, alone"),
            "add_server" | "remove_server" => match Name::parse(rest) {
                Ok(name) => Ok(Wish::Change(Change {
                    name,
                    adds: verb == "add_server",
                })),
                Err(_) => malformed(match verb {
                    "add_server" => "add_server NAME, with the name of one server",
                    _ => "remove_server NAME, with the name of one server",
                }),
            },
            NOMINATION if rest.is_empty() => Ok(Wish::Lead),
            NOMINATION => malformed("youre_the_leader, alone"),
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
                0 => "You’re the leader.".to_string(),
                term => format!("You’re the leader, in term {term}."),
            },
            Ok(Wish::Write(command)) => format!("{}, please.", registry.exact(command)),
            Ok(Wish::Read(Read::Get { key })) => format!("What is {}?", registry.exact(key)),
            Ok(Wish::Change(Change { name, adds })) => {
                let more = if adds { "" } else { " no more" };
                format!("Let {} vote{more}, please.", registry.exact(name))
            }
            Ok(Wish::Read(Read::Show)) => "Show me your store, please.".to_string(),
            Ok(Wish::Read(Read::ShowLog)) => "Show me your log, please.".to_string(),
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
                format!("Done: {operation} is my entry {index}.")
            }
            Reply::Open { index } => {
                format!("I don’t lead any more; whether entry {index} stays is open.")
            }
            Reply::Value { key, value: None } => {
                format!("(empty: I have no {})", registry.exact(key))
            }
            Reply::Value {
                key,
                value: Some(value),
            } => format!("{} is {}.", registry.exact(key), registry.exact(value)),
            Reply::Pairs(store) => match store.pairs().len() {
                0 => "My store is empty.".to_string(),
                count @ 1..=4 => {
                    let count = words::counted(count as u32, "pair", "pairs");
                    let pairs = store.as_slice().iter().map(|pair| registry.exact(pair));
                    let pairs = Vec::from_iter(pairs);
                    format!("My store, {count}: {}.", words::list(&pairs))
                }
                count => format!("My store, all {count} pairs of it."),
            },
            Reply::Entries(log) => match log.last_index() {
                0 => "My log is empty.".to_string(),
                last => format!("My log, {} long.", words::entries(last)),
            },
            Reply::Leading => "Thank you, I’ll see to it.".to_string(),
            Reply::Standing => "Thank you. I stand for election.".to_string(),
            Reply::LeadsAlready => "I lead already.".to_string(),
            Reply::Declined(declined) => declined.says(registry),
        }
    }

    /// What the server did to give this answer: the sentence of a delivery.
    pub fn reason(&self, server: ServerId, registry: &Registry) -> String {
        let name = registry.name(server);
        match self {
            Reply::Wrote { index, operation } => {
                let operation = operation.spelled(registry);
                format!(
                    "{name} put {operation} on its disk as entry {index}, applied it, and says so."
                )
            }
            Reply::Value { key, value: None } => {
                format!("{name} has no {key} in its store, so its answer is empty.")
            }
            Reply::Value {
                key,
                value: Some(value),
            } => format!("{name} has {key} in its store and answers: {value}."),
            Reply::Pairs(store) => {
                let count = words::counted(store.pairs().len() as u32, "pair", "pairs");
                format!("{name} answers with what is in its store: {count}.")
            }
            Reply::Entries(log) => {
                let count = words::entries(log.last_index());
                format!("{name} answers with what is in its log: {count}.")
            }
            Reply::Open { index } => {
                format!("{name} leads no more, and doesn’t know whether entry {index} stays.")
            }
            Reply::Leading => format!("{name} takes the nomination."),
            Reply::Standing => format!("{name} stands for election."),
            Reply::LeadsAlready => format!("{name} leads already, so nothing changes."),
            Reply::Declined(declined) => {
                format!("{name} politely declines: {}", declined.reason(registry))
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
    Malformed {
        text: Rc<str>,
        expected: &'static str,
    },
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
            _ => {}
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
            Unchanged::NotRegistered => format!("there is no server {name}"),
            Unchanged::VotesAlready => format!("{name} votes already"),
            Unchanged::VotesNotAnyway => format!("{name} does not vote anyway"),
            Unchanged::IsTheLast => format!("nobody would vote without {name}"),
            Unchanged::LastChangeIsOpen(index) => {
                format!("the last change, entry {index}, is not committed yet")
            }
            Unchanged::NothingOfItsTermYet => "no entry of this term is committed yet".to_string(),
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
                let known = known_requests(*votes);
                format!("Sorry, I don’t know {text}. I know {known}.")
            }
            Declined::Malformed { text, expected } => {
                format!(
                    "Sorry, I can’t read {}. I expected {expected}.",
                    registry.exact(words::quoted(text))
                )
            }
            Declined::DiskFull => "Sorry, my disk is full.".to_string(),
            Declined::LogFull => format!("Sorry, my log holds no more than {LOG_LIMIT} entries."),
            Declined::NotLeader { leader: None } => {
                "Sorry, I’m not the leader, and I have heard of none.".to_string()
            }
            Declined::NotLeader {
                leader: Some(leader),
            } => {
                format!(
                    "Sorry, I’m not the leader. Please ask {}.",
                    registry.name(*leader)
                )
            }
            Declined::OldTerm { term, own } => {
                format!("Sorry, term {term} is over: I am in term {own}.")
            }
            Declined::NoLaterTerm => {
                format!("Sorry, terms end at {TERM_LIMIT}, and somebody is in that one already.")
            }
            Declined::NotAVoter => "Sorry, I don’t vote, so nobody can vote for me.".to_string(),
            Declined::LeadsNoMore => {
                "Sorry, I don’t lead any more, so I can’t tell what is true now.".to_string()
            }
            Declined::Unchanged { name, why } => format!("Sorry, {}.", why.says(name)),
        }
    }

    /// As somebody else tells it.
    pub fn reason(&self, registry: &Registry) -> String {
        match self {
            Declined::Unknown { text, votes } => {
                let text = words::quoted(text);
                let known = known_requests(*votes);
                format!("it doesn’t know {text}. It knows {known}.")
            }
            Declined::Malformed { text, expected } => {
                format!(
                    "it can’t read {}. It expected {expected}.",
                    words::quoted(text)
                )
            }
            Declined::DiskFull => "its disk is full.".to_string(),
            Declined::LogFull => format!("its log has {LOG_LIMIT} entries and holds no more."),
            Declined::NotLeader { leader: None } => {
                "it is not the leader, and has heard of none.".to_string()
            }
            Declined::NotLeader {
                leader: Some(leader),
            } => {
                let leader = registry.name(*leader);
                format!("it is not the leader, and last heard from {leader} as one.")
            }
            Declined::OldTerm { term, own } => {
                format!("the nomination is for term {term}, and it is in term {own} already.")
            }
            Declined::NoLaterTerm => {
                format!("terms end at {TERM_LIMIT}, and somebody is in that one already.")
            }
            Declined::NotAVoter => "it does not vote, so nobody can vote for it.".to_string(),
            Declined::LeadsNoMore => {
                "it leads no more, so it can’t tell what is true now.".to_string()
            }
            Declined::Unchanged { name, why } => format!("{}.", why.says(name)),
        }
    }
}

fn known_requests(votes: bool) -> String {
    if votes {
        format!(
            "set, get, delete, show, show_log, {NOMINATION}, add_server NAME and remove_server NAME"
        )
    } else {
        format!("set, get, delete, show, show_log and {NOMINATION}")
    }
}

/// Whether a text can be sent as a request, or what was expected.
pub fn check_request(text: &str) -> Result<(), &'static str> {
    if text.chars().count() > COMMAND_LIMIT {
        Err("a request of at most 200 characters")
    } else {
        Ok(())
    }
}
