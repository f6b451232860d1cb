//! What follows from a state. It mirrors `legality::moves` and `Simulation::perform` on numbers; `tests/search.rs` holds the
//! two against each other.

use crate::property::Property;
use crate::simulation::Simulation;

use super::breaches::Lacking;
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
    pub lacking: Lacking,
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
            lacking: Lacking::new(),
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
        if self.world.group.is_trivial() {
            return;
        }
        match self.world.count() {
            3 => self.make_canonical_among(3, key, asleep),
            5 => self.make_canonical_among(5, key, asleep),
            count => self.make_canonical_among(count, key, asleep),
        }
    }

    /// The same, among so many servers.
    #[inline(always)]
    fn make_canonical_among(&mut self, count: usize, key: &mut Key, asleep: &mut SleepSet) {
        let Engine {
            world,
            nodes,
            contexts,
            symmetry,
            ..
        } = self;
        let way = symmetry.make_canonical(count, world, nodes, contexts, key);
        if way != 0 {
            let places = &world.group.places(way)[..count];
            *asleep = asleep.moved(self.classing, places);
        }
    }

    /// All that follows from a state with so many actions but for what sleeps in it, always in the same order.
    pub fn expand(&mut self, key: &Key, cost: Cost, asleep: SleepSet, out: &mut Vec<Successor>) {
        // The usual numbers are known when it is compiled: see the head of `search.rs`.
        match self.world.parties() {
            3 => self.expand_among(3, key, cost, asleep, out),
            5 => self.expand_among(5, key, cost, asleep, out),
            parties => self.expand_among(parties, key, cost, asleep, out),
        }
    }

    /// The same, where so many can have mail.
    #[inline(always)]
    fn expand_among(
        &mut self,
        parties: usize,
        key: &Key,
        cost: Cost,
        asleep: SleepSet,
        out: &mut Vec<Successor>,
    ) {
        let classing = Classing::new(parties);
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
                    self.follow(parties, &scene, position, number, asleep, out);
                }
            }
            sleep.passes(classing, position, classes);
        }
        for text in 0..self.world.texts.len() {
            if self.can_ask(&scene.key, text, cost) {
                self.ask(&scene, text, cost, out);
            }
        }
        if cost == Cost::One && (cuts != 0 || self.world.cuts_links()) {
            self.change_links(&scene, out);
        }
    }

    /// Whether anything can still follow from a state with two actions at once, as far as its context says.
    pub fn can_take_two(&self, context: Id) -> bool {
        let world = &self.world;
        let used = &self.contexts.get(context).used;
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
        let mut all = 0;
        for key in keys {
            for node in &key.words[..parties] {
                all ^= read(self.world.group.apart(*node).0);
            }
        }
        std::hint::black_box(all);
    }

    /// About how much memory all tables take.
    pub fn bytes(&self) -> usize {
        let tables = self.cast.bytes() + self.nodes.bytes() + self.contexts.bytes();
        tables + self.symmetry.bytes() + self.lacking.bytes()
    }

    /// What an edge of a node is.
    pub fn act(&mut self, node: Id, edge: u32) -> Act {
        let way = self.world.group.apart(node).1;
        let act = self.nodes.act(edge);
        act.with_letter(|letter| self.cast.letter_moved(&self.world, letter, way))
    }

    /// What follows when this edge is taken by who has this position. The context is the word in `place`.
    #[inline(always)]
    fn follow(
        &mut self,
        place: usize,
        scene: &Scene,
        position: usize,
        number: u32,
        asleep: SleepSet,
        out: &mut Vec<Successor>,
    ) {
        let edge = self.nodes.edge(number);
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
            let context = words[place];
            next.broken |= self.breaches(scene, position, &transition, way, context);
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

    fn change_links(&mut self, Scene { key, cuts }: &Scene, out: &mut Vec<Successor>) {
        let place = self.world.parties();
        let context = key.words[place];
        let can_cut = self.world.cuts_links();
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
