//! What is watched of a cluster: the properties' names. Which of them is promised, and which is only a
//! goal, is the protocol's word ([`crate::protocol::Protocol::PROMISES`]); whether they hold, `properties.rs`
//! finds out.

/// Something that can be true of a cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Property {
    /// No index holds two different entries on servers that are up.
    LogsAgree,
    /// Two logs of servers that are up with the same term at an index are the same up to it.
    LogMatching,
    /// No entry lies at another index than at its sender. Nothing is known of entries read from a disk.
    NothingRepeated,
    /// The logs of all servers that are up are equal.
    EveryoneHasEverything,
}

/// What a property is to a protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Promised: true at every moment. Once broken it stays broken for the rest of the run.
    Always,
    /// Hoped for: true now, or not yet.
    Goal,
}

impl Property {
    /// The name by which programs know it.
    pub fn id(self) -> &'static str {
        match self {
            Property::LogsAgree => "logs_agree",
            Property::LogMatching => "log_matching",
            Property::NothingRepeated => "nothing_repeated",
            Property::EveryoneHasEverything => "everyone_has_everything",
        }
    }

    /// The name by which people know it.
    pub fn title(self) -> &'static str {
        match self {
            Property::LogsAgree => "Logs agree",
            Property::LogMatching => "Log matching",
            Property::NothingRepeated => "Nothing repeated",
            Property::EveryoneHasEverything => "Everyone has everything",
        }
    }
}

impl Kind {
    /// The word by which programs know it.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Always => "always",
            Kind::Goal => "goal",
        }
    }
}
