// Builds the Rust crate into `pkg/`, what the page imports: cargo makes WebAssembly, wasm-bindgen (or scripts/bind, made of
// its library) the JavaScript and the types around it, wasm-opt (of the npm package binaryen) makes it smaller, and what the
// page's first screen calls is parted from the rest (split-wasm.js). cargo itself judges what is to be compiled; all else is
// left out when its input is what it was.
//
//     node scripts/build-wasm.js

import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { main, root, run, say, Trouble } from "./run.js";
import { counting, split } from "./split-wasm.js";
import { cargoBuild, checkNode, ensureBinder, ensureNodeModules, ensureRust, remedy } from "./tools.js";

/**
 * A WebAssembly that is made of the crate.
 * @typedef {object} Build
 * @property {string} folder Where it goes, with what is around it.
 * @property {readonly string[]} cargo How cargo makes it.
 * @property {readonly string[]} optimise How wasm-opt does.
 * @property {boolean} isSplit Whether what the first screen calls is parted from the rest.
 */

/**
 * How wasm-opt makes a WebAssembly small when it is packed. Without the third, all that serialises events becomes one function, of which gzip
 * makes 9 kB more; the next two would take out what is alike, which gzip does better. The lowest kilobyte of memory is the end of the stack, which
 * nothing points into: so places can be reckoned in the instructions that read them.
 */
const smallPacked = ["-Os", "--converge", "--one-caller-inline-max-function-size=0", "--skip-pass=local-cse", "--skip-pass=code-folding", "--low-memory-unused", "--strip-target-features"];

/** Lets the compiler use instructions for several numbers at once, which all browsers have that can show the page. */
const wideInstructions = 'target.wasm32-unknown-unknown.rustflags=["-Ctarget-feature=+simd128"]';

/** What Rust's compiler uses of WebAssembly's later versions, by the names that Binaryen has for it. */
const features = ["--enable-bulk-memory", "--enable-reference-types", "--enable-multivalue", "--enable-mutable-globals", "--enable-sign-ext", "--enable-nontrapping-float-to-int"];

/** @type {readonly Build[]} */
const builds = [
  { folder: path.join(root, "pkg"), cargo: ["--release"], optimise: smallPacked, isSplit: true },
  // The one that searches, loaded when somebody asks for it: fast before small.
  { folder: path.join(root, "pkg", "search"), cargo: ["--profile", "fast", "--features", "search", "--config", wideInstructions], optimise: ["-O3"], isSplit: false },
];

/** What else than the crate decides what the first screen calls, and how it is parted. */
const firstScreen = ["scripts/build-wasm.js", "scripts/split-wasm.js", "scripts/first-screen.js", "www/session", "www/disks", "www/words", "locales"];

/** The file in a build's folder that holds the checksum of what it was made from. */
const stampName = ".made-from";

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
  const stamp = checksum(wasm);
  const stampFile = path.join(build.folder, stampName);
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  const made = path.join(path.dirname(wasm), "pkg");
  rmSync(made, { recursive: true, force: true });
  if (!await run(...commandOf(wasm, made))) {
    throw new Trouble("The JavaScript around the WebAssembly could not be written. What is printed above says why.");
  }
  const whole = path.join(made, "catchup_bg.wasm");
  const named = path.join(path.dirname(wasm), "catchup.named.wasm");
  await binaryen("wasm-opt", ...build.optimise, "--strip-dwarf", "-g", whole, "-o", named);
  if (build.isSplit) await part(named, made);
  await binaryen("wasm-opt", ...features, "--strip-debug", "--strip-target-features", named, "-o", whole);
  publish(made, build.folder, stamp);
  const sizes = readdirSync(build.folder).filter((file) => file.endsWith(".wasm")).map((file) => `${file} has ${kilobytes(path.join(build.folder, file))} kB`);
  say(`${path.relative(root, build.folder)}/ is ready: ${sizes.join(", ")}.`);
}

/**
 * Parts a WebAssembly into what the first screen calls, `first.wasm`, and `rest.wasm`.
 * @param {string} named The WebAssembly, with the names of its functions.
 * @param {string} folder Where the JavaScript around it lies, and the parts go.
 */
async function part(named, folder) {
  const [text, counter] = [`${named}.wat`, `${named}.counting`];
  await binaryen("wasm-dis", ...features, named, "-o", text);
  const whole = readFileSync(text, "utf8");
  await assemble(counting(whole), counter);
  const called = `${named}.called`;
  if (!await run(process.execPath, [path.join(root, "scripts", "first-screen.js"), folder, counter, called])) {
    throw new Trouble("The page's first screen could not be opened in Node. What is printed above says why.");
  }
  const { first, rest } = split(whole, JSON.parse(readFileSync(called, "utf8")));
  for (const [name, module] of Object.entries({ first, rest })) {
    const file = path.join(folder, `${name}.wasm`);
    await assemble(module, file);
    await binaryen("wasm-opt", ...features, "--remove-unused-module-elements", "--strip-target-features", file, "-o", file);
  }
}

/**
 * @param {string} module A module in the text format.
 * @param {string} file Where it goes as a WebAssembly.
 */
async function assemble(module, file) {
  writeFileSync(`${file}.wat`, module);
  await binaryen("wasm-as", ...features, `${file}.wat`, "-o", file);
  rmSync(`${file}.wat`);
}

/**
 * Runs one of Binaryen's programs, which npm brings.
 * @param {string} program Its name.
 * @param {readonly string[]} args Its arguments.
 */
async function binaryen(program, ...args) {
  if (await run(process.execPath, [path.join(root, "node_modules", "binaryen", "bin", program), ...args])) return;
  throw new Trouble(`${program} could not work on the WebAssembly. What it printed above says why.`);
}

/**
 * Copies what was made to its place, file by file, so that a page that is open never finds it empty. The stamp goes last.
 * @param {string} made The folder with what was made.
 * @param {string} folder Its place.
 * @param {string} stamp The checksum of what it was made from.
 */
function publish(made, folder, stamp) {
  const stampFile = path.join(folder, stampName);
  mkdirSync(folder, { recursive: true });
  rmSync(stampFile, { force: true });
  for (const file of readdirSync(made)) copyFileSync(path.join(made, file), path.join(folder, file));
  writeFileSync(stampFile, stamp);
}

/**
 * @param {string} wasm What cargo made.
 * @returns {string} The checksum of it, of these scripts, of the versions of the tools, and of what asks for the first screen.
 */
function checksum(wasm) {
  const inputs = [wasm, ...["Cargo.lock", "package-lock.json", ...firstScreen].flatMap((name) => filesAt(path.join(root, name)))];
  const hash = createHash("sha256");
  for (const input of inputs) hash.update(readFileSync(input));
  return hash.digest("hex");
}

/**
 * @param {string} place A file or a folder.
 * @returns {string[]} All files there.
 */
function filesAt(place) {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place).sort().flatMap((name) => filesAt(path.join(place, name)));
}

/**
 * @param {string} file A file.
 * @returns {string} Its size, for people.
 */
function kilobytes(file) {
  return (statSync(file).size / 1000).toFixed(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(buildWasm);
