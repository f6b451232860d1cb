// Builds the Rust crate into `pkg/`, what the page imports: cargo makes WebAssembly, wasm-bindgen (or scripts/bind, made of
// its library) the JavaScript and the types around it, wasm-opt (of the npm package binaryen) makes it smaller. cargo itself
// judges what is to be compiled; the rest is left out when its input is what it was.
//
//     node scripts/build-wasm.js

import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { main, root, run, say, Trouble } from "./run.js";
import { cargoBuild, checkNode, ensureBinder, ensureNodeModules, ensureRust, remedy } from "./tools.js";

const pkgFolder = path.join(root, "pkg");
/** Holds the checksum of what `pkg/` was made from. */
const stampFile = path.join(pkgFolder, ".made-from");

/** Installs what is missing for it, and brings `pkg/` up to date. */
export async function buildWasm() {
  checkNode();
  await ensureRust();
  say("Building the Rust crate …");
  // None waits for another: the crate alone would leave a core idle, and npm waits for the network.
  const [packages, compiled, binder] = [ensureNodeModules(), compile(), ensureBinder()];
  await Promise.allSettled([packages, compiled, binder]);
  await packages;
  const wasm = await compiled;
  const commandOf = await binder;
  const stamp = checksum(wasm);
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  const made = path.join(path.dirname(wasm), "pkg");
  rmSync(made, { recursive: true, force: true });
  if (!await run(...commandOf(wasm, made))) {
    throw new Trouble("The JavaScript around the WebAssembly could not be written. What is printed above says why.");
  }
  await shrink(path.join(made, "catchup_bg.wasm"));
  publish(made, stamp);
  say(`pkg/ is ready; the WebAssembly has ${kilobytes(path.join(pkgFolder, "catchup_bg.wasm"))} kB.`);
}

/**
 * Lets cargo compile the crate.
 * @returns {Promise<string>} The WebAssembly file that it made.
 */
async function compile() {
  const files = await cargoBuild(["--lib", "--release", "--target", "wasm32-unknown-unknown"]);
  if (files === null) throw new Trouble(`The Rust crate could not be built. What cargo printed above says why. ${remedy()}`);
  const wasm = files.find((file) => file.endsWith("catchup.wasm"));
  if (!wasm) throw new Error("cargo named no catchup.wasm among what it made");
  return wasm;
}

/**
 * Makes the WebAssembly smaller, in place.
 * @param {string} wasm The file.
 */
async function shrink(wasm) {
  const wasmOpt = path.join(root, "node_modules", "binaryen", "bin", "wasm-opt");
  if (!existsSync(wasmOpt)) return say("There is no wasm-opt in node_modules: the WebAssembly stays larger than it must be.");
  // Without the second, all that serialises events becomes one function, of which gzip makes 9 kB more.
  const how = ["-Os", "--one-caller-inline-max-function-size=0", "--strip-debug"];
  if (await run(process.execPath, [wasmOpt, ...how, wasm, "-o", wasm])) return;
  throw new Trouble("wasm-opt could not make the WebAssembly smaller. What it printed above says why.");
}

/**
 * Copies what was made into `pkg/`, file by file, so that a page that is open never finds it empty. The stamp goes last.
 * @param {string} made The folder with what was made.
 * @param {string} stamp The checksum of what it was made from.
 */
function publish(made, stamp) {
  mkdirSync(pkgFolder, { recursive: true });
  rmSync(stampFile, { force: true });
  for (const file of readdirSync(made)) copyFileSync(path.join(made, file), path.join(pkgFolder, file));
  writeFileSync(stampFile, stamp);
}

/**
 * @param {string} wasm What cargo made.
 * @returns {string} The checksum of it, of this script, and of the versions of the tools.
 */
function checksum(wasm) {
  const inputs = [wasm, fileURLToPath(import.meta.url), path.join(root, "Cargo.lock"), path.join(root, "package-lock.json")];
  const hash = createHash("sha256");
  for (const input of inputs) hash.update(readFileSync(input));
  return hash.digest("hex");
}

/**
 * @param {string} file A file.
 * @returns {string} Its size, for people.
 */
function kilobytes(file) {
  return (statSync(file).size / 1000).toFixed(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(buildWasm);
