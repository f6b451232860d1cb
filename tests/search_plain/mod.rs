//! A search that is plain and slow: over the simulation itself, with nothing numbered, nothing left out, and every state kept
//! whole. What `src/search.rs` says is held against it.

use std::collections::BTreeSet;
use std::rc::Rc;

use catchup::client::Change;
use catchup::cluster::Cluster;
use catchup::history::Witness;
use catchup::legality;
use catchup::moves::Move;
use catchup::properties;
use catchup::property::Property;
use catchup::protocol::{Offer, Terms};
use catchup::registry::Party;
use catchup::search::{Bound, Bounds, unused_value};
use catchup::simulation::Simulation;

/// How many there were of each.
type Used = [u8; Bound::COUNT];

/// What makes a state.
type State = (Cluster, Witness, Used);

/// What was found.
#[derive(Debug, PartialEq, Eq)]
pub struct Explored {
    /// How many states there are with each number of actions, up to where something breaks.
    pub by_depth: Vec<usize>,
    /// How many actions break something first.
    pub shortest: Option<usize>,
}

pub fn explore(start: &Simulation, checked: &[Property], bounds: &Bounds) -> Explored {
    let mut seen: BTreeSet<State> = BTreeSet::new();
    let first = unused_value(start);
    let mut level = vec![(start.clone(), Used::default())];
    seen.insert(state(start, Used::default(), checked));
    let mut by_depth = vec![1];
    loop {
        let depth = by_depth.len();
        if bounds.depth.is_some_and(|limit| depth > limit as usize) {
            break;
        }
        let mut next = Vec::new();
        for (simulation, used) in &level {
            for (a_move, used) in possible(simulation, *used, bounds, first) {
                let mut there = simulation.clone();
                let events = there.perform(&a_move);
                if in_flight(&there) > bounds.in_flight.unwrap_or(u32::MAX) {
                    continue;
                }
                let mut breaches = Vec::new();
                properties::newly_broken(&there, None, &events, depth, &mut breaches);
                if breaches.iter().any(|one| checked.contains(&one.property)) {
                    return Explored {
                        by_depth,
                        shortest: Some(depth),
                    };
                }
                if seen.insert(state(&there, used, checked)) {
                    next.push((there, used));
                }
            }
        }
        if next.is_empty() {
            break;
        }
        by_depth.push(next.len());
        level = next;
    }
    Explored {
        by_depth,
        shortest: None,
    }
}

/// How many actions of a run that breaks can stay, so that there is an order in which all that is then in flight to servers
/// arrives without breaking one of these promises; none if there is no such number.
pub fn last_help(before: &[Simulation], checked: &[Property]) -> Option<usize> {
    before.iter().rposition(|now| can_rest(now, checked))
}

/// Whether all that is in flight to servers can arrive without breaking one of these promises.
fn can_rest(start: &Simulation, checked: &[Property]) -> bool {
    let mut seen = BTreeSet::new();
    let mut next = vec![start.clone()];
    while let Some(now) = next.pop() {
        if in_flight(&now) == 0 {
            return true;
        }
        if !seen.insert(state(&now, Used::default(), checked)) {
            continue;
        }
        for envelope in now.mail().in_flight() {
            let mut there = now.clone();
            let events = there.perform(&Move::Deliver(envelope.id));
            let mut breaches = Vec::new();
            properties::newly_broken(&there, None, &events, 1, &mut breaches);
            let is_for_server = envelope.letter.to != Party::Client;
            if is_for_server && !breaches.iter().any(|one| checked.contains(&one.property)) {
                next.push(there);
            }
        }
    }
    false
}

fn state(simulation: &Simulation, used: Used, checked: &[Property]) -> State {
    let sometimes = simulation.protocol().sometimes();
    let all = checked.iter().chain(sometimes);
    let needed = all.flat_map(|property| properties::needs(*property));
    let witness = &simulation.history.witness;
    let witness = witness.of_these(needed.copied().collect());
    (simulation.cluster.clone(), witness, used)
}

fn in_flight(simulation: &Simulation) -> u32 {
    let letters = simulation.cluster.network.in_flight();
    letters.filter(|letter| letter.to != Party::Client).count() as u32
}

/// What can happen within the bounds, with what is used up then.
fn possible(simulation: &Simulation, used: Used, bounds: &Bounds, first: u32) -> Vec<(Move, Used)> {
    let texts = texts(simulation, used, first);
    let texts_alone: Vec<Rc<str>> = texts.iter().map(|(_, text)| text.clone()).collect();
    let all = legality::moves(simulation, &texts_alone).into_iter();
    let within = all.filter_map(|a_move| {
        let mut used = used;
        if let Some(bound) = bound_of(&a_move, &texts)? {
            used[bound as usize] += 1;
            if used[bound as usize] > bounds.of(bound) {
                return None;
            }
        }
        Some((a_move, used))
    });
    within.collect()
}

fn texts(simulation: &Simulation, used: Used, first: u32) -> Vec<(Bound, Rc<str>)> {
    let write = format!("set a {}", u32::from(used[Bound::Writes as usize]) + first);
    let mut texts = vec![
        (Bound::Writes, write.into()),
        (Bound::Reads, "get a".into()),
    ];
    if simulation.protocol().terms() != Terms::Voted {
        texts.push((Bound::Timeouts, "youre_the_leader".into()));
        return texts;
    }
    for name in simulation.registry.names() {
        for adds in [true, false] {
            let name = name.clone();
            let change = Change { name, adds };
            texts.push((Bound::Changes, change.says().into()));
        }
    }
    texts
}

/// Of what a move is one, if there are bounds on that; none for what a search does not do.
fn bound_of(a_move: &Move, texts: &[(Bound, Rc<str>)]) -> Option<Option<Bound>> {
    Some(match a_move {
        Move::Deliver(_) | Move::Restart(_) | Move::Heal(..) => None,
        Move::Drop(_) => Some(Bound::Drops),
        Move::Duplicate(_) => Some(Bound::Duplicates),
        Move::Kill(_) => Some(Bound::Kills),
        Move::Cut(..) => Some(Bound::Cuts),
        Move::Prompt { prompt, .. } if prompt.stands() => Some(Bound::Timeouts),
        Move::Prompt { .. } => Some(Bound::Heartbeats),
        Move::Ask { text, .. } => {
            let found = texts.iter().find(|(_, known)| known == text);
            found.map(|(bound, _)| *bound)
        }
        _ => return None,
    })
}
