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
//!
//! Comments are somebody's words, so they are kept: each with the line that it stands before, to be
//! written back in its place.
//!
//! It is long, since each form is read and written here, and the two have to mirror each other.

use std::fmt;

use crate::action::Action;
use crate::catalog::ProtocolName;
use crate::client::check_request;
use crate::history::EnvelopeId;
use crate::log::{
    BLANK, Disk, Entry, HardState, Index, LOG_LIMIT, Names, Term, parse_number, parse_term,
    split_word, trim,
};
use crate::protocol::Terms;
use crate::registry::{Name, Registry, SERVER_LIMIT, ServerId, ServerSet};
use crate::rule::{Rule, RuleSet, Setting};
use crate::server::Disks;
use crate::simulation::Simulation;
use crate::words;

/// How many bytes a text can have: 1 MB.
pub const TEXT_LIMIT: usize = 1_000_000;

/// How the line begins that names the server to compare the others with.
const REFERENCE: &str = "#: reference";

/// How many characters a title can have.
const TITLE_LIMIT: usize = 200;

/// A start: everything that a text says before its first action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// The comment lines before the first statement, without their `#`. Empty ones part paragraphs.
    pub story: Vec<String>,
    pub title: String,
    pub protocol: ProtocolName,
    /// Who votes at the start, and which rules are switched off.
    pub setting: Setting,
    /// The server whose log the others are compared with as long as nobody leads; none is named in most
    /// texts. Text form: `#: reference NAME`, which is a comment to whoever does not know it.
    pub reference: Option<ServerId>,
    pub disks: Disks,
    /// The other comments of the head, without their `#`, each with what it stands before.
    pub remarks: Vec<(HeadLine, String)>,
}

/// A line of a head, as comments know it. Where lines stand in another order than they are written in,
/// their comments go along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeadLine {
    Title,
    Protocol,
    Without(Rule),
    Servers,
    Voters,
    Disk(Name, Index),
    Term(Name),
}

/// A text that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub scenario: Scenario,
    pub lines: Vec<Line>,
    /// The comments after the last line, without their `#`.
    pub ending: Vec<String>,
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
    /// The comments before it, without their `#`.
    pub comments: Vec<String>,
    pub statement: Statement,
}

/// What is wrong with a text. It travels in a box, so that what may fail is as small as what succeeds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, counted from 1; none when the text as a whole is at fault, or is one line.
    pub line: Option<usize>,
    /// What was found, and what was expected: a sentence without its full stop.
    pub says: String,
}

impl Fault {
    pub fn new(says: String) -> Box<Fault> {
        Box::new(Fault { line: None, says })
    }

    fn expected(found: &str, expected: &str) -> Box<Fault> {
        Fault::new(if trim(found).is_empty() {
            format!("found nothing, expected {expected}")
        } else {
            format!("found {}, expected {expected}", words::quoted(found))
        })
    }

    /// The same fault, at a line.
    pub fn at(mut self: Box<Fault>, number: usize) -> Box<Fault> {
        self.line = Some(number);
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "Line {line}: {}.", self.says),
            None => write!(f, "{}.", words::capitalized(self.says.clone())),
        }
    }
}

impl Scenario {
    /// The same start under another protocol, with all its rules, and all voting where somebody votes. A disk
    /// has a term only where the protocol keeps terms.
    pub fn set_protocol(&mut self, protocol: ProtocolName) {
        if protocol != self.protocol {
            self.setting = Setting {
                voters: everybody(protocol, &self.disks.registry),
                without: RuleSet::default(),
            };
        }
        self.protocol = protocol;
        for disk in &mut self.disks.disks {
            disk.hard_state = match protocol.terms() {
                Terms::Ignored => HardState::default(),
                Terms::Kept => HardState::of(disk.highest_term()),
                Terms::Voted => disk.hard_state.at_least(disk.log.highest_term()),
            };
        }
    }

    /// The cluster at the start.
    pub fn simulation(&self) -> Simulation {
        Simulation::new(self.protocol, self.setting, &self.disks)
    }
}

/// Who votes when nobody says who.
fn everybody(protocol: ProtocolName, registry: &Registry) -> ServerSet {
    match protocol.terms() {
        Terms::Voted => registry.ids().collect(),
        Terms::Ignored | Terms::Kept => ServerSet::default(),
    }
}

