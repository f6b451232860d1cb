// Making the simulation follow a disk that somebody edited, and mending a damaged disk.

import assert from "node:assert/strict";
import { test } from "node:test";
import { checksum } from "../../www/disks/format.js";
import { write, writeRoom } from "../../www/disks/writing.js";
import { compareServer, repair } from "../../www/disks/recovery.js";
import { diskBack, entriesOf, checks, fakeStorage, readBack, seededRandom, writeOf } from "./fake-storage.js";
import "./speak.js";

/** @import { Entry } from "../../www/disks/format.js" */
/** @import { StorageArea } from "../../www/disks/storage.js" */

/**
 * @typedef {object} Model What the simulation has of a disk, and as much of its actions as is needed.
 * @property {Entry[]} entries The log.
 * @property {number[]} damaged The indexes that can't be read, ascending.
 */

/**
 * Carries out an action as the simulation does.
 * @param {Model} model The disk before.
 * @param {string} line `wipe`, `keep`, `disk` or `damage`, of dick.
 * @returns {Model} The disk after.
 */
function apply({ entries, damaged }, line) {
  const [verb, name, ...rest] = line.split(" ");
  assert.equal(name, "dick");
  const number = Number(rest[0]);
  if (verb === "wipe") return { entries: [], damaged: [] };
  if (verb === "disk") return { entries: [...entries, { term: number, command: rest.slice(1).join(" ") }], damaged };
  assert.ok(number <= entries.length, `${line} on ${entries.length} entries`);
  if (verb === "keep") return { entries: entries.slice(0, number), damaged: damaged.filter((index) => index <= number) };
  assert.equal(verb, "damage");
  assert.ok(!damaged.includes(number) && number >= 1, `${line} where ${damaged} are damaged`);
  return { entries, damaged: [...damaged, number].sort((a, b) => a - b) };
}

/**
 * @param {StorageArea} storage Where the disk is.
 * @param {Model} model What the simulation has.
 * @returns {ReturnType<typeof compareServer>} The comparison.
 */
function compare(storage, model) {
  return compareServer(storage, "sandbox", "dick", model.entries, model.damaged, checks);
}

/**
 * @param {Entry[]} entries Dick's log.
 * @returns {ReturnType<typeof fakeStorage>} A sandbox that holds it.
 */
function sandbox(entries) {
  const storage = fakeStorage();
  writeRoom(storage, "sandbox", { registry: ["tom", "dick"], protocol: "ask_length" }, [{ name: "dick", term: 0, entries }]);
  return storage;
}

/**
 * Writes an entry by hand, with the checksum that fits.
 * @param {StorageArea} storage Where the disk is.
 * @param {number} index The entry's index.
 * @param {string} text TERM COMMAND.
 */
function forge(storage, index, text) {
  const previous = index === 1 ? "00000000" : (storage.getItem(keyOf(index - 1)) ?? "").slice(0, 8);
  storage.setItem(keyOf(index), `${checksum(previous, text)} ${text}`);
}

/**
 * @param {number} index An entry's index.
 * @returns {string} Its key on dick's disk.
 */
function keyOf(index) {
  return `catchup/1/sandbox/dick/${String(index).padStart(8, "0")}`;
}

