//! The search from the command line, `examples/search.rs`: what it prints, and how it ends.

#![cfg(not(target_arch = "wasm32"))]

use std::io::Write;
use std::process::{Command, Stdio};

const WRITES: &str = "protocol ask_length\nservers every tom\n";

/// What the command prints, without how fast it was, what it complains of, and the code with which it ends.
fn search(text: &str, options: &str) -> (String, String, Option<i32>) {
    let mut command = Command::new(env!("CARGO"));
    command.args(["run", "--quiet", "--example", "search", "--", "-"]);
    command.args(options.split_whitespace());
    command.stdin(Stdio::piped());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("cargo runs the example");
    let mut input = child.stdin.take().expect("it reads its input");
    input
        .write_all(text.as_bytes())
        .expect("it reads all of it");
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    let read = |bytes| String::from_utf8(bytes).expect("it prints text");
    let printed = read(output.stdout);
    let lines = printed.lines();
    let lines = lines.filter(|line| !line.ends_with("bytes each."));
    let lines: Vec<&str> = lines.collect();
    (lines.join("\n"), read(output.stderr), output.status.code())
}

#[test]
fn what_breaks_is_printed_as_a_text_with_what_would_have_helped() {
    let (printed, _, code) = search(WRITES, "--quiet --writes 2 --timeouts 0 --kills 0");
    let expected = "\
# Within writes 2.
# Broken, in 4 actions; none has fewer.
# Logs agree: Entry 1 is set a 1 on every and set a 2 on tom.
# Nothing helps after action 3; nothing is in flight without it.
protocol ask_length
servers every tom
client every set a 1
deliver 1
client tom set a 2
deliver 3";
    assert_eq!(printed, expected);
    assert_eq!(code, Some(1));
    let run = catchup::run::Run::new(&printed);
    assert!(run.is_ok_and(|run| run.length() == 4));
}

#[test]
fn it_ends_with_what_it_found() {
    let ends = |options: &str| search(WRITES, &format!("--quiet {options}"));
    let (printed, _, code) = ends("--writes 1 --timeouts 0 --kills 0");
    assert!(printed.contains("# Holds: all "), "{printed}");
    assert_eq!(code, Some(0));
    let (_, complaint, code) = ends("--without one_vote_a_term");
    // What a compiler has to say of the command stands before.
    let expected = "The protocol ask_length has no rule one_vote_a_term.\n";
    assert!(complaint.ends_with(expected), "{complaint}");
    assert_eq!(code, Some(2));
}
