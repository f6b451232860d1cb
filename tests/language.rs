//! The text language: what a fault says, and the limits.

#![cfg(not(target_arch = "wasm32"))]

use catchup::action::{ACTION_LIMIT, Action, Rejection};
use catchup::log::LOG_LIMIT;
use catchup::registry::Name;
use catchup::run::{Applied, Run, SETTLE_LIMIT};
use catchup::script::TEXT_LIMIT;

const HEAD: &str = "protocol ask_length\nservers tom dick\n";

/// What is said of a text that cannot be read.
fn fault(text: &str) -> String {
    match Run::new(text) {
        Ok(run) => panic!("this can be read: {run:?}"),
        Err(fault) => fault.to_string(),
    }
}

#[test]
fn faults_name_the_line_what_was_found_and_what_was_expected() {
    let cases = [
        (
            "servers tom\n",
            "Found no protocol, expected a line such as protocol ask_length before the first action.",
        ),
        (
            "protocol paxos\n",
            "Line 1: found “paxos”, expected a protocol: ask_length, walk_back, walk_back_with_hints and raft.",
        ),
        (
            "protocol ask_length\nprotocol ask_length\n",
            "Line 2: found a second protocol, expected one.",
        ),
        (
            "protocol ask_length\nservers\n",
            "Line 2: found nothing, expected the names of 1 to 9 servers.",
        ),
        (
            "protocol ask_length\nservers tom tom\n",
            "Line 2: found “tom twice”, expected each server once.",
        ),
        (
            "protocol ask_length\nservers a b c d e f g h i j\n",
            "Line 2: found a tenth server, j, expected at most 9.",
        ),
        (
            "protocol ask_length\nservers client\n",
            "Line 2: found “client”, expected a name other than client, which is you.",
        ),
        (
            "protocol ask_length\nservers Tom\n",
            "Line 2: found “Tom”, expected a name of 1 to 16 characters: a small letter, then small letters, digits, _ or -.",
        ),
        (
            "protocol ask_length\nservers a2345678901234567\n",
            "Line 2: found “a2345678901234567”, expected a name of 1 to 16 characters: a small letter, then small letters, digits, _ or -.",
        ),
        (
            "protocol ask_length\nservers tom\ndisk dick 0 set a 1\n",
            "Line 3: found “dick”, expected a server: tom.",
        ),
        (
            "protocol ask_length\nservers tom\ndisk tom set a 1\n",
            "Line 3: found “set a 1”, expected a term, a whole number from 0 to 1000000000.",
        ),
        (
            "protocol ask_length\nservers tom\ndisk tom 0 get a\n",
            "Line 3: found “0 get a”, expected set KEY VALUE, delete KEY, no_op or configuration NAMES.",
        ),
        (
            "protocol ask_length\nservers tom\ndisk tom 0 set a\n",
            "Line 3: found “0 set a”, expected set KEY VALUE, with a value of at least one character.",
        ),
        (
            "protocol walk_back\nservers tom\ndisk tom 3 set a 1\nterm tom 2\n",
            "Line 4: found “term 2”, expected at least 3, the highest term of its entries.",
        ),
        (
            "# a story\n\nprotocol ask_length\nservers tom\n\nkill tom\nfly\n",
            "Line 7: found “fly”, expected client, deliver, drop, duplicate, kill, restart, start, cut, heal, full, free, wipe, disk, keep, damage, term, prompt, reload, step, settle, calm or storm.",
        ),
        (
            "protocol ask_length\nserver tom dick\n",
            "Line 2: found “server tom dick”, expected title, protocol, without, servers, voters, disk or term, or an action, such as client, prompt, kill, step or settle.",
        ),
        (
            "protocol ask_length\nservers tom\nkill tom\nservers dick\n",
            "Line 4: found servers after the start, expected it before the first action.",
        ),
        (
            "protocol ask_length\nservers tom\nkill tom dick\n",
            "Line 3: found “dick”, expected kill and one server.",
        ),
        (
            "protocol ask_length\nservers tom\nclient tom\n",
            "Line 3: found nothing, expected what the client says, after the server’s name.",
        ),
        (
            "protocol ask_length\nservers tom\ndeliver 1x\n",
            "Line 3: found “1x”, expected a message’s number, from 1.",
        ),
        (
            "protocol ask_length\nservers tom\nstep now\n",
            "Line 3: found “now”, expected nothing after step.",
        ),
        (
            "protocol ask_length\nservers tom\nkeep tom -1\n",
            "Line 3: found “-1”, expected how many entries to keep.",
        ),
        (
            "protocol ask_length\nservers tom\ndamage tom 0\n",
            "Line 3: found “0”, expected an entry’s index, from 1.",
        ),
    ];
    for (text, says) in cases {
        assert_eq!(fault(text), says, "{text}");
    }
}

