//! Questions that are asked before a step is shown. Nothing of an answer is typed in: the true one is read off
//! the step, and the others off the same step as a common misunderstanding takes it to be (`worlds.rs`).

use std::fmt;

use crate::action::Action;
use crate::client::Reply;
use crate::event::Event;
use crate::log::Index;
use crate::network::{Letter, Payload};
use crate::protocol::Applies;
use crate::registry::{Name, Party, Registry, ServerId};
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
    /// The same as a text asks it.
    pub asks: String,
    /// The message that is about to arrive; none when something else happens.
    pub message: Option<u32>,
    /// The server whose answer is asked for; none when something else is.
    pub answerer: Option<String>,
    /// At least two, in an order that does not depend on which is true.
    pub choices: Vec<String>,
    /// The same in no language, so that it can be remembered which was chosen.
    pub answers: Vec<String>,
    /// The place of the true one.
    pub truth: usize,
    /// Why it came so: the sentences of what happened.
    pub because: Vec<String>,
}

/// An answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Answer {
    /// For people.
    says: String,
    /// What tells it from other answers to the same question, in no language.
    spelled: String,
}

impl Answer {
    fn new(says: String, spelled: impl Into<String>) -> Answer {
        let spelled = spelled.into();
        Answer { says, spelled }
    }
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
    fn answer(&self, world: &World) -> Option<Answer> {
        let World { before, after, .. } = world;
        match self {
            About::Answer(server) => answer_of(world, server),
            About::ChangedLogs => {
                let changed = after.numbered_servers().filter(|(id, server)| {
                    let old = before.cluster.servers.get(id.position());
                    old.is_none_or(|old| old.disk.log != server.disk.log)
                });
                let changed: Vec<&str> = changed.map(|(id, _)| name_of(after, id)).collect();
                let of = |name: &&str| say!("answer-log-of", name = *name);
                let owners: Vec<String> = changed.iter().map(of).collect();
                let says = listed(&owners).unwrap_or_else(|| say!("answer-log-of-nobody"));
                Some(Answer::new(says, changed.join(" ")))
            }
            About::Leaders => {
                let leaders = after
                    .numbered_servers()
                    .filter(|(_, server)| server.is_leader());
                let leaders: Vec<&str> = leaders.map(|(id, _)| name_of(after, id)).collect();
                let says = listed(&leaders).unwrap_or_else(|| say!("answer-nobody"));
                Some(Answer::new(says, leaders.join(" ")))
            }
            About::Committed(index) => committed(after, *index),
            About::Value { key, server } => {
                let id = after.registry.find(server)?;
                Some(match after.server(id).store() {
                    None => Answer::new(say!("answer-down", server), "down"),
                    Some(store) => match store.get(key) {
                        None => Answer::new(say!("answer-no-key", key), "nothing"),
                        Some(value) => Answer::new(value.to_string(), format!("= {value}")),
                    },
                })
            }
        }
    }
}

/// As a text asks it.
impl fmt::Display for About {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            About::Answer(server) => write!(f, "what will {server} answer"),
            About::ChangedLogs => f.write_str("whose log changes"),
            About::Leaders => f.write_str("who leads then"),
            About::Committed(index) => write!(f, "is entry {index} committed then"),
            About::Value { key, server } => write!(f, "what is {key} at {server} then"),
        }
    }
}

/// Who knows that an entry is committed; none where nothing ever is.
fn committed(after: &Simulation, index: Index) -> Option<Answer> {
    if after.protocol().applies() != Applies::OnCommit {
        return None;
    }
    let know = after
        .numbered_servers()
        .filter(|(_, server)| server.applied() >= index);
    let know: Vec<&str> = know.map(|(id, _)| name_of(after, id)).collect();
    let says = match know.as_slice() {
        [] => say!("answer-not-yet"),
        several => say!(
            "answer-known-by",
            count = several.len(),
            names = words::list(several)
        ),
    };
    Some(Answer::new(says, know.join(" ")))
}

/// What a server says first to whoever is heard.
fn answer_of(world: &World, server: &Name) -> Option<Answer> {
    let own = world.after.registry.find(server).map(Party::Server)?;
    let own = world.speaker.unwrap_or(own);
    let asker = world.asker;
    for event in &world.events {
        if let Event::Sent(envelope) = event {
            let letter = &envelope.letter;
            if letter.from == own && asker.is_none_or(|asker| letter.to == asker) {
                let registry = &world.after.registry;
                let text = letter.says(registry);
                return Some(Answer::new(say!("quoted", text), spelled(letter, registry)));
            }
        }
        if matches!(event, Event::Waits { .. }) && !world.goes_on {
            return Some(Answer::new(say!("answer-nothing-yet"), "nothing yet"));
        }
    }
    Some(Answer::new(say!("answer-nothing"), "nothing"))
}

/// A letter in no language: its exact text, unless that is a sentence, as what clients are told.
fn spelled(letter: &Letter, registry: &Registry) -> String {
    let Payload::Reply { reply, .. } = &letter.payload else {
        return letter.wire(registry);
    };
    let kind = match &**reply {
        Reply::Value { .. } | Reply::Pairs(_) | Reply::Entries(_) => return letter.wire(registry),
        Reply::Wrote { index, .. } => return format!("wrote {index}"),
        Reply::Open { index } => return format!("open {index}"),
        Reply::Leading => "leading",
        Reply::Standing => "standing",
        Reply::LeadsAlready => "leads already",
        Reply::Declined(_) => "declined",
    };
    kind.to_string()
}

fn name_of(now: &Simulation, id: ServerId) -> &str {
    now.registry.name(id).as_ref()
}

fn listed<Word: fmt::Display>(words: &[Word]) -> Option<String> {
    (!words.is_empty()).then(|| words::list(words))
}

/// A question with its answers; none when no misunderstanding leads to another answer, so that there is
/// nothing to ask.
pub fn ask(run: &Run, question: &Question) -> Option<Asked> {
    let action = run.actions().nth(question.moment)?.clone();
    let truth = truth(run, question.moment, &action)?;
    let told = question.about.answer(&truth)?;
    // In the order of their letters, which says nothing of which one is right.
    let mut choices = vec![told.clone()];
    for world in others(run, question.moment, &action, &truth) {
        let Some(mut other) = question.about.answer(&world) else {
            continue;
        };
        let place = choices.binary_search_by(|choice| choice.says.cmp(&other.says));
        if choices.len() <= OTHERS_LIMIT
            && let Err(place) = place
        {
            // What is told in other words is another answer.
            while choices.iter().any(|one| one.spelled == other.spelled) {
                other.spelled.push_str(", else");
            }
            choices.insert(place, other);
        }
    }
    if choices.len() < 2 {
        return None;
    }
    let position = choices.iter().position(|choice| *choice == told)?;
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
        asks: question.about.to_string(),
        message,
        answerer,
        answers: choices.iter().map(|one| one.spelled.clone()).collect(),
        choices: choices.into_iter().map(|one| one.says).collect(),
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
