//! What JavaScript sees of the simulation. serde makes plain objects of these; tsify writes the TypeScript
//! of `pkg/catchup.d.ts` from the same lines, sentences included, so that the two cannot drift apart.
//!
//! Indexes and ids count from 1; moments count from 0, the start. Field names are in snake_case on both
//! sides. What happened is in `events.rs`.

use std::marker::PhantomData;

use serde::Serialize;
use serde_wasm_bindgen::preserve;
use tsify::Tsify;
use wasm_bindgen::JsValue;

use super::events::Event;

mod choices;
mod comparison;
mod lesson;

pub use choices::{
    Catalog, Defaults, LessonRow, Limits, PropertyRow, ProtocolRow, RuleRow, TroubleRow,
};
pub use comparison::{Chart, Costs, Curve, Point, StartRow};
pub use lesson::{Asked, GoalRow, Guide, QuestionRow, Reach, Tell};

/// A value that may be the same object as in the frame before: when nothing in it changed.
#[derive(Clone, Serialize, Tsify)]
#[serde(transparent)]
#[tsify(type = "T")]
pub struct Kept<T> {
    #[serde(serialize_with = "preserve::serialize")]
    value: JsValue,
    shape: PhantomData<T>,
}

impl<T> Kept<T> {
    /// What has that shape in JavaScript already.
    pub fn of(value: &JsValue) -> Kept<T> {
        Kept {
            value: value.clone(),
            shape: PhantomData,
        }
    }
}

/// One position in a run, with everything that is drawn at it.
#[derive(Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct Frame<'a> {
    /// 0 is the start; the n-th action leads to moment n.
    pub moment: usize,
    /// What happened on the way here: of one moment, or of all the moments of a short form. Empty at 0.
    /// The first event of a moment is its own sentence.
    pub events: Kept<Vec<Event<'a>>>,
    /// In order of registration.
    pub servers: Vec<ServerFrame<'a>>,
    /// In order of sending.
    pub in_flight: Vec<Kept<Message<'a>>>,
    /// Pairs of names, in order of registration.
    pub links_cut: Vec<(&'a str, &'a str)>,
    /// The server whose log the others are compared with; null when nobody is registered.
    pub reference: Option<Reference<'a>>,
    /// What the protocol promises, then its goals.
    pub invariants: Vec<Invariant<'a>>,
    /// What to change on the disks so that they hold this moment; empty behind the tip.
    pub writes: Vec<Write<'a>>,
}

/// The server whose log the others are compared with, and why it is that one.
#[derive(Serialize, Tsify)]
pub struct Reference<'a> {
    pub server: &'a str,
    /// Whether it leads: the first of the reasons in a word.
    pub leader: bool,
    pub why: Why,
}

/// Why a server is the reference: it leads, else the text names it, else it has the longest log.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    Leader,
    Named,
    Longest,
}

#[derive(Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct ServerFrame<'a> {
    pub name: &'a str,
    pub up: bool,
    /// Null when down.
    pub role: Option<Role>,
    /// The current term on its disk; 0 where the protocol has no terms.
    pub term: u32,
    /// Whom it voted for in that term, as its disk says; null for nobody, and where nobody votes.
    pub voted_for: Option<&'a str>,
    /// The log on its disk. The same array as in the frame before when nothing changed.
    pub log: Kept<Vec<Entry>>,
    /// Sorted by key; empty when down. The same array as in the frame before when nothing changed.
    pub store: Kept<Vec<Pair<'a>>>,
    /// What a leader believes of its followers; empty where the protocol keeps nothing.
    pub progress: Vec<Progress<'a>>,
    /// The index of the last entry that was carried out on its store; 0 for none, and when down.
    pub applied: u32,
    /// What else its memory holds, for people to see; empty when down.
    pub facts: Vec<Fact<'a>>,
    /// The requests that it took in and has not answered yet: writes in order of their entries, then reads.
    pub waiting: Vec<String>,
    /// What the protocol offers on this server now.
    pub prompts: Vec<Prompt>,
    /// Whether its disk refuses writes.
    pub full: bool,
    /// Indexes of entries that cannot be read, ascending; with any, it cannot restart.
    pub damaged: Vec<u32>,
    /// Indexes of entries that lay at another index at the server that sent them, ascending.
    pub repeated: Vec<u32>,
}

/// What a server thinks it is.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Leader,
    Candidate,
    Follower,
}

/// What a leader believes of one follower.
#[derive(Serialize, Tsify)]
pub struct Progress<'a> {
    pub peer: &'a str,
    /// The highest index known to be the same on both; 0 for none.
    pub match_index: u32,
    /// The index of the next entry to send.
    pub next_index: u32,
}

