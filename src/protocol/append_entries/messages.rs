//! The messages of AppendEntries, what a leader offers, the decisions, and what all of them say.
//!
//! Long because: each message and each decision has its own words here.

use std::rc::Rc;

use crate::client::Reply;
use crate::log::{Entry, Index, Section, Term};
use crate::protocol::replication::{EntryId, Found, Hint};
use crate::protocol::{Explain, Offer, Say};
use crate::registry::{Registry, Rename, Renaming, ServerId};
use crate::words;

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
        "resend".to_string()
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
    let after = match index {
        0 => "from the very start".to_string(),
        _ => format!("to go after my entry {index} of term {term}"),
    };
    let section = &append.section;
    match section.count() {
        0 if index == 0 => "My log is empty. Do you follow me?".to_string(),
        0 => format!("Nothing new {after}."),
        _ => {
            let range = words::entry_range(section.first, section.last());
            words::capitalized(format!("{range}, {after}."))
        }
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
            0 => "I do. Thank you.".to_string(),
            up_to => format!("Thank you. We agree up to entry {up_to}."),
        };
    };
    match (no, response.hint) {
        (No::LeadsItself, _) => format!("Sorry, I lead term {term} myself."),
        (No::OldTerm, _) => format!("Sorry, that term is over. I am in term {term}."),
        (_, Some(Hint::TooShort { next_index: 1 })) => "Sorry, my log is empty.".to_string(),
        (_, Some(Hint::TooShort { next_index })) => {
            format!("Sorry, I have only {}.", words::entries(next_index - 1))
        }
        (_, Some(Hint::OtherTerm { term, first })) => {
            format!("Sorry, mine is of term {term}, which starts at {first} here.")
        }
        (_, None) => format!("Sorry, not after your entry {previous_index}."),
    }
}

/// Why the answer is a no, in a few words.
pub(in crate::protocol) fn refusal(response: &Response) -> Option<String> {
    let index = response.previous_index;
    response.no.map(|no| match no {
        No::OldTerm => "no: that term is over".to_string(),
        No::TooShort => format!("no: has no entry {index}"),
        No::OtherTerm => format!("no: another entry {index}"),
        No::LeadsItself => "no: leads that term itself".to_string(),
    })
}

impl Explain for Decision {
    fn note(&self) -> Option<String> {
        match self {
            Decision::IgnoredOldTerm { term, .. } => Some(format!("ignored: from term {term}")),
            Decision::IgnoredAsFollower { .. } => Some("ignored: leads no more".to_string()),
            Decision::NothingNew { .. } => Some("nothing new".to_string()),
            Decision::SilentOnFullDisk { .. } => Some("no answer: disk full".to_string()),
            Decision::TookTerm {
                term,
                led_before: true,
                ..
            } => Some(format!("leads no more: there is term {term}")),
            Decision::Accepted { removed, .. } if *removed > 0 => {
                Some(format!("removes {}", words::entries(*removed)))
            }
            Decision::Accepted { alike: false, .. } => {
                Some("same terms, other entries".to_string())
            }
            _ => None,
        }
    }

