//! A storm: messages are lost, repeated and arrive in any order, servers are killed, links are cut, elections are
//! called for and the client asks for all kinds of things, each as often as its rate says. Who is down comes up again
//! and what is cut is healed after a while, and what is left of a moment is spent as on a calm day.
//!
//! Nobody writes on disks in a storm: what it does, Raft has to bear.

use std::rc::Rc;

use super::{Chance, calm, prompts, servers_up};
use crate::history::EnvelopeId;
use crate::moves::Move;
use crate::network::Link;
use crate::protocol::Terms;
use crate::registry::ServerId;
use crate::say;
use crate::simulation::Simulation;

/// Something that befalls the servers in a storm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    Kill,
    Cut,
    Timeout,
    Change,
    Write,
    Read,
    Lose,
    Repeat,
}

/// How often each of them comes, in percent of the moments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rates {
    /// In the order of [`Trouble::ALL`].
    percent: [u32; Trouble::ALL.len()],
}

/// In how many moments of a hundred one of those who are down is restarted, and one of the links that are cut is healed.
const RECOVERY: u32 = 10;

/// In how many moments of a hundred a leader speaks without being asked.
const BEAT: u32 = 5;

/// In how many of a hundred requests a leader is asked, if there is one, or killed.
const TO_LEADERS: u32 = 75;

/// So many messages are in flight at most for another to be repeated.
const REPEAT_LIMIT: usize = 100;

const KEYS: [&str; 3] = ["a", "b", "c"];

impl Trouble {
    /// In the order in which they are tried.
    pub const ALL: [Trouble; 8] = [
        Trouble::Kill,
        Trouble::Cut,
        Trouble::Timeout,
        Trouble::Change,
        Trouble::Write,
        Trouble::Read,
        Trouble::Lose,
        Trouble::Repeat,
    ];

    /// The word in `storm 7 100 kill 5`.
    pub fn name(self) -> &'static str {
        self.row().0
    }

    /// What a person is told that it is.
    pub fn title(self) -> String {
        say!(self.row().1)
    }

    pub fn parse(word: &str) -> Option<Trouble> {
        Trouble::ALL
            .into_iter()
            .find(|trouble| trouble.name() == word)
    }

    /// Its word, the message that is its title, and how often it comes by itself.
    fn row(self) -> (&'static str, &'static str, u32) {
        match self {
            Trouble::Kill => ("kill", "trouble-kill", 2),
            Trouble::Cut => ("cut", "trouble-cut", 2),
            Trouble::Timeout => ("timeout", "trouble-timeout", 4),
            Trouble::Change => ("change", "trouble-change", 1),
            Trouble::Write => ("write", "trouble-write", 8),
            Trouble::Read => ("read", "trouble-read", 4),
            Trouble::Lose => ("lose", "trouble-lose", 5),
            Trouble::Repeat => ("repeat", "trouble-repeat", 5),
        }
    }
}

impl Default for Rates {
    fn default() -> Rates {
        Rates {
            percent: Trouble::ALL.map(|trouble| trouble.row().2),
        }
    }
}

impl Rates {
    /// In how many moments of a hundred it comes.
    pub fn of(self, trouble: Trouble) -> u32 {
        self.percent[trouble as usize]
    }

    pub fn set(&mut self, trouble: Trouble, percent: u32) {
        self.percent[trouble as usize] = percent;
    }
}

pub fn choose(
    simulation: &Simulation,
    rates: Rates,
    moment: usize,
    chance: &mut Chance,
) -> Option<Move> {
    let mut sky = Sky {
        simulation,
        moment,
        chance,
    };
    sky.recover()
        .or_else(|| sky.trouble(rates))
        .or_else(|| sky.go_on())
        .or_else(|| sky.anything(rates))
}

/// What a storm looks at.
struct Sky<'a> {
    simulation: &'a Simulation,
    moment: usize,
    chance: &'a mut Chance,
}

