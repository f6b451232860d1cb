//! Whether the properties of a cluster hold: facts first, the sentence only when somebody asks for it.
//!
//! A promise is looked at after every action, and one that was broken is remembered with its moment: see
//! [`newly_broken`]. What holds at one moment, [`look`] finds out. No protocol knows of any of it.

use crate::event::Event;
use crate::history::{Committed, Witness};
use crate::log::Index;
use crate::property::{Kind, Property};
use crate::reference;
use crate::registry::{Registry, ServerId};
use crate::say;
use crate::server::Server;
use crate::simulation::Simulation;

mod findings;
mod logs;
mod past;

pub use findings::{Cell, Finding, Gap, Moved};
pub use logs::clash;
pub use past::{is_of_the_past, look as look_at_past, needs};

/// A property at one moment of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watched {
    pub property: Property,
    pub kind: Kind,
    /// What was found: of this moment; or, of a promise that holds again, of the moment that broke it.
    pub finding: Finding,
    /// The moment that broke the promise; none as long as it is kept, and for a goal.
    pub broken_at: Option<usize>,
    /// Whether the finding is of this moment.
    pub now: bool,
}

/// That a promise was broken, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    pub property: Property,
    pub moment: usize,
    pub finding: Finding,
}

impl Watched {
    /// Whether the promise has been kept up to here, or the goal is reached.
    pub fn holds(&self) -> bool {
        self.broken_at.is_none() && self.finding.holds()
    }

    /// What was found, in a sentence.
    pub fn says(&self, registry: &Registry) -> String {
        let says = self.finding.says(registry);
        match self.broken_at {
            Some(moment) if !self.now => say!("finding-at-step", moment, says),
            _ => says,
        }
    }

    /// The cells that the sentence is about, as far as they are so now.
    pub fn cells(&self) -> Vec<Cell> {
        if self.now {
            self.finding.cells()
        } else {
            Vec::new()
        }
    }
}

/// The properties that a protocol's clusters are watched for, promises first.
pub fn watched(simulation: &Simulation) -> impl Iterator<Item = (Property, Kind)> {
    let protocol = simulation.protocol();
    let promises = protocol.promises().iter();
    let goals = protocol.goals().iter();
    let sometimes = protocol.sometimes().iter();
    promises
        .map(|property| (*property, Kind::Always))
        .chain(goals.map(|property| (*property, Kind::Goal)))
        .chain(sometimes.map(|property| (*property, Kind::Sometimes)))
}

/// Each property as it is at a moment, in the order in which they are shown.
pub fn look_at_all(
    simulation: &Simulation,
    named: Option<ServerId>,
    breaches: &[Breach],
    moment: usize,
) -> Vec<Watched> {
    let look_at = |(property, kind)| {
        let finding = look(simulation, named, property);
        let breach = breaches.iter().find(|breach| breach.property == property);
        let now = match breach {
            None => true,
            Some(breach) => breach.moment == moment || (!finding.holds() && !finding.is_past()),
        };
        Watched {
            property,
            kind,
            finding: match breach {
                Some(breach) if !now => breach.finding.clone(),
                _ => finding,
            },
            broken_at: breach.map(|breach| breach.moment),
            now,
        }
    };
    watched(simulation).map(look_at).collect()
}

/// The promises that an action has just broken, given those that were broken before. None are looked at
/// thoroughly unless what happened could have broken them, so that an action costs next to nothing.
pub fn newly_broken(
    simulation: &Simulation,
    named: Option<ServerId>,
    events: &[Event],
    moment: usize,
    breaches: &mut Vec<Breach>,
) {
    for &property in simulation.protocol().promises() {
        let broken = breaches.iter().any(|breach| breach.property == property);
        if broken || !could_break(simulation, events, property) {
            continue;
        }
        let finding = look(simulation, named, property);
        if !finding.holds() {
            breaches.push(Breach {
                property,
                moment,
                finding,
            });
        }
    }
}

