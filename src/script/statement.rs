//! A line that does something, read and written: each form stands in both, and the two mirror each other.

use std::fmt;

use super::parts::{expect, expect_end, expect_some, read_disk, read_name, read_term};
use super::{Fault, Statement};
use crate::action::{ACTION_LIMIT, Action};
use crate::client::check_request;
use crate::history::EnvelopeId;
use crate::log::{LOG_LIMIT, parse_number, split_word};
use crate::registry::{Name, has_kept};
use crate::say;
use crate::weather::{Rates, Trouble, Weather};
use crate::words::Expected;

/// Whether a line may begin with this word, in the head or after it.
pub fn is_verb(word: &str) -> bool {
    FORMS.iter().any(|(verb, _)| *verb == word)
}

/// Reads one line that does something.
pub fn read_statement(line: &str) -> Result<Statement, Box<Fault>> {
    expect_plain_line(line)?;
    let (verb, rest) = split_word(line);
    let (first, more) = split_word(rest);
    let form = FORMS.iter().find(|(word, _)| *word == verb);
    let action = match form.map_or(Form::None, |(_, form)| *form) {
        Form::Alone(statement) => {
            expect_end(rest, || say!("expected-nothing-after", verb))?;
            return Ok(statement());
        }
        Form::Envelope(action) => match parse_number(rest) {
            Some(id @ 1..) => action(id),
            _ => {
                return Err(Fault::expected(
                    rest,
                    &Expected("expected-message-number").says(),
                ));
            }
        },
        Form::Server(action) => {
            expect_end(more, || say!("expected-one-server", verb))?;
            action(read_name(first)?)
        }
        Form::Link(action) => {
            let (second, more) = split_word(more);
            expect_end(more, || say!("expected-two-servers", verb))?;
            action(read_name(first)?, read_name(second)?)
        }
        Form::Client => {
            let server = read_name(first)?;
            expect(more, check_request(more))?;
            expect_some(more, Expected("expected-clients-words"))?;
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
            let keep = expect(more, keep.ok_or(Expected("expected-keep")))?;
            Action::Keep { server, keep }
        }
        Form::Damage => {
            let server = read_name(first)?;
            let index = parse_number(more).filter(|index| (1..=LOG_LIMIT).contains(index));
            let index = expect(more, index.ok_or(Expected("expected-index")))?;
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
            expect_some(more, Expected("expected-prompt"))?;
            let prompt = more.into();
            Action::Prompt { server, prompt }
        }
        Form::LetRun(weather) => return read_let_run(verb, weather, rest),
        Form::Head => {
            let says = say!("found-in-the-run", verb);
            return Err(Fault::new(says));
        }
        Form::None => {
            return Err(Fault::expected(line, &Expected("expected-action").says()));
        }
    };
    Ok(Statement::Action(action))
}

/// One line, without the characters that are kept for names in sentences.
pub fn expect_plain_line(line: &str) -> Result<(), Box<Fault>> {
    if line.contains('\n') {
        return Err(Fault::expected(line, &Expected("expected-one-line").says()));
    }
    if has_kept(line) {
        let expected = Expected("expected-line-without-kept");
        return Err(Fault::expected(line, &expected.says()));
    }
    Ok(())
}

/// Reads what follows `calm` or `storm`: a seed, a number of moments, and rates.
fn read_let_run(verb: &str, weather: fn() -> Weather, rest: &str) -> Result<Statement, Box<Fault>> {
    let (word, rest) = split_word(rest);
    let seed = parse_number(word).ok_or(Expected("expected-seed"));
    let seed = expect(word, seed)?;
    let (word, mut rest) = split_word(rest);
    let count = parse_number(word).map(|count| count as usize);
    let count = count.filter(|count| (1..=ACTION_LIMIT).contains(count));
    let count = expect(word, count.ok_or(Expected("expected-moments")))?;
    let mut weather = weather();
    while let Weather::Storm(rates) = &mut weather
        && !rest.is_empty()
    {
        let (word, more) = split_word(rest);
        let known = Expected("expected-trouble");
        let trouble = expect(word, Trouble::parse(word).ok_or(known))?;
        let (word, more) = split_word(more);
        let percent = parse_number(word).filter(|percent| *percent <= 100);
        let percent = expect(word, percent.ok_or(Expected("expected-percentage")))?;
        rates.set(trouble, percent);
        rest = more;
    }
    expect_end(rest, || say!("expected-seed-and-moments", verb))?;
    Ok(Statement::LetRun {
        weather,
        seed,
        count,
    })
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
    /// A seed, a number of moments, and rates in a storm.
    LetRun(fn() -> Weather),
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
    ("calm", Form::LetRun(|| Weather::Calm)),
    ("storm", Form::LetRun(|| Weather::Storm(Rates::default()))),
    ("title", Form::Head),
    ("protocol", Form::Head),
    ("without", Form::Head),
    ("servers", Form::Head),
    ("voters", Form::Head),
];

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
