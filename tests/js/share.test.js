// What takes a run along.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inXml } from "../../www/ladder/flatten.js";
import { broken } from "../../www/ladder/picture-words.js";
import { createFrame, frameOf } from "../../www/share/frame.js";
import { fileName } from "../../www/share/take.js";
import { fakeDocument } from "./fake-document.js";
import "./speak.js";

/** @import { TemplateResult } from "lit-html" */
/** @import { View } from "../../www/types.js" */

test("the HTML of a frame shows the run, and hostile text stays text", () => {
  const code = frameOf("https://example.org/a&b/?old#1/3/plain,servers%20tom%0A", 'A "title" <b>&');
  assert.match(code, /^<iframe src="https:\/\/example\.org\/a&amp;b\/\?embed#1\/3\/plain,servers%20tom%0A" title="Catchup: A &quot;title&quot; &lt;b&gt;&amp;" width="100%" height="\d+"/);
  assert.equal(code.match(/[<>]/g)?.length, 4);
});

test("a page on a disk has no frame to offer", () => {
  assert.throws(() => frameOf("file:///home/catchup.html#1/0/plain,x", "A run"), /opened from a disk/);
});

test("a file is named after its run, as any disk takes it", () => {
  assert.equal(fileName("Every Tom Dick and Harry"), "every-tom-dick-and-harry");
  assert.equal(fileName("../Café: 7 <b>"), "cafe-7-b");
  assert.equal(fileName("¿?"), "run");
  assert.equal(fileName(`${"long ".repeat(30)}`).length <= 60, true);
  assert.equal(fileName(`${"a".repeat(59)}𠮷𠮷`), `${"a".repeat(59)}𠮷`, "no character is cut in two");
});

test("lines are broken between words, and within those that are too wide", () => {
  const widthOf = (/** @type {string} */ word) => word.length;
  assert.deepEqual(broken("set a 1, please.", widthOf, 8), ["set a 1,", "please."]);
  assert.deepEqual(broken("no abcdefghijkl m", widthOf, 5), ["no", "abcde", "fghij", "kl m"]);
  assert.deepEqual(broken("", widthOf, 5), [""]);
});

test("what XML can't hold is replaced, and nothing else", () => {
  assert.equal(inXml("a\u0000b\u0001\uD800c\uFFFE"), "a\uFFFDb\uFFFD\uFFFDc\uFFFD");
  assert.equal(inXml("<é>\n\t😀"), "<é>\n\t😀");
});

test("the HTML that is copied is that of the run that is shown, however long it takes to make", async () => {
  const copied = /** @type {string[]} */ ([]);
  fakeDocument();
  Object.defineProperty(globalThis, "navigator", { configurable: true, value: { clipboard: { writeText: async (/** @type {string} */ text) => void copied.push(text) } } });
  const asked = /** @type {((address: string) => void)[]} */ ([]);
  const frame = createFrame(() => new Promise((resolve) => asked.push(resolve)), () => {});
  const open = (/** @type {string} */ title) => frame.open(/** @type {View} */ ({ title }));
  /** What Copy does. @type {() => Promise<void>} */
  const copy = /** @type {any} */ (valuesOf(frame.content()).find((value) => typeof value === "function"));
  open("One");
  open("Two");
  const copying = copy();
  asked[1]?.("https://example.org/#two");
  await copying;
  asked[0]?.("https://example.org/#one");
  await new Promise((resolve) => setTimeout(resolve));
  await copy();
  assert.deepEqual(copied.map((html) => /title="Catchup: (\w+)"/.exec(html)?.[1]), ["Two", "Two"]);
});

/** @param {TemplateResult} template What is drawn. @returns {unknown[]} All values in it. */
function valuesOf({ values }) {
  return values.flatMap((value) => [value, ...(Object(value).values instanceof Array ? valuesOf(/** @type {TemplateResult} */ (value)) : [])]);
}
