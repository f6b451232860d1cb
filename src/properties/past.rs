//! Properties that speak of what happened: whether there is evidence against them, and how it is told. Among them is
//! leader completeness, which needs the past, too.

use crate::history::{Removal, StaleRead, Witness};
use crate::log::Entry;
use crate::property::Property;
use crate::protocol::Testimony;
use crate::registry::Registry;
use crate::say;

use super::Finding;

/// Whether all about a property is in the witness.
pub fn is_of_the_past(property: Property) -> bool {
    matches!(
        property,
        Property::ElectionSafety
            | Property::LeaderAppendOnly
            | Property::StateMachineSafety
            | Property::WritesStay
            | Property::ReadsAreFresh
    )
}

/// What of the past has to be witnessed so that it can be told whether a property holds.
pub fn needs(property: Property) -> &'static [Testimony] {
    match property {
        Property::ElectionSafety | Property::SomebodyWasElected => &[Testimony::Leaders],
        Property::LeaderAppendOnly => &[Testimony::Overwriting],
        Property::LeaderCompleteness | Property::SomethingWasCommitted => &[Testimony::Committed],
        Property::StateMachineSafety => &[Testimony::Applied],
        Property::WritesStay => &[Testimony::Committed, Testimony::Done],
        Property::ReadsAreFresh => &[Testimony::Done, Testimony::Reads],
        Property::LogsAgree
        | Property::LogMatching
        | Property::NothingRepeated
        | Property::EveryoneHasEverything => &[],
    }
}

/// Looks for evidence against a property, or for what is to happen once.
pub fn look(witness: &Witness, property: Property) -> Finding {
    let evidence = &witness.evidence;
    let found = match property {
        Property::ElectionSafety => {
            let found = evidence.two_leaders.as_ref();
            found.map(|(term, one, other)| Finding::TwoLeaders {
                term: *term,
                servers: (*one, *other),
            })
        }
        Property::LeaderAppendOnly => evidence.overwritten.clone().map(Finding::Overwritten),
        Property::StateMachineSafety => {
            let found = evidence.applied_otherwise.clone();
            found.map(|(index, first, then)| Finding::AppliedOtherwise { index, first, then })
        }
        Property::WritesStay => {
            let replaced = evidence.replaced.clone();
            let replaced = replaced.map(|(index, done, committed)| Finding::Replaced {
                index,
                done,
                committed,
            });
            evidence.lost.clone().map(Finding::Lost).or(replaced)
        }
        Property::ReadsAreFresh => evidence.stale_read.clone().map(Finding::Stale),
        Property::SomebodyWasElected => {
            (!witness.saw_a_leader()).then_some(Finding::NotYet(property))
        }
        Property::SomethingWasCommitted => {
            let nothing = witness.committed().next().is_none();
            nothing.then_some(Finding::NotYet(property))
        }
        Property::LogsAgree
        | Property::LogMatching
        | Property::NothingRepeated
        | Property::EveryoneHasEverything
        | Property::LeaderCompleteness => None,
    };
    found.unwrap_or(Finding::Kept(property))
}

/// What is said of a property as long as it is kept; none for those that others tell.
pub fn kept(property: Property) -> Option<String> {
    Some(say!(match property {
        Property::ElectionSafety => "kept-election-safety",
        Property::LeaderAppendOnly => "kept-leader-append-only",
        Property::LeaderCompleteness => "kept-leader-completeness",
        Property::StateMachineSafety => "kept-state-machine-safety",
        Property::WritesStay => "kept-writes-stay",
        Property::ReadsAreFresh => "kept-reads-are-fresh",
        Property::SomebodyWasElected => "kept-somebody-was-elected",
        Property::SomethingWasCommitted => "kept-something-was-committed",
        Property::LogsAgree
        | Property::LogMatching
        | Property::NothingRepeated
        | Property::EveryoneHasEverything => return None,
    }))
}

/// The sentence of what was found.
// Long because: one arm for each finding.
pub fn says(finding: &Finding, registry: &Registry) -> String {
    let name = |server| registry.name(server);
    let spell = |entry: &Entry| {
        let operation = entry.operation.spelled(registry).to_string();
        say!("operation-of-term", operation, term = entry.term)
    };
    match finding {
        Finding::Incomplete {
            leader,
            term,
            index,
            committed,
            instead,
        } => {
            let leader = name(*leader);
            let entry = spell(&committed.entry);
            let then = committed.term;
            match instead {
                None => say!("finding-incomplete", leader, term, index, entry, then),
                Some(instead) => {
                    let instead = spell(instead);
                    say!(
                        "finding-incomplete-instead",
                        leader,
                        term,
                        instead,
                        index,
                        entry,
                        then
                    )
                }
            }
        }
        Finding::TwoLeaders {
            term,
            servers: (one, other),
        } => say!(
            "finding-two-leaders",
            term,
            one = name(*one),
            other = name(*other)
        ),
        Finding::Overwritten(Removal {
            server,
            index,
            entry,
        }) => say!(
            "finding-overwritten",
            name = name(*server),
            index,
            entry = spell(entry)
        ),
        Finding::AppliedOtherwise { index, first, then } => say!(
            "finding-applied-otherwise",
            index,
            one = name(first.0),
            first = spell(&first.1),
            other = name(then.0),
            second = spell(&then.1)
        ),
        Finding::Lost(Removal {
            server,
            index,
            entry,
        }) => say!(
            "finding-lost",
            name = name(*server),
            index,
            entry = spell(entry)
        ),
        Finding::Replaced {
            index,
            done,
            committed,
        } => say!(
            "finding-replaced",
            index,
            done = spell(done),
            committed = spell(committed)
        ),
        Finding::Stale(StaleRead {
            server,
            text,
            index,
            entry,
        }) => say!(
            "finding-stale",
            name = name(*server),
            text = text.as_ref(),
            index,
            entry = spell(entry)
        ),
        Finding::NotYet(Property::SomebodyWasElected) => say!("finding-nobody-elected-yet"),
        Finding::NotYet(_) => say!("finding-nothing-committed-yet"),
        _ => String::new(),
    }
}
