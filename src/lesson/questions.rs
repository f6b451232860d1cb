//! Questions that are asked before a step is shown. Nothing of an answer is typed in: the true one is read off
//! the step, and the others off the same step as a common misunderstanding takes it to be (`worlds.rs`).

use crate::action::Action;
use crate::event::Event;
use crate::log::Index;
use crate::protocol::Applies;
use crate::registry::{Name, Party, Registry};
use crate::run::Run;
use crate::simulation::Simulation;
use crate::{say, words};

use super::reading::{index, name, words_of};
use super::worlds::{World, others, truth};

/// How many answers besides the true one are offered at most.
const OTHERS_LIMIT: usize = 3;

/// A question about the action that leads away from a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub moment: usize,
    pub about: About,
    /// What helps, shown one after the other.
    pub hints: Vec<String>,
}

/// What is asked. Text forms: see [`About::parse`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// What a server says to whom it hears.
    Answer(Name),
    /// Whose log is another one afterwards.
    ChangedLogs,
    /// Who leads afterwards.
    Leaders,
    /// Who knows afterwards that an entry is committed.
    Committed(Index),
    /// What a key has in a server's store afterwards.
    Value { key: String, server: Name },
}

/// A question with its answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What is about to happen: a sentence.
    pub before: String,
    /// The question: a sentence.
    pub says: String,
    /// The message that is about to arrive; none when something else happens.
    pub message: Option<u32>,
    /// The server whose answer is asked for; none when something else is.
    pub answerer: Option<String>,
    /// At least two, in an order that does not depend on which is true.
    pub choices: Vec<String>,
    /// The place of the true one.
    pub truth: usize,
    /// Why it came so: the sentences of what happened.
    pub because: Vec<String>,
}

impl Question {
    pub fn parse(moment: usize, text: &str, registry: &Registry) -> Result<Question, String> {
        let about = About::parse(text)?;
        if let About::Answer(server) | About::Value { server, .. } = &about
            && registry.find(server).is_none()
        {
            let known: Vec<&str> = registry.names().iter().map(AsRef::as_ref).collect();
            return Err(say!("expected-server", known = words::list(&known)));
        }
        Ok(Question {
            moment,
            about,
            hints: Vec::new(),
        })
    }
}

impl About {
    /// Reads a question, or says what was expected instead.
    pub fn parse(text: &str) -> Result<About, String> {
        Ok(match words_of(text).as_slice() {
            ["what", "will" | "does", server, "answer"] => About::Answer(name(server)?),
            ["whose", "log", "changes"] => About::ChangedLogs,
            ["who", "leads", "then"] => About::Leaders,
            ["is", "entry", number, "committed", "then"] => About::Committed(index(number)?),
            ["what", "is", key, "at", server, "then"] => About::Value {
                key: key.to_string(),
                server: name(server)?,
            },
            _ => return Err(say!("expected-question")),
        })
    }

    /// The question, for people.
    fn says(&self) -> String {
        match self {
            About::Answer(server) => say!("asks-answer", server),
            About::ChangedLogs => say!("asks-changed-logs"),
            About::Leaders => say!("asks-leaders"),
            About::Committed(index) => say!("asks-committed", index),
            About::Value { key, server } => say!("asks-value", key, server),
        }
    }

    /// What is true of a step; none when the question means nothing there.
    fn answer(&self, world: &World) -> Option<String> {
        let World { before, after, .. } = world;
        match self {
            About::Answer(server) => answer_of(world, server),
            About::ChangedLogs => {
                let changed = after.numbered_servers().filter(|(id, server)| {
                    let old = before.cluster.servers.get(id.position());
                    old.is_none_or(|old| old.disk.log != server.disk.log)
                });
                let changed =
                    changed.map(|(id, _)| say!("answer-log-of", name = after.registry.name(id)));
                let changed: Vec<String> = changed.collect();
                Some(listed(&changed).unwrap_or_else(|| say!("answer-log-of-nobody")))
            }
            About::Leaders => {
                let leaders = after
                    .numbered_servers()
                    .filter(|(_, server)| server.is_leader());
                let leaders = leaders.map(|(id, _)| after.registry.name(id).to_string());
                let leaders = listed(&leaders.collect::<Vec<_>>());
                Some(leaders.unwrap_or_else(|| say!("answer-nobody")))
            }
            About::Committed(index) => committed(after, *index),
            About::Value { key, server } => {
                let id = after.registry.find(server)?;
                Some(match after.server(id).store() {
                    None => say!("answer-down", server),
                    Some(store) => match store.get(key) {
                        None => say!("answer-no-key", key),
                        Some(value) => value.to_string(),
                    },
                })
            }
        }
    }
}

