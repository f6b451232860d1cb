// What keeps the open room’s disks: while it can, and what it says when it can’t. With the simulation itself, and a storage
// that only seems to be one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Run } from "../../pkg/catchup.js";
import { createKeeper } from "../../www/disks/keeper.js";
import { fakeLocks } from "./fake-locks.js";
import { checks, diskBack, fakeStorage, readBack } from "./fake-storage.js";
import "./speak.js";

/** @import { Keeper } from "../../www/disks/keeper.js" */
/** @import { StorageArea } from "../../www/disks/storage.js" */

const TEXT = "protocol ask_length\nservers dick tom\ndisk dick 0 set a 1\ndisk dick 0 set b 2\nkill dick\ndamage dick 2\nstart bob\n";

/** Locks that nobody else wants. */
const free = /** @type {any} */ ({ request: (/** @type {string} */ _name, /** @type {unknown} */ _options, /** @type {(lock: object) => unknown} */ use) => use({}) });

/** Locks of which another tab has each, and never lets go. */
const taken = /** @type {any} */ ({ request: (/** @type {string} */ _name, /** @type {{ifAvailable?: boolean, steal?: boolean}} */ { ifAvailable, steal }, /** @type {(lock: object | null) => unknown} */ use) => (steal ? use({}) : ifAvailable ? use(null) : new Promise(() => {})) });

/**
 * @param {StorageArea | null} storage Where the disks are.
 * @param {LockManager} [locks] Who has the room.
 * @returns {{keeper: Keeper, failed: string[]}} A keeper, and why it was told that the storage failed.
 */
function keeperOf(storage, locks = free) {
  const failed = /** @type {string[]} */ ([]);
  const nothing = () => {};
  return { keeper: createKeeper({ storage, locks, checks, onLost: nothing, onGained: nothing, onFailed: (why) => failed.push(why) }), failed };
}

/** @returns {Run} The run, at its end. */
function ended() {
  const run = new Run(TEXT);
  run.seek(run.length);
  return run;
}

test("it keeps nothing until it is known whose the room is, and says so", async () => {
  const storage = fakeStorage();
  const { keeper } = keeperOf(storage);
  const opening = keeper.open("sandbox");
  assert.deepEqual([keeper.room, keeper.hindrance(), keeper.keeps()], ["sandbox", "asking", false]);
  await opening;
  assert.deepEqual([keeper.hindrance(), keeper.keeps()], [null, true]);
  keeper.leaveAlone(true);
  assert.deepEqual([keeper.hindrance(), keeper.keeps()], ["unusable", false]);
  const run = ended();
  assert.equal(keeper.install(run.seek(0), run.room_head), null);
  assert.deepEqual(storage.content(), {}, "what can’t be used is left as it is");
  keeper.leaveAlone(false);
  assert.equal(keeper.hindrance(), null);
  keeper.close();
  assert.equal(keeper.hindrance(), "other-tab");
});

test("without a storage it does nothing, and all else works", async () => {
  const { keeper, failed } = keeperOf(null);
  await keeper.open("sandbox");
  const run = ended();
  assert.equal(keeper.hindrance(), "no-storage");
  assert.deepEqual([keeper.read(), keeper.runBefore(), keeper.install(run.seek(0), run.room_head), keeper.commit(run.seek(0)), keeper.repair("dick", "wipe")], [null, null, null, null, null]);
  assert.deepEqual(failed, []);
});

test("what another tab holds can be read, and not written until it is taken over", async (t) => {
  const storage = fakeStorage();
  const first = keeperOf(storage).keeper;
  await first.open("sandbox");
  const run = ended();
  first.install(run.seek(1), run.room_head);
  const lying = storage.content();

  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { keeper } = keeperOf(storage, taken);
  const opening = keeper.open("sandbox");
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  t.mock.timers.tick(60_000);
  await opening;
  assert.equal(keeper.hindrance(), "other-tab");
  assert.deepEqual(keeper.read()?.servers.map(({ name }) => name), ["dick", "tom"]);
  assert.equal(keeper.install(run.seek(run.length), run.room_head), null);
  keeper.rememberRun({ parts: ["x"], moment: 0, tip: 0 });
  assert.deepEqual(storage.content(), lying);

  await keeper.takeOver();
  assert.equal(keeper.hindrance(), null);
  assert.equal(keeper.commit(run.seek(run.length)), null);
  assert.deepEqual(readBack(storage).servers.map(({ name }) => name), ["dick", "tom", "bob"]);
  keeper.close();
  first.close();
});

