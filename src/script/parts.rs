//! What the lines of a text are made of, or what was expected instead.

use super::{Fault, everybody};
use crate::catalog::ProtocolName;
use crate::log::{BLANK, Disk, Entry, HardState, Names, Term, parse_term, split_word};
use crate::protocol::Terms;
use crate::registry::{Name, Registry, SERVER_LIMIT, ServerSet};
use crate::rule::{Rule, RuleSet};
use crate::say;
use crate::server::Disks;
use crate::words::{self, Expected};

/// A line of a head that tells a term.
pub struct TermLine {
    pub number: usize,
    pub name: Name,
    pub term: Term,
    pub voted_for: Option<Name>,
}

impl TermLine {
    /// Writes it on the disk that it names, after the entries. Where a protocol keeps no terms it means
    /// nothing.
    pub fn take_in(&self, disks: &mut Disks, terms: Terms) -> Result<(), Box<Fault>> {
        let voted_for = match &self.voted_for {
            None => None,
            Some(candidate) if terms != Terms::Voted => {
                let expected = Expected("expected-term-alone").says();
                return Err(Fault::expected(candidate.as_ref(), &expected));
            }
            Some(candidate) => {
                expect_known(disks, candidate, self.number)?;
                disks.registry.find(candidate)
            }
        };
        let disk = expect_known(disks, &self.name, self.number)?;
        let term = self.term;
        if term < disk.term() {
            let expected = say!("expected-high-term", term = disk.term());
            return Err(Fault::expected(&format!("term {term}"), &expected));
        }
        if terms != Terms::Ignored {
            disk.hard_state = HardState { term, voted_for };
        }
        Ok(())
    }
}

pub fn read_protocol(word: &str) -> Result<ProtocolName, Box<Fault>> {
    ProtocolName::parse(word).ok_or_else(|| {
        let known: Vec<&str> = ProtocolName::ALL.iter().map(|known| known.name()).collect();
        Fault::expected(
            word,
            &say!("expected-protocol", known = words::list(&known)),
        )
    })
}

pub fn read_rule(word: &str) -> Result<Rule, Box<Fault>> {
    Rule::parse(word).ok_or_else(|| {
        let known: Vec<&str> = Rule::ALL.iter().map(|known| known.name()).collect();
        Fault::expected(word, &say!("expected-rule", known = words::list(&known)))
    })
}

/// The rules that are switched off, if the protocol has them.
pub fn read_without(
    rules: Vec<(usize, Rule)>,
    protocol: ProtocolName,
) -> Result<RuleSet, Box<Fault>> {
    for (line, rule) in &rules {
        if !protocol.has_rule(*rule) {
            let known: Vec<&str> = protocol.rules().iter().map(|row| row.rule.name()).collect();
            let expected = match known.as_slice() {
                [] => say!("expected-no-rules", protocol = protocol.name()),
                known => {
                    say!(
                        "expected-rule-of-protocol",
                        protocol = protocol.name(),
                        known = words::list(known)
                    )
                }
            };
            return Err(Fault::expected(rule.name(), &expected).at(*line));
        }
    }
    Ok(rules.into_iter().map(|(_, rule)| rule).collect())
}

/// Who votes: whom a line names, else everybody.
pub fn read_voters(
    voters: Option<(usize, Vec<Name>)>,
    protocol: ProtocolName,
    registry: &Registry,
) -> Result<ServerSet, Box<Fault>> {
    let Some((line, names)) = voters else {
        return Ok(everybody(protocol, registry));
    };
    if protocol.terms() != Terms::Voted {
        let expected = Expected("expected-no-voters").says();
        return Err(Fault::expected("voters", &expected).at(line));
    }
    let mut voters = ServerSet::default();
    for name in &names {
        let Some(server) = registry.find(name) else {
            let known = words::list(registry.names());
            let fault = Fault::expected(name.as_ref(), &say!("expected-server", known));
            return Err(fault.at(line));
        };
        if !voters.insert(server) {
            let found = say!("found-twice", name);
            return Err(
                Fault::expected(&found, &Expected("expected-each-voter-once").says()).at(line),
            );
        }
    }
    if voters.is_empty() {
        return Err(Fault::expected("", &Expected("expected-names-of-voters").says()).at(line));
    }
    Ok(voters)
}

pub fn read_servers(words: &str) -> Result<Registry, Box<Fault>> {
    let mut servers = Registry::default();
    for word in words.split(BLANK).filter(|word| !word.is_empty()) {
        let name = read_name(word)?;
        if servers.find(&name).is_some() {
            return Err(Fault::expected(
                &say!("found-twice", name = &name),
                &Expected("expected-each-server-once").says(),
            ));
        }
        if servers.is_full() {
            let says = say!("found-tenth-server", name = &name, limit = SERVER_LIMIT);
            return Err(Fault::new(says));
        }
        servers.register(name);
    }
    if servers.names().is_empty() {
        return Err(Fault::expected(
            "",
            &Expected("expected-names-of-servers").says(),
        ));
    }
    Ok(servers)
}

/// Reads `NAME TERM`, or `NAME TERM VOTED_FOR`.
pub fn read_term(rest: &str) -> Result<(Name, Term, Option<Name>), Box<Fault>> {
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
pub fn read_disk(rest: &str) -> Result<(Name, Entry<Names>), Box<Fault>> {
    let (name, entry) = split_word(rest);
    let name = read_name(name)?;
    let entry = expect(entry, Entry::parse(entry))?;
    Ok((name, entry))
}

pub fn read_name(word: &str) -> Result<Name, Box<Fault>> {
    expect(word, Name::parse(word))
}

/// What was read, or the fault that something else was expected.
pub fn expect<T>(found: &str, read: Result<T, Expected>) -> Result<T, Box<Fault>> {
    read.map_err(|expected| Fault::expected(found, &expected.says()))
}

pub fn expect_some(rest: &str, expected: Expected) -> Result<(), Box<Fault>> {
    if rest.is_empty() {
        return Err(Fault::expected(rest, &expected.says()));
    }
    Ok(())
}

/// The sentence of what was expected is made for a fault alone.
pub fn expect_end(rest: &str, expected: impl FnOnce() -> String) -> Result<(), Box<Fault>> {
    if rest.is_empty() {
        return Ok(());
    }
    Err(Fault::expected(rest, &expected()))
}

pub fn expect_first(is_first: bool, verb: &str) -> Result<(), Box<Fault>> {
    if is_first {
        return Ok(());
    }
    let says = say!("found-second", verb);
    Err(Fault::new(says))
}

/// The disk of a server that the head names at a line.
pub fn expect_known<'a>(
    disks: &'a mut Disks,
    name: &Name,
    line: usize,
) -> Result<&'a mut Disk, Box<Fault>> {
    match disks.registry.find(name) {
        Some(id) => Ok(&mut disks.disks[id.position()]),
        None => {
            let known = words::list(disks.registry.names());
            let expected = say!("expected-server", known);
            Err(Fault::expected(name.as_ref(), &expected).at(line))
        }
    }
}
