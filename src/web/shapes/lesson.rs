//! What a text says and asks beside what happens, as JavaScript sees it.

use serde::Serialize;
use tsify::Tsify;

/// What a text says to its reader, each in order of moments.
#[derive(Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct Guide {
    /// The moment to open at; null when the text names none.
    pub opens_at: Option<usize>,
    pub tells: Vec<Tell>,
    pub questions: Vec<QuestionRow>,
    pub goals: Vec<GoalRow>,
    /// What could not be read: a sentence each.
    pub faults: Vec<String>,
}

/// A paragraph that comes at a moment.
#[derive(Serialize, Tsify)]
pub struct Tell {
    pub moment: usize,
    pub text: String,
}

/// Where a question stands: before the step that leads away from the moment. `Run.ask` has the rest.
#[derive(Serialize, Tsify)]
pub struct QuestionRow {
    pub moment: usize,
    pub hints: Vec<String>,
}

/// A question with its answers.
#[derive(Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct Asked {
    /// What is about to happen: a sentence.
    pub before: String,
    /// The question: a sentence.
    pub says: String,
    /// The same as a text asks it, in every language.
    pub asks: String,
    /// The id of the message that is about to arrive; null when something else happens.
    pub message: Option<u32>,
    /// The server whose answer is asked for; null when something else is.
    pub answerer: Option<String>,
    /// At least two, at most four.
    pub choices: Vec<String>,
    /// The same in no language: each with another text, to be remembered by.
    pub answers: Vec<String>,
    /// The place of the true one, from 0.
    pub truth: usize,
    /// Why it comes so: sentences.
    pub because: Vec<String>,
}

/// Something that a learner is to bring about.
#[derive(Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct GoalRow {
    /// A sentence.
    pub says: String,
    /// The moment from which it counts.
    pub moment: usize,
    /// How many actions it may take; null for any number.
    pub at_most: Option<usize>,
    /// The fewest actions that are known to do; null when nobody says.
    pub best: Option<usize>,
    pub hints: Vec<String>,
}

/// How far a goal is reached.
#[derive(Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct Reach {
    /// How many actions were used; deliveries are none.
    pub used: usize,
    /// The moment at which it was reached; null when it is not.
    pub reached_at: Option<usize>,
}
