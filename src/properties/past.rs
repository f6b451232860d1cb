//! Properties that speak of what happened: whether there is evidence against them, and how it is told. Among them is
//! leader completeness, which needs the past, too.

use crate::history::{Removal, StaleRead, Witness};
use crate::log::Entry;
use crate::property::Property;
use crate::protocol::Testimony;
use crate::registry::Registry;

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
pub fn kept(property: Property) -> Option<&'static str> {
    match property {
        Property::ElectionSafety => Some("No term has had two leaders."),
        Property::LeaderAppendOnly => Some("No leader has removed an entry of its own log."),
        Property::LeaderCompleteness => {
            Some("Whoever leads has all that was committed in earlier terms.")
        }
        Property::StateMachineSafety => {
            Some("Nobody has carried out another operation at an index than anybody else.")
        }
        Property::WritesStay => {
            Some("All that a client was told to be done is where it was, or on its way there.")
        }
        Property::ReadsAreFresh => {
            Some("Every read was answered with all that was done before it was asked.")
        }
        Property::SomebodyWasElected => Some("Somebody was elected."),
        Property::SomethingWasCommitted => Some("Something was committed."),
        Property::LogsAgree
        | Property::LogMatching
        | Property::NothingRepeated
        | Property::EveryoneHasEverything => None,
    }
}

/// The sentence of what was found.
// Long because: one arm for each finding.
pub fn says(finding: &Finding, registry: &Registry) -> String {
    let name = |server| registry.name(server);
    let spell = |entry: &Entry| {
        let operation = entry.operation.spelled(registry);
        format!("{operation} of term {}", entry.term)
    };
    match finding {
        Finding::Incomplete {
            leader,
            term,
            index,
            committed,
            instead,
        } => {
            let instead = match instead {
                Some(entry) => format!("has {} there", spell(entry)),
                None => "has no such entry".to_string(),
            };
            format!(
                "{} leads term {term} and {instead}, though entry {index}, {}, was committed in term {}.",
                name(*leader),
                spell(&committed.entry),
                committed.term
            )
        }
        Finding::TwoLeaders {
            term,
            servers: (one, other),
        } => format!(
            "Term {term} has had two leaders: {} and {}.",
            name(*one),
            name(*other)
        ),
        Finding::Overwritten(Removal {
            server,
            index,
            entry,
        }) => format!(
            "{} led and removed its own entry {index}, {}.",
            name(*server),
            spell(entry)
        ),
        Finding::AppliedOtherwise { index, first, then } => format!(
            "At index {index} {} carried out {}, and {} {}.",
            name(first.0),
            spell(&first.1),
            name(then.0),
            spell(&then.1)
        ),
        Finding::Lost(Removal {
            server,
            index,
            entry,
        }) => format!(
            "{} removed entry {index}, {}, which a client was told to be done.",
            name(*server),
            spell(entry)
        ),
        Finding::Replaced {
            index,
            done,
            committed,
        } => format!(
            "A client was told that entry {index} is {}, but {} was committed there.",
            spell(done),
            spell(committed)
        ),
        Finding::Stale(StaleRead {
            server,
            text,
            index,
            entry,
        }) => format!(
            "{} answered “{text}” without entry {index}, {}, which was done before it was asked.",
            name(*server),
            spell(entry)
        ),
        Finding::NotYet(Property::SomebodyWasElected) => "Nobody was elected yet.".to_string(),
        Finding::NotYet(_) => "Nothing was committed yet.".to_string(),
        _ => String::new(),
    }
}