test("who gets a room back that another tab had finds what that one wrote, not what it wrote itself", async (t) => {
  const [storage, locks] = [fakeStorage(), fakeLocks()];
  const microtasks = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  const { keeper } = keeperOf(storage, locks);
  await keeper.open("sandbox");
  const run = ended();
  assert.equal(keeper.commit(run.seek(run.length)), null);
  keeper.rememberRun({ parts: ["ours\n", "still ours\n"], moment: 1, tip: 1 });

  t.mock.timers.enable({ apis: ["setTimeout"] });
  const other = keeperOf(storage, locks).keeper;
  const opening = other.open("sandbox");
  await microtasks();
  t.mock.timers.tick(60_000);
  await opening;
  await other.takeOver();
  assert.equal(keeper.keeps(), false);
  assert.equal(other.install(run.seek(0), run.room_head), null);
  other.rememberRun({ parts: ["theirs\n"], moment: 0, tip: 0 });
  other.close();
  await microtasks();

  assert.equal(keeper.keeps(), true);
  assert.deepEqual(readBack(storage).servers.map(({ name }) => name), ["dick", "tom"]);
  assert.equal(keeper.commit(run.seek(run.length)), null);
  assert.deepEqual(readBack(storage).servers.map(({ name }) => name), ["dick", "tom", "bob"], "who is new there is registered");
  keeper.rememberRun({ parts: ["ours\n", "still ours, and changed\n"], moment: 1, tip: 1 });
  assert.equal(keeper.runBefore()?.text, "ours\nstill ours, and changed\n", "and no part of the other tab's run is left");
  keeper.close();
});

test("a room holds what a frame has on its disks, damage included", async () => {
  const storage = fakeStorage();
  const { keeper } = keeperOf(storage);
  await keeper.open("sandbox");
  const run = ended();
  const frame = run.seek(run.length);
  assert.equal(keeper.install(frame, run.room_head), null);
  assert.deepEqual(readBack(storage).servers.map(({ name }) => name), ["dick", "tom", "bob"]);
  assert.equal(diskBack(storage).entries.length, 1);
  assert.ok(diskBack(storage).fault, "entry 2 can’t be read");
  const [dick] = frame.servers;
  assert.ok(dick);
  assert.deepEqual(keeper.compare(dick).lines, []);
  assert.equal(keeper.repair("dick", "wipe"), null);
  assert.deepEqual([diskBack(storage).entries, diskBack(storage).fault], [[], null]);
  keeper.close();
});

test("the registry is written when somebody comes, and otherwise left alone", async () => {
  const storage = fakeStorage();
  const { keeper } = keeperOf(storage);
  await keeper.open("sandbox");
  const run = new Run("protocol ask_length\nservers dick tom\nclient dick set a 1\ndeliver 1\nstart bob\nclient dick set b 2\ndeliver 3\n");
  keeper.install(run.seek(0), run.room_head);
  const [registry] = Object.entries(storage.content()).find(([, value]) => value.split(/\s/).includes("tom")) ?? [];
  assert.ok(registry);
  const written = /** @type {string[]} */ ([]);
  const { setItem } = storage;
  storage.setItem = (key, value) => {
    written.push(key);
    setItem(key, value);
  };
  const changes = (/** @type {number} */ moment) => {
    written.length = 0;
    assert.equal(keeper.commit(run.seek(moment)), null);
    return written.includes(registry);
  };
  assert.deepEqual([1, 2, 3, 4, 5].map(changes), [false, false, true, false, false]);
  assert.equal(diskBack(storage).entries.length, 2);
  keeper.close();
});

test("when a disk has no more room, what is remembered of the run makes room for it", async () => {
  const run = new Run(`protocol ask_length\nservers dick\nclient dick set a ${"x".repeat(150)}\ndeliver 1\n`);
  const storage = fakeStorage({}, { quota: 1_200 });
  const { keeper } = keeperOf(storage);
  await keeper.open("sandbox");
  keeper.install(run.seek(0), run.room_head);
  const size = () => Object.entries(storage.content()).reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  keeper.rememberRun({ parts: ["#".repeat(1_100 - size() - 80)], moment: 0, tip: 0 });
  assert.ok(keeper.runBefore(), "it is remembered");
  assert.equal(keeper.commit(run.seek(2)), null);
  assert.deepEqual([diskBack(storage).entries.length, keeper.runBefore()], [1, null]);
  assert.equal(keeper.keeps(), true);
  keeper.close();
});

test("a storage that fails while it is read is given up, and that is told once", async () => {
  const storage = fakeStorage();
  const { keeper, failed } = keeperOf(storage);
  await keeper.open("sandbox");
  storage.getItem = () => {
    throw new Error("the disk is gone");
  };
  assert.deepEqual([keeper.read(), keeper.runBefore(), keeper.read()], [null, null, null]);
  assert.equal(failed.length, 1);
  assert.equal(keeper.hindrance(), "no-storage");
});

test("a room that is left before it was granted is let go when it is", async () => {
  const granted = /** @type {(() => void)[]} */ ([]);
  let held = 0;
  const slow = /** @type {any} */ ({
    request: async (/** @type {string} */ _name, /** @type {unknown} */ _options, /** @type {(lock: object) => Promise<unknown>} */ use) => {
      await new Promise((resolve) => granted.push(() => resolve(undefined)));
      held += 1;
      await use({});
      held -= 1;
    },
  });
  const { keeper } = keeperOf(fakeStorage(), slow);
  const openings = ["first", "second"].map((room) => keeper.open(room));
  for (const grant of granted) grant();
  await Promise.all(openings);
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  assert.deepEqual([keeper.room, keeper.keeps(), held], ["second", true, 1]);
  keeper.close();
});
