//! Plain values for JavaScript, made from the simulation's. What did not change since the last frame is
//! the same object again, so that long logs are neither sent nor drawn twice.

use std::rc::Rc;

use wasm_bindgen::JsValue;

use super::json::{self, Array, Json, Memo, Object};
use crate::comparison::{Costs, Curve};
use crate::event::Event;
use crate::history::Envelope;
use crate::log::{Entry, HardState, Index, Log, Section, Space};
use crate::properties::Watched;
use crate::protocol::{Fact, Offer};
use crate::reference::{Reference, Why};
use crate::registry::{Registry, Sentence, ServerId, take_apart};
use crate::run::{DiskWrite, Run, Settled};
use crate::server::Server;
use crate::simulation::Simulation;
use crate::store::Store;
use crate::words;

/// The objects that JavaScript has been given, for the next frame to give again.
#[derive(Default)]
pub struct Values {
    messages: Vec<(Rc<Envelope>, Memo)>,
    /// One for each server, in order of registration.
    servers: Vec<ServerMemo>,
}

#[derive(Default)]
struct ServerMemo {
    log: Log,
    log_value: Array,
    store: Option<Store>,
    store_value: Memo,
}

impl Values {
    /// The frame of the moment at which the run stands.
    pub fn frame(&mut self, run: &mut Run, events: &Array) -> Object {
        let writes = run.take_writes();
        let simulation = run.now();
        let registry = &simulation.registry;
        let frame = json::object(|json| {
            json.key("moment").number(run.cursor() as u32);
            json.key("events").null();
            json.key("servers").null();
            json.key("in_flight").null();
            json.key("links_cut")
                .list(simulation.cluster.network.cut.iter(), |json, link| {
                    let (one, other) = link.ends();
                    write_names(json, registry, [one, other]);
                });
            json.key("reference");
            match run.reference() {
                None => json.null(),
                Some(Reference { server, why }) => json.object(|json| {
                    json.key("server").text(registry.name(server).as_ref());
                    json.key("leader").flag(why == Why::Leader);
                    json.key("why").text(why.name());
                }),
            }
            json.key("invariants")
                .list(run.properties(), |json, watched| {
                    write_watched(json, &watched, registry);
                });
            json.key("writes").list(&writes, |json, write| {
                write_disk_write(json, write, registry)
            });
        });
        frame.set("events", events);
        frame.set("servers", &self.servers(simulation));
        frame.set("in_flight", &self.in_flight(simulation));
        frame
    }

    /// Adds the events on the way to a moment.
    pub fn events(&mut self, run: &Run, moment: usize, values: &Array) {
        let registry = run.registry();
        let marked = registry.marked();
        for event in run.events(moment) {
            let says = take_apart(&event.says(&marked));
            let value = said(event.kind(), moment, &says, |json| {
                write_facts(json, event, registry);
            });
            if let Event::Sent(envelope) | Event::Duplicated(envelope) = event {
                value.set("message", &self.message(envelope, registry));
            }
            values.push(&value);
        }
    }

    fn servers(&mut self, simulation: &Simulation) -> Array {
        self.servers
            .resize_with(simulation.cluster.servers.len(), ServerMemo::default);
        let values = Array::new();
        for ((id, server), memo) in simulation.numbered_servers().zip(&mut self.servers) {
            values.push(&server_value(simulation, id, server, memo));
        }
        values
    }

    fn in_flight(&mut self, simulation: &Simulation) -> Array {
        let mail = simulation.mail();
        self.messages
            .retain(|(envelope, _)| mail.get(envelope.id).is_some());
        let messages = Array::new();
        for envelope in mail.in_flight() {
            messages.push(&self.message(envelope, &simulation.registry));
        }
        messages
    }

