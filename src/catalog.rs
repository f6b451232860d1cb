//! The table of protocols. A row here makes a protocol known everywhere: to the text language, the
//! simulation, the page's picker and the tests.
//!
//! Outside the table nobody names a protocol: what each of them calls a message, a prompt, a memory or a
//! decision is put into plain enums that the table spells out, so that a server's state stays one small,
//! ordered and hashable value, and the simulation is compiled once.

use std::rc::Rc;

use crate::client::{Request, Wish};
use crate::log::{Disk, Section, Term};
use crate::property::Property;
use crate::protocol::append_entries::AppendEntries;
use crate::protocol::ask_length::AskLength;
use crate::protocol::raft::Raft;
use crate::protocol::walk_back::OneEntryBack;
use crate::protocol::walk_back_with_hints::BackToTheHint;
use crate::protocol::{
    Applies, Effect, Explain, Fact, Offer, Protocol, Role, Say, Seat, Stimulus, Terms, Testimony,
    Turn, View,
};
use crate::registry::{Registry, Rename, Renaming, ServerId};
use crate::rule::{Rule, RuleRow};
use crate::say;
use crate::store::StateMachine;

macro_rules! protocols {
    ($($Name:ident => $implementation:ty),+ $(,)?) => {
        /// Which protocol a cluster speaks.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ProtocolName { $($Name),+ }

        /// A message of any protocol.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Message { $($Name(<$implementation as Protocol>::Message)),+ }

        /// What a server of any protocol offers to do.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Prompt { $($Name(<$implementation as Protocol>::Prompt)),+ }

        /// What a server keeps in memory for any protocol.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Memory { $($Name(<$implementation as Protocol>::Memory)),+ }

        /// What a handler of any protocol decided, and why.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Decision { $($Name(<$implementation as Protocol>::Decision)),+ }

        /// What the client remembers under any protocol.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Client { $($Name(<$implementation as Protocol>::Client)),+ }

        impl ProtocolName {
            pub const ALL: &[ProtocolName] = &[$(ProtocolName::$Name),+];

            /// The word in `protocol ask_length`.
            pub fn name(self) -> &'static str {
                match self { $(ProtocolName::$Name => <$implementation>::NAME),+ }
            }

            /// A few words for the picker.
            pub fn title(self) -> String {
                match self { $(ProtocolName::$Name => say!(<$implementation>::TITLE)),+ }
            }

            /// One sentence.
            pub fn summary(self) -> String {
                match self { $(ProtocolName::$Name => say!(<$implementation>::SUMMARY)),+ }
            }

            pub fn terms(self) -> Terms {
                match self { $(ProtocolName::$Name => <$implementation>::TERMS),+ }
            }

            /// What the protocol promises.
            pub fn promises(self) -> &'static [Property] {
                match self { $(ProtocolName::$Name => <$implementation>::PROMISES),+ }
            }

            /// What it is meant to reach.
            pub fn goals(self) -> &'static [Property] {
                match self { $(ProtocolName::$Name => <$implementation>::GOALS),+ }
            }

            /// What is to happen once.
            pub fn sometimes(self) -> &'static [Property] {
                match self { $(ProtocolName::$Name => <$implementation>::SOMETIMES),+ }
            }

            /// The rules that can be switched off.
            pub fn rules(self) -> &'static [RuleRow] {
                match self { $(ProtocolName::$Name => <$implementation>::RULES),+ }
            }

            /// Whether its servers offer to do anything.
            pub fn offers(self) -> bool {
                match self { $(ProtocolName::$Name => <<$implementation as Protocol>::Prompt as Offer>::ANY),+ }
            }

            pub fn applies(self) -> Applies {
                match self { $(ProtocolName::$Name => <$implementation>::APPLIES),+ }
            }

            /// What its promises need of the past.
            pub fn witnessed(self) -> &'static [Testimony] {
                match self { $(ProtocolName::$Name => <$implementation>::WITNESSED),+ }
            }

            /// The memory of a server that has just started.
            pub fn fresh_memory(self) -> Memory {
                match self { $(ProtocolName::$Name => Memory::$Name(Default::default())),+ }
            }

            /// A client who has sent nothing yet.
            pub fn fresh_client(self) -> Client {
                match self { $(ProtocolName::$Name => Client::$Name(Default::default())),+ }
            }
        }

        impl Say for Message {
            fn kind(&self) -> &'static str {
                match self { $(Message::$Name(message) => message.kind()),+ }
            }

            fn arguments(&self) -> String {
                match self { $(Message::$Name(message) => message.arguments()),+ }
            }

            fn section(&self) -> Option<&Section> {
                match self { $(Message::$Name(message) => message.section()),+ }
            }

            fn refusal(&self) -> Option<String> {
                match self { $(Message::$Name(message) => message.refusal()),+ }
            }

            fn is_vote(&self) -> bool {
                match self { $(Message::$Name(message) => message.is_vote()),+ }
            }

            fn says(&self, speaker: ServerId) -> String {
                match self { $(Message::$Name(message) => message.says(speaker)),+ }
            }
        }

        impl Offer for Prompt {
            fn text(&self, registry: &Registry) -> String {
                match self { $(Prompt::$Name(prompt) => prompt.text(registry)),+ }
            }

            fn title(&self, registry: &Registry) -> String {
                match self { $(Prompt::$Name(prompt) => prompt.title(registry)),+ }
            }

            fn stands(&self) -> bool {
                match self { $(Prompt::$Name(prompt) => prompt.stands()),+ }
            }
        }

        impl Explain for Decision {
            fn explain(&self, server: ServerId, registry: &Registry) -> String {
                match self { $(Decision::$Name(decision) => decision.explain(server, registry)),+ }
            }

            fn note(&self) -> Option<String> {
                match self { $(Decision::$Name(decision) => decision.note()),+ }
            }
        }

        impl Rename for Message {
            fn rename(&mut self, renaming: &Renaming) {
                match self { $(Message::$Name(message) => message.rename(renaming)),+ }
            }
        }

        impl Rename for Memory {
            fn rename(&mut self, renaming: &Renaming) {
                match self { $(Memory::$Name(memory) => memory.rename(renaming)),+ }
            }
        }

        /// Calls [`Protocol::handle`] of the protocol whose memory this is, and returns what was done.
        ///
        /// # Panics
        /// When the message or the prompt is another protocol's.
        pub fn handle(
            seat: Seat,
            registry: &Registry,
            disk: &mut Disk,
            machine: &mut StateMachine,
            memory: &mut Memory,
            stimulus: Stimulus<Message, Prompt>,
        ) -> (Decision, Vec<Effect<Message>>) {
            match memory {
                $(Memory::$Name(memory) => {
                    let mut turn = Turn::of::<$implementation>(seat, registry, disk, machine);
                    let own = stimulus.narrow(
                        |message| match message {
                            Message::$Name(own) => own,
                            #[allow(unreachable_patterns, reason = "unless there is one protocol")]
                            other => panic!("{} reached another protocol", other.kind()),
                        },
                        |prompt| match prompt {
                            Prompt::$Name(own) => own,
                            #[allow(unreachable_patterns, reason = "unless there is one protocol")]
                            other => panic!("{other:?} reached another protocol"),
                        },
                    );
                    let decision = <$implementation>::handle(&mut turn, memory, own);
                    (Decision::$Name(decision), turn.end(Message::$Name))
                }),+
            }
        }

        /// Calls [`Protocol::role`] of the protocol whose memory this is.
        pub fn role(memory: &Memory) -> Role {
            match memory {
                $(Memory::$Name(memory) => <$implementation>::role(memory)),+
            }
        }

        /// Calls [`Protocol::prompts`] of the protocol whose memory this is.
        pub fn prompts(view: &View<Memory>) -> Vec<Prompt> {
            match view.memory {
                $(Memory::$Name(memory) => {
                    let prompts = <$implementation>::prompts(&view.with(memory)).into_iter();
                    prompts.map(Prompt::$Name).collect()
                }),+
            }
        }

        /// Calls [`Protocol::waiting`] of the protocol whose memory this is.
        pub fn waiting(memory: &Memory) -> Vec<Rc<Request>> {
            match memory {
                $(Memory::$Name(memory) => <$implementation>::waiting(memory)),+
            }
        }

        /// Calls [`Protocol::is_spent`] of the protocol whose memory this is.
        pub fn is_spent(message: &Message, disk: &Disk, memory: &Memory) -> bool {
            match (memory, message) {
                $((Memory::$Name(memory), Message::$Name(message)) => {
                    <$implementation>::is_spent(message, disk, memory)
                })+
                #[allow(unreachable_patterns, reason = "unless there is one protocol")]
                _ => false,
            }
        }

        /// Calls [`Protocol::facts`] of the protocol whose memory this is.
        pub fn facts(view: &View<Memory>) -> Vec<Fact> {
            match view.memory {
                $(Memory::$Name(memory) => <$implementation>::facts(&view.with(memory))),+
            }
        }

        /// Calls [`Protocol::stamp`] of the protocol whose client this is.
        pub fn stamp(client: &mut Client, wish: &Wish, disks: &[&Disk]) -> Term {
            match client {
                $(Client::$Name(client) => <$implementation>::stamp(client, wish, disks)),+
            }
        }
    };
}

protocols! {
    AskLength => AskLength,
    WalkBack => AppendEntries<OneEntryBack>,
    WalkBackWithHints => AppendEntries<BackToTheHint>,
    Raft => Raft,
}

impl ProtocolName {
    pub fn parse(word: &str) -> Option<ProtocolName> {
        let mut all = ProtocolName::ALL.iter().copied();
        all.find(|protocol| protocol.name() == word)
    }

    /// Whether there is something to be said without this rule.
    pub fn has_rule(self, rule: Rule) -> bool {
        self.rules().iter().any(|row| row.rule == rule)
    }
}
