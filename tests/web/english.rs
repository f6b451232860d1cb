//! Lets the simulation speak English, as a page does.

use std::cell::Cell;

use catchup::words::{Argument, set_speaker};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

#[path = "../../src/words/native.rs"]
#[expect(dead_code, reason = "only English is spoken here")]
mod native;

thread_local! {
    static SPEAKS: Cell<bool> = const { Cell::new(false) };
}

/// To be called before anything that has words.
pub fn speak() {
    if SPEAKS.replace(true) {
        return;
    }
    let say = |message: String, values: Object| {
        let entries = Object::entries(&values).into_iter().map(|entry| {
            let entry = Array::from(&entry);
            let (name, value) = (entry.get(0).as_string(), entry.get(1));
            let argument = match value.as_f64() {
                Some(number) => Argument::Number(number as u32),
                None => Argument::from(value.as_string().expect("a text or a number")),
            };
            (name.expect("a name"), argument)
        });
        let entries: Vec<(String, Argument)> = entries.collect();
        let arguments = entries
            .iter()
            .map(|(name, value)| (name.as_str(), value.clone()));
        native::say(&message, &Vec::from_iter(arguments))
    };
    let say = Closure::<dyn Fn(String, Object) -> String>::new(say).into_js_value();
    let speaker = Object::new();
    Reflect::set(&speaker, &"say".into(), &say).expect("a plain object");
    set_speaker(speaker.unchecked_into());
}
