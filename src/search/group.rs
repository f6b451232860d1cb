//! Ways to exchange places, as a group: what two of them do one after the other, one alone does, too.

use std::collections::BTreeMap;

use crate::registry::{Registry, Renaming};

use super::successor::Key;
use super::tables::Id;
use super::world::server_at;

/// A way to exchange places.
pub struct Way {
    pub renaming: Renaming,
    /// Whose place each gets.
    pub places: Vec<u8>,
}

impl Way {
    /// By which each gets the place that stands at its own.
    pub fn new(registry: &Registry, places: Vec<u8>) -> Way {
        let to = places.iter().map(|place| server_at(usize::from(*place)));
        let renaming = Renaming::new(registry, to.collect());
        Way { renaming, places }
    }
}

/// Whose place each gets, for as many as there can be.
pub type Places = [u8; Key::LEN];

/// The number of a way in its group. 0 leaves all in their places.
pub type WayId = u16;

/// All ways that lead the start of a search to itself.
pub struct Group {
    ways: Vec<Way>,
    /// Of each way whose place each gets. Who stands behind the servers keeps its own.
    places: Vec<Places>,
    /// How many bits the number of a way needs, and all of these.
    bits: u32,
    mask: Id,
    /// What two ways do one after the other, by the number of the first with that of the second below it.
    products: Vec<WayId>,
    inverses: Vec<WayId>,
}

impl Group {
    /// That in which no server is like another.
    pub fn trivial(registry: &Registry) -> Group {
        let places = 0..registry.names().len() as u8;
        Group::new(vec![Way::new(registry, places.collect())])
    }

    /// That of these ways, which are a group, in ascending order.
    pub fn new(ways: Vec<Way>) -> Group {
        let places = ways.iter().map(|way| way.places.clone());
        let numbers: BTreeMap<Vec<u8>, WayId> = places.zip(0..).collect();
        let bits = usize::BITS - (ways.len() - 1).leading_zeros();
        let mut products = vec![0; ways.len() << bits];
        let mut inverses = vec![0; ways.len()];
        for (one, first) in ways.iter().enumerate() {
            for (other, second) in ways.iter().enumerate() {
                let places = first.places.iter();
                let places: Vec<u8> = places.map(|at| second.places[usize::from(*at)]).collect();
                let product = numbers[&places];
                products[one << bits | other] = product;
                if product == 0 {
                    inverses[one] = other as WayId;
                }
            }
        }
        Group {
            places: ways.iter().map(places_of).collect(),
            ways,
            bits,
            mask: (1 << bits) - 1,
            products,
            inverses,
        }
    }

    /// Whether nobody is like anybody else.
    pub fn is_trivial(&self) -> bool {
        self.ways.len() == 1
    }

    pub fn way(&self, way: WayId) -> &Way {
        &self.ways[usize::from(way)]
    }

    pub fn ways(&self) -> impl Iterator<Item = WayId> + use<> {
        0..self.ways.len() as WayId
    }

    /// How many bits the number of a way needs.
    #[inline]
    pub fn bits(&self) -> u32 {
        self.bits
    }

    /// Whose place each gets: the client, who stands behind the servers, keeps its own.
    #[inline]
    pub fn places(&self, way: WayId) -> &Places {
        &self.places[usize::from(way)]
    }

    /// The number of a node apart: that of its first, and the way that leads from there to the node.
    #[inline]
    pub fn apart(&self, node: Id) -> (Id, WayId) {
        (node >> self.bits, (node & self.mask) as WayId)
    }

    /// The number of the node to which a way leads from a first.
    #[inline]
    pub fn together(&self, first: Id, way: WayId) -> Id {
        first << self.bits | Id::from(way)
    }

    /// What the one does and then the other.
    #[inline]
    pub fn product(&self, first: WayId, second: WayId) -> WayId {
        self.products[usize::from(first) << self.bits | usize::from(second)]
    }

    /// What takes a way back.
    #[inline]
    pub fn inverse(&self, way: WayId) -> WayId {
        self.inverses[usize::from(way)]
    }
}

fn places_of(way: &Way) -> Places {
    let mut places: Places = std::array::from_fn(|position| position as u8);
    places[..way.places.len()].copy_from_slice(&way.places);
    places
}

/// Which ways do the same to something that others lead to itself. Those that do are a subgroup; two ways do the same if one
/// is another of the subgroup and then the other.
#[derive(Default)]
pub struct Cosets {
    subgroups: Vec<Vec<WayId>>,
    /// For each subgroup and each way, the first of those that do the same.
    firsts: Vec<WayId>,
}

impl Cosets {
    /// The number of a subgroup, whose ways ascend.
    pub fn subgroup(&mut self, group: &Group, ways: &[WayId]) -> u16 {
        if let Some(known) = self.subgroups.iter().position(|known| known == ways) {
            return known as u16;
        }
        self.subgroups.push(ways.to_vec());
        self.firsts
            .resize((self.subgroups.len() - 1) << group.bits, 0);
        for way in group.ways() {
            let same = ways.iter().map(|idle| group.product(*idle, way));
            self.firsts.extend(same.min());
        }
        self.subgroups.len() as u16 - 1
    }

    /// The first of the ways that do the same as this one.
    #[inline]
    pub fn first(&self, group: &Group, subgroup: u16, way: WayId) -> WayId {
        self.firsts[usize::from(subgroup) << group.bits | usize::from(way)]
    }
}
