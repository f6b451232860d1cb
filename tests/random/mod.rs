//! Random starts and random runs, for properties. Lines are chosen so that most can be done.

use proptest::prelude::*;
use proptest::sample::select;

use catchup::catalog::ProtocolName;
use catchup::protocol::Terms;
use catchup::run::Run;

const NAMES: [&str; 6] = ["every", "tom", "dick", "and", "harry", "bob"];

/// A run of up to 120 lines from a random start, standing at its end.
pub fn run() -> impl Strategy<Value = Run> {
    let lines = prop::collection::vec(line(), 0..120);
    (text_of_start(), lines).prop_map(|(text, lines)| {
        let mut run = Run::new(&text).expect("a start can be read");
        for line in lines {
            let _ = run.apply(&line);
        }
        run
    })
}

/// The head of a text, for any protocol, with up to five servers.
pub fn text_of_start() -> impl Strategy<Value = String> {
    let protocol = select(ProtocolName::ALL);
    let entries = prop::collection::vec(
        (
            0..5_usize,
            0..4_u32,
            prop_oneof![4 => command(), 1 => Just("no_op".to_string())],
        ),
        0..12,
    );
    // Half of the texts keep all rules.
    let without = prop_oneof![Just(0_u32), any::<u32>()];
    let voters = prop_oneof![3 => Just(5_usize), 1 => 1..5_usize];
    let start = (protocol, 1..=5_usize, entries, without, voters);
    start.prop_map(|(protocol, count, entries, without, voters)| {
        let mut text = format!("protocol {}\n", protocol.name());
        for (position, row) in protocol.rules().iter().enumerate() {
            if without & 1 << position != 0 {
                text += &format!("without {}\n", row.rule.name());
            }
        }
        text += &format!("servers {}\n", NAMES[..count].join(" "));
        if protocol.terms() == Terms::Voted {
            text += &format!("voters {}\n", NAMES[..voters.min(count)].join(" "));
        }
        for (server, term, command) in entries {
            text += &format!("disk {} {term} {command}\n", NAMES[server % count]);
        }
        text
    })
}

/// One line of the language. Whether it can be done depends on where it is applied.
pub fn line() -> impl Strategy<Value = String> {
    let id = 1..40_u32;
    prop_oneof![
        12 => Just("step".to_string()),
        6 => id.clone().prop_map(|id| format!("deliver {id}")),
        3 => (name(), command()).prop_map(|(name, command)| format!("client {name} {command}")),
        3 => name().prop_map(|name| format!("client {name} youre_the_leader")),
        2 => (name(), request()).prop_map(|(name, request)| format!("client {name} {request}")),
        1 => id.clone().prop_map(|id| format!("drop {id}")),
        2 => id.prop_map(|id| format!("duplicate {id}")),
        2 => name().prop_map(|name| format!("kill {name}")),
        4 => name().prop_map(|name| format!("restart {name}")),
        1 => name().prop_map(|name| format!("start {name}")),
        1 => (name(), name()).prop_map(|(one, other)| format!("cut {one} {other}")),
        2 => (name(), name()).prop_map(|(one, other)| format!("heal {one} {other}")),
        1 => name().prop_map(|name| format!("full {name}")),
        2 => name().prop_map(|name| format!("free {name}")),
        1 => name().prop_map(|name| format!("wipe {name}")),
        2 => (name(), 0..4_u32, operation()).prop_map(|(name, term, operation)| format!("disk {name} {term} {operation}")),
        1 => (name(), 0..6_u32).prop_map(|(name, term)| format!("term {name} {term}")),
        1 => (name(), 0..4_u32).prop_map(|(name, keep)| format!("keep {name} {keep}")),
        1 => (name(), 1..5_u32).prop_map(|(name, index)| format!("damage {name} {index}")),
        2 => name().prop_map(|name| format!("prompt {name} resend")),
        3 => name().prop_map(|name| format!("prompt {name} timeout")),
        2 => name().prop_map(|name| format!("prompt {name} heartbeat")),
        1 => (name(), name()).prop_map(|(name, other)| format!("client {name} add_server {other}")),
        1 => (name(), name()).prop_map(|(name, other)| format!("client {name} remove_server {other}")),
        1 => Just("reload".to_string()),
        1 => Just("settle".to_string()),
    ]
}

fn name() -> impl Strategy<Value = &'static str> {
    select(&NAMES[..])
}

/// What an entry can hold, and what it can't where somebody in it is not registered.
fn operation() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => command(),
        1 => Just("no_op".to_string()),
        1 => (1..NAMES.len()).prop_map(|count| format!("configuration {}", NAMES[..count].join(" "))),
    ]
}

fn command() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => ("[a-c]", 0..10_u32).prop_map(|(key, value)| format!("set {key} {value}")),
        1 => "[a-c]".prop_map(|key| format!("delete {key}")),
        1 => "\\PC{1,8}".prop_map(|value| format!("set k x{value}x")),
    ]
}

fn request() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("show".to_string()),
        Just("show_log".to_string()),
        Just("get a".to_string()),
        "[a-z ]{1,12}",
        Just("dance".to_string()),
    ]
}
