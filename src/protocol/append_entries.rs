//! AppendEntries of the Raft paper: what `walk_back` and `walk_back_with_hints` have in common.
//!
//! Source: Ongaro and Ousterhout, "In Search of an Understandable Consensus Algorithm (Extended
//! Version)", section 5.3 and the receiver's rules of figure 2. A leader is nominated here instead of
//! elected, and the nomination brings a term of its own.
//!
//! ```text
//!   leader, last index L                                   follower
//!     | append_entries TERM P TERM-OF-P  entries P+1…L        |    P = next_index - 1
//!     |------------------------------------------------------>|  has it an entry at P of that term?
//!     |                          append_response TERM false … |  no: nothing changes
//!     |<------------------------------------------------------|
//!     | next_index goes back; append_entries again            |
//!     |------------------------------------------------------>|  yes: what conflicts is removed,
//!     |                           append_response TERM true … |  what is new is appended
//!     |<------------------------------------------------------|
//! ```
//!
//! Differences from the paper:
//! - `next_index` starts at the last index, not one past it, so that the first message carries the last
//!   entry, as the article tells it.
//! - A reply names the previous index and the number of entries that it answers, since messages may be
//!   lost, repeated and reordered here, and nothing else would tell a late answer from a new one.
//! - There is no commit yet, so a leader answers a write at once. That is a fault, and a lesson.
//! - Nothing retries by itself: the leader offers the prompt `resend`.
//! - A server with a full disk is silent: it may not answer before it has written.

use std::marker::PhantomData;

use crate::client::{Declined, Reply};
use crate::log::{Command, Index, Log, Section, Space, Term};
use crate::property::Property;
use crate::protocol::{NoRoom, Outbox, Progress, Protocol, Role, Terms, Turn, View};
use crate::registry::{Registry, ServerId};

mod messages;

pub use messages::{Account, Append, EntryId, Found, Hint, Message, Response};
use messages::{arguments, explain, says};

/// The prompt by which a leader sends again to everybody who is behind.
pub const RESEND: &str = "resend";

/// In what the protocols differ: how far a leader goes back when a follower refuses.
pub trait Variant {
    /// See [`Protocol::NAME`].
    const NAME: &'static str;
    /// See [`Protocol::TITLE`].
    const TITLE: &'static str;
    /// See [`Protocol::SUMMARY`].
    const SUMMARY: &'static str;

    /// What a follower adds to its refusal, having no fitting entry at an index.
    fn hint(log: &Log, previous_index: Index) -> Option<Hint>;

    /// Where a leader with this log goes on, its entry at `previous_index` having been refused. From 1
    /// to `previous_index`.
    fn next_index(log: &Log, previous_index: Index, hint: Option<Hint>) -> Index;
}

/// The row of the catalog for a variant.
pub struct AppendEntries<V>(PhantomData<V>);

/// What a server keeps in memory.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Memory {
    /// Whose entries it last accepted or refused as those of a leader; none since it started.
    leader: Option<ServerId>,
    /// What a leader believes of each other server, in order of registration. Left behind when it
    /// steps down, and made anew by the next nomination.
    followers: Vec<Progress>,
}

impl<V: Variant> Protocol for AppendEntries<V> {
    const NAME: &'static str = V::NAME;
    const TITLE: &'static str = V::TITLE;
    const SUMMARY: &'static str = V::SUMMARY;
    const TERMS: Terms = Terms::Kept;
    /// What a leader wrote and nobody confirmed may differ from log to log, so that logs agree is a goal.
    const PROMISES: &'static [Property] = &[Property::LogMatching, Property::NothingRepeated];
    const GOALS: &'static [Property] = &[Property::LogsAgree, Property::EveryoneHasEverything];

    type Message = Message;
    type Memory = Memory;
    type Account = Account;

    fn lead(
        turn: &mut Turn,
        outbox: &mut Outbox<Message>,
        memory: &mut Memory,
        term: Term,
    ) -> Result<Account, Declined> {
        lead(turn, outbox, memory, term)
    }

    fn write(
        turn: &mut Turn,
        outbox: &mut Outbox<Message>,
        memory: &mut Memory,
        command: &Command,
    ) -> Result<(), Declined> {
        write(turn, outbox, memory, command)
    }

    fn receive(
        turn: &mut Turn,
        outbox: &mut Outbox<Message>,
        memory: &mut Memory,
        from: ServerId,
        message: &Message,
    ) -> Account {
        match message {
            Message::Append(append) => take_in(turn, outbox, memory, from, append, V::hint),
            Message::Response(response) => {
                hear(turn, outbox, memory, from, response, V::next_index)
            }
        }
    }

