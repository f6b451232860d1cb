//! The properties that the servers' logs have, as they are now.

use super::{Finding, Gap, Moved};
use crate::log::{Entry, Index, Log, Term};
use crate::property::Property;
use crate::protocol::Terms;
use crate::reference::Reference;
use crate::registry::{ServerId, ServerSet};
use crate::simulation::Simulation;

/// No index holds two different entries on servers that are up. Who differs from the reference is told
/// beside it; beyond its end, who differs from each other.
pub fn logs_agree(simulation: &Simulation, reference: Reference) -> Finding {
    let own = &simulation.server(reference.server).disk.log;
    let concerned = concerned(simulation, reference);
    let mut differing = Vec::new();
    for (id, log) in logs_up(simulation) {
        if id != reference.server
            && concerned.contains(id)
            && let Some(index) = first_conflict(simulation, own, id, log, concerned)
        {
            differing.push((id, index));
        }
    }
    let down = down_and_differing(simulation, own, concerned);
    let Some(index) = differing.iter().map(|(_, index)| *index).min() else {
        return Finding::Agree { down };
    };
    let mut holders = Vec::new();
    if let Some(entry) = own.get(index) {
        holders.push((reference.server, entry.clone()));
    }
    for (id, _) in differing.iter().filter(|(_, first)| *first == index) {
        let entry = simulation.server(*id).disk.log.get(index);
        holders.extend(entry.map(|entry| (*id, entry.clone())));
    }
    differing.retain(|(_, first)| *first > index);
    Finding::Disagree {
        index,
        holders,
        later: differing,
        down,
    }
}

/// Where a log first holds another entry than the reference's; or, beyond the reference's end, than
/// another server's.
fn first_conflict(
    simulation: &Simulation,
    own: &Log,
    id: ServerId,
    log: &Log,
    concerned: ServerSet,
) -> Option<Index> {
    if let Some(index) = first_difference(log, own) {
        return Some(index);
    }
    let beyond = own.last_index();
    let conflicts = logs_up(simulation).filter_map(|(other, theirs)| {
        let index = first_difference(log, theirs)?;
        (other != id && concerned.contains(other) && index > beyond).then_some(index)
    });
    conflicts.min()
}

/// The first index at which both logs hold an entry and not the same.
fn first_difference(one: &Log, other: &Log) -> Option<Index> {
    let index = one.common_prefix(other) + 1;
    (one.get(index).is_some() && other.get(index).is_some()).then_some(index)
}

/// Servers that are down and hold another entry than the reference, with the first index of that.
fn down_and_differing(
    simulation: &Simulation,
    own: &Log,
    concerned: ServerSet,
) -> Vec<(ServerId, Index)> {
    let mut down = Vec::new();
    for (id, server) in simulation.numbered_servers() {
        if !server.is_up()
            && concerned.contains(id)
            && let Some(index) = first_difference(&server.disk.log, own)
        {
            down.push((id, index));
        }
    }
    down
}

/// Two logs with the same term at an index are the same up to it.
pub fn log_matching(simulation: &Simulation, reference: Reference) -> Finding {
    // A difference is told beside the reference where it takes part in one.
    let is_reference = |(id, _): &(ServerId, &Log)| *id == reference.server;
    let (mut logs, others): (Vec<_>, Vec<_>) = logs_up(simulation).partition(is_reference);
    logs.extend(others);
    for (position, (one, ours)) in logs.iter().enumerate() {
        for (other, theirs) in &logs[position + 1..] {
            if let Some((index, term)) = mismatch(ours, theirs) {
                return Finding::Unmatched {
                    servers: (*one, *other),
                    index,
                    term,
                    differ_at: ours.common_prefix(theirs) + 1,
                };
            }
        }
    }
    Finding::Kept(Property::LogMatching)
}

/// Whether two logs of servers that are up break a property by themselves.
pub fn clash(property: Property, one: &Log, other: &Log) -> bool {
    match property {
        Property::LogsAgree => first_difference(one, other).is_some(),
        Property::LogMatching => mismatch(one, other).is_some(),
        _ => false,
    }
}

/// The lowest index at which two logs have the same term and are not the same up to it.
fn mismatch(ours: &Log, theirs: &Log) -> Option<(Index, Term)> {
    let first = ours.common_prefix(theirs) + 1;
    let last = ours.last_index().min(theirs.last_index());
    let term_of = |log: &Log, index| log.get(index).map(|entry: &Entry| entry.term);
    let same_term = |index: &Index| term_of(ours, *index) == term_of(theirs, *index);
    let index = (first..=last).find(same_term)?;
    Some((index, term_of(ours, index)?))
}

/// No entry lies at another index than at its sender.
pub fn nothing_repeated(simulation: &Simulation) -> Finding {
    let mut moved = Vec::new();
    for (server, state) in simulation.numbered_servers() {
        let log = &state.disk.log;
        let sender_index = |index| simulation.sender_index(server, index);
        let mut indexes = 1..=log.last_index();
        let first = indexes.find(|&index| sender_index(index).is_some_and(|sent| sent != index));
        if let Some(index) = first
            && let (Some(sender_index), Some(entry)) = (sender_index(index), log.get(index))
        {
            moved.push(Moved {
                server,
                index,
                sender_index,
                operation: entry.operation.clone(),
            });
        }
    }
    if moved.is_empty() {
        return Finding::Kept(Property::NothingRepeated);
    }
    Finding::Repeated(moved)
}

/// The logs of all servers that are up are equal.
pub fn everyone_has_everything(simulation: &Simulation, reference: Reference) -> Finding {
    let own = &simulation.server(reference.server).disk.log;
    let length = own.last_index();
    let mut up = 0;
    let mut others_up = false;
    let mut gaps = Vec::new();
    let mut down = Vec::new();
    let concerned = concerned(simulation, reference);
    let servers = simulation.numbered_servers();
    for (id, server) in servers {
        if !concerned.contains(id) {
            others_up |= server.is_up();
            continue;
        }
        let gap = Gap::between(own, &server.disk.log).map(|gap| (id, gap));
        if server.is_up() {
            up += 1;
            gaps.extend(gap);
        } else {
            down.extend(gap);
        }
    }
    let reference = reference.server;
    match up {
        0 => Finding::NobodyUp,
        _ if gaps.is_empty() => Finding::Equal {
            reference,
            up,
            others_up,
            length,
            down,
        },
        _ => Finding::Unequal {
            reference,
            length,
            gaps,
            down,
        },
    }
}

/// The logs of all who are up.
pub fn logs_up(simulation: &Simulation) -> impl Iterator<Item = (ServerId, &Log)> {
    let servers = simulation.numbered_servers();
    servers.filter_map(|(id, server)| server.is_up().then_some((id, &server.disk.log)))
}

/// The servers that the goals are about: where there are voters, those by the reference's log.
fn concerned(simulation: &Simulation, reference: Reference) -> ServerSet {
    if simulation.protocol().terms() != Terms::Voted {
        return simulation.registry.ids().collect();
    }
    let setting = simulation.cluster.setting;
    setting.voters_by(&simulation.server(reference.server).disk.log)
}
