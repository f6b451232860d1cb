//! What breaks without each rule, found by searching: `docs/rules.md` is written by this test, and checked.
//!
//! `UPDATE=1 cargo test --profile fast --test rules` writes it anew, all of it; `UPDATE=quick` keeps
//! what takes long and is there already. The test itself searches again what takes a moment, and
//! replays what else the page says that it breaks something.

#![cfg(not(target_arch = "wasm32"))]

use std::fmt::Write;
use std::fs;

use catchup::catalog::ProtocolName;
use catchup::property::Property;
use catchup::run::Run;
use catchup::search::{Bound, Bounds, Method, Outcome, Search, promises};

const PAGE: &str = "docs/rules.md";

/// How much memory a search takes at most.
const BYTES: usize = 9_000_000_000;

/// A search.
struct Row {
    protocol: &'static str,
    /// Which rules are off.
    off: &'static [&'static str],
    /// What else the head says, and the actions before the search starts.
    start: &'static str,
    /// What that is, for people.
    from: &'static str,
    within: &'static str,
    /// The promise to break; all of them if none is named.
    property: Option<Property>,
    /// Whether it takes so long that only an update searches it.
    is_slow: bool,
}

/// The usual row: from empty disks, for any promise, done in a moment.
const fn row(
    protocol: &'static str,
    off: &'static [&'static str],
    start: &'static str,
    from: &'static str,
    within: &'static str,
) -> Row {
    Row {
        protocol,
        off,
        start,
        from,
        within,
        property: None,
        is_slow: false,
    }
}

/// The same where it takes so long that only an update searches it.
const fn slow(row: Row) -> Row {
    Row {
        is_slow: true,
        ..row
    }
}

const fn only(property: Property, row: Row) -> Row {
    Row {
        property: Some(property),
        ..row
    }
}

const THREE: &str = "servers every tom dick\n";
const FOUR: &str = "servers every tom dick and\n";

/// In term 1 every had led and written, in term 2 dick: part (b) of the paper's figure 8, with three servers.
const FIGURE_8: &str =
    "servers every tom dick\ndisk every 1 set a 1\nterm every 2\ndisk dick 2 set b 2\n";

/// tom has an entry of term 1 where the two others have one of term 2.
const CONFLICT: &str = "servers every tom dick\ndisk every 1 no_op\ndisk every 2 no_op\ndisk tom 1 no_op\ndisk tom 1 set a 8\ndisk dick 1 no_op\ndisk dick 2 no_op\n";

/// dick leads term 1, and its change is in no other log when tom stands and every is about to hear of it.
const OPEN_CHANGE: &str = "servers every tom dick and\n\nprompt dick timeout\ndeliver 2\ndeliver 3\ndeliver 5\ndeliver 4\nprompt tom timeout\nclient dick remove_server and\ndeliver 9\n";

