// Runs from disks, and whether disks hold what a run says: with the simulation itself, and a storage that only seems to be one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Run } from "../../pkg/catchup.js";
import { createKeeper } from "../../www/disks/keeper.js";
import { afterPowerCut, holdsTheSame } from "../../www/session/remakes.js";
import { checks, fakeStorage } from "./fake-storage.js";
import "./speak.js";

const TEXT = `protocol raft
without no_op_first
servers every tom dick
voters every tom
prompt tom timeout
settle
start bob
client tom set k 1
settle
`;

/** Locks that nobody else wants. */
const free = /** @type {any} */ ({ request: (/** @type {string} */ _name, /** @type {unknown} */ _options, /** @type {(lock: object) => unknown} */ use) => use({}) });

/**
 * A room that holds what a run has on its disks.
 * @param {string} text The run's text.
 */
async function roomOf(text) {
  const storage = fakeStorage();
  const nothing = () => {};
  const keeper = createKeeper({ storage, locks: free, checks, onLost: nothing, onGained: nothing, onFailed: nothing });
  await keeper.open("sandbox");
  const run = new Run(text);
  const frame = run.seek(run.length);
  assert.equal(keeper.install(frame, run.room_head), null);
  const read = () => {
    const found = keeper.read();
    assert.ok(found);
    return found;
  };
  return {
    storage, run, read,
    same: () => holdsTheSame(read(), frame, run.room_head, keeper.compare),
    again: () => afterPowerCut(Run, read(), "", "ask_length", keeper.compare),
    close: () => keeper.close(),
  };
}

test("after a power cut the same servers vote, in their terms, and the same rules are kept", async () => {
  const { again, close } = await roomOf(TEXT);
  const run = again();
  const head = run.script().split("\n");
  assert.deepEqual(head.slice(0, 4), ["protocol raft", "without no_op_first", "servers every tom dick bob", "voters every tom"]);
  const frame = run.seek(run.length);
  assert.deepEqual(frame.servers.map(({ name, term, voted_for }) => [name, term, voted_for]), [["every", 1, "tom"], ["tom", 1, "tom"], ["dick", 0, null], ["bob", 0, null]]);
  const [every] = frame.servers;
  assert.deepEqual(every?.facts.find(({ name }) => name === "voters")?.servers, ["every", "tom"]);
  close();
});

test("voters, rules and votes are part of what disks and run have in common", async () => {
  const { storage, same, close } = await roomOf(TEXT);
  assert.ok(same());
  for (const [key, value] of [["=voters", "every tom dick bob"], ["=without", ""], ["=protocol", "walk_back"], ["every/=term", "1 every"], ["every/=term", "1"]]) {
    const at = `catchup/1/sandbox/${key}`;
    const before = storage.getItem(at);
    storage.setItem(at, value ?? "");
    assert.ok(!same(), `${key}: ${value}`);
    storage.setItem(at, before ?? "");
  }
  storage.setItem("catchup/1/sandbox/=voters", "tom every");
  assert.ok(same(), "the order means nothing");
  close();
});

test("where a room doesn't tell, all vote and all rules are kept", async () => {
  const { storage, same, again, close } = await roomOf("protocol raft\nservers every tom\n");
  storage.removeItem("catchup/1/sandbox/=voters");
  storage.removeItem("catchup/1/sandbox/=without");
  assert.ok(same());
  assert.match(again().script(), /^protocol raft\nservers every tom\nreload\n/);
  close();
});

test("a rule that there is not is said, with those that there are", async () => {
  const { storage, again, close } = await roomOf(TEXT);
  storage.setItem("catchup/1/sandbox/=without", "no_op_frist");
  assert.throws(again, /found “no_op_frist”, expected a rule: vote_on_disk/);
  close();
});

test("where nobody votes and there are no rules, nothing is written of them", async () => {
  const { storage, same, close } = await roomOf("protocol ask_length\nservers every tom\n");
  assert.ok(same());
  assert.deepEqual(Object.keys(storage.content()).filter((key) => key.startsWith("catchup/1/sandbox/=")), ["catchup/1/sandbox/=protocol", "catchup/1/sandbox/=registry"]);
  close();
});

test("an entry that differs, lacks or is too many is no longer what the run says", async () => {
  const { storage, same, close } = await roomOf("protocol walk_back\nservers every tom\ndisk every 1 set a 1\ndisk every 1 set b 2\n");
  assert.ok(same());
  const keys = Object.keys(storage.content()).filter((key) => /\/every\/\d{8}$/.test(key));
  assert.equal(keys.length, 2);
  const [first = "", second = ""] = keys;
  const whole = storage.getItem(second) ?? "";
  for (const [key, value] of [[second, whole.replace("set b 2", "set b 3")], [second, whole.replace(/^1/, "0")], [second.replace(/2$/, "3"), whole]]) {
    assert.notEqual(storage.getItem(key ?? ""), value);
    const before = storage.getItem(key ?? "");
    storage.setItem(key ?? "", value ?? "");
    assert.ok(!same(), `${key}: ${value}`);
    if (before === null) storage.removeItem(key ?? "");
    else storage.setItem(key ?? "", before);
  }
  assert.ok(same());
  storage.removeItem(second);
  assert.ok(!same());
  storage.removeItem(first);
  assert.ok(!same());
  close();
});

test("a disk that the run knows to be damaged is what the run says, and its server stays down after a power cut", async () => {
  const damaged = await roomOf("protocol ask_length\nservers every tom\ndisk every 0 set a 1\ndisk every 0 set b 2\nkill every\ndamage every 2\n");
  assert.ok(damaged.same());
  const run = damaged.again();
  assert.match(run.script(), /\ndisk every 0 set a 1\nkill every\ndisk every 0 set b 2\ndamage every 2\nreload\n$/);
  assert.deepEqual(run.seek(run.length).servers.map(({ up, damaged }) => [up, damaged]), [[false, [2]], [true, []]]);
  damaged.close();
  const whole = await roomOf("protocol ask_length\nservers every tom\ndisk every 0 set a 1\n");
  const [key = ""] = Object.keys(whole.storage.content()).filter((one) => /\/every\/\d{8}$/.test(one));
  whole.storage.setItem(key, "nonsense");
  assert.ok(!whole.same(), "what the run does not know of");
  whole.close();
});
