//! The rules that can be switched off, so that it can be seen what each of them is for. Which of them a
//! protocol has, and what breaks without one, is the protocol's word
//! ([`crate::protocol::Protocol::RULES`]). Where a rule is kept, the code asks in one place whether it is.

use crate::log::Log;
use crate::property::Property;
use crate::registry::ServerSet;

/// Something that a protocol does so that nothing breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    VoteOnDisk,
    OneVoteATerm,
    MajorityOfVotes,
    UpToDateCheck,
    PreviousEntryCheck,
    CutOnlyConflicts,
    OldTermsRefused,
    CommitOnlyWhenAccepted,
    CommitOwnTermOnly,
    NoOpFirst,
    AnswerAfterCommit,
    ReadsAskAMajority,
    ChangeAfterOwnEntry,
    OneChangeAtATime,
    StepDownForLaterTerms,
}

/// What a protocol says of a rule that it has.
#[derive(Clone, Copy, Debug)]
pub struct RuleRow {
    pub rule: Rule,
    /// What happens without it: a clause.
    pub without: &'static str,
    /// What can break then; none when nothing that is watched does.
    pub breaks: Option<Property>,
    /// A run without it in which that breaks.
    pub example: Option<&'static str>,
}

/// Some of the rules. They are listed in the order in which they are declared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleSet {
    /// The n-th bit from the right is that of the n-th rule.
    bits: u16,
}

/// What holds for a whole cluster from its start on, beside its protocol.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Setting {
    /// Who votes as long as no entry says otherwise. Empty where nobody votes.
    pub voters: ServerSet,
    /// The rules that are switched off.
    pub without: RuleSet,
}

impl Setting {
    /// Whether a rule is kept.
    pub fn keeps(self, rule: Rule) -> bool {
        !self.without.contains(rule)
    }

    /// Who votes, by what is in a log: its latest configuration counts, committed or not.
    pub fn voters_by(self, log: &Log) -> ServerSet {
        let latest = log.configurations().next();
        latest.map_or(self.voters, |(_, voters)| voters)
    }
}

impl Rule {
    pub const ALL: &[Rule] = &[
        Rule::VoteOnDisk,
        Rule::OneVoteATerm,
        Rule::MajorityOfVotes,
        Rule::UpToDateCheck,
        Rule::PreviousEntryCheck,
        Rule::CutOnlyConflicts,
        Rule::OldTermsRefused,
        Rule::CommitOnlyWhenAccepted,
        Rule::CommitOwnTermOnly,
        Rule::NoOpFirst,
        Rule::AnswerAfterCommit,
        Rule::ReadsAskAMajority,
        Rule::ChangeAfterOwnEntry,
        Rule::OneChangeAtATime,
        Rule::StepDownForLaterTerms,
    ];

