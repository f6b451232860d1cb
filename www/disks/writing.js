// Writes the servers' disks into the browser's storage. format.js tells what lies where.
//
// A write can stop half-way at any key: the storage is full, or the browser dies. So entries are removed from the
// highest index down and then appended upwards, which leaves a valid beginning of a log at every point between.
// What fails while the page lives is taken back.

import { DAMAGE_MARK, FIRST_CHECKSUM, VERSION, checksum, hardStateText, roomKey, roomKeys, serverFolder, serverKey, splitValue } from "./format.js";
import { carryOut } from "./storage.js";

/** @import { Write } from "../../pkg/catchup.js" */
/** @import { Entry, Head, RoomKey } from "./format.js" */
/** @import { Changes, Failure, StorageArea } from "./storage.js" */

/** @typedef {{name: string, term: number, voted_for?: string | null, entries: readonly Entry[]}} Disk A server's name, its current term (0 for none), whom it voted for in it if anybody, and its log. */

/**
 * Carries out what a frame says, all of it or nothing. The cost follows the number of changes, not the length of logs.
 *
 * A term that rises is written before the entries and one that falls after them, so that no entry ever lies on a
 * disk with a term above the disk's own. A rising term comes first for another reason, too: a server must not
 * answer in a term that it could forget. So it is with a vote, which lies beside the term.
 *
 * @param {StorageArea} storage Where the disks are.
 * @param {string} room The room's name, without a slash.
 * @param {readonly Write[]} writes What to change, as the frame has it.
 * @param {readonly string[] | null} [registry] All names that are to be registered, in order; null leaves the registry alone. The folder of a name that is struck off is removed.
 * @returns {Failure | null} Null when everything was written.
 */
export function write(storage, room, writes, registry = null) {
  return carryOut(storage, (changes) => {
    if (registry !== null) writeRegistry(changes, storage, room, registry);
    for (const one of writes) {
      changes.server = one.server;
      writeServer(changes, room, one);
    }
  });
}

/**
 * Makes the storage hold exactly this in a room, by the smallest difference. What else lay in the room goes: folders
 * of unregistered servers, keys of other versions of the format, and keys that mean nothing. The registry comes
 * last, so that a new room that was written only in part counts as absent.
 *
 * @param {StorageArea} storage Where the disks are.
 * @param {string} room The room's name, without a slash.
 * @param {Head} head What holds for the whole cluster. Voters and rules are written where there are any, even if these are all or none, so that a newcomer is no founder after a reload.
 * @param {readonly Disk[]} disks The disks of those that are registered. A server without one gets an empty disk.
 * @returns {Failure | null} Null when everything was written.
 */
export function writeRoom(storage, room, head, disks) {
  return carryOut(storage, (changes) => {
    const keys = roomKeys(storage, room);
    const heads = headValues(room, head);
    const names = new Set(disks.map((disk) => disk.name));
    const others = keys.filter((one) => (one.server === null ? !heads.has(one.key) : !names.has(one.server)));
    const rewrites = disks.map((disk) => planRewrite(storage, room, disk, keys));
    // Everything is removed before anything is added, so that the room which one disk gives up is there for another.
    removeAll(changes, others);
    for (const rewrite of rewrites) removeStale(changes, rewrite);
    for (const rewrite of rewrites) addMissing(changes, room, rewrite);
    changes.server = null;
    for (const [key, value] of heads) changes.set(key, value);
  });
}

/**
 * @param {string} room The room's name.
 * @param {Head} head What holds for the whole cluster.
 * @returns {Map<string, string>} What lies under which key, in order of writing.
 */
function headValues(room, { registry, protocol, voters = null, without = null }) {
  const values = new Map([[roomKey(room, "=protocol"), protocol]]);
  if (voters !== null) values.set(roomKey(room, "=voters"), voters.join(" "));
  if (without !== null) values.set(roomKey(room, "=without"), without.join(" "));
  return values.set(roomKey(room, "=registry"), registry.join(" "));
}

/**
 * Makes one server's folder hold exactly this, whatever lay there, in whichever version of the format.
 * @param {StorageArea} storage Where the disks are.
 * @param {string} room The room's name, without a slash.
 * @param {readonly string[]} registry All names that are registered, in order.
 * @param {Disk} disk The disk that it shall have.
 * @returns {Failure | null} Null when everything was written.
 */
export function rewriteServer(storage, room, registry, disk) {
  return carryOut(storage, (changes) => {
    const rewrite = planRewrite(storage, room, disk, roomKeys(storage, room));
    removeStale(changes, rewrite);
    addMissing(changes, room, rewrite);
    changes.server = null;
    changes.set(roomKey(room, "=registry"), registry.join(" "));
  });
}

/**
 * Registers before anything is written to a new server's disk, so that no disk lies there without an owner.
 * @param {Changes} changes Where to write.
 * @param {StorageArea} storage Where to look for the folders of names that are struck off.
 * @param {string} room The room's name.
 * @param {readonly string[]} names All that shall be registered.
 */
