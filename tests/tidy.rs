//! House rules, as far as a program can see whether they are kept.

#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

use catchup::catalog::ProtocolName;

/// How the comment begins that says why a file or a function is longer than others: a file's stands in its
/// head, a function's right before it.
const WHY_LONG: &str = "Long because: ";

const FILE_LINES: usize = 400;
const FUNCTION_LINES: usize = 80;

/// Every file under `src/`, by its path from there, with its text.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders: Vec<PathBuf> = vec![root.clone()];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder can be read") {
            let path = entry.expect("a file").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("a file can be read");
                let name = path.strip_prefix(&root).expect("a file of src");
                sources.push((name.to_string_lossy().into_owned(), text));
            }
        }
    }
    sources.sort();
    assert!(sources.len() > 20, "the files are not where they were");
    sources
}

/// The module at the top of `src/` to which a file belongs.
fn module_of(file: &str) -> &str {
    file.split('/')
        .next()
        .unwrap_or(file)
        .trim_end_matches(".rs")
}

/// The modules in the order of `lib.rs`: each uses only those before it.
#[test]
fn modules_use_only_those_before_them() {
    let sources = sources();
    let (_, lib) = sources
        .iter()
        .find(|(file, _)| file == "lib.rs")
        .expect("lib.rs");
    let order: Vec<&str> = lib
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .collect();
    let place = |module: &str| order.iter().position(|known| *known == module);
    // Pieces of English and a list: all may use them, and they look at nothing but indexes.
    let serves_all = ["words", "sorted"];
    for (file, text) in &sources {
        let Some(own) = place(module_of(file)) else {
            continue;
        };
        let lines = text.lines().filter(|line| !is_comment(line));
        let paths = lines.flat_map(|line| line.split("crate::").skip(1));
        for rest in paths {
            let used = rest
                .split(|c: char| !c.is_ascii_lowercase() && c != '_')
                .next()
                .unwrap_or("");
            let Some(theirs) = place(used) else { continue };
            let fine = theirs <= own
                || serves_all.contains(&used)
                || serves_all.contains(&module_of(file));
            assert!(fine, "{file} uses {used}, which comes after it");
        }
    }
}

#[test]
fn only_the_boundary_knows_javascript() {
    for (file, text) in sources() {
        let knows = ["wasm_bindgen", "js_sys", "web_sys", "JsValue", "tsify"];
        let is_boundary = ["web", "worker"].contains(&module_of(&file));
        if !is_boundary && file != "words/page.rs" {
            assert!(!knows.iter().any(|word| text.contains(word)), "{file}");
        }
    }
}

/// What knows a protocol by name is its own file, the catalog, and texts.
#[test]
fn protocols_are_named_in_the_catalog_alone() {
    for (file, text) in sources() {
        if file == "catalog.rs" || file.starts_with("protocol/") || file == "protocol.rs" {
            continue;
        }
        let code = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        for line in code {
            for protocol in ProtocolName::ALL {
                let variant = format!("ProtocolName::{protocol:?}");
                let quoted = format!("\"{}\"", protocol.name());
                assert!(
                    !line.contains(&variant) && !line.contains(&quoted),
                    "{file}: {line}"
                );
            }
        }
    }
}

#[test]
fn files_and_functions_fit_a_screen_or_say_why_not() {
    let mut long = Vec::new();
    let mut excuses = 0;
    for (file, text) in sources() {
        let lines: Vec<&str> = text.lines().collect();
        let says_why = |line: &&str| {
            let words = line
                .trim_start()
                .trim_start_matches(['/', '!'])
                .trim_start();
            is_comment(line) && words.starts_with(WHY_LONG)
        };
        excuses += lines.iter().filter(|line| says_why(line)).count();
        let mut head = lines.iter().take_while(|line| line.starts_with("//!"));
        let has_reason = head.any(says_why);
        if has_reason != (lines.len() > FILE_LINES) {
            long.push(format!("{file}: {} lines", lines.len()));
        }
        excuses -= usize::from(has_reason);
        for (start, length) in functions(&lines) {
            let before = lines[..start].iter().rev();
            let mut before = before.take_while(|line| is_comment(line) || is_attribute(line));
            let has_reason = before.any(says_why);
            if has_reason != (length > FUNCTION_LINES) {
                long.push(format!("{file}, line {}: {length} lines", start + 1));
            }
            excuses -= usize::from(has_reason);
        }
    }
    assert!(long.is_empty(), "a reason lacks or is too many: {long:#?}");
    assert_eq!(excuses, 0, "reasons that stand before nothing");
}

