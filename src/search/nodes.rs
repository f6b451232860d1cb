//! A node is a server with all that is on its way to it. What can happen to it is worked out once, as a list of edges, so that
//! a step of the whole cluster is a look-up for whom it happens to, and one for each letter that is sent.
//!
//! All of this is worked out for one of the nodes that are alike but for the servers' places, the *first* of them. The number of a
//! node is that of its first with, below it, that of the way that leads from there to the node. What becomes of the node is what
//! becomes of its first, moved by that way.

use super::cast::Cast;
use super::edges::{Act, Cost, Edge, Edges, Found};
use super::group::{Cosets, WayId};
use super::id_table::IdTable;
use super::sleep::Classes;
use super::tables::{Id, Lists, NONE, PairMap, hash, push_sparingly};
use super::world::World;

/// The first node that was met of all that are alike.
struct First {
    /// [`NONE`] for the client.
    server: Id,
    inbox: Id,
    /// How many letters are in it.
    mail: u32,
}

pub struct Nodes {
    firsts: Vec<First>,
    by_parts: IdTable,
    /// The letters of each, ascending.
    inboxes: Lists,
    edges: Vec<Edge>,
    /// Of each edge.
    acts: Vec<Act>,
    /// Of each first.
    pieces: Vec<Edges>,
    /// Which ways lead each first to itself: a subgroup.
    idle: Vec<u16>,
    cosets: Cosets,
    /// What becomes of a first with one letter more, and with its server in another state.
    added: PairMap,
    replaced: PairMap,
    /// The letters of a node that is made. Kept, so that the list need not be made anew.
    scratch: Vec<Id>,
}

impl Nodes {
    pub fn new() -> Nodes {
        Nodes {
            firsts: Vec::new(),
            by_parts: IdTable::new(),
            inboxes: Lists::new(),
            edges: Vec::new(),
            acts: Vec::new(),
            pieces: Vec::new(),
            idle: Vec::new(),
            cosets: Cosets::default(),
            added: PairMap::new(),
            replaced: PairMap::new(),
            scratch: Vec::new(),
        }
    }

    /// A server, [`NONE`] for the client, with letters. Those are left out that can't do anything any more, where that is
    /// what the search does.
    pub fn make(&mut self, world: &World, cast: &mut Cast, server: Id, mut letters: Vec<Id>) -> Id {
        if world.lazy {
            letters.retain(|letter| !cast.is_spent(*letter, server));
        }
        letters.sort_unstable();
        let node = self.of_parts(world, cast, server, &letters);
        self.scratch = letters;
        node
    }

    /// What a way makes of a node.
    #[inline]
    pub fn moved(&self, world: &World, node: Id, way: WayId) -> Id {
        let (first, own) = world.group.apart(node);
        self.reached(world, first, world.group.product(own, way))
    }

    pub fn server(&self, world: &World, cast: &mut Cast, node: Id) -> Id {
        let (server, way) = self.server_of_first(world, node);
        cast.server_moved(world, server, way)
    }

    /// The server of a node's first, and the way that leads from there to its own.
    #[inline]
    pub fn server_of_first(&self, world: &World, node: Id) -> (Id, WayId) {
        let (first, way) = world.group.apart(node);
        (self.server_of(first), way)
    }

    /// The letters that are on their way to it.
    pub fn letters(&self, world: &World, cast: &mut Cast, node: Id) -> Vec<Id> {
        let (first, way) = world.group.apart(node);
        let letters = self.letters_to(first).iter();
        let moved = letters.map(|letter| cast.letter_moved(world, *letter, way));
        moved.collect()
    }

    /// How many they are.
    pub fn mail(&self, world: &World, node: Id) -> u32 {
        self.firsts[world.group.apart(node).0 as usize].mail
    }

    pub fn edge(&self, edge: u32) -> Edge {
        self.edges[edge as usize]
    }

    pub fn act(&self, edge: u32) -> Act {
        self.acts[edge as usize]
    }

