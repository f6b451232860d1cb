//! Messages of other servers. Section 3 of the specification.

use super::super::values::*;
use super::{Event, Turn, carry_out};

impl Turn<'_> {
    pub fn receive(&mut self, from: &Name, message: &Message) {
        let term = message
            .term()
            .expect("a message between servers has a term");
        if term > self.term() && !self.hear_later_term(term, message) {
            return;
        }
        if term < self.term() {
            return self.answer_earlier_term(from, message);
        }
        match message {
            Message::RequestVote {
                last_index,
                last_term,
                ..
            } => self.request_vote(from, *last_index, *last_term),
            Message::VoteResponse { granted, .. } => self.vote_response(from, *granted),
            Message::AppendEntries { .. } => self.append_entries(from, message),
            Message::AppendResponse {
                success,
                previous,
                count,
                beat,
                hint,
                ..
            } => self.append_response(from, *success, *previous, *count, *beat, hint.as_ref()),
            Message::Request(_) | Message::Reply { .. } => {
                unreachable!("{message:?} between servers")
            }
        }
    }

    /// "any message of a later term: takes the term, has voted for nobody in it, becomes a follower; then goes on with the message".
    /// Whether it goes on.
    pub(super) fn hear_later_term(&mut self, term: Term, message: &Message) -> bool {
        if self.leads() && message.is_answer() && !self.on(Rule::StepDownForLaterTerms) {
            // Rule off: "a leader ignores later terms in answers".
            return false;
        }
        if self.server.disk_full {
            // "A full disk takes no term, gives no vote, appends nothing, and answers no server"; "A leader or candidate whose disk is
            // full and that hears of a later term becomes a follower, in memory." A follower stays as it is, its leader known.
            if !matches!(self.server.role, Role::Follower { .. }) {
                self.follow(None);
            }
            self.note("its disk is full");
            return false;
        }
        self.server.disk.term = term;
        self.server.disk.voted_for = None;
        self.follow(None);
        true
    }

    /// "a request of an earlier term: answers false with its own term; nothing else changes. Answers of an earlier term are ignored".
    pub(super) fn answer_earlier_term(&mut self, from: &Name, message: &Message) {
        if self.server.disk_full {
            return; // "answers no server"
        }
        let term = self.term();
        match message {
            Message::RequestVote { .. } => self.messages.push((
                from.clone(),
                Message::VoteResponse {
                    term,
                    granted: false,
                },
            )),
            Message::AppendEntries {
                previous,
                entries,
                beat,
                ..
            } => {
                // BEAT 0. The message's BEAT would be that of another term, told as if it were of this one.
                let beat = if self.choices.old_append_answered_with_beat_0 {
                    0
                } else {
                    *beat
                };
                self.refuse(from, *previous, entries.len(), beat, None); // no hint, since no log was compared.
            }
            _ => {}
        }
    }

    pub(super) fn refuse(
        &mut self,
        to: &Name,
        previous: Index,
        count: usize,
        beat: u64,
        hint: Option<Hint>,
    ) {
        self.respond(
            to,
            Message::AppendResponse {
                term: self.term(),
                success: false,
                previous,
                count: count as u64,
                beat,
                hint,
            },
        );
    }

    pub(super) fn respond(&mut self, to: &Name, message: Message) {
        // A full disk "answers no server".
        if !self.server.disk_full {
            self.messages.push((to.clone(), message));
        }
    }

    /// "yes, if it has voted for nobody else in this term and the candidate's log is at least as up to date (last term first, then
    /// last index); the vote is written first. Whoever asks is answered, voter or not".
    pub(super) fn request_vote(&mut self, from: &Name, last_index: Index, last_term: Term) {
        if self.server.disk_full {
            return; // "gives no vote … and answers no server"
        }
        let own_last = self.server.last();
        let free = self
            .server
            .disk
            .voted_for
            .as_ref()
            .is_none_or(|name| name == from)
            || !self.on(Rule::OneVoteATerm);
        let up_to_date = (last_term, last_index) >= (self.server.term_at(own_last), own_last)
            || !self.on(Rule::UpToDateCheck);
        let granted = free && up_to_date;
        if granted {
            // with one_vote_a_term off the latest vote is the one that is written, also over a vote for itself.
            self.server.disk.voted_for = Some(from.clone());
        }
        self.respond(
            from,
            Message::VoteResponse {
                term: self.term(),
                granted,
            },
        );
    }

    /// "`vote_response` at a candidate: counts each voter once; with a majority it leads".
    pub(super) fn vote_response(&mut self, from: &Name, granted: bool) {
        let counts = granted && self.voters().contains(from);
        let Role::Candidate { votes } = &mut self.server.role else {
            return;
        };
        if counts {
            votes.insert(from.clone());
            // looked at on every yes, also a repeated one, so that a candidate that could not write its no_op leads on the
            // next yes that it hears.
            self.lead_with_majority();
        }
    }

    pub(super) fn lead_with_majority(&mut self) {
        let Role::Candidate { votes } = &self.server.role else {
            return;
        };
        let voters = self.voters().len();
        // Rule off: "one yes besides its own is enough".
        let needed = if self.on(Rule::MajorityOfVotes) {
            voters / 2 + 1
        } else {
            voters.min(2)
        };
        if votes.len() < needed {
            return;
        }
        // "If the no_op can't be written it stays a candidate."
        if self.on(Rule::NoOpFirst) && self.server.disk_full {
            return self.note("its disk is full");
        }
        // "it leads: next = last + 1, match 0 for each peer, appends `no_op` of its term, sends to all". BEAT starts at 0 in each term.
        let start = Progress {
            next: self.server.last() + 1,
            matched: 0,
            beat: 0,
        };
        let peers = self
            .peers()
            .into_iter()
            .map(|peer| (peer, start.clone()))
            .collect();
        self.server.role = Role::Leader(Leader {
            peers,
            writes: vec![],
            reads: vec![],
            beat: 0,
        });
        self.events.push(Event::Elected {
            server: self.me.clone(),
            term: self.term(),
        });
        if self.on(Rule::NoOpFirst) {
            self.append(Operation::NoOp).expect("the disk isn't full");
        }
        self.send_to_all();
        self.after_a_leaders_step();
    }

    pub(super) fn append_entries(&mut self, from: &Name, message: &Message) {
        let Message::AppendEntries {
            previous,
            previous_term,
            commit,
            beat,
            entries,
            ..
        } = message
        else {
            unreachable!()
        };
        let (previous, commit, beat) = (*previous, *commit, *beat);
        if self.leads() {
            // "A leader that meets another of its own term (rules off) answers false, says so, and changes nothing."
            self.note("another leads in its term");
            return self.refuse(from, previous, entries.len(), beat, None);
        }
        if self.server.disk_full && !self.choices.full_disk_hears_its_term {
            return; //
        }
        // "a candidate of the same term becomes its follower, also when the entries don't fit"
        self.follow(Some(from.clone()));

        let fits = previous == 0
            || (previous <= self.server.last() && self.server.term_at(previous) == *previous_term);
        if !fits && self.on(Rule::PreviousEntryCheck) {
            self.commit_of_a_misfit(commit);
            let hint = self.hint(previous);
            return self.refuse(from, previous, entries.len(), beat, Some(hint));
        }
        // Rule off: "entries go to the index that the message says, or to the log's end if that is nearer".
        let start = previous.min(self.server.last());
        if !self.write_entries(start, entries) {
            // A full disk with something to write: as a message that does not fit.
            self.note("its disk is full");
            return self.commit_of_a_misfit(commit);
        }
        let covered = start + entries.len() as Index;
        // "commit index = max(own, min(COMMIT, PREVIOUS + number of entries, own last index))". Without the check of the previous entry
        // PREVIOUS may lie beyond the log; then the log's end is nearer
        let bound = if self.on(Rule::CommitOnlyWhenAccepted) {
            covered.min(self.server.last())
        } else {
            self.server.last()
        };
        self.raise_commit(commit.min(bound));
        self.apply();
        let count = entries.len() as u64;
        self.respond(
            from,
            Message::AppendResponse {
                term: self.term(),
                success: true,
                previous,
                count,
                beat,
                hint: None,
            },
        );
    }

    /// "never by a message that does not fit"; rule off: "commit index = max(own, min(COMMIT, own last index)), also by a message that
    /// did not fit".
    pub(super) fn commit_of_a_misfit(&mut self, commit: Index) {
        if !self.on(Rule::CommitOnlyWhenAccepted) {
            self.raise_commit(commit.min(self.server.last()));
            self.apply();
        }
    }

    pub(super) fn hint(&self, previous: Index) -> Hint {
        if previous > self.server.last() {
            return Hint::TooShort {
                last: self.server.last(),
            };
        }
        let term = self.server.term_at(previous);
        let mut first = previous;
        while first > 1 && self.server.term_at(first - 1) == term {
            first -= 1;
        }
        Hint::OtherTerm { term, first }
    }

    /// Rules 3 and 4 of figure 2: "If an existing entry conflicts with a new one (same index but different terms), delete the existing
    /// entry and all that follow it; append any new entries not already in the log." False, and nothing done, when something has to be
    /// written and the disk is full ("An append is all or nothing").
    pub(super) fn write_entries(&mut self, start: Index, entries: &[Entry]) -> bool {
        let mut known = 0;
        while known < entries.len()
            && self
                .server
                .entry(start + 1 + known as Index)
                .is_some_and(|own| own.term == entries[known].term)
        {
            known += 1;
        }
        let end = start + entries.len() as Index;
        let cuts_after = !self.on(Rule::CutOnlyConflicts) && self.server.last() > end;
        if known == entries.len() && !cuts_after {
            return true;
        }
        if self.server.disk_full {
            return false;
        }
        if known < entries.len() {
            self.cut_to(start + known as Index);
            self.server
                .disk
                .log
                .extend(entries[known..].iter().cloned());
        }
        // Rule off: "the log is cut after each message's last entry".
        self.cut_to(end.max(start));
        true
    }

    /// "Removing an entry that is committed at that server is an event of its own (`undone`): commit index and applied fall to what is
    /// left, the store is rebuilt, history does not forget."
    pub(super) fn cut_to(&mut self, left: Index) {
        if self.server.last() <= left {
            return;
        }
        let removed = self.server.disk.log.split_off(left as usize);
        for (offset, entry) in removed.into_iter().enumerate() {
            let index = left + 1 + offset as Index;
            let was_committed_there = index <= self.server.commit;
            self.events.push(Event::Removed {
                server: self.me.clone(),
                index,
                entry,
                was_committed_there,
            });
        }
        self.server.commit = self.server.commit.min(left);
        if self.server.applied > left {
            self.server.applied = left;
            self.server.store.clear();
            for index in 1..=left {
                carry_out(
                    &mut self.server.store,
                    &self.server.disk.log[index as usize - 1].operation,
                );
            }
        }
    }

    /// "as `walk_back_with_hints`; never lowers match, which counts at most up to its own last index".
    pub(super) fn append_response(
        &mut self,
        from: &Name,
        success: bool,
        previous: Index,
        count: u64,
        beat: u64,
        hint: Option<&Hint>,
    ) {
        let last = self.server.last();
        let own_last_of = |log: &[Entry], term: Term| {
            log.iter()
                .rposition(|entry| entry.term == term)
                .map(|offset| offset as Index + 1)
        };
        let after_own_last = match hint {
            Some(Hint::OtherTerm { term, .. }) => {
                own_last_of(&self.server.disk.log, *term).map(|index| index + 1)
            }
            _ => None,
        };
        let Some(leader) = self.leader() else { return };
        let Some(progress) = leader.peers.get_mut(from) else {
            return;
        }; // no peer (any more)
        progress.beat = progress.beat.max(beat);
        let mut send_again = false;
        if success {
            progress.matched = progress.matched.max((previous + count).min(last));
            progress.next = progress.matched + 1; //
        } else if previous + 1 == progress.next && previous > 0 {
            // Only the answer to what the leader would send now moves next (public cases B3, B4, B10); each move goes back.
            let target = match hint {
                Some(Hint::TooShort { last }) => last + 1,
                Some(Hint::OtherTerm { first, .. }) => after_own_last.unwrap_or(*first),
                None => previous, // one step, as `walk_back`
            };
            progress.next = target.clamp(1, previous); //
            send_again = true;
        }
        if send_again {
            self.send(from);
        }
        self.after_a_leaders_step();
    }
}
