//! What a leader does after every append, answer and change of voters: it finds out what is committed, and
//! answers whoever waited for that. Sections 5.3, 5.4.2 and 8 of the paper, 4.2.2 and 6.4 of the dissertation.

use std::rc::Rc;

use crate::client::{Read, Reply, Request, Wait};
use crate::log::Index;
use crate::protocol::{SteppedDown, Turn};
use crate::registry::{ServerId, ServerSet};
use crate::rule::Rule;

use super::{Memory, Message, Reign, WaitingRead, WaitingWrite, resign};

/// Looks what follows from what the leader knows now.
pub fn look(turn: &mut Turn<Message>, memory: &mut Memory) {
    let Memory::Leader(reign) = memory else {
        return;
    };
    turn.commit(committed(turn, reign));
    answer_writes(turn, reign);
    answer_reads(turn, reign);
    if was_removed(turn) {
        let term = turn.disk().term();
        let reign = std::mem::take(reign);
        *memory = Memory::Follower { leader: None };
        resign(turn, reign, term, SteppedDown::Removed);
    }
}

/// The highest index that a majority has and whose entry counts; 0 for none.
fn committed(turn: &Turn<Message>, reign: &Reign) -> Index {
    let log = &turn.disk().log;
    let term = turn.disk().term();
    let mut reached: Vec<Index> = Vec::new();
    let voters = turn.seat.voters(log);
    for voter in voters.iter() {
        let progress = reign.followers.get(voter);
        reached.push(match progress {
            _ if voter == turn.seat.own => log.last_index(),
            Some(progress) => progress.match_index,
            None => 0,
        });
    }
    let has_majority = |index: &Index| {
        let have_it = reached.iter().filter(|reached| *reached >= index);
        have_it.count() >= voters.majority()
    };
    let of_majority = reached.iter().copied().filter(has_majority).max();
    let counts = |index: &Index| {
        let is_own = log.get(*index).is_some_and(|entry| entry.term == term);
        is_own || !turn.seat.keeps(Rule::CommitOwnTermOnly)
    };
    let mut indexes = (turn.applied() + 1..=of_majority.unwrap_or(0)).rev();
    indexes.find(counts).unwrap_or(0)
}

/// Answers a write when its entry is carried out, or lets it wait until then.
pub fn answer_when_done(
    turn: &mut Turn<Message>,
    reign: &mut Reign,
    request: &Rc<Request>,
    index: Index,
) {
    if turn.seat.keeps(Rule::AnswerAfterCommit) {
        turn.wait(request, Wait::Entry(index));
        let request = request.clone();
        reign.writes.push(WaitingWrite { request, index });
    } else {
        say_done(turn, request, index);
    }
}

fn say_done(turn: &mut Turn<Message>, request: &Rc<Request>, index: Index) {
    let entry = turn.disk().log.get(index);
    let operation = entry.expect("what is done is in the log").operation.clone();
    turn.reply(request, Reply::Wrote { index, operation });
}

fn answer_writes(turn: &mut Turn<Message>, reign: &mut Reign) {
    let done = turn.applied();
    let count = reign.writes.partition_point(|write| write.index <= done);
    for WaitingWrite { request, index } in reign.writes.drain(..count) {
        say_done(turn, &request, index);
    }
}

/// A read is answered once a majority has answered what was sent after it came, so that nobody else can
/// have led by then, and once an entry of the leader's own term is committed, so that it knows all that is.
fn answer_reads(turn: &mut Turn<Message>, reign: &mut Reign) {
    if reign.reads.is_empty() || !has_committed_own(turn) {
        return;
    }
    let (ready, waiting) = std::mem::take(&mut reign.reads)
        .into_iter()
        .partition(|read: &WaitingRead| is_majority(turn, read.confirmed));
    reign.reads = waiting;
    for WaitingRead { request, key, .. } in ready {
        turn.read(&request, &Read::Get { key });
    }
}

/// Whether these peers, with the leader if it votes, are a majority.
fn is_majority(turn: &Turn<Message>, peers: ServerSet) -> bool {
    let voters = turn.seat.voters(&turn.disk().log);
    let agrees = |voter: &ServerId| *voter == turn.seat.own || peers.contains(*voter);
    voters.iter().filter(agrees).count() >= voters.majority()
}

/// Whether an entry of the leader's own term is committed.
pub fn has_committed_own(turn: &Turn<Message>) -> bool {
    let term = turn.disk().term();
    let is_own = |index| {
        turn.disk()
            .log
            .get(index)
            .is_some_and(|entry| entry.term == term)
    };
    (1..=turn.applied()).rev().any(is_own)
}

/// Whether the change that took its vote is committed: the first of the latest ones that leave it out.
fn was_removed(turn: &Turn<Message>) -> bool {
    let configurations = turn.disk().log.configurations();
    let leave_it_out = configurations.take_while(|(_, voters)| !voters.contains(turn.seat.own));
    let change = leave_it_out.last();
    change.is_some_and(|(index, _)| index <= turn.applied())
}
