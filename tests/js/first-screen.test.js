// What the first screen says stands in the catalogues that come with the page's script: the rest comes when it stands there.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { FluentResource } from "@fluent/bundle";
import * as simulation from "../../pkg/catchup.js";
import { openRoom } from "../../scripts/first-screen.js";
import { learn, say } from "../../www/words/say.js";
import { filesIn, root } from "./sources.js";

const { catalog, initSync, setSpeaker, without_guide } = simulation;

for (const { text } of filesIn("locales/en/first", /\.ftl$/)) learn("en", text);
initSync({ module: readFileSync(path.join(root, "pkg/catchup_bg.wasm")) });
setSpeaker({ say });

/**
 * @param {string} lesson A lesson.
 * @returns {string} Its text.
 */
const textOf = (lesson) => readFileSync(path.join(root, `locales/en/lessons/${lesson}.txt`), "utf8");

/**
 * Opens a room where nothing can be kept, which has to be told.
 * @param {string} room The room.
 * @param {string} text What it starts with.
 */
const opened = async (room, text) => (await openRoom(simulation, { room, text, storage: null })).view;

test("the first lesson and the sandbox open with what the page has from the start", async () => {
  const { lessons, defaults } = catalog();
  const [first] = lessons;
  assert.ok(first);
  const { status, frame, notices } = await opened(`lesson-${first.name}`, textOf(first.name));
  assert.match(status, /^dick thinks itself the leader now/);
  assert.ok(frame.in_flight.length > 0);
  assert.match(notices[0]?.text ?? "", /^Nothing can be kept/);
  assert.match((await opened("sandbox", without_guide(textOf(defaults.lesson)))).status, /^This is the start/);
});

test("every message that panels may say before the rest has come is there from the start", () => {
  const idsIn = (/** @type {string} */ folder) => new Set(filesIn(folder, /\.ftl$/).flatMap(({ text }) => new FluentResource(text).body.map(({ id }) => id)));
  const [ids, all] = [idsIn("locales/en/first"), idsIn("locales/en")];
  // What they draw of the servers and of what was said is for the first test, and a browser.
  const always = ["main.js", "later.js", "page/header.js", "page/story.js", "page/sheet.js", "page/notices.js", "page/start-trouble.js", "page/welcome.js", "page/skips.js", "side/console.js", "side/let-run.js", "playback/playback.js"];
  const said = always.flatMap((file) => [...readFileSync(path.join(root, "www", file), "utf8").matchAll(/\b(?:say|sayAround)\(([^)]*)/g)].flatMap(([, words = ""]) => words.match(/(?<=")[a-z][\w-]*(?=")/g) ?? []));
  assert.ok(said.length > 50);
  assert.deepEqual(said.filter((message) => all.has(message) && !ids.has(message)), []);
});
