//! What a search is asked for, and what it begins with.

use serde::Deserialize;
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use crate::action::Action;
use crate::legality;
use crate::moves::Move;
use crate::property::Property;
use crate::run::Run;
use crate::script::{self, Statement};
use crate::search::{self, Bound, Bounds};
use crate::simulation::Simulation;

/// Nobody delivers more in one go.
const SETTLE_LIMIT: usize = 2_000;

/// Where to search, and within which bounds.
#[derive(Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// A text of the language.
    pub script: String,
    /// The moment of it from which to search.
    pub moment: usize,
    /// The moment from which bounds are counted; left out for that from which to search.
    #[tsify(optional)]
    pub counted_from: Option<usize>,
    /// How many of each there are at most, by the names of [`bounds`]; what is left out is 0.
    pub at_most: Vec<(String, u8)>,
    /// How many messages are in flight at once, and how many actions a run has, at most; left out for any number.
    #[tsify(optional)]
    pub in_flight: Option<u32>,
    #[tsify(optional)]
    pub depth: Option<u32>,
    /// How much memory it may take, in millions of bytes.
    pub megabytes: u32,
    /// What else could be done first in one go, of which a look ahead tells, too: each is an action line, or several, or `settle`. What
    /// can't be carried out is passed over.
    #[tsify(optional)]
    pub plans: Option<Vec<String>>,
}

/// What an order asks for, read.
pub struct Begun {
    pub run: Run,
    /// The promises that are kept up to where it starts.
    pub kept: Vec<Property>,
    pub bounds: Bounds,
    /// The names of bounds that are asked for, and of which the protocol has nothing.
    pub idle: Vec<&'static str>,
    pub bytes: usize,
    pub plans: Vec<Plan>,
}

impl Begun {
    pub fn new(order: JsValue) -> Result<Begun, JsError> {
        let order: Order = serde_wasm_bindgen::from_value(order)?;
        let mut run = Run::new(&order.script).map_err(|fault| JsError::new(&fault.to_string()))?;
        let mut bounds = Bounds::default();
        bounds.in_flight = order.in_flight;
        bounds.depth = order.depth;
        let mut idle = Vec::new();
        for (name, at_most) in &order.at_most {
            let bound = Bound::parse(name);
            let bound = bound.ok_or_else(|| JsError::new(&format!("There is no bound {name}.")))?;
            if bound.is_of(run.scenario().protocol) {
                bounds.set(bound, *at_most);
            } else {
                idle.push(bound.name());
            }
        }
        let from = order.counted_from.unwrap_or(order.moment);
        let actions: Vec<Action> = run
            .actions()
            .take(order.moment)
            .skip(from)
            .cloned()
            .collect();
        for (moment, action) in (from..).zip(&actions) {
            seek(&mut run, moment)?;
            if let Ok(a_move) = legality::resolve(run.now(), action) {
                bounds.spend(&a_move);
            }
        }
        seek(&mut run, order.moment)?;
        let promises = search::promises(run.now()).into_iter();
        let kept = promises.filter(|property| is_kept(&run, *property));
        let plans = order.plans.unwrap_or_default().into_iter();
        let plans = plans.filter_map(|text| Plan::read(run.now(), text));
        Ok(Begun {
            plans: plans.collect(),
            kept: kept.collect(),
            run,
            bounds,
            idle,
            bytes: order.megabytes as usize * 1_000_000,
        })
    }
}

/// What could be done first in one go.
pub struct Plan {
    pub text: String,
    /// One, at least.
    pub moves: Vec<Move>,
}

impl Plan {
    /// None where some of it can't be done, or there is nothing to do.
    fn read(start: &Simulation, text: String) -> Option<Plan> {
        let (mut now, mut moves) = (start.clone(), Vec::new());
        let mut carry_out = |now: &mut Simulation, action: &Action| {
            let a_move = legality::resolve(now, action).ok()?;
            now.perform(&a_move);
            moves.push(a_move);
            Some(())
        };
        for line in text.lines() {
            match script::read_statement(line).ok()? {
                Statement::Action(action) => carry_out(&mut now, &action)?,
                Statement::Settle => {
                    for _ in 0..SETTLE_LIMIT {
                        let oldest = now.mail().oldest();
                        let Some(id) = oldest else { break };
                        carry_out(&mut now, &Action::Deliver(id))?;
                    }
                }
                _ => return None,
            }
        }
        (!moves.is_empty()).then_some(Plan { text, moves })
    }
}

fn seek(run: &mut Run, moment: usize) -> Result<(), JsError> {
    match run.seek(moment) {
        true => Ok(()),
        false => Err(JsError::new(&format!(
            "There is no moment {moment}. This run has the moments 0 to {}.",
            run.length()
        ))),
    }
}

/// Whether a promise was kept up to where the run stands.
fn is_kept(run: &Run, property: Property) -> bool {
    let watched = run.properties();
    let mut watched = watched.iter();
    watched.any(|watched| watched.property == property && watched.holds())
}
