// Brings the simulation into the page in two parts: what the first screen calls, and the rest, which works on the same memory
// (scripts/part-wasm.js makes them). Only what opens a first screen may be called before the rest has come: all else breaks the simulation.
// The page that `npm start` serves has one part, with everything in it, by both addresses (vite.config.js).

import init from "../pkg/catchup.js";
import firstAddress from "../pkg/first.wasm?url";
import restAddress from "../pkg/rest.wasm?url";
import { loadSimulation } from "./page/start-trouble.js";

/** What the first part exports, when it runs or is on its way. @type {Promise<WebAssembly.Exports> | null} */
let first = null;
/** The rest, when it runs or is on its way; null when nobody asked for it, or it could not be had. @type {Promise<unknown> | null} */
let rest = null;
/** Whether it runs. */
let isWhole = false;

/** @returns {boolean} Whether all of the simulation may be called. */
export const hasAll = () => isWhole || import.meta.env.DEV;

/**
 * Loads what the first screen calls. Once is enough, and more do no harm.
 * @returns {Promise<WebAssembly.Exports>} What it exports, of which only the rest has use. Fails with a `StartTrouble`.
 */
export function loadFirstPart() {
  first ??= loadSimulation(async (source) => ({ ...await init({ module_or_path: source }) }), firstAddress);
  return first;
}

/**
 * Loads all else. Once is enough, and more do no harm.
 * @returns {Promise<unknown>} Fails with a `StartTrouble`; the next time it is asked for again.
 */
export function loadOtherPart() {
  if (import.meta.env.DEV) return loadFirstPart();
  const loading = rest ?? loadSimulation(runRest, restAddress);
  rest = loading;
  loading.catch(() => (rest = null));
  return loading;
}

/**
 * @param {Promise<Response> | ArrayBuffer} source The rest.
 */
async function runRest(source) {
  const whole = source instanceof ArrayBuffer ? source : await source;
  const imports = { first: await loadFirstPart() };
  if (whole instanceof ArrayBuffer) await WebAssembly.instantiate(whole, imports);
  else if (whole.headers.get("Content-Type") === "application/wasm") await WebAssembly.instantiateStreaming(whole, imports);
  // What a server calls something else is compiled when it is there, not while it arrives.
  else await WebAssembly.instantiate(await whole.arrayBuffer(), imports);
  isWhole = true;
}
