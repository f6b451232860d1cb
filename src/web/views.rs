//! The simulation's values in the shapes that JavaScript sees.

use super::events::{Event, Happened};
use super::shapes::{
    Cell, Costs, Curve, Entry, Fact, FactName, Invariant, InvariantKind, Message, NameSpan,
    NewEntry, Point, Prompt, PropertyRow, Role, RoomHead, RuleRow, TroubleRow, Why, Write,
};
use crate::history::Envelope;
use crate::log::{self, Index, Section};
use crate::properties::Watched;
use crate::property::Kind;
use crate::protocol::{self, Offer, Terms};
use crate::registry::{Registry, Sentence, ServerId, ServerSet, take_apart};
use crate::rule::{Rule, Setting};
use crate::run::{DiskWrite, Settled};
use crate::script::Scenario;
use crate::simulation::Simulation;
use crate::weather::{Rates, Trouble};
use crate::{catalog, comparison, reference, rule, say};

/// The indexes of entries that lay at another index at their sender.
pub fn repeated(simulation: &Simulation, server: ServerId) -> impl Iterator<Item = Index> {
    let indexes = 1..=simulation.server(server).disk.log.last_index();
    indexes.filter(move |&index| {
        let sent = simulation.sender_index(server, index);
        sent.is_some_and(|sent| sent != index)
    })
}

/// A fact in words of its own; what a leader believes of its followers has a place of its own.
pub fn fact<'a>(fact: &protocol::Fact, registry: &'a Registry) -> Option<Fact<'a>> {
    let about = |name, title, servers| Fact {
        name,
        title,
        index: None,
        servers: Some(names(servers, registry)),
        needed: None,
    };
    match fact {
        protocol::Fact::Progress(_) => None,
        protocol::Fact::Leader(leader) => {
            let leader = ServerSet::from_iter([*leader]);
            Some(about(FactName::Leader, say!("fact-follows"), leader))
        }
        protocol::Fact::CommitIndex(index) => Some(Fact {
            name: FactName::CommitIndex,
            title: say!("fact-commit-index", index),
            index: Some(*index),
            servers: None,
            needed: None,
        }),
        protocol::Fact::Voters(voters) => {
            Some(about(FactName::Voters, say!("fact-voters"), *voters))
        }
        protocol::Fact::Votes { from, needed } => {
            let title = say!("fact-votes", count = from.len(), needed);
            Some(Fact {
                needed: Some(*needed),
                ..about(FactName::Votes, title, *from)
            })
        }
    }
}

/// In order of registration.
pub fn names(servers: ServerSet, registry: &Registry) -> Vec<&str> {
    let names = servers.iter().map(|id| registry.name(id).as_ref());
    names.collect()
}

pub fn room_head(scenario: &Scenario) -> RoomHead<'_> {
    let protocol = scenario.protocol;
    let Setting { voters, without } = scenario.setting;
    let votes = protocol.terms() == Terms::Voted;
    let has_rules = !protocol.rules().is_empty();
    RoomHead {
        protocol: protocol.name(),
        voters: votes.then(|| names(voters, &scenario.disks.registry)),
        without: has_rules.then(|| without.iter().map(Rule::name).collect()),
    }
}

pub fn rule(row: &rule::RuleRow) -> RuleRow {
    RuleRow {
        name: row.rule.name(),
        title: row.rule.title(),
        says: row.rule.says(),
        section: row.rule.section(),
        without: say!(row.without),
        breaks: row.breaks.map(|property| PropertyRow {
            id: property.id(),
            title: property.title(),
        }),
        example: row.example.map(rule::Example::text),
    }
}

pub fn role(role: protocol::Role) -> Role {
    match role {
        protocol::Role::Leader => Role::Leader,
        protocol::Role::Candidate => Role::Candidate,
        protocol::Role::Follower => Role::Follower,
    }
}

pub fn why(why: reference::Why) -> Why {
    match why {
        reference::Why::Leader => Why::Leader,
        reference::Why::Named => Why::Named,
        reference::Why::LongestLog | reference::Why::LongestDisk => Why::Longest,
    }
}

pub fn prompt(prompt: &catalog::Prompt, registry: &Registry) -> Prompt {
    Prompt {
        name: prompt.text(registry),
        title: prompt.title(registry),
    }
}

