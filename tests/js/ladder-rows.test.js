// How much room a message has on the ladder, however often the same was said.

import assert from "node:assert/strict";
import { test } from "node:test";
import { CHUNK_ROWS, createLayout, layOut } from "../../www/ladder/layout.js";
import "./speak.js";

/** @import { Outline } from "../../pkg/catchup.js" */
/** @import { Layout } from "../../www/ladder/layout.js" */

/**
 * @param {Outline[][]} moments What happens after the start.
 * @returns {Layout} Its layout. Characters are half a rem wide, and twenty of them fit into a line.
 */
function laid(moments) {
  const layout = createLayout(["every", "tom", "dick", "and", "harry"], { width: 10, clientWidth: 10, gap: 12, widthOf: (word) => word.length / 2, linesLimit: 3, linesMost: 5, lineHeight: 1, pillBelow: false, chunkRows: CHUNK_ROWS });
  layOut(layout, [[], ...moments]);
  return layout;
}

/**
 * @param {Layout} layout A layout.
 * @param {number} id The number of a message.
 * @returns {number[]} How its row, its arrow and its label stand to each other.
 */
function roomOf(layout, id) {
  const placed = layout.byId.get(id);
  assert.ok(placed, `message ${id}`);
  const { top, bottom, y, end, lines, first, last } = placed;
  return [bottom - top, y - top, end - y, lines, first, last];
}

test("who says again what was said before has the room that this message needs, whatever stood there before", () => {
  const says = "It takes as many words as there can be on a line.";
  const messages = [
    { id: 1, from: "every", to: "dick", says },
    { id: 99_999_999_999, from: "every", to: "dick", says },
    { id: 2, from: "every", to: "harry", says },
    { id: 3, from: "dick", to: "every", says },
    { id: 4, from: "every", to: "dick", says, refusal: "for a reason that takes more than the one line that is kept for it" },
    { id: 5, from: "every", to: "dick", says, entry_count: 3 },
    { id: 6, from: "every", to: "dick", says, copy_of: 100_000_000_000 },
    { id: 7, from: "every", to: "client", says },
    { id: 8, from: "tom", to: "dick", says },
  ];
  const moments = messages.map((message) => [/** @type {Outline} */ ({ kind: "sent", message })]);
  const alone = messages.map(({ id }, place) => roomOf(laid([moments[place] ?? []]), id));
  for (const order of [moments, [...moments].reverse()]) {
    const together = laid(order);
    assert.deepEqual(messages.map(({ id }) => roomOf(together, id)), alone);
  }
  assert.ok(new Set(alone.map((one) => one.join())).size > 5, "they differ");
});
