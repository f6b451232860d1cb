//! The lessons that come with the page: texts of the text language, one file each, in `locales/LANGUAGE/lessons/`. A
//! lesson's story is the comment before its head, so that it travels with every link to it.
//!
//! A page is told here which there are, and gets a text when it is opened; natively the English ones are a part of the
//! program.

#[cfg(not(target_arch = "wasm32"))]
use crate::{lesson, run::Run};

use crate::say;

/// What lessons are about, as they are grouped where one is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// How logs are brought up to date, with a leader that the client names.
    Replication,
    /// What Raft adds: elections, commit, changes of voters.
    Raft,
}

impl Group {
    pub fn title(self) -> String {
        say!(match self {
            Group::Replication => "group-replication",
            Group::Raft => "group-raft",
        })
    }
}

/// A row of the table of lessons.
pub struct Lesson {
    pub group: Group,
    /// The word in the room's name, and its file's name.
    pub name: &'static str,
    /// The message that has the title which its text has, too, so that lessons can be listed without their texts.
    title: &'static str,
    /// In English.
    #[cfg(not(target_arch = "wasm32"))]
    pub text: &'static str,
}

impl Lesson {
    pub fn title(&self) -> String {
        say!(self.title)
    }

    /// The moment at which it opens; 0 is the start.
    ///
    /// # Panics
    /// When the text cannot be read.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn opens_at(&self) -> usize {
        let run = Run::new(self.text).unwrap_or_else(|fault| panic!("{}: {fault}", self.name));
        lesson::guide(&run).opens_at.unwrap_or_default()
    }
}

/// A row: its group, its name, and the message with its title.
macro_rules! lesson {
    ($group:ident, $name:literal, $title:literal) => {
        Lesson {
            group: Group::$group,
            name: $name,
            title: $title,
            #[cfg(not(target_arch = "wasm32"))]
            text: include_str!(concat!("../locales/en/lessons/", $name, ".txt")),
        }
    };
}

/// The lesson whose text an empty sandbox opens with: the article's example.
pub const EXAMPLE: &str = "every-tom-dick-and-harry";

/// In the order in which they are meant to be read, each group in one piece. Who comes for the first time lands in the first.
pub const LESSONS: &[Lesson] = &[
    lesson!(Replication, "two-servers", "lesson-title-two-servers"),
    lesson!(
        Replication,
        "every-tom-dick-and-harry",
        "lesson-title-every-tom-dick-and-harry"
    ),
    lesson!(
        Replication,
        "harry-takes-a-nap",
        "lesson-title-harry-takes-a-nap"
    ),
    lesson!(
        Replication,
        "the-same-length",
        "lesson-title-the-same-length"
    ),
    lesson!(Replication, "asked-twice", "lesson-title-asked-twice"),
    lesson!(
        Replication,
        "too-long-to-follow",
        "lesson-title-too-long-to-follow"
    ),
    lesson!(Replication, "walking-back", "lesson-title-walking-back"),
    lesson!(Replication, "with-hints", "lesson-title-with-hints"),
    lesson!(Replication, "a-late-yes", "lesson-title-a-late-yes"),
    lesson!(Replication, "figure-7", "lesson-title-figure-7"),
    lesson!(
        Raft,
        "nobody-is-nominated",
        "lesson-title-nobody-is-nominated"
    ),
    lesson!(Raft, "two-stand-at-once", "lesson-title-two-stand-at-once"),
    lesson!(
        Raft,
        "done-means-committed",
        "lesson-title-done-means-committed"
    ),
    lesson!(Raft, "two-leaders", "lesson-title-two-leaders"),
    lesson!(Raft, "an-old-entry", "lesson-title-an-old-entry"),
    lesson!(Raft, "ask-the-leader", "lesson-title-ask-the-leader"),
    lesson!(Raft, "one-more-one-less", "lesson-title-one-more-one-less"),
];

/// The lesson with a name; none when there is no such lesson.
pub fn lesson(name: &str) -> Option<&'static Lesson> {
    LESSONS.iter().find(|lesson| lesson.name == name)
}
