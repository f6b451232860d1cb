// The worker that searches, so that the page stays smooth meanwhile: it goes on in slices, tells how far it is after each, and
// looks between them whether it is to stop.

import { Search, bounds, initSync } from "../../pkg/search/catchup.js";

/** @import { BoundRow, Order, SearchProgress } from "../../pkg/search/catchup.js" */

/**
 * What it is asked.
 * @typedef {{ kind: "begin", module: WebAssembly.Module } | { kind: "bounds", protocol: string } | { kind: "search", order: Order } | { kind: "stop" }} Asked
 */

/**
 * What it answers. `milliseconds` is how long it has searched.
 * @typedef {{ kind: "bounds", rows: BoundRow[] } | { kind: "progress", progress: SearchProgress, milliseconds: number } | { kind: "trouble", says: string }} Answer
 */

/** How long a slice is to take, in milliseconds: short enough to stop at once, long enough to get on. */
const SLICE = 100;

let search = /** @type {Search | null} */ (null);
/** Counts searches, so that the slices of one that was stopped end. */
let current = 0;

/** @param {Answer} answer What the page is told. */
const tell = (answer) => postMessage(answer);

addEventListener("message", (/** @type {MessageEvent<Asked>} */ { data }) => {
  try {
    take(data);
  } catch (error) {
    tell({ kind: "trouble", says: error instanceof Error ? error.message : `${error}` });
  }
});

/** @param {Asked} asked What is asked. */
function take(asked) {
  switch (asked.kind) {
    case "begin":
      initSync({ module: asked.module });
      break;
    case "bounds":
      tell({ kind: "bounds", rows: bounds(asked.protocol) });
      break;
    case "search":
      end();
      search = new Search(asked.order);
      goOn(current, performance.now(), 1_000);
      break;
    case "stop":
      end();
      break;
  }
}

/** Gives the memory of a search back. */
function end() {
  current++;
  search?.free();
  search = null;
}

/**
 * One slice, and then the next.
 * @param {number} which The search that it belongs to.
 * @param {number} begun When that began, in milliseconds.
 * @param {number} states How many states to look at.
 */
function goOn(which, begun, states) {
  if (which !== current || search === null) return;
  const before = performance.now();
  const progress = search.advance(states);
  const now = performance.now();
  tell({ kind: "progress", progress, milliseconds: now - begun });
  if (progress.outcome !== null) return end();
  const next = Math.min(Math.max(states * (SLICE / Math.max(now - before, 1)), 100), 1_000_000);
  setTimeout(() => goOn(which, begun, Math.round(next)));
}
