//! A node is a server with all that is on its way to it. What can happen to it is worked out once, as a list of edges, so that
//! a step of the whole cluster is a look-up for whom it happens to, and one for each letter that is sent.

use super::Bound;
use super::cast::{Cast, Event};
use super::edges::{Act, Cost, Edge, Edges, Found};
use super::id_table::IdTable;
use super::sleep::Classes;
use super::tables::{Id, Lists, NONE, PairMap, hash, push_sparingly};
use super::world::World;

struct Node {
    /// [`NONE`] for the client.
    server: Id,
    inbox: Id,
    /// How many letters are in it.
    mail: u32,
}

pub struct Nodes {
    list: Vec<Node>,
    by_parts: IdTable,
    /// The letters of each, ascending.
    inboxes: Lists,
    edges: Vec<Edge>,
    /// Of each edge.
    acts: Vec<Act>,
    /// Of each node.
    pieces: Vec<Edges>,
    added: PairMap,
    replaced: PairMap,
    /// The letters of a node that is made. Kept, so that the list need not be made anew.
    scratch: Vec<Id>,
}

impl Nodes {
    pub fn new() -> Nodes {
        Nodes {
            list: Vec::new(),
            by_parts: IdTable::new(),
            inboxes: Lists::new(),
            edges: Vec::new(),
            acts: Vec::new(),
            pieces: Vec::new(),
            added: PairMap::new(),
            replaced: PairMap::new(),
            scratch: Vec::new(),
        }
    }

    /// A server, [`NONE`] for the client, with letters. Those are left out that can't do anything any more, where that is
    /// what the search does.
    pub fn make(&mut self, world: &World, cast: &Cast, server: Id, mut letters: Vec<Id>) -> Id {
        if world.lazy {
            letters.retain(|letter| !cast.is_spent(*letter, server));
        }
        letters.sort_unstable();
        let node = self.of_parts(server, &letters);
        self.scratch = letters;
        node
    }

    fn of_parts(&mut self, server: Id, letters: &[Id]) -> Id {
        let inbox = self.inboxes.intern(letters);
        let hash_of = |node: &Node| hash(&[node.server, node.inbox]);
        let node = Node {
            server,
            inbox,
            mail: letters.len() as u32,
        };
        let hash = hash_of(&node);
        let Nodes {
            list,
            by_parts,
            pieces,
            ..
        } = self;
        let is_it = |id: Id| {
            let known = &list[id as usize];
            (known.server, known.inbox) == (server, inbox)
        };
        if let Some(known) = by_parts.find(hash, is_it) {
            return known;
        }
        let id = by_parts.add(hash, |id| hash_of(&list[id as usize]));
        push_sparingly(list, node);
        push_sparingly(pieces, Edges::new(server, NONE));
        id
    }

    pub fn server(&self, node: Id) -> Id {
        self.list[node as usize].server
    }

    pub fn letters(&self, node: Id) -> &[Id] {
        self.inboxes.get(self.list[node as usize].inbox)
    }

    /// How many letters are on their way to it.
    pub fn mail(&self, node: Id) -> u32 {
        self.list[node as usize].mail
    }

    pub fn edge(&self, edge: u32) -> Edge {
        self.edges[edge as usize]
    }

    pub fn act(&self, edge: u32) -> Act {
        self.acts[edge as usize]
    }

    /// The same with one letter more.
    #[inline]
    pub fn add(&mut self, world: &World, cast: &Cast, node: Id, letter: Id) -> Id {
        match self.added.get(node, letter) {
            Some(known) => known,
            None => self.work_out_added(world, cast, node, letter),
        }
    }

    /// The same with one letter less.
    pub fn without(&mut self, world: &World, cast: &Cast, node: Id, letter: Id) -> Id {
        self.become_with(world, cast, node, self.server(node), Some(letter))
    }

    /// The same with its server in another state.
    pub fn with_server(&mut self, world: &World, cast: &Cast, node: Id, server: Id) -> Id {
        if let Some(known) = self.replaced.get(node, server) {
            return known;
        }
        let after = self.become_with(world, cast, node, server, None);
        self.replaced.insert(node, server, after);
        after
    }

    /// What can happen to a node, if that was worked out before.
    pub fn edges(&self, node: Id) -> Option<Edges> {
        let edges = self.pieces[node as usize];
        edges.first().map(|_| edges)
    }

    /// Reads what is needed when a node is looked at, so that it is at hand then: memory is waited for once for several nodes.
    #[inline]
    pub fn touch(&self, node: Id) -> Classes {
        let first = self.pieces[node as usize].first();
        let edge = first.and_then(|first| self.edges.get(first as usize));
        edge.map_or(0, |edge| edge.class)
    }

    /// Works out what can happen to a node, in no class yet.
    pub fn work_out(&mut self, world: &World, cast: &mut Cast, node: Id) -> Vec<Found> {
        let mut found = Vec::new();
        self.find_edges(world, cast, node, &mut found);
        found
    }

    /// Keeps what was worked out.
    pub fn keep(&mut self, node: Id, found: &[Found]) -> Edges {
        let mut edges = Edges::new(self.server(node), self.edges.len() as u32);
        for cost in [Cost::One, Cost::Two] {
            for Found { edge, act } in found.iter().filter(|found| found.act.cost() == cost) {
                edges.count(edge, cost);
                push_sparingly(&mut self.edges, *edge);
                push_sparingly(&mut self.acts, *act);
            }
        }
        self.pieces[node as usize] = edges;
        edges
    }

