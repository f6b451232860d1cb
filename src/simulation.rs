//! The cluster, and the one step function by which anything happens to it.
//!
//! [`Simulation::apply`] takes an action and either rejects it, changing nothing, or carries it out and
//! tells what happened, in order. There is no clock, no random number and no IO in here: the same
//! actions from the same start lead to the same state and the same events, always.

use std::rc::Rc;

use crate::action::{Action, Rejection, find};
use crate::catalog::ProtocolName;
use crate::client::{NOMINATION, Reply, Request};
use crate::event::{Event, Loss, Obstacle};
use crate::log::{Disk, Entry, Index, LOG_LIMIT, Space, Term, split_word};
use crate::network::{Envelope, EnvelopeId, Link, Network, Payload};
use crate::protocol::{Effect, Terms};
use crate::registry::{Name, Party, Registry, ServerId};
use crate::server::{Disks, Handled, Outcome, Seat, Server, Stimulus};

/// Everything there is.
///
/// Invariant: one server for each registered name, in order of registration.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Simulation {
    pub protocol: ProtocolName,
    pub registry: Registry,
    pub servers: Vec<Server>,
    pub network: Network,
    /// How many nominations were taken; they tell which leader is the latest.
    nominations: u32,
    /// The highest term that was ever stamped on a nomination; 0 for none.
    stamped_term: Term,
}

impl Simulation {
    /// A cluster in which each of these servers has registered, read its disk and come up.
    pub fn new(protocol: ProtocolName, disks: &Disks) -> Simulation {
        let start = |disk: &Disk| Server::start(disk.clone(), protocol);
        Simulation {
            protocol,
            registry: disks.registry.clone(),
            servers: disks.disks.iter().map(start).collect(),
            network: Network::default(),
            nominations: 0,
            stamped_term: 0,
        }
    }

    /// What lies on the disks now.
    pub fn disks(&self) -> Disks {
        let servers = self.servers.iter();
        Disks {
            registry: self.registry.clone(),
            disks: servers.map(|server| server.disk.clone()).collect(),
        }
    }

    /// Carries out one action, or says why it cannot be done and changes nothing.
    pub fn apply(&mut self, action: &Action) -> Result<Vec<Event>, Box<Rejection>> {
        let mut events = Vec::new();
        let done = match action {
            Action::Client { server, text } => self.ask(server, text, &mut events),
            Action::Deliver(id) => self.deliver(*id, &mut events),
            Action::Drop(id) => self.lose(*id, &mut events),
            Action::Duplicate(id) => self.duplicate(*id, &mut events),
            Action::Kill(name) => self.kill(name, &mut events),
            Action::Restart(name) => self.restart(name, &mut events),
            Action::Start(name) => self.start(name, &mut events),
            Action::Cut(one, other) => self.cut(one, other, &mut events),
            Action::Heal(one, other) => self.heal(one, other, &mut events),
            Action::Full(name) => self.fill(name, &mut events),
            Action::Free(name) => self.free(name, &mut events),
            Action::Wipe(name) => self.wipe(name, &mut events),
            Action::Write { server, entry } => self.write(server, entry, &mut events),
            Action::Keep { server, keep } => self.keep(server, *keep, &mut events),
            Action::Damage { server, index } => self.damage(server, *index, &mut events),
            Action::Prompt { server, prompt } => self.prompt(server, prompt, &mut events),
            Action::Reload => self.reload(&mut events),
        };
        done.map(|()| events)
    }

    pub fn server(&self, id: ServerId) -> &Server {
        &self.servers[id.position()]
    }

    /// Each server with its ordinal.
    pub fn numbered_servers(&self) -> impl Iterator<Item = (ServerId, &Server)> {
        self.registry.ids().zip(&self.servers)
    }

    /// Where a server sits in this cluster.
    pub fn seat(&self, own: ServerId) -> Seat {
        Seat {
            own,
            server_count: self.servers.len() as u8,
        }
    }

    fn server_mut(&mut self, id: ServerId) -> &mut Server {
        &mut self.servers[id.position()]
    }

    fn ask(
        &mut self,
        name: &Name,
        text: &Rc<str>,
        events: &mut Vec<Event>,
    ) -> Result<(), Box<Rejection>> {
        let server = find(&self.registry, name)?;
        let term = if self.protocol.terms() == Terms::Kept && &**text == NOMINATION {
            self.stamp()
        } else {
            0
        };
        let text = text.clone();
        let request = Payload::Request(Request { text, term });
        self.send(Party::Client, Party::Server(server), request, events);
        Ok(())
    }

