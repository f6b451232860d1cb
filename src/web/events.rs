//! What happened, as JavaScript sees it: one row for each kind of event. A kind that is forgotten here does
//! not compile; one that `www/drawing/event-rows.js` forgets is a type error there.
//!
//! Long because: one shape and one row for each kind.

use js_sys::Object;
use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::JsValue;

use super::shapes::{Cell, Entry, Kept, Message, NameSpan};
use super::values::{Values, to_js};
use super::views;
use crate::client::Wait;
use crate::event::{self, Obstacle};
use crate::history::Envelope;
use crate::registry::{Registry, Sentence, ServerId, take_apart};

/// What happened: a sentence, and the facts that its kind has.
#[derive(Tsify)]
#[tsify(type = "Said & Happened")]
pub struct Event<'a> {
    said: Said,
    happened: Happened<'a>,
}

/// When it happened, and what there is to say.
#[derive(Serialize, Tsify)]
pub struct Said {
    moment: usize,
    /// A sentence for people, with the reason and the numbers.
    says: String,
    /// Where names stand in it; absent for nowhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    names: Option<Vec<NameSpan>>,
}

/// The facts of each kind of event.
#[derive(Serialize, Tsify)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[tsify(missing_as_null)]
pub enum Happened<'a> {
    Sent {
        message: Kept<Message<'a>>,
    },
    Delivered {
        id: u32,
        from: &'a str,
        to: &'a str,
        /// A few words on what it led to, where that is easily overlooked: "ignored: from term 1".
        #[serde(skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    Dropped {
        id: u32,
        from: &'a str,
        to: &'a str,
    },
    Duplicated {
        message: Kept<Message<'a>>,
    },
    Refused {
        id: u32,
        from: &'a str,
        to: &'a str,
        why: Refusal,
    },
    /// `request` is what the client had said; `leader` whom to ask instead, where the server knows.
    Declined {
        server: &'a str,
        request: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        leader: Option<&'a str>,
    },
    /// `index` is that of the entry which has to be committed first; absent for a read.
    Waits {
        server: &'a str,
        request: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        index: Option<u32>,
    },
    Appended {
        server: &'a str,
        entries: Vec<Entry>,
    },
    Truncated {
        server: &'a str,
        keep: u32,
        removed: Vec<Entry>,
    },
    Undone {
        server: &'a str,
        first: u32,
        last: u32,
    },
    Committed {
        server: &'a str,
        first: u32,
        last: u32,
    },
    Configured {
        server: &'a str,
        servers: Vec<&'a str>,
    },
    TimedOut {
        server: &'a str,
        term: u32,
    },
    Voted {
        server: &'a str,
        candidate: &'a str,
        term: u32,
    },
    Elected {
        server: &'a str,
        term: u32,
    },
    Applied {
        server: &'a str,
        first: u32,
        last: u32,
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
        term: u32,
    },
    Compared {
        cells: [Cell<'a>; 2],
        agree: bool,
    },
    Killed {
        server: &'a str,
    },
    Restarted {
        server: &'a str,
    },
    StayedDown {
        server: &'a str,
        index: u32,
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
        index: u32,
    },
    Kept {
        server: &'a str,
        keep: u32,
    },
    Damaged {
        server: &'a str,
        index: u32,
    },
    TermWritten {
        server: &'a str,
        term: u32,
        voted_for: Option<&'a str>,
    },
    Prompted {
        server: &'a str,
        prompt: String,
    },
    Reloaded,
    /// The end of a `settle`.
    Settled {
        deliveries: usize,
    },
    /// The end of a `calm` or a `storm`: how many moments it brought, and whether nothing is left to do.
    LetRun {
        moments: usize,
        over: bool,
    },
    /// An action that could not be done.
    Rejected,
}

/// Why a message could not be taken in.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    Down,
    Cut,
}

impl Refusal {
    pub fn of(obstacle: Obstacle) -> Refusal {
        match obstacle {
            Obstacle::ServerDown => Refusal::Down,
            Obstacle::LinkCut => Refusal::Cut,
        }
    }
}

impl Said {
    fn new(moment: usize, says: &str) -> Said {
        let Sentence { text, names, .. } = take_apart(says);
        Said {
            moment,
            says: text,
            names: views::name_spans(&names),
        }
    }
}

impl<'a> Event<'a> {
    /// One object of both. serde could flatten them, but keeps no field names for what it flattens: they
    /// would cross the boundary with each event.
    pub fn to_js(&self) -> JsValue {
        let said: Object = to_js(&self.said);
        let happened: Object = to_js(&self.happened);
        Object::assign(&said, &happened).into()
    }

    /// Something that happened in the simulation.
    pub fn of(
        event: &'a event::Event,
        moment: usize,
        registry: &'a Registry,
        marked: &Registry,
        values: &mut Values,
    ) -> Event<'a> {
        Event {
            said: Said::new(moment, &event.says(marked)),
            happened: happened(event, registry, values),
        }
    }

    /// Something that is no event of a moment.
    pub fn beside(moment: usize, says: &str, happened: Happened<'a>) -> Event<'a> {
        let said = Said::new(moment, says);
        Event { said, happened }
    }
}

