//! The whole: servers, network, client, one stimulus at a time, and the history of all moments.

use super::turn::{Event, Turn};
use super::values::*;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// What the outside does: a line of the text language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    Client(Name, String),
    Deliver(EnvelopeId),
    Drop(EnvelopeId),
    Duplicate(EnvelopeId),
    Kill(Name),
    Restart(Name),
    Start(Name),
    Cut(Name, Name),
    Heal(Name, Name),
    Full(Name),
    Free(Name),
    Timeout(Name),
    Heartbeat(Name),
    Reload,
    Wipe(Name),
    Disk(Name, Term, Operation),
    Keep(Name, u64),
    Term(Name, Term, Option<Name>),
}

/// A position in the run: 0 is the start, n is after the n-th action. Servers that did not change are shared with the moment before.
#[derive(Clone, Debug)]
pub struct Moment {
    pub servers: BTreeMap<Name, Rc<Server>>,
    pub events: Vec<Event>,
}

#[derive(Clone, Debug)]
pub struct Model {
    pub rules_off: BTreeSet<Rule>,
    pub choices: Choices,
    /// The head's `voters`.
    pub founders: Vec<Name>,
    /// In order of registration.
    pub registry: Vec<Name>,
    pub servers: BTreeMap<Name, Server>,
    /// "In-flight envelopes form an unordered set".
    pub air: BTreeMap<EnvelopeId, Envelope>,
    /// All that were ever sent, for those who look back.
    pub sent: u64,
    pub cuts: BTreeSet<(Name, Name)>,
    pub history: Vec<Moment>,
    events: Vec<Event>,
}

impl Model {
    /// `voters`: who votes at the start; `servers`: registered and up, in this order; `disks`: what they found (left out: empty).
    pub fn new(
        voters: &[Name],
        servers: &[Name],
        mut disks: BTreeMap<Name, Disk>,
        rules_off: BTreeSet<Rule>,
    ) -> Model {
        let mut model = Model {
            rules_off,
            choices: Choices::default(),
            founders: servers
                .iter()
                .filter(|name| voters.contains(name))
                .cloned()
                .collect(),
            registry: servers.to_vec(),
            servers: BTreeMap::new(),
            air: BTreeMap::new(),
            sent: 0,
            cuts: BTreeSet::new(),
            history: vec![],
            events: vec![],
        };
        for name in servers {
            let mut server = Server::new(disks.remove(name).unwrap_or_default());
            server.forget(Role::Follower { leader: None });
            model.servers.insert(name.clone(), server);
        }
        model.remember();
        model
    }

    pub fn server(&self, name: &str) -> &Server {
        &self.servers[name]
    }

    /// Does one action: a new moment; or says why it can't be done, and nothing changes.
    pub fn act(&mut self, action: &Action) -> Result<(), String> {
        self.events.clear();
        match action {
            Action::Client(name, text) => self.client(name, text)?,
            Action::Deliver(id) => self.deliver(*id)?,
            Action::Drop(id) => {
                self.take(*id)?;
            }
            Action::Duplicate(id) => self.duplicate(*id)?,
            Action::Kill(name) => {
                self.known(name)?
                    .up()
                    .then_some(())
                    .ok_or(format!("{name} is down"))?;
                self.kill(name);
            }
            Action::Restart(name) => self.down(name)?.forget(Role::Follower { leader: None }),
            Action::Start(name) => self.start(name)?,
            Action::Cut(one, other) => {
                let link = self.link(one, other)?;
                self.cuts.insert(link).then_some(()).ok_or("it is cut")?;
            }
            Action::Heal(one, other) => {
                let link = self.link(one, other)?;
                self.cuts
                    .remove(&link)
                    .then_some(())
                    .ok_or("it isn't cut")?;
            }
            Action::Full(name) => self.set_full(name, true)?,
            Action::Free(name) => self.set_full(name, false)?,
            Action::Timeout(name) => {
                self.known(name)?;
                self.turn(name, |turn| turn.offers_timeout().then(|| turn.timeout()))
                    .ok_or(format!("{name} isn't offered it"))?;
            }
            Action::Heartbeat(name) => {
                self.known(name)?;
                self.turn(name, |turn| {
                    turn.offers_heartbeat().then(|| turn.heartbeat())
                })
                .ok_or(format!("{name} isn't offered it"))?;
            }
            Action::Reload => self.reload(),
            Action::Wipe(name) => {
                self.down(name)?.disk.term = 0; // an empty disk has no hard state either
                self.servers.get_mut(name).unwrap().disk.voted_for = None;
                self.cut_disk(name, 0);
            }
            Action::Disk(name, term, operation) => {
                if let Operation::Configuration(names) = operation {
                    self.valid_configuration(names)?;
                }
                let server = self.down(name)?;
                server.disk.log.push(Entry {
                    term: *term,
                    operation: operation.clone(),
                });
                server.term_covers_log();
            }
            Action::Keep(name, left) => {
                if *left > self.down(name)?.last() {
                    return Err(format!("{name} has fewer entries"));
                }
                self.cut_disk(name, *left);
            }
            Action::Term(name, term, voted_for) => {
                let server = self.down(name)?;
                server.disk.term = *term;
                server.disk.voted_for = voted_for.clone();
                server.term_covers_log();
            }
        }
        self.remember();
        Ok(())
    }

