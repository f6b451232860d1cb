// Builds the Rust crate into `pkg/`, what the page imports: cargo makes WebAssembly, wasm-bindgen (or scripts/bind, made of
// its library) the JavaScript and the types around it, wasm-opt (of the npm package binaryen) makes it smaller. cargo itself
// judges what is to be compiled; the rest is left out when its input is what it was.
//
//     node scripts/build-wasm.js

import { rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { binaryen, checksum, isMadeFrom, publish, versions, wholeName } from "./made.js";
import { main, root, run, say, Trouble } from "./run.js";
import { cargoBuild, checkNode, ensureBinder, ensureNodeModules, ensureRust, remedy } from "./tools.js";

/**
 * A WebAssembly that is made of the crate.
 * @typedef {object} Build
 * @property {string} folder Where it goes, with what is around it.
 * @property {readonly string[]} cargo How cargo makes it.
 * @property {readonly string[]} optimise How wasm-opt does.
 */

/**
 * How wasm-opt makes a WebAssembly small when it is packed. Without the third, all that serialises events becomes one function, of which gzip
 * makes 9 kB more; the next two would take out what is alike, which gzip does better. The lowest kilobyte of memory is the end of the stack, which
 * nothing points into: so places can be reckoned in the instructions that read them.
 */
const smallPacked = ["-Os", "--converge", "--one-caller-inline-max-function-size=0", "--skip-pass=local-cse", "--skip-pass=code-folding", "--low-memory-unused", "--strip-target-features"];

/** Lets the compiler use instructions for several numbers at once, which all browsers have that can show the page. */
const wideInstructions = 'target.wasm32-unknown-unknown.rustflags=["-Ctarget-feature=+simd128"]';

/** @type {readonly Build[]} */
const builds = [
  { folder: path.join(root, "pkg"), cargo: ["--release"], optimise: smallPacked },
  // The one that searches, loaded when somebody asks for it: fast before small.
  { folder: path.join(root, "pkg", "search"), cargo: ["--profile", "fast", "--features", "search", "--config", wideInstructions], optimise: ["-O3"] },
];

/** Installs what is missing for it, and brings `pkg/` up to date. */
export async function buildWasm() {
  checkNode();
  await ensureRust();
  say("Building the Rust crate …");
  // None waits for another: the crate alone would leave a core idle, and npm waits for the network.
  const [packages, compiled, binder] = [ensureNodeModules(), compileAll(), ensureBinder()];
  await Promise.allSettled([packages, compiled, binder]);
  await packages;
  const commandOf = await binder;
  for (const [build, wasm] of await compiled) await bind(build, wasm, commandOf);
}

/**
 * Lets cargo compile the crate for each build, one after the other, since cargo does not work twice in one folder.
 * @returns {Promise<[Build, string][]>} With the WebAssembly file of each.
 */
async function compileAll() {
  /** @type {[Build, string][]} */
  const made = [];
  for (const build of builds) made.push([build, await compile(build)]);
  return made;
}

/**
 * @param {Build} build What to make.
 * @returns {Promise<string>} The WebAssembly file that cargo made.
 */
async function compile({ cargo }) {
  const files = await cargoBuild(["--lib", ...cargo, "--target", "wasm32-unknown-unknown"]);
  if (files === null) throw new Trouble(`The Rust crate could not be built. What cargo printed above says why. ${remedy()}`);
  const wasm = files.find((file) => file.endsWith("catchup.wasm"));
  if (!wasm) throw new Error("cargo named no catchup.wasm among what it made");
  return wasm;
}

/**
 * Writes what is around a WebAssembly, and puts it into its folder; nothing when it is there already.
 * @param {Build} build What it is made for.
 * @param {string} wasm What cargo made.
 * @param {Awaited<ReturnType<typeof ensureBinder>>} commandOf What writes it.
 */
async function bind(build, wasm, commandOf) {
  const stamp = { name: ".made-from", checksum: checksum([wasm, ...versions, "scripts/build-wasm.js"]) };
  if (isMadeFrom(build.folder, stamp)) return;
  const made = path.join(path.dirname(wasm), "pkg");
  rmSync(made, { recursive: true, force: true });
  if (!await run(...commandOf(wasm, made))) {
    throw new Trouble("The JavaScript around the WebAssembly could not be written. What is printed above says why.");
  }
  const file = path.join(made, wholeName);
  await binaryen("wasm-opt", ...build.optimise, "--strip-debug", file, "-o", file);
  publish(made, build.folder, stamp);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(buildWasm);
