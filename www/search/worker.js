// The worker that searches, so that the page stays smooth meanwhile: it goes on in slices, tells how far it is after each, and
// looks between them whether it is to stop.

import { Ahead, Search, bounds, initSync, setSpeaker } from "../../pkg/search/catchup.js";
import { learn, say } from "../words/say.js";

/** @import { AheadProgress, BoundRow, Order, SearchProgress, SearchRescue, WayBack } from "../../pkg/search/catchup.js" */

/**
 * What it is asked. Each question ends what was begun before it.
 * @typedef {{ kind: "begin", module: WebAssembly.Module, catalogues: readonly { language: string, text: string }[] } | { kind: "bounds", protocol: string, servers: number } | { kind: "search", order: Order } | { kind: "ahead", order: Order } | { kind: "stop" }} Question
 * @typedef {Question & { which: number }} Asked `which` is in all answers.
 */

/**
 * What it answers. `milliseconds` is how long it has searched; after a run that breaks comes the nearest one that does not, and until then how many states were met on the way to it.
 * @typedef {{ kind: "bounds", rows: BoundRow[] } | { kind: "progress", progress: SearchProgress, milliseconds: number } | { kind: "looking", states: number } | { kind: "rescue", rescue: SearchRescue } | { kind: "ahead", progress: AheadProgress } | { kind: "trouble", says: string }} Told
 * @typedef {Told & { which: number }} Answer
 */

/** How long a slice is to take, in milliseconds: short enough to stop at once, long enough to get on. */
const SLICE = 100;

let search = /** @type {Search | null} */ (null);
let wayBack = /** @type {WayBack | null} */ (null);
let ahead = /** @type {Ahead | null} */ (null);
/** Which question is answered, so that the slices of one that was ended come to nothing. */
let current = 0;

/** @param {Told} told What the page is told. */
const tell = (told) => postMessage(/** @type {Answer} */ ({ which: current, ...told }));

addEventListener("message", (/** @type {MessageEvent<Asked>} */ { data }) => {
  try {
    take(data);
  } catch (error) {
    // After a trap, or where it did not begin, the simulation can't be asked anything: the page hears of what nobody catches, and begins anew.
    if (error instanceof WebAssembly.RuntimeError || data.kind === "begin") throw error;
    // Its own errors are sentences.
    tell({ kind: "trouble", says: error instanceof Error ? error.message : `${error}` });
  }
});

/** @param {Asked} asked What is asked. */
function take(asked) {
  end();
  current = asked.which;
  switch (asked.kind) {
    case "begin":
      initSync({ module: asked.module });
      for (const { language, text } of asked.catalogues) learn(language, text);
      setSpeaker({ say });
      break;
    case "bounds":
      tell({ kind: "bounds", rows: bounds(asked.protocol, asked.servers) });
      break;
    case "search":
      search = new Search(asked.order);
      goOn(current, performance.now(), 1_000);
      break;
    case "ahead":
      ahead = new Ahead(asked.order);
      lookAhead(current, 500);
      break;
    case "stop":
      break;
  }
}

/** Gives the memory of what was begun back. */
function end() {
  search?.free();
  wayBack?.free();
  ahead?.free();
  [search, wayBack, ahead] = [null, null, null];
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
  if (progress.outcome !== null) return lookBack(which, 1_000);
  setTimeout(() => goOn(which, begun, nextSlice(states, now - before)));
}

/**
 * @param {number} states How many states the last slice had.
 * @param {number} milliseconds How long it took.
 * @returns {number} How many the next one is to have.
 */
function nextSlice(states, milliseconds) {
  return Math.round(Math.min(Math.max(states * (SLICE / Math.max(milliseconds, 1)), 100), 1_000_000));
}

/**
 * Looks for the nearest run that does not break, where one was found that does: one slice, and then the next.
 * @param {number} which The search that it belongs to.
 * @param {number} deliveries How many to try.
 */
function lookBack(which, deliveries) {
  if (which !== current || search === null) return;
  wayBack ??= search.way_back() ?? null;
  if (wayBack === null) return end();
  const before = performance.now();
  const rescue = wayBack.advance(deliveries);
  if (rescue !== undefined) {
    tell({ kind: "rescue", rescue });
    return end();
  }
  tell({ kind: "looking", states: wayBack.states() });
  const next = nextSlice(deliveries, performance.now() - before);
  setTimeout(() => lookBack(which, next));
}

/**
 * One slice of a look ahead, and then the next.
 * @param {number} which The look that it belongs to.
 * @param {number} states How many states to look at.
 */
function lookAhead(which, states) {
  if (which !== current || ahead === null) return;
  const before = performance.now();
  const progress = ahead.advance(states);
  tell({ kind: "ahead", progress });
  if (!progress.goes_on) return end();
  const next = nextSlice(states, performance.now() - before);
  setTimeout(() => lookAhead(which, next));
}
