//! What was found out about a property, and how it is told.
//!
//! A sentence names exactly the servers whose cells are marked, so that nobody has to guess which of them
//! is meant.
//!
//! Long because: each finding has its own words here.

use crate::history::{Committed, Removal, StaleRead};
use crate::log::{Entry, Index, Log, Operation, Term};
use crate::property::Property;
use crate::registry::{Registry, ServerId};
use crate::{say, words};

use super::past;

/// Facts, from which the sentence and the marks are made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// A promise is kept, and there is nothing more to say.
    Kept(Property),
    /// No index holds two different entries on servers that are up.
    Agree {
        down: Vec<(ServerId, Index)>,
    },
    /// Servers that are up hold different entries.
    Disagree {
        /// The lowest index of them.
        index: Index,
        /// Who holds what there, the reference first where it holds anything.
        holders: Vec<(ServerId, Entry)>,
        /// Who differs only later, and from where on.
        later: Vec<(ServerId, Index)>,
        /// Who is down and differs, and from where on.
        down: Vec<(ServerId, Index)>,
    },
    /// Two logs have the same term at an index, but are not the same up to it.
    Unmatched {
        servers: (ServerId, ServerId),
        index: Index,
        term: Term,
        /// The lowest index at which they differ.
        differ_at: Index,
    },
    /// Entries lie at another index than at their sender: the first of each server.
    Repeated(Vec<Moved>),
    /// All logs are equal that are meant to be: of servers that are up, and vote where servers vote.
    Equal {
        reference: ServerId,
        up: u32,
        /// Whether others are up, who don't vote.
        others_up: bool,
        length: Index,
        /// In what those differ that are down.
        down: Vec<(ServerId, Gap)>,
    },
    /// They are not.
    Unequal {
        reference: ServerId,
        length: Index,
        gaps: Vec<(ServerId, Gap)>,
        down: Vec<(ServerId, Gap)>,
    },
    /// A server leads without something that was committed in an earlier term.
    Incomplete {
        leader: ServerId,
        term: Term,
        index: Index,
        committed: Committed,
        /// What it has there instead.
        instead: Option<Entry>,
    },
    /// Two servers led a term.
    TwoLeaders {
        term: Term,
        servers: (ServerId, ServerId),
    },
    /// A leader removed an entry of its own log.
    Overwritten(Removal),
    /// Different operations were carried out at an index.
    AppliedOtherwise {
        index: Index,
        first: (ServerId, Entry),
        then: (ServerId, Entry),
    },
    /// What a client was told to be done was removed.
    Lost(Removal),
    /// Something else was committed at the index of what a client was told to be done.
    Replaced {
        index: Index,
        done: Entry,
        committed: Entry,
    },
    /// A read was answered without what had been done before.
    Stale(StaleRead),
    /// What is to happen once has not happened yet.
    NotYet(Property),
    /// Servers are registered, and all of them are down.
    NobodyUp,
    NobodyRegistered,
}

/// An entry that lies at another index than at its sender.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    pub server: ServerId,
    pub index: Index,
    pub sender_index: Index,
    pub operation: Operation,
}

/// In what a log differs from the reference's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// It has the beginning, and lacks all from `first` to `last`.
    Lacks { first: Index, last: Index },
    /// It holds another entry from this index on.
    Differs { at: Index },
    /// It has the whole of it, and more: up to this index.
    Longer { first: Index, last: Index },
}

/// A place in a server's log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    pub server: ServerId,
    pub index: Index,
}

impl Gap {
    /// None when the logs are equal.
    pub fn between(reference: &Log, log: &Log) -> Option<Gap> {
        let first = reference.common_prefix(log) + 1;
        let last = reference.last_index();
        let own_last = log.last_index();
        match (first <= last, first <= own_last) {
            (false, false) => None,
            (true, false) => Some(Gap::Lacks { first, last }),
            (false, true) => Some(Gap::Longer {
                first,
                last: own_last,
            }),
            (true, true) => Some(Gap::Differs { at: first }),
        }
    }

    /// The first index that it is about.
    fn index(self) -> Index {
        match self {
            Gap::Lacks { first, .. } | Gap::Longer { first, .. } => first,
            Gap::Differs { at } => at,
        }
    }

    /// What is said of servers with this gap: "tom lacks entries 3 and 4".
    fn says(self, names: &str, count: usize) -> String {
        match self {
            Gap::Lacks {
                first: 1,
                last: 2..,
            } => say!("gap-lacks-all", names, count),
            Gap::Lacks { first, last } => {
                let entries = words::entry_range(first, last);
                say!("gap-lacks", names, count, entries)
            }
            Gap::Differs { at } => say!("gap-differs", names, count, at),
            Gap::Longer { first, last } => {
                let entries = words::entries(last + 1 - first);
                say!("gap-longer", names, count, entries)
            }
        }
    }

