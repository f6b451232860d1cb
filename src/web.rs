//! The boundary to JavaScript: coarse calls and plain values. The only module that knows JavaScript.
//!
//! The shapes of the values stand in `boundary.d.ts`, with a sentence for each field. A person's
//! mistake is a thrown `Error` (a text that cannot be read) or a `rejected` event (an action that
//! cannot be done); a panic is a bug, and is printed on the console.

use wasm_bindgen::prelude::*;

use crate::catalog::ProtocolName;
use crate::comparison::{self, Trial};
use crate::lessons::{EXAMPLE, LESSONS, Lesson, lesson};
use crate::registry::take_apart;
use crate::run::{self, Applied};
use crate::script::{self, Fault, Statement};

mod json;
mod outline;
mod values;

use json::{Array, Json, Object};
use values::Values;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("boundary.d.ts");

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// The protocols and lessons that there are, and what an empty sandbox opens with.
#[wasm_bindgen(unchecked_return_type = "Catalog")]
pub fn catalog() -> Object {
    json::object(|json| {
        json.key("protocols")
            .list(ProtocolName::ALL, |json, protocol| {
                json.object(|json| {
                    json.key("name").text(protocol.name());
                    json.key("title").text(protocol.title());
                    json.key("summary").text(protocol.summary());
                });
            });
        json.key("lessons").list(LESSONS, write_lesson);
        json.key("defaults").object(|json| {
            let example = lesson(EXAMPLE).expect("the example is a lesson");
            json.key("text").text(example.text);
            json.key("lesson").text(example.name);
        });
    })
}

fn write_lesson(json: &mut Json, lesson: &Lesson) {
    let script::Text { scenario, .. } = script::read(lesson.text)
        .unwrap_or_else(|fault| panic!("the lesson {} cannot be read: {fault}", lesson.name));
    json.object(|json| {
        json.key("name").text(lesson.name);
        json.key("title").text(&scenario.title);
        json.key("story")
            .list(values::paragraphs(&scenario.story), |json, paragraph| {
                json.text(&paragraph);
            });
        json.key("text").text(lesson.text);
        json.key("opens_at").number(lesson.opens_at as u32);
    });
}

/// What is wrong with the text of an entry, `TERM OPERATION`, where these servers are registered: what was
/// expected instead. Undefined when nothing is wrong. On a disk an entry has one spelling only, so that
/// what is read is what is written.
#[wasm_bindgen]
pub fn entry_fault(text: &str, registry: &str) -> Option<String> {
    match script::read_entry(text, registry) {
        Ok(spelling) if spelling == text => None,
        Ok(spelling) => Some(spelling),
        Err(expected) => Some(expected.to_string()),
    }
}

/// The starts of the side by side view, the first with a follower that is behind by that many entries.
#[wasm_bindgen(unchecked_return_type = "StartRow[]")]
pub fn starts(behind: u32) -> JsValue {
    let mut json = Json::default();
    json.list(comparison::starts(behind), |json, start| {
        json.object(|json| {
            json.key("name").text(start.name);
            json.key("title").text(&start.title);
            json.key("text").text(&start.text);
            json.key("trouble").text(start.trouble);
        });
    });
    json.value()
}

/// How many messages one follower costs under each protocol.
#[wasm_bindgen(unchecked_return_type = "Chart")]
pub fn chart() -> Object {
    json::object(|json| {
        values::write_curves(json.key("behind"), &comparison::chart_behind());
        values::write_curves(json.key("conflicting"), &comparison::chart_conflicting());
    })
}

fn error(fault: Box<Fault>) -> JsError {
    JsError::new(&format!("{fault}"))
}

/// A run that is stepped forwards and backwards: see `run.rs`.
#[wasm_bindgen]
pub struct Run {
    run: run::Run,
    values: Values,
    left_out: Vec<String>,
    warning: Option<String>,
}

impl Run {
    fn of(trial: Trial) -> Run {
        Run {
            run: trial.run,
            values: Values::default(),
            left_out: trial.left_out,
            warning: trial.warning,
        }
    }
}

#[wasm_bindgen]
impl Run {
    /// Reads a text and stands at moment 0, with the text's actions ahead.
    ///
    /// @throws Error with the line, what was found and what was expected.
    #[wasm_bindgen(constructor)]
    pub fn new(text: &str) -> Result<Run, JsError> {
        let run = run::Run::new(text).map_err(error)?;
        Ok(Run {
            run,
            values: Values::default(),
            left_out: Vec::new(),
            warning: None,
        })
    }

    /// A start under a protocol, with a trouble ahead: lines without message numbers. It stands at moment
    /// 0.
    ///
    /// @throws Error with the line, what was found and what was expected.
    pub fn trial(start: &str, trouble: &str, protocol: &str) -> Result<Run, JsError> {
        let Some(protocol) = ProtocolName::parse(protocol) else {
            return Err(JsError::new(&format!("There is no protocol {protocol}.")));
        };
        let trial = comparison::trial(start, trouble, protocol);
        let mut trial = trial.map_err(error)?;
        trial.run.seek(0);
        Ok(Run::of(trial))
    }

    /// The same run under another protocol: what the client and the hands did, with as many deliveries. It
    /// stands at the same place of the story.
    ///
    /// @throws Error when there is no such protocol.
    pub fn under(&self, protocol: &str) -> Result<Run, JsError> {
        let Some(protocol) = ProtocolName::parse(protocol) else {
            return Err(JsError::new(&format!("There is no protocol {protocol}.")));
        };
        Ok(Run::of(comparison::under(&self.run, protocol)))
    }

