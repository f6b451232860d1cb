//! Golden conversations: each file in `tests/scripts/` holds prose, a start, actions, `---`, and then
//! exactly what happened, what leaders believe of their followers whenever that changed, and how it ended. `UPDATE=1 cargo test --test scripts` writes the part below
//! the line anew; commit only differences that you can explain.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;

use catchup::catalog::ProtocolName;
use catchup::event::Event;
use catchup::lessons::LESSONS;
use catchup::property::Kind;
use catchup::protocol::{Role, Terms};
use catchup::registry::ServerId;
use catchup::run::{Applied, Run};
use catchup::server::Server;
use catchup::simulation::Simulation;

mod conversations;

const SEPARATOR: &str = "---\n";

#[test]
fn conversations_go_as_written() {
    let mut differing = Vec::new();
    for path in conversations::files() {
        let text = fs::read_to_string(&path).expect("a conversation can be read");
        let (script, written) = text.split_once(SEPARATOR).unwrap_or((&text, ""));
        let happened = tell(script);
        if happened == written {
            continue;
        }
        if std::env::var_os("UPDATE").is_some() {
            let anew = format!("{script}{SEPARATOR}{happened}");
            fs::write(&path, anew).expect("a conversation can be written");
        } else {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            differing.push(format!("{name}\n{}", first_difference(written, &happened)));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

/// The files are found, whatever they are called.
#[test]
fn every_protocol_has_conversations() {
    let mut spoken = BTreeSet::new();
    for path in conversations::files() {
        let text = fs::read_to_string(&path).expect("a conversation can be read");
        let protocols = text
            .lines()
            .filter_map(|line| line.strip_prefix("protocol "));
        spoken.extend(protocols.map(str::to_string));
    }
    for protocol in ProtocolName::ALL {
        assert!(spoken.contains(protocol.name()), "{}", protocol.name());
    }
}

/// Where a conversation says `# protocols` and names some, it goes the same way under each of them.
#[test]
fn conversations_go_as_written_under_other_protocols_that_they_name() {
    let mut tried = 0;
    for path in conversations::files() {
        let text = fs::read_to_string(&path).expect("a conversation can be read");
        let (script, written) = text.split_once(SEPARATOR).unwrap_or((&text, ""));
        let mut named = script
            .lines()
            .filter_map(|line| line.strip_prefix("# protocols "));
        let own = script
            .lines()
            .find_map(|line| line.strip_prefix("protocol "));
        for protocol in named.next().unwrap_or("").split_whitespace() {
            let own = own.expect("a conversation has a protocol");
            let under = script.replace(
                &format!("\nprotocol {own}\n"),
                &format!("\nprotocol {protocol}\n"),
            );
            assert_eq!(tell(&under), written, "{path:?} under {protocol}");
            tried += 1;
        }
    }
    assert!(tried > 0, "no conversation names other protocols");
}

/// A hint goes with a refusal. Where no two logs are found to differ, the protocol with hints says and
/// does what the one without does.
#[test]
fn hints_change_nothing_where_logs_agree() {
    let mut tried = 0;
    for path in conversations::files() {
        let text = fs::read_to_string(&path).expect("a conversation can be read");
        let (script, told) = text.split_once(SEPARATOR).unwrap_or((&text, ""));
        let (plain, hinted) = ("protocol walk_back\n", "protocol walk_back_with_hints\n");
        let is_difference =
            |line: &str| line.starts_with("    compared: ") && line.contains(" differ ");
        if !script.contains(plain) || told.lines().any(is_difference) {
            continue;
        }
        tried += 1;
        assert_eq!(tell(&script.replace(plain, hinted)), told, "{path:?}");
    }
    assert!(tried >= 10, "{tried} conversations");
}

#[test]
fn lessons_can_be_run_to_an_end_where_nothing_is_in_flight() {
    for lesson in LESSONS {
        let mut run =
            Run::new(lesson.text).unwrap_or_else(|fault| panic!("{}: {fault}", lesson.name));
        assert!(run.length() > 0, "{} does nothing", lesson.name);
        assert!(
            lesson.opens_at() < run.length(),
            "{} opens at its end",
            lesson.name
        );
        assert!(
            !run.scenario().title.is_empty(),
            "{} has no title",
            lesson.name
        );
        assert!(
            !run.scenario().story.is_empty(),
            "{} has no story",
            lesson.name
        );
        run.seek(run.length());
        assert!(
            run.now().mail().in_flight().len() == 0,
            "{} leaves something in flight",
            lesson.name
        );
    }
}

/// Who comes for the first time sees a message on its way, and has something to press Step for.
#[test]
fn the_first_lesson_opens_with_the_leaders_question_in_flight() {
    let lesson = &LESSONS[0];
    let mut run = Run::new(lesson.text).expect("a lesson can be read");
    assert!(run.seek(lesson.opens_at()));
    let mail = run.now().mail();
    let kinds: Vec<&str> = mail
        .in_flight()
        .map(|envelope| envelope.letter.kind())
        .collect();
    assert!(kinds.contains(&"ask_length"), "{kinds:?}");
    assert_eq!(run.now().cluster.servers.len(), 2);
}

/// Applies each action of a script and writes down all that comes of it, rejections included.
fn tell(script: &str) -> String {
    let (head, actions) = conversations::split_head(script);
    let mut run = match Run::new(&head) {
        Ok(run) => run,
        Err(fault) => return format!("{fault}\n"),
    };
    let mut told = String::new();
    let mut beliefs = beliefs(run.now());
    for action in actions {
        let before = run.cursor();
        match run.apply(action) {
            Err(fault) => put(
                &mut told,
                format_args!("{action}\n    cannot be read: {fault}"),
            ),
            Ok(Applied::Rejected(rejection)) => {
                put(
                    &mut told,
                    format_args!("{action}\n    rejected: {}", rejection.says()),
                );
            }
            Ok(Applied::Done { .. } | Applied::LetRun { .. }) => {
                let applied: Vec<String> = run
                    .actions()
                    .skip(before)
                    .map(ToString::to_string)
                    .collect();
                for (moment, applied) in (before + 1..).zip(applied) {
                    put(&mut told, format_args!("{moment} {applied}"));
                    for event in run.events(moment) {
                        tell_event(&mut told, event, &run);
                    }
                    run.seek(moment);
                    beliefs = tell_beliefs(&mut told, &beliefs, run.now());
                }
            }
        }
    }
    tell_end(&mut told, &run);
    told
}

fn tell_event(told: &mut String, event: &Event, run: &Run) {
    let kind = event.kind();
    let says = event.says(run.registry());
    put(told, format_args!("    {kind}: {says}"));
    if let Event::Sent(envelope) | Event::Duplicated(envelope) = event {
        let to = run.registry().party(envelope.letter.to);
        let wire = envelope.letter.wire(run.registry()).replace('\n', " / ");
        put(
            told,
            format_args!("        {} to {to}: {wire}", envelope.id),
        );
    }
}

/// What each leader believes, in a line: of each follower its match index and its next index. Empty for
/// a server that leads nobody, and under protocols that keep nothing.
fn beliefs(simulation: &Simulation) -> Vec<String> {
    let believes = |(id, server): (ServerId, &Server)| {
        let progress = server.progress(simulation.cluster.seat(id));
        let of_each = progress.iter().map(|progress| {
            let peer = simulation.registry.name(progress.peer);
            format!("{peer} ({}, {})", progress.match_index, progress.next_index)
        });
        of_each.collect::<Vec<String>>().join(", ")
    };
    simulation.numbered_servers().map(believes).collect()
}

/// Writes down the beliefs that are not those of before, and returns all of them.
fn tell_beliefs(told: &mut String, before: &[String], simulation: &Simulation) -> Vec<String> {
    let now = beliefs(simulation);
    for ((id, _), belief) in simulation.numbered_servers().zip(&now) {
        if !belief.is_empty() && before.get(id.position()) != Some(belief) {
            let name = simulation.registry.name(id);
            put(told, format_args!("    {name} believes: {belief}"));
        }
    }
    now
}

/// What the servers of a protocol with votes hold beside: votes, and what is committed.
fn hard_state(server: &Server, simulation: &Simulation) -> String {
    if simulation.protocol().terms() != Terms::Voted {
        return String::new();
    }
    let voted_for = match server.disk.hard_state.voted_for {
        None => "nobody",
        Some(candidate) => simulation.registry.name(candidate).as_ref(),
    };
    format!(
        ", voted for {voted_for}, committed up to {}",
        server.applied()
    )
}

fn tell_end(told: &mut String, run: &Run) {
    let simulation = run.now();
    let in_flight: Vec<u32> = simulation
        .mail()
        .in_flight()
        .map(|envelope| envelope.id)
        .collect();
    put(told, format_args!("\nin flight: {in_flight:?}"));
    for (id, server) in simulation.numbered_servers() {
        let name = simulation.registry.name(id);
        let role = server.role().map_or("down", Role::name);
        let term = match simulation.protocol().terms() {
            Terms::Kept | Terms::Voted => format!(" in term {}", server.disk.term()),
            Terms::Ignored => String::new(),
        };
        let entries = server.disk.log.entries();
        let log = entries.map(|entry| entry.spelled(&simulation.registry).to_string());
        let log: Vec<String> = log.collect();
        put(
            told,
            format_args!(
                "{name}, {role}{term}{}, has on disk: [{}]",
                hard_state(server, simulation),
                log.join(", ")
            ),
        );
        if let Some(store) = server.store() {
            let pairs = store.pairs().map(|(key, value)| format!("{key} = {value}"));
            let pairs: Vec<String> = pairs.collect();
            put(
                told,
                format_args!("    and in memory: {{{}}}", pairs.join(", ")),
            );
        }
    }
    for watched in run.properties() {
        let verdict = match (watched.kind, watched.broken_at) {
            (Kind::Always, None) => "promised and kept".to_string(),
            (Kind::Always, Some(moment)) => format!("promised and broken at moment {moment}"),
            (Kind::Goal, _) if watched.holds() => "a goal, reached".to_string(),
            (Kind::Goal, _) => "a goal, not yet reached".to_string(),
            (Kind::Sometimes, _) if watched.holds() => "to happen once, happened".to_string(),
            (Kind::Sometimes, _) => "to happen once, not yet happened".to_string(),
        };
        let title = watched.property.title();
        let says = watched.says(&simulation.registry);
        put(told, format_args!("{title}, {verdict}: {says}"));
    }
}

fn put(told: &mut String, line: std::fmt::Arguments<'_>) {
    writeln!(told, "{line}").expect("a string takes every line");
}

fn first_difference(written: &str, happened: &str) -> String {
    let mut lines = (1..).zip(written.lines().zip(happened.lines()));
    match lines.find(|(_, (expected, found))| expected != found) {
        Some((number, (expected, found))) => {
            format!(
                "  line {number} after the separator\n  written:  {expected}\n  happened: {found}"
            )
        }
        None => "  one ends before the other".to_string(),
    }
}
