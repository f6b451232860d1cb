//! The messages of AppendEntries, what a leader offers, the decisions, and what all of them say.
//!
//! Long because: each message and each decision has its own words here.

use std::rc::Rc;

use crate::client::Reply;
use crate::log::{Entry, Index, Section, Term};
use crate::protocol::replication::{EntryId, Found, Hint};
use crate::protocol::{Explain, Offer, Say};
use crate::registry::{Name, Registry, Rename, Renaming, ServerId};
use crate::say;
use crate::words;

use super::told;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Message {
    Append(Append),
    Response(Response),
}

/// From a leader.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Append {
    /// The leader's.
    pub term: Term,
    /// What lies before the entries; index 0 fits every log.
    pub previous: EntryId,
    pub section: Section,
}

/// From a follower.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Response {
    /// The replier's.
    pub term: Term,
    /// Why it is a no; none for a yes. On the wire only whether.
    pub no: Option<No>,
    /// The previous index and the number of entries that this answers.
    pub previous_index: Index,
    pub count: u32,
    /// With a refusal, where hints are given and the term was not the reason.
    pub hint: Option<Hint>,
}

impl Rename for Message {
    fn rename(&mut self, renaming: &Renaming) {
        match self {
            Message::Append(append) => append.section.rename(renaming),
            Message::Response(_) => {}
        }
    }
}

/// Why a follower says no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum No {
    /// The leader's term is over.
    OldTerm,
    /// It has no entry at the previous index.
    TooShort,
    /// Its entry at the previous index is of another term.
    OtherTerm,
    /// It leads in that term itself.
    LeadsItself,
}

/// Sends again to everybody who is behind.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Resend;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decision {
    /// It answered a client.
    Answered(Rc<Reply>),
    /// It leads, and sends its last entry to everybody else.
    Leads {
        term: Term,
        others: u32,
        last_index: Index,
    },
    /// It sent again to those who are behind.
    Resent { behind: Vec<ServerId> },
    /// A disk that is full can neither take a term nor keep an entry, so it says nothing.
    SilentOnFullDisk {
        from: ServerId,
        /// The later term for which it gave up leading, in memory only; none when it did not.
        gave_up_for: Option<Term>,
    },
    /// It answered false, since the sender's term is over.
    RefusedOldTerm {
        from: ServerId,
        term: Term,
        own: Term,
    },
    /// It answered false, since it has not the entry that the sender's entries go after.
    RefusedMismatch {
        from: ServerId,
        previous: EntryId,
        found: Found,
    },
    /// It answered true.
    Accepted {
        from: ServerId,
        /// What lies before the entries, of the same term on both.
        previous: EntryId,
        /// Whether its entries of the same terms are the same entries. They always are, unless a hand wrote them.
        alike: bool,
        count: u32,
        removed: u32,
        appended: u32,
    },
    /// The follower has the leader's log up to this index.
    Matched {
        peer: ServerId,
        match_index: Index,
        last_index: Index,
    },
    /// The follower refused, so the leader goes back and sends from there.
    WentBack {
        peer: ServerId,
        previous: Index,
        /// What was refused; none when a hand has taken it from the leader's disk.
        own_entry: Option<Entry>,
        next_index: Index,
        last_index: Index,
        hint: Option<Hint>,
    },
    /// The answer says nothing that the leader does not know already.
    NothingNew { peer: ServerId, success: bool },
    /// The answer was given in a term that is over.
    IgnoredOldTerm {
        peer: ServerId,
        term: Term,
        own: Term,
    },
    /// It is no leader any more.
    IgnoredAsFollower { peer: ServerId },
    /// The answer came with a later term, which it took.
    TookTerm {
        peer: ServerId,
        term: Term,
        led_before: bool,
    },
}

impl Say for Message {
    fn kind(&self) -> &'static str {
        match self {
            Message::Append(_) => "append_entries",
            Message::Response(_) => "append_response",
        }
    }

    fn arguments(&self) -> String {
        arguments(self)
    }

    fn section(&self) -> Option<&Section> {
        match self {
            Message::Append(append) => Some(&append.section),
            Message::Response(_) => None,
        }
    }

    fn refusal(&self) -> Option<String> {
        match self {
            Message::Response(response) => refusal(response),
            Message::Append(_) => None,
        }
    }

    fn says(&self, _: ServerId) -> String {
        match self {
            Message::Append(append) => offer(append),
            Message::Response(response) => answer(response),
        }
    }
}

