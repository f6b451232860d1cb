//! A run: a start, actions, and a cursor that stands at one moment of it.
//!
//! ```text
//!   start ──a₁──▶ moment 1 ──a₂──▶ moment 2 ──a₃──▶ moment 3
//!  (moment 0)                        ▲
//!                                  cursor          (what lies beyond is the recorded future)
//! ```
//!
//! Every moment is the fold of the start over the actions before it. To be anywhere quickly, a run
//! keeps the state at every [`CHECKPOINT_INTERVAL`]-th moment and folds on from there.
//!
//! A run also knows what the outside has written to the servers' real disks, so that it can say what to
//! write next. Those disks hold the *tip*: the furthest moment visited since the last act. Going back
//! writes nothing; passing the tip, or acting in the past, writes the difference.

use std::fmt;
use std::ops::ControlFlow;
use std::rc::Rc;

use crate::action::{ACTION_LIMIT, Action, Rejection};
use crate::event::Event;
use crate::legality;
use crate::moves::Move;
use crate::properties::{self, Breach, Watched};
use crate::reference::{self, Reference};
use crate::registry::Registry;
use crate::script::{self, Fault, GOAL, HINT, Line, Scenario, Text};
use crate::server::Disks;
use crate::simulation::Simulation;

mod check;
mod statements;
mod writes;

pub use writes::DiskWrite;
use writes::writes_between;

/// How many messages `settle` delivers at most.
pub const SETTLE_LIMIT: usize = 2_000;

/// How many moments lie between two remembered states.
const CHECKPOINT_INTERVAL: usize = 256;

/// Invariants:
/// - `now` is the fold of the start over the first `cursor` actions;
/// - `checkpoints[n]` is that over the first `n * CHECKPOINT_INTERVAL`, for all that fit into the run;
/// - `breaches` has each promise at most once, and only those that the steps broke;
/// - the cursor is at most the run's length, and so is the tip.
pub struct Run {
    scenario: Scenario,
    steps: Vec<Step>,
    /// The comments after the last action. An action that follows takes them.
    ending: Vec<String>,
    checkpoints: Vec<Simulation>,
    /// The promises that were broken on the way, each with the moment that broke it first.
    breaches: Vec<Breach>,
    cursor: usize,
    now: Simulation,
    /// Who is registered at the end.
    registry: Registry,
    tip: Tip,
    /// The tip before the last writes were handed out.
    tip_before: Tip,
}

/// An action, the comments before it, the move that it meant, and what came of it.
struct Step {
    comments: Vec<String>,
    action: Action,
    a_move: Move,
    events: Vec<Event>,
}

/// What the real disks hold, as far as the run was told.
#[derive(Clone)]
struct Tip {
    moment: usize,
    disks: Rc<Disks>,
}

/// What became of a line that was applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Applied {
    /// The run has that many more moments, and stands at the last of them. None for a `settle` with
    /// nothing in flight.
    Done {
        moments: usize,
        /// How it ended, if the line was `settle`.
        settled: Option<Settled>,
    },
    /// The run was let go on by itself. It has that many more moments, and stands at the last of them.
    LetRun {
        moments: usize,
        /// Whether nothing is left to do.
        is_over: bool,
    },
    /// It cannot be done. Nothing has changed.
    Rejected(Rejection),
}

/// How a `settle` ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settled {
    pub deliveries: usize,
    /// How many messages are still in flight, since there is a limit.
    pub in_flight: usize,
}

impl Run {
    /// Reads a text and stands at its start, with the text's actions ahead.
    pub fn new(text: &str) -> Result<Run, Box<Fault>> {
        let Text {
            scenario,
            lines,
            ending,
        } = script::read(text)?;
        let mut run = Run::of(scenario);
        for line in lines {
            let Line {
                number,
                comments,
                statement,
            } = line;
            run.comment(comments);
            if let Applied::Rejected(rejection) = run.carry_out(statement) {
                let mut says = rejection.says();
                // The full stop.
                says.pop();
                return Err(Fault::new(says).at(number));
            }
        }
        run.comment(ending);
        run.go_to(0);
        Ok(run)
    }

    /// A run of a start, without any actions yet.
    pub fn of(scenario: Scenario) -> Run {
        let now = scenario.simulation();
        let tip = Tip::at(0, &now);
        Run {
            breaches: properties::broken_at_start(&now, scenario.reference),
            scenario,
            steps: Vec::new(),
            ending: Vec::new(),
            checkpoints: vec![now.clone()],
            cursor: 0,
            registry: now.registry.clone(),
            now,
            tip: tip.clone(),
            tip_before: tip,
        }
    }

