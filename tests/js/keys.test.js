// Which key does what, whatever has the focus.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createKeys, intentOf, nameOfKey } from "../../www/page/keys.js";

/** @import { Focused, Key } from "../../www/page/keys.js" */

/**
 * @param {string} key A key.
 * @param {Partial<Key>} modifiers The modifiers that are held.
 * @returns {Key} The event's part that matters.
 */
const pressed = (key, modifiers = {}) => ({ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...modifiers });

/**
 * @param {string} tag The element with the focus.
 * @param {Partial<Focused>} facts What else is known about it.
 * @returns {Focused} All of it.
 */
const on = (tag, facts = {}) => ({ tag, type: "", role: "", editable: false, scrolls: false, inScroller: false, ...facts });

const all = ["ArrowRight", "ArrowLeft", " ", "Home", "End", "?"];

/**
 * @param {Focused | null} focused What has the focus.
 * @returns {string[]} The page's keys that still are the page's.
 */
const left = (focused) => all.filter((key) => nameOfKey(pressed(key), focused) !== null);

test("each key has its name while nothing has the focus", () => {
  assert.deepEqual(all.map((key) => nameOfKey(pressed(key), null)), ["step", "back", "play", "start", "end", "help"]);
});

test("other keys are left alone", () => {
  for (const key of ["a", "Enter", "Tab", "ArrowUp", "Escape"]) assert.equal(nameOfKey(pressed(key), null), null);
});

test("a key with a modifier is the browser's, but ? may need the shift key", () => {
  for (const key of all) {
    for (const modifier of ["altKey", "ctrlKey", "metaKey"]) assert.equal(nameOfKey(pressed(key, { [modifier]: true }), null), null);
  }
  assert.equal(nameOfKey(pressed("ArrowRight", { shiftKey: true }), null), null);
  assert.equal(nameOfKey(pressed("?", { shiftKey: true }), null), "help");
});

test("what is typed into keeps all keys", () => {
  for (const focused of [on("input", { type: "text" }), on("input", { type: "number" }), on("textarea"), on("select"), on("p", { editable: true })]) {
    assert.deepEqual(left(focused), []);
  }
});

test("a slider keeps the arrows, Home and End", () => {
  assert.deepEqual(left(on("input", { type: "range" })), [" ", "?"]);
});

test("buttons, check boxes and radio buttons keep what they use", () => {
  assert.deepEqual(left(on("button")), ["ArrowRight", "ArrowLeft", "Home", "End", "?"]);
  assert.deepEqual(left(on("summary")), ["ArrowRight", "ArrowLeft", "Home", "End", "?"]);
  assert.deepEqual(left(on("input", { type: "checkbox" })), ["ArrowRight", "ArrowLeft", "Home", "End", "?"]);
  assert.deepEqual(left(on("input", { type: "radio" })), ["Home", "End", "?"]);
});

test("a scrolling area keeps Space, Home and End, a link keeps none", () => {
  assert.deepEqual(left(on("section", { scrolls: true })), ["ArrowRight", "ArrowLeft", "?"]);
  assert.deepEqual(left(on("a")), all);
});

test("the page keys step as a presenter's clicker does, unless something can be scrolled by them", () => {
  const pageKeys = ["PageDown", "PageUp"];
  const named = (/** @type {Focused | null} */ focused) => pageKeys.map((key) => nameOfKey(pressed(key), focused));
  assert.deepEqual(named(null), ["page_on", "page_back"]);
  assert.deepEqual(named(on("button")), ["page_on", "page_back"]);
  assert.deepEqual(named(on("input", { type: "radio" })), ["page_on", "page_back"]);
  for (const focused of [on("body", { inScroller: true }), on("button", { inScroller: true }), on("input", { type: "range" }), on("select"), on("textarea")]) assert.deepEqual(named(focused), [null, null]);
  assert.deepEqual(left(on("button", { inScroller: true })), left(on("button")));
});

test("a key asks for what its button asks for, and for nothing when that is disabled", () => {
  const middle = { cursor: 3, length: 9, playing: false, stepBlocked: null };
  assert.deepEqual(intentOf("step", middle), { kind: "step" });
  assert.deepEqual(intentOf("back", middle), { kind: "back" });
  assert.deepEqual(intentOf("page_on", middle), { kind: "step" });
  assert.deepEqual(intentOf("page_back", middle), { kind: "back" });
  assert.deepEqual(intentOf("play", middle), { kind: "play" });
  assert.deepEqual(intentOf("play", { ...middle, playing: true }), { kind: "pause" });
  assert.deepEqual(intentOf("start", middle), { kind: "seek", moment: 0 });
  assert.deepEqual(intentOf("end", middle), { kind: "seek", moment: 9 });
  const ended = { cursor: 0, length: 0, playing: false, stepBlocked: "Nothing is in flight." };
  for (const name of /** @type {const} */ (["step", "back", "play", "start", "end", "page_on", "page_back"])) assert.equal(intentOf(name, ended), null);
});

