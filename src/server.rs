//! One server: what is on its disk, and what is in its memory.
//!
//! Invariants, all of them asserted by [`Server::check`], with those of its disk:
//! - the store is the replay of the log up to the last entry that was applied;
//! - where entries are applied as they are appended, all of them are;
//! - a server that is up has no damaged entry.
//!
//! A server that is down has no memory, and nothing but a person's hand changes its disk.

use std::rc::Rc;

use crate::catalog::{self, Decision, Memory as ProtocolMemory, Message, Prompt, ProtocolName};
use crate::client::Request;
use crate::log::{Disk, Index};
use crate::protocol::{Applies, Effect, Fact, Progress, Role, Seat, Stimulus, View};
use crate::registry::{Name, Registry, Rename, Renaming};
use crate::rule::{Rule, Setting};
use crate::store::{StateMachine, Store};

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Server {
    /// What survives a kill.
    pub disk: Disk,
    /// What does not. None while the server is down.
    pub memory: Option<Memory>,
}

/// Everything that a kill takes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Memory {
    pub machine: StateMachine,
    /// The role, and its own data.
    pub protocol: ProtocolMemory,
}

impl Rename for Server {
    fn rename(&mut self, renaming: &Renaming) {
        self.disk.rename(renaming);
        if let Some(memory) = &mut self.memory {
            memory.protocol.rename(renaming);
        }
    }
}

/// What lies on the disks of a cluster.
///
/// Invariant: one disk for each registered name, in order of registration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disks {
    pub registry: Registry,
    pub disks: Vec<Disk>,
}

impl Disks {
    pub fn empty(registry: Registry) -> Disks {
        let disks = registry.ids().map(|_| Disk::default()).collect();
        Disks { registry, disks }
    }

    /// # Panics
    /// When the invariant does not hold.
    pub fn check(&self) {
        self.registry.check();
        assert_eq!(self.disks.len(), self.registry.names().len());
    }

    /// What lies on a server's disk: nothing when there is no such server.
    pub fn of(&self, name: &Name) -> Disk {
        match self.registry.find(name) {
            Some(id) => self.disks[id.position()].clone(),
            None => Disk::default(),
        }
    }
}

impl Server {
    /// Starts a server from what is on its disk.
    pub fn start(disk: Disk, protocol: ProtocolName) -> Server {
        let mut server = Server { disk, memory: None };
        server.restart(protocol);
        server
    }

    pub fn is_up(&self) -> bool {
        self.memory.is_some()
    }

    /// What the server thinks it is; none while it is down.
    pub fn role(&self) -> Option<Role> {
        let memory = self.memory.as_ref()?;
        Some(catalog::role(&memory.protocol))
    }

    /// Whether the server is up and thinks itself the leader.
    pub fn is_leader(&self) -> bool {
        self.role() == Some(Role::Leader)
    }

    /// The store; none while the server is down.
    pub fn store(&self) -> Option<&Store> {
        self.memory.as_ref().map(|memory| memory.machine.store())
    }

    /// The index of the last entry that was carried out on the store; 0 for none, and while the server is
    /// down.
    pub fn applied(&self) -> Index {
        let memory = self.memory.as_ref();
        memory.map_or(0, |memory| memory.machine.applied())
    }

    /// Loses the memory. The disk stays as it is, vote included, as long as votes are on it.
    pub fn kill(&mut self, setting: Setting) {
        assert!(self.is_up(), "a server that is down was killed");
        self.memory = None;
        if !setting.keeps(Rule::VoteOnDisk) {
            self.disk.hard_state.voted_for = None;
        }
    }

    /// Reads the disk, and carries out again what of the log is known to be final.
    pub fn restart(&mut self, protocol: ProtocolName) {
        assert!(!self.is_up(), "a server that is up was restarted");
        let damaged = self.disk.damaged.first();
        assert!(damaged.is_none(), "restarted from a damaged disk");
        let applied = match protocol.applies() {
            Applies::OnAppend => self.disk.log.last_index(),
            Applies::OnCommit => 0,
        };
        self.memory = Some(Memory {
            machine: StateMachine::replay(&self.disk.log, applied),
            protocol: protocol.fresh_memory(),
        });
    }

    /// Lets the server act on something that reaches it, and tells what it did.
    pub fn handle(
        &mut self,
        seat: Seat,
        registry: &Registry,
        stimulus: Stimulus<Message, Prompt>,
    ) -> (Decision, Vec<Effect<Message>>) {
        let memory = self.memory.as_mut();
        let Memory { machine, protocol } = memory.expect("a server that is down has no turn");
        catalog::handle(seat, registry, &mut self.disk, machine, protocol, stimulus)
    }

    pub fn prompts(&self, seat: Seat) -> Vec<Prompt> {
        let view = self.view(seat);
        view.map_or(Vec::new(), |view| catalog::prompts(&view))
    }

    /// The requests that it has not answered yet; none when it is down.
    pub fn waiting(&self) -> Vec<Rc<Request>> {
        let memory = self.memory.as_ref();
        memory.map_or(Vec::new(), |memory| catalog::waiting(&memory.protocol))
    }

    pub fn facts(&self, seat: Seat) -> Vec<Fact> {
        let view = self.view(seat);
        view.map_or(Vec::new(), |view| catalog::facts(&view))
    }

    /// What a leader believes of its followers, in order of registration.
    pub fn progress(&self, seat: Seat) -> Vec<Progress> {
        let facts = self.facts(seat);
        facts.iter().filter_map(Fact::progress).copied().collect()
    }

    fn view(&self, seat: Seat) -> Option<View<'_, ProtocolMemory>> {
        let memory = self.memory.as_ref()?;
        Some(View {
            seat,
            log: &self.disk.log,
            applied: memory.machine.applied(),
            memory: &memory.protocol,
        })
    }

    /// # Panics
    /// When an invariant does not hold.
    pub fn check(&self, protocol: ProtocolName) {
        self.disk.check();
        let Disk { log, damaged, .. } = &self.disk;
        let Some(memory) = &self.memory else { return };
        memory.machine.check(log);
        if protocol.applies() == Applies::OnAppend {
            assert_eq!(memory.machine.applied(), log.last_index());
        }
        assert!(damaged.is_empty(), "up with {damaged:?} damaged");
    }
}
