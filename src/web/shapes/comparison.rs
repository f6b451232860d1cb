//! What the side by side view is given.

use serde::Serialize;
use tsify::Tsify;

/// A start of the side by side view, with a trouble that suits it.
#[derive(Serialize, Tsify)]
pub struct StartRow {
    pub name: &'static str,
    pub title: String,
    /// A head without actions, for `Run.trial`.
    pub text: String,
    /// Lines without message numbers.
    pub trouble: &'static str,
}

/// How many messages one follower costs under each protocol.
#[derive(Serialize, Tsify)]
pub struct Chart {
    /// By how many entries the follower is behind.
    pub behind: Vec<Curve>,
    /// How many entries at the end of its log conflict with the leader's.
    pub conflicting: Vec<Curve>,
}

#[derive(Serialize, Tsify)]
pub struct Curve {
    pub protocol: &'static str,
    /// For 0, 1, 2 and so on.
    pub points: Vec<Point>,
}

#[derive(Serialize, Tsify)]
pub struct Point {
    pub messages: u32,
    /// Whether both logs are the same in the end.
    pub equal: bool,
}

/// What servers said to each other; what the client says and hears is not counted.
#[derive(Serialize, Tsify)]
pub struct Costs {
    pub messages: u32,
    /// Half the longest chain of messages each of which was sent because of the one before, rounded up.
    pub round_trips: u32,
    pub entries: u32,
    /// Of the text on the wire.
    pub bytes: u32,
}
