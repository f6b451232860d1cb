//! The catalogues in a page: the script has them, and says what it is asked for.

use std::cell::RefCell;

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

use super::Argument;

#[wasm_bindgen]
extern "C" {
    /// What says messages. It throws where no catalogue has the message.
    #[wasm_bindgen(
        typescript_type = "{ say(message: string, values: Record<string, string | number>): string }"
    )]
    pub type Speaker;

    #[wasm_bindgen(method)]
    fn say(this: &Speaker, message: &str, values: &Object) -> String;
}

thread_local! {
    static SPEAKER: RefCell<Option<Speaker>> = const { RefCell::new(None) };
}

/// Tells the WebAssembly who says its messages, in the language of the page. To be called before anything else.
#[wasm_bindgen(js_name = setSpeaker)]
pub fn set_speaker(speaker: Speaker) {
    SPEAKER.set(Some(speaker));
}

pub fn say(message: &str, arguments: &[(&str, Argument)]) -> String {
    let values = Object::new();
    for (name, argument) in arguments {
        let value = match argument {
            Argument::Text(text) => JsValue::from_str(text),
            Argument::Number(number) => JsValue::from(*number),
        };
        Reflect::set(&values, &JsValue::from_str(name), &value).expect("a plain object");
    }
    SPEAKER.with_borrow(|speaker| {
        let speaker = speaker.as_ref().expect("setSpeaker was called");
        speaker.say(message, &values)
    })
}
