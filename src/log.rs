//! What survives a kill: commands in entries, entries in a log, the log on a disk.
//!
//! It is long, since what an entry is, how it reads and where it lies belong side by side.

use std::fmt;
use std::rc::Rc;

use crate::registry::{Name, Registry, ServerId, ServerSet};
use crate::sorted::SortedSet;

/// A position in a log. The first entry has index 1; 0 means none.
pub type Index = u32;

/// The reign in which an entry was written. 0 where the protocol keeps no terms.
pub type Term = u32;

/// How many entries a log can hold.
pub const LOG_LIMIT: Index = 10_000;

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
    pub fn parse(text: &str) -> Result<Command, &'static str> {
        if text.chars().count() > COMMAND_LIMIT {
            return Err("a command of at most 200 characters");
        }
        if text.contains('\n') {
            return Err("a command on one line");
        }
        let (verb, rest) = split_word(text);
        let (key, value) = split_word(rest);
        match verb {
            "set" if value.is_empty() => {
                Err("set KEY VALUE, with a value of at least one character")
            }
            "set" => Ok(Command::Set {
                key: key.into(),
                value: value.into(),
            }),
            "delete" if key.is_empty() || !value.is_empty() => Err("delete KEY, with one key"),
            "delete" => Ok(Command::Delete { key: key.into() }),
            _ => Err("set KEY VALUE or delete KEY"),
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
    pub fn parse(text: &str) -> Result<Operation<Names>, &'static str> {
        let (verb, rest) = split_word(text);
        match verb {
            "no_op" if rest.is_empty() => Ok(Operation::NoOp),
            "no_op" => Err("no_op, alone"),
            "configuration" => {
                let words = rest.split(BLANK).filter(|word| !word.is_empty());
                let names: Names = words.map(Name::parse).collect::<Result<_, _>>()?;
                if names.is_empty() {
                    return Err(CONFIGURATION_EXPECTED);
                }
                Ok(Operation::Configuration(names))
            }
            "set" | "delete" => Command::parse(text).map(Operation::Command),
            _ => Err("set KEY VALUE, delete KEY, no_op or configuration NAMES"),
        }
    }

    /// The same with the ordinals of these servers, or what was expected of the names.
    pub fn resolve(&self, registry: &Registry) -> Result<Operation, &'static str> {
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

const CONFIGURATION_EXPECTED: &str =
    "configuration and the names of registered servers, each once, in order of registration";

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
    pub fn parse(text: &str) -> Result<Entry<Names>, &'static str> {
        let (term, operation) = split_word(text);
        let term = parse_term(term)?;
        let operation = Operation::parse(operation)?;
        Ok(Entry { term, operation })
    }

    /// The same with the ordinals of these servers, or what was expected of the names.
    pub fn resolve(&self, registry: &Registry) -> Result<Entry, &'static str> {
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
pub fn parse_term(word: &str) -> Result<Term, &'static str> {
    let term = parse_number(word).filter(|&term| term <= TERM_LIMIT);
    term.ok_or("a term, a whole number from 0 to 1000000000")
}

/// Reads a number that is written with digits alone, so that each number has few spellings.
pub fn parse_number(word: &str) -> Option<u32> {
    let digits = word.bytes().all(|byte| byte.is_ascii_digit());
    if digits { word.parse().ok() } else { None }
}

/// Entries on the way from one log to another, with the index that the first has at its sender.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Section {
    pub first: Index,
    pub entries: Rc<Vec<Entry>>,
}

impl Section {
    /// The index of the last entry at its sender; `first - 1` when there are none.
    pub fn last(&self) -> Index {
        self.first + self.count() - 1
    }

    pub fn count(&self) -> u32 {
        self.entries.len() as u32
    }

    /// A line `INDEX TERM OPERATION` for each entry.
    pub fn lines(&self, registry: &Registry) -> String {
        let line = |(index, entry): (Index, &Entry)| format!("{index} {}", entry.spelled(registry));
        self.indexed().map(line).collect::<Vec<_>>().join("\n")
    }

    /// Each entry with its index at the sender.
    pub fn indexed(&self) -> impl Iterator<Item = (Index, &Entry)> {
        (self.first..).zip(self.entries.iter())
    }
}

/// Entries in order.
///
/// Invariants: indexes run from 1 without a gap (by construction); at most [`LOG_LIMIT`] entries; the
/// configurations are those of the entries, in ascending order.
/// Terms may fall: the article's protocol ignores them, and people edit disks.
///
/// A clone costs nothing until one of the two changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Log {
    entries: Rc<Vec<Entry>>,
    /// Where the configurations lie, so that nobody has to look for the latest.
    configurations: Rc<Vec<Index>>,
}

