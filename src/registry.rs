//! Who there is: the names of servers and the registry that lists them.
//!
//! The article's servers write themselves into a registry file when they start and are never struck
//! off, since a leader tries everybody, up or not. Inside the simulation a server is an ordinal in
//! that list, which is small, ordered and cheap to compare; names are for people and texts.

use crate::words::Expected;
use std::fmt;
use std::rc::Rc;

mod renaming;

pub use renaming::{Rename, Renaming};

/// How many servers can register.
pub const SERVER_LIMIT: usize = 9;

/// How many characters a name can have.
const NAME_LIMIT: usize = 16;

/// What stands around the names of a marked registry: characters that Unicode keeps for the inner affairs of
/// programs. No command on a disk and no action has any of them ([`has_kept`]).
const NAME_BEGINS: char = '\u{fdd0}';
const NAME_ENDS: char = '\u{fdd1}';

/// The same around what else is to stay as it is in every language.
const EXACT_BEGINS: char = '\u{fdd2}';
const EXACT_ENDS: char = '\u{fdd3}';

/// Whether a text has characters that Unicode keeps for the inner affairs of programs. The page has more such marks
/// of its own.
pub fn has_kept(text: &str) -> bool {
    !text.is_ascii() && text.contains(|character| ('\u{fdd0}'..='\u{fdef}').contains(&character))
}

/// A server's place in the registry, counted from 0 in order of registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServerId(pub u8);

impl ServerId {
    /// The position in any list that is kept in order of registration.
    pub fn position(self) -> usize {
        usize::from(self.0)
    }
}

/// Some of the servers. They are listed in order of registration.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServerSet {
    /// The n-th bit from the right is that of the server with ordinal n.
    bits: u16,
}

impl ServerSet {
    /// False when it was there already.
    pub fn insert(&mut self, server: ServerId) -> bool {
        let before = self.bits;
        self.bits |= 1 << server.0;
        self.bits != before
    }

    /// False when it was not there.
    pub fn remove(&mut self, server: ServerId) -> bool {
        let before = self.bits;
        self.bits &= !(1 << server.0);
        self.bits != before
    }

    pub fn contains(self, server: ServerId) -> bool {
        self.bits & (1 << server.0) != 0
    }

    pub fn len(self) -> usize {
        self.bits.count_ones() as usize
    }

    pub fn is_empty(self) -> bool {
        self.bits == 0
    }

    pub fn iter(self) -> impl Iterator<Item = ServerId> {
        let ids = (0..SERVER_LIMIT as u8).map(ServerId);
        ids.filter(move |&id| self.contains(id))
    }

    /// How many of them are more than half.
    pub fn majority(self) -> usize {
        self.len() / 2 + 1
    }
}

impl FromIterator<ServerId> for ServerSet {
    fn from_iter<T: IntoIterator<Item = ServerId>>(servers: T) -> ServerSet {
        let mut set = ServerSet::default();
        for server in servers {
            set.insert(server);
        }
        set
    }
}

/// One end of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// The person in front of the page. Never down, never cut off.
    Client,
    Server(ServerId),
}

/// A server's name: `[a-z][a-z0-9_-]{0,15}`, and not `client`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(Rc<str>);

impl Name {
    /// Reads a name, or says what a name looks like.
    pub fn parse(word: &str) -> Result<Name, Expected> {
        let mut characters = word.chars();
        let starts_well = characters.next().is_some_and(|c| c.is_ascii_lowercase());
        let goes_on_well = characters.all(|c| matches!(c, 'a'..='z' | '0'..='9' | '_' | '-'));
        if !starts_well || !goes_on_well || word.len() > NAME_LIMIT {
            return Err(Expected("expected-name"));
        }
        if word == "client" {
            return Err(Expected("expected-name-not-client"));
        }
        Ok(Name(word.into()))
    }
}