    /// The same of servers that are down, in a sentence.
    fn says_down(self, names: &str, count: usize) -> String {
        match self {
            Gap::Lacks {
                first: 1,
                last: 2..,
            } => say!("down-lacks-all", names, count),
            Gap::Lacks { first, last } => {
                let entries = words::entry_range(first, last);
                say!("down-lacks", names, count, entries)
            }
            Gap::Differs { at } => say!("down-differs", names, count, at),
            Gap::Longer { first, last } => {
                let entries = words::entries(last + 1 - first);
                say!("down-longer", names, count, entries)
            }
        }
    }
}

impl Finding {
    /// Whether it is good news.
    pub fn holds(&self) -> bool {
        match self {
            Finding::Kept(_) | Finding::Agree { .. } | Finding::Equal { .. } => true,
            Finding::Disagree { .. }
            | Finding::Unmatched { .. }
            | Finding::Repeated(_)
            | Finding::Unequal { .. }
            | Finding::Incomplete { .. }
            | Finding::TwoLeaders { .. }
            | Finding::Overwritten(_)
            | Finding::AppliedOtherwise { .. }
            | Finding::Lost(_)
            | Finding::Replaced { .. }
            | Finding::Stale(_)
            | Finding::NotYet(_)
            | Finding::NobodyUp
            | Finding::NobodyRegistered => false,
        }
    }

    /// Whether it tells of something that happened, which stays so whatever happens later.
    pub fn is_past(&self) -> bool {
        matches!(
            self,
            Finding::TwoLeaders { .. }
                | Finding::Overwritten(_)
                | Finding::AppliedOtherwise { .. }
                | Finding::Lost(_)
                | Finding::Replaced { .. }
                | Finding::Stale(_)
        )
    }

    /// The cells that make it bad news, one or two of each server that the sentence names; none when it is
    /// good.
    pub fn cells(&self) -> Vec<Cell> {
        let cell = |server: ServerId, index: Index| Cell { server, index };
        match self {
            Finding::Disagree {
                index,
                holders,
                later,
                ..
            } => {
                let holders = holders.iter().map(|(server, _)| cell(*server, *index));
                let later = later.iter().map(|(server, index)| cell(*server, *index));
                holders.chain(later).collect()
            }
            Finding::Unmatched {
                servers: (one, other),
                index,
                differ_at,
                ..
            } => {
                let mut cells = vec![cell(*one, *differ_at), cell(*other, *differ_at)];
                if index != differ_at {
                    cells.extend([cell(*one, *index), cell(*other, *index)]);
                }
                cells
            }
            Finding::Repeated(moved) => {
                let cells = moved.iter().map(|moved| cell(moved.server, moved.index));
                cells.collect()
            }
            Finding::Unequal { gaps, .. } => {
                let cells = gaps.iter().map(|(server, gap)| cell(*server, gap.index()));
                cells.collect()
            }
            Finding::Incomplete { leader, index, .. } => vec![cell(*leader, *index)],
            Finding::AppliedOtherwise { index, first, then } => {
                let mut cells = vec![cell(first.0, *index)];
                if then.0 != first.0 {
                    cells.push(cell(then.0, *index));
                }
                cells
            }
            Finding::Overwritten(removal) | Finding::Lost(removal) => {
                vec![cell(removal.server, removal.index)]
            }
            Finding::Stale(read) => vec![cell(read.server, read.index)],
            Finding::TwoLeaders { .. }
            | Finding::Replaced { .. }
            | Finding::NotYet(_)
            | Finding::Kept(_)
            | Finding::Agree { .. }
            | Finding::Equal { .. }
            | Finding::NobodyUp
            | Finding::NobodyRegistered => Vec::new(),
        }
    }

    /// The sentence.
    // Long because: one arm for each finding.
    pub fn says(&self, registry: &Registry) -> String {
        let name = |server: &ServerId| registry.name(*server);
        match self {
            Finding::Kept(Property::LogMatching) => say!("kept-log-matching"),
            Finding::Kept(Property::NothingRepeated) => say!("kept-nothing-repeated"),
            Finding::Kept(property) => {
                past::kept(*property).unwrap_or_else(|| say!("kept-logs-agree"))
            }
            Finding::Agree { down } => {
                say!("kept-logs-agree") + &say_down_and_differing(down, registry)
            }
            Finding::Disagree {
                index,
                holders,
                later,
                down,
            } => {
                let held = say_held(holders, registry);
                let says = match later.as_slice() {
                    [] => say!("finding-disagree", index, held),
                    later => {
                        let later = say_gaps(&differing(later), registry);
                        say!("finding-disagree-later", index, held, later)
                    }
                };
                says + &say_down_and_differing(down, registry)
            }
            Finding::Unmatched {
                servers: (one, other),
                index,
                term,
                differ_at,
            } => {
                let (one, other) = (name(one), name(other));
                match index == differ_at {
                    true => say!("finding-unmatched", one, other, index, term),
                    false => {
                        say!(
                            "finding-unmatched-before",
                            one,
                            other,
                            index,
                            term,
                            differ_at
                        )
                    }
                }
            }
            Finding::Repeated(moved) => say_repeated(moved, registry),
            Finding::Equal {
                reference,
                up,
                others_up,
                length,
                down,
            } => {
                let name = name(reference);
                let entries = words::entries(*length);
                let equal = match others_up {
                    false => say!("finding-equal", count = up, name, entries),
                    true => say!("finding-voters-equal", count = up, name, entries),
                };
                equal + &say_down(down, registry)
            }
            Finding::Unequal {
                reference,
                length,
                gaps,
                down,
            } => {
                let gaps = say_gaps(gaps, registry);
                let says = say!(
                    "finding-unequal",
                    name = name(reference),
                    count = length,
                    gaps
                );
                says + &say_down(down, registry)
            }
            Finding::Incomplete { .. }
            | Finding::TwoLeaders { .. }
            | Finding::Overwritten(_)
            | Finding::AppliedOtherwise { .. }
            | Finding::Lost(_)
            | Finding::Replaced { .. }
            | Finding::Stale(_)
            | Finding::NotYet(_) => past::says(self, registry),
            Finding::NobodyUp => say!("finding-nobody-up"),
            Finding::NobodyRegistered => say!("finding-nobody-registered"),
        }
    }
}

