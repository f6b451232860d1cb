//! The cluster, and the one step function by which anything happens to it.
//!
//! [`Simulation::perform`] makes a move and tells what happened, in order. What is possible, `legality.rs`
//! finds out; the move that it makes of an action always succeeds. There is no clock, no random number and no IO in here: the same
//! actions from the same start lead to the same state and the same events, always.

use std::rc::Rc;

use crate::catalog::{Decision, Message, Prompt, ProtocolName};
use crate::client::Reply;
use crate::cluster::Cluster;
use crate::event::{Event, Loss, Obstacle, Outcome};
use crate::history::{Envelope, EnvelopeId, History, Mail};
use crate::log::{Disk, Entry, HardState, Index, Space};
use crate::moves::Move;
use crate::network::{Letter, Link, Payload};
use crate::protocol::{Applies, Effect, Stimulus, Terms};
use crate::registry::{Name, Party, Registry, ServerId};
use crate::rule::Setting;
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
    pub fn new(protocol: ProtocolName, setting: Setting, disks: &Disks) -> Simulation {
        Simulation {
            registry: disks.registry.clone(),
            cluster: Cluster::new(protocol, setting, disks.disks.iter()),
            history: History::new(protocol.witnessed().iter().copied().collect()),
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

    /// Makes a move that is possible here, and tells what happened.
    ///
    /// # Panics
    /// When it is not possible.
    pub fn perform(&mut self, a_move: &Move) -> Vec<Event> {
        let mut events = Vec::new();
        match a_move {
            Move::Ask { server, text } => {
                let letter = self.cluster.request(*server, text);
                if let Payload::Request(request) = &letter.payload {
                    self.history.witness.asked(*server, request);
                }
                self.send(letter, &mut events);
            }
            Move::Deliver(id) => self.deliver(*id, &mut events),
            Move::Drop(id) => {
                let envelope = self.take(*id);
                let cause = Loss::Person;
                events.push(Event::Dropped { envelope, cause });
            }
            Move::Duplicate(id) => {
                let original = self
                    .mail()
                    .get(*id)
                    .expect("what is duplicated is in flight");
                let letter = original.letter.clone();
                events.push(Event::Duplicated(self.put(letter, Some(*id))));
            }
            Move::Kill(server) => events.push(self.kill(*server)),
            Move::Restart(server) => events.push(self.bring_up(*server)),
            Move::Start(name) => events.push(self.start(name)),
            Move::Cut(one, other) => {
                self.cluster.network.cut.insert(Link::between(*one, *other));
                events.push(Event::Cut(*one, *other));
            }
            Move::Heal(one, other) => {
                self.cluster.network.cut.remove(Link::between(*one, *other));
                events.push(Event::Healed(*one, *other));
            }
            Move::Fill(server) => {
                self.server_mut(*server).disk.space = Space::Full;
                events.push(Event::Filled { server: *server });
            }
            Move::Free(server) => {
                self.server_mut(*server).disk.space = Space::Free;
                events.push(Event::Freed { server: *server });
            }
            Move::Wipe(server) => events.push(self.wipe(*server)),
            Move::Write { server, entry } => events.push(self.write(*server, entry)),
            Move::Keep { server, keep } => events.push(self.keep(*server, *keep)),
            Move::Damage { server, index } => {
                let (server, index) = (*server, *index);
                self.server_mut(server).disk.damaged.insert(index);
                events.push(Event::Damaged { server, index });
            }
            Move::SetHardState { server, hard_state } => {
                let (server, hard_state) = (*server, *hard_state);
                self.server_mut(server).disk.hard_state = hard_state;
                events.push(Event::TermWritten { server, hard_state });
            }
            Move::Prompt { server, prompt } => self.prompt(*server, prompt, &mut events),
            Move::Reload => self.reload(&mut events),
        }
        events
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
        self.registry.check();
        assert_eq!(self.registry.names().len(), self.cluster.servers.len());
        self.cluster.check();
        self.mail().check(self.cluster.network.in_flight());
        self.history.witness.check();
    }

    fn server_mut(&mut self, id: ServerId) -> &mut Server {
        self.cluster.server_mut(id)
    }

    fn send(&mut self, letter: Letter, events: &mut Vec<Event>) {
        events.push(Event::Sent(self.put(Rc::new(letter), None)));
    }

    /// Puts a letter in flight, and numbers it.
    fn put(&mut self, letter: Rc<Letter>, copy_of: Option<EnvelopeId>) -> Rc<Envelope> {
        self.cluster.network.put(letter.clone());
        self.history.record.mail.put(letter, copy_of)
    }

    fn take(&mut self, id: EnvelopeId) -> Rc<Envelope> {
        let envelope = self.history.record.mail.take(id);
        let envelope = envelope.expect("what is taken is in flight");
        self.cluster.network.take(&envelope.letter);
        envelope
    }

    fn deliver(&mut self, id: EnvelopeId, events: &mut Vec<Event>) {
        let envelope = self.take(id);
        let letter = envelope.letter.clone();
        let Party::Server(to) = letter.to else {
            let outcome = Outcome::Read;
            events.push(Event::Delivered { envelope, outcome });
            return;
        };
        if let Some(why) = self.obstacle(&letter, to) {
            events.push(Event::Refused { envelope, why });
            return;
        }
        let stimulus = match (&letter.payload, letter.from) {
            (Payload::Request(request), Party::Client) => Stimulus::Request(request),
            (Payload::Message(message), Party::Server(from)) => Stimulus::Message { from, message },
            _ => unreachable!("message {} is a {}", envelope.id, letter.kind()),
        };
        let (decision, effects) = self.turn(to, stimulus);
        let outcome = Outcome::Decided(decision);
        events.push(Event::Delivered { envelope, outcome });
        self.carry_out(to, effects, events);
    }

    /// Lets a server act, and takes note of what it did.
    fn turn(
        &mut self,
        id: ServerId,
        stimulus: Stimulus<Message, Prompt>,
    ) -> (Decision, Vec<Effect<Message>>) {
        let seat = self.cluster.seat(id);
        let server = self.cluster.server_mut(id);
        let led = server.is_leader();
        let (decision, effects) = server.handle(seat, &self.registry, stimulus);
        let leads = led && server.is_leader();
        for effect in &effects {
            self.history.note(id, server, leads, effect);
        }
        (decision, effects)
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
        let rebuilt = self.protocol().applies() == Applies::OnAppend;
        for effect in effects {
            let event = match effect {
                Effect::Sent { to, message } => {
                    let (to, payload) = (Party::Server(to), Payload::Message(message));
                    self.send(Letter { from, to, payload }, events);
                    continue;
                }
                Effect::Replied { request, reply } => {
                    if let Reply::Declined(why) = &*reply {
                        events.push(Event::Declined {
                            server,
                            request: request.clone(),
                            why: why.clone(),
                        });
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
                    rebuilt,
                },
                Effect::Undone { first, last } => Event::Undone {
                    server,
                    first,
                    last,
                },
                Effect::Committed { first, last } => Event::Committed {
                    server,
                    first,
                    last,
                },
                Effect::Configured { voters } => Event::Configured { server, voters },
                Effect::Waits { request, until } => Event::Waits {
                    server,
                    request,
                    until,
                },
                Effect::TimedOut { term } => Event::TimedOut { server, term },
                Effect::Voted { candidate, term } => Event::Voted {
                    server,
                    candidate,
                    term,
                },
                Effect::Elected { term } => Event::Elected { server, term },
                Effect::Applied { first, last } => Event::Applied {
                    server,
                    first,
                    last,
                },
                Effect::Nominated { term } => Event::Nominated { server, term },
                Effect::TermTaken { term } => Event::TermTaken { server, term },
                Effect::SteppedDown { term, why } => Event::SteppedDown { server, term, why },
                Effect::Compared { with, index, agree } => Event::Compared {
                    servers: (server, with),
                    index,
                    agree,
                },
            };
            events.push(event);
        }
    }

    fn kill(&mut self, server: ServerId) -> Event {
        let setting = self.cluster.setting;
        self.server_mut(server).kill(setting);
        let last_index = self.server(server).disk.log.last_index();
        Event::Killed { server, last_index }
    }

    /// Starts a server from its disk, if the disk can be read.
    fn bring_up(&mut self, server: ServerId) -> Event {
        let protocol = self.protocol();
        if let Some(damaged) = self.server(server).disk.damaged.first() {
            return Event::StayedDown { server, damaged };
        }
        self.server_mut(server).restart(protocol);
        let state = self.server(server);
        Event::Restarted {
            server,
            last_index: state.disk.log.last_index(),
            applied: state.applied(),
        }
    }

    fn start(&mut self, name: &Name) -> Event {
        let server = self.registry.register(name.clone());
        let started = Server::start(Disk::default(), self.protocol());
        self.cluster.servers.push(started);
        Event::Registered { server }
    }

    fn wipe(&mut self, server: ServerId) -> Event {
        let disk = &mut self.server_mut(server).disk;
        let last_index = disk.log.last_index();
        let removed = disk.truncate(0);
        disk.hard_state = HardState::default();
        self.history.removed(server, &removed);
        Event::Wiped { server, last_index }
    }

    fn write(&mut self, server: ServerId, entry: &Entry) -> Event {
        let keeps_terms = self.protocol().terms() != Terms::Ignored;
        let disk = &mut self.server_mut(server).disk;
        if keeps_terms {
            // A server is never in an earlier term than an entry of its log.
            disk.hard_state = disk.hard_state.at_least(entry.term);
        }
        let index = disk.log.append(entry.clone());
        Event::Written { server, index }
    }

    fn keep(&mut self, server: ServerId, keep: Index) -> Event {
        let disk = &mut self.server_mut(server).disk;
        let last_index = disk.log.last_index();
        let removed = disk.truncate(keep);
        self.history.removed(server, &removed);
        Event::Kept {
            server,
            keep,
            last_index,
        }
    }

    fn prompt(&mut self, server: ServerId, prompt: &Prompt, events: &mut Vec<Event>) {
        let (decision, effects) = self.turn(server, Stimulus::Prompt(prompt));
        events.push(Event::Prompted {
            server,
            prompt: prompt.clone(),
            decision,
        });
        self.carry_out(server, effects, events);
    }

    fn reload(&mut self, events: &mut Vec<Event>) {
        let lost = self.history.record.mail.clear();
        self.cluster.network.clear();
        let in_flight = lost.len() as u32;
        events.push(Event::Reloaded { in_flight });
        for server in self.registry.ids() {
            if self.server(server).is_up() {
                events.push(self.kill(server));
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