    /// The word in `without vote_on_disk`.
    pub fn name(self) -> &'static str {
        self.words().0
    }

    /// The name by which people know it.
    pub fn title(self) -> &'static str {
        self.words().1
    }

    /// What it is for: a sentence.
    pub fn says(self) -> &'static str {
        self.words().2
    }

    /// Where it comes from.
    pub fn section(self) -> &'static str {
        self.words().3
    }

    pub fn parse(word: &str) -> Option<Rule> {
        Rule::ALL.iter().copied().find(|rule| rule.name() == word)
    }

    // Long because: four texts for each rule.
    fn words(self) -> (&'static str, &'static str, &'static str, &'static str) {
        const PAPER_5_1: &str = "Raft paper, section 5.1";
        const PAPER_5_2: &str = "Raft paper, section 5.2";
        const PAPER_5_3: &str = "Raft paper, section 5.3";
        match self {
            Rule::VoteOnDisk => (
                "vote_on_disk",
                "Votes are on the disk",
                "A vote is written before it is given, so that a server that was killed does not vote again in the same term.",
                "Raft paper, figure 2 and section 5.6",
            ),
            Rule::OneVoteATerm => (
                "one_vote_a_term",
                "One vote in a term",
                "A server votes for one candidate in a term, so that two can’t both get a majority.",
                PAPER_5_2,
            ),
            Rule::MajorityOfVotes => (
                "majority_of_votes",
                "A majority of votes",
                "A candidate needs more than half of the voters, since any two majorities share a server.",
                PAPER_5_2,
            ),
            Rule::UpToDateCheck => (
                "up_to_date_check",
                "Votes for up-to-date logs only",
                "A server votes for nobody whose log is behind its own, so that whoever leads has all that is committed.",
                "Raft paper, section 5.4.1",
            ),
            Rule::PreviousEntryCheck => (
                "previous_entry_check",
                "The entry before is checked",
                "A follower takes entries only after the entry that lies before them at the leader, so that logs that agree at an index agree up to it.",
                PAPER_5_3,
            ),
            Rule::CutOnlyConflicts => (
                "cut_only_conflicts",
                "Only conflicts are cut",
                "A follower removes only what conflicts, since a message that comes late must not take away what came after it.",
                PAPER_5_3,
            ),
            Rule::OldTermsRefused => (
                "old_terms_refused",
                "Old terms are refused",
                "A follower takes no entries from a leader whose term is over.",
                PAPER_5_1,
            ),
            Rule::CommitOnlyWhenAccepted => (
                "commit_only_when_accepted",
                "Commit what the message covers",
                "A follower believes the leader’s commit index only as far as it knows its log to be the leader’s.",
                "Raft paper, figure 2",
            ),
            Rule::CommitOwnTermOnly => (
                "commit_own_term_only",
                "Commit own terms only",
                "A leader counts servers only for entries of its own term: an older entry on a majority can still be replaced.",
                "Raft paper, section 5.4.2 and figure 8",
            ),
            Rule::NoOpFirst => (
                "no_op_first",
                "A no_op comes first",
                "A new leader writes an entry that changes nothing, so that what it found in its log can be committed with it.",
                "Raft paper, section 8",
            ),
            Rule::AnswerAfterCommit => (
                "answer_after_commit",
                "Done means committed",
                "A client hears “done” once its entry is committed: before that it may be lost.",
                PAPER_5_3,
            ),
            Rule::ReadsAskAMajority => (
                "reads_ask_a_majority",
                "Reads ask a majority",
                "A leader makes sure that it still leads before it answers a read: somebody else may lead by now.",
                "Raft paper, section 8, and dissertation, 6.4",
            ),
            Rule::ChangeAfterOwnEntry => (
                "change_after_own_entry",
                "Changes wait for an own entry",
                "A leader changes the voters only after an entry of its own term is committed, so that no other change can still come back.",
                "Correction on raft-dev, 2015",
            ),
            Rule::OneChangeAtATime => (
                "one_change_at_a_time",
                "One change at a time",
                "The next change of voters waits until the last is committed: only neighbours among configurations share a majority.",
                "Dissertation, 4.1",
            ),
            Rule::StepDownForLaterTerms => (
                "step_down_for_later_terms",
                "Later terms end a reign",
                "A leader that hears of a later term in an answer leads no more.",
                PAPER_5_1,
            ),
        }
    }
}

impl RuleSet {
    /// False when it was there already.
    pub fn insert(&mut self, rule: Rule) -> bool {
        let before = self.bits;
        self.bits |= 1 << rule as u16;
        self.bits != before
    }

    pub fn remove(&mut self, rule: Rule) {
        self.bits &= !(1 << rule as u16);
    }

    pub fn contains(self, rule: Rule) -> bool {
        self.bits & (1 << rule as u16) != 0
    }

    pub fn iter(self) -> impl Iterator<Item = Rule> {
        let all = Rule::ALL.iter().copied();
        all.filter(move |&rule| self.contains(rule))
    }
}

impl FromIterator<Rule> for RuleSet {
    fn from_iter<T: IntoIterator<Item = Rule>>(rules: T) -> RuleSet {
        let mut set = RuleSet::default();
        for rule in rules {
            set.insert(rule);
        }
        set
    }
}
