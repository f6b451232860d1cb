// What chooses for the person, over a timeline that only counts.

import assert from "node:assert/strict";
import { test } from "node:test";

import { createWeather } from "../../www/session/weather.js";
import "./speak.js";

/** @import { Timeline } from "../../www/session/timeline.js" */

/**
 * A timeline that goes on for so many moments, and breaks a promise at one of them.
 * @param {number} most How many moments there are.
 * @param {number} breaks The moment at which a promise breaks; 0 for the start.
 */
function world(most, breaks = Infinity) {
  let cursor = 0;
  const lines = /** @type {string[]} */ ([]);
  const went = /** @type {number[]} */ ([]);
  const timeline = {
    run: { get cursor() { return cursor; } },
    get frame() {
      const holds = cursor < breaks;
      return { invariants: [{ id: "writes_stay", title: "Writes stay", kind: "always", holds, ...(!holds && { broken_at: breaks }) }] };
    },
    /** @param {string} line An action. */
    act(line) {
      lines.push(line);
      cursor = Math.min(most, cursor + Number(line.split(" ")[2]));
    },
    /** @param {string} text What there is to say. */
    say: (text) => says.push(text),
    /** @param {number} moment Where to go. */
    goTo(moment) {
      went.push(moment);
      cursor = moment;
    },
  };
  const says = /** @type {string[]} */ ([]);
  const broken = /** @type {unknown[]} */ ([]);
  let shown = 0;
  const weather = createWeather(/** @type {Timeline} */ (/** @type {unknown} */ (timeline)), (found) => broken.push(found), () => (shown += 1));
  return { weather, lines, says, broken, went, shown: () => shown };
}

const calm = /** @type {const} */ ({ how: "calm", seed: 7, moments: 50, rates: {} });

test("choices are made in slices, and the page is drawn between them", async () => {
  const { weather, lines, says, broken, shown } = world(1000);
  const running = weather.run(calm);
  assert.deepEqual(weather.progress(), { done: 20, total: 50 });
  await running;
  assert.deepEqual(lines, ["calm 7 20", "calm 7 20", "calm 7 10"]);
  assert.deepEqual(says, ["50 steps were made, with the seed 7."]);
  assert.deepEqual(broken, []);
  assert.equal(weather.progress(), null);
  assert.ok(shown() >= 3);
});

test("it ends where nothing is left to do", async () => {
  const { weather, lines, says } = world(33);
  await weather.run(calm);
  assert.equal(lines.length, 2);
  assert.deepEqual(says, ["33 steps were made, with the seed 7. Nothing is left to do now."]);
});

test("it stops when somebody says so, and tells no end", async () => {
  const { weather, lines, says } = world(1000);
  const running = weather.run(calm);
  weather.stop();
  await running;
  assert.equal(lines.length, 1);
  assert.deepEqual(says, []);
  assert.equal(weather.progress(), null);
});

test("it goes back to where a promise broke that was kept before", async () => {
  const { weather, lines, broken, went } = world(1000, 25);
  await weather.run({ ...calm, how: "storm", rates: { lose: 10, kill: 0 } });
  assert.deepEqual(lines, ["storm 7 20 lose 10 kill 0", "storm 7 20 lose 10 kill 0"]);
  assert.deepEqual(went, [25]);
  assert.deepEqual(broken, [{ title: "Writes stay", moment: 25 }]);
});

test("a promise that was broken before stops nothing", async () => {
  const { weather, says, broken } = world(1000, 0);
  await weather.run(calm);
  assert.deepEqual(says, ["50 steps were made, with the seed 7."]);
  assert.deepEqual(broken, []);
});
