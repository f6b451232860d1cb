//! What properties need of the past. What of it is kept is the least that the protocol's promises need, so
//! that a search need not tell states apart in which they can't differ: see [`Witness::of`].
//!
//! Where a promise is about the past alone, the first evidence that it was broken is kept with the facts that
//! the sentence needs; all else is kept so that such evidence is recognised.

use std::rc::Rc;

use crate::catalog::Message;
use crate::client::{Reply, Request};
use crate::log::{Entry, Index, Section, Term};
use crate::protocol::{Effect, Testimonies, Testimony};
use crate::registry::{Rename, Renaming, ServerId};
use crate::server::Server;
use crate::sorted::SortedMap;

#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Witness {
    keeps: Testimonies,
    /// Who led each term.
    leaders: SortedMap<Term, Vec<ServerId>>,
    /// The entries that were ever committed, by index.
    committed: SortedMap<Index, Vec<Committed>>,
    /// For each index the entry that was carried out there first, and by whom.
    applied: SortedMap<Index, Applied>,
    /// The entries of which a client was told that they are done, ascending.
    done: Done,
    /// What was done when a read was asked, for each that was.
    reads: SortedMap<ReadId, Done>,
    pub evidence: Evidence,
}

/// Entries by index, ascending.
type Done = Rc<Vec<(Index, Entry)>>;

/// The server that was asked, the words, and the request's number.
type ReadId = (ServerId, Rc<str>, u32);

/// What was carried out, and by whom.
pub type Applied = (ServerId, Entry);

/// An entry that was committed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Committed {
    pub entry: Entry,
    /// Whose commit index reached it first, and in which term that server was.
    pub by: ServerId,
    pub term: Term,
}

/// That promises were broken: the first time for each.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Evidence {
    /// Two servers led this term.
    pub two_leaders: Option<(Term, ServerId, ServerId)>,
    /// A leader removed an entry of its own.
    pub overwritten: Option<Removal>,
    /// Two servers carried out different operations at this index; or one did so twice.
    pub applied_otherwise: Option<(Index, Applied, Applied)>,
    /// What was done was removed.
    pub lost: Option<Removal>,
    /// At this index something was done, the first, and something else committed, the second.
    pub replaced: Option<(Index, Entry, Entry)>,
    pub stale_read: Option<StaleRead>,
}

/// An entry that a server removed from its log.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Removal {
    pub server: ServerId,
    pub index: Index,
    pub entry: Entry,
}

/// A server answered a read without an entry that was done when it was asked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StaleRead {
    pub server: ServerId,
    pub text: Rc<str>,
    pub index: Index,
    pub entry: Entry,
}

impl Witness {
    /// A witness of these things, and of nothing else.
    pub fn of(keeps: Testimonies) -> Witness {
        Witness {
            keeps,
            ..Witness::default()
        }
    }

    /// The same of these things alone, and without any evidence: of what can still break.
    pub fn of_these(&self, keeps: Testimonies) -> Witness {
        let mut witness = Witness::of(keeps);
        if keeps.contains(Testimony::Leaders) {
            witness.leaders = self.leaders.clone();
        }
        if keeps.contains(Testimony::Committed) {
            witness.committed = self.committed.clone();
        }
        if keeps.contains(Testimony::Applied) {
            witness.applied = self.applied.clone();
        }
        if keeps.contains(Testimony::Done) {
            witness.done = self.done.clone();
        }
        if keeps.contains(Testimony::Reads) {
            witness.reads = self.reads.clone();
        }
        witness
    }

    /// Whether anybody ever led.
    pub fn saw_a_leader(&self) -> bool {
        !self.leaders.is_empty()
    }

    /// What was ever committed, in order of indexes.
    pub fn committed(&self) -> impl Iterator<Item = (Index, &Committed)> {
        let entries = self.committed.iter();
        entries.flat_map(|(index, entries)| entries.iter().map(|entry| (*index, entry)))
    }

    /// A client asked something.
    pub fn asked(&mut self, server: ServerId, request: &Request) {
        if self.keeps(Testimony::Reads) && request.reads() {
            let read = (server, request.text.clone(), request.number);
            self.reads.insert(read, self.done.clone());
        }
    }

    /// Entries were removed from a log, by its server or by hand.
    pub fn removed(&mut self, server: ServerId, removed: &Section) {
        let is_done = |(index, entry): &(Index, &Entry)| self.is_done(*index, entry);
        if self.evidence.lost.is_none()
            && let Some((index, entry)) = removed.indexed().find(is_done)
        {
            let entry = entry.clone();
            self.evidence.lost = Some(Removal {
                server,
                index,
                entry,
            });
        }
    }

    /// Takes note of what a server did that is in this state now. It leads and led before, or does not.
    pub fn note(&mut self, id: ServerId, server: &Server, leads: bool, effect: &Effect<Message>) {
        match effect {
            Effect::Elected { term } | Effect::Nominated { term } => self.led(id, *term),
            Effect::Truncated { removed, .. } => {
                if leads {
                    self.overwrote(id, removed);
                }
                self.removed(id, removed);
            }
            Effect::Committed { first, last } => {
                for index in *first..=*last {
                    self.was_committed(id, server, index);
                }
            }
            Effect::Applied { first, last } => {
                for index in *first..=*last {
                    self.was_applied(id, server, index);
                }
            }
            Effect::Replied { request, reply } => match &**reply {
                Reply::Wrote { index, .. } => self.was_done(server, *index),
                Reply::Value { .. } => self.was_read(id, server, request),
                Reply::Open { .. }
                | Reply::Pairs(_)
                | Reply::Entries(_)
                | Reply::Leading
                | Reply::Standing
                | Reply::LeadsAlready
                | Reply::Declined(_) => {}
            },
            Effect::Appended { .. }
            | Effect::Undone { .. }
            | Effect::TermTaken { .. }
            | Effect::TimedOut { .. }
            | Effect::Voted { .. }
            | Effect::SteppedDown { .. }
            | Effect::Configured { .. }
            | Effect::Waits { .. }
            | Effect::Compared { .. }
            | Effect::Sent { .. } => {}
        }
    }

