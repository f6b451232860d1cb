//! Raft, whole: elections, replication, commit, reads, and changes of voters one server at a time.
//!
//! Source: Ongaro and Ousterhout, "In Search of an Understandable Consensus Algorithm (Extended
//! Version)", figures 2 and 8 and sections 5 and 8; Ongaro's dissertation, chapters 3, 4 and 6; the
//! correction of single-server changes on raft-dev, 2015.
//!
//! ```text
//!               timeout                       a majority of yeses
//!   follower ───────────────▶ candidate ───────────────────────────▶ leader
//!      ▲                       │     ▲ │ timeout                        │
//!      │  append of its term   │     └─┘                                │
//!      └───────────────────────┴────────────────────────────────────────┘
//!                          anything of a later term
//! ```
//!
//! Differences from the paper, each with its reason in `docs/raft.md`:
//! - Nothing happens by itself. A timeout and a heartbeat are prompts.
//! - An answer to entries repeats the previous index and the number of entries, as in `append_entries.rs`,
//!   and it carries a hint.
//! - What is committed is carried out in the same turn, so the commit index is the index of the last entry
//!   that was carried out, and there is one number for both.
//! - Entries and answers carry a number, the *beat*, by which a leader knows that an answer was given after
//!   a read was asked. Who refuses since its own term is later answers beat 0: the number that it heard
//!   belongs to another term.
//! - A server with a full disk says nothing to other servers, but for a leader's appends.
//!
//! `election.rs` is about votes, `replication.rs` about what followers get and say, `commit.rs` about what
//! becomes of it at the leader, `requests.rs` about clients, `membership.rs` about who votes. Each rule that can be
//! switched off is one `if`, found by its name.

use std::rc::Rc;

use crate::client::{Declined, Reply, Request};
use crate::log::{Disk, Index, Term};
use crate::property::Property;
use crate::protocol::replication::Followers;
use crate::protocol::{
    Applies, Fact, Offer, Protocol, Role, SteppedDown, Stimulus, Terms, Testimony, Turn, View,
};
use crate::registry::{Registry, Rename, Renaming, ServerId, ServerSet};
use crate::rule::{Rule, RuleRow};
use crate::say;

mod commit;
mod decision;
mod election;
mod membership;
mod messages;
mod replication;
mod requests;
mod rules;

pub use decision::{Decision, Did};
use messages::NoVote;
pub use messages::{Append, Message, Response};

/// The row of the catalog.
pub struct Raft;

/// A server's role, and what it keeps in memory for it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Memory {
    Follower {
        /// Who leads its term, as far as it has heard.
        leader: Option<ServerId>,
    },
    Candidate {
        /// Who said yes, itself among them if it votes.
        votes: ServerSet,
    },
    Leader(Reign),
}

/// What a leader keeps. All of it is of one term.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reign {
    /// What it believes of each other voter.
    followers: Followers,
    /// The writes that are not answered yet, in order of their entries.
    writes: Vec<WaitingWrite>,
    /// The reads that are not, in the order in which they came.
    reads: Vec<WaitingRead>,
    /// How many reads there were.
    beat: Beat,
}

/// The number of a read in a reign, from 1. What is sent carries that of the latest; 0 when there was none.
pub type Beat = u32;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct WaitingWrite {
    request: Rc<Request>,
    index: Index,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct WaitingRead {
    request: Rc<Request>,
    key: Rc<str>,
    beat: Beat,
    /// Who answered something that was sent with this beat or a later one.
    confirmed: ServerSet,
}

/// What a server offers to do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Prompt {
    /// To stand for election, as if it had heard of no leader for a while.
    Timeout,
    /// To tell everybody that it leads.
    Heartbeat,
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
            Memory::Candidate { votes } => votes.rename(renaming),
            Memory::Leader(reign) => {
                reign.followers.rename(renaming);
                for write in &mut reign.writes {
                    write.request.rename(renaming);
                }
                for read in &mut reign.reads {
                    read.confirmed.rename(renaming);
                }
            }
        }
    }
}