/** @type {{name: string, edit: (storage: StorageArea) => void, lines: string[], fault: RegExp | null}[]} */
const edits = [
  { name: "nothing", edit: () => {}, lines: [], fault: null },
  { name: "all entries removed", edit: (storage) => [1, 2, 3, 4].forEach((index) => storage.removeItem(keyOf(index))), lines: ["wipe dick"], fault: null },
  { name: "the end removed", edit: (storage) => [3, 4].forEach((index) => storage.removeItem(keyOf(index))), lines: ["keep dick 2"], fault: null },
  { name: "an entry added", edit: (storage) => forge(storage, 5, "0 set e 5"), lines: ["disk dick 0 set e 5"], fault: null },
  { name: "the last entry rewritten", edit: (storage) => forge(storage, 4, "2 delete x"), lines: ["keep dick 3", "disk dick 2 delete x"], fault: null },
  {
    name: "all rewritten",
    edit: (storage) => [1, 2, 3, 4].forEach((index) => forge(storage, index, `0 set z ${index}`)),
    lines: ["keep dick 0", "disk dick 0 set z 1", "disk dick 0 set z 2", "disk dick 0 set z 3", "disk dick 0 set z 4"],
    fault: null,
  },
  { name: "an entry altered under its old checksum", edit: (storage) => storage.setItem(keyOf(3), (storage.getItem(keyOf(3)) ?? "").replace("c", "x")), lines: ["damage dick 3"], fault: /^entry 3 is damaged/ },
  {
    name: "an entry rewritten before others",
    edit: (storage) => forge(storage, 3, "0 set x 3"),
    lines: ["keep dick 2", "disk dick 0 set x 3", "disk dick 0 set d 4", "damage dick 4"],
    fault: /^entry 4 is damaged/,
  },
  { name: "an entry removed before others", edit: (storage) => storage.removeItem(keyOf(2)), lines: ["damage dick 2"], fault: /^entry 2 is missing/ },
  {
    name: "an entry rewritten and the next one removed",
    edit: (storage) => (forge(storage, 2, "0 set x 2"), storage.removeItem(keyOf(3))),
    lines: ["keep dick 1", "disk dick 0 set x 2", "disk dick 0 set c 3", "disk dick 0 set d 4", "damage dick 3"],
    fault: /^entry 3 is missing/,
  },
  {
    name: "an entry rewritten and the next one altered",
    edit: (storage) => (forge(storage, 2, "0 set x 2"), storage.setItem(keyOf(3), "0 set y 3")),
    lines: ["keep dick 1", "disk dick 0 set x 2", "disk dick 0 set y 3", "disk dick 0 set d 4", "damage dick 3"],
    fault: /^entry 3 is damaged/,
  },
  {
    name: "rubbish at the end",
    edit: (storage) => storage.setItem(keyOf(5), "rubbish"),
    lines: ["disk dick 0 delete unreadable", "damage dick 5"],
    fault: /^entry 5 is damaged/,
  },
  {
    name: "an entry far beyond the end",
    edit: (storage) => forge(storage, 90_000_000, "0 set x 1"),
    lines: ["disk dick 0 delete unreadable", "damage dick 5"],
    fault: /^entries 5 to 89999999 are missing/,
  },
];

for (const { name, edit, lines, fault } of edits) {
  test(`the fewest actions that follow an edit: ${name}`, () => {
    const storage = sandbox(entriesOf("abcd"));
    edit(storage);
    const found = compare(storage, { entries: entriesOf("abcd"), damaged: [] });
    assert.deepEqual(found.lines, lines);
    if (fault) assert.match(found.fault?.says ?? "no fault", fault);
    else assert.equal(found.fault, null);
  });
}

test("damage that the simulation did itself is no difference", () => {
  const storage = sandbox(entriesOf("abcde"));
  write(storage, "sandbox", [writeOf("dick", { keep: 5, damage: [2, 3, 5] })]);
  assert.deepEqual(compare(storage, { entries: entriesOf("abcde"), damaged: [2, 3, 5] }).lines, []);
});

test("damage that somebody mended by hand is undone in the simulation", () => {
  const storage = sandbox(entriesOf("abcd"));
  assert.deepEqual(compare(storage, { entries: entriesOf("abcd"), damaged: [4] }).lines, ["keep dick 3", "disk dick 0 set d 4"]);
});

const seeds = Array.from({ length: 400 }, (_, seed) => seed);

