//! Plain values for JavaScript, made from the simulation's in the shapes of `shapes.rs`. What did not change
//! since the last frame is the same object again, and what merely grew is not made anew, so that long logs
//! are neither sent nor drawn twice.

use std::rc::Rc;

use js_sys::Array;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};

use super::events::Event;
use super::shapes::{Entry, Frame, Kept, Message, Pair, Progress, Reference, ServerFrame};
use super::views;
use crate::history::Envelope;
use crate::log::{Log, Space};
use crate::protocol;
use crate::reference::Why;
use crate::registry::{Registry, ServerId};
use crate::run::Run;
use crate::server::Server;
use crate::simulation::Simulation;
use crate::store::{self, Store};

/// The objects that JavaScript has been given, for the next frame to give again.
#[derive(Default)]
pub struct Values {
    /// Those whom the ordinals in all that is kept here mean.
    registry: Registry,
    /// Those in flight, and those that were looked at since the last frame; their ids ascend.
    messages: Vec<KeptMessage>,
    /// One for each server, in order of registration.
    servers: Vec<KeptServer>,
}

struct KeptMessage {
    envelope: Rc<Envelope>,
    value: JsValue,
}

#[derive(Default)]
struct KeptServer {
    log: Log,
    log_value: Array,
    store: Store,
    store_value: Array,
}

/// A value as JavaScript has it.
pub fn to_js<T: JsCast>(value: &(impl Serialize + ?Sized)) -> T {
    let value = value.serialize(&Serializer::json_compatible());
    value.expect("a shape that JavaScript has").unchecked_into()
}

impl Values {
    /// The frame of the moment at which the run stands.
    pub fn frame(&mut self, run: &mut Run, events: &Array) -> JsValue {
        let writes = run.take_writes();
        let simulation = run.now();
        let registry = &simulation.registry;
        self.forget_others(registry);
        let name = |id: ServerId| registry.name(id).as_ref();
        let links_cut = simulation.cluster.network.cut.iter();
        to_js(&Frame {
            moment: run.cursor(),
            events: Kept::of(events),
            servers: self.servers(simulation),
            in_flight: self.in_flight(simulation),
            links_cut: links_cut
                .map(|link| link.ends())
                .map(|(one, other)| (name(one), name(other)))
                .collect(),
            reference: run.reference().map(|reference| Reference {
                server: name(reference.server),
                leader: reference.why == Why::Leader,
                why: views::why(reference.why),
            }),
            invariants: run
                .properties()
                .into_iter()
                .map(|watched| views::invariant(&watched, registry))
                .collect(),
            writes: writes
                .iter()
                .map(|write| views::disk_write(write, registry))
                .collect(),
        })
    }

    /// Adds the events on the way to a moment.
    pub fn events(&mut self, run: &Run, moment: usize, values: &Array) {
        let registry = run.registry();
        self.forget_others(registry);
        let marked = registry.marked();
        for event in run.events(moment) {
            let event = Event::of(event, moment, registry, &marked, self);
            values.push(&event.to_js());
        }
    }

    /// A message's object. It is the same as long as it says the same.
    pub fn message<'a>(
        &mut self,
        envelope: &Rc<Envelope>,
        registry: &'a Registry,
    ) -> Kept<Message<'a>> {
        let id = |known: &KeptMessage| known.envelope.id;
        let place = self.messages.binary_search_by_key(&envelope.id, id);
        if let Ok(position) = place
            && self.messages[position].envelope == *envelope
        {
            return Kept::of(&self.messages[position].value);
        }
        let value = to_js(&views::message(envelope, registry));
        let kept = Kept::of(&value);
        let envelope = envelope.clone();
        let message = KeptMessage { envelope, value };
        match place {
            Ok(position) => self.messages[position] = message,
            Err(position) => self.messages.insert(position, message),
        }
        kept
    }

    /// Forgets everything when these are not the servers that it is about: another future registers others
    /// under the same ordinals.
    fn forget_others(&mut self, registry: &Registry) {
        let (known, names) = (self.registry.names(), registry.names());
        if names.len() > known.len() && names.starts_with(known) {
            self.registry = registry.clone();
        } else if !known.starts_with(names) {
            *self = Values {
                registry: registry.clone(),
                ..Values::default()
            };
        }
    }

    fn servers<'a>(&mut self, simulation: &'a Simulation) -> Vec<ServerFrame<'a>> {
        let servers = simulation.numbered_servers();
        self.servers
            .resize_with(simulation.cluster.servers.len(), KeptServer::default);
        let kept = self.servers.iter_mut();
        servers
            .zip(kept)
            .map(|((id, server), kept)| server_frame(simulation, id, server, kept))
            .collect()
    }

    fn in_flight<'a>(&mut self, simulation: &'a Simulation) -> Vec<Kept<Message<'a>>> {
        let mail = simulation.mail();
        self.messages
            .retain(|known| mail.get(known.envelope.id).is_some());
        mail.in_flight()
            .map(|envelope| self.message(envelope, &simulation.registry))
            .collect()
    }
}

