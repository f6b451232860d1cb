//! What happened, without the sentences: as much of a long run as has to be known at once, so that
//! everything has its place. The sentences follow moment by moment, when somebody looks there.

use serde::Serialize;
use tsify::Tsify;

use super::events::Refusal;
use super::shapes::NameSpan;
use super::views;
use crate::event::Event;
use crate::history::Envelope;
use crate::log::Section;
use crate::registry::{Registry, Sentence, ServerId};
use crate::run::Run;

/// What happened, and whose it is. `reach` is the highest index of the entries that it tells of; absent for
/// none.
#[derive(Serialize, Tsify)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Outline<'a> {
    Sent {
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
    Dropped {
        id: u32,
    },
    Duplicated {
        message: Label<'a>,
        #[serde(skip_serializing_if = "Option::is_none")]
        reach: Option<u32>,
    },
    Refused {
        id: u32,
        why: Refusal,
    },
    Declined {
        server: &'a str,
        request: &'a str,
        /// Whom to ask instead, where the server knows.
        #[serde(skip_serializing_if = "Option::is_none")]
        leader: Option<&'a str>,
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
    Waits {
        server: &'a str,
        request: &'a str,
    },
    Undone {
        server: &'a str,
    },
    Committed {
        server: &'a str,
        /// The highest index that it knows to be committed from now on.
        last: u32,
    },
    Configured {
        server: &'a str,
    },
    TimedOut {
        server: &'a str,
        term: u32,
    },
    Voted {
        server: &'a str,
    },
    Elected {
        server: &'a str,
        term: u32,
    },
    Applied {
        server: &'a str,
    },
    Nominated {
        server: &'a str,
        term: u32,
    },
    TermTaken {
        server: &'a str,
        term: u32,
    },
    SteppedDown {
        server: &'a str,
    },
    Compared,
    Killed {
        server: &'a str,
    },
    Restarted {
        server: &'a str,
    },
    StayedDown {
        server: &'a str,
    },
    Registered {
        server: &'a str,
    },
    Cut {
        servers: (&'a str, &'a str),
    },
    Healed {
        servers: (&'a str, &'a str),
    },
    Filled {
        server: &'a str,
    },
    Freed {
        server: &'a str,
    },
    Wiped {
        server: &'a str,
    },
    Written {
        server: &'a str,
        reach: u32,
    },
    Kept {
        server: &'a str,
    },
    Damaged {
        server: &'a str,
    },
    TermWritten {
        server: &'a str,
        term: u32,
    },
    Prompted {
        server: &'a str,
    },
    Reloaded,
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
pub fn of_moment(run: &Run, moment: usize) -> Vec<Outline<'_>> {
    let events = run.events(moment).iter();
    events.map(|event| outline(event, run.registry())).collect()
}

/// One row for each kind.
// Long because: one arm for each kind.
fn outline<'a>(event: &'a Event, registry: &'a Registry) -> Outline<'a> {
    let name = |id: &ServerId| registry.name(*id).as_ref();
    match event {
        Event::Sent(envelope) => Outline::Sent {
            message: label(envelope, registry),
            reach: envelope.letter.section().and_then(reach),
        },
        Event::Delivered { envelope, .. } => Outline::Delivered {
            id: envelope.id,
            note: event.note(),
        },
        Event::Dropped { envelope, .. } => Outline::Dropped { id: envelope.id },
        Event::Duplicated(envelope) => Outline::Duplicated {
            message: label(envelope, registry),
            reach: envelope.letter.section().and_then(reach),
        },
        Event::Refused { envelope, why } => Outline::Refused {
            id: envelope.id,
            why: Refusal::of(*why),
        },
        Event::Declined {
            server,
            request,
            why,
        } => Outline::Declined {
            server: name(server),
            request: &request.text,
            leader: why.leader().as_ref().map(name),
        },
        Event::Appended { server, section } => Outline::Appended {
            server: name(server),
            reach: reach(section),
        },
        Event::Truncated {
            server, removed, ..
        } => Outline::Truncated {
            server: name(server),
            reach: reach(removed),
        },
        Event::Waits {
            server, request, ..
        } => Outline::Waits {
            server: name(server),
            request: &request.text,
        },
        Event::Undone { server, .. } => Outline::Undone {
            server: name(server),
        },
        Event::Committed { server, last, .. } => Outline::Committed {
            server: name(server),
            last: *last,
        },
        Event::Configured { server, .. } => Outline::Configured {
            server: name(server),
        },
        Event::TimedOut { server, term } => Outline::TimedOut {
            server: name(server),
            term: *term,
        },
        Event::Voted { server, .. } => Outline::Voted {
            server: name(server),
        },
        Event::Elected { server, term } => Outline::Elected {
            server: name(server),
            term: *term,
        },
        Event::Applied { server, .. } => Outline::Applied {
            server: name(server),
        },
        Event::Nominated { server, term } => Outline::Nominated {
            server: name(server),
            term: *term,
        },
        Event::TermTaken { server, term } => Outline::TermTaken {
            server: name(server),
            term: *term,
        },
        Event::SteppedDown { server, .. } => Outline::SteppedDown {
            server: name(server),
        },
        Event::Compared { .. } => Outline::Compared,
        Event::Killed { server, .. } => Outline::Killed {
            server: name(server),
        },
        Event::Restarted { server, .. } => Outline::Restarted {
            server: name(server),
        },
        Event::StayedDown { server, .. } => Outline::StayedDown {
            server: name(server),
        },
        Event::Registered { server } => Outline::Registered {
            server: name(server),
        },
        Event::Cut(one, other) => Outline::Cut {
            servers: (name(one), name(other)),
        },
        Event::Healed(one, other) => Outline::Healed {
            servers: (name(one), name(other)),
        },
        Event::Filled { server } => Outline::Filled {
            server: name(server),
        },
        Event::Freed { server } => Outline::Freed {
            server: name(server),
        },
        Event::Wiped { server, .. } => Outline::Wiped {
            server: name(server),
        },
        Event::Written { server, index } => Outline::Written {
            server: name(server),
            reach: *index,
        },
        Event::Kept { server, .. } => Outline::Kept {
            server: name(server),
        },
        Event::Damaged { server, .. } => Outline::Damaged {
            server: name(server),
        },
        Event::TermWritten { server, hard_state } => Outline::TermWritten {
            server: name(server),
            term: hard_state.term,
        },
        Event::Prompted { server, .. } => Outline::Prompted {
            server: name(server),
        },
        Event::Reloaded { .. } => Outline::Reloaded,
    }
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
