// Where the curves of the side by side view's chart stand.

import assert from "node:assert/strict";
import { test } from "node:test";
import { placeCurves, spreadNames } from "../../www/compare/chart.js";

const protocols = [
  { name: "ask_length", title: "Ask the length", summary: "", votes: false, rules: [] },
  { name: "walk_back", title: "Walk back (Raft paper)", summary: "", votes: false, rules: [] },
];
const curve = (/** @type {string} */ protocol, /** @type {number[]} */ ...messages) => ({ protocol, points: messages.map((messages) => ({ messages, equal: messages !== 3 })) });

test("more messages stand higher, and a size has one place for all curves", () => {
  const { curves, up } = placeCurves([curve("ask_length", 3, 3, 3), curve("walk_back", 2, 4, 8)], protocols);
  const [asking, walking] = curves.map(({ points }) => points);
  assert.deepEqual(asking?.map(({ x }) => x), walking?.map(({ x }) => x));
  assert.ok((walking?.[0]?.y ?? 0) > (walking?.[1]?.y ?? 0));
  assert.equal(walking?.[2]?.y, up.at(-1)?.y);
  assert.deepEqual(asking?.map(({ equal }) => equal), [false, false, false]);
});

test("the axes have whole numbers from 0 to the highest at least", () => {
  const { across, up } = placeCurves([curve("walk_back", ...Array.from({ length: 17 }, (_, size) => 2 * size))], protocols);
  assert.deepEqual(across.map(({ number }) => number), [0, 4, 8, 12, 16]);
  assert.deepEqual(up.map(({ number }) => number), [0, 8, 16, 24, 32]);
  const highest = (/** @type {number} */ messages) => placeCurves([curve("walk_back", messages)], protocols).up.map(({ number }) => number).at(-1);
  assert.deepEqual([1, 7, 19, 50, 79, 81, 170, 399, 900].map(highest), [1, 8, 20, 60, 80, 100, 200, 400, 900]);
});

test("names at one height are moved apart and stay in the picture", () => {
  const names = [{ lines: ["a"], y: 195 }, { lines: ["b", "c"], y: 195 }];
  spreadNames(names);
  const [one, other] = names;
  assert.ok(one && other && other.y - one.y >= 13 * 1.5);
  assert.ok(other && other.y + 13 <= 205);
  const mixed = [{ lines: ["low"], y: 120 }, { lines: ["high"], y: 40 }, { lines: ["middle"], y: 80 }];
  spreadNames(mixed);
  assert.deepEqual(mixed.map(({ y }) => y), [120, 40, 80], "who has room stays where it is");
});

test("no numbers, no points, still a picture", () => {
  assert.deepEqual(placeCurves([], protocols).curves, []);
  assert.deepEqual(placeCurves([curve("ask_length")], protocols).curves[0]?.points, []);
});