const ROWS: &[Row] = &[
    row(
        "raft",
        &[],
        THREE,
        "three servers",
        "timeouts 2 writes 1 kills 1",
    ),
    row(
        "raft",
        &["vote_on_disk"],
        THREE,
        "three servers",
        "timeouts 2 kills 1",
    ),
    row(
        "raft",
        &["one_vote_a_term"],
        THREE,
        "three servers",
        "timeouts 2",
    ),
    row(
        "raft",
        &["majority_of_votes"],
        FOUR,
        "four servers",
        "timeouts 2",
    ),
    row(
        "raft",
        &["up_to_date_check"],
        THREE,
        "three servers",
        "timeouts 2",
    ),
    row(
        "raft",
        &["previous_entry_check"],
        THREE,
        "three servers",
        "timeouts 2 writes 1",
    ),
    row(
        "raft",
        &["cut_only_conflicts"],
        THREE,
        "three servers",
        "timeouts 2 writes 1",
    ),
    row(
        "raft",
        &["commit_only_when_accepted"],
        CONFLICT,
        "two logs that differ",
        "timeouts 2",
    ),
    slow(row(
        "raft",
        &["commit_own_term_only"],
        THREE,
        "three servers",
        "timeouts 2 writes 1 kills 1",
    )),
    slow(row(
        "raft",
        &["commit_own_term_only"],
        FIGURE_8,
        "figure 8, part (b)",
        "timeouts 3",
    )),
    only(
        Property::LeaderCompleteness,
        slow(row(
            "raft",
            &["commit_own_term_only", "no_op_first"],
            THREE,
            "three servers",
            "timeouts 4 writes 2 depth 14",
        )),
    ),
    row(
        "raft",
        &["commit_own_term_only", "no_op_first"],
        FIGURE_8,
        "figure 8, part (b)",
        "timeouts 3",
    ),
    row(
        "raft",
        &["no_op_first"],
        THREE,
        "three servers",
        "timeouts 2 writes 1 kills 1",
    ),
    row(
        "raft",
        &["answer_after_commit"],
        THREE,
        "three servers",
        "timeouts 2 writes 1",
    ),
    row(
        "raft",
        &["reads_ask_a_majority"],
        THREE,
        "three servers",
        "timeouts 2 writes 1 reads 1",
    ),
    slow(row(
        "raft",
        &["change_after_own_entry"],
        THREE,
        "three servers",
        "timeouts 2 changes 2",
    )),
    only(
        Property::LeaderCompleteness,
        slow(row(
            "raft",
            &["change_after_own_entry"],
            FOUR,
            "four servers",
            "timeouts 2 changes 2 depth 12",
        )),
    ),
    only(
        Property::LeaderCompleteness,
        slow(row(
            "raft",
            &["change_after_own_entry"],
            OPEN_CHANGE,
            "an open change",
            "timeouts 1 changes 1",
        )),
    ),
    row(
        "raft",
        &["one_change_at_a_time"],
        THREE,
        "three servers",
        "timeouts 2 changes 2",
    ),
    slow(row(
        "raft",
        &["step_down_for_later_terms"],
        THREE,
        "three servers",
        "timeouts 2 writes 1 kills 1",
    )),
    row(
        "walk_back",
        &[],
        THREE,
        "three servers",
        "timeouts 2 writes 2 kills 1",
    ),
    row(
        "walk_back",
        &["previous_entry_check"],
        THREE,
        "three servers",
        "timeouts 2 writes 2",
    ),
    slow(row(
        "walk_back",
        &["cut_only_conflicts"],
        THREE,
        "three servers",
        "timeouts 2 writes 2 kills 1",
    )),
    slow(row(
        "walk_back",
        &["old_terms_refused"],
        THREE,
        "three servers",
        "timeouts 2 writes 2 kills 1",
    )),
    slow(row(
        "walk_back_with_hints",
        &[],
        THREE,
        "three servers",
        "timeouts 2 writes 2 kills 1",
    )),
    row(
        "walk_back_with_hints",
        &["previous_entry_check"],
        THREE,
        "three servers",
        "timeouts 2 writes 2",
    ),
    slow(row(
        "walk_back_with_hints",
        &["cut_only_conflicts"],
        THREE,
        "three servers",
        "timeouts 2 writes 2 kills 1",
    )),
    slow(row(
        "walk_back_with_hints",
        &["old_terms_refused"],
        THREE,
        "three servers",
        "timeouts 2 writes 2 kills 1",
    )),
    row("ask_length", &[], THREE, "three servers", "writes 2"),
    row(
        "ask_length",
        &[],
        THREE,
        "three servers",
        "writes 1 timeouts 2",
    ),
    row(
        "ask_length",
        &[],
        THREE,
        "three servers",
        "writes 1 timeouts 1 duplicates 1",
    ),
    row(
        "ask_length",
        &[],
        THREE,
        "three servers",
        "writes 1 timeouts 1 kills 1",
    ),
];