    /// For a trial, and a run that was made for another protocol: what could not be done, a sentence each.
    #[wasm_bindgen(getter, unchecked_return_type = "string[]")]
    pub fn left_out(&self) -> JsValue {
        json::texts(&self.left_out)
    }

    /// For the same: why the protocol promises nothing from this start. Undefined when it does.
    #[wasm_bindgen(getter)]
    pub fn warning(&self) -> Option<String> {
        self.warning.clone()
    }

    /// What servers said to each other up to a moment: at most that of the end.
    #[wasm_bindgen(unchecked_return_type = "Costs")]
    pub fn costs(&self, moment: usize) -> Object {
        let moment = moment.min(self.run.length());
        values::costs(&comparison::costs(&self.run, moment))
    }

    /// Acts at the cursor. What lay beyond it is dropped, unless the action is rejected or changes
    /// nothing: then the frame says so, and the run is as before.
    ///
    /// @throws Error when the line cannot be read.
    #[wasm_bindgen(unchecked_return_type = "Frame")]
    pub fn apply(&mut self, line: &str) -> Result<Object, JsError> {
        let applied = self.run.apply(line);
        let applied = applied.map_err(error)?;
        let moment = self.run.cursor();
        let events = Array::new();
        match applied {
            Applied::Rejected(rejection) => {
                let says = rejection.says();
                events.push(&values::said(
                    "rejected",
                    moment,
                    &take_apart(&says),
                    |_| {},
                ));
            }
            Applied::Done { moments, settled } => {
                for moment in moment - moments + 1..=moment {
                    self.values.events(&self.run, moment, &events);
                }
                if let Some(settled) = settled {
                    events.push(&values::settled(moment, settled));
                }
            }
        }
        Ok(self.values.frame(&mut self.run, &events))
    }

    /// Puts an action in at the cursor, and takes up again what lay ahead, as far as it can still be done.
    /// The run stands after the action; seek there for its frame. False when some of what lay ahead is gone.
    ///
    /// @throws Error when the line cannot be read or done.
    pub fn insert(&mut self, line: &str) -> Result<bool, JsError> {
        let Statement::Action(action) = script::read_statement(line).map_err(error)? else {
            return Err(JsError::new(&format!("{line} is no action of its own.")));
        };
        let inserted = self.run.insert(action);
        inserted.ok_or_else(|| JsError::new(&format!("{line} can’t be done here.")))
    }

    /// Moves the cursor. The frame holds the events of that moment alone.
    ///
    /// @throws Error when the run has no such moment.
    #[wasm_bindgen(unchecked_return_type = "Frame")]
    pub fn seek(&mut self, moment: f64) -> Result<Object, JsError> {
        let whole = moment as usize;
        if whole as f64 != moment || !self.run.seek(whole) {
            let length = self.run.length();
            // As an integer: the code that writes fractions would be a tenth of the whole module.
            let moment = moment as i64;
            return Err(JsError::new(&format!(
                "There is no moment {moment}. This run has the moments 0 to {length}, in whole numbers."
            )));
        }
        let events = Array::new();
        self.values.events(&self.run, whole, &events);
        Ok(self.values.frame(&mut self.run, &events))
    }

    /// The events of each moment from `first` to `last`, both included and at most the length.
    #[wasm_bindgen(unchecked_return_type = "Event[][]")]
    pub fn events(&mut self, first: usize, last: usize) -> Array {
        let moments = Array::new();
        for moment in first..=last.min(self.run.length()) {
            let events = Array::new();
            self.values.events(&self.run, moment, &events);
            moments.push(&events);
        }
        moments
    }

    /// The outlines of each moment from `first` to `last`, both included and at most the length.
    #[wasm_bindgen(unchecked_return_type = "Outline[][]")]
    pub fn outline(&self, first: usize, last: usize) -> JsValue {
        let mut json = Json::default();
        json.list(first..=last.min(self.run.length()), |json, moment| {
            outline::write_moment(json, &self.run, moment);
        });
        json.value()
    }

    /// Tells the run that the writes of the last frame could not be carried out, and that the real disks
    /// are as they were before. The next frame's writes start from there.
    pub fn forget_writes(&mut self) {
        self.run.forget_writes();
    }

    /// The moment at which the run stands.
    #[wasm_bindgen(getter)]
    pub fn cursor(&self) -> usize {
        self.run.cursor()
    }

    /// How many moments lie after the start.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.run.length()
    }

    /// The title, which may be empty.
    #[wasm_bindgen(getter)]
    pub fn title(&self) -> String {
        self.run.scenario().title.clone()
    }

    /// The protocol's name.
    #[wasm_bindgen(getter)]
    pub fn protocol(&self) -> String {
        self.run.scenario().protocol.name().to_string()
    }

    /// The paragraphs of the story, which is the comment before the head.
    #[wasm_bindgen(getter, unchecked_return_type = "string[]")]
    pub fn story(&self) -> JsValue {
        json::texts(&values::paragraphs(&self.run.scenario().story))
    }

    /// The whole run as a text, its future included. A new run of it, at its end, is in the same state.
    pub fn script(&self) -> String {
        self.run.script()
    }
}

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
