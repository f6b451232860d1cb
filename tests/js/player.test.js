// Play waits for as long as a sentence takes to be read, and keeps no timer while it is paused.

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { createPlayer, readingTime } from "../../www/session/player.js";
import "./speak.js";

/** @import { Speed } from "../../www/types.js" */

const short = "tom has none.";
const long = "tom has not dick’s entry 2, set b 2, so dick goes 1 entry back and sends entries 2 and 3.";

/**
 * Makes a player that shows sentences one after the other, under a clock that only the test moves.
 * @param {readonly string[]} sentences What it shows; it pauses at the last.
 * @param {(player: ReturnType<typeof createPlayer>, shown: () => number) => void} body What to try; `shown` counts.
 */
function playing(sentences, body) {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    let count = 0;
    const player = createPlayer(() => {
      count += 1;
      if (count === sentences.length) player.pause();
      return sentences[count - 1] ?? "";
    });
    body(player, () => count);
  } finally {
    mock.timers.reset();
  }
}

test("a long sentence is shown longer than a short one, and each speed is faster than the one before", () => {
  const speeds = /** @type {Speed[]} */ (["slow", "normal", "fast"]);
  for (const speed of speeds) assert.ok(readingTime(long, speed) > 2 * readingTime(short, speed) || speed === "fast");
  const times = speeds.map((speed) => readingTime(long, speed));
  assert.deepEqual(times, [...times].sort((one, other) => other - one));
  assert.ok(readingTime(long, "normal") > 4000 && readingTime(long, "normal") < 6000);
  assert.equal(readingTime("", "normal"), readingTime(" ", "normal"));
});

test("the first step is taken at once, each further one when the sentence has been read", () => {
  playing([short, long, short], (player, shown) => {
    player.play();
    assert.equal(shown(), 1);
    mock.timers.tick(readingTime(short, "normal") - 1);
    assert.equal(shown(), 1);
    mock.timers.tick(1);
    assert.equal(shown(), 2);
    mock.timers.tick(readingTime(short, "normal"));
    assert.equal(shown(), 2);
    mock.timers.tick(readingTime(long, "normal"));
    assert.equal(shown(), 3);
    assert.equal(player.playing(), false);
    mock.timers.tick(1_000_000);
    assert.equal(shown(), 3);
  });
});

test("while it is paused no time brings a step", () => {
  playing([short, short, short], (player, shown) => {
    player.play();
    player.pause();
    assert.equal(player.playing(), false);
    mock.timers.tick(1_000_000);
    assert.equal(shown(), 1);
    player.speed = "fast";
    player.play();
    mock.timers.tick(readingTime(short, "fast"));
    assert.equal(shown(), 3);
  });
});