const INTRODUCTION: &str = "\
# What each rule is worth

For each rule of each protocol, a search for the shortest run that breaks a promise without it: from where, within which bounds, how many
different states were seen, and what was found. No run within the bounds has fewer actions; where nothing breaks, all states within the bounds
were seen, or, where there is a bound on the depth, all that are so many actions away. [search.md](search.md) says what the bounds are. Each link, behind the address of the page, opens the run that was found.

This page is written by `tests/rules.rs`, which also holds what it says against new searches.
";

#[test]
fn the_page_says_what_a_search_finds() {
    let update = std::env::var("UPDATE").ok();
    let is_whole = update.as_deref() == Some("1");
    let written = fs::read_to_string(PAGE).unwrap_or_default();
    let mut page = INTRODUCTION.to_string();
    for name in ["raft", "walk_back", "walk_back_with_hints", "ask_length"] {
        let rows = ROWS.iter().filter(|row| row.protocol == name);
        let parts = rows.map(|row| {
            let start = begins(row);
            let is_new = update.is_some() && !written.lines().any(|line| line.starts_with(&start));
            match is_whole || !row.is_slow || is_new {
                true => search(row),
                false => known(row, &written),
            }
        });
        let (lines, links): (Vec<String>, Vec<String>) = parts.unzip();
        let protocol = ProtocolName::parse(name).expect("a protocol");
        let _ = write!(
            page,
            "\n## {}\n\n| without | from | within | states seen | what breaks |\n|---|---|---|--:|---|\n{}",
            protocol.title(),
            lines.concat(),
        );
        page += &links.concat();
    }
    if update.is_some() {
        fs::write(PAGE, page).expect("the page can be written");
    } else {
        assert!(
            page == written,
            "UPDATE=1 writes {PAGE} anew, which should be\n{page}"
        );
    }
}

/// Every rule has a row, and without it breaks what it is said to break, if that is a promise.
#[test]
fn every_rule_is_looked_at() {
    let page = fs::read_to_string(PAGE).expect("the page");
    for protocol in ProtocolName::ALL {
        for rule in protocol.rules() {
            let name = rule.rule.name();
            let rows = ROWS.iter().filter(|row| row.protocol == protocol.name());
            let mut rows = rows.filter(|row| row.off.first() == Some(&name)).peekable();
            assert!(rows.peek().is_some(), "{} {name}", protocol.name());
            let promise = rule.breaks.filter(|one| protocol.promises().contains(one));
            let breaks = rows.any(|row| {
                let start = begins(row);
                let mut lines = page.lines().filter(|line| line.starts_with(&start));
                lines.any(|line| line.contains("**"))
            });
            assert_eq!(breaks, promise.is_some(), "{} {name}", protocol.name());
        }
    }
}

/// How a row's line begins, up to what was found.
fn begins(row: &Row) -> String {
    let off = match row.off {
        [] => "nothing".to_string(),
        off => off
            .iter()
            .map(|rule| format!("`{rule}`"))
            .collect::<Vec<_>>()
            .join(", "),
    };
    let promise = row.property.map_or(String::new(), |property| {
        format!(" ({} alone)", property.id())
    });
    format!("| {off} | {}{promise} | {}", row.from, row.within)
}

fn text(row: &Row) -> String {
    let off = row.off.iter().map(|rule| format!("without {rule}\n"));
    format!(
        "protocol {}\n{}{}",
        row.protocol,
        off.collect::<String>(),
        row.start
    )
}

fn bounds(text: &str) -> Bounds {
    let mut bounds = Bounds::default();
    let words: Vec<&str> = text.split_whitespace().collect();
    for pair in words.chunks(2) {
        let number: u8 = pair[1].parse().expect("a number");
        if pair[0] == "depth" {
            bounds.depth = Some(u32::from(number));
        } else {
            bounds.set(Bound::parse(pair[0]).expect("a bound"), number);
        }
    }
    bounds
}

