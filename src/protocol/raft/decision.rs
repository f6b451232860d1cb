//! What a server decided, and the sentences about it.
//!
//! Long because: each decision has its own words here.

use std::rc::Rc;

use crate::client::{Declined, Reply};
use crate::log::{Index, Term};
use crate::protocol::append_entries::told;
use crate::protocol::replication::{EntryId, Found, Hint, Merged};
use crate::protocol::{Explain, Role};
use crate::registry::{Name, Registry, ServerId};
use crate::say;

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
            return Some(say!("raft-note-gives-up", term));
        }
        let note = match &self.did {
            Did::Counted { votes, needed, .. } => say!("raft-note-votes", votes, needed),
            Did::IgnoredOldTerm { term, .. } | Did::IgnoredLaterTerm { term, .. } => {
                say!("append-note-ignored", term)
            }
            Did::StandsNoMore { .. } => say!("raft-note-counts-no-more"),
            Did::LeadsNoMore { .. } => say!("raft-note-leads-no-more"),
            Did::HeardNonVoter { .. } => say!("raft-note-non-voter"),
            Did::NothingNew { .. } | Did::Matched { is_new: false, .. } => {
                say!("append-note-nothing-new")
            }
            Did::Silent { .. } => say!("append-note-disk-full"),
            Did::MetLeader { term, .. } => say!("raft-note-two-leaders", term),
            Did::Accepted { merged, .. } if merged.removed > 0 => {
                say!("append-note-removes", count = merged.removed)
            }
            Did::Accepted { merged, .. } if !merged.alike => say!("append-note-unlike"),
            _ => return None,
        };
        Some(note)
    }

    fn explain(&self, server: ServerId, registry: &Registry) -> String {
        let did = self.did.explain(server, registry);
        let Some((peer, term, was)) = self.took else {
            return did;
        };
        let own = registry.name(server);
        let peer = registry.name(peer);
        let took = match was {
            Role::Follower => "raft-took-term",
            Role::Leader => "raft-took-term-leading",
            Role::Candidate => "raft-took-term-standing",
        };
        say!(took, peer, term, own, did)
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
                peers,
                counts,
                elected,
            } => match (elected, counts) {
                (true, _) => say!("raft-stood-alone", own, term),
                (false, false) => say!("raft-stood-without-vote", own, term, peers),
                (false, true) => say!("raft-stood", own, term, peers),
            },
            Did::CouldNotStand { why } => {
                say!("raft-could-not-stand", own, reason = why.reason(registry))
            }
            Did::Voted {
                candidate,
                term,
                why_not: None,
            } => say!("raft-voted", own, peer = name(candidate), term),
            Did::Voted {
                candidate,
                term,
                why_not: Some(why_not),
            } => why_not.explain(server, *candidate, *term, registry),
            Did::Counted {
                peer,
                is_new,
                votes,
                needed,
                lead,
            } => {
                let counted = match (is_new, lead) {
                    (true, Lead::NotYet) => "raft-counted",
                    (true, Lead::HasNoRoom) => "raft-counted-no-room",
                    (true, Lead::Leads) => "raft-counted-leads",
                    (false, Lead::NotYet) => "raft-counted-again",
                    (false, Lead::HasNoRoom) => "raft-counted-again-no-room",
                    (false, Lead::Leads) => "raft-counted-again-leads",
                };
                say!(counted, own, votes, needed, peer = name(peer))
            }
            Did::HeardNo { peer } => say!("raft-heard-no", peer = name(peer), own),
            Did::HeardNonVoter { peer } => say!("raft-heard-non-voter", own, peer = name(peer)),
            Did::StandsNoMore { peer, granted } => {
                let late = match granted {
                    true => "raft-late-yes",
                    false => "raft-late-no",
                };
                say!(late, own, peer = name(peer))
            }
            Did::Beat { peers: 0 } => say!("raft-beat-nobody", own),
            Did::Beat { peers } => say!("raft-beat", own, peers),
            Did::Wrote {
                index, done: true, ..
            } => say!("raft-wrote-alone", own, index),
            Did::Wrote { index, peers, .. } => say!("raft-wrote", own, index, peers),
            Did::AsksAMajority { peers } => say!("raft-asks-a-majority", own, peers),
            Did::Silent {
                from,
                gave_up: None,
            } => say!("append-silent", own, from = name(from)),
            Did::Silent {
                from,
                gave_up: Some(term),
            } => say!("raft-silent-gives-up", own, from = name(from), term),
            Did::RefusedOldTerm {
                from,
                term,
                own: own_term,
            } => told::refused_old_term(own, *own_term, name(from), *term),
            Did::MetLeader { from, term } => {
                say!("raft-met-leader", own, term, from = name(from))
            }
            Did::Refused {
                from,
                previous,
                found,
            } => told::refused(own, name(from), *previous, found, registry),
            Did::Accepted {
                from,
                previous,
                count,
                merged,
                stood,
            } => {
                let from = name(from);
                let did = explain_accepted(own, from, *previous, *count, merged);
                match stood {
                    true => say!("raft-follows", from, own, did),
                    false => did,
                }
            }
            Did::Matched {
                peer,
                is_new: false,
                ..
            } => say!("append-matched-nothing-new", peer = name(peer), own),
            Did::Matched {
                peer,
                match_index,
                last_index,
                ..
            } => told::matched(own, name(peer), *match_index, *last_index),
            Did::WentBack {
                peer,
                previous,
                next_index,
                last_index,
                hint,
            } => {
                let peer = name(peer);
                let why = match hint {
                    None => say!("raft-why-not-after", peer, index = previous),
                    Some(hint) => told::why_back(peer, *previous, *hint),
                };
                told::went_back(why, own, *previous, *next_index, *last_index)
            }
            Did::NothingNew { peer } => say!("append-late-no", peer = name(peer), own),
            Did::IgnoredOldTerm { peer, term } => {
                say!("raft-ignored-old-term", peer = name(peer), term, own)
            }
            Did::IgnoredLaterTerm { peer, term } => {
                say!("raft-ignored-later-term", peer = name(peer), term, own)
            }
            Did::LeadsNoMore { peer } => say!("append-leads-no-more", own, peer = name(peer)),
        }
    }
}

impl WhyNot {
    /// What a server said no to.
    fn explain(
        self,
        server: ServerId,
        candidate: ServerId,
        term: Term,
        registry: &Registry,
    ) -> String {
        let own = registry.name(server);
        let peer = registry.name(candidate);
        match self {
            WhyNot::VotedFor(other) if other == server => {
                say!("raft-voted-for-itself", own, peer, term)
            }
            WhyNot::VotedFor(other) => {
                say!(
                    "raft-voted-already",
                    own,
                    peer,
                    term,
                    other = registry.name(other)
                )
            }
            WhyNot::IsBehind { last, own: mine } => say!(
                "raft-has-newer-log",
                own,
                peer,
                index = last.index,
                term = last.term,
                own_index = mine.index,
                own_term = mine.term,
            ),
        }
    }
}

fn explain_accepted(
    own: &Name,
    from: &Name,
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
    let index = previous.index;
    let fits = match index {
        0 if count == 0 && removed == 0 => return say!("append-follows", own, from),
        0 => say!("raft-fits-first"),
        _ => say!("raft-fits", own, from, index),
    };
    let done = match (removed, appended) {
        (0, appended) => told::appended(own, from, count, alike, appended),
        (count, 0) => say!("raft-done-removed", own, count),
        (removed, appended) => say!("raft-done-replaced", own, removed, appended),
    };
    told::accepted(fits, done)
}
