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
use crate::registry::{Party, Registry, ServerId, ServerSet};
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
                let route = route(envelope, registry);
                match cause {
                    Loss::Person => format!("{route} was lost on the way. Nobody noticed."),
                    Loss::PowerCut => format!("{route} was lost in the power cut."),
                }
            }
            Event::Duplicated(envelope) => {
                let original = envelope.copy_of.expect("a duplicate repeats an envelope");
                let id = envelope.id;
                let to = registry.spoken(envelope.letter.to);
                format!("Message {original} is on its way to {to} a second time, as message {id}.")
            }
            Event::Refused { envelope, why } => say_refused(envelope, *why, registry),
            Event::Declined { server, why, .. } => {
                format!("{} declined: {}", name(server), why.reason(registry))
            }
            Event::Appended { server, section } => {
                let range = words::entry_range(section.first, section.last());
                format!("{} has {range} on its disk.", name(server))
            }
            Event::Waits {
                server,
                request,
                until,
            } => {
                let server = name(server);
                let text = words::quoted(&request.text);
                match until {
                    Wait::Entry(index) => format!(
                        "{server} will answer {text} when entry {index} is committed and carried out."
                    ),
                    Wait::Majority(_) => format!(
                        "{server} will answer {text} when a majority has confirmed that {server} still leads."
                    ),
                }
            }
            Event::Undone {
                server,
                first,
                last,
            } => {
                let range = words::entry_range(*first, *last);
                let server = name(server);
                let (was, it) = if first == last {
                    ("was", "it")
                } else {
                    ("were", "them")
                };
                format!(
                    "For {server}, {range} {was} committed. What {server} had carried out of {it} is undone."
                )
            }
            Event::Committed {
                server,
                first,
                last,
            } => {
                let range = words::entry_range(*first, *last);
                let is = if first == last { "is" } else { "are" };
                let knows = name(server);
                format!("As far as {knows} knows, {range} {is} committed.")
            }
            Event::Configured { server, voters } => {
                let voters = registry.names_of(*voters);
                let votes = if voters.len() == 1 { "votes" } else { "vote" };
                format!(
                    "By {}’s log, {} {votes} from now on.",
                    name(server),
                    words::list(&voters)
                )
            }
            Event::TimedOut { server, term } => {
                format!(
                    "{} stands for election in term {term}, votes for itself, and its disk says so.",
                    name(server)
                )
            }
            Event::Voted {
                server,
                candidate,
                term,
            } => {
                format!(
                    "{} votes for {} in term {term}, and its disk says so.",
                    name(server),
                    name(candidate)
                )
            }
            Event::Elected { server, term } => {
                format!("{} is elected leader of term {term}.", name(server))
            }
            Event::Truncated {
                server,
                keep,
                removed,
                rebuilt,
            } => {
                let server = name(server);
                let range = words::entry_range(keep + 1, removed.last());
                let left = match keep {
                    0 => ", which is empty now".to_string(),
                    keep => format!(" from the {} before", words::entries(*keep)),
                };
                let and_left = match keep {
                    0 => ", which is empty now".to_string(),
                    keep => format!(", and has {} left", words::entries(*keep)),
                };
                if !rebuilt {
                    return format!("{server} removed {range} from its log{and_left}.");
                }
                format!(
                    "{server} removed {range} and rebuilt its store{left}. Somebody may have read what is gone now: that is why Raft commits."
                )
            }
            Event::Applied {
                server,
                first,
                last,
            } => {
                let range = words::entry_range(*first, *last);
                format!("{} carried out {range} on its store.", name(server))
            }
            Event::Nominated { server, term: 0 } => {
                format!("{} is a leader, as far as {0} knows.", name(server))
            }
            Event::Nominated { server, term } => {
                format!("{} is the leader of term {term}.", name(server))
            }
            Event::TermTaken { server, term } => {
                format!(
                    "{} is in term {term} now, and its disk says so.",
                    name(server)
                )
            }
            Event::SteppedDown {
                server,
                why: SteppedDown::Removed,
                ..
            } => format!(
                "{} gives up leading, since it votes no more, and that is committed.",
                name(server)
            ),
            Event::SteppedDown { server, term, .. } => {
                format!(
                    "{} gives up leading, since there is a term {term}.",
                    name(server)
                )
            }
            Event::Compared {
                servers: (one, other),
                index,
                agree,
            } => {
                let verdict = if *agree { "agree" } else { "differ" };
                let one = name(one);
                let other = name(other);
                format!("{one} and {other} {verdict} at index {index}.")
            }
            Event::Killed { server, last_index } => {
                let left = match last_index {
                    0 => "there was nothing on its disk".to_string(),
                    count => format!("its disk is unbothered, with {}", words::entries(*count)),
                };
                format!(
                    "{} was killed. What it had in memory is gone; {left}.",
                    name(server)
                )
            }
            Event::Restarted {
                server,
                last_index,
                applied,
            } => {
                let server = name(server);
                match last_index {
                    count if applied < count => {
                        let count = words::entries(*count);
                        format!(
                            "{server} is up again, and slept well. It read {count} from its disk. How far that is committed it does not know yet, so its store is empty."
                        )
                    }
                    0 => format!("{server} is up again. Its disk is empty, and so is its store."),
                    count => {
                        let them = if *count == 1 { "it" } else { "them" };
                        let count = words::entries(*count);
                        format!(
                            "{server} is up again, and slept well. It read {count} from its disk and replayed {them} into its store."
                        )
                    }
                }
            }
            Event::StayedDown { server, damaged } => {
                format!(
                    "{} stays down: entry {damaged} on its disk is damaged.",
                    name(server)
                )
            }
            Event::Registered { server } => {
                let count = server.position() + 1;
                format!(
                    "{} registered as server {count} and is up, with an empty disk.",
                    name(server)
                )
            }
            Event::Cut(one, other) => {
                let one = name(one);
                let other = name(other);
                format!("The link between {one} and {other} is cut: no message passes, either way.")
            }
            Event::Healed(one, other) => {
                format!(
                    "The link between {} and {} is healed.",
                    name(one),
                    name(other)
                )
            }
            Event::Filled { server } => {
                format!(
                    "{}’s disk is full: it refuses every write, whole.",
                    name(server)
                )
            }
            Event::Freed { server } => format!("{}’s disk takes writes again.", name(server)),
            Event::Wiped { server, last_index } => {
                let gone = match last_index {
                    0 => "it was empty before".to_string(),
                    1 => "1 entry is gone".to_string(),
                    count => format!("{count} entries are gone"),
                };
                format!("Somebody wiped {}’s disk: {gone}.", name(server))
            }
            Event::Written { server, index } => {
                format!(
                    "Somebody wrote entry {index} on {}’s disk by hand.",
                    name(server)
                )
            }
            Event::Kept {
                server,
                keep,
                last_index,
            } => {
                let before = words::entries(*last_index);
                format!(
                    "Somebody cut {}’s log from {before} to {keep}.",
                    name(server)
                )
            }
            Event::Damaged { server, index } => {
                format!(
                    "Entry {index} on {}’s disk can no longer be read.",
                    name(server)
                )
            }
            Event::TermWritten { server, hard_state } => {
                let server = name(server);
                let HardState { term, voted_for } = hard_state;
                match voted_for {
                    None => format!("Somebody wrote term {term} on {server}’s disk by hand."),
                    Some(candidate) => format!(
                        "Somebody wrote on {server}’s disk by hand that it is in term {term}, and voted for {}.",
                        name(candidate)
                    ),
                }
            }
            Event::Prompted {
                server, decision, ..
            } => decision.explain(*server, registry),
            Event::Reloaded { in_flight: 0 } => {
                "Power cut: every server lost its memory and started again from its disk."
                    .to_string()
            }
            Event::Reloaded { in_flight } => {
                let lost = words::counted(
                    *in_flight,
                    "message in flight was",
                    "messages in flight were",
                );
                format!(
                    "Power cut: every server lost its memory and started again from its disk; {lost} lost."
                )
            }
        }
    }
}

