// A WebAssembly that is parted in two does what it did, once both parts have come.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { calledOf, counting, split } from "../../scripts/split-wasm.js";
import { root } from "./sources.js";

const folder = mkdtempSync(path.join(tmpdir(), "catchup-split-"));
after(() => rmSync(folder, { recursive: true }));

/** Functions that call each other straight, through the table and through an import, and share a memory and a global. */
const whole = `(module
 (import "page" "tell" (func $tell (param i32)))
 (global $count (mut i32) (i32.const 0))
 (memory $0 1)
 (data (i32.const 8) "\\2a")
 (table $0 2 2 funcref)
 (table $other 1 externref)
 (elem (table $0) (i32.const 1) func $"late <of> the \\"table\\"")
 (export "memory" (memory $0))
 (export "other" (table $other))
 (export "early" (func $early))
 (export "late" (func $late))
 (export "through" (func $through))
 (func $early (param $0 i32) (result i32)
  (global.set $count (i32.add (global.get $count) (i32.const 1)))
  (i32.add (local.get $0) (global.get $count))
 )
 (func $late (param $0 i32) (param $1 i64) (result i32)
  (local $2 i32)
  (local.set $2 (call $early (local.get $0)))
  (i32.store8 (i32.const 9) (local.get $2))
  (call $tell (call $later))
  (i32.add (local.get $2) (i32.wrap_i64 (local.get $1)))
 )
 (func $later (result i32)
  (i32.load8_u (i32.const 8))
 )
 (func $"late <of> the \\"table\\"" (result i32)
  (i32.load8_u (i32.const 9))
 )
 (func $through (result i32)
  (call_indirect $0 (result i32) (i32.const 1))
 )
)
`;

/**
 * @param {string} text A module in the text format.
 * @returns {Promise<WebAssembly.Module>} The same.
 */
async function assemble(text) {
  const file = path.join(folder, "module");
  writeFileSync(`${file}.wat`, text);
  execFileSync(process.execPath, [path.join(root, "node_modules/binaryen/bin/wasm-as"), "--enable-reference-types", `${file}.wat`, "-o", `${file}.wasm`]);
  return WebAssembly.compile(readFileSync(`${file}.wasm`));
}

/**
 * Calls each function.
 * @param {WebAssembly.Exports} exports What a module exports.
 * @returns {unknown[]} What they gave.
 */
const results = ({ early, late, through }) => [early, late, through].map((call, place) => /** @type {(...taken: unknown[]) => unknown} */ (call)(5, 7n + BigInt(place)));

test("it counts what is called", async () => {
  const { exports } = await WebAssembly.instantiate(await assemble(counting(whole)), { page: { tell: () => {} } });
  /** @type {(taken: number) => unknown} */ (exports["early"])(5);
  assert.deepEqual(calledOf(exports), [0]);
  results(exports);
  assert.deepEqual(calledOf(exports), [0, 1, 2, 3, 4]);
});

test("both parts together do what the whole does, and what is not there yet traps", async () => {
  const told = /** @type {number[]} */ ([]);
  const page = { tell: (/** @type {number} */ value) => told.push(value) };
  const { first, rest } = split(whole, [0, 4]);
  const [firstModule, restModule, wholeModule] = [await assemble(first), await assemble(rest), await assemble(whole)];
  const { exports } = await WebAssembly.instantiate(firstModule, { page });
  const early = /** @type {(taken: number) => unknown} */ (exports["early"]);
  assert.equal(early(5), 6);
  assert.throws(() => /** @type {() => unknown} */ (exports["through"])(), WebAssembly.RuntimeError);
  await WebAssembly.instantiate(restModule, { first: { ...exports } });
  const { exports: same } = await WebAssembly.instantiate(wholeModule, { page });
  /** @type {(taken: number) => unknown} */ (same["early"])(5);
  assert.deepEqual(results(exports), results(same));
  assert.deepEqual(told, [42, 42]);
  assert.doesNotMatch(first, /i32\.wrap_i64/);
  assert.doesNotMatch(rest, /data/);
});
