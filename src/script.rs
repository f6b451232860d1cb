//! The text language: the same lines are the tests, the lessons, the links, what the buttons send and
//! what a person can edit. Documented for people in `docs/language.md`.
//!
//! ```text
//! # A comment before the head is the story that is told beside the run.
//! title  Every Tom Dick and Harry
//! protocol ask_length
//! servers every tom dick and harry
//! disk dick 0 set a 1
//!
//! client dick youre_the_leader
//! settle
//! ```
//!
//! Texts are read whole: one fault, and nothing of them counts. Reading finds out whether each line is
//! well formed; whether an action can be done, `run.rs` finds out by doing it.
//!
//! Comments are somebody's words, so they are kept: each with the line that it stands before, to be
//! written back in its place.

use std::fmt;

use crate::action::Action;
use crate::catalog::ProtocolName;
use crate::log::{HardState, Index, trim};
use crate::protocol::Terms;
use crate::registry::{Name, Registry, ServerId, ServerSet};
use crate::rule::{Rule, RuleSet, Setting};
use crate::say;
use crate::server::Disks;
use crate::simulation::Simulation;
use crate::weather::Weather;
use crate::words;

mod parts;
mod read;
mod statement;
mod write;

pub use read::{read, read_entry};
pub use statement::read_statement;
pub use write::{write_actions, write_head};

/// How many bytes a text can have: 1 MB.
pub const TEXT_LIMIT: usize = 1_000_000;

/// How the line begins that names the server to compare the others with.
const REFERENCE: &str = "#: reference";

/// How the comment begins that sets a goal, and how one that helps with what stands before it. `lesson.rs` reads them.
pub const GOAL: char = '!';
pub const HINT: char = '+';

/// The signs at the beginning of comments that mean something to `lesson.rs`. They are written without a blank before them.
const SIGNS: [char; 5] = ['>', '?', '@', GOAL, HINT];

/// Whether a comment, without its `#`, means something to `lesson.rs`.
pub fn is_for_lesson(comment: &str) -> bool {
    comment.starts_with(SIGNS)
}

/// A start: everything that a text says before its first action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// The comment lines before the first statement, without their `#`. Empty ones part paragraphs.
    pub story: Vec<String>,
    pub title: String,
    pub protocol: ProtocolName,
    /// Who votes at the start, and which rules are switched off.
    pub setting: Setting,
    /// The server whose log the others are compared with as long as nobody leads; none is named in most
    /// texts. Text form: `#: reference NAME`, which is a comment to whoever does not know it.
    pub reference: Option<ServerId>,
    pub disks: Disks,
    /// The other comments of the head, without their `#`, each with what it stands before.
    pub remarks: Vec<(HeadLine, String)>,
}

/// A line of a head, as comments know it. Where lines stand in another order than they are written in,
/// their comments go along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeadLine {
    Title,
    Protocol,
    Without(Rule),
    Servers,
    Voters,
    Disk(Name, Index),
    Term(Name),
}

/// A text that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub scenario: Scenario,
    pub lines: Vec<Line>,
    /// The comments after the last line, without their `#`.
    pub ending: Vec<String>,
}

/// A line that does something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Statement {
    Action(Action),
    /// Deliver the oldest message in flight.
    Step,
    /// Deliver the oldest until nothing is in flight.
    Settle,
    /// Let it go on by itself for so many moments.
    LetRun {
        weather: Weather,
        seed: u32,
        count: usize,
    },
}

/// A statement and where it stands in its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Counted from 1.
    pub number: usize,
    /// The comments before it, without their `#`.
    pub comments: Vec<String>,
    pub statement: Statement,
}

/// What is wrong with a text. It travels in a box, so that what may fail is as small as what succeeds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, counted from 1; none when the text as a whole is at fault, or is one line.
    pub line: Option<usize>,
    /// What was found, and what was expected: a sentence without its full stop.
    pub says: String,
}

impl Fault {
    pub fn new(says: String) -> Box<Fault> {
        Box::new(Fault { line: None, says })
    }

    fn expected(found: &str, expected: &str) -> Box<Fault> {
        Fault::new(if trim(found).is_empty() {
            say!("found-nothing", expected)
        } else {
            say!("found-other", found = words::quoted(found), expected)
        })
    }

    /// The same fault, at a line.
    pub fn at(mut self: Box<Fault>, number: usize) -> Box<Fault> {
        self.line = Some(number);
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => {
                let line = line as u32;
                f.write_str(&say!("fault-at-line", line, fault = &self.says))
            }
            None => write!(f, "{}.", words::capitalized(self.says.clone())),
        }
    }
}

impl Scenario {
    /// The same start under another protocol, with all its rules, and all voting where somebody votes. A disk
    /// has a term only where the protocol keeps terms.
    pub fn set_protocol(&mut self, protocol: ProtocolName) {
        if protocol != self.protocol {
            self.setting = Setting {
                voters: everybody(protocol, &self.disks.registry),
                without: RuleSet::default(),
            };
        }
        self.protocol = protocol;
        for disk in &mut self.disks.disks {
            disk.hard_state = match protocol.terms() {
                Terms::Ignored => HardState::default(),
                Terms::Kept => HardState::of(disk.highest_term()),
                Terms::Voted => disk.hard_state.at_least(disk.log.highest_term()),
            };
        }
    }

    /// The cluster at the start.
    pub fn simulation(&self) -> Simulation {
        Simulation::new(self.protocol, self.setting, &self.disks)
    }
}

/// Who votes when nobody says who.
fn everybody(protocol: ProtocolName, registry: &Registry) -> ServerSet {
    match protocol.terms() {
        Terms::Voted => registry.ids().collect(),
        Terms::Ignored | Terms::Kept => ServerSet::default(),
    }
}
