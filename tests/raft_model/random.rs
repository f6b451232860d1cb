//! Random schedules: what an unkind world does, from a seed.

use super::model::{Action, Model};
use super::values::*;

/// Marsaglia's xorshift, with a multiplication at the end.
pub struct Xorshift(u64);

impl Xorshift {
    pub fn new(seed: u64) -> Xorshift {
        let mut random = Xorshift(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        for _ in 0..4 {
            random.draw();
        }
        random
    }

    pub fn draw(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11
    }

    pub fn below(&mut self, bound: usize) -> usize {
        (self.draw() % bound as u64) as usize
    }

    pub fn one_of<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        if of.is_empty() {
            None
        } else {
            Some(&of[self.below(of.len())])
        }
    }
}

/// How often each kind of stimulus comes, as weights.
#[derive(Clone, Copy, Debug)]
pub struct Mix {
    pub deliver: usize,
    pub lose: usize,
    pub repeat: usize,
    pub kill: usize,
    pub restart: usize,
    pub cut: usize,
    pub heal: usize,
    pub timeout: usize,
    pub nominate: usize,
    pub heartbeat: usize,
    pub write: usize,
    pub read: usize,
    pub change: usize,
    pub full: usize,
    pub free: usize,
    pub reload: usize,
    /// How many servers may register later.
    pub starts: usize,
}

pub const STORM: Mix = Mix {
    deliver: 120,
    lose: 6,
    repeat: 6,
    kill: 3,
    restart: 8,
    cut: 3,
    heal: 6,
    timeout: 7,
    nominate: 1,
    heartbeat: 8,
    write: 12,
    read: 6,
    change: 5,
    full: 1,
    free: 3,
    reload: 1,
    starts: 2,
};

const NEWCOMERS: [&str; 3] = ["yan", "zoe", "zed"];

/// The next stimulus; always one that can be done.
pub fn choose(model: &Model, random: &mut Xorshift, mix: &Mix) -> Action {
    loop {
        if let Some(action) = try_one(model, random, mix) {
            return action;
        }
    }
}

fn try_one(model: &Model, random: &mut Xorshift, mix: &Mix) -> Option<Action> {
    let names = &model.registry;
    let any = |random: &mut Xorshift| random.one_of(names).unwrap().clone();
    let leaders: Vec<Name> = names
        .iter()
        .filter(|name| matches!(model.servers[*name].role, Role::Leader(_)))
        .cloned()
        .collect();
    let whom = |random: &mut Xorshift| {
        if random.below(8) > 0 {
            random.one_of(&leaders).cloned()
        } else {
            Some(any(random))
        }
    };
    // Replies to the client change nothing when they arrive.
    let air: Vec<EnvelopeId> = model
        .air
        .values()
        .filter(|envelope| envelope.to != CLIENT)
        .map(|envelope| envelope.id)
        .collect();
    let kinds = [
        mix.deliver,
        mix.lose,
        mix.repeat,
        mix.kill,
        mix.restart,
        mix.cut,
        mix.heal,
        mix.timeout,
        mix.nominate,
        mix.heartbeat,
        mix.write,
        mix.read,
        mix.change,
        mix.full,
        mix.free,
        mix.reload,
    ];
    let mut left = random.below(kinds.iter().sum());
    let kind = kinds
        .iter()
        .position(|&weight| {
            if left < weight {
                true
            } else {
                left -= weight;
                false
            }
        })
        .unwrap();
    let action = match kind {
        0 => {
            // The oldest ones more often, so that conversations come to an end.
            let reach = if random.below(2) == 0 {
                air.len().min(3)
            } else {
                air.len()
            };
            Action::Deliver(*random.one_of(&air[..reach])?)
        }
        1 => Action::Drop(*random.one_of(&air)?),
        2 => Action::Duplicate(*random.one_of(&air)?),
        3 => {
            let name = if random.below(2) == 0 {
                random.one_of(&leaders)?.clone()
            } else {
                any(random)
            };
            model.servers[&name].up().then_some(Action::Kill(name))?
        }
        4 => {
            let name = any(random);
            (!model.servers[&name].up()).then_some(Action::Restart(name))?
        }
        5 => {
            let (one, other) = (any(random), any(random));
            let link = (
                one.clone().min(other.clone()),
                one.clone().max(other.clone()),
            );
            (one != other && !model.cuts.contains(&link)).then_some(Action::Cut(one, other))?
        }
        6 => {
            let cuts: Vec<_> = model.cuts.iter().cloned().collect();
            let (one, other) = random.one_of(&cuts)?.clone();
            Action::Heal(one, other)
        }
        7 => {
            let name = any(random);
            let server = &model.servers[&name];
            let stands = matches!(server.role, Role::Follower { .. } | Role::Candidate { .. });
            (stands && server.configuration(&model.founders).1.contains(&name))
                .then_some(Action::Timeout(name))?
        }
        8 => Action::Client(any(random), "youre_the_leader".into()),
        9 => Action::Heartbeat(random.one_of(&leaders)?.clone()),
        10 => {
            let value = model.sent % 97;
            let key = ["a", "b"][random.below(2)];
            let text = if random.below(6) == 0 {
                format!("delete {key}")
            } else {
                format!("set {key} {value}")
            };
            Action::Client(whom(random)?, text)
        }
        11 => Action::Client(
            whom(random)?,
            format!("get {}", ["a", "b"][random.below(2)]),
        ),
        12 => {
            let started = names
                .iter()
                .filter(|name| NEWCOMERS.contains(&name.as_str()))
                .count();
            if started < mix.starts && random.below(4) == 0 {
                return Some(Action::Start(NEWCOMERS[started].into()));
            }
            let verb = ["add_server", "remove_server"][random.below(2)];
            Action::Client(whom(random)?, format!("{verb} {}", any(random)))
        }
        13 => {
            let name = any(random);
            (!model.servers[&name].disk_full).then_some(Action::Full(name))?
        }
        14 => {
            let name = any(random);
            model.servers[&name]
                .disk_full
                .then_some(Action::Free(name))?
        }
        _ => Action::Reload,
    };
    Some(action)
}
