//! The boundary to JavaScript: coarse calls and plain values. The only module that knows JavaScript.
//!
//! The shapes of the values stand in `web/shapes.rs`, `web/events.rs` and `web/outline.rs`. A person's
//! mistake is a thrown `Error` (a text that cannot be read) or a `rejected` event (an action that
//! cannot be done); a panic is a bug, and is printed on the console.

use std::cell::RefCell;
use std::panic;

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::console;

use crate::catalog::ProtocolName;
use crate::comparison::{self, Trial};
use crate::lessons::{EXAMPLE, LESSONS, Lesson};
use crate::log::LOG_LIMIT;
use crate::protocol::Terms;
use crate::registry::{Name, SERVER_LIMIT};
use crate::rule::{Rule, RuleSet};
use crate::run::{self, Applied};
use crate::script::{self, Fault, Statement};
use crate::weather::Trouble;

mod events;
mod lesson;
mod outline;
mod shapes;
mod values;
mod views;

use events::{Event, Happened};
use shapes::{Catalog, Chart, Defaults, LessonRow, Limits, ProtocolRow, RuleRow, StartRow};
use values::{Values, to_js};

thread_local! {
    /// What was last asked of a run, for the console to tell when that panics.
    static ASKED: RefCell<String> = RefCell::default();
}

#[wasm_bindgen(start)]
fn start() {
    panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        let asked = ASKED.with_borrow(String::clone);
        console::error_2(&"The simulation was asked to".into(), &asked.into());
    }));
}

/// The protocols and lessons that there are, and what an empty sandbox opens with.
#[wasm_bindgen(unchecked_return_type = "Catalog")]
pub fn catalog() -> JsValue {
    let protocol_row = |protocol: &ProtocolName| ProtocolRow {
        name: protocol.name(),
        title: protocol.title(),
        summary: protocol.summary(),
        votes: protocol.terms() == Terms::Voted,
    };
    let lesson_row = |lesson: &Lesson| LessonRow {
        name: lesson.name,
        group: lesson.group.title(),
        title: lesson.title(),
    };
    to_js(&Catalog {
        protocols: ProtocolName::ALL.iter().map(protocol_row).collect(),
        lessons: LESSONS.iter().map(lesson_row).collect(),
        storm: Trouble::ALL.iter().map(views::trouble).collect(),
        defaults: Defaults { lesson: EXAMPLE },
        limits: Limits {
            servers: SERVER_LIMIT,
            entries: LOG_LIMIT,
        },
    })
}

/// The rules of a protocol that can be switched off, in the order in which they are shown; none for a protocol without any, or that there
/// is not.
#[wasm_bindgen(unchecked_return_type = "RuleRow[]")]
pub fn rules(protocol: &str) -> JsValue {
    let rules = ProtocolName::parse(protocol).map_or(&[][..], ProtocolName::rules);
    to_js(&rules.iter().map(views::rule).collect::<Vec<RuleRow>>())
}

/// A lesson's text without what it says and asks on the way, for the sandbox to open with.
#[wasm_bindgen]
pub fn without_guide(text: &str) -> String {
    crate::lesson::without_guide(text)
}

/// What is wrong with the text of an entry, `TERM OPERATION`, where these servers are registered: what was
/// expected instead. Undefined when nothing is wrong. On a disk an entry has one spelling only, so that
/// what is read is what is written.
#[wasm_bindgen]
pub fn entry_fault(text: &str, registry: &str) -> Option<String> {
    match script::read_entry(text, registry) {
        Ok(spelling) if spelling == text => None,
        Ok(spelling) => Some(spelling),
        Err(expected) => Some(expected.says()),
    }
}

/// Whether a word can be a server's name.
#[wasm_bindgen]
pub fn is_name(word: &str) -> bool {
    Name::parse(word).is_ok()
}

/// The starts of the side by side view, the first with a follower that is behind by that many entries.
#[wasm_bindgen(unchecked_return_type = "StartRow[]")]
pub fn starts(behind: u32) -> JsValue {
    let row = |start: comparison::Start| StartRow {
        name: start.name,
        title: start.title,
        text: start.text,
        trouble: start.trouble,
    };
    let starts = comparison::starts(behind).into_iter();
    to_js(&starts.map(row).collect::<Vec<StartRow>>())
}

/// How many messages one follower costs under each protocol.
#[wasm_bindgen(unchecked_return_type = "Chart")]
pub fn chart() -> JsValue {
    to_js(&Chart {
        behind: views::curves(comparison::chart_behind()),
        conflicting: views::curves(comparison::chart_conflicting()),
    })
}

