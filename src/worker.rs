//! The boundary to JavaScript of the search, which has a WebAssembly of its own: built with the feature `search`, in
//! place of `web`, loaded by a worker when somebody asks for it, and compiled for speed.
//!
//! What is found is told as action lines. Whoever shows it lets a run of `web` carry them out, which has the sentences.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use crate::action::Action;
use crate::moves::Move;
use crate::properties::Finding;
use crate::property::Property;
use crate::registry::Registry;
use crate::search::{self, Bound, Bounds, Method, Outcome, Rescue};

mod order;

use order::{Begun, Plan};

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// Something of which a run has at most so many.
#[derive(Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct BoundRow {
    pub name: &'static str,
    /// What is worth trying first under the protocol.
    pub at_most: u8,
    /// With how many, no more than these, a search comes to its end with so many servers; null where that is not known.
    pub to_the_end: Option<u8>,
}

/// How far a search has got.
#[derive(Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct SearchProgress {
    /// How many different states were met.
    pub states: usize,
    /// To how many actions from the start all runs were looked at.
    pub depth: u32,
    /// How many states there are with each number of actions, from 0, as far as they were met.
    pub by_depth: Vec<usize>,
    /// About how much memory it takes.
    pub bytes: usize,
    /// The titles of what is to happen once, and after how many actions it first did; null where it did not.
    pub happened: Vec<(String, Option<u32>)>,
    /// Null while there is more to look at.
    pub outcome: Option<SearchOutcome>,
}

/// How a search ended.
#[derive(Serialize, Tsify)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SearchOutcome {
    /// A run breaks promises, and none with fewer actions does.
    Broken {
        /// Action lines that lead there from where the search started.
        actions: Vec<String>,
        /// What the last of them breaks.
        broken: Vec<BrokenPromise>,
    },
    /// All was looked at, and nothing breaks.
    Holds {
        /// False where longer runs than were asked for are left.
        everything: bool,
    },
    /// The next state would take more memory than is allowed.
    OutOfMemory,
    /// No promise is left to break where it starts.
    NothingToCheck,
}

/// How far it is to where a promise breaks.
#[derive(Serialize, Tsify)]
pub struct AheadProgress {
    pub rows: Vec<AheadRow>,
    /// Up to how many actions everything was looked at: what is not found to break does not in so many.
    pub looked_at: u32,
    /// Whether there is more to look at.
    pub goes_on: bool,
    /// Whether it ended since memory ran out.
    pub has_run_out: bool,
    /// False where no promise is left to break.
    pub checks: bool,
    /// The names of bounds that were asked for, and of which the protocol has nothing.
    pub idle: Vec<&'static str>,
}

/// What can be done first.
#[derive(Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct AheadRow {
    /// An action line, or what was asked for as several of them.
    pub line: String,
    /// How many actions that is, by itself.
    pub actions: usize,
    /// How many actions lead through it to a broken promise, itself included; null when none was found.
    pub breaks_in: Option<u32>,
}

/// The run next to one that breaks which does not: see `search/nearest.rs`.
#[derive(Serialize, Tsify)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SearchRescue {
    Found {
        /// How many actions it has in common with the run that breaks, from where the search started.
        same: usize,
        /// Action lines: what is delivered then, until nothing is in flight.
        actions: Vec<String>,
        /// Whether it is known that no such run has more in common.
        nearest: bool,
    },
    /// Where the search started, nothing helped any more.
    Never,
    /// There are more orders than can be remembered.
    OutOfMemory,
}

#[derive(Serialize, Tsify)]
pub struct BrokenPromise {
    /// The name by which programs know it, and that by which people do.
    pub id: &'static str,
    pub title: String,
    /// A sentence with the servers, the index and both entries.
    pub says: String,
}

/// What a run under a protocol can have a number of, with what is worth trying first, with so many servers.
///
/// @throws Error when there is no such protocol.
#[wasm_bindgen(unchecked_return_type = "BoundRow[]")]
pub fn bounds(protocol: &str, servers: usize) -> Result<JsValue, JsError> {
    let protocol = crate::catalog::ProtocolName::parse(protocol)
        .ok_or_else(|| JsError::new(&format!("There is no protocol {protocol}.")))?;
    let first = Bounds::for_protocol(protocol);
    let to_the_end = Bounds::to_the_end(protocol, servers);
    let all = Bound::ALL.into_iter().filter(|bound| bound.is_of(protocol));
    let rows = all.map(|bound| BoundRow {
        name: bound.name(),
        at_most: first.of(bound),
        to_the_end: to_the_end.map(|bounds| bounds.of(bound)),
    });
    let rows: Vec<BoundRow> = rows.collect();
    Ok(to_js(&rows))
}

/// A search for the shortest run that breaks a promise: see `search.rs`.
#[wasm_bindgen]
pub struct Search {
    search: search::Search,
    registry: Registry,
}