    /// # Panics
    /// When one of its lists does not ascend.
    pub fn check(&self) {
        self.leaders.check();
        self.committed.check();
        self.applied.check();
        self.reads.check();
        let is_done = |(index, entry): &(Index, Entry)| self.is_done(*index, entry);
        assert!(self.done.iter().all(is_done), "{:?}", self.done);
    }

    fn keeps(&self, testimony: Testimony) -> bool {
        self.keeps.contains(testimony)
    }

    fn led(&mut self, server: ServerId, term: Term) {
        if !self.keeps(Testimony::Leaders) {
            return;
        }
        let leaders = self.leaders.get_or_insert_with(term, Vec::new);
        if let Some(other) = leaders.iter().find(|other| **other != server) {
            let evidence = (term, *other, server);
            self.evidence.two_leaders.get_or_insert(evidence);
        }
        insert(leaders, server);
    }

    fn overwrote(&mut self, server: ServerId, removed: &Section) {
        if let Some((index, entry)) = removed.indexed().next()
            && self.keeps(Testimony::Overwriting)
        {
            let entry = entry.clone();
            self.evidence.overwritten.get_or_insert(Removal {
                server,
                index,
                entry,
            });
        }
    }

    fn was_committed(&mut self, id: ServerId, server: &Server, index: Index) {
        let Some(entry) = server.disk.log.get(index) else {
            return;
        };
        if !self.keeps(Testimony::Committed) {
            return;
        }
        let known = self.committed.get_or_insert_with(index, Vec::new);
        if known.iter().all(|known| known.entry != *entry) {
            let committed = Committed {
                entry: entry.clone(),
                by: id,
                term: server.disk.term(),
            };
            insert(known, committed);
            self.look_for_replaced(index);
        }
    }

    fn was_applied(&mut self, id: ServerId, server: &Server, index: Index) {
        let Some(entry) = server.disk.log.get(index) else {
            return;
        };
        if !self.keeps(Testimony::Applied) {
            return;
        }
        let applied = || (id, entry.clone());
        let first = self.applied.get_or_insert_with(index, applied);
        if first.1.operation != entry.operation {
            let evidence = (index, first.clone(), applied());
            self.evidence.applied_otherwise.get_or_insert(evidence);
        }
    }

    fn was_done(&mut self, server: &Server, index: Index) {
        let Some(entry) = server.disk.log.get(index) else {
            return;
        };
        if self.keeps(Testimony::Done) && !self.is_done(index, entry) {
            insert(Rc::make_mut(&mut self.done), (index, entry.clone()));
            self.look_for_replaced(index);
        }
    }

    fn is_done(&self, index: Index, entry: &Entry) -> bool {
        let place = self
            .done
            .binary_search_by(|(at, done)| (*at, done).cmp(&(index, entry)));
        place.is_ok()
    }

    /// Whether something was done at an index and something else committed there.
    fn look_for_replaced(&mut self, index: Index) {
        if self.evidence.replaced.is_some() {
            return;
        }
        let Some(committed) = self.committed.get(&index) else {
            return;
        };
        let first = self.done.partition_point(|(at, _)| *at < index);
        for (_, done) in self.done[first..].iter().take_while(|(at, _)| *at == index) {
            if let Some(other) = committed.iter().find(|other| other.entry != *done) {
                self.evidence.replaced = Some((index, done.clone(), other.entry.clone()));
                return;
            }
        }
    }

    fn was_read(&mut self, id: ServerId, server: &Server, request: &Request) {
        let read = (id, request.text.clone(), request.number);
        let Some(done) = self.reads.get(&read) else {
            return;
        };
        let log = &server.disk.log;
        let lacks = |(index, entry): &&(Index, Entry)| {
            server.applied() < *index || log.get(*index) != Some(entry)
        };
        if let Some((index, entry)) = done.iter().find(lacks) {
            let evidence = StaleRead {
                server: id,
                text: request.text.clone(),
                index: *index,
                entry: entry.clone(),
            };
            self.evidence.stale_read.get_or_insert(evidence);
        }
    }
}

impl Rename for Witness {
    fn rename(&mut self, renaming: &Renaming) {
        for leaders in self.leaders.values_mut() {
            leaders.rename(renaming);
            leaders.sort();
        }
        for committed in self.committed.values_mut() {
            for one in committed.iter_mut() {
                one.entry.rename(renaming);
                one.by.rename(renaming);
            }
            committed.sort();
        }
        for (server, entry) in self.applied.values_mut() {
            server.rename(renaming);
            entry.rename(renaming);
        }
        rename_done(&mut self.done, renaming);
        for done in self.reads.values_mut() {
            rename_done(done, renaming);
        }
        let reads = std::mem::take(&mut self.reads);
        self.reads = reads.with_keys(|(mut server, text, number)| {
            server.rename(renaming);
            (server, text, number)
        });
    }
}

fn rename_done(done: &mut Done, renaming: &Renaming) {
    let done = Rc::make_mut(done);
    for (_, entry) in done.iter_mut() {
        entry.rename(renaming);
    }
    done.sort();
}

/// Keeps the list sorted, with nothing twice.
fn insert<T: Ord>(list: &mut Vec<T>, value: T) {
    if let Err(position) = list.binary_search(&value) {
        list.insert(position, value);
    }
}
