// Rooms' names, and who holds them.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { claimRoom } from "../../www/disks/room-claim.js";
import { holdRoom, roomOfLesson, roomOfText } from "../../www/disks/room.js";
import { fakeLocks } from "./fake-locks.js";
import { fakeStorage } from "./fake-storage.js";

/** @import { Listening } from "../../www/disks/room-claim.js" */
/** @import { StorageArea } from "../../www/disks/storage.js" */

/** What the tabs share; only tabs without locks use it. */
const storage = fakeStorage();

// Node does not stay alive for the timer with which a tab's patience ends.
const alive = setInterval(() => {}, 1_000);
after(() => clearInterval(alive));

/** For how long a tab waits for an answer that comes, in ms: longer than any machine is busy with something else. */
const FOREVER = 600_000;

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
  const gained = /** @type {string[]} */ ([]);
  /** @param {string} room The room. @param {string} name What the tab is called. */
  const hold = (room, name) => holdRoom(locks, room, { storage, onLost, onGained: () => gained.push(name), patience: 5 });
  const first = await hold("sandbox", "first");
  const second = await hold("sandbox", "second");
  const third = await hold("sandbox", "third");
  const elsewhere = await hold("lesson-x", "elsewhere");
  assert.deepEqual([first.held, second.held, elsewhere.held], [true, false, true]);
  assert.deepEqual([...locks.holders.keys()], ["catchup/sandbox", "catchup/lesson-x"]);
  first.release();
  await settle();
  assert.deepEqual([first.held, second.held, third.held, gained], [false, true, false, ["second"]]);
  third.release();
  second.release();
  await settle();
  assert.deepEqual([third.held, gained], [false, ["second"]], "who goes elsewhere waits no longer");
  assert.equal((await hold("sandbox", "fourth")).held, true);
});

/** What a tab is told, when nobody looks at it. */
const deaf = { onLost: () => {}, onGained: () => {} };

test("a page that is reloaded waits for the page that it replaces", async () => {
  const locks = fakeLocks();
  const old = await holdRoom(locks, "sandbox", { storage, ...deaf });
  setTimeout(() => old.release(), 10);
  assert.equal((await holdRoom(locks, "sandbox", { storage, ...deaf, patience: FOREVER })).held, true);
});

test("taking over tells the tab that had the room, and can be answered in kind", async () => {
  const locks = fakeLocks();
  let lost = 0;
  const onGained = () => assert.fail("nobody let it go");
  const first = await holdRoom(locks, "sandbox", { storage, onLost: () => lost++, onGained });
  let gained = 0;
  const second = await holdRoom(locks, "sandbox", { storage, onLost: () => (lost += 10), onGained: () => gained++, patience: 5 });
  await second.takeOver();
  await settle();
  assert.deepEqual([first.held, second.held, lost], [false, true, 1]);
  await first.takeOver();
  await settle();
  assert.deepEqual([first.held, second.held, lost], [true, false, 11]);
  first.release();
  await settle();
  assert.deepEqual([first.held, second.held, gained], [false, true, 1], "who lost it has it again when it is let go");
  second.release();
  await settle();
  assert.equal(locks.holders.size, 0);
});

test("a room that is taken over twice at once is taken over", async () => {
  const locks = fakeLocks();
  let lost = 0;
  const first = await holdRoom(locks, "sandbox", { storage, onLost: () => lost++, onGained: () => {} });
  const second = await holdRoom(locks, "sandbox", { storage, onLost: () => assert.fail("nobody took it"), onGained: () => {}, patience: 5 });
  await Promise.all([second.takeOver(), second.takeOver()]);
  await settle();
  assert.deepEqual([first.held, second.held, lost], [false, true, 1]);
  for (const hold of [first, second]) hold.release();
  await settle();
  assert.equal(locks.holders.size, 0);
});

test("who goes elsewhere while a room is being taken over leaves it to the tab that had it", async () => {
  const locks = fakeLocks();
  const slow = { ...locks, request: async (/** @type {any[]} */ ...asked) => (await settle(), /** @type {any} */ (locks.request)(...asked)) };
  let gained = 0;
  const first = await holdRoom(locks, "sandbox", { storage, onLost: () => {}, onGained: () => gained++ });
  const second = await holdRoom(/** @type {any} */ (slow), "sandbox", { storage, ...deaf, patience: 5 });
  const taking = second.takeOver();
  second.release();
  await taking;
  await settle();
  assert.deepEqual([first.held, second.held, gained], [true, false, 1]);
  first.release();
  await settle();
  assert.equal(locks.holders.size, 0);
});

/**
 * Tabs without locks: each sees one storage, and hears of what the others change.
 * @returns {() => {storage: StorageArea, tabs: Listening, freeze: () => void}} Opens a tab.
 */
