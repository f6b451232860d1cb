//! What a server decided, and the sentences about it.
//!
//! Long because: each decision has its own words here.

use std::rc::Rc;

use crate::client::{Declined, Reply};
use crate::log::{Index, Term};
use crate::protocol::replication::{EntryId, Found, Hint, Merged};
use crate::protocol::{Explain, Role};
use crate::registry::{Registry, ServerId};
use crate::words;

use super::election::Lead;

/// What a message of a later term did first, and what was done then.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decision {
    /// From whom it heard of which later term, and what it was before.
    pub took: Option<(ServerId, Term, Role)>,
    pub did: Did,
}

impl From<Did> for Decision {
    fn from(did: Did) -> Decision {
        Decision { took: None, did }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Did {
    /// It answered a client.
    Answered(Rc<Reply>),
    /// It stands for election.
    Stood {
        term: Term,
        peers: u32,
        /// Whether its own vote does.
        counts: bool,
        /// Whether it leads at once, being alone.
        elected: bool,
    },
    /// Its timeout came, and it can't stand.
    CouldNotStand {
        why: Declined,
    },
    /// It was asked for its vote, and answered.
    Voted {
        candidate: ServerId,
        term: Term,
        why_not: Option<WhyNot>,
    },
    /// It got a yes.
    Counted {
        peer: ServerId,
        is_new: bool,
        votes: u32,
        needed: u32,
        lead: Lead,
    },
    HeardNo {
        peer: ServerId,
    },
    /// An answer of one that does not vote, by its own log.
    HeardNonVoter {
        peer: ServerId,
    },
    /// An answer about a vote, and it stands for election no more.
    StandsNoMore {
        peer: ServerId,
        granted: bool,
    },
    /// It told everybody that it leads.
    Beat {
        peers: u32,
    },
    /// It wrote an entry for a client and sent it.
    Wrote {
        index: Index,
        peers: u32,
        /// Whether it is committed at once.
        done: bool,
    },
    /// It asked its peers for a client's read.
    AsksAMajority {
        peers: u32,
    },
    /// A disk that is full can neither take a term nor keep an entry, so it says nothing.
    Silent {
        from: ServerId,
        /// The later term for which it gave up leading or standing, in memory only.
        gave_up: Option<Term>,
    },
    /// It answered false, since the sender's term is over.
    RefusedOldTerm {
        from: ServerId,
        term: Term,
        own: Term,
    },
    /// Another server leads the term that it leads itself.
    MetLeader {
        from: ServerId,
        term: Term,
    },
    /// It answered false, since it has not the entry that the sender's entries go after.
    Refused {
        from: ServerId,
        previous: EntryId,
        found: Found,
    },
    /// It answered true.
    Accepted {
        from: ServerId,
        previous: EntryId,
        count: u32,
        merged: Merged,
        /// Whether it stood for election until now.
        stood: bool,
    },
    /// A peer has its log up to this index.
    Matched {
        peer: ServerId,
        is_new: bool,
        match_index: Index,
        last_index: Index,
    },
    /// A peer refused, so it goes back and sends from there.
    WentBack {
        peer: ServerId,
        previous: Index,
        next_index: Index,
        last_index: Index,
        hint: Option<Hint>,
    },
    /// A refusal of something that it has gone beyond.
    NothingNew {
        peer: ServerId,
    },
    /// An answer of a term that is over.
    IgnoredOldTerm {
        peer: ServerId,
        term: Term,
    },
    /// An answer of a later term, which it does not listen to.
    IgnoredLaterTerm {
        peer: ServerId,
        term: Term,
    },
    /// An answer to entries, and it leads no more.
    LeadsNoMore {
        peer: ServerId,
    },
}

/// Why a server does not vote for a candidate, with all that is known of it. What of that is said is a `NoVote`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WhyNot {
    VotedFor(ServerId),
    IsBehind { last: EntryId, own: EntryId },
}

impl Explain for Decision {
    fn note(&self) -> Option<String> {
        if let Some((_, term, Role::Leader)) = self.took {
            return Some(format!("gives up: term {term}"));
        }
        match &self.did {
            Did::Counted { votes, needed, .. } => Some(format!("{votes} of {needed}")),
            Did::IgnoredOldTerm { term, .. } => Some(format!("ignored: from term {term}")),
            Did::IgnoredLaterTerm { term, .. } => Some(format!("ignored: from term {term}")),
            Did::StandsNoMore { .. } => Some("counts no more".to_string()),
            Did::LeadsNoMore { .. } => Some("leads no more".to_string()),
            Did::HeardNonVoter { .. } => Some("does not vote".to_string()),
            Did::NothingNew { .. } | Did::Matched { is_new: false, .. } => {
                Some("nothing new".to_string())
            }
            Did::Silent { .. } => Some("no answer: disk full".to_string()),
            Did::MetLeader { term, .. } => Some(format!("two leaders of term {term}")),
            Did::Accepted { merged, .. } if merged.removed > 0 => {
                Some(format!("removes {}", words::entries(merged.removed)))
            }
            Did::Accepted { merged, .. } if !merged.alike => {
                Some("same terms, other entries".to_string())
            }
            _ => None,
        }
    }