/// Something that a server's memory holds.
#[derive(Serialize, Tsify)]
pub struct Fact<'a> {
    pub name: FactName,
    /// What it is, in a few words.
    pub title: String,
    /// The index that it is about; 0 for none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub index: Option<u32>,
    /// The servers that it is about, in order of registration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub servers: Option<Vec<&'a str>>,
    /// How many of them it takes: for votes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub needed: Option<u32>,
}

#[derive(Serialize, Tsify)]
#[serde(rename_all = "snake_case")]
pub enum FactName {
    /// Whom it last heard from as the leader.
    Leader,
    /// The highest index that it knows to be committed.
    CommitIndex,
    /// Who votes, by its log.
    Voters,
    /// Who said yes to a candidate, itself among them.
    Votes,
}

/// Something to be asked of a server that is no message.
#[derive(Serialize, Tsify)]
pub struct Prompt {
    /// The words after the server's name in `prompt dick resend`.
    pub name: String,
    /// What a button says.
    pub title: String,
}

#[derive(Serialize, Tsify)]
pub struct Entry {
    pub index: u32,
    pub term: u32,
    /// Its operation: `set KEY VALUE`, `delete KEY`, `no_op` or `configuration NAMES`.
    pub command: String,
}

/// A key and its value.
#[derive(Serialize, Tsify)]
pub struct Pair<'a>(pub &'a str, pub &'a str);

#[derive(Serialize, Tsify)]
pub struct Message<'a> {
    pub id: u32,
    /// A server's name or `client`.
    pub from: &'a str,
    pub to: &'a str,
    /// `request` or `reply` between client and server, else the protocol's word: `ask_length`, …
    pub kind: &'static str,
    /// The exact text, `dick@tell_length 2`, then a line `INDEX TERM COMMAND` for each entry.
    pub wire: String,
    /// What it says on the arrow.
    pub says: String,
    /// Where in it something stands that is the same in every language, such as a command; absent for nowhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exact: Option<Vec<NameSpan>>,
    /// For a message that says no: why, in a few words, "no: has no entry 2" or "declined". It arrives all
    /// the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refusal: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entries: Option<Vec<Entry>>,
    /// The id of the message that it repeats.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copy_of: Option<u32>,
}

/// A property that the protocol promises, or is meant to reach.
#[derive(Serialize, Tsify)]
pub struct Invariant<'a> {
    /// The name by which programs know it: `logs_agree`, `log_matching`, `election_safety`, …
    pub id: &'static str,
    /// The name by which people know it: "Logs agree".
    pub title: String,
    pub kind: InvariantKind,
    /// Whether the promise was kept at every moment up to this one, or the goal is reached now.
    pub holds: bool,
    /// A sentence. It names exactly the servers in `cells`, and who is down and differs.
    pub says: String,
    /// Where names stand in it; absent for nowhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub names: Option<Vec<NameSpan>>,
    /// The moment that broke the promise first. It stays broken for the rest of the run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub broken_at: Option<usize>,
    /// The first cells that are wrong now, of each server that is concerned; empty when nothing is wrong
    /// now.
    pub cells: Vec<Cell<'a>>,
}

/// `always` is a promise: true at every moment. A `goal` is true now, or not yet. `sometimes` holds once it
/// has happened.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "snake_case")]
pub enum InvariantKind {
    Always,
    Goal,
    Sometimes,
}

/// A place in a server's log.
#[derive(Serialize, Tsify)]
pub struct Cell<'a> {
    pub server: &'a str,
    pub index: u32,
}

/// Where a server's name stands in a sentence: the place of its first character, counted from 0, and how
/// many it has. Names are words, too ("and", "every"), so that nobody could find them by looking.
#[derive(Clone, Serialize, Tsify)]
pub struct NameSpan(pub u32, pub u32);

/// One server's disk: first remove all entries after `keep`, from the highest index down, then append
/// upwards.
#[derive(Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct Write<'a> {
    pub server: &'a str,
    /// The current term to store; 0 where there are no terms.
    pub term: u32,
    /// Whom the server voted for in it, to be stored with it; null for nobody.
    pub voted_for: Option<&'a str>,
    /// How many entries of the old log stay.
    pub keep: u32,
    pub append: Vec<NewEntry>,
    /// Indexes to make unreadable after that.
    pub damage: Vec<u32>,
}

/// An entry that gets the index after the last.
#[derive(Serialize, Tsify)]
pub struct NewEntry {
    pub term: u32,
    pub command: String,
}

/// What the disks say of the whole cluster, beside who is registered.
#[derive(Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct RoomHead<'a> {
    /// The protocol's name.
    pub protocol: &'static str,
    /// Who votes at the start, in order of registration; null where nobody votes.
    pub voters: Option<Vec<&'a str>>,
    /// The names of the rules that are switched off; null where the protocol has none to switch.
    pub without: Option<Vec<&'static str>>,
}
