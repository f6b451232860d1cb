//! What happened: facts in the order in which they came about, each with a sentence that says why.
//!
//! The first event of a moment is the one that the action itself brought about; its sentence stands
//! for the moment. The others are its consequences. Sentences are built only when asked for.
//!
//! Long because: each kind stands here with its fields and its words.

use std::rc::Rc;

use crate::catalog::{Decision, Prompt};
use crate::client::{Declined, Reply, Request, Wait};
use crate::history::Envelope;
use crate::log::{HardState, Index, Section, Term};
use crate::network::Payload;
use crate::protocol::{Explain, SteppedDown};
use crate::registry::{Name, Party, Registry, ServerId, ServerSet};
use crate::say;
use crate::words;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A message is in flight now.
    Sent(Rc<Envelope>),
    /// A message reached its receiver.
    Delivered {
        envelope: Rc<Envelope>,
        outcome: Outcome,
    },
    /// A message was lost on the way.
    Dropped {
        envelope: Rc<Envelope>,
        cause: Loss,
    },
    /// A message is in flight a second time, as this envelope.
    Duplicated(Rc<Envelope>),
    /// A message was used up at a server that could not take it. Its sender learns nothing.
    Refused {
        envelope: Rc<Envelope>,
        why: Obstacle,
    },
    /// A server politely said no to the client.
    Declined {
        server: ServerId,
        request: Rc<Request>,
        why: Rc<Declined>,
    },
    /// A server answers a client later.
    Waits {
        server: ServerId,
        request: Rc<Request>,
        until: Wait,
    },
    /// Entries were added at the end of a log.
    Appended {
        server: ServerId,
        section: Section,
    },
    /// Entries were removed from the end of a log.
    Truncated {
        server: ServerId,
        keep: Index,
        removed: Section,
        /// Whether the store was what the whole log leads to, so that it was rebuilt.
        rebuilt: bool,
    },
    /// Of what was removed, these entries were committed at that server.
    Undone {
        server: ServerId,
        first: Index,
        last: Index,
    },
    /// These entries are committed, as far as a server knows.
    Committed {
        server: ServerId,
        first: Index,
        last: Index,
    },
    /// Other servers vote from now on, by the log of a server.
    Configured {
        server: ServerId,
        voters: ServerSet,
    },
    /// A server stands for election, and voted for itself.
    TimedOut {
        server: ServerId,
        term: Term,
    },
    /// A server voted, and its disk says so.
    Voted {
        server: ServerId,
        candidate: ServerId,
        term: Term,
    },
    Elected {
        server: ServerId,
        term: Term,
    },
    /// The store took in the entries from `first` to `last`.
    Applied {
        server: ServerId,
        first: Index,
        last: Index,
    },
    Nominated {
        server: ServerId,
        term: Term,
    },
    /// A server is in a later term now, and its disk knows.
    TermTaken {
        server: ServerId,
        term: Term,
    },
    /// A leader leads no more.
    SteppedDown {
        server: ServerId,
        term: Term,
        why: SteppedDown,
    },
    /// Two servers' entries at one index were held side by side.
    Compared {
        servers: (ServerId, ServerId),
        index: Index,
        agree: bool,
    },
    /// The memory is lost; this many entries are on the disk.
    Killed {
        server: ServerId,
        last_index: Index,
    },
    /// The disk was read, and the store rebuilt from as many entries as were carried out.
    Restarted {
        server: ServerId,
        last_index: Index,
        applied: Index,
    },
    /// In a power cut: a server that could not come up again.
    StayedDown {
        server: ServerId,
        damaged: Index,
    },
    Registered {
        server: ServerId,
    },
    Cut(ServerId, ServerId),
    Healed(ServerId, ServerId),
    Filled {
        server: ServerId,
    },
    Freed {
        server: ServerId,
    },
    Wiped {
        server: ServerId,
        last_index: Index,
    },
    Written {
        server: ServerId,
        index: Index,
    },
    Kept {
        server: ServerId,
        keep: Index,
        last_index: Index,
    },
    Damaged {
        server: ServerId,
        index: Index,
    },
    TermWritten {
        server: ServerId,
        hard_state: HardState,
    },
    Prompted {
        server: ServerId,
        prompt: Prompt,
        decision: Decision,
    },
    /// A power cut began; what it did to each server and message follows.
    Reloaded {
        in_flight: u32,
    },
}

