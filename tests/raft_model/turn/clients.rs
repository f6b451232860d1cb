//! What a client asks for. Section 3 of the specification.

use super::super::values::*;
use super::{Event, Turn};

impl Turn<'_> {
    pub fn request(&mut self, id: EnvelopeId, request: &Request) {
        match request {
            Request::YoureTheLeader => self.youre_the_leader(id),
            Request::Show => self.answer(id, Answer::Store(self.server.store.clone())),
            Request::ShowLog => self.answer(id, Answer::Log(self.server.disk.log.clone())),
            Request::Else(_) => self.decline(id, "no such command"),
            // "a write or read elsewhere: declined, with the leader's name where it knows one"
            _ if !self.leads() => self.decline(id, "it doesn't lead"),
            Request::Write(operation) => self.propose(id, operation.clone()),
            Request::Get(key) => self.read(id, key),
            Request::AddServer(name) => self.change_voters(id, name, true),
            Request::RemoveServer(name) => self.change_voters(id, name, false),
        }
    }

    /// "as if its timeout had come (dissertation 3.10), and the client is told that it stands; a leader says that it leads already;
    /// a non-voter declines".
    pub(super) fn youre_the_leader(&mut self, id: EnvelopeId) {
        if self.leads() {
            self.answer(id, Answer::LeadsAlready);
        } else if !self.may_stand() {
            self.decline(id, "it is no voter");
        } else {
            match self.stand() {
                Ok(()) => self.replies.insert(0, (id, Answer::Stands)),
                Err(why) => self.decline(id, why),
            }
        }
    }

    /// "a write at a leader: appends, sends to all at once; the client is answered when the entry is applied".
    pub(super) fn propose(&mut self, id: EnvelopeId, operation: Operation) {
        let Some(index) = self.append(operation) else {
            return self.decline(id, "its disk is full");
        };
        self.wait_or_answer(id, index);
        // first it sends, then it advances the commit index, so that these messages carry the commit index of before.
        self.send_to_all();
        self.after_a_leaders_step();
    }

    pub(super) fn wait_or_answer(&mut self, id: EnvelopeId, index: Index) {
        if self.on(Rule::AnswerAfterCommit) {
            self.leader()
                .unwrap()
                .writes
                .push(WaitingWrite { request: id, index });
        } else {
            // Rule off: "the client is answered on append" for a change of voters too, "answered when applied, as a write").
            self.done(id, index);
        }
    }

    pub(super) fn done(&mut self, request: EnvelopeId, index: Index) {
        let entry = self.server.entry(index).unwrap().clone();
        self.answer(
            request,
            Answer::Done {
                index,
                operation: entry.operation.clone(),
            },
        );
        self.events.push(Event::DoneSent {
            server: self.me.clone(),
            request,
            index,
            entry,
        });
    }

    /// "a read (`get`) at a leader: raises BEAT and sends to all as a heartbeat does; waits until … ; then answers from its store."
    pub(super) fn read(&mut self, id: EnvelopeId, key: &str) {
        if !self.on(Rule::ReadsAskAMajority) {
            // Rule off: "a leader answers reads from its store".
            return self.answer_read(id, key);
        }
        let leader = self.leader().unwrap();
        leader.beat += 1;
        let beat = leader.beat;
        leader.reads.push(WaitingRead {
            request: id,
            key: key.into(),
            beat,
        });
        self.send_to_all();
        self.after_a_leaders_step();
    }

    pub(super) fn answer_read(&mut self, request: EnvelopeId, key: &str) {
        self.answer(request, Answer::Value(self.server.store.get(key).cloned()));
        self.events.push(Event::ReadAnswered {
            server: self.me.clone(),
            request,
        });
    }

    /// "`add_server NAME`, `remove_server NAME` at a leader: one change at a time, each one server".
    pub(super) fn change_voters(&mut self, id: EnvelopeId, name: &Name, add: bool) {
        if let Some(why) = self.why_no_change(name, add) {
            return self.decline(id, why);
        }
        let next = self.server.last() + 1;
        let wanted = |known: &Name, voters: &[Name]| {
            if known == name {
                add
            } else {
                voters.contains(known)
            }
        };
        let voters = self.voters();
        let names = self
            .registry
            .iter()
            .filter(|known| wanted(known, &voters))
            .cloned()
            .collect();
        let Some(index) = self.append(Operation::Configuration(names)) else {
            return self.decline(id, "its disk is full");
        };
        // "in force on each server as soon as it is in its log"; "A server added starts at next = last + 1, match 0."
        // `last` is that of before the append, as at an election, so that its first message carries the configuration.
        let peers = self.peers();
        let leader = self.leader().unwrap();
        leader.peers.retain(|peer, _| peers.contains(peer));
        for peer in peers {
            leader.peers.entry(peer).or_insert(Progress {
                next,
                matched: 0,
                beat: 0,
            });
        }
        self.wait_or_answer(id, index);
        self.send_to_all();
        self.after_a_leaders_step();
    }

    /// "Declined while the last change isn't committed, or while no entry of its own term is; also for a name that isn't registered,
    /// is a voter already, is none, or is the last." the name's faults come first.
    pub(super) fn why_no_change(&self, name: &Name, add: bool) -> Option<&'static str> {
        let voters = self.voters();
        if !self.registry.contains(name) {
            return Some("the name isn't registered");
        }
        if add && voters.contains(name) {
            return Some("it is a voter already");
        }
        if !add && !voters.contains(name) {
            return Some("it is no voter");
        }
        if !add && voters.len() == 1 {
            return Some("it is the last voter");
        }
        let last_change = self.server.configuration(self.founders).0;
        if self.on(Rule::OneChangeAtATime) && last_change > self.server.commit {
            return Some("the last change isn't committed");
        }
        if self.on(Rule::ChangeAfterOwnEntry) && !self.own_entry_committed() {
            return Some("no entry of its own term is committed");
        }
        None
    }

    pub(super) fn own_entry_committed(&self) -> bool {
        (1..=self.server.commit).any(|index| self.server.term_at(index) == self.term())
    }
}
