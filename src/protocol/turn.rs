//! One server's turn to act, and the list of what it does.

use std::rc::Rc;

use crate::client::{Declined, Read, Reply, Request, Wait};
use crate::log::{Disk, Entry, HardState, Index, LOG_LIMIT, Log, Operation, Section, Space, Term};
use crate::protocol::{Applies, Protocol};
use crate::registry::{Name, Registry, ServerId, ServerSet};
use crate::rule::{Rule, Setting};
use crate::store::StateMachine;

/// Something that a server did during its turn, in the order in which it did it: what stands before a
/// message was on the disk when the message left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect<Message> {
    /// Entries were added at the end of the log.
    Appended {
        section: Section,
        /// The index of the first of them at the server that sent them; none when a client brought it.
        sender_first: Option<Index>,
    },
    /// All entries after `keep` were removed, and carried out no more.
    Truncated { keep: Index, removed: Section },
    /// Of the entries that were removed, these were committed at this server, and are so no more.
    Undone { first: Index, last: Index },
    /// These entries are committed, as far as the server knows.
    Committed { first: Index, last: Index },
    /// These entries were carried out on the store.
    Applied { first: Index, last: Index },
    /// The server is in a later term from now on, and its disk knows.
    TermTaken { term: Term },
    /// The server is a leader from now on, in this term.
    Nominated { term: Term },
    /// The server stands for election in this term, and voted for itself.
    TimedOut { term: Term },
    /// The server voted in this term, and its disk knows.
    Voted { candidate: ServerId, term: Term },
    /// The server was elected in this term.
    Elected { term: Term },
    /// The server was a leader and is none any more.
    SteppedDown { term: Term, why: SteppedDown },
    /// Other servers vote from now on, by what is in this server's log.
    Configured { voters: ServerSet },
    /// A client's request is answered later.
    Waits { request: Rc<Request>, until: Wait },
    /// The entries at an index were compared, here and at another server.
    Compared {
        with: ServerId,
        index: Index,
        agree: bool,
    },
    /// A client's request was answered.
    Replied {
        request: Rc<Request>,
        reply: Rc<Reply>,
    },
    /// Something was said to another server.
    Sent { to: ServerId, message: Message },
}

impl<Message> Effect<Message> {
    /// The same with its message among those of all protocols.
    fn wrap<All>(self, wrap: fn(Message) -> All) -> Effect<All> {
        match self {
            Effect::Sent { to, message } => Effect::Sent {
                to,
                message: wrap(message),
            },
            Effect::Appended {
                section,
                sender_first,
            } => Effect::Appended {
                section,
                sender_first,
            },
            Effect::Truncated { keep, removed } => Effect::Truncated { keep, removed },
            Effect::Applied { first, last } => Effect::Applied { first, last },
            Effect::Undone { first, last } => Effect::Undone { first, last },
            Effect::Committed { first, last } => Effect::Committed { first, last },
            Effect::TermTaken { term } => Effect::TermTaken { term },
            Effect::TimedOut { term } => Effect::TimedOut { term },
            Effect::Voted { candidate, term } => Effect::Voted { candidate, term },
            Effect::Elected { term } => Effect::Elected { term },
            Effect::Configured { voters } => Effect::Configured { voters },
            Effect::Waits { request, until } => Effect::Waits { request, until },
            Effect::Nominated { term } => Effect::Nominated { term },
            Effect::SteppedDown { term, why } => Effect::SteppedDown { term, why },
            Effect::Compared { with, index, agree } => Effect::Compared { with, index, agree },
            Effect::Replied { request, reply } => Effect::Replied { request, reply },
        }
    }
}

/// Why a leader leads no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SteppedDown {
    /// It heard of a later term.
    LaterTerm,
    /// It was removed from the voters.
    Removed,
}

/// Writing failed as a whole; nothing was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoRoom;

/// Where a server sits in its cluster, and what holds there.
#[derive(Clone, Copy, Debug)]
pub struct Seat {
    pub own: ServerId,
    pub server_count: u8,
    pub setting: Setting,
}

