//! What can be done: an action is resolved into a move, or rejected with the reason; and the moves that are
//! possible now are listed. Nothing in here changes anything.

use std::rc::Rc;

use crate::action::{Action, Rejection};
use crate::catalog::Prompt;
use crate::event::Event;
use crate::history::EnvelopeId;
use crate::log::{Entry, HardState, Index, LOG_LIMIT, Names, Space, Term};
use crate::moves::Move;
use crate::network::Link;
use crate::protocol::{Offer, Terms};
use crate::registry::{Name, ServerId};
use crate::server::Server;
use crate::simulation::Simulation;

/// A rejection travels in a box, so that what may fail is as small as what succeeds.
type Resolved<T> = Result<T, Box<Rejection>>;

impl Simulation {
    /// Carries out one action, or says why it cannot be done and changes nothing.
    pub fn apply(&mut self, action: &Action) -> Result<Vec<Event>, Box<Rejection>> {
        let a_move = resolve(self, action)?;
        Ok(self.perform(&a_move))
    }
}

/// The move that an action means here, or why it cannot be done.
pub fn resolve(simulation: &Simulation, action: &Action) -> Resolved<Move> {
    let find = |name| find(simulation, name);
    Ok(match action {
        Action::Client { server, text } => Move::Ask {
            server: find(server)?,
            text: text.clone(),
        },
        Action::Deliver(id) => Move::Deliver(in_flight(simulation, *id)?),
        Action::Drop(id) => Move::Drop(in_flight(simulation, *id)?),
        Action::Duplicate(id) => Move::Duplicate(in_flight(simulation, *id)?),
        Action::Kill(name) => Move::Kill(up(simulation, name)?.0),
        Action::Restart(name) => restart(simulation, name)?,
        Action::Start(name) => start(simulation, name)?,
        Action::Cut(one, other) => {
            let (first, second, is_cut) = link(simulation, one, other)?;
            check(!is_cut, || {
                Rejection::AlreadyCut(one.clone(), other.clone())
            })?;
            Move::Cut(first, second)
        }
        Action::Heal(one, other) => {
            let (first, second, is_cut) = link(simulation, one, other)?;
            check(is_cut, || Rejection::NotCut(one.clone(), other.clone()))?;
            Move::Heal(first, second)
        }
        Action::Full(name) => {
            let server = find(name)?;
            let is_free = simulation.server(server).disk.space == Space::Free;
            check(is_free, || Rejection::AlreadyFull(name.clone()))?;
            Move::Fill(server)
        }
        Action::Free(name) => {
            let server = find(name)?;
            let is_full = simulation.server(server).disk.space == Space::Full;
            check(is_full, || Rejection::NotFull(name.clone()))?;
            Move::Free(server)
        }
        Action::Wipe(name) => Move::Wipe(down(simulation, name)?.0),
        Action::Write { server, entry } => write(simulation, server, entry)?,
        Action::Keep { server, keep } => Move::Keep {
            server: entry_of(simulation, server, *keep, 0)?.0,
            keep: *keep,
        },
        Action::Damage { server, index } => damage(simulation, server, *index)?,
        Action::Term {
            server,
            term,
            voted_for,
        } => set_term(simulation, server, *term, voted_for.as_ref())?,
        Action::Prompt { server, prompt } => self::prompt(simulation, server, prompt)?,
        Action::Reload => Move::Reload,
    })
}

/// All moves that are possible now, with these as what the client can say. Left out are those without end:
/// what a hand can write on a disk, and newcomers.
pub fn moves(simulation: &Simulation, requests: &[Rc<str>]) -> Vec<Move> {
    let mut moves = Vec::new();
    for envelope in simulation.mail().in_flight() {
        let of_envelope = [Move::Deliver, Move::Drop, Move::Duplicate];
        moves.extend(of_envelope.map(|a_move| a_move(envelope.id)));
    }
    for (server, state) in simulation.numbered_servers() {
        for text in requests {
            let text = text.clone();
            moves.push(Move::Ask { server, text });
        }
        moves.push(match state.disk.space {
            Space::Free => Move::Fill(server),
            Space::Full => Move::Free(server),
        });
        if state.is_up() {
            moves.push(Move::Kill(server));
            let offered = state.prompts(simulation.cluster.seat(server)).into_iter();
            moves.extend(offered.map(|prompt| Move::Prompt { server, prompt }));
        } else {
            moves_of_hands(server, state, &mut moves);
        }
        for other in simulation.registry.ids().filter(|other| *other > server) {
            let is_cut = simulation
                .cluster
                .network
                .cut
                .contains(Link::between(server, other));
            let of_link = if is_cut { Move::Heal } else { Move::Cut };
            moves.push(of_link(server, other));
        }
    }
    moves.push(Move::Reload);
    moves
}

/// What can be done to a server that is down.
fn moves_of_hands(server: ServerId, state: &Server, moves: &mut Vec<Move>) {
    let damaged = &state.disk.damaged;
    if damaged.is_empty() {
        moves.push(Move::Restart(server));
    }
    moves.push(Move::Wipe(server));
    for index in 1..=state.disk.log.last_index() {
        let keep = index - 1;
        moves.push(Move::Keep { server, keep });
        if !damaged.contains(index) {
            moves.push(Move::Damage { server, index });
        }
    }
}

fn check(is_so: bool, rejection: impl FnOnce() -> Rejection) -> Resolved<()> {
    if is_so {
        return Ok(());
    }
    Err(Box::new(rejection()))
}

