//! In which class all is that can happen to a server: see `sleep.rs`.

use super::edges::{Act, Edges, Found};
use super::engine::Engine;
use super::sleep::Classes;
use super::tables::Id;

impl Engine {
    /// What can happen to the first of all nodes that are like one, each in its class.
    #[inline]
    pub fn edges(&mut self, first: Id) -> Edges {
        match self.nodes.edges(first) {
            Some(known) => known,
            None => self.work_out_edges(first),
        }
    }

    #[cold]
    fn work_out_edges(&mut self, first: Id) -> Edges {
        let mut found = self.nodes.work_out(&self.world, &mut self.cast, first);
        // Where messages are in each other's way, nothing can be exchanged.
        if self.world.lazy {
            for Found { edge, act } in &mut found {
                edge.class = match *act {
                    Act::Deliver(letter) => self.class(letter),
                    Act::DeliverCopy(_) => self.classing.copy(),
                    Act::Crash => self.classing.crash(),
                    _ => self.classing.prompt(),
                };
            }
        }
        self.nodes.keep(first, &found)
    }

    /// The class of a letter: the same for all that are alike.
    #[inline]
    pub fn class(&mut self, letter: Id) -> Classes {
        match self.classes.get(letter as usize) {
            Some(known) if *known != 0 => *known,
            _ => self.work_out_class(letter),
        }
    }

    #[cold]
    fn work_out_class(&mut self, letter: Id) -> Classes {
        let home = self.cast.letter_home(&self.world, letter);
        let class = self.classing.letter(home);
        if self.classes.len() <= letter as usize {
            self.classes.resize(letter as usize + 1, 0);
        }
        self.classes[letter as usize] = class;
        class
    }
}
