//! What a replication protocol is: a few messages, what a server keeps in memory for them, and a
//! handler for each thing that can happen.
//!
//! A protocol is one file in `protocol/` and one row of the table in `catalog.rs`. Its handlers are
//! pure: they see one server during one [`Turn`], change what is on its disk and in its memory, record
//! what they want to be known outside as [`Effect`]s, in order, and put what they have to say to other
//! servers into an [`Outbox`]. They know neither the network nor the other servers' state. Each handler returns its *account*: the facts of what it decided and
//! why, from which a sentence is built only when somebody asks for it.
//!
//! What is deliberately absent: time. Nothing retries by itself; what a protocol would do upon a
//! timeout it offers as a prompt, and the person in front of the page decides.

use std::fmt::Debug;
use std::hash::Hash;
use std::rc::Rc;

use crate::client::{Declined, Reply};
use crate::log::{Command, Disk, Entry, Index, LOG_LIMIT, Log, Section, Space, Term};
use crate::property::Property;
use crate::registry::{Registry, ServerId};
use crate::store::Store;

pub mod append_entries;
pub mod ask_length;
pub mod walk_back;
pub mod walk_back_with_hints;

/// A plain value: copied, compared and hashed freely, so that states can be told apart.
pub trait Value: Clone + Debug + PartialEq + Eq + PartialOrd + Ord + Hash {}
impl<T: Clone + Debug + PartialEq + Eq + PartialOrd + Ord + Hash> Value for T {}

/// Whether a protocol numbers the reigns of its leaders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Terms {
    /// Entries get term 0, and nobody looks at terms.
    Ignored,
    /// Each nomination is stamped with a term of its own, and the current term is on the disk.
    Kept,
}

/// What a server thinks it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    #[default]
    Follower,
    Leader,
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

/// A way for servers to bring each other's logs up to date.
pub trait Protocol {
    /// The word in `protocol ask_length`.
    const NAME: &'static str;
    /// A few words for the picker.
    const TITLE: &'static str;
    /// One sentence.
    const SUMMARY: &'static str;
    const TERMS: Terms;
    /// What is true at every moment, unless the protocol has a fault: in the order in which it is shown.
    const PROMISES: &'static [Property];
    /// What is to come true, and may not be so yet.
    const GOALS: &'static [Property];

    /// What one server says to another.
    type Message: Value;
    /// What one server keeps in memory. The default is that of a server that has just started.
    type Memory: Value + Default;
    /// What a handler decided, with the facts that the sentence needs.
    type Account: Value;

    /// A client nominated this server, in a term where there are terms. Replies to the client.
    fn lead(
        turn: &mut Turn,
        outbox: &mut Outbox<Self::Message>,
        memory: &mut Self::Memory,
        term: Term,
    ) -> Result<Self::Account, Declined>;

    /// A client wants a command written here. Replies to the client.
    fn write(
        turn: &mut Turn,
        outbox: &mut Outbox<Self::Message>,
        memory: &mut Self::Memory,
        command: &Command,
    ) -> Result<(), Declined>;

    /// Another server's message arrived.
    fn receive(
        turn: &mut Turn,
        outbox: &mut Outbox<Self::Message>,
        memory: &mut Self::Memory,
        from: ServerId,
        message: &Self::Message,
    ) -> Self::Account;

    /// What the server offers to do now, in words of the text language.
    fn prompts(_view: &View<Self::Memory>) -> Vec<&'static str> {
        Vec::new()
    }

    /// The person took one of the offers.
    fn prompt(
        _turn: &mut Turn,
        _outbox: &mut Outbox<Self::Message>,
        _memory: &mut Self::Memory,
        prompt: &str,
    ) -> Self::Account {
        unreachable!("{} does not offer {prompt}", Self::NAME)
    }

    /// What a leader believes of its followers, where it keeps anything.
    fn progress(_view: &View<Self::Memory>) -> Vec<Progress> {
        Vec::new()
    }

    /// The message's name, the first word on the wire.
    fn kind(message: &Self::Message) -> &'static str;

    /// The words on the wire after the kind; empty for none. Entries follow by themselves.
    fn arguments(_message: &Self::Message) -> String {
        String::new()
    }

    /// The entries that the message carries.
    fn section(_message: &Self::Message) -> Option<&Section> {
        None
    }

    /// For a message that says no: how so, in a few words. It arrives all the same.
    fn refusal(_message: &Self::Message) -> Option<&'static str> {
        None
    }

    /// What the message says on its arrow.
    fn says(message: &Self::Message) -> String;

    /// The sentence of an account: what the server did, and why.
    fn explain(account: &Self::Account, server: ServerId, registry: &Registry) -> String;
}

/// What can be seen of one server without its doing anything.
pub struct View<'a, Memory> {
    pub own: ServerId,
    pub server_count: u8,
    pub role: Role,
    pub log: &'a Log,
    pub memory: &'a Memory,
}

