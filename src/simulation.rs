//! The cluster, and the one step function by which anything happens to it.
//!
//! [`Simulation::apply`] takes an action and either rejects it, changing nothing, or carries it out and
//! tells what happened, in order. There is no clock, no random number and no IO in here: the same
//! actions from the same start lead to the same state and the same events, always.

use std::rc::Rc;

use crate::action::{Action, Rejection, find};
use crate::catalog::{Message, ProtocolName};
use crate::client::{NOMINATION, Reply, Request};
use crate::event::{Event, Loss, Obstacle};
use crate::log::{Disk, Entry, Index, LOG_LIMIT, Space, Term, split_word};
use crate::network::{Envelope, EnvelopeId, Link, Network, Payload};
use crate::protocol::{Effect, Terms};
use crate::registry::{Name, Party, Registry, ServerId};
use crate::server::{Handled, Outcome, Seat, Server};

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
    pub fn new(protocol: ProtocolName, servers: impl IntoIterator<Item = (Name, Disk)>) -> Self {
        let mut simulation = Simulation {
            protocol,
            registry: Registry::default(),
            servers: Vec::new(),
            network: Network::default(),
            nominations: 0,
            stamped_term: 0,
        };
        for (name, disk) in servers {
            simulation.registry.register(name);
            simulation.servers.push(Server::start(disk, protocol));
        }
        simulation
    }

    /// Carries out one action, or says why it cannot be done and changes nothing.
    pub fn apply(&mut self, action: &Action) -> Result<Vec<Event>, Rejection> {
        let mut events = Vec::new();
        match action {
            Action::Client { server, text } => self.ask(server, text, &mut events)?,
            Action::Deliver(id) => self.deliver(*id, &mut events)?,
            Action::Drop(id) => {
                let envelope = self.take(*id)?;
                let cause = Loss::Person;
                events.push(Event::Dropped { envelope, cause });
            }
            Action::Duplicate(id) => self.duplicate(*id, &mut events)?,
            Action::Kill(name) => self.kill(name, &mut events)?,
            Action::Restart(name) => self.restart(name, &mut events)?,
            Action::Start(name) => self.start(name, &mut events)?,
            Action::Cut(one, other) => self.cut(one, other, &mut events)?,
            Action::Heal(one, other) => self.heal(one, other, &mut events)?,
            Action::Full(name) => self.fill(name, &mut events)?,
            Action::Free(name) => self.free(name, &mut events)?,
            Action::Wipe(name) => self.wipe(name, &mut events)?,
            Action::Write { server, entry } => self.write(server, entry, &mut events)?,
            Action::Keep { server, keep } => self.keep(server, *keep, &mut events)?,
            Action::Damage { server, index } => self.damage(server, *index, &mut events)?,
            Action::Prompt { server, prompt } => self.prompt(server, prompt, &mut events)?,
            Action::Reload => self.reload(&mut events),
        }
        Ok(events)
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

    /// The server whose log the others are compared with: the leader that is up with the highest term,
    /// then the latest nominated; without one, the longest log, of those that are up if any is.
    pub fn reference(&self) -> Option<ServerId> {
        let leaders = self
            .numbered_servers()
            .filter(|(_, server)| server.is_leader());
        let latest = leaders.max_by_key(|(_, server)| {
            let memory = server.memory.as_ref();
            (server.disk.term, memory.map(|memory| memory.nomination))
        });
        let longest = || {
            let length = |server: &Server| server.disk.log.last_index();
            // Of several, max_by_key would take the last registered; the first is meant.
            let servers = self.numbered_servers();
            let key = |(id, server): &(ServerId, &Server)| {
                (server.is_up(), length(server), std::cmp::Reverse(*id))
            };
            servers.max_by_key(key)
        };
        latest.or_else(longest).map(|(id, _)| id)
    }

    fn server_mut(&mut self, id: ServerId) -> &mut Server {
        &mut self.servers[id.position()]
    }

    fn ask(
        &mut self,
        name: &Name,
        text: &Rc<str>,
        events: &mut Vec<Event>,
    ) -> Result<(), Rejection> {
        let server = find(&self.registry, name)?;
        let term = if self.protocol.terms() == Terms::Kept && &**text == NOMINATION {
            self.stamp()
        } else {
            0
        };
        let text = text.clone();
        let payload = Payload::Request(Request { text, term });
        let to = Party::Server(server);
        events.push(Event::Sent(self.network.send(
            Party::Client,
            to,
            payload,
            None,
        )));
        Ok(())
    }

    /// A term above every term on any disk and in any nomination so far: what an election would give.
    fn stamp(&mut self) -> Term {
        let on_disks = self.servers.iter().map(|server| server.disk.highest_term());
        let highest = on_disks.max().unwrap_or(0).max(self.stamped_term);
        self.stamped_term = highest.saturating_add(1);
        self.stamped_term
    }

    fn take(&mut self, id: EnvelopeId) -> Result<Rc<Envelope>, Rejection> {
        let envelope = self.network.take(id);
        envelope.ok_or_else(|| self.not_in_flight(id))
    }

    fn not_in_flight(&self, id: EnvelopeId) -> Rejection {
        Rejection::NotInFlight {
            id,
            was_sent: self.network.knows(id),
            in_flight: self
                .network
                .in_flight()
                .map(|envelope| envelope.id)
                .collect(),
        }
    }

    fn deliver(&mut self, id: EnvelopeId, events: &mut Vec<Event>) -> Result<(), Rejection> {
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
        let seat = self.seat(to);
        let server = self.server_mut(to);
        let handled = match (&envelope.payload, envelope.from) {
            (Payload::Request(request), Party::Client) => server.request(seat, request),
            (Payload::Message(message), Party::Server(from)) => server.receive(seat, from, message),
            _ => unreachable!(
                "message {} is a {} to server {}",
                envelope.id,
                envelope.kind(),
                to.0
            ),
        };
        let Handled { effects, outcome } = handled;
        let declined = match &outcome {
            Outcome::Answered(Reply::Declined(why)) => Some(why.clone()),
            _ => None,
        };
        let outcome = Some(outcome);
        events.push(Event::Delivered { envelope, outcome });
        if let Some(why) = declined {
            events.push(Event::Declined { server: to, why });
        }
        self.carry_out(to, effects, events);
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

    /// Turns what a server did during its turn into messages in flight and events.
    fn carry_out(&mut self, own: ServerId, effects: Vec<Effect<Message>>, events: &mut Vec<Event>) {
        let from = Party::Server(own);
        for effect in effects {
            events.push(match effect {
                Effect::Sent { to, message } => {
                    let payload = Payload::Message(message);
                    Event::Sent(self.network.send(from, Party::Server(to), payload, None))
                }
                Effect::Replied(reply) => {
                    let payload = Payload::Reply(reply);
                    Event::Sent(self.network.send(from, Party::Client, payload, None))
                }
                Effect::Appended { first, count } => {
                    let section = self.server(own).disk.log.section_from(first);
                    assert_eq!(
                        section.count(),
                        count,
                        "server {} appended at {first}",
                        own.0
                    );
                    Event::Appended {
                        server: own,
                        section,
                    }
                }
                Effect::Truncated { keep, removed } => Event::Truncated {
                    server: own,
                    keep,
                    removed,
                },
                Effect::Applied { first, last } => Event::Applied {
                    server: own,
                    first,
                    last,
                },
                Effect::Nominated { term } => {
                    self.nominations += 1;
                    let nomination = self.nominations;
                    let memory = self.server_mut(own).memory.as_mut();
                    memory.expect("a leader is up").nomination = nomination;
                    Event::Nominated { server: own, term }
                }
                Effect::TermTaken { term } => Event::TermTaken { server: own, term },
                Effect::SteppedDown { term } => Event::SteppedDown { server: own, term },
                Effect::Compared { with, index, agree } => Event::Compared {
                    servers: (own, with),
                    index,
                    agree,
                },
            });
        }
    }

    fn duplicate(&mut self, id: EnvelopeId, events: &mut Vec<Event>) -> Result<(), Rejection> {
        let Some(original) = self.network.get(id).cloned() else {
            return Err(self.not_in_flight(id));
        };
        let payload = original.payload.clone();
        let copy = self
            .network
            .send(original.from, original.to, payload, Some(id));
        events.push(Event::Duplicated(copy));
        Ok(())
    }

    fn kill(&mut self, name: &Name, events: &mut Vec<Event>) -> Result<(), Rejection> {
        let server = find(&self.registry, name)?;
        if !self.server(server).is_up() {
            return Err(Rejection::IsDown(name.clone()));
        }
        self.server_mut(server).kill();
        events.push(self.killed(server));
        Ok(())
    }

    fn killed(&self, server: ServerId) -> Event {
        let last_index = self.server(server).disk.log.last_index();
        Event::Killed { server, last_index }
    }

    fn restart(&mut self, name: &Name, events: &mut Vec<Event>) -> Result<(), Rejection> {
        let server = find(&self.registry, name)?;
        if self.server(server).is_up() {
            return Err(Rejection::IsUp(name.clone()));
        }
        if let Some(index) = self.server(server).disk.damaged.first() {
            let name = name.clone();
            return Err(Rejection::DiskDamaged { name, index });
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

    fn start(&mut self, name: &Name, events: &mut Vec<Event>) -> Result<(), Rejection> {
        if self.registry.find(name).is_some() {
            return Err(Rejection::AlreadyRegistered(name.clone()));
        }
        if self.registry.is_full() {
            return Err(Rejection::TooManyServers);
        }
        let server = self.registry.register(name.clone());
        self.servers
            .push(Server::start(Disk::default(), self.protocol));
        events.push(Event::Registered { server });
        Ok(())
    }

    fn link(&self, one: &Name, other: &Name) -> Result<(ServerId, ServerId, Link), Rejection> {
        let first = find(&self.registry, one)?;
        let second = find(&self.registry, other)?;
        if first == second {
            return Err(Rejection::LinkToItself(one.clone()));
        }
        Ok((first, second, Link::between(first, second)))
    }

    fn cut(&mut self, one: &Name, other: &Name, events: &mut Vec<Event>) -> Result<(), Rejection> {
        let (first, second, link) = self.link(one, other)?;
        if !self.network.cut.insert(link) {
            return Err(Rejection::AlreadyCut(one.clone(), other.clone()));
        }
        events.push(Event::Cut(first, second));
        Ok(())
    }

    fn heal(&mut self, one: &Name, other: &Name, events: &mut Vec<Event>) -> Result<(), Rejection> {
        let (first, second, link) = self.link(one, other)?;
        if !self.network.cut.remove(link) {
            return Err(Rejection::NotCut(one.clone(), other.clone()));
        }
        events.push(Event::Healed(first, second));
        Ok(())
    }

    fn fill(&mut self, name: &Name, events: &mut Vec<Event>) -> Result<(), Rejection> {
        let server = find(&self.registry, name)?;
        let disk = &mut self.server_mut(server).disk;
        if disk.space == Space::Full {
            return Err(Rejection::AlreadyFull(name.clone()));
        }
        disk.space = Space::Full;
        events.push(Event::Filled { server });
        Ok(())
    }

    fn free(&mut self, name: &Name, events: &mut Vec<Event>) -> Result<(), Rejection> {
        let server = find(&self.registry, name)?;
        let disk = &mut self.server_mut(server).disk;
        if disk.space == Space::Free {
            return Err(Rejection::NotFull(name.clone()));
        }
        disk.space = Space::Free;
        events.push(Event::Freed { server });
        Ok(())
    }

    /// The disk of a server that is down, to be changed by hand. A full disk does not mind a hand: what
    /// somebody did to it has happened.
    fn idle_disk(&mut self, name: &Name) -> Result<(ServerId, &mut Disk), Rejection> {
        let server = find(&self.registry, name)?;
        if self.server(server).is_up() {
            return Err(Rejection::DiskInUse(name.clone()));
        }
        Ok((server, &mut self.server_mut(server).disk))
    }

    fn wipe(&mut self, name: &Name, events: &mut Vec<Event>) -> Result<(), Rejection> {
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
    ) -> Result<(), Rejection> {
        let keeps_terms = self.protocol.terms() == Terms::Kept;
        let (server, disk) = self.idle_disk(name)?;
        if disk.log.last_index() == LOG_LIMIT {
            return Err(Rejection::LogFull(name.clone()));
        }
        if keeps_terms {
            // A server is never in an earlier term than an entry of its log.
            disk.term = disk.term.max(entry.term);
        }
        let index = disk.log.append(entry.clone(), None);
        events.push(Event::Written { server, index });
        Ok(())
    }

    fn keep(&mut self, name: &Name, keep: Index, events: &mut Vec<Event>) -> Result<(), Rejection> {
        let (server, disk) = self.idle_disk(name)?;
        let last_index = disk.log.last_index();
        if keep > last_index {
            return Err(Rejection::NoSuchEntry {
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
    ) -> Result<(), Rejection> {
        let (server, disk) = self.idle_disk(name)?;
        let name = name.clone();
        if disk.log.get(index).is_none() {
            let last_index = disk.log.last_index();
            return Err(Rejection::NoSuchEntry {
                name,
                index,
                last_index,
            });
        }
        if !disk.damaged.insert(index) {
            return Err(Rejection::AlreadyDamaged { name, index });
        }
        events.push(Event::Damaged { server, index });
        Ok(())
    }

    fn prompt(
        &mut self,
        name: &Name,
        text: &Rc<str>,
        events: &mut Vec<Event>,
    ) -> Result<(), Rejection> {
        let id = find(&self.registry, name)?;
        let seat = self.seat(id);
        if !self.server(id).is_up() {
            return Err(Rejection::IsDown(name.clone()));
        }
        let (word, rest) = split_word(text);
        let offered = self.server(id).prompts(seat);
        if !rest.is_empty() || !offered.contains(&word) {
            return Err(Rejection::NotOffered {
                name: name.clone(),
                prompt: text.clone(),
                offered,
            });
        }
        let Handled { effects, outcome } = self.server_mut(id).prompt(seat, word);
        let Outcome::Protocol(account) = outcome else {
            unreachable!("the prompt {text} was taken for a request")
        };
        events.push(Event::Prompted {
            server: id,
            prompt: text.clone(),
            account,
        });
        self.carry_out(id, effects, events);
        Ok(())
    }

    fn reload(&mut self, events: &mut Vec<Event>) {
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
    }
}
