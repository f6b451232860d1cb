//! What each rule of Raft is worth: what happens without it, and a run in which that breaks something.

use crate::property::Property;
use crate::rule::{Example, Rule, RuleRow};

macro_rules! example {
    ($file:literal, $title:literal, $story:literal) => {
        Some(Example {
            title: $title,
            story: $story,
            rest: include_str!(concat!("broken/", $file, ".txt")),
        })
    };
}

pub const RULES: &[RuleRow] = &[
    RuleRow {
        rule: Rule::VoteOnDisk,
        without: "rule-vote-on-disk-without",
        breaks: Some(Property::ElectionSafety),
        example: example!(
            "vote_on_disk",
            "rule-vote-on-disk-run",
            "rule-vote-on-disk-run-story"
        ),
    },
    RuleRow {
        rule: Rule::OneVoteATerm,
        without: "rule-one-vote-a-term-without",
        breaks: Some(Property::ElectionSafety),
        example: example!(
            "one_vote_a_term",
            "rule-one-vote-a-term-run",
            "rule-one-vote-a-term-run-story"
        ),
    },
    RuleRow {
        rule: Rule::MajorityOfVotes,
        without: "rule-majority-of-votes-without",
        breaks: Some(Property::ElectionSafety),
        example: example!(
            "majority_of_votes",
            "rule-majority-of-votes-run",
            "rule-majority-of-votes-run-story"
        ),
    },
    RuleRow {
        rule: Rule::UpToDateCheck,
        without: "rule-up-to-date-check-without",
        breaks: Some(Property::LeaderCompleteness),
        example: example!(
            "up_to_date_check",
            "rule-up-to-date-check-run",
            "rule-up-to-date-check-run-story"
        ),
    },
    RuleRow {
        rule: Rule::PreviousEntryCheck,
        without: "rule-previous-entry-check-without",
        breaks: Some(Property::LogMatching),
        example: example!(
            "previous_entry_check",
            "rule-previous-entry-check-run",
            "rule-previous-entry-check-run-story"
        ),
    },
    RuleRow {
        rule: Rule::CutOnlyConflicts,
        without: "rule-cut-only-conflicts-without",
        breaks: Some(Property::LeaderCompleteness),
        example: example!(
            "cut_only_conflicts",
            "rule-cut-only-conflicts-run",
            "rule-cut-only-conflicts-run-story"
        ),
    },
    RuleRow {
        rule: Rule::CommitOnlyWhenAccepted,
        without: "rule-commit-only-when-accepted-without",
        breaks: Some(Property::StateMachineSafety),
        example: example!(
            "commit_only_when_accepted",
            "rule-commit-only-when-accepted-run",
            "rule-commit-only-when-accepted-run-story"
        ),
    },
    RuleRow {
        rule: Rule::CommitOwnTermOnly,
        without: "rule-commit-own-term-only-without",
        breaks: Some(Property::LeaderCompleteness),
        example: example!(
            "commit_own_term_only",
            "rule-commit-own-term-only-run",
            "rule-commit-own-term-only-run-story"
        ),
    },
    RuleRow {
        rule: Rule::NoOpFirst,
        without: "rule-no-op-first-without",
        breaks: None,
        example: None,
    },
    RuleRow {
        rule: Rule::AnswerAfterCommit,
        without: "rule-answer-after-commit-without",
        breaks: Some(Property::WritesStay),
        example: example!(
            "answer_after_commit",
            "rule-answer-after-commit-run",
            "rule-answer-after-commit-run-story"
        ),
    },
    RuleRow {
        rule: Rule::ReadsAskAMajority,
        without: "rule-reads-ask-a-majority-without",
        breaks: Some(Property::ReadsAreFresh),
        example: example!(
            "reads_ask_a_majority",
            "rule-reads-ask-a-majority-run",
            "rule-reads-ask-a-majority-run-story"
        ),
    },
    RuleRow {
        rule: Rule::ChangeAfterOwnEntry,
        without: "rule-change-after-own-entry-without",
        breaks: Some(Property::LeaderCompleteness),
        example: example!(
            "change_after_own_entry",
            "rule-change-after-own-entry-run",
            "rule-change-after-own-entry-run-story"
        ),
    },
    RuleRow {
        rule: Rule::OneChangeAtATime,
        without: "rule-one-change-at-a-time-without",
        breaks: Some(Property::LeaderCompleteness),
        example: example!(
            "one_change_at_a_time",
            "rule-one-change-at-a-time-run",
            "rule-one-change-at-a-time-run-story"
        ),
    },
    RuleRow {
        rule: Rule::StepDownForLaterTerms,
        without: "rule-step-down-for-later-terms-without",
        breaks: Some(Property::EveryoneHasEverything),
        example: example!(
            "step_down_for_later_terms",
            "rule-step-down-for-later-terms-run",
            "rule-step-down-for-later-terms-run-story"
        ),
    },
];
