//! The plain values: operations, entries, messages, envelopes, servers. Section 2 of the specification has the words.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

pub type Name = String;
pub type Term = u64;
/// The first entry of a log has index 1; 0 means none.
pub type Index = u64;
/// Envelopes count from 1 in order of sending.
pub type EnvelopeId = u64;

/// "The highest term" at which a timeout can't be written. the largest whole number that JavaScript keeps exactly.
pub const HIGHEST_TERM: Term = 1_000_000_000;

/// "operation (what an entry holds: a command, `no_op`, or `configuration NAMES`)".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Operation {
    Set(String, String),
    Delete(String),
    NoOp,
    Configuration(Vec<Name>),
}

impl Operation {
    /// Reads an operation as a disk holds it; none if it is none.
    pub fn parse(text: &str) -> Option<Operation> {
        let text = text.trim();
        let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
        let rest = rest.trim();
        match word {
            "set" => {
                let (key, value) = rest.split_once(' ')?;
                let value = value.trim();
                (!value.is_empty()).then(|| Operation::Set(key.into(), value.into()))
            }
            "delete" => one_word(rest).map(Operation::Delete),
            "no_op" => rest.is_empty().then_some(Operation::NoOp),
            "configuration" => {
                let names: Vec<Name> = rest.split_whitespace().map(Name::from).collect();
                (!names.is_empty()).then_some(Operation::Configuration(names))
            }
            _ => None,
        }
    }
}

fn one_word(text: &str) -> Option<String> {
    (!text.is_empty() && !text.contains(' ')).then(|| text.to_string())
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Operation::Set(key, value) => write!(f, "set {key} {value}"),
            Operation::Delete(key) => write!(f, "delete {key}"),
            Operation::NoOp => write!(f, "no_op"),
            Operation::Configuration(names) => write!(f, "configuration {}", names.join(" ")),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    pub term: Term,
    pub operation: Operation,
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.term, self.operation)
    }
}

/// What a client asks for; `Request::parse` reads the text after `client NAME`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Request {
    YoureTheLeader,
    Write(Operation),
    Get(String),
    Show,
    ShowLog,
    AddServer(Name),
    RemoveServer(Name),
    /// "Anything else is declined, not logged."
    Else(String),
}

impl Request {
    pub fn parse(text: &str) -> Request {
        let text = text.trim();
        let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
        let one = one_word(rest.trim());
        match (word, one) {
            ("youre_the_leader", _) if rest.is_empty() => Request::YoureTheLeader,
            ("show", _) if rest.is_empty() => Request::Show,
            ("show_log", _) if rest.is_empty() => Request::ShowLog,
            ("get", Some(key)) => Request::Get(key),
            ("add_server", Some(name)) => Request::AddServer(name),
            ("remove_server", Some(name)) => Request::RemoveServer(name),
            ("set" | "delete", _) => match Operation::parse(text) {
                Some(operation) => Request::Write(operation),
                None => Request::Else(text.into()),
            },
            _ => Request::Else(text.into()),
        }
    }
}

/// What a client is answered. The sentences are the product's; here only what they say.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// It stands for election.
    Stands,
    LeadsAlready,
    /// A polite no, with the leader's name where the server knows one.
    Declined {
        leader: Option<Name>,
        why: &'static str,
    },
    /// `Done: set k 5 is my entry 3.`
    Done {
        index: Index,
        operation: Operation,
    },
    /// The answer to a `get`; none: the key is absent.
    Value(Option<String>),
    Store(BTreeMap<String, String>),
    Log(Vec<Entry>),
    /// "I don't lead any more; whether entry N stays is open".
    Open {
        index: Index,
    },
}

/// What a refusal says about the follower's log (`walk_back_with_hints`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hint {
    /// The log is too short: its last index.
    TooShort { last: Index },
    /// The entry at PREVIOUS has another term: that term and the first index of it.
    OtherTerm { term: Term, first: Index },
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Message {
    /// Client to server.
    Request(Request),
    /// Server to client: the envelope of the request that it answers, and the answer.
    Reply {
        request: EnvelopeId,
        answer: Answer,
    },
    RequestVote {
        term: Term,
        last_index: Index,
        last_term: Term,
    },
    VoteResponse {
        term: Term,
        granted: bool,
    },
    AppendEntries {
        term: Term,
        previous: Index,
        previous_term: Term,
        commit: Index,
        beat: u64,
        entries: Vec<Entry>,
    },
    AppendResponse {
        term: Term,
        success: bool,
        previous: Index,
        count: u64,
        beat: u64,
        hint: Option<Hint>,
    },
}