impl Offer for Resend {
    fn text(&self, _: &Registry) -> String {
        "resend".to_string()
    }

    fn title(&self, _: &Registry) -> String {
        say!("prompt-resend")
    }
}

/// `TERM PREVIOUS-INDEX PREVIOUS-TERM`, or `TERM true|false PREVIOUS-INDEX COUNT` and, where there is a
/// hint, `HINT-TERM HINT-INDEX` with term 0 for a log that is too short.
fn arguments(message: &Message) -> String {
    match message {
        Message::Append(Append { term, previous, .. }) => offer_words(*term, *previous),
        Message::Response(response) => answer_words(response) + &hint_words(response.hint),
    }
}

pub(in crate::protocol) fn offer_words(term: Term, previous: EntryId) -> String {
    format!("{term} {} {}", previous.index, previous.term)
}

/// All but the hint.
pub(in crate::protocol) fn answer_words(response: &Response) -> String {
    let Response {
        term,
        no,
        previous_index,
        count,
        ..
    } = response;
    format!("{term} {} {previous_index} {count}", no.is_none())
}

/// The hint, after a blank; nothing where there is none.
pub(in crate::protocol) fn hint_words(hint: Option<Hint>) -> String {
    match hint {
        None => String::new(),
        Some(Hint::TooShort { next_index }) => format!(" 0 {next_index}"),
        Some(Hint::OtherTerm { term, first }) => format!(" {term} {first}"),
    }
}

pub(in crate::protocol) fn offer(append: &Append) -> String {
    let EntryId { index, term } = append.previous;
    let section = &append.section;
    let (first, last, count) = (section.first, section.last(), section.count());
    match (count, index) {
        (0, 0) => say!("append-says-empty"),
        (0, _) => say!("append-says-nothing-new", index, term),
        (_, 0) => say!("append-says-first", count, first, last),
        _ => say!("append-says-after", count, first, last, index, term),
    }
}

pub(in crate::protocol) fn answer(response: &Response) -> String {
    let Response {
        previous_index,
        count,
        term,
        ..
    } = response;
    let Some(no) = response.no else {
        return match previous_index + count {
            0 => say!("append-says-follow"),
            index => say!("append-says-agree", index),
        };
    };
    match (no, response.hint) {
        (No::LeadsItself, _) => say!("append-says-leads-itself", term),
        (No::OldTerm, _) => say!("append-says-old-term", term),
        (_, Some(Hint::TooShort { next_index: 1 })) => say!("append-says-lacks-all"),
        (_, Some(Hint::TooShort { next_index })) => {
            say!("append-says-too-short", count = next_index - 1)
        }
        (_, Some(Hint::OtherTerm { term, first })) => {
            say!("append-says-other-term", term, first)
        }
        (_, None) => say!("append-says-not-after", index = previous_index),
    }
}

/// Why the answer is a no, in a few words.
pub(in crate::protocol) fn refusal(response: &Response) -> Option<String> {
    let index = response.previous_index;
    response.no.map(|no| match no {
        No::OldTerm => say!("append-no-old-term"),
        No::TooShort => say!("append-no-too-short", index),
        No::OtherTerm => say!("append-no-other-term", index),
        No::LeadsItself => say!("append-no-leads-itself"),
    })
}

impl Explain for Decision {
    fn note(&self) -> Option<String> {
        let note = match self {
            Decision::IgnoredOldTerm { term, .. } => say!("append-note-ignored", term),
            Decision::IgnoredAsFollower { .. } => say!("walk-note-leads-no-more"),
            Decision::NothingNew { .. } => say!("append-note-nothing-new"),
            Decision::SilentOnFullDisk { .. } => say!("append-note-disk-full"),
            Decision::TookTerm {
                term,
                led_before: true,
                ..
            } => say!("walk-note-gives-up", term),
            Decision::Accepted { removed, .. } if *removed > 0 => {
                say!("append-note-removes", count = removed)
            }
            Decision::Accepted { alike: false, .. } => say!("append-note-unlike"),
            _ => return None,
        };
        Some(note)
    }

