// The session, with the simulation itself, and disks in a storage that only seems to be one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Run, catalog, rules } from "../../pkg/catchup.js";
import { createKeeper } from "../../www/disks/keeper.js";
import { createSession } from "../../www/session/session.js";
import { fakeLocks } from "./fake-locks.js";
import { checks, fakeStorage } from "./fake-storage.js";
import "./speak.js";

/** @import { View } from "../../www/types.js" */

const RAFT = "protocol raft\nservers every tom dick\n";
const SHORT = "protocol ask_length\nservers dick tom\nclient dick set a 1\nsettle\n";
const storm = /** @type {const} */ ({ how: "storm", seed: 1, moments: 2_000, rates: {} });

/** Locks that nobody else wants. */
const free = /** @type {any} */ ({ request: (/** @type {string} */ _name, /** @type {unknown} */ _options, /** @type {(lock: object) => unknown} */ use) => use({}) });

/**
 * A session without a room, and what it draws.
 * @param {Map<string, string | null>} [kept] What the browser keeps for all its tabs.
 * @param {ReturnType<typeof fakeStorage>} [storage] Where the disks are.
 * @param {LockManager} [locks] Whose the rooms are.
 * @param {typeof Run} [simulation] The simulation.
 */
function begin(kept = new Map(), storage = fakeStorage(), locks = free, simulation = Run) {
  const views = /** @type {View[]} */ ([]);
  const settings = { get: (/** @type {string} */ name) => kept.get(name) ?? null, set: (/** @type {string} */ name, /** @type {string | null} */ value) => void kept.set(name, value) };
  const keeper = createKeeper({ storage, locks, checks, onLost: () => session.lost(), onGained: () => session.gained(), onFailed: (why) => session.storageFailed(why) });
  const never = () => assert.fail("nobody asked for that");
  const session = createSession({ Run: simulation, catalog: catalog(), rulesOf: rules, keeper, settings, storageTrouble: null, draw: (view) => views.push(view), linkTo: never, copy: never, go: never, forgetAll: never });
  const open = (/** @type {string} */ room, /** @type {string} */ text) => session.open({ room, text, former: null, moment: 0, fresh: false });
  /** @returns {View} What is shown. */
  const shown = () => /** @type {View} */ (views.at(-1));
  /** How far the lessons are, as a page says that opens now. */
  const progress = async () => (await open("sandbox", SHORT), shown().progress);
  return { session, open, shown, views, progress };
}

/** Waits until whatever needs no timer has had its turn. */
async function microtasks() {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

/** A sandbox of a protocol that nobody knows. */
const UNUSABLE = { "catchup/1/sandbox/=registry": "dick tom", "catchup/1/sandbox/=protocol": "nonsense" };

/**
 * Opens the sandbox in two tabs, of which the second has waited for the first as long as it does.
 * @param {import("node:test").TestContext} t The test, whose timers are to be mocked.
 * @param {ReturnType<typeof fakeStorage>} storage What both have their disks in.
 * @returns {Promise<ReturnType<typeof begin> & {first: ReturnType<typeof begin>}>} The second, with the first.
 */
async function besideAnother(t, storage) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const locks = fakeLocks();
  const first = begin(new Map(), storage, locks);
  await first.open("sandbox", SHORT);
  const second = begin(new Map(), storage, locks);
  const opening = second.open("sandbox", SHORT);
  await microtasks();
  t.mock.timers.tick(60_000);
  await opening;
  return { ...second, first };
}

/** Waits until whatever goes on by a timer has had its turn. */
const afterTimers = () => new Promise((resolve) => setTimeout(resolve, 20));

test("a storm ends with the room that it is in, and nothing of it befalls the next one", async () => {
  const { session, open, shown } = begin();
  await open("sandbox", RAFT);
  session.dispatch({ kind: "let_run", weather: storm });
  assert.notEqual(shown().running, null);
  await open("link-1", SHORT);
  await afterTimers();
  assert.deepEqual([shown().room, shown().running, shown().length, shown().cursor], ["link-1", null, 3, 0]);
  await open("sandbox", RAFT);
  assert.ok(shown().length > 0, "what it did there stays");
  session.leave(false);
});

test("a storm ends when this tab gets its room, in which another tab may have gone on", async () => {
  const { session, open, shown } = begin();
  await open("sandbox", RAFT);
  session.dispatch({ kind: "let_run", weather: storm });
  session.gained();
  const { length } = shown();
  assert.equal(shown().running, null);
  await afterTimers();
  assert.equal(shown().length, length);
  session.leave(false);
});

