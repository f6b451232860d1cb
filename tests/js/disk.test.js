// Writing the servers' disks: the exact format, the order of writes, and what is left when a write is cut short.

import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32 as reference } from "node:zlib";
import { checksum, crc32 } from "../../www/disks/format.js";
import { rewriteServer, write, writeRoom } from "../../www/disks/writing.js";
import { diskBack, entriesOf, checks, fakeStorage, readBack, seededRandom, writeOf } from "./fake-storage.js";
import { readRoom } from "../../www/disks/reading.js";
import "./speak.js";

/** @import { Entry } from "../../www/disks/format.js" */
/** @import { Failure, StorageArea } from "../../www/disks/storage.js" */

const registry = ["tom", "dick"];
const head = { registry, protocol: "ask_length" };

/**
 * A sandbox in which dick has entries.
 * @param {Entry[]} entries Dick's log.
 * @param {number} [term] Dick's term.
 * @returns {Record<string, string>} What lies in the storage.
 */
function sandbox(entries, term = 0) {
  const storage = fakeStorage({ "somebody/else": "1", "catchup/settings/theme": "dark" });
  assert.equal(writeRoom(storage, "sandbox", head, [{ name: "dick", term, entries }]), null);
  return storage.content();
}

test("the checksum is CRC-32, by its known values", () => {
  assert.equal(crc32("123456789").toString(16), "cbf43926");
  assert.equal(crc32("The quick brown fox jumps over the lazy dog").toString(16), "414fa339");
  assert.equal(crc32(""), 0);
});

test("the checksum of any text is that of its UTF-8", () => {
  const random = seededRandom(1);
  const limits = [0x80, 0x800, 0x10000, 0x110000];
  for (let round = 0; round < 500; round++) {
    const text = Array.from({ length: random(20) }, () => String.fromCodePoint(random(limits[random(4)] ?? 1))).join("");
    assert.equal(crc32(text), reference(Buffer.from(text)), JSON.stringify(text));
  }
  assert.equal(crc32("half \ud83d of one"), reference(Buffer.from("half \ufffd of one")));
});

test("the checksum has 8 digits, even when it begins with zeros", () => {
  const texts = Array.from({ length: 100 }, (_, number) => `0 set a ${number}`);
  const sums = texts.map((text) => checksum("00000000", text));
  assert.ok(sums.some((sum) => sum.startsWith("0")));
  assert.deepEqual(sums, texts.map((text) => reference(`00000000 ${text}`).toString(16).padStart(8, "0")));
});

test("a room is laid out as documented", () => {
  const storage = fakeStorage();
  writeRoom(storage, "sandbox", head, [{ name: "dick", term: 3, entries: [{ term: 0, command: "set a 1" }, { term: 2, command: "delete ä" }] }]);
  const first = reference("00000000 0 set a 1").toString(16).padStart(8, "0");
  const second = reference(`${first} 2 delete ä`).toString(16).padStart(8, "0");
  assert.deepEqual(storage.content(), {
    "catchup/1/sandbox/=protocol": "ask_length",
    "catchup/1/sandbox/=registry": "tom dick",
    "catchup/1/sandbox/dick/00000001": `${first} 0 set a 1`,
    "catchup/1/sandbox/dick/00000002": `${second} 2 delete ä`,
    "catchup/1/sandbox/dick/=term": "3",
  });
});

test("a write appends, cuts, and does both, as a whole new log would lie there", () => {
  for (const [keep, keys] of /** @type {[number, string][]} */ ([[3, "xy"], [1, ""], [2, "xyz"], [0, "x"], [0, ""]])) {
    const storage = fakeStorage(sandbox(entriesOf("abc")));
    assert.equal(write(storage, "sandbox", [writeOf("dick", { keep, append: entriesOf(keys) })]), null);
    assert.deepEqual(storage.content(), sandbox([...entriesOf("abc").slice(0, keep), ...entriesOf(keys)]), `keep ${keep}, append ${keys}`);
  }
});

test("a write costs as much on a long log as on a short one", () => {
  const costs = [10, 2_000].map((length) => {
    const storage = fakeStorage(sandbox(entriesOf("a".repeat(length))));
    write(storage, "sandbox", [writeOf("dick", { keep: length, append: entriesOf("b") }), writeOf("tom", { append: entriesOf("b") })], registry);
    return storage.reads + storage.changes;
  });
  assert.equal(costs[0], costs[1]);
  assert.ok(costs[0] && costs[0] < 20, `${costs[0]} operations`);
});

