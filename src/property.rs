//! What is watched of a cluster: the properties' names. Which of them is promised, and which is only a
//! goal, is the protocol's word ([`crate::protocol::Protocol::PROMISES`]); whether they hold, `properties.rs`
//! finds out.

use crate::say;

/// Something that can be true of a cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Property {
    /// No index holds two different entries on servers that are up.
    LogsAgree,
    /// Two logs of servers that are up with the same term at an index are the same up to it.
    LogMatching,
    /// No entry lies at another index than at its sender. Nothing is known of entries read from a disk.
    NothingRepeated,
    /// The logs of all servers that are up are equal. Where there are voters, it is about them alone, and so
    /// is [`Property::LogsAgree`].
    EveryoneHasEverything,
    /// A term never has two leaders.
    ElectionSafety,
    /// A leader never removes an entry of its own log.
    LeaderAppendOnly,
    /// What is committed is in the log of every leader of a later term.
    LeaderCompleteness,
    /// No two servers ever carry out different operations at one index.
    StateMachineSafety,
    /// What a client was told to be done is never removed, and nothing else is committed in its place.
    WritesStay,
    /// Who answers a read has applied all that was done before it was asked.
    ReadsAreFresh,
    /// Somebody was elected.
    SomebodyWasElected,
    /// An entry was committed.
    SomethingWasCommitted,
}

/// What a property is to a protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Promised: true at every moment. Once broken it stays broken for the rest of the run.
    Always,
    /// Hoped for: true now, or not yet.
    Goal,
    /// To happen once: true from then on.
    Sometimes,
}

impl Property {
    pub const ALL: &[Property] = &[
        Property::LogsAgree,
        Property::LogMatching,
        Property::NothingRepeated,
        Property::EveryoneHasEverything,
        Property::ElectionSafety,
        Property::LeaderAppendOnly,
        Property::LeaderCompleteness,
        Property::StateMachineSafety,
        Property::WritesStay,
        Property::ReadsAreFresh,
        Property::SomebodyWasElected,
        Property::SomethingWasCommitted,
    ];

    /// The name by which programs know it.
    pub fn id(self) -> &'static str {
        match self {
            Property::LogsAgree => "logs_agree",
            Property::LogMatching => "log_matching",
            Property::NothingRepeated => "nothing_repeated",
            Property::EveryoneHasEverything => "everyone_has_everything",
            Property::ElectionSafety => "election_safety",
            Property::LeaderAppendOnly => "leader_append_only",
            Property::LeaderCompleteness => "leader_completeness",
            Property::StateMachineSafety => "state_machine_safety",
            Property::WritesStay => "writes_stay",
            Property::ReadsAreFresh => "reads_are_fresh",
            Property::SomebodyWasElected => "somebody_was_elected",
            Property::SomethingWasCommitted => "something_was_committed",
        }
    }

    /// The name by which people know it.
    pub fn title(self) -> String {
        say!(match self {
            Property::LogsAgree => "property-logs-agree",
            Property::LogMatching => "property-log-matching",
            Property::NothingRepeated => "property-nothing-repeated",
            Property::EveryoneHasEverything => "property-everyone-has-everything",
            Property::ElectionSafety => "property-election-safety",
            Property::LeaderAppendOnly => "property-leader-append-only",
            Property::LeaderCompleteness => "property-leader-completeness",
            Property::StateMachineSafety => "property-state-machine-safety",
            Property::WritesStay => "property-writes-stay",
            Property::ReadsAreFresh => "property-reads-are-fresh",
            Property::SomebodyWasElected => "property-somebody-was-elected",
            Property::SomethingWasCommitted => "property-something-was-committed",
        })
    }
}

impl Kind {
    /// The word by which programs know it.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Always => "always",
            Kind::Goal => "goal",
            Kind::Sometimes => "sometimes",
        }
    }
}