/// Reads a text into its start and its statements.
pub fn read(text: &str) -> Result<Text, Box<Fault>> {
    if text.len() > TEXT_LIMIT {
        let kilobytes = text.len() / 1000;
        let says = format!("found a text of {kilobytes} kB, expected at most 1 MB");
        return Err(Fault::new(says));
    }
    let mut reader = Reader::default();
    for (number, line) in (1..).zip(text.split('\n')) {
        let read = reader.read(number, trim(line));
        read.map_err(|fault| fault.at(number))?;
    }
    reader.finish()
}

/// Reads one line that does something.
pub fn read_statement(line: &str) -> Result<Statement, Box<Fault>> {
    if line.contains('\n') {
        return Err(Fault::expected(line, "one line"));
    }
    let (verb, rest) = split_word(line);
    let (first, more) = split_word(rest);
    let form = FORMS.iter().find(|(word, _)| *word == verb);
    let action = match form.map_or(Form::None, |(_, form)| *form) {
        Form::Alone(statement) => {
            expect_end(rest, &format!("nothing after {verb}"))?;
            return Ok(statement());
        }
        Form::Envelope(action) => match parse_number(rest) {
            Some(id @ 1..) => action(id),
            _ => return Err(Fault::expected(rest, "a message’s number, from 1")),
        },
        Form::Server(action) => {
            expect_end(more, &format!("{verb} and one server"))?;
            action(read_name(first)?)
        }
        Form::Link(action) => {
            let (second, more) = split_word(more);
            expect_end(more, &format!("{verb} and two servers"))?;
            action(read_name(first)?, read_name(second)?)
        }
        Form::Client => {
            let server = read_name(first)?;
            expect(more, check_request(more))?;
            expect_some(more, "what the client says, after the server’s name")?;
            let text = more.into();
            Action::Client { server, text }
        }
        Form::Disk => {
            let (server, entry) = read_disk(rest)?;
            Action::Write { server, entry }
        }
        Form::Keep => {
            let server = read_name(first)?;
            let keep = parse_number(more).filter(|&keep| keep <= LOG_LIMIT);
            let keep = expect(more, keep.ok_or("how many entries to keep"))?;
            Action::Keep { server, keep }
        }
        Form::Damage => {
            let server = read_name(first)?;
            let index = parse_number(more).filter(|index| (1..=LOG_LIMIT).contains(index));
            let index = expect(more, index.ok_or("an entry’s index, from 1"))?;
            Action::Damage { server, index }
        }
        Form::Term => {
            let (server, term, voted_for) = read_term(rest)?;
            Action::Term {
                server,
                term,
                voted_for,
            }
        }
        Form::Prompt => {
            let server = read_name(first)?;
            expect_some(more, "what the server offers, after its name")?;
            let prompt = more.into();
            Action::Prompt { server, prompt }
        }
        Form::Head => {
            let says = format!("found {verb} after the start, expected it before the first action");
            return Err(Fault::new(says));
        }
        Form::None => {
            return Err(Fault::expected(
                line,
                "client, deliver, drop, duplicate, kill, restart, start, cut, heal, full, free, wipe, disk, keep, damage, term, prompt, reload, step or settle",
            ));
        }
    };
    Ok(Statement::Action(action))
}

/// What may follow a verb.
#[derive(Clone, Copy)]
enum Form {
    /// A server, and what the client says to it.
    Client,
    Envelope(fn(EnvelopeId) -> Action),
    Server(fn(Name) -> Action),
    Link(fn(Name, Name) -> Action),
    /// A server, and an entry for its disk.
    Disk,
    /// A server, and a number of entries.
    Keep,
    /// A server, and an index.
    Damage,
    /// A server, a term, and maybe whom it voted for.
    Term,
    /// A server, and what it offers.
    Prompt,
    Alone(fn() -> Statement),
    /// It belongs into a head.
    Head,
    /// There is no such verb.
    None,
}

const FORMS: &[(&str, Form)] = &[
    ("client", Form::Client),
    ("deliver", Form::Envelope(Action::Deliver)),
    ("drop", Form::Envelope(Action::Drop)),
    ("duplicate", Form::Envelope(Action::Duplicate)),
    ("kill", Form::Server(Action::Kill)),
    ("restart", Form::Server(Action::Restart)),
    ("start", Form::Server(Action::Start)),
    ("cut", Form::Link(Action::Cut)),
    ("heal", Form::Link(Action::Heal)),
    ("full", Form::Server(Action::Full)),
    ("free", Form::Server(Action::Free)),
    ("wipe", Form::Server(Action::Wipe)),
    ("disk", Form::Disk),
    ("keep", Form::Keep),
    ("damage", Form::Damage),
    ("term", Form::Term),
    ("prompt", Form::Prompt),
    ("reload", Form::Alone(|| Statement::Action(Action::Reload))),
    ("step", Form::Alone(|| Statement::Step)),
    ("settle", Form::Alone(|| Statement::Settle)),
    ("title", Form::Head),
    ("protocol", Form::Head),
    ("without", Form::Head),
    ("servers", Form::Head),
    ("voters", Form::Head),
];