    fn prompts(view: &View<Memory>) -> Vec<&'static str> {
        match view.role {
            Role::Leader => vec![RESEND],
            Role::Follower => Vec::new(),
        }
    }

    fn prompt(
        turn: &mut Turn,
        outbox: &mut Outbox<Message>,
        memory: &mut Memory,
        prompt: &str,
    ) -> Account {
        assert!(prompt == RESEND, "{} does not offer {prompt}", V::NAME);
        resend(turn, outbox, memory)
    }

    fn progress(view: &View<Memory>) -> Vec<Progress> {
        match view.role {
            Role::Leader => view.memory.followers.clone(),
            Role::Follower => Vec::new(),
        }
    }

    fn kind(message: &Message) -> &'static str {
        match message {
            Message::Append(_) => "append_entries",
            Message::Response(_) => "append_response",
        }
    }

    fn arguments(message: &Message) -> String {
        arguments(message)
    }

    fn section(message: &Message) -> Option<&Section> {
        match message {
            Message::Append(append) => Some(&append.section),
            Message::Response(_) => None,
        }
    }

    fn refusal(message: &Message) -> Option<&'static str> {
        match message {
            Message::Response(response) if !response.success => Some(match response.hint {
                None => "refused",
                Some(Hint::TooShort { .. }) => "refused: too short",
                Some(Hint::OtherTerm { .. }) => "refused: not the same",
            }),
            Message::Append(_) | Message::Response(_) => None,
        }
    }

    fn says(message: &Message) -> String {
        says(message)
    }

    fn explain(account: &Account, server: ServerId, registry: &Registry) -> String {
        explain(account, server, registry)
    }
}

fn lead(
    turn: &mut Turn,
    outbox: &mut Outbox<Message>,
    memory: &mut Memory,
    term: Term,
) -> Result<Account, Declined> {
    if turn.disk.space == Space::Full {
        return Err(Declined::DiskFull);
    }
    let own = turn.disk.term;
    if term <= own {
        return Err(Declined::OldTerm { term, own });
    }
    // Whoever led in an earlier term goes on leading, in this one.
    *turn.role = Role::Follower;
    turn.take_term(term).map_err(|_| Declined::DiskFull)?;
    turn.take_the_lead(term);
    memory.leader = None;
    memory.followers.clear();
    turn.reply(Reply::Leading);
    let others = send_to_all(turn, outbox, memory);
    let last_index = turn.disk.log.last_index();
    Ok(Account::Leads {
        term,
        others,
        last_index,
    })
}

fn write(
    turn: &mut Turn,
    outbox: &mut Outbox<Message>,
    memory: &mut Memory,
    command: &Command,
) -> Result<(), Declined> {
    if *turn.role != Role::Leader {
        let leader = memory.leader;
        return Err(Declined::NotLeader { leader });
    }
    turn.write(turn.disk.term, command)?;
    send_to_all(turn, outbox, memory);
    Ok(())
}

/// Sends again to those who are believed to be behind.
fn resend(turn: &mut Turn, outbox: &mut Outbox<Message>, memory: &mut Memory) -> Account {
    let last_index = turn.disk.log.last_index();
    let mut behind = Vec::new();
    for peer in turn.peers() {
        let progress = *progress_of(memory, peer, last_index);
        if progress.match_index < last_index {
            send_from(turn, outbox, progress);
            behind.push(peer);
        }
    }
    Account::Resent { behind }
}

/// What a leader sent, with the receiver's rules of figure 2.
fn take_in(
    turn: &mut Turn,
    outbox: &mut Outbox<Message>,
    memory: &mut Memory,
    from: ServerId,
    append: &Append,
    hint: fn(&Log, Index) -> Option<Hint>,
) -> Account {
    let Append { term, previous, .. } = *append;
    let own = turn.disk.term;
    if turn.disk.space == Space::Full {
        return Account::SilentOnFullDisk { from };
    }
    let mut response = Response {
        term: term.max(own),
        success: false,
        previous_index: previous.index,
        count: append.section.count(),
        hint: None,
    };
    if term < own {
        outbox.send(from, Message::Response(response));
        return Account::RefusedOldTerm { from, term, own };
    }
    if term > own {
        let taken = turn.take_term(term);
        assert!(taken.is_ok(), "the disk has room for term {term}");
    }
    memory.leader = Some(from);
    if let Some(found) = mismatch(turn, from, previous) {
        response.hint = hint(&turn.disk.log, previous.index);
        outbox.send(from, Message::Response(response));
        return Account::RefusedMismatch {
            from,
            previous,
            found,
        };
    }
    response.success = true;
    outbox.send(from, Message::Response(response));
    keep(turn, from, &append.section)
}

/// Rule 2: what this server has at the previous index instead of the leader's entry. None when it fits.
fn mismatch(turn: &mut Turn, from: ServerId, previous: EntryId) -> Option<Found> {
    if previous.index == 0 {
        return None;
    }
    let own = turn.disk.log.get(previous.index);
    let agree = own.is_some_and(|own| own.term == previous.term);
    let found = match own {
        Some(own) => Found::Other(own.clone()),
        None => Found::Nothing {
            last_index: turn.disk.log.last_index(),
        },
    };
    turn.compare(from, previous.index, agree);
    (!agree).then_some(found)
}

