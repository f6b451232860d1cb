//! A move: an action that was found to be possible. Its names are ordinals and its texts are read, so that
//! it always succeeds where it was found.

use std::rc::Rc;

use crate::action::Action;
use crate::catalog::Prompt;
use crate::history::EnvelopeId;
use crate::log::{Entry, HardState, Index};
use crate::protocol::Offer;
use crate::registry::{Name, Registry, ServerId};

/// See [`Action`] for what each does.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Move {
    Ask {
        server: ServerId,
        text: Rc<str>,
    },
    Deliver(EnvelopeId),
    Drop(EnvelopeId),
    Duplicate(EnvelopeId),
    Kill(ServerId),
    Restart(ServerId),
    Start(Name),
    Cut(ServerId, ServerId),
    Heal(ServerId, ServerId),
    Fill(ServerId),
    Free(ServerId),
    Wipe(ServerId),
    Write {
        server: ServerId,
        entry: Entry,
    },
    Keep {
        server: ServerId,
        keep: Index,
    },
    Damage {
        server: ServerId,
        index: Index,
    },
    SetHardState {
        server: ServerId,
        hard_state: HardState,
    },
    Prompt {
        server: ServerId,
        prompt: Prompt,
    },
    Reload,
}

impl Move {
    /// The action that means it, for texts.
    pub fn action(&self, registry: &Registry) -> Action {
        let name = |server: &ServerId| registry.name(*server).clone();
        match self {
            Move::Ask { server, text } => Action::Client {
                server: name(server),
                text: text.clone(),
            },
            Move::Deliver(id) => Action::Deliver(*id),
            Move::Drop(id) => Action::Drop(*id),
            Move::Duplicate(id) => Action::Duplicate(*id),
            Move::Kill(server) => Action::Kill(name(server)),
            Move::Restart(server) => Action::Restart(name(server)),
            Move::Start(newcomer) => Action::Start(newcomer.clone()),
            Move::Cut(one, other) => Action::Cut(name(one), name(other)),
            Move::Heal(one, other) => Action::Heal(name(one), name(other)),
            Move::Fill(server) => Action::Full(name(server)),
            Move::Free(server) => Action::Free(name(server)),
            Move::Wipe(server) => Action::Wipe(name(server)),
            Move::Write { server, entry } => Action::Write {
                server: name(server),
                entry: entry.spelled(registry),
            },
            Move::Keep { server, keep } => Action::Keep {
                server: name(server),
                keep: *keep,
            },
            Move::Damage { server, index } => Action::Damage {
                server: name(server),
                index: *index,
            },
            Move::SetHardState { server, hard_state } => Action::Term {
                server: name(server),
                term: hard_state.term,
                voted_for: hard_state.voted_for.as_ref().map(name),
            },
            Move::Prompt { server, prompt } => Action::Prompt {
                server: name(server),
                prompt: prompt.text(registry).into(),
            },
            Move::Reload => Action::Reload,
        }
    }
}