    /// The same with a letter more: what a way makes of this one.
    #[inline]
    pub fn add(&mut self, world: &World, cast: &mut Cast, node: Id, letter: Id, way: WayId) -> Id {
        let (first, own) = world.group.apart(node);
        let back = world.group.product(way, world.group.inverse(own));
        let letter = cast.letter_moved(world, letter, back);
        let after = self.with_letter(world, cast, first, letter);
        self.moved(world, after, own)
    }

    /// The same with a letter less: what a way makes of this one.
    pub fn without(
        &mut self,
        world: &World,
        cast: &mut Cast,
        node: Id,
        letter: Id,
        way: WayId,
    ) -> Id {
        let (first, own) = world.group.apart(node);
        let back = world.group.product(way, world.group.inverse(own));
        let letter = cast.letter_moved(world, letter, back);
        let after = self.without_letter(world, cast, first, letter);
        self.moved(world, after, own)
    }

    /// The same with its server in another state.
    pub fn with_server(&mut self, world: &World, cast: &mut Cast, node: Id, server: Id) -> Id {
        let (first, way) = world.group.apart(node);
        let server = cast.server_moved(world, server, world.group.inverse(way));
        let after = match self.replaced.get(first, server) {
            Some(known) => known,
            None => {
                let after = self.become_with(world, cast, first, server, None);
                self.replaced.insert(first, server, after);
                after
            }
        };
        self.moved(world, after, way)
    }

    /// What can happen to a first, if that was worked out before.
    pub fn edges(&self, first: Id) -> Option<Edges> {
        let edges = self.pieces[first as usize];
        edges.first().map(|_| edges)
    }

    /// Reads where the edges of a first are, so that this is at hand then: memory is waited for once for several.
    #[inline]
    pub fn touch_piece(&self, first: Id) -> Classes {
        self.pieces[first as usize].noted
    }

    /// The same with the edges themselves.
    #[inline]
    pub fn touch_edges(&self, first: Id) -> Classes {
        let edges = self.pieces[first as usize].first();
        let edge = edges.and_then(|edges| self.edges.get(edges as usize));
        edge.map_or(0, |edge| edge.class)
    }

    /// Keeps what was worked out.
    pub fn keep(&mut self, first: Id, found: &[Found]) -> Edges {
        let begin = self.edges.len() as u32;
        let mut edges = Edges::from(begin);
        for cost in [Cost::One, Cost::Two] {
            for Found { edge, act } in found.iter().filter(|found| found.act.cost() == cost) {
                edges.count(edge, cost);
                push_sparingly(&mut self.edges, *edge);
                push_sparingly(&mut self.acts, *act);
            }
        }
        self.pieces[first as usize] = edges;
        edges
    }

    /// About how much memory all of it takes.
    pub fn bytes(&self) -> usize {
        let lists = self.firsts.capacity() * size_of::<First>()
            + self.edges.capacity() * size_of::<Edge>()
            + self.acts.capacity() * size_of::<Act>()
            + self.pieces.capacity() * size_of::<Edges>()
            + self.idle.capacity() * size_of::<u16>();
        let tables = self.by_parts.bytes() + self.added.bytes() + self.replaced.bytes();
        lists + self.inboxes.bytes() + tables
    }

    /// The node to which a way leads from a first.
    #[inline]
    fn reached(&self, world: &World, first: Id, way: WayId) -> Id {
        let group = &world.group;
        let way = self.cosets.first(group, self.idle[first as usize], way);
        group.together(first, way)
    }

