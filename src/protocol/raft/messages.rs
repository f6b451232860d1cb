//! The messages of Raft, and what they say. What a leader and a follower say of entries, they say as in
//! `append_entries`.

use crate::log::{Index, Section, Term};
use crate::protocol::Say;
use crate::protocol::append_entries::messages::{self as walking, No};
use crate::protocol::replication::EntryId;
use crate::registry::{Rename, Renaming, ServerId};
use crate::say;

use super::Beat;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Message {
    /// From a candidate.
    RequestVote {
        term: Term,
        /// The last entry of its log.
        last: EntryId,
    },
    VoteResponse {
        term: Term,
        /// Why it is a no; none for a yes. On the wire only whether.
        no: Option<NoVote>,
    },
    Append(Append),
    Response(Response),
}

/// Why a server does not vote for a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoVote {
    /// The candidate's term is over.
    OldTerm,
    /// It stands itself.
    VotedForItself,
    /// It voted for another one in this term.
    VotedAlready,
    /// Its log ends with this entry, which is newer than the candidate's last.
    HasNewerLog(EntryId),
}

/// From a leader.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Append {
    pub entries: walking::Append,
    /// The leader's commit index.
    pub commit: Index,
    pub beat: Beat,
}

/// From a follower.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Response {
    pub answer: walking::Response,
    /// That of the message which this answers; 0 when that one's term was over.
    pub beat: Beat,
}

impl Message {
    pub fn term(&self) -> Term {
        match self {
            Message::RequestVote { term, .. } | Message::VoteResponse { term, .. } => *term,
            Message::Append(append) => append.entries.term,
            Message::Response(response) => response.answer.term,
        }
    }

    /// Whether it answers what was asked of its sender.
    pub fn is_answer(&self) -> bool {
        matches!(self, Message::VoteResponse { .. } | Message::Response(_))
    }
}

impl Rename for Message {
    fn rename(&mut self, renaming: &Renaming) {
        match self {
            Message::Append(append) => append.entries.section.rename(renaming),
            Message::RequestVote { .. } | Message::VoteResponse { .. } | Message::Response(_) => {}
        }
    }
}

impl Append {
    /// What a follower in this term answers to it.
    pub fn answer(&self, term: Term, no: Option<No>) -> Response {
        Response {
            answer: walking::Response {
                term,
                no,
                previous_index: self.entries.previous.index,
                count: self.entries.section.count(),
                hint: None,
            },
            beat: self.beat,
        }
    }

    /// What a server answers to it that is in a later term. Its sender may lead that term by the time when
    /// the answer arrives, so the answer confirms nothing: beats are counted in each term anew.
    pub fn refused_in(&self, term: Term) -> Response {
        Response {
            beat: 0,
            ..self.answer(term, Some(No::OldTerm))
        }
    }
}

impl NoVote {
    /// In a few words.
    fn note(self) -> String {
        match self {
            NoVote::OldTerm => say!("append-no-old-term"),
            NoVote::VotedForItself => say!("raft-no-voted-for-itself"),
            NoVote::VotedAlready => say!("raft-no-voted-already"),
            NoVote::HasNewerLog(_) => say!("raft-no-has-newer-log"),
        }
    }

    fn says(self, term: Term) -> String {
        match self {
            NoVote::OldTerm => say!("append-says-old-term", term),
            NoVote::VotedForItself => say!("raft-says-voted-for-itself", term),
            NoVote::VotedAlready => say!("raft-says-voted-already", term),
            NoVote::HasNewerLog(EntryId { index, term }) => {
                say!("raft-says-has-newer-log", index, term)
            }
        }
    }
}

impl Say for Message {
    fn kind(&self) -> &'static str {
        match self {
            Message::RequestVote { .. } => "request_vote",
            Message::VoteResponse { .. } => "vote_response",
            Message::Append(_) => "append_entries",
            Message::Response(_) => "append_response",
        }
    }

    /// `TERM LAST-INDEX LAST-TERM`; `TERM true|false`; `TERM PREVIOUS-INDEX PREVIOUS-TERM COMMIT BEAT`;
    /// `TERM true|false PREVIOUS-INDEX COUNT BEAT` and, where there is a hint, `HINT-TERM HINT-INDEX`.
    fn arguments(&self) -> String {
        match self {
            Message::RequestVote { term, last } => walking::offer_words(*term, *last),
            Message::VoteResponse { term, no } => format!("{term} {}", no.is_none()),
            Message::Append(Append {
                entries,
                commit,
                beat,
            }) => {
                let entries = walking::offer_words(entries.term, entries.previous);
                format!("{entries} {commit} {beat}")
            }
            Message::Response(Response { answer, beat }) => {
                let hint = walking::hint_words(answer.hint);
                format!("{} {beat}{hint}", walking::answer_words(answer))
            }
        }
    }

    fn section(&self) -> Option<&Section> {
        match self {
            Message::Append(append) => Some(&append.entries.section),
            _ => None,
        }
    }

    fn refusal(&self) -> Option<String> {
        match self {
            Message::VoteResponse { no, .. } => no.map(NoVote::note),
            Message::Response(response) => walking::refusal(&response.answer),
            _ => None,
        }
    }

    fn is_vote(&self) -> bool {
        matches!(self, Message::VoteResponse { .. })
    }

    fn says(&self, _: ServerId) -> String {
        match self {
            Message::RequestVote {
                term,
                last: EntryId { index: 0, .. },
            } => say!("raft-says-ask-with-nothing", term),
            Message::RequestVote {
                term,
                last: EntryId { index, term: of },
            } => say!("raft-says-ask", term, index, last_term = of),
            Message::VoteResponse { term, no: None } => say!("raft-says-yes", term),
            Message::VoteResponse { term, no: Some(no) } => no.says(*term),
            Message::Append(append) if append.entries.section.count() == 0 => {
                let walking::Append { term, previous, .. } = append.entries;
                match previous.index {
                    0 => say!("raft-says-leads", term),
                    index => say!("raft-says-leads-up-to", term, index),
                }
            }
            Message::Append(append) => walking::offer(&append.entries),
            Message::Response(response) => walking::answer(&response.answer),
        }
    }
}
