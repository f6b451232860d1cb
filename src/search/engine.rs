//! What follows from a state. It mirrors `legality::moves` and `Simulation::perform` on numbers; `tests/search.rs` holds the
//! two against each other.

use crate::properties;
use crate::property::Property;
use crate::simulation::Simulation;

use super::cast::Cast;
use super::contexts::Contexts;
use super::edges::{Act, Cost, Edges};
use super::group::WayId;
use super::nodes::Nodes;
use super::sleep::{Classes, Classing, Sleep, SleepSet};
use super::successor::{Key, Scene, Step, Successor, begin};
use super::symmetry::{self, Symmetry};
use super::tables::{Id, NONE};
use super::world::{World, link_bit};
use super::{Bound, Bounds, Method};

pub struct Engine {
    pub world: World,
    pub cast: Cast,
    pub nodes: Nodes,
    pub contexts: Contexts,
    symmetry: Symmetry,
    pub classing: Classing,
    /// The classes of letters; 0 for who is in none yet.
    pub classes: Vec<Classes>,
    pub start: Key,
}

impl Engine {
    pub fn new(start: &Simulation, bounds: Bounds, method: Method, checked: &[Property]) -> Engine {
        let world = World::new(start, bounds, method, checked);
        let mut engine = Engine {
            cast: Cast::new(),
            nodes: Nodes::new(),
            contexts: Contexts::new(&world),
            symmetry: Symmetry::new(),
            classing: Classing::new(world.parties()),
            classes: Vec::new(),
            start: Key {
                words: [0; Key::LEN],
            },
            world,
        };
        let parts = engine.parts_of(start);
        if method == Method::Symmetric {
            let Engine {
                world,
                cast,
                contexts,
                ..
            } = &mut engine;
            world.group = symmetry::find(world, cast, contexts, &parts);
        }
        engine.start = engine.key_of_parts(parts);
        engine
    }

    /// How many words of a key count.
    pub fn words(&self) -> usize {
        self.world.parties() + 1
    }

    /// The state that stands for this one and all that are like it.
    pub fn canonical(&mut self, mut key: Key) -> Key {
        self.make_canonical(&mut key, &mut SleepSet::default());
        key
    }

    /// Puts what stands for a state, in which this sleeps, in its place.
    #[inline]
    pub fn make_canonical(&mut self, key: &mut Key, asleep: &mut SleepSet) {
        let world = &self.world;
        if world.group.is_trivial() {
            return;
        }
        let way = self
            .symmetry
            .make_canonical(world, &self.nodes, &mut self.contexts, key);
        if way != 0 {
            let places = &world.group.places(way)[..world.count()];
            *asleep = asleep.moved(self.classing, places);
        }
    }

    /// All that follows from a state with so many actions but for what sleeps in it, always in the same order.
    pub fn expand(&mut self, key: &Key, cost: Cost, asleep: SleepSet, out: &mut Vec<Successor>) {
        let classing = self.classing;
        let parties = self.world.parties();
        let mut all = [Edges::default(); Key::LEN];
        let all = &mut all[..parties];
        for (edges, node) in all.iter_mut().zip(&key.words) {
            *edges = self.edges(self.world.group.apart(*node).0);
        }
        let cuts = self.contexts.get(key.words[parties]).cuts;
        let scene = Scene { key: *key, cuts };
        let mut sleep = Sleep::begin(classing, asleep, cost, all);
        for (position, edges) in all.iter().enumerate() {
            let sleeps = asleep.of(classing, position);
            let classes = edges.classes[cost as usize];
            if sleeps != 0 && classes & !sleeps == 0 {
                continue;
            }
            for number in edges.of(cost) {
                let edge = self.nodes.edge(number);
                if edge.class & sleeps == 0 {
                    let asleep = sleep.after(classing, position, &edge);
                    self.follow(&scene, position, number, asleep, out);
                }
            }
            sleep.passes(classing, position, classes);
        }
        for text in 0..self.world.texts.len() {
            self.ask(&scene, text, cost, out);
        }
        if cost == Cost::One {
            self.change_links(key, out);
        }
    }

    /// Whether anything can still follow from a state with two actions at once.
    pub fn can_take_two(&self, key: &Key) -> bool {
        let world = &self.world;
        let used = &self.contexts.get(key.words[world.parties()]).used;
        let is_left = |bound: Bound| used[bound as usize] < world.bounds.of(bound);
        let asks = world.asks_late() && world.texts.iter().any(|text| is_left(text.bound));
        asks || is_left(Bound::Kills) || is_left(Bound::Duplicates)
    }