    fn send(&mut self, from: Party, to: Party, payload: Payload, events: &mut Vec<Event>) {
        events.push(Event::Sent(self.network.send(from, to, payload)));
    }

    /// A term above every term on any disk and in any nomination so far: what an election would give.
    fn stamp(&mut self) -> Term {
        for server in &self.servers {
            self.stamped_term = self.stamped_term.max(server.disk.highest_term());
        }
        self.stamped_term = self.stamped_term.saturating_add(1);
        self.stamped_term
    }

    fn take(&mut self, id: EnvelopeId) -> Result<Rc<Envelope>, Box<Rejection>> {
        let envelope = self.network.take(id);
        envelope.ok_or_else(|| self.not_in_flight(id))
    }

    fn not_in_flight(&self, id: EnvelopeId) -> Box<Rejection> {
        Box::new(Rejection::NotInFlight {
            id,
            was_sent: self.network.knows(id),
            in_flight: self.network.ids(),
        })
    }

    fn lose(&mut self, id: EnvelopeId, events: &mut Vec<Event>) -> Result<(), Box<Rejection>> {
        let envelope = self.take(id)?;
        let cause = Loss::Person;
        events.push(Event::Dropped { envelope, cause });
        Ok(())
    }

    fn deliver(&mut self, id: EnvelopeId, events: &mut Vec<Event>) -> Result<(), Box<Rejection>> {
        let envelope = self.take(id)?;
        let Party::Server(to) = envelope.to else {
            let outcome = None;
            events.push(Event::Delivered { envelope, outcome });
            return Ok(());
        };
        if let Some(why) = self.obstacle(&envelope, to) {
            events.push(Event::Refused { envelope, why });
            return Ok(());
        }
        let stimulus = match (&*envelope.payload, envelope.from) {
            (Payload::Request(request), Party::Client) => Stimulus::Request(request),
            (Payload::Message(message), Party::Server(from)) => Stimulus::Message(from, message),
            _ => unreachable!("message {} is a {}", envelope.id, envelope.kind()),
        };
        let seat = self.seat(to);
        let (outcome, handled) = self.server_mut(to).handle(seat, stimulus);
        let outcome = Some(outcome);
        events.push(Event::Delivered { envelope, outcome });
        self.carry_out(to, handled, events);
        Ok(())
    }

    fn obstacle(&self, envelope: &Envelope, to: ServerId) -> Option<Obstacle> {
        if self.network.is_cut(envelope.from, envelope.to) {
            Some(Obstacle::LinkCut)
        } else if !self.server(to).is_up() {
            Some(Obstacle::ServerDown)
        } else {
            None
        }
    }

    /// Turns what a server did into events, and what it said into messages in flight.
    fn carry_out(&mut self, own: ServerId, handled: Handled, events: &mut Vec<Event>) {
        for effect in handled.effects {
            events.push(self.event(own, effect));
        }
        let from = Party::Server(own);
        if let Some(reply) = handled.reply {
            if let Reply::Declined(why) = &*reply {
                let why = why.clone();
                events.push(Event::Declined { server: own, why });
            }
            self.send(from, Party::Client, Payload::Reply(reply), events);
        }
        for (to, message) in handled.outbox.messages {
            assert!(to != own, "a server sends to itself");
            self.send(from, Party::Server(to), Payload::Message(message), events);
        }
    }

    fn event(&mut self, server: ServerId, effect: Effect) -> Event {
        match effect {
            Effect::Appended { first, count } => {
                let section = self.server(server).disk.log.section_from(first);
                assert!(section.count() == count, "a server appended at {first}");
                Event::Appended { server, section }
            }
            Effect::Truncated { keep, removed } => Event::Truncated {
                server,
                keep,
                removed,
            },
            Effect::Applied { first, last } => Event::Applied {
                server,
                first,
                last,
            },
            Effect::Nominated { term } => {
                self.nominations += 1;
                let nomination = self.nominations;
                let memory = self.server_mut(server).memory.as_mut();
                memory.expect("a leader is up").nomination = nomination;
                Event::Nominated { server, term }
            }
            Effect::TermTaken { term } => Event::TermTaken { server, term },
            Effect::SteppedDown { term } => Event::SteppedDown { server, term },
            Effect::Compared { with, index, agree } => Event::Compared {
                servers: (server, with),
                index,
                agree,
            },
        }
    }