impl Sky<'_> {
    fn recover(&mut self) -> Option<Move> {
        let restarts = self.chance.percent(RECOVERY);
        let heals = self.chance.percent(RECOVERY);
        let restart = if restarts { self.restart() } else { None };
        restart.or_else(|| if heals { self.heal() } else { None })
    }

    /// The first of what is to come now, and can.
    fn trouble(&mut self, rates: Rates) -> Option<Move> {
        Trouble::ALL.into_iter().find_map(|trouble| {
            let comes = self.chance.percent(rates.of(trouble));
            if comes { self.make(trouble) } else { None }
        })
    }

    /// What goes on between troubles: messages arrive in any order, leaders speak, and so does a calm day.
    fn go_on(&mut self) -> Option<Move> {
        if self.chance.percent(BEAT)
            && let Some(beat) = self.prompt(false)
        {
            return Some(beat);
        }
        if self.chance.percent(50)
            && let Some(id) = self.message()
        {
            return Some(Move::Deliver(id));
        }
        calm::choose(self.simulation, self.chance)
    }

    /// Where nothing else is left to do, whatever can come at all.
    fn anything(&mut self, rates: Rates) -> Option<Move> {
        let recovered = self.restart().or_else(|| self.heal());
        recovered.or_else(|| {
            let mut likely: Vec<Trouble> = Trouble::ALL.to_vec();
            likely.retain(|trouble| rates.of(*trouble) > 0);
            while let Some(trouble) = self.chance.one_of(&likely) {
                let made = self.make(trouble);
                if made.is_some() {
                    return made;
                }
                likely.retain(|other| *other != trouble);
            }
            None
        })
    }

    fn make(&mut self, trouble: Trouble) -> Option<Move> {
        match trouble {
            Trouble::Kill => Some(Move::Kill(self.somebody()?)),
            Trouble::Cut => self.cut(),
            Trouble::Timeout => self.stand(),
            Trouble::Change => self.change(),
            Trouble::Write => {
                let key = self.key();
                self.ask(&format!("set {key} {}", self.moment))
            }
            Trouble::Read => {
                let key = self.key();
                self.ask(&format!("get {key}"))
            }
            Trouble::Lose => Some(Move::Drop(self.message()?)),
            Trouble::Repeat if self.simulation.mail().in_flight().len() >= REPEAT_LIMIT => None,
            Trouble::Repeat => Some(Move::Duplicate(self.message()?)),
        }
    }

    fn message(&mut self) -> Option<EnvelopeId> {
        self.chance.one_of(&self.simulation.mail().ids())
    }

    /// Somebody who is up, mostly a leader.
    fn somebody(&mut self) -> Option<ServerId> {
        let leaders = servers_up(self.simulation, true);
        if self.chance.percent(TO_LEADERS)
            && let Some(leader) = self.chance.one_of(&leaders)
        {
            return Some(leader);
        }
        self.chance.one_of(&servers_up(self.simulation, false))
    }

    fn key(&mut self) -> &'static str {
        self.chance.one_of(&KEYS).expect("there are keys")
    }

    fn ask(&mut self, text: &str) -> Option<Move> {
        let server = self.somebody()?;
        let text = Rc::from(text);
        Some(Move::Ask { server, text })
    }

    fn prompt(&mut self, to_stand: bool) -> Option<Move> {
        let mut prompts = prompts(self.simulation, to_stand);
        let positions: Vec<usize> = (0..prompts.len()).collect();
        let chosen = self.chance.one_of(&positions)?;
        Some(prompts.swap_remove(chosen).1)
    }

    /// A timeout; where there is none, a nomination.
    fn stand(&mut self) -> Option<Move> {
        if self.simulation.protocol().terms() == Terms::Voted {
            return self.prompt(true);
        }
        let server = self.chance.one_of(&servers_up(self.simulation, false))?;
        let text = Rc::from("youre_the_leader");
        Some(Move::Ask { server, text })
    }

    /// One voter more or less, asked of somebody who leads.
    fn change(&mut self) -> Option<Move> {
        let server = self.chance.one_of(&servers_up(self.simulation, true))?;
        let log = &self.simulation.server(server).disk.log;
        let voters = self.simulation.cluster.seat(server).voters(log);
        let adds = self.chance.percent(50);
        let all = self.simulation.registry.ids();
        let possible: Vec<ServerId> = all.filter(|id| voters.contains(*id) != adds).collect();
        let name = self
            .simulation
            .registry
            .name(self.chance.one_of(&possible)?);
        let verb = if adds { "add_server" } else { "remove_server" };
        let text = Rc::from(format!("{verb} {name}"));
        let votes = self.simulation.protocol().terms() == Terms::Voted;
        votes.then_some(Move::Ask { server, text })
    }

    fn restart(&mut self) -> Option<Move> {
        let servers = self.simulation.numbered_servers();
        let can = servers.filter(|(_, state)| !state.is_up() && state.disk.damaged.is_empty());
        let down: Vec<ServerId> = can.map(|(server, _)| server).collect();
        Some(Move::Restart(self.chance.one_of(&down)?))
    }

    fn heal(&mut self) -> Option<Move> {
        let cut: Vec<Link> = self.simulation.cluster.network.cut.iter().collect();
        let (one, other) = self.chance.one_of(&cut)?.ends();
        Some(Move::Heal(one, other))
    }

    /// Half of the cuts are made where there is one already, so that servers get cut off.
    fn cut(&mut self) -> Option<Move> {
        let cut = &self.simulation.cluster.network.cut;
        let ends: Vec<ServerId> = cut.iter().map(|link| link.ends().0).collect();
        let all: Vec<ServerId> = self.simulation.registry.ids().collect();
        let near = if self.chance.percent(50) {
            self.chance.one_of(&ends)
        } else {
            None
        };
        let one = near.or_else(|| self.chance.one_of(&all))?;
        let is_open = |other: &ServerId| *other != one && !cut.contains(Link::between(one, *other));
        let open: Vec<ServerId> = all.into_iter().filter(is_open).collect();
        let other = self.chance.one_of(&open)?;
        Some(Move::Cut(one.min(other), one.max(other)))
    }
}
