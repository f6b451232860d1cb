//! Raft against a second, plain implementation, which was written from the specification alone: on the same random
//! schedules both do the same. `RAFT_SCHEDULES=1000000 cargo test --release --test raft_agrees` is for the patient.

#![cfg(not(target_arch = "wasm32"))]

mod raft_model;

use std::collections::{BTreeMap, BTreeSet};

use catchup::client::Reply;
use catchup::history::Envelope;
use catchup::network::Payload;
use catchup::property::{Kind, Property};
use catchup::protocol::Role;
use catchup::rule::RuleSet;
use catchup::run::{Applied, Run};
use catchup::server::{Disks, Server};

use raft_model::model::{Action, Model};
use raft_model::random::{Mix, STORM, Xorshift, choose};
use raft_model::values::{self, Answer, Disk, Entry, EnvelopeId, Message, Name, Operation, RULES};
use raft_model::{properties, text::Scenario};

#[test]
fn both_do_the_same() {
    for seed in 0..schedules() {
        Pair::start(seed).play();
    }
}

fn schedules() -> u64 {
    let asked = std::env::var("RAFT_SCHEDULES").ok();
    asked.and_then(|asked| asked.parse().ok()).unwrap_or(10_000)
}

const NAMES: [&str; 5] = ["every", "tom", "dick", "and", "bob"];

/// Both, on one schedule.
struct Pair {
    seed: u64,
    random: Xorshift,
    model: Model,
    run: Run,
    /// Our number for each envelope that the model has in flight.
    numbers: BTreeMap<EnvelopeId, u32>,
    mix: Mix,
    /// Whether somebody writes on disks.
    by_hand: bool,
}

impl Pair {
    fn start(seed: u64) -> Pair {
        let mut random = Xorshift::new(seed);
        let scenario = scenario(&mut random);
        let model = scenario.start();
        let run = Run::new(&scenario.to_string()).expect("the model writes our language");
        // Repeated reads are told apart by the model alone.
        let repeat = if random.below(4) == 0 {
            STORM.repeat
        } else {
            0
        };
        let mix = Mix { repeat, ..STORM };
        let by_hand = random.below(3) == 0;
        Pair {
            seed,
            random,
            model,
            run,
            numbers: BTreeMap::new(),
            mix,
            by_hand,
        }
    }

    fn play(mut self) {
        self.compare();
        let length = 20 + self.random.below(60);
        for _ in 0..length {
            let action = match self.random.below(40) {
                0 if self.by_hand => by_hand(&self.model, &mut self.random),
                _ => None,
            };
            let action = action.unwrap_or_else(|| choose(&self.model, &mut self.random, &self.mix));
            self.act(&action);
        }
        self.compare_properties();
    }

    fn act(&mut self, action: &Action) {
        let known: BTreeSet<EnvelopeId> = self.model.air.keys().copied().collect();
        let known_here: BTreeSet<u32> = self.run.now().mail().ids().into_iter().collect();
        let line = self.translated(action).to_string();
        self.model.act(action).expect("what was chosen can be done");
        match self.run.apply(&line) {
            Ok(Applied::Done { .. } | Applied::LetRun { .. }) => {}
            Ok(Applied::Rejected(why)) => panic!("{line} is rejected: {}\n{self:?}", why.says()),
            Err(fault) => panic!("{line} can't be read: {fault}\n{self:?}"),
        }
        let theirs = self.model.air.values();
        let theirs = theirs.filter(|envelope| !known.contains(&envelope.id));
        let mut theirs: Vec<_> = theirs
            .map(|envelope| (said_there(envelope), envelope.id))
            .collect();
        let ours = self.run.now().mail().in_flight();
        let ours = ours.filter(|envelope| !known_here.contains(&envelope.id));
        let mut ours: Vec<_> = ours
            .map(|envelope| (said_here(envelope, &self.run), envelope.id))
            .collect();
        theirs.sort();
        ours.sort();
        let texts = |list: &[(String, u64)]| -> Vec<String> {
            list.iter().map(|(text, _)| text.clone()).collect()
        };
        let ours_wide: Vec<(String, u64)> = ours
            .iter()
            .map(|(text, id)| (text.clone(), u64::from(*id)))
            .collect();
        assert_eq!(texts(&ours_wide), texts(&theirs), "{line}\n{self:?}");
        for ((_, their_id), (_, our_id)) in theirs.iter().zip(&ours) {
            self.numbers.insert(*their_id, *our_id);
        }
        self.compare();
    }

    /// The same with our numbers.
    fn translated(&self, action: &Action) -> Action {
        let number = |id: &EnvelopeId| EnvelopeId::from(self.numbers[id]);
        match action {
            Action::Deliver(id) => Action::Deliver(number(id)),
            Action::Drop(id) => Action::Drop(number(id)),
            Action::Duplicate(id) => Action::Duplicate(number(id)),
            other => other.clone(),
        }
    }

