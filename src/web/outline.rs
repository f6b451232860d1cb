//! What happened, without the sentences: as much of a long run as has to be known at once, so that
//! everything has its place. The sentences follow moment by moment, when somebody looks there.
//!
//! A long run has tens of thousands of events. So that not each of them, and each word in it, crosses the boundary by
//! itself, they come as numbers and a few tables; `www/session/outlines.js` makes the objects of them.

use js_sys::Uint32Array;
use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use super::events::{Happened, happened};
use super::shapes::{Kept, NameSpan};
use super::values::Values;
use super::views;
use crate::event::Event;
use crate::history::Envelope;
use crate::log::Section;
use crate::network::Letter;
use crate::registry::{Party, Registry, Sentence, ServerId};
use crate::run::Run;
use crate::sorted::SortedMap;

#[wasm_bindgen(typescript_custom_section)]
const SHAPES: &str = r#"
/**
 * A message as its label shows it: see `Message`.
 */
export interface Label extends Omit<LetterRow, "from" | "to" | "reach"> {
    id: number;
    from: string;
    to: string;
    copy_of?: number | undefined;
}

/**
 * What an outline tells in short. `reach` is the highest index of the entries that it tells of; 0 for none.
 */
export type Brief =
    | { kind: "sent" | "duplicated"; message: Label; reach?: number }
    | { kind: "delivered"; id: number; /** A few words on what it led to, where that is easily overlooked. */ note?: string | undefined }
    | { kind: "appended" | "truncated" | "written"; server: string; reach?: number }
    | { kind: "applied"; server: string }
    | { kind: "compared" };

/**
 * What happened, without the sentence. What is long or frequent is told in short; all else as it is.
 */
export type Outline = Brief | Exclude<Happened, Pick<Brief, "kind">>;
"#;

/// The outlines of a stretch of a run, packed.
#[derive(Serialize, Tsify)]
pub struct Outlines<'a> {
    /// For each moment the number of its events, then for each of these what kind it is of, a [`Code`], and the
    /// numbers that the kind has.
    numbers: Kept<Uint32Array>,
    /// The client's, then the servers' in order of registration. Elsewhere, a name is its place here.
    names: Vec<&'a str>,
    /// What was said. In the numbers, a letter is its place here.
    letters: Vec<LetterRow>,
    /// A few words each on what deliveries led to. In the numbers, a note is its place here from 1 on; 0 for none.
    notes: Vec<String>,
    /// What is not told in short, in the order of the numbers.
    others: Vec<Happened<'a>>,
}

/// What kind of event comes next among the numbers, with those that follow it.
#[repr(u32)]
enum Code {
    /// The next of the others.
    Other,
    /// id, letter, the message that it repeats or 0.
    Sent,
    /// The same.
    Duplicated,
    /// id, note.
    Delivered,
    /// Name, reach or 0.
    Appended,
    /// The same.
    Truncated,
    /// The same.
    Written,
    /// Name.
    Applied,
    Compared,
}

/// What messages say that differ in their numbers only.
#[derive(Serialize, Tsify)]
pub struct LetterRow {
    from: u32,
    to: u32,
    says: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional, type = "NameSpan[] | undefined")]
    exact: Option<Vec<NameSpan>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional, type = "string | undefined")]
    refusal: Option<String>,
    /// True for an answer to somebody who asked for a vote; absent for all others.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional, type = "boolean | undefined")]
    is_vote: Option<bool>,
    /// The number of its entries; absent where it can't hold any.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional, type = "number | undefined")]
    entry_count: Option<u32>,
    /// The highest index of its entries; 0 for none.
    reach: u32,
}

/// The events of each of these moments.
pub fn of_moments<'a>(
    run: &'a Run,
    moments: impl Iterator<Item = usize>,
    values: &mut Values,
) -> Outlines<'a> {
    let registry = run.registry();
    let mut telling = Telling::of(registry);
    for moment in moments {
        let events = run.events(moment);
        telling.tell(&[events.len() as u32]);
        for event in events {
            telling.event(event, values);
        }
    }
    let servers = registry.ids().map(Party::Server);
    let parties = [Party::Client].into_iter().chain(servers);
    Outlines {
        numbers: Kept::of(&Uint32Array::from(telling.numbers.as_slice()).into()),
        names: parties.map(|party| registry.party(party)).collect(),
        letters: telling.letters,
        notes: telling.notes,
        others: telling.others,
    }
}

