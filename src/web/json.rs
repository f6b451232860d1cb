//! Plain values for JavaScript, written as JSON and read by the browser's own parser.
//!
//! One text crosses the boundary for a whole object, where setting its fields one by one would cross it
//! for each of them. That is faster, and a fraction of the code that serde with serde-wasm-bindgen makes
//! of twenty structs.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

// The little of JavaScript that is needed. js-sys has all of it, but brings code along that nobody calls.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = JSON)]
    fn parse(text: &str) -> JsValue;

    /// A plain object.
    #[derive(Clone)]
    pub type Object;

    /// Sets a field.
    #[wasm_bindgen(method, structural, indexing_setter)]
    pub fn set(this: &Object, field: &str, value: &JsValue);

    #[derive(Clone)]
    pub type Array;

    #[wasm_bindgen(constructor)]
    pub fn new() -> Array;

    #[wasm_bindgen(method)]
    pub fn push(this: &Array, value: &JsValue);

    /// A copy of a part.
    #[wasm_bindgen(method)]
    pub fn slice(this: &Array, start: u32, end: u32) -> Array;

    /// Both, one after the other.
    #[wasm_bindgen(method)]
    pub fn concat(this: &Array, other: &JsValue) -> Array;
}

impl Default for Array {
    fn default() -> Array {
        Array::new()
    }
}

/// A text in JSON, as far as it is written. The commas come by themselves.
#[derive(Default)]
pub struct Json {
    text: String,
}

impl Json {
    /// An object, whose fields are written by `fill`.
    pub fn object(&mut self, fill: impl FnOnce(&mut Json)) {
        self.begin('{');
        fill(self);
        self.text.push('}');
    }

    /// The name of a field. Its value is written next.
    pub fn key(&mut self, name: &str) -> &mut Json {
        self.text(name);
        self.text.push(':');
        self
    }

    pub fn list<T>(&mut self, items: impl IntoIterator<Item = T>, write: impl Fn(&mut Json, T)) {
        self.begin('[');
        for item in items {
            write(self, item);
        }
        self.text.push(']');
    }

    pub fn text(&mut self, value: &str) {
        self.begin('"');
        for character in value.chars() {
            match character {
                '"' | '\\' => self.text.push('\\'),
                '\0'..='\x1f' => {
                    self.escape(character);
                    continue;
                }
                _ => {}
            }
            self.text.push(character);
        }
        self.text.push('"');
    }

    pub fn number(&mut self, value: u32) {
        self.word(&format!("{value}"));
    }

    pub fn flag(&mut self, value: bool) {
        self.word(if value { "true" } else { "false" });
    }

    pub fn null(&mut self) {
        self.word("null");
    }

    /// What is written, as JavaScript has it.
    pub fn value(&self) -> JsValue {
        parse(&self.text)
    }

    fn word(&mut self, word: &str) {
        self.separate();
        self.text.push_str(word);
    }

    fn begin(&mut self, bracket: char) {
        self.separate();
        self.text.push(bracket);
    }

    fn separate(&mut self) {
        if !matches!(self.text.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.text.push(',');
        }
    }

    fn escape(&mut self, control: char) {
        let code = u32::from(control);
        self.text.push_str("\\u00");
        for digit in [code / 16, code % 16] {
            self.text.extend(char::from_digit(digit, 16));
        }
    }
}

/// One object, as JavaScript has it.
pub fn object(fill: impl FnOnce(&mut Json)) -> Object {
    let mut json = Json::default();
    json.object(fill);
    json.value().unchecked_into()
}

/// A list of texts, as JavaScript has it.
pub fn texts(texts: &[String]) -> JsValue {
    let mut json = Json::default();
    json.list(texts, |json, text| json.text(text));
    json.value()
}

/// A value that JavaScript was given. It is given again as long as its text is the same.
#[derive(Default)]
pub struct Memo {
    text: String,
    value: JsValue,
}

impl Memo {
    /// What is written, as JavaScript has it.
    pub fn value(&mut self, json: Json) -> JsValue {
        if self.text != json.text {
            self.value = json.value();
            self.text = json.text;
        }
        self.value.clone()
    }

    /// What was given last.
    pub fn last(&self) -> JsValue {
        self.value.clone()
    }
}