impl Seat {
    /// Every other registered server, up or not, in order of registration.
    pub fn peers(self) -> impl Iterator<Item = ServerId> {
        let ids = (0..self.server_count).map(ServerId);
        ids.filter(move |&id| id != self.own)
    }

    /// Whether a rule is kept here.
    pub fn keeps(self, rule: Rule) -> bool {
        self.setting.keeps(rule)
    }

    /// Who votes, by what is in a log.
    pub fn voters(self, log: &Log) -> ServerSet {
        self.setting.voters_by(log)
    }
}

/// One server's turn to act: its own disk and store, and what it has done so far.
pub struct Turn<'a, Message> {
    pub seat: Seat,
    registry: &'a Registry,
    disk: &'a mut Disk,
    machine: &'a mut StateMachine,
    applies: Applies,
    effects: Vec<Effect<Message>>,
}

impl<'a, Message> Turn<'a, Message> {
    pub fn of<P: Protocol<Message = Message>>(
        seat: Seat,
        registry: &'a Registry,
        disk: &'a mut Disk,
        machine: &'a mut StateMachine,
    ) -> Turn<'a, Message> {
        Turn {
            seat,
            registry,
            disk,
            machine,
            applies: P::APPLIES,
            effects: Vec::new(),
        }
    }

    /// What was done, with the messages among those of all protocols.
    pub fn end<All>(self, wrap: fn(Message) -> All) -> Vec<Effect<All>> {
        let effects = self.effects.into_iter();
        effects.map(|effect| effect.wrap(wrap)).collect()
    }

    /// The server that somebody names; none when nobody is called so.
    pub fn find(&self, name: &Name) -> Option<ServerId> {
        self.registry.find(name)
    }

    pub fn disk(&self) -> &Disk {
        self.disk
    }

    pub fn is_full(&self) -> bool {
        self.disk.space == Space::Full
    }

    pub fn last_index(&self) -> Index {
        self.disk.log.last_index()
    }

    /// Says something to another server.
    pub fn send(&mut self, to: ServerId, message: Message) {
        assert!(to != self.seat.own, "a server sends to itself");
        self.effects.push(Effect::Sent { to, message });
    }

    /// Answers a request, which need not be that of this turn.
    pub fn reply(&mut self, request: &Rc<Request>, reply: Reply) -> Rc<Reply> {
        let reply = Rc::new(reply);
        self.effects.push(Effect::Replied {
            request: request.clone(),
            reply: reply.clone(),
        });
        reply
    }

    /// Politely says no.
    pub fn decline(&mut self, request: &Rc<Request>, why: Declined) -> Rc<Reply> {
        self.reply(request, Reply::Declined(Rc::new(why)))
    }

    /// Answers at once, from what this server has.
    pub fn read(&mut self, request: &Rc<Request>, read: &Read) -> Rc<Reply> {
        let reply = match read {
            Read::Get { key } => Reply::Value {
                key: key.clone(),
                value: self.machine.store().get(key).cloned(),
            },
            Read::Show => Reply::Pairs(self.machine.store().clone()),
            Read::ShowLog => Reply::Entries(self.disk.log.clone()),
        };
        self.reply(request, reply)
    }

    /// Tells that this server leads from now on.
    pub fn lead(&mut self, term: Term) {
        self.effects.push(Effect::Nominated { term });
    }

    /// Tells that this server was elected.
    pub fn be_elected(&mut self, term: Term) {
        self.effects.push(Effect::Elected { term });
    }

    /// Tells that this server leads no more.
    pub fn step_down(&mut self, term: Term, why: SteppedDown) {
        self.effects.push(Effect::SteppedDown { term, why });
    }

    /// Tells who votes from now on.
    pub fn configure(&mut self, voters: ServerSet) {
        self.effects.push(Effect::Configured { voters });
    }

    /// Tells that a request is answered later.
    pub fn wait(&mut self, request: &Rc<Request>, until: Wait) {
        let request = request.clone();
        self.effects.push(Effect::Waits { request, until });
    }

    /// Tells that the entries at an index were compared with another server's.
    pub fn compare(&mut self, with: ServerId, index: Index, agree: bool) {
        self.effects.push(Effect::Compared { with, index, agree });
    }

    /// Writes a later term on the disk.
    pub fn take_term(&mut self, term: Term) -> Result<(), NoRoom> {
        let own = self.disk.term();
        assert!(term > own, "term {term} is not later than {own}");
        if self.is_full() {
            return Err(NoRoom);
        }
        self.disk.hard_state = HardState::of(term);
        self.effects.push(Effect::TermTaken { term });
        Ok(())
    }

    /// Writes the next term on the disk together with a vote for itself.
    ///
    /// # Panics
    /// When the disk is full.
    pub fn stand(&mut self) -> Term {
        assert!(!self.is_full(), "a full disk stands for election");
        let term = self.disk.term() + 1;
        self.disk.hard_state = HardState {
            term,
            voted_for: Some(self.seat.own),
        };
        self.effects.push(Effect::TimedOut { term });
        term
    }

    /// Writes on the disk whom it votes for in its term.
    ///
    /// # Panics
    /// When the disk is full.
    pub fn vote(&mut self, candidate: ServerId) {
        assert!(!self.is_full(), "a full disk takes a vote");
        let state = &mut self.disk.hard_state;
        if state.voted_for != Some(candidate) {
            state.voted_for = Some(candidate);
            let term = state.term;
            self.effects.push(Effect::Voted { candidate, term });
        }
    }

    /// Removes all entries after `keep`. What was carried out of them is undone. Returns how many went.
    pub fn truncate(&mut self, keep: Index) -> u32 {
        let removed = self.disk.truncate(keep);
        let count = removed.count();
        if count > 0 {
            let applied = self.machine.applied();
            self.machine.undo_after(keep, &self.disk.log);
            self.effects.push(Effect::Truncated { keep, removed });
            if self.applies == Applies::OnCommit && applied > keep {
                let (first, last) = (keep + 1, applied);
                self.effects.push(Effect::Undone { first, last });
            }
        }
        count
    }

    /// Whether one more entry can be written, or why not.
    pub fn has_room(&self) -> Result<(), Declined> {
        if self.is_full() {
            return Err(Declined::DiskFull);
        }
        if self.last_index() == LOG_LIMIT {
            return Err(Declined::LogFull);
        }
        Ok(())
    }

    /// Appends an operation that no other server sent, and returns its index.
    pub fn write(&mut self, term: Term, operation: Operation) -> Result<Index, Declined> {
        self.has_room()?;
        self.put(&[Entry { term, operation }], None);
        Ok(self.last_index())
    }

    /// Appends entries that another server sent, all or none. The first of them has the index
    /// `sender_first` over there.
    pub fn append(&mut self, sender_first: Index, entries: &[Entry]) -> Result<(), NoRoom> {
        if !self.disk.has_room(entries.len() as u32) {
            return Err(NoRoom);
        }
        self.put(entries, Some(sender_first));
        Ok(())
    }

    fn put(&mut self, entries: &[Entry], sender_first: Option<Index>) {
        if entries.is_empty() {
            return;
        }
        let first = self.last_index() + 1;
        for entry in entries {
            self.disk.log.append(entry.clone());
        }
        let section = Section {
            first,
            entries: Rc::new(entries.to_vec()),
        };
        self.effects.push(Effect::Appended {
            section,
            sender_first,
        });
        if self.applies == Applies::OnAppend {
            self.apply_up_to(self.last_index());
        }
    }

    /// The index of the last entry that was carried out; 0 for none.
    pub fn applied(&self) -> Index {
        self.machine.applied()
    }

    /// The entries up to an index are committed, so they are carried out.
    pub fn commit(&mut self, last: Index) {
        let first = self.machine.applied() + 1;
        if first <= last {
            self.effects.push(Effect::Committed { first, last });
            self.apply_up_to(last);
        }
    }

    /// Carries out on the store what is not carried out yet of the entries up to an index.
    pub fn apply_up_to(&mut self, last: Index) {
        let first = self.machine.applied() + 1;
        if first > last {
            return;
        }
        self.machine.apply_up_to(last, &self.disk.log);
        self.effects.push(Effect::Applied { first, last });
    }
}
