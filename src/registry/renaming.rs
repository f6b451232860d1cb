//! Servers under each other's ordinals. Where servers are alike, what happens to one of them can happen to
//! another, and a state is as good as the same state with the two exchanged: a search looks at one of them.

use std::rc::Rc;

use super::{Name, Party, Registry, ServerId, ServerSet};

/// Which server takes whose place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renaming {
    /// Whose ordinal each gets, in order of registration.
    to: Vec<ServerId>,
    /// The names of the registry, for texts that hold one.
    names: Vec<Name>,
}

/// What can speak of servers.
pub trait Rename {
    /// Speaks of others in their places.
    fn rename(&mut self, renaming: &Renaming);
}

impl Renaming {
    /// Each server gets the ordinal that stands at its place in `to`.
    pub fn new(registry: &Registry, to: Vec<ServerId>) -> Renaming {
        assert_eq!(registry.names().len(), to.len(), "somebody has no place");
        let names = registry.names().to_vec();
        Renaming { to, names }
    }

    /// Who takes a server's place. Who is registered later than these keeps its own.
    pub fn server(&self, server: ServerId) -> ServerId {
        self.to.get(server.position()).copied().unwrap_or(server)
    }

    /// The same with names. A name that nobody has stays as it is.
    pub fn name<'a>(&'a self, name: &'a Name) -> &'a Name {
        let position = self.names.iter().position(|known| known == name);
        position.map_or(name, |position| &self.names[self.to[position].position()])
    }
}

impl Rename for ServerId {
    fn rename(&mut self, renaming: &Renaming) {
        *self = renaming.server(*self);
    }
}

impl Rename for ServerSet {
    fn rename(&mut self, renaming: &Renaming) {
        *self = self.iter().map(|server| renaming.server(server)).collect();
    }
}

impl Rename for Party {
    fn rename(&mut self, renaming: &Renaming) {
        match self {
            Party::Client => {}
            Party::Server(server) => server.rename(renaming),
        }
    }
}

impl<T: Rename> Rename for Option<T> {
    fn rename(&mut self, renaming: &Renaming) {
        self.iter_mut().for_each(|value| value.rename(renaming));
    }
}

impl<T: Rename> Rename for Vec<T> {
    fn rename(&mut self, renaming: &Renaming) {
        self.iter_mut().for_each(|value| value.rename(renaming));
    }
}

impl<T: Rename + Clone> Rename for Rc<T> {
    fn rename(&mut self, renaming: &Renaming) {
        Rc::make_mut(self).rename(renaming);
    }
}
