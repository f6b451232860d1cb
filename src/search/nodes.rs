//! A node is a server with all that is on its way to it. What can happen to it is worked out once, as a list of edges, so that
//! a step of the whole cluster is a look-up for whom it happens to, and one for each letter that is sent.

use std::ops::Range;

use super::Bound;
use super::cast::{Cast, Event, Transition};
use super::sleep::Classes;
use super::tables::{Id, Interner, NONE, PairMap};
use super::world::World;

struct Node {
    /// [`NONE`] for the client.
    server: Id,
    inbox: Id,
    /// How many letters are in it.
    mail: u32,
    /// What can happen to it; [`NONE`] when that is not worked out yet.
    edges: Id,
}

/// What can happen to a node, as a piece of the list of all edges.
#[derive(Clone, Copy, Default)]
pub struct Edges {
    /// Those of one action are from the first number on, those of two from the second, to the third.
    ends: [u32; 3],
    /// The classes of those of one action, of those of two, and of those of which something is witnessed.
    pub classes: [Classes; 2],
    pub noted: Classes,
}

impl Edges {
    /// Those of so many actions.
    pub fn of(&self, cost: Cost) -> Range<u32> {
        self.ends[cost as usize]..self.ends[cost as usize + 1]
    }
}

/// Something that can happen to a node.
#[derive(Clone, Copy)]
pub struct Edge {
    /// What the node becomes, before anything is sent.
    pub node: Id,
    /// What its server does; [`NONE`] for nothing.
    pub transition: Id,
    /// Of what it uses one; none where there is no bound.
    pub bound: Option<Bound>,
    pub act: Act,
    /// With what it sleeps: see `sleep.rs`.
    pub class: Classes,
    /// What else can happen to the same server before or after it, with the same outcome.
    pub exchangeable: Classes,
    /// What of that comes before it.
    pub before: Classes,
    /// Whether something is witnessed.
    pub is_noted: bool,
}

/// What that is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Act {
    Deliver(Id),
    Drop(Id),
    Duplicate(Id),
    /// It is duplicated, and one of the two is delivered.
    DeliverCopy(Id),
    Kill,
    Restart,
    /// It is killed and restarted.
    Crash,
    Prompt(Id),
}

/// How many actions an edge stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Cost {
    One,
    Two,
}

pub struct Nodes {
    list: Vec<Node>,
    by_parts: PairMap,
    /// The letters of each, ascending.
    inboxes: Interner<Vec<Id>>,
    edges: Vec<Edge>,
    pieces: Vec<Edges>,
    added: PairMap,
    replaced: PairMap,
    /// How many letters there are in all inboxes, to reckon with.
    letters: usize,
}

impl Nodes {
    pub fn new() -> Nodes {
        Nodes {
            list: Vec::new(),
            by_parts: PairMap::new(),
            inboxes: Interner::new(),
            edges: Vec::new(),
            pieces: Vec::new(),
            added: PairMap::new(),
            replaced: PairMap::new(),
            letters: 0,
        }
    }

