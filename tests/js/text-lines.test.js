// The dialog with the run as text: what it says can be written, and where it says that something is wrong.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Run } from "../../pkg/catchup.js";
import { lineOfFault, placeOfLine } from "../../www/page/script.js";
import { KINDS, linesOf } from "../../www/page/text-lines.js";
import "./fake-storage.js";
import "./speak.js";

const [head = [], actions = [], lesson = []] = KINDS.map(({ rows }) => rows.flatMap(linesOf));

/** @param {string} text A text that can't be read. @returns {string} Why. */
function faultOf(text) {
  try {
    new Run(text);
  } catch (error) {
    return /** @type {Error} */ (error).message;
  }
  return assert.fail(text);
}

test("every line that the dialog shows can be read", () => {
  const start = `${head.join("\n")}\n`;
  const run = new Run(start);
  assert.equal(run.script(), start, "written back as it is shown");
  for (const line of actions) assert.ok(run.apply(line), line);
  for (const line of lesson.filter((line) => !line.startsWith("#+"))) {
    const hint = /^#[?!]/.test(line) ? "#+ A hint.\n" : "";
    const { faults, tells, questions, goals, opens_at } = new Run(`${start}${line}\n${hint}prompt tom timeout\n`).guide();
    assert.deepEqual(faults, [], line);
    assert.equal(tells.length + questions.length + goals.length + Number(opens_at !== null), 1, line);
  }
});

test("a fault leads to its line", () => {
  const text = "protocol raft\nservers tom dick\n\nfly 3\nkill tom";
  const says = faultOf(text);
  assert.match(says, /^Line 4: /);
  assert.equal(lineOfFault(says), 4);
  assert.equal(text.slice(...placeOfLine(text, 4)), "fly 3");
  assert.equal(text.slice(...placeOfLine(text, 5)), "kill tom");
  assert.equal(text.slice(...placeOfLine(text, 1)), "protocol raft");
  assert.equal(lineOfFault(faultOf("servers tom 12\n")), 1);
  assert.equal(lineOfFault(faultOf("")), null, "a text without a protocol is wrong as a whole");
  assert.equal(lineOfFault("Found 7 things."), null);
});
