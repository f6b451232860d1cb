//! One turn of one server: it hears something, changes itself, and says what it sends. Section 3 of the specification, row by row.

mod clients;
mod leader;
mod messages;

use super::values::*;
use std::collections::{BTreeMap, BTreeSet};

/// What happened in a turn, for the history (the properties are functions over it).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Somebody came to lead.
    Elected { server: Name, term: Term },
    /// The server's commit index reached `index`, when its current term was `term`.
    Committed {
        server: Name,
        term: Term,
        index: Index,
        entry: Entry,
    },
    /// The entry was carried out on the server's store.
    Applied {
        server: Name,
        index: Index,
        entry: Entry,
    },
    /// The entry was cut from the server's log, or taken from its disk by hand.
    Removed {
        server: Name,
        index: Index,
        entry: Entry,
        was_committed_there: bool,
    },
    /// The "done" of this entry was sent to a client.
    DoneSent {
        server: Name,
        request: EnvelopeId,
        index: Index,
        entry: Entry,
    },
    /// A `get` was put in flight.
    ReadPut { request: EnvelopeId },
    /// A `get` was answered from the server's store.
    ReadAnswered { server: Name, request: EnvelopeId },
    /// What should be written could not be (full disk, highest term), or a leader met another of its own term.
    Noted { server: Name, what: &'static str },
}

pub struct Turn<'a> {
    pub me: &'a Name,
    pub server: &'a mut Server,
    pub rules_off: &'a BTreeSet<Rule>,
    pub choices: Choices,
    pub registry: &'a [Name],
    pub founders: &'a [Name],
    /// Answers to the client, in the order in which they arise.
    pub replies: Vec<(EnvelopeId, Answer)>,
    /// Messages to other servers; the caller puts them in order of registration.
    pub messages: Vec<(Name, Message)>,
    pub events: Vec<Event>,
}