pub fn message<'a>(envelope: &Envelope, registry: &'a Registry) -> Message<'a> {
    let letter = &envelope.letter;
    let Sentence { text, exact, .. } = letter.sentence(registry);
    Message {
        id: envelope.id,
        from: registry.party(letter.from),
        to: registry.party(letter.to),
        kind: letter.kind(),
        wire: letter.wire(registry),
        says: text,
        exact: name_spans(&exact),
        refusal: letter.refusal(),
        entries: letter.section().map(|section| entries(section, registry)),
        copy_of: envelope.copy_of,
    }
}

pub fn invariant<'a>(watched: &Watched, registry: &'a Registry) -> Invariant<'a> {
    let Sentence { text, names, .. } = take_apart(&watched.says(&registry.marked()));
    let cells = watched.cells().into_iter();
    Invariant {
        id: watched.property.id(),
        title: watched.property.title(),
        kind: match watched.kind {
            Kind::Always => InvariantKind::Always,
            Kind::Goal => InvariantKind::Goal,
            Kind::Sometimes => InvariantKind::Sometimes,
        },
        holds: watched.holds(),
        says: text,
        names: name_spans(&names),
        broken_at: watched.broken_at,
        cells: cells
            .map(|it| cell(it.server, it.index, registry))
            .collect(),
    }
}

/// None when there are no names.
pub fn name_spans(names: &[(u32, u32)]) -> Option<Vec<NameSpan>> {
    let spans = names
        .iter()
        .map(|(start, length)| NameSpan(*start, *length));
    (!names.is_empty()).then(|| spans.collect())
}

pub fn cell(server: ServerId, index: Index, registry: &Registry) -> Cell<'_> {
    let server = registry.name(server).as_ref();
    Cell { server, index }
}

pub fn entries(section: &Section, registry: &Registry) -> Vec<Entry> {
    let entry = |(index, entry): (Index, &log::Entry)| Entry {
        index,
        term: entry.term,
        command: entry.operation.spelled(registry).to_string(),
    };
    section.indexed().map(entry).collect()
}

pub fn disk_write<'a>(write: &'a DiskWrite, registry: &'a Registry) -> Write<'a> {
    let entry = |entry: &log::Entry| NewEntry {
        term: entry.term,
        command: entry.operation.spelled(registry).to_string(),
    };
    let name = |id: ServerId| registry.name(id).as_ref();
    Write {
        server: write.server.as_ref(),
        term: write.hard_state.term,
        voted_for: write.hard_state.voted_for.map(name),
        keep: write.keep,
        append: write.append.iter().map(entry).collect(),
        damage: write.damage.clone(),
    }
}

/// The event that closes a `settle`.
pub fn settled(moment: usize, settled: Settled) -> Event<'static> {
    let Settled {
        deliveries,
        in_flight,
    } = settled;
    let says = match in_flight {
        0 => say!("settled", count = deliveries),
        left => say!("settled-for-now", count = deliveries, left),
    };
    Event::beside(moment, &says, Happened::Settled { deliveries })
}

/// The event that closes a `calm` or a `storm`.
pub fn let_run(moment: usize, moments: usize, over: bool) -> Event<'static> {
    let says = match (moments, over) {
        (0, _) => say!("let-run-over-already"),
        (count, true) => say!("let-run-over", count),
        (count, false) => say!("let-run", count),
    };
    Event::beside(moment, &says, Happened::LetRun { moments, over })
}

pub fn trouble(trouble: &Trouble) -> TroubleRow {
    TroubleRow {
        name: trouble.name(),
        title: trouble.title(),
        percent: Rates::default().of(*trouble),
    }
}

pub fn costs(costs: &comparison::Costs) -> Costs {
    Costs {
        messages: costs.messages,
        round_trips: costs.round_trips,
        entries: costs.entries,
        bytes: costs.bytes,
    }
}

pub fn curves(curves: Vec<comparison::Curve>) -> Vec<Curve> {
    let point = |point: &comparison::Point| Point {
        messages: point.messages,
        equal: point.equal,
    };
    let curve = |curve: comparison::Curve| Curve {
        protocol: curve.protocol.name(),
        points: curve.points.iter().map(point).collect(),
    };
    curves.into_iter().map(curve).collect()
}

/// The paragraphs of a story's lines: an empty line parts two of them.
pub fn paragraphs(story: &[String]) -> Vec<String> {
    let paragraphs = story.split(|line| line.is_empty());
    paragraphs
        .filter(|lines| !lines.is_empty())
        .map(|lines| lines.join(" "))
        .collect()
}
