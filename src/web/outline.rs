//! What happened, without the sentences: as much of a long run as has to be known at once, so that
//! everything has its place. The sentences follow moment by moment, when somebody looks there.

use serde::Serialize;
use tsify::Tsify;

use super::events::{Happened, happened};
use super::shapes::{Kept, NameSpan};
use super::values::{Values, to_js};
use super::views;
use crate::event::Event;
use crate::history::Envelope;
use crate::log::Section;
use crate::network::Letter;
use crate::registry::{Party, Registry, Sentence, ServerId};
use crate::run::Run;
use crate::sorted::SortedMap;

/// What happened, without the sentence. What is long or frequent is told in short; all else as it is.
#[derive(Serialize, Tsify)]
#[serde(untagged)]
#[tsify(type = "Brief | Exclude<Happened, Pick<Brief, \"kind\">>")]
pub enum Outline<'a> {
    Brief(Brief<'a>),
    Whole(Happened<'a>),
}

/// What an outline tells in short. `reach` is the highest index of the entries that it tells of; absent for
/// none.
#[derive(Serialize, Tsify)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Brief<'a> {
    Sent {
        message: Label<'a>,
        #[serde(skip_serializing_if = "Option::is_none")]
        reach: Option<u32>,
    },
    Duplicated {
        message: Label<'a>,
        #[serde(skip_serializing_if = "Option::is_none")]
        reach: Option<u32>,
    },
    Delivered {
        id: u32,
        /// A few words on what it led to, where that is easily overlooked.
        #[serde(skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    Appended {
        server: Kept<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        reach: Option<u32>,
    },
    Truncated {
        server: Kept<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        reach: Option<u32>,
    },
    Written {
        server: Kept<&'a str>,
        reach: u32,
    },
    Applied {
        server: Kept<&'a str>,
    },
    Compared,
}

/// A message as its label shows it: see `Message`.
#[derive(Serialize, Tsify)]
pub struct Label<'a> {
    id: u32,
    from: Kept<&'a str>,
    to: Kept<&'a str>,
    says: Kept<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    exact: Option<Kept<Vec<NameSpan>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    refusal: Option<Kept<String>>,
    /// True for an answer to somebody who asked for a vote; absent for all others.
    #[serde(skip_serializing_if = "Option::is_none")]
    is_vote: Option<bool>,
    /// The number of its entries; absent where it can't hold any.
    #[serde(skip_serializing_if = "Option::is_none")]
    entry_count: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    copy_of: Option<u32>,
}

/// The events of each of these moments.
pub fn of_moments<'a>(
    run: &'a Run,
    moments: impl Iterator<Item = usize>,
    values: &mut Values,
) -> Vec<Vec<Outline<'a>>> {
    let mut telling = Telling::of(run);
    moments.map(|at| telling.moment(at, values)).collect()
}

/// Tells a stretch of a run. What servers say again and again, and their names, JavaScript gets once.
struct Telling<'a> {
    run: &'a Run,
    client: Kept<&'a str>,
    /// In order of registration.
    servers: Vec<Kept<&'a str>>,
    said: SortedMap<&'a Letter, Said>,
}

/// What a letter says.
struct Said {
    says: Kept<String>,
    exact: Option<Kept<Vec<NameSpan>>>,
    refusal: Option<Kept<String>>,
}

impl<'a> Telling<'a> {
    fn of(run: &'a Run) -> Telling<'a> {
        let registry = run.registry();
        let name = |party| Kept::of(&registry.party(party).into());
        Telling {
            run,
            client: name(Party::Client),
            servers: registry.ids().map(Party::Server).map(name).collect(),
            said: SortedMap::default(),
        }
    }

    fn moment(&mut self, moment: usize, values: &mut Values) -> Vec<Outline<'a>> {
        let run = self.run;
        let registry = run.registry();
        let outline = |event: &'a Event| match self.brief(event) {
            Some(brief) => Outline::Brief(brief),
            None => Outline::Whole(happened(event, registry, values)),
        };
        run.events(moment).iter().map(outline).collect()
    }

    /// None for what is told as it is.
    fn brief(&mut self, event: &'a Event) -> Option<Brief<'a>> {
        Some(match event {
            Event::Sent(envelope) => Brief::Sent {
                message: self.label(envelope),
                reach: envelope.letter.section().and_then(reach),
            },
            Event::Duplicated(envelope) => Brief::Duplicated {
                message: self.label(envelope),
                reach: envelope.letter.section().and_then(reach),
            },
            Event::Delivered { envelope, .. } => Brief::Delivered {
                id: envelope.id,
                note: event.note(),
            },
            Event::Appended { server, section } => Brief::Appended {
                server: self.server(*server),
                reach: reach(section),
            },
            Event::Truncated {
                server, removed, ..
            } => Brief::Truncated {
                server: self.server(*server),
                reach: reach(removed),
            },
            Event::Written { server, index } => Brief::Written {
                server: self.server(*server),
                reach: *index,
            },
            Event::Applied { server, .. } => Brief::Applied {
                server: self.server(*server),
            },
            Event::Compared { .. } => Brief::Compared,
            _ => return None,
        })
    }

    fn label(&mut self, envelope: &'a Envelope) -> Label<'a> {
        let letter = &*envelope.letter;
        let registry = self.run.registry();
        let said = self
            .said
            .get_or_insert_with(letter, || said(letter, registry));
        let Said {
            says,
            exact,
            refusal,
        } = &*said;
        Label {
            id: envelope.id,
            says: says.clone(),
            exact: exact.clone(),
            refusal: refusal.clone(),
            from: self.party(letter.from),
            to: self.party(letter.to),
            is_vote: letter.is_vote().then_some(true),
            entry_count: letter.section().map(Section::count),
            copy_of: envelope.copy_of,
        }
    }

    fn party(&self, party: Party) -> Kept<&'a str> {
        match party {
            Party::Client => self.client.clone(),
            Party::Server(id) => self.server(id),
        }
    }

    fn server(&self, id: ServerId) -> Kept<&'a str> {
        self.servers[id.position()].clone()
    }
}

/// The highest index of the entries that an event tells of.
fn reach(section: &Section) -> Option<u32> {
    (section.count() > 0).then(|| section.last())
}

fn said(letter: &Letter, registry: &Registry) -> Said {
    let Sentence { text, exact, .. } = letter.sentence(registry);
    let exact = views::name_spans(&exact);
    Said {
        says: Kept::of(&text.into()),
        exact: exact.map(|spans| Kept::of(&to_js(&spans))),
        refusal: letter.refusal().map(|refusal| Kept::of(&refusal.into())),
    }
}
