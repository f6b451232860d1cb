//! The protocol `ask_length`, written for the model checker stateright: the article's rules, from the article, in types of its own.
//! What the search says is held against what stateright says of this, and so is how fast it is.
//!
//! Between servers and on their disks all is as in Catchup. What the client is told is left out, as the search does with a bound on
//! messages in flight. The client's n-th write is the number n.

use stateright::{Model, Property};

/// Which servers, with what on their disks, and how many there are at most of what happens.
#[derive(Clone, Debug)]
pub struct AskLength {
    pub disks: Vec<Vec<u8>>,
    pub writes: u8,
    pub nominations: u8,
    pub kills: u8,
    pub duplicates: u8,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct State {
    servers: Vec<Server>,
    /// Sorted, so that the order of sending is forgotten.
    air: Vec<Letter>,
    used: Used,
    /// Whether an entry came to another index than it has at its sender.
    repeated: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
struct Used {
    writes: u8,
    nominations: u8,
    kills: u8,
    duplicates: u8,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Server {
    log: Vec<u8>,
    is_up: bool,
    leads: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Letter {
    to: usize,
    /// None from the client.
    from: Option<usize>,
    says: Says,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Says {
    Write(u8),
    /// With a number that tells it from others on the way to the same server.
    YoureTheLeader(u8),
    AskLength,
    TellLength(usize),
    /// Entries after the first so many.
    SendMissing(usize, Vec<u8>),
    SayLevel,
    SayThanks,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    Write(usize),
    Nominate(usize),
    Deliver(Letter),
    Duplicate(Letter),
    Kill(usize),
    Restart(usize),
}

impl Model for AskLength {
    type State = State;
    type Action = Action;

    fn init_states(&self) -> Vec<State> {
        let server = |log: &Vec<u8>| Server {
            log: log.clone(),
            is_up: true,
            leads: false,
        };
        vec![State {
            servers: self.disks.iter().map(server).collect(),
            air: Vec::new(),
            used: Used::default(),
            repeated: false,
        }]
    }

    fn actions(&self, state: &State, actions: &mut Vec<Action>) {
        let mut letters = state.air.clone();
        letters.dedup();
        for letter in letters {
            actions.push(Action::Deliver(letter.clone()));
            if state.used.duplicates < self.duplicates {
                actions.push(Action::Duplicate(letter));
            }
        }
        for (server, is) in state.servers.iter().enumerate() {
            if state.used.writes < self.writes {
                actions.push(Action::Write(server));
            }
            if state.used.nominations < self.nominations {
                actions.push(Action::Nominate(server));
            }
            if !is.is_up {
                actions.push(Action::Restart(server));
            } else if state.used.kills < self.kills {
                actions.push(Action::Kill(server));
            }
        }
    }

    fn next_state(&self, state: &State, action: Action) -> Option<State> {
        let mut state = state.clone();
        match action {
            Action::Write(to) => {
                state.used.writes += 1;
                let says = Says::Write(state.used.writes);
                state.send(None, to, says);
            }
            Action::Nominate(to) => {
                state.used.nominations += 1;
                let number = state.free_number(to);
                state.send(None, to, Says::YoureTheLeader(number));
            }
            Action::Deliver(letter) => {
                let place = state.air.binary_search(&letter).ok()?;
                state.air.remove(place);
                if state.servers[letter.to].is_up {
                    state.hear(letter);
                }
            }
            Action::Duplicate(letter) => {
                state.used.duplicates += 1;
                state.put(letter);
            }
            Action::Kill(server) => {
                state.used.kills += 1;
                state.servers[server].is_up = false;
                state.servers[server].leads = false;
            }
            Action::Restart(server) => state.servers[server].is_up = true,
        }
        Some(state)
    }

    fn properties(&self) -> Vec<Property<AskLength>> {
        vec![Property::always(
            "logs agree and nothing is repeated",
            |_, state: &State| !state.repeated && state.logs_agree(),
        )]
    }
}

impl State {
    fn logs_agree(&self) -> bool {
        let up: Vec<&Server> = self.servers.iter().filter(|server| server.is_up).collect();
        let agree = |one: &Server, other: &Server| {
            let mut pairs = one.log.iter().zip(&other.log);
            pairs.all(|(ours, theirs)| ours == theirs)
        };
        up.iter()
            .all(|one| up.iter().all(|other| agree(one, other)))
    }

    fn free_number(&self, to: usize) -> u8 {
        let is_taken = |number: &u8| {
            let mut air = self.air.iter();
            air.any(|letter| letter.to == to && letter.says == Says::YoureTheLeader(*number))
        };
        (0..).find(|number| !is_taken(number)).unwrap_or_default()
    }

    fn put(&mut self, letter: Letter) {
        let place = self.air.partition_point(|other| *other < letter);
        self.air.insert(place, letter);
    }

    fn send(&mut self, from: Option<usize>, to: usize, says: Says) {
        self.put(Letter { to, from, says });
    }

    fn hear(&mut self, letter: Letter) {
        let Letter {
            to: own,
            from,
            says,
        } = letter;
        let length = self.servers[own].log.len();
        match (says, from) {
            (Says::Write(value), _) => self.servers[own].log.push(value),
            (Says::YoureTheLeader(_), _) => {
                self.servers[own].leads = true;
                for peer in (0..self.servers.len()).filter(|peer| *peer != own) {
                    self.send(Some(own), peer, Says::AskLength);
                }
            }
            (Says::AskLength, Some(peer)) => self.send(Some(own), peer, Says::TellLength(length)),
            (Says::TellLength(theirs), Some(peer)) => {
                let says = match self.servers[own].log.get(theirs..) {
                    Some(missing) if !missing.is_empty() => {
                        Says::SendMissing(theirs, missing.to_vec())
                    }
                    _ => Says::SayLevel,
                };
                self.send(Some(own), peer, says);
            }
            (Says::SendMissing(before, entries), Some(peer)) => {
                self.repeated |= before != length;
                self.servers[own].log.extend(entries);
                self.send(Some(own), peer, Says::SayThanks);
            }
            (Says::SayLevel | Says::SayThanks, _) => {}
            (says, None) => unreachable!("the client says {says:?}"),
        }
    }
}
