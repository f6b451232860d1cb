//! The text language: the same lines are the tests, the lessons, the links, what the buttons send and
//! what a person can edit. Documented for people in `docs/language.md`.
//!
//! ```text
//! # A comment before the head is the story that is told beside the run.
//! title  Every Tom Dick and Harry
//! protocol ask_length
//! servers every tom dick and harry
//! disk dick 0 set a 1
//!
//! client dick youre_the_leader
//! settle
//! ```
//!
//! Texts are read whole: one fault, and nothing of them counts. Reading finds out whether each line is
//! well formed; whether an action can be done, `run.rs` finds out by doing it.

use std::fmt::{self, Write};
use std::rc::Rc;

use crate::action::Action;
use crate::catalog::ProtocolName;
use crate::client::check_request;
use crate::log::{Disk, Entry, LOG_LIMIT, is_blank, parse_number, parse_term, split_word};
use crate::protocol::Terms;
use crate::registry::{Name, Registry, SERVER_LIMIT};
use crate::simulation::Simulation;
use crate::words;

/// How many bytes a text can have: 1 MB.
pub const TEXT_LIMIT: usize = 1_000_000;

/// How many characters a title can have.
const TITLE_LIMIT: usize = 200;

/// A start: everything that a text says before its first action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// The comment lines before the first statement, without their `#`. Empty ones part paragraphs.
    pub story: Vec<String>,
    pub title: String,
    pub protocol: ProtocolName,
    /// In order of registration, each with what lies on its disk.
    pub servers: Vec<(Name, Disk)>,
}

/// A line that does something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Statement {
    Action(Action),
    /// Deliver the oldest message in flight.
    Step,
    /// Deliver the oldest until nothing is in flight.
    Settle,
}

/// A statement and where it stands in its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Counted from 1.
    pub number: usize,
    pub statement: Statement,
}

/// What is wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, counted from 1; none when the text as a whole is at fault, or is one line.
    pub line: Option<usize>,
    /// What was found, and what was expected: a sentence without its full stop.
    pub says: String,
}

impl Fault {
    fn expected(found: &str, expected: &str) -> Fault {
        let found = if found.trim_matches(is_blank).is_empty() {
            "nothing".to_string()
        } else {
            words::quoted(found)
        };
        Fault {
            line: None,
            says: format!("found {found}, expected {expected}"),
        }
    }

    /// The same fault, at a line.
    pub fn at(self, number: usize) -> Fault {
        Fault {
            line: Some(number),
            ..self
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "Line {line}: {}.", self.says),
            None => {
                // Every fault begins with a plain letter.
                let (first, rest) = self.says.split_at(1);
                write!(f, "{}{rest}.", first.to_ascii_uppercase())
            }
        }
    }
}

impl Scenario {
    /// The same start under another protocol. A disk has a term only where the protocol keeps terms.
    pub fn set_protocol(&mut self, protocol: ProtocolName) {
        self.protocol = protocol;
        for (_, disk) in &mut self.servers {
            disk.term = match protocol.terms() {
                Terms::Kept => disk.highest_term(),
                Terms::Ignored => 0,
            };
        }
    }

    /// The cluster at the start.
    pub fn simulation(&self) -> Simulation {
        Simulation::new(self.protocol, self.servers.iter().cloned())
    }
}

/// Reads a text into its start and its statements.
pub fn read(text: &str) -> Result<(Scenario, Vec<Line>), Fault> {
    if text.len() > TEXT_LIMIT {
        let kilobytes = text.len() / 1000;
        return Err(Fault {
            line: None,
            says: format!("found a text of {kilobytes} kB, expected at most 1 MB"),
        });
    }
    let mut head = Head::default();
    let mut lines = Vec::new();
    for (number, line) in (1..).zip(text.split('\n')) {
        let at = |fault: Fault| fault.at(number);
        let line = line.trim_matches(is_blank);
        if let Some(comment) = line.strip_prefix('#') {
            if !head.begun && lines.is_empty() {
                head.story.push(comment.trim_matches(is_blank).to_string());
            }
        } else if line.is_empty() {
            continue;
        } else if lines.is_empty() && head.read(line, number).map_err(at)? {
            head.begun = true;
        } else {
            let statement = read_statement(line).map_err(at)?;
            lines.push(Line { number, statement });
        }
    }
    Ok((head.finish()?, lines))
}