/// Writes a start, and actions with the comments before each of them, as a text that [`read`] reads back
/// to the same.
pub fn write<'a>(
    scenario: &Scenario,
    actions: impl IntoIterator<Item = (&'a [String], &'a Action)>,
    ending: &[String],
) -> String {
    let mut writer = Writer::new(&scenario.remarks);
    writer.comments(&scenario.story);
    if !scenario.title.is_empty() {
        writer.head(HeadLine::Title, format_args!("title {}", scenario.title));
    }
    let protocol = scenario.protocol.name();
    writer.head(HeadLine::Protocol, format_args!("protocol {protocol}"));
    let Disks { registry, disks } = &scenario.disks;
    let Setting { voters, without } = scenario.setting;
    for rule in without.iter() {
        let line = format_args!("without {}", rule.name());
        writer.head(HeadLine::Without(rule), line);
    }
    let mut servers = "servers".to_string();
    for name in registry.names() {
        servers.push(' ');
        servers.push_str(name.as_ref());
    }
    if !disks.is_empty() {
        writer.head(HeadLine::Servers, format_args!("{servers}"));
    }
    if voters != everybody(scenario.protocol, registry) {
        let names = registry.names_of(voters).join(" ");
        writer.head(HeadLine::Voters, format_args!("voters {names}"));
    }
    for (name, disk) in registry.names().iter().zip(disks) {
        for (index, entry) in (1..).zip(disk.log.entries()) {
            let line = HeadLine::Disk(name.clone(), index);
            writer.head(
                line,
                format_args!("disk {name} {}", entry.spelled(registry)),
            );
        }
        let follows = HardState::of(disk.log.highest_term());
        if disk.hard_state != follows && scenario.protocol.terms() != Terms::Ignored {
            let line = HeadLine::Term(name.clone());
            let HardState { term, voted_for } = disk.hard_state;
            let voted_for = voted_for.map(|server| registry.name(server).clone());
            let action = Action::Term {
                server: name.clone(),
                term,
                voted_for,
            };
            writer.head(line, format_args!("{action}"));
        }
    }
    if let Some(reference) = scenario.reference {
        writer.line(format_args!("{REFERENCE} {}", registry.name(reference)));
    }
    writer.rest_of_remarks();
    for (comments, action) in actions {
        writer.comments(comments);
        writer.line(format_args!("{action}"));
    }
    writer.comments(ending);
    writer.text
}

/// A text as far as it has been written.
struct Writer<'a> {
    text: String,
    /// The comments of the head that are not written yet.
    remarks: Vec<&'a (HeadLine, String)>,
}

impl<'a> Writer<'a> {
    fn new(remarks: &'a [(HeadLine, String)]) -> Writer<'a> {
        Writer {
            text: String::new(),
            remarks: remarks.iter().collect(),
        }
    }

    fn line(&mut self, line: fmt::Arguments<'_>) {
        self.text.push_str(trim(&format!("{line}")));
        self.text.push('\n');
    }

    fn comments(&mut self, comments: &[String]) {
        for comment in comments {
            self.line(format_args!("# {comment}"));
        }
    }

    /// A line of the head, after the comments that belong to it.
    fn head(&mut self, which: HeadLine, line: fmt::Arguments<'_>) {
        if !self.remarks.is_empty() {
            let (before, others) = std::mem::take(&mut self.remarks)
                .into_iter()
                .partition(|(head_line, _)| *head_line == which);
            self.remarks = before;
            self.rest_of_remarks();
            self.remarks = others;
        }
        self.line(line);
    }

    /// Comments on lines that a head does without, such as a term that follows from the entries.
    fn rest_of_remarks(&mut self) {
        for (_, comment) in std::mem::take(&mut self.remarks) {
            self.line(format_args!("# {comment}"));
        }
    }
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
            Action::Term {
                server,
                term,
                voted_for: None,
            } => write!(f, "term {server} {term}"),
            Action::Term {
                server,
                term,
                voted_for: Some(candidate),
            } => write!(f, "term {server} {term} {candidate}"),
            Action::Prompt { server, prompt } => write!(f, "prompt {server} {prompt}"),
            Action::Reload => f.write_str("reload"),
        }
    }
}

