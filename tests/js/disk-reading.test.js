// Reading the servers' disks: what is found on them, and what is said when they were damaged, edited, or written by
// another version.

import assert from "node:assert/strict";
import { test } from "node:test";
import { checksum } from "../../www/disks/format.js";
import { readRoom } from "../../www/disks/reading.js";
import { write, writeRoom } from "../../www/disks/writing.js";
import { diskBack, entriesOf, checks, fakeStorage, readBack, writeOf } from "./fake-storage.js";
import "./speak.js";

const dick = "catchup/1/sandbox/dick";

/**
 * A sandbox in which dick has four entries, after somebody changed it.
 * @param {Record<string, string | null>} [edits] What somebody set by key, null for what they removed.
 * @returns {ReturnType<typeof fakeStorage>} The storage.
 */
function edited(edits = {}) {
  const storage = fakeStorage();
  writeRoom(storage, "sandbox", { registry: ["tom", "dick"], protocol: "ask_length" }, [{ name: "dick", term: 0, entries: entriesOf("abcd") }]);
  for (const [key, value] of Object.entries(edits)) {
    if (value === null) storage.removeItem(key);
    else storage.setItem(key, value);
  }
  return storage;
}

/**
 * The value of an entry in `edited()`.
 * @param {number} index Its index.
 * @returns {string} CHECKSUM TERM COMMAND.
 */
function valueAt(index) {
  return edited().content()[`${dick}/0000000${index}`] ?? "";
}

test("a room without a registry is none", () => {
  assert.equal(readRoom(fakeStorage(), "sandbox", checks), null);
  assert.equal(readRoom(edited({ "catchup/1/sandbox/=registry": null }), "sandbox", checks), null);
  assert.equal(readRoom(edited(), "sand", checks), null);
});

test("a whole room is read as it was written", () => {
  assert.deepEqual(readBack(edited({ [`${dick}/=term`]: "4" })), {
    registry: ["tom", "dick"],
    protocol: "ask_length",
    voters: null,
    without: null,
    servers: [
      { name: "tom", term: 0, voted_for: null, entries: [], fault: null },
      { name: "dick", term: 4, voted_for: null, entries: entriesOf("abcd"), fault: null },
    ],
    fault: null,
  });
});

test("voters and rules are read as they were written, and changed with the room", () => {
  const storage = edited();
  const head = { registry: ["tom", "dick"], protocol: "raft" };
  writeRoom(storage, "sandbox", { ...head, voters: ["dick"], without: ["vote_on_disk", "no_op_first"] }, []);
  assert.equal(storage.content()["catchup/1/sandbox/=voters"], "dick");
  assert.equal(storage.content()["catchup/1/sandbox/=without"], "vote_on_disk no_op_first");
  const found = readBack(storage);
  assert.deepEqual([found.voters, found.without, found.fault], [["dick"], ["vote_on_disk", "no_op_first"], null]);
  writeRoom(storage, "sandbox", { ...head, voters: ["tom", "dick"], without: [] }, []);
  write(storage, "sandbox", [], ["tom", "dick", "bob"]);
  assert.deepEqual([readBack(storage).voters, readBack(storage).without], [["tom", "dick"], []], "bob is no founder");
  writeRoom(storage, "sandbox", { registry: ["tom"], protocol: "ask_length", voters: null, without: null }, []);
  assert.deepEqual(Object.keys(storage.content()), ["catchup/1/sandbox/=protocol", "catchup/1/sandbox/=registry"]);
});

test("a voter that is not registered is left out and told, and all vote where nobody is named", () => {
  const found = readBack(edited({ "catchup/1/sandbox/=voters": " dick  bob dick\n" }));
  assert.deepEqual([found.voters, found.fault], [["dick"], "The voters list “bob”, who is not registered. It is left out."]);
  const strange = readBack(edited({ "catchup/1/sandbox/=voters": "__proto__" }));
  assert.equal(strange.voters, null);
  assert.match(strange.fault ?? "", /“__proto__”/);
  const empty = readBack(edited({ "catchup/1/sandbox/=voters": " ", "catchup/1/sandbox/=without": "" }));
  assert.deepEqual([empty.voters, empty.without, empty.fault], [null, [], null]);
});

test("folders of names that are not registered are ignored, and a missing protocol is null", () => {
  const found = readBack(edited({ "catchup/1/sandbox/zoe/00000001": "x", "catchup/1/sandbox/Al/x/y": "x", "catchup/1/sandbox/=protocol": null }));
  assert.deepEqual([found.servers.map(({ name }) => name), found.fault, found.protocol], [["tom", "dick"], null, null]);
});

const beyond = checksum(checksum(valueAt(4).slice(0, 8), "0 set x"), "0 set y 1");