    // Long because: one arm for each decision.
    fn explain(&self, server: ServerId, registry: &Registry) -> String {
        let own = registry.name(server);
        let name = |server: &ServerId| registry.name(*server);
        match self {
            Decision::Answered(reply) => reply.reason(server, registry),
            Decision::Leads {
                term, others: 0, ..
            } => say!("walk-leads-alone", own, term),
            Decision::Leads {
                term,
                others,
                last_index: 0,
            } => say!("walk-leads-with-nothing", own, term, others),
            Decision::Leads {
                term,
                others,
                last_index,
            } => say!("walk-leads", own, term, index = last_index, others),
            Decision::Resent { behind } if behind.is_empty() => say!("walk-resent-nothing", own),
            Decision::Resent { behind } => {
                let names: Vec<&Name> = behind.iter().map(name).collect();
                let count = behind.len();
                say!("walk-resent", own, behind = words::list(&names), count)
            }
            Decision::SilentOnFullDisk {
                from,
                gave_up_for: None,
            } => say!("append-silent", own, from = name(from)),
            Decision::SilentOnFullDisk {
                from,
                gave_up_for: Some(term),
            } => say!("walk-silent-gives-up", own, from = name(from), term),
            Decision::RefusedOldTerm {
                from,
                term,
                own: own_term,
            } => told::refused_old_term(own, *own_term, name(from), *term),
            Decision::RefusedMismatch {
                from,
                previous,
                found,
            } => told::refused(own, name(from), *previous, found, registry),
            Decision::Accepted {
                from,
                previous: EntryId { index, term },
                alike,
                count,
                removed,
                appended,
            } => {
                let from = name(from);
                let fits = match index {
                    0 if *count == 0 => return say!("append-follows", own, from),
                    0 => say!("walk-fits-first"),
                    _ => say!("walk-fits", index, term),
                };
                let done = match removed {
                    0 => told::appended(own, from, *count, *alike, *appended),
                    _ => say!("walk-done-replaced", own, removed, appended),
                };
                told::accepted(fits, done)
            }
            Decision::Matched {
                peer,
                match_index,
                last_index,
            } if match_index > last_index => say!(
                "walk-matched-beyond",
                own,
                peer = name(peer),
                index = match_index,
                last = last_index,
            ),
            Decision::Matched {
                peer,
                match_index,
                last_index,
            } => told::matched(own, name(peer), *match_index, *last_index),
            Decision::WentBack {
                peer,
                previous,
                own_entry,
                next_index,
                last_index,
                hint,
            } => {
                let (peer, index) = (name(peer), *previous);
                let why = match (hint, own_entry) {
                    (Some(hint), _) => told::why_back(peer, index, *hint),
                    (None, Some(entry)) => {
                        let operation = entry.operation.spelled(registry).to_string();
                        say!("walk-why-lacks", peer, own, index, operation)
                    }
                    (None, None) => say!("walk-why-lacks-lost", peer, index, own),
                };
                told::went_back(why, own, index, *next_index, *last_index)
            }
            Decision::NothingNew { peer, success } => {
                let peer = name(peer);
                match success {
                    true => say!("append-matched-nothing-new", peer, own),
                    false => say!("append-late-no", peer, own),
                }
            }
            Decision::IgnoredOldTerm {
                peer,
                term,
                own: own_term,
            } => say!(
                "walk-ignored-old-term",
                peer = name(peer),
                term,
                own,
                own_term
            ),
            Decision::IgnoredAsFollower { peer } => {
                say!("append-leads-no-more", own, peer = name(peer))
            }
            Decision::TookTerm {
                peer,
                term,
                led_before,
            } => {
                let took = match led_before {
                    true => "walk-took-term-leading",
                    false => "walk-took-term",
                };
                say!(took, peer = name(peer), term, own)
            }
        }
    }
}
