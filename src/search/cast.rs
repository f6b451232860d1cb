//! Servers in their states, letters, and what a server does when something reaches it. Each of these is worked out once,
//! by the protocol's own handler, and remembered.

use std::ops::Range;
use std::rc::Rc;

use crate::catalog::{self, Message, Prompt};
use crate::client::Reply;
use crate::log::Log;
use crate::network::{Letter, Payload};
use crate::properties;
use crate::property::Property;
use crate::protocol::{Effect, Seat, Stimulus};
use crate::registry::{Party, Rename, ServerId};
use crate::server::Server;

use super::Bound;
use super::group::Way;
use super::moved::Moved;
use super::tables::{Id, Interner, NONE, PairMap};
use super::world::{World, server_at};

/// A server in a state, with its place in the registry.
pub type Seated = (u8, Server);

/// What is often asked about a seated server.
#[derive(Clone, Copy)]
pub struct SeatedFacts {
    pub log: Id,
    pub is_up: bool,
    pub leads: bool,
}

/// What reaches a server.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Event {
    Letter(Id),
    Prompt(Id),
    Kill,
    Restart,
}

/// What a server did upon something.
#[derive(Clone, Copy)]
pub struct Transition {
    pub server: Id,
    /// What it sent, as a piece of the list.
    sends: (u32, u32),
    /// What a witness takes note of; [`NONE`] for nothing.
    pub notes: Id,
    /// Whether its log may be at odds with others from now on.
    pub looks_at_logs: bool,
    /// Whether somebody was elected or something was committed.
    pub looks_at_leaders: bool,
    /// Whether an entry came to another index than it has at its sender.
    pub repeats: bool,
    /// Whether nothing is different but that something has arrived.
    pub is_idle: bool,
}

impl Transition {
    /// The numbers of what was sent.
    pub fn sends(&self) -> Range<u32> {
        self.sends.0..self.sends.1
    }
}

/// What a witness takes note of.
pub struct Notes {
    pub id: ServerId,
    /// In the state in which it was then.
    pub server: Server,
    pub leads: bool,
    pub effects: Vec<Effect<Message>>,
}

pub struct Cast {
    servers: Interner<Seated>,
    facts: Vec<SeatedFacts>,
    logs: Interner<Log>,
    letters: Interner<Letter>,
    /// From whom, and to whom.
    ends: Vec<(u8, u8)>,
    prompts: Interner<Prompt>,
    transitions: Vec<Transition>,
    known: PairMap,
    sends: Vec<(u8, Id)>,
    notes: Vec<Rc<Notes>>,
    /// For two logs, the properties that they break together.
    clashes: PairMap,
    pub moved: Moved,
}

/// How letters, prompts and the rest are told apart as one number.
const PROMPTS: u32 = 1 << 31;
const KILL: u32 = PROMPTS - 1;
const RESTART: u32 = PROMPTS - 2;

impl Cast {
    pub fn new() -> Cast {
        Cast {
            servers: Interner::new(),
            facts: Vec::new(),
            logs: Interner::new(),
            letters: Interner::new(),
            ends: Vec::new(),
            prompts: Interner::new(),
            transitions: Vec::new(),
            known: PairMap::new(),
            sends: Vec::new(),
            notes: Vec::new(),
            clashes: PairMap::new(),
            moved: Moved::new(),
        }
    }

    pub fn seat(&mut self, position: usize, server: Server) -> Id {
        let log = self.logs.intern(server.disk.log.clone());
        let (is_up, leads) = (server.is_up(), server.is_leader());
        let id = self.servers.intern((position as u8, server));
        if id as usize == self.facts.len() {
            self.facts.push(SeatedFacts { log, is_up, leads });
        }
        id
    }

    /// Its place in the registry.
    pub fn position(&self, id: Id) -> usize {
        usize::from(self.servers.get(id).0)
    }

    pub fn server(&self, id: Id) -> &Server {
        &self.servers.get(id).1
    }

    pub fn facts(&self, id: Id) -> SeatedFacts {
        self.facts[id as usize]
    }

