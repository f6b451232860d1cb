//! Plain values for JavaScript, made from the simulation's. What did not change since the last frame is
//! the same object again, so that long logs are neither sent nor drawn twice.

use std::rc::Rc;

use js_sys::Array;
use serde::Serialize;
use wasm_bindgen::{JsError, JsValue};

use crate::comparison::{Costs, Curve, Point};
use crate::event::{Event, Obstacle};
use crate::invariants;
use crate::log::{Entry, Index, Log, Section, Term};
use crate::network::{Envelope, EnvelopeId};
use crate::protocol::Role;
use crate::registry::{Party, Registry, ServerId};
use crate::run::{DiskWrite, Run, Settled};
use crate::server::Server;
use crate::simulation::Simulation;
use crate::store::Store;
use crate::words;

/// The objects that JavaScript has been given, for the next frame to give again.
#[derive(Default)]
pub struct Values {
    messages: Vec<(Rc<Envelope>, JsValue)>,
    /// One for each server, in order of registration.
    servers: Vec<ServerMemo>,
}

#[derive(Default)]
struct ServerMemo {
    log: Log,
    log_value: Array,
    store: Option<Store>,
    store_value: Array,
}

#[derive(Serialize)]
pub struct CatalogValue {
    pub protocols: Vec<ProtocolValue>,
    pub lessons: Vec<LessonValue>,
    pub defaults: DefaultsValue,
}

#[derive(Serialize)]
pub struct ProtocolValue {
    pub name: &'static str,
    pub title: &'static str,
    pub summary: &'static str,
}

#[derive(Serialize)]
pub struct LessonValue {
    pub name: &'static str,
    pub title: String,
    pub story: Vec<String>,
    pub text: &'static str,
}

#[derive(Serialize)]
pub struct DefaultsValue {
    pub text: &'static str,
    pub lesson: &'static str,
}

#[derive(Serialize)]
pub struct StartValue {
    pub name: &'static str,
    pub title: String,
    pub text: String,
    pub trouble: &'static str,
}

#[derive(Serialize)]
pub struct ChartValue {
    pub behind: Vec<CurveValue>,
    pub conflicting: Vec<CurveValue>,
}

#[derive(Serialize)]
pub struct CurveValue {
    protocol: &'static str,
    points: Vec<PointValue>,
}

#[derive(Serialize)]
struct PointValue {
    messages: u32,
    equal: bool,
}

#[derive(Serialize)]
pub struct CostsValue {
    messages: u32,
    round_trips: u32,
    entries: u32,
    bytes: u32,
}

#[derive(Serialize)]
struct FrameValue<'a> {
    moment: usize,
    events: Vec<EventValue>,
    servers: Vec<ServerValue<'a>>,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    in_flight: Array,
    links_cut: Vec<[&'a str; 2]>,
    reference: Option<ReferenceValue<'a>>,
    invariants: Vec<InvariantValue>,
    writes: Vec<WriteValue>,
}

#[derive(Serialize)]
struct ServerValue<'a> {
    name: &'a str,
    up: bool,
    role: Option<&'static str>,
    term: Term,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    log: Array,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    store: Array,
    progress: Vec<ProgressValue<'a>>,
    prompts: Vec<&'static str>,
    full: bool,
    damaged: Vec<Index>,
}

#[derive(Serialize)]
struct ProgressValue<'a> {
    peer: &'a str,
    match_index: Index,
    next_index: Index,
}

#[derive(Serialize)]
struct ReferenceValue<'a> {
    server: &'a str,
    leader: bool,
}

#[derive(Serialize)]
struct InvariantValue {
    name: &'static str,
    holds: bool,
    says: String,
}

#[derive(Serialize)]
struct WriteValue {
    server: String,
    term: Term,
    keep: Index,
    append: Vec<WrittenEntryValue>,
    damage: Vec<Index>,
}

#[derive(Serialize)]
struct WrittenEntryValue {
    term: Term,
    command: String,
}

#[derive(Serialize)]
struct EntryValue {
    index: Index,
    term: Term,
    command: String,
}

