//! What a leader does after every append, response and change of voters. Section 3 of the specification.

use super::super::values::*;
use super::Turn;

impl Turn<'_> {
    /// commit, apply and answer the writes; then answer the reads that are ready; then step down if it was removed.
    pub(super) fn after_a_leaders_step(&mut self) {
        self.advance_commit();
        self.apply();
        self.answer_reads();
        self.step_down_if_removed();
    }

    /// "advances the commit index to the highest index that a majority of voters has (itself, if a voter) and whose entry is of its
    /// own term".
    pub(super) fn advance_commit(&mut self) {
        let term = self.term();
        let own_term_only = self.on(Rule::CommitOwnTermOnly);
        for index in (self.server.commit + 1..=self.server.last()).rev() {
            let counts = self.server.term_at(index) == term || !own_term_only; // rule off: "counting alone commits entries of earlier terms"
            if counts && self.majority(|progress| progress.matched >= index) {
                return self.raise_commit(index);
            }
        }
    }

    /// Whether a majority of its voters is so; the leader itself is, if it is a voter.
    pub(super) fn majority(&self, so: impl Fn(&Progress) -> bool) -> bool {
        let Role::Leader(leader) = &self.server.role else {
            return false;
        };
        let voters = self.voters();
        let count = voters
            .iter()
            .filter(|voter| *voter == self.me || leader.peers.get(*voter).is_some_and(&so))
            .count();
        2 * count > voters.len()
    }

    pub(super) fn answer_reads(&mut self) {
        if !self.own_entry_committed() {
            return; // "waits until an entry of its own term is committed"
        }
        let Role::Leader(leader) = &self.server.role else {
            return;
        };
        for read in leader.reads.clone() {
            // "and a majority has answered with that BEAT or a later one, true or false, in its own term (itself, if a voter)"
            if self.majority(|progress| progress.beat >= read.beat) {
                self.leader()
                    .unwrap()
                    .reads
                    .retain(|waiting| waiting.request != read.request);
                self.answer_read(read.request, &read.key);
            }
        }
    }

    /// "A leader that was removed doesn't count itself and steps down when the change is committed, not before".
    pub(super) fn step_down_if_removed(&mut self) {
        let (index, voters) = self.server.configuration(self.founders);
        let removed = !voters.contains(self.me);
        if !removed || !self.leads() {
            return;
        }
        // the change is the one that left it out, the first of those at the log's end that do; it matters only where changes
        // overlap (rule off).
        let mut change = index;
        for earlier in (1..index).rev() {
            if let Operation::Configuration(names) =
                &self.server.disk.log[earlier as usize - 1].operation
            {
                if names.contains(self.me) {
                    break;
                }
                change = earlier;
            }
        }
        if change <= self.server.commit {
            self.follow(None);
        }
    }
}