impl Log {
    /// The index of the last entry; 0 when empty. It is the log's length, too.
    pub fn last_index(&self) -> Index {
        self.entries.len() as Index
    }

    /// The entry at an index; none at 0 and past the end.
    pub fn get(&self, index: Index) -> Option<&Entry> {
        let position = index.checked_sub(1)?;
        self.entries.get(position as usize)
    }

    pub fn entries(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter()
    }

    /// The entries after an index; none when it is the last, or past the end.
    pub fn entries_after(&self, index: Index) -> Vec<Entry> {
        let entries = self.entries.get(index as usize..);
        entries.unwrap_or_default().to_vec()
    }

    /// The entries from an index to the end.
    ///
    /// # Panics
    /// At index 0.
    pub fn section_from(&self, first: Index) -> Section {
        assert!(first >= 1, "a section from index {first}");
        Section {
            first,
            entries: Rc::new(self.entries_after(first - 1)),
        }
    }

    /// Adds an entry at the end and returns its index.
    pub fn append(&mut self, entry: Entry) -> Index {
        assert!(
            self.last_index() < LOG_LIMIT,
            "a log over {LOG_LIMIT} entries"
        );
        if matches!(entry.operation, Operation::Configuration(_)) {
            let index = self.last_index() + 1;
            Rc::make_mut(&mut self.configurations).push(index);
        }
        Rc::make_mut(&mut self.entries).push(entry);
        self.last_index()
    }

    /// Removes all entries after `keep`, and returns them.
    pub fn truncate(&mut self, keep: Index) -> Section {
        let removed = self.section_from(keep + 1);
        if removed.count() > 0 {
            Rc::make_mut(&mut self.entries).truncate(keep as usize);
            let kept = self.configurations.partition_point(|&index| index <= keep);
            if kept < self.configurations.len() {
                Rc::make_mut(&mut self.configurations).truncate(kept);
            }
        }
        removed
    }

    /// The configurations with their indexes, the latest first.
    pub fn configurations(&self) -> impl Iterator<Item = (Index, ServerSet)> {
        let latest_first = self.configurations.iter().rev();
        latest_first.filter_map(|&index| match self.get(index)?.operation {
            Operation::Configuration(voters) => Some((index, voters)),
            Operation::Command(_) | Operation::NoOp => None,
        })
    }

    /// How many entries at the start are the same in both logs.
    pub fn common_prefix(&self, other: &Log) -> Index {
        if Rc::ptr_eq(&self.entries, &other.entries) {
            return self.last_index();
        }
        let pairs = self.entries().zip(other.entries());
        pairs.take_while(|(ours, theirs)| ours == theirs).count() as Index
    }

    /// The highest term of an entry; 0 for none.
    pub fn highest_term(&self) -> Term {
        let terms = self.entries().map(|entry| entry.term);
        terms.max().unwrap_or(0)
    }
}

/// Whether a disk takes writes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Space {
    #[default]
    Free,
    /// Every append fails, whole. Removing and reading still work.
    Full,
}

/// What a server has to have on its disk before it answers anybody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HardState {
    /// The latest term that the server knows of; 0 where the protocol keeps none.
    pub term: Term,
    /// Whom it voted for in that term, if anybody.
    pub voted_for: Option<ServerId>,
}

impl HardState {
    /// That of a term in which nobody was voted for yet.
    pub fn of(term: Term) -> HardState {
        let voted_for = None;
        HardState { term, voted_for }
    }

    /// The same where it has to be at least in a term: whoever gets into a later one has voted for nobody.
    pub fn at_least(self, term: Term) -> HardState {
        if term > self.term {
            return HardState::of(term);
        }
        self
    }
}

/// All that survives when a server is killed.
///
/// Invariant: every damaged index is that of an entry in the log.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Disk {
    pub log: Log,
    pub hard_state: HardState,
    pub space: Space,
    /// Entries that cannot be read. A server with any cannot restart.
    pub damaged: SortedSet<Index>,
}

impl Disk {
    /// Whether that many entries can be appended. Appends are all or nothing.
    pub fn has_room(&self, count: u32) -> bool {
        self.space == Space::Free && count <= LOG_LIMIT - self.log.last_index()
    }

    /// Removes all entries after `keep`, the damaged ones among them, and returns them.
    pub fn truncate(&mut self, keep: Index) -> Section {
        self.damaged.remove_above(keep);
        self.log.truncate(keep)
    }

    /// The highest term on this disk, be it the current one or an entry's; 0 for none.
    pub fn highest_term(&self) -> Term {
        self.term().max(self.log.highest_term())
    }

    /// The current term.
    pub fn term(&self) -> Term {
        self.hard_state.term
    }
}
