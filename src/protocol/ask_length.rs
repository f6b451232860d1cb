//! The article's protocol: *how much of the log do you have?*
//!
//! Source: Chelsea Troy, "Raft 4: Bare Minimum Log Replication".
//!
//! ```text
//!   client          leader                              follower
//!     | youre_the_leader |                                  |
//!     |----------------->| ask_length                       |
//!     |                  |--------------------------------->|
//!     |                  |                    tell_length N |
//!     |                  |<---------------------------------|
//!     |                  | send_missing N+1…L   (if L > N)  |
//!     |                  |--------------------------------->|  appends them all, applies them
//!     |                  |                       say_thanks |  (say_full when its disk is full)
//!     |                  |<---------------------------------|
//!     |                  | say_level            (else)      |
//!     |                  |--------------------------------->|
//! ```
//!
//! Its faults are kept exactly, since they are lessons:
//! - It compares lengths and nothing else: two different logs of one length are called level.
//! - A follower that is longer than its leader is never shortened.
//! - Two conversations at once append the same entries twice.
//! - A nominated server thinks itself the leader until it is killed, whoever else was nominated.
//! - `tell_length` is answered by whoever receives it, leader or not.
//!
//! Left out, as in the article: elections, heartbeats, terms, commits. Any server takes writes, and a
//! write is not passed on; the next nomination carries it.

use std::rc::Rc;

use crate::client::{Declined, Reply, Request, Wish};
use crate::log::{Command, Disk, Index, Operation, Section};
use crate::property::Property;
use crate::protocol::{Applies, Explain, NoPrompt, Protocol, Role, Say, Stimulus, Terms, Turn};
use crate::registry::{Registry, Rename, Renaming, ServerId};
use crate::say;
use crate::words;

/// The row of the catalog.
pub struct AskLength;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Message {
    AskLength,
    /// The sender's last index; 0 when its log is empty.
    TellLength(Index),
    /// All that the sender has after the length that it was told.
    SendMissing(Section),
    SayLevel,
    SayThanks,
    /// The entries could not be kept.
    SayFull,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decision {
    /// It answered a client.
    Answered(Rc<Reply>),
    /// As the new leader it asks everybody else.
    AskedAround { others: u32 },
    /// It counted its log for whoever asked.
    ToldLength { to: ServerId, length: Index },
    /// The other log is shorter.
    FoundBehind {
        peer: ServerId,
        peer_length: Index,
        own_length: Index,
    },
    /// The other log is at least as long.
    FoundLevel {
        peer: ServerId,
        peer_length: Index,
        own_length: Index,
    },
    /// It appended what it was sent.
    CaughtUp {
        from: ServerId,
        length_before: Index,
        count: u32,
    },
    /// It has no room for what it was sent.
    HadNoRoom { from: ServerId, count: u32 },
    /// It was told that it is level.
    WasLevel { from: ServerId },
    /// It was thanked.
    WasThanked { from: ServerId },
    /// It was told that the other's disk is full.
    WasTurnedDown { from: ServerId },
}

/// A server's role. Nothing else is remembered between messages.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Memory {
    #[default]
    Follower,
    Leader,
}

impl Rename for Message {
    fn rename(&mut self, renaming: &Renaming) {
        if let Message::SendMissing(section) = self {
            section.rename(renaming);
        }
    }
}

impl Rename for Memory {
    fn rename(&mut self, _: &Renaming) {}
}

impl Protocol for AskLength {
    const NAME: &'static str = "ask_length";
    const TITLE: &'static str = "ask-length-title";
    const SUMMARY: &'static str = "ask-length-summary";
    const TERMS: Terms = Terms::Ignored;
    const APPLIES: Applies = Applies::OnAppend;
    const PROMISES: &'static [Property] = &[Property::LogsAgree, Property::NothingRepeated];
    const GOALS: &'static [Property] = &[Property::EveryoneHasEverything];

    type Message = Message;
    type Prompt = NoPrompt;
    type Memory = Memory;
    type Decision = Decision;
    type Client = ();

    fn handle(
        turn: &mut Turn<Message>,
        memory: &mut Memory,
        stimulus: Stimulus<Message, NoPrompt>,
    ) -> Decision {
        let (from, message) = match stimulus {
            Stimulus::Request(request) => return answer(turn, memory, request),
            Stimulus::Prompt(none) => match *none {},
            Stimulus::Message { from, message } => (from, message),
        };
        match message {
            Message::AskLength => tell_length(turn, from),
            Message::TellLength(length) => compare_lengths(turn, from, *length),
            Message::SendMissing(section) => append_all(turn, from, section),
            Message::SayLevel => Decision::WasLevel { from },
            Message::SayThanks => Decision::WasThanked { from },
            Message::SayFull => Decision::WasTurnedDown { from },
        }
    }

    fn is_spent(message: &Message, _: &Disk, _: &Memory) -> bool {
        matches!(
            message,
            Message::SayLevel | Message::SayThanks | Message::SayFull
        )
    }

    fn role(memory: &Memory) -> Role {
        match memory {
            Memory::Follower => Role::Follower,
            Memory::Leader => Role::Leader,
        }
    }
}

