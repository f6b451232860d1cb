//! The properties of section 5, each a function over the whole history: none if it held, else the moment at which it broke.

use super::model::Moment;
use super::turn::Event;
use super::values::*;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    pub moment: usize,
    pub says: String,
}

pub type Property = fn(&[Moment]) -> Option<Broken>;

pub const ALWAYS: [(&str, Property); 7] = [
    ("election_safety", election_safety),
    ("leader_append_only", leader_append_only),
    ("log_matching", log_matching),
    ("leader_completeness", leader_completeness),
    ("state_machine_safety", state_machine_safety),
    ("writes_stay", writes_stay),
    ("reads_are_fresh", reads_are_fresh),
];

/// All that are broken, in the order of ALWAYS.
pub fn broken(history: &[Moment]) -> Vec<(&'static str, Broken)> {
    ALWAYS
        .iter()
        .filter_map(|(id, property)| property(history).map(|broken| (*id, broken)))
        .collect()
}

fn at(moment: usize, says: String) -> Option<Broken> {
    Some(Broken { moment, says })
}

/// "at most one leader of a term, ever".
pub fn election_safety(history: &[Moment]) -> Option<Broken> {
    let mut led: BTreeMap<Term, &Name> = BTreeMap::new();
    for (moment, now) in history.iter().enumerate() {
        for event in &now.events {
            if let Event::Elected { server, term } = event {
                let first = *led.entry(*term).or_insert(server);
                if first != server {
                    return at(moment, format!("{first} and {server} led term {term}"));
                }
            }
        }
    }
    None
}

/// Figure 3: "a leader never overwrites or deletes entries in its log; it only appends new entries".
pub fn leader_append_only(history: &[Moment]) -> Option<Broken> {
    let leads = |server: &Server| matches!(server.role, Role::Leader(_));
    for (moment, pair) in history.windows(2).enumerate() {
        for (name, before) in &pair[0].servers {
            let after = &pair[1].servers[name];
            let led_on = leads(before) && leads(after) && before.disk.term == after.disk.term;
            if led_on && !after.disk.log.starts_with(&before.disk.log) {
                return at(
                    moment + 1,
                    format!(
                        "{name} changed its log while it led term {}",
                        after.disk.term
                    ),
                );
            }
        }
    }
    None
}

/// "two logs with the same term at an index are the same up to it". Disks of servers that are down count.
pub fn log_matching(history: &[Moment]) -> Option<Broken> {
    for (moment, now) in history.iter().enumerate() {
        let changed = |name: &Name| {
            moment == 0
                || history[moment - 1]
                    .servers
                    .get(name)
                    .is_none_or(|before| !Rc::ptr_eq(before, &now.servers[name]))
        };
        for (one, a) in &now.servers {
            for (other, b) in &now.servers {
                if one >= other || !(changed(one) || changed(other)) {
                    continue;
                }
                let both = a.disk.log.len().min(b.disk.log.len());
                let Some(agree) = (0..both)
                    .rev()
                    .find(|&i| a.disk.log[i].term == b.disk.log[i].term)
                else {
                    continue;
                };
                if let Some(i) = (0..=agree).find(|&i| a.disk.log[i] != b.disk.log[i]) {
                    return at(
                        moment,
                        format!(
                            "{one} and {other} have one term at {} and differ at {}",
                            agree + 1,
                            i + 1
                        ),
                    );
                }
            }
        }
    }
    None
}

