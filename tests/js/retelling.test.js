// A lesson that was left half-way is told in another language when that is spoken, at the same place.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Run } from "../../pkg/catchup.js";
import { isToldAs, retold } from "../../www/session/retelling.js";
// Starts the simulation.
import "./fake-storage.js";
import { filesIn } from "./sources.js";

const lessons = filesIn("locales/de/lessons", /\.txt$/).map(({ file, text: german }) => {
  const english = filesIn("locales/en/lessons", /\.txt$/).find((other) => other.file === file)?.text ?? "";
  return { file, german, english };
});

/**
 * @param {string} text A run's text.
 * @param {readonly string[]} [acts] What is done in its middle.
 * @returns {string} What the run is then, as it writes itself.
 */
function written(text, acts = []) {
  const run = new Run(text);
  if (acts.length > 0) run.seek(Math.floor(run.length / 2));
  for (const line of acts) run.apply(line);
  const script = run.script();
  run.free();
  return script;
}

test("a lesson that was left in one language is told in another, with what was done in it", () => {
  assert.equal(lessons.length, 17);
  for (const { file, german, english } of lessons) {
    assert.ok(!isToldAs(written(german), english), file);
    assert.ok(isToldAs(written(german), german), file);
    for (const acts of [[], ["kill dick", "start bob"]]) {
      assert.equal(retold(written(german, acts), written(german), written(english)), written(english, acts), file);
      assert.equal(retold(written(english, acts), written(english), written(german)), written(german, acts), file);
    }
  }
});

test("what somebody wrote into a lesson stays, and what is another version of it is left alone", () => {
  const { german, english } = /** @type {typeof lessons[number]} */ (lessons[0]);
  const edited = `${german}\n# Mein Gedanke dazu.\n`;
  assert.equal(retold(edited, german, english), `${english}\n# Mein Gedanke dazu.\n`);
  assert.equal(retold(german, `${german}\n# Mehr.`, english), german);
});