    fn duplicate(&mut self, id: EnvelopeId, events: &mut Vec<Event>) -> Result<(), Box<Rejection>> {
        let copy = self.network.duplicate(id);
        let copy = copy.ok_or_else(|| self.not_in_flight(id))?;
        events.push(Event::Duplicated(copy));
        Ok(())
    }

    fn kill(&mut self, name: &Name, events: &mut Vec<Event>) -> Result<(), Box<Rejection>> {
        let server = find(&self.registry, name)?;
        if !self.server(server).is_up() {
            return reject(Rejection::IsDown(name.clone()));
        }
        self.server_mut(server).kill();
        events.push(self.killed(server));
        Ok(())
    }

    fn killed(&self, server: ServerId) -> Event {
        let last_index = self.server(server).disk.log.last_index();
        Event::Killed { server, last_index }
    }

    fn restart(&mut self, name: &Name, events: &mut Vec<Event>) -> Result<(), Box<Rejection>> {
        let server = find(&self.registry, name)?;
        if self.server(server).is_up() {
            return reject(Rejection::IsUp(name.clone()));
        }
        if let Some(index) = self.server(server).disk.damaged.first() {
            let name = name.clone();
            return reject(Rejection::DiskDamaged { name, index });
        }
        events.push(self.bring_up(server));
        Ok(())
    }

    /// Starts a server from its disk, if the disk can be read.
    fn bring_up(&mut self, server: ServerId) -> Event {
        let protocol = self.protocol;
        if let Some(damaged) = self.server(server).disk.damaged.first() {
            return Event::StayedDown { server, damaged };
        }
        self.server_mut(server).restart(protocol);
        let last_index = self.server(server).disk.log.last_index();
        Event::Restarted { server, last_index }
    }

    fn start(&mut self, name: &Name, events: &mut Vec<Event>) -> Result<(), Box<Rejection>> {
        if self.registry.find(name).is_some() {
            return reject(Rejection::AlreadyRegistered(name.clone()));
        }
        if self.registry.is_full() {
            return reject(Rejection::TooManyServers);
        }
        let server = self.registry.register(name.clone());
        self.servers
            .push(Server::start(Disk::default(), self.protocol));
        events.push(Event::Registered { server });
        Ok(())
    }

    fn link(&self, one: &Name, other: &Name) -> Result<(ServerId, ServerId, Link), Box<Rejection>> {
        let first = find(&self.registry, one)?;
        let second = find(&self.registry, other)?;
        if first == second {
            return reject(Rejection::LinkToItself(one.clone()));
        }
        Ok((first, second, Link::between(first, second)))
    }

    fn cut(
        &mut self,
        one: &Name,
        other: &Name,
        events: &mut Vec<Event>,
    ) -> Result<(), Box<Rejection>> {
        let (first, second, link) = self.link(one, other)?;
        if !self.network.cut.insert(link) {
            return reject(Rejection::AlreadyCut(one.clone(), other.clone()));
        }
        events.push(Event::Cut(first, second));
        Ok(())
    }

    fn heal(
        &mut self,
        one: &Name,
        other: &Name,
        events: &mut Vec<Event>,
    ) -> Result<(), Box<Rejection>> {
        let (first, second, link) = self.link(one, other)?;
        if !self.network.cut.remove(link) {
            return reject(Rejection::NotCut(one.clone(), other.clone()));
        }
        events.push(Event::Healed(first, second));
        Ok(())
    }

    fn fill(&mut self, name: &Name, events: &mut Vec<Event>) -> Result<(), Box<Rejection>> {
        let server = find(&self.registry, name)?;
        let disk = &mut self.server_mut(server).disk;
        if disk.space == Space::Full {
            return reject(Rejection::AlreadyFull(name.clone()));
        }
        disk.space = Space::Full;
        events.push(Event::Filled { server });
        Ok(())
    }

    fn free(&mut self, name: &Name, events: &mut Vec<Event>) -> Result<(), Box<Rejection>> {
        let server = find(&self.registry, name)?;
        let disk = &mut self.server_mut(server).disk;
        if disk.space == Space::Free {
            return reject(Rejection::NotFull(name.clone()));
        }
        disk.space = Space::Free;
        events.push(Event::Freed { server });
        Ok(())
    }

