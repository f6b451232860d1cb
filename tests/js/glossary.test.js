// The words that are explained, and that what lessons point at is among them.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { glossary } from "../../www/words/glossary.js";
import { wordFor, words } from "../../www/words/glossary-words.js";

test("every word is explained in whole sentences", () => {
  assert.deepEqual(Object.keys(glossary), [...words]);
  for (const [word, { says }] of Object.entries(glossary)) assert.match(says, /^[A-Z0].*\.$/s, word);
});

test("the forms in which stories use a word lead to it", () => {
  assert.equal(wordFor("nominated"), "nominate");
  assert.equal(wordFor("in flight"), "in flight");
  assert.equal(wordFor("all before"), undefined);
  assert.equal(wordFor("constructor"), undefined);
});

test("what the lessons set apart is explained", () => {
  const folder = new URL("../../src/lessons/", import.meta.url);
  let found = 0;
  for (const name of readdirSync(folder)) {
    for (const [, word = ""] of readFileSync(new URL(name, folder), "utf8").matchAll(/\*([^*\s][^*]*)\*/g)) {
      found += 1;
      assert.ok(wordFor(word), `${word} in ${name}`);
    }
  }
  assert.ok(found >= 15, `${found} words`);
});