test("the actions lead to what the storage holds, whatever was edited", () => {
  const seen = { lines: 0, faults: 0, whole: 0 };
  for (const seed of seeds) {
    const { storage, model, log } = randomEdits(seed);
    const { lines, fault } = compare(storage, model);
    const after = lines.reduce(apply, model);
    const say = `seed ${seed}: ${log.join("; ")} -> ${lines.join("; ")}`;
    const found = diskBack(storage);
    assert.deepEqual(after.entries.slice(0, found.entries.length), found.entries, say);
    assert.deepEqual(found.fault, fault, say);
    if (fault === null) assert.deepEqual(after, { entries: found.entries, damaged: [] }, say);
    else assert.equal(after.damaged[0], fault.good + 1, say);
    for (const [position, { term, command }] of after.entries.entries()) {
      const text = storage.getItem(keyOf(position + 1))?.slice(9);
      if (!after.damaged.includes(position + 1)) assert.equal(text, `${term} ${command}`, say);
    }
    assert.deepEqual(compare(storage, after).lines, [], `${say}: comparing again finds nothing`);
    assert.ok(lines.filter((line) => line.startsWith("disk")).length <= after.entries.length, say);
    seen.lines += lines.length;
    seen.faults += fault ? 1 : 0;
    seen.whole += fault ? 0 : 1;
  }
  assert.ok(seen.lines > 400 && seen.faults > 100 && seen.whole > 50, JSON.stringify(seen));
});

test("a mended disk is whole, holds what was chosen, and the simulation can follow it", () => {
  for (const seed of seeds) {
    for (const how of /** @type {const} */ (["keep", "take", "wipe"])) {
      const { storage, model, log } = randomEdits(seed);
      const before = compare(storage, model);
      const seen = before.lines.reduce(apply, model);
      const found = diskBack(storage);
      const { entries, failure } = repair(storage, "sandbox", "dick", how, checks);
      const expected = { keep: found.entries, take: found.fault?.entries ?? found.entries, wipe: [] }[how];
      const say = `seed ${seed}, ${how}: ${log.join("; ")}`;
      assert.equal(failure, null);
      assert.deepEqual(entries, expected, say);
      assert.deepEqual(diskBack(storage), { name: "dick", term: 0, voted_for: null, entries, fault: null }, say);
      const { lines, fault } = compare(storage, seen);
      assert.equal(fault, null);
      assert.deepEqual(lines.reduce(apply, seen), { entries, damaged: [] }, say);
    }
  }
});

/**
 * A disk, what the simulation has of it, and some edits by hand after that.
 * @param {number} seed Which.
 * @returns {{storage: StorageArea, model: Model, log: string[]}} The edited storage, the simulation's idea, and what was done.
 */
function randomEdits(seed) {
  const random = seededRandom(seed);
  const entries = entriesOf("abcdefgh".slice(0, random(9)));
  const storage = sandbox(entries);
  const damaged = entries.map((_, position) => position + 1).filter(() => random(10) === 0);
  write(storage, "sandbox", [writeOf("dick", { keep: entries.length, damage: damaged })]);
  const log = [`${entries.length} entries, damaged: ${damaged}`];
  for (let edit = random(4); edit > 0; edit--) {
    const index = 1 + random(entries.length + 2);
    const value = storage.getItem(keyOf(index));
    const text = `${random(2)} set ${"xyz"[random(3)]} ${random(9)}`;
    /** @type {[string, () => void][]} */
    const kinds = [
      ["remove", () => storage.removeItem(keyOf(index))],
      ["remove from", () => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].forEach((more) => storage.removeItem(keyOf(index + more)))],
      ["forge", () => forge(storage, index, text)],
      ["forge the next", () => forge(storage, entries.length + 1, text)],
      ["alter the text of", () => value && storage.setItem(keyOf(index), `${value.slice(0, 9)}${text}`)],
      ["alter the checksum of", () => value && storage.setItem(keyOf(index), `deadbeef${value.slice(8)}`)],
      ["write rubbish to", () => storage.setItem(keyOf(index), ["rubbish", "", "00000000 0 nothing", text][random(4)] ?? "")],
      ["forge all after", () => entries.slice(index).forEach((_, more) => forge(storage, index + more, text))],
    ];
    const [kind, doIt] = kinds[random(kinds.length)] ?? ["", () => {}];
    doIt();
    log.push(`${kind} ${index}`);
  }
  return { storage, model: { entries, damaged }, log };
}

