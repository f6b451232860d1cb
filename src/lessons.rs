//! The lessons that come with the page: texts of the text language, one file each. A lesson's story is
//! the comment before its head, so that it travels with every link to it.

/// A row of the table of lessons.
pub struct Lesson {
    /// The word in the room's name.
    pub name: &'static str,
    /// The moment at which it opens; 0 is the start.
    pub opens_at: usize,
    pub text: &'static str,
}

/// The lesson whose text an empty sandbox opens with: the article's example.
pub const EXAMPLE: &str = "every-tom-dick-and-harry";

/// In the order in which they are meant to be read. Who comes for the first time lands in the first.
pub const LESSONS: &[Lesson] = &[
    Lesson {
        name: "two-servers",
        // The leader's question is in flight.
        opens_at: 2,
        text: include_str!("lessons/two-servers.txt"),
    },
    Lesson {
        name: "every-tom-dick-and-harry",
        opens_at: 0,
        text: include_str!("lessons/every-tom-dick-and-harry.txt"),
    },
    Lesson {
        name: "harry-takes-a-nap",
        opens_at: 0,
        text: include_str!("lessons/harry-takes-a-nap.txt"),
    },
    Lesson {
        name: "the-same-length",
        opens_at: 0,
        text: include_str!("lessons/the-same-length.txt"),
    },
    Lesson {
        name: "asked-twice",
        opens_at: 0,
        text: include_str!("lessons/asked-twice.txt"),
    },
    Lesson {
        name: "too-long-to-follow",
        opens_at: 0,
        text: include_str!("lessons/too-long-to-follow.txt"),
    },
    Lesson {
        name: "walking-back",
        opens_at: 0,
        text: include_str!("lessons/walking-back.txt"),
    },
    Lesson {
        name: "with-hints",
        opens_at: 0,
        text: include_str!("lessons/with-hints.txt"),
    },
    Lesson {
        name: "a-late-yes",
        opens_at: 0,
        text: include_str!("lessons/a-late-yes.txt"),
    },
    Lesson {
        name: "figure-7",
        opens_at: 0,
        text: include_str!("lessons/figure-7.txt"),
    },
];

/// The lesson with a name; none when there is no such lesson.
pub fn lesson(name: &str) -> Option<&'static Lesson> {
    LESSONS.iter().find(|lesson| lesson.name == name)
}