/// An action in a text that cannot be done is a fault of the text.
#[test]
fn an_action_that_cannot_be_done_is_a_fault() {
    assert_eq!(
        fault(&format!("{HEAD}\nkill tom\nkill tom\n")),
        "Line 5: tom is down. Restart tom first."
    );
    assert_eq!(
        fault(&format!("{HEAD}step\n")),
        "Line 3: Nothing is in flight, so there is no message to deliver. Let the client say something."
    );
}

#[test]
fn short_forms_are_replaced_by_deliveries() {
    let text = format!("{HEAD}client tom show\nstep\nclient tom show\nsettle\n");
    let run = Run::new(&text).expect("a text that can be read");
    let expected = format!(
        "{HEAD}client tom show\ndeliver 1\nclient tom show\ndeliver 2\ndeliver 3\ndeliver 4\n"
    );
    assert_eq!(run.script(), expected);
    assert_eq!(run.length(), 6);
    assert_eq!(run.cursor(), 0);
}

#[test]
fn blanks_comments_and_line_ends_do_not_matter() {
    let text = "\n  # A story.\n\ttitle   A  title \r\nprotocol ask_length\r\n  servers\ttom  dick  \n# no story\n\n client  tom  set a  1 \r\n";
    let run = Run::new(text).expect("a text that can be read");
    assert_eq!(run.scenario().title, "A  title");
    assert_eq!(run.scenario().story, ["A story."]);
    assert_eq!(
        run.script(),
        "# A story.\ntitle A  title\nprotocol ask_length\nservers tom dick\n# no story\nclient tom set a  1\n"
    );
}

/// Comments are somebody's words: each stays with the line that it stands before.
#[test]
fn comments_stay_where_they_stand() {
    let text = "# A story.\n#\n# Its end.\n# who\ntitle Why\nprotocol walk_back\n# all of them\nservers tom dick\n# an old entry\ndisk tom 1 set a 1\n# late\nterm tom 3\ndisk dick 1 set a 1\n# and a newer\n# one\ndisk dick 2 set b 2\n\n# why\nclient tom set c 3\n# it arrives\ndeliver 1\n# the end\n";
    let run = Run::new(text).expect("the text can be read");
    assert_eq!(run.script(), text.replace("\n\n", "\n"));
    assert_eq!(run.scenario().story.len(), 4);

    // Where the head stands in another order, its comments go along; a short form's stand before its first.
    let text = "servers tom\n# which\nprotocol ask_length\n# then\nclient tom show\n# all\nsettle\n# nothing\nsettle\n# over\n";
    let run = Run::new(text).expect("the text can be read");
    assert_eq!(
        run.script(),
        "# which\nprotocol ask_length\nservers tom\n# then\nclient tom show\n# all\ndeliver 1\ndeliver 2\n# nothing\n# over\n"
    );
    assert_eq!(
        Run::new(&run.script()).expect("read").script(),
        run.script()
    );
}

/// A comment on a line that the head does without stands at the head's end.
#[test]
fn a_comment_outlives_its_line() {
    let text = "protocol walk_back\nservers tom\ndisk tom 2 set a 1\n# as it was\nterm tom 2\n";
    let run = Run::new(text).expect("the text can be read");
    assert_eq!(
        run.script(),
        "protocol walk_back\nservers tom\ndisk tom 2 set a 1\n# as it was\n"
    );
}