    fn message(&mut self, envelope: &Rc<Envelope>, registry: &Registry) -> JsValue {
        let place = self
            .messages
            .binary_search_by_key(&envelope.id, |(known, _)| known.id);
        let position = place.unwrap_or_else(|position| {
            let memo = (envelope.clone(), Memo::default());
            self.messages.insert(position, memo);
            position
        });
        let (known, memo) = &mut self.messages[position];
        if place.is_ok() && Rc::ptr_eq(known, envelope) {
            return memo.last();
        }
        *known = envelope.clone();
        let mut json = Json::default();
        write_message(&mut json, envelope, registry);
        memo.value(json)
    }
}

/// A sentence, and where names stand in it if any do.
fn write_sentence(json: &mut Json, sentence: &Sentence) {
    json.key("says").text(&sentence.text);
    if !sentence.names.is_empty() {
        json.key("names")
            .list(&sentence.names, |json, (start, length)| {
                json.list([*start, *length], Json::number);
            });
    }
}

fn write_watched(json: &mut Json, watched: &Watched, registry: &Registry) {
    json.object(|json| {
        json.key("id").text(watched.property.id());
        json.key("title").text(watched.property.title());
        json.key("kind").text(watched.kind.name());
        json.key("holds").flag(watched.holds());
        write_sentence(json, &take_apart(&watched.says(&registry.marked())));
        if let Some(moment) = watched.broken_at {
            json.key("broken_at").number(moment as u32);
        }
        json.key("cells").list(watched.cells(), |json, cell| {
            write_cell(json, cell.server, cell.index, registry);
        });
    });
}

/// A place in a server's log.
fn write_cell(json: &mut Json, server: ServerId, index: Index, registry: &Registry) {
    json.object(|json| {
        json.key("server").text(registry.name(server).as_ref());
        json.key("index").number(index);
    });
}

fn write_message(json: &mut Json, envelope: &Envelope, registry: &Registry) {
    let letter = &envelope.letter;
    json.object(|json| {
        json.key("id").number(envelope.id);
        json.key("from").text(registry.party(letter.from));
        json.key("to").text(registry.party(letter.to));
        json.key("kind").text(letter.kind());
        json.key("wire").text(&letter.wire(registry));
        json.key("says").text(&letter.says(registry));
        if let Some(refusal) = letter.refusal() {
            json.key("refusal").text(&refusal);
        }
        if let Some(section) = letter.section() {
            json.key("entries");
            write_section(json, section, registry);
        }
        if let Some(original) = envelope.copy_of {
            json.key("copy_of").number(original);
        }
    });
}

/// An event with its sentence and the facts that its kind has.
pub fn said(
    kind: &str,
    moment: usize,
    says: &Sentence,
    write_facts: impl FnOnce(&mut Json),
) -> Object {
    json::object(|json| {
        json.key("kind").text(kind);
        json.key("moment").number(moment as u32);
        write_sentence(json, says);
        write_facts(json);
    })
}

