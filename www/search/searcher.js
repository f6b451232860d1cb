// The page's end of the worker that searches. Worker and WebAssembly are fetched when the first question comes.

import wasmAddress from "../../pkg/search/catchup_bg.wasm?url";
import { catalogues, say } from "../words/say.js";
import { startTroubleSays } from "./words.js";

/** @import { AheadProgress, BoundRow, Order, SearchProgress, SearchRescue } from "../../pkg/search/catchup.js" */
/** @import { Answer, Asked, Question } from "./worker.js" */

/**
 * What is told while it searches.
 * @typedef {object} Listener
 * @property {(rows: readonly BoundRow[]) => void} onBounds Within which bounds to look first.
 * @property {(progress: SearchProgress, milliseconds: number) => void} onProgress How far it is, and how long it has taken.
 * @property {(states: number) => void} [onLooking] How many states were met on the way to that.
 * @property {(rescue: SearchRescue) => void} onRescue What comes next to the run that was found and does not break.
 * @property {(progress: AheadProgress) => void} [onAhead] What is known of how far each action is from a broken promise.
 * @property {(says: string) => void} onTrouble Why it can't go on.
 */

/**
 * Makes what searches.
 * @param {Listener} listener Is told.
 * @returns {{ bounds(protocol: string, servers: number): void, search(order: Order): void, ahead(order: Order): void, stop(): void }} Each ends what was begun before it, of which nothing is told any more.
 */
export function createSearcher(listener) {
  /** @type {Promise<Worker> | null} */
  let worker = null;
  /** Counts what was asked, so that a late answer is known as one. */
  let latest = 0;

  /** @param {Answer} answer What the worker tells. */
  function hear(answer) {
    if (answer.which !== latest) return;
    if (answer.kind === "bounds") listener.onBounds(answer.rows);
    else if (answer.kind === "progress") listener.onProgress(answer.progress, answer.milliseconds);
    else if (answer.kind === "looking") listener.onLooking?.(answer.states);
    else if (answer.kind === "rescue") listener.onRescue(answer.rescue);
    else if (answer.kind === "ahead") listener.onAhead?.(answer.progress);
    else listener.onTrouble(answer.says);
  }

  /** @param {Question} question What to ask. */
  async function ask(question) {
    const which = ++latest;
    try {
      worker ??= begin(hear, lose);
      (await worker).postMessage(/** @type {Asked} */ ({ which, ...question }));
    } catch (error) {
      worker = null;
      console.error(error);
      listener.onTrouble(startTroubleSays(error));
    }
  }

  /** @param {string} says Why the worker broke off. It answers nothing any more, so the next question has another. */
  function lose(says) {
    worker = null;
    listener.onTrouble(says);
  }

  return {
    bounds: (protocol, servers) => void ask({ kind: "bounds", protocol, servers }),
    search: (order) => void ask({ kind: "search", order }),
    ahead: (order) => void ask({ kind: "ahead", order }),
    stop: () => void ask({ kind: "stop" }),
  };
}

/** The WebAssembly that searches, compiled once for all workers. @type {Promise<WebAssembly.Module> | null} */
let compiled = null;

/** @returns {Promise<WebAssembly.Module>} That WebAssembly. Compiled here: a worker of a page from a disk has no address from which to fetch. */
function compile() {
  compiled ??= fetch(wasmAddress).then((response) => response.arrayBuffer()).then((bytes) => WebAssembly.compile(bytes));
  compiled.catch(() => (compiled = null));
  return compiled;
}

/**
 * @param {(answer: Answer) => void} hear Is told what the worker tells.
 * @param {(says: string) => void} lose Is told when it breaks off, which is its end.
 * @returns {Promise<Worker>} The worker, with its WebAssembly.
 */
async function begin(hear, lose) {
  const module = await compile();
  const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  worker.addEventListener("message", (/** @type {MessageEvent<Answer>} */ { data }) => hear(data));
  worker.addEventListener("error", (event) => {
    worker.terminate();
    // One that could not be loaded has no message.
    lose(event.message ? say("search-broke-off", { why: event.message }) : startTroubleSays(event));
  });
  worker.postMessage(/** @type {Asked} */ ({ which: 0, kind: "begin", module, catalogues: catalogues() }));
  return worker;
}
