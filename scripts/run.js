// Runs other programs for the scripts beside this file, and speaks to the person who started them.
// Uses nothing but Node itself: it runs before `npm ci` has.

import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. Every script works there, wherever it was called from. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** Something that the person has to know or to do: printed in words, without a stack trace. */
export class Trouble extends Error {}

/** Something that could not be had and that the rest does without. */
export class Unavailable extends Trouble {}

/**
 * Runs a script's body, and ends the process with 1 when it could not do what it was asked.
 * @param {() => Promise<void>} body What the script does.
 */
export async function main(body) {
  process.chdir(root);
  try {
    await body();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    console.error(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}

/**
 * Prints one sentence about what is being done.
 * @param {string} sentence The sentence.
 */
export function say(sentence) {
  console.log(sentence);
}

/**
 * @typedef {object} RunOptions
 * @property {Record<string, string>} [env] Variables to set besides those of this process.
 * @property {(output: string) => void} [listen] Called with each piece of output, which is printed all the same.
 */

/**
 * Runs a program, its output going where ours goes, and waits for its end.
 * @param {string} command A name on the PATH, or a file.
 * @param {string[]} args Its arguments.
 * @param {RunOptions} [options] Its variables, and who listens.
 * @returns {Promise<boolean>} Whether it was found and ended with 0.
 */
export function run(command, args, { env = {}, listen } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ["ignore", listen ? "pipe" : "inherit", listen ? "pipe" : "inherit"],
    });
    for (const [from, to] of /** @type {const} */ ([[child.stdout, process.stdout], [child.stderr, process.stderr]])) {
      from?.setEncoding("utf8").on("data", (/** @type {string} */ piece) => {
        to.write(piece);
        listen?.(piece);
      });
    }
    child.on("error", (error) => {
      console.error(`${command} could not be run: ${error.message}`);
      resolve(false);
    });
    child.on("close", (code) => resolve(code === 0));
  });
}

/**
 * Asks a program something.
 * @param {string} command A name on the PATH, or a file.
 * @param {string[]} args Its arguments.
 * @returns {string | null} What it printed, trimmed; null when it is not there or failed.
 */
export function ask(command, args) {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8" });
  return status === 0 ? stdout.trim() : null;
}

/**
 * Finds a program on the PATH. What npm put there is passed over: its `wasm-pack` is our own (scripts/wasm-pack).
 * @param {string} name The program's name, without `.exe`.
 * @returns {string | null} The whole path, or null.
 */
export function findOnPath(name) {
  const file = process.platform === "win32" ? `${name}.exe` : name;
  return (process.env.PATH ?? "")
    .split(path.delimiter)
    .filter((folder) => folder !== "" && !folder.endsWith(path.join("node_modules", ".bin")))
    .map((folder) => path.join(folder, file))
    .find(isProgram) ?? null;
}

/**
 * @param {string} file A path.
 * @returns {boolean} Whether a file lies there that may be run.
 */
export function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * Lets this process, and all that it starts, find the programs of a folder first.
 * @param {string} folder The folder.
 */
export function addToPath(folder) {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  if (folders[0] === folder) return;
  process.env.PATH = [folder, ...folders.filter((other) => other !== folder)].join(path.delimiter);
}

/** @returns {Promise<number>} A port of this machine that nobody listens at. */
export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}