    /// The number of a letter. The client's place is after all servers.
    pub fn letter_id(&mut self, world: &World, letter: Letter) -> Id {
        let position = |party| match party {
            Party::Client => world.count() as u8,
            Party::Server(server) => server.0,
        };
        let ends = (position(letter.from), position(letter.to));
        let id = self.letters.intern(letter);
        assert!(id < RESTART, "too many letters to count");
        if id as usize == self.ends.len() {
            self.ends.push(ends);
        }
        id
    }

    /// The number of what a way makes of a log.
    pub fn log_renamed(&mut self, log: Id, way: &Way) -> Id {
        let mut renamed = Log::clone(self.logs.get(log));
        renamed.rename(&way.renaming);
        self.logs.intern(renamed)
    }

    pub fn letter(&self, id: Id) -> &Rc<Letter> {
        self.letters.get(id)
    }

    /// From whom and to whom a letter is.
    pub fn ends(&self, letter: Id) -> (u8, u8) {
        self.ends[letter as usize]
    }

    /// Whether a letter can't do anything to a server any more.
    pub fn is_spent(&self, letter: Id, server: Id) -> bool {
        let Payload::Message(message) = &self.letter(letter).payload else {
            return false;
        };
        let Server { disk, memory } = self.server(server);
        let memory = memory.as_ref();
        memory.is_some_and(|memory| catalog::is_spent(message, disk, &memory.protocol))
    }

    /// What a server offers, each with what it is one of.
    pub fn prompts(&mut self, world: &World, server: Id) -> Vec<(Id, Bound)> {
        let (position, state) = &**self.servers.get(server);
        let offered = state.prompts(seat(world, *position)).into_iter();
        let offered: Vec<(Bound, Prompt)> = offered
            .map(|prompt| (Bound::of_prompt(&prompt), prompt))
            .collect();
        let numbered = offered.into_iter();
        let numbered = numbered.map(|(bound, prompt)| (self.prompts.intern(prompt), bound));
        numbered.collect()
    }

    pub fn prompt(&self, id: Id) -> &Prompt {
        self.prompts.get(id)
    }

    pub fn transition(&self, id: Id) -> Transition {
        self.transitions[id as usize]
    }

    /// What was sent, with its receiver's place, by its number in the list.
    pub fn sent(&self, at: u32) -> (u8, Id) {
        self.sends[at as usize]
    }

    pub fn notes(&self, id: Id) -> Rc<Notes> {
        self.notes[id as usize].clone()
    }

    /// What a server does upon something.
    pub fn react(&mut self, world: &World, server: Id, event: Event) -> Id {
        let stimulus = match event {
            Event::Letter(letter) => letter,
            Event::Prompt(prompt) => PROMPTS + prompt,
            Event::Kill => KILL,
            Event::Restart => RESTART,
        };
        if let Some(known) = self.known.get(server, stimulus) {
            return known;
        }
        let transition = self.work_out(world, server, event);
        let id = self.transitions.len() as Id;
        self.transitions.push(transition);
        self.known.insert(server, stimulus, id);
        id
    }

    /// Which promises the logs of two servers that are up break together, as bits in their order.
    pub fn clash(&mut self, world: &World, one: Id, other: Id) -> u16 {
        let (one, other) = (one.min(other), one.max(other));
        if one == other {
            return 0;
        }
        if let Some(known) = self.clashes.get(one, other) {
            return known as u16;
        }
        let (ours, theirs) = (self.logs.get(one), self.logs.get(other));
        let broken = world.broken(|property| properties::clash(property, ours, theirs));
        self.clashes.insert(one, other, Id::from(broken));
        broken
    }

    /// About how much memory all of it takes.
    pub fn bytes(&self) -> usize {
        let values = self.servers.len() * 600 + self.letters.len() * 250 + self.logs.len() * 300;
        let notes = self.notes.len() * 400;
        let lists = self.transitions.len() * size_of::<Transition>() + self.sends.len() * 8;
        values + notes + lists + self.known.bytes() + self.clashes.bytes() + self.moved.bytes()
    }

