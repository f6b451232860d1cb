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
//! - A server with a full disk is silent: it may not answer before it has written. A leader whose disk is
//!   full leads no more all the same when it hears of a later term.
//!
//! Long because: a protocol is one file, its handlers stand together, with the drawing above.

use std::marker::PhantomData;
use std::rc::Rc;

use crate::client::{Declined, Reply, Request, Wish};
use crate::log::{Command, Disk, Index, Log, Operation, TERM_LIMIT, Term};
use crate::property::Property;
use crate::protocol::replication::{self, EntryId, Followers, Found, Hint};
use crate::protocol::{
    Applies, Fact, Progress, Protocol, Role, SteppedDown, Stimulus, Terms, Turn, View,
};
use crate::registry::{Rename, Renaming, ServerId};
use crate::rule::{Example, Rule, RuleRow};

pub(in crate::protocol) mod messages;
pub(in crate::protocol) mod told;

pub use messages::{Append, Decision, Message, No, Resend, Response};

/// In what the protocols differ: how far a leader goes back when a follower refuses.
pub trait Variant {
    /// See [`Protocol::NAME`].
    const NAME: &'static str;
    /// See [`Protocol::TITLE`].
    const TITLE: &'static str;
    /// See [`Protocol::SUMMARY`].
    const SUMMARY: &'static str;
    /// A run without the check of the entry before, in which logs stop matching, but for its title and story.
    const MISPLACED: &'static str;

    /// What a follower adds to its refusal, having no fitting entry at an index.
    fn hint(log: &Log, previous_index: Index) -> Option<Hint>;

    /// Where a leader with this log goes on, its entry at `previous_index` having been refused. From 1
    /// to `previous_index`.
    fn next_index(log: &Log, previous_index: Index, hint: Option<Hint>) -> Index;
}

/// The row of the catalog for a variant.
pub struct AppendEntries<V>(PhantomData<V>);

/// A server's role, and what it keeps in memory for it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Memory {
    Follower {
        /// Whose entries it last accepted or refused as those of a leader; none since it follows.
        leader: Option<ServerId>,
    },
    Leader {
        followers: Followers,
    },
}

impl Default for Memory {
    fn default() -> Memory {
        Memory::Follower { leader: None }
    }
}

impl Rename for Memory {
    fn rename(&mut self, renaming: &Renaming) {
        match self {
            Memory::Follower { leader } => leader.rename(renaming),
            Memory::Leader { followers } => followers.rename(renaming),
        }
    }
}

/// What the client remembers.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Client {
    /// The highest term that it ever put on a nomination; 0 for none.
    stamped: Term,
}

impl<V: Variant> Protocol for AppendEntries<V> {
    const NAME: &'static str = V::NAME;
    const TITLE: &'static str = V::TITLE;
    const SUMMARY: &'static str = V::SUMMARY;
    const TERMS: Terms = Terms::Kept;
    const APPLIES: Applies = Applies::OnAppend;
    /// What a leader wrote and nobody confirmed may differ from log to log, so that logs agree is a goal.
    const PROMISES: &'static [Property] = &[Property::LogMatching, Property::NothingRepeated];
    const GOALS: &'static [Property] = &[Property::LogsAgree, Property::EveryoneHasEverything];
    const RULES: &'static [RuleRow] = &[
        RuleRow {
            rule: Rule::PreviousEntryCheck,
            without: "rule-previous-entry-check-without",
            breaks: Some(Property::LogMatching),
            example: Some(Example {
                title: "rule-previous-entry-check-run",
                story: "rule-previous-entry-check-run-story-in-walk-back",
                rest: V::MISPLACED,
            }),
        },
        RuleRow {
            rule: Rule::CutOnlyConflicts,
            without: "rule-cut-only-conflicts-without-in-walk-back",
            breaks: Some(Property::EveryoneHasEverything),
            example: None,
        },
        RuleRow {
            rule: Rule::OldTermsRefused,
            without: "rule-old-terms-refused-without",
            breaks: None,
            example: None,
        },
    ];

    type Message = Message;
    type Prompt = Resend;
    type Memory = Memory;
    type Decision = Decision;
    type Client = Client;

    fn handle(
        turn: &mut Turn<Message>,
        memory: &mut Memory,
        stimulus: Stimulus<Message, Resend>,
    ) -> Decision {
        match stimulus {
            Stimulus::Request(request) => answer(turn, memory, request),
            Stimulus::Message { from, message } => match message {
                Message::Append(append) => {
                    handle_append_entries(turn, memory, from, append, V::hint)
                }
                Message::Response(response) => {
                    handle_response(turn, memory, from, response, V::next_index)
                }
            },
            Stimulus::Prompt(Resend) => resend(turn, memory),
        }
    }

    fn role(memory: &Memory) -> Role {
        match memory {
            Memory::Follower { .. } => Role::Follower,
            Memory::Leader { .. } => Role::Leader,
        }
    }

    fn prompts(view: &View<Memory>) -> Vec<Resend> {
        match view.memory {
            Memory::Leader { .. } => vec![Resend],
            Memory::Follower { .. } => Vec::new(),
        }
    }

    /// Terms never fall.
    fn is_spent(message: &Message, disk: &Disk, _: &Memory) -> bool {
        matches!(message, Message::Response(response) if response.term < disk.term())
    }

    fn facts(view: &View<Memory>) -> Vec<Fact> {
        match view.memory {
            Memory::Follower { leader } => leader.iter().copied().map(Fact::Leader).collect(),
            Memory::Leader { followers } => followers.iter().map(Fact::Progress).collect(),
        }
    }

    /// A nomination gets a term above every term on any disk and in any nomination so far: what an
    /// election would give. There is none above the highest that a text can name; the nomination then
    /// says one more, and is declined.
    fn stamp(client: &mut Client, wish: &Wish, disks: &[&Disk]) -> Term {
        if *wish != Wish::Lead {
            return 0;
        }
        let on_disks = disks.iter().map(|disk| disk.highest_term()).max();
        let highest = client.stamped.max(on_disks.unwrap_or(0));
        client.stamped = highest.min(TERM_LIMIT) + 1;
        client.stamped
    }
}