/// One row for each kind.
// Long because: one arm for each kind.
pub fn happened<'a>(
    event: &'a event::Event,
    registry: &'a Registry,
    values: &mut Values,
) -> Happened<'a> {
    use event::Event;
    let name = |id: &ServerId| registry.name(*id).as_ref();
    let route = |envelope: &Envelope| {
        let (from, to) = (envelope.letter.from, envelope.letter.to);
        (envelope.id, registry.party(from), registry.party(to))
    };
    match event {
        Event::Sent(envelope) => Happened::Sent {
            message: values.message(envelope, registry),
        },
        Event::Delivered { envelope, .. } => {
            let (id, from, to) = route(envelope);
            let note = event.note();
            Happened::Delivered { id, from, to, note }
        }
        Event::Dropped { envelope, .. } => {
            let (id, from, to) = route(envelope);
            Happened::Dropped { id, from, to }
        }
        Event::Duplicated(envelope) => Happened::Duplicated {
            message: values.message(envelope, registry),
        },
        Event::Refused { envelope, why } => {
            let (id, from, to) = route(envelope);
            let why = Refusal::of(*why);
            Happened::Refused { id, from, to, why }
        }
        Event::Declined {
            server,
            request,
            why,
        } => Happened::Declined {
            server: name(server),
            request: &request.text,
            leader: why.leader().as_ref().map(name),
        },
        Event::Waits {
            server,
            request,
            until,
        } => Happened::Waits {
            server: name(server),
            request: &request.text,
            index: match until {
                Wait::Entry(index) => Some(*index),
                Wait::Majority(_) => None,
            },
        },
        Event::Appended { server, section } => Happened::Appended {
            server: name(server),
            entries: views::entries(section, registry),
        },
        Event::Truncated {
            server,
            keep,
            removed,
            ..
        } => Happened::Truncated {
            server: name(server),
            keep: *keep,
            removed: views::entries(removed, registry),
        },
        Event::Undone {
            server,
            first,
            last,
        } => Happened::Undone {
            server: name(server),
            first: *first,
            last: *last,
        },
        Event::Committed {
            server,
            first,
            last,
        } => Happened::Committed {
            server: name(server),
            first: *first,
            last: *last,
        },
        Event::Configured { server, voters } => Happened::Configured {
            server: name(server),
            servers: views::names(*voters, registry),
        },
        Event::TimedOut { server, term } => Happened::TimedOut {
            server: name(server),
            term: *term,
        },
        Event::Voted {
            server,
            candidate,
            term,
        } => Happened::Voted {
            server: name(server),
            candidate: name(candidate),
            term: *term,
        },
        Event::Elected { server, term } => Happened::Elected {
            server: name(server),
            term: *term,
        },
        Event::Applied {
            server,
            first,
            last,
        } => Happened::Applied {
            server: name(server),
            first: *first,
            last: *last,
        },
        Event::Nominated { server, term } => Happened::Nominated {
            server: name(server),
            term: *term,
        },
        Event::TermTaken { server, term } => Happened::TermTaken {
            server: name(server),
            term: *term,
        },
        Event::SteppedDown { server, term, .. } => Happened::SteppedDown {
            server: name(server),
            term: *term,
        },
        Event::Compared {
            servers: (one, other),
            index,
            agree,
        } => Happened::Compared {
            cells: [one, other].map(|server| views::cell(*server, *index, registry)),
            agree: *agree,
        },
        Event::Killed { server, .. } => Happened::Killed {
            server: name(server),
        },
        Event::Restarted { server, .. } => Happened::Restarted {
            server: name(server),
        },
        Event::StayedDown { server, damaged } => Happened::StayedDown {
            server: name(server),
            index: *damaged,
        },
        Event::Registered { server } => Happened::Registered {
            server: name(server),
        },
        Event::Cut(one, other) => Happened::Cut {
            servers: (name(one), name(other)),
        },
        Event::Healed(one, other) => Happened::Healed {
            servers: (name(one), name(other)),
        },
        Event::Filled { server } => Happened::Filled {
            server: name(server),
        },
        Event::Freed { server } => Happened::Freed {
            server: name(server),
        },
        Event::Wiped { server, .. } => Happened::Wiped {
            server: name(server),
        },
        Event::Written { server, index } => Happened::Written {
            server: name(server),
            index: *index,
        },
        Event::Kept { server, keep, .. } => Happened::Kept {
            server: name(server),
            keep: *keep,
        },
        Event::Damaged { server, index } => Happened::Damaged {
            server: name(server),
            index: *index,
        },
        Event::TermWritten { server, hard_state } => Happened::TermWritten {
            server: name(server),
            term: hard_state.term,
            voted_for: hard_state.voted_for.as_ref().map(name),
        },
        Event::Prompted { server, prompt, .. } => Happened::Prompted {
            server: name(server),
            prompt: views::prompt(prompt, registry).name,
        },
        Event::Reloaded { .. } => Happened::Reloaded,
    }
}
