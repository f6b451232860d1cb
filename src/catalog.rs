//! The table of protocols. A row here makes a protocol known everywhere: to the text language, the
//! simulation, the page's picker and the tests.
//!
//! Outside the table nobody names a protocol: messages, memories and accounts of all of them are the
//! plain enums that the table spells out, so that a server's state stays one small, ordered and
//! hashable value, and the simulation is compiled once.

use crate::client::Declined;
use crate::log::{Command, Section, Term};
use crate::property::Property;
use crate::protocol::append_entries::AppendEntries;
use crate::protocol::ask_length::AskLength;
use crate::protocol::walk_back::OneEntryBack;
use crate::protocol::walk_back_with_hints::BackToTheHint;
use crate::protocol::{Outbox, Progress, Protocol, Terms, Turn, View};
use crate::registry::{Registry, ServerId};

macro_rules! protocols {
    ($($Name:ident => $implementation:ty),+ $(,)?) => {
        /// Which protocol a cluster speaks.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ProtocolName { $($Name),+ }

        /// A message of any protocol.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Message { $($Name(<$implementation as Protocol>::Message)),+ }

        /// What a server keeps in memory for any protocol.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Memory { $($Name(<$implementation as Protocol>::Memory)),+ }

        /// What a handler of any protocol decided, and why.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Account { $($Name(<$implementation as Protocol>::Account)),+ }

        impl ProtocolName {
            pub const ALL: &[ProtocolName] = &[$(ProtocolName::$Name),+];

            /// The word in `protocol ask_length`.
            pub fn name(self) -> &'static str {
                match self { $(ProtocolName::$Name => <$implementation>::NAME),+ }
            }

            /// A few words for the picker.
            pub fn title(self) -> &'static str {
                match self { $(ProtocolName::$Name => <$implementation>::TITLE),+ }
            }

            /// One sentence.
            pub fn summary(self) -> &'static str {
                match self { $(ProtocolName::$Name => <$implementation>::SUMMARY),+ }
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

            /// The memory of a server that has just started.
            pub fn fresh_memory(self) -> Memory {
                match self { $(ProtocolName::$Name => Memory::$Name(Default::default())),+ }
            }
        }

        impl Message {
            pub fn kind(&self) -> &'static str {
                match self { $(Message::$Name(message) => <$implementation>::kind(message)),+ }
            }

            pub fn arguments(&self) -> String {
                match self { $(Message::$Name(message) => <$implementation>::arguments(message)),+ }
            }

            pub fn section(&self) -> Option<&Section> {
                match self { $(Message::$Name(message) => <$implementation>::section(message)),+ }
            }

            pub fn refusal(&self) -> Option<&'static str> {
                match self { $(Message::$Name(message) => <$implementation>::refusal(message)),+ }
            }

            pub fn says(&self) -> String {
                match self { $(Message::$Name(message) => <$implementation>::says(message)),+ }
            }
        }

        impl Account {
            pub fn explain(&self, server: ServerId, registry: &Registry) -> String {
                match self {
                    $(Account::$Name(account) => <$implementation>::explain(account, server, registry)),+
                }
            }
        }

        /// Calls [`Protocol::lead`] of the protocol whose memory this is.
        pub fn lead(
            turn: &mut Turn,
            outbox: &mut Outbox<Message>,
            memory: &mut Memory,
            term: Term,
        ) -> Result<Account, Declined> {
            match memory {
                $(Memory::$Name(memory) => {
                    let mut own = Outbox::default();
                    let account = <$implementation>::lead(turn, &mut own, memory, term);
                    put_into(outbox, own, Message::$Name);
                    account.map(Account::$Name)
                }),+
            }
        }

        /// Calls [`Protocol::write`] of the protocol whose memory this is.
        pub fn write(
            turn: &mut Turn,
            outbox: &mut Outbox<Message>,
            memory: &mut Memory,
            command: &Command,
        ) -> Result<(), Declined> {
            match memory {
                $(Memory::$Name(memory) => {
                    let mut own = Outbox::default();
                    let done = <$implementation>::write(turn, &mut own, memory, command);
                    put_into(outbox, own, Message::$Name);
                    done
                }),+
            }
        }

        /// Calls [`Protocol::receive`] of the protocol whose memory and message these are.
        pub fn receive(
            turn: &mut Turn,
            outbox: &mut Outbox<Message>,
            memory: &mut Memory,
            from: ServerId,
            message: &Message,
        ) -> Account {
            match (memory, message) {
                $((Memory::$Name(memory), Message::$Name(message)) => {
                    let mut own = Outbox::default();
                    let account = <$implementation>::receive(turn, &mut own, memory, from, message);
                    put_into(outbox, own, Message::$Name);
                    Account::$Name(account)
                }),+
                (_, message) => panic!("{} reached a server that speaks another protocol", message.kind()),
            }
        }

        /// Calls [`Protocol::prompt`] of the protocol whose memory this is.
        pub fn prompt(
            turn: &mut Turn,
            outbox: &mut Outbox<Message>,
            memory: &mut Memory,
            prompt: &str,
        ) -> Account {
            match memory {
                $(Memory::$Name(memory) => {
                    let mut own = Outbox::default();
                    let account = <$implementation>::prompt(turn, &mut own, memory, prompt);
                    put_into(outbox, own, Message::$Name);
                    Account::$Name(account)
                }),+
            }
        }

        /// Calls [`Protocol::prompts`] of the protocol whose memory this is.
        pub fn prompts(view: &View<Memory>) -> Vec<&'static str> {
            match view.memory {
                $(Memory::$Name(memory) => <$implementation>::prompts(&with_memory(view, memory))),+
            }
        }

        /// Calls [`Protocol::progress`] of the protocol whose memory this is.
        pub fn progress(view: &View<Memory>) -> Vec<Progress> {
            match view.memory {
                $(Memory::$Name(memory) => <$implementation>::progress(&with_memory(view, memory))),+
            }
        }
    };
}

protocols! {
    AskLength => AskLength,
    WalkBack => AppendEntries<OneEntryBack>,
    WalkBackWithHints => AppendEntries<BackToTheHint>,
}

impl ProtocolName {
    pub fn parse(word: &str) -> Option<ProtocolName> {
        let mut all = ProtocolName::ALL.iter().copied();
        all.find(|protocol| protocol.name() == word)
    }
}

/// Puts what a protocol says in its own message type among the messages of all of them.
fn put_into<Own>(outbox: &mut Outbox<Message>, own: Outbox<Own>, wrap: fn(Own) -> Message) {
    for (to, message) in own.messages {
        outbox.send(to, wrap(message));
    }
}

fn with_memory<'a, Own>(view: &View<'a, Memory>, memory: &'a Own) -> View<'a, Own> {
    View {
        own: view.own,
        server_count: view.server_count,
        role: view.role,
        log: view.log,
        memory,
    }
}