/// The line of a row, and that of its link.
fn search(row: &Row) -> (String, String) {
    let mut run = Run::new(&text(row)).unwrap_or_else(|fault| panic!("{fault}"));
    run.seek(run.length());
    let mut checked = promises(run.now());
    checked.retain(|property| row.property.is_none_or(|chosen| chosen == *property));
    let mut search = Search::new(
        run.now(),
        &checked,
        bounds(row.within),
        Method::Symmetric,
        BYTES,
    );
    while search.progress().outcome.is_none() {
        search.advance(1_000_000);
    }
    let progress = search.progress();
    let (found, link) = match progress.outcome.expect("the search has ended") {
        Outcome::Broken(found) => {
            let before = run.length();
            let mut script = run.script();
            for action in &found.actions {
                script += &format!("{action}\n");
            }
            let broken = found.broken.iter();
            let broken: Vec<String> = broken.map(|(property, _)| property.title()).collect();
            let count = found.actions.len();
            let moment = before + count;
            let broken = broken.join(", ");
            check_link(&script, &broken);
            let link = format!("#1/{moment}/plain,{}", percent_encoded(&script));
            let told = format!("**{broken}**, in {count} actions");
            (told, link_of(row, &broken, &link))
        }
        Outcome::Holds {
            is_everything: true,
        } => (
            format!("nothing, in up to {} actions", progress.depth),
            String::new(),
        ),
        Outcome::Holds { .. } => (
            format!(
                "nothing, in up to {} actions; longer runs were not looked at",
                progress.depth
            ),
            String::new(),
        ),
        other => panic!("{}: {other:?}", begins(row)),
    };
    (
        format!(
            "{} | {} | {found} |\n",
            begins(row),
            grouped(progress.states)
        ),
        link,
    )
}

fn link_title(row: &Row) -> String {
    match row.off {
        [] => format!("With all rules, within {}", row.within),
        off => format!("Without {}", off.join(" and ")),
    }
}

/// What the page says of a row that takes long, its link having been replayed.
fn known(row: &Row, written: &str) -> (String, String) {
    let mut lines = written.lines();
    let mut line_of = |start: &str| {
        let line = lines.find(|line| line.starts_with(start));
        line.unwrap_or_else(|| panic!("{PAGE} has no line {start}"))
    };
    let line = line_of(&begins(row));
    let mut link = String::new();
    if line.contains("**") {
        let title = line_of(&link_title(row));
        let (_, broken) = title.split_once(": ").expect("what is broken");
        let address = line_of("    #1/").trim();
        let (_, encoded) = address.split_once("plain,").expect("a link");
        check_link(&percent_decoded(encoded), broken);
        link = link_of(row, broken, address);
    }
    (format!("{line}\n"), link)
}

fn link_of(row: &Row, broken: &str, address: &str) -> String {
    format!("\n{}: {broken}\n\n    {address}\n", link_title(row))
}

/// The run that is linked breaks, with its last action, what it is said to break.
fn check_link(script: &str, broken: &str) {
    let mut run = Run::new(script).unwrap_or_else(|fault| panic!("{fault}\n{script}"));
    run.seek(run.length());
    let by_last = run.properties().into_iter();
    let by_last = by_last.filter(|watched| watched.broken_at == Some(run.length()));
    let by_last: Vec<String> = by_last.map(|watched| watched.property.title()).collect();
    assert!(
        broken
            .split(", ")
            .all(|title| by_last.iter().any(|known| known == title)),
        "{by_last:?}\n{script}"
    );
}

/// As `encodeURIComponent` does it.
fn percent_encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = String::from_utf8(rest.by_ref().take(2).collect());
            let digits = digits.expect("two digits");
            bytes.push(u8::from_str_radix(&digits, 16).expect("a byte"));
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).expect("a text")
}

/// A number with a comma before each three digits.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
