// Partitions: which groups cut links make, what has to be cut for two of them, and where the ladder tears.

import assert from "node:assert/strict";
import { test } from "node:test";
import { apartLines, groupsOf, joinLines, partLines } from "../../www/drawing/partition.js";
import { laidAt } from "../../www/ladder/laid.js";
import { CHUNK_ROWS, createLayout, layOut } from "../../www/ladder/layout.js";
import { tearsWithin, tornAt } from "../../www/ladder/partings.js";

/** @import { Outline } from "../../pkg/catchup.js" */
/** @import { Layout } from "../../www/ladder/layout.js" */

const names = ["every", "tom", "dick", "and", "harry"];
const shape = { width: 10, clientWidth: 10, gap: 12, widthOf: (/** @type {string} */ word) => word.length / 2, linesLimit: 3, linesMost: 5, lineHeight: 1, pillBelow: false, chunkRows: CHUNK_ROWS };

/**
 * @param {Outline[][]} history What happened in each moment.
 * @returns {Layout} Its layout.
 */
function laid(history) {
  const layout = createLayout(names, shape);
  layOut(layout, history);
  return layout;
}

/** @type {(kind: "cut" | "healed", one: string, other: string) => Outline} */
const link = (kind, one, other) => ({ kind, servers: [one, other] });

/** Three and two: six links, one after the other. */
const parted = [[], ...["every", "tom", "dick"].flatMap((one) => ["and", "harry"].map((other) => [link("cut", one, other)]))];

test("groups are those who still reach each other, also by way of others", () => {
  const cut = new Set(["0 2", "1 2", "0 3", "1 3"]);
  const isCut = (/** @type {number} */ one, /** @type {number} */ other) => cut.has([one, other].sort().join(" "));
  assert.deepEqual(groupsOf(4, isCut), [0, 0, 1, 1]);
  cut.delete("1 3");
  assert.deepEqual(groupsOf(4, isCut), [0, 0, 0, 0]);
});

test("who is taken apart leaves the others as they are, and is joined to all of them again", () => {
  const cut = /** @type {const} */ ([["a", "b"], ["a", "c"]]);
  assert.deepEqual(apartLines(["a", "b", "c"], new Set(["b"]), cut), ["cut b c"]);
  assert.deepEqual(apartLines(["a", "b", "c"], new Set(["a", "b"]), cut), ["heal a b", "cut b c"]);
  assert.deepEqual(apartLines(["a", "b", "c"], new Set(["a"]), cut), []);
  assert.deepEqual(joinLines(new Set(["a"]), cut), ["heal a b", "heal a c"]);
  assert.deepEqual(joinLines(new Set(["a", "b"]), cut), ["heal a c"]);
});

test("one gesture cuts what is between the sides, heals what is within them, and does nothing twice", () => {
  assert.deepEqual(partLines(["a", "b", "c"], new Set(["b"]), [["a", "b"], ["a", "c"]]), ["heal a c", "cut b c"]);
  assert.deepEqual(partLines(["a", "b", "c"], new Set(["b"]), [["a", "b"], ["b", "c"]]), []);
});

test("the tear begins with the last of the links, and each one before has a line but no more", () => {
  const layout = laid(parted);
  const tags = layout.items.filter((item) => item.kind === "tag");
  assert.deepEqual(tags.map(({ slim }) => slim), [false, true, true, true, true, false]);
  assert.deepEqual(tags.map(({ sides }) => sides?.join("") ?? ""), ["", "", "", "", "", "00011"]);
  const bottom = laidAt(layout, 6).bottom;
  assert.deepEqual(tearsWithin(layout, 0, bottom, 6), [{ gap: 3, top: tags[5]?.y, bottom }]);
  assert.deepEqual(tearsWithin(layout, 0, bottom, 5), [], "a moment before there is none");
});

test("it ends with the first link that is healed, and servers that are no neighbours tear several gaps", () => {
  const layout = laid([...parted, [link("healed", "dick", "and")]]);
  const { bottom } = laidAt(layout, 7);
  const [tear] = tearsWithin(layout, 0, bottom, 7);
  assert.ok(tear && tear.bottom < bottom);
  const alone = laid([[], ...names.filter((name) => name !== "tom").map((name) => [link("cut", "tom", name)])]);
  assert.deepEqual(tearsWithin(alone, 0, laidAt(alone, 4).bottom, 4).map(({ gap }) => gap), [1, 2]);
});

test("a message that a tear stops ends at the first tear on its way, and waits at no lane", () => {
  const sent = { kind: /** @type {const} */ ("sent"), message: { id: 1, from: "every", to: "harry", says: "Hello." } };
  const late = { kind: /** @type {const} */ ("sent"), message: { id: 2, from: "dick", to: "harry", says: "Hello." } };
  const refused = (/** @type {typeof sent} */ { message: { id, from, to } }) => ({ kind: /** @type {const} */ ("refused"), id, from, to, why: /** @type {const} */ ("cut") });
  const layout = laid([...parted, [sent], [late], [refused(late)], [refused(sent)]]);
  const [one, other] = [1, 2].map((id) => layout.byId.get(id));
  assert.ok(one && other);
  assert.deepEqual([tornAt(layout, one), tornAt(layout, other), one.fate?.wait], [3, 3, null]);
});

test("a future without the cut leaves no tear behind", () => {
  const layout = laid(parted);
  layOut(layout, parted.slice(0, 4));
  assert.deepEqual(layout, laid(parted.slice(0, 4)));
});
