//! The conversations in `tests/scripts/`: prose and a start, actions, `---`, and what is written below it.

use std::fs;
use std::path::{Path, PathBuf};

/// All of them, in order of their names.
pub fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scripts");
    let files = fs::read_dir(folder).expect("tests/scripts is there");
    let mut paths: Vec<PathBuf> = files.map(|file| file.expect("a file").path()).collect();
    paths.sort();
    paths
}

/// The head, and the lines of actions after it, without comments and empty lines.
pub fn split_head(script: &str) -> (String, Vec<&str>) {
    const HEAD: [&str; 7] = [
        "title", "protocol", "without", "servers", "voters", "disk", "term",
    ];
    let mut head = String::new();
    let mut actions = Vec::new();
    for line in script.lines() {
        let verb = line.split_whitespace().next().unwrap_or("#");
        if verb.starts_with('#') {
            continue;
        }
        if actions.is_empty() && HEAD.contains(&verb) {
            head += line;
            head.push('\n');
        } else {
            actions.push(line);
        }
    }
    (head, actions)
}
