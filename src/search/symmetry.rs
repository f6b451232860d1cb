//! Servers that start alike. What can happen to one of them can happen to another, so of all states that are the same but for
//! their places, one is looked at.
//!
//! The ways to exchange places that lead the start to itself are a group. A protocol's handlers treat all servers alike, and so
//! does all else in here; so if a way leads one state to another, it leads what follows from the one to what follows from the
//! other, in as many actions, and breaks the same promises. Of all states to which the group leads a state, one stands for all of
//! them: that whose nodes are in order of the nodes that they are like; of several such states, the smallest.
//!
//! So it is with a node, too: what can happen to it is found out for the first node that was met of all that are alike, and for
//! the others by the way that leads there (`nodes.rs`).

use crate::registry::Rename;

use super::cast::Cast;
use super::contexts::Contexts;
use super::group::{Group, Way, WayId};
use super::nodes::Nodes;
use super::parts::Parts;
use super::successor::Key;
use super::tables::{Id, Lists};
use super::world::World;

/// With more servers than these, nobody looks for ways to exchange them: there are too many.
const SERVER_LIMIT: usize = 6;

/// The ways that lead the start to itself.
pub fn find(world: &World, cast: &mut Cast, contexts: &mut Contexts, start: &Parts) -> Group {
    let count = world.count();
    let mut ways = Vec::new();
    if count > SERVER_LIMIT {
        return Group::trivial(&world.registry);
    }
    for places in permutations(count) {
        let way = Way::new(&world.registry, places);
        if leads_to_itself(world, cast, contexts, start, &way) {
            ways.push(way);
        }
    }
    Group::new(ways)
}

fn leads_to_itself(
    world: &World,
    cast: &mut Cast,
    contexts: &mut Contexts,
    start: &Parts,
    way: &Way,
) -> bool {
    let mut voters = world.setting.voters;
    voters.rename(&way.renaming);
    let mut servers = start.servers.iter().zip(&way.places);
    let mut mail = start.mail.iter().zip(&way.places);
    voters == world.setting.voters
        && servers.all(|(server, place)| {
            cast.server_renamed(*server, way) == start.servers[usize::from(*place)]
        })
        && mail.all(|(letters, place)| {
            let renamed = letters.iter();
            let renamed = renamed.map(|letter| cast.letter_renamed(world, *letter, way));
            let mut renamed: Vec<Id> = renamed.collect();
            renamed.sort_unstable();
            renamed == start.mail[usize::from(*place)]
        })
        && contexts.renamed(world, start.context, way) == start.context
}

/// Which state stands for another.
pub struct Symmetry {
    /// Which ways put the nodes of a state in order, by how many are smaller than each.
    sorting: Vec<Option<Sorting>>,
    several: Lists,
}

/// The ways that put nodes in order.
#[derive(Clone, Copy)]
enum Sorting {
    One(WayId),
    /// A number of [`Symmetry::several`].
    Several(Id),
}

impl Symmetry {
    pub fn new() -> Symmetry {
        Symmetry {
            sorting: Vec::new(),
            several: Lists::new(),
        }
    }

    /// Puts the state that stands for this one, which has so many servers, in its place, and tells what leads there.
    #[inline(always)]
    pub fn make_canonical(
        &mut self,
        count: usize,
        world: &World,
        nodes: &Nodes,
        contexts: &mut Contexts,
        key: &mut Key,
    ) -> WayId {
        match self.sorting(count, world, key) {
            // All stay in their places.
            Sorting::One(0) => 0,
            Sorting::One(way) => {
                *key = image(count, world, nodes, contexts, key, way);
                way
            }
            Sorting::Several(ways) => {
                let ways = self.several.get(ways).iter().map(|way| *way as WayId);
                let images = ways.map(|way| (image(count, world, nodes, contexts, key, way), way));
                let (smallest, way) = images.min().expect("some way puts them in order");
                *key = smallest;
                way
            }
        }
    }

    pub fn bytes(&self) -> usize {
        self.several.bytes() + self.sorting.capacity() * size_of::<Option<Sorting>>()
    }

    /// The ways that put nodes in order. Which these are depends only on which are smaller than which.
    #[inline(always)]
    fn sorting(&mut self, count: usize, world: &World, key: &Key) -> Sorting {
        let mut firsts = [0; Key::LEN];
        for (first, node) in firsts.iter_mut().zip(&key.words[..count]) {
            *first = world.group.apart(*node).0;
        }
        // A digit for each node: how many are smaller.
        let (mut pattern, mut unit) = (0, 1);
        for position in 0..count {
            let mut other_unit = 1;
            for other in 0..position {
                pattern += unit * usize::from(firsts[other] < firsts[position]);
                pattern += other_unit * usize::from(firsts[position] < firsts[other]);
                other_unit *= count;
            }
            unit *= count;
        }
        match self.sorting.get(pattern) {
            Some(Some(known)) => *known,
            _ => self.work_out_sorting(world, &firsts[..count], pattern),
        }
    }

    #[cold]
    fn work_out_sorting(&mut self, world: &World, firsts: &[Id], pattern: usize) -> Sorting {
        let group = &world.group;
        let moved = |way: &WayId| {
            let mut moved = vec![0; firsts.len()];
            for (first, place) in firsts.iter().zip(&group.way(*way).places) {
                moved[usize::from(*place)] = *first;
            }
            moved
        };
        let smallest = group.ways().map(|way| moved(&way)).min();
        let sorting = group.ways().filter(|way| Some(moved(way)) == smallest);
        let sorting: Vec<WayId> = sorting.collect();
        let known = match sorting.as_slice() {
            [way] => Sorting::One(*way),
            ways => {
                let ways: Vec<Id> = ways.iter().copied().map(Id::from).collect();
                Sorting::Several(self.several.intern(&ways))
            }
        };
        if self.sorting.len() <= pattern {
            self.sorting.resize(pattern + 1, None);
        }
        self.sorting[pattern] = Some(known);
        known
    }
}

/// What a way makes of a state.
#[inline(always)]
fn image(
    count: usize,
    world: &World,
    nodes: &Nodes,
    contexts: &mut Contexts,
    key: &Key,
    way: WayId,
) -> Key {
    let mut image = *key;
    let places = world.group.places(way);
    for (node, place) in key.words[..count].iter().zip(places) {
        image.words[usize::from(*place)] = nodes.moved(world, *node, way);
    }
    let context = world.parties();
    image.words[context] = contexts.moved(world, key.words[context], way);
    image
}

/// All orders of the numbers below one, in ascending order.
fn permutations(count: usize) -> Vec<Vec<u8>> {
    let mut orders: Vec<Vec<u8>> = vec![Vec::new()];
    for _ in 0..count {
        let longer = orders.iter().flat_map(|order| {
            let others = (0..count as u8).filter(|place| !order.contains(place));
            others.map(|place| [order.as_slice(), &[place]].concat())
        });
        orders = longer.collect();
    }
    orders
}
