//! From states back to a run. The states on the way to a violation stand for others that are like them, so the way is gone again,
//! from the start, among all that follows: to what such a state stands for.

use crate::action::Action;
use crate::history::EnvelopeId;
use crate::moves::Move;
use crate::network::{Letter, Payload};
use crate::properties::{self, Breach};
use crate::property::Property;
use crate::simulation::Simulation;

use super::edges::{Act, Cost};
use super::engine::Engine;
use super::sleep::SleepSet;
use super::successor::{Key, Step, Successor};
use super::tables::Id;
use super::world::server_at;
use super::{Found, Search};

/// The run to a violation that follows from a state.
pub fn found(search: &mut Search, last: Id) -> Found {
    let mut run = Run {
        actions: Vec::new(),
        now: search.start.clone(),
        breaches: Vec::new(),
        checked: search.engine.world.checked.clone(),
    };
    let mut key = search.engine.start;
    for state in way_to(search, last) {
        let target = search.states.key(state);
        let engine = &mut search.engine;
        let leads_there = |engine: &mut Engine, successor: &Successor| {
            successor.broken == 0 && engine.canonical(successor.key) == target
        };
        let successor = follow(engine, &key, leads_there);
        run.take(engine, &key, successor.step);
        key = successor.key;
    }
    assert!(
        run.breaches.is_empty(),
        "broken too early: {:?}",
        run.actions
    );
    let breaks = |_: &mut Engine, successor: &Successor| successor.broken != 0;
    let last = follow(&mut search.engine, &key, breaks);
    run.take(&mut search.engine, &key, last.step);
    run.found()
}

/// The states from the start's successor to this one.
fn way_to(search: &Search, last: Id) -> Vec<Id> {
    let mut way = Vec::new();
    let mut state = last;
    while state != 0 {
        way.push(state);
        state = search.states.origin(state);
    }
    way.reverse();
    way
}

/// The first that follows from a state and is wanted, with fewer actions if it can be.
fn follow(
    engine: &mut Engine,
    key: &Key,
    is_wanted: impl Fn(&mut Engine, &Successor) -> bool,
) -> Successor {
    let mut successors = Vec::new();
    for cost in [Cost::One, Cost::Two] {
        engine.expand(key, cost, SleepSet::default(), &mut successors);
    }
    let wanted = successors
        .into_iter()
        .find(|successor| is_wanted(engine, successor));
    wanted.expect("what was found once is found again")
}

/// A run on the simulation itself.
struct Run {
    actions: Vec<Action>,
    now: Simulation,
    breaches: Vec<Breach>,
    checked: Vec<Property>,
}

impl Run {
    /// What is broken now.
    fn found(self) -> Found {
        let Run {
            actions, breaches, ..
        } = self;
        let moment = actions.len();
        assert!(
            breaches
                .first()
                .is_some_and(|breach| breach.moment == moment),
            "nothing is broken by the last of {actions:?}"
        );
        let broken = breaches.into_iter();
        Found {
            actions,
            broken: broken
                .map(|breach| (breach.property, breach.finding))
                .collect(),
        }
    }

    /// Does what follows from a state by a step.
    fn take(&mut self, engine: &mut Engine, key: &Key, step: Step) {
        match step {
            Step::Begin => {}
            Step::Edge { position, edge } => {
                let position = usize::from(position);
                let act = engine.act(key.words[position], edge);
                self.act(engine, position, act);
            }
            Step::Ask {
                position,
                text,
                arrives,
            } => {
                let text = engine.world.texts[usize::from(text)].says.clone();
                let server = server_at(usize::from(position));
                self.perform(Move::Ask { server, text });
                let asked = self.now.mail().ids().last().copied();
                if let Some(asked) = asked.filter(|_| arrives) {
                    self.perform(Move::Deliver(asked));
                }
            }
            Step::Cut(one, other) => {
                let (one, other) = (usize::from(one), usize::from(other));
                self.perform(Move::Cut(server_at(one), server_at(other)));
            }
            Step::Heal(one, other) => {
                let (one, other) = (usize::from(one), usize::from(other));
                self.perform(Move::Heal(server_at(one), server_at(other)));
            }
        }
    }

    fn act(&mut self, engine: &Engine, position: usize, act: Act) {
        let server = server_at(position);
        match act {
            Act::Deliver(letter) => self.perform(Move::Deliver(self.find(engine, letter))),
            Act::Drop(letter) => self.perform(Move::Drop(self.find(engine, letter))),
            Act::Duplicate(letter) => self.perform(Move::Duplicate(self.find(engine, letter))),
            Act::DeliverCopy(letter) => {
                let id = self.find(engine, letter);
                self.perform(Move::Duplicate(id));
                self.perform(Move::Deliver(id));
            }
            Act::Kill => self.perform(Move::Kill(server)),
            Act::Restart => self.perform(Move::Restart(server)),
            Act::Crash => {
                self.perform(Move::Kill(server));
                self.perform(Move::Restart(server));
            }
            Act::Prompt(prompt) => {
                let prompt = engine.cast.prompt(prompt).clone();
                self.perform(Move::Prompt { server, prompt });
            }
        }
    }

    fn perform(&mut self, a_move: Move) {
        self.actions.push(a_move.action(&self.now.registry));
        let events = self.now.perform(&a_move);
        let moment = self.actions.len();
        properties::newly_broken(&self.now, None, &events, moment, &mut self.breaches);
        let checked = &self.checked;
        self.breaches
            .retain(|breach| checked.contains(&breach.property));
    }

    /// The oldest envelope with a letter. Requests may have other numbers here, since what the client is told is in the air.
    fn find(&self, engine: &Engine, letter: Id) -> EnvelopeId {
        let wanted = engine.cast.letter(letter);
        let mut envelopes = self.now.mail().in_flight();
        let found = envelopes.find(|envelope| says_the_same(&envelope.letter, wanted));
        found.expect("what is delivered is in flight").id
    }
}

fn says_the_same(one: &Letter, other: &Letter) -> bool {
    match (&one.payload, &other.payload) {
        (Payload::Request(ours), Payload::Request(theirs)) => {
            one.to == other.to && (&ours.text, ours.term) == (&theirs.text, theirs.term)
        }
        _ => one == other,
    }
}