    /// Acts at the cursor. When that changes anything, what lay beyond the cursor is gone.
    pub fn apply(&mut self, line: &str) -> Result<Applied, Box<Fault>> {
        let statement = script::read_statement(line)?;
        Ok(self.carry_out(statement))
    }

    /// Puts an action in at the cursor, and takes up again what lay ahead, as far as it can still be done.
    /// The run stands after the action. None when the action itself cannot be done: then nothing has
    /// changed. Otherwise, whether all that lay ahead is there.
    pub fn insert(&mut self, action: Action) -> Option<bool> {
        let at = self.cursor;
        let ahead = self.steps[at..].iter();
        let ahead = ahead.map(|step| (step.comments.clone(), step.action.clone()));
        let ahead: Vec<_> = ahead.collect();
        let ending = std::mem::take(&mut self.ending);
        if self.act(action).is_err() {
            self.ending = ending;
            return None;
        }
        // All that lay ahead comes again, goals included.
        self.steps[at].comments.clear();
        let mut is_whole = true;
        for (comments, action) in ahead {
            self.comment(comments);
            is_whole = self.act(action).is_ok();
            if !is_whole {
                break;
            }
        }
        if is_whole {
            self.comment(ending);
        }
        self.go_to(at + 1);
        Some(is_whole)
    }

    /// Writes comments before the action that follows at the run's end.
    pub fn comment(&mut self, comments: impl IntoIterator<Item = String>) {
        self.ending.extend(comments);
    }

    /// Moves the cursor to a moment from 0 to the run's length. False when there is no such moment.
    pub fn seek(&mut self, moment: usize) -> bool {
        if moment > self.length() {
            return false;
        }
        self.go_to(moment);
        true
    }

    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// How many moments lie after the start.
    pub fn length(&self) -> usize {
        self.steps.len()
    }

    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The state at the cursor.
    pub fn now(&self) -> &Simulation {
        &self.now
    }

    /// The server with whose log the others are compared at the cursor; none when nobody is registered.
    pub fn reference(&self) -> Option<Reference> {
        reference::find(&self.now, self.scenario.reference)
    }

    /// Looks at the state of each moment from `first` up to the cursor, until told to stop.
    pub fn look_from(
        &self,
        first: usize,
        mut look: impl FnMut(usize, &Simulation) -> ControlFlow<()>,
    ) {
        let checkpoint = first / CHECKPOINT_INTERVAL;
        let remembered = checkpoint * CHECKPOINT_INTERVAL;
        let mut state = self.checkpoints[checkpoint].clone();
        for moment in remembered..=self.cursor {
            if moment > remembered {
                state.perform(&self.steps[moment - 1].a_move);
            }
            if moment >= first && look(moment, &state).is_break() {
                return;
            }
        }
    }

    /// What is promised and hoped for, as it is at the cursor.
    pub fn properties(&self) -> Vec<Watched> {
        let past = |breach: &&Breach| breach.moment <= self.cursor;
        let breaches: Vec<Breach> = self.breaches.iter().filter(past).cloned().collect();
        properties::look_at_all(&self.now, self.scenario.reference, &breaches, self.cursor)
    }

    /// The names that the events of all moments use: those of the run's end, since nobody is removed.
    pub fn registry(&self) -> &Registry {
        &self.registry
    }

    /// What happened on the way to a moment; nothing on the way to the start.
    pub fn events(&self, moment: usize) -> &[Event] {
        let position = moment.checked_sub(1);
        position.map_or(&[], |position| self.steps[position].events.as_slice())
    }

    /// All actions, the future's included.
    pub fn actions(&self) -> impl Iterator<Item = &Action> {
        self.steps.iter().map(|step| &step.action)
    }

    /// The comments before each action, in the same order.
    pub fn comments(&self) -> impl Iterator<Item = &[String]> {
        self.steps.iter().map(|step| step.comments.as_slice())
    }

    /// The comments after the last action.
    pub fn ending(&self) -> &[String] {
        &self.ending
    }

    /// The whole run as a text. A new run of it, moved to its end, is in the same state.
    pub fn script(&self) -> String {
        self.script_of(0, self.length())
    }

