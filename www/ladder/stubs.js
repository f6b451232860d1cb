// What a tear stops of all that was sent at once: one stub with one label, however many messages it is. Each keeps its own line from
// its own row, since rows are fixed at sending; one bar along the tear ends them all, and only the lowest tells the numbers.

import { stateOf } from "./laid.js";
import { tornAt } from "./partings.js";

/** @import { Layout } from "./layout.js" */
/** @import { PlacedMessage } from "./placed.js" */

/** Of so many numbers in a row, only the first and the last are told. */
const RUN_LEAST = 3;

/**
 * The messages that share a stub: sent at once by one server, and stopped at one tear, in rows that follow each other.
 * @param {PlacedMessage} placed One of them.
 * @param {{layout: Layout, cursor: number}} scene The moment: what is still in flight then has no part in it.
 * @returns {PlacedMessage[]} From the highest to the lowest; none when no tear has stopped it.
 */
export function stubOf(placed, { layout, cursor }) {
  if (stateOf(placed, cursor) !== "refused") return [];
  const gap = tornAt(layout, placed);
  if (gap === null) return [];
  const atOnce = layout.items.slice(layout.laid.itemCount[placed.moment - 1] ?? 0, layout.laid.itemCount[placed.moment]);
  const stopped = atOnce.filter((item) => item.kind === "message").filter((one) => one.from === placed.from && one.chunk === placed.chunk && stateOf(one, cursor) === "refused" && tornAt(layout, one) === gap && (one.to > one.from) === (placed.to > placed.from));
  const byRow = new Map(stopped.map((one) => [one.row, one]));
  let first = placed.row;
  while (byRow.has(first - 1)) first -= 1;
  /** @type {PlacedMessage[]} */
  const stub = [];
  for (let one = byRow.get(first); one !== undefined; one = byRow.get(one.row + 1)) stub.push(one);
  return stub;
}

/**
 * The numbers of a stub.
 * @param {readonly PlacedMessage[]} stub Its messages.
 * @returns {string} "31, 32" or "25–27".
 */
export function numbersIn(stub) {
  const ids = stub.map(({ message }) => message.id).sort((one, other) => one - other);
  /** @type {number[][]} */
  const runs = [];
  for (const id of ids) {
    const run = runs.at(-1);
    if (run?.at(-1) === id - 1) run.push(id);
    else runs.push([id]);
  }
  return runs.map((run) => (run.length < RUN_LEAST ? run.join(", ") : `${run[0]}–${run.at(-1)}`)).join(", ");
}