fn reject<T>(rejection: Rejection) -> Resolved<T> {
    Err(Box::new(rejection))
}

fn find(simulation: &Simulation, name: &Name) -> Resolved<ServerId> {
    let registry = &simulation.registry;
    registry.find(name).ok_or_else(|| {
        Box::new(Rejection::NotRegistered {
            name: name.clone(),
            known: registry.names().to_vec(),
        })
    })
}

fn in_flight(simulation: &Simulation, id: EnvelopeId) -> Resolved<EnvelopeId> {
    let mail = simulation.mail();
    check(mail.get(id).is_some(), || Rejection::NotInFlight {
        id,
        was_sent: mail.knows(id),
        in_flight: mail.ids(),
    })?;
    Ok(id)
}

fn up<'a>(simulation: &'a Simulation, name: &Name) -> Resolved<(ServerId, &'a Server)> {
    let id = find(simulation, name)?;
    let server = simulation.server(id);
    check(server.is_up(), || Rejection::IsDown(name.clone()))?;
    Ok((id, server))
}

/// A server whose disk can be changed by hand. A full disk does not mind a hand: what somebody did to it
/// has happened.
fn down<'a>(simulation: &'a Simulation, name: &Name) -> Resolved<(ServerId, &'a Server)> {
    let id = find(simulation, name)?;
    let server = simulation.server(id);
    check(!server.is_up(), || Rejection::DiskInUse(name.clone()))?;
    Ok((id, server))
}

fn restart(simulation: &Simulation, name: &Name) -> Resolved<Move> {
    let id = find(simulation, name)?;
    let server = simulation.server(id);
    check(!server.is_up(), || Rejection::IsUp(name.clone()))?;
    if let Some(index) = server.disk.damaged.first() {
        let name = name.clone();
        return reject(Rejection::DiskDamaged { name, index });
    }
    Ok(Move::Restart(id))
}

fn start(simulation: &Simulation, name: &Name) -> Resolved<Move> {
    let registry = &simulation.registry;
    check(registry.find(name).is_none(), || {
        Rejection::AlreadyRegistered(name.clone())
    })?;
    check(!registry.is_full(), || Rejection::TooManyServers)?;
    Ok(Move::Start(name.clone()))
}

/// Two servers, and whether the link between them is cut.
fn link(simulation: &Simulation, one: &Name, other: &Name) -> Resolved<(ServerId, ServerId, bool)> {
    let first = find(simulation, one)?;
    let second = find(simulation, other)?;
    check(first != second, || Rejection::LinkToItself(one.clone()))?;
    let cut = &simulation.cluster.network.cut;
    Ok((first, second, cut.contains(Link::between(first, second))))
}

fn write(simulation: &Simulation, name: &Name, entry: &Entry<Names>) -> Resolved<Move> {
    let (server, state) = down(simulation, name)?;
    let has_room = state.disk.log.last_index() < LOG_LIMIT;
    check(has_room, || Rejection::LogFull(name.clone()))?;
    match entry.resolve(&simulation.registry) {
        Ok(entry) => Ok(Move::Write { server, entry }),
        Err(expected) => reject(Rejection::NotAnEntry {
            text: entry.to_string().into(),
            expected,
        }),
    }
}

/// A server that is down and has an entry at an index, which may be as low as `lowest`.
fn entry_of<'a>(
    simulation: &'a Simulation,
    name: &Name,
    index: Index,
    lowest: Index,
) -> Resolved<(ServerId, &'a Server)> {
    let (id, server) = down(simulation, name)?;
    let last_index = server.disk.log.last_index();
    check((lowest..=last_index).contains(&index), || {
        Rejection::NoSuchEntry {
            name: name.clone(),
            index,
            last_index,
        }
    })?;
    Ok((id, server))
}

fn damage(simulation: &Simulation, name: &Name, index: Index) -> Resolved<Move> {
    let (server, state) = entry_of(simulation, name, index, 1)?;
    check(!state.disk.damaged.contains(index), || {
        let name = name.clone();
        Rejection::AlreadyDamaged { name, index }
    })?;
    Ok(Move::Damage { server, index })
}

/// A term below that of an entry counts as the highest of them, and nobody was voted for in it.
fn set_term(
    simulation: &Simulation,
    name: &Name,
    term: Term,
    voted_for: Option<&Name>,
) -> Resolved<Move> {
    let (server, state) = down(simulation, name)?;
    let terms = simulation.protocol().terms();
    check(terms != Terms::Ignored, || Rejection::NoTerms)?;
    check(terms == Terms::Voted || voted_for.is_none(), || {
        Rejection::NoVotes
    })?;
    let voted_for = voted_for.map(|name| find(simulation, name)).transpose()?;
    let written = HardState { term, voted_for };
    let hard_state = written.at_least(state.disk.log.highest_term());
    Ok(Move::SetHardState { server, hard_state })
}

fn prompt(simulation: &Simulation, name: &Name, text: &Rc<str>) -> Resolved<Move> {
    let registry = &simulation.registry;
    let (server, state) = up(simulation, name)?;
    let mut offered = state.prompts(simulation.cluster.seat(server));
    let text_of = |prompt: &Prompt| prompt.text(registry);
    match offered.iter().position(|prompt| text_of(prompt) == **text) {
        Some(position) => Ok(Move::Prompt {
            server,
            prompt: offered.swap_remove(position),
        }),
        None => reject(Rejection::NotOffered {
            name: name.clone(),
            prompt: text.clone(),
            offered: offered.iter().map(text_of).collect(),
        }),
    }
}
