//! What clients ask for. Only a leader takes writes, reads and changes; it answers when they are done.

use std::rc::Rc;

use crate::client::{Change, Declined, Read, Reply, Request, Wait, Wish};
use crate::log::{Index, Operation};
use crate::protocol::Turn;
use crate::rule::Rule;

use super::{Did, Memory, Message, Reign, WaitingRead, commit, election, membership, replication};

/// Does what a client asks, or declines.
pub fn answer(turn: &mut Turn<Message>, memory: &mut Memory, request: &Rc<Request>) -> Did {
    let granted = match request.wish() {
        Err(Declined::Unknown { text, .. }) => Err(Declined::Unknown { text, votes: true }),
        Err(why) => Err(why),
        Ok(Wish::Lead) => nominate(turn, memory, request),
        Ok(Wish::Read(Read::Get { key })) => get(turn, memory, request, key),
        Ok(Wish::Read(read)) => Ok(Did::Answered(turn.read(request, &read))),
        Ok(Wish::Write(command)) => {
            let operation = Operation::Command(command);
            write(turn, memory, request, operation)
        }
        Ok(Wish::Change(change)) => change_voters(turn, memory, request, change),
    };
    granted.unwrap_or_else(|why| Did::Answered(turn.decline(request, why)))
}

/// Stands for election as if its timeout had come: section 3.10 of the dissertation.
fn nominate(
    turn: &mut Turn<Message>,
    memory: &mut Memory,
    request: &Rc<Request>,
) -> Result<Did, Declined> {
    if let Memory::Leader(_) = memory {
        return Ok(Did::Answered(turn.reply(request, Reply::LeadsAlready)));
    }
    if !membership::stands(turn.seat, &turn.disk().log, turn.applied()) {
        return Err(Declined::NotAVoter);
    }
    election::may_stand(turn)?;
    turn.reply(request, Reply::Standing);
    Ok(election::stand(turn, memory))
}

/// What the leader keeps, or that it isn't one.
fn reign(memory: &mut Memory) -> Result<&mut Reign, Declined> {
    match memory {
        Memory::Leader(reign) => Ok(reign),
        Memory::Follower { leader } => Err(Declined::NotLeader { leader: *leader }),
        Memory::Candidate { .. } => Err(Declined::NotLeader { leader: None }),
    }
}

fn write(
    turn: &mut Turn<Message>,
    memory: &mut Memory,
    request: &Rc<Request>,
    operation: Operation,
) -> Result<Did, Declined> {
    let reign = reign(memory)?;
    let index = turn.write(turn.disk().term(), operation)?;
    commit::answer_when_done(turn, reign, request, index);
    Ok(send(turn, memory, index))
}

fn change_voters(
    turn: &mut Turn<Message>,
    memory: &mut Memory,
    request: &Rc<Request>,
    change: Change,
) -> Result<Did, Declined> {
    let reign = reign(memory)?;
    let Change { name, adds } = change;
    let voters = match membership::changed(turn, turn.find(&name), adds) {
        Ok(voters) => voters,
        Err(why) => return Err(Declined::Unchanged { name, why }),
    };
    let next_index = turn.last_index() + 1;
    let index = turn.write(turn.disk().term(), Operation::Configuration(voters))?;
    turn.configure(voters);
    reign.change_peers(replication::peers(turn), next_index);
    commit::answer_when_done(turn, reign, request, index);
    Ok(send(turn, memory, index))
}

/// Sends what was just written to everybody, and looks whether that is enough.
fn send(turn: &mut Turn<Message>, memory: &mut Memory, index: Index) -> Did {
    let peers = replication::send_to_all(turn, memory);
    commit::look(turn, memory);
    let done = turn.applied() >= index;
    Did::Wrote { index, peers, done }
}

/// Asks a majority whether it still leads, and answers later.
fn get(
    turn: &mut Turn<Message>,
    memory: &mut Memory,
    request: &Rc<Request>,
    key: Rc<str>,
) -> Result<Did, Declined> {
    let reign = reign(memory)?;
    if !turn.seat.keeps(Rule::ReadsAskAMajority) {
        return Ok(Did::Answered(turn.read(request, &Read::Get { key })));
    }
    reign.beat += 1;
    reign.reads.push(WaitingRead {
        request: request.clone(),
        key,
        beat: reign.beat,
        confirmed: Default::default(),
    });
    turn.wait(request, Wait::Majority(reign.beat));
    let peers = replication::send_to_all(turn, memory);
    commit::look(turn, memory);
    Ok(Did::AsksAMajority { peers })
}