    fn compare(&self) {
        for (id, server) in self.run.now().numbered_servers() {
            let name = self.run.registry().name(id).to_string();
            let theirs = self.model.server(&name);
            let ours = told_here(id, server, &self.run);
            assert_eq!(ours, told_there(&name, theirs, &self.model), "{self:?}");
        }
        self.run.now().check();
    }

    fn compare_properties(&self) {
        let theirs: BTreeMap<&str, usize> = properties::broken(&self.model.history)
            .into_iter()
            .map(|(id, broken)| (id, broken.moment))
            .collect();
        let start = self.run.scenario();
        let untouched = !self.by_hand && start.disks == Disks::empty(start.disks.registry.clone());
        let all_rules = start.setting.without == RuleSet::default();
        if untouched && all_rules {
            assert_eq!(theirs, BTreeMap::new(), "{self:?}");
        }
        for watched in self.run.properties() {
            // The model looks at the disks of servers that are down, too.
            let differs = watched.property == Property::LogMatching
                || (watched.property == Property::ReadsAreFresh && self.mix.repeat > 0);
            if watched.kind == Kind::Always && !differs {
                let id = watched.property.id();
                assert_eq!(watched.broken_at, theirs.get(id).copied(), "{id}\n{self:?}");
            }
        }
    }
}

impl std::fmt::Debug for Pair {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "seed {}\n{}", self.seed, self.run.script())
    }
}

/// A random start: two to five servers, with all rules or without some, from empty disks or from any.
fn scenario(random: &mut Xorshift) -> Scenario {
    let count = 2 + random.below(4);
    let servers: Vec<Name> = NAMES[..count].iter().map(|name| name.to_string()).collect();
    let mut scenario = Scenario {
        servers: servers.clone(),
        ..Scenario::default()
    };
    if random.below(2) == 0 {
        for _ in 0..=random.below(3) {
            let (rule, _) = RULES[random.below(RULES.len())];
            scenario.rules_off.insert(rule);
        }
    }
    if random.below(5) == 0 {
        scenario.voters = servers[..=random.below(count)].to_vec();
    }
    if random.below(3) == 0 {
        for name in &servers {
            let disk = disk(random, &servers);
            scenario.disks.insert(name.clone(), disk);
        }
    }
    scenario
}

fn disk(random: &mut Xorshift, servers: &[Name]) -> Disk {
    let mut disk = Disk::default();
    let mut term = 1;
    for _ in 0..random.below(5) {
        term += random.below(2) as u64;
        disk.log.push(entry(random, term, servers));
    }
    if random.below(2) == 0 {
        disk.term = term + random.below(3) as u64;
        disk.voted_for = random.one_of(servers).cloned();
    }
    disk
}

fn entry(random: &mut Xorshift, term: u64, servers: &[Name]) -> Entry {
    let operation = match random.below(6) {
        0 => Operation::NoOp,
        1 => Operation::Configuration(servers[..=random.below(servers.len())].to_vec()),
        2 => Operation::Delete("a".into()),
        _ => Operation::Set("a".into(), random.below(9).to_string()),
    };
    Entry { term, operation }
}

/// What somebody does to the disk of a server that is down.
fn by_hand(model: &Model, random: &mut Xorshift) -> Option<Action> {
    let down = model
        .registry
        .iter()
        .filter(|name| !model.server(name).up());
    let down: Vec<Name> = down.cloned().collect();
    let name = random.one_of(&down)?.clone();
    let last = model.server(&name).last() as usize;
    Some(match random.below(4) {
        0 => Action::Wipe(name),
        1 => Action::Keep(name, random.below(last + 1) as u64),
        2 => {
            let term = random.below(5) as u64;
            let voted_for = random.one_of(&model.registry).cloned();
            Action::Term(name, term, voted_for)
        }
        _ => {
            let term = random.below(5) as u64;
            let entry = entry(random, term, &model.registry);
            Action::Disk(name, entry.term, entry.operation)
        }
    })
}

fn told_there(name: &str, server: &values::Server, model: &Model) -> String {
    let role = match &server.role {
        values::Role::Down => "down".to_string(),
        values::Role::Follower { leader } => format!("follower of {leader:?}"),
        values::Role::Candidate { votes } => format!("candidate with {} votes", votes.len()),
        values::Role::Leader(leader) => {
            let peers = model.registry.iter();
            let progress = peers.filter_map(|peer| {
                let progress = leader.peers.get(peer)?;
                Some(format!(" {peer} {} {}", progress.matched, progress.next))
            });
            let progress: String = progress.collect();
            let waiting = leader.writes.len() + leader.reads.len();
            format!("leader of{progress}, {waiting} wait")
        }
    };
    let log: Vec<String> = server
        .disk
        .log
        .iter()
        .map(|entry| entry.to_string())
        .collect();
    format!(
        "{name}: {role}, term {}, vote {:?}, commit {} {}, log {log:?}, store {:?}",
        server.disk.term, server.disk.voted_for, server.commit, server.applied, server.store,
    )
}