test("a tab that finds out at a write that its room was taken shows the step whole, and then says so", async (t) => {
  const storage = fakeStorage();
  const deaf = { addEventListener: () => {}, removeEventListener: () => {} };
  Object.assign(globalThis, deaf);
  t.after(() => Object.keys(deaf).forEach((name) => Reflect.deleteProperty(globalThis, name)));
  const { session, open, shown, views } = begin(new Map(), storage, /** @type {any} */ ({}));
  await open("sandbox", SHORT);
  storage.setItem("catchup/hold/sandbox", "another tab");
  for (const kind of /** @type {const} */ (["step", "back"])) session.dispatch({ kind });
  session.dispatch({ kind: "act", line: "kill tom" });
  await afterTimers();
  assert.ok(shown().notices.some(({ id }) => id === "other-tab"));
  assert.deepEqual(views.filter(({ cursor, frame }) => cursor !== frame.moment), []);
  session.leave(false);
});

test("before a room is open there is nothing to pause", async () => {
  const { session, open, shown } = begin();
  session.pause();
  await open("sandbox", SHORT);
  session.pause();
  assert.equal(shown().playing, false);
  session.leave(false);
});

test("what goes on by itself ends when another tab takes the room", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { session, open, shown } = begin();
  await open("sandbox", SHORT);
  session.dispatch({ kind: "play" });
  session.lost();
  assert.deepEqual([shown().playing, shown().cursor], [false, 1]);
  t.mock.timers.tick(60_000);
  assert.equal(shown().cursor, 1);
  session.dispatch({ kind: "let_run", weather: storm });
  session.lost();
  assert.equal(shown().running, null);
  session.leave(false);
});

test("when the simulation breaks while it plays, that costs no run either, and it can be played on", async (t) => {
  let breaks = false;
  class Fragile extends Run {
    /** @override @param {number} moment Where to go. */
    seek(moment) {
      if (!breaks) return super.seek(moment);
      breaks = false;
      throw new WebAssembly.RuntimeError("unreachable");
    }
  }
  t.mock.method(console, "error", () => {});
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { session, open, shown } = begin(new Map(), fakeStorage(), free, Fragile);
  await open("sandbox", SHORT);
  session.dispatch({ kind: "play" });
  assert.deepEqual([shown().cursor, shown().playing], [1, true]);
  breaks = true;
  t.mock.timers.tick(60_000);
  assert.deepEqual([shown().playing, shown().length, shown().notices.map(({ id }) => id)], [false, 3, ["panic"]]);
  session.dispatch({ kind: "play" });
  for (let second = 0; second < 60; second += 1) t.mock.timers.tick(1_000);
  assert.equal(shown().cursor, 3);
  session.leave(false);
});

test("a storm that the simulation refuses is told of, and does not seem to go on", async () => {
  const { session, open, shown } = begin();
  await open("sandbox", RAFT);
  session.dispatch({ kind: "let_run", weather: { ...storm, seed: 2 ** 32 } });
  await afterTimers();
  assert.deepEqual([shown().running, shown().length, shown().notices.map(({ id }) => id)], [null, 0, ["mistake"]]);
  session.leave(false);
});

test("a chosen message stays chosen on the way back, and another one in a new future is not taken for it", async () => {
  const { session, open, shown } = begin();
  await open("sandbox", SHORT);
  session.dispatch({ kind: "seek", moment: 2 });
  session.dispatch({ kind: "select", id: 2 });
  const chosen = shown().whole;
  assert.deepEqual([chosen?.id, chosen?.to], [2, "client"]);
  session.dispatch({ kind: "seek", moment: 0 });
  session.dispatch({ kind: "seek", moment: 3 });
  assert.deepEqual([shown().selected, shown().whole], [2, chosen]);
  session.dispatch({ kind: "act", line: "client tom set b 2" });
  assert.equal(shown().selected, 2, "what was sent before is still what it was");
  session.dispatch({ kind: "seek", moment: 0 });
  session.dispatch({ kind: "act", line: "client tom set b 2" });
  session.dispatch({ kind: "act", line: "client tom set c 3" });
  assert.deepEqual([shown().frame.in_flight.map(({ id }) => id), shown().selected, shown().whole], [[1, 2], null, null]);
  session.leave(false);
});

test("two tabs at two lessons remember how far both are", async () => {
  const kept = new Map();
  const [one, other] = [begin(kept), begin(kept)];
  await one.open("lesson-a", SHORT);
  await other.open("lesson-b", SHORT);
  one.session.dispatch({ kind: "seek", moment: 3 });
  other.session.dispatch({ kind: "step" });
  assert.deepEqual(await begin(kept).progress(), { a: "done", b: "begun" });
  await other.open("lesson-a", SHORT);
  other.session.dispatch({ kind: "step" });
  assert.deepEqual(await begin(kept).progress(), { a: "done", b: "begun" }, "done once is done");
  for (const { session } of [one, other]) session.leave(false);
});

