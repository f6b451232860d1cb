// Rooms' names, and who holds them.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { holdRoom, roomOfLesson, roomOfText } from "../../www/room.js";

/** @typedef {{resolve: (value: unknown) => void, reject: (error: unknown) => void}} Request A lock that is held. */

/**
 * As much of `navigator.locks` as is needed: one queue for each name.
 * @returns {LockManager & {holders: Map<string, Request>}} The locks.
 */
function fakeLocks() {
  /** @type {Map<string, Request>} */
  const holders = new Map();
  /** @type {[string, () => void][]} */
  const waiting = [];
  /** @param {string} name The lock's name. @param {LockOptions} options How. @param {(lock: any) => Promise<unknown> | null} keep Holds it. @returns {Promise<unknown>} Settles when it is let go. */
  const request = (name, options, keep) =>
    new Promise((resolve, reject) => {
      const grant = () => {
        const mine = { resolve, reject };
        holders.set(name, mine);
        Promise.resolve(keep({ name })).then((value) => {
          if (holders.get(name) !== mine) return;
          holders.delete(name);
          resolve(value);
          const next = waiting.findIndex(([wanted]) => wanted === name);
          if (next !== -1) waiting.splice(next, 1)[0]?.[1]();
        });
      };
      const holder = holders.get(name);
      if (options.steal) {
        holder?.reject(new DOMException("stolen", "AbortError"));
        grant();
      } else if (!holder) grant();
      else if (options.ifAvailable) resolve(keep(null));
      else {
        /** @type {[string, () => void]} */
        const place = [name, grant];
        waiting.push(place);
        options.signal?.addEventListener("abort", () => {
          if (!waiting.includes(place)) return;
          waiting.splice(waiting.indexOf(place), 1);
          reject(options.signal?.reason);
        });
      }
    });
  return /** @type {any} */ ({ holders, request, query: async () => ({}) });
}

// Node does not stay alive for the timer with which a tab's patience ends.
const alive = setInterval(() => {}, 1_000);
after(() => clearInterval(alive));

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

test("rooms have names without a slash, the same each time", () => {
  assert.equal(roomOfLesson("five"), "lesson-five");
  assert.match(roomOfText("title x\n"), /^link-[0-9a-f]{12}$/);
  assert.equal(roomOfText("title x\n"), roomOfText("title x\n"));
  assert.match(roomOfText(""), /^link-[0-9a-f]{12}$/);
  assert.equal(roomOfText("title A\n"), "link-e1dea5e49f20", "links that were shared keep their rooms");
});

test("texts that differ little have rooms that differ", () => {
  const texts = Array.from({ length: 20_000 }, (_, number) => `title ${number}\nservers tom dick\n`);
  assert.equal(new Set(texts.map(roomOfText)).size, texts.length);
});

test("the first tab holds the room, the second does not, and has it when the first lets go", async () => {
  const locks = fakeLocks();
  const onLost = () => assert.fail("nobody took it");
  const first = await holdRoom(locks, "sandbox", { onLost });
  const second = await holdRoom(locks, "sandbox", { onLost, patience: 5 });
  const elsewhere = await holdRoom(locks, "lesson-x", { onLost });
  assert.deepEqual([first.held, second.held, elsewhere.held], [true, false, true]);
  assert.deepEqual([...locks.holders.keys()], ["catchup/sandbox", "catchup/lesson-x"]);
  first.release();
  await settle();
  assert.equal(first.held, false);
  assert.equal((await holdRoom(locks, "sandbox", { onLost, patience: 5 })).held, true);
});

test("a page that is reloaded waits for the page that it replaces", async () => {
  const locks = fakeLocks();
  const old = await holdRoom(locks, "sandbox", { onLost: () => {} });
  setTimeout(() => old.release(), 10);
  assert.equal((await holdRoom(locks, "sandbox", { onLost: () => {}, patience: 1_000 })).held, true);
});

test("taking over tells the tab that had the room, and can be answered in kind", async () => {
  const locks = fakeLocks();
  let lost = 0;
  const first = await holdRoom(locks, "sandbox", { onLost: () => lost++ });
  const second = await holdRoom(locks, "sandbox", { onLost: () => (lost += 10), patience: 5 });
  await second.takeOver();
  await settle();
  assert.deepEqual([first.held, second.held, lost], [false, true, 1]);
  await first.takeOver();
  await settle();
  assert.deepEqual([first.held, second.held, lost], [true, false, 11]);
  first.release();
  await settle();
  assert.equal(locks.holders.size, 0);
});

test("without locks, and where they are refused, the room is granted", async () => {
  const refused = /** @type {any} */ ({ request: () => Promise.reject(new DOMException("no", "SecurityError")) });
  for (const locks of [undefined, refused]) {
    const hold = await holdRoom(locks, "sandbox", { onLost: () => assert.fail("nobody took it") });
    assert.equal(hold.held, true);
    hold.release();
    await hold.takeOver();
    assert.equal(hold.held, true);
  }
});
