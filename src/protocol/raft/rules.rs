//! What each rule of Raft is worth: what happens without it, and a run in which that breaks something.

use crate::property::Property;
use crate::rule::{Rule, RuleRow};

macro_rules! example {
    ($name:literal) => {
        Some(include_str!(concat!("broken/", $name, ".txt")))
    };
}

pub const RULES: &[RuleRow] = &[
    RuleRow {
        rule: Rule::VoteOnDisk,
        without: "the vote is forgotten at a kill",
        breaks: Some(Property::ElectionSafety),
        example: example!("vote_on_disk"),
    },
    RuleRow {
        rule: Rule::OneVoteATerm,
        without: "everyone whose log is good enough gets a yes",
        breaks: Some(Property::ElectionSafety),
        example: example!("one_vote_a_term"),
    },
    RuleRow {
        rule: Rule::MajorityOfVotes,
        without: "one yes besides its own is enough, which shows with four servers or more",
        breaks: Some(Property::ElectionSafety),
        example: example!("majority_of_votes"),
    },
    RuleRow {
        rule: Rule::UpToDateCheck,
        without: "who votes does not look at logs",
        breaks: Some(Property::LeaderCompleteness),
        example: example!("up_to_date_check"),
    },
    RuleRow {
        rule: Rule::PreviousEntryCheck,
        without: "entries go to the index that the message says, or to the log’s end if that is nearer",
        breaks: Some(Property::LogMatching),
        example: example!("previous_entry_check"),
    },
    RuleRow {
        rule: Rule::CutOnlyConflicts,
        without: "the log is cut after each message’s last entry",
        breaks: Some(Property::LeaderCompleteness),
        example: example!("cut_only_conflicts"),
    },
    RuleRow {
        rule: Rule::CommitOnlyWhenAccepted,
        without: "a follower commits what it has up to the leader’s commit index, also when the entries did not fit",
        breaks: Some(Property::StateMachineSafety),
        example: example!("commit_only_when_accepted"),
    },
    RuleRow {
        rule: Rule::CommitOwnTermOnly,
        without: "counting alone commits entries of earlier terms; it shows without no_op_first only, since a no_op goes along with every older entry, and who has it is ahead of everybody who has not",
        breaks: Some(Property::LeaderCompleteness),
        example: example!("commit_own_term_only"),
    },
    RuleRow {
        rule: Rule::NoOpFirst,
        without: "a new leader writes nothing by itself, and old entries and reads wait for the next write",
        breaks: None,
        example: None,
    },
    RuleRow {
        rule: Rule::AnswerAfterCommit,
        without: "the client hears “done” as soon as the leader has the entry",
        breaks: Some(Property::WritesStay),
        example: example!("answer_after_commit"),
    },
    RuleRow {
        rule: Rule::ReadsAskAMajority,
        without: "a leader answers reads from its store",
        breaks: Some(Property::ReadsAreFresh),
        example: example!("reads_ask_a_majority"),
    },
    RuleRow {
        rule: Rule::ChangeAfterOwnEntry,
        without: "a new leader changes the voters at once",
        breaks: Some(Property::LeaderCompleteness),
        example: example!("change_after_own_entry"),
    },
    RuleRow {
        rule: Rule::OneChangeAtATime,
        without: "changes overlap",
        breaks: Some(Property::LeaderCompleteness),
        example: example!("one_change_at_a_time"),
    },
    RuleRow {
        rule: Rule::StepDownForLaterTerms,
        without: "a leader ignores later terms in answers: it goes on taking requests that wait for ever, and who has the later term is not brought up to date",
        breaks: Some(Property::EveryoneHasEverything),
        example: example!("step_down_for_later_terms"),
    },
];