/// "set x 1 on tom and set x 2 on dick and harry".
fn say_held(holders: &[(ServerId, Entry)], registry: &Registry) -> String {
    let alike = differ_by_term_alone(holders);
    let spell = |entry: &Entry| {
        let operation = entry.operation.spelled(registry).to_string();
        match alike {
            true => say!("operation-of-term", operation, term = entry.term),
            false => operation,
        }
    };
    let held = grouped(holders, spell);
    let held = held
        .iter()
        .map(|(entry, servers)| say!("held-on", entry, names = names(servers, registry)));
    words::list(&held.collect::<Vec<_>>())
}

fn say_repeated(moved: &[Moved], registry: &Registry) -> String {
    let moved: Vec<(ServerId, &Moved)> = moved.iter().map(|moved| (moved.server, moved)).collect();
    let groups = grouped(&moved, |moved| {
        let operation = moved.operation.spelled(registry).to_string();
        (moved.index, moved.sender_index, operation)
    });
    let sentences = groups
        .iter()
        .map(|((index, sender_index, operation), servers)| {
            let names = names(servers, registry);
            say!("finding-repeated", index, names, operation, sender_index)
        });
    sentences.collect::<Vec<_>>().join(" ")
}

/// " harry is down, and lacks entries 3 and 4." or nothing.
fn say_down(down: &[(ServerId, Gap)], registry: &Registry) -> String {
    let groups = grouped(down, |gap| *gap).into_iter();
    let sentences = groups
        .map(|(gap, servers)| gap.says_down(&names(&servers, registry), servers.len()))
        .flat_map(|sentence| [" ".to_string(), sentence]);
    sentences.collect()
}

fn say_down_and_differing(down: &[(ServerId, Index)], registry: &Registry) -> String {
    say_down(&differing(down), registry)
}

fn differing(servers: &[(ServerId, Index)]) -> Vec<(ServerId, Gap)> {
    let differing = servers
        .iter()
        .map(|(server, at)| (*server, Gap::Differs { at: *at }));
    differing.collect()
}

/// "every lacks entries 3 and 4; tom and harry have none of them".
fn say_gaps(gaps: &[(ServerId, Gap)], registry: &Registry) -> String {
    let groups = grouped(gaps, |gap| *gap).into_iter();
    let clauses = groups.map(|(gap, servers)| gap.says(&names(&servers, registry), servers.len()));
    let joined = clauses.reduce(|clauses, clause| say!("clauses-more", clauses, clause));
    joined.unwrap_or_default()
}

/// The servers of which the same is to be said, together, in order of the first of them.
fn grouped<T, K: PartialEq>(
    facts: &[(ServerId, T)],
    key: impl Fn(&T) -> K,
) -> Vec<(K, Vec<ServerId>)> {
    let mut groups: Vec<(K, Vec<ServerId>)> = Vec::new();
    for (server, fact) in facts {
        let key = key(fact);
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, servers)) => servers.push(*server),
            None => groups.push((key, vec![*server])),
        }
    }
    groups
}

fn names(servers: &[ServerId], registry: &Registry) -> String {
    let names: Vec<&str> = servers
        .iter()
        .map(|id| registry.name(*id).as_ref())
        .collect();
    words::list(&names)
}

/// Whether two of the entries have the same command, so that only their terms tell them apart.
fn differ_by_term_alone(holders: &[(ServerId, Entry)]) -> bool {
    let is_like = |one: &Entry, other: &Entry| one.operation == other.operation && one != other;
    let mut entries = holders.iter().map(|(_, entry)| entry);
    entries.any(|entry| holders.iter().any(|(_, other)| is_like(entry, other)))
}