impl AsRef<str> for Name {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The names of all servers that ever started, in order of registration. Nobody is removed.
///
/// Invariants: no name stands twice; at most [`SERVER_LIMIT`] names.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Registry {
    names: Vec<Name>,
}

impl Registry {
    /// Adds a name at the end.
    ///
    /// # Panics
    /// When the name is registered or the registry is full: callers check, since they know what to say.
    pub fn register(&mut self, name: Name) -> ServerId {
        assert!(self.find(&name).is_none(), "{name} is registered twice");
        assert!(
            !self.is_full(),
            "{name} would be server {}",
            SERVER_LIMIT + 1
        );
        self.names.push(name);
        ServerId(self.names.len() as u8 - 1)
    }

    pub fn is_full(&self) -> bool {
        self.names.len() == SERVER_LIMIT
    }

    pub fn find(&self, name: &Name) -> Option<ServerId> {
        let position = self.names.iter().position(|known| known == name)?;
        Some(ServerId(position as u8))
    }

    pub fn name(&self, id: ServerId) -> &Name {
        &self.names[id.position()]
    }

    /// A server's name, or `client`, by which a message chooses its words: no server is called so.
    pub fn party(&self, party: Party) -> &str {
        match party {
            Party::Client => "client",
            Party::Server(id) => self.name(id).as_ref(),
        }
    }

    /// The same names, each between two marks, so that [`take_apart`] finds them in sentences built with
    /// these: a name can be any word.
    pub fn marked(&self) -> Registry {
        let mark = |name: &Name| Name(format!("{NAME_BEGINS}{name}{NAME_ENDS}").into());
        Registry {
            names: self.names.iter().map(mark).collect(),
        }
    }

    /// A command, a key or a value in a sentence: between marks, if the names are.
    pub fn exact(&self, text: impl fmt::Display) -> String {
        let first = self.names.first();
        if first.is_some_and(|name| name.as_ref().starts_with(NAME_BEGINS)) {
            return format!("{EXACT_BEGINS}{text}{EXACT_ENDS}");
        }
        text.to_string()
    }

    /// The names of some servers, in order of registration.
    pub fn names_of(&self, servers: ServerSet) -> Vec<&str> {
        servers.iter().map(|id| self.name(id).as_ref()).collect()
    }

    pub fn names(&self) -> &[Name] {
        &self.names
    }

    pub fn ids(&self) -> impl Iterator<Item = ServerId> + use<> {
        (0..self.names.len() as u8).map(ServerId)
    }

    /// # Panics
    /// When an invariant does not hold.
    pub fn check(&self) {
        assert!(self.names.len() <= SERVER_LIMIT, "{:?}", self.names);
        let finds_itself = |id| self.find(self.name(id)) == Some(id);
        assert!(self.ids().all(finds_itself), "{:?}", self.names);
    }
}

/// A sentence, and where names stand in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    pub text: String,
    /// Where each name begins and how long it is, in UTF-16 units, in which JavaScript counts.
    pub names: Vec<(u32, u32)>,
    /// The same for all that is to stay as it is in every language: names, commands, keys and values. A name
    /// within a command has no place of its own here.
    pub exact: Vec<(u32, u32)>,
}

/// Takes the marks out of a sentence that was built with a marked registry.
pub fn take_apart(marked: &str) -> Sentence {
    let mut sentence = Sentence::default();
    let mut length = 0;
    // Where the marks began that have not ended yet.
    let mut begun = Vec::new();
    for character in marked.chars() {
        match character {
            NAME_BEGINS | EXACT_BEGINS => begun.push(length),
            NAME_ENDS | EXACT_ENDS => {
                let Some(start) = begun.pop() else { continue };
                let span = (start, length - start);
                if character == NAME_ENDS {
                    sentence.names.push(span);
                }
                if begun.is_empty() {
                    sentence.exact.push(span);
                }
            }
            _ => {
                sentence.text.push(character);
                length += character.len_utf16() as u32;
            }
        }
    }
    sentence
}