/// Notes what is asked of a run.
fn asked(run: &run::Run, what: &str) {
    let (cursor, length) = (run.cursor(), run.length());
    ASKED.set(format!("{what}, at moment {cursor} of {length}"));
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

    /// The same run with these rules switched off and all others kept, by their names: each action as it is, as
    /// far as it can be done. It stands at the same place.
    ///
    /// @throws Error when the run's protocol has no such rule.
    pub fn without(&self, rules: Vec<String>) -> Result<Run, JsError> {
        let protocol = self.run.scenario().protocol;
        let known = |rule: &Rule| protocol.has_rule(*rule);
        let read = |name: &String| {
            let rule = Rule::parse(name).filter(known);
            rule.ok_or_else(|| {
                let protocol = protocol.name();
                JsError::new(&format!("There is no rule {name} in {protocol}."))
            })
        };
        let rules = rules.iter().map(read).collect::<Result<RuleSet, JsError>>();
        Ok(Run::of(comparison::without(&self.run, rules?)))
    }

    /// The names of the rules that are switched off, in the order of the catalog.
    #[wasm_bindgen(getter, unchecked_return_type = "string[]")]
    pub fn switched_off(&self) -> JsValue {
        let without = self.run.scenario().setting.without;
        let names = without.iter().map(Rule::name);
        to_js(&names.collect::<Vec<&str>>())
    }

    /// For a trial, and a run that was made for another protocol or with other rules: what could not be done, a sentence each.
    #[wasm_bindgen(getter, unchecked_return_type = "string[]")]
    pub fn left_out(&self) -> JsValue {
        to_js(&self.left_out)
    }

    /// For the same: why the protocol promises nothing from this start. Undefined when it does.
    #[wasm_bindgen(getter)]
    pub fn warning(&self) -> Option<String> {
        self.warning.clone()
    }

    /// What servers said to each other up to a moment: at most that of the end.
    #[wasm_bindgen(unchecked_return_type = "Costs")]
    pub fn costs(&self, moment: usize) -> JsValue {
        let moment = moment.min(self.run.length());
        to_js(&views::costs(&comparison::costs(&self.run, moment)))
    }

    /// Acts at the cursor. What lay beyond it is dropped, unless the action is rejected or changes
    /// nothing: then the frame says so, and the run is as before.
    ///
    /// @throws Error when the line cannot be read.
    #[wasm_bindgen(unchecked_return_type = "Frame")]
    pub fn apply(&mut self, line: &str) -> Result<JsValue, JsError> {
        asked(&self.run, line);
        let applied = self.run.apply(line);
        let applied = applied.map_err(error)?;
        let moment = self.run.cursor();
        let events = Array::new();
        match applied {
            Applied::Rejected(rejection) => {
                let says = rejection.says();
                let event = Event::beside(moment, &says, Happened::Rejected);
                events.push(&event.to_js());
            }
            Applied::LetRun { moments, is_over } => {
                for moment in moment - moments + 1..=moment {
                    self.values.events(&self.run, moment, &events);
                }
                events.push(&views::let_run(moment, moments, is_over).to_js());
            }
            Applied::Done { moments, settled } => {
                for moment in moment - moments + 1..=moment {
                    self.values.events(&self.run, moment, &events);
                }
                if let Some(settled) = settled {
                    events.push(&views::settled(moment, settled).to_js());
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
        asked(&self.run, line);
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
    pub fn seek(&mut self, moment: f64) -> Result<JsValue, JsError> {
        let whole = moment as usize;
        asked(&self.run, &format!("seek {whole}"));
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

    /// The outlines of each moment from `first` to `last`, both included and at most the length, packed.
    #[wasm_bindgen(unchecked_return_type = "Outlines")]
    pub fn outline(&mut self, first: usize, last: usize) -> JsValue {
        let moments = first..=last.min(self.run.length());
        to_js(&outline::of_moments(&self.run, moments, &mut self.values))
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

    /// What the disks say of the whole cluster.
    #[wasm_bindgen(getter, unchecked_return_type = "RoomHead")]
    pub fn room_head(&self) -> JsValue {
        to_js(&views::room_head(self.run.scenario()))
    }

    /// The paragraphs of the story, which is the comment before the head.
    #[wasm_bindgen(getter, unchecked_return_type = "string[]")]
    pub fn story(&self) -> JsValue {
        to_js(&views::paragraphs(&self.run.scenario().story))
    }

    /// The whole run as a text, its future included. A new run of it, at its end, is in the same state.
    pub fn script(&self) -> String {
        self.run.script()
    }

    /// The text of the moments from `first` to `last`, both included and at most the length. Moment 0 has
    /// the head, so parts that follow each other make up the script.
    pub fn script_of(&self, first: usize, last: usize) -> String {
        self.run.script_of(first, last)
    }
}

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
