//! Within which bounds a search looks.

use crate::catalog::ProtocolName;
use crate::protocol::Terms;

/// Something of which a run has at most so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// Requests `set a 1`, `set a 2` and so on, to anybody.
    Writes,
    /// Requests `get a`, to anybody.
    Reads,
    /// Servers that stand for election; where nobody does, nominations.
    Timeouts,
    /// What else servers offer: heartbeats, and to send again.
    Heartbeats,
    /// Each server that is killed may be restarted once.
    Kills,
    Drops,
    Duplicates,
    /// Requests that let one voter more or less vote.
    Changes,
    /// Each link that is cut may be healed once.
    Cuts,
}

/// How many of each there are at most, from where the search starts.
///
/// Without a bound on messages in flight nothing is ever in the way of another message, so that what is never delivered
/// is as good as dropped: drops and cuts then add nothing, and are not looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    /// In the order of [`Bound::ALL`].
    at_most: [u8; Bound::COUNT],
    /// How many messages are in flight at once; what the client is told does not count. None for any number.
    pub in_flight: Option<u32>,
    /// How many actions a run has. None for any number.
    pub depth: Option<u32>,
}

impl Bound {
    pub const COUNT: usize = 9;

    pub const ALL: [Bound; Bound::COUNT] = [
        Bound::Writes,
        Bound::Reads,
        Bound::Timeouts,
        Bound::Heartbeats,
        Bound::Kills,
        Bound::Drops,
        Bound::Duplicates,
        Bound::Changes,
        Bound::Cuts,
    ];

    /// The name by which programs know it.
    pub fn name(self) -> &'static str {
        match self {
            Bound::Writes => "writes",
            Bound::Reads => "reads",
            Bound::Timeouts => "timeouts",
            Bound::Heartbeats => "heartbeats",
            Bound::Kills => "kills",
            Bound::Drops => "drops",
            Bound::Duplicates => "duplicates",
            Bound::Changes => "changes",
            Bound::Cuts => "cuts",
        }
    }

    pub fn parse(word: &str) -> Option<Bound> {
        Bound::ALL.into_iter().find(|bound| bound.name() == word)
    }
}

impl Bounds {
    /// What is worth trying first under a protocol: a second or so.
    pub fn for_protocol(protocol: ProtocolName) -> Bounds {
        let mut bounds = Bounds::default();
        bounds.set(Bound::Writes, 1);
        bounds.set(Bound::Timeouts, 2);
        bounds.set(Bound::Kills, 1);
        if protocol.terms() == Terms::Ignored {
            bounds.set(Bound::Writes, 2);
        }
        bounds
    }

    pub fn of(&self, bound: Bound) -> u8 {
        self.at_most[bound as usize]
    }

    pub fn set(&mut self, bound: Bound, at_most: u8) {
        self.at_most[bound as usize] = at_most;
    }
}
