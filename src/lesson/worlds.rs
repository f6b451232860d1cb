//! The step that a question is about, as it is, and as common misunderstandings take it to be. Each is made by
//! the simulation: the same step from another start, by another protocol, without a rule.

use crate::action::Action;
use crate::catalog::ProtocolName;
use crate::comparison;
use crate::event::Event;
use crate::history::Envelope;
use crate::network::{Letter, Link, Payload};
use crate::registry::{Party, ServerId};
use crate::rule::Setting;
use crate::run::{Applied, Run};
use crate::script::Statement;
use crate::simulation::Simulation;

/// What a step does.
pub struct World {
    pub before: Simulation,
    pub after: Simulation,
    pub events: Vec<Event>,
    /// Who waits for an answer; none when the step is no delivery.
    pub asker: Option<Party>,
    /// Who takes the place of the one that is asked about; none when nobody does.
    pub speaker: Option<Party>,
    /// Whether all that follows is in it, too.
    pub goes_on: bool,
}

/// The step as it is.
pub fn truth(run: &Run, moment: usize, action: &Action) -> Option<World> {
    step(at(run, moment)?, action)
}

/// The step as it is taken to be, the likeliest misunderstandings first.
pub fn others(run: &Run, moment: usize, action: &Action, truth: &World) -> Vec<World> {
    let Some(before) = at(run, moment) else {
        return Vec::new();
    };
    let letter = letter_of(&truth.before, action).map(|envelope| envelope.letter.clone());
    let mut worlds = Vec::new();
    if let Some(letter) = &letter {
        // That the other has what the speaker has.
        worlds.extend(with_log_of(&before, action, letter.to, letter.from));
        // That whoever is addressed hears.
        worlds.extend(reachable(&before, action, letter));
        // That all would say the same.
        worlds.extend(said_by_others(&before, letter));
    }
    // That nothing comes of it.
    worlds.push(World {
        before: truth.before.clone(),
        after: truth.before.clone(),
        events: Vec::new(),
        asker: truth.asker,
        speaker: None,
        goes_on: false,
    });
    worlds.extend(other_rules(&before, action, letter.as_deref()));
    // That everything happens at once.
    worlds.extend(with_all_that_follows(run, moment, action));
    worlds.extend(after_all_that_flies(&before, action));
    if let Some(letter) = &letter {
        worlds.extend(other_protocols(&before, letter));
        for other in truth.before.registry.ids() {
            worlds.extend(with_log_of(
                &before,
                action,
                letter.to,
                Party::Server(other),
            ));
        }
    }
    // That a server comes back with nothing.
    if let Action::Restart(name) = action {
        worlds.extend(after(&before, action, &[Action::Wipe(name.clone())]));
    }
    // That another stands in its place.
    if let Action::Prompt { prompt, .. } = action {
        for server in truth.before.registry.names() {
            let server = server.clone();
            let prompt = prompt.clone();
            worlds.extend(step_on(&before, &Action::Prompt { server, prompt }, true));
        }
    }
    worlds
}

/// The same run up to a moment, with nothing ahead.
fn at(run: &Run, moment: usize) -> Option<Run> {
    let mut copy = Run::new(&run.script_of(0, moment)).ok()?;
    copy.seek(moment).then_some(copy)
}

fn copy(run: &Run) -> Option<Run> {
    at(run, run.cursor())
}

/// Takes a step at a run's cursor.
fn step(mut run: Run, action: &Action) -> Option<World> {
    let before = run.now().clone();
    let asker = letter_of(&before, action).map(|envelope| envelope.letter.from);
    if !can(&mut run, action) {
        return None;
    }
    Some(World {
        before,
        after: run.now().clone(),
        events: run.events(run.cursor()).to_vec(),
        asker,
        speaker: None,
        goes_on: false,
    })
}

fn step_on(run: &Run, action: &Action, to_the_end: bool) -> Option<World> {
    let mut run = copy(run)?;
    let from = run.cursor();
    let before = run.now().clone();
    let asker = letter_of(&before, action).map(|envelope| envelope.letter.from);
    if !can(&mut run, action) {
        return None;
    }
    if to_the_end {
        run.carry_out(Statement::Settle);
    }
    let events = (from + 1..=run.cursor()).flat_map(|moment| run.events(moment).to_vec());
    Some(World {
        before,
        after: run.now().clone(),
        events: events.collect(),
        asker,
        speaker: None,
        goes_on: to_the_end,
    })
}

fn can(run: &mut Run, action: &Action) -> bool {
    let done = run.carry_out(Statement::Action(action.clone()));
    !matches!(done, Applied::Rejected(_))
}

fn letter_of<'a>(now: &'a Simulation, action: &Action) -> Option<&'a Envelope> {
    match action {
        Action::Deliver(id) => now.mail().get(*id).map(|envelope| &**envelope),
        _ => None,
    }
}