/// Does what a client asks, or declines.
fn answer(turn: &mut Turn<Message>, memory: &mut Memory, request: &Rc<Request>) -> Decision {
    let granted = match request.wish() {
        Err(why) => Err(why),
        Ok(Wish::Lead) => become_leader(turn, memory, request),
        Ok(Wish::Change(_)) => Err(request.unknown()),
        Ok(Wish::Write(command)) => write(turn, memory, request, command),
        Ok(Wish::Read(read)) => Ok(Decision::Answered(turn.read(request, &read))),
    };
    granted.unwrap_or_else(|why| Decision::Answered(turn.decline(request, why)))
}

fn become_leader(
    turn: &mut Turn<Message>,
    memory: &mut Memory,
    request: &Rc<Request>,
) -> Result<Decision, Declined> {
    let (term, own) = (request.term, turn.disk().term());
    if turn.is_full() {
        return Err(Declined::DiskFull);
    }
    if term > TERM_LIMIT {
        return Err(Declined::NoLaterTerm);
    }
    if term <= own {
        return Err(Declined::OldTerm { term, own });
    }
    turn.take_term(term).map_err(|_| Declined::DiskFull)?;
    turn.lead(term);
    turn.reply(request, Reply::Leading);
    let mut followers = Followers::default();
    let others = send_to_all(turn, &mut followers);
    *memory = Memory::Leader { followers };
    let last_index = turn.last_index();
    Ok(Decision::Leads {
        term,
        others,
        last_index,
    })
}

fn write(
    turn: &mut Turn<Message>,
    memory: &mut Memory,
    request: &Rc<Request>,
    command: Command,
) -> Result<Decision, Declined> {
    let followers = match memory {
        Memory::Leader { followers } => followers,
        Memory::Follower { leader } => return Err(Declined::NotLeader { leader: *leader }),
    };
    let operation = Operation::Command(command);
    let index = turn.write(turn.disk().term(), operation.clone())?;
    let reply = turn.reply(request, Reply::Wrote { index, operation });
    send_to_all(turn, followers);
    Ok(Decision::Answered(reply))
}

/// Sends again to those who are believed to be behind.
fn resend(turn: &mut Turn<Message>, memory: &mut Memory) -> Decision {
    let mut behind = Vec::new();
    if let Memory::Leader { followers } = memory {
        for peer in turn.seat.peers() {
            let progress = *meet(turn, followers, peer);
            if progress.match_index < turn.last_index() {
                send_from(turn, progress);
                behind.push(peer);
            }
        }
    }
    Decision::Resent { behind }
}

