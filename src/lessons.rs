//! The lessons that come with the page: texts of the text language, one file each. A lesson's story is
//! the comment before its head, so that it travels with every link to it.

/// A row of the table of lessons.
pub struct Lesson {
    /// The word in the room's name.
    pub name: &'static str,
    pub text: &'static str,
}

/// In the order in which they are meant to be read. The first opens an empty sandbox.
pub const LESSONS: &[Lesson] = &[
    Lesson {
        name: "every-tom-dick-and-harry",
        text: include_str!("lessons/every-tom-dick-and-harry.txt"),
    },
    Lesson {
        name: "harry-takes-a-nap",
        text: include_str!("lessons/harry-takes-a-nap.txt"),
    },
    Lesson {
        name: "the-same-length",
        text: include_str!("lessons/the-same-length.txt"),
    },
    Lesson {
        name: "asked-twice",
        text: include_str!("lessons/asked-twice.txt"),
    },
    Lesson {
        name: "too-long-to-follow",
        text: include_str!("lessons/too-long-to-follow.txt"),
    },
    Lesson {
        name: "walking-back",
        text: include_str!("lessons/walking-back.txt"),
    },
    Lesson {
        name: "with-hints",
        text: include_str!("lessons/with-hints.txt"),
    },
    Lesson {
        name: "a-late-yes",
        text: include_str!("lessons/a-late-yes.txt"),
    },
    Lesson {
        name: "figure-7",
        text: include_str!("lessons/figure-7.txt"),
    },
];