    /// Reads what is needed when these states are looked at: for all of them where the edges are, and then the edges.
    pub fn touch<'a>(&self, keys: impl Iterator<Item = &'a Key> + Clone) {
        self.read_of_each(keys.clone(), |first| self.nodes.touch_piece(first));
        self.read_of_each(keys, |first| self.nodes.touch_edges(first));
    }

    #[inline]
    fn read_of_each<'a>(&self, keys: impl Iterator<Item = &'a Key>, read: impl Fn(Id) -> Classes) {
        let parties = self.world.parties();
        let nodes = keys.flat_map(|key| &key.words[..parties]);
        let firsts = nodes.map(|node| self.world.group.apart(*node).0);
        std::hint::black_box(firsts.fold(0, |all, first| all ^ read(first)));
    }

    /// About how much memory all tables take.
    pub fn bytes(&self) -> usize {
        let tables = self.cast.bytes() + self.nodes.bytes() + self.contexts.bytes();
        tables + self.symmetry.bytes()
    }

    /// What an edge of a node is.
    pub fn act(&mut self, node: Id, edge: u32) -> Act {
        let way = self.world.group.apart(node).1;
        let act = self.nodes.act(edge);
        act.with_letter(|letter| self.cast.letter_moved(&self.world, letter, way))
    }

    fn follow(
        &mut self,
        scene: &Scene,
        position: usize,
        number: u32,
        asleep: SleepSet,
        out: &mut Vec<Successor>,
    ) {
        let edge = self.nodes.edge(number);
        let place = self.world.parties();
        let way = self.world.group.apart(scene.key.words[position]).1;
        let mut context = scene.key.words[place];
        if let Some(bound) = edge.bound {
            context = self.contexts.spend(&self.world, context, bound);
            if context == NONE {
                return;
            }
        }
        let node = scene.key.words[position];
        let is_refused = scene.cuts != 0 && self.is_refused(scene.cuts, node, number);
        if is_refused && self.world.lazy {
            return;
        }
        let step = Step::Edge {
            position: position as u8,
            edge: number,
        };
        let next = begin(out, Successor::of(scene.key, step));
        next.key.words[position] = self.nodes.moved(&self.world, edge.node, way);
        next.key.words[place] = context;
        if is_refused {
            next.key.words[position] = self.refuse(node, number);
        } else if edge.transition != NONE {
            next.asleep = asleep;
            self.carry_out(scene, next, position, edge.transition, way);
        }
        self.end(out);
    }

    /// What follows when a server does what a way makes of a transition, and its node has changed already.
    pub fn carry_out(
        &mut self,
        scene: &Scene,
        next: &mut Successor,
        position: usize,
        transition: Id,
        way: WayId,
    ) {
        let place = self.world.parties();
        let transition = self.cast.transition(transition);
        let words = &mut next.key.words;
        if transition.notes != NONE {
            let (world, cast) = (&self.world, &self.cast);
            let noted = self
                .contexts
                .note(world, cast, words[place], transition.notes, way);
            (words[place], next.broken) = noted;
        }
        for at in transition.sends() {
            let (to, letter) = self.cast.sent(at);
            let to = usize::from(self.world.group.places(way)[usize::from(to)]);
            words[to] = self
                .nodes
                .add(&self.world, &mut self.cast, words[to], letter, way);
            if next.asleep != SleepSet::default() {
                let new = self.class(letter) | self.classing.copy();
                next.asleep = next.asleep.without(self.classing, to, new);
            }
        }
        if transition.repeats {
            let is_that = |property| property == Property::NothingRepeated;
            next.broken |= self.world.broken(is_that);
        }
        if transition.looks_at_logs || transition.looks_at_leaders {
            let context = next.key.words[place];
            let mut servers = self.servers_of_firsts(&scene.key);
            servers[position] = (transition.server, way);
            let servers = &servers[..self.world.count()];
            if transition.looks_at_logs {
                next.broken |= self.clashes(servers, position);
            }
            if transition.looks_at_leaders {
                next.broken |= self.lacks(servers, context);
            }
        }
    }

    /// What has begun to follow is whole. It is gone again where more is in flight than may be.
    pub fn end(&self, out: &mut Vec<Successor>) {
        if out.last().is_some_and(|next| !self.has_room(&next.key)) {
            out.pop();
        }
    }

    /// Whether no more is in flight than may be.
    fn has_room(&self, key: &Key) -> bool {
        let Some(at_most) = self.world.bounds.in_flight else {
            return true;
        };
        let nodes = key.words[..self.world.count()].iter();
        let mail = nodes.map(|node| self.nodes.mail(&self.world, *node));
        mail.sum::<u32>() <= at_most
    }

    /// Whether an edge is that a letter is delivered over a link that is cut.
    fn is_refused(&mut self, cuts: u64, node: Id, edge: u32) -> bool {
        let Some(letter) = self.act(node, edge).delivered() else {
            return false;
        };
        let (from, to) = self.cast.ends(letter);
        let client = self.world.count();
        let (from, to) = (usize::from(from), usize::from(to));
        from != client && to != client && cuts & link_bit(from, to) != 0
    }

    /// What a node becomes when what an edge delivers is refused.
    fn refuse(&mut self, node: Id, edge: u32) -> Id {
        let letter = self.nodes.act(edge).delivered();
        let way = self.world.group.apart(node).1;
        let (world, cast) = (&self.world, &mut self.cast);
        letter.map_or(node, |letter| {
            self.nodes.without(world, cast, node, letter, way)
        })
    }

    /// The servers of a state.
    pub fn servers(&mut self, key: &Key) -> [Id; Key::LEN] {
        let mut servers = [NONE; Key::LEN];
        for (server, node) in servers.iter_mut().zip(&key.words[..self.world.count()]) {
            *server = self.nodes.server(&self.world, &mut self.cast, *node);
        }
        servers
    }

    /// The same as those of the nodes' firsts, each with the way that leads to it.
    fn servers_of_firsts(&self, key: &Key) -> [(Id, WayId); Key::LEN] {
        let mut servers = [(NONE, 0); Key::LEN];
        for (server, node) in servers.iter_mut().zip(&key.words[..self.world.count()]) {
            *server = self.nodes.server_of_first(&self.world, *node);
        }
        servers
    }

    /// Which promises the log of the server in a place breaks together with another's, after it has changed.
    fn clashes(&mut self, servers: &[(Id, WayId)], position: usize) -> u16 {
        let Some(own) = self.log_in_sight(servers[position]) else {
            return 0;
        };
        let mut broken = 0;
        for server in servers {
            if let Some(other) = self.log_in_sight(*server) {
                broken |= self.cast.clash(&self.world, own, other);
            }
        }
        broken
    }

    /// The log of what a way makes of a server, if it is up.
    #[inline]
    fn log_in_sight(&mut self, (server, way): (Id, WayId)) -> Option<Id> {
        // Being up is the same in all places.
        let facts = self.cast.facts(server);
        let is_up = facts.is_up;
        is_up.then(|| self.cast.log_moved(&self.world, facts.log, way))
    }

    /// Whether somebody leads without what was committed, after a server has changed.
    fn lacks(&mut self, servers: &[(Id, WayId)], context: Id) -> u16 {
        let witness = self.contexts.witness_of(context);
        let lacks = servers.iter().any(|(server, way)| {
            self.cast.facts(*server).leads && {
                let server = self.cast.server_moved(&self.world, *server, *way);
                properties::lacking(self.cast.server(server), witness).is_some()
            }
        });
        self.world
            .broken(|property| lacks && property == Property::LeaderCompleteness)
    }

    fn change_links(&mut self, key: &Key, out: &mut Vec<Successor>) {
        let place = self.world.parties();
        let context = key.words[place];
        let cuts = self.contexts.get(context).cuts;
        let can_cut = self.world.bounds.of(Bound::Cuts) > 0 && !self.world.lazy;
        if cuts == 0 && !can_cut {
            return;
        }
        for other in 0..self.world.count() {
            for one in 0..other {
                let link = link_bit(one, other);
                let mut next = *key;
                let (from, to) = (one as u8, other as u8);
                let step = if cuts & link != 0 {
                    next.words[place] = self.contexts.toggle(context, link);
                    Step::Heal(from, to)
                } else if can_cut {
                    let spent = self.contexts.spend(&self.world, context, Bound::Cuts);
                    if spent == NONE {
                        continue;
                    }
                    next.words[place] = self.contexts.toggle(spent, link);
                    Step::Cut(from, to)
                } else {
                    continue;
                };
                begin(out, Successor::of(next, step));
                self.end(out);
            }
        }
    }
}
