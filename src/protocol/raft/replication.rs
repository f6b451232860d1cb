//! What a leader sends, what a follower makes of it, and what the leader learns from the answer: section
//! 5.3 of the paper, by the rules of `protocol/replication.rs`.

use crate::log::Index;
use crate::protocol::append_entries::{self as walking, No};
use crate::protocol::replication::{self, EntryId, Found, Hint};
use crate::protocol::{Progress, Turn};
use crate::registry::{ServerId, ServerSet};
use crate::rule::Rule;

use super::messages::{Append, Response};
use super::{Did, Memory, Message, Reign, commit, follow};

/// The other voters, by its own log.
pub fn peers(turn: &Turn<Message>) -> ServerSet {
    let mut peers = turn.seat.voters(&turn.disk().log);
    peers.remove(turn.seat.own);
    peers
}

/// Tells everybody that it leads.
pub fn beat(turn: &mut Turn<Message>, memory: &mut Memory) -> Did {
    let peers = send_to_all(turn, memory);
    Did::Beat { peers }
}

/// Sends to every peer what it has from the peer's next index on. Returns how many there are.
pub fn send_to_all(turn: &mut Turn<Message>, memory: &Memory) -> u32 {
    let Memory::Leader(reign) = memory else {
        return 0;
    };
    let mut count = 0;
    for progress in reign.followers.iter() {
        send_from(turn, reign, progress);
        count += 1;
    }
    count
}

/// Everything is built from the next index alone, and sending does not move it.
fn send_from(turn: &mut Turn<Message>, reign: &Reign, progress: Progress) {
    let disk = turn.disk();
    let append = Append {
        entries: walking::Append {
            term: disk.term(),
            previous: EntryId::at(&disk.log, progress.next_index - 1),
            section: disk.log.section_from(progress.next_index),
        },
        commit: turn.applied(),
        beat: reign.beat,
    };
    turn.send(progress.peer, Message::Append(append));
}

/// What the leader of its term sent, with the receiver's rules of figure 2.
pub fn take_in(
    turn: &mut Turn<Message>,
    memory: &mut Memory,
    from: ServerId,
    append: &Append,
) -> Did {
    let term = turn.disk().term();
    if let Memory::Leader(_) = memory {
        if !turn.is_full() {
            let answer = append.answer(term, Some(No::LeadsItself));
            turn.send(from, Message::Response(answer));
        }
        return Did::MetLeader { from, term };
    }
    let stood = matches!(memory, Memory::Candidate { .. });
    follow(turn, memory, Some(from), term);
    let previous = append.entries.previous;
    if let Err(found) = replication::check(turn, from, previous) {
        believe_commit(turn, append.commit, None);
        return refuse(turn, from, append, found);
    }
    let section = &append.entries.section;
    if turn.is_full() && !replication::is_known(turn, section) {
        believe_commit(turn, append.commit, None);
        let gave_up = None;
        return Did::Silent { from, gave_up };
    }
    let voters = turn.seat.voters(&turn.disk().log);
    let merged = replication::merge(turn, section);
    let voters_now = turn.seat.voters(&turn.disk().log);
    if voters_now != voters {
        turn.configure(voters_now);
    }
    believe_commit(turn, append.commit, Some(merged.last));
    if !turn.is_full() {
        turn.send(from, Message::Response(append.answer(term, None)));
    }
    Did::Accepted {
        from,
        previous,
        count: section.count(),
        merged,
        stood,
    }
}

fn refuse(turn: &mut Turn<Message>, from: ServerId, append: &Append, found: Found) -> Did {
    if turn.is_full() {
        let gave_up = None;
        return Did::Silent { from, gave_up };
    }
    let no = match found {
        Found::Nothing { .. } => No::TooShort,
        Found::Other(_) => No::OtherTerm,
    };
    let previous = append.entries.previous;
    let mut response = append.answer(turn.disk().term(), Some(no));
    response.answer.hint = Some(Hint::of(&turn.disk().log, previous.index));
    turn.send(from, Message::Response(response));
    Did::Refused {
        from,
        previous,
        found,
    }
}

/// Takes over what the leader knows to be committed, as far as the message shows that its own log is the
/// leader's; none when the entries did not fit.
fn believe_commit(turn: &mut Turn<Message>, commit: Index, known_up_to: Option<Index>) {
    let last = turn.last_index();
    let known_up_to = if turn.seat.keeps(Rule::CommitOnlyWhenAccepted) {
        known_up_to
    } else {
        Some(last)
    };
    if let Some(known_up_to) = known_up_to {
        turn.commit(commit.min(known_up_to).min(last));
    }
}

/// What a peer answered.
pub fn learn(
    turn: &mut Turn<Message>,
    memory: &mut Memory,
    peer: ServerId,
    response: &Response,
) -> Did {
    let last_index = turn.last_index();
    let Memory::Leader(reign) = memory else {
        return Did::LeadsNoMore { peer };
    };
    let Some(progress) = reign.followers.get_mut(peer) else {
        return Did::HeardNonVoter { peer };
    };
    for read in &mut reign.reads {
        if read.beat <= response.beat {
            read.confirmed.insert(peer);
        }
    }
    let answer = &response.answer;
    let previous = answer.previous_index;
    let success = answer.no.is_none();
    let did = if success {
        let is_new = progress.advance((previous + answer.count).min(last_index));
        Did::Matched {
            peer,
            is_new,
            match_index: progress.match_index,
            last_index,
        }
    } else if progress.was_refused(previous) {
        let log = &turn.disk().log;
        let next_index = match answer.hint {
            Some(hint) => hint.next_index(log, previous),
            None => previous,
        };
        progress.go_back(previous, next_index);
        let progress = *progress;
        turn.compare(peer, previous, false);
        send_from(turn, reign, progress);
        Did::WentBack {
            peer,
            previous,
            next_index,
            last_index,
            hint: answer.hint,
        }
    } else {
        Did::NothingNew { peer }
    };
    commit::look(turn, memory);
    did
}