/** @type {{name: string, edits: Record<string, string | null>, says: RegExp, good: number, take: string}[]} */
const faults = [
  { name: "an altered entry", edits: { [`${dick}/00000003`]: valueAt(3).replace("set c 3", "set c 9") }, says: /^entry 3 is damaged: its checksum is [0-9a-f]{8}, but what it holds gives [0-9a-f]{8} after entry 2$/, good: 2, take: "abCd" },
  { name: "an altered first entry", edits: { [`${dick}/00000001`]: valueAt(1).replace("set a 1", "set a 9") }, says: /^entry 1 is damaged: its checksum is [0-9a-f]{8}, but what it holds gives [0-9a-f]{8}$/, good: 0, take: "Abcd" },
  { name: "an altered checksum", edits: { [`${dick}/00000003`]: "12345678 0 set c 3" }, says: /^entry 3 is damaged: its checksum is 12345678/, good: 2, take: "abcd" },
  { name: "entries that changed places", edits: { [`${dick}/00000002`]: valueAt(3), [`${dick}/00000003`]: valueAt(2) }, says: /^entry 2 is damaged/, good: 1, take: "acbd" },
  { name: "an entry that is there twice", edits: { [`${dick}/00000005`]: valueAt(4) }, says: /^entry 5 is damaged/, good: 4, take: "abcdd" },
  { name: "an entry without its checksum", edits: { [`${dick}/00000002`]: "0 set b 2" }, says: /^entry 2 is damaged: “0 set b 2” has no checksum$/, good: 1, take: "abcd" },
  { name: "an entry with a checksum that is no number", edits: { [`${dick}/00000002`]: "checksum 0 set b 2" }, says: /^entry 2 is damaged: “checksum 0 set b 2” has no checksum$/, good: 1, take: "abcd" },
  { name: "a mark of damage", edits: { [`${dick}/00000004`]: "damaged! 0 set d 4" }, says: /^entry 4 is damaged: it is marked as unreadable$/, good: 3, take: "abcd" },
  { name: "rubbish", edits: { [`${dick}/00000003`]: "rubbish" }, says: /^entry 3 is damaged: “rubbish” has no checksum$/, good: 2, take: "abd" },
  { name: "an empty value at the end", edits: { [`${dick}/00000004`]: "" }, says: /^entry 4 is damaged: “” has no checksum$/, good: 3, take: "abc" },
  { name: "a missing entry", edits: { [`${dick}/00000003`]: null }, says: /^entry 3 is missing, but entry 4 is there$/, good: 2, take: "abd" },
  { name: "missing entries", edits: { [`${dick}/00000002`]: null, [`${dick}/00000003`]: null }, says: /^entries 2 to 3 are missing, but entry 4 is there$/, good: 1, take: "ad" },
  { name: "a missing beginning", edits: { [`${dick}/00000001`]: null }, says: /^entry 1 is missing, but entry 2 is there$/, good: 0, take: "bcd" },
  { name: "a well-formed text that is no entry", edits: { [`${dick}/00000005`]: `${checksum(valueAt(4).slice(0, 8), "0 set x")} 0 set x`, [`${dick}/00000006`]: `${beyond} 0 set y 1` }, says: /^entry 5 is “0 set x”, where set KEY VALUE, with a value of at least one character was expected$/, good: 4, take: "abcdy" },
  { name: "a term with a zero in front", edits: { [`${dick}/00000005`]: `${checksum(valueAt(4).slice(0, 8), "00 set e 5")} 00 set e 5` }, says: /^entry 5 is “00 set e 5”, where a term, a blank and a command was expected$/, good: 4, take: "abcd" },
  { name: "two lines in one", edits: { [`${dick}/00000001`]: `${checksum("00000000", "0 set a 1\nkill tom")} 0 set a 1\nkill tom` }, says: /where an entry on one line was expected$/, good: 0, take: "bcd" },
  { name: "half a character", edits: { [`${dick}/00000004`]: `${checksum(valueAt(3).slice(0, 8), "0 set d \ud83d")} 0 set d \ud83d` }, says: /^entry 4 is “0 set d \ufffd”, where an entry without halves of characters was expected$/, good: 3, take: "abc" },
  { name: "a key that is no index", edits: { [`${dick}/3`]: valueAt(3) }, says: /^“3” lies on the disk, which is not the number of an entry$/, good: 4, take: "abcd" },
  { name: "an index of 0", edits: { [`${dick}/00000000`]: "x" }, says: /^“00000000” lies on the disk/, good: 4, take: "abcd" },
  { name: "a folder in the folder", edits: { [`${dick}/a/b`]: "x" }, says: /^“a\/b” lies on the disk/, good: 4, take: "abcd" },
  { name: "a term that is no number", edits: { [`${dick}/=term`]: "-1" }, says: /^its term can’t be read$/, good: 4, take: "abcd" },
  { name: "a vote for nobody known", edits: { [`${dick}/=term`]: "4 bob" }, says: /^its term can’t be read$/, good: 4, take: "abcd" },
  { name: "a term that is too high", edits: { [`${dick}/=term`]: "1000000001" }, says: /^its term can’t be read$/, good: 4, take: "abcd" },
  { name: "another version's disk", edits: { "catchup/2/sandbox/dick/log": "…" }, says: /^the disk was written in format 2, and this page reads format 1$/, good: 4, take: "abcd" },
];

