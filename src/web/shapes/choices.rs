//! What may be chosen, as JavaScript sees it.

use serde::Serialize;
use tsify::Tsify;

/// What may be chosen: the protocols, the lessons, and what an empty sandbox opens with.
#[derive(Serialize, Tsify)]
pub struct Catalog {
    pub protocols: Vec<ProtocolRow>,
    /// In the order in which they are meant to be read; who comes for the first time lands in the first.
    pub lessons: Vec<LessonRow>,
    /// What befalls the servers in a storm.
    pub storm: Vec<TroubleRow>,
    pub defaults: Defaults,
    pub limits: Limits,
}

/// How much there can be, so that nobody else has to know.
#[derive(Serialize, Tsify)]
pub struct Limits {
    /// Servers in a registry.
    pub servers: usize,
    /// Entries in a log.
    pub entries: u32,
}

#[derive(Serialize, Tsify)]
pub struct ProtocolRow {
    /// The word in `protocol ask_length`.
    pub name: &'static str,
    /// A few words for the picker: "Ask the length".
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// Whether servers vote for who leads, and count what is committed.
    pub votes: bool,
}

/// A rule that can be switched off with a line `without NAME`.
#[derive(Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct RuleRow {
    /// The word in `without vote_on_disk`.
    pub name: &'static str,
    pub title: String,
    /// What it is for: a sentence.
    pub says: String,
    /// Where it comes from.
    pub section: String,
    /// What happens without it: a clause.
    pub without: String,
    /// What can break without it; null when nothing that is watched does.
    pub breaks: Option<PropertyRow>,
    /// The text of a run without it in which that breaks; null where there is none. The same run with the rule
    /// is `new Run(text).without([])`.
    pub example: Option<String>,
}

/// A property's names.
#[derive(Serialize, Tsify)]
pub struct PropertyRow {
    /// As in `Invariant.id`.
    pub id: &'static str,
    pub title: String,
}

/// Something that befalls the servers in a storm, as often as its rate says.
#[derive(Serialize, Tsify)]
pub struct TroubleRow {
    /// The word in `storm 7 100 kill 5`.
    pub name: &'static str,
    /// What happens: a clause that stands alone.
    pub title: String,
    /// How often it comes where nobody says how often, in percent of the moments.
    pub percent: u32,
}

#[derive(Serialize, Tsify)]
pub struct LessonRow {
    /// The word in the room's name: `lesson-NAME`.
    pub name: &'static str,
    /// A word or two for what it is about. Lessons with the same stand in one piece.
    pub group: String,
    pub title: String,
}

/// What an empty sandbox opens with.
#[derive(Serialize, Tsify)]
pub struct Defaults {
    /// The name of the lesson whose text it is, the article's example; `without_guide` takes out what that says and asks on the way.
    pub lesson: &'static str,
}