/// Reads one line that does something.
pub fn read_statement(line: &str) -> Result<Statement, Fault> {
    if line.contains('\n') {
        return Err(Fault::expected(line, "one line"));
    }
    let (verb, rest) = split_word(line);
    let name = |word: &str| Name::parse(word).map_err(|expected| Fault::expected(word, expected));
    let alone = |statement: Statement| match rest {
        "" => Ok(statement),
        rest => Err(Fault::expected(rest, &format!("nothing after {verb}"))),
    };
    let one_name = |action: fn(Name) -> Action| {
        let (word, more) = split_word(rest);
        expect_end(more, &format!("{verb} and one server"))?;
        Ok(Statement::Action(action(name(word)?)))
    };
    let two_names = |action: fn(Name, Name) -> Action| {
        let (one, more) = split_word(rest);
        let (other, more) = split_word(more);
        expect_end(more, &format!("{verb} and two servers"))?;
        Ok(Statement::Action(action(name(one)?, name(other)?)))
    };
    let envelope = |action: fn(u32) -> Action| match parse_number(rest) {
        Some(id @ 1..) => Ok(Statement::Action(action(id))),
        _ => Err(Fault::expected(rest, "a message’s number, from 1")),
    };
    let (first, more) = split_word(rest);
    match verb {
        "client" => {
            let server = name(first)?;
            check_request(more).map_err(|expected| Fault::expected(more, expected))?;
            if more.is_empty() {
                return Err(Fault::expected(
                    "",
                    "what the client says, after the server’s name",
                ));
            }
            let text = more.into();
            Ok(Statement::Action(Action::Client { server, text }))
        }
        "deliver" => envelope(Action::Deliver),
        "drop" => envelope(Action::Drop),
        "duplicate" => envelope(Action::Duplicate),
        "kill" => one_name(Action::Kill),
        "restart" => one_name(Action::Restart),
        "start" => one_name(Action::Start),
        "cut" => two_names(Action::Cut),
        "heal" => two_names(Action::Heal),
        "full" => one_name(Action::Full),
        "free" => one_name(Action::Free),
        "wipe" => one_name(Action::Wipe),
        "disk" => {
            let (server, entry) = read_disk(rest)?;
            Ok(Statement::Action(Action::Write { server, entry }))
        }
        "keep" => {
            let server = name(first)?;
            let keep = parse_number(more).filter(|&keep| keep <= LOG_LIMIT);
            let keep = keep.ok_or_else(|| Fault::expected(more, "how many entries to keep"))?;
            Ok(Statement::Action(Action::Keep { server, keep }))
        }
        "damage" => {
            let server = name(first)?;
            let index = parse_number(more).filter(|index| (1..=LOG_LIMIT).contains(index));
            let index = index.ok_or_else(|| Fault::expected(more, "an entry’s index, from 1"))?;
            Ok(Statement::Action(Action::Damage { server, index }))
        }
        "prompt" => {
            let server = name(first)?;
            if more.is_empty() {
                return Err(Fault::expected(
                    "",
                    "what the server offers, after its name",
                ));
            }
            let prompt: Rc<str> = more.into();
            Ok(Statement::Action(Action::Prompt { server, prompt }))
        }
        "reload" => alone(Statement::Action(Action::Reload)),
        "step" => alone(Statement::Step),
        "settle" => alone(Statement::Settle),
        "title" | "protocol" | "servers" | "term" => Err(Fault {
            line: None,
            says: format!("found {verb} after the start, expected it before the first action"),
        }),
        _ => Err(Fault::expected(
            line,
            "client, deliver, drop, duplicate, kill, restart, start, cut, heal, full, free, wipe, disk, keep, damage, prompt, reload, step or settle",
        )),
    }
}