fn write_facts(json: &mut Json, event: &Event, registry: &Registry) {
    let name = |id: ServerId| registry.name(id).as_ref();
    if let Some(server) = event.server() {
        json.key("server").text(name(server));
    }
    match event {
        Event::Delivered { envelope, .. }
        | Event::Dropped { envelope, .. }
        | Event::Refused { envelope, .. } => {
            json.key("id").number(envelope.id);
            json.key("from").text(registry.party(envelope.letter.from));
            json.key("to").text(registry.party(envelope.letter.to));
            if let Some(note) = event.note() {
                json.key("note").text(&note);
            }
            if let Event::Refused { why, .. } = event {
                json.key("why").text(why.name());
            }
        }
        Event::Compared {
            servers: (one, other),
            index,
            agree,
        } => {
            json.key("cells").list([*one, *other], |json, server| {
                write_cell(json, server, *index, registry);
            });
            json.key("agree").flag(*agree);
        }
        Event::Cut(one, other) | Event::Healed(one, other) => {
            json.key("servers");
            write_names(json, registry, [*one, *other]);
        }
        Event::Appended { section, .. } => {
            json.key("entries");
            write_section(json, section, registry);
        }
        Event::Truncated { keep, removed, .. } => {
            json.key("removed");
            write_section(json, removed, registry);
            json.key("keep").number(*keep);
        }
        Event::Applied { first, last, .. } => {
            json.key("first").number(*first);
            json.key("last").number(*last);
        }
        Event::Nominated { term, .. }
        | Event::TermTaken { term, .. }
        | Event::SteppedDown { term, .. } => json.key("term").number(*term),
        Event::Written { index, .. }
        | Event::Damaged { index, .. }
        | Event::StayedDown { damaged: index, .. } => json.key("index").number(*index),
        Event::Kept { keep, .. } => json.key("keep").number(*keep),
        Event::TermWritten { hard_state, .. } => write_hard_state(json, *hard_state, registry),
        Event::Prompted { prompt, .. } => json.key("prompt").text(&prompt.text(registry)),
        // The message is set as the object that is in flight.
        Event::Sent(_) | Event::Duplicated(_) => {}
        Event::Declined { .. }
        | Event::Killed { .. }
        | Event::Restarted { .. }
        | Event::Registered { .. }
        | Event::Filled { .. }
        | Event::Freed { .. }
        | Event::Wiped { .. }
        | Event::Reloaded { .. } => {}
    }
}

/// The event that closes a `settle`.
pub fn settled(moment: usize, settled: Settled) -> Object {
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
    said("settled", moment, &take_apart(&says), |json| {
        json.key("deliveries").number(deliveries as u32);
    })
}

pub fn costs(costs: &Costs) -> Object {
    json::object(|json| {
        json.key("messages").number(costs.messages);
        json.key("round_trips").number(costs.round_trips);
        json.key("entries").number(costs.entries);
        json.key("bytes").number(costs.bytes);
    })
}

pub fn write_curves(json: &mut Json, curves: &[Curve]) {
    json.list(curves, |json, curve| {
        json.object(|json| {
            json.key("protocol").text(curve.protocol.name());
            json.key("points").list(&curve.points, |json, point| {
                json.object(|json| {
                    json.key("messages").number(point.messages);
                    json.key("equal").flag(point.equal);
                });
            });
        });
    });
}

/// The paragraphs of a story's lines: an empty line parts two of them.
pub fn paragraphs(story: &[String]) -> Vec<String> {
    let mut paragraphs = Vec::new();
    let mut paragraph = String::new();
    for line in story {
        if !line.is_empty() && !paragraph.is_empty() {
            paragraph.push(' ');
        }
        paragraph.push_str(line);
        if line.is_empty() && !paragraph.is_empty() {
            paragraphs.push(std::mem::take(&mut paragraph));
        }
    }
    if !paragraph.is_empty() {
        paragraphs.push(paragraph);
    }
    paragraphs
}

fn server_value(
    simulation: &Simulation,
    id: ServerId,
    server: &Server,
    memo: &mut ServerMemo,
) -> Object {
    let registry = &simulation.registry;
    let seat = simulation.cluster.seat(id);
    let facts = server.facts(seat);
    let value = json::object(|json| {
        json.key("name").text(registry.name(id).as_ref());
        json.key("up").flag(server.is_up());
        json.key("role");
        match server.role() {
            None => json.null(),
            Some(role) => json.text(role.name()),
        }
        write_hard_state(json, server.disk.hard_state, registry);
        json.key("log").null();
        json.key("store").null();
        json.key("progress")
            .list(facts.iter().filter_map(Fact::progress), |json, progress| {
                json.object(|json| {
                    json.key("peer").text(registry.name(progress.peer).as_ref());
                    json.key("match_index").number(progress.match_index);
                    json.key("next_index").number(progress.next_index);
                });
            });
        json.key("applied").number(server.applied());
        json.key("facts").list(&facts, |json, fact| {
            write_fact(json, fact, registry);
        });
        json.key("prompts")
            .list(server.prompts(seat), |json, prompt| {
                json.object(|json| {
                    json.key("name").text(&prompt.text(registry));
                    json.key("title").text(&prompt.title(registry));
                });
            });
        json.key("full").flag(server.disk.space == Space::Full);
        json.key("damaged")
            .list(server.disk.damaged.iter(), Json::number);
        json.key("repeated")
            .list(repeated(simulation, id), Json::number);
    });
    value.set("log", memo.log(&server.disk.log, registry));
    value.set("store", &memo.store(server.store()));
    value
}

