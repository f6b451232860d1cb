// What people who listen are told, and when.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createSpeaker } from "../../www/playback/status-line.js";
import "./speak.js";

/** @import { View } from "../../www/types.js" */

/** A view of which only what the line needs is there. */
const start = /** @type {View} */ (
  /** @type {unknown} */ ({ cursor: 0, history: [[]], status: "The start.", playing: false, speed: "normal", notices: [], lesson: null, selected: null, whole: null, frame: { moment: 0, invariants: [{ id: "logs_agree", title: "Logs agree", kind: "always", holds: true, says: "" }] } })
);

/**
 * A view after some steps.
 * @param {number} cursor The moment.
 * @param {Partial<View>} [other] What else is different.
 * @returns {View}
 */
function at(cursor, other = {}) {
  return { ...start, cursor, status: `Step ${cursor}.`, frame: { ...start.frame, moment: cursor }, ...other };
}

test("each step by hand is spoken, an equal sentence too, forwards and back", () => {
  const speak = createSpeaker();
  const sentences = [start, at(1, { status: "Again." }), at(2, { status: "Again." }), at(1, { status: "Again." })].map((view) => speak(view)?.sentence);
  assert.deepEqual(sentences, ["The start.", "Again.", "Again.", "Again."]);
});

test("what is drawn again without a step is not spoken again", () => {
  const speak = createSpeaker();
  speak(at(1));
  assert.equal(speak({ ...at(1), selected: 3 }), null);
});

test("an action that was rejected is spoken, though nothing moved", () => {
  const speak = createSpeaker();
  speak(at(1));
  assert.equal(speak(at(1, { status: "harry is up already." }))?.sentence, "harry is up already.");
});

test("while Play runs fast nothing is spoken, and then where it rests", () => {
  const speak = createSpeaker();
  speak(start);
  const fast = /** @type {const} */ ({ playing: true, speed: "fast" });
  for (let cursor = 1; cursor <= 20; cursor += 1) assert.equal(speak(at(cursor, fast)), null);
  assert.equal(speak(at(20))?.sentence, "Step 20.");
  assert.equal(speak(at(20)), null);
});

test("Play at a pace that can be followed speaks each step", () => {
  const speak = createSpeaker();
  speak(start);
  assert.equal(speak(at(1, { playing: true }))?.sentence, "Step 1.");
});

test("a promise that breaks is told once, also when it broke while Play ran fast", () => {
  const speak = createSpeaker();
  const broken = { ...start.frame, invariants: [{ .../** @type {any} */ (start.frame.invariants[0]), holds: false, says: "Entry 1 differs." }] };
  speak(start);
  assert.equal(speak(at(1, { frame: { ...broken, moment: 1 } }))?.news, "Logs agree: broken. Entry 1 differs.");
  assert.equal(speak(at(2, { frame: { ...broken, moment: 2 } }))?.news, "");
  assert.equal(speak(at(0))?.news, "");
  assert.equal(speak(at(1, { frame: { ...broken, moment: 1 }, playing: true, speed: "fast" })), null);
  assert.equal(speak(at(1, { frame: { ...broken, moment: 1 } }))?.news, "Logs agree: broken. Entry 1 differs.");
});

test("what is broken in a run that takes the place of another is told, also where the same was broken there", () => {
  const speak = createSpeaker();
  const broken = { ...start.frame, moment: 1, invariants: [{ .../** @type {any} */ (start.frame.invariants[0]), holds: false, says: "Entry 1 differs." }] };
  speak(at(1, { frame: broken, history: [[], []] }));
  const told = "Logs agree: broken. Entry 1 differs.";
  assert.equal(speak(at(1, { frame: broken, history: [[], []] }))?.news, told);
  const one = [[], []];
  speak(at(1, { frame: broken, history: one }));
  assert.equal(speak(at(2, { frame: { ...broken, moment: 2 }, history: [...one, []] }))?.news, "", "the same run goes on");
});

test("a new notice is told once, without the sentence that was told before", () => {
  const speak = createSpeaker();
  const notice = { id: "link", text: "The link is copied.", offers: [], dismissable: true };
  speak(start);
  assert.deepEqual(speak({ ...start, notices: [notice] }), { sentence: null, news: "The link is copied." });
  assert.equal(speak({ ...start, notices: [notice] }), null);
  assert.equal(speak({ ...start, notices: [] }), null);
});

/** What a lesson tells at two moments, and asks at the second. */
const lesson = /** @type {any} */ ({ tells: [{ moment: 1, text: "tom is *killed*." }, { moment: 2, text: "It runs `settle`." }], question: { moment: 2, says: "Who leads?", choices: ["tom", "Nobody."], truth: 1, said: null } });

test("what a lesson tells and asks where a step led is told, and while it plays, where that rests", () => {
  const speak = createSpeaker();
  speak({ ...start, lesson });
  assert.deepEqual(speak(at(1, { lesson })), { sentence: "Step 1.", news: "tom is killed." });
  assert.deepEqual(speak(at(2, { lesson })), { sentence: "Step 2.", news: "It runs settle. The story has 2 answers to choose from." });
  assert.equal(speak(at(1, { lesson, playing: true }))?.news, "");
  assert.deepEqual(speak(at(1, { lesson })), { sentence: null, news: "tom is killed." });
});

test("what came of an answer is told once, whether it was right or not", () => {
  const right = { ...lesson, question: { ...lesson.question, said: "Nobody." } };
  const wrong = { ...lesson, question: { ...lesson.question, said: "tom" } };
  for (const [after, news] of /** @type {const} */ ([[right, "You said, and so it came: Nobody."], [wrong, "You said: tom. What came: Nobody."]])) {
    const speak = createSpeaker();
    speak(at(2, { lesson }));
    assert.deepEqual(speak(at(3, { lesson: after })), { sentence: "Step 3.", news });
    assert.equal(speak(at(2, { lesson: after }))?.news, "It runs settle.");
    assert.equal(speak(at(3, { lesson: after }))?.news, "");
  }
});

test("a message that is shown whole is told whole, without the sentence of the step", () => {
  const speak = createSpeaker();
  const whole = /** @type {any} */ ({ id: 3, wire: "how_much_log" });
  speak(at(1));
  assert.deepEqual(speak(at(1, { selected: 3, whole })), { sentence: null, news: "Exact text of message 3: how_much_log" });
  assert.equal(speak(at(1, { selected: 3, whole })), null);
  assert.equal(speak(at(1)), null);
});
