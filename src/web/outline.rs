//! What happened, without the sentences: as much of a long run as has to be known at once, so that
//! everything has its place. The sentences follow moment by moment, when somebody looks there.

use serde::Serialize;
use tsify::Tsify;

use super::events::{Happened, happened};
use super::shapes::NameSpan;
use super::values::Values;
use super::views;
use crate::event::Event;
use crate::history::Envelope;
use crate::log::Section;
use crate::registry::{Registry, Sentence, ServerId};
use crate::run::Run;

/// What happened, without the sentence. What is long or frequent is told in short; all else as it is.
#[derive(Serialize, Tsify)]
#[serde(untagged)]
#[tsify(type = "Brief | Exclude<Happened, Pick<Brief, \"kind\">>")]
pub enum Outline<'a> {
    Brief(Brief<'a>),
    Whole(Happened<'a>),
}

/// What an outline tells in short. `reach` is the highest index of the entries that it tells of; absent for
/// none.
#[derive(Serialize, Tsify)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Brief<'a> {
    Sent {
        message: Label<'a>,
        #[serde(skip_serializing_if = "Option::is_none")]
        reach: Option<u32>,
    },
    Duplicated {
        message: Label<'a>,
        #[serde(skip_serializing_if = "Option::is_none")]
        reach: Option<u32>,
    },
    Delivered {
        id: u32,
        /// A few words on what it led to, where that is easily overlooked.
        #[serde(skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    Appended {
        server: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        reach: Option<u32>,
    },
    Truncated {
        server: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        reach: Option<u32>,
    },
    Written {
        server: &'a str,
        reach: u32,
    },
    Applied {
        server: &'a str,
    },
    Compared,
}

/// A message as its label shows it: see `Message`.
#[derive(Serialize, Tsify)]
pub struct Label<'a> {
    id: u32,
    from: &'a str,
    to: &'a str,
    says: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    exact: Option<Vec<NameSpan>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    refusal: Option<String>,
    /// True for an answer to somebody who asked for a vote; absent for all others.
    #[serde(skip_serializing_if = "Option::is_none")]
    is_vote: Option<bool>,
    /// The number of its entries; absent where it can't hold any.
    #[serde(skip_serializing_if = "Option::is_none")]
    entry_count: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    copy_of: Option<u32>,
}

/// The events of a moment.
pub fn of_moment<'a>(run: &'a Run, moment: usize, values: &mut Values) -> Vec<Outline<'a>> {
    let registry = run.registry();
    let outline = |event: &'a Event| match brief(event, registry) {
        Some(brief) => Outline::Brief(brief),
        None => Outline::Whole(happened(event, registry, values)),
    };
    run.events(moment).iter().map(outline).collect()
}

/// None for what is told as it is.
fn brief<'a>(event: &'a Event, registry: &'a Registry) -> Option<Brief<'a>> {
    let name = |id: &ServerId| registry.name(*id).as_ref();
    Some(match event {
        Event::Sent(envelope) => Brief::Sent {
            message: label(envelope, registry),
            reach: envelope.letter.section().and_then(reach),
        },
        Event::Duplicated(envelope) => Brief::Duplicated {
            message: label(envelope, registry),
            reach: envelope.letter.section().and_then(reach),
        },
        Event::Delivered { envelope, .. } => Brief::Delivered {
            id: envelope.id,
            note: event.note(),
        },
        Event::Appended { server, section } => Brief::Appended {
            server: name(server),
            reach: reach(section),
        },
        Event::Truncated {
            server, removed, ..
        } => Brief::Truncated {
            server: name(server),
            reach: reach(removed),
        },
        Event::Written { server, index } => Brief::Written {
            server: name(server),
            reach: *index,
        },
        Event::Applied { server, .. } => Brief::Applied {
            server: name(server),
        },
        Event::Compared { .. } => Brief::Compared,
        _ => return None,
    })
}

/// The highest index of the entries that an event tells of.
fn reach(section: &Section) -> Option<u32> {
    (section.count() > 0).then(|| section.last())
}

fn label<'a>(envelope: &Envelope, registry: &'a Registry) -> Label<'a> {
    let letter = &envelope.letter;
    let Sentence { text, exact, .. } = letter.sentence(registry);
    Label {
        id: envelope.id,
        from: registry.party(letter.from),
        to: registry.party(letter.to),
        says: text,
        exact: views::name_spans(&exact),
        refusal: letter.refusal(),
        is_vote: letter.is_vote().then_some(true),
        entry_count: letter.section().map(Section::count),
        copy_of: envelope.copy_of,
    }
}
