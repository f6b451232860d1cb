// What the address bar names, with a bar and a history that only seem to be ones.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { createAddress } from "../../www/link/address.js";
import "./speak.js";

/** @import { Catalog } from "../../pkg/catchup.js" */
/** @import { Opening } from "../../www/session/rooms.js" */

const catalog = /** @type {Catalog} */ (/** @type {unknown} */ ({ lessons: [{ name: "one" }, { name: "two" }], defaults: { lesson: "one" } }));
const RUN = "#1/0/plain,servers%20tom%0A";
const NO_RUN = "#1/0/plain,nonsense%0A";

/** The address bar. */
const bar = { hash: "" };

beforeEach(() => {
  bar.hash = "";
  const show = (/** @type {unknown} */ _state, /** @type {string} */ _title, /** @type {string} */ address) => void (bar.hash = address);
  Object.assign(globalThis, { location: bar, history: { state: null, pushState: show, replaceState: show } });
});

/**
 * The addresses of a page.
 * @param {{ address?: string, slow?: Promise<unknown>, sandboxCame?: Promise<unknown> }} [options] The address that is remembered, what whoever opens a room waits for, and what the sandbox does.
 */
function begin({ address = "", slow, sandboxCame } = {}) {
  const kept = new Map([["address", address]]);
  const opened = /** @type {string[]} */ ([]);
  const told = /** @type {[string, string][]} */ ([]);
  let asked = 0;
  /** @param {Opening} opening What is opened. */
  async function open({ room, text }) {
    if (text === "nonsense\n") throw new Error("line 1 is nonsense");
    opened.push(room);
    await slow;
  }
  const addresses = createAddress({
    catalog, open,
    textOf: async (lesson) => `title ${lesson}\n`,
    formerly: async (_lesson, room) => {
      if (room !== "sandbox") return null;
      asked += 1;
      await sandboxCame;
      return null;
    },
    withoutGuide: (text) => text,
    settings: { get: (name) => kept.get(name) ?? null, set: (name, value) => void kept.set(name, value ?? "") },
    tell: (id, text) => told.push([id, text]),
  });
  return { addresses, opened, told, remembered: () => kept.get("address"), sandboxAsked: () => asked > 0 };
}

test("a link whose text is no run is told, and not what the next visit opens", async () => {
  const { addresses, opened, told, remembered } = begin({ address: "#lesson-two" });
  bar.hash = NO_RUN;
  assert.equal(await addresses.open(), false);
  assert.deepEqual([opened, bar.hash, remembered()], [["sandbox"], NO_RUN, "#lesson-two"]);
  assert.match(told.join(), /line 1 is nonsense/);
});

/** Waits until something is so. @param {() => boolean} isSo Whether it is. */
async function until(isSo) {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve));
}

/** @returns {[Promise<unknown>, () => void]} What waits until it is let go on. */
function held() {
  let goOn = () => {};
  const wait = new Promise((resolve) => (goOn = () => resolve(null)));
  return [wait, goOn];
}

test("who goes elsewhere while a link turns out to be no run stays there, and is told nothing of it", async () => {
  const [sandboxCame, goOn] = held();
  const { addresses, opened, told, remembered, sandboxAsked } = begin({ sandboxCame });
  bar.hash = NO_RUN;
  const first = addresses.open();
  await until(sandboxAsked);
  await addresses.go("two");
  goOn();
  assert.equal(await first, false);
  assert.deepEqual([opened, told, bar.hash, remembered()], [["lesson-two"], [], "#lesson-two", "#lesson-two"]);
});

test("what is wrong with an address is not told in a room that was opened since", async () => {
  const [slow, goOn] = held();
  const { addresses, opened, told } = begin({ slow });
  bar.hash = "#1/0/plain,servers%20tom";
  const first = addresses.open();
  await until(() => opened.length === 1);
  const second = addresses.go("two");
  await until(() => opened.length === 2);
  goOn();
  await Promise.all([first, second]);
  assert.equal(opened.at(-1), "lesson-two");
  assert.deepEqual(told, [], "a cut link");
});

test("it says whether what an address names is open", async () => {
  const { addresses } = begin();
  for (const [hash, isOpen] of /** @type {const} */ ([[RUN, true], ["#lesson-one", true], [NO_RUN, false], ["#1/0/nothing,", false], ["#nobody-knows", false], ["", false]])) {
    bar.hash = hash;
    assert.equal(await addresses.open(), isOpen, hash);
  }
});

test("what was closed leaves the bar to the open room, and no other address", async () => {
  const { addresses } = begin({ address: "#lesson-two" });
  bar.hash = "#over";
  await addresses.open("");
  addresses.leave("#over");
  assert.equal(bar.hash, "#lesson-two");
  await addresses.go("one");
  addresses.leave("#over");
  assert.equal(bar.hash, "#lesson-one", "somebody went elsewhere");
  bar.hash = "#over";
  addresses.leave("#over");
  assert.equal(bar.hash, "#lesson-one");
  bar.hash = NO_RUN;
  await addresses.open();
  bar.hash = "#over";
  addresses.leave("#over");
  assert.equal(bar.hash, "", "what stands instead of a link that is no run has no address");
});