    // Long because: one arm for each decision.
    fn explain(&self, server: ServerId, registry: &Registry) -> String {
        let own = registry.name(server);
        let name = |server: &ServerId| registry.name(*server);
        match self {
            Decision::Answered(reply) => reply.reason(server, registry),
            Decision::Leads {
                term, others: 0, ..
            } => format!("{own} is the leader of term {term}; there is nobody else to tell."),
            Decision::Leads {
                term,
                others,
                last_index,
            } => {
                let (others, they) = match others {
                    1 => ("the other server".to_string(), "it follows"),
                    others => (format!("the {others} others"), "they follow"),
                };
                let offers = match last_index {
                    0 => format!("asks {others} whether {they}"),
                    last => format!("offers entry {last}, its last, to {others}"),
                };
                format!("{own} is the leader of term {term}, and {offers}.")
            }
            Decision::Resent { behind } if behind.is_empty() => {
                format!("{own} believes that nobody is behind, and sends nothing.")
            }
            Decision::Resent { behind } => {
                let from = match behind.len() {
                    1 => "from where it is believed to be",
                    _ => "from where each of them is believed to be",
                };
                let behind: Vec<&str> = behind.iter().map(|peer| name(peer).as_ref()).collect();
                let behind = words::list(&behind);
                format!("{own} sends again to {behind}, {from}.")
            }
            Decision::SilentOnFullDisk {
                from,
                gave_up_for: None,
            } => {
                let from = name(from);
                format!(
                    "{own}’s disk is full, and what cannot be written must not be answered: {own} keeps nothing of {from}’s message and says nothing."
                )
            }
            Decision::SilentOnFullDisk {
                from,
                gave_up_for: Some(term),
            } => {
                let from = name(from);
                format!(
                    "{own} hears from {from} of term {term}, a later one, and gives up leading. Its disk is full, so it can’t take that term, and says nothing."
                )
            }
            Decision::RefusedOldTerm {
                from,
                term,
                own: own_term,
            } => {
                let from = name(from);
                format!(
                    "{own} is in term {own_term} and says no to what {from} sends in term {term}, which is over."
                )
            }
            Decision::RefusedMismatch {
                from,
                previous: EntryId { index, term },
                found,
            } => {
                let from = name(from);
                match found {
                    Found::Nothing { last_index } => {
                        let length = match last_index {
                            0 => "no entries at all".to_string(),
                            last => format!("only {}", words::entries(*last)),
                        };
                        format!(
                            "{own} says no: the entries go after {from}’s entry {index}, and {own} has {length}. {from} will have to go back."
                        )
                    }
                    Found::Other(entry) => format!(
                        "{own} says no: {from}’s entry {index} is of term {term}, its own is {} of term {}. {from} will have to go back.",
                        entry.operation.spelled(registry),
                        entry.term
                    ),
                }
            }
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
                    0 if *count == 0 => {
                        return format!("{own} follows {from}. There is nothing to add.");
                    }
                    0 => "These entries are the first, and nothing before them can differ"
                        .to_string(),
                    _ => format!("Entry {index} is of term {term} on both"),
                };
                let done = match (removed, appended) {
                    (0, 0) if *count == 0 => "there is nothing to add".to_string(),
                    (0, 0) if !alike => {
                        format!(
                            "{own} has entries of the same terms there, and takes them to be {from}’s, though they are not"
                        )
                    }
                    (0, 0) => format!("{own} has what {from} sent already"),
                    (0, appended) => format!("{own} appends {}", words::entries(*appended)),
                    (removed, appended) => {
                        let removed = words::entries(*removed);
                        let appended = words::entries(*appended);
                        format!(
                            "{own} removes {removed} of its own from where they conflict, and appends {appended}. Somebody may have read what is gone now: that is why Raft commits"
                        )
                    }
                };
                format!("{fits}: {done}.")
            }
            Decision::Matched {
                peer,
                match_index,
                last_index,
            } => {
                let peer = name(peer);
                if match_index == last_index {
                    format!("For {own}, {peer} agrees up to entry {match_index} now, the last.")
                } else if match_index > last_index {
                    format!(
                        "{own} believes that {peer} agrees up to entry {match_index}, though its own log ends at {last_index} now: answers from before it was wiped say so."
                    )
                } else {
                    format!(
                        "For {own}, {peer} agrees up to entry {match_index} of {last_index} now."
                    )
                }
            }
            Decision::WentBack {
                peer,
                previous,
                own_entry,
                next_index,
                last_index,
                hint,
            } => {
                let peer = name(peer);
                let range = words::entry_range(*next_index, *last_index);
                let why = match (hint, own_entry) {
                    (None, Some(entry)) => {
                        format!(
                            "{peer} does not have {own}’s entry {previous}, {}",
                            entry.operation.spelled(registry)
                        )
                    }
                    (None, None) => {
                        format!(
                            "{peer} does not have entry {previous}, which {own} has lost itself"
                        )
                    }
                    (Some(Hint::TooShort { next_index: 1 }), _) => {
                        format!("{peer} has no entries at all")
                    }
                    (Some(Hint::TooShort { next_index }), _) => {
                        format!("{peer} has only {}", words::entries(next_index - 1))
                    }
                    (Some(Hint::OtherTerm { term, first }), _) => {
                        format!(
                            "{peer}’s entry {previous} is of term {term}, which starts at {first} there"
                        )
                    }
                };
                let steps = words::entries(previous + 1 - next_index);
                format!("{why}, so {own} goes {steps} back and sends {range}.")
            }
            Decision::NothingNew {
                peer,
                success: true,
            } => format!("{} says yes, which tells {own} nothing new.", name(peer)),
            Decision::NothingNew { peer, .. } => {
                let peer = name(peer);
                format!(
                    "{peer}’s no answers a message that {own} has gone beyond, so it changes nothing."
                )
            }
            Decision::IgnoredOldTerm {
                peer,
                term,
                own: own_term,
            } => {
                let peer = name(peer);
                format!(
                    "{peer}’s answer is from term {term}, and {own} is in term {own_term}: what was true then may be false now, so {own} ignores it."
                )
            }
            Decision::IgnoredAsFollower { peer } => {
                format!(
                    "{own} does not lead any more, so {}’s answer changes nothing.",
                    name(peer)
                )
            }
            Decision::TookTerm {
                peer,
                term,
                led_before,
            } => {
                let peer = name(peer);
                let consequence = if *led_before {
                    "gives up leading"
                } else {
                    "takes it, too"
                };
                format!("{peer} is in term {term}, a later one: {own} {consequence}.")
            }
        }
    }
}