/// A text as far as it has been read. The lines of its head may stand in any order.
#[derive(Default)]
struct Reader {
    story: Vec<String>,
    /// The comments since the last line, once there was one.
    comments: Vec<String>,
    remarks: Vec<(HeadLine, String)>,
    /// Whether there was a line of the head.
    begun: bool,
    title: Option<String>,
    protocol: Option<ProtocolName>,
    /// The rules that are switched off, with their lines.
    without: Vec<(usize, Rule)>,
    servers: Option<Registry>,
    /// Who votes, and the line that says so.
    voters: Option<(usize, Vec<Name>)>,
    /// Entries and terms with the lines on which they stand.
    entries: Vec<(usize, Name, Entry<Names>)>,
    terms: Vec<TermLine>,
    /// The server to compare with, and its line.
    reference: Option<(usize, Name)>,
    lines: Vec<Line>,
}

impl Reader {
    fn read(&mut self, number: usize, line: &str) -> Result<(), Box<Fault>> {
        if let Some(name) = line.strip_prefix(REFERENCE)
            && name.starts_with(BLANK)
            && self.lines.is_empty()
        {
            let name = read_name(trim(name))?;
            expect_first(self.reference.is_none(), "reference")?;
            self.reference = Some((number, name));
        } else if let Some(comment) = line.strip_prefix('#') {
            let begun = self.begun || !self.lines.is_empty();
            let comments = if begun {
                &mut self.comments
            } else {
                &mut self.story
            };
            comments.push(trim(comment).to_string());
        } else if line.is_empty() {
            // Blank lines mean nothing.
        } else if self.lines.is_empty()
            && let Some(head_line) = self.read_head(number, line)?
        {
            self.begun = true;
            for comment in self.comments.drain(..) {
                self.remarks.push((head_line.clone(), comment));
            }
        } else {
            let statement = read_statement(line)?;
            self.lines.push(Line {
                number,
                comments: std::mem::take(&mut self.comments),
                statement,
            });
        }
        Ok(())
    }

    /// Takes in a line of the head; none when the line is an action.
    fn read_head(&mut self, number: usize, line: &str) -> Result<Option<HeadLine>, Box<Fault>> {
        let (verb, rest) = split_word(line);
        let head_line = match verb {
            "title" => {
                if rest.chars().count() > TITLE_LIMIT {
                    return Err(Fault::expected(rest, "a title of at most 200 characters"));
                }
                expect_first(self.title.is_none(), verb)?;
                self.title = Some(rest.to_string());
                HeadLine::Title
            }
            "protocol" => {
                let protocol = read_protocol(rest)?;
                expect_first(self.protocol.is_none(), verb)?;
                self.protocol = Some(protocol);
                HeadLine::Protocol
            }
            "without" => {
                let rule = read_rule(rest)?;
                let is_first = self.without.iter().all(|(_, known)| *known != rule);
                expect_first(is_first, &format!("without {rest}"))?;
                self.without.push((number, rule));
                HeadLine::Without(rule)
            }
            "voters" => {
                let names = rest.split(BLANK).filter(|word| !word.is_empty());
                let names = names.map(read_name).collect::<Result<Vec<_>, _>>()?;
                expect_first(self.voters.is_none(), verb)?;
                self.voters = Some((number, names));
                HeadLine::Voters
            }
            "servers" => {
                let servers = read_servers(rest)?;
                expect_first(self.servers.is_none(), verb)?;
                self.servers = Some(servers);
                HeadLine::Servers
            }
            "disk" => {
                let (server, entry) = read_disk(rest)?;
                let index = if self.comments.is_empty() {
                    // Nobody asks which.
                    0
                } else {
                    let others = self.entries.iter();
                    1 + others.filter(|(_, name, _)| *name == server).count()
                };
                self.entries.push((number, server.clone(), entry));
                HeadLine::Disk(server, index as Index)
            }
            "term" => {
                let (name, term, voted_for) = read_term(rest)?;
                let line = TermLine {
                    number,
                    name: name.clone(),
                    term,
                    voted_for,
                };
                self.terms.push(line);
                HeadLine::Term(name)
            }
            _ => return Ok(None),
        };
        Ok(Some(head_line))
    }

