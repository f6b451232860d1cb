//! A lesson: what a text says to its reader beside what happens. All of it stands in comments, so it travels
//! with every link, script and file, and means nothing to whoever does not know it. Documented for people in
//! `docs/lessons.md`.
//!
//! ```text
//! #> Prose that comes at this moment.
//! #? what does tom answer
//! #+ A hint for the question or the goal before it.
//! deliver 3
//! #@ opens here
//! #! tom and dick disagree at index 2, in at most 6 actions, best known 4
//! ```
//!
//! A line stands at the moment that the actions before it lead to. One that cannot be read is told, and all
//! else goes on.

use crate::run::Run;
use crate::script::{GOAL, HINT, is_for_lesson};
use crate::{say, words};

mod goals;
mod questions;
mod reading;
mod worlds;

pub use goals::{Aim, Goal, Reach, reach};
pub use questions::{About, Asked, Question, ask};

/// What a text says to its reader, each in order of moments.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guide {
    /// The moment to open at; none when the text names none.
    pub opens_at: Option<usize>,
    pub tells: Vec<Tell>,
    pub questions: Vec<Question>,
    pub goals: Vec<Goal>,
    /// What could not be read: a sentence each.
    pub faults: Vec<String>,
}

/// A paragraph that comes at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tell {
    pub moment: usize,
    pub text: String,
}

/// How a line begins, and what it brings.
const TELL: char = '>';
const QUESTION: char = '?';
const PLACE: char = '@';

/// Reads what a run's comments say to its reader. The story, which stands before the head, is for itself.
pub fn guide(run: &Run) -> Guide {
    let mut reader = Reader {
        guide: Guide::default(),
        hinted: None,
        run,
    };
    for (_, comment) in &run.scenario().remarks {
        reader.read(0, comment);
    }
    for (moment, comments) in run.comments().enumerate() {
        for comment in comments {
            reader.read(moment, comment);
        }
    }
    for comment in run.ending() {
        reader.read(run.length(), comment);
    }
    reader.guide
}

/// A text without what it says to its reader on the way.
pub fn without_guide(text: &str) -> String {
    let is_other = |line: &&str| {
        let comment = line.trim_start().strip_prefix('#');
        !comment.is_some_and(|comment| is_for_lesson(comment.trim_start()))
    };
    let lines = text.lines().filter(is_other);
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// A guide as far as it has been read.
struct Reader<'a> {
    guide: Guide,
    hinted: Option<Hinted>,
    run: &'a Run,
}

/// What a hint belongs to: what was read last.
#[derive(Clone, Copy)]
enum Hinted {
    Question,
    Goal,
}

impl Reader<'_> {
    fn read(&mut self, moment: usize, comment: &str) {
        let mut characters = comment.chars();
        let sign = characters.next();
        let rest = characters.as_str().trim();
        let read = match sign {
            Some(TELL) => {
                let text = rest.to_string();
                self.guide.tells.push(Tell { moment, text });
                Ok(())
            }
            Some(QUESTION) => self.read_question(moment, rest),
            Some(GOAL) => Goal::parse(moment, rest).map(|goal| {
                self.guide.goals.push(goal);
                self.hinted = Some(Hinted::Goal);
            }),
            Some(HINT) => self.read_hint(rest),
            Some(PLACE) => match (rest, self.guide.opens_at) {
                ("opens here", None) => {
                    self.guide.opens_at = Some(moment);
                    Ok(())
                }
                ("opens here", Some(_)) => Err(say!("expected-opening-once")),
                _ => Err(say!("expected-opening")),
            },
            _ => Ok(()),
        };
        if let Err(expected) = read {
            let line = words::quoted(comment);
            self.guide.faults.push(if moment == self.run.length() {
                say!("guide-fault-at-the-end", line, expected)
            } else {
                say!("guide-fault", step = moment + 1, line, expected)
            });
            self.hinted = None;
        }
    }

    fn read_question(&mut self, moment: usize, text: &str) -> Result<(), String> {
        if moment == self.run.length() {
            return Err(say!("expected-action-after-question"));
        }
        let question = Question::parse(moment, text, self.run.registry())?;
        let known = self.guide.questions.last();
        if known.is_some_and(|known| known.moment == moment) {
            return Err(say!("expected-one-question"));
        }
        self.guide.questions.push(question);
        self.hinted = Some(Hinted::Question);
        Ok(())
    }

    fn read_hint(&mut self, text: &str) -> Result<(), String> {
        let Guide {
            questions, goals, ..
        } = &mut self.guide;
        let hints = match self.hinted {
            Some(Hinted::Question) => questions.last_mut().map(|question| &mut question.hints),
            Some(Hinted::Goal) => goals.last_mut().map(|goal| &mut goal.hints),
            None => None,
        };
        let hints = hints.ok_or_else(|| say!("expected-before-hint"))?;
        hints.push(text.to_string());
        Ok(())
    }
}
