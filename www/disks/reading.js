// Reads the servers' disks from the browser's storage, as they were left: by a write that was cut short, by a
// person with the browser's tools, or by another version of this page.
//
// Nothing is mended on the way: a disk with a fault is described, and recovery.js does with it what the person
// chooses. format.js tells what lies where.
//
// An entry is damaged when its checksum does not fit what it holds and the checksum before it. The entry after a
// damaged or missing one can't be checked so, because what its checksum builds on can't be trusted; it is then
// taken by its text alone.

import { DAMAGE_MARK, FIRST_CHECKSUM, VERSION, checksum, roomKey, roomKeys, splitValue } from "./format.js";
import { quoted, say } from "../words/say.js";

/** @import { Limits } from "../../pkg/catchup.js" */
/** @import { Entry, HardState, RoomKey } from "./format.js" */
/** @import { StorageArea } from "./storage.js" */

/** @typedef {(text: string, registry: string) => string | undefined} EntryFault Says what was expected instead of a text that should be `TERM OPERATION`, where these servers are registered; undefined when it is a valid entry. */

/**
 * @typedef {object} Checks What only the simulation knows: what a disk and a registry can hold.
 * @property {EntryFault} entryFault Checks an entry's text.
 * @property {(word: string) => boolean} isName Whether a word can be a server's name.
 * @property {Limits} limits How many servers and entries there can be.
 */

/**
 * @typedef {object} DiskFault What is wrong with a disk.
 * @property {string} says "entry 3 is damaged: …"
 * @property {number} good How many entries before the fault can be trusted.
 * @property {boolean} readable Whether there is more that can be read, so that the disk can be taken as it is.
 * @property {Entry[]} entries What it would hold then: all that can be read, in order, gaps closed.
 */

/**
 * @typedef {object} ServerDisk A server's disk as it was found.
 * @property {string} name The server's name.
 * @property {number} term Its current term, 0 for none. The highest of its entries' where that can't be read.
 * @property {string | null} [voted_for] Whom it voted for in that term; null for nobody.
 * @property {Entry[]} entries Its log; with a fault, the good part of it.
 * @property {DiskFault | null} fault Null when all is well.
 */

/**
 * @typedef {object} Room A room as it was found.
 * @property {string[]} registry The names that are registered, in order.
 * @property {string | null} protocol The protocol's name, unchecked; null when none is stored.
 * @property {string[] | null} voters Who votes at the start, of those that are registered; null when nobody is named.
 * @property {string[] | null} without The rules that are switched off, unchecked; null when nothing is stored.
 * @property {ServerDisk[]} servers The disks of those that are registered, in order. Nothing reads the folders of others.
 * @property {string | null} fault What is wrong with the registry or the voters, null when nothing is. What can't be a name is left out of `registry`, and who is not registered of `voters`.
 */

/**
 * Reads a room.
 * @param {StorageArea} storage Where the disks are.
 * @param {string} room The room's name, without a slash.
 * @param {Checks} checks What the simulation knows.
 * @returns {Room | null} Null when nobody registered in this room, in whichever version of the format.
 */
export function readRoom(storage, room, checks) {
  const keys = roomKeys(storage, room);
  const found = readRegistry(storage, room, keys, checks);
  if (found === null) return null;
  const { names: registry, fault } = found;
  /** @param {string} name A server's name. */
  const disk = (name) => readDisk(storage, keysOf(name, keys), checks, registry);
  const servers = registry.map((name) => describe(name, disk(name), checks));
  const [voters, stranger] = readVoters(storage, room, registry);
  const without = storage.getItem(roomKey(room, "=without"));
  return {
    registry, protocol: storage.getItem(roomKey(room, "=protocol")), voters, without: without === null ? null : wordsOf(without),
    servers, fault: fault ?? stranger,
  };
}

/**
 * @param {StorageArea} storage Where the disks are.
 * @param {string} room The room's name.
 * @param {readonly string[]} registry Who is registered.
 * @returns {[voters: string[] | null, fault: string | null]} Who votes at the start, and who is named though not registered.
 */
function readVoters(storage, room, registry) {
  const named = wordsOf(storage.getItem(roomKey(room, "=voters")) ?? "");
  const stranger = named.find((name) => !registry.includes(name));
  const voters = registry.filter((name) => named.includes(name));
  const fault = stranger === undefined ? null : say("disk-voters-list-stranger", { name: quoted(stranger) });
  return [voters.length === 0 ? null : voters, fault];
}

