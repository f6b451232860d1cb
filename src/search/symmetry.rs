//! Servers that start alike. What can happen to one of them can happen to another, so of all states that are the same but for
//! their places, one is looked at.
//!
//! The ways to exchange places that lead the start to itself are a group. A protocol's handlers treat all servers alike, and so
//! does all else in here; so if a way leads one state to another, it leads what follows from the one to what follows from the
//! other, in as many actions, and breaks the same promises. Of all states to which the group leads a state, the smallest stands
//! for all of them.

use crate::network::Letter;
use crate::registry::{Rename, Renaming};

use super::cast::Cast;
use super::contexts::Contexts;
use super::engine::Key;
use super::nodes::Nodes;
use super::tables::{Id, NONE, PairMap};
use super::world::{World, server_at};

/// With more servers than these, nobody looks for ways to exchange them: there are too many.
const SERVER_LIMIT: usize = 6;

/// A way to exchange places.
struct Way {
    renaming: Renaming,
    /// Whose place each gets.
    places: Vec<u8>,
}

pub struct Symmetry {
    /// The first leaves all in their places.
    ways: Vec<Way>,
    /// What each way makes of servers, letters, nodes and contexts.
    servers: PairMap,
    letters: PairMap,
    contexts: PairMap,
    /// By node, and for each by way.
    nodes: Vec<Id>,
    /// For each node the smallest that a way makes of it: the same for all that are alike.
    orbits: Vec<Id>,
}

/// The tables that states are made of.
pub struct Tables<'a> {
    pub world: &'a World,
    pub cast: &'a mut Cast,
    pub nodes: &'a mut Nodes,
    pub contexts: &'a mut Contexts,
}

impl Symmetry {
    /// That of a search in which no server is like another.
    pub fn none() -> Symmetry {
        Symmetry {
            ways: Vec::new(),
            servers: PairMap::new(),
            letters: PairMap::new(),
            contexts: PairMap::new(),
            nodes: Vec::new(),
            orbits: Vec::new(),
        }
    }

    /// That of what starts so.
    pub fn of(tables: &mut Tables, start: &Key) -> Symmetry {
        let world = tables.world;
        let mut symmetry = Symmetry::none();
        if world.count() > SERVER_LIMIT {
            return symmetry;
        }
        for places in permutations(world.count()) {
            let to = places.iter().map(|place| server_at(usize::from(*place)));
            let renaming = Renaming::new(&world.registry, to.collect());
            let mut voters = world.setting.voters;
            voters.rename(&renaming);
            let mut trial = Symmetry::none();
            trial.ways.push(Way { renaming, places });
            if voters == world.setting.voters && trial.image(tables, start, 0) == *start {
                symmetry.ways.append(&mut trial.ways);
            }
        }
        symmetry
    }

    /// Whether nobody is like anybody else.
    pub fn is_trivial(&self) -> bool {
        self.ways.len() < 2
    }

    /// The state that stands for this one.
    pub fn canonical(&mut self, tables: &mut Tables, key: &Key) -> Key {
        let count = tables.world.count();
        let mut orbits = [0; Key::LEN];
        for (orbit, node) in orbits.iter_mut().zip(&key.words[..count]) {
            *orbit = self.orbit(tables, *node);
        }
        // Only the ways that make the orbits smallest can make the state smallest.
        let mut smallest = [NONE; Key::LEN];
        let mut chosen: Option<Key> = None;
        for way in 0..self.ways.len() {
            let mut moved = [0; Key::LEN];
            for (orbit, place) in orbits.iter().zip(&self.ways[way].places) {
                moved[usize::from(*place)] = *orbit;
            }
            let order = moved[..count].cmp(&smallest[..count]);
            if order.is_gt() {
                continue;
            }
            let image = self.image(tables, key, way);
            if order.is_lt() || chosen.as_ref().is_none_or(|chosen| image < *chosen) {
                smallest = moved;
                chosen = Some(image);
            }
        }
        chosen.unwrap_or(*key)
    }

    pub fn bytes(&self) -> usize {
        let tables = [&self.servers, &self.letters, &self.contexts];
        let lists = (self.nodes.len() + self.orbits.len()) * size_of::<Id>();
        lists + tables.iter().map(|table| table.bytes()).sum::<usize>()
    }

    fn image(&mut self, tables: &mut Tables, key: &Key, way: usize) -> Key {
        let mut image = *key;
        for position in 0..tables.world.count() {
            let place = usize::from(self.ways[way].places[position]);
            image.words[place] = self.node(tables, key.words[position], way);
        }
        let context = tables.world.parties();
        image.words[context] = self.context(tables, key.words[context], way);
        image
    }

    fn orbit(&mut self, tables: &mut Tables, node: Id) -> Id {
        if let Some(known) = self.orbits.get(node as usize)
            && *known != NONE
        {
            return *known;
        }
        let ways = 0..self.ways.len();
        let images: Vec<Id> = ways.map(|way| self.node(tables, node, way)).collect();
        let orbit = images.iter().copied().min().unwrap_or(node);
        for image in images {
            if self.orbits.len() <= image as usize {
                self.orbits.resize(image as usize + 1, NONE);
            }
            self.orbits[image as usize] = orbit;
        }
        orbit
    }

    fn node(&mut self, tables: &mut Tables, node: Id, way: usize) -> Id {
        let place = node as usize * self.ways.len() + way;
        if self.nodes.len() <= place {
            let end = (node as usize + 1) * self.ways.len();
            self.nodes.resize(end, NONE);
        }
        if self.nodes[place] == NONE {
            let letters = tables.nodes.letters(node).to_vec();
            let letters = letters.into_iter();
            let letters = letters.map(|letter| self.letter(tables, letter, way));
            let letters = letters.collect();
            let server = self.server(tables, tables.nodes.server(node), way);
            let (world, cast) = (tables.world, &*tables.cast);
            self.nodes[place] = tables.nodes.make(world, cast, server, letters);
        }
        self.nodes[place]
    }

    fn server(&mut self, tables: &mut Tables, server: Id, way: usize) -> Id {
        if let Some(known) = self.servers.get(server, way as Id) {
            return known;
        }
        let Way { renaming, places } = &self.ways[way];
        let place = places[tables.cast.position(server)];
        let mut renamed = tables.cast.server(server).clone();
        renamed.rename(renaming);
        let image = tables.cast.seat(usize::from(place), renamed);
        self.servers.insert(server, way as Id, image);
        image
    }

    fn letter(&mut self, tables: &mut Tables, letter: Id, way: usize) -> Id {
        if let Some(known) = self.letters.get(letter, way as Id) {
            return known;
        }
        let mut renamed = Letter::clone(tables.cast.letter(letter));
        renamed.rename(&self.ways[way].renaming);
        let image = tables.cast.letter_id(tables.world, renamed);
        self.letters.insert(letter, way as Id, image);
        image
    }

    fn context(&mut self, tables: &mut Tables, context: Id, way: usize) -> Id {
        if let Some(known) = self.contexts.get(context, way as Id) {
            return known;
        }
        let Way { renaming, places } = &self.ways[way];
        let contexts = &mut *tables.contexts;
        let image = contexts.renamed(tables.world, context, renaming, places);
        self.contexts.insert(context, way as Id, image);
        image
    }
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