/// Something that a server did during its turn. The simulation carries it out or passes it on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Entries were added to the log, as many as `count`, the first of them at `first`.
    Appended { first: Index, count: u32 },
    /// All entries after `keep` were removed, and the store was rebuilt from the rest.
    Truncated { keep: Index, removed: Section },
    /// The commands of these entries were carried out on the store.
    Applied { first: Index, last: Index },
    /// The server is a leader from now on, in this term.
    Nominated { term: Term },
    /// The server is in a later term from now on.
    TermTaken { term: Term },
    /// The server was a leader and is none any more, since it heard of this term.
    SteppedDown { term: Term },
    /// The entries at an index were compared, here and at another server.
    Compared {
        with: ServerId,
        index: Index,
        agree: bool,
    },
}

/// Appending failed as a whole; nothing was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoRoom;

/// One server's turn to act: its own disk and memory, and what it wants to be known.
pub struct Turn<'a> {
    pub own: ServerId,
    pub server_count: u8,
    pub disk: &'a mut Disk,
    pub store: &'a mut Store,
    pub role: &'a mut Role,
    pub effects: Vec<Effect>,
    /// The answer for the client whose request this turn handles.
    pub reply: Option<Rc<Reply>>,
}

/// What a server says to other servers during its turn. It leaves at the end of the turn, in this order,
/// when everything is on the disk and the client has its reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outbox<Message> {
    pub messages: Vec<(ServerId, Message)>,
}

impl<Message> Default for Outbox<Message> {
    fn default() -> Outbox<Message> {
        Outbox {
            messages: Vec::new(),
        }
    }
}

impl<Message> Outbox<Message> {
    pub fn send(&mut self, to: ServerId, message: Message) {
        self.messages.push((to, message));
    }
}

impl Turn<'_> {
    /// Every other registered server, up or not, in order of registration.
    pub fn peers(&self) -> impl Iterator<Item = ServerId> + use<> {
        let own = self.own;
        let ids = (0..self.server_count).map(ServerId);
        ids.filter(move |&id| id != own)
    }

    pub fn reply(&mut self, reply: Reply) {
        self.reply = Some(Rc::new(reply));
    }

    /// Becomes the leader, and remembers it until the memory is lost or the role given up.
    pub fn take_the_lead(&mut self, term: Term) {
        *self.role = Role::Leader;
        self.effects.push(Effect::Nominated { term });
    }

    /// Writes a later term on the disk, and gives up leading in an earlier one.
    pub fn take_term(&mut self, term: Term) -> Result<(), NoRoom> {
        assert!(term > self.disk.term, "term {term} is not a later one");
        if self.disk.space == Space::Full {
            return Err(NoRoom);
        }
        self.disk.term = term;
        self.effects.push(Effect::TermTaken { term });
        if *self.role == Role::Leader {
            *self.role = Role::Follower;
            self.effects.push(Effect::SteppedDown { term });
        }
        Ok(())
    }

    /// Removes all entries after `keep` and rebuilds the store from the rest. Returns how many went.
    pub fn truncate(&mut self, keep: Index) -> u32 {
        let removed = self.disk.truncate(keep);
        let count = removed.count();
        if count > 0 {
            *self.store = Store::replay(&self.disk.log);
            self.effects.push(Effect::Truncated { keep, removed });
        }
        count
    }

    /// Tells that the entries at an index were compared with another server's.
    pub fn compare(&mut self, with: ServerId, index: Index, agree: bool) {
        self.effects.push(Effect::Compared { with, index, agree });
    }

    /// Appends and applies a command that a client brought, and replies with its index.
    pub fn write(&mut self, term: Term, command: &Command) -> Result<(), Declined> {
        if self.disk.space == Space::Full {
            return Err(Declined::DiskFull);
        }
        if self.disk.log.last_index() == LOG_LIMIT {
            return Err(Declined::LogFull);
        }
        let command = command.clone();
        let entry = Entry {
            term,
            command: command.clone(),
        };
        let index = self.disk.log.append(entry, None);
        self.appended(index, 1);
        self.reply(Reply::Wrote { index, command });
        Ok(())
    }

    /// Appends and applies entries that another server sent, all or none. The first of them has the
    /// index `sender_first` over there.
    pub fn append(&mut self, sender_first: Index, entries: &[Entry]) -> Result<(), NoRoom> {
        let count = entries.len() as u32;
        if !self.disk.has_room(count) {
            return Err(NoRoom);
        }
        let first = self.disk.log.last_index() + 1;
        for (sender_index, entry) in (sender_first..).zip(entries) {
            self.disk.log.append(entry.clone(), Some(sender_index));
        }
        if count > 0 {
            self.appended(first, count);
        }
        Ok(())
    }

    fn appended(&mut self, first: Index, count: u32) {
        let last = first + count - 1;
        for entry in self.disk.log.entries().skip(first as usize - 1) {
            self.store.apply(&entry.command);
        }
        self.effects.push(Effect::Appended { first, count });
        self.effects.push(Effect::Applied { first, last });
    }
}
