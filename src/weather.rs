//! What chooses when nobody does: a calm day, on which all goes as well as it can, or a storm. What is chosen
//! is a move like any other, so that the run that comes of it says nothing of chance.
//!
//! A choice is a function of a seed, of the moment that it leads to and of the state, and of nothing else:
//! a run is let go on in one piece or moment by moment, with the same outcome.

use oorandom::Rand32;

use crate::moves::Move;
use crate::protocol::Offer;
use crate::registry::ServerId;
use crate::simulation::Simulation;

mod calm;
mod storm;

pub use storm::{Rates, Trouble};

/// How it goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weather {
    Calm,
    Storm(Rates),
}

/// Chooses what leads to this moment. None when nothing is left to do.
pub fn choose(simulation: &Simulation, weather: Weather, seed: u32, moment: usize) -> Option<Move> {
    let mut chance = Chance::at(seed, moment);
    match weather {
        Weather::Calm => calm::choose(simulation, &mut chance),
        Weather::Storm(rates) => storm::choose(simulation, rates, moment, &mut chance),
    }
}

/// Chance at one moment.
struct Chance {
    random: Rand32,
}

impl Chance {
    /// The seed is put where it can't be mistaken for a later moment.
    fn at(seed: u32, moment: usize) -> Chance {
        Chance {
            random: Rand32::new_inc(u64::from(seed) << 32, moment as u64),
        }
    }

    /// True that many times in a hundred.
    fn percent(&mut self, percent: u32) -> bool {
        self.random.rand_range(0..100) < percent
    }

    /// One of these, each as likely as the others; none of none.
    fn one_of<T: Copy>(&mut self, choices: &[T]) -> Option<T> {
        let count = choices.len() as u32;
        (count > 0).then(|| choices[self.random.rand_range(0..count) as usize])
    }
}

/// What servers offer to do, to stand for election or anything but that.
fn prompts(simulation: &Simulation, to_stand: bool) -> Vec<(ServerId, Move)> {
    let mut moves = Vec::new();
    for (server, state) in simulation.numbered_servers() {
        let offered = state.prompts(simulation.cluster.seat(server)).into_iter();
        let asked = offered.filter(|prompt| prompt.stands() == to_stand);
        moves.extend(asked.map(|prompt| (server, Move::Prompt { server, prompt })));
    }
    moves
}

/// Who is up, leaders alone or all of them.
fn servers_up(simulation: &Simulation, leaders: bool) -> Vec<ServerId> {
    let servers = simulation.numbered_servers();
    let asked = servers.filter(|(_, state)| state.is_up() && (!leaders || state.is_leader()));
    asked.map(|(server, _)| server).collect()
}
