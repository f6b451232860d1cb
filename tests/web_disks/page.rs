//! The page's modules as Rust sees them, and a sandbox to break.

use js_sys::{Function, JSON, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::Storage;

#[wasm_bindgen(inline_js = r##"
    // The page's own files, which the test runner serves beside its own. One at a time, each after those that it
    // imports: the runner's server forgets a connection when more than four come at once.
    const load = (name) => import(`/www/${name}.js`);
    for (const name of ["types", "scope", "resolver", "builtins", "memoizer", "bundle", "resource", "index"]) {
        await import(`/node_modules/@fluent/bundle/esm/${name}.js`);
    }
    const { learn } = await load("words/say");
    for (const name of ["first/page", "page", "simulation"]) learn("en", await (await fetch(`/locales/en/${name}.ftl`)).text());
    await load("disks/format");
    export const { openStorage, forgetAll } = await load("disks/storage");
    export const { write, writeRoom } = await load("disks/writing");
    export const { readRoom } = await load("disks/reading");
    export const { compareServer, repair } = await load("disks/recovery");
    await load("disks/room-claim");
    const { holdRoom } = await load("disks/room");

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

    // Fills the storage, but for a few characters, under keys that are not ours.
    export function fill(storage) {
        let number = 0;
        for (let size = 1 << 20; size >= 1; size >>= 1) {
            try {
                for (;;) storage.setItem(`filler/${number++}`, "x".repeat(size));
            } catch {
                // Half as much may fit.
            }
        }
    }

    export function unfill(storage) {
        for (const key of Object.keys(storage)) if (key.startsWith("filler/")) storage.removeItem(key);
    }

    // A frame from nowhere, whose storage the browser blocks.
    export async function open_blocked() {
        const source = await (await fetch("/www/disks/storage.js")).text();
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
        const lost = [];
        const first = await holdRoom(navigator.locks, "test", { storage: localStorage, onLost: () => lost.push("first") });
        const second = await holdRoom(navigator.locks, "test", { storage: localStorage, onLost: () => lost.push("second"), patience: 10 });
        const before = [first.held, second.held];
        await second.takeOver();
        while (first.held) await new Promise((resolve) => setTimeout(resolve, 1));
        const after = [first.held, second.held, ...lost];
        second.release();
        const third = await holdRoom(navigator.locks, "test", { storage: localStorage, onLost: () => lost.push("third") });
        third.release();
        return JSON.stringify([before, after, lost]);
    }
"##)]
extern "C" {
    #[wasm_bindgen(js_name = openStorage)]
    pub fn open_storage(read: &Function) -> JsValue;
    #[wasm_bindgen(js_name = forgetAll)]
    pub fn forget_all(storage: &Storage) -> JsValue;
    pub fn write(storage: &JsValue, room: &str, writes: &JsValue) -> JsValue;
    #[wasm_bindgen(js_name = writeRoom)]
    pub fn write_room(storage: &JsValue, room: &str, head: &JsValue, disks: &JsValue) -> JsValue;
    #[wasm_bindgen(js_name = readRoom)]
    pub fn read_room(storage: &JsValue, room: &str, checks: &JsValue) -> JsValue;
    #[wasm_bindgen(js_name = compareServer)]
    pub fn compare_server(
        storage: &JsValue,
        room: &str,
        server: &str,
        entries: &JsValue,
        damaged: &JsValue,
        checks: &JsValue,
    ) -> JsValue;
    pub fn repair(
        storage: &JsValue,
        room: &str,
        server: &str,
        how: &str,
        checks: &JsValue,
    ) -> JsValue;
    pub fn torn(storage: &JsValue, changes: u32) -> JsValue;
    pub fn fill(storage: &Storage);
    pub fn unfill(storage: &Storage);
    pub fn open_blocked() -> Promise;
    pub fn share_room() -> Promise;
}

pub const ROOM: &str = "sandbox";
pub const HEAD: &str = r#"{"registry":["tom","dick"],"protocol":"ask_length"}"#;

/// Dick's log, as TERM COMMAND.
pub const LOG: [&str; 4] = ["0 set a 1", "0 set b 2", "0 set c 3", "0 set d 4"];

/// The real storage with nothing in it but a sandbox in which dick has four entries.
pub fn sandbox() -> Storage {
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

pub fn entries_json() -> String {
    let entries = LOG.map(|line| format!(r#"{{"term":0,"command":"{}"}}"#, &line[2..]));
    format!("[{}]", entries.join(","))
}

/// Everything in a storage, sorted.
pub fn content(storage: &Storage) -> Vec<(String, String)> {
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

pub fn key(name: &str) -> String {
    format!("catchup/1/{ROOM}/{name}")
}

pub fn item(storage: &Storage, name: &str) -> Option<String> {
    storage.get_item(&key(name)).expect("it can be read")
}

pub fn set(storage: &Storage, name: &str, value: &str) {
    storage.set_item(&key(name), value).expect("there is room");
}

/// What lies under one of dick's entries.
pub fn value(storage: &Storage, index: u32) -> Option<String> {
    item(storage, &format!("dick/{index:08}"))
}

/// What the simulation knows of disks, as the page hands it on.
pub fn checks() -> JsValue {
    crate::english::speak();
    let entry_fault = Closure::<dyn Fn(String, String) -> Option<String>>::new(
        |text: String, registry: String| catchup::web::entry_fault(&text, &registry),
    );
    let is_name =
        Closure::<dyn Fn(String) -> bool>::new(|word: String| catchup::web::is_name(&word));
    let checks = Object::new();
    let put = |name: &str, value: &JsValue| {
        Reflect::set(&checks, &name.into(), value).expect("a plain object");
    };
    put("entryFault", &entry_fault.into_js_value());
    put("isName", &is_name.into_js_value());
    put("limits", &field(&catchup::web::catalog(), "limits"));
    checks.into()
}

pub fn real_storage() -> JsValue {
    let window = web_sys::window().expect("a window");
    window
        .local_storage()
        .expect("no error")
        .expect("a storage")
        .into()
}

pub fn read() -> JsValue {
    read_room(&real_storage(), ROOM, &checks())
}

/// Dick's disk as it is found.
pub fn dick() -> JsValue {
    let servers = field(&read(), "servers");
    js_sys::Array::from(&servers).get(1)
}

/// What is wrong with dick's disk.
pub fn fault() -> Option<String> {
    let fault = field(&dick(), "fault");
    (!fault.is_null()).then(|| field(&fault, "says").as_string().expect("a sentence"))
}

/// What of dick's log can be trusted, as TERM COMMAND.
pub fn log() -> Vec<String> {
    let entries = js_sys::Array::from(&field(&dick(), "entries"));
    let line = |entry: JsValue| {
        let term = field(&entry, "term").as_f64().expect("a number");
        let command = field(&entry, "command").as_string().expect("a text");
        format!("{term} {command}")
    };
    entries.iter().map(line).collect()
}

/// The actions that make a simulation follow which has dick's log as it was at first.
pub fn lines() -> Vec<String> {
    let entries = json(&entries_json());
    let none = json("[]");
    let found = compare_server(&real_storage(), ROOM, "dick", &entries, &none, &checks());
    let lines = js_sys::Array::from(&field(&found, "lines"));
    lines.iter().filter_map(|line| line.as_string()).collect()
}

/// Mends dick's disk.
pub fn mend(how: &str) {
    let mended = repair(&real_storage(), ROOM, "dick", how, &checks());
    assert!(field(&mended, "failure").is_null(), "{}", text(&mended));
    assert_eq!(fault(), None);
}

pub fn strs(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

pub fn field(value: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(value, &name.into()).expect("an object")
}

pub fn json(text: &str) -> JsValue {
    JSON::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

pub fn text(value: &JsValue) -> String {
    let text = JSON::stringify(value).expect("it can be told as JSON");
    text.into()
}