#[derive(Serialize)]
struct MessageValue<'a> {
    id: EnvelopeId,
    from: &'a str,
    to: &'a str,
    kind: &'static str,
    wire: String,
    says: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    refusal: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entries: Option<Vec<EntryValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    copy_of: Option<EnvelopeId>,
}

#[derive(Serialize)]
struct CellValue {
    server: String,
    index: Index,
}

/// An event of any kind: the fields that a kind does not have are left out.
#[derive(Serialize, Default)]
pub struct EventValue {
    kind: &'static str,
    moment: usize,
    says: String,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    #[serde(skip_serializing_if = "JsValue::is_undefined")]
    message: JsValue,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<EnvelopeId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    server: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    servers: Option<[String; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entries: Option<Vec<EntryValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    removed: Option<Vec<EntryValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    keep: Option<Index>,
    #[serde(skip_serializing_if = "Option::is_none")]
    index: Option<Index>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<Index>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<Index>,
    #[serde(skip_serializing_if = "Option::is_none")]
    term: Option<Term>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cells: Option<Vec<CellValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    agree: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    prompt: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    deliveries: Option<usize>,
}

impl Values {
    /// The frame of the moment at which the run stands.
    pub fn frame(&mut self, run: &mut Run, events: Vec<EventValue>) -> Result<JsValue, JsError> {
        let writes = run.take_writes().into_iter().map(write_value).collect();
        let simulation = run.now();
        let registry = &simulation.registry;
        let in_flight = self.in_flight(simulation)?;
        self.servers
            .resize_with(simulation.servers.len(), ServerMemo::default);
        let mut servers = Vec::new();
        for ((id, server), memo) in simulation.numbered_servers().zip(&mut self.servers) {
            servers.push(server_value(simulation, id, server, memo)?);
        }
        let links_cut = simulation.network.cut.iter().map(|link| {
            let (one, other) = link.ends();
            [registry.name(one).as_ref(), registry.name(other).as_ref()]
        });
        let reference = simulation.reference().map(|id| ReferenceValue {
            server: registry.name(id).as_ref(),
            leader: simulation.server(id).is_leader(),
        });
        let invariants = invariants::check(simulation).map(|invariant| InvariantValue {
            name: invariant.name,
            holds: invariant.holds,
            says: invariant.says,
        });
        to_js(&FrameValue {
            moment: run.cursor(),
            events,
            servers,
            in_flight,
            links_cut: links_cut.collect(),
            reference,
            invariants: invariants.into(),
            writes,
        })
    }

    /// The events on the way to a moment.
    pub fn events(&mut self, run: &Run, moment: usize) -> Result<Vec<EventValue>, JsError> {
        let registry = run.registry();
        let events = run.events(moment).iter();
        events
            .map(|event| self.event(event, moment, registry))
            .collect()
    }

