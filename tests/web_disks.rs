//! The page's own modules for disks against the real `localStorage` of a browser: quota, damage, writes
//! that are cut short, gaps, other versions, a storage that is blocked, and locks.
//!
//! `raw_module` takes the files as they lie in `www/`: the test runner serves this folder beside its own
//! files. Values cross as JSON, which is what a storage could hold anyway.
//!
//!     npm exec -- wasm-pack test --headless --chrome --test web_disks

#![cfg(target_arch = "wasm32")]

use catchup::log::Entry;
use js_sys::{Function, JSON, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::Storage;

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen(raw_module = "/www/storage.js")]
extern "C" {
    #[wasm_bindgen(js_name = openStorage)]
    fn open_storage(read: &Function) -> JsValue;
    #[wasm_bindgen(js_name = forgetAll)]
    fn forget_all(storage: &Storage) -> JsValue;
}

#[wasm_bindgen(raw_module = "/www/disk.js")]
extern "C" {
    fn write(storage: &JsValue, room: &str, writes: &JsValue) -> JsValue;
    #[wasm_bindgen(js_name = writeRoom)]
    fn write_room(storage: &JsValue, room: &str, head: &JsValue, disks: &JsValue) -> JsValue;
}

#[wasm_bindgen(raw_module = "/www/disk-reading.js")]
extern "C" {
    #[wasm_bindgen(js_name = readRoom)]
    fn read_room(storage: &JsValue, room: &str, entry_fault: &Function) -> JsValue;
}

#[wasm_bindgen(raw_module = "/www/recovery.js")]
extern "C" {
    #[wasm_bindgen(js_name = compareServer)]
    fn compare_server(
        storage: &JsValue,
        room: &str,
        server: &str,
        entries: &JsValue,
        damaged: &JsValue,
        entry_fault: &Function,
    ) -> JsValue;
    fn repair(
        storage: &JsValue,
        room: &str,
        server: &str,
        how: &str,
        entry_fault: &Function,
    ) -> JsValue;
}

#[wasm_bindgen(inline_js = r##"
    // The real storage, which takes that many changes and then no more.
    export function torn(storage, changes) {
        const change = () => { if (changes-- <= 0) throw new Error("the power is off"); };
        return {
            get length() { return storage.length; },
            key: (position) => storage.key(position),
            getItem: (key) => storage.getItem(key),
            setItem(key, value) { change(); storage.setItem(key, value); },
            removeItem(key) { change(); storage.removeItem(key); },
        };
    }

    // Fills the storage to the last character, under a key that is not ours.
    export function fill(storage) {
        let filler = "";
        for (let size = 1 << 22; size >= 1; size >>= 1) {
            try {
                storage.setItem("filler", filler + "x".repeat(size));
                filler += "x".repeat(size);
            } catch {
                // Half as much may fit.
            }
        }
    }

    // A frame from nowhere, whose storage the browser blocks.
    export async function open_blocked() {
        const source = await (await fetch("/www/storage.js")).text();
        const ask = "const { storage, why } = openStorage(() => window.localStorage); parent.postMessage([storage, why], '*');";
        const frame = document.createElement("iframe");
        frame.sandbox = "allow-scripts";
        frame.srcdoc = `<script type="module">${source}\n${ask}</script>`;
        const answer = new Promise((resolve) => addEventListener("message", ({ data }) => resolve(data), { once: true }));
        document.body.append(frame);
        const said = await answer;
        frame.remove();
        return JSON.stringify(said);
    }

    // Two tabs want one room; the second takes it.
    export async function share_room() {
        const { holdRoom } = await import("/www/room.js");
        const lost = [];
        const first = await holdRoom(navigator.locks, "test", { onLost: () => lost.push("first") });
        const second = await holdRoom(navigator.locks, "test", { onLost: () => lost.push("second"), patience: 10 });
        const before = [first.held, second.held];
        await second.takeOver();
        while (first.held) await new Promise((resolve) => setTimeout(resolve, 1));
        const after = [first.held, second.held, ...lost];
        second.release();
        const third = await holdRoom(navigator.locks, "test", { onLost: () => lost.push("third") });
        third.release();
        return JSON.stringify([before, after, lost]);
    }
"##)]
extern "C" {
    fn torn(storage: &JsValue, changes: u32) -> JsValue;
    fn fill(storage: &Storage);
    fn open_blocked() -> Promise;
    fn share_room() -> Promise;
}

const ROOM: &str = "sandbox";
const HEAD: &str = r#"{"registry":["tom","dick"],"protocol":"ask_length"}"#;