    fn explain(&self, server: ServerId, registry: &Registry) -> String {
        let did = self.did.explain(server, registry);
        let Some((peer, term, was)) = self.took else {
            return did;
        };
        let own = registry.name(server);
        let peer = registry.name(peer);
        let gives_up = match was {
            Role::Leader => " and gives up leading",
            Role::Candidate => " and stands no more",
            Role::Follower => "",
        };
        format!("{peer} is in term {term}, a later one: {own} takes it{gives_up}. {did}")
    }
}

impl Did {
    // Long because: one arm for each.
    fn explain(&self, server: ServerId, registry: &Registry) -> String {
        let own = registry.name(server);
        let name = |server: &ServerId| registry.name(*server);
        match self {
            Did::Answered(reply) => reply.reason(server, registry),
            Did::Stood {
                term,
                elected: true,
                ..
            } => {
                format!("{own} votes for itself in term {term}. One vote is enough here: it leads.")
            }
            Did::Stood {
                term,
                peers,
                counts: false,
                ..
            } => {
                let peers = words::counted(*peers, "voter", "voters");
                format!(
                    "By its own log {own} votes no more, but it does not know whether that is committed, and its log may be what the others lack. So it stands for election in term {term}, and asks {peers}. Its own vote does not count."
                )
            }
            Did::Stood { term, peers, .. } => {
                let peers = words::counted(*peers, "other voter", "other voters");
                format!(
                    "{own} stands for election in term {term}, votes for itself, and asks {peers}."
                )
            }
            Did::CouldNotStand { why } => {
                format!(
                    "{own} would stand for election, but {}",
                    why.reason(registry)
                )
            }
            Did::Voted {
                candidate,
                term,
                why_not,
            } => {
                let candidate = name(candidate);
                match why_not {
                    None => format!(
                        "{own} votes for {candidate} in term {term}: first it writes so on its disk, then it says so."
                    ),
                    Some(WhyNot::VotedFor(other)) if *other == server => {
                        format!("{own} says no to {candidate}: in term {term} it votes for itself.")
                    }
                    Some(WhyNot::VotedFor(other)) => {
                        let other = name(other);
                        format!(
                            "{own} says no to {candidate}: in term {term} it voted for {other}."
                        )
                    }
                    Some(WhyNot::IsBehind { last, own: mine }) => {
                        let theirs = spelled(*last);
                        let mine = spelled(*mine);
                        format!(
                            "{own} says no to {candidate}, whose log ends with {theirs}; its own ends with {mine}, so {candidate} might lack something that is committed."
                        )
                    }
                }
            }
            Did::Counted {
                peer,
                is_new,
                votes,
                needed,
                lead,
            } => {
                let peer = name(peer);
                let counted = match is_new {
                    true => format!(
                        "{own} has {votes} of the {needed} votes that it needs, now that {peer} says yes"
                    ),
                    false => format!(
                        "{peer}’s yes is counted already, so {own} has {votes} of the {needed} votes that it needs"
                    ),
                };
                match lead {
                    Lead::NotYet => format!("{counted}."),
                    Lead::HasNoRoom => format!(
                        "{counted}, but there is no room on its disk for the entry with which it would begin, so it doesn’t lead."
                    ),
                    Lead::Leads => format!("{counted}: it leads."),
                }
            }
            Did::HeardNo { peer } => {
                format!("{} says no to {own}, which changes nothing.", name(peer))
            }
            Did::HeardNonVoter { peer } => {
                let peer = name(peer);
                format!("By {own}’s log {peer} does not vote, so its answer counts for nothing.")
            }
            Did::StandsNoMore { peer, granted } => {
                let says = if *granted { "yes" } else { "no" };
                format!(
                    "{own} does not stand for election any more, so {}’s {says} changes nothing.",
                    name(peer)
                )
            }
            Did::Beat { peers: 0 } => format!("{own} leads, and there is nobody to tell."),
            Did::Beat { peers } => {
                let peers = words::counted(*peers, "other voter", "other voters");
                format!(
                    "{own} tells {peers} that it leads, with what they lack as far as it knows."
                )
            }
            Did::Wrote {
                index, done: true, ..
            } => {
                format!(
                    "{own} writes entry {index}. It is committed at once, since {own} is a majority by itself."
                )
            }
            Did::Wrote { index, peers, .. } => {
                let peers = words::counted(*peers, "other voter", "other voters");
                format!("{own} writes entry {index} and sends it to {peers}.")
            }
            Did::AsksAMajority { peers } => {
                let peers = words::counted(*peers, "other voter", "other voters");
                format!("Somebody else may lead by now, so {own} asks {peers} before it answers.")
            }
            Did::Silent {
                from,
                gave_up: None,
            } => {
                let from = name(from);
                format!(
                    "{own}’s disk is full, and what cannot be written must not be answered: {own} keeps nothing of {from}’s message and says nothing."
                )
            }
            Did::Silent {
                from,
                gave_up: Some(term),
            } => {
                let from = name(from);
                format!(
                    "{own} hears from {from} of term {term}, a later one, and follows from now on. Its disk is full, so it can’t take that term, and says nothing."
                )
            }
            Did::RefusedOldTerm {
                from,
                term,
                own: own_term,
            } => {
                let from = name(from);
                format!(
                    "{own} is in term {own_term} and says no to what {from} sends in term {term}, which is over."
                )
            }
            Did::MetLeader { from, term } => {
                let from = name(from);
                format!(
                    "{own} leads term {term}, and so does {from}, which can’t be: {own} says no and changes nothing."
                )
            }
            Did::Refused {
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
            Did::Accepted {
                from,
                previous,
                count,
                merged,
                stood,
            } => {
                let from = name(from);
                let follows = match stood {
                    true => format!("{from} was elected, so {own} follows. "),
                    false => String::new(),
                };
                follows + &explain_accepted(own.as_ref(), from.as_ref(), *previous, *count, merged)
            }
            Did::Matched {
                peer,
                is_new: false,
                ..
            } => {
                format!("{} says yes, which tells {own} nothing new.", name(peer))
            }
            Did::Matched {
                peer,
                match_index,
                last_index,
                ..
            } => {
                let peer = name(peer);
                if match_index == last_index {
                    format!("For {own}, {peer} agrees up to entry {match_index} now, the last.")
                } else {
                    format!(
                        "For {own}, {peer} agrees up to entry {match_index} of {last_index} now."
                    )
                }
            }
            Did::WentBack {
                peer,
                previous,
                next_index,
                last_index,
                hint,
            } => {
                let peer = name(peer);
                let range = words::entry_range(*next_index, *last_index);
                let why = match hint {
                    None => format!("{peer} does not take entries after {previous}"),
                    Some(Hint::TooShort { next_index: 1 }) => {
                        format!("{peer} has no entries at all")
                    }
                    Some(Hint::TooShort { next_index }) => {
                        format!("{peer} has only {}", words::entries(next_index - 1))
                    }
                    Some(Hint::OtherTerm { term, first }) => {
                        format!(
                            "{peer}’s entry {previous} is of term {term}, which starts at {first} there"
                        )
                    }
                };
                let steps = words::entries(previous + 1 - next_index);
                format!("{why}, so {own} goes {steps} back and sends {range}.")
            }
            Did::NothingNew { peer } => {
                let peer = name(peer);
                format!(
                    "{peer}’s no answers a message that {own} has gone beyond, so it changes nothing."
                )
            }
            Did::IgnoredOldTerm { peer, term } => {
                let peer = name(peer);
                format!(
                    "{peer}’s answer is from term {term}, which is over for {own}: what was true then may be false now, so {own} ignores it."
                )
            }
            Did::IgnoredLaterTerm { peer, term } => {
                let peer = name(peer);
                format!(
                    "{peer} is in term {term}, a later one, but {own} leads and does not listen."
                )
            }
            Did::LeadsNoMore { peer } => {
                format!(
                    "{own} does not lead any more, so {}’s answer changes nothing.",
                    name(peer)
                )
            }
        }
    }
}

fn explain_accepted(
    own: &str,
    from: &str,
    previous: EntryId,
    count: u32,
    merged: &Merged,
) -> String {
    let Merged {
        alike,
        removed,
        appended,
        ..
    } = *merged;
    let EntryId { index, .. } = previous;
    let fits = match index {
        0 if count == 0 && removed == 0 => {
            return format!("{own} follows {from}. There is nothing to add.");
        }
        0 => "Nothing before these entries can differ".to_string(),
        _ => format!("{own} takes {from}’s entry {index} to be its own"),
    };
    let done = match (removed, appended) {
        (0, 0) if count == 0 => "there is nothing to add".to_string(),
        (0, 0) if !alike => format!(
            "{own} has entries of the same terms there, and takes them to be {from}’s, though they are not"
        ),
        (0, 0) => format!("{own} has what {from} sent already"),
        (0, appended) => format!("{own} appends {}", words::entries(appended)),
        (removed, 0) => format!("{own} removes {} from its end", words::entries(removed)),
        (removed, appended) => {
            let removed = words::entries(removed);
            let appended = words::entries(appended);
            format!(
                "{own} removes {removed} of its own from where they conflict, and appends {appended}"
            )
        }
    };
    format!("{fits}: {done}.")
}

/// "entry 3 of term 2", "nothing".
fn spelled(last: EntryId) -> String {
    match last {
        EntryId { index: 0, .. } => "nothing".to_string(),
        EntryId { index, term } => format!("entry {index} of term {term}"),
    }
}
