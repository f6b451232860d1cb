// When the panels draw: those that are there at once, those that come later as soon as they come.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createPanels } from "../../www/panels.js";

/** @import { View } from "../../www/types.js" */

/** @type {(cursor: number) => View} */
const moment = (cursor) => /** @type {View} */ ({ cursor });

test("a panel that comes later draws what is shown by then, and settles when all that came with it have drawn", () => {
  const told = /** @type {string[]} */ ([]);
  /** @param {string} name A panel. */
  const panel = (name) => ({ draw: (/** @type {View} */ { cursor }) => told.push(`${name} ${cursor}`), settle: () => told.push(`${name} settles`) });
  const panels = createPanels();
  panels.add(panel("heads"));
  assert.equal(panels.view(), null);
  panels.draw(moment(1));
  assert.deepEqual(told.splice(0), ["heads 1", "heads settles"]);
  panels.add(panel("ladder"), panel("story"));
  assert.deepEqual(told.splice(0), ["ladder 1", "story 1", "ladder settles", "story settles"]);
  panels.draw(moment(2));
  assert.deepEqual(told, ["heads 2", "ladder 2", "story 2", "heads settles", "ladder settles", "story settles"]);
  assert.equal(panels.view()?.cursor, 2);
});

test("what is shown already is known, whichever objects it consists of", () => {
  const panels = createPanels();
  assert.equal(panels.show(moment(1)), false);
  panels.draw(moment(1));
  assert.equal(panels.show(moment(1)), true);
  assert.equal(panels.show(moment(2)), false);
});

test("panels that have come to their end draw nothing", () => {
  const panels = createPanels();
  let drawn = 0;
  panels.add({ draw: () => (drawn += 1) });
  panels.end();
  panels.draw(moment(1));
  assert.equal(drawn, 0);
});

test("a panel that comes while others draw draws once", () => {
  const panels = createPanels();
  const drawn = /** @type {number[]} */ ([]);
  let hasCome = false;
  panels.add({
    draw() {
      if (!hasCome) panels.add({ draw: ({ cursor }) => drawn.push(cursor) });
      hasCome = true;
    },
  });
  panels.draw(moment(3));
  assert.deepEqual(drawn, [3]);
});