#[test]
fn comments_go_with_what_lay_ahead_and_no_further() {
    let text = format!("{HEAD}# one\nkill tom\n# two\nrestart tom\n# end\n");
    let mut run = Run::new(&text).expect("the text can be read");
    run.seek(1);
    run.apply("kill dick").expect("a line that can be read");
    assert_eq!(run.script(), format!("{HEAD}# one\nkill tom\nkill dick\n"));

    let mut run = Run::new(&text).expect("the text can be read");
    run.seek(2);
    assert!(matches!(run.apply("kill nobody"), Ok(Applied::Rejected(_))));
    assert_eq!(run.script(), text);
    run.apply("kill dick").expect("a line that can be read");
    assert_eq!(run.script(), format!("{text}kill dick\n"));
}

#[test]
fn parts_of_a_script_follow_each_other() {
    let head = format!("# A story.\n{HEAD}");
    let text = format!("{head}# one\nkill tom\n# two\nrestart tom\nkill dick\n# end\n");
    let run = Run::new(&text).expect("the text can be read");
    assert_eq!(run.script_of(0, 0), head);
    assert_eq!(run.script_of(1, 1), "# one\nkill tom\n");
    assert_eq!(
        run.script_of(2, 3),
        "# two\nrestart tom\nkill dick\n# end\n"
    );
    assert_eq!(run.script_of(4, 9), "");
    assert_eq!(run.script_of(0, 9), text);
    assert_eq!(
        Run::new(&head).expect("read").script_of(0, 0),
        head,
        "a run without actions"
    );
}

#[test]
fn an_action_is_put_in_before_what_lies_ahead() {
    let text = format!("{HEAD}# one\nkill tom\n# two\nrestart tom\n# end\n");
    let mut run = Run::new(&text).expect("the text can be read");
    run.seek(1);
    assert_eq!(run.insert(Action::Full(name("dick"))), Some(true));
    assert_eq!(run.cursor(), 2);
    let put_in = text.replace("# two", "full dick\n# two");
    assert_eq!(run.script(), put_in);
    assert_eq!(run.insert(Action::Full(name("dick"))), None);
    assert_eq!(run.script(), put_in);

    // What no longer fits is left out, with all that follows, but for what somebody wrote about it.
    run.seek(2);
    assert_eq!(run.insert(Action::Restart(name("tom"))), Some(false));
    assert_eq!(
        run.script(),
        format!("{HEAD}# one\nkill tom\nfull dick\nrestart tom\n# two\n")
    );
}

fn name(word: &str) -> Name {
    Name::parse(word).expect("a name")
}

#[test]
fn a_line_is_one_line() {
    let mut run = Run::new(HEAD).expect("a text that can be read");
    assert!(run.apply("kill tom\nkill dick").is_err());
    assert!(run.apply("# nothing").is_err());
    assert!(run.apply("").is_err());
    assert_eq!(run.length(), 0);
}

#[test]
fn texts_have_a_limit() {
    let long = format!("{HEAD}# {}", "x".repeat(TEXT_LIMIT));
    assert_eq!(
        fault(&long),
        "Found a text of 1000 kB, expected at most 1 MB."
    );
    let fits = format!("{HEAD}#{}", "x".repeat(TEXT_LIMIT - HEAD.len() - 1));
    assert!(Run::new(&fits).is_ok());
}

#[test]
fn commands_have_a_limit_of_characters_not_bytes() {
    let command = |length: usize| format!("set a {}", "ü".repeat(length - 6));
    let mut run = Run::new(HEAD).expect("a text that can be read");
    assert!(run.apply(&format!("client tom {}", command(200))).is_ok());
    assert!(run.apply(&format!("client tom {}", command(201))).is_err());
    assert!(
        fault(&format!("{HEAD}disk tom 0 {}\n", command(201))).contains("at most 200 characters")
    );
}

