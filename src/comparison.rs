//! Protocols side by side: the same start and the same trouble under each of them, and what it costs.
//!
//! A trouble is a list of lines without message numbers, since those differ from protocol to protocol.
//! What a protocol cannot do of it (nobody offers `resend` under the article's) is left out and told.

use crate::action::{Action, Rejection};
use crate::catalog::ProtocolName;
use crate::log::{Term, trim};
use crate::properties::{self, Finding};
use crate::property::Property;
use crate::protocol::Terms;
use crate::rule::RuleSet;
use crate::run::{Applied, Run};
use crate::say;
use crate::script::{self, Fault, Statement};
use crate::simulation::Simulation;

mod chart;
mod costs;

pub use chart::{Curve, Point, chart_behind, chart_conflicting};
pub use costs::{Costs, costs};

/// A start to choose, with a trouble that suits it.
pub struct Start {
    pub name: &'static str,
    pub title: String,
    /// A head, without actions. Its protocol is that of the article; each trial sets its own.
    pub text: String,
    pub trouble: &'static str,
}

/// A start and a trouble under one protocol.
pub struct Trial {
    /// The run, at its end.
    pub run: Run,
    /// What could not be done, with the reason.
    pub left_out: Vec<String>,
    /// Why the protocol promises nothing from this start.
    pub warning: Option<String>,
}

/// The starts, the first of them with a follower that is behind by that many entries.
pub fn starts(behind: u32) -> Vec<Start> {
    const NOMINATE: &str = "client dick youre_the_leader\nsettle\n";
    let start = |name, title, logs: &[Log], trouble| Start {
        name,
        title,
        text: head(logs),
        trouble,
    };
    vec![
        start(
            "behind",
            say!("start-behind", behind),
            &[
                ("dick", &terms(behind as usize + 2, 0, 1)),
                ("harry", &[1, 1]),
            ],
            NOMINATE,
        ),
        start(
            "same-length",
            say!("start-same-length"),
            &[("dick", &[1, 1, 3, 3]), ("harry", &[1, 1, 2, 2])],
            NOMINATE,
        ),
        start(
            "ahead",
            say!("start-ahead"),
            &[("dick", &[1, 1]), ("harry", &[1, 1, 1, 1])],
            "client dick youre_the_leader\nsettle\nclient dick set z 9\nsettle\n",
        ),
        start(
            "nominated-twice",
            say!("start-nominated-twice"),
            &[("dick", &[1, 1]), ("harry", &[])],
            "client dick youre_the_leader\nclient dick youre_the_leader\nsettle\n",
        ),
        // The leader for term 8, and the six followers that it may have.
        start(
            "figure-7",
            say!("start-figure-7"),
            &[
                ("leader", &[1, 1, 1, 4, 4, 5, 5, 6, 6, 6]),
                ("a", &[1, 1, 1, 4, 4, 5, 5, 6, 6]),
                ("b", &[1, 1, 1, 4]),
                ("c", &[1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 6]),
                ("d", &[1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 7, 7]),
                ("e", &[1, 1, 1, 4, 4, 4, 4]),
                ("f", &[1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3]),
            ],
            "client leader youre_the_leader\nsettle\nclient leader set x 8\nsettle\n",
        ),
    ]
}

/// Applies a trouble to a start under a protocol.
pub fn trial(start: &str, trouble: &str, protocol: ProtocolName) -> Result<Trial, Box<Fault>> {
    let script::Text {
        mut scenario,
        lines,
        ..
    } = script::read(start)?;
    if let Some(line) = lines.first() {
        return Err(Fault::new(say!("found-action-in-start")).at(line.number));
    }
    scenario.set_protocol(protocol);
    let mut run = Run::of(scenario);
    let warning = warning(run.now());
    let mut left_out = Vec::new();
    for (number, line) in (1_usize..).zip(trouble.split('\n')) {
        let line = trim(line);
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let statement = script::read_statement(line).map_err(|fault| fault.at(number))?;
        if let Statement::Action(Action::Deliver(_) | Action::Drop(_) | Action::Duplicate(_)) =
            statement
        {
            return Err(Fault::new(say!("found-message-number", line)).at(number));
        }
        if let Applied::Rejected(rejection) = run.carry_out(statement) {
            let why = rejection.says();
            left_out.push(say!("line-left-out", number, line, why));
        }
    }
    Ok(Trial {
        run,
        left_out,
        warning,
    })
}