/// "an entry is committed in the term of the first server whose commit index reached it; it is in the log of every leader of a later
/// term. Looked at when somebody comes to lead and when a commit index rises." of the leaders that lead at that moment.
pub fn leader_completeness(history: &[Moment]) -> Option<Broken> {
    let mut committed: BTreeMap<(Index, &Entry), Term> = BTreeMap::new();
    for (moment, now) in history.iter().enumerate() {
        let mut look = false;
        for event in &now.events {
            match event {
                Event::Elected { .. } => look = true,
                Event::Committed {
                    term, index, entry, ..
                } => {
                    look = true;
                    committed.entry((*index, entry)).or_insert(*term);
                }
                _ => {}
            }
        }
        if !look {
            continue;
        }
        for (name, server) in &now.servers {
            if !matches!(server.role, Role::Leader(_)) {
                continue;
            }
            for (&(index, entry), &term) in &committed {
                if server.disk.term > term && server.entry(index) != Some(entry) {
                    let led = server.disk.term;
                    return at(
                        moment,
                        format!(
                            "{name} leads term {led} without entry {index} ({entry}), committed in term {term}"
                        ),
                    );
                }
            }
        }
    }
    None
}

/// "no two servers ever carry out different operations at one index". nor one server, at two times.
pub fn state_machine_safety(history: &[Moment]) -> Option<Broken> {
    let mut carried_out: BTreeMap<Index, (&Name, &Operation)> = BTreeMap::new();
    for (moment, now) in history.iter().enumerate() {
        for event in &now.events {
            if let Event::Applied {
                server,
                index,
                entry,
            } = event
            {
                let (first, operation) = *carried_out
                    .entry(*index)
                    .or_insert((server, &entry.operation));
                if *operation != entry.operation {
                    return at(
                        moment,
                        format!(
                            "at {index} {first} carried out {operation}, {server} {}",
                            entry.operation
                        ),
                    );
                }
            }
        }
    }
    None
}

/// "an operation whose "done" was sent is never removed from a log, and no other is committed at its index."
pub fn writes_stay(history: &[Moment]) -> Option<Broken> {
    let mut done: BTreeSet<(Index, &Entry)> = BTreeSet::new();
    let mut committed: BTreeSet<(Index, &Entry)> = BTreeSet::new();
    let clash = |set: &BTreeSet<(Index, &Entry)>, index: Index, entry: &Entry| {
        set.iter().any(|&(i, e)| i == index && e != entry)
    };
    for (moment, now) in history.iter().enumerate() {
        for event in &now.events {
            match event {
                Event::DoneSent { index, entry, .. } => {
                    if clash(&committed, *index, entry) {
                        return at(
                            moment,
                            format!("{entry} was done at {index}, where another is committed"),
                        );
                    }
                    done.insert((*index, entry));
                }
                Event::Committed {
                    server,
                    index,
                    entry,
                    ..
                } => {
                    if clash(&done, *index, entry) {
                        return at(
                            moment,
                            format!(
                                "{server} committed {entry} at {index}, where another was done"
                            ),
                        );
                    }
                    committed.insert((*index, entry));
                }
                Event::Removed {
                    server,
                    index,
                    entry,
                    ..
                } if done.contains(&(*index, entry)) => {
                    return at(
                        moment,
                        format!("{server} removed {entry} at {index}, which was done"),
                    );
                }
                _ => {}
            }
        }
    }
    None
}

/// "the server that answers a read has applied every write whose "done" was sent before the read was put in flight."
pub fn reads_are_fresh(history: &[Moment]) -> Option<Broken> {
    let mut done: Vec<(Index, &Entry)> = vec![];
    let mut done_before: BTreeMap<EnvelopeId, usize> = BTreeMap::new();
    for (moment, now) in history.iter().enumerate() {
        for event in &now.events {
            match event {
                Event::DoneSent { index, entry, .. } => done.push((*index, entry)),
                // a copy of a read counts from when the copy was put in flight.
                Event::ReadPut { request } => {
                    done_before.insert(*request, done.len());
                }
                Event::ReadAnswered { server, request } => {
                    let now = &now.servers[server];
                    for &(index, entry) in &done[..done_before[request]] {
                        if now.applied < index || now.entry(index) != Some(entry) {
                            return at(
                                moment,
                                format!(
                                    "{server} answered read {request} without entry {index} ({entry})"
                                ),
                            );
                        }
                    }
                }
                _ => {}
            }
        }
    }
    None
}
