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
    let disagreement = first_disagreement(simulation);
    Invariant {
        name: "Logs agree",
        holds: disagreement.is_none(),
        says: disagreement.unwrap_or_else(|| {
            "No index holds two different entries on servers that are up. Behind is not wrong."
                .to_string()
        }),
    }
}

/// What is at the lowest index at which two servers that are up differ, on the first two of them.
fn first_disagreement(simulation: &Simulation) -> Option<String> {
    let mut lowest = Index::MAX;
    let mut says = None;
    for (one, server) in servers_up(simulation) {
        for (other, rival) in servers_up(simulation) {
            if one >= other {
                continue;
            }
            let index = server.disk.log.common_prefix(&rival.disk.log) + 1;
            if let (Some(ours), Some(theirs)) =
                (server.disk.log.get(index), rival.disk.log.get(index))
                && index < lowest
            {
                let one = simulation.registry.name(one);
                let other = simulation.registry.name(other);
                let [ours, theirs] = tell_apart(ours, theirs);
                says = Some(format!(
                    "Entry {index} is {ours} on {one} and {theirs} on {other}."
                ));
                lowest = index;
            }
        }
    }
    says
}

/// Two different entries in words that differ: with their terms when the commands are the same.
fn tell_apart(ours: &Entry, theirs: &Entry) -> [String; 2] {
    if ours.command != theirs.command {
        return [ours, theirs].map(|entry| format!("{}", entry.command));
    }
    [ours, theirs].map(|entry| format!("{} of term {}", entry.command, entry.term))
}

/// Every server that is up has the reference's log as a prefix of its own.
fn everyone_has_everything(simulation: &Simulation) -> Invariant {
    let missing = simulation
        .reference()
        .map(|reference| compare(simulation, reference));
    let (holds, says) = missing.unwrap_or((true, "There is no server yet.".to_string()));
    Invariant {
        name: "Everyone has everything",
        holds,
        says,
    }
}

/// Whether everybody has what the reference has, in a sentence, too.
fn compare(simulation: &Simulation, reference: ServerId) -> (bool, String) {
    let full = &simulation.server(reference).disk.log;
    let length = full.last_index();
    let whose = simulation.registry.name(reference);
    let mut up = 0;
    let mut lacking = Vec::new();
    let mut longer = Vec::new();
    for (id, server) in servers_up(simulation) {
        up += 1;
        let log = &server.disk.log;
        let name = simulation.registry.name(id);
        let prefix = log.common_prefix(full);
        if prefix < length {
            let index = prefix + 1;
            lacking.push(match log.get(index) {
                Some(_) => format!("{name}’s entry {index} is not {whose}’s"),
                None => format!("{name} has {prefix}"),
            });
        } else if log.last_index() > length {
            longer.push(name);
        }
    }
    let goal = words::entries(length);
    let says = if !lacking.is_empty() {
        format!("{whose} has {goal}; {}.", words::list(&lacking))
    } else if !longer.is_empty() {
        let longer = words::list(&longer);
        format!("Everybody up has {whose}’s {goal}; {longer} has more.")
    } else {
        match up {
            0 => "No server is up.".to_string(),
            1 => format!("{whose} alone is up, with {goal}."),
            2 => format!("Both logs are equal: {goal}."),
            count => format!("All {} logs are equal: {goal}.", in_words(count)),
        }
    };
    (lacking.is_empty(), says)
}

/// No entry lies at another index than at its sender. Nothing is known of entries read from a disk.
fn nothing_repeated(simulation: &Simulation) -> Invariant {
    let moved = first_moved(simulation);
    Invariant {
        name: "Nothing repeated",
        holds: moved.is_none(),
        says: moved.unwrap_or_else(|| {
            "Every entry that was sent lies at the index that it had at its sender.".to_string()
        }),
    }
}

/// The first entry that lies at another index than at its sender.
fn first_moved(simulation: &Simulation) -> Option<String> {
    for (id, server) in simulation.numbered_servers() {
        let log = &server.disk.log;
        for (index, entry) in (1..).zip(log.entries()) {
            if let Some(sender_index) = log.sender_index(index)
                && sender_index != index
            {
                let server = simulation.registry.name(id);
                return Some(format!(
                    "{server}’s entry {index}, {}, was entry {sender_index} at its sender.",
                    entry.command
                ));
            }
        }
    }
    None
}

fn servers_up(simulation: &Simulation) -> impl Iterator<Item = (ServerId, &Server)> {
    simulation
        .numbered_servers()
        .filter(|(_, server)| server.is_up())
}

fn in_words(count: usize) -> &'static str {
    ["three", "four", "five", "six", "seven", "eight", "nine"][count - 3]
}
