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
use super::nodes::Nodes;
use super::successor::Key;
use super::tables::{Id, Lists, NONE, PairMap};
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
    nodes: PairMap,
    contexts: PairMap,
    /// For each server and each letter the smallest that a way makes of it: the same for all that are alike.
    server_orbits: Vec<Id>,
    letter_orbits: Vec<Id>,
    /// For each node a number that nodes have in common which are alike, from the orbits of its server and letters.
    kinds: Vec<Id>,
    kinds_known: Lists,
    /// Which ways put the kinds of a state in order, by which of them are smaller than which.
    sorting: PairMap,
    sorting_known: Lists,
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
            nodes: PairMap::new(),
            contexts: PairMap::new(),
            server_orbits: Vec::new(),
            letter_orbits: Vec::new(),
            kinds: Vec::new(),
            kinds_known: Lists::new(),
            sorting: PairMap::new(),
            sorting_known: Lists::new(),
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

    /// The state that stands for this one, and whose place each gets in it.
    pub fn canonical(&mut self, tables: &mut Tables, key: &Key) -> (Key, &[u8]) {
        let count = tables.world.count();
        let mut kinds = [0; Key::LEN];
        for (kind, node) in kinds.iter_mut().zip(&key.words[..count]) {
            *kind = self.kind(tables, *node);
        }
        // Of all states that the ways lead to, those count whose kinds are smallest, and of those the smallest.
        let sorting = self.sorting(&kinds[..count]);
        let first = self.sorting_known.get(sorting)[0] as usize;
        let mut chosen = (self.image(tables, key, first), first);
        for other in 1..self.sorting_known.get(sorting).len() {
            let way = self.sorting_known.get(sorting)[other] as usize;
            let image = self.image(tables, key, way);
            if image < chosen.0 {
                chosen = (image, way);
            }
        }
        let (image, way) = chosen;
        (image, &self.ways[way].places)
    }

    pub fn bytes(&self) -> usize {
        let tables = [&self.servers, &self.letters, &self.nodes, &self.contexts];
        let lists = [&self.server_orbits, &self.letter_orbits, &self.kinds];
        let words: usize = lists.iter().map(|list| list.capacity()).sum();
        let tables: usize = tables.iter().map(|table| table.bytes()).sum();
        let known = self.kinds_known.bytes() + self.sorting_known.bytes() + self.sorting.bytes();
        tables + words * size_of::<Id>() + known
    }

    /// The ways that put kinds in the smallest order. Which these are depends only on which kinds are smaller than which.
    #[inline]
    fn sorting(&mut self, kinds: &[Id]) -> Id {
        let mut pattern = 0;
        for (position, kind) in kinds.iter().enumerate() {
            for other in &kinds[..position] {
                pattern = pattern * 3 + (kind.cmp(other) as i8 + 1) as Id;
            }
        }
        match self.sorting.get(pattern, 0) {
            Some(known) => known,
            None => self.work_out_sorting(kinds, pattern),
        }
    }

    #[cold]
    fn work_out_sorting(&mut self, kinds: &[Id], pattern: Id) -> Id {
        let moved = |way: &Way| {
            let mut moved = vec![0; kinds.len()];
            for (kind, place) in kinds.iter().zip(&way.places) {
                moved[usize::from(*place)] = *kind;
            }
            moved
        };
        let smallest = self.ways.iter().map(moved).min();
        let numbered = (0..).zip(&self.ways);
        let sorting = numbered.filter(|(_, way)| Some(moved(way)) == smallest);
        let sorting: Vec<Id> = sorting.map(|(number, _)| number).collect();
        let known = self.sorting_known.intern(&sorting);
        self.sorting.insert(pattern, 0, known);
        known
    }

    fn image(&mut self, tables: &mut Tables, key: &Key, way: usize) -> Key {
        let mut image = *key;
        if way == 0 && self.ways.len() > 1 {
            // All stay in their places.
            return image;
        }
        for position in 0..tables.world.count() {
            let place = usize::from(self.ways[way].places[position]);
            image.words[place] = self.node(tables, key.words[position], way);
        }
        let context = tables.world.parties();
        image.words[context] = self.context(tables, key.words[context], way);
        image
    }

    #[inline]
    fn kind(&mut self, tables: &mut Tables, node: Id) -> Id {
        match known(&self.kinds, node) {
            Some(known) => known,
            None => self.work_out_kind(tables, node),
        }
    }

    #[cold]
    fn work_out_kind(&mut self, tables: &mut Tables, node: Id) -> Id {
        let letters = tables.nodes.letters(node).to_vec();
        let letters = letters.into_iter();
        let letters = letters.map(|letter| self.letter_orbit(tables, letter));
        let mut parts: Vec<Id> = letters.collect();
        parts.sort_unstable();
        parts.push(self.server_orbit(tables, tables.nodes.server(node)));
        let kind = self.kinds_known.intern(&parts);
        learn(&mut self.kinds, node, kind);
        kind
    }

    fn server_orbit(&mut self, tables: &mut Tables, server: Id) -> Id {
        if let Some(known) = known(&self.server_orbits, server) {
            return known;
        }
        let ways = 0..self.ways.len();
        let images: Vec<Id> = ways.map(|way| self.server(tables, server, way)).collect();
        let orbit = images.iter().copied().min().unwrap_or(server);
        for image in images {
            learn(&mut self.server_orbits, image, orbit);
        }
        orbit
    }

    pub fn letter_orbit(&mut self, tables: &mut Tables, letter: Id) -> Id {
        if let Some(known) = known(&self.letter_orbits, letter) {
            return known;
        }
        let ways = 0..self.ways.len();
        let images: Vec<Id> = ways.map(|way| self.letter(tables, letter, way)).collect();
        let orbit = images.iter().copied().min().unwrap_or(letter);
        for image in images {
            learn(&mut self.letter_orbits, image, orbit);
        }
        orbit
    }

    #[inline]
    fn node(&mut self, tables: &mut Tables, node: Id, way: usize) -> Id {
        match self.nodes.get(node, way as Id) {
            Some(known) => known,
            None => self.work_out_node(tables, node, way),
        }
    }

    #[cold]
    fn work_out_node(&mut self, tables: &mut Tables, node: Id, way: usize) -> Id {
        let letters = tables.nodes.letters(node).to_vec();
        let letters = letters.into_iter();
        let letters = letters.map(|letter| self.letter(tables, letter, way));
        let letters = letters.collect();
        let server = self.server(tables, tables.nodes.server(node), way);
        let (world, cast) = (tables.world, &*tables.cast);
        let image = tables.nodes.make(world, cast, server, letters);
        self.nodes.insert(node, way as Id, image);
        image
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

/// What a list has for a number.
fn known(list: &[Id], id: Id) -> Option<Id> {
    let known = list.get(id as usize).copied();
    known.filter(|known| *known != NONE)
}

/// Puts into a list what it has for a number.
fn learn(list: &mut Vec<Id>, id: Id, value: Id) {
    if list.len() <= id as usize {
        list.resize(id as usize + 1, NONE);
    }
    list[id as usize] = value;
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