/** An element with the focus, as far as the keys look at it. */
class FakeElement {
  tabIndex = -1;
  scrollHeight = 100;
  clientHeight = 100;
  isContentEditable = false;
  overflowY = "visible";
  parentElement = /** @type {FakeElement | null} */ (null);

  /** @param {string} localName Its name. @param {object} [facts] What is different. */
  constructor(localName, facts = {}) {
    this.localName = localName;
    Object.assign(this, facts);
  }

  get ownerDocument() {
    return page;
  }

  getAttribute() {
    return null;
  }
}

const root = new FakeElement("html");
const body = new FakeElement("body", { parentElement: root });
/** @type {((event: object) => void)[]} */
const listeners = [];
const page = {
  documentElement: root,
  body,
  activeElement: body,
  dialog: /** @type {object | null} */ (null),
  addEventListener: (/** @type {string} */ type, /** @type {(event: object) => void} */ listener) => type === "keydown" && listeners.push(listener),
  querySelector: (/** @type {string} */ selector) => (selector === "dialog[open]" ? page.dialog : null),
};
Object.assign(globalThis, { HTMLElement: FakeElement, HTMLInputElement: class extends FakeElement {}, getComputedStyle: (/** @type {FakeElement} */ { overflowY }) => ({ overflowY }) });

/** What the keys asked for since somebody looked. */
const asked = /** @type {string[]} */ ([]);
const settings = new Map();
let presents = false;
const keys = createKeys(
  /** @type {Document} */ (/** @type {unknown} */ (page)),
  ({ kind }) => asked.push(kind),
  /** @type {import("../../www/types.js").Settings} */ (/** @type {unknown} */ (settings)),
  () => asked.push("help"),
  () => presents,
);

/**
 * Presses a key.
 * @param {string} key Which.
 * @param {object} [event] What else is known of it.
 * @returns {string[]} What was asked for, and whether the browser was kept from doing anything itself.
 */
function press(key, event = {}) {
  let kept = false;
  for (const listener of listeners) listener({ ...pressed(key), defaultPrevented: false, preventDefault: () => (kept = true), ...event });
  return [...asked.splice(0), ...(kept ? ["kept"] : [])];
}

test("a key that is the page’s asks for something, once there is a view, and is kept from the browser", () => {
  assert.deepEqual(press("ArrowRight"), [], "there is no view yet");
  keys.draw(/** @type {import("../../www/types.js").View} */ (/** @type {unknown} */ ({ cursor: 3, length: 9, playing: false, stepBlocked: null })));
  assert.deepEqual(["ArrowRight", "?", "PageDown", "x"].map((key) => press(key)), [["step", "kept"], ["help", "kept"], ["step", "kept"], []]);
  assert.deepEqual(press("ArrowRight", { defaultPrevented: true }), []);
  page.dialog = {};
  assert.deepEqual(press("ArrowRight"), []);
  page.dialog = null;
  settings.set("keys", "off");
  assert.deepEqual(press("ArrowRight"), []);
  settings.clear();
});

test("page keys are the browser’s where the page, or something around the focus, can be scrolled, unless somebody presents", () => {
  const stays = ["step", "kept"];
  root.scrollHeight = 200;
  assert.deepEqual([press("PageDown"), press("ArrowRight")], [[], stays]);
  presents = true;
  assert.deepEqual(press("PageDown"), stays);
  presents = false;
  root.scrollHeight = 100;
  const around = new FakeElement("section", { parentElement: body, scrollHeight: 200, overflowY: "auto" });
  page.activeElement = new FakeElement("button", { parentElement: around });
  assert.deepEqual([press("PageDown"), press("ArrowRight")], [[], stays]);
  around.overflowY = "hidden";
  assert.deepEqual(press("PageDown"), stays, "what does not scroll");
  around.overflowY = "scroll";
  around.scrollHeight = 100;
  assert.deepEqual(press("PageDown"), stays, "what is seen whole");
  root.overflowY = "auto";
  root.scrollHeight = 50;
  assert.deepEqual(press("PageDown"), stays);
  page.activeElement = body;
});

test("a scrolling area with the focus keeps Home and End, what it can’t scroll or can’t have the focus does not", () => {
  const area = new FakeElement("section", { parentElement: body, tabIndex: 0, scrollHeight: 200 });
  page.activeElement = area;
  assert.deepEqual(press("Home"), []);
  area.scrollHeight = 100;
  assert.deepEqual(press("Home"), ["seek", "kept"]);
  Object.assign(area, { scrollHeight: 200, tabIndex: -1 });
  assert.deepEqual(press("Home"), ["seek", "kept"]);
  page.activeElement = new FakeElement("a", { parentElement: body, tabIndex: 0, scrollHeight: 200 });
  assert.deepEqual(press("Home"), ["seek", "kept"], "a link has nothing to scroll");
  page.activeElement = body;
});
