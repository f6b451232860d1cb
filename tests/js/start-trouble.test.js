// Why the simulation can't be had, told apart.

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { StartTrouble, isForbidden, loadSimulation, troubleWith } from "../../www/page/start-trouble.js";
import "./speak.js";

const file = "catchup.wasm";
const smallest = Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);

/**
 * @param {string} text A text.
 * @returns {Uint8Array<ArrayBuffer>} Its bytes.
 */
const bytesOf = (text) => new Uint8Array(new TextEncoder().encode(text));

test("WebAssembly is no trouble", () => {
  assert.equal(troubleWith(smallest, file), null);
});

test("what came instead is told", () => {
  assert.match(troubleWith(new Uint8Array(0), file)?.message ?? "", /arrived empty: catchup\.wasm/);
  assert.match(troubleWith(bytesOf("\n <!doctype html>"), file)?.message ?? "", /a page of HTML/);
  assert.match(troubleWith(bytesOf("version https://"), file)?.message ?? "", /something else/);
  assert.match(troubleWith(Uint8Array.of(...smallest, 0x01, 0x04), file)?.message ?? "", /damaged, or was cut short: catchup\.wasm \(10 bytes came\)/);
});

test("a newer browser is asked for only where it would help", (context) => {
  assert.doesNotMatch(troubleWith(Uint8Array.of(...smallest, 0x01, 0x04), file)?.advice ?? "", /browser/);
  context.mock.method(WebAssembly, "validate", () => false);
  assert.match(troubleWith(smallest, file)?.advice ?? "", /newer browser/);
});

test("each browser’s words for a policy are understood", () => {
  for (const words of [
    "WebAssembly.instantiateStreaming(): Compiling or instantiating WebAssembly module violates the following Content Security policy directive because …",
    "call to WebAssembly.instantiateStreaming() blocked by CSP",
    "Refused to create a WebAssembly object because 'unsafe-eval' or 'wasm-unsafe-eval' is not an allowed source of script",
  ]) assert.ok(isForbidden(new WebAssembly.CompileError(words)), words);
  assert.ok(!isForbidden(new WebAssembly.CompileError("expected magic word 00 61 73 6d")));
});

test("what did not come at first is asked for once more", async () => {
  const bytes = smallest.buffer;
  const fetches = mock.method(globalThis, "fetch", async () => new Response(bytes));
  const warnings = mock.method(console, "warn", () => {});
  Object.assign(globalThis, { location: new URL("http://localhost/") });
  let tries = 0;
  await loadSimulation(async (source) => {
    tries += 1;
    if (tries === 1) throw new TypeError("network error");
    assert.deepEqual(new Uint8Array(/** @type {ArrayBuffer} */ (await source)), smallest);
  }, "/assets/catchup.wasm", fetch("/assets/catchup.wasm"));
  assert.equal(tries, 2);
  fetches.mock.mockImplementation(async () => { throw new TypeError("Failed to fetch"); });
  await assert.rejects(loadSimulation(async (source) => { await source; }, "/assets/catchup.wasm", fetch("/assets/catchup.wasm")), (error) =>
    error instanceof StartTrouble && error.message === "A part of this page could not be fetched: catchup.wasm" && /connection/.test(error.advice));
  fetches.mock.restore();
  warnings.mock.restore();
});
