//! The lessons that come with the page: texts of the text language, one file each, in English here; in other
//! languages the page has them. A lesson's story is the comment before its head, so that it travels with every link to it.

use crate::lesson;
use crate::run::Run;
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
    /// The word in the room's name.
    pub name: &'static str,
    pub text: &'static str,
}

impl Lesson {
    /// The moment at which it opens; 0 is the start.
    ///
    /// # Panics
    /// When the text cannot be read.
    pub fn opens_at(&self) -> usize {
        let run = Run::new(self.text).unwrap_or_else(|fault| panic!("{}: {fault}", self.name));
        lesson::guide(&run).opens_at.unwrap_or_default()
    }
}

/// The lesson whose text an empty sandbox opens with: the article's example.
pub const EXAMPLE: &str = "every-tom-dick-and-harry";

/// In the order in which they are meant to be read, each group in one piece. Who comes for the first time lands in the first.
pub const LESSONS: &[Lesson] = &[
    Lesson {
        group: Group::Replication,
        name: "two-servers",
        text: include_str!("../locales/en/lessons/two-servers.txt"),
    },
    Lesson {
        group: Group::Replication,
        name: "every-tom-dick-and-harry",
        text: include_str!("../locales/en/lessons/every-tom-dick-and-harry.txt"),
    },
    Lesson {
        group: Group::Replication,
        name: "harry-takes-a-nap",
        text: include_str!("../locales/en/lessons/harry-takes-a-nap.txt"),
    },
    Lesson {
        group: Group::Replication,
        name: "the-same-length",
        text: include_str!("../locales/en/lessons/the-same-length.txt"),
    },
    Lesson {
        group: Group::Replication,
        name: "asked-twice",
        text: include_str!("../locales/en/lessons/asked-twice.txt"),
    },
    Lesson {
        group: Group::Replication,
        name: "too-long-to-follow",
        text: include_str!("../locales/en/lessons/too-long-to-follow.txt"),
    },
    Lesson {
        group: Group::Replication,
        name: "walking-back",
        text: include_str!("../locales/en/lessons/walking-back.txt"),
    },
    Lesson {
        group: Group::Replication,
        name: "with-hints",
        text: include_str!("../locales/en/lessons/with-hints.txt"),
    },
    Lesson {
        group: Group::Replication,
        name: "a-late-yes",
        text: include_str!("../locales/en/lessons/a-late-yes.txt"),
    },
    Lesson {
        group: Group::Replication,
        name: "figure-7",
        text: include_str!("../locales/en/lessons/figure-7.txt"),
    },
    Lesson {
        group: Group::Raft,
        name: "nobody-is-nominated",
        text: include_str!("../locales/en/lessons/nobody-is-nominated.txt"),
    },
    Lesson {
        group: Group::Raft,
        name: "two-stand-at-once",
        text: include_str!("../locales/en/lessons/two-stand-at-once.txt"),
    },
    Lesson {
        group: Group::Raft,
        name: "done-means-committed",
        text: include_str!("../locales/en/lessons/done-means-committed.txt"),
    },
    Lesson {
        group: Group::Raft,
        name: "two-leaders",
        text: include_str!("../locales/en/lessons/two-leaders.txt"),
    },
    Lesson {
        group: Group::Raft,
        name: "an-old-entry",
        text: include_str!("../locales/en/lessons/an-old-entry.txt"),
    },
    Lesson {
        group: Group::Raft,
        name: "ask-the-leader",
        text: include_str!("../locales/en/lessons/ask-the-leader.txt"),
    },
    Lesson {
        group: Group::Raft,
        name: "one-more-one-less",
        text: include_str!("../locales/en/lessons/one-more-one-less.txt"),
    },
];

/// The lesson with a name; none when there is no such lesson.
pub fn lesson(name: &str) -> Option<&'static Lesson> {
    LESSONS.iter().find(|lesson| lesson.name == name)
}