test("a damaged entry can't fit its checksum any more, and is still legible", () => {
  const storage = fakeStorage(sandbox(entriesOf("abcd")));
  write(storage, "sandbox", [writeOf("dick", { keep: 4, damage: [2, 3] })]);
  assert.equal(storage.content()["catchup/1/sandbox/dick/00000003"], "damaged! 0 set c 3");
  assert.match(diskBack(storage).fault?.says ?? "", /^entry 2 is damaged/);
  write(storage, "sandbox", [writeOf("dick", { keep: 1, append: entriesOf("abcd").slice(1) })]);
  assert.deepEqual(storage.content(), sandbox(entriesOf("abcd")));
});

test("a term is stored while it is not 0", () => {
  const storage = fakeStorage(sandbox(entriesOf("a")));
  write(storage, "sandbox", [writeOf("dick", { keep: 1, term: 7 })]);
  assert.equal(diskBack(storage).term, 7);
  write(storage, "sandbox", [writeOf("dick", { keep: 1, term: 0 })]);
  assert.deepEqual(storage.content(), sandbox(entriesOf("a")));
});

test("a new name is registered, and one that is struck off takes its disk along", () => {
  const storage = fakeStorage(sandbox(entriesOf("a")));
  write(storage, "sandbox", [writeOf("bob", { append: entriesOf("b") })], [...registry, "bob"]);
  assert.deepEqual(readBack(storage).registry, ["tom", "dick", "bob"]);
  assert.deepEqual(diskBack(storage, "bob").entries, entriesOf("b"));
  write(storage, "sandbox", [], registry);
  assert.deepEqual(storage.content(), sandbox(entriesOf("a")));
});

test("writing a room removes what does not belong and leaves what is right", () => {
  const storage = fakeStorage({
    ...sandbox(entriesOf("abcd")),
    "catchup/1/sandbox/stranger/00000001": "x",
    "catchup/1/sandbox/dick/00000009": "beyond a gap",
    "catchup/1/sandbox/dick/notes": "x",
    "catchup/1/sandbox/=note": "x",
    "catchup/2/sandbox/dick/00000001": "x",
    "catchup/1/sandbox-2/=registry": "harry",
  });
  assert.equal(writeRoom(storage, "sandbox", head, [{ name: "dick", term: 0, entries: entriesOf("abx") }]), null);
  assert.deepEqual(storage.content(), { ...sandbox(entriesOf("abx")), "catchup/1/sandbox-2/=registry": "harry" });
  const before = storage.changes;
  writeRoom(storage, "sandbox", head, [{ name: "dick", term: 0, entries: entriesOf("abx") }]);
  assert.equal(storage.changes, before, "nothing is to be done the second time");
});

/** @typedef {{name: string, before: Record<string, string>, after: Record<string, Entry[]>, work: (storage: StorageArea) => Failure | null}} Case One thing that can be cut short. */

/** @type {Case[]} */
const cases = [
  {
    name: "a frame's writes",
    before: sandbox(entriesOf("abcd", 1), 1),
    after: { dick: [...entriesOf("ab", 1), ...entriesOf("xyz", 2)], tom: entriesOf("t", 2), bob: [] },
    work: (storage) =>
      write(storage, "sandbox", [
        writeOf("dick", { term: 2, keep: 2, append: entriesOf("xyz", 2) }),
        writeOf("tom", { term: 2, append: entriesOf("t", 2) }),
      ], [...registry, "bob"]),
  },
  {
    name: "a term that falls",
    before: sandbox([...entriesOf("a", 1), ...entriesOf("xyz", 5)], 5),
    after: { dick: entriesOf("ab", 1), tom: [] },
    work: (storage) => write(storage, "sandbox", [writeOf("dick", { term: 1, keep: 1, append: entriesOf("ab", 1).slice(1) })]),
  },
  {
    name: "a whole room",
    before: sandbox(entriesOf("abcd", 1), 1),
    after: { dick: entriesOf("axy", 1), tom: entriesOf("tu", 1), harry: [] },
    work: (storage) =>
      writeRoom(storage, "sandbox", { registry: ["tom", "dick", "harry"], protocol: "other" }, [
        { name: "tom", term: 1, entries: entriesOf("tu", 1) },
        { name: "dick", term: 1, entries: entriesOf("axy", 1) },
      ]),
  },
  {
    name: "one server's disk",
    before: sandbox(entriesOf("abcd", 1), 3),
    after: { dick: entriesOf("abz", 1), tom: [] },
    work: (storage) => rewriteServer(storage, "sandbox", registry, { name: "dick", term: 1, entries: entriesOf("abz", 1) }),
  },
];