    /// The text of the moments from `first` to `last`, both included and at most the length: the head for
    /// moment 0, for each other its action with the comments before it, and after the run's last moment the
    /// comments at the end. Parts that follow each other make up the script, so that whoever keeps a long
    /// one need not have all of it written anew for each action.
    pub fn script_of(&self, first: usize, last: usize) -> String {
        let mut text = String::new();
        if first == 0 {
            text = script::write_head(&self.scenario);
        }
        let length = self.length();
        let steps = self.steps[..last.min(length)].get(first.saturating_sub(1)..);
        let actions = steps.unwrap_or_default().iter();
        let actions = actions.map(|step| (step.comments.as_slice(), &step.action));
        let is_end = (first..=last).contains(&length);
        text + &script::write_actions(actions, if is_end { &self.ending } else { &[] })
    }

    /// What the outside has to write so that the real disks hold this moment; nothing behind the tip.
    /// The run takes it that this is done; see [`Run::forget_writes`].
    pub fn take_writes(&mut self) -> Vec<DiskWrite> {
        self.tip_before = self.tip.clone();
        if self.cursor <= self.tip.moment {
            return Vec::new();
        }
        let now = Tip::at(self.cursor, &self.now);
        let writes = writes_between(&self.tip.disks, &now.disks);
        self.tip = now;
        writes
    }

    /// The last writes could not be carried out, and the real disks are as before.
    pub fn forget_writes(&mut self) {
        self.tip = self.tip_before.clone();
    }

    fn act(&mut self, action: Action) -> Result<(), Box<Rejection>> {
        let a_move = legality::resolve(&self.now, &action)?;
        self.make(action, a_move)
    }

    /// Makes a move, which an action means here.
    fn make(&mut self, action: Action, a_move: Move) -> Result<(), Box<Rejection>> {
        if self.cursor == ACTION_LIMIT {
            return Err(Box::new(Rejection::TooManyActions));
        }
        let events = self.now.perform(&a_move);
        let mut comments = std::mem::take(&mut self.ending);
        if self.cursor < self.steps.len() {
            // They stood after what is no longer ahead. What a learner is to do counts from here on.
            let ahead = self.steps[self.cursor..].iter();
            let ahead = ahead.flat_map(|step| step.comments.clone());
            comments = goals_of(ahead.chain(comments));
        }
        self.steps.truncate(self.cursor);
        self.checkpoints
            .truncate(self.cursor / CHECKPOINT_INTERVAL + 1);
        self.breaches.retain(|breach| breach.moment <= self.cursor);
        let moment = self.cursor + 1;
        let named = self.scenario.reference;
        properties::newly_broken(&self.now, named, &events, moment, &mut self.breaches);
        self.steps.push(Step {
            comments,
            action,
            a_move,
            events,
        });
        if self.registry != self.now.registry {
            self.registry = self.now.registry.clone();
        }
        self.cursor += 1;
        if self.cursor.is_multiple_of(CHECKPOINT_INTERVAL) {
            self.checkpoints.push(self.now.clone());
        }
        // Acting behind the tip makes this moment the tip: the disks have to follow.
        self.tip.moment = self.tip.moment.min(self.cursor - 1);
        Ok(())
    }

    fn go_to(&mut self, moment: usize) {
        let checkpoint = moment / CHECKPOINT_INTERVAL;
        let remembered = checkpoint * CHECKPOINT_INTERVAL;
        if self.cursor > moment || self.cursor < remembered {
            self.now = self.checkpoints[checkpoint].clone();
            self.cursor = remembered;
        }
        for step in self.steps.iter().take(moment).skip(self.cursor) {
            self.now.perform(&step.a_move);
        }
        self.cursor = moment;
    }
}

/// The goals among comments, each with its hints.
fn goals_of(comments: impl Iterator<Item = String>) -> Vec<String> {
    let mut of_goal = false;
    let goals = comments.filter(|comment| {
        of_goal = comment.starts_with(GOAL) || (of_goal && comment.starts_with(HINT));
        of_goal
    });
    goals.collect()
}

/// A run shows itself as its script, so that what a test prints can be pasted into the page.
impl fmt::Debug for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at moment {} of\n{}", self.cursor, self.script())
    }
}

impl Tip {
    fn at(moment: usize, simulation: &Simulation) -> Tip {
        let disks = Rc::new(simulation.disks());
        Tip { moment, disks }
    }
}
