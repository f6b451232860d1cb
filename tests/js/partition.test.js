// Partitions: which groups cut links make, what has to be cut for two of them, and where the ladder tears.

import assert from "node:assert/strict";
import { test } from "node:test";
import { apartLines, groupsOf, joinLines, partLines } from "../../www/drawing/partition.js";
import { laidAt } from "../../www/ladder/laid.js";
import { CHUNK_ROWS, createLayout, layOut } from "../../www/ladder/layout.js";
import { tearsWithin, tornAt } from "../../www/ladder/partings.js";
import { PlacedMessage } from "../../www/ladder/placed.js";
import { numbersIn, stubOf } from "../../www/ladder/stubs.js";

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

test("what one tear stops of all that was sent at once has one stub, as far as it is stopped by then", () => {
  const say = (/** @type {number} */ id, /** @type {string} */ from, /** @type {string} */ to) => ({ kind: /** @type {const} */ ("sent"), message: { id, from, to, says: "Hello." } });
  const stop = (/** @type {number} */ id, /** @type {string} */ from, /** @type {string} */ to) => [{ kind: /** @type {const} */ ("refused"), id, from, to, why: /** @type {const} */ ("cut") }];
  const layout = laid([...parted, ["every", "tom", "dick", "and"].map((to, index) => say(index + 1, "harry", to)), [say(5, "harry", "dick")], stop(1, "harry", "every"), stop(3, "harry", "dick"), stop(5, "harry", "dick"), stop(2, "harry", "tom")]);
  const stubs = (/** @type {number} */ cursor) => [1, 2, 3, 4, 5].map((id) => {
    const placed = layout.byId.get(id);
    return placed ? numbersIn(stubOf(placed, { layout, cursor })) : "lost";
  });
  const first = parted.length + 2;
  assert.deepEqual(stubs(first - 1), ["", "", "", "", ""], "all are in flight");
  assert.deepEqual(stubs(first), ["1", "", "", "", ""]);
  assert.deepEqual(stubs(first + 1), ["1", "", "3", "", ""], "what is in flight between them parts them");
  assert.deepEqual(stubs(first + 3), ["1–3", "1–3", "1–3", "", "5"], "what was sent at another time has one of its own");
  const few = layout.byId.get(1);
  assert.ok(few);
  const another = (/** @type {number} */ id) => new PlacedMessage({ ...few.message, id }, few.moment, few.chunk, few.stance);
  assert.equal(numbersIn([few, another(2), another(6)]), "1, 2, 6");
});

test("no label stands in a gap with a tear while its arrow has others; else it ends before the tear, where that is wide enough", () => {
  const say = (/** @type {string} */ from, /** @type {string} */ to, says = "Hi.") => [{ kind: /** @type {const} */ ("sent"), message: { id: 1, from, to, says } }];
  const placeOf = (/** @type {Outline[]} */ sent, before = parted) => {
    const { gap, first, last } = laid([...before, sent]).byId.get(1) ?? { gap: NaN, first: NaN, last: NaN };
    return [gap, first, last];
  };
  assert.deepEqual(placeOf(say("every", "and"), []), [3, 3, 3], "beside the receiver");
  assert.deepEqual(placeOf(say("every", "and")), [2, 2, 2], "on the near side");
  assert.deepEqual(placeOf(say("harry", "dick")), [4, 4, 4]);
  assert.deepEqual(placeOf(say("dick", "and")), [3, 3, 2.5], "there is no other gap");
  assert.deepEqual(placeOf(say("dick", "and", "A sentence of words that takes some more lines than that.")), [3, 3, 3]);
  assert.deepEqual(placeOf(say("dick", "and", "Extraordinarily.")), [3, 3, 3], "no word is broken for it");
});

test("a future without the cut leaves no tear behind", () => {
  const layout = laid(parted);
  layOut(layout, parted.slice(0, 4));
  assert.deepEqual(layout, laid(parted.slice(0, 4)));
});