    /// About how much memory all of it takes.
    pub fn bytes(&self) -> usize {
        let lists = self.list.capacity() * size_of::<Node>()
            + self.edges.capacity() * size_of::<Edge>()
            + self.acts.capacity() * size_of::<Act>()
            + self.pieces.capacity() * size_of::<Edges>();
        let tables = self.by_parts.bytes() + self.added.bytes() + self.replaced.bytes();
        lists + self.inboxes.bytes() + tables
    }

    #[cold]
    fn work_out_added(&mut self, world: &World, cast: &Cast, node: Id, letter: Id) -> Id {
        let server = self.server(node);
        let mut after = node;
        if !(world.lazy && cast.is_spent(letter, server)) {
            let mut letters = self.copy_letters(node);
            let place = letters.partition_point(|other| *other < letter);
            letters.insert(place, letter);
            after = self.of_parts(server, &letters);
            self.scratch = letters;
        }
        self.added.insert(node, letter, after);
        after
    }

    fn copy_letters(&mut self, node: Id) -> Vec<Id> {
        let mut letters = std::mem::take(&mut self.scratch);
        letters.clear();
        letters.extend_from_slice(self.letters(node));
        letters
    }

    fn find_edges(&mut self, world: &World, cast: &mut Cast, node: Id, found: &mut Vec<Found>) {
        let mut letters = self.letters(node).to_vec();
        letters.dedup();
        for letter in letters {
            self.find_edges_of_letter(world, cast, node, letter, found);
        }
        let server = self.server(node);
        if server == NONE {
            return;
        }
        if !cast.facts(server).is_up {
            if cast.server(server).disk.damaged.is_empty() {
                let id = cast.react(world, server, Event::Restart);
                let (edge, act) = (self.react(world, cast, node, id, None), Act::Restart);
                found.push(Found { edge, act });
            }
            return;
        }
        if world.bounds.of(Bound::Kills) > 0 {
            found.push(self.find_kill(world, cast, node));
        }
        for (prompt, bound) in cast.prompts(world, server) {
            let id = cast.react(world, server, Event::Prompt(prompt));
            let is_left_out = world.lazy && cast.transition(id).is_idle;
            if world.bounds.of(bound) > 0 && !is_left_out {
                let mut edge = self.react(world, cast, node, id, None);
                edge.bound = Some(bound);
                let act = Act::Prompt(prompt);
                found.push(Found { edge, act });
            }
        }
    }

    fn find_kill(&mut self, world: &World, cast: &mut Cast, node: Id) -> Found {
        let mut id = cast.react(world, self.server(node), Event::Kill);
        let mut act = Act::Kill;
        if world.lazy {
            // Nothing happens to who is down, so a kill waits until just before the restart.
            let down = cast.transition(id).server;
            id = cast.react(world, down, Event::Restart);
            act = Act::Crash;
        }
        let mut edge = self.react(world, cast, node, id, None);
        edge.bound = Some(Bound::Kills);
        Found { edge, act }
    }

    fn find_edges_of_letter(
        &mut self,
        world: &World,
        cast: &mut Cast,
        node: Id,
        letter: Id,
        found: &mut Vec<Found>,
    ) {
        let server = self.server(node);
        let is_heard = server != NONE && cast.facts(server).is_up;
        let heard = is_heard.then(|| cast.react(world, server, Event::Letter(letter)));
        // What does nothing may as well stay in the air.
        if world.lazy && heard.is_none_or(|id| cast.transition(id).is_idle) {
            return;
        }
        let edge = match heard {
            Some(id) => self.react(world, cast, node, id, Some(letter)),
            None => Edge::of(self.without(world, cast, node, letter), None),
        };
        let act = Act::Deliver(letter);
        found.push(Found { edge, act });
        if world.bounds.of(Bound::Drops) > 0 && !world.lazy {
            let without = self.without(world, cast, node, letter);
            let (edge, act) = (Edge::of(without, Some(Bound::Drops)), Act::Drop(letter));
            found.push(Found { edge, act });
        }
        if world.bounds.of(Bound::Duplicates) > 0 {
            found.push(self.find_duplicate(world, cast, node, letter, &edge));
        }
    }

    /// That a letter is duplicated, of which it is known what comes of its delivery.
    fn find_duplicate(
        &mut self,
        world: &World,
        cast: &mut Cast,
        node: Id,
        letter: Id,
        delivered: &Edge,
    ) -> Found {
        let bound = Some(Bound::Duplicates);
        if world.lazy {
            // A copy is made when it is needed.
            let mut edge = self.react(world, cast, node, delivered.transition, None);
            edge.bound = bound;
            let act = Act::DeliverCopy(letter);
            return Found { edge, act };
        }
        Found {
            edge: Edge::of(self.add(world, cast, node, letter), bound),
            act: Act::Duplicate(letter),
        }
    }

    /// That a node's server does this, upon this letter if there is one.
    fn react(
        &mut self,
        world: &World,
        cast: &Cast,
        node: Id,
        transition: Id,
        taken: Option<Id>,
    ) -> Edge {
        let does = cast.transition(transition);
        Edge {
            transition,
            is_noted: does.notes != NONE,
            ..Edge::of(
                self.become_with(world, cast, node, does.server, taken),
                None,
            )
        }
    }

    /// What a node is when its server is in another state, and a letter less is on its way.
    fn become_with(
        &mut self,
        world: &World,
        cast: &Cast,
        node: Id,
        server: Id,
        taken: Option<Id>,
    ) -> Id {
        let mut letters = self.copy_letters(node);
        if let Some(taken) = taken {
            let place = letters.iter().position(|letter| *letter == taken);
            letters.remove(place.expect("what is taken is in flight"));
        }
        self.make(world, cast, server, letters)
    }
}
