//! Within which bounds a search looks.

use std::rc::Rc;

use crate::catalog::{Prompt, ProtocolName};
use crate::client::{Request, Wish};
use crate::moves::Move;
use crate::protocol::{Offer, Terms};

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

/// How many of each there are at most, from where the search starts, or from earlier on.
///
/// Without a bound on messages in flight nothing is ever in the way of another message, so that what is never delivered
/// is as good as dropped: drops and cuts then add nothing, and are not looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    /// In the order of [`Bound::ALL`].
    at_most: [u8; Bound::COUNT],
    /// How many of these are used up where the search starts, in the same order.
    used: [u8; Bound::COUNT],
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

    /// Of what a move is one, if it is one of something that has a bound.
    pub fn of(a_move: &Move) -> Option<Bound> {
        Some(match a_move {
            Move::Drop(_) => Bound::Drops,
            Move::Duplicate(_) => Bound::Duplicates,
            Move::Kill(_) => Bound::Kills,
            Move::Cut(..) => Bound::Cuts,
            Move::Prompt { prompt, .. } => Bound::of_prompt(prompt),
            Move::Ask { text, .. } => Bound::of_wish(&wish_of(text)?),
            _ => return None,
        })
    }

    /// Whether there is such a thing under a protocol.
    pub fn is_of(self, protocol: ProtocolName) -> bool {
        match self {
            Bound::Heartbeats => protocol.offers(),
            Bound::Changes => protocol.terms() == Terms::Voted,
            _ => true,
        }
    }

    pub fn of_prompt(prompt: &Prompt) -> Bound {
        match prompt.stands() {
            true => Bound::Timeouts,
            false => Bound::Heartbeats,
        }
    }

    fn of_wish(wish: &Wish) -> Bound {
        match wish {
            Wish::Write(_) => Bound::Writes,
            Wish::Read(_) => Bound::Reads,
            Wish::Lead => Bound::Timeouts,
            Wish::Change(_) => Bound::Changes,
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

    /// Within which bounds no wider than these a search comes to its end with so many servers, in half a gigabyte: as far as that was tried, so
    /// none for more than eight.
    pub fn to_the_end(protocol: ProtocolName, servers: usize) -> Option<Bounds> {
        let mut bounds = Bounds::for_protocol(protocol);
        if protocol.terms() != Terms::Voted || servers <= 4 {
            return Some(bounds);
        }
        let [writes, timeouts, kills] = match servers {
            5 => [0, 2, 1],
            6 => [1, 1, 1],
            7 => [0, 1, 1],
            8 => [0, 1, 0],
            _ => return None,
        };
        bounds.set(Bound::Writes, writes);
        bounds.set(Bound::Timeouts, timeouts);
        bounds.set(Bound::Kills, kills);
        Some(bounds)
    }

    pub fn of(&self, bound: Bound) -> u8 {
        self.at_most[bound as usize]
    }

    /// How many of it are used up where the search starts.
    pub fn used(&self) -> [u8; Bound::COUNT] {
        self.used
    }

    /// Uses up one of what a move is one of, if anything is left of it.
    pub fn spend(&mut self, a_move: &Move) {
        if let Some(bound) = Bound::of(a_move) {
            let used = &mut self.used[bound as usize];
            *used = self.at_most[bound as usize].min(*used + 1);
        }
    }

    pub fn set(&mut self, bound: Bound, at_most: u8) {
        self.at_most[bound as usize] = at_most;
    }
}

/// What a client's text asks; none if it is none of the language.
fn wish_of(text: &Rc<str>) -> Option<Wish> {
    let request = Request {
        text: text.clone(),
        term: 0,
        number: 0,
    };
    request.wish().ok()
}