#[wasm_bindgen]
impl Search {
    /// A search that has not begun.
    ///
    /// @throws Error when the text can't be read, or has no such moment, or there is no such bound.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "Order")] order: JsValue,
    ) -> Result<Search, JsError> {
        let begun = Begun::new(order)?;
        let start = begun.run.now();
        let (kept, bounds, bytes) = (&begun.kept, begun.bounds, begun.bytes);
        Ok(Search {
            search: search::Search::new(start, kept, bounds, Method::Symmetric, bytes),
            registry: start.registry.clone(),
        })
    }

    /// Looks at what follows from so many more states.
    #[wasm_bindgen(unchecked_return_type = "SearchProgress")]
    pub fn advance(&mut self, states: usize) -> JsValue {
        self.search.advance(states);
        let progress = self.search.progress();
        let happened = progress.happened.into_iter();
        to_js(&SearchProgress {
            states: progress.states,
            depth: progress.depth,
            by_depth: progress.by_depth,
            bytes: progress.bytes,
            happened: happened
                .map(|(property, first)| (property.title(), first))
                .collect(),
            outcome: progress.outcome.map(|outcome| self.outcome(outcome)),
        })
    }

    /// What looks for the run next to the one that was found which does not break; undefined as long as none was found.
    pub fn way_back(&self) -> Option<WayBack> {
        self.search.way_back().map(WayBack)
    }
}

/// Nobody looks farther ahead.
const AHEAD_LIMIT: u32 = 50;

/// What looks from a moment how far each action leads from a broken promise: see `search/ahead.rs`.
#[wasm_bindgen]
pub struct Ahead {
    ahead: search::Ahead,
    registry: Registry,
    plans: Vec<Plan>,
    /// Whether there is a promise left to break.
    checks: bool,
    idle: Vec<&'static str>,
}

#[wasm_bindgen]
impl Ahead {
    /// A look that has not begun, as far as the order's depth.
    ///
    /// @throws Error as a search does.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "Order")] order: JsValue,
    ) -> Result<Ahead, JsError> {
        let begun = Begun::new(order)?;
        let (start, kept) = (begun.run.now(), &begun.kept);
        let limit = match kept.is_empty() {
            true => 0,
            false => begun.bounds.depth.unwrap_or(0).min(AHEAD_LIMIT),
        };
        let plans: Vec<_> = begun.plans.iter().map(|plan| plan.moves.clone()).collect();
        let ahead = search::Ahead::new(start, &plans, kept, begun.bounds, limit, begun.bytes);
        Ok(Ahead {
            ahead,
            registry: start.registry.clone(),
            plans: begun.plans,
            checks: !kept.is_empty(),
            idle: begun.idle,
        })
    }

    /// Looks at what follows from so many more states.
    #[wasm_bindgen(unchecked_return_type = "AheadProgress")]
    pub fn advance(&mut self, states: usize) -> JsValue {
        let goes_on = self.ahead.advance(states);
        let rows = self.ahead.firsts().map(|first| AheadRow {
            line: self.line(&first.moves),
            actions: first.moves.len(),
            breaks_in: first.breaks_in,
        });
        to_js(&AheadProgress {
            rows: rows.collect(),
            looked_at: self.ahead.looked_at(),
            goes_on,
            has_run_out: self.ahead.has_run_out(),
            checks: self.checks,
            idle: self.idle.clone(),
        })
    }

    /// As it was asked for, or as an action line.
    fn line(&self, moves: &[Move]) -> String {
        match (self.plans.iter().find(|plan| plan.moves == moves), moves) {
            (Some(plan), [_, _, ..]) => plan.text.clone(),
            (_, [a_move, ..]) => a_move.action(&self.registry).to_string(),
            (_, []) => String::new(),
        }
    }
}

/// What looks for the nearest run that does not break.
#[wasm_bindgen]
pub struct WayBack(search::WayBack);

#[wasm_bindgen]
impl WayBack {
    /// Tries so many more deliveries. Undefined while there are more to try.
    #[wasm_bindgen(unchecked_return_type = "SearchRescue | undefined")]
    pub fn advance(&mut self, count: usize) -> JsValue {
        let Some(rescue) = self.0.advance(count) else {
            return JsValue::UNDEFINED;
        };
        to_js(&match rescue {
            Rescue::Found(nearest) => SearchRescue::Found {
                same: nearest.same,
                actions: lines(&nearest.actions),
                nearest: nearest.is_nearest,
            },
            Rescue::Never => SearchRescue::Never,
            Rescue::OutOfMemory => SearchRescue::OutOfMemory,
        })
    }

    /// How many different states were met.
    pub fn states(&self) -> usize {
        self.0.states()
    }
}

impl Search {
    fn outcome(&self, outcome: Outcome) -> SearchOutcome {
        match outcome {
            Outcome::Broken(found) => {
                let broken = |(property, finding): &(Property, Finding)| BrokenPromise {
                    id: property.id(),
                    title: property.title(),
                    says: finding.says(&self.registry),
                };
                SearchOutcome::Broken {
                    actions: lines(&found.actions),
                    broken: found.broken.iter().map(broken).collect(),
                }
            }
            Outcome::Holds { is_everything } => SearchOutcome::Holds {
                everything: is_everything,
            },
            Outcome::OutOfMemory => SearchOutcome::OutOfMemory,
            Outcome::NothingToCheck => SearchOutcome::NothingToCheck,
        }
    }
}

fn lines(actions: &[Action]) -> Vec<String> {
    actions.iter().map(|action| action.to_string()).collect()
}

fn to_js(value: &(impl Serialize + ?Sized)) -> JsValue {
    let value = value.serialize(&Serializer::json_compatible());
    value.expect("a shape that JavaScript has")
}
