//! Who votes: changes of one server at a time, chapter 4 of the dissertation, with the correction of 2015.
//! A configuration is in force as soon as it is in a server's log, and out of force when it is cut from it.

use crate::client::Unchanged;
use crate::log::{Index, Log};
use crate::protocol::{Seat, Turn};
use crate::registry::{ServerId, ServerSet};
use crate::rule::Rule;

use super::{Message, Reign, commit};

/// The voters after a change, or why it can't be made. None stands for a name that nobody has.
pub fn changed(
    turn: &Turn<Message>,
    server: Option<ServerId>,
    adds: bool,
) -> Result<ServerSet, Unchanged> {
    let server = server.ok_or(Unchanged::NotRegistered)?;
    let mut voters = turn.seat.voters(&turn.disk().log);
    if adds {
        let is_new = voters.insert(server);
        is_new.then_some(()).ok_or(Unchanged::VotesAlready)?;
    } else {
        let voted = voters.remove(server);
        voted.then_some(()).ok_or(Unchanged::VotesNotAnyway)?;
        if voters.is_empty() {
            return Err(Unchanged::IsTheLast);
        }
    }
    if let Some(index) = open_change(turn)
        && turn.seat.keeps(Rule::OneChangeAtATime)
    {
        return Err(Unchanged::LastChangeIsOpen(index));
    }
    if !commit::has_committed_own(turn) && turn.seat.keeps(Rule::ChangeAfterOwnEntry) {
        return Err(Unchanged::NothingOfItsTermYet);
    }
    Ok(voters)
}

/// Whether a server stands for election: who votes, and who voted until a change that it does not know to be
/// committed. Its log can be what the others lack, so they may need it until then: section 4.2.2 of the dissertation.
pub fn stands(seat: Seat, log: &Log, commit_index: Index) -> bool {
    for (index, voters) in log.configurations() {
        let votes = voters.contains(seat.own);
        if votes || index <= commit_index {
            return votes;
        }
    }
    seat.setting.voters.contains(seat.own)
}

/// The latest change, when it is not committed.
fn open_change(turn: &Turn<Message>) -> Option<Index> {
    let (index, _) = turn.disk().log.configurations().next()?;
    (index > turn.applied()).then_some(index)
}

impl Reign {
    /// Other servers are its peers from now on. A new one gets the entries from an index on; what is known of
    /// one that left is forgotten.
    pub(super) fn change_peers(&mut self, peers: ServerSet, next_index: Index) {
        self.followers.retain(peers);
        for peer in peers.iter() {
            self.followers.meet(peer, next_index);
        }
        for read in &mut self.reads {
            let stayed = read.confirmed.iter().filter(|peer| peers.contains(*peer));
            read.confirmed = stayed.collect();
        }
    }
}
