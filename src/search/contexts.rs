//! What belongs to no server: what is witnessed, what the client remembers, what was used up of the bounds, and which links
//! are cut. Together it is one number in a state.

use crate::catalog::Client;
use crate::history::{Evidence, Witness};
use crate::network::{Letter, Payload};
use crate::properties;
use crate::registry::{Party, Rename};

use super::Bound;
use super::cast::Cast;
use super::group::{Way, WayId};
use super::tables::{Id, Interner, NONE, PairMap};
use super::world::{World, link_bit};

#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Context {
    pub witness: Id,
    pub client: Id,
    /// How many there were of each, in the order of [`Bound::ALL`]; counted only as far as a bound is not 0.
    pub used: [u8; Bound::COUNT],
    /// Which links are cut: the bits of [`link_bit`].
    pub cuts: u64,
}

pub struct Contexts {
    all: Interner<Context>,
    witnesses: Interner<Witness>,
    clients: Interner<Client>,
    /// What a context becomes when one more of something is used, [`NONE`] when none is left, [`UNKNOWN`] before it was found
    /// out; by context, and for each by bound.
    spent: Vec<Id>,
    /// What a context becomes by notes of a transition; the number of these has that of the way below it by which they are moved.
    noted: PairMap,
    /// Which promises such notes are evidence against, where they are against any; in the same order.
    broken: PairMap,
    /// What a context becomes when a request is asked.
    asked: PairMap,
    /// What ways make of contexts.
    moved: PairMap,
    /// Whether each of what is to happen once has happened, as far as anybody was seen.
    pub happened: Vec<bool>,
}

const UNKNOWN: Id = NONE - 1;

impl Contexts {
    pub fn new(world: &World) -> Contexts {
        Contexts {
            all: Interner::new(),
            witnesses: Interner::new(),
            clients: Interner::new(),
            spent: Vec::new(),
            noted: PairMap::new(),
            broken: PairMap::new(),
            asked: PairMap::new(),
            moved: PairMap::new(),
            happened: vec![false; world.sometimes.len()],
        }
    }

    pub fn first(&mut self, world: &World, witness: Witness, client: Client, cuts: u64) -> Id {
        let witness = self.witness(world, witness);
        let client = self.clients.intern(client);
        self.all.intern(Context {
            witness,
            client,
            used: world.bounds.used(),
            cuts,
        })
    }

    pub fn get(&self, id: Id) -> &Context {
        self.all.get(id)
    }

    pub fn witness_of(&self, id: Id) -> &Witness {
        self.witnesses.get(self.get(id).witness)
    }

    pub fn client_of(&self, id: Id) -> &Client {
        self.clients.get(self.get(id).client)
    }

    /// The same after one more of something; [`NONE`] when that would be too many.
    pub fn spend(&mut self, world: &World, id: Id, bound: Bound) -> Id {
        let place = id as usize * Bound::COUNT + bound as usize;
        if self.spent.len() <= place {
            self.spent.resize((id as usize + 1) * Bound::COUNT, UNKNOWN);
        }
        if self.spent[place] != UNKNOWN {
            return self.spent[place];
        }
        let mut context = Context::clone(self.get(id));
        let used = &mut context.used[bound as usize];
        let after = if *used < world.bounds.of(bound) {
            *used += 1;
            self.all.intern(context)
        } else {
            NONE
        };
        self.spent[place] = after;
        after
    }

    /// The same after a server did what is of note, moved by a way, and the promises that this broke.
    pub fn note(&mut self, world: &World, cast: &Cast, id: Id, notes: Id, way: WayId) -> (Id, u16) {
        let moved = notes << world.group.bits() | Id::from(way);
        if let Some(known) = self.noted.get(id, moved) {
            let broken = self.broken.get(id, moved);
            return (known, broken.unwrap_or(0) as u16);
        }
        let there = self.moved(world, id, world.group.inverse(way));
        let (after, broken) = self.work_out_noted(world, cast, there, notes);
        let after = self.moved(world, after, way);
        self.noted.insert(id, moved, after);
        if broken != 0 {
            self.broken.insert(id, moved, Id::from(broken));
        }
        (after, broken)
    }

