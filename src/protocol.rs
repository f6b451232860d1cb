//! What a replication protocol is: a few messages, what a server keeps in memory for them, and one
//! handler for whatever reaches it.
//!
//! A protocol is one file in `protocol/` and one row of the table in `catalog.rs`. Its handler is pure:
//! it sees one server during one [`Turn`], changes what is on its disk and in its memory, and everything
//! that it does is recorded as an [`Effect`], in order, what it says to others included. So the list
//! tells whether something was on the disk before it was answered. A handler knows neither the network
//! nor the other servers' state. It returns its *decision*: the facts of what it did and why, from which
//! a sentence is built only when somebody asks for it.
//!
//! `replication.rs` has the rules of bringing logs into line, for any protocol to use.
//!
//! What is deliberately absent: time. Nothing retries by itself; what a protocol would do upon a
//! timeout it offers as a prompt, and the person in front of the page decides.

use std::fmt::Debug;
use std::hash::Hash;
use std::rc::Rc;

use crate::client::{Request, Wish};
use crate::log::{Disk, Index, Log, Section, Term};
use crate::property::Property;
use crate::registry::{Registry, Rename, ServerId, ServerSet};
use crate::rule::RuleRow;

pub mod append_entries;
pub mod ask_length;
pub mod raft;
pub mod replication;
mod turn;
pub mod walk_back;
pub mod walk_back_with_hints;

pub use turn::{Effect, NoRoom, Seat, SteppedDown, Turn};

/// A plain value: copied, compared and hashed freely, so that states can be told apart.
pub trait Value: Clone + Debug + PartialEq + Eq + PartialOrd + Ord + Hash {}
impl<T: Clone + Debug + PartialEq + Eq + PartialOrd + Ord + Hash> Value for T {}

/// Whether a protocol numbers the reigns of its leaders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Terms {
    /// Entries get term 0, and nobody looks at terms.
    Ignored,
    /// The current term is on the disk.
    Kept,
    /// So is whom the server voted for in it.
    Voted,
}

/// When an entry is carried out on the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applies {
    /// As soon as it is on the disk. A restart carries out the whole log again.
    OnAppend,
    /// When the protocol says so. After a restart nothing is, until it says so again.
    OnCommit,
}

/// Something of the past that a promise can need, so that it has to be witnessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Testimony {
    /// Who led each term.
    Leaders,
    /// Whether a leader ever removed an entry of its own.
    Overwriting,
    /// What was committed, and in which term.
    Committed,
    /// What was carried out.
    Applied,
    /// Which writes a client was told to be done, and what became of them.
    Done,
    /// Which of them were done when a read was asked.
    Reads,
}

/// Some of these things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Testimonies {
    /// The n-th bit from the right is that of the n-th testimony.
    bits: u8,
}

impl Testimonies {
    pub fn contains(self, testimony: Testimony) -> bool {
        self.bits & (1 << testimony as u8) != 0
    }
}

impl FromIterator<Testimony> for Testimonies {
    fn from_iter<T: IntoIterator<Item = Testimony>>(testimonies: T) -> Testimonies {
        let mut bits = 0;
        for testimony in testimonies {
            bits |= 1 << testimony as u8;
        }
        Testimonies { bits }
    }
}

/// What a server thinks it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    Follower,
    /// It stands for election.
    Candidate,
    Leader,
}

impl Role {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Role::Follower => "follower",
            Role::Candidate => "candidate",
            Role::Leader => "leader",
        }
    }
}

/// What a leader believes of one follower.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Progress {
    pub peer: ServerId,
    /// The highest index known to be the same on both; 0 for none.
    pub match_index: Index,
    /// The index of the next entry to send.
    pub next_index: Index,
}

/// Something that a server's memory holds, for people to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Whom it last heard from as the leader.
    Leader(ServerId),
    /// What it believes of a follower.
    Progress(Progress),
    /// The highest index that it knows to be committed.
    CommitIndex(Index),
    /// Who votes, by its log.
    Voters(ServerSet),
    /// Who said yes to it as a candidate, of how many it needs.
    Votes { from: ServerSet, needed: u32 },
}

impl Fact {
    pub fn progress(&self) -> Option<&Progress> {
        match self {
            Fact::Progress(progress) => Some(progress),
            Fact::Leader(_) | Fact::CommitIndex(_) | Fact::Voters(_) | Fact::Votes { .. } => None,
        }
    }
}

/// A way for servers to bring each other's logs up to date.
pub trait Protocol {
    /// The word in `protocol ask_length`.
    const NAME: &'static str;
    /// The name of the message that calls it, in a few words for the picker.
    const TITLE: &'static str;
    /// The name of the message that tells of it, in one or two sentences.
    const SUMMARY: &'static str;
    const TERMS: Terms;
    const APPLIES: Applies;
    /// What is true at every moment, unless the protocol has a fault: in the order in which it is shown.
    const PROMISES: &'static [Property];
    /// What is to come true, and may not be so yet.
    const GOALS: &'static [Property];
    /// What is to happen once.
    const SOMETIMES: &'static [Property] = &[];
    /// The rules that can be switched off.
    const RULES: &'static [RuleRow] = &[];
    /// What the protocol's promises need of the past; the less, the fewer states a search tells apart.
    const WITNESSED: &'static [Testimony] = &[];

