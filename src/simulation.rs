//! The cluster, and the one step function by which anything happens to it.
//!
//! [`Simulation::apply`] takes an action and either rejects it, changing nothing, or carries it out and
//! tells what happened, in order. There is no clock, no random number and no IO in here: the same
//! actions from the same start lead to the same state and the same events, always.

use std::rc::Rc;

use crate::action::{Action, Rejection, find};
use crate::catalog::{Message, Prompt, ProtocolName};
use crate::client::Reply;
use crate::cluster::Cluster;
use crate::event::{Event, Loss, Obstacle, Outcome};
use crate::history::{Envelope, EnvelopeId, History, Mail};
use crate::log::{Disk, Entry, Index, LOG_LIMIT, Space};
use crate::network::{Letter, Link, Payload};
use crate::protocol::{Effect, Offer, Stimulus, Terms};
use crate::registry::{Name, Party, Registry, ServerId};
use crate::server::{Disks, Server};

/// Everything there is, and what is remembered.
///
/// Invariants: one server for each registered name, in order of registration; the mail's letters are those
/// that are in flight in the cluster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Simulation {
    pub registry: Registry,
    pub cluster: Cluster,
    pub history: History,
}

impl Simulation {
    /// A cluster in which each of these servers has registered, read its disk and come up.
    pub fn new(protocol: ProtocolName, disks: &Disks) -> Simulation {
        Simulation {
            registry: disks.registry.clone(),
            cluster: Cluster::new(protocol, disks.disks.iter()),
            history: History::new(protocol.witnessed()),
        }
    }

    pub fn protocol(&self) -> ProtocolName {
        self.cluster.protocol
    }

