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
use super::tables::{Id, Lists, PairMap};
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
    /// Which ways put the nodes of a state in order, by which of them are smaller than which.
    sorting: PairMap,
    sorting_known: Lists,
}

impl Symmetry {
    pub fn new() -> Symmetry {
        Symmetry {
            sorting: PairMap::new(),
            sorting_known: Lists::new(),
        }
    }

    /// The state that stands for this one, and what leads there.
    pub fn canonical(
        &mut self,
        world: &World,
        nodes: &Nodes,
        contexts: &mut Contexts,
        key: &Key,
    ) -> (Key, WayId) {
        let sorting = self.sorting(world, key);
        let ways = self.sorting_known.get(sorting);
        let mut chosen = (image(world, nodes, contexts, key, ways[0]), ways[0]);
        for way in &ways[1..] {
            let other = image(world, nodes, contexts, key, *way);
            if other < chosen.0 {
                chosen = (other, *way);
            }
        }
        let (image, way) = chosen;
        (image, way as WayId)
    }

    pub fn bytes(&self) -> usize {
        self.sorting_known.bytes() + self.sorting.bytes()
    }

    /// The ways that put nodes in order. Which these are depends only on which are smaller than which.
    #[inline]
    fn sorting(&mut self, world: &World, key: &Key) -> Id {
        let bits = world.group.bits();
        let nodes = &key.words[..world.count()];
        let mut pattern = 0;
        for (position, node) in nodes.iter().enumerate() {
            for other in &nodes[..position] {
                let order = (node >> bits).cmp(&(other >> bits));
                pattern = pattern * 3 + (order as i8 + 1) as Id;
            }
        }
        match self.sorting.get(pattern, 0) {
            Some(known) => known,
            None => self.work_out_sorting(world, nodes, pattern),
        }
    }

    #[cold]
    fn work_out_sorting(&mut self, world: &World, nodes: &[Id], pattern: Id) -> Id {
        let group = &world.group;
        let moved = |way: &WayId| {
            let mut moved = vec![0; nodes.len()];
            for (node, place) in nodes.iter().zip(&group.way(*way).places) {
                moved[usize::from(*place)] = node >> group.bits();
            }
            moved
        };
        let smallest = group.ways().map(|way| moved(&way)).min();
        let sorting = group.ways().filter(|way| Some(moved(way)) == smallest);
        let sorting: Vec<Id> = sorting.map(Id::from).collect();
        let known = self.sorting_known.intern(&sorting);
        self.sorting.insert(pattern, 0, known);
        known
    }
}

#[inline]
fn image(world: &World, nodes: &Nodes, contexts: &mut Contexts, key: &Key, way: Id) -> Key {
    let mut image = *key;
    if way == 0 {
        // All stay in their places.
        return image;
    }
    let way = way as WayId;
    let places = &world.group.way(way).places;
    for (node, place) in key.words.iter().zip(places) {
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
