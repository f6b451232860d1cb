// The words that are explained, and that what lessons point at is among them.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { FluentResource } from "@fluent/bundle";
import { glossary } from "../../www/words/glossary.js";
import { formsIn, wordFor, words } from "../../www/words/glossary-words.js";
import { say } from "../../www/words/say.js";
import "./speak.js";

const locales = new URL("../../locales/", import.meta.url);
const languages = readdirSync(locales);

/**
 * @param {string} language A language's tag.
 * @returns {ReadonlyMap<string, string>} In which forms its stories use words, and the words.
 */
function formsOf(language) {
  const { body } = new FluentResource(readFileSync(new URL(`${language}/first/frame.ftl`, locales), "utf8"));
  return formsIn(String(body.find(({ id }) => id === "glossary-forms")?.value));
}

test("every word is explained in whole sentences", () => {
  assert.deepEqual(Object.keys(glossary), [...words]);
  for (const [word, { says }] of Object.entries(glossary)) assert.match(say(says), /^[A-Z0].*\.$/s, word);
});

test("the forms in each language are those of words that there are", () => {
  for (const language of languages) {
    const forms = [...formsOf(language)];
    assert.ok(forms.length > 10, language);
    for (const [form, word] of forms) assert.equal(words.find((known) => known === word), word, `${form} in ${language}`);
  }
});

test("the forms in which stories use a word lead to it", () => {
  assert.equal(wordFor("nominated"), "nominate");
  assert.equal(wordFor("in flight"), "in flight");
  assert.equal(wordFor("all before"), undefined);
  assert.equal(wordFor("constructor"), undefined);
});

for (const language of languages) {
  test(`what the lessons set apart is explained, in the language ${language}`, () => {
    const folder = new URL(`${language}/lessons/`, locales);
    const forms = formsOf(language);
    let found = 0;
    for (const name of readdirSync(folder)) {
      for (const [, word = ""] of readFileSync(new URL(name, folder), "utf8").matchAll(/\*([^*\s][^*]*)\*/g)) {
        found += 1;
        assert.ok(forms.has(word) || wordFor(word), `${word} in ${name}`);
      }
    }
    assert.ok(found >= 15, `${found} words`);
  });
}