impl Say for Message {
    fn kind(&self) -> &'static str {
        match self {
            Message::AskLength => "ask_length",
            Message::TellLength(_) => "tell_length",
            Message::SendMissing(_) => "send_missing",
            Message::SayLevel => "say_level",
            Message::SayThanks => "say_thanks",
            Message::SayFull => "say_full",
        }
    }

    fn arguments(&self) -> String {
        match self {
            Message::TellLength(length) => format!("{length}"),
            _ => String::new(),
        }
    }

    fn section(&self) -> Option<&Section> {
        match self {
            Message::SendMissing(section) => Some(section),
            _ => None,
        }
    }

    fn refusal(&self) -> Option<String> {
        matches!(self, Message::SayFull).then(|| say!("length-no-full"))
    }

    fn says(&self, speaker: ServerId) -> String {
        let voice = |ways: [&'static str; 5]| ways[speaker.position() % ways.len()];
        match self {
            Message::AskLength => say!("length-ask"),
            Message::TellLength(0) => say!(voice([
                "length-tell-none-1",
                "length-tell-none-2",
                "length-tell-none-3",
                "length-tell-none-4",
                "length-tell-none-5",
            ])),
            Message::TellLength(count) => say!(
                voice([
                    "length-tell-1",
                    "length-tell-2",
                    "length-tell-3",
                    "length-tell-4",
                    "length-tell-5",
                ]),
                count
            ),
            Message::SendMissing(section) => {
                let range = words::entry_range(section.first, section.last());
                say!("length-send", range)
            }
            Message::SayLevel => say!("length-level"),
            Message::SayThanks => say!(voice([
                "length-thanks-1",
                "length-thanks-2",
                "length-thanks-3",
                "length-thanks-4",
                "length-thanks-5",
            ])),
            Message::SayFull => say!("length-full"),
        }
    }
}

impl Explain for Decision {
    fn note(&self) -> Option<String> {
        match self {
            Decision::FoundLevel {
                peer_length,
                own_length,
                ..
            } if peer_length > own_length => Some(say!("length-note-longer")),
            Decision::FoundLevel { peer_length, .. } if *peer_length > 0 => {
                Some(say!("length-note-counted"))
            }
            _ => None,
        }
    }

    fn explain(&self, server: ServerId, registry: &Registry) -> String {
        let own = registry.name(server);
        let name = |server: &ServerId| registry.name(*server);
        match self {
            Decision::Answered(reply) => reply.reason(server, registry),
            Decision::AskedAround { others: 0 } => say!("length-asked-nobody", own),
            Decision::AskedAround { others } => say!("length-asked", own, others),
            Decision::ToldLength { to, length } => {
                say!("length-told", own, count = length, peer = name(to))
            }
            Decision::FoundBehind {
                peer,
                peer_length,
                own_length,
            } => say!(
                "length-found-behind",
                peer = name(peer),
                count = peer_length,
                own,
                length = own_length,
                range = words::entry_range(peer_length + 1, *own_length),
            ),
            Decision::FoundLevel {
                peer,
                peer_length,
                own_length,
            } => say!(
                "length-found-level",
                peer = name(peer),
                count = peer_length,
                own,
                length = own_length,
            ),
            Decision::CaughtUp {
                from,
                length_before,
                count,
            } => say!(
                "length-caught-up",
                own,
                before = length_before,
                count,
                from = name(from),
                total = length_before + count,
            ),
            Decision::HadNoRoom { from, count } => {
                say!("length-no-room", own, count, from = name(from))
            }
            Decision::WasLevel { from } => say!("length-was-level", own, from = name(from)),
            Decision::WasThanked { from } => say!("length-was-thanked", own, from = name(from)),
            Decision::WasTurnedDown { from } => {
                say!("length-was-turned-down", own, from = name(from))
            }
        }
    }
}

fn answer(turn: &mut Turn<Message>, memory: &mut Memory, request: &Rc<Request>) -> Decision {
    let granted = match request.wish() {
        Err(why) => Err(why),
        Ok(Wish::Lead) => return lead(turn, memory, request),
        Ok(Wish::Change(_)) => Err(request.unknown()),
        Ok(Wish::Write(command)) => write(turn, request, command),
        Ok(Wish::Read(read)) => Ok(turn.read(request, &read)),
    };
    Decision::Answered(granted.unwrap_or_else(|why| turn.decline(request, why)))
}

fn lead(turn: &mut Turn<Message>, memory: &mut Memory, request: &Rc<Request>) -> Decision {
    *memory = Memory::Leader;
    turn.lead(0);
    turn.reply(request, Reply::Leading);
    let mut others = 0;
    for peer in turn.seat.peers() {
        turn.send(peer, Message::AskLength);
        others += 1;
    }
    Decision::AskedAround { others }
}

fn write(
    turn: &mut Turn<Message>,
    request: &Rc<Request>,
    command: Command,
) -> Result<Rc<Reply>, Declined> {
    let operation = Operation::Command(command);
    let index = turn.write(0, operation.clone())?;
    Ok(turn.reply(request, Reply::Wrote { index, operation }))
}

fn tell_length(turn: &mut Turn<Message>, from: ServerId) -> Decision {
    let length = turn.last_index();
    turn.send(from, Message::TellLength(length));
    Decision::ToldLength { to: from, length }
}

fn compare_lengths(turn: &mut Turn<Message>, peer: ServerId, peer_length: Index) -> Decision {
    let own_length = turn.last_index();
    if own_length > peer_length {
        let missing = turn.disk().log.section_from(peer_length + 1);
        turn.send(peer, Message::SendMissing(missing));
        Decision::FoundBehind {
            peer,
            peer_length,
            own_length,
        }
    } else {
        turn.send(peer, Message::SayLevel);
        Decision::FoundLevel {
            peer,
            peer_length,
            own_length,
        }
    }
}

fn append_all(turn: &mut Turn<Message>, from: ServerId, section: &Section) -> Decision {
    let length_before = turn.last_index();
    let count = section.count();
    if turn.append(section.first, &section.entries).is_err() {
        turn.send(from, Message::SayFull);
        return Decision::HadNoRoom { from, count };
    }
    turn.send(from, Message::SayThanks);
    Decision::CaughtUp {
        from,
        length_before,
        count,
    }
}