/// What a leader sent, with the receiver's rules of figure 2.
fn handle_append_entries(
    turn: &mut Turn<Message>,
    memory: &mut Memory,
    from: ServerId,
    append: &Append,
    hint: fn(&Log, Index) -> Option<Hint>,
) -> Decision {
    let Append { term, previous, .. } = *append;
    let own = turn.disk().term();
    if turn.is_full() {
        return stay_silent(turn, memory, from, term);
    }
    let mut response = Response {
        term: term.max(own),
        no: Some(No::OldTerm),
        previous_index: previous.index,
        count: append.section.count(),
        hint: None,
    };
    if term < own && turn.seat.keeps(Rule::OldTermsRefused) {
        turn.send(from, Message::Response(response));
        return Decision::RefusedOldTerm { from, term, own };
    }
    if term > own {
        let taken = turn.take_term(term);
        assert!(taken.is_ok(), "the disk has room for term {term}");
        step_down(turn, memory, term);
    }
    if let Memory::Follower { leader } = memory {
        *leader = Some(from);
    }
    if let Err(found) = replication::check(turn, from, previous) {
        response.no = Some(match found {
            Found::Nothing { .. } => No::TooShort,
            Found::Other(_) => No::OtherTerm,
        });
        response.hint = hint(&turn.disk().log, previous.index);
        turn.send(from, Message::Response(response));
        return Decision::RefusedMismatch {
            from,
            previous,
            found,
        };
    }
    let merged = replication::merge(turn, &append.section);
    response.no = None;
    turn.send(from, Message::Response(response));
    Decision::Accepted {
        from,
        previous,
        alike: merged.alike,
        count: append.section.count(),
        removed: merged.removed,
        appended: merged.appended,
    }
}

/// What a follower answered.
fn handle_response(
    turn: &mut Turn<Message>,
    memory: &mut Memory,
    peer: ServerId,
    response: &Response,
    next_index: fn(&Log, Index, Option<Hint>) -> Index,
) -> Decision {
    let (term, own) = (response.term, turn.disk().term());
    if term > own {
        if turn.is_full() {
            return stay_silent(turn, memory, peer, term);
        }
        let taken = turn.take_term(term);
        assert!(taken.is_ok(), "the disk has room for term {term}");
        let led_before = step_down(turn, memory, term);
        return Decision::TookTerm {
            peer,
            term,
            led_before,
        };
    }
    if term < own {
        return Decision::IgnoredOldTerm { peer, term, own };
    }
    let Memory::Leader { followers } = memory else {
        return Decision::IgnoredAsFollower { peer };
    };
    let progress = meet(turn, followers, peer);
    let success = response.no.is_none();
    let previous = response.previous_index;
    if success && progress.advance(previous + response.count) {
        return Decision::Matched {
            peer,
            match_index: progress.match_index,
            last_index: turn.last_index(),
        };
    }
    if success || !progress.was_refused(previous) {
        return Decision::NothingNew { peer, success };
    }
    progress.go_back(
        previous,
        next_index(&turn.disk().log, previous, response.hint),
    );
    let progress = *progress;
    turn.compare(peer, previous, false);
    send_from(turn, progress);
    Decision::WentBack {
        peer,
        previous,
        own_entry: turn.disk().log.get(previous).cloned(),
        next_index: progress.next_index,
        last_index: turn.last_index(),
        hint: response.hint,
    }
}

/// A full disk can't take a term, so nothing is answered. But whoever hears of a later term leads no more.
fn stay_silent(
    turn: &mut Turn<Message>,
    memory: &mut Memory,
    from: ServerId,
    term: Term,
) -> Decision {
    let led_before = term > turn.disk().term() && step_down(turn, memory, term);
    Decision::SilentOnFullDisk {
        from,
        gave_up_for: led_before.then_some(term),
    }
}

/// Leads no more, since there is a later term. False when it did not lead.
fn step_down(turn: &mut Turn<Message>, memory: &mut Memory, term: Term) -> bool {
    let led_before = matches!(memory, Memory::Leader { .. });
    if led_before {
        *memory = Memory::Follower { leader: None };
        turn.step_down(term, SteppedDown::LaterTerm);
    }
    led_before
}

/// Sends to every other server what it has from its next index on. Returns how many there are.
fn send_to_all(turn: &mut Turn<Message>, followers: &mut Followers) -> u32 {
    let mut others = 0;
    for peer in turn.seat.peers() {
        let progress = *meet(turn, followers, peer);
        send_from(turn, progress);
        others += 1;
    }
    others
}

/// Everything is built from the next index alone, and sending does not move it.
fn send_from(turn: &mut Turn<Message>, progress: Progress) {
    let disk = turn.disk();
    let append = Append {
        term: disk.term(),
        previous: EntryId::at(&disk.log, progress.next_index - 1),
        section: disk.log.section_from(progress.next_index),
    };
    turn.send(progress.peer, Message::Append(append));
}

/// What a leader believes of a server. The first message to one that it has not met carries its last entry.
fn meet<'a>(
    turn: &Turn<Message>,
    followers: &'a mut Followers,
    peer: ServerId,
) -> &'a mut Progress {
    followers.meet(peer, turn.last_index().max(1))
}
