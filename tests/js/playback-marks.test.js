// The marks over the slider, by the moments at which they stand.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createMarks } from "../../www/playback/marks.js";

/** @import { Outline } from "../../pkg/catchup.js" */

/**
 * @param {(readonly Outline[])[]} history The events of each moment.
 * @param {ReturnType<typeof createMarks>} marks What draws them.
 * @param {number} [cursor] The moment that is shown.
 * @param {number} [width] How wide the slider is, in px.
 * @returns {unknown} The template; one object as long as nothing changed.
 */
const draw = (history, marks, cursor = 0, width = 900) => marks.draw({ history, length: history.length - 1, cursor }, width);

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
