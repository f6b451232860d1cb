//! What ways to exchange places make of servers and letters: see `symmetry.rs`.

use std::rc::Rc;

use crate::network::Letter;
use crate::registry::Rename;

use super::cast::Cast;
use super::group::{Way, WayId};
use super::tables::{Id, NONE, PairMap};
use super::world::World;

/// What was found out of that.
pub struct Moved {
    servers: PairMap,
    /// By letter, and for each by way; [`NONE`] before it was found out.
    letters: Vec<Id>,
    /// By log in the same way.
    logs: Vec<Id>,
    /// For each server where it comes from, and for each that others come from the ways that lead it to itself, ascending.
    homes: Vec<Option<Home>>,
    idle: Vec<Rc<[WayId]>>,
    /// For each letter the first that was met of all that are alike.
    letter_homes: Vec<Id>,
}

/// The first server that was met of all that are alike.
#[derive(Clone, Copy)]
pub struct Home {
    pub server: Id,
    /// What leads it to the one whose home it is.
    pub way: WayId,
    /// The number of the ways that lead it to itself.
    idle: u32,
}

impl Moved {
    pub fn new() -> Moved {
        Moved {
            servers: PairMap::new(),
            letters: Vec::new(),
            logs: Vec::new(),
            homes: Vec::new(),
            idle: Vec::new(),
            letter_homes: Vec::new(),
        }
    }

    pub fn bytes(&self) -> usize {
        let words = self.letters.capacity() + self.logs.capacity() + self.letter_homes.capacity();
        let homes = self.homes.capacity() * size_of::<Option<Home>>();
        self.servers.bytes() + words * size_of::<Id>() + homes
    }
}

impl Cast {
    /// The server that is in a server's place then.
    pub fn server_moved(&mut self, world: &World, server: Id, way: WayId) -> Id {
        if way == 0 {
            return server;
        }
        if let Some(known) = self.moved.servers.get(server, way.into()) {
            return known;
        }
        let image = self.server_renamed(server, world.group.way(way));
        self.moved.servers.insert(server, way.into(), image);
        image
    }

    /// The letter that is in a letter's place then.
    #[inline]
    pub fn letter_moved(&mut self, world: &World, letter: Id, way: WayId) -> Id {
        if way == 0 {
            return letter;
        }
        let place = world.group.together(letter, way) as usize;
        match self.moved.letters.get(place) {
            Some(known) if *known != NONE => *known,
            _ => self.work_out_letter_moved(world, letter, way),
        }
    }

    /// The log that is in a log's place then.
    #[inline]
    pub fn log_moved(&mut self, world: &World, log: Id, way: WayId) -> Id {
        if way == 0 {
            return log;
        }
        let place = world.group.together(log, way) as usize;
        match self.moved.logs.get(place) {
            Some(known) if *known != NONE => *known,
            _ => self.work_out_log_moved(world, log, way),
        }
    }

    /// The first server that was met of all that are like this one; none of them is the client.
    pub fn home(&mut self, world: &World, server: Id) -> Home {
        if let Some(Some(known)) = self.moved.homes.get(server as usize) {
            return *known;
        }
        let ways = world.group.ways();
        let images: Vec<Id> = ways
            .map(|way| self.server_moved(world, server, way))
            .collect();
        let ways = world.group.ways().zip(&images);
        let idle = ways.filter(|(_, image)| **image == server);
        let idle: Rc<[WayId]> = idle.map(|(way, _)| way).collect();
        self.moved.idle.push(idle);
        let idle = self.moved.idle.len() as u32 - 1;
        for (way, image) in world.group.ways().zip(images) {
            if self.moved.homes.len() <= image as usize {
                self.moved.homes.resize(image as usize + 1, None);
            }
            self.moved.homes[image as usize].get_or_insert(Home { server, way, idle });
        }
        self.home(world, server)
    }

    /// The ways that lead a home to itself, ascending.
    pub fn idle(&self, home: Home) -> Rc<[WayId]> {
        self.moved.idle[home.idle as usize].clone()
    }

    /// The first letter that was met of all that are like this one.
    pub fn letter_home(&mut self, world: &World, letter: Id) -> Id {
        let known = self.moved.letter_homes.get(letter as usize);
        if let Some(known) = known.filter(|known| **known != NONE) {
            return *known;
        }
        for way in world.group.ways() {
            let image = self.letter_moved(world, letter, way) as usize;
            let homes = &mut self.moved.letter_homes;
            if homes.len() <= image {
                homes.resize(image + 1, NONE);
            }
            homes[image] = letter;
        }
        letter
    }

    pub fn server_renamed(&mut self, server: Id, way: &Way) -> Id {
        let place = way.places[self.position(server)];
        let mut renamed = self.server(server).clone();
        renamed.rename(&way.renaming);
        self.seat(usize::from(place), renamed)
    }

    pub fn letter_renamed(&mut self, world: &World, letter: Id, way: &Way) -> Id {
        let mut renamed = Letter::clone(self.letter(letter));
        renamed.rename(&way.renaming);
        self.letter_id(world, renamed)
    }

    #[cold]
    fn work_out_letter_moved(&mut self, world: &World, letter: Id, way: WayId) -> Id {
        let image = self.letter_renamed(world, letter, world.group.way(way));
        keep(&mut self.moved.letters, world, letter, way, image);
        image
    }

    #[cold]
    fn work_out_log_moved(&mut self, world: &World, log: Id, way: WayId) -> Id {
        let image = self.log_renamed(log, world.group.way(way));
        keep(&mut self.moved.logs, world, log, way, image);
        image
    }
}

/// Keeps what a way makes of something, in the list of that.
fn keep(list: &mut Vec<Id>, world: &World, id: Id, way: WayId, image: Id) {
    let end = world.group.together(id + 1, 0) as usize;
    if list.len() < end {
        list.resize(end, NONE);
    }
    list[world.group.together(id, way) as usize] = image;
}
