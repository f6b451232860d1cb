// How many different states a second the search sees: natively beside stateright on the same model, and in WebAssembly, in Node and in a
// browser, on the same search of Raft.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cargoBuild } from "../scripts/tools.js";
import { Trouble } from "../scripts/run.js";

/** @typedef {{ name: string, states: number, seconds: number, bytes_each: number | null }} Measured */

/**
 * Runs `bench/search_speed.rs`, having built it.
 * @returns {Promise<Measured[]>} What it measured.
 */
export async function nativeSearch() {
  const files = await cargoBuild(["--quiet", "--profile", "fast", "--bench", "search_speed"]);
  const program = files?.find((file) => /search_speed(-[0-9a-f]+)?(\.exe)?$/.test(file));
  if (!program) throw new Trouble("bench/search_speed.rs could not be built. What cargo printed above says why.");
  const lines = execFileSync(program, { encoding: "utf8" }).trim().split("\n");
  return lines.map((line) => JSON.parse(line));
}

/**
 * The same search of Raft as the native one of that name, in this process.
 * @returns {Promise<{ first: Measured, then: Measured }>} What was measured: see `searchRaftAgain`.
 */
export async function nodeSearch() {
  const { Search, initSync, setSpeaker } = await import("../pkg/search/catchup.js");
  initSync({ module: readFileSync(new URL("../pkg/search/catchup_bg.wasm", import.meta.url)) });
  // Nobody reads what it says here.
  setSpeaker({ say: (id) => id });
  const { searchRaftAgain } = await import("./search-raft.js");
  return searchRaftAgain(Search);
}