/// Writes a start and actions as a text that [`read`] reads back to the same.
pub fn write<'a>(scenario: &Scenario, actions: impl IntoIterator<Item = &'a Action>) -> String {
    let mut text = String::new();
    for line in &scenario.story {
        text.push_str(format!("# {line}").trim_end_matches(is_blank));
        text.push('\n');
    }
    if !scenario.title.is_empty() {
        put(&mut text, format_args!("title {}", scenario.title));
    }
    put(
        &mut text,
        format_args!("protocol {}", scenario.protocol.name()),
    );
    let names: Vec<&str> = scenario
        .servers
        .iter()
        .map(|(name, _)| name.as_ref())
        .collect();
    if !names.is_empty() {
        put(&mut text, format_args!("servers {}", names.join(" ")));
    }
    for (name, disk) in &scenario.servers {
        for entry in disk.log.entries() {
            put(&mut text, format_args!("disk {name} {entry}"));
        }
        if disk.term
            != disk
                .log
                .entries()
                .map(|entry| entry.term)
                .max()
                .unwrap_or(0)
            && scenario.protocol.terms() == Terms::Kept
        {
            put(&mut text, format_args!("term {name} {}", disk.term));
        }
    }
    for action in actions {
        put(&mut text, format_args!("{action}"));
    }
    text
}

fn put(text: &mut String, line: fmt::Arguments<'_>) {
    writeln!(text, "{line}").expect("a string takes every line");
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Action::Client { server, text } => write!(f, "client {server} {text}"),
            Action::Deliver(id) => write!(f, "deliver {id}"),
            Action::Drop(id) => write!(f, "drop {id}"),
            Action::Duplicate(id) => write!(f, "duplicate {id}"),
            Action::Kill(name) => write!(f, "kill {name}"),
            Action::Restart(name) => write!(f, "restart {name}"),
            Action::Start(name) => write!(f, "start {name}"),
            Action::Cut(one, other) => write!(f, "cut {one} {other}"),
            Action::Heal(one, other) => write!(f, "heal {one} {other}"),
            Action::Full(name) => write!(f, "full {name}"),
            Action::Free(name) => write!(f, "free {name}"),
            Action::Wipe(name) => write!(f, "wipe {name}"),
            Action::Write { server, entry } => write!(f, "disk {server} {entry}"),
            Action::Keep { server, keep } => write!(f, "keep {server} {keep}"),
            Action::Damage { server, index } => write!(f, "damage {server} {index}"),
            Action::Prompt { server, prompt } => write!(f, "prompt {server} {prompt}"),
            Action::Reload => f.write_str("reload"),
        }
    }
}

/// A head as far as it has been read. Its lines may stand in any order.
#[derive(Default)]
struct Head {
    begun: bool,
    story: Vec<String>,
    title: Option<String>,
    protocol: Option<ProtocolName>,
    servers: Option<Vec<Name>>,
    /// Entries and terms with the lines on which they stand.
    entries: Vec<(usize, Name, Entry)>,
    terms: Vec<(usize, Name, u32)>,
}

