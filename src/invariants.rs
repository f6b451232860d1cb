//! The promises that a cluster ought to keep, each with whether it holds now and a sentence that says
//! where it does not. They are computed at every moment, and no protocol knows of them.

use crate::log::{Entry, Index};
use crate::registry::ServerId;
use crate::server::Server;
use crate::simulation::Simulation;
use crate::words;

/// A promise at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invariant {
    pub name: &'static str,
    pub holds: bool,
    pub says: String,
}

/// All promises, in the order in which they are shown.
pub fn check(simulation: &Simulation) -> [Invariant; 3] {
    [
        logs_agree(simulation),
        everyone_has_everything(simulation),
        nothing_repeated(simulation),
    ]
}

/// No index holds two different entries on servers that are up. Behind is not wrong.
fn logs_agree(simulation: &Simulation) -> Invariant {
    let name = "Logs agree";
    let Some((index, one, other)) = first_disagreement(simulation) else {
        return Invariant {
            name,
            holds: true,
            says:
                "No index holds two different entries on servers that are up. Behind is not wrong."
                    .to_string(),
        };
    };
    let on = |id: ServerId| {
        let entry = simulation.server(id).disk.log.get(index);
        let entry = entry.expect("a disagreement is between entries");
        (simulation.registry.name(id), entry)
    };
    let (one, ours) = on(one);
    let (other, theirs) = on(other);
    let (ours, theirs) = tell_apart(ours, theirs);
    Invariant {
        name,
        holds: false,
        says: format!("Entry {index} is {ours} on {one} and {theirs} on {other}."),
    }
}

/// Two different entries in words that differ: with their terms when the commands are the same.
fn tell_apart(ours: &Entry, theirs: &Entry) -> (String, String) {
    if ours.command != theirs.command {
        return (ours.command.to_string(), theirs.command.to_string());
    }
    let with_term = |entry: &Entry| format!("{} of term {}", entry.command, entry.term);
    (with_term(ours), with_term(theirs))
}

/// The lowest index at which two servers that are up differ, with the first two of them.
fn first_disagreement(simulation: &Simulation) -> Option<(Index, ServerId, ServerId)> {
    let mut first: Option<(Index, ServerId, ServerId)> = None;
    for [(one, server), (other, rival)] in simulation.pairs() {
        let (ours, theirs) = (&server.disk.log, &rival.disk.log);
        let index = ours.common_prefix(theirs) + 1;
        let differ = ours.get(index).is_some() && theirs.get(index).is_some();
        let both_up = server.is_up() && rival.is_up();
        if both_up && differ && first.is_none_or(|(lowest, ..)| index < lowest) {
            first = Some((index, one, other));
        }
    }
    first
}

/// Every server that is up has the reference's log as a prefix of its own.
fn everyone_has_everything(simulation: &Simulation) -> Invariant {
    let name = "Everyone has everything";
    let says = |holds, says| Invariant { name, holds, says };
    let Some(reference) = simulation.reference() else {
        return says(true, "There is no server yet.".to_string());
    };
    let full = &simulation.server(reference).disk.log;
    let length = full.last_index();
    let whose = simulation.registry.name(reference);
    let mut lacking = Vec::new();
    let mut longer = Vec::new();
    for (id, server) in servers_up(simulation) {
        let log = &server.disk.log;
        let name = simulation.registry.name(id);
        let prefix = log.common_prefix(full);
        if prefix < length && log.get(prefix + 1).is_some() {
            let index = prefix + 1;
            lacking.push(format!("{name}’s entry {index} is not {whose}’s"));
        } else if prefix < length {
            lacking.push(format!("{name} has {prefix}"));
        } else if log.last_index() > length {
            longer.push(name);
        }
    }
    let up = servers_up(simulation).count();
    let goal = words::entries(length);
    if !lacking.is_empty() {
        return says(
            false,
            format!("{whose} has {goal}; {}.", words::list(&lacking)),
        );
    }
    if !longer.is_empty() {
        let longer = words::list(&longer);
        return says(
            true,
            format!("Everybody up has {whose}’s {goal}; {longer} has more."),
        );
    }
    says(
        true,
        match up {
            0 => "No server is up.".to_string(),
            1 => format!("{whose} alone is up, with {goal}."),
            2 => format!("Both logs are equal: {goal}."),
            count => format!("All {} logs are equal: {goal}.", in_words(count)),
        },
    )
}

/// No entry lies at another index than at its sender. Nothing is known of entries read from a disk.
fn nothing_repeated(simulation: &Simulation) -> Invariant {
    let name = "Nothing repeated";
    for (id, server) in simulation.numbered_servers() {
        let log = &server.disk.log;
        let moved = (1..=log.last_index()).find_map(|index| {
            let sender_index = log.sender_index(index).filter(|&sender| sender != index)?;
            Some((index, sender_index))
        });
        if let Some((index, sender_index)) = moved {
            let server = simulation.registry.name(id);
            let command = &log.get(index).expect("an index of this log").command;
            return Invariant {
                name,
                holds: false,
                says: format!(
                    "{server}’s entry {index}, {command}, was entry {sender_index} at its sender."
                ),
            };
        }
    }
    Invariant {
        name,
        holds: true,
        says: "Every entry that was sent lies at the index that it had at its sender.".to_string(),
    }
}

fn servers_up(simulation: &Simulation) -> impl Iterator<Item = (ServerId, &Server)> {
    simulation
        .numbered_servers()
        .filter(|(_, server)| server.is_up())
}

fn in_words(count: usize) -> &'static str {
    ["three", "four", "five", "six", "seven", "eight", "nine"][count - 3]
}
