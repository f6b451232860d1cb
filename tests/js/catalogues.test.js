// The catalogues of what is said to people: each message is there in every language, speaks of the same, and is said by somebody.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { FluentResource } from "@fluent/bundle";
import { say, sayAround } from "../../www/words/say.js";
import "./fake-storage.js";
import { filesIn, root } from "./sources.js";

const languages = readdirSync(path.join(root, "locales"));

/**
 * @param {unknown} pattern A part of a message.
 * @returns {string[]} The names of what it speaks of.
 */
function variablesOf(pattern) {
  if (Array.isArray(pattern)) return pattern.flatMap(variablesOf);
  if (typeof pattern !== "object" || pattern === null) return [];
  if ("type" in pattern && pattern.type === "var" && "name" in pattern) return [String(pattern.name)];
  return Object.values(pattern).flatMap(variablesOf);
}

/**
 * @param {string} language A language's tag.
 * @returns {{ file: string, messages: Map<string, string> }[]} Its catalogues, and what each message in them speaks of.
 */
function cataloguesOf(language) {
  return filesIn(`locales/${language}`, /\.ftl$/).map(({ file, text }) => {
    const { body } = new FluentResource(text);
    assert.equal(body.length, text.match(/^-?[a-z][\w-]* *=/gm)?.length ?? 0, `${language}/${file} has a message that can't be read`);
    return { file, messages: new Map(body.map(({ id, value }) => [id, [...new Set(variablesOf(value))].sort().join(" ")])) };
  });
}

const english = cataloguesOf("en");

/** All our own sources, in which messages are said. */
const sources = ["src", "www", "examples", "public"].flatMap((folder) => filesIn(folder, /\.(?:rs|js)$/)).concat({ file: "index.html", text: readFileSync(path.join(root, "index.html"), "utf8") });

for (const language of languages.filter((tag) => tag !== "en")) {
  test(`the catalogues in the language ${language} have the messages of the English ones, which speak of the same`, () => {
    assert.deepEqual(cataloguesOf(language), english);
  });
}

/**
 * @param {string} language A language's tag.
 * @returns {Map<string, string>} What the messages say that speak of nothing.
 */
function plainMessages(language) {
  const all = filesIn(`locales/${language}`, /\.ftl$/).flatMap(({ text }) => new FluentResource(text).body);
  return new Map(all.flatMap(({ id, value }) => (typeof value === "string" ? [[id, value]] : [])));
}

test("what a lesson quotes of the page, it quotes in German as the page says it there", () => {
  const [englishSays, germanSays] = [plainMessages("en"), plainMessages("de")];
  const german = new Map(filesIn("locales/de/lessons", /\.txt$/).map(({ file, text }) => [file, text]));
  const quotations = filesIn("locales/en/lessons", /\.txt$/).flatMap(({ file, text }) => [...text.matchAll(/“([^”]+)”/g)].map(([, quoted = ""]) => {
    const meant = [...englishSays].filter(([, says]) => says === quoted).map(([id]) => germanSays.get(id));
    return { file, quoted, meant, found: meant.some((says) => german.get(file)?.includes(`„${says}“`)) };
  })).filter(({ meant }) => meant.length > 0);
  assert.ok(quotations.length >= 3, "the lessons quote nothing");
  assert.deepEqual(quotations.filter(({ found }) => !found), []);
});

test("each message that is said stands in a catalogue", () => {
  const known = new Set(english.flatMap(({ messages }) => [...messages.keys()]));
  const said = sources.flatMap(({ file, text }) => [...text.matchAll(/\b(?:say!?|sayAround|Expected)\(\s*"([^"]*)"/g)].map(([, message]) => ({ file, message })));
  assert.ok(said.length > 100, `${said.length} messages are said`);
  assert.deepEqual(said.filter(({ message }) => !known.has(message ?? "")), []);
});

test("each message is said by somebody", () => {
  const words = new Set(sources.flatMap(({ text }) => text.match(/(?<=["'`])[a-z][\w-]*(?=["'`])/g) ?? []));
  const unsaid = english.flatMap(({ messages }) => [...messages.keys()]).filter((message) => !words.has(message));
  assert.deepEqual(unsaid, []);
});

test("what is written in the page is what the catalogue says", () => {
  const page = readFileSync(path.join(root, "index.html"), "utf8");
  const labels = [...page.matchAll(/aria-label="([^"]*)" data-say-label="([^"]*)"/g)].map(([, written = "", message = ""]) => [message, written]);
  // Without elements in it: what an element holds stands in the page as it is drawn.
  const texts = [...page.matchAll(/<(\w+)(?: [^<>]*)? data-say="([^"]*)"(?: [^<>]*)?>([^<>]*)<\/\1>/g)].map(([, , message = "", written = ""]) => [message, written]);
  assert.equal(labels.length, page.split("data-say-label=").length - 1);
  assert.equal(texts.length, page.split("data-say=").length - 4, "all but three are plain texts");
  for (const [message = "", written] of [...labels, ...texts]) assert.equal(say(message), written);
  assert.equal(/<meta name="description" content="([^"]*)">/.exec(page)?.[1], say("page-description"));
});

test("a message chooses its words by a number, and writes it without grouping its digits", () => {
  assert.equal(say("entries", { count: 1 }), "1 entry");
  assert.equal(say("entries", { count: 12_345 }), "12345 entries");
});

test("what is drawn stands where a message speaks of it", () => {
  const [first, last] = [{ drawn: 1 }, { drawn: 2 }];
  assert.deepEqual(sayAround("entry-range", { count: 2, first, last }), ["entries ", first, " and ", last]);
});

test("what somebody wrote never passes for the place of something drawn", () => {
  const [written, drawn] = ["a\uFDD40\uFDD5b\uFDD4", { drawn: 1 }];
  const said = sayAround("entry-range", { count: 2, first: written, last: drawn });
  assert.equal(said.filter((part) => typeof part === "string").join(""), `entries ${written} and `);
  assert.equal(said.at(-1), drawn);
});

test("a message that nobody wrote, and one that speaks of what is not there, are bugs", () => {
  assert.throws(() => say("no-such-message"), /No catalogue has the message no-such-message\./);
  assert.throws(() => say("entries"), /\$count/);
});
