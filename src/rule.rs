//! The rules that can be switched off, so that it can be seen what each of them is for. Which of them a
//! protocol has, and what breaks without one, is the protocol's word
//! ([`crate::protocol::Protocol::RULES`]). Where a rule is kept, the code asks in one place whether it is.

use crate::log::Log;
use crate::property::Property;
use crate::registry::ServerSet;
use crate::say;

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
    /// What happens without it, as the catalogues call it: a clause.
    pub without: &'static str,
    /// What can break then; none when nothing that is watched does.
    pub breaks: Option<Property>,
    /// A run without it in which that breaks.
    pub example: Option<Example>,
}

/// A run without a rule in which something breaks.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// What it is called, as the catalogues call that.
    pub title: &'static str,
    /// What it tells: one paragraph.
    pub story: &'static str,
    /// Its text but for these.
    pub rest: &'static str,
}

impl Example {
    /// Its whole text.
    pub fn text(self) -> String {
        let (title, story) = (say!(self.title), say!(self.story));
        format!("# {story}\ntitle {title}\n{}", self.rest)
    }
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
    pub fn title(self) -> String {
        say!(self.words().1)
    }

    /// What it is for: a sentence.
    pub fn says(self) -> String {
        say!(self.words().2)
    }

    /// Where it comes from.
    pub fn section(self) -> String {
        say!(self.words().3)
    }

    pub fn parse(word: &str) -> Option<Rule> {
        Rule::ALL.iter().copied().find(|rule| rule.name() == word)
    }

    /// Its word in a text, then the names of the messages: its title, what it is for, where it comes from.
    // Long because: four words for each rule.
    fn words(self) -> (&'static str, &'static str, &'static str, &'static str) {
        match self {
            Rule::VoteOnDisk => (
                "vote_on_disk",
                "rule-vote-on-disk",
                "rule-vote-on-disk-says",
                "section-5-6",
            ),
            Rule::OneVoteATerm => (
                "one_vote_a_term",
                "rule-one-vote-a-term",
                "rule-one-vote-a-term-says",
                "section-5-2",
            ),
            Rule::MajorityOfVotes => (
                "majority_of_votes",
                "rule-majority-of-votes",
                "rule-majority-of-votes-says",
                "section-5-2",
            ),
            Rule::UpToDateCheck => (
                "up_to_date_check",
                "rule-up-to-date-check",
                "rule-up-to-date-check-says",
                "section-5-4-1",
            ),
            Rule::PreviousEntryCheck => (
                "previous_entry_check",
                "rule-previous-entry-check",
                "rule-previous-entry-check-says",
                "section-5-3",
            ),
            Rule::CutOnlyConflicts => (
                "cut_only_conflicts",
                "rule-cut-only-conflicts",
                "rule-cut-only-conflicts-says",
                "section-5-3",
            ),
            Rule::OldTermsRefused => (
                "old_terms_refused",
                "rule-old-terms-refused",
                "rule-old-terms-refused-says",
                "section-5-1",
            ),
            Rule::CommitOnlyWhenAccepted => (
                "commit_only_when_accepted",
                "rule-commit-only-when-accepted",
                "rule-commit-only-when-accepted-says",
                "section-figure-2",
            ),
            Rule::CommitOwnTermOnly => (
                "commit_own_term_only",
                "rule-commit-own-term-only",
                "rule-commit-own-term-only-says",
                "section-5-4-2",
            ),
            Rule::NoOpFirst => (
                "no_op_first",
                "rule-no-op-first",
                "rule-no-op-first-says",
                "section-8",
            ),
            Rule::AnswerAfterCommit => (
                "answer_after_commit",
                "rule-answer-after-commit",
                "rule-answer-after-commit-says",
                "section-5-3",
            ),
            Rule::ReadsAskAMajority => (
                "reads_ask_a_majority",
                "rule-reads-ask-a-majority",
                "rule-reads-ask-a-majority-says",
                "section-dissertation-6-4",
            ),
            Rule::ChangeAfterOwnEntry => (
                "change_after_own_entry",
                "rule-change-after-own-entry",
                "rule-change-after-own-entry-says",
                "section-correction",
            ),
            Rule::OneChangeAtATime => (
                "one_change_at_a_time",
                "rule-one-change-at-a-time",
                "rule-one-change-at-a-time-says",
                "section-dissertation-4-1",
            ),
            Rule::StepDownForLaterTerms => (
                "step_down_for_later_terms",
                "rule-step-down-for-later-terms",
                "rule-step-down-for-later-terms-says",
                "section-5-1",
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