    fn known(&self, name: &str) -> Result<&Server, String> {
        self.servers
            .get(name)
            .ok_or(format!("{name} isn't registered"))
    }

    fn down(&mut self, name: &str) -> Result<&mut Server, String> {
        let server = self
            .servers
            .get_mut(name)
            .ok_or(format!("{name} isn't registered"))?;
        if server.up() {
            Err(format!("{name} is up"))
        } else {
            Ok(server)
        }
    }

    fn valid_configuration(&self, names: &[Name]) -> Result<(), String> {
        // "A `configuration` has at least one name, each registered, once, in order of registration".
        let ordered: Vec<&Name> = self
            .registry
            .iter()
            .filter(|name| names.contains(name))
            .collect();
        if ordered.is_empty() || ordered.into_iter().ne(names) {
            Err("no such configuration".into())
        } else {
            Ok(())
        }
    }

    fn link(&self, one: &Name, other: &Name) -> Result<(Name, Name), String> {
        self.known(one)?;
        self.known(other)?;
        if one == other {
            return Err("a server has no link to itself".into());
        }
        Ok((one.min(other).clone(), one.max(other).clone()))
    }

    fn set_full(&mut self, name: &str, full: bool) -> Result<(), String> {
        self.known(name)?;
        let server = self.servers.get_mut(name).unwrap();
        if server.disk_full == full {
            return Err("it is so already".into());
        }
        server.disk_full = full;
        Ok(())
    }

    // ---- Network -------------------------------------------------------------------------------------------------------------

    fn put(&mut self, from: &str, to: &str, message: Message, copy_of: Option<EnvelopeId>) {
        self.sent += 1;
        if matches!(message, Message::Request(Request::Get(_))) {
            self.events.push(Event::ReadPut { request: self.sent });
        }
        self.air.insert(
            self.sent,
            Envelope {
                id: self.sent,
                from: from.into(),
                to: to.into(),
                message,
                copy_of,
            },
        );
    }

    fn take(&mut self, id: EnvelopeId) -> Result<Envelope, String> {
        self.air.remove(&id).ok_or(format!("{id} isn't in flight"))
    }

    fn client(&mut self, name: &str, text: &str) -> Result<(), String> {
        self.known(name)?;
        self.put(CLIENT, name, Message::Request(Request::parse(text)), None);
        Ok(())
    }

    /// "A duplicate is a new envelope with the next id that says which it copies."
    fn duplicate(&mut self, id: EnvelopeId) -> Result<(), String> {
        let envelope = self
            .air
            .get(&id)
            .ok_or(format!("{id} isn't in flight"))?
            .clone();
        self.put(&envelope.from, &envelope.to, envelope.message, Some(id));
        Ok(())
    }