/**
 * @param {string} value Words, separated by blanks.
 * @returns {string[]} Each of them once.
 */
function wordsOf(value) {
  return [...new Set(value.split(/\s+/).filter((word) => word !== ""))];
}

/**
 * @typedef {object} Slot One entry's place.
 * @property {string} text What lies there, without its checksum.
 * @property {Entry | null} entry The same as an entry; null when it isn't one.
 * @property {string | null} fault Why it can't be trusted; null when it can.
 */

/**
 * @typedef {object} Reading Everything in a server's folder.
 * @property {HardState | null} hardState The current term and the vote in it; null when they can't be read.
 * @property {Map<number, Slot>} slots What lies at each index, ascending.
 * @property {number} last The highest of these indexes; 0 when there is none.
 * @property {number} good How many entries from the first on can be trusted.
 * @property {string | null} fault What is wrong first of all; null when nothing is.
 */

/**
 * @param {StorageArea} storage Where the disks are.
 * @param {readonly RoomKey[]} keys The keys of the server's folder, of every version.
 * @param {Checks} checks What the simulation knows.
 * @param {readonly string[]} registry The names that are registered, in order.
 * @returns {Reading} What they hold.
 */
export function readDisk(storage, keys, { entryFault, limits }, registry) {
  const names = registry.join(" ");
  /** @param {string} text What should be an entry. */
  const check = (text) => entryFault(text, names);
  /** @type {Map<number, Slot>} */
  const slots = new Map();
  const ours = keys.filter((one) => one.version === VERSION);
  const isEntry = (/** @type {RoomKey} */ one) => /^[0-9]{8}$/.test(one.name) && one.name !== "00000000";
  const faults = [sayForeign(keys.find((one) => one.version !== VERSION))];
  let good = null;
  let previous = /** @type {string | null} */ (FIRST_CHECKSUM);
  let last = 0;
  for (const { key, name } of ours.filter(isEntry).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const index = Number(name);
    const missing = sayMissing(last + 1, index);
    const slot = readSlot(index, storage.getItem(key) ?? "", missing ? null : previous, check);
    if (index > limits.entries) slot.fault ??= say("disk-entry-too-many", { index, limit: limits.entries });
    previous = slot.fault ? null : slot.sum;
    slots.set(index, slot);
    if (missing || slot.fault) good ??= last;
    faults.push(missing, slot.fault);
    last = index;
  }
  const strange = ours.find((one) => !isEntry(one) && one.name !== "=term");
  if (strange) faults.push(say("disk-strange-key", { name: quoted(strange.name) }));
  const hardState = readHardState(storage, ours, check, registry);
  if (hardState === null) faults.push(say("disk-term-unreadable"));
  return { hardState, slots, last, good: good ?? last, fault: faults.find((fault) => fault !== null) ?? null };
}

/**
 * @param {number} index The entry's index.
 * @param {string} value What lies under its key.
 * @param {string | null} previous The checksum before it; null when that can't be trusted.
 * @param {(text: string) => string | undefined} entryFault Checks an entry's text.
 * @returns {Slot & {sum: string}} The entry's place, and its checksum.
 */
function readSlot(index, value, previous, entryFault) {
  const { sum, text } = splitValue(value);
  const fits = checksum(previous ?? "", text);
  const expected = expectedEntry(text, entryFault);
  let fault = null;
  if (sum === DAMAGE_MARK) fault = say("disk-entry-marked", { index });
  else if (sum === null || !/^[0-9a-f]{8}$/.test(sum)) fault = say("disk-entry-without-checksum", { index, text: quoted(value) });
  else if (previous !== null && sum !== fits) fault = say("disk-entry-mismatch", { index, found: sum, fits, before: index - 1 });
  else if (expected !== null) fault = say("disk-entry-expected", { index, text: quoted(text), expected });
  const blank = text.indexOf(" ");
  const entry = expected === null ? { term: Number(text.slice(0, blank)), command: text.slice(blank + 1) } : null;
  return { text, entry, fault, sum: sum ?? "" };
}

/**
 * @param {string} text What should be `TERM COMMAND`.
 * @param {(text: string) => string | undefined} entryFault Checks an entry's text.
 * @returns {string | null} What was expected instead; null when it is an entry.
 */
function expectedEntry(text, entryFault) {
  if (/\p{Surrogate}/u.test(text)) return say("disk-expected-whole-characters");
  if (text.includes("\n")) return say("disk-expected-one-line");
  // A number has one spelling here, so that an entry that was read is written again as it was.
  if (!/^(0|[1-9][0-9]*) \S/.test(text)) return say("disk-expected-entry");
  return entryFault(text) ?? null;
}