    fn work_out(&mut self, world: &World, before: Id, event: Event) -> Transition {
        let (position, mut server) = Seated::clone(self.servers.get(before));
        let led = server.is_leader();
        let seat = seat(world, position);
        let mut effects = Vec::new();
        match event {
            Event::Letter(letter) => {
                let letter = self.letter(letter).clone();
                let stimulus = stimulus_of(&letter);
                effects = server.handle(seat, &world.registry, stimulus).1;
            }
            Event::Prompt(prompt) => {
                let prompt = self.prompts.get(prompt).clone();
                let stimulus = Stimulus::Prompt(&*prompt);
                effects = server.handle(seat, &world.registry, stimulus).1;
            }
            Event::Kill => server.kill(world.setting),
            Event::Restart => server.restart(world.protocol),
        }
        let first = self.sends.len() as u32;
        for effect in &effects {
            self.send(world, seat.own, effect);
        }
        let is = |what: fn(&Effect<Message>) -> bool| effects.iter().any(what);
        let (looks_at_logs, looks_at_leaders) = (
            event == Event::Restart || is(|one| matches!(one, Effect::Appended { .. })),
            is(|one| matches!(one, Effect::Elected { .. } | Effect::Committed { .. })),
        );
        let repeats = world.checked.contains(&Property::NothingRepeated) && is(repeats);
        let leads = led && server.is_leader();
        let after = self.seat(usize::from(position), server.clone());
        let notes = self.note(seat.own, server, leads, effects);
        let sends = (first, self.sends.len() as u32);
        Transition {
            server: after,
            sends,
            notes,
            looks_at_logs,
            looks_at_leaders,
            repeats,
            is_idle: after == before && sends.0 == sends.1 && notes == NONE,
        }
    }

    fn send(&mut self, world: &World, from: ServerId, effect: &Effect<Message>) {
        let from = Party::Server(from);
        let letter = match effect {
            Effect::Sent { to, message } => Letter {
                from,
                to: Party::Server(*to),
                payload: Payload::Message(message.clone()),
            },
            Effect::Replied { request, reply } if world.parties() > world.count() => Letter {
                from,
                to: Party::Client,
                payload: Payload::Reply {
                    request: request.clone(),
                    reply: reply.clone(),
                },
            },
            _ => return,
        };
        let letter = self.letter_id(world, letter);
        self.sends.push((self.ends(letter).1, letter));
    }

    fn note(
        &mut self,
        id: ServerId,
        server: Server,
        leads: bool,
        mut effects: Vec<Effect<Message>>,
    ) -> Id {
        effects.retain(is_of_note);
        if effects.is_empty() {
            return NONE;
        }
        self.notes.push(Rc::new(Notes {
            id,
            server,
            leads,
            effects,
        }));
        self.notes.len() as Id - 1
    }
}

fn seat(world: &World, position: u8) -> Seat {
    Seat {
        own: server_at(usize::from(position)),
        server_count: world.count() as u8,
        setting: world.setting,
    }
}

fn stimulus_of(letter: &Letter) -> Stimulus<'_, Message, Prompt> {
    match (&letter.payload, letter.from) {
        (Payload::Request(request), Party::Client) => Stimulus::Request(request),
        (Payload::Message(message), Party::Server(from)) => Stimulus::Message { from, message },
        _ => unreachable!("a server gets a {}", letter.kind()),
    }
}

/// Whether entries were appended at another index than they have at their sender.
fn repeats(effect: &Effect<Message>) -> bool {
    match effect {
        Effect::Appended {
            section,
            sender_first: Some(sender_first),
        } => section.first != *sender_first,
        _ => false,
    }
}

/// Whether a witness might take note of it.
fn is_of_note(effect: &Effect<Message>) -> bool {
    match effect {
        Effect::Elected { .. }
        | Effect::Nominated { .. }
        | Effect::Truncated { .. }
        | Effect::Committed { .. }
        | Effect::Applied { .. } => true,
        Effect::Replied { reply, .. } => {
            matches!(**reply, Reply::Wrote { .. } | Reply::Value { .. })
        }
        _ => false,
    }
}
