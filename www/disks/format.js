// The format of the servers' disks in the browser's storage: keys and checksums.
//
//     catchup/1/ROOM/=registry          names, separated by blanks, in order of registration
//     catchup/1/ROOM/=protocol          the protocol's name
//     catchup/1/ROOM/=voters            who votes at the start, separated by blanks; no key where nobody votes
//     catchup/1/ROOM/=without           the rules that are switched off, separated by blanks; no key where there are none to switch
//     catchup/1/ROOM/SERVER/=term       the current term, and whom the server voted for in it if anybody; no key where it is 0
//     catchup/1/ROOM/SERVER/00000001    CHECKSUM TERM COMMAND
//
// Each entry has a key of its own, so that an append costs the same however long the log is. writing.js writes this,
// recovery.js reads it, and docs/disks.md tells people who want to edit it by hand.
//
// Left out: a stored length, since two keys that must change together can be torn apart.

/** The version of the format: the second part of every key. */
export const VERSION = "1";

/** What the first entry's checksum builds on, in place of a checksum before it. */
export const FIRST_CHECKSUM = "00000000";

/** Stands in the place of a checksum on an entry that was made unreadable. It is no number, so it fits no text. */
export const DAMAGE_MARK = "damaged!";

/** @typedef {{term: number, voted_for: string | null}} HardState A current term, 0 for none, and whom the server voted for in it, null for nobody. */

/**
 * What lies in a room beside the disks, for the whole cluster.
 * @typedef {object} Head
 * @property {readonly string[]} registry Who is registered, in order.
 * @property {string} protocol The protocol's name.
 * @property {readonly string[] | null} [voters] Who votes at the start; null where nobody votes.
 * @property {readonly string[] | null} [without] The rules that are switched off; null where the protocol has none to switch.
 */

/** @typedef {{term: number, command: string}} Entry An entry without its index, which its key tells. */

/** @import { StorageArea } from "./storage.js" */

/**
 * @typedef {object} RoomKey One key of a room, taken apart.
 * @property {string} key The whole key.
 * @property {string} version The version of the format, as digits.
 * @property {string | null} server The folder's name; null for a key of the room itself.
 * @property {string} name What follows the folder: `00000001`, `=term`, `=registry`, or anything that somebody wrote.
 */

/**
 * Lists a room's keys in every version of the format. It looks at all keys there are instead of asking for 1, 2, 3 …,
 * so that an entry beyond a gap is found, too.
 * @param {StorageArea} storage Where the disks are.
 * @param {string} room The room's name, without a slash.
 * @returns {RoomKey[]} In the storage's order, which means nothing.
 */
export function roomKeys(storage, room) {
  const found = [];
  for (let position = 0; position < storage.length; position++) {
    const key = storage.key(position);
    if (key === null || !key.startsWith("catchup/")) continue;
    const [, version = "", place, ...rest] = key.split("/");
    if (place !== room || rest.length === 0 || !/^[0-9]+$/.test(version)) continue;
    const server = rest.length === 1 ? null : /** @type {string} */ (rest.shift());
    found.push({ key, version, server, name: rest.join("/") });
  }
  return found;
}

/**
 * A key of the room itself.
 * @param {string} room The room's name, without a slash.
 * @param {"=registry" | "=protocol" | "=voters" | "=without"} name What it holds.
 * @returns {string} The key.
 */
export function roomKey(room, name) {
  return `catchup/${VERSION}/${room}/${name}`;
}

/**
 * What all keys on a server's disk begin with.
 * @param {string} room The room's name, without a slash.
 * @param {string} server The server's name.
 * @returns {string} The folder, with a slash at its end.
 */
export function serverFolder(room, server) {
  return `catchup/${VERSION}/${room}/${server}/`;
}

/**
 * The key of something on a server's disk.
 * @param {string} folder The server's folder.
 * @param {number | "=term"} what An entry's index, or the current term.
 * @returns {string} The key.
 */
export function serverKey(folder, what) {
  return folder + (typeof what === "number" ? String(what).padStart(8, "0") : what);
}

/**
 * What lies under `=term`: one value, so that a term and the vote in it can't be torn apart.
 * @param {HardState} state The term and the vote.
 * @returns {string} `3`, or `3 dick`.
 */
export function hardStateText({ term, voted_for }) {
  return voted_for === null ? String(term) : `${term} ${voted_for}`;
}

/**
 * Splits what lies under an entry's key.
 * @param {string} value The value.
 * @returns {{sum: string | null, text: string}} What stands in the place of the checksum, and `TERM COMMAND`. When nothing stands there, the text is the whole value.
 */
export function splitValue(value) {
  const sum = value.slice(0, FIRST_CHECKSUM.length);
  const split = /^\S{8}$/.test(sum) && value[sum.length] === " ";
  return split ? { sum, text: value.slice(sum.length + 1) } : { sum: null, text: value };
}

/**
 * The checksum of an entry. It builds on the checksum before it, so that an entry which was exchanged, repeated or
 * left out shows as well as one that was altered. It guards against accidents, not against people.
 * @param {string} previous The checksum of the entry before; `FIRST_CHECKSUM` for the first.
 * @param {string} text `TERM COMMAND`.
 * @returns {string} 8 lower-case hex digits.
 */
export function checksum(previous, text) {
  const sum = crc32(`${previous} ${text}`);
  return `${HEX[sum >>> 24]}${HEX[(sum >>> 16) & 0xff]}${HEX[(sum >>> 8) & 0xff]}${HEX[sum & 0xff]}`;
}

/** Each byte in two hex digits: browsers spell a number of 32 bits as slowly as one with a fraction. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** CRC-32 of each byte, with the polynomial that zip and PNG use, bits reversed. Signed, as numbers of 32 bits are cheapest. */
const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/**
 * CRC-32 of a text in UTF-8. The bytes are made here, one character at a time, since a TextEncoder's array for each
 * entry costs more than the sum itself. Half a surrogate pair counts as U+FFFD, as a TextEncoder has it.
 * @param {string} text Any text.
 * @returns {number} An unsigned 32-bit number.
 */
export function crc32(text) {
  let crc = -1;
  for (let position = 0; position < text.length; position++) {
    let code = /** @type {number} */ (text.codePointAt(position));
    if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd;
    if (code < 0x80) {
      crc = withByte(crc, code);
      continue;
    }
    if (code < 0x800) {
      crc = withByte(crc, 0xc0 | (code >> 6));
    } else if (code < 0x10000) {
      crc = withByte(crc, 0xe0 | (code >> 12));
      crc = withByte(crc, 0x80 | ((code >> 6) & 0x3f));
    } else {
      position++;
      crc = withByte(crc, 0xf0 | (code >> 18));
      crc = withByte(crc, 0x80 | ((code >> 12) & 0x3f));
      crc = withByte(crc, 0x80 | ((code >> 6) & 0x3f));
    }
    crc = withByte(crc, 0x80 | (code & 0x3f));
  }
  return ~crc >>> 0;
}

/**
 * @param {number} crc The sum of the bytes before, as it stands on the way.
 * @param {number} byte The next byte.
 * @returns {number} The sum with it.
 */
function withByte(crc, byte) {
  return (crc >>> 8) ^ /** @type {number} */ (CRC_TABLE[(crc ^ byte) & 0xff]);
}
