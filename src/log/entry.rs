//! What an entry is and how it reads.

use std::fmt;
use std::rc::Rc;

use super::Term;
use crate::registry::{Name, Registry, Rename, Renaming, ServerSet, has_kept};
use crate::words::Expected;

/// The highest term that a text can name: far from where counting on would overflow.
pub const TERM_LIMIT: Term = 1_000_000_000;

/// How many characters a command can have.
pub const COMMAND_LIMIT: usize = 200;

/// What separates words. A line's end never reaches a word, so it is not one of them.
pub const BLANK: [char; 3] = [' ', '\t', '\r'];

/// A text without the blanks around it.
pub fn trim(text: &str) -> &str {
    text.trim_matches(BLANK)
}

/// The first word of a text and what follows it, without the blanks around either.
pub fn split_word(text: &str) -> (&str, &str) {
    let text = trim(text);
    match text.split_once(BLANK) {
        Some((word, rest)) => (word, trim(rest)),
        None => (text, ""),
    }
}

/// What changes a store, at a client's request. Text form: `set KEY VALUE`, `delete KEY`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Command {
    /// The key has no blanks; the value has none at its ends and at least one character.
    Set {
        key: Rc<str>,
        value: Rc<str>,
    },
    Delete {
        key: Rc<str>,
    },
}

impl Command {
    /// Reads a command, or says what was expected instead.
    pub fn parse(text: &str) -> Result<Command, Expected> {
        if text.chars().count() > COMMAND_LIMIT {
            return Err(Expected("expected-short-command"));
        }
        if text.contains('\n') {
            return Err(Expected("expected-command-on-one-line"));
        }
        if has_kept(text) {
            return Err(Expected("expected-command-without-kept"));
        }
        let (verb, rest) = split_word(text);
        let (key, value) = split_word(rest);
        match verb {
            "set" if value.is_empty() => Err(Expected("expected-set")),
            "set" => Ok(Command::Set {
                key: key.into(),
                value: value.into(),
            }),
            "delete" if key.is_empty() || !value.is_empty() => Err(Expected("expected-delete")),
            "delete" => Ok(Command::Delete { key: key.into() }),
            _ => Err(Expected("expected-command")),
        }
    }

    pub fn key(&self) -> &str {
        match self {
            Command::Set { key, .. } | Command::Delete { key } => key,
        }
    }
}

impl fmt::Display for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Command::Set { key, value } => write!(f, "set {key} {value}"),
            Command::Delete { key } => write!(f, "delete {key}"),
        }
    }
}

/// What an entry holds. Servers are ordinals in a log, and [`Names`] in a text. Text form: a command,
/// `no_op`, or `configuration NAMES`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operation<Servers = ServerSet> {
    Command(Command),
    /// It changes nothing. A leader writes one to have an entry of its own term.
    NoOp,
    /// Who votes from here on. It changes no store.
    Configuration(Servers),
}

/// At least one name, as somebody wrote them.
pub type Names = Vec<Name>;

impl Operation {
    /// The same with names, for a text.
    pub fn spelled(&self, registry: &Registry) -> Operation<Names> {
        match self {
            Operation::Command(command) => Operation::Command(command.clone()),
            Operation::NoOp => Operation::NoOp,
            Operation::Configuration(servers) => {
                let names = servers.iter().map(|server| registry.name(server).clone());
                Operation::Configuration(names.collect())
            }
        }
    }
}

impl Operation<Names> {
    /// Reads an operation, or says what was expected instead.
    pub fn parse(text: &str) -> Result<Operation<Names>, Expected> {
        let (verb, rest) = split_word(text);
        match verb {
            "no_op" if rest.is_empty() => Ok(Operation::NoOp),
            "no_op" => Err(Expected("expected-no-op")),
            "configuration" => {
                let words = rest.split(BLANK).filter(|word| !word.is_empty());
                let names: Names = words.map(Name::parse).collect::<Result<_, _>>()?;
                if names.is_empty() {
                    return Err(CONFIGURATION_EXPECTED);
                }
                Ok(Operation::Configuration(names))
            }
            "set" | "delete" => Command::parse(text).map(Operation::Command),
            _ => Err(Expected("expected-operation")),
        }
    }

    /// The same with the ordinals of these servers, or what was expected of the names.
    pub fn resolve(&self, registry: &Registry) -> Result<Operation, Expected> {
        let names = match self {
            Operation::Command(command) => return Ok(Operation::Command(command.clone())),
            Operation::NoOp => return Ok(Operation::NoOp),
            Operation::Configuration(names) => names,
        };
        let mut servers = ServerSet::default();
        let mut last = None;
        for name in names {
            let server = registry.find(name).ok_or(CONFIGURATION_EXPECTED)?;
            if last >= Some(server) {
                return Err(CONFIGURATION_EXPECTED);
            }
            servers.insert(server);
            last = Some(server);
        }
        Ok(Operation::Configuration(servers))
    }
}

const CONFIGURATION_EXPECTED: Expected = Expected("expected-configuration");

impl fmt::Display for Operation<Names> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Operation::Command(command) => write!(f, "{command}"),
            Operation::NoOp => f.write_str("no_op"),
            Operation::Configuration(names) => {
                f.write_str("configuration")?;
                names.iter().try_for_each(|name| write!(f, " {name}"))
            }
        }
    }
}

/// One operation in the order of the log. Two entries at one index are the same if both fields are.
/// Text form: `TERM OPERATION`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Entry<Servers = ServerSet> {
    pub term: Term,
    pub operation: Operation<Servers>,
}

impl Rename for Entry {
    fn rename(&mut self, renaming: &Renaming) {
        if let Operation::Configuration(servers) = &mut self.operation {
            servers.rename(renaming);
        }
    }
}

impl Entry {
    /// The same with names, for a text.
    pub fn spelled(&self, registry: &Registry) -> Entry<Names> {
        Entry {
            term: self.term,
            operation: self.operation.spelled(registry),
        }
    }
}

impl Entry<Names> {
    /// Reads `TERM OPERATION`, or says what was expected instead.
    pub fn parse(text: &str) -> Result<Entry<Names>, Expected> {
        let (term, operation) = split_word(text);
        let term = parse_term(term)?;
        let operation = Operation::parse(operation)?;
        Ok(Entry { term, operation })
    }

    /// The same with the ordinals of these servers, or what was expected of the names.
    pub fn resolve(&self, registry: &Registry) -> Result<Entry, Expected> {
        let operation = self.operation.resolve(registry)?;
        let term = self.term;
        Ok(Entry { term, operation })
    }
}

impl fmt::Display for Entry<Names> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.term, self.operation)
    }
}

/// Reads a term, or says what was expected instead.
pub fn parse_term(word: &str) -> Result<Term, Expected> {
    let term = parse_number(word).filter(|&term| term <= TERM_LIMIT);
    term.ok_or(Expected("expected-term"))
}

/// Reads a number that is written with digits alone, so that each number has few spellings.
pub fn parse_number(word: &str) -> Option<u32> {
    let digits = word.bytes().all(|byte| byte.is_ascii_digit());
    if digits { word.parse().ok() } else { None }
}
