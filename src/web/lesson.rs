//! What a text says and asks beside what happens: see `lesson.rs`.

use wasm_bindgen::prelude::*;

use super::Run;
use super::shapes::{Asked, GoalRow, Guide, QuestionRow, Reach, Tell};
use super::values::to_js;
use crate::lesson;

#[wasm_bindgen]
impl Run {
    /// What the text says to its reader, at all moments.
    #[wasm_bindgen(unchecked_return_type = "Guide")]
    pub fn guide(&self) -> JsValue {
        let lesson::Guide {
            opens_at,
            tells,
            questions,
            goals,
            faults,
        } = lesson::guide(&self.run);
        let goal_row = |goal: lesson::Goal| GoalRow {
            says: goal.to_string(),
            moment: goal.moment,
            at_most: goal.at_most,
            best: goal.best,
            hints: goal.hints,
        };
        let question_row = |question: lesson::Question| QuestionRow {
            moment: question.moment,
            hints: question.hints,
        };
        let tell = |lesson::Tell { moment, text }| Tell { moment, text };
        to_js(&Guide {
            opens_at,
            tells: tells.into_iter().map(tell).collect(),
            questions: questions.into_iter().map(question_row).collect(),
            goals: goals.into_iter().map(goal_row).collect(),
            faults,
        })
    }

    /// The question at a moment, with its answers. Undefined where there is none, or nothing to ask.
    #[wasm_bindgen(unchecked_return_type = "Asked | undefined")]
    pub fn ask(&self, moment: usize) -> JsValue {
        let questions = lesson::guide(&self.run).questions;
        let question = questions.iter().find(|question| question.moment == moment);
        let asked = question.and_then(|question| lesson::ask(&self.run, question));
        asked.map_or(JsValue::UNDEFINED, |asked| {
            to_js(&Asked {
                before: asked.before,
                says: asked.says,
                asks: asked.asks,
                message: asked.message,
                answerer: asked.answerer,
                choices: asked.choices,
                answers: asked.answers,
                truth: asked.truth,
                because: asked.because,
            })
        })
    }

    /// How far the goals are reached where the run stands, in the order of the guide.
    #[wasm_bindgen(unchecked_return_type = "Reach[]")]
    pub fn reach(&self) -> JsValue {
        let goals = lesson::guide(&self.run).goals;
        let reach = goals.iter().map(|goal| {
            let lesson::Reach { used, reached_at } = lesson::reach(&self.run, goal);
            Reach { used, reached_at }
        });
        to_js(&reach.collect::<Vec<Reach>>())
    }
}
