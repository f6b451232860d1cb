// The page's end of the worker that searches. Worker and WebAssembly are fetched when the first question comes.

import wasmAddress from "../../pkg/search/catchup_bg.wasm?url";
import { catalogues } from "../words/say.js";

/** @import { BoundRow, Order, SearchProgress, SearchRescue } from "../../pkg/search/catchup.js" */
/** @import { Answer, Asked } from "./worker.js" */

/**
 * What is told while it searches.
 * @typedef {object} Listener
 * @property {(rows: readonly BoundRow[]) => void} onBounds Within which bounds to look first.
 * @property {(progress: SearchProgress, milliseconds: number) => void} onProgress How far it is, and how long it has taken.
 * @property {(rescue: SearchRescue) => void} onRescue What comes next to the run that was found and does not break.
 * @property {(says: string) => void} onTrouble Why it can't go on.
 */

/**
 * Makes what searches.
 * @param {Listener} listener Is told.
 * @returns {{ bounds(protocol: string): void, search(order: Order): void, stop(): void }} Each is done in the order of the calls.
 */
export function createSearcher(listener) {
  /** @type {Promise<Worker> | null} */
  let worker = null;

  /** @param {Asked} asked What to ask. */
  async function ask(asked) {
    try {
      worker ??= begin(listener);
      (await worker).postMessage(asked);
    } catch (error) {
      worker = null;
      console.error(error);
      listener.onTrouble("What searches could not be loaded. Is there a connection? Then please try again.");
    }
  }

  return {
    bounds: (protocol) => void ask({ kind: "bounds", protocol }),
    search: (order) => void ask({ kind: "search", order }),
    stop: () => void ask({ kind: "stop" }),
  };
}

/**
 * @param {Listener} listener Is told.
 * @returns {Promise<Worker>} The worker, with its WebAssembly.
 */
async function begin(listener) {
  // Compiled here: a worker of a page from a disk has no address from which to fetch.
  const bytes = await (await fetch(wasmAddress)).arrayBuffer();
  const module = await WebAssembly.compile(bytes);
  const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  worker.addEventListener("message", (/** @type {MessageEvent<Answer>} */ { data }) => {
    if (data.kind === "bounds") listener.onBounds(data.rows);
    else if (data.kind === "progress") listener.onProgress(data.progress, data.milliseconds);
    else if (data.kind === "rescue") listener.onRescue(data.rescue);
    else listener.onTrouble(data.says);
  });
  worker.addEventListener("error", ({ message }) => listener.onTrouble(`The search broke off: ${message}`));
  worker.postMessage(/** @type {Asked} */ ({ kind: "begin", module, catalogues: catalogues() }));
  return worker;
}
