//! The log that the others are compared with, and why it is that one.

use crate::log::{Index, Term};
use crate::protocol::Role;
use crate::registry::ServerId;
use crate::server::Server;
use crate::simulation::Simulation;

/// The server whose log the others are compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    pub server: ServerId,
    pub why: Why,
}

/// What makes a server the reference. The last is the strongest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// No server is up, and it has the longest log on its disk.
    LongestDisk,
    /// Nobody leads, and it has the longest log of those that are up.
    LongestLog,
    /// Nobody leads, it is up, and the text names it.
    Named,
    /// It leads: of several leaders that of the highest term, then the latest nominated.
    Leader,
}

impl Why {
    /// The word by which programs know it.
    pub fn name(self) -> &'static str {
        match self {
            Why::LongestDisk | Why::LongestLog => "longest",
            Why::Named => "named",
            Why::Leader => "leader",
        }
    }
}

/// Finds the reference; none when nobody is registered. Of equals it is the first in order of registration.
pub fn find(simulation: &Simulation, named: Option<ServerId>) -> Option<Reference> {
    let mut reference = None;
    let mut highest = None;
    for (server, state) in simulation.numbered_servers() {
        let rank = rank(simulation, server, state, named == Some(server));
        if highest.is_none_or(|highest| rank > highest) {
            highest = Some(rank);
            let why = rank.0;
            reference = Some(Reference { server, why });
        }
    }
    reference
}

/// How fit a server is for a reference: the highest is the fittest.
fn rank(simulation: &Simulation, id: ServerId, server: &Server, named: bool) -> (Why, Term, u32) {
    let length: Index = server.disk.log.last_index();
    match server.role() {
        Some(Role::Leader) => {
            let nomination = simulation.history.record.nomination(id);
            (Why::Leader, server.disk.term(), nomination)
        }
        Some(_) if named => (Why::Named, 0, 0),
        Some(_) => (Why::LongestLog, length, 0),
        None => (Why::LongestDisk, length, 0),
    }
}
