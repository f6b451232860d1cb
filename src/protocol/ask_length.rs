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

use crate::client::{Declined, Reply};
use crate::log::{Command, Index, Section, Term};
use crate::property::Property;
use crate::protocol::{Outbox, Protocol, Terms, Turn};
use crate::registry::{Registry, ServerId};
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
pub enum Account {
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

impl Protocol for AskLength {
    const NAME: &'static str = "ask_length";
    const TITLE: &'static str = "Ask the length";
    const SUMMARY: &'static str = "The leader asks how long each log is and sends what is beyond that length, without comparing a single entry.";
    const TERMS: Terms = Terms::Ignored;
    const PROMISES: &'static [Property] = &[Property::LogsAgree, Property::NothingRepeated];
    const GOALS: &'static [Property] = &[Property::EveryoneHasEverything];

    type Message = Message;
    /// Nothing is remembered between messages.
    type Memory = ();
    type Account = Account;

    fn lead(
        turn: &mut Turn,
        outbox: &mut Outbox<Message>,
        _: &mut (),
        term: Term,
    ) -> Result<Account, Declined> {
        turn.take_the_lead(term);
        turn.reply(Reply::Leading);
        let mut others = 0;
        for peer in turn.peers() {
            outbox.send(peer, Message::AskLength);
            others += 1;
        }
        Ok(Account::AskedAround { others })
    }

    fn write(
        turn: &mut Turn,
        _: &mut Outbox<Message>,
        _: &mut (),
        command: &Command,
    ) -> Result<(), Declined> {
        turn.write(0, command)
    }

    fn receive(
        turn: &mut Turn,
        outbox: &mut Outbox<Message>,
        _: &mut (),
        from: ServerId,
        message: &Message,
    ) -> Account {
        match message {
            Message::AskLength => tell_length(turn, outbox, from),
            Message::TellLength(length) => compare_lengths(turn, outbox, from, *length),
            Message::SendMissing(section) => append_all(turn, outbox, from, section),
            Message::SayLevel => Account::WasLevel { from },
            Message::SayThanks => Account::WasThanked { from },
            Message::SayFull => Account::WasTurnedDown { from },
        }
    }

    fn kind(message: &Message) -> &'static str {
        match message {
            Message::AskLength => "ask_length",
            Message::TellLength(_) => "tell_length",
            Message::SendMissing(_) => "send_missing",
            Message::SayLevel => "say_level",
            Message::SayThanks => "say_thanks",
            Message::SayFull => "say_full",
        }
    }

    fn arguments(message: &Message) -> String {
        match message {
            Message::TellLength(length) => format!("{length}"),
            _ => String::new(),
        }
    }

    fn section(message: &Message) -> Option<&Section> {
        match message {
            Message::SendMissing(section) => Some(section),
            _ => None,
        }
    }

    fn refusal(message: &Message) -> Option<&'static str> {
        matches!(message, Message::SayFull).then_some("refused: disk full")
    }

    fn says(message: &Message) -> String {
        match message {
            Message::AskLength => "How much of the log do you have?".to_string(),
            Message::TellLength(0) => "I have 0 entries so far.".to_string(),
            Message::TellLength(length) => format!("I have {}.", words::entries(*length)),
            Message::SendMissing(section) => {
                let range = words::entry_range(section.first, section.last());
                format!("Oh, you’re missing {range}! Here.")
            }
            Message::SayLevel => "Ah, you have at least as much as I do.".to_string(),
            Message::SayThanks => "Thank you, I have caught up.".to_string(),
            Message::SayFull => "Sorry, my disk is full. I could not keep them.".to_string(),
        }
    }

    fn explain(account: &Account, server: ServerId, registry: &Registry) -> String {
        let own = registry.name(server);
        match account {
            Account::AskedAround { others: 0 } => {
                format!("{own} thinks itself the leader now; there is nobody else to ask.")
            }
            Account::AskedAround { others } => {
                let others = match others {
                    1 => "the one other server how much of the log it has".to_string(),
                    others => format!("the {others} others how much of the log they have"),
                };
                format!("{own} thinks itself the leader now, and asks {others}.")
            }
            Account::ToldLength { to, length } => {
                let length = words::entries(*length);
                let to = registry.name(*to);
                format!("{own} counts {length} on its disk and tells {to} so.")
            }
            Account::FoundBehind {
                peer,
                peer_length,
                own_length,
            } => {
                let peer = registry.name(*peer);
                let theirs = words::entries(*peer_length);
                let range = words::entry_range(peer_length + 1, *own_length);
                format!("{peer} has {theirs}, {own} has {own_length}, so {own} sends {range}.")
            }
            Account::FoundLevel {
                peer,
                peer_length,
                own_length,
            } => {
                let peer = registry.name(*peer);
                let theirs = words::entries(*peer_length);
                format!(
                    "{peer} has {theirs}, {own} has {own_length}: at least as much, so {own} calls {peer} level. Nobody compared the entries."
                )
            }
            Account::CaughtUp {
                from,
                length_before,
                count,
            } => {
                let from = registry.name(*from);
                let sent = words::entries(*count);
                let total = length_before + count;
                format!(
                    "{own} had {length_before}, appends the {sent} that {from} sent, applies them, and has {total} now."
                )
            }
            Account::HadNoRoom { from, count } => {
                let from = registry.name(*from);
                let sent = words::entries(*count);
                format!(
                    "{own} has no room for the {sent} that {from} sent, so it keeps none of them and says so."
                )
            }
            Account::WasLevel { from } => {
                let from = registry.name(*from);
                format!(
                    "{own} hears that it has at least as much log as {from}. Nothing more to say."
                )
            }
            Account::WasThanked { from } => {
                let from = registry.name(*from);
                format!("{own} hears {from}’s thanks. Nothing more to say.")
            }
            Account::WasTurnedDown { from } => {
                let from = registry.name(*from);
                format!("{own} hears that {from}’s disk is full. It won’t try again by itself.")
            }
        }
    }
}

fn tell_length(turn: &mut Turn, outbox: &mut Outbox<Message>, from: ServerId) -> Account {
    let length = turn.disk.log.last_index();
    outbox.send(from, Message::TellLength(length));
    Account::ToldLength { to: from, length }
}

fn compare_lengths(
    turn: &mut Turn,
    outbox: &mut Outbox<Message>,
    peer: ServerId,
    peer_length: Index,
) -> Account {
    let own_length = turn.disk.log.last_index();
    if own_length > peer_length {
        let missing = turn.disk.log.section_from(peer_length + 1);
        outbox.send(peer, Message::SendMissing(missing));
        Account::FoundBehind {
            peer,
            peer_length,
            own_length,
        }
    } else {
        outbox.send(peer, Message::SayLevel);
        Account::FoundLevel {
            peer,
            peer_length,
            own_length,
        }
    }
}

fn append_all(
    turn: &mut Turn,
    outbox: &mut Outbox<Message>,
    from: ServerId,
    section: &Section,
) -> Account {
    let length_before = turn.disk.log.last_index();
    let count = section.count();
    if turn.append(section.first, &section.entries).is_err() {
        outbox.send(from, Message::SayFull);
        return Account::HadNoRoom { from, count };
    }
    outbox.send(from, Message::SayThanks);
    Account::CaughtUp {
        from,
        length_before,
        count,
    }
}