    /// "a delivery to a server that is down or across a cut link is refused"; "A refused envelope is used up".
    fn deliver(&mut self, id: EnvelopeId) -> Result<(), String> {
        let envelope = self.take(id)?;
        if envelope.to == CLIENT {
            return Ok(());
        }
        let link = (
            envelope.from.clone().min(envelope.to.clone()),
            envelope.from.clone().max(envelope.to.clone()),
        );
        if self.cuts.contains(&link) || !self.servers[&envelope.to].up() {
            return Ok(());
        }
        self.turn(&envelope.to, |turn| match &envelope.message {
            Message::Request(request) => turn.request(id, request),
            message => turn.receive(&envelope.from, message),
        });
        Ok(())
    }

    /// A turn of one server; then its answers to the client are sent in the order in which they arose, then its messages to the others
    /// in order of registration.
    fn turn<T>(&mut self, name: &Name, does: impl FnOnce(&mut Turn<'_>) -> T) -> T {
        let mut turn = Turn {
            me: name,
            server: self.servers.get_mut(name).unwrap(),
            rules_off: &self.rules_off,
            choices: self.choices,
            registry: &self.registry,
            founders: &self.founders,
            replies: vec![],
            messages: vec![],
            events: vec![],
        };
        let result = does(&mut turn);
        let (replies, mut messages, events) = (turn.replies, turn.messages, turn.events);
        self.events.extend(events);
        for (request, answer) in replies {
            self.put(name, CLIENT, Message::Reply { request, answer }, None);
        }
        messages.sort_by_key(|(to, _)| self.registry.iter().position(|known| known == to));
        for (to, message) in messages {
            self.put(name, &to, message, None);
        }
        result
    }

    // ---- Up and down ---------------------------------------------------------------------------------------------------------

    /// "Killing a server does not remove envelopes from the air."
    fn kill(&mut self, name: &str) {
        let vote_stays = !self.rules_off.contains(&Rule::VoteOnDisk);
        let server = self.servers.get_mut(name).unwrap();
        server.forget(Role::Down);
        if !vote_stays {
            server.disk.voted_for = None; // Rule off: "the vote is forgotten at a kill".
        }
    }

    fn start(&mut self, name: &Name) -> Result<(), String> {
        if self.servers.contains_key(name) {
            return Err(format!("{name} is registered"));
        }
        self.registry.push(name.clone());
        let mut server = Server::new(Disk::default());
        server.forget(Role::Follower { leader: None });
        self.servers.insert(name.clone(), server);
        Ok(())
    }

    /// "power cut: all that are up are killed, the air is emptied, every server is restarted". links stay cut, disks full.
    fn reload(&mut self) {
        for name in self.registry.clone() {
            if self.servers[&name].up() {
                self.kill(&name);
            }
        }
        self.air.clear();
        for server in self.servers.values_mut() {
            server.forget(Role::Follower { leader: None });
        }
    }

    /// By hand, at a server that is down.
    fn cut_disk(&mut self, name: &str, left: Index) {
        let removed = self
            .servers
            .get_mut(name)
            .unwrap()
            .disk
            .log
            .split_off(left as usize);
        for (offset, entry) in removed.into_iter().enumerate() {
            let index = left + 1 + offset as Index;
            self.events.push(Event::Removed {
                server: name.into(),
                index,
                entry,
                was_committed_there: false,
            });
        }
    }

    // ---- History -------------------------------------------------------------------------------------------------------------

    fn remember(&mut self) {
        let before = self.history.last();
        let mut servers = BTreeMap::new();
        for (name, server) in &self.servers {
            let same = before
                .and_then(|moment| moment.servers.get(name))
                .filter(|known| ***known == *server)
                .cloned();
            servers.insert(
                name.clone(),
                same.unwrap_or_else(|| Rc::new(server.clone())),
            );
        }
        self.history.push(Moment {
            servers,
            events: std::mem::take(&mut self.events),
        });
    }
}