/**
 * Reads `=term`. A term is one that an entry could have, so the simulation says which there are.
 * @param {StorageArea} storage Where the disks are.
 * @param {readonly RoomKey[]} keys The keys of the server's folder.
 * @param {(text: string) => string | undefined} entryFault Checks an entry's text.
 * @param {readonly string[]} registry The names that are registered.
 * @returns {HardState | null} Term 0 when none is stored; null when it can't be read.
 */
function readHardState(storage, keys, entryFault, registry) {
  const key = keys.find((one) => one.name === "=term")?.key;
  const value = key === undefined ? null : storage.getItem(key);
  if (value === null) return { term: 0, voted_for: null };
  const [term = "", votedFor = null, ...more] = value.split(" ");
  const isKnown = votedFor === null || registry.includes(votedFor);
  const isTerm = /^(0|[1-9][0-9]*)$/.test(term) && entryFault(`${term} delete a`) === undefined;
  return isTerm && isKnown && more.length === 0 ? { term: Number(term), voted_for: votedFor } : null;
}

/**
 * @param {string} name The server's name.
 * @param {Reading} reading Everything in its folder.
 * @param {Checks} checks What the simulation knows.
 * @returns {ServerDisk} What of it can be used, and what is wrong.
 */
export function describe(name, { slots, good, fault, hardState }, { limits }) {
  const readable = [...slots.values()].flatMap((slot) => slot.entry ?? []).slice(0, limits.entries);
  const highest = readable.reduce((highest, entry) => Math.max(highest, entry.term), 0);
  const entries = readable.slice(0, good);
  const disk = { name, ...(hardState ?? { term: highest, voted_for: null }), entries };
  if (fault === null) return { ...disk, fault };
  return { ...disk, fault: { says: fault, good, readable: readable.length > good, entries: readable } };
}

/**
 * @param {StorageArea} storage Where the disks are.
 * @param {string} room The room's name.
 * @param {readonly RoomKey[]} keys All keys of the room.
 * @param {Checks} checks What the simulation knows.
 * @returns {{names: string[], fault: string | null} | null} The names that can be names, and what is wrong with the others. Null when there is no registry, in whichever version.
 */
export function readRegistry(storage, room, keys, checks) {
  const foreign = keys.find((one) => one.server === null && one.name === "=registry")?.key;
  const value = storage.getItem(roomKey(room, "=registry")) ?? (foreign ? storage.getItem(foreign) : null);
  if (value === null) return null;
  /** @type {string[]} */
  const names = [];
  let fault = null;
  for (const word of value.split(/\s+/).filter((word) => word !== "")) {
    const wrong = sayWrongName(word, names, checks);
    if (wrong === null) names.push(word);
    else fault ??= wrong;
  }
  return { names, fault };
}

/**
 * @param {string} word What the registry lists.
 * @param {readonly string[]} names The names before it.
 * @param {Checks} checks What the simulation knows.
 * @returns {string | null} A sentence why it can't be a server's name; null when it can.
 */
function sayWrongName(word, names, { isName, limits }) {
  const name = quoted(word);
  if (word === "client") return say("disk-registry-lists-client", { name });
  if (!isName(word)) return say("disk-registry-lists-no-name", { name });
  if (names.includes(word)) return say("disk-registry-lists-twice", { name });
  if (names.length === limits.servers) return say("disk-registry-lists-too-many", { name, limit: limits.servers });
  return null;
}

/**
 * @param {string} server A server's name.
 * @param {readonly RoomKey[]} keys All keys of the room.
 * @returns {RoomKey[]} Those in its folder, in every version.
 */
export function keysOf(server, keys) {
  return keys.filter((one) => one.server === server);
}

/**
 * @param {RoomKey | undefined} foreign A key of another version; undefined when there is none.
 * @returns {string | null} What that means.
 */
function sayForeign(foreign) {
  if (!foreign) return null;
  return say("disk-foreign-format", { found: foreign.version.slice(0, 8), own: VERSION });
}

/**
 * @param {number} first The index that was expected next.
 * @param {number} found The index that came next.
 * @returns {string | null} What is missing; null when nothing is.
 */
function sayMissing(first, found) {
  return first === found ? null : say("disk-entries-missing", { count: found - first, first, last: found - 1, found });
}
