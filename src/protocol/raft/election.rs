//! Elections: section 5.2 of the paper, and the restriction of section 5.4.1 on who can win one.

use crate::client::Declined;
use crate::log::{Operation, TERM_LIMIT};
use crate::protocol::replication::{EntryId, Followers};
use crate::protocol::{Seat, Turn};
use crate::registry::{ServerId, ServerSet};
use crate::rule::Rule;

use super::decision::WhyNot;
use super::messages::NoVote;
use super::{Did, Memory, Message, Reign, commit, replication};

/// It has heard of no leader for a while. The prompt is offered to who stands and does not lead.
pub fn time_out(turn: &mut Turn<Message>, memory: &mut Memory) -> Did {
    match may_stand(turn) {
        Ok(()) => stand(turn, memory),
        Err(why) => Did::CouldNotStand { why },
    }
}

/// Whether the next term can be written, or why not.
pub fn may_stand(turn: &Turn<Message>) -> Result<(), Declined> {
    if turn.is_full() {
        return Err(Declined::DiskFull);
    }
    if turn.disk().term() >= TERM_LIMIT {
        return Err(Declined::NoLaterTerm);
    }
    Ok(())
}

/// Stands for election in the next term. Who votes alone leads at once. Who votes no more does not count itself.
pub fn stand(turn: &mut Turn<Message>, memory: &mut Memory) -> Did {
    let term = turn.stand();
    let own = turn.seat.own;
    let voters = turn.seat.voters(&turn.disk().log);
    let votes: ServerSet = [own]
        .into_iter()
        .filter(|own| voters.contains(*own))
        .collect();
    *memory = Memory::Candidate { votes };
    let last = EntryId::at(&turn.disk().log, turn.last_index());
    let peers = replication::peers(turn);
    for peer in peers.iter() {
        turn.send(peer, Message::RequestVote { term, last });
    }
    let elected = matches!(lead(turn, memory, votes), Lead::Leads);
    Did::Stood {
        term,
        peers: peers.len() as u32,
        counts: voters.contains(own),
        elected,
    }
}

/// Somebody asks for a vote. Whoever asks is answered, voter or not: who is asked may not know yet that
/// either of them votes.
pub fn consider(turn: &mut Turn<Message>, candidate: ServerId, last: EntryId) -> Did {
    if turn.is_full() {
        let gave_up = None;
        return Did::Silent {
            from: candidate,
            gave_up,
        };
    }
    let term = turn.disk().term();
    let why_not = why_not(turn, candidate, last);
    if why_not.is_none() {
        turn.vote(candidate);
    }
    let own = turn.seat.own;
    let no = why_not.map(|why_not| match why_not {
        WhyNot::VotedFor(other) if other == own => NoVote::VotedForItself,
        WhyNot::VotedFor(_) => NoVote::VotedAlready,
        WhyNot::IsBehind { own, .. } => NoVote::HasNewerLog(own),
    });
    turn.send(candidate, Message::VoteResponse { term, no });
    Did::Voted {
        candidate,
        term,
        why_not,
    }
}

fn why_not(turn: &Turn<Message>, candidate: ServerId, last: EntryId) -> Option<WhyNot> {
    let other = turn
        .disk()
        .hard_state
        .voted_for
        .filter(|&other| other != candidate);
    if let Some(other) = other
        && turn.seat.keeps(Rule::OneVoteATerm)
    {
        return Some(WhyNot::VotedFor(other));
    }
    let own = EntryId::at(&turn.disk().log, turn.last_index());
    let is_behind = (last.term, last.index) < (own.term, own.index);
    if is_behind && turn.seat.keeps(Rule::UpToDateCheck) {
        return Some(WhyNot::IsBehind { last, own });
    }
    None
}

/// A server answered whether it votes for this one.
pub fn count(turn: &mut Turn<Message>, memory: &mut Memory, peer: ServerId, granted: bool) -> Did {
    let voters = turn.seat.voters(&turn.disk().log);
    let Memory::Candidate { votes } = memory else {
        return Did::StandsNoMore { peer, granted };
    };
    if !granted {
        return Did::HeardNo { peer };
    }
    if !voters.contains(peer) {
        return Did::HeardNonVoter { peer };
    }
    let is_new = votes.insert(peer);
    let votes = *votes;
    Did::Counted {
        peer,
        is_new,
        votes: votes.len() as u32,
        needed: needed(turn.seat, voters) as u32,
        lead: lead(turn, memory, votes),
    }
}

/// How many votes make a leader.
pub fn needed(seat: Seat, voters: ServerSet) -> usize {
    if seat.keeps(Rule::MajorityOfVotes) {
        voters.majority()
    } else {
        voters.len().min(2)
    }
}

/// What votes led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lead {
    /// Too few yet.
    NotYet,
    /// Enough, but the first entry can't be written.
    HasNoRoom,
    Leads,
}

/// Leads, if it has the votes.
fn lead(turn: &mut Turn<Message>, memory: &mut Memory, votes: ServerSet) -> Lead {
    let voters = turn.seat.voters(&turn.disk().log);
    if votes.len() < needed(turn.seat, voters) {
        return Lead::NotYet;
    }
    let begins_with_no_op = turn.seat.keeps(Rule::NoOpFirst);
    if begins_with_no_op && turn.has_room().is_err() {
        return Lead::HasNoRoom;
    }
    let term = turn.disk().term();
    turn.be_elected(term);
    let mut followers = Followers::default();
    let next_index = turn.last_index() + 1;
    for peer in replication::peers(turn).iter() {
        followers.meet(peer, next_index);
    }
    *memory = Memory::Leader(Reign {
        followers,
        ..Reign::default()
    });
    if begins_with_no_op {
        let written = turn.write(term, Operation::NoOp);
        assert!(written.is_ok(), "there is room for one more entry");
    }
    replication::send_to_all(turn, memory);
    commit::look(turn, memory);
    Lead::Leads
}
