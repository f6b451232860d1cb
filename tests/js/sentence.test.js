// Sentences with the names in them set apart.

import assert from "node:assert/strict";
import { test } from "node:test";
import { partsOf, spokenRoute } from "../../www/drawing/sentence.js";
import "./speak.js";

/** @import { NameSpan } from "../../pkg/catchup.js" */

/**
 * @param {string} says A sentence.
 * @param {NameSpan[] | undefined} names Where names stand.
 * @returns {string} The sentence, with names in angle brackets.
 */
const told = (says, names) =>
  partsOf(says, names)
    .map(({ text, isName }) => (isName ? `<${text}>` : text))
    .join("");

test("only what the simulation calls a name is one", () => {
  assert.equal(told("tom and and lack every entry.", [[0, 3], [8, 3]]), "<tom> and <and> lack every entry.");
});

test("names may stand at the beginning, at the end and next to each other", () => {
  assert.equal(told("tomand", [[0, 3], [3, 3]]), "<tom><and>");
});

test("a sentence without names is one part, and an empty one none", () => {
  assert.deepEqual(partsOf("Power cut.", undefined), [{ text: "Power cut.", isName: false }]);
  assert.deepEqual(partsOf("", []), []);
});

test("names are quoted for people who listen, and the client is no name", () => {
  assert.equal(spokenRoute({ from: "and", to: "dick" }), "“and” to “dick”");
  assert.equal(spokenRoute({ from: "client", to: "every" }), "the client to “every”");
});

test("nothing is lost or added", () => {
  const says = "💥 dick’s answer 💥";
  assert.equal(partsOf(says, [[3, 4]]).map(({ text }) => text).join(""), says);
});
