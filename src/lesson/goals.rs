//! Goals that a learner is set: a small closed language, and whether the simulation has reached them.

use std::fmt;
use std::ops::ControlFlow;

use crate::action::Action;
use crate::event::Event;
use crate::log::{Command, Index, Operation};
use crate::property::{Kind, Property};
use crate::registry::{Name, ServerId};
use crate::run::Run;
use crate::say;
use crate::simulation::Simulation;
use crate::words::{self, Expected};

use super::reading::{count, index, name, words_of};

/// A goal, which counts from a moment on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    pub moment: usize,
    pub aim: Aim,
    /// How many actions it may take; none for any number.
    pub at_most: Option<usize>,
    /// The fewest actions with which anybody is known to have reached it; none when nobody says.
    pub best: Option<usize>,
    pub hints: Vec<String>,
}

/// What is to come about. Text forms: see [`Aim::parse`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aim {
    Disagree(Name, Name, Index),
    /// All of them lead, each of its own term.
    Lead(Vec<Name>),
    /// An entry is committed while at least so many servers are down.
    CommittedWithDown(usize),
    /// So many logs have a command.
    Have(usize, Command),
    /// The logs of all servers are equal, and nobody is down.
    Equal,
    /// A promise is broken: this one, or any.
    Broken(Option<Property>),
}

/// How far a learner has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// How many actions were used, up to where it was reached. Deliveries are no actions of anybody's.
    pub used: usize,
    /// The moment at which it was reached in time; none when it was not.
    pub reached_at: Option<usize>,
}

impl Goal {
    /// Reads a goal, or says what was expected instead.
    pub fn parse(moment: usize, text: &str) -> Result<Goal, String> {
        let mut parts = text.split(',');
        let mut goal = Goal {
            moment,
            aim: Aim::parse(parts.next().unwrap_or_default())?,
            at_most: None,
            best: None,
            hints: Vec::new(),
        };
        for part in parts {
            match words_of(part).as_slice() {
                ["in", "at", "most", number, "action" | "actions"] => {
                    goal.at_most = Some(count(number)?);
                }
                ["best", "known", number] => goal.best = Some(count(number)?),
                _ => return Err(say!("expected-goal-part")),
            }
        }
        Ok(goal)
    }
}

impl fmt::Display for Goal {
    /// The goal, for people: a sentence.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let aim = self.aim.says();
        f.write_str(&match self.at_most {
            None => say!("goal", aim),
            Some(count) => say!("goal-in-at-most", aim, count),
        })
    }
}

impl Aim {
    /// Reads what is to come about, or says what was expected instead.
    pub fn parse(text: &str) -> Result<Aim, String> {
        Ok(match words_of(text).as_slice() {
            [one, "and", other, "disagree", "at", "index", number] => {
                Aim::Disagree(name(one)?, name(other)?, index(number)?)
            }
            [one, "leads"] => Aim::Lead(vec![name(one)?]),
            [one, "and", other, "lead"] => Aim::Lead(vec![name(one)?, name(other)?]),
            [
                "an",
                "entry",
                "is",
                "committed",
                "with",
                number,
                "servers" | "server",
                "down",
            ] => Aim::CommittedWithDown(count(number)?),
            [number, "servers" | "server", "have" | "has", command @ ..] if !command.is_empty() => {
                let command = Command::parse(&command.join(" ")).map_err(Expected::says)?;
                Aim::Have(count(number)?, command)
            }
            ["all", "logs", "are", "equal"] => Aim::Equal,
            ["a", "promise", "is", "broken"] => Aim::Broken(None),
            [word, "is", "broken"] => {
                let known = Property::ALL.iter().find(|known| known.id() == *word);
                let ids: Vec<&str> = Property::ALL.iter().map(|known| known.id()).collect();
                let property =
                    known.ok_or_else(|| say!("expected-one-of", known = words::list(&ids)))?;
                Aim::Broken(Some(*property))
            }
            _ => return Err(say!("expected-goal")),
        })
    }

    /// Whether it is so.
    fn holds(&self, now: &Simulation, events: &[Event]) -> bool {
        let find = |name: &Name| now.registry.find(name);
        match self {
            Aim::Disagree(one, other, index) => {
                let entry = |name| {
                    let id: ServerId = find(name)?;
                    now.server(id).disk.log.get(*index)
                };
                entry(one)
                    .zip(entry(other))
                    .is_some_and(|(one, other)| one != other)
            }
            Aim::Lead(names) => names
                .iter()
                .all(|name| find(name).is_some_and(|id| now.server(id).is_leader())),
            Aim::CommittedWithDown(count) => {
                let down = now.numbered_servers().filter(|(_, server)| !server.is_up());
                let committed = |event: &Event| matches!(event, Event::Committed { .. });
                events.iter().any(committed) && down.count() >= *count
            }
            Aim::Have(count, command) => {
                let has = now.numbered_servers().filter(|(_, server)| {
                    let mut entries = server.disk.log.entries();
                    entries.any(|entry| matches!(&entry.operation, Operation::Command(own) if own == command))
                });
                has.count() >= *count
            }
            Aim::Equal => {
                let mut servers = now.numbered_servers().map(|(_, server)| server);
                let Some(first) = servers.next() else {
                    return false;
                };
                first.is_up()
                    && servers.all(|server| server.is_up() && server.disk.log == first.disk.log)
            }
            // What a run remembers, see `broken`.
            Aim::Broken(_) => false,
        }
    }

    /// What to bring about, for people, without a full stop.
    fn says(&self) -> String {
        match self {
            Aim::Disagree(one, other, index) => say!("aim-disagree", one, other, index),
            Aim::Lead(names) => {
                say!("aim-lead", count = names.len(), names = words::list(names))
            }
            Aim::CommittedWithDown(count) => say!("aim-committed", count),
            Aim::Have(count, command) => {
                say!("aim-have", count, command = command.to_string())
            }
            Aim::Equal => say!("aim-equal"),
            Aim::Broken(None) => say!("aim-broken"),
            Aim::Broken(Some(property)) => say!("aim-broken-promise", title = property.title()),
        }
    }

    /// The moment that broke the promise, after another moment.
    fn broken(&self, run: &Run, after: usize) -> Option<usize> {
        let Aim::Broken(wanted) = self else {
            return None;
        };
        let watched = run.properties().into_iter();
        let broken = watched.filter(|one| {
            one.kind == Kind::Always && wanted.is_none_or(|wanted| wanted == one.property)
        });
        broken
            .filter_map(|one| one.broken_at)
            .filter(|at| *at > after)
            .min()
    }
}

/// How far a run has come at its cursor. A goal is reached where it comes about after its moment; what was
/// so before does not count until it was otherwise.
pub fn reach(run: &Run, goal: &Goal) -> Reach {
    let mut reach = Reach::default();
    if run.cursor() < goal.moment {
        return reach;
    }
    let broken = goal.aim.broken(run, goal.moment);
    let mut actions = run.actions().skip(goal.moment);
    let mut held = false;
    run.look_from(goal.moment, |moment, state| {
        if moment == goal.moment {
            held = goal.aim.holds(state, &[]);
            return ControlFlow::Continue(());
        }
        let delivers = matches!(actions.next(), Some(Action::Deliver(_)));
        reach.used += usize::from(!delivers);
        let holds = goal.aim.holds(state, run.events(moment)) || broken == Some(moment);
        if holds && !held {
            let in_time = goal.at_most.is_none_or(|most| reach.used <= most);
            reach.reached_at = in_time.then_some(moment);
            return ControlFlow::Break(());
        }
        held = holds;
        ControlFlow::Continue(())
    });
    reach
}