    fn event(
        &mut self,
        event: &Event,
        moment: usize,
        registry: &Registry,
    ) -> Result<EventValue, JsError> {
        let name = |id: &ServerId| registry.name(*id).to_string();
        let mut value = said(event.kind(), moment, event.says(registry));
        match event {
            Event::Sent(envelope) | Event::Duplicated(envelope) => {
                value.message = self.message(envelope, registry)?;
            }
            Event::Delivered { envelope, .. } | Event::Dropped { envelope, .. } => {
                value.set_route(envelope, registry);
            }
            Event::Refused { envelope, why } => {
                value.set_route(envelope, registry);
                value.why = Some(match why {
                    Obstacle::ServerDown => "down",
                    Obstacle::LinkCut => "cut",
                });
            }
            Event::Appended { server, section } => {
                value.server = Some(name(server));
                value.entries = Some(entry_values(section));
            }
            Event::Truncated {
                server,
                keep,
                removed,
            } => {
                value.server = Some(name(server));
                value.keep = Some(*keep);
                value.removed = Some(entry_values(removed));
            }
            Event::Applied {
                server,
                first,
                last,
            } => {
                value.server = Some(name(server));
                value.first = Some(*first);
                value.last = Some(*last);
            }
            Event::Nominated { server, term }
            | Event::TermTaken { server, term }
            | Event::SteppedDown { server, term } => {
                value.server = Some(name(server));
                value.term = Some(*term);
            }
            Event::Compared {
                servers: (one, other),
                index,
                agree,
            } => {
                let cell = |id| CellValue {
                    server: name(id),
                    index: *index,
                };
                value.cells = Some(vec![cell(one), cell(other)]);
                value.agree = Some(*agree);
            }
            Event::Cut(one, other) | Event::Healed(one, other) => {
                value.servers = Some([name(one), name(other)]);
            }
            Event::Written { server, index }
            | Event::Damaged { server, index }
            | Event::StayedDown {
                server,
                damaged: index,
            } => {
                value.server = Some(name(server));
                value.index = Some(*index);
            }
            Event::Kept { server, keep, .. } => {
                value.server = Some(name(server));
                value.keep = Some(*keep);
            }
            Event::Prompted { server, prompt, .. } => {
                value.server = Some(name(server));
                value.prompt = Some(prompt.to_string());
            }
            Event::Declined { server, .. }
            | Event::Killed { server, .. }
            | Event::Restarted { server, .. }
            | Event::Registered { server }
            | Event::Filled { server }
            | Event::Freed { server }
            | Event::Wiped { server, .. } => value.server = Some(name(server)),
            Event::Reloaded { .. } => {}
        }
        Ok(value)
    }

    fn in_flight(&mut self, simulation: &Simulation) -> Result<Array, JsError> {
        let network = &simulation.network;
        self.messages
            .retain(|(envelope, _)| network.get(envelope.id).is_some());
        let messages = Array::new();
        for envelope in network.in_flight() {
            messages.push(&self.message(envelope, &simulation.registry)?);
        }
        Ok(messages)
    }

    fn message(
        &mut self,
        envelope: &Rc<Envelope>,
        registry: &Registry,
    ) -> Result<JsValue, JsError> {
        let place = self
            .messages
            .binary_search_by_key(&envelope.id, |(known, _)| known.id);
        if let Ok(position) = place
            && self.messages[position].0 == *envelope
        {
            return Ok(self.messages[position].1.clone());
        }
        let value = to_js(&MessageValue {
            id: envelope.id,
            from: registry.party(envelope.from),
            to: registry.party(envelope.to),
            kind: envelope.kind(),
            wire: envelope.wire(registry),
            says: envelope.says(registry),
            refusal: envelope.refusal(),
            entries: envelope.section().map(entry_values),
            copy_of: envelope.copy_of,
        })?;
        let memo = (envelope.clone(), value.clone());
        match place {
            Ok(position) => self.messages[position] = memo,
            Err(position) => self.messages.insert(position, memo),
        }
        Ok(value)
    }
}

impl EventValue {
    fn set_route(&mut self, envelope: &Envelope, registry: &Registry) {
        let name = |party: Party| Some(registry.party(party).to_string());
        self.id = Some(envelope.id);
        self.from = name(envelope.from);
        self.to = name(envelope.to);
    }
}

/// An event with nothing but its sentence.
pub fn said(kind: &'static str, moment: usize, says: String) -> EventValue {
    EventValue {
        kind,
        moment,
        says,
        ..EventValue::default()
    }
}

/// The event that closes a `settle`.
pub fn settled(moment: usize, settled: Settled) -> EventValue {
    let Settled {
        deliveries,
        in_flight,
    } = settled;
    let delivered = words::counted(deliveries as u32, "message was", "messages were");
    let says = match (deliveries, in_flight) {
        (0, 0) => "Nothing was in flight, so there was nothing to deliver.".to_string(),
        (_, 0) => format!("{delivered} delivered. Nothing is in flight now."),
        (_, left) => {
            let left = words::counted(left as u32, "is", "are");
            format!(
                "Stopped after {deliveries} deliveries; {left} still in flight. Settle again to go on."
            )
        }
    };
    EventValue {
        deliveries: Some(deliveries),
        ..said("settled", moment, says)
    }
}

impl From<Costs> for CostsValue {
    fn from(costs: Costs) -> CostsValue {
        CostsValue {
            messages: costs.messages,
            round_trips: costs.round_trips,
            entries: costs.entries,
            bytes: costs.bytes,
        }
    }
}

pub fn curves(curves: &[Curve]) -> Vec<CurveValue> {
    let point = |point: &Point| PointValue {
        messages: point.messages,
        equal: point.equal,
    };
    let curves = curves.iter().map(|curve| CurveValue {
        protocol: curve.protocol.name(),
        points: curve.points.iter().map(point).collect(),
    });
    curves.collect()
}

/// The paragraphs of a story's lines: an empty line parts two of them.
pub fn paragraphs(story: &[String]) -> Vec<String> {
    let paragraphs = story.split(|line| line.is_empty());
    let paragraphs = paragraphs.map(|lines| lines.join(" "));
    paragraphs
        .filter(|paragraph| !paragraph.is_empty())
        .collect()
}

/// A plain JavaScript value, with null for what is missing.
pub fn to_js(value: &impl Serialize) -> Result<JsValue, JsError> {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    Ok(value.serialize(&serializer)?)
}

fn server_value<'a>(
    simulation: &'a Simulation,
    id: ServerId,
    server: &Server,
    memo: &mut ServerMemo,
) -> Result<ServerValue<'a>, JsError> {
    let seat = simulation.seat(id);
    let progress = server
        .progress(seat)
        .into_iter()
        .map(|progress| ProgressValue {
            peer: simulation.registry.name(progress.peer).as_ref(),
            match_index: progress.match_index,
            next_index: progress.next_index,
        });
    Ok(ServerValue {
        name: simulation.registry.name(id).as_ref(),
        up: server.is_up(),
        role: server.memory.as_ref().map(|memory| match memory.role {
            Role::Leader => "leader",
            Role::Follower => "follower",
        }),
        term: server.disk.term,
        log: memo.log(&server.disk.log)?,
        store: memo.store(server.memory.as_ref().map(|memory| &memory.store))?,
        progress: progress.collect(),
        prompts: server.prompts(seat),
        full: server.disk.space == crate::log::Space::Full,
        damaged: server.disk.damaged.iter().collect(),
    })
}

