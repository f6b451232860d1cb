//! House rules, as far as a program can see whether they are kept.

#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

use catchup::catalog::ProtocolName;

/// A file or a function that is longer than others has a line that says why.
const WHY_LONG: [&str; 2] = ["long", "why"];

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
        for line in text.lines() {
            let Some(rest) = line.trim().strip_prefix("use crate::") else {
                continue;
            };
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
        if module_of(&file) != "web" {
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
    let says_why = |line: &str| {
        let comment = line.trim_start().starts_with("//");
        comment && WHY_LONG.iter().any(|word| line.contains(word))
    };
    let mut long = Vec::new();
    for (file, text) in sources() {
        let lines: Vec<&str> = text.lines().collect();
        let head = &lines[..lines.len().min(40)];
        if lines.len() > FILE_LINES && !head.iter().any(|line| says_why(line)) {
            long.push(format!("{file}: {} lines", lines.len()));
        }
        let mut first = None;
        for (number, line) in lines.iter().enumerate() {
            let code = line.trim_start();
            let indent = line.len() - code.len();
            let begins = ["fn ", "pub fn "].iter().any(|word| code.starts_with(word));
            if begins && first.is_none() && !line.trim_end().ends_with(';') {
                first = Some((number, indent));
            }
            let Some((start, depth)) = first else {
                continue;
            };
            if code == "}" && indent == depth {
                let length = number - start + 1;
                let before = &lines[start.saturating_sub(12)..start];
                if length > FUNCTION_LINES && !before.iter().any(|line| says_why(line)) {
                    long.push(format!("{file}, line {}: {length} lines", start + 1));
                }
                first = None;
            } else if begins && line.contains('{') && line.trim_end().ends_with('}') {
                first = None;
            }
        }
    }
    assert!(long.is_empty(), "no word why: {long:#?}");
}
