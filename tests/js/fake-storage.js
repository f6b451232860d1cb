// A storage to be broken, and what tests of disks have in common.

import { readFileSync } from "node:fs";
import { catalog, entry_fault, initSync, is_name, setSpeaker } from "../../pkg/catchup.js";
import { say } from "../../www/words/say.js";
import "./speak.js";
import { readRoom } from "../../www/disks/reading.js";

/** @import { Write } from "../../pkg/catchup.js" */
/** @import { Entry } from "../../www/disks/format.js" */
/** @import { StorageArea } from "../../www/disks/storage.js" */

/**
 * @typedef {object} Faults What goes wrong.
 * @property {number} [failAt] The number of the change that throws, from 0.
 * @property {boolean} [forever] Whether all changes after it throw as well.
 * @property {number} [quota] How many characters fit, keys and values together.
 */

/**
 * @typedef {object} FakeStorage A `localStorage` in memory.
 * @property {number} changes How many changes were asked for.
 * @property {number} reads How many values were asked for.
 * @property {() => Record<string, string>} content Everything in it, sorted by key.
 */

/**
 * Makes a storage.
 * @param {Record<string, string>} [content] What lies in it.
 * @param {Faults} [faults] What goes wrong.
 * @returns {StorageArea & FakeStorage} The storage.
 */
export function fakeStorage(content = {}, { failAt = Infinity, forever = false, quota = Infinity } = {}) {
  const map = new Map(Object.entries(content));
  const size = () => [...map].reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  /** @param {number} growth By how many characters the content grows. */
  const change = (growth) => {
    const number = storage.changes++;
    if (number === failAt || (forever && number > failAt)) throw new Error("the disk is gone");
    if (growth > 0 && quota < Infinity && size() + growth > quota) throw new DOMException("no room", "QuotaExceededError");
  };
  const storage = {
    changes: 0,
    reads: 0,
    content: () => Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1))),
    get length() {
      return map.size;
    },
    /** @param {number} position Which key, from 0. */
    key: (position) => [...map.keys()][position] ?? null,
    /** @param {string} key The key. */
    getItem(key) {
      storage.reads++;
      return map.get(key) ?? null;
    },
    /** @param {string} key The key. @param {string} value The value. */
    setItem(key, value) {
      const old = map.get(key);
      change(old === undefined ? key.length + value.length : value.length - old.length);
      map.set(key, value);
    },
    /** @param {string} key The key. */
    removeItem(key) {
      change(0);
      map.delete(key);
    },
  };
  return storage;
}

initSync({ module: readFileSync(new URL("../../pkg/catchup_bg.wasm", import.meta.url)) });
setSpeaker({ say });

/** What the simulation knows of disks. */
export const checks = { entryFault: entry_fault, isName: is_name, limits: catalog().limits };

/**
 * Makes entries of one term.
 * @param {string} keys A letter for each entry: `abc` makes `set a 1`, `set b 2`, `set c 3`.
 * @param {number} [term] Their term.
 * @returns {Entry[]} The entries.
 */
export function entriesOf(keys, term = 0) {
  return [...keys].map((key, position) => ({ term, command: `set ${key} ${position + 1}` }));
}

/**
 * Makes a write.
 * @param {string} server The server's name.
 * @param {Partial<Write>} changes What it does; by default nothing, on an empty disk without a term.
 * @returns {Write} The write.
 */
export function writeOf(server, changes) {
  return { server, term: 0, voted_for: null, keep: 0, append: [], damage: [], ...changes };
}

/**
 * Reads a room that is there.
 * @param {StorageArea} storage Where the disks are.
 * @param {string} [room] The room's name.
 * @returns {import("../../www/disks/reading.js").Room} The room.
 */
export function readBack(storage, room = "sandbox") {
  const found = readRoom(storage, room, checks);
  if (found === null) throw new Error(`nobody is registered in ${room}`);
  return found;
}

/**
 * What one server's disk was found to be.
 * @param {StorageArea} storage Where the disks are.
 * @param {string} [name] The server's name.
 * @returns {import("../../www/disks/reading.js").ServerDisk} Its disk.
 */
export function diskBack(storage, name = "dick") {
  const found = readBack(storage).servers.find((server) => server.name === name);
  if (!found) throw new Error(`${name} is not registered`);
  return found;
}

/**
 * Random numbers that are the same each time (mulberry32).
 * @param {number} seed Any number.
 * @returns {(limit: number) => number} Gives a whole number from 0 up to, not including, the limit.
 */
export function seededRandom(seed) {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}
