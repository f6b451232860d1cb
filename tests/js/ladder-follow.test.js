// Where the ladder comes to rest.

import assert from "node:assert/strict";
import { test } from "node:test";
import { restFor, toBeSeen, topToShow } from "../../www/ladder/follow.js";

const FADE = 2;
const height = 400;

/**
 * Rows of 70 px.
 * @param {number} count How many there are.
 */
function rows(count) {
  return { now: () => null, asked: () => null, rowAfter: (/** @type {number} */ top) => Math.min(Math.ceil(top / 70), count) * 70, end: () => count * 70, below: () => 0 };
}

/**
 * One of those rows.
 * @param {number} index Its place, from 0.
 */
function row(index) {
  return { top: index * 70, bottom: index * 70 + 70 };
}

test("at rest a whole row stands at the upper edge, and now is seen whole", () => {
  for (let count = 1; count < 40; count += 1) {
    for (const top of [0, 30, 500, 2000]) {
      const rest = restFor(row(count - 1), top, height, rows(count));
      assert.ok(rest === 0 || (rest + FADE) % 70 === 0, `${count} rows from ${top}: ${rest}`);
      assert.ok(row(count - 1).top >= rest && row(count - 1).bottom <= rest + height, `${count} rows from ${top}: ${rest}`);
    }
  }
});

test("what is in view already stays where it is", () => {
  assert.equal(restFor(row(12), 700 - FADE, height, rows(14)), 700 - FADE);
});

test("now never stands above an empty field while something is above it", () => {
  const rest = restFor(row(20), 1390, height, rows(21));
  assert.ok(rest + height - rows(21).end() <= height * 0.35);
});

test("what waits below the last row is seen whole with it, high as it is", () => {
  for (const waits of [60, 160, 250]) {
    const box = { ...row(20), bottom: row(20).bottom + waits };
    const rest = restFor(box, 1390, height, rows(21));
    assert.ok(box.top >= rest && box.bottom <= rest + height, `${waits} px below: ${rest} is at the upper edge`);
  }
});

test("coming from below, what led to now is seen as well", () => {
  const rest = restFor(row(10), 3000, height, rows(60));
  assert.ok(rest <= row(8).top);
  assert.ok(row(10).bottom <= rest + height);
});

test("what a lesson asks about is seen, beside now where there is room for both", () => {
  assert.deepEqual(toBeSeen(row(12), null, height), row(12));
  for (const [asked, now] of [[10, 12], [12, 12], [3, 12], [0, 30]]) {
    const box = toBeSeen(row(now ?? 0), row(asked ?? 0), height);
    const rest = restFor(box, 700 - FADE, height, rows((now ?? 0) + 1));
    assert.ok(row(asked ?? 0).top >= rest && row(asked ?? 0).bottom <= rest + height, `row ${asked} is asked about in row ${now}, and ${rest} is at the upper edge`);
  }
  assert.deepEqual(toBeSeen(row(12), row(10), height), { top: 700, bottom: 910 });
});

test("a chosen message is seen whole, from its beginning when it is higher than the view", () => {
  assert.equal(topToShow(row(3), 0, height, rows(20)), 0);
  assert.equal(topToShow({ top: 700, bottom: 900 }, 0, height, rows(20)), 560 - FADE);
  assert.equal(topToShow({ top: 700, bottom: 1500 }, 0, height, rows(20)), 700 - FADE);
  assert.equal(topToShow(row(3), 1400 - FADE, height, rows(20)), 210 - FADE);
});