    /// What lies on the disks now.
    pub fn disks(&self) -> Disks {
        let servers = self.cluster.servers.iter();
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

    /// What is in flight, under its numbers.
    pub fn mail(&self) -> &Mail {
        &self.history.record.mail
    }

    pub fn server(&self, id: ServerId) -> &Server {
        self.cluster.server(id)
    }

    /// Each server with its ordinal.
    pub fn numbered_servers(&self) -> impl Iterator<Item = (ServerId, &Server)> {
        self.cluster.numbered_servers()
    }

    /// The index that an entry had at the server that sent it; none when that is unknown or nobody sent it.
    pub fn sender_index(&self, server: ServerId, index: Index) -> Option<Index> {
        self.history.record.sender_index(server, index)
    }

    /// # Panics
    /// When an invariant of it, or of something in it, does not hold.
    pub fn check(&self) {
        assert_eq!(self.registry.names().len(), self.cluster.servers.len());
        self.cluster.check();
        self.mail().check(self.cluster.network.in_flight());
    }

    fn server_mut(&mut self, id: ServerId) -> &mut Server {
        self.cluster.server_mut(id)
    }

    fn ask(
        &mut self,
        name: &Name,
        text: &Rc<str>,
        events: &mut Vec<Event>,
    ) -> Result<(), Box<Rejection>> {
        let server = find(&self.registry, name)?;
        let letter = self.cluster.request(server, text);
        self.send(letter, events);
        Ok(())
    }

    fn send(&mut self, letter: Letter, events: &mut Vec<Event>) {
        events.push(Event::Sent(self.put(Rc::new(letter), None)));
    }

    /// Puts a letter in flight, and numbers it.
    fn put(&mut self, letter: Rc<Letter>, copy_of: Option<EnvelopeId>) -> Rc<Envelope> {
        self.cluster.network.put(letter.clone());
        self.history.record.mail.put(letter, copy_of)
    }

    fn take(&mut self, id: EnvelopeId) -> Result<Rc<Envelope>, Box<Rejection>> {
        let envelope = self.history.record.mail.take(id);
        let envelope = envelope.ok_or_else(|| self.not_in_flight(id))?;
        self.cluster.network.take(&envelope.letter);
        Ok(envelope)
    }

    fn not_in_flight(&self, id: EnvelopeId) -> Box<Rejection> {
        Box::new(Rejection::NotInFlight {
            id,
            was_sent: self.mail().knows(id),
            in_flight: self.mail().ids(),
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
        let letter = envelope.letter.clone();
        let Party::Server(to) = letter.to else {
            let outcome = Outcome::Read;
            events.push(Event::Delivered { envelope, outcome });
            return Ok(());
        };
        if let Some(why) = self.obstacle(&letter, to) {
            events.push(Event::Refused { envelope, why });
            return Ok(());
        }
        let stimulus = match (&letter.payload, letter.from) {
            (Payload::Request(request), Party::Client) => Stimulus::Request(request),
            (Payload::Message(message), Party::Server(from)) => Stimulus::Message { from, message },
            _ => unreachable!("message {} is a {}", envelope.id, letter.kind()),
        };
        let seat = self.cluster.seat(to);
        let (decision, effects) = self.server_mut(to).handle(seat, stimulus);
        let outcome = Outcome::Decided(decision);
        events.push(Event::Delivered { envelope, outcome });
        self.carry_out(to, effects, events);
        Ok(())
    }

    fn obstacle(&self, letter: &Letter, to: ServerId) -> Option<Obstacle> {
        if self.cluster.network.is_cut(letter.from, letter.to) {
            Some(Obstacle::LinkCut)
        } else if !self.server(to).is_up() {
            Some(Obstacle::ServerDown)
        } else {
            None
        }
    }

    /// Turns what a server did into events, and what it said into messages in flight, in the same order.
    fn carry_out(
        &mut self,
        server: ServerId,
        effects: Vec<Effect<Message>>,
        events: &mut Vec<Event>,
    ) {
        let from = Party::Server(server);
        for effect in effects {
            self.history.note(server, &effect);
            let event = match effect {
                Effect::Sent { to, message } => {
                    let (to, payload) = (Party::Server(to), Payload::Message(message));
                    self.send(Letter { from, to, payload }, events);
                    continue;
                }
                Effect::Replied { request, reply } => {
                    if let Reply::Declined(why) = &*reply {
                        let why = why.clone();
                        events.push(Event::Declined { server, why });
                    }
                    let (to, payload) = (Party::Client, Payload::Reply { request, reply });
                    self.send(Letter { from, to, payload }, events);
                    continue;
                }
                Effect::Appended { section, .. } => Event::Appended { server, section },
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
                Effect::Nominated { term } => Event::Nominated { server, term },
                Effect::TermTaken { term } => Event::TermTaken { server, term },
                Effect::SteppedDown { term } => Event::SteppedDown { server, term },
                Effect::Compared { with, index, agree } => Event::Compared {
                    servers: (server, with),
                    index,
                    agree,
                },
            };
            events.push(event);
        }
    }

    fn duplicate(&mut self, id: EnvelopeId, events: &mut Vec<Event>) -> Result<(), Box<Rejection>> {
        let original = self.mail().get(id);
        let letter = original
            .ok_or_else(|| self.not_in_flight(id))?
            .letter
            .clone();
        events.push(Event::Duplicated(self.put(letter, Some(id))));
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
        let protocol = self.protocol();
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
        let protocol = self.protocol();
        let started = Server::start(Disk::default(), protocol);
        self.cluster.servers.push(started);
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
        if !self.cluster.network.cut.insert(link) {
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
        if !self.cluster.network.cut.remove(link) {
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
        self.history.record.forget_after(server, 0);
        events.push(Event::Wiped { server, last_index });
        Ok(())
    }

    fn write(
        &mut self,
        name: &Name,
        entry: &Entry,
        events: &mut Vec<Event>,
    ) -> Result<(), Box<Rejection>> {
        let keeps_terms = self.protocol().terms() != Terms::Ignored;
        let (server, disk) = self.idle_disk(name)?;
        if disk.log.last_index() == LOG_LIMIT {
            return reject(Rejection::LogFull(name.clone()));
        }
        if keeps_terms {
            // A server is never in an earlier term than an entry of its log.
            disk.term = disk.term.max(entry.term);
        }
        let index = disk.log.append(entry.clone());
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
        self.history.record.forget_after(server, keep);
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
        if !self.server(id).is_up() {
            return reject(Rejection::IsDown(name.clone()));
        }
        let seat = self.cluster.seat(id);
        let mut offered = self.server(id).prompts(seat);
        let text_of = |prompt: &Prompt| prompt.text(&self.registry);
        let Some(position) = offered.iter().position(|prompt| text_of(prompt) == **text) else {
            return reject(Rejection::NotOffered {
                name: name.clone(),
                prompt: text.clone(),
                offered: offered.iter().map(text_of).collect(),
            });
        };
        let prompt = offered.swap_remove(position);
        let (decision, effects) = self.server_mut(id).handle(seat, Stimulus::Prompt(&prompt));
        events.push(Event::Prompted {
            server: id,
            prompt: text.clone(),
            decision,
        });
        self.carry_out(id, effects, events);
        Ok(())
    }

    fn reload(&mut self, events: &mut Vec<Event>) -> Result<(), Box<Rejection>> {
        let lost = self.history.record.mail.clear();
        self.cluster.network.clear();
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
