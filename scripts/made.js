// Making the WebAssembly for the page and for the search: Binaryen's programs, and what is left out because it is there already.

import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root, run, say, Trouble } from "./run.js";

/** What wasm-bindgen calls the WebAssembly. */
export const wholeName = "catchup_bg.wasm";

/** The versions of the tools. */
export const versions = ["Cargo.lock", "package-lock.json"];

/**
 * Runs one of Binaryen's programs, which npm brings.
 * @param {string} program Its name.
 * @param {readonly string[]} args Its arguments.
 */
export async function binaryen(program, ...args) {
  if (await run(process.execPath, [path.join(root, "node_modules", "binaryen", "bin", program), ...args])) return;
  throw new Trouble(`${program} could not work on the WebAssembly. What it printed above says why.`);
}

/** What something was made of: the file that says so, and the checksum in it. @typedef {{ name: string, checksum: string }} Stamp */

/**
 * @param {string} folder Where something is made.
 * @param {Stamp} stamp What it would be made of now.
 * @returns {boolean} Whether it is there already, made of that.
 */
export function isMadeFrom(folder, { name, checksum: now }) {
  const file = path.join(folder, name);
  return existsSync(file) && readFileSync(file, "utf8") === now;
}

/**
 * Copies what was made to its place, file by file, so that a page that is open never finds it empty. The stamp goes last.
 * @param {string} made The folder with what was made.
 * @param {string} folder Its place.
 * @param {Stamp} stamp What it was made of.
 */
export function publish(made, folder, { name, checksum: now }) {
  const stamp = path.join(folder, name);
  const files = readdirSync(made);
  mkdirSync(folder, { recursive: true });
  rmSync(stamp, { force: true });
  for (const file of files) copyFileSync(path.join(made, file), path.join(folder, file));
  writeFileSync(stamp, now);
  const sizes = files.filter((file) => file.endsWith(".wasm")).map((file) => `${file} has ${kilobytes(path.join(folder, file))} kB`);
  say(`${path.relative(root, folder)}/ is ready: ${sizes.join(", ")}.`);
}

/**
 * @param {readonly string[]} inputs Files, and folders with all that is in them; below the project's folder where the path is not whole.
 * @returns {string} The checksum of them.
 */
export function checksum(inputs) {
  const hash = createHash("sha256");
  for (const file of inputs.flatMap((name) => filesAt(path.resolve(root, name)))) hash.update(readFileSync(file));
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