fn is_comment(line: &str) -> bool {
    line.trim_start().starts_with("//")
}

fn is_attribute(line: &str) -> bool {
    line.trim_start().starts_with("#[")
}

/// Where each function begins, counted from 0, and how many lines it has; those in others are part of them.
fn functions(lines: &[&str]) -> Vec<(usize, usize)> {
    let mut functions = Vec::new();
    let mut open = None;
    for (number, line) in lines.iter().enumerate() {
        let code = line.trim_start();
        let indent = line.len() - code.len();
        let begins = ["fn ", "pub fn ", "pub(super) fn "];
        let begins = begins.iter().any(|word| code.starts_with(word));
        let is_whole = line.trim_end().ends_with([';', '}']);
        if open.is_none() && begins && !is_whole {
            open = Some((number, indent));
        }
        if let Some((start, depth)) = open
            && code.starts_with('}')
            && indent == depth
        {
            functions.push((start, number - start + 1));
            open = None;
        }
    }
    functions
}

/// A kind of event, effect or reply that is added later has to be looked at in each match that does something for some of
/// them: the compiler says where, unless all others do nothing.
#[test]
fn no_match_does_nothing_for_whatever_else_there_is() {
    for (file, text) in sources() {
        let silent = ["_ => {}", "_ => (),"];
        let found = text.lines().find(|line| silent.contains(&line.trim()));
        assert_eq!(found, None, "{file}");
    }
}

/// The words of a line, names of things among them.
fn words_of(line: &str) -> impl Iterator<Item = &str> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    line.split(move |c| !is_part(c))
        .filter(|word| !word.is_empty())
}

/// The tests beside this one, and the examples, by their names.
fn tests() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut tests = Vec::new();
    let folders = ["tests", "examples"].map(|folder| fs::read_dir(root.join(folder)));
    for entry in folders
        .into_iter()
        .flat_map(|folder| folder.expect("a folder"))
    {
        let path = entry.expect("a file").path();
        let is_rust = path.extension().is_some_and(|extension| extension == "rs");
        if is_rust && !path.ends_with("tidy.rs") {
            let text = fs::read_to_string(&path).expect("a test can be read");
            tests.push((path.display().to_string(), text));
        }
    }
    tests
}

/// What the crate shows of itself, somebody else takes: other files of it, or its tests. A type may also be
/// shown since something else speaks of it.
#[test]
fn everything_public_is_used() {
    let sources = sources();
    let mut words: Vec<(&str, Vec<&str>)> = Vec::new();
    let tests = tests();
    for (file, text) in sources.iter().chain(&tests) {
        let lines = text.lines().filter(|line| !is_comment(line));
        let mut in_file: Vec<&str> = lines.flat_map(words_of).collect();
        in_file.sort_unstable();
        words.push((file, in_file));
    }
    let mut unused = Vec::new();
    let mut found = 0;
    // What JavaScript takes, the boundary shows.
    let of_the_core = |file: &str| !["web", "worker"].contains(&module_of(file));
    for (file, text) in sources.iter().filter(|(file, _)| of_the_core(file)) {
        for line in text.lines() {
            let Some(shown) = line.trim_start().strip_prefix("pub ") else {
                continue;
            };
            let mut shown = words_of(shown);
            let (Some(kind), Some(name)) = (shown.next(), shown.next()) else {
                continue;
            };
            let is_type = ["struct", "enum", "trait", "type"].contains(&kind);
            if !is_type && !["fn", "const", "static"].contains(&kind) {
                continue;
            }
            found += 1;
            let uses = |words: &[&str]| words.iter().filter(|word| **word == name).count();
            let is_taken = words.iter().any(|(other, words)| match *other == file {
                false => words.binary_search(&name).is_ok(),
                true => is_type && uses(words) > 1,
            });
            if !is_taken {
                unused.push(format!("{file}: {name}"));
            }
        }
    }
    assert!(found > 300, "found {found} public names");
    assert!(unused.is_empty(), "nobody takes {unused:#?}");
}