/// The same run under another protocol: what the client and the hands did, from the same start. Message
/// numbers differ from protocol to protocol. So where messages were delivered, as many are, the oldest
/// first; where that went on until nothing was in flight, it does so again; and what was dropped or
/// duplicated is left out.
///
/// What a lesson says and asks on the way is about what happened under the protocol before, and would stand at
/// moments where nothing of it comes about. So it is left out, too; other comments are kept.
///
/// The new run stands at the same place of the story: after the same act, and as many deliveries later.
pub fn under(run: &Run, protocol: ProtocolName) -> Trial {
    let mut scenario = run.scenario().clone();
    let is_other = scenario.protocol != protocol;
    let is_kept = |comment: &String| !(is_other && script::is_for_lesson(comment));
    scenario.remarks.retain(|(_, comment)| is_kept(comment));
    scenario.set_protocol(protocol);
    let mut retold = Run::of(scenario);
    let warning = warning(retold.now());
    let mut left_out = Vec::new();
    let mut place = 0;
    for part in parts(run) {
        retold.comment(part.comments.into_iter().filter(is_kept));
        if let Some(act) = part.act
            && let Applied::Rejected(rejection) = retold.carry_out(Statement::Action(act.clone()))
        {
            left_out.push(left_out_since(&act, &rejection));
        }
        for action in part.left_out {
            left_out.push(say!("left-out-for-numbers", action = action.to_string()));
        }
        retold.comment(part.later_comments.into_iter().filter(is_kept));
        let first = retold.length();
        if part.is_quiet {
            retold.carry_out(Statement::Settle);
        } else {
            for _ in 0..part.deliveries {
                retold.carry_out(Statement::Step);
            }
        }
        if let Some(delivered) = part.delivered {
            let is_over = delivered == part.deliveries;
            let later = if is_over { usize::MAX } else { delivered };
            place = retold.length().min(first.saturating_add(later));
        }
    }
    retold.comment(
        run.ending()
            .iter()
            .filter(|comment| is_kept(comment))
            .cloned(),
    );
    retold.seek(place);
    Trial {
        run: retold,
        left_out,
        warning,
    }
}

/// The same run with other rules switched off: each action as it is, as far as it can be done. It stands at the
/// same place, as far as there is one.
pub fn without(run: &Run, without: RuleSet) -> Trial {
    let mut scenario = run.scenario().clone();
    scenario.setting.without = without;
    let mut replayed = Run::of(scenario);
    let warning = warning(replayed.now());
    let mut left_out = Vec::new();
    let mut place = 0;
    for (moment, (comments, action)) in (1..).zip(run.comments().zip(run.actions())) {
        replayed.comment(comments.to_vec());
        let done = replayed.carry_out(Statement::Action(action.clone()));
        if let Applied::Rejected(rejection) = done {
            left_out.push(left_out_since(action, &rejection));
        }
        if moment <= run.cursor() {
            place = replayed.length();
        }
    }
    replayed.comment(run.ending().iter().cloned());
    replayed.seek(place);
    Trial {
        run: replayed,
        left_out,
        warning,
    }
}

fn left_out_since(action: &Action, rejection: &Rejection) -> String {
    say!(
        "left-out",
        action = action.to_string(),
        why = rejection.says()
    )
}

/// A part of a run: an act of the client or of the hands, and what the network did until the next.
#[derive(Default)]
struct Part {
    /// None for what came before the first.
    act: Option<Action>,
    comments: Vec<String>,
    /// Those after the act.
    later_comments: Vec<String>,
    deliveries: usize,
    /// How many of them lie before the run's cursor; none when all of the part lies after it.
    delivered: Option<usize>,
    /// What was dropped or duplicated.
    left_out: Vec<Action>,
    /// Whether nothing was in flight in the end.
    is_quiet: bool,
}

fn parts(run: &Run) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut part = Part {
        delivered: Some(0),
        ..Part::default()
    };
    let mut now = run.scenario().simulation();
    for (moment, (comments, action)) in (1..).zip(run.comments().zip(run.actions())) {
        let is_past = moment <= run.cursor();
        match action {
            Action::Deliver(_) => {
                part.deliveries += 1;
                if is_past {
                    part.delivered = Some(part.deliveries);
                }
                part.later_comments.extend_from_slice(comments);
            }
            Action::Drop(_) | Action::Duplicate(_) => {
                part.left_out.push(action.clone());
                part.later_comments.extend_from_slice(comments);
            }
            _ => {
                let next = Part {
                    act: Some(action.clone()),
                    comments: comments.to_vec(),
                    delivered: is_past.then_some(0),
                    ..Part::default()
                };
                parts.push(std::mem::replace(&mut part, next));
            }
        }
        if let Err(rejection) = now.apply(action) {
            panic!("replay rejects {action}: {}", rejection.says());
        }
        part.is_quiet = now.mail().oldest().is_none();
    }
    parts.push(part);
    parts
}

/// Why a protocol with terms promises nothing from here: two logs have the same term at an index, and
/// are not the same up to it.
fn warning(simulation: &Simulation) -> Option<String> {
    if simulation.protocol().terms() == Terms::Ignored {
        return None;
    }
    let finding = properties::look(simulation, None, Property::LogMatching);
    let Finding::Unmatched {
        servers: (one, other),
        index,
        term,
        ..
    } = finding
    else {
        return None;
    };
    let one = simulation.registry.name(one);
    let other = simulation.registry.name(other);
    Some(say!("unmatched-from-the-start", one, other, term, index))
}

/// A server's name and the terms of the entries on its disk.
type Log<'a> = (&'a str, &'a [Term]);

/// A head with these servers. An entry is told apart by its index and term.
fn head(logs: &[Log]) -> String {
    let mut text = format!("protocol {}\nservers", ProtocolName::ALL[0].name());
    for (name, _) in logs {
        text.push(' ');
        text.push_str(name);
    }
    text.push('\n');
    for (name, terms) in logs {
        for (position, term) in terms.iter().enumerate() {
            let index = position + 1;
            text.push_str(&format!("disk {name} {term} set x{index} {term}\n"));
        }
    }
    text
}

/// The terms of a log: so many times 1, then so many times another.
fn terms(common: usize, others: usize, term: Term) -> Vec<Term> {
    let mut terms = vec![1; common];
    terms.resize(common + others, term);
    terms
}
