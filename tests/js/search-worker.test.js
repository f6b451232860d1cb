// The worker that searches, as the page asks it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

/** @import { Answer, Asked } from "../../www/search/worker.js" */

/** What it told. @type {Answer[]} */
const told = [];
/** Asks it something. @type {(event: { data: Asked }) => void} */
let ask = () => assert.fail("it does not listen");
Object.assign(globalThis, {
  addEventListener: (/** @type {string} */ _type, /** @type {typeof ask} */ listener) => void (ask = listener),
  postMessage: (/** @type {Answer} */ answer) => void told.push(answer),
});
await import("../../www/search/worker.js");

/** @type {Extract<Asked, { kind: "begin" }>} */
const begin = { which: 0, kind: "begin", module: new WebAssembly.Module(readFileSync(new URL("../../pkg/search/catchup_bg.wasm", import.meta.url))), catalogues: [] };

test("a question is answered under its number, and one that makes no sense with a sentence", () => {
  ask({ data: begin });
  ask({ data: { which: 7, kind: "bounds", protocol: "raft", servers: 3 } });
  ask({ data: { which: 8, kind: "search", order: { script: "nonsense\n", moment: 0, at_most: [], megabytes: 1 } } });
  assert.deepEqual(told.map(({ which, kind }) => [which, kind]), [[7, "bounds"], [8, "trouble"]]);
});

test("that it can't begin is left to who made it to hear of, since that is no question's answer", () => {
  const count = told.length;
  assert.throws(() => ask({ data: { ...begin, catalogues: /** @type {any} */ (null) } }), TypeError);
  assert.equal(told.length, count);
});