/// Dick's log, as TERM COMMAND.
const LOG: [&str; 4] = ["0 set a 1", "0 set b 2", "0 set c 3", "0 set d 4"];

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
    let writes = r#"[{"server":"dick","term":2,"keep":3,"append":[{"term":2,"command":"set ä 🙂"}],"damage":[]}]"#;
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
        r#"[{{"server":"tom","term":0,"keep":0,"append":[],"damage":[]}},
            {{"server":"dick","term":0,"keep":1,"append":[{{"term":0,"command":"set x {}"}}],"damage":[]}}]"#,
        "y".repeat(190)
    );
    let failure = text(&write(&storage, ROOM, &json(&writes)));
    storage.remove_item("filler").expect("the filler goes");
    assert_eq!(
        failure,
        r#"{"failed":"dick","why":"the browser's storage for this site is full","full":true,"undone":true}"#
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
    storage.remove_item("filler").expect("the filler goes");
    assert!(with_disks.contains(r#""why":null"#), "{with_disks}");
    assert_eq!(
        without,
        r#"{"storage":null,"why":"Nothing can be kept: the browser's storage for this site is full."}"#
    );
    assert!(text(&open_storage(&read)).contains(r#""why":null"#));
}

#[wasm_bindgen_test]
async fn a_blocked_storage_is_none() {
    let said = open_blocked().await.expect("the frame answers");
    assert_eq!(
        said.as_string().as_deref(),
        Some(r#"[null,"Nothing can be kept: the browser blocks the storage of this page."]"#)
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
    let expected = Entry::parse("0 sett a 1").unwrap_err();
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

/// The real storage with nothing in it but a sandbox in which dick has four entries.
fn sandbox() -> Storage {
    let window = web_sys::window().expect("a window");
    let storage = window
        .local_storage()
        .expect("no error")
        .expect("a storage");
    storage.clear().expect("it can be cleared");
    let disks = format!(
        r#"[{{"name":"dick","term":0,"entries":{}}}]"#,
        entries_json()
    );
    let failure = write_room(&storage, ROOM, &json(HEAD), &json(&disks));
    assert!(failure.is_null(), "{failure:?}");
    storage
}

fn entries_json() -> String {
    let entries = LOG.map(|line| format!(r#"{{"term":0,"command":"{}"}}"#, &line[2..]));
    format!("[{}]", entries.join(","))
}

/// Everything in a storage, sorted.
fn content(storage: &Storage) -> Vec<(String, String)> {
    let count = storage.length().expect("a length");
    let keys = (0..count).filter_map(|position| storage.key(position).expect("a key"));
    let mut pairs: Vec<(String, String)> = keys
        .map(|key| {
            let value = storage.get_item(&key).expect("a value").unwrap_or_default();
            (key, value)
        })
        .collect();
    pairs.sort();
    pairs
}

fn key(name: &str) -> String {
    format!("catchup/1/{ROOM}/{name}")
}

fn item(storage: &Storage, name: &str) -> Option<String> {
    storage.get_item(&key(name)).expect("it can be read")
}

fn set(storage: &Storage, name: &str, value: &str) {
    storage.set_item(&key(name), value).expect("there is room");
}

/// What lies under one of dick's entries.
fn value(storage: &Storage, index: u32) -> Option<String> {
    item(storage, &format!("dick/{index:08}"))
}

/// The simulation's own check of an entry, as a function for the page.
fn entry_fault() -> Function {
    let check = |text: String| Entry::parse(&text).err().map(str::to_string);
    Closure::<dyn Fn(String) -> Option<String>>::new(check)
        .into_js_value()
        .unchecked_into()
}

fn real_storage() -> JsValue {
    let window = web_sys::window().expect("a window");
    window
        .local_storage()
        .expect("no error")
        .expect("a storage")
        .into()
}

fn read() -> JsValue {
    read_room(&real_storage(), ROOM, &entry_fault())
}

/// Dick's disk as it is found.
fn dick() -> JsValue {
    let servers = field(&read(), "servers");
    js_sys::Array::from(&servers).get(1)
}

/// What is wrong with dick's disk.
fn fault() -> Option<String> {
    let fault = field(&dick(), "fault");
    (!fault.is_null()).then(|| field(&fault, "says").as_string().expect("a sentence"))
}

/// What of dick's log can be trusted, as TERM COMMAND.
fn log() -> Vec<String> {
    let entries = js_sys::Array::from(&field(&dick(), "entries"));
    let line = |entry: JsValue| {
        let term = field(&entry, "term").as_f64().expect("a number");
        let command = field(&entry, "command").as_string().expect("a text");
        format!("{term} {command}")
    };
    entries.iter().map(line).collect()
}

/// The actions that make a simulation follow which has dick's log as it was at first.
fn lines() -> Vec<String> {
    let entries = json(&entries_json());
    let none = json("[]");
    let found = compare_server(
        &real_storage(),
        ROOM,
        "dick",
        &entries,
        &none,
        &entry_fault(),
    );
    let lines = js_sys::Array::from(&field(&found, "lines"));
    lines.iter().filter_map(|line| line.as_string()).collect()
}

/// Mends dick's disk.
fn mend(how: &str) {
    let mended = repair(&real_storage(), ROOM, "dick", how, &entry_fault());
    assert!(field(&mended, "failure").is_null(), "{}", text(&mended));
    assert_eq!(fault(), None);
}

fn strs(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

fn field(value: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(value, &name.into()).expect("an object")
}

fn json(text: &str) -> JsValue {
    JSON::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

fn text(value: &JsValue) -> String {
    let text = JSON::stringify(value).expect("it can be told as JSON");
    text.into()
}