    fn work_out_noted(&mut self, world: &World, cast: &Cast, id: Id, notes: Id) -> (Id, u16) {
        let mut witness = self.witness_of(id).clone();
        let facts = cast.notes(notes);
        for effect in &facts.effects {
            witness.note(facts.id, &facts.server, facts.leads, effect);
        }
        let broken = world.evidence(&witness);
        (self.with_witness(world, id, witness), broken)
    }

    /// The same after a client asked something.
    pub fn ask(&mut self, world: &World, id: Id, number: Id, letter: &Letter) -> Id {
        if let Some(known) = self.asked.get(id, number) {
            return known;
        }
        let mut after = id;
        if let (Payload::Request(request), Party::Server(server)) = (&letter.payload, letter.to) {
            let mut witness = self.witness_of(id).clone();
            witness.asked(server, request);
            after = self.with_witness(world, id, witness);
        }
        self.asked.insert(id, number, after);
        after
    }

    /// The same after the client took something down.
    pub fn with_client(&mut self, id: Id, client: Client) -> Id {
        let mut context = Context::clone(self.get(id));
        context.client = self.clients.intern(client);
        self.all.intern(context)
    }

    /// The same with a link cut that was not, or the other way round.
    pub fn toggle(&mut self, id: Id, link: u64) -> Id {
        let mut context = Context::clone(self.get(id));
        context.cuts ^= link;
        self.all.intern(context)
    }

    /// The same with servers in each other's places.
    #[inline]
    pub fn moved(&mut self, world: &World, id: Id, way: WayId) -> Id {
        if way == 0 {
            return id;
        }
        match self.moved.get(id, way.into()) {
            Some(known) => known,
            None => self.work_out_moved(world, id, way),
        }
    }

    pub fn renamed(&mut self, world: &World, id: Id, way: &Way) -> Id {
        let Way { renaming, places } = way;
        let mut context = Context::clone(self.get(id));
        let mut witness = self.witness_of(id).clone();
        witness.rename(renaming);
        context.witness = self.witness(world, witness);
        let cuts = std::mem::take(&mut context.cuts);
        for (other, other_place) in places.iter().enumerate() {
            for (one, place) in places.iter().enumerate().take(other) {
                if cuts & link_bit(one, other) != 0 {
                    context.cuts |= link_bit(usize::from(*place), usize::from(*other_place));
                }
            }
        }
        self.all.intern(context)
    }

    /// About how much memory all of it takes.
    pub fn bytes(&self) -> usize {
        let values = self.all.len() * 150 + self.witnesses.len() * 1000;
        let tables = [&self.noted, &self.broken, &self.asked, &self.moved];
        values
            + self.spent.len() * size_of::<Id>()
            + tables.iter().map(|table| table.bytes()).sum::<usize>()
    }

    #[cold]
    fn work_out_moved(&mut self, world: &World, id: Id, way: WayId) -> Id {
        let moved = self.renamed(world, id, world.group.way(way));
        self.moved.insert(id, way.into(), moved);
        moved
    }

    fn with_witness(&mut self, world: &World, id: Id, witness: Witness) -> Id {
        let mut context = Context::clone(self.get(id));
        context.witness = self.witness(world, witness);
        self.all.intern(context)
    }

    /// The number of a witness. Its evidence is left out: a search ends at the first against a promise that it looks at.
    fn witness(&mut self, world: &World, mut witness: Witness) -> Id {
        for (happened, property) in self.happened.iter_mut().zip(&world.sometimes) {
            *happened |= properties::look_at_past(&witness, *property).holds();
        }
        witness.evidence = Evidence::default();
        self.witnesses.intern(witness)
    }
}
