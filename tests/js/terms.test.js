// The terms that the first visible row repeats, and the message that comes next.

import assert from "node:assert/strict";
import { test } from "node:test";
import { CHUNK_ROWS, createLayout, layOut } from "../../www/ladder/layout.js";
import { lanes } from "../../www/ladder/lifelines.js";
import { nextIn } from "../../www/ladder/scene.js";
import { termsAt } from "../../www/ladder/terms.js";
import { fakeDocument, told } from "./fake-document.js";
import "./speak.js";

/** @import { Outline } from "../../pkg/catchup.js" */
/** @import { Scene } from "../../www/ladder/parts.js" */

fakeDocument();

const shape = { width: 10, clientWidth: 10, gap: 12, widthOf: (/** @type {string} */ word) => word.length / 2, linesLimit: 3, linesMost: 5, lineHeight: 1, pillBelow: false, chunkRows: CHUNK_ROWS };

/** @type {(id: number, from: string, to: string) => Outline} */
const sent = (id, from, to) => ({ kind: "sent", message: { id, from, to, says: "Do you vote for me?" } });

/** every stands in term 1, and tom takes it; then every stands in term 2. @type {Outline[][]} */
const history = [[], [{ kind: "timed_out", server: "every", term: 1 }, sent(1, "every", "tom")], [{ kind: "delivered", id: 1 }, { kind: "term_taken", server: "tom", term: 1 }, sent(2, "tom", "every")], [{ kind: "timed_out", server: "every", term: 2 }], [sent(3, "every", "tom")]];

/** @type {(cursor: number) => Scene} */
function sceneAt(cursor) {
  const layout = createLayout(["every", "tom"], shape);
  layOut(layout, history);
  return { layout, cursor, serverCount: 2, selected: null, whole: null, opening: null, now: new Set(), nowTag: null, band: { top: 0, bottom: 0, y: 0 }, open: null, next: null, asked: null, answer: null, broken: new Map(), travels: false, waiting: [], instead: null };
}

test("a lane tells the term in which it is at the upper edge, once it has one", () => {
  const scene = sceneAt(4);
  const bottoms = scene.layout.laid.bottom;
  assert.deepEqual(termsAt(scene, 0), ["", "", ""], "nobody has a term, and every’s tag is there");
  assert.deepEqual(termsAt(scene, bottoms[2] ?? 0), ["", "", "t1"], "the tag of term 2 stands there, for every");
  assert.deepEqual(termsAt(scene, bottoms[4] ?? 0), ["", "t2", "t1"]);
  assert.deepEqual(termsAt(sceneAt(2), bottoms[4] ?? 0), ["", "t1", "t1"], "what comes later does not count");
});

test("a lane that takes its term near the upper edge has a chip there, and no other sign", () => {
  const scene = sceneAt(4);
  const taken = scene.layout.changes[2]?.at(-1)?.y ?? 0;
  assert.equal(termsAt(scene, taken)[2], "");
  assert.equal(termsAt(scene, taken + 2)[2], "t1");
});

test("the chip of a term stands before all that runs beside its lane, and its ground behind", () => {
  const scene = sceneAt(4);
  const stretch = lanes(scene, { top: 0, x: (lane) => 10 * lane, y: (y) => y }, 20, scene.layout.items);
  const [behind, before] = [stretch.draw(), stretch.drawSigns()].map((parts) => parts.flatMap(told).join("\n"));
  assert.match(behind ?? "", /term-band/);
  assert.doesNotMatch(behind ?? "", /term-chip/);
  assert.match(before ?? "", /term-chip[^]*term 1/);
  assert.doesNotMatch(before ?? "", /term-band|lifeline/);
});

test("a lane over which a label reaches at the upper edge has no sign: it would lie under the words", () => {
  const layout = createLayout(["every", "tom", "dick"], shape);
  const says = "A long word after another ".repeat(6);
  layOut(layout, [[], ...["every", "tom", "dick"].map((server) => /** @type {Outline[]} */ ([{ kind: "timed_out", server, term: 1 }])), [sent(5, "dick", "tom")], [{ kind: "sent", message: { id: 1, from: "every", to: "dick", says } }], [sent(2, "tom", "dick")], [sent(3, "tom", "dick")], [sent(4, "tom", "dick")]]);
  const long = layout.byId.get(1);
  assert.ok(long && long.first < long.last, "the label reaches over tom’s lane");
  const scene = { ...sceneAt(0), layout, cursor: 8, serverCount: 3 };
  assert.deepEqual(termsAt(scene, long.top), ["", "t1", "", "t1"]);
  assert.deepEqual(termsAt(scene, long.bottom), ["", "t1", "t1", "t1"]);
});

test("of messages that one moment sends, the upper one has no sign in its words, though it is not the first", () => {
  const layout = createLayout(["every", "tom", "dick"], shape);
  const says = "A long word after another ".repeat(6);
  const toBoth = [sent(1, "every", "tom"), /** @type {const} */ ({ kind: "sent", message: { id: 2, from: "every", to: "dick", says } })];
  layOut(layout, [[], ...["every", "tom", "dick"].map((server) => /** @type {Outline[]} */ ([{ kind: "timed_out", server, term: 1 }])), [sent(3, "dick", "tom")], [sent(4, "dick", "tom")], toBoth]);
  const [near, far] = [layout.byId.get(1), layout.byId.get(2)];
  assert.ok(near && far && far.y < near.y && far.first < far.last, "the later one stands above, and reaches over tom’s lane");
  assert.deepEqual(termsAt({ ...sceneAt(0), layout, cursor: 6, serverCount: 3 }, far.top), ["", "t1", "", "t1"]);
});

test("the message that stands out is the one that Step delivers", () => {
  const frame = /** @type {import("../../pkg/catchup.js").Frame} */ (/** @type {unknown} */ ({ in_flight: [{ id: 4 }, { id: 3 }] }));
  assert.deepEqual([0, 1, 2, 3, 4].map((cursor) => nextIn({ history, cursor, frame })), [null, 1, null, null, 3]);
  assert.equal(nextIn({ history, cursor: 4, frame: { ...frame, in_flight: [] } }), null, "nothing is in flight");
});