/// "Message 7 from dick to tom".
fn route(envelope: &Envelope, registry: &Registry) -> String {
    let from = registry.spoken(envelope.letter.from);
    let to = registry.spoken(envelope.letter.to);
    format!("Message {} from {from} to {to}", envelope.id)
}

fn say_sent(envelope: &Envelope, registry: &Registry) -> String {
    let to = registry.spoken(envelope.letter.to);
    let says = envelope.letter.says(registry);
    match envelope.letter.from {
        Party::Client => format!("The client writes to {to}: {says}"),
        Party::Server(from) => format!("{} writes to {to}: {says}", registry.name(from)),
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
    let from = registry.spoken(envelope.letter.from);
    if let Payload::Reply { reply, .. } = &envelope.letter.payload
        && let Reply::Value { key, value: None } = &**reply
    {
        return format!(
            "The client reads {from}’s answer: it is empty, since {from} has no {key}."
        );
    }
    let says = envelope.letter.says(registry);
    format!("The client reads {from}’s answer: {says}")
}

fn say_refused(envelope: &Envelope, why: Obstacle, registry: &Registry) -> String {
    let from = registry.spoken(envelope.letter.from);
    let to = registry.spoken(envelope.letter.to);
    // A server's name is never written with a capital letter, not even at the beginning of a sentence.
    let sender = match envelope.letter.from {
        Party::Client => "The client",
        Party::Server(_) => from,
    };
    let id = envelope.id;
    match why {
        Obstacle::ServerDown => {
            format!(
                "{to} is not up, so message {id} from {from} found nobody home. {sender} learns nothing of it."
            )
        }
        Obstacle::LinkCut => {
            format!(
                "The link between {from} and {to} is cut, so message {id} did not pass. {sender} learns nothing of it."
            )
        }
    }
}