impl Protocol for Raft {
    const NAME: &'static str = "raft";
    const TITLE: &'static str = "raft-title";
    const SUMMARY: &'static str = "raft-summary";
    const TERMS: Terms = Terms::Voted;
    const APPLIES: Applies = Applies::OnCommit;
    const PROMISES: &'static [Property] = &[
        Property::ElectionSafety,
        Property::LeaderAppendOnly,
        Property::LogMatching,
        Property::LeaderCompleteness,
        Property::StateMachineSafety,
        Property::WritesStay,
        Property::ReadsAreFresh,
    ];
    const GOALS: &'static [Property] = &[Property::LogsAgree, Property::EveryoneHasEverything];
    const SOMETIMES: &'static [Property] = &[
        Property::SomebodyWasElected,
        Property::SomethingWasCommitted,
    ];
    const RULES: &'static [RuleRow] = rules::RULES;
    const WITNESSED: &'static [Testimony] = &[
        Testimony::Leaders,
        Testimony::Overwriting,
        Testimony::Committed,
        Testimony::Applied,
        Testimony::Done,
        Testimony::Reads,
    ];

    type Message = Message;
    type Prompt = Prompt;
    type Memory = Memory;
    type Decision = Decision;
    type Client = ();

    fn handle(
        turn: &mut Turn<Message>,
        memory: &mut Memory,
        stimulus: Stimulus<Message, Prompt>,
    ) -> Decision {
        match stimulus {
            Stimulus::Request(request) => requests::answer(turn, memory, request).into(),
            Stimulus::Prompt(Prompt::Timeout) => election::time_out(turn, memory).into(),
            Stimulus::Prompt(Prompt::Heartbeat) => replication::beat(turn, memory).into(),
            Stimulus::Message { from, message } => hear(turn, memory, from, message),
        }
    }

    fn role(memory: &Memory) -> Role {
        match memory {
            Memory::Follower { .. } => Role::Follower,
            Memory::Candidate { .. } => Role::Candidate,
            Memory::Leader(_) => Role::Leader,
        }
    }

    fn prompts(view: &View<Memory>) -> Vec<Prompt> {
        let stands = membership::stands(view.seat, view.log, view.applied);
        match view.memory {
            Memory::Leader(_) => vec![Prompt::Heartbeat],
            _ if stands => vec![Prompt::Timeout],
            _ => Vec::new(),
        }
    }

    fn waiting(memory: &Memory) -> Vec<Rc<Request>> {
        let Memory::Leader(reign) = memory else {
            return Vec::new();
        };
        let writes = reign.writes.iter().map(|write| &write.request);
        let reads = reign.reads.iter().map(|read| &read.request);
        writes.chain(reads).cloned().collect()
    }

    /// Terms never fall, nobody stands twice in one, and who follows in one leads in none but later ones. A no
    /// counts for nothing but its term.
    fn is_spent(message: &Message, disk: &Disk, memory: &Memory) -> bool {
        let is_of_its_term = message.term() == disk.term();
        let is_late = match message {
            Message::VoteResponse { no, .. } => {
                no.is_some() || !matches!(memory, Memory::Candidate { .. })
            }
            Message::Response(_) => matches!(memory, Memory::Follower { .. }),
            Message::RequestVote { .. } | Message::Append(_) => return false,
        };
        message.term() < disk.term() || (is_of_its_term && is_late)
    }

    fn facts(view: &View<Memory>) -> Vec<Fact> {
        let voters = view.seat.voters(view.log);
        let mut facts = vec![Fact::CommitIndex(view.applied), Fact::Voters(voters)];
        match view.memory {
            Memory::Follower { leader } => facts.extend(leader.map(Fact::Leader)),
            Memory::Candidate { votes } => facts.push(Fact::Votes {
                from: *votes,
                needed: election::needed(view.seat, voters) as u32,
            }),
            Memory::Leader(reign) => facts.extend(reign.followers.iter().map(Fact::Progress)),
        }
        facts
    }
}

