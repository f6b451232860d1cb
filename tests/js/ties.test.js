// Words that stay on one line with the number behind them, in each language.

import assert from "node:assert/strict";
import { test } from "node:test";
import { saidParts } from "../../www/ladder/parts.js";
import { learn } from "../../www/words/say.js";
import { isTied, tied } from "../../www/words/ties.js";
import { fakeDocument } from "./fake-document.js";
import { filesIn } from "./sources.js";
import "./speak.js";

fakeDocument();

test("a word of the catalogue is tied to the number behind it, and nothing else is", () => {
  assert.equal(tied("Yes, in term 5 I vote (entry 12, Message 3)."), "Yes, in term\u00a05 I vote (entry\u00a012, Message\u00a03).");
  for (const text of ["2 of 3 votes", "set a 5", "the terms of it", "midterm 5", "term", "", " 5"]) assert.equal(tied(text), text);
  assert.deepEqual([isTied("“Term", "5?"), isTied("", "5"), isTied("term", "five")], [true, false, false]);
});

test("what a message says is tied, but for commands, which are as they are sent", () => {
  assert.deepEqual(saidParts({ says: "Entry 2 is set term 5, of term 1", exact: [[11, 10]] }).filter((part) => typeof part === "string"), ["Entry\u00a02 is ", ", of term\u00a01"]);
});

test("German has words of its own for it", () => {
  for (const { text } of filesIn("locales/de", /\.ftl$/)) learn("de", text);
  assert.equal(tied("Ja, in Term 5 nach Eintrag 2 von 3 (Schritt 7)."), "Ja, in Term\u00a05 nach Eintrag\u00a02 von 3 (Schritt\u00a07).");
});
