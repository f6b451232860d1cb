// What panels say on the first screen stands in the catalogues that come with the page's script: the rest comes when it stands there. What it shows
// is recorded when the page is built.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { FluentResource } from "@fluent/bundle";
import { firstScreens } from "../../scripts/first-screens.js";
import { filesIn, root } from "./sources.js";

/** @import { View } from "../../www/types.js" */

/** @param {unknown} value A value. @returns {boolean} Whether all of it can be written as JSON, where what is undefined is left out. */
function isPlain(value) {
  if (typeof value !== "object" || value === null) return !["function", "symbol", "bigint"].includes(typeof value) && !Number.isNaN(value);
  return [Object.prototype, Array.prototype].includes(Object.getPrototypeOf(value)) && Object.values(value).every(isPlain);
}

test("the first lesson and the sandbox are recorded as they open, in each language", async () => {
  const screens = await firstScreens();
  assert.deepEqual(Object.keys(screens).sort(), readdirSync(path.join(root, "locales")).sort());
  for (const [language, says] of /** @type {[string, RegExp][]} */ ([["en", /^dick thinks itself the leader now/], ["de", /^dick hält sich jetzt für den Leader/]])) {
    const { "": lesson, "#sandbox": sandbox } = /** @type {Record<string, View>} */ (screens[language]);
    assert.ok(lesson && sandbox);
    assert.match(lesson.status, says);
    assert.equal(lesson.room, `lesson-${lesson.catalog.lessons[0]?.name}`);
    assert.ok(lesson.lesson);
    assert.equal(sandbox.room, "sandbox");
    assert.equal(sandbox.cursor, 0);
    assert.equal(sandbox.frame.servers.length, 5);
    // Nothing that only this machine knows, and nothing that can't be written down.
    for (const view of [lesson, sandbox]) {
      assert.deepEqual([view.notices, view.sent, view.brokenDisks, view.fault], [[], [], [], null]);
      assert.ok(isPlain(view));
    }
  }
});

test("every message that panels may say before the rest has come is there from the start", () => {
  const idsIn = (/** @type {string} */ folder) => new Set(filesIn(folder, /\.ftl$/).flatMap(({ text }) => new FluentResource(text).body.map(({ id }) => id)));
  const [ids, all] = [idsIn("locales/en/first"), idsIn("locales/en")];
  // What they draw of the servers and of what was said is for a browser, which opens each first screen with the rest held back.
  const always = ["main.js", "later.js", "page/header.js", "page/story.js", "page/sheet.js", "page/notices.js", "page/start-trouble.js", "page/welcome.js", "page/skips.js", "side/console.js", "side/let-run.js", "playback/playback.js"];
  const said = always.flatMap((file) => [...readFileSync(path.join(root, "www", file), "utf8").matchAll(/\b(?:say|sayAround)\(([^)]*)/g)].flatMap(([, words = ""]) => words.match(/(?<=")[a-z][\w-]*(?=")/g) ?? []));
  assert.ok(said.length > 50);
  assert.deepEqual(said.filter((message) => all.has(message) && !ids.has(message)), []);
});