    /// The node of a server with these letters, which ascend.
    fn of_parts(&mut self, world: &World, cast: &mut Cast, server: Id, letters: &[Id]) -> Id {
        if world.group.is_trivial() {
            return self.first_of_parts(world, server, letters, &[0]);
        }
        // Of the ways that lead the server home, those count that make its letters smallest.
        let group = &world.group;
        let home = cast.home(world, server);
        let back = group.inverse(home.way);
        let mut smallest: Option<Vec<Id>> = None;
        let mut ways = Vec::new();
        for idle in cast.idle(home).iter() {
            let way = group.product(back, *idle);
            let moved = letters.iter();
            let moved = moved.map(|letter| cast.letter_moved(world, *letter, way));
            let mut moved: Vec<Id> = moved.collect();
            moved.sort_unstable();
            if smallest.as_ref().is_none_or(|smallest| moved < *smallest) {
                ways.clear();
                smallest = Some(moved);
            } else if smallest.as_ref() != Some(&moved) {
                continue;
            }
            ways.push(way);
        }
        let there = group.inverse(ways[0]);
        let mut idle: Vec<WayId> = ways.iter().map(|way| group.product(there, *way)).collect();
        idle.sort_unstable();
        let first = self.first_of_parts(world, home.server, &smallest.unwrap_or_default(), &idle);
        self.moved(world, first, there)
    }

    /// A first with these letters, which ascend; these ways lead it to itself.
    fn first_of_parts(&mut self, world: &World, server: Id, letters: &[Id], idle: &[WayId]) -> Id {
        let inbox = self.inboxes.intern(letters);
        let hash_of = |first: &First| hash(&[first.server, first.inbox]);
        let first = First {
            server,
            inbox,
            mail: letters.len() as u32,
        };
        let hash = hash_of(&first);
        let Nodes {
            firsts, by_parts, ..
        } = self;
        let is_it = |id: Id| {
            let known = &firsts[id as usize];
            (known.server, known.inbox) == (server, inbox)
        };
        if let Some(known) = by_parts.find(hash, is_it) {
            return world.group.together(known, 0);
        }
        let id = by_parts.add(hash, |id| hash_of(&firsts[id as usize]));
        push_sparingly(firsts, first);
        push_sparingly(&mut self.pieces, Edges::from(NONE));
        let idle = self.cosets.subgroup(&world.group, idle);
        push_sparingly(&mut self.idle, idle);
        world.group.together(id, 0)
    }

    /// The server of a first.
    pub fn server_of(&self, first: Id) -> Id {
        self.firsts[first as usize].server
    }

    /// The letters to a first, ascending.
    pub fn letters_to(&self, first: Id) -> &[Id] {
        self.inboxes.get(self.firsts[first as usize].inbox)
    }

    /// A first with a letter more.
    #[inline]
    pub fn with_letter(&mut self, world: &World, cast: &mut Cast, first: Id, letter: Id) -> Id {
        match self.added.get(first, letter) {
            Some(known) => known,
            None => self.work_out_added(world, cast, first, letter),
        }
    }

    /// A first with a letter less.
    pub fn without_letter(&mut self, world: &World, cast: &mut Cast, first: Id, letter: Id) -> Id {
        let server = self.server_of(first);
        self.become_with(world, cast, first, server, Some(letter))
    }

    #[cold]
    fn work_out_added(&mut self, world: &World, cast: &mut Cast, first: Id, letter: Id) -> Id {
        let server = self.server_of(first);
        let mut after = world.group.together(first, 0);
        if !(world.lazy && cast.is_spent(letter, server)) {
            let mut letters = self.copy_letters(first);
            let place = letters.partition_point(|other| *other < letter);
            letters.insert(place, letter);
            after = self.of_parts(world, cast, server, &letters);
            self.scratch = letters;
        }
        self.added.insert(first, letter, after);
        after
    }

    fn copy_letters(&mut self, first: Id) -> Vec<Id> {
        let mut letters = std::mem::take(&mut self.scratch);
        letters.clear();
        letters.extend_from_slice(self.letters_to(first));
        letters
    }

    /// A first whose server is in another state, with a letter less on its way.
    pub fn become_with(
        &mut self,
        world: &World,
        cast: &mut Cast,
        first: Id,
        server: Id,
        taken: Option<Id>,
    ) -> Id {
        let mut letters = self.copy_letters(first);
        if let Some(taken) = taken {
            let place = letters.iter().position(|letter| *letter == taken);
            letters.remove(place.expect("what is taken is in flight"));
        }
        self.make(world, cast, server, letters)
    }
}