/// Rules 3 and 4. An entry that agrees is never removed: a late message must not shorten the log.
fn keep(turn: &mut Turn, from: ServerId, section: &Section) -> Account {
    let log = &turn.disk.log;
    let agreeing = section.indexed().take_while(|(index, entry)| {
        let own = log.get(*index);
        own.is_some_and(|own| own.term == entry.term)
    });
    let agreeing = agreeing.count();
    let new = &section.entries[agreeing..];
    let previous_index = section.first - 1;
    let keep = previous_index + agreeing as Index;
    let removed = if new.is_empty() {
        0
    } else {
        turn.truncate(keep)
    };
    let appended = turn.append(keep + 1, new);
    assert!(
        appended.is_ok(),
        "a follower's log gets no longer than its leader's, and the disk has room"
    );
    Account::Accepted {
        from,
        previous_index,
        count: section.count(),
        removed,
        appended: new.len() as u32,
    }
}

/// What a follower answered.
fn hear(
    turn: &mut Turn,
    outbox: &mut Outbox<Message>,
    memory: &mut Memory,
    peer: ServerId,
    response: &Response,
    next_index: fn(&Log, Index, Option<Hint>) -> Index,
) -> Account {
    if let Some(ignored) = look_at_term(turn, peer, response.term) {
        return ignored;
    }
    let last_index = turn.disk.log.last_index();
    let progress = progress_of(memory, peer, last_index);
    let Response {
        success,
        previous_index,
        ..
    } = *response;
    if success {
        return advance(progress, previous_index + response.count, last_index);
    }
    if previous_index == 0 || previous_index + 1 != progress.next_index {
        return Account::NothingNew { peer, success };
    }
    progress.next_index = next_index(&turn.disk.log, previous_index, response.hint);
    let progress = *progress;
    go_back(turn, outbox, progress, response)
}

/// What a response's term means, when it is not that of a leader who still leads: then the rest of it
/// is not looked at.
fn look_at_term(turn: &mut Turn, peer: ServerId, term: Term) -> Option<Account> {
    let own = turn.disk.term;
    let led_before = *turn.role == Role::Leader;
    if term > own {
        return Some(match turn.take_term(term) {
            Ok(()) => Account::TookTerm {
                peer,
                term,
                led_before,
            },
            Err(NoRoom) => Account::SilentOnFullDisk { from: peer },
        });
    }
    if term < own {
        return Some(Account::IgnoredOldTerm { peer, term, own });
    }
    (!led_before).then_some(Account::IgnoredAsFollower { peer })
}

/// A follower of this leader has everything up to an index. That lies beyond the leader's own log when
/// somebody wiped its disk and a repeat of its nomination made it lead the same term again.
fn advance(progress: &mut Progress, up_to: Index, last_index: Index) -> Account {
    let before = *progress;
    let Progress { peer, .. } = before;
    progress.match_index = before.match_index.max(up_to);
    progress.next_index = before.next_index.max(progress.match_index + 1);
    if *progress == before {
        let success = true;
        return Account::NothingNew { peer, success };
    }
    Account::Matched {
        peer,
        match_index: progress.match_index,
        last_index,
    }
}

/// A follower of this leader has no fitting entry before those that were sent.
fn go_back(
    turn: &mut Turn,
    outbox: &mut Outbox<Message>,
    progress: Progress,
    response: &Response,
) -> Account {
    let previous = response.previous_index;
    let Progress {
        peer, next_index, ..
    } = progress;
    assert!(
        (1..=previous).contains(&next_index),
        "from {previous} back to {next_index}"
    );
    let own_entry = turn.disk.log.get(previous).cloned();
    turn.compare(peer, previous, false);
    send_from(turn, outbox, progress);
    Account::WentBack {
        peer,
        previous,
        own_entry,
        next_index,
        last_index: turn.disk.log.last_index(),
        hint: response.hint,
    }
}

/// Sends to every other server what it has from its next index on. Returns how many there are.
fn send_to_all(turn: &mut Turn, outbox: &mut Outbox<Message>, memory: &mut Memory) -> u32 {
    let last_index = turn.disk.log.last_index();
    let mut others = 0;
    for peer in turn.peers() {
        let progress = *progress_of(memory, peer, last_index);
        send_from(turn, outbox, progress);
        others += 1;
    }
    others
}

/// Everything is built from the next index alone, and sending does not move it.
fn send_from(turn: &Turn, outbox: &mut Outbox<Message>, progress: Progress) {
    let log = &turn.disk.log;
    let index = progress.next_index - 1;
    let term = log.get(index).map_or(0, |entry| entry.term);
    let append = Append {
        term: turn.disk.term,
        previous: EntryId { index, term },
        section: log.section_from(progress.next_index),
    };
    outbox.send(progress.peer, Message::Append(append));
}

/// What a leader believes of a server; that of one that it has not met yet is made now. Servers are met in
/// order of registration, so that a new one goes at the end.
fn progress_of(memory: &mut Memory, peer: ServerId, last_index: Index) -> &mut Progress {
    let followers = &mut memory.followers;
    let known = followers.iter().position(|progress| progress.peer == peer);
    let position = known.unwrap_or_else(|| {
        followers.push(Progress {
            peer,
            match_index: 0,
            next_index: last_index.max(1),
        });
        followers.len() - 1
    });
    &mut followers[position]
}