    /// What one server says to another.
    type Message: Say + Rename;
    /// What a server offers to do when it is asked to.
    type Prompt: Offer;
    /// What one server keeps in memory: its role, with the role's own data. The default is that of a
    /// server that has just started.
    type Memory: Value + Default + Rename;
    /// What the handler decided, with the facts that the sentence needs.
    type Decision: Explain;
    /// What the client remembers from one request to the next. The default is that of one who has sent
    /// none.
    type Client: Value + Default;

    /// Something reached this server.
    fn handle(
        turn: &mut Turn<Self::Message>,
        memory: &mut Self::Memory,
        stimulus: Stimulus<Self::Message, Self::Prompt>,
    ) -> Self::Decision;

    fn role(memory: &Self::Memory) -> Role;

    /// What the server offers to do now.
    fn prompts(_view: &View<Self::Memory>) -> Vec<Self::Prompt> {
        Vec::new()
    }

    /// The requests that it has still to answer.
    fn waiting(_memory: &Self::Memory) -> Vec<Rc<Request>> {
        Vec::new()
    }

    /// Whether a message that is on its way to this server can never do anything any more, whatever happens before it
    /// arrives; no is always a good answer. A search need not tell apart what is in the air of such messages.
    fn is_spent(_message: &Self::Message, _disk: &Disk, _memory: &Self::Memory) -> bool {
        false
    }

    /// What of its memory is worth seeing, in the order in which it is shown.
    fn facts(_view: &View<Self::Memory>) -> Vec<Fact> {
        Vec::new()
    }

    /// The term that the client puts on what it asks; 0 for none. Only a wish to lead can get one.
    fn stamp(_client: &mut Self::Client, _wish: &Wish, _disks: &[&Disk]) -> Term {
        0
    }
}

/// Something that reaches a server.
#[derive(Clone, Copy, Debug)]
pub enum Stimulus<'a, Message, Prompt> {
    /// A client asks. It is answered in this turn, or in a later one.
    Request(&'a Rc<Request>),
    /// Another server says something.
    Message {
        from: ServerId,
        message: &'a Message,
    },
    /// The person took one of the offers.
    Prompt(&'a Prompt),
}

impl<'a, Message, Prompt> Stimulus<'a, Message, Prompt> {
    /// The same in a protocol's own types.
    pub fn narrow<OwnMessage, OwnPrompt>(
        self,
        own_message: impl FnOnce(&'a Message) -> &'a OwnMessage,
        own_prompt: impl FnOnce(&'a Prompt) -> &'a OwnPrompt,
    ) -> Stimulus<'a, OwnMessage, OwnPrompt> {
        match self {
            Stimulus::Request(request) => Stimulus::Request(request),
            Stimulus::Message { from, message } => Stimulus::Message {
                from,
                message: own_message(message),
            },
            Stimulus::Prompt(prompt) => Stimulus::Prompt(own_prompt(prompt)),
        }
    }
}

/// What can be seen of one server without its doing anything.
pub struct View<'a, Memory> {
    pub seat: Seat,
    pub log: &'a Log,
    /// The index of the last entry that was carried out.
    pub applied: Index,
    pub memory: &'a Memory,
}

impl<'a, Memory> View<'a, Memory> {
    /// The same with a memory in a protocol's own type.
    pub fn with<Own>(&self, memory: &'a Own) -> View<'a, Own> {
        View {
            seat: self.seat,
            log: self.log,
            applied: self.applied,
            memory,
        }
    }
}

/// A message, as it is told.
pub trait Say: Value {
    /// The message's name, the first word on the wire.
    fn kind(&self) -> &'static str;

    /// The words on the wire after the kind; empty for none. Entries follow by themselves.
    fn arguments(&self) -> String {
        String::new()
    }

    /// The entries that it carries.
    fn section(&self) -> Option<&Section> {
        None
    }

    /// When it says no: why, in a few words that begin with "no". It arrives all the same.
    fn refusal(&self) -> Option<String> {
        None
    }

    /// Whether it answers somebody who asked for a vote.
    fn is_vote(&self) -> bool {
        false
    }

    /// What it says on its arrow. Each server has a voice of its own, as far as it has a choice.
    fn says(&self, speaker: ServerId) -> String;
}

/// Something that a server offers to do.
pub trait Offer: Value {
    /// Whether there is anything to offer.
    const ANY: bool = true;

    /// The words in `prompt dick resend`, its arguments included.
    fn text(&self, registry: &Registry) -> String;

    /// What its button says, before the server's name.
    fn title(&self, registry: &Registry) -> String;

    /// Whether it is to stand for election.
    fn stands(&self) -> bool {
        false
    }
}

/// The offers of a protocol that offers nothing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoPrompt {}

impl Offer for NoPrompt {
    const ANY: bool = false;

    fn text(&self, _: &Registry) -> String {
        match *self {}
    }

    fn title(&self, _: &Registry) -> String {
        match *self {}
    }
}

/// A decision, as it is told.
pub trait Explain: Value {
    /// The sentence: what the server did, and why.
    fn explain(&self, server: ServerId, registry: &Registry) -> String;

    /// A few words to stand beside the message that it was made on, where it is easily overlooked.
    fn note(&self) -> Option<String> {
        None
    }
}
