//! A good day: messages arrive in about the order in which they were sent; when the air is empty, whoever leads
//! sees to it that nobody lacks anything; and when nobody can lead, somebody stands who will be elected.
//!
//! It knows more than any server does: what is offered it tries on a copy first. So it ends where nothing would
//! change any more, whatever is cut, down, full or switched off. It restarts, heals, writes and nominates nothing.

use super::{Chance, prompts, servers_up};
use crate::moves::Move;
use crate::network::Link;
use crate::registry::ServerId;
use crate::simulation::Simulation;

/// How many of the oldest messages may overtake each other.
const NEARLY_OLDEST: usize = 3;

/// In how many moments of a hundred the oldest message arrives next, whatever else may overtake it.
const IN_ORDER: u32 = 75;

/// How many deliveries it looks ahead at most.
const FORESIGHT: usize = 1_000;

/// How often who stands may have to try: the first time it may learn that it is in too early a term.
const TRIES: usize = 2;

pub fn choose(simulation: &Simulation, chance: &mut Chance) -> Option<Move> {
    arrive(simulation, chance).or_else(|| choose_in_quiet(simulation, chance))
}

/// Lets a message arrive: the oldest, or one that is nearly so. None when nothing is in flight.
fn arrive(simulation: &Simulation, chance: &mut Chance) -> Option<Move> {
    let in_flight = simulation.mail().ids();
    let may_overtake = if chance.percent(IN_ORDER) {
        1
    } else {
        NEARLY_OLDEST
    };
    let nearly_oldest = &in_flight[..in_flight.len().min(may_overtake)];
    Some(Move::Deliver(chance.one_of(nearly_oldest)?))
}

/// What there is to do while nothing is in flight.
fn choose_in_quiet(simulation: &Simulation, chance: &mut Chance) -> Option<Move> {
    let is_of_use = |(_, a_move): &(ServerId, Move)| leads_on(simulation, a_move);
    let useful = prompts(simulation, false).into_iter().filter(is_of_use);
    let mut choices: Vec<(ServerId, Move)> = useful.collect();
    if choices.is_empty() && !somebody_leads(simulation) {
        let all = prompts(simulation, true).into_iter();
        choices.extend(all.filter(|(server, a_move)| wins(simulation, *server, a_move)));
    }
    let positions: Vec<usize> = (0..choices.len()).collect();
    let chosen = chance.one_of(&positions)?;
    Some(choices.swap_remove(chosen).1)
}

/// Whether anything is different once this was done and all that came of it has arrived. A cluster is all that
/// can still matter, so the same cluster means that it was of no use.
fn leads_on(simulation: &Simulation, a_move: &Move) -> bool {
    let mut ahead = simulation.clone();
    perform_and_settle(&mut ahead, a_move, |_| ());
    ahead.cluster != simulation.cluster
}

/// Whether a server that stands is elected in the end, or was, until it had done what only it could do: committed
/// the change that removes it.
fn wins(simulation: &Simulation, server: ServerId, a_move: &Move) -> bool {
    let mut ahead = simulation.clone();
    let mut has_led = false;
    for _ in 0..TRIES {
        perform_and_settle(&mut ahead, a_move, |ahead| {
            has_led |= ahead.server(server).is_leader();
        });
        if ahead.server(server).is_leader() {
            return true;
        }
        let stands = prompts(&ahead, true);
        if !stands.iter().any(|(_, offered)| offered == a_move) {
            return has_led;
        }
    }
    false
}

/// Does something, and lets all that comes of it arrive. `look` sees each moment.
fn perform_and_settle(
    simulation: &mut Simulation,
    a_move: &Move,
    mut look: impl FnMut(&Simulation),
) {
    simulation.perform(a_move);
    look(simulation);
    for _ in 0..FORESIGHT {
        let Some(oldest) = simulation.mail().oldest() else {
            return;
        };
        simulation.perform(&Move::Deliver(oldest));
        look(simulation);
    }
}

/// Whether a leader that is up reaches a majority of those who vote, as its own log has them.
fn somebody_leads(simulation: &Simulation) -> bool {
    let mut leaders = servers_up(simulation, true).into_iter();
    leaders.any(|leader| {
        let log = &simulation.server(leader).disk.log;
        let voters = simulation.cluster.seat(leader).voters(log);
        let reached = voters
            .iter()
            .filter(|voter| reaches(simulation, leader, *voter));
        reached.count() >= voters.majority()
    })
}

/// Whether a message would arrive.
fn reaches(simulation: &Simulation, from: ServerId, to: ServerId) -> bool {
    let cut = &simulation.cluster.network.cut;
    let is_open = from == to || !cut.contains(Link::between(from, to));
    is_open && simulation.server(to).is_up()
}