impl KeptServer {
    /// The log's array: the last one again, or its unchanged beginning with new entries after it.
    fn log(&mut self, log: &Log, registry: &Registry) -> Kept<Vec<Entry>> {
        let same = self.log.common_prefix(log);
        if same < self.log.last_index() || same < log.last_index() {
            let new: Array = to_js(&views::entries(&log.section_from(same + 1), registry));
            self.log_value = self.log_value.slice(0, same).concat(&new);
            self.log = log.clone();
        }
        Kept::of(&self.log_value)
    }

    /// The store's array: the last one again, or with new pairs between those that are the same at its
    /// beginning and at its end.
    fn store<'a>(&mut self, store: &Store) -> Kept<Vec<Pair<'a>>> {
        let (old, new) = (self.store.as_slice(), store.as_slice());
        let shorter = old.len().min(new.len());
        let same = |(old, new): &(&store::Pair, &store::Pair)| old == new;
        let before = old.iter().zip(new).take_while(same).count();
        let backwards = old.iter().rev().zip(new.iter().rev());
        let after = backwards.take(shorter - before).take_while(same).count();
        let (old_end, new_end) = (old.len() - after, new.len() - after);
        if before < old_end || before < new_end {
            let pairs = new[before..new_end].iter();
            let pairs: Vec<Pair> = pairs.map(|pair| Pair(&pair.key, &pair.value)).collect();
            let changed: Array = to_js(&pairs);
            let begin = self.store_value.slice(0, before as u32);
            let end = self.store_value.slice(old_end as u32, old.len() as u32);
            self.store_value = begin.concat(&changed).concat(&end);
        }
        self.store = store.clone();
        Kept::of(&self.store_value)
    }
}

fn server_frame<'a>(
    simulation: &'a Simulation,
    id: ServerId,
    server: &'a Server,
    kept: &mut KeptServer,
) -> ServerFrame<'a> {
    let registry = &simulation.registry;
    let seat = simulation.cluster.seat(id);
    let name = |id: ServerId| registry.name(id).as_ref();
    let facts = server.facts(seat);
    let prompts = server.prompts(seat);
    ServerFrame {
        name: name(id),
        up: server.is_up(),
        role: server.role().map(views::role),
        term: server.disk.hard_state.term,
        voted_for: server.disk.hard_state.voted_for.map(name),
        log: kept.log(&server.disk.log, registry),
        store: kept.store(server.store().unwrap_or(&Store::default())),
        progress: facts
            .iter()
            .filter_map(protocol::Fact::progress)
            .map(|progress| Progress {
                peer: name(progress.peer),
                match_index: progress.match_index,
                next_index: progress.next_index,
            })
            .collect(),
        applied: server.applied(),
        facts: facts
            .iter()
            .filter_map(|it| views::fact(it, registry))
            .collect(),
        waiting: server
            .waiting()
            .iter()
            .map(|request| request.text.to_string())
            .collect(),
        prompts: prompts
            .iter()
            .map(|it| views::prompt(it, registry))
            .collect(),
        full: server.disk.space == Space::Full,
        damaged: server.disk.damaged.iter().collect(),
        repeated: views::repeated(simulation, id).collect(),
    }
}