    fn finish(self) -> Result<Text, Box<Fault>> {
        let Some(protocol) = self.protocol else {
            let says = "found no protocol, expected a line such as protocol ask_length before the first action";
            return Err(Fault::new(says.to_string()));
        };
        let registry = self.servers.unwrap_or_default();
        let voters = read_voters(self.voters, protocol, &registry)?;
        let without = read_without(self.without, protocol)?;
        let mut disks = Disks::empty(registry);
        for (line, name, entry) in &self.entries {
            let resolved = entry.resolve(&disks.registry);
            let entry = expect(&entry.to_string(), resolved).map_err(|fault| fault.at(*line))?;
            let disk = expect_known(&mut disks, name, *line)?;
            if disk.log.last_index() == LOG_LIMIT {
                let says = format!(
                    "found entry {} of {name}, expected at most {LOG_LIMIT}",
                    LOG_LIMIT + 1
                );
                return Err(Fault::new(says).at(*line));
            }
            if protocol.terms() != Terms::Ignored {
                disk.hard_state = disk.hard_state.at_least(entry.term);
            }
            disk.log.append(entry);
        }
        for line in &self.terms {
            let taken = line.take_in(&mut disks, protocol.terms());
            taken.map_err(|fault| fault.at(line.number))?;
        }
        let reference = match &self.reference {
            None => None,
            Some((line, name)) => {
                expect_known(&mut disks, name, *line)?;
                disks.registry.find(name)
            }
        };
        let scenario = Scenario {
            reference,
            story: self.story,
            title: self.title.unwrap_or_default(),
            protocol,
            setting: Setting { voters, without },
            disks,
            remarks: self.remarks,
        };
        Ok(Text {
            scenario,
            lines: self.lines,
            ending: self.comments,
        })
    }
}

/// Reads an entry as it lies on a disk of these servers, whose names are separated by blanks, and spells
/// it as it is written; or says what was expected.
pub fn read_entry(text: &str, registry: &str) -> Result<String, &'static str> {
    let entry = Entry::parse(text)?;
    entry.resolve(&registry_of(registry))?;
    Ok(entry.to_string())
}

/// What can be a name among these words, in their order.
fn registry_of(words: &str) -> Registry {
    let mut registry = Registry::default();
    for name in words.split(BLANK).filter_map(|word| Name::parse(word).ok()) {
        if registry.find(&name).is_none() && !registry.is_full() {
            registry.register(name);
        }
    }
    registry
}

/// A line of a head that tells a term.
struct TermLine {
    number: usize,
    name: Name,
    term: Term,
    voted_for: Option<Name>,
}

impl TermLine {
    /// Writes it on the disk that it names, after the entries. Where a protocol keeps no terms it means
    /// nothing.
    fn take_in(&self, disks: &mut Disks, terms: Terms) -> Result<(), Box<Fault>> {
        let voted_for = match &self.voted_for {
            None => None,
            Some(candidate) if terms != Terms::Voted => {
                let expected = "a term alone, since nobody votes under this protocol";
                return Err(Fault::expected(candidate.as_ref(), expected));
            }
            Some(candidate) => {
                expect_known(disks, candidate, self.number)?;
                disks.registry.find(candidate)
            }
        };
        let disk = expect_known(disks, &self.name, self.number)?;
        let term = self.term;
        if term < disk.term() {
            let expected = format!("at least {}, the highest term of its entries", disk.term());
            return Err(Fault::expected(&format!("term {term}"), &expected));
        }
        if terms != Terms::Ignored {
            disk.hard_state = HardState { term, voted_for };
        }
        Ok(())
    }
}

fn read_protocol(word: &str) -> Result<ProtocolName, Box<Fault>> {
    ProtocolName::parse(word).ok_or_else(|| {
        let known: Vec<&str> = ProtocolName::ALL.iter().map(|known| known.name()).collect();
        Fault::expected(word, &format!("a protocol: {}", words::list(&known)))
    })
}

fn read_rule(word: &str) -> Result<Rule, Box<Fault>> {
    Rule::parse(word).ok_or_else(|| {
        let known: Vec<&str> = Rule::ALL.iter().map(|known| known.name()).collect();
        Fault::expected(word, &format!("a rule: {}", words::list(&known)))
    })
}