fn told_here(id: catchup::registry::ServerId, server: &Server, run: &Run) -> String {
    use catchup::protocol::Fact;
    let registry = run.registry();
    let simulation = run.now();
    let name = |id| registry.name(id).to_string();
    let facts = server.facts(simulation.cluster.seat(id));
    let role = match server.role() {
        None => "down".to_string(),
        Some(Role::Follower) => {
            let leader = facts.iter().find_map(|fact| match fact {
                Fact::Leader(leader) => Some(name(*leader)),
                _ => None,
            });
            format!("follower of {leader:?}")
        }
        Some(Role::Candidate) => {
            let votes = facts.iter().find_map(|fact| match fact {
                Fact::Votes { from, .. } => Some(from.len()),
                _ => None,
            });
            format!("candidate with {} votes", votes.unwrap_or(0))
        }
        Some(Role::Leader) => {
            let progress = facts.iter().filter_map(Fact::progress);
            let progress: String = progress
                .map(|one| format!(" {} {} {}", name(one.peer), one.match_index, one.next_index))
                .collect();
            let memory = server.memory.as_ref().expect("a leader is up");
            let waiting = catchup::catalog::waiting(&memory.protocol).len();
            format!("leader of{progress}, {waiting} wait")
        }
    };
    let log = server.disk.log.entries();
    let log: Vec<String> = log
        .map(|entry| entry.spelled(registry).to_string())
        .collect();
    let store: BTreeMap<String, String> = server.store().map_or_else(BTreeMap::new, |store| {
        let pairs = store.pairs();
        pairs
            .map(|(key, value)| (key.to_string(), value.to_string()))
            .collect()
    });
    let voted_for = server.disk.hard_state.voted_for.map(name);
    let commit = facts.iter().find_map(|fact| match fact {
        Fact::CommitIndex(index) => Some(*index),
        _ => None,
    });
    format!(
        "{}: {role}, term {}, vote {voted_for:?}, commit {} {}, log {log:?}, store {store:?}",
        registry.name(id),
        server.disk.term(),
        commit.unwrap_or(0),
        server.applied(),
    )
}

fn said_there(envelope: &values::Envelope) -> String {
    let said = match &envelope.message {
        Message::Request(_) => "request".to_string(),
        Message::Reply { answer, .. } => match answer {
            Answer::Stands => "stands".to_string(),
            Answer::LeadsAlready => "leads already".to_string(),
            // Who else to ask is said where it helps: to those who want a leader, and ask another.
            Answer::Declined { leader, why } => {
                let leader = leader.as_ref().filter(|_| *why == "it doesn't lead");
                format!("declined {leader:?}")
            }
            Answer::Done { index, operation } => format!("done {index} {operation}"),
            Answer::Value(value) => format!("value {value:?}"),
            Answer::Store(store) => format!("store {}", store.len()),
            Answer::Log(log) => format!("log {}", log.len()),
            Answer::Open { index } => format!("open {index}"),
        },
        message => message.wire(),
    };
    format!("{} to {}: {said}", envelope.from, envelope.to)
}

fn said_here(envelope: &Envelope, run: &Run) -> String {
    let registry = run.registry();
    let letter = &envelope.letter;
    let from = registry.party(letter.from);
    let said = match &letter.payload {
        Payload::Request(_) => "request".to_string(),
        Payload::Reply { reply, .. } => match &**reply {
            Reply::Standing => "stands".to_string(),
            Reply::LeadsAlready => "leads already".to_string(),
            Reply::Declined(why) => {
                let leader = why.leader().map(|leader| registry.name(leader).to_string());
                format!("declined {leader:?}")
            }
            Reply::Wrote { index, operation } => {
                format!("done {index} {}", operation.spelled(registry))
            }
            Reply::Value { value, .. } => format!("value {:?}", value.as_deref()),
            Reply::Pairs(store) => format!("store {}", store.pairs().len()),
            Reply::Entries(log) => format!("log {}", log.last_index()),
            Reply::Open { index } => format!("open {index}"),
            Reply::Leading => "takes the nomination".to_string(),
        },
        Payload::Message(_) => {
            let wire = letter.wire(registry);
            let (_, said) = wire.split_once('@').expect("a wire names its sender");
            said.to_string()
        }
    };
    format!("{from} to {}: {said}", registry.party(letter.to))
}