/// What a person wrote would lose them in sentences, or be taken for a name.
#[test]
fn what_marks_names_in_sentences_stands_in_no_entry_and_no_action() {
    for mark in [
        '\u{fdd0}', '\u{fdd1}', '\u{fdd2}', '\u{fdd3}', '\u{fdd4}', '\u{fdef}',
    ] {
        for command in [
            format!("set a {mark}tom"),
            format!("set {mark} 1"),
            format!("delete a{mark}"),
        ] {
            let told = fault(&format!("{HEAD}disk tom 0 {command}\n"));
            assert!(told.starts_with("Line 3: found “"), "{told}");
            assert!(
                told.contains("a command without the characters U+FDD0 to U+FDEF"),
                "{told}"
            );
        }
        let mut run = Run::new(HEAD).expect("a text that can be read");
        for text in [
            "client tom set a 1",
            "client tom get a",
            "client tom sing",
            "prompt tom sing",
            "disk tom 0 set a 1",
        ] {
            let told = run.apply(&format!("{text}{mark}"));
            let told = told.expect_err("a fault").to_string();
            assert!(
                told.contains("a line without the characters U+FDD0 to U+FDEF"),
                "{told}"
            );
        }
        assert_eq!(run.length(), 0);
    }
    let mut run = Run::new(HEAD).expect("a text that can be read");
    run.apply("client tom set a \u{fdcf}\u{fdf0}")
        .expect("a request");
}

#[test]
fn a_run_has_a_limit_of_actions() {
    let pairs = "kill tom\nrestart tom\n".repeat(ACTION_LIMIT / 2);
    let mut run = Run::new(&format!("{HEAD}{pairs}")).expect("a run of the longest length");
    run.seek(ACTION_LIMIT);
    let script = run.script();
    assert_eq!(
        run.apply("kill tom"),
        Ok(Applied::Rejected(Rejection::TooManyActions))
    );
    assert_eq!(run.script(), script);
    assert!(
        fault(&format!("{HEAD}{pairs}kill tom\n"))
            .starts_with("Line 20003: A run holds at most 20000 actions")
    );
}

#[test]
fn a_log_has_a_limit_of_entries() {
    let entries = |count: u32| "disk dick 0 set a 1\n".repeat(count as usize);
    let head = |count: u32| format!("{HEAD}{}", entries(count));
    assert!(
        fault(&head(LOG_LIMIT + 1)).contains("found entry 10001 of dick, expected at most 10000")
    );
    // A client's write is declined, and so is a catch-up that would not fit.
    let text = format!("{}disk tom 0 set z 0\n", head(LOG_LIMIT));
    let mut run = Run::new(&text).expect("the longest log");
    for line in [
        "client dick set b 2",
        "settle",
        "client dick youre_the_leader",
        "settle",
    ] {
        run.apply(line).expect("a line that can be read");
    }
    assert_eq!(
        run.now().cluster.servers[1].disk.log.last_index(),
        LOG_LIMIT
    );
    assert_eq!(
        run.now().cluster.servers[0].disk.log.last_index(),
        LOG_LIMIT
    );
    run.apply("client dick youre_the_leader").expect("a line");
    run.apply("kill tom").expect("a line");
    let one_more = run.apply("disk tom 0 set c 3");
    assert!(matches!(
        one_more,
        Ok(Applied::Rejected(Rejection::LogFull(_)))
    ));
}

/// `settle` stops after 2,000 deliveries and says how many are left.
#[test]
fn settle_has_a_limit() {
    let requests = "client tom get a\n".repeat(1_500);
    let mut run = Run::new(&format!("{HEAD}{requests}")).expect("a text that can be read");
    run.seek(run.length());
    let Ok(Applied::Done {
        moments,
        settled: Some(settled),
    }) = run.apply("settle")
    else {
        panic!("settle was not done");
    };
    assert_eq!(
        (moments, settled.deliveries, settled.in_flight),
        (SETTLE_LIMIT, SETTLE_LIMIT, 1_000)
    );
    let Ok(Applied::Done {
        moments,
        settled: Some(settled),
    }) = run.apply("settle")
    else {
        panic!("settle was not done");
    };
    assert_eq!((moments, settled.in_flight), (1_000, 0));
    let nothing = run.apply("settle");
    assert!(matches!(nothing, Ok(Applied::Done { moments: 0, .. })));
}
