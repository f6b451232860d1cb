// The marks over the slider, by the moments at which they stand.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createMarks } from "../../www/playback/marks.js";
import "./speak.js";

/** @import { Frame, Invariant, Outline } from "../../pkg/catchup.js" */

/**
 * @param {(readonly Outline[])[]} history The events of each moment.
 * @param {ReturnType<typeof createMarks>} marks What draws them.
 * @param {number} [cursor] The moment that is shown.
 * @param {number} [width] How wide the slider is, in px.
 * @param {Invariant[]} [invariants] What was promised.
 * @returns {unknown} The template; one object as long as nothing changed.
 */
const draw = (history, marks, cursor = 0, width = 900, invariants = []) => marks.draw({ frame: frame(invariants), history, length: history.length - 1, cursor }, width);

/** @type {(invariants: Invariant[]) => Frame} */
const frame = (invariants) => ({ moment: 0, events: [], servers: [], in_flight: [], links_cut: [], reference: null, invariants, writes: [] });

/**
 * @param {unknown} drawn A list of templates.
 * @returns {number} How many there are.
 */
const count = (drawn) => (Array.isArray(drawn) ? drawn.length : -1);

/** @type {Outline} */
const killed = { kind: "killed", server: "tom" };
/** @type {Outline} */
const delivered = { kind: "delivered", id: 1 };

test("only what is worth a mark gets one", () => {
  assert.equal(count(draw([[], [killed], [delivered], [delivered, killed]], createMarks(() => {}))), 2);
});

test("nothing is drawn anew while the history is the same", () => {
  const marks = createMarks(() => {});
  const history = [[], [killed], [delivered]];
  const drawn = draw(history, marks);
  assert.equal(draw([...history], marks), drawn);
  assert.notEqual(draw([...history, [killed]], marks), drawn);
});

test("a shorter history forgets the marks beyond it", () => {
  const marks = createMarks(() => {});
  assert.equal(count(draw([[], [killed], [killed]], marks)), 2);
  assert.equal(count(draw([[], [delivered]], marks)), 0);
});

test("marks that would touch stand as one, the fewer the narrower the slider is", () => {
  const history = [[], ...Array.from({ length: 20_000 }, () => [killed])];
  const wide = count(draw(history, createMarks(() => {})));
  assert.ok(wide > 30 && wide < 36, `${wide} marks`);
  const narrow = count(draw(history, createMarks(() => {}), 0, 290));
  assert.ok(narrow > 9 && narrow < 13, `${narrow} marks`);
});

test("one mark is a stop of the Tab key: the last that lies behind", () => {
  const marks = createMarks(() => {});
  const history = [[], [killed], [delivered], [delivered], [killed]];
  const stops = (/** @type {number} */ cursor) => /** @type {{values: unknown[]}[]} */ (draw(history, marks, cursor)).map(({ values }) => values.includes("0"));
  assert.deepEqual(stops(0), [true, false]);
  assert.deepEqual(stops(3), [true, false]);
  assert.deepEqual(stops(4), [false, true]);
});

test("where a promise was broken there is a mark, in place of what else is marked there, as long as it is known", () => {
  /** @type {Invariant} */
  const broken = { id: "election_safety", title: "Election safety", kind: "always", holds: false, says: "", names: [], broken_at: 2, cells: [] };
  const marks = createMarks(() => {});
  const history = [[], [delivered], [killed], [delivered], [killed]];
  const labels = (/** @type {unknown} */ drawn) => JSON.stringify(drawn).match(/moment \d+: [^"]*/g);
  assert.deepEqual(labels(draw(history, marks, 4, 900, [broken]))?.filter((label, place, all) => all.indexOf(label) === place), ["moment 2: Election safety broken", "moment 4: tom killed"]);
  assert.deepEqual(labels(draw(history, marks, 1, 900, []))?.[0], "moment 2: tom killed");
});

test("marks that stand as one name three of them, and count the others", () => {
  const dropped = (/** @type {number} */ id) => /** @type {Outline} */ ({ kind: "dropped", id, from: "dick", to: "tom" });
  const [only] = /** @type {unknown[]} */ (draw([[], ...[1, 2, 3, 4, 5].map((id) => [dropped(id)])], createMarks(() => {}), 0, 30));
  const label = JSON.stringify(only);
  for (const id of [1, 2, 3]) assert.match(label, new RegExp(`moment ${id}: message ${id} dropped`));
  assert.doesNotMatch(label, /message [45] dropped/);
  assert.match(label, /and 2 more/);
});