/// What became of a message that reached its receiver.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A server acted on it.
    Decided(Decision),
    /// The client read it.
    Read,
}

/// How a message was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// The person dropped it.
    Person,
    /// The power went.
    PowerCut,
}

/// Why a message could not be taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    ServerDown,
    LinkCut,
}

impl Event {
    /// The word for the kind of event.
    pub fn kind(&self) -> &'static str {
        match self {
            Event::Sent(_) => "sent",
            Event::Delivered { .. } => "delivered",
            Event::Dropped { .. } => "dropped",
            Event::Duplicated(_) => "duplicated",
            Event::Refused { .. } => "refused",
            Event::Declined { .. } => "declined",
            Event::Waits { .. } => "waits",
            Event::Appended { .. } => "appended",
            Event::Truncated { .. } => "truncated",
            Event::Undone { .. } => "undone",
            Event::Committed { .. } => "committed",
            Event::Configured { .. } => "configured",
            Event::TimedOut { .. } => "timed_out",
            Event::Voted { .. } => "voted",
            Event::Elected { .. } => "elected",
            Event::Applied { .. } => "applied",
            Event::Nominated { .. } => "nominated",
            Event::TermTaken { .. } => "term_taken",
            Event::SteppedDown { .. } => "stepped_down",
            Event::Compared { .. } => "compared",
            Event::Killed { .. } => "killed",
            Event::Restarted { .. } => "restarted",
            Event::StayedDown { .. } => "stayed_down",
            Event::Registered { .. } => "registered",
            Event::Cut(..) => "cut",
            Event::Healed(..) => "healed",
            Event::Filled { .. } => "filled",
            Event::Freed { .. } => "freed",
            Event::Wiped { .. } => "wiped",
            Event::Written { .. } => "written",
            Event::Kept { .. } => "kept",
            Event::Damaged { .. } => "damaged",
            Event::TermWritten { .. } => "term_written",
            Event::Prompted { .. } => "prompted",
            Event::Reloaded { .. } => "reloaded",
        }
    }

    /// A few words on what a delivery led to, where that is easily overlooked.
    pub fn note(&self) -> Option<String> {
        match self {
            Event::Delivered {
                outcome: Outcome::Decided(decision),
                ..
            } => decision.note(),
            _ => None,
        }
    }

    /// The server that it happened to, where that is one.
    pub fn server(&self) -> Option<ServerId> {
        match self {
            Event::Declined { server, .. }
            | Event::Waits { server, .. }
            | Event::Undone { server, .. }
            | Event::Committed { server, .. }
            | Event::Configured { server, .. }
            | Event::TimedOut { server, .. }
            | Event::Voted { server, .. }
            | Event::Elected { server, .. }
            | Event::Appended { server, .. }
            | Event::Truncated { server, .. }
            | Event::Applied { server, .. }
            | Event::Nominated { server, .. }
            | Event::TermTaken { server, .. }
            | Event::SteppedDown { server, .. }
            | Event::Killed { server, .. }
            | Event::Restarted { server, .. }
            | Event::StayedDown { server, .. }
            | Event::Registered { server }
            | Event::Filled { server }
            | Event::Freed { server }
            | Event::Wiped { server, .. }
            | Event::Written { server, .. }
            | Event::Kept { server, .. }
            | Event::Damaged { server, .. }
            | Event::TermWritten { server, .. }
            | Event::Prompted { server, .. } => Some(*server),
            Event::Sent(_)
            | Event::Delivered { .. }
            | Event::Dropped { .. }
            | Event::Duplicated(_)
            | Event::Refused { .. }
            | Event::Compared { .. }
            | Event::Cut(..)
            | Event::Healed(..)
            | Event::Reloaded { .. } => None,
        }
    }

    /// The sentence.
    // Long because: one arm for each kind.
    pub fn says(&self, registry: &Registry) -> String {
        let name = |server: &ServerId| registry.name(*server);
        match self {
            Event::Sent(envelope) => say_sent(envelope, registry),
            Event::Delivered { envelope, outcome } => say_delivered(envelope, outcome, registry),
            Event::Dropped { envelope, cause } => {
                let from = registry.party(envelope.letter.from);
                let to = registry.party(envelope.letter.to);
                let lost = match cause {
                    Loss::Person => "event-dropped",
                    Loss::PowerCut => "event-lost-in-power-cut",
                };
                say!(lost, id = envelope.id, from, to)
            }
            Event::Duplicated(envelope) => {
                let original = envelope.copy_of.expect("a duplicate repeats an envelope");
                let to = registry.party(envelope.letter.to);
                say!("event-duplicated", original, to, id = envelope.id)
            }
            Event::Refused { envelope, why } => say_refused(envelope, *why, registry),
            Event::Declined { server, why, .. } => say!(
                "event-declined",
                name = name(server),
                reason = why.reason(registry)
            ),
            Event::Appended { server, section } => {
                let range = words::entry_range(section.first, section.last());
                say!("event-appended", name = name(server), range)
            }
            Event::Waits {
                server,
                request,
                until,
            } => {
                let name = name(server);
                let text = words::quoted(&request.text);
                match until {
                    Wait::Entry(index) => say!("event-waits-for-entry", name, text, index),
                    Wait::Majority(_) => say!("event-waits-for-majority", name, text),
                }
            }
            Event::Undone {
                server,
                first,
                last,
            } => say_range("event-undone", name(server), *first, *last),
            Event::Committed {
                server,
                first,
                last,
            } => say_range("event-committed", name(server), *first, *last),
            Event::Configured { server, voters } => {
                let voters = registry.names_of(*voters);
                let count = voters.len();
                let voters = words::list(&voters);
                say!("event-configured", name = name(server), voters, count)
            }
            Event::TimedOut { server, term } => {
                say!("event-timed-out", name = name(server), term)
            }
            Event::Voted {
                server,
                candidate,
                term,
            } => say!(
                "event-voted",
                name = name(server),
                candidate = name(candidate),
                term
            ),
            Event::Elected { server, term } => say!("event-elected", name = name(server), term),
            Event::Truncated {
                server,
                keep,
                removed,
                rebuilt,
            } => {
                let truncated = match (rebuilt, keep) {
                    (false, _) => "event-truncated",
                    (true, 0) => "event-emptied",
                    (true, _) => "event-rebuilt",
                };
                let range = words::entry_range(keep + 1, removed.last());
                say!(truncated, name = name(server), range, keep)
            }
            Event::Applied {
                server,
                first,
                last,
            } => say_range("event-applied", name(server), *first, *last),
            Event::Nominated { server, term: 0 } => say!("event-nominated", name = name(server)),
            Event::Nominated { server, term } => {
                say!("event-nominated-in-term", name = name(server), term)
            }
            Event::TermTaken { server, term } => {
                say!("event-term-taken", name = name(server), term)
            }
            Event::SteppedDown { server, term, why } => match why {
                SteppedDown::Removed => say!("event-removed", name = name(server)),
                SteppedDown::LaterTerm => {
                    say!("event-stepped-down", name = name(server), term)
                }
            },
            Event::Compared {
                servers: (one, other),
                index,
                agree,
            } => {
                let compared = match agree {
                    true => "event-agree",
                    false => "event-differ",
                };
                say!(compared, one = name(one), other = name(other), index)
            }
            Event::Killed { server, last_index } => {
                say!("event-killed", name = name(server), count = last_index)
            }
            Event::Restarted {
                server,
                last_index,
                applied,
            } => {
                let restarted = match last_index {
                    count if applied < count => "event-restarted-unsure",
                    0 => "event-restarted-empty",
                    _ => "event-restarted",
                };
                say!(restarted, name = name(server), count = last_index)
            }
            Event::StayedDown { server, damaged } => {
                say!("event-stayed-down", name = name(server), index = damaged)
            }
            Event::Registered { server } => {
                let number = server.position() + 1;
                say!("event-registered", name = name(server), number)
            }
            Event::Cut(one, other) => say!("event-cut", one = name(one), other = name(other)),
            Event::Healed(one, other) => {
                say!("event-healed", one = name(one), other = name(other))
            }
            Event::Filled { server } => say!("event-filled", name = name(server)),
            Event::Freed { server } => say!("event-freed", name = name(server)),
            Event::Wiped { server, last_index } => {
                say!("event-wiped", name = name(server), count = last_index)
            }
            Event::Written { server, index } => {
                say!("event-written", index, name = name(server))
            }
            Event::Kept {
                server,
                keep,
                last_index,
            } => say!("event-kept", name = name(server), count = last_index, keep),
            Event::Damaged { server, index } => {
                say!("event-damaged", index, name = name(server))
            }
            Event::TermWritten { server, hard_state } => {
                let name = name(server);
                let HardState { term, voted_for } = hard_state;
                match voted_for {
                    None => say!("event-term-written", term, name),
                    Some(candidate) => {
                        let candidate = registry.name(*candidate);
                        say!("event-vote-written", name, term, candidate)
                    }
                }
            }
            Event::Prompted {
                server, decision, ..
            } => decision.explain(*server, registry),
            Event::Reloaded { in_flight: 0 } => say!("event-reloaded"),
            Event::Reloaded { in_flight } => say!("event-reloaded-in-flight", count = in_flight),
        }
    }
}