/// Tells a stretch of a run. What servers say again and again is told once.
struct Telling<'a> {
    registry: &'a Registry,
    numbers: Vec<u32>,
    letters: Vec<LetterRow>,
    letter_places: SortedMap<&'a Letter, u32>,
    notes: Vec<String>,
    note_places: SortedMap<String, u32>,
    others: Vec<Happened<'a>>,
}

impl<'a> Telling<'a> {
    fn of(registry: &'a Registry) -> Telling<'a> {
        Telling {
            registry,
            numbers: Vec::new(),
            letters: Vec::new(),
            letter_places: SortedMap::default(),
            notes: Vec::new(),
            note_places: SortedMap::default(),
            others: Vec::new(),
        }
    }

    fn event(&mut self, event: &'a Event, values: &mut Values) {
        match event {
            Event::Sent(envelope) => self.sent(Code::Sent, envelope),
            Event::Duplicated(envelope) => self.sent(Code::Duplicated, envelope),
            Event::Delivered { envelope, .. } => {
                let note = self.note(event);
                self.tell(&[Code::Delivered as u32, envelope.id, note]);
            }
            Event::Appended { server, section } => {
                self.tell(&[Code::Appended as u32, name(*server), reach(section)]);
            }
            Event::Truncated {
                server, removed, ..
            } => self.tell(&[Code::Truncated as u32, name(*server), reach(removed)]),
            Event::Written { server, index } => {
                self.tell(&[Code::Written as u32, name(*server), *index]);
            }
            Event::Applied { server, .. } => self.tell(&[Code::Applied as u32, name(*server)]),
            Event::Compared { .. } => self.tell(&[Code::Compared as u32]),
            _ => {
                self.tell(&[Code::Other as u32]);
                self.others.push(happened(event, self.registry, values));
            }
        }
    }

    fn sent(&mut self, code: Code, envelope: &'a Envelope) {
        let letter = &*envelope.letter;
        let (rows, registry) = (&mut self.letters, self.registry);
        let place = *self.letter_places.get_or_insert_with(letter, || {
            rows.push(letter_row(letter, registry));
            rows.len() as u32 - 1
        });
        let copy_of = envelope.copy_of.unwrap_or(0);
        self.tell(&[code as u32, envelope.id, place, copy_of]);
    }

    /// The place of what an event led to among the notes, from 1 on; 0 for nothing.
    fn note(&mut self, event: &Event) -> u32 {
        let Some(note) = event.note() else {
            return 0;
        };
        let notes = &mut self.notes;
        *self.note_places.get_or_insert_with(note.clone(), || {
            notes.push(note);
            notes.len() as u32
        })
    }

    fn tell(&mut self, numbers: &[u32]) {
        self.numbers.extend_from_slice(numbers);
    }
}

fn letter_row(letter: &Letter, registry: &Registry) -> LetterRow {
    let Sentence { text, exact, .. } = letter.sentence(registry);
    let place = |party| match party {
        Party::Client => 0,
        Party::Server(id) => name(id),
    };
    LetterRow {
        from: place(letter.from),
        to: place(letter.to),
        says: text,
        exact: views::name_spans(&exact),
        refusal: letter.refusal(),
        is_vote: letter.is_vote().then_some(true),
        entry_count: letter.section().map(Section::count),
        reach: letter.section().map_or(0, reach),
    }
}

/// The place of a server's name, after the client's.
fn name(server: ServerId) -> u32 {
    server.position() as u32 + 1
}

/// The highest index of the entries that an event tells of; 0 for none.
fn reach(section: &Section) -> u32 {
    if section.count() > 0 {
        section.last()
    } else {
        0
    }
}
