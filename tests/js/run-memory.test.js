// What is remembered of a run: written part by part, torn at any write, and read back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createRunMemory, readRun } from "../../www/disks/run-memory.js";
import { createScriptParts, textOf } from "../../www/session/script-parts.js";
import { fakeStorage } from "./fake-storage.js";

/** @import { Run } from "../../pkg/catchup.js" */

const room = "sandbox";
const key = `catchup/run/${room}`;

/**
 * Makes a run in parts of one line each.
 * @param {string} letters A letter for each part.
 * @param {number} [moment] Where it stands.
 */
function runOf(letters, moment = 0) {
  return { parts: [...letters].map((letter) => `${letter}\n`), moment, tip: moment };
}

/** @param {string} letters A letter for each part. @returns {string} The text. */
function textIn(letters) {
  return textOf(runOf(letters).parts);
}

test("a run is read back as it was written, moment and all", () => {
  const storage = fakeStorage();
  assert.equal(readRun(storage, room), null);
  createRunMemory(storage, room).write(runOf("abc", 250));
  assert.deepEqual(storage.content(), { [key]: "a\n", [`${key}/100`]: "b\n", [`${key}/200`]: "c\n", [`${key}/at`]: "250 250" });
  assert.deepEqual(readRun(storage, room), { text: "a\nb\nc\n", moment: 250, tip: 250 });
});

test("an act rewrites one part, moving about none", () => {
  const storage = fakeStorage();
  const memory = createRunMemory(storage, room);
  memory.write(runOf("abc", 250));
  let before = storage.changes;
  memory.write(runOf("abd", 250));
  assert.equal(storage.changes - before, 1);
  before = storage.changes;
  memory.write(runOf("abd", 249));
  assert.equal(storage.changes - before, 1);
  assert.equal(readRun(storage, room)?.text, textIn("abd"));
});

test("a write that stops anywhere leaves the beginning of one of the two runs", () => {
  const beginnings = (/** @type {string} */ letters) => [...letters].map((_, place) => textIn(letters.slice(0, place + 1)));
  for (const [before, after] of /** @type {const} */ ([["abcd", "axy"], ["abcd", "ab"], ["ab", "abcd"], ["abc", "xyzuv"], ["abcd", "abcx"]])) {
    for (let failAt = 0; failAt < 12; failAt++) {
      const whole = fakeStorage();
      createRunMemory(whole, room).write(runOf(before));
      const torn = fakeStorage(whole.content(), { failAt, forever: true });
      createRunMemory(torn, room).write(runOf(after));
      const text = readRun(torn, room)?.text ?? "";
      assert.ok([...beginnings(before), ...beginnings(after)].includes(text), `${before} to ${after}, stopped at ${failAt}: ${text}`);
    }
  }
});

test("what lies beyond a gap does not follow what is written into it", () => {
  const storage = fakeStorage({ [key]: "a\n", [`${key}/200`]: "c\n", [`${key}/at`]: "9 9" });
  assert.equal(readRun(storage, room)?.text, "a\n");
  createRunMemory(storage, room).write(runOf("ab"));
  assert.equal(readRun(storage, room)?.text, textIn("ab"));
});

test("other rooms, and keys that are no parts, are left alone", () => {
  const others = { [`${key}-2`]: "a\n", [`${key}/x`]: "1", [`${key}/0100`]: "1", [`${key}/50`]: "1", "catchup/run/link-1/100": "b\n" };
  const storage = fakeStorage(others);
  const memory = createRunMemory(storage, room);
  memory.write(runOf("abc"));
  memory.write(null);
  assert.deepEqual(storage.content(), fakeStorage(others).content());
});

test("all of a run is forgotten, and whether there was one is told", () => {
  const storage = fakeStorage();
  createRunMemory(storage, room).write(runOf("abc"));
  const memory = createRunMemory(storage, room);
  assert.equal(memory.forget(), true);
  assert.deepEqual(storage.content(), {});
  assert.equal(memory.forget(), false);
});

test("a run that does not fit is forgotten", () => {
  const storage = fakeStorage({}, { quota: 60 });
  const memory = createRunMemory(storage, room);
  memory.write(runOf("a"));
  assert.equal(readRun(storage, room)?.text, "a\n");
  memory.write(runOf("abcdefgh"));
  assert.deepEqual(storage.content(), {});
  const large = fakeStorage({});
  const part = "x".repeat(400_000);
  createRunMemory(large, room).write({ parts: [part, part], moment: 0, tip: 0 });
  assert.equal(readRun(large, room)?.text.length, 800_000);
  createRunMemory(large, room).write({ parts: [part, part, part], moment: 0, tip: 0 });
  assert.equal(readRun(large, room), null, "more than a million characters are too many, in whatever parts");
});

test("a text that an older page wrote as one is read, and parted", () => {
  const storage = fakeStorage({ [key]: "a\nb\n", [`${key}/at`]: "1 1" });
  assert.deepEqual(readRun(storage, room), { text: "a\nb\n", moment: 1, tip: 1 });
  createRunMemory(storage, room).write(runOf("abc", 2));
  assert.deepEqual(readRun(storage, room), { text: textIn("abc"), moment: 2, tip: 2 });
});

test("only parts that have changed are asked for", () => {
  /** @type {string[]} */
  const asked = [];
  /** @param {number} length How long the run is. */
  const run = (length) => /** @type {Run} */ (/** @type {unknown} */ ({
    length,
    script_of: (/** @type {number} */ first, /** @type {number} */ last) => {
      asked.push(`${first} ${last}`);
      return `${first}-${Math.min(last, length)} `;
    },
  }));
  const script = createScriptParts();
  const parts = script.of(run(250));
  assert.equal(textOf(parts), "0-99 100-199 200-250 ");
  assert.equal(script.of(run(250)), parts);
  // The comments after the moment may go over to the one that follows.
  script.change(199);
  assert.equal(textOf(script.of(run(200))), "0-99 100-199 200-200 ");
  assert.equal(textOf(parts), "0-99 100-199 200-250 ");
  assert.deepEqual(asked, ["0 99", "100 199", "200 299", "100 199", "200 299"]);
});
