//! A text, read line by line into a start and statements.

use super::parts::{
    TermLine, expect, expect_first, expect_known, read_disk, read_name, read_protocol, read_rule,
    read_servers, read_term, read_voters, read_without,
};
use super::statement::{expect_plain_line, is_verb, read_statement};
use super::{Fault, HeadLine, Line, REFERENCE, Scenario, TEXT_LIMIT, Text};
use crate::catalog::ProtocolName;
use crate::log::{BLANK, Entry, Index, LOG_LIMIT, Names, split_word, trim};
use crate::protocol::Terms;
use crate::registry::{Name, Registry};
use crate::rule::{Rule, Setting};
use crate::say;
use crate::server::Disks;
use crate::words::Expected;

/// How many characters a title can have.
const TITLE_LIMIT: usize = 200;

/// Reads a text into its start and its statements.
pub fn read(text: &str) -> Result<Text, Box<Fault>> {
    if text.len() > TEXT_LIMIT {
        let kilobytes = text.len() / 1000;
        let says = say!("found-large-text", kilobytes);
        return Err(Fault::new(says));
    }
    let mut reader = Reader::default();
    for (number, line) in (1..).zip(text.split('\n')) {
        let read = reader.read(number, trim(line));
        read.map_err(|fault| fault.at(number))?;
    }
    reader.finish()
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
        } else if self.lines.is_empty() && !is_verb(split_word(line).0) {
            // It may have been meant for the head.
            expect_plain_line(line)?;
            let expected = Expected("expected-head-or-action").says();
            return Err(Fault::expected(line, &expected));
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
                    return Err(Fault::expected(rest, &Expected("expected-title").says()));
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
            return Err(Fault::new(say!("found-no-protocol")));
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
                let says = say!(
                    "found-long-log",
                    index = LOG_LIMIT + 1,
                    name,
                    limit = LOG_LIMIT
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
pub fn read_entry(text: &str, registry: &str) -> Result<String, Expected> {
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