test("mending removes what another version wrote for this server, and nothing of the others", () => {
  const storage = fakeStorage({ "catchup/2/sandbox/=registry": "tom dick", "catchup/2/sandbox/dick/log": "…", "catchup/2/sandbox/tom/log": "…" });
  repair(storage, "sandbox", "dick", "wipe", checks);
  assert.equal(diskBack(storage).fault, null);
  assert.match(diskBack(storage, "tom").fault?.says ?? "", /format 2/);
  assert.deepEqual(readBack(storage).registry, ["tom", "dick"]);
});

test("a term that can't be read becomes the highest of the entries that are kept with it", () => {
  const storage = sandbox([...entriesOf("ab", 2), ...entriesOf("c", 5)]);
  storage.setItem("catchup/1/sandbox/dick/=term", "five");
  assert.equal(repair(storage, "sandbox", "dick", "keep", checks).term, 5);
  assert.deepEqual([diskBack(storage).term, diskBack(storage).fault], [5, null]);
  assert.equal(repair(storage, "sandbox", "dick", "wipe", checks).term, 0);
  assert.equal(storage.getItem("catchup/1/sandbox/dick/=term"), null);
});

test("mending that fails says so and leaves the disk as it was", () => {
  const storage = fakeStorage({ "catchup/1/sandbox/=registry": "dick", [keyOf(1)]: "rubbish" }, { failAt: 0 });
  assert.equal(repair(storage, "sandbox", "dick", "wipe", checks).failure?.failed, "dick");
  assert.equal(storage.getItem(keyOf(1)), "rubbish");
});

/**
 * The actions that make the simulation follow what somebody did to dick's term.
 * @param {string | null} stored What lies under `=term` now; null for no such key.
 * @param {import("../../www/disks/format.js").HardState} known What the simulation has there.
 * @param {import("../../www/disks/format.js").Entry[]} lying The entries that lie there.
 * @param {import("../../www/disks/format.js").Entry[]} entries The entries that the simulation has.
 * @returns {string[]} Action lines.
 */
function linesOfTerm(stored, known, lying, entries = lying) {
  const storage = fakeStorage();
  writeRoom(storage, "sandbox", { registry: ["tom", "dick"], protocol: "raft" }, [{ name: "dick", term: 1, entries: lying }]);
  if (stored === null) storage.removeItem("catchup/1/sandbox/dick/=term");
  else storage.setItem("catchup/1/sandbox/dick/=term", stored);
  return compareServer(storage, "sandbox", "dick", entries, [], checks, known).lines;
}

test("a term that somebody wrote is read, and recorded as an action", () => {
  const known = { term: 3, voted_for: null };
  const entries = entriesOf("ab", 1);
  assert.deepEqual(linesOfTerm("3", known, entries), []);
  assert.deepEqual(linesOfTerm("9", known, entries), ["term dick 9"]);
  assert.deepEqual(linesOfTerm("3 tom", known, entries), ["term dick 3 tom"]);
  assert.deepEqual(linesOfTerm("3", { term: 3, voted_for: "tom" }, entries), ["term dick 3"]);
});

test("a disk of which only the term is left keeps its term", () => {
  const known = { term: 3, voted_for: null };
  assert.deepEqual(linesOfTerm("3", known, [], entriesOf("ab", 1)), ["keep dick 0"]);
  assert.deepEqual(linesOfTerm(null, known, [], entriesOf("ab", 1)), ["wipe dick"]);
  assert.deepEqual(linesOfTerm(null, known, []), ["wipe dick"]);
});

test("a term that somebody took away counts as the highest of the entries", () => {
  assert.deepEqual(linesOfTerm(null, { term: 6, voted_for: "tom" }, entriesOf("a", 1)), ["term dick 1"]);
  assert.deepEqual(linesOfTerm("1", { term: 2, voted_for: null }, entriesOf("ab", 2), entriesOf("a", 2)), ["disk dick 2 set b 2"]);
});