    /// A server, [`NONE`] for the client, with letters. Those are left out that can't do anything any more, where that is
    /// what the search does.
    pub fn make(&mut self, world: &World, cast: &Cast, server: Id, mut letters: Vec<Id>) -> Id {
        if world.lazy {
            letters.retain(|letter| !cast.is_spent(*letter, server));
        }
        letters.sort_unstable();
        let mail = letters.len();
        let inbox = self.inboxes.intern(letters);
        if let Some(known) = self.by_parts.get(server, inbox) {
            return known;
        }
        let id = self.list.len() as Id;
        self.letters += mail;
        self.list.push(Node {
            server,
            inbox,
            mail: mail as u32,
            edges: NONE,
        });
        self.by_parts.insert(server, inbox, id);
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

    /// The same with one letter more.
    pub fn add(&mut self, world: &World, cast: &Cast, node: Id, letter: Id) -> Id {
        if let Some(known) = self.added.get(node, letter) {
            return known;
        }
        let mut letters = self.letters(node).to_vec();
        letters.push(letter);
        let after = self.make(world, cast, self.server(node), letters);
        self.added.insert(node, letter, after);
        after
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
        let piece = self.list[node as usize].edges;
        (piece != NONE).then(|| self.pieces[piece as usize])
    }

    /// Works out what can happen to a node, in no class yet.
    pub fn work_out(&mut self, world: &World, cast: &mut Cast, node: Id) -> Vec<(Edge, Cost)> {
        let mut found = Vec::new();
        self.find_edges(world, cast, node, &mut found);
        found
    }

    /// Keeps what was worked out.
    pub fn keep(&mut self, node: Id, found: &[(Edge, Cost)]) -> Edges {
        let first = self.edges.len() as u32;
        let mut edges = Edges {
            ends: [first; 3],
            ..Edges::default()
        };
        for cost in [Cost::One, Cost::Two] {
            for (edge, _) in found.iter().filter(|(_, theirs)| *theirs == cost) {
                edges.classes[cost as usize] |= edge.class;
                if edge.is_noted {
                    edges.noted |= edge.class;
                }
                self.edges.push(*edge);
            }
            edges.ends[cost as usize + 1] = self.edges.len() as u32;
        }
        self.list[node as usize].edges = self.pieces.len() as Id;
        self.pieces.push(edges);
        edges
    }

    /// About how much memory all of it takes.
    pub fn bytes(&self) -> usize {
        let inboxes = self.inboxes.len() * 100 + self.letters * size_of::<Id>();
        let lists = self.list.len() * size_of::<Node>()
            + self.edges.len() * size_of::<Edge>()
            + self.pieces.len() * size_of::<Edges>();
        inboxes + lists + self.by_parts.bytes() + self.added.bytes() + self.replaced.bytes()
    }

    fn find_edges(
        &mut self,
        world: &World,
        cast: &mut Cast,
        node: Id,
        found: &mut Vec<(Edge, Cost)>,
    ) {
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
                let restart = self.happen(world, cast, node, Event::Restart);
                found.push((restart, Cost::One));
            }
            return;
        }
        if world.bounds.of(Bound::Kills) > 0 {
            let kill = self.happen(world, cast, node, Event::Kill);
            if world.lazy {
                // Nothing happens to who is down, so a kill waits until just before the restart.
                let restart = self.happen(world, cast, kill.node, Event::Restart);
                let (act, bound) = (Act::Crash, Some(Bound::Kills));
                found.push((
                    Edge {
                        act,
                        bound,
                        ..restart
                    },
                    Cost::Two,
                ));
            } else {
                found.push((kill, Cost::One));
            }
        }
        for (prompt, bound) in cast.prompts(world, server) {
            if world.bounds.of(bound) > 0 {
                let mut edge = self.happen(world, cast, node, Event::Prompt(prompt));
                edge.bound = Some(bound);
                let is_idle = cast.transition(edge.transition).is_idle;
                if !(world.lazy && is_idle) {
                    found.push((edge, Cost::One));
                }
            }
        }
    }

    fn find_edges_of_letter(
        &mut self,
        world: &World,
        cast: &mut Cast,
        node: Id,
        letter: Id,
        found: &mut Vec<(Edge, Cost)>,
    ) {
        let server = self.server(node);
        let without = self.without(world, cast, node, letter);
        let edge = |act, node, bound| Edge {
            class: 0,
            exchangeable: 0,
            before: 0,
            is_noted: false,
            node,
            transition: NONE,
            bound,
            act,
        };
        let is_heard = server != NONE && cast.facts(server).is_up;
        let mut deliver = edge(Act::Deliver(letter), without, None);
        if is_heard {
            deliver = self.happen(world, cast, node, Event::Letter(letter));
        }
        let can_double = world.bounds.of(Bound::Duplicates) > 0;
        if world.lazy {
            // What does nothing may as well stay in the air, and a copy is made when it is needed.
            if !is_heard || cast.transition(deliver.transition).is_idle {
                return;
            }
            found.push((deliver, Cost::One));
            if can_double {
                let mut copy = deliver;
                copy.act = Act::DeliverCopy(letter);
                copy.bound = Some(Bound::Duplicates);
                let after = cast.transition(copy.transition).server;
                copy.node = self.become_with(world, cast, node, after, None);
                found.push((copy, Cost::Two));
            }
            return;
        }
        found.push((deliver, Cost::One));
        if world.bounds.of(Bound::Drops) > 0 {
            let drop = edge(Act::Drop(letter), without, Some(Bound::Drops));
            found.push((drop, Cost::One));
        }
        if can_double {
            let double = self.add(world, cast, node, letter);
            let double = edge(Act::Duplicate(letter), double, Some(Bound::Duplicates));
            found.push((double, Cost::One));
        }
    }

    /// What a node becomes when something reaches its server.
    fn happen(&mut self, world: &World, cast: &mut Cast, node: Id, event: Event) -> Edge {
        let transition = cast.react(world, self.server(node), event);
        let Transition {
            server: after,
            notes,
            ..
        } = cast.transition(transition);
        let (act, taken, bound) = match event {
            Event::Letter(letter) => (Act::Deliver(letter), Some(letter), None),
            Event::Prompt(prompt) => (Act::Prompt(prompt), None, None),
            Event::Kill => (Act::Kill, None, Some(Bound::Kills)),
            Event::Restart => (Act::Restart, None, None),
        };
        Edge {
            class: 0,
            exchangeable: 0,
            before: 0,
            is_noted: notes != NONE,
            node: self.become_with(world, cast, node, after, taken),
            transition,
            bound,
            act,
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
        let mut letters = self.letters(node).to_vec();
        if let Some(taken) = taken {
            let place = letters.iter().position(|letter| *letter == taken);
            letters.remove(place.expect("what is taken is in flight"));
        }
        self.make(world, cast, server, letters)
    }
}