impl Turn<'_> {
    fn on(&self, rule: Rule) -> bool {
        !self.rules_off.contains(&rule)
    }

    fn term(&self) -> Term {
        self.server.disk.term
    }

    fn voters(&self) -> Vec<Name> {
        self.server.configuration(self.founders).1.to_vec()
    }

    fn is_voter(&self) -> bool {
        self.voters().contains(self.me)
    }

    /// "the other voters of the server's own configuration".
    fn peers(&self) -> Vec<Name> {
        self.voters()
            .into_iter()
            .filter(|name| name != self.me)
            .collect()
    }

    fn leader(&mut self) -> Option<&mut Leader> {
        match &mut self.server.role {
            Role::Leader(leader) => Some(leader),
            _ => None,
        }
    }

    fn leads(&self) -> bool {
        matches!(self.server.role, Role::Leader(_))
    }

    fn answer(&mut self, request: EnvelopeId, answer: Answer) {
        self.replies.push((request, answer));
    }

    fn decline(&mut self, request: EnvelopeId, why: &'static str) {
        let leader = self.server.leader_known();
        self.answer(request, Answer::Declined { leader, why });
    }

    fn note(&mut self, what: &'static str) {
        self.events.push(Event::Noted {
            server: self.me.clone(),
            what,
        });
    }

    // ---- Prompts -------------------------------------------------------------------------------------------------------------

    /// "`timeout` at a voter that is follower or candidate: term + 1, votes for itself, both written, then `request_vote` to every
    /// peer. A lone voter leads at once." The caller has seen to it that it is offered.
    pub fn timeout(&mut self) {
        // "A timeout that can't be written (full disk, highest term) is offered and declined with a sentence."
        if let Err(why) = self.stand() {
            self.note(why);
        }
    }

    /// "Leaders aren't offered it" (and nobody who is down), nor who does not stand.
    pub fn offers_timeout(&self) -> bool {
        self.may_stand()
            && matches!(
                self.server.role,
                Role::Follower { .. } | Role::Candidate { .. }
            )
    }

    /// "A server that is not part of its own latest configuration should still start new elections, as it might still be needed
    /// until the Cnew entry is committed" (dissertation 4.2.2): so it looks back as far as to the configuration that it knows to be
    /// committed. Who was in none of these is no voter.
    pub fn may_stand(&self) -> bool {
        let log = &self.server.disk.log;
        for index in (1..=self.server.last()).rev() {
            let Operation::Configuration(names) = &log[index as usize - 1].operation else {
                continue;
            };
            if names.contains(self.me) {
                return true;
            }
            if index <= self.server.commit {
                return false;
            }
        }
        self.founders.contains(self.me)
    }

    fn stand(&mut self) -> Result<(), &'static str> {
        if self.server.disk_full {
            return Err("its disk is full");
        }
        if self.term() >= HIGHEST_TERM {
            return Err("its term is the highest");
        }
        self.server.disk.term += 1;
        self.server.disk.voted_for = Some(self.me.clone());
        // "It does not count its own vote in elections unless it is part of its latest configuration" (4.2.2).
        let mut votes = BTreeSet::new();
        if self.is_voter() {
            votes.insert(self.me.clone());
        }
        self.server.role = Role::Candidate { votes };
        let message = Message::RequestVote {
            term: self.term(),
            last_index: self.server.last(),
            last_term: self.server.term_at(self.server.last()),
        };
        for peer in self.peers() {
            self.messages.push((peer, message.clone()));
        }
        self.lead_with_majority();
        Ok(())
    }

    /// "`heartbeat` at a leader: sends to each peer from its next, without entries where none are missing. It and writes carry BEAT
    /// unchanged."
    pub fn heartbeat(&mut self) {
        self.send_to_all();
    }

    pub fn offers_heartbeat(&self) -> bool {
        self.leads()
    }

    // ---- Parts ---------------------------------------------------------------------------------------------------------------

    /// Becomes (or stays) a follower. "it stops being leader: writes that wait are answered 'I don't lead any more; whether entry N
    /// stays is open': unknown, not failed; reads that wait are declined."
    fn follow(&mut self, known: Option<Name>) {
        let before = std::mem::replace(&mut self.server.role, Role::Follower { leader: known });
        if let Role::Leader(leader) = before {
            // writes first, then reads, each in the order in which they came.
            for write in leader.writes {
                self.answer(write.request, Answer::Open { index: write.index });
            }
            for read in leader.reads {
                self.answer(
                    read.request,
                    Answer::Declined {
                        leader: None,
                        why: "it doesn't lead any more",
                    },
                );
            }
        }
    }

    /// None, and nothing done, if the disk is full.
    fn append(&mut self, operation: Operation) -> Option<Index> {
        if self.server.disk_full {
            return None;
        }
        let term = self.term();
        self.server.disk.log.push(Entry { term, operation });
        Some(self.server.last())
    }

    fn send_to_all(&mut self) {
        for peer in self.peers() {
            self.send(&peer);
        }
    }

    fn send(&mut self, to: &Name) {
        let Role::Leader(leader) = &self.server.role else {
            return;
        };
        let Some(progress) = leader.peers.get(to) else {
            return;
        };
        let previous = progress.next - 1;
        let message = Message::AppendEntries {
            term: self.term(),
            previous,
            previous_term: self.server.term_at(previous),
            commit: self.server.commit,
            beat: leader.beat,
            entries: self.server.disk.log[(previous as usize).min(self.server.disk.log.len())..]
                .to_vec(),
        };
        self.messages.push((to.clone(), message));
    }

    fn raise_commit(&mut self, to: Index) {
        for index in self.server.commit + 1..=to {
            let entry = self
                .server
                .entry(index)
                .expect("a commit index lies in the log")
                .clone();
            self.events.push(Event::Committed {
                server: self.me.clone(),
                term: self.term(),
                index,
                entry,
            });
        }
        self.server.commit = self.server.commit.max(to);
    }

    /// Carries out what is committed and not applied, in order; a write that waits for its entry is answered.
    fn apply(&mut self) {
        while self.server.applied < self.server.commit {
            let index = self.server.applied + 1;
            let entry = self.server.entry(index).unwrap().clone();
            carry_out(&mut self.server.store, &entry.operation);
            self.server.applied = index;
            self.events.push(Event::Applied {
                server: self.me.clone(),
                index,
                entry,
            });
            let Some(leader) = self.leader() else {
                continue;
            };
            if let Some(place) = leader.writes.iter().position(|write| write.index == index) {
                let write = leader.writes.remove(place);
                self.done(write.request, index);
            }
        }
    }
}

/// "`no_op` and `configuration` change no store".
pub fn carry_out(store: &mut BTreeMap<String, String>, operation: &Operation) {
    match operation {
        Operation::Set(key, value) => {
            store.insert(key.clone(), value.clone());
        }
        Operation::Delete(key) => {
            store.remove(key);
        }
        Operation::NoOp | Operation::Configuration(_) => {}
    }
}