impl Message {
    pub fn kind(&self) -> &'static str {
        match self {
            Message::Request(_) => "request",
            Message::Reply { .. } => "reply",
            Message::RequestVote { .. } => "request_vote",
            Message::VoteResponse { .. } => "vote_response",
            Message::AppendEntries { .. } => "append_entries",
            Message::AppendResponse { .. } => "append_response",
        }
    }

    /// The term of a message between servers; none between client and server.
    pub fn term(&self) -> Option<Term> {
        match self {
            Message::Request(_) | Message::Reply { .. } => None,
            Message::RequestVote { term, .. }
            | Message::VoteResponse { term, .. }
            | Message::AppendEntries { term, .. }
            | Message::AppendResponse { term, .. } => Some(*term),
        }
    }

    /// Whether it answers a server ("answers of an earlier term are ignored").
    pub fn is_answer(&self) -> bool {
        matches!(
            self,
            Message::VoteResponse { .. } | Message::AppendResponse { .. }
        )
    }

    /// The wire form without `sender@`: the words of the specification's table, then a line `INDEX TERM OPERATION` for each entry.
    /// For client and server only the kind: their texts are the product's.
    pub fn wire(&self) -> String {
        match self {
            Message::Request(_) | Message::Reply { .. } => self.kind().to_string(),
            Message::RequestVote {
                term,
                last_index,
                last_term,
            } => format!("request_vote {term} {last_index} {last_term}"),
            Message::VoteResponse { term, granted } => format!("vote_response {term} {granted}"),
            Message::AppendEntries {
                term,
                previous,
                previous_term,
                commit,
                beat,
                entries,
            } => {
                let mut text =
                    format!("append_entries {term} {previous} {previous_term} {commit} {beat}");
                for (offset, entry) in entries.iter().enumerate() {
                    text += &format!("\n{} {entry}", previous + 1 + offset as u64);
                }
                text
            }
            Message::AppendResponse {
                term,
                success,
                previous,
                count,
                beat,
                hint,
            } => {
                let mut text =
                    format!("append_response {term} {success} {previous} {count} {beat}");
                match hint {
                    None => {}
                    Some(Hint::TooShort { last }) => text += &format!(" 0 {}", last + 1),
                    Some(Hint::OtherTerm { term, first }) => text += &format!(" {term} {first}"),
                }
                text
            }
        }
    }
}

pub const CLIENT: &str = "client";

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Envelope {
    pub id: EnvelopeId,
    pub from: Name,
    pub to: Name,
    pub message: Message,
    pub copy_of: Option<EnvelopeId>,
}

/// What survives a kill: "Disk: hard state, log".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Disk {
    pub term: Term,
    pub voted_for: Option<Name>,
    pub log: Vec<Entry>,
}

/// What a leader believes of a peer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    pub next: Index,
    pub matched: Index,
    /// The highest BEAT that the peer has answered, true or false, in the leader's term; 0: none that a read asks for.
    pub beat: u64,
}

/// A write (or change of voters) that waits for its entry to be applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingWrite {
    pub request: EnvelopeId,
    pub index: Index,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingRead {
    pub request: EnvelopeId,
    pub key: String,
    /// The BEAT that a majority has to answer.
    pub beat: u64,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Leader {
    pub peers: BTreeMap<Name, Progress>,
    pub writes: Vec<WaitingWrite>,
    pub reads: Vec<WaitingRead>,
    pub beat: u64,
}

/// "the role with its own data, as one value".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    Down,
    Follower { leader: Option<Name> },
    Candidate { votes: BTreeSet<Name> },
    Leader(Leader),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    pub disk: Disk,
    pub disk_full: bool,
    pub role: Role,
    pub commit: Index,
    pub applied: Index,
    pub store: BTreeMap<String, String>,
}