/// The step after other actions, as long as all of them can be done.
fn after(before: &Run, action: &Action, first: &[Action]) -> Option<World> {
    let mut run = copy(before)?;
    first.iter().all(|one| can(&mut run, one)).then_some(())?;
    step(run, action)
}

/// The step where a server that does not lead has another's log.
fn with_log_of(before: &Run, action: &Action, to: Party, from: Party) -> Option<World> {
    let (Party::Server(own), Party::Server(other)) = (to, from) else {
        return None;
    };
    let now = before.now();
    let server = now.server(own);
    if own == other || !server.is_up() || server.is_leader() {
        return None;
    }
    let name = now.registry.name(own);
    let mut hands = vec![Action::Kill(name.clone())];
    let keep = 0;
    let server = name.clone();
    hands.push(Action::Keep { server, keep });
    for entry in now.server(other).disk.log.entries() {
        hands.push(Action::Write {
            server: name.clone(),
            entry: entry.spelled(&now.registry),
        });
    }
    hands.push(Action::Restart(name.clone()));
    after(before, action, &hands)
}

/// What the client says, said to each other server.
fn said_by_others(before: &Run, letter: &Letter) -> Vec<World> {
    let Payload::Request(request) = &letter.payload else {
        return Vec::new();
    };
    let others = before.now().numbered_servers();
    let others = others.filter(|(id, server)| Party::Server(*id) != letter.to && server.is_up());
    let worlds = others.filter_map(|(id, _)| {
        let server = before.now().registry.name(id).clone();
        let text = request.text.clone();
        let mut run = copy(before)?;
        can(&mut run, &Action::Client { server, text }).then_some(())?;
        let own = run.now().mail().ids().last().copied()?;
        let world = step(run, &Action::Deliver(own))?;
        // Who sends the client on to somebody says nothing of what that one would say.
        let declined = |event: &Event| matches!(event, Event::Declined { .. });
        (!world.events.iter().any(declined)).then_some(())?;
        Some(World {
            speaker: Some(Party::Server(id)),
            ..world
        })
    });
    worlds.collect()
}

/// The step where the receiver is up, and its link is whole.
fn reachable(before: &Run, action: &Action, letter: &Letter) -> Option<World> {
    let now = before.now();
    let name = |server: ServerId| now.registry.name(server).clone();
    let mut hands = Vec::new();
    let Party::Server(to) = letter.to else {
        return None;
    };
    if !now.server(to).is_up() {
        hands.push(Action::Restart(name(to)));
    }
    if let Party::Server(from) = letter.from
        && now.cluster.network.cut.contains(Link::between(from, to))
    {
        hands.push(Action::Heal(name(from), name(to)));
    }
    (!hands.is_empty()).then_some(())?;
    after(before, action, &hands)
}

/// The step with one rule switched off, or on if it is off. The same messages are in flight, or it is no such step.
fn other_rules(before: &Run, action: &Action, letter: Option<&Letter>) -> Vec<World> {
    let Setting { without, .. } = before.scenario().setting;
    let rules = before.scenario().protocol.rules().iter();
    let worlds = rules.filter_map(|row| {
        let mut other = without;
        if !other.insert(row.rule) {
            other.remove(row.rule);
        }
        let run = comparison::without(before, other).run;
        let own = letter_of(run.now(), action).map(|envelope| &*envelope.letter);
        let is_same = |one: &Letter, other: &Letter| {
            one.kind() == other.kind() && one.from == other.from && one.to == other.to
        };
        match (own, letter) {
            (Some(own), Some(letter)) if is_same(own, letter) => step(run, action),
            (None, None) => step(run, action),
            _ => None,
        }
    });
    worlds.collect()
}

/// The step with all that comes of it.
fn with_all_that_follows(run: &Run, moment: usize, action: &Action) -> Option<World> {
    step_on(&at(run, moment)?, action, true)
}

/// The step after everything else that is in flight.
fn after_all_that_flies(before: &Run, action: &Action) -> Option<World> {
    let Action::Deliver(own) = action else {
        return None;
    };
    let others = before.now().mail().ids().into_iter();
    let others: Vec<Action> = others.filter(|id| id != own).map(Action::Deliver).collect();
    after(before, action, &others)
}

/// What the client asks, under each other protocol. What servers say differs from protocol to protocol.
fn other_protocols(before: &Run, letter: &Letter) -> Vec<World> {
    if letter.from != Party::Client {
        return Vec::new();
    }
    let own = before.scenario().protocol;
    let others = ProtocolName::ALL.iter().filter(|other| **other != own);
    let worlds = others.filter_map(|protocol| {
        let run = comparison::under(before, *protocol).run;
        let same = |envelope: &&std::rc::Rc<Envelope>| {
            envelope.letter.to == letter.to
                && envelope.letter.wire(&run.now().registry) == letter.wire(&run.now().registry)
        };
        let id = run.now().mail().in_flight().find(same)?.id;
        step(run, &Action::Deliver(id))
    });
    worlds.collect()
}
