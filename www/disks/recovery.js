// Makes a disk and the simulation agree again, after somebody changed the disk by hand or it was found damaged.
//
// The simulation follows the disk, by ordinary actions that the run records. The disk follows the person's choice:
// keep the good part, take what can be read as it is, or wipe it. reading.js finds out what lies there.

import { rewriteServer } from "./writing.js";
import { describe, keysOf, readDisk, readRegistry } from "./reading.js";
import { hardStateText, roomKeys } from "./format.js";

/** @import { Entry, HardState } from "./format.js" */
/** @import { Checks, DiskFault, Reading } from "./reading.js" */
/** @import { Failure, StorageArea } from "./storage.js" */

/** Stands for an entry of which nothing is known but that it can't be read, where a text has to stand. */
const UNKNOWN_TEXT = "0 delete unreadable";

/**
 * Compares a disk with what the simulation thinks it holds.
 * @param {StorageArea} storage Where the disks are.
 * @param {string} room The room's name, without a slash.
 * @param {string} server The server's name.
 * @param {readonly Entry[]} entries The log that the simulation has on this disk.
 * @param {readonly number[]} damaged Indexes of the entries that the simulation takes for unreadable.
 * @param {Checks} checks What the simulation knows of disks.
 * @param {HardState | null} [known] The term and the vote that the simulation has on this disk; null when they are not to be compared.
 * @returns {{lines: string[], fault: DiskFault | null}} The actions that make the simulation agree, the fewest there are: at most one `wipe` or `keep`, then `disk` lines, then `damage` lines, then at most one `term`. The storage holds their outcome already, so what their frames say is not to be written. And what is wrong with the disk, null when nothing is.
 */
export function compareServer(storage, room, server, entries, damaged, checks, known = null) {
  const keys = roomKeys(storage, room);
  const registry = readRegistry(storage, room, keys, checks)?.names ?? [];
  const reading = readDisk(storage, keysOf(server, keys), checks, registry);
  const target = targetOf(reading, entries, checks.limits.entries);
  const unreadable = new Set(damaged);
  const differs = entries.findIndex((entry, position) => {
    const slot = target[position];
    if (slot?.damaged) return false;
    return slot?.text !== textOf(entry) || unreadable.has(position + 1);
  });
  const keep = differs === -1 ? entries.length : differs;
  const lines = [];
  // A disk of which only the term is left is not a wiped one: the server has not forgotten in which term it is.
  const isEmpty = target.length === 0 && (known === null || reading.hardState?.term === 0);
  if (isEmpty && (entries.length > 0 || (known?.term ?? 0) > 0)) lines.push(`wipe ${server}`);
  else if (keep < entries.length) lines.push(`keep ${server} ${keep}`);
  for (const slot of target.slice(keep)) lines.push(`disk ${server} ${slot.text}`);
  target.forEach((slot, position) => {
    const wasKnown = position < keep && unreadable.has(position + 1);
    if (slot.damaged && !wasKnown) lines.push(`damage ${server} ${position + 1}`);
  });
  if (known && reading.hardState && !isEmpty) lines.push(...termLine(server, known, reading.hardState, entries.slice(0, keep), target));
  return { lines, fault: describe(server, reading, checks).fault };
}

/**
 * The action that sets the term which lies on a disk, where the simulation would not have it by itself. A term below
 * the entries' counts as the highest of them, and whoever gets into a later term has voted for nobody in it.
 * @param {string} server The server's name.
 * @param {HardState} known What the simulation has on the disk.
 * @param {HardState} found What lies there.
 * @param {readonly Entry[]} kept The entries that the simulation keeps.
 * @param {readonly {text: string}[]} target All that it will have.
 * @returns {string[]} One line, or none.
 */
function termLine(server, known, found, kept, target) {
  const terms = target.map((slot) => Number.parseInt(slot.text, 10));
  const highest = Math.max(0, ...terms);
  const added = Math.max(0, ...terms.slice(kept.length));
  const will = added > known.term ? { term: added, voted_for: null } : known;
  const shall = highest > found.term ? { term: highest, voted_for: null } : found;
  return hardStateText(will) === hardStateText(shall) ? [] : [`term ${server} ${hardStateText(shall)}`];
}

/**
 * Mends a disk as a person chose, with checksums that fit again. Only the chosen entries are left of it.
 * @param {StorageArea} storage Where the disks are.
 * @param {string} room The room's name, without a slash.
 * @param {string} server The server's name.
 * @param {"keep" | "take" | "wipe"} how Keep the good part, take what can be read as it is, or wipe it.
 * @param {Checks} checks What the simulation knows of disks.
 * @returns {{term: number, entries: Entry[], failure: Failure | null}} The disk that it shall be, and why it could not be written; null when it was.
 */
export function repair(storage, room, server, how, checks) {
  const keys = roomKeys(storage, room);
  const registry = readRegistry(storage, room, keys, checks)?.names ?? [];
  const found = describe(server, readDisk(storage, keysOf(server, keys), checks, registry), checks);
  const entries = { keep: found.entries, take: found.fault?.entries ?? found.entries, wipe: [] }[how];
  const term = how === "wipe" ? 0 : found.term;
  if (!registry.includes(server)) registry.push(server);
  const votedFor = how === "wipe" ? null : (found.voted_for ?? null);
  const failure = rewriteServer(storage, room, registry, { name: server, term, voted_for: votedFor, entries });
  return { term, entries, failure };
}

/**
 * The actions that mend a disk which only the simulation has.
 * @param {import("../../pkg/catchup.js").ServerFrame} server The server, which is down.
 * @param {"keep" | "take" | "wipe"} how What was chosen.
 * @returns {string[]} Action lines.
 */
export function linesToMend({ name, log, damaged: [first] }, how) {
  if (how === "wipe") return [`wipe ${name}`];
  // What was wrong was no entry, and the simulation has nothing of it.
  if (first === undefined) return [];
  const good = first - 1;
  const taken = how === "take" ? log.slice(good).map((entry) => `disk ${name} ${entry.term} ${entry.command}`) : [];
  return [`keep ${name} ${good}`, ...taken];
}

/**
 * What the simulation should have on a disk. Where an entry can't be trusted, its place holds what is legible, or what
 * the simulation knew of it, since any text does under a mark of damage. It ends with a gap at the end of what the simulation knows: how
 * much is missing there is anybody's guess, so one entry stands for it, and what lies beyond has no place yet.
 * @param {Reading} reading Everything in the server's folder.
 * @param {readonly Entry[]} entries The log that the simulation has.
 * @param {number} limit How many entries a log can hold.
 * @returns {{text: string, damaged: boolean}[]} Entries from index 1 on.
 */
function targetOf({ slots, last }, entries, limit) {
  const target = [];
  for (let index = 1; index <= Math.min(last, limit); index++) {
    const slot = slots.get(index);
    const known = entries[index - 1];
    if (slot?.fault === null) target.push({ text: slot.text, damaged: false });
    else target.push({ text: slot?.entry ? slot.text : known ? textOf(known) : UNKNOWN_TEXT, damaged: true });
    if (!slot && index >= entries.length) break;
  }
  return target;
}

/**
 * @param {Entry} entry An entry.
 * @returns {string} `TERM COMMAND`.
 */
function textOf({ term, command }) {
  return `${term} ${command}`;
}