/// Who knows that an entry is committed; none where nothing ever is.
fn committed(after: &Simulation, index: Index) -> Option<String> {
    if after.protocol().applies() != Applies::OnCommit {
        return None;
    }
    let know = after
        .numbered_servers()
        .filter(|(_, server)| server.applied() >= index);
    let know: Vec<&str> = know
        .map(|(id, _)| after.registry.name(id).as_ref())
        .collect();
    Some(match know.as_slice() {
        [] => say!("answer-not-yet"),
        several => say!(
            "answer-known-by",
            count = several.len(),
            names = words::list(several)
        ),
    })
}

/// What a server says first to whoever is heard.
fn answer_of(world: &World, server: &Name) -> Option<String> {
    let own = world.after.registry.find(server).map(Party::Server)?;
    let own = world.speaker.unwrap_or(own);
    let asker = world.asker;
    for event in &world.events {
        match event {
            Event::Sent(envelope) => {
                let letter = &envelope.letter;
                if letter.from == own && asker.is_none_or(|asker| letter.to == asker) {
                    let text = letter.says(&world.after.registry);
                    return Some(say!("quoted", text));
                }
            }
            Event::Waits { .. } if !world.goes_on => return Some(say!("answer-nothing-yet")),
            _ => {}
        }
    }
    Some(say!("answer-nothing"))
}

fn listed(words: &[String]) -> Option<String> {
    (!words.is_empty()).then(|| words::list(words))
}

/// A question with its answers; none when no misunderstanding leads to another answer, so that there is
/// nothing to ask.
pub fn ask(run: &Run, question: &Question) -> Option<Asked> {
    let action = run.actions().nth(question.moment)?.clone();
    let truth = truth(run, question.moment, &action)?;
    let told = question.about.answer(&truth)?;
    // In order, which says nothing of which one is right.
    let mut choices = vec![told.clone()];
    for world in others(run, question.moment, &action, &truth) {
        let Some(other) = question.about.answer(&world) else {
            continue;
        };
        if choices.len() <= OTHERS_LIMIT
            && let Err(position) = choices.binary_search(&other)
        {
            choices.insert(position, other);
        }
    }
    if choices.len() < 2 {
        return None;
    }
    let position = choices.binary_search(&told).ok()?;
    let message = match action {
        Action::Deliver(id) => Some(id),
        _ => None,
    };
    let answerer = match &question.about {
        About::Answer(server) => Some(server.to_string()),
        _ => None,
    };
    Some(Asked {
        before: before(&truth, &action),
        says: question.about.says(),
        message,
        answerer,
        choices,
        truth: position,
        because: because(&truth),
    })
}

/// What is about to happen.
fn before(truth: &World, action: &Action) -> String {
    if let Action::Deliver(id) = action
        && let Some(envelope) = truth.before.mail().get(*id)
    {
        let to = truth.before.registry.party(envelope.letter.to);
        return say!("before-delivery", id, to);
    }
    say!("before-action", action = action.to_string())
}

/// The sentence of the step, and of what else tells a reason.
fn because(truth: &World) -> Vec<String> {
    let says = |event: &Event| event.says(&truth.after.registry);
    let mut events = truth.events.iter();
    let mut because: Vec<String> = events.next().map(says).into_iter().collect();
    let tells = |event: &&Event| {
        matches!(
            event,
            Event::Waits { .. }
                | Event::Elected { .. }
                | Event::Committed { .. }
                | Event::SteppedDown { .. }
        )
    };
    because.extend(events.filter(tells).map(says));
    because
}
