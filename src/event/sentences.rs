//! The sentence that is said of each kind of event.

use crate::client::{Reply, Wait};
use crate::history::Envelope;
use crate::log::{HardState, Index};
use crate::network::Payload;
use crate::protocol::{Explain, SteppedDown};
use crate::registry::{Name, Party, Registry, ServerId};
use crate::say;
use crate::words;

use super::{Event, Loss, Obstacle, Outcome};

impl Event {
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
