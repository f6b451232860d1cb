//! The text language: a scenario's head and its actions as text.

use super::model::{Action, Model};
use super::values::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Action::Client(name, text) => write!(f, "client {name} {text}"),
            Action::Deliver(id) => write!(f, "deliver {id}"),
            Action::Drop(id) => write!(f, "drop {id}"),
            Action::Duplicate(id) => write!(f, "duplicate {id}"),
            Action::Kill(name) => write!(f, "kill {name}"),
            Action::Restart(name) => write!(f, "restart {name}"),
            Action::Start(name) => write!(f, "start {name}"),
            Action::Cut(one, other) => write!(f, "cut {one} {other}"),
            Action::Heal(one, other) => write!(f, "heal {one} {other}"),
            Action::Full(name) => write!(f, "full {name}"),
            Action::Free(name) => write!(f, "free {name}"),
            Action::Timeout(name) => write!(f, "prompt {name} timeout"),
            Action::Heartbeat(name) => write!(f, "prompt {name} heartbeat"),
            Action::Reload => write!(f, "reload"),
            Action::Wipe(name) => write!(f, "wipe {name}"),
            Action::Disk(name, term, operation) => write!(f, "disk {name} {term} {operation}"),
            Action::Keep(name, left) => write!(f, "keep {name} {left}"),
            Action::Term(name, term, None) => write!(f, "term {name} {term}"),
            Action::Term(name, term, Some(voted_for)) => {
                write!(f, "term {name} {term} {voted_for}")
            }
        }
    }
}

/// A scenario: a head, then actions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scenario {
    pub rules_off: BTreeSet<Rule>,
    pub servers: Vec<Name>,
    /// Empty: all of `servers`.
    pub voters: Vec<Name>,
    pub disks: BTreeMap<Name, Disk>,
    pub actions: Vec<Action>,
}

impl Scenario {
    pub fn start(&self) -> Model {
        let voters = if self.voters.is_empty() {
            &self.servers
        } else {
            &self.voters
        };
        Model::new(
            voters,
            &self.servers,
            self.disks.clone(),
            self.rules_off.clone(),
        )
    }
}

impl fmt::Display for Scenario {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "protocol raft")?;
        for rule in &self.rules_off {
            writeln!(f, "without {}", rule.name())?;
        }
        writeln!(f, "servers {}", self.servers.join(" "))?;
        if !self.voters.is_empty() && self.voters != self.servers {
            writeln!(f, "voters {}", self.voters.join(" "))?;
        }
        for name in &self.servers {
            for entry in self.disks.get(name).map_or(&[][..], |disk| &disk.log) {
                writeln!(f, "disk {name} {entry}")?;
            }
        }
        for name in &self.servers {
            let Some(disk) = self.disks.get(name) else {
                continue;
            };
            if disk.term > 0 {
                writeln!(
                    f,
                    "{}",
                    Action::Term(name.clone(), disk.term, disk.voted_for.clone())
                )?;
            }
        }
        writeln!(f)?;
        for action in &self.actions {
            writeln!(f, "{action}")?;
        }
        Ok(())
    }
}
