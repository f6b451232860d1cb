//! What happened, without the sentences: as much of a long run as has to be known at once, so that
//! everything has its place. The sentences follow moment by moment, when somebody looks there.

use super::json::Json;
use super::values::write_names;
use crate::event::Event;
use crate::history::Envelope;
use crate::log::Section;
use crate::registry::Registry;
use crate::run::Run;

/// The events of a moment.
pub fn write_moment(json: &mut Json, run: &Run, moment: usize) {
    json.list(run.events(moment), |json, event| {
        write_event(json, event, run.registry());
    });
}

fn write_event(json: &mut Json, event: &Event, registry: &Registry) {
    json.object(|json| {
        json.key("kind").text(event.kind());
        if let Some(server) = event.server() {
            json.key("server").text(registry.name(server).as_ref());
        }
        match event {
            Event::Sent(envelope) | Event::Duplicated(envelope) => {
                json.key("message");
                write_label(json, envelope, registry);
                if let Some(section) = envelope.letter.section() {
                    write_reach(json, section);
                }
            }
            Event::Delivered { envelope, .. } => {
                json.key("id").number(envelope.id);
                if let Some(note) = event.note() {
                    json.key("note").text(&note);
                }
            }
            Event::Dropped { envelope, .. } => json.key("id").number(envelope.id),
            Event::Refused { envelope, why } => {
                json.key("id").number(envelope.id);
                json.key("why").text(why.name());
            }
            Event::Cut(one, other) | Event::Healed(one, other) => {
                json.key("servers");
                write_names(json, registry, [*one, *other]);
            }
            Event::Appended { section, .. } => write_reach(json, section),
            Event::Truncated { removed, .. } => write_reach(json, removed),
            Event::Written { index, .. } => json.key("reach").number(*index),
            Event::Nominated { term, .. } => json.key("term").number(*term),
            Event::Declined { .. }
            | Event::Applied { .. }
            | Event::TermTaken { .. }
            | Event::SteppedDown { .. }
            | Event::Compared { .. }
            | Event::Killed { .. }
            | Event::Restarted { .. }
            | Event::StayedDown { .. }
            | Event::Registered { .. }
            | Event::Filled { .. }
            | Event::Freed { .. }
            | Event::Wiped { .. }
            | Event::Kept { .. }
            | Event::Damaged { .. }
            | Event::TermWritten { .. }
            | Event::Prompted { .. }
            | Event::Reloaded { .. } => {}
        }
    });
}

/// The highest index of the entries that an event tells of.
fn write_reach(json: &mut Json, section: &Section) {
    if section.count() > 0 {
        json.key("reach").number(section.last());
    }
}

/// What a message's label needs.
fn write_label(json: &mut Json, envelope: &Envelope, registry: &Registry) {
    let letter = &envelope.letter;
    json.object(|json| {
        json.key("id").number(envelope.id);
        json.key("from").text(registry.party(letter.from));
        json.key("to").text(registry.party(letter.to));
        json.key("says").text(&letter.says(registry));
        if let Some(refusal) = letter.refusal() {
            json.key("refusal").text(&refusal);
        }
        if let Some(section) = letter.section() {
            json.key("entry_count").number(section.count());
        }
        if let Some(original) = envelope.copy_of {
            json.key("copy_of").number(original);
        }
    });
}