/// The promises that a start breaks already.
pub fn broken_at_start(simulation: &Simulation, named: Option<ServerId>) -> Vec<Breach> {
    let promises = simulation.protocol().promises().iter();
    let look_at = |&property| {
        let finding = look(simulation, named, property);
        (!finding.holds()).then_some(Breach {
            property,
            moment: 0,
            finding,
        })
    };
    promises.filter_map(look_at).collect()
}

/// Whether a property holds now.
pub fn look(simulation: &Simulation, named: Option<ServerId>, property: Property) -> Finding {
    let Some(reference) = reference::find(simulation, named) else {
        return match property {
            Property::EveryoneHasEverything => Finding::NobodyRegistered,
            _ => Finding::Kept(property),
        };
    };
    match property {
        Property::LogsAgree => logs::logs_agree(simulation, reference),
        Property::LogMatching => logs::log_matching(simulation, reference),
        Property::NothingRepeated => logs::nothing_repeated(simulation),
        Property::EveryoneHasEverything => logs::everyone_has_everything(simulation, reference),
        Property::LeaderCompleteness => leader_completeness(simulation),
        of_the_past => past::look(&simulation.history.witness, of_the_past),
    }
}

/// What is committed is in the log of everybody who leads a later term. A leader removes nothing, so that this
/// can break only when somebody is elected, and when more is committed.
fn leader_completeness(simulation: &Simulation) -> Finding {
    for (leader, server) in simulation.numbered_servers() {
        if let Some((index, committed)) = lacking(server, &simulation.history.witness) {
            return Finding::Incomplete {
                leader,
                term: server.disk.term(),
                index,
                committed: committed.clone(),
                instead: server.disk.log.get(index).cloned(),
            };
        }
    }
    Finding::Kept(Property::LeaderCompleteness)
}

/// What a leader lacks though it was committed in an earlier term; none for who does not lead.
pub fn lacking<'a>(server: &Server, witness: &'a Witness) -> Option<(Index, &'a Committed)> {
    if !server.is_leader() {
        return None;
    }
    let term = server.disk.term();
    let lacks = |(index, committed): &(Index, &Committed)| {
        committed.term < term && server.disk.log.get(*index) != Some(&committed.entry)
    };
    witness.committed().find(lacks)
}

/// Whether a promise that was kept may be broken by what happened: only entries that were added can, and
/// servers that came up with what is on their disks.
fn could_break(simulation: &Simulation, events: &[Event], property: Property) -> bool {
    if past::is_of_the_past(property) {
        // To look whether there is evidence costs nothing.
        return true;
    }
    if property == Property::LeaderCompleteness {
        let is_cause =
            |event: &Event| matches!(event, Event::Elected { .. } | Event::Committed { .. });
        return events.iter().any(is_cause);
    }
    events.iter().any(|event| match event {
        Event::Restarted { .. } => property != Property::NothingRepeated,
        Event::Appended { server, section } => {
            let first = section.first;
            let last = section.last();
            (first..=last).any(|index| is_suspicious(simulation, *server, index, property))
        }
        _ => false,
    })
}

/// Whether an entry that was just added breaks a promise that held before.
fn is_suspicious(
    simulation: &Simulation,
    server: ServerId,
    index: Index,
    property: Property,
) -> bool {
    let log = &simulation.server(server).disk.log;
    let Some(entry) = log.get(index) else {
        return false;
    };
    if property == Property::NothingRepeated {
        let sent = simulation.sender_index(server, index);
        return sent.is_some_and(|sent| sent != index);
    }
    logs::logs_up(simulation).any(|(other, theirs)| {
        let Some(found) = theirs.get(index).filter(|_| other != server) else {
            return false;
        };
        match property {
            Property::LogMatching => {
                found.term == entry.term
                    && (found != entry || theirs.get(index - 1) != log.get(index - 1))
            }
            _ => found != entry,
        }
    })
}