function writeRegistry(changes, storage, room, names) {
  const key = roomKey(room, "=registry");
  const old = changes.get(key);
  if (old === names.join(" ")) return;
  const gone = new Set((old ?? "").split(" ").filter((name) => name !== "" && !names.includes(name)));
  if (gone.size > 0) removeAll(changes, roomKeys(storage, room).filter((one) => one.server !== null && gone.has(one.server)));
  changes.set(key, names.join(" "));
}

/**
 * @param {Changes} changes Where to write.
 * @param {string} room The room's name.
 * @param {Write} one What to change on a server's disk.
 */
function writeServer(changes, room, { server, term, voted_for, keep, append, damage }) {
  const folder = serverFolder(room, server);
  const termKey = serverKey(folder, "=term");
  const stored = changes.get(termKey);
  const text = hardStateText({ term, voted_for });
  const falls = term < Number.parseInt(stored ?? "0", 10);
  if (term > 0 && !falls) changes.set(termKey, text, stored);
  let last = keep;
  while (changes.get(serverKey(folder, last + 1)) !== null) last++;
  for (; last > keep; last--) changes.remove(serverKey(folder, last));
  appendEntries(changes, folder, keep, append);
  for (const index of damage) damageEntry(changes, serverKey(folder, index));
  if (term > 0 && falls) changes.set(termKey, text, stored);
  else if (term === 0 && stored !== null) changes.remove(termKey);
}

/**
 * Puts a mark in the place of an entry's checksum and leaves the rest legible, so that a person who looks at the
 * storage sees what happened. An entry that somebody took away can't be damaged any more.
 * @param {Changes} changes Where to write.
 * @param {string} key The entry's key.
 */
function damageEntry(changes, key) {
  const value = changes.get(key);
  if (value !== null) changes.set(key, `${DAMAGE_MARK} ${splitValue(value).text}`);
}

/**
 * @typedef {object} Rewrite How a server's folder gets from what it holds to what it shall hold.
 * @property {Disk} disk What it shall hold.
 * @property {number} keep How many entries lie there already as they shall be.
 * @property {RoomKey[]} stale What has to go.
 */

/**
 * @param {StorageArea} storage Where the disks are.
 * @param {string} room The room's name.
 * @param {Disk} disk What the server's folder shall hold.
 * @param {readonly RoomKey[]} keys All keys of the room.
 * @returns {Rewrite} The way there.
 */
function planRewrite(storage, room, disk, keys) {
  const folder = serverFolder(room, disk.name);
  const kept = new Set([serverKey(folder, "=term")]);
  let previous = FIRST_CHECKSUM;
  let keep = 0;
  for (const { term, command } of disk.entries) {
    const text = `${term} ${command}`;
    const key = serverKey(folder, keep + 1);
    previous = checksum(previous, text);
    if (storage.getItem(key) !== `${previous} ${text}`) break;
    kept.add(key);
    keep++;
  }
  return { disk, keep, stale: keys.filter((one) => one.server === disk.name && !kept.has(one.key)) };
}

/**
 * @param {Changes} changes Where to write.
 * @param {Rewrite} rewrite Whose stale keys to remove.
 */
function removeStale(changes, { disk, stale }) {
  changes.server = disk.name;
  removeAll(changes, stale);
}

/**
 * @param {Changes} changes Where to write.
 * @param {string} room The room's name.
 * @param {Rewrite} rewrite Whose missing entries to append, now that nothing stale is in their way.
 */
function addMissing(changes, room, { disk, keep }) {
  changes.server = disk.name;
  writeServer(changes, room, { server: disk.name, term: disk.term, voted_for: disk.voted_for ?? null, keep, append: disk.entries.slice(keep), damage: [] });
}

/**
 * Removes keys: entries first, from the highest index down, and then what is kept beside them, so that a log is cut
 * short before anything that describes it is gone.
 * @param {Changes} changes Where to write.
 * @param {readonly RoomKey[]} keys What to remove.
 */
function removeAll(changes, keys) {
  /** @param {RoomKey} one A key. */
  const isEntry = (one) => one.version === VERSION && /^[0-9]/.test(one.name);
  const sorted = keys.toSorted((a, b) => Number(isEntry(b)) - Number(isEntry(a)) || (a.key < b.key ? 1 : -1));
  for (const one of sorted) changes.remove(one.key);
}

/**
 * @param {Changes} changes Where to write.
 * @param {string} folder The server's folder.
 * @param {number} keep How many entries are there. Nothing lies at the index after them.
 * @param {readonly Entry[]} entries Those that follow.
 */
function appendEntries(changes, folder, keep, entries) {
  if (entries.length === 0) return;
  const last = keep === 0 ? null : changes.get(serverKey(folder, keep));
  // Where somebody took the entry before away there is nothing to build on. Reading will find the gap anyway.
  let previous = last === null ? FIRST_CHECKSUM : (splitValue(last).sum ?? FIRST_CHECKSUM);
  let index = keep;
  for (const { term, command } of entries) {
    const text = `${term} ${command}`;
    previous = checksum(previous, text);
    // What lies further on, beyond a gap that somebody made, is not known.
    const old = index === keep ? null : undefined;
    changes.set(serverKey(folder, ++index), `${previous} ${text}`, old);
  }
}