/// What became of some entries at a server.
fn say_range(message: &str, name: &Name, first: Index, last: Index) -> String {
    let range = words::entry_range(first, last);
    say!(message, name, range, count = last + 1 - first)
}

fn say_sent(envelope: &Envelope, registry: &Registry) -> String {
    let to = registry.party(envelope.letter.to);
    let says = envelope.letter.says(registry);
    match envelope.letter.from {
        Party::Client => say!("event-client-writes", to, says),
        Party::Server(from) => {
            say!("event-server-writes", from = registry.name(from), to, says)
        }
    }
}

fn say_delivered(envelope: &Envelope, outcome: &Outcome, registry: &Registry) -> String {
    match (envelope.letter.to, outcome) {
        (Party::Server(to), Outcome::Decided(decision)) => decision.explain(to, registry),
        (Party::Client, Outcome::Read) => say_read(envelope, registry),
        (to, _) => unreachable!("message {} has another outcome at {to:?}", envelope.id),
    }
}

fn say_read(envelope: &Envelope, registry: &Registry) -> String {
    let from = registry.party(envelope.letter.from);
    if let Payload::Reply { reply, .. } = &envelope.letter.payload
        && let Reply::Value { key, value: None } = &**reply
    {
        return say!("event-read-nothing", from, key = &**key);
    }
    say!("event-read", from, says = envelope.letter.says(registry))
}

fn say_refused(envelope: &Envelope, why: Obstacle, registry: &Registry) -> String {
    let refused = match why {
        Obstacle::ServerDown => "event-found-nobody",
        Obstacle::LinkCut => "event-did-not-pass",
    };
    say!(
        refused,
        id = envelope.id,
        from = registry.party(envelope.letter.from),
        to = registry.party(envelope.letter.to),
    )
}