for (const [what, key, value, left] of /** @type {const} */ ([
  ["an entry that is damaged", "00000002", "damaged! 0 set b 2", 1],
  ["something that is no entry", "=note", "mine", 2],
])) {
  test(`a disk with ${what} is mended in memory when the storage fails meanwhile, and keeps what is good`, async () => {
    const storage = fakeStorage();
    const { session, open, shown } = begin(new Map(), storage);
    const dick = () => shown().frame.servers.find(({ name }) => name === "dick");
    await open("sandbox", "protocol ask_length\nservers dick tom\ndisk dick 0 set a 1\ndisk dick 0 set b 2\n");
    session.dispatch({ kind: "act", line: "kill dick" });
    storage.setItem(`catchup/1/sandbox/dick/${key}`, value);
    session.dispatch({ kind: "act", line: "restart dick" });
    assert.deepEqual([dick()?.up, shown().brokenDisks.map(({ good }) => good)], [false, [left]]);
    storage.setItem = storage.removeItem = () => {
      throw new Error("the disk is gone");
    };
    session.dispatch({ kind: "repair", server: "dick", how: "keep" });
    assert.deepEqual([dick()?.up, dick()?.log.length, shown().brokenDisks.length], [true, left, 0]);
    session.leave(false);
  });
}

test("who comes back to a room in which another tab went on meanwhile finds its run there, and its own beside it", async () => {
  const [storage, locks] = [fakeStorage(), fakeLocks()];
  const one = begin(new Map(), storage, locks);
  const other = begin(new Map(), storage, locks);
  await one.open("sandbox", SHORT);
  one.session.dispatch({ kind: "act", line: "kill tom" });
  const ours = one.session.script();
  await one.open("link-1", SHORT);
  await other.open("sandbox", SHORT);
  for (const line of ["client dick set b 2", "settle", "restart tom"]) other.session.dispatch({ kind: "act", line });
  other.session.dispatch({ kind: "back" });
  const [theirs, { cursor }] = [other.session.script(), other.shown()];
  other.session.leave(false);
  await afterTimers();
  await one.open("sandbox", SHORT);
  assert.deepEqual([one.session.script(), one.shown().cursor], [theirs, cursor]);
  const [notice, ...more] = one.shown().notices;
  assert.deepEqual([notice?.id, more], ["before", []]);
  assert.deepEqual(notice?.offers.map(({ intent }) => (intent.kind === "load" ? intent.text : intent.kind)), [ours, "reset"]);
  one.session.leave(false);
});

test("who begins anew where disks can't be used is told when another tab has the room", async (t) => {
  const { first, session, shown } = await besideAnother(t, fakeStorage(UNUSABLE));
  assert.deepEqual(shown().notices.map(({ id }) => id), ["unusable"]);
  session.dispatch({ kind: "reset" });
  assert.deepEqual(shown().notices.map(({ id, offers }) => [id, offers.map(({ intent }) => intent.kind)]), [["other-tab", ["take_over"]]]);
  first.session.dispatch({ kind: "reset" });
  assert.deepEqual(first.shown().notices, []);
  for (const tab of [first, { session }]) tab.session.leave(false);
});

test("disks that can't be used are left alone by a tab that has their room at last", async (t) => {
  const storage = fakeStorage(UNUSABLE);
  const { first, session, shown } = await besideAnother(t, storage);
  session.dispatch({ kind: "step" });
  first.session.leave(false);
  await microtasks();
  session.dispatch({ kind: "step" });
  assert.deepEqual([storage.content(), shown().notices.map(({ id }) => id)], [UNUSABLE, ["unusable"]]);
  session.dispatch({ kind: "reset" });
  assert.deepEqual([shown().notices.map(({ id }) => id), storage.getItem("catchup/1/sandbox/=protocol")], [["dropped"], "ask_length"]);
  session.leave(false);
});

test("a room that could not be taken over is told of in that room alone", async () => {
  let refuse = () => {};
  const request = (/** @type {string} */ name, /** @type {LockOptions} */ { steal, ifAvailable }, /** @type {(lock: unknown) => unknown} */ use) => {
    if (steal) return new Promise((_, reject) => (refuse = () => reject(new DOMException("no", "AbortError"))));
    if (name === "catchup/link-1") return new Promise(() => {});
    return ifAvailable ? Promise.resolve(use(null)) : new Promise(() => {});
  };
  const { session, open, shown } = begin(new Map(), fakeStorage(), /** @type {any} */ ({ request }));
  await open("sandbox", SHORT);
  assert.deepEqual(shown().notices.map(({ id }) => id), ["other-tab"]);
  session.dispatch({ kind: "take_over" });
  void open("link-1", SHORT);
  refuse();
  await afterTimers();
  assert.deepEqual([shown().room, shown().notices.map(({ id }) => id)], ["link-1", []]);
  session.leave(false);
});