/// The indexes of entries that lay at another index at their sender.
fn repeated(simulation: &Simulation, server: ServerId) -> impl Iterator<Item = Index> {
    let indexes = 1..=simulation.server(server).disk.log.last_index();
    indexes.filter(move |&index| {
        let sent = simulation.sender_index(server, index);
        sent.is_some_and(|sent| sent != index)
    })
}

/// A fact in words of its own; what a leader believes of its followers has a place of its own.
fn write_fact(json: &mut Json, fact: &Fact, registry: &Registry) {
    let (name, title, servers) = match fact {
        Fact::Progress(_) => return,
        Fact::Leader(leader) => ("leader", "follows", [*leader]),
    };
    json.object(|json| {
        json.key("name").text(name);
        json.key("title").text(title);
        json.key("servers")
            .list(servers, |json, id| json.text(registry.name(id).as_ref()));
    });
}

impl ServerMemo {
    /// The log's array: the last one again, or its unchanged beginning with new entries after it.
    fn log(&mut self, log: &Log, registry: &Registry) -> &Array {
        let kept = self.log.common_prefix(log);
        if kept < self.log.last_index() || kept < log.last_index() {
            let mut json = Json::default();
            write_section(&mut json, &log.section_from(kept + 1), registry);
            self.log_value = self.log_value.slice(0, kept).concat(&json.value());
        }
        self.log = log.clone();
        &self.log_value
    }

    fn store(&mut self, store: Option<&Store>) -> JsValue {
        if let (Some(known), Some(store)) = (&self.store, store)
            && known.is_same(store)
        {
            return self.store_value.last();
        }
        self.store = store.cloned();
        let mut json = Json::default();
        let nothing = Store::default();
        let pairs = store.unwrap_or(&nothing).pairs();
        json.list(pairs, |json, (key, value)| {
            json.list([key, value], |json, text| json.text(text));
        });
        self.store_value.value(json)
    }
}

fn write_hard_state(json: &mut Json, hard_state: HardState, registry: &Registry) {
    json.key("term").number(hard_state.term);
    json.key("voted_for");
    match hard_state.voted_for {
        None => json.null(),
        Some(candidate) => json.text(registry.name(candidate).as_ref()),
    }
}

fn write_section(json: &mut Json, section: &Section, registry: &Registry) {
    json.list(section.indexed(), |json, (index, entry)| {
        write_entry(json, Some(index), entry, registry);
    });
}

/// An entry, with its index where it is not clear from elsewhere.
fn write_entry(json: &mut Json, index: Option<Index>, entry: &Entry, registry: &Registry) {
    json.object(|json| {
        if let Some(index) = index {
            json.key("index").number(index);
        }
        json.key("term").number(entry.term);
        json.key("command")
            .text(&format!("{}", entry.operation.spelled(registry)));
    });
}

pub fn write_names(json: &mut Json, registry: &Registry, servers: [ServerId; 2]) {
    json.list(servers, |json, id| json.text(registry.name(id).as_ref()));
}

fn write_disk_write(json: &mut Json, write: &DiskWrite, registry: &Registry) {
    json.object(|json| {
        json.key("server").text(write.server.as_ref());
        write_hard_state(json, write.hard_state, registry);
        json.key("keep").number(write.keep);
        json.key("append").list(&write.append, |json, entry| {
            write_entry(json, None, entry, registry);
        });
        json.key("damage")
            .list(&write.damage, |json, index| json.number(*index));
    });
}