function fakeTabs() {
  const shared = fakeStorage();
  /** @type {Set<Set<(event: StorageEvent) => void>>} */
  const all = new Set();
  return () => {
    /** @type {Set<(event: StorageEvent) => void>} */
    const mine = new Set();
    all.add(mine);
    /** @param {string} key The key. @param {string | null} newValue What it holds now. */
    const tell = (key, newValue) => setTimeout(() => {
      for (const listeners of all) if (listeners !== mine) for (const listener of [...listeners]) listener(/** @type {any} */ ({ key, newValue }));
    }, 0);
    const storage = {
      get length() {
        return shared.length;
      },
      key: shared.key,
      getItem: shared.getItem,
      /** @param {string} key The key. @param {string} value The value. */
      setItem(key, value) {
        shared.setItem(key, value);
        tell(key, value);
      },
      /** @param {string} key The key. */
      removeItem(key) {
        const was = shared.getItem(key);
        shared.removeItem(key);
        if (was !== null) tell(key, null);
      },
    };
    /** @type {Listening} */
    const tabs = { addEventListener: (_, listener) => mine.add(listener), removeEventListener: (_, listener) => mine.delete(listener) };
    return { storage, tabs, freeze: () => all.delete(mine) };
  };
}

test("without locks, and where they fail, a second tab is noticed all the same", async () => {
  const refused = /** @type {any} */ ({ request: () => Promise.reject(new DOMException("no", "SecurityError")) });
  const thrown = /** @type {any} */ ({ request: () => assert.fail("no locks") });
  for (const locks of [undefined, refused, thrown, /** @type {any} */ ({})]) {
    const openTab = fakeTabs();
    const lost = /** @type {string[]} */ ([]);
    const gained = /** @type {string[]} */ ([]);
    /** @param {string} name What the tab is called. @param {number} [patience] How long it waits. */
    const hold = (name, patience = FOREVER) => holdRoom(locks, "sandbox", { ...openTab(), onLost: () => lost.push(name), onGained: () => gained.push(name), patience });
    const first = await hold("first");
    const second = await hold("second");
    const third = await hold("third");
    assert.deepEqual([first.held, second.held, third.held], [true, false, false]);
    await second.takeOver();
    assert.deepEqual([first.held, second.held, third.held], [false, true, false]);
    await third.takeOver();
    assert.deepEqual([first.held, second.held, third.held, lost], [false, false, true, ["first", "second"]]);
    third.release();
    await settle();
    assert.equal([first, second].filter(({ held }) => held).length, 1, "one of those who want it has it");
    assert.deepEqual(gained, [first.held ? "first" : "second"]);
    for (const tab of [first, second]) tab.release();
    await settle();
    assert.equal((await hold("fourth", 0)).held, true, "nobody holds it any more");
  }
});

test("without locks a tab that ended without a word leaves its room to the next, and yields when it wakes up", async () => {
  const openTab = fakeTabs();
  let lost = 0;
  const { freeze, ...sleeper } = openTab();
  const first = await claimRoom(sleeper.storage, "sandbox", { ...sleeper, ...deaf, onLost: () => lost++, patience: 5 });
  freeze();
  const second = openTab();
  const next = await claimRoom(second.storage, "sandbox", { ...second, ...deaf, onLost: () => assert.fail("nobody took it"), patience: 5 });
  assert.equal(next.held, true);
  assert.deepEqual([first.held, first.held, lost], [false, false, 1], "it looks before it writes, and is told once");
  first.release();
  assert.equal(next.held, true, "what is let go is one's own");
});

test("a tab without locks is told at once that its room was taken, or that all was removed", async () => {
  for (const [key, content] of /** @type {const} */ ([["catchup/hold/sandbox", "another"], [null, ""]])) {
    const shared = fakeStorage();
    /** @type {Set<(event: StorageEvent) => void>} */
    const listeners = new Set();
    const tell = (/** @type {string | null} */ changed) => listeners.forEach((listener) => listener(/** @type {any} */ ({ key: changed, newValue: content })));
    /** @type {Listening} */
    const tabs = { addEventListener: (_, listener) => listeners.add(listener), removeEventListener: (_, listener) => listeners.delete(listener) };
    let lost = 0;
    const hold = await claimRoom(shared, "sandbox", { ...deaf, onLost: () => lost++, patience: FOREVER, tabs });
    for (const changed of ["catchup/hold/sandbox", null, "elsewhere"]) tell(changed);
    assert.equal(lost, 0, "the room is still its own");
    shared.setItem("catchup/hold/sandbox", content);
    tell("elsewhere");
    assert.equal(lost, 0, "what is said of other things is not looked into");
    tell(key);
    tell(key);
    assert.equal(lost, 1, "nobody asked whether it still holds the room");
    assert.equal(hold.held, false);
    hold.release();
    assert.deepEqual([listeners.size, shared.getItem("catchup/hold/sandbox")], [0, content]);
  }
});

test("who asks for a room without locks has it as soon as its tab lets it go, though that did not answer", async () => {
  const openTab = fakeTabs();
  const { freeze, ...sleeper } = openTab();
  const first = await claimRoom(sleeper.storage, "sandbox", { ...sleeper, ...deaf, patience: FOREVER });
  freeze();
  const asker = openTab();
  const second = claimRoom(asker.storage, "sandbox", { ...asker, ...deaf, patience: FOREVER });
  await settle();
  first.release();
  assert.equal((await second).held, true);
});