impl Offer for Prompt {
    fn text(&self, _: &Registry) -> String {
        match self {
            Prompt::Timeout => "timeout".to_string(),
            Prompt::Heartbeat => "heartbeat".to_string(),
        }
    }

    fn title(&self, _: &Registry) -> String {
        match self {
            Prompt::Timeout => say!("prompt-timeout"),
            Prompt::Heartbeat => say!("prompt-heartbeat"),
        }
    }

    fn stands(&self) -> bool {
        *self == Prompt::Timeout
    }
}

/// Another server says something: a later term is taken first, then the message is looked at.
fn hear(
    turn: &mut Turn<Message>,
    memory: &mut Memory,
    from: ServerId,
    message: &Message,
) -> Decision {
    let (term, own) = (message.term(), turn.disk().term());
    if term > own {
        let leads = matches!(memory, Memory::Leader(_));
        if leads && message.is_answer() && !turn.seat.keeps(Rule::StepDownForLaterTerms) {
            return Did::IgnoredLaterTerm { peer: from, term }.into();
        }
        let was = Raft::role(memory);
        if turn.take_term(term).is_err() {
            let gave_up = (was != Role::Follower).then_some(term);
            if gave_up.is_some() {
                follow(turn, memory, None, term);
            }
            return Did::Silent { from, gave_up }.into();
        }
        follow(turn, memory, None, term);
        return Decision {
            took: Some((from, term, was)),
            did: consider(turn, memory, from, message),
        };
    }
    if term < own {
        return refuse_old_term(turn, from, message).into();
    }
    consider(turn, memory, from, message).into()
}

/// Acts on a message of its own term.
fn consider(
    turn: &mut Turn<Message>,
    memory: &mut Memory,
    from: ServerId,
    message: &Message,
) -> Did {
    match message {
        Message::RequestVote { last, .. } => election::consider(turn, from, *last),
        Message::VoteResponse { no, .. } => election::count(turn, memory, from, no.is_none()),
        Message::Append(append) => replication::take_in(turn, memory, from, append),
        Message::Response(response) => replication::learn(turn, memory, from, response),
    }
}

/// A message of an earlier term: a request is answered false with the later term, an answer means nothing.
fn refuse_old_term(turn: &mut Turn<Message>, from: ServerId, message: &Message) -> Did {
    let own = turn.disk().term();
    let term = message.term();
    if message.is_answer() {
        return Did::IgnoredOldTerm { peer: from, term };
    }
    if turn.is_full() {
        let gave_up = None;
        return Did::Silent { from, gave_up };
    }
    let answer = match message {
        Message::Append(append) => Message::Response(append.refused_in(own)),
        _ => Message::VoteResponse {
            term: own,
            no: Some(NoVote::OldTerm),
        },
    };
    turn.send(from, answer);
    Did::RefusedOldTerm { from, term, own }
}

/// Becomes a follower, or stays one. Who led answers all that waits: nobody knows whether a write stays.
fn follow(turn: &mut Turn<Message>, memory: &mut Memory, leader: Option<ServerId>, term: Term) {
    let before = std::mem::replace(memory, Memory::Follower { leader });
    if let Memory::Leader(reign) = before {
        resign(turn, reign, term, SteppedDown::LaterTerm);
    }
}

/// Answers all that waits, having stopped to lead.
fn resign(turn: &mut Turn<Message>, reign: Reign, term: Term, why: SteppedDown) {
    turn.step_down(term, why);
    for WaitingWrite { request, index } in reign.writes {
        turn.reply(&request, Reply::Open { index });
    }
    for read in reign.reads {
        turn.decline(&read.request, Declined::LeadsNoMore);
    }
}