    /// The disk of a server that is down, to be changed by hand. A full disk does not mind a hand: what
    /// somebody did to it has happened.
    fn idle_disk(&mut self, name: &Name) -> Result<(ServerId, &mut Disk), Box<Rejection>> {
        let server = find(&self.registry, name)?;
        if self.server(server).is_up() {
            return reject(Rejection::DiskInUse(name.clone()));
        }
        Ok((server, &mut self.server_mut(server).disk))
    }

    fn wipe(&mut self, name: &Name, events: &mut Vec<Event>) -> Result<(), Box<Rejection>> {
        let (server, disk) = self.idle_disk(name)?;
        let last_index = disk.log.last_index();
        disk.truncate(0);
        disk.term = 0;
        events.push(Event::Wiped { server, last_index });
        Ok(())
    }

    fn write(
        &mut self,
        name: &Name,
        entry: &Entry,
        events: &mut Vec<Event>,
    ) -> Result<(), Box<Rejection>> {
        let keeps_terms = self.protocol.terms() == Terms::Kept;
        let (server, disk) = self.idle_disk(name)?;
        if disk.log.last_index() == LOG_LIMIT {
            return reject(Rejection::LogFull(name.clone()));
        }
        if keeps_terms {
            // A server is never in an earlier term than an entry of its log.
            disk.term = disk.term.max(entry.term);
        }
        let index = disk.log.append(entry.clone(), None);
        events.push(Event::Written { server, index });
        Ok(())
    }

    fn keep(
        &mut self,
        name: &Name,
        keep: Index,
        events: &mut Vec<Event>,
    ) -> Result<(), Box<Rejection>> {
        let (server, disk) = self.idle_disk(name)?;
        let last_index = disk.log.last_index();
        if keep > last_index {
            return reject(Rejection::NoSuchEntry {
                name: name.clone(),
                index: keep,
                last_index,
            });
        }
        disk.truncate(keep);
        events.push(Event::Kept {
            server,
            keep,
            last_index,
        });
        Ok(())
    }

    fn damage(
        &mut self,
        name: &Name,
        index: Index,
        events: &mut Vec<Event>,
    ) -> Result<(), Box<Rejection>> {
        let (server, disk) = self.idle_disk(name)?;
        let name = name.clone();
        if disk.log.get(index).is_none() {
            let last_index = disk.log.last_index();
            return reject(Rejection::NoSuchEntry {
                name,
                index,
                last_index,
            });
        }
        if !disk.damaged.insert(index) {
            return reject(Rejection::AlreadyDamaged { name, index });
        }
        events.push(Event::Damaged { server, index });
        Ok(())
    }

    fn prompt(
        &mut self,
        name: &Name,
        text: &Rc<str>,
        events: &mut Vec<Event>,
    ) -> Result<(), Box<Rejection>> {
        let id = find(&self.registry, name)?;
        let seat = self.seat(id);
        if !self.server(id).is_up() {
            return reject(Rejection::IsDown(name.clone()));
        }
        let (word, rest) = split_word(text);
        let offered = self.server(id).prompts(seat);
        if !rest.is_empty() || !offered.contains(&word) {
            return reject(Rejection::NotOffered {
                name: name.clone(),
                prompt: text.clone(),
                offered,
            });
        }
        let (outcome, handled) = self.server_mut(id).handle(seat, Stimulus::Prompt(word));
        let Outcome::Protocol(account) = outcome else {
            unreachable!("the prompt {text} was taken for a request")
        };
        events.push(Event::Prompted {
            server: id,
            prompt: text.clone(),
            account,
        });
        self.carry_out(id, handled, events);
        Ok(())
    }

    fn reload(&mut self, events: &mut Vec<Event>) -> Result<(), Box<Rejection>> {
        let lost = self.network.clear();
        let in_flight = lost.len() as u32;
        events.push(Event::Reloaded { in_flight });
        for server in self.registry.ids() {
            if self.server(server).is_up() {
                self.server_mut(server).kill();
                events.push(self.killed(server));
            }
        }
        for envelope in lost {
            let cause = Loss::PowerCut;
            events.push(Event::Dropped { envelope, cause });
        }
        for server in self.registry.ids() {
            events.push(self.bring_up(server));
        }
        Ok(())
    }
}

fn reject<T>(rejection: Rejection) -> Result<T, Box<Rejection>> {
    Err(Box::new(rejection))
}
