//! What is the same in all states of a search.

use std::rc::Rc;

use crate::catalog::ProtocolName;
use crate::client::{Change, Request, Wish};
use crate::history::Witness;
use crate::properties;
use crate::property::Property;
use crate::protocol::{Terms, Testimonies};
use crate::registry::{Registry, ServerId};
use crate::rule::Setting;
use crate::simulation::Simulation;

use super::group::Group;
use super::{Bound, Bounds, Method};

pub struct World {
    pub registry: Registry,
    pub protocol: ProtocolName,
    pub setting: Setting,
    pub bounds: Bounds,
    pub method: Method,
    /// Whether what can wait waits: see the head of `search.rs`.
    pub lazy: bool,
    /// How many servers there are.
    count: usize,
    /// How servers can be in each other's places: only in the one way that leaves all where they are, until it is found out.
    pub group: Group,
    /// Promises that are not broken yet.
    pub checked: Vec<Property>,
    /// What is to happen once.
    pub sometimes: Vec<Property>,
    /// What the client can say.
    pub texts: Vec<Text>,
}

/// Something that a client can say.
pub struct Text {
    pub says: Rc<str>,
    pub wish: Wish,
    /// Of what it is one.
    pub bound: Bound,
    /// How many there were of that before; none if that does not matter.
    pub after: Option<u8>,
}

impl World {
    pub fn new(start: &Simulation, bounds: Bounds, method: Method, checked: &[Property]) -> World {
        let mut world = World {
            registry: start.registry.clone(),
            group: Group::trivial(&start.registry),
            protocol: start.protocol(),
            setting: start.cluster.setting,
            bounds,
            method,
            count: start.registry.names().len(),
            lazy: method != Method::Plain && bounds.in_flight.is_none(),
            checked: checked.to_vec(),
            sometimes: start.protocol().sometimes().to_vec(),
            texts: Vec::new(),
        };
        world.write_from(unused_value(start));
        world
    }

    /// Lets the client write this value first, and greater ones after it.
    pub fn write_from(&mut self, first: u32) {
        let mut texts = self.texts(first);
        texts.retain(|text| self.bounds.of(text.bound) > 0);
        self.texts = texts;
    }

    /// How many servers there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// How many can have mail: the client is the last, if what it is told is in the air, too.
    pub fn parties(&self) -> usize {
        self.count() + usize::from(self.method == Method::Plain)
    }

    /// What has to be witnessed.
    pub fn testimonies(&self) -> Testimonies {
        let properties = self.checked.iter().chain(&self.sometimes);
        let needed = properties.flat_map(|property| properties::needs(*property));
        needed.copied().collect()
    }

    /// Which promises there is evidence against, as bits in their order.
    pub fn evidence(&self, witness: &Witness) -> u16 {
        self.broken(|property| {
            properties::is_of_the_past(property)
                && !properties::look_at_past(witness, property).holds()
        })
    }

    /// Which promises are broken, as bits in their order.
    pub fn broken(&self, is_broken: impl Fn(Property) -> bool) -> u16 {
        let numbered = self.checked.iter().enumerate();
        let broken = numbered.filter(|(_, property)| is_broken(**property));
        broken.map(|(position, _)| 1 << position).sum()
    }

    /// Whether a request waits for its delivery to be asked: see the head of `search.rs`.
    pub fn asks_late(&self) -> bool {
        self.lazy && self.bounds.of(Bound::Duplicates) == 0
    }

    /// Whether links may be cut.
    pub fn cuts_links(&self) -> bool {
        self.bounds.of(Bound::Cuts) > 0 && !self.lazy
    }

    fn texts(&self, first: u32) -> Vec<Text> {
        let mut texts = Vec::new();
        for before in 0..self.bounds.of(Bound::Writes) {
            let says = format!("set a {}", first + u32::from(before));
            texts.push(text(&says, Bound::Writes, Some(before)));
        }
        texts.push(text("get a", Bound::Reads, None));
        if self.protocol.terms() != Terms::Voted {
            texts.push(text("youre_the_leader", Bound::Timeouts, None));
            return texts;
        }
        for name in self.registry.names() {
            for adds in [true, false] {
                let name = name.clone();
                let says = Change { name, adds }.says();
                texts.push(text(&says, Bound::Changes, None));
            }
        }
        texts
    }
}

/// The first value that the client writes: greater than all that anybody has written to `a`, so that it differs from them.
pub fn unused_value(start: &Simulation) -> u32 {
    let registry = &start.registry;
    let letters = start.cluster.network.in_flight();
    let mut texts: Vec<String> = letters.map(|letter| letter.wire(registry)).collect();
    for server in &start.cluster.servers {
        texts.push(server.disk.log.section_from(1).lines(registry));
        texts.extend(
            server
                .waiting()
                .iter()
                .map(|request| request.text.to_string()),
        );
    }
    let lines = texts.iter().flat_map(|text| text.lines());
    let values = lines.filter_map(|line| line.rsplit_once("set a ")?.1.parse().ok());
    values
        .filter(|value| *value < VALUE_LIMIT)
        .max()
        .unwrap_or(0)
        + 1
}

/// Greater values are nobody's numbers.
const VALUE_LIMIT: u32 = 1_000_000_000;

fn text(says: &str, bound: Bound, after: Option<u8>) -> Text {
    let request = Request {
        text: says.into(),
        term: 0,
        number: 0,
    };
    let wish = request.wish();
    Text {
        says: request.text,
        wish: wish.unwrap_or_else(|_| panic!("{says} can't be read")),
        bound,
        after,
    }
}

/// The number of a link between two servers, for a set of them.
pub fn link_bit(one: usize, other: usize) -> u64 {
    let (first, second) = (one.min(other), one.max(other));
    1 << (second * (second - 1) / 2 + first)
}

/// A server's ordinal.
pub fn server_at(position: usize) -> ServerId {
    ServerId(position as u8)
}