impl ServerMemo {
    /// The log's array: the last one again, or its unchanged beginning with new entries after it.
    fn log(&mut self, log: &Log) -> Result<Array, JsError> {
        let kept = self.log.common_prefix(log);
        if kept < self.log.last_index() || kept < log.last_index() {
            let value = self.log_value.slice(0, kept);
            for (index, entry) in (kept + 1..).zip(log.entries().skip(kept as usize)) {
                value.push(&to_js(&entry_value(index, entry))?);
            }
            self.log_value = value;
        }
        self.log = log.clone();
        Ok(self.log_value.clone())
    }

    fn store(&mut self, store: Option<&Store>) -> Result<Array, JsError> {
        let unchanged = match (&self.store, store) {
            (Some(known), Some(store)) => known.is_same(store) || known == store,
            (None, None) => true,
            _ => false,
        };
        if !unchanged {
            let value = Array::new();
            for (key, pair_value) in store.into_iter().flat_map(Store::pairs) {
                value.push(&to_js(&(&**key, &**pair_value))?);
            }
            self.store_value = value;
            self.store = store.cloned();
        }
        Ok(self.store_value.clone())
    }
}

fn entry_values(section: &Section) -> Vec<EntryValue> {
    let entries = section.indexed();
    entries
        .map(|(index, entry)| entry_value(index, entry))
        .collect()
}

fn entry_value(index: Index, entry: &Entry) -> EntryValue {
    EntryValue {
        index,
        term: entry.term,
        command: entry.command.to_string(),
    }
}

fn write_value(write: DiskWrite) -> WriteValue {
    let append = write.append.iter().map(|entry| WrittenEntryValue {
        term: entry.term,
        command: entry.command.to_string(),
    });
    WriteValue {
        server: write.server.to_string(),
        term: write.term,
        keep: write.keep,
        append: append.collect(),
        damage: write.damage,
    }
}
