//! The page's own modules for disks against the real `localStorage` of a browser: quota, damage, writes
//! that are cut short, gaps, other versions, a storage that is blocked, and locks.
//!
//! The files are taken as they lie in `www/`, since the test runner serves this folder beside its own files.
//! Values cross as JSON, which is what a storage could hold anyway.
//!
//!     npm exec -- wasm-pack test --headless --chrome --test web_disks

#![cfg(target_arch = "wasm32")]

use catchup::log::Entry;
use js_sys::Function;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

#[path = "web/english.rs"]
mod english;
#[path = "web_disks/page.rs"]
mod page;

use page::*;

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn a_room_is_read_back_as_it_was_written() {
    let storage = sandbox();
    assert_eq!(
        value(&storage, 1).as_deref(),
        Some("bcd329e6 0 set a 1"),
        "the checksum is that of any CRC-32"
    );
    assert_eq!(fault(), None);
    assert_eq!(log(), LOG);
    let room = text(&read());
    assert!(
        room.contains(r#""registry":["tom","dick"],"protocol":"ask_length""#),
        "{room}"
    );
}

#[wasm_bindgen_test]
fn a_frames_writes_reach_the_storage() {
    let storage = sandbox();
    let writes = r#"[{"server":"dick","term":2,"voted_for":null,"keep":3,"append":[{"term":2,"command":"set ä 🙂"}],"damage":[]}]"#;
    assert_eq!(text(&write(&storage, ROOM, &json(writes))), "null");
    assert_eq!(log(), [LOG[0], LOG[1], LOG[2], "2 set ä 🙂"]);
    assert_eq!(item(&storage, "dick/=term").as_deref(), Some("2"));
}

#[wasm_bindgen_test]
fn a_write_without_room_is_undone() {
    let storage = sandbox();
    let before = content(&storage);
    fill(&storage);
    let writes = format!(
        r#"[{{"server":"tom","term":0,"voted_for":null,"keep":0,"append":[],"damage":[]}},
            {{"server":"dick","term":0,"voted_for":null,"keep":1,"append":[{{"term":0,"command":"set x {}"}}],"damage":[]}}]"#,
        "y".repeat(190)
    );
    let failure = text(&write(&storage, ROOM, &json(&writes)));
    unfill(&storage);
    assert_eq!(
        failure,
        r#"{"failed":"dick","why":"storage-is-full","full":true,"undone":true}"#
    );
    assert_eq!(content(&storage), before);
}

#[wasm_bindgen_test]
fn a_full_storage_can_be_read_by_whoever_has_disks_in_it() {
    let storage = sandbox();
    let read = Function::new_no_args("return window.localStorage");
    fill(&storage);
    let with_disks = text(&open_storage(&read));
    forget_all(&storage);
    fill(&storage);
    let without = text(&open_storage(&read));
    unfill(&storage);
    assert!(with_disks.contains(r#""why":null"#), "{with_disks}");
    assert_eq!(without, r#"{"storage":null,"why":"storage-is-full"}"#);
    assert!(text(&open_storage(&read)).contains(r#""why":null"#));
}

#[wasm_bindgen_test]
async fn a_blocked_storage_is_none() {
    let said = open_blocked().await.expect("the frame answers");
    assert_eq!(
        said.as_string().as_deref(),
        Some(r#"[null,"storage-is-blocked"]"#)
    );
}

#[wasm_bindgen_test]
fn a_write_that_is_cut_short_leaves_a_valid_beginning() {
    let writes = json(
        r#"[{"server":"dick","term":0,"keep":2,"append":[{"term":0,"command":"set x 8"},{"term":0,"command":"set y 9"}],"damage":[]}]"#,
    );
    let new = [LOG[0], LOG[1], "0 set x 8", "0 set y 9"];
    let mut lengths = Vec::new();
    for changes in 0..=4 {
        let storage = sandbox();
        let failure = write(&torn(&storage, changes), ROOM, &writes);
        assert_eq!(failure.is_null(), changes == 4, "cut after {changes}");
        assert_eq!(fault(), None, "cut after {changes}");
        let left = log();
        assert!(
            LOG.starts_with(&strs(&left)) || new.starts_with(&strs(&left)),
            "cut after {changes}: {left:?}"
        );
        lengths.push(left.len());
    }
    assert_eq!(lengths, [4, 3, 2, 3, 4]);
}

#[wasm_bindgen_test]
fn an_altered_entry_is_found_and_followed_and_mended() {
    let storage = sandbox();
    let altered = value(&storage, 3).expect("entry 3").replace("c 3", "c 4");
    set(&storage, "dick/00000003", &altered);
    let says = fault().expect("a fault");
    assert!(
        says.starts_with("entry 3 is damaged: its checksum is"),
        "{says}"
    );
    assert_eq!(lines(), ["damage dick 3"]);
    mend("take");
    assert_eq!(log(), [LOG[0], LOG[1], "0 set c 4", LOG[3]]);
    assert_eq!(
        lines(),
        ["keep dick 2", "disk dick 0 set c 4", "disk dick 0 set d 4"]
    );
}

#[wasm_bindgen_test]
fn a_damaged_entry_shows_and_the_good_part_can_be_kept() {
    let storage = sandbox();
    let writes = r#"[{"server":"dick","term":0,"keep":4,"append":[],"damage":[3]}]"#;
    write(&storage, ROOM, &json(writes));
    assert_eq!(value(&storage, 3).as_deref(), Some("damaged! 0 set c 3"));
    assert!(fault().expect("a fault").starts_with("entry 3 is damaged"));
    mend("keep");
    assert_eq!(log(), LOG[..2]);
    assert_eq!(lines(), ["keep dick 2"]);
}

#[wasm_bindgen_test]
fn a_gap_is_seen_beyond_which_entries_lie() {
    let storage = sandbox();
    storage.remove_item(&key("dick/00000002")).expect("it goes");
    assert_eq!(
        fault().as_deref(),
        Some("entry 2 is missing, but entry 3 is there")
    );
    assert_eq!(log(), LOG[..1]);
    mend("take");
    assert_eq!(log(), [LOG[0], LOG[2], LOG[3]]);
}

#[wasm_bindgen_test]
fn a_text_that_is_no_entry_is_refused_in_the_simulations_words() {
    let storage = sandbox();
    mend("wipe");
    set(&storage, "dick/00000001", "06b3e967 0 sett a 1");
    let expected = Entry::parse("0 sett a 1").unwrap_err().says();
    let says = fault().expect("a fault");
    assert_eq!(
        says,
        format!("entry 1 is “0 sett a 1”, where {expected} was expected")
    );
}

#[wasm_bindgen_test]
fn another_versions_disk_is_not_read() {
    let storage = sandbox();
    storage
        .set_item("catchup/2/sandbox/dick/log", "?")
        .expect("there is room");
    assert_eq!(
        fault().as_deref(),
        Some("the disk was written in format 2, and this page reads format 1")
    );
    mend("keep");
    assert_eq!(fault(), None);
    assert_eq!(log(), LOG);
    assert_eq!(
        storage.get_item("catchup/2/sandbox/dick/log"),
        Ok(None),
        "it is gone"
    );
}

#[wasm_bindgen_test]
async fn a_second_tab_takes_the_room_over() {
    let said = share_room().await.expect("locks work");
    assert_eq!(
        said.as_string().as_deref(),
        Some(r#"[[true,false],[false,true,"first"],["first"]]"#)
    );
}