impl Head {
    /// Takes in a line of the head; false when the line is an action.
    fn read(&mut self, line: &str, number: usize) -> Result<bool, Fault> {
        let (verb, rest) = split_word(line);
        match verb {
            "title" => {
                if rest.chars().count() > TITLE_LIMIT {
                    return Err(Fault::expected(rest, "a title of at most 200 characters"));
                }
                once(&mut self.title, verb, rest.to_string())?;
            }
            "protocol" => {
                let protocol = ProtocolName::parse(rest);
                let known: Vec<&str> = ProtocolName::ALL.iter().map(|known| known.name()).collect();
                let protocol = protocol.ok_or_else(|| {
                    Fault::expected(rest, &format!("a protocol: {}", words::list(&known)))
                })?;
                once(&mut self.protocol, verb, protocol)?;
            }
            "servers" => once(&mut self.servers, verb, read_servers(rest)?)?,
            "disk" => {
                let (server, entry) = read_disk(rest)?;
                self.entries.push((number, server, entry));
            }
            "term" => {
                let (word, rest) = split_word(rest);
                let name = Name::parse(word).map_err(|expected| Fault::expected(word, expected))?;
                let term = parse_term(rest).map_err(|expected| Fault::expected(rest, expected))?;
                self.terms.push((number, name, term));
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn finish(self) -> Result<Scenario, Fault> {
        let protocol = self.protocol.ok_or(Fault {
            line: None,
            says: "found no protocol, expected a line such as protocol ask_length before the first action".to_string(),
        })?;
        let mut registry = Registry::default();
        let mut servers = Vec::new();
        for name in self.servers.unwrap_or_default() {
            registry.register(name.clone());
            servers.push((name, Disk::default()));
        }
        let known = |name: &Name, line: usize| {
            let id = registry.find(name).ok_or_else(|| {
                let expected = format!("a server: {}", words::list(registry.names()));
                Fault::expected(name.as_ref(), &expected).at(line)
            })?;
            Ok::<usize, Fault>(id.position())
        };
        for (line, name, entry) in self.entries {
            let disk = &mut servers[known(&name, line)?].1;
            if disk.log.last_index() == LOG_LIMIT {
                let says = format!(
                    "found entry {} of {name}, expected at most {LOG_LIMIT}",
                    LOG_LIMIT + 1
                );
                return Err(Fault {
                    line: Some(line),
                    says,
                });
            }
            if protocol.terms() == Terms::Kept {
                disk.term = disk.term.max(entry.term);
            }
            disk.log.append(entry, None);
        }
        for (line, name, term) in self.terms {
            let disk = &mut servers[known(&name, line)?].1;
            if term < disk.term {
                let expected = format!("at least {}, the highest term of its entries", disk.term);
                return Err(Fault::expected(&format!("term {term}"), &expected).at(line));
            }
            if protocol.terms() == Terms::Kept {
                disk.term = term;
            }
        }
        Ok(Scenario {
            story: self.story,
            title: self.title.unwrap_or_default(),
            protocol,
            servers,
        })
    }
}

fn once<T>(place: &mut Option<T>, verb: &str, value: T) -> Result<(), Fault> {
    if place.is_some() {
        return Err(Fault {
            line: None,
            says: format!("found a second {verb}, expected one"),
        });
    }
    *place = Some(value);
    Ok(())
}

fn read_servers(rest: &str) -> Result<Vec<Name>, Fault> {
    let mut names: Vec<Name> = Vec::new();
    for word in rest.split(is_blank).filter(|word| !word.is_empty()) {
        let name = Name::parse(word).map_err(|expected| Fault::expected(word, expected))?;
        if names.contains(&name) {
            return Err(Fault::expected(
                &format!("{name} twice"),
                "each server once",
            ));
        }
        if names.len() == SERVER_LIMIT {
            let says = format!("found a tenth server, {name}, expected at most {SERVER_LIMIT}");
            return Err(Fault { line: None, says });
        }
        names.push(name);
    }
    if names.is_empty() {
        return Err(Fault::expected("", "the names of 1 to 9 servers"));
    }
    Ok(names)
}

/// Reads `NAME TERM COMMAND`.
fn read_disk(rest: &str) -> Result<(Name, Entry), Fault> {
    let (word, entry) = split_word(rest);
    let name = Name::parse(word).map_err(|expected| Fault::expected(word, expected))?;
    let entry = Entry::parse(entry).map_err(|expected| Fault::expected(entry, expected))?;
    Ok((name, entry))
}

fn expect_end(rest: &str, expected: &str) -> Result<(), Fault> {
    if rest.is_empty() {
        Ok(())
    } else {
        Err(Fault::expected(rest, expected))
    }
}