impl Server {
    pub fn new(disk: Disk) -> Server {
        let mut server = Server {
            disk,
            disk_full: false,
            role: Role::Down,
            commit: 0,
            applied: 0,
            store: BTreeMap::new(),
        };
        server.term_covers_log();
        server
    }

    pub fn up(&self) -> bool {
        self.role != Role::Down
    }

    pub fn last(&self) -> Index {
        self.disk.log.len() as Index
    }

    pub fn entry(&self, index: Index) -> Option<&Entry> {
        index
            .checked_sub(1)
            .and_then(|offset| self.disk.log.get(offset as usize))
    }

    /// 0 for index 0 and beyond the log's end.
    pub fn term_at(&self, index: Index) -> Term {
        self.entry(index).map_or(0, |entry| entry.term)
    }

    /// The leader that it can name to a client: a follower's; none at candidates, and none at a leader, which needs none.
    pub fn leader_known(&self) -> Option<Name> {
        match &self.role {
            Role::Follower { leader } => leader.clone(),
            _ => None,
        }
    }

    /// "the latest in its log, committed or not, else the head's `voters`": the index (0 for the head's) and the names.
    pub fn configuration<'a>(&'a self, founders: &'a [Name]) -> (Index, &'a [Name]) {
        for index in (1..=self.last()).rev() {
            if let Operation::Configuration(names) = &self.disk.log[index as usize - 1].operation {
                return (index, names);
            }
        }
        (0, founders)
    }

    /// "A term below the entries' counts as the highest of them; whenever a hand raises the term, voted_for is none."
    pub fn term_covers_log(&mut self) {
        let highest = self
            .disk
            .log
            .iter()
            .map(|entry| entry.term)
            .max()
            .unwrap_or(0);
        if highest > self.disk.term {
            self.disk.term = highest;
            self.disk.voted_for = None;
        }
    }

    /// Memory after a start: "commit index and applied are 0 and the store is empty, until the server learns what is committed".
    pub fn forget(&mut self, role: Role) {
        self.role = role;
        self.commit = 0;
        self.applied = 0;
        self.store.clear();
    }
}

/// The rules of section 4, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    VoteOnDisk,
    OneVoteATerm,
    MajorityOfVotes,
    UpToDateCheck,
    PreviousEntryCheck,
    CutOnlyConflicts,
    CommitOnlyWhenAccepted,
    CommitOwnTermOnly,
    NoOpFirst,
    AnswerAfterCommit,
    ReadsAskAMajority,
    ChangeAfterOwnEntry,
    OneChangeAtATime,
    StepDownForLaterTerms,
}

pub const RULES: [(Rule, &str); 14] = [
    (Rule::VoteOnDisk, "vote_on_disk"),
    (Rule::OneVoteATerm, "one_vote_a_term"),
    (Rule::MajorityOfVotes, "majority_of_votes"),
    (Rule::UpToDateCheck, "up_to_date_check"),
    (Rule::PreviousEntryCheck, "previous_entry_check"),
    (Rule::CutOnlyConflicts, "cut_only_conflicts"),
    (Rule::CommitOnlyWhenAccepted, "commit_only_when_accepted"),
    (Rule::CommitOwnTermOnly, "commit_own_term_only"),
    (Rule::NoOpFirst, "no_op_first"),
    (Rule::AnswerAfterCommit, "answer_after_commit"),
    (Rule::ReadsAskAMajority, "reads_ask_a_majority"),
    (Rule::ChangeAfterOwnEntry, "change_after_own_entry"),
    (Rule::OneChangeAtATime, "one_change_at_a_time"),
    (Rule::StepDownForLaterTerms, "step_down_for_later_terms"),
];

impl Rule {
    pub fn name(self) -> &'static str {
        RULES.iter().find(|(rule, _)| *rule == self).unwrap().1
    }
}

/// Places where the specification leaves two readings that an outside can see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choices {
    /// the refusal of an append of an earlier term carries BEAT 0 (false: the message's BEAT, which breaks `reads_are_fresh`).
    pub old_append_answered_with_beat_0: bool,
    /// a full disk still hears its own term's append in memory (follows, commits what it has); false: ignores it.
    pub full_disk_hears_its_term: bool,
}

impl Default for Choices {
    fn default() -> Choices {
        Choices {
            old_append_answered_with_beat_0: true,
            full_disk_hears_its_term: true,
        }
    }
}
