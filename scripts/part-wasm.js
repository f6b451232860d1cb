// Parts what `scripts/build-wasm.js` made for the page into what its first screen calls, and the rest. How, split-wasm.js says; which functions
// are called, first-screen.js finds out. Only the built page has two parts: the one that is worked on may call more each minute.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { binaryen, checksum, isMadeFrom, publish, versions, wholeName } from "./made.js";
import { root, run, Trouble } from "./run.js";
import { counting, split } from "./split-wasm.js";

/** Where the whole lies, and the parts go. */
const folder = path.join(root, "pkg");

/** What Rust's compiler uses of WebAssembly's later versions, by the names that Binaryen has for it. */
const features = ["--enable-bulk-memory", "--enable-reference-types", "--enable-multivalue", "--enable-mutable-globals", "--enable-sign-ext", "--enable-nontrapping-float-to-int"];

/** What else than the crate decides what the first screen calls, and how it is parted. */
const firstScreen = ["scripts/part-wasm.js", "scripts/split-wasm.js", "scripts/first-screen.js", "www/session", "www/disks", "www/words", "locales"];

/** Parts the page's WebAssembly into what the first screen calls, `first.wasm`, and `rest.wasm`; nothing when they are there already. */
export async function partWasm() {
  const whole = path.join(folder, wholeName);
  const stamp = { name: ".parted-from", checksum: checksum([whole, ...versions, ...firstScreen]) };
  if (isMadeFrom(folder, stamp)) return;
  const scratch = mkdtempSync(path.join(tmpdir(), "catchup-"));
  try {
    const { first, rest } = await parted(whole, scratch);
    const made = path.join(scratch, "made");
    mkdirSync(made);
    for (const [name, module] of Object.entries({ first, rest })) {
      const file = path.join(made, `${name}.wasm`);
      await assemble(module, file);
      await binaryen("wasm-opt", ...features, "--remove-unused-module-elements", "--strip-target-features", file, "-o", file);
    }
    publish(made, folder, stamp);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/**
 * @param {string} whole A WebAssembly.
 * @param {string} scratch A folder for what is made on the way.
 * @returns {Promise<{ first: string, rest: string }>} Its parts, in the text format.
 */
async function parted(whole, scratch) {
  const text = path.join(scratch, "whole.wat");
  const counter = path.join(scratch, "counting.wasm");
  const called = path.join(scratch, "called.json");
  await binaryen("wasm-dis", ...features, whole, "-o", text);
  const module = readFileSync(text, "utf8");
  await assemble(counting(module), counter);
  if (!await run(process.execPath, [path.join(root, "scripts", "first-screen.js"), folder, counter, called])) {
    throw new Trouble("The page's first screen could not be opened in Node. What is printed above says why.");
  }
  return split(module, JSON.parse(readFileSync(called, "utf8")));
}

/**
 * @param {string} module A module in the text format.
 * @param {string} file Where it goes as a WebAssembly.
 */
async function assemble(module, file) {
  const text = `${file}.wat`;
  writeFileSync(text, module);
  await binaryen("wasm-as", ...features, text, "-o", file);
  rmSync(text);
}
