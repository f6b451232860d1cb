//! Writes the JavaScript and the types around Catchup's WebAssembly: `catchup-bind WASM FOLDER`.
//!
//! This is `wasm-bindgen --target web --remove-producers-section --out-dir FOLDER WASM`, made of the same library. That
//! program does much else, drives browsers among it, and takes minutes to build, which whoever starts the page for the
//! first time would have to wait for. The library's version has to be that of `wasm-bindgen` in the project's Cargo.lock.

use std::env;
use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [wasm, folder] = arguments.as_slice() else {
        eprintln!("What is understood: catchup-bind WASM FOLDER");
        return ExitCode::from(2);
    };
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(wasm)
        .typescript(true)
        .omit_default_module_path(false)
        .remove_producers_section(true);
    match bindgen
        .web(true)
        .and_then(|bindgen| bindgen.generate(folder))
    {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:?}");
            ExitCode::FAILURE
        }
    }
}
