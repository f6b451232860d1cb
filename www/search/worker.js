// The worker that searches, so that the page stays smooth meanwhile: it goes on in slices, tells how far it is after each, and
// looks between them whether it is to stop.

import { Search, bounds, initSync, setSpeaker } from "../../pkg/search/catchup.js";
import { learn, say } from "../words/say.js";

/** @import { BoundRow, Order, SearchProgress, SearchRescue, WayBack } from "../../pkg/search/catchup.js" */

/**
 * What it is asked.
 * @typedef {{ kind: "begin", module: WebAssembly.Module, catalogues: readonly { language: string, text: string }[] } | { kind: "bounds", protocol: string } | { kind: "search", order: Order } | { kind: "stop" }} Asked
 */

/**
 * What it answers. `milliseconds` is how long it has searched; after a run that breaks comes the nearest one that does not.
 * @typedef {{ kind: "bounds", rows: BoundRow[] } | { kind: "progress", progress: SearchProgress, milliseconds: number } | { kind: "rescue", rescue: SearchRescue } | { kind: "trouble", says: string }} Answer
 */

/** How long a slice is to take, in milliseconds: short enough to stop at once, long enough to get on. */
const SLICE = 100;

/** How many deliveries are tried in a slice on the way to the nearest run that does not break. */
const DELIVERIES = 5_000;

let search = /** @type {Search | null} */ (null);
let wayBack = /** @type {WayBack | null} */ (null);
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
      for (const { language, text } of asked.catalogues) learn(language, text);
      setSpeaker({ say });
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
  wayBack?.free();
  [search, wayBack] = [null, null];
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
  if (progress.outcome !== null) return lookBack(which);
  const next = Math.min(Math.max(states * (SLICE / Math.max(now - before, 1)), 100), 1_000_000);
  setTimeout(() => goOn(which, begun, Math.round(next)));
}

/**
 * Looks for the nearest run that does not break, where one was found that does.
 * @param {number} which The search that it belongs to.
 */
function lookBack(which) {
  if (which !== current || search === null) return;
  wayBack ??= search.way_back() ?? null;
  const rescue = wayBack?.advance(DELIVERIES);
  if (rescue !== undefined) tell({ kind: "rescue", rescue });
  if (wayBack === null || rescue !== undefined) end();
  else setTimeout(() => lookBack(which));
}
