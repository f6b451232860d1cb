//! The boundary to JavaScript: coarse calls and plain values. The only module that knows JavaScript.
//!
//! The shapes of the values stand in `boundary.d.ts`, with a sentence for each field. A person's
//! mistake is a thrown `Error` (a text that cannot be read) or a `rejected` event (an action that
//! cannot be done); a panic is a bug, and is printed on the console.

use wasm_bindgen::prelude::*;

use crate::catalog::ProtocolName;
use crate::comparison::{self, Trial};
use crate::lessons::LESSONS;
use crate::log::Entry;
use crate::run::{self, Applied};
use crate::script;

mod values;

use values::{
    CatalogValue, ChartValue, CostsValue, DefaultsValue, LessonValue, ProtocolValue, StartValue,
    Values, to_js,
};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("boundary.d.ts");

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// The protocols and lessons that there are, and what an empty sandbox opens with.
#[wasm_bindgen(unchecked_return_type = "Catalog")]
pub fn catalog() -> Result<JsValue, JsError> {
    let protocols = ProtocolName::ALL.iter().map(|protocol| ProtocolValue {
        name: protocol.name(),
        title: protocol.title(),
        summary: protocol.summary(),
    });
    let lessons = LESSONS.iter().map(|lesson| {
        let (scenario, _) = script::read(lesson.text)
            .unwrap_or_else(|fault| panic!("the lesson {} cannot be read: {fault}", lesson.name));
        LessonValue {
            name: lesson.name,
            title: scenario.title,
            story: values::paragraphs(&scenario.story),
            text: lesson.text,
        }
    });
    to_js(&CatalogValue {
        protocols: protocols.collect(),
        lessons: lessons.collect(),
        defaults: DefaultsValue {
            text: LESSONS[0].text,
            lesson: LESSONS[0].name,
        },
    })
}

/// What is wrong with the text of an entry, `TERM COMMAND`: what was expected instead. Undefined when
/// nothing is wrong. On a disk an entry has one spelling only, so that what is read is what is written.
#[wasm_bindgen]
pub fn entry_fault(text: &str) -> Option<String> {
    match Entry::parse(text) {
        Ok(entry) if entry.to_string() == text => None,
        Ok(entry) => Some(entry.to_string()),
        Err(expected) => Some(expected.to_string()),
    }
}

/// The starts of the side by side view, the first with a follower that is behind by that many entries.
#[wasm_bindgen(unchecked_return_type = "StartRow[]")]
pub fn starts(behind: u32) -> Result<JsValue, JsError> {
    let starts = comparison::starts(behind)
        .into_iter()
        .map(|start| StartValue {
            name: start.name,
            title: start.title,
            text: start.text,
            trouble: start.trouble,
        });
    to_js(&starts.collect::<Vec<_>>())
}

/// How many messages one follower costs under each protocol.
#[wasm_bindgen(unchecked_return_type = "Chart")]
pub fn chart() -> Result<JsValue, JsError> {
    to_js(&ChartValue {
        behind: values::curves(&comparison::chart_behind()),
        conflicting: values::curves(&comparison::chart_conflicting()),
    })
}

/// A run that is stepped forwards and backwards: see `run.rs`.
#[wasm_bindgen]
pub struct Run {
    run: run::Run,
    values: Values,
    left_out: Vec<String>,
    warning: Option<String>,
}

#[wasm_bindgen]
impl Run {
    /// Reads a text and stands at moment 0, with the text's actions ahead.
    ///
    /// @throws Error with the line, what was found and what was expected.
    #[wasm_bindgen(constructor)]
    pub fn new(text: &str) -> Result<Run, JsError> {
        let run = run::Run::new(text).map_err(|fault| JsError::new(&fault.to_string()))?;
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
        let Trial {
            mut run,
            left_out,
            warning,
        } = trial.map_err(|fault| JsError::new(&fault.to_string()))?;
        run.seek(0);
        Ok(Run {
            run,
            values: Values::default(),
            left_out,
            warning,
        })
    }

    /// For a trial: what of the trouble could not be done, a sentence each.
    #[wasm_bindgen(getter)]
    pub fn left_out(&self) -> Vec<String> {
        self.left_out.clone()
    }

    /// For a trial: why the protocol promises nothing from this start. Undefined when it does.
    #[wasm_bindgen(getter)]
    pub fn warning(&self) -> Option<String> {
        self.warning.clone()
    }

    /// What servers said to each other up to a moment: at most that of the end.
    #[wasm_bindgen(unchecked_return_type = "Costs")]
    pub fn costs(&self, moment: usize) -> Result<JsValue, JsError> {
        let moment = moment.min(self.run.length());
        to_js(&CostsValue::from(comparison::costs(&self.run, moment)))
    }

    /// Acts at the cursor. What lay beyond it is dropped, unless the action is rejected or changes
    /// nothing: then the frame says so, and the run is as before.
    ///
    /// @throws Error when the line cannot be read.
    #[wasm_bindgen(unchecked_return_type = "Frame")]
    pub fn apply(&mut self, line: &str) -> Result<JsValue, JsError> {
        let applied = self.run.apply(line);
        let applied = applied.map_err(|fault| JsError::new(&fault.to_string()))?;
        let moment = self.run.cursor();
        let mut events = Vec::new();
        match applied {
            Applied::Rejected(rejection) => {
                events.push(values::said("rejected", moment, rejection.says()));
            }
            Applied::Done { moments, settled } => {
                for moment in moment - moments + 1..=moment {
                    events.extend(self.values.events(&self.run, moment)?);
                }
                events.extend(settled.map(|settled| values::settled(moment, settled)));
            }
        }
        self.values.frame(&mut self.run, events)
    }

    /// Moves the cursor. The frame holds the events of that moment alone.
    ///
    /// @throws Error when the run has no such moment.
    #[wasm_bindgen(unchecked_return_type = "Frame")]
    pub fn seek(&mut self, moment: f64) -> Result<JsValue, JsError> {
        let whole = moment as usize;
        if whole as f64 != moment || !self.run.seek(whole) {
            let length = self.run.length();
            // As an integer: the code that writes fractions would be a tenth of the whole module.
            let moment = moment as i64;
            return Err(JsError::new(&format!(
                "There is no moment {moment}. This run has the moments 0 to {length}, in whole numbers."
            )));
        }
        let events = self.values.events(&self.run, self.run.cursor())?;
        self.values.frame(&mut self.run, events)
    }

    /// The events of each moment from `first` to `last`, both included and at most the length.
    #[wasm_bindgen(unchecked_return_type = "Event[][]")]
    pub fn events(&mut self, first: usize, last: usize) -> Result<JsValue, JsError> {
        let moments = js_sys::Array::new();
        for moment in first..=last.min(self.run.length()) {
            let events = self.values.events(&self.run, moment)?;
            moments.push(&to_js(&events)?);
        }
        Ok(moments.into())
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
    #[wasm_bindgen(getter)]
    pub fn story(&self) -> Vec<String> {
        values::paragraphs(&self.run.scenario().story)
    }

    /// The whole run as a text, its future included. A new run of it, at its end, is in the same state.
    pub fn script(&self) -> String {
        self.run.script()
    }
}