for (const { name, before, after, work } of cases) {
  const whole = fakeStorage(before);
  assert.equal(work(whole), null);
  const total = whole.changes;

  test(`${name}: cut short anywhere, each disk holds a beginning of its old or its new log`, () => {
    for (const [server, entries] of Object.entries(after)) assert.deepEqual(diskBack(whole, server).entries, entries);
    const old = Object.fromEntries(readBack(fakeStorage(before)).servers.map((server) => [server.name, server.entries]));
    for (let failAt = 0; failAt < total; failAt++) {
      const storage = fakeStorage(before, { failAt, forever: true });
      const failure = work(storage);
      assert.equal(failure?.undone, failAt === 0, `cut at ${failAt}`);
      for (const found of readRoom(storage, "sandbox", checks)?.servers ?? []) {
        assert.equal(found.fault, null, `cut at ${failAt}`);
        const logs = [old[found.name] ?? [], after[found.name] ?? []];
        assert.ok(logs.some((log) => startsWith(log, found.entries)), `cut at ${failAt}: ${JSON.stringify(found)}`);
        assert.ok(found.entries.every((entry) => entry.term <= found.term), `cut at ${failAt}: an entry above the term`);
      }
    }
    assert.ok(total > 2, "there is something to cut");
  });

  test(`${name}: what fails once is taken back`, () => {
    for (let failAt = 0; failAt < total; failAt++) {
      const storage = fakeStorage(before, { failAt });
      const failure = work(storage);
      assert.equal(failure?.why, "storage-fails");
      assert.deepEqual([failure?.undone, failure?.full], [true, false]);
      assert.deepEqual(storage.content(), before, `failed at ${failAt}`);
    }
  });
}

/**
 * @param {Entry[]} log A log.
 * @param {Entry[]} beginning What should be its beginning.
 * @returns {boolean} Whether it is.
 */
function startsWith(log, beginning) {
  return JSON.stringify(log.slice(0, beginning.length)) === JSON.stringify(beginning);
}

test("a new room that was written only in part counts as absent", () => {
  const disks = [{ name: "dick", term: 0, entries: entriesOf("ab") }];
  for (let failAt = 0; failAt < 4; failAt++) {
    const storage = fakeStorage({}, { failAt, forever: true });
    assert.notEqual(writeRoom(storage, "sandbox", head, disks), null);
    assert.equal(readRoom(storage, "sandbox", checks), null);
  }
});

test("a full storage names the server, and nothing of the call stays", () => {
  const before = sandbox(entriesOf("abcd"));
  const size = Object.entries(before).reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  const storage = fakeStorage(before, { quota: size + 60 });
  const long = [{ term: 0, command: `set long ${"x".repeat(100)}` }];
  const failure = write(storage, "sandbox", [writeOf("tom", { append: entriesOf("t") }), writeOf("dick", { keep: 2, append: long })]);
  assert.deepEqual(failure, { failed: "dick", why: "storage-is-full", full: true, undone: true });
  assert.deepEqual(storage.content(), before);
});

test("what lay beyond a gap comes back when a write over it is undone", () => {
  const before = { ...sandbox(entriesOf("ab")), "catchup/1/sandbox/dick/00000004": "left over" };
  const storage = fakeStorage(before, { failAt: 3 });
  assert.equal(write(storage, "sandbox", [writeOf("dick", { keep: 2, append: entriesOf("xyz") })], [...registry, "bob"])?.undone, true);
  assert.deepEqual(storage.content(), before);
});

test("a registry that can't be written is nobody's disk", () => {
  const storage = fakeStorage(sandbox([]), { failAt: 0 });
  assert.deepEqual(write(storage, "sandbox", [], [...registry, "bob"])?.failed, null);
  assert.deepEqual(readBack(storage).registry, registry);
});

test("names that mean something to JavaScript are names like others", () => {
  const storage = fakeStorage();
  const names = ["constructor", "valueof"];
  writeRoom(storage, "__proto__", { registry: names, protocol: "p" }, [{ name: "constructor", term: 0, entries: entriesOf("a") }]);
  write(storage, "__proto__", [writeOf("valueof", { append: [{ term: 0, command: "set __proto__ 1" }] })]);
  const found = readBack(storage, "__proto__");
  assert.deepEqual(found.servers.map((server) => server.entries.length), [1, 1]);
});