/// The rules that are switched off, if the protocol has them.
fn read_without(rules: Vec<(usize, Rule)>, protocol: ProtocolName) -> Result<RuleSet, Box<Fault>> {
    for (line, rule) in &rules {
        if !protocol.has_rule(*rule) {
            let known: Vec<&str> = protocol.rules().iter().map(|row| row.rule.name()).collect();
            let expected = match known.as_slice() {
                [] => format!("no such line, since {} has no such rules", protocol.name()),
                known => format!("a rule of {}: {}", protocol.name(), words::list(known)),
            };
            return Err(Fault::expected(rule.name(), &expected).at(*line));
        }
    }
    Ok(rules.into_iter().map(|(_, rule)| rule).collect())
}

/// Who votes: whom a line names, else everybody.
fn read_voters(
    voters: Option<(usize, Vec<Name>)>,
    protocol: ProtocolName,
    registry: &Registry,
) -> Result<ServerSet, Box<Fault>> {
    let Some((line, names)) = voters else {
        return Ok(everybody(protocol, registry));
    };
    if protocol.terms() != Terms::Voted {
        let expected = "no such line, since nobody votes under this protocol";
        return Err(Fault::expected("voters", expected).at(line));
    }
    let mut voters = ServerSet::default();
    for name in &names {
        let Some(server) = registry.find(name) else {
            let known = words::list(registry.names());
            let fault = Fault::expected(name.as_ref(), &format!("a server: {known}"));
            return Err(fault.at(line));
        };
        if !voters.insert(server) {
            let found = format!("{name} twice");
            return Err(Fault::expected(&found, "each voter once").at(line));
        }
    }
    if voters.is_empty() {
        return Err(Fault::expected("", "the names of who votes").at(line));
    }
    Ok(voters)
}

fn read_servers(words: &str) -> Result<Registry, Box<Fault>> {
    let mut servers = Registry::default();
    for word in words.split(BLANK).filter(|word| !word.is_empty()) {
        let name = read_name(word)?;
        if servers.find(&name).is_some() {
            return Err(Fault::expected(
                &format!("{name} twice"),
                "each server once",
            ));
        }
        if servers.is_full() {
            let says = format!("found a tenth server, {name}, expected at most {SERVER_LIMIT}");
            return Err(Fault::new(says));
        }
        servers.register(name);
    }
    if servers.names().is_empty() {
        return Err(Fault::expected("", "the names of 1 to 9 servers"));
    }
    Ok(servers)
}

/// Reads `NAME TERM`, or `NAME TERM VOTED_FOR`.
fn read_term(rest: &str) -> Result<(Name, Term, Option<Name>), Box<Fault>> {
    let (name, rest) = split_word(rest);
    let name = read_name(name)?;
    let (term, candidate) = split_word(rest);
    let term = expect(term, parse_term(term))?;
    let candidate = match candidate {
        "" => None,
        candidate => Some(read_name(candidate)?),
    };
    Ok((name, term, candidate))
}

/// Reads `NAME TERM OPERATION`.
fn read_disk(rest: &str) -> Result<(Name, Entry<Names>), Box<Fault>> {
    let (name, entry) = split_word(rest);
    let name = read_name(name)?;
    let entry = expect(entry, Entry::parse(entry))?;
    Ok((name, entry))
}

fn read_name(word: &str) -> Result<Name, Box<Fault>> {
    expect(word, Name::parse(word))
}

/// What was read, or the fault that something else was expected.
fn expect<T>(found: &str, read: Result<T, &'static str>) -> Result<T, Box<Fault>> {
    read.map_err(|expected| Fault::expected(found, expected))
}

fn expect_some(rest: &str, expected: &str) -> Result<(), Box<Fault>> {
    if rest.is_empty() {
        return Err(Fault::expected(rest, expected));
    }
    Ok(())
}

fn expect_end(rest: &str, expected: &str) -> Result<(), Box<Fault>> {
    if rest.is_empty() {
        return Ok(());
    }
    Err(Fault::expected(rest, expected))
}

fn expect_first(is_first: bool, verb: &str) -> Result<(), Box<Fault>> {
    if is_first {
        return Ok(());
    }
    let says = format!("found a second {verb}, expected one");
    Err(Fault::new(says))
}

/// The disk of a server that the head names at a line.
fn expect_known<'a>(
    disks: &'a mut Disks,
    name: &Name,
    line: usize,
) -> Result<&'a mut Disk, Box<Fault>> {
    match disks.registry.find(name) {
        Some(id) => Ok(&mut disks.disks[id.position()]),
        None => {
            let known = words::list(disks.registry.names());
            let expected = format!("a server: {known}");
            Err(Fault::expected(name.as_ref(), &expected).at(line))
        }
    }
}