for (const { name, edits, says, good, take } of faults) {
  test(`a disk with a fault says so: ${name}`, () => {
    const { servers } = readBack(edited(edits));
    const [tom, found] = servers;
    assert.equal(tom?.fault, null, "the others are as usual");
    assert.match(found?.fault?.says ?? "no fault", says);
    assert.equal(found?.fault?.good, good);
    assert.deepEqual(found?.entries, entriesOf("abcd").slice(0, good));
    const letters = found?.fault?.entries.map(({ command }) => (command.endsWith("9") ? command.slice(4, 5).toUpperCase() : command.slice(4, 5)));
    assert.equal(letters?.join(""), take);
    assert.equal(found?.fault?.readable, take.length > good);
  });
}

test("an entry edited with a checksum that fits leaves the next one damaged", () => {
  const text = "0 set c 9";
  const { fault } = diskBack(edited({ [`${dick}/00000003`]: `${checksum(valueAt(2).slice(0, 8), text)} ${text}` }));
  assert.match(fault?.says ?? "", /^entry 4 is damaged/);
  assert.equal(fault?.good, 3);
});

test("what is appended after a damaged entry builds on what stands there", () => {
  const storage = edited();
  write(storage, "sandbox", [writeOf("dick", { keep: 4, damage: [4] })]);
  write(storage, "sandbox", [writeOf("dick", { keep: 4, append: entriesOf("e") })]);
  write(storage, "sandbox", [writeOf("dick", { keep: 5, append: entriesOf("f") })]);
  const { fault } = diskBack(storage);
  assert.match(fault?.says ?? "", /^entry 4 is damaged/);
  assert.equal(fault?.entries.length, 6);
});

test("a room that only another version wrote shows its servers, none of which can be read", () => {
  const storage = fakeStorage({ "catchup/12/sandbox/=registry": "tom dick", "catchup/12/sandbox/tom/log": "…" });
  const found = readBack(storage);
  assert.deepEqual(found.registry, ["tom", "dick"]);
  assert.match(found.servers[0]?.fault?.says ?? "", /format 12/);
  assert.equal(found.servers[0]?.fault?.readable, false);
});

test("a log over the limit is cut there, with a fault", () => {
  const storage = fakeStorage();
  writeRoom(storage, "sandbox", { registry: ["dick"], protocol: "p" }, [{ name: "dick", term: 0, entries: entriesOf("a".repeat(10_001)) }]);
  const found = diskBack(storage);
  assert.match(found.fault?.says ?? "", /^entry 10001 is one too many/);
  assert.deepEqual([found.entries.length, found.fault?.readable], [10_000, false]);
});

test("a registry with names that can't be names is read without them", () => {
  const many = "a b c d e f g h i j";
  /** @type {[string, string, RegExp | null][]} */
  const registries = [
    ["", "", null],
    ["  tom\tdick \n", "tom dick", null],
    ["tom Dick", "tom", /^The registry lists “Dick”, which can't be a server's name\. It is left out\.$/],
    ["tom tom", "tom", /“tom”, which it lists already/],
    ["client tom", "tom", /“client”, which is you/],
    ["__proto__ tom", "tom", /“__proto__”, which can't/],
    [many, many.slice(0, -2), /“j”, which is one more than the 9/],
    [`${"x".repeat(100_000)} tom`, "tom", /^The registry lists “x{60}…”/],
  ];
  for (const [value, names, says] of registries) {
    const found = readBack(edited({ "catchup/1/sandbox/=registry": value }));
    assert.equal(found.registry.join(" "), names);
    if (says) assert.match(found.fault ?? "", says);
    else assert.equal(found.fault, null);
  }
});

test("whatever lies in the storage, reading it does not throw, and says so in a sentence of sane length", () => {
  const hostile = ["", " ", "\0", "\ud800", "\udc00\ud800", "x".repeat(2_000_000), " ".repeat(2_000_000), `${"0".repeat(8)} ${"9".repeat(400)} set a 1`, "00000000 0 set a 1", "null", "__proto__"];
  for (const value of hostile) {
    for (const name of ["00000001", "00000003", "=term", "99999999", "", "/", "__proto__", value.slice(0, 1000)]) {
      const storage = edited({ [`${dick}/${name}`]: value, [`catchup/${value.slice(0, 1000)}/sandbox/dick/x`]: "1", "catchup/": "", "catchup/1": "", "catchup/1/sandbox": "" });
      const found = diskBack(storage);
      assert.ok((found.fault?.says ?? "").length < 200);
      assert.ok(found.entries.length <= 4);
    }
  }
});
