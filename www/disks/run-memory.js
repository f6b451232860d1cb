// What the page remembers of a room's run, to show it again as it was left: after a reload, a visit on another day, or a
// browser that was killed. It is written with each act, since phones end pages without a word.
//
//     catchup/run/ROOM        the run's text, up to its moment 99
//     catchup/run/ROOM/100    the text of the moments 100 to 199, and so on
//     catchup/run/ROOM/at     the moment that was shown, a blank, and the tip: the moment whose disks lie in the room
//
// So an act rewrites one part, however long the run is, and moving about in it none. A write can stop at any key: parts go
// from the last one down and come from the first one up, which leaves the beginning of a run at every point between.

/** @import { StorageArea } from "./storage.js" */

/** @typedef {{text: string, moment: number, tip: number}} PastRun A run's text, the moment that was shown, and the furthest visited since the last act. */

/** @typedef {{parts: readonly string[], moment: number, tip: number}} RunInParts The same with the text in parts of `PART_MOMENTS` moments each. A part that did not change is the same text. */

/** How many moments a part of the text has. */
export const PART_MOMENTS = 100;

/** How long a run may be that is remembered, in characters: as long as a text may be. */
const TEXT_LIMIT = 1_000_000;

/**
 * Reads what is remembered of a room.
 * @param {StorageArea} storage Where it is.
 * @param {string} room The room's name.
 * @returns {PastRun | null} The run, unchecked; null when none is known.
 */
export function readRun(storage, room) {
  const parts = readParts(storage, room);
  if (parts.length === 0) return null;
  const stored = parts.join("");
  // The page used to keep the moment on the first line.
  const [, first, rest] = /^(\d+)\n(.*)$/s.exec(stored) ?? [];
  const [moment = "0", tip = moment] = (storage.getItem(atKey(room)) ?? first ?? "0").split(" ");
  return { text: rest ?? stored, moment: Number(moment) || 0, tip: Number(tip) || 0 };
}

/**
 * Makes what remembers one room's run. It writes no more than has changed.
 * @param {StorageArea} storage Where to.
 * @param {string} room The room's name.
 * @returns {{write: (run: RunInParts | null) => void, forget: () => boolean}} `write` remembers a run, or forgets it for null; `forget` makes room for what matters more, and says whether there was anything to forget. What fails is forgotten: the disks are what was promised.
 */
export function createRunMemory(storage, room) {
  /** What is remembered; undefined before anything was looked up. */
  let kept = /** @type {readonly string[] | undefined} */ (undefined);
  let at = "";

  /** @returns {readonly string[]} What is remembered. Parts beyond a gap that somebody made are removed, lest they follow what is written into it. */
  function lookUp() {
    const parts = readParts(storage, room);
    for (const key of partKeys(storage, room)) if (placeOf(key, room) >= parts.length) storage.removeItem(key);
    return parts;
  }

  /** @param {RunInParts} run The run. */
  function put({ parts, moment, tip }) {
    if (parts !== kept) {
      const before = (kept ??= lookUp());
      let same = 0;
      while (same < parts.length && parts[same] === before[same]) same++;
      for (let place = before.length - 1; place > same || place >= parts.length; place--) storage.removeItem(partKey(room, place));
      for (let place = same; place < parts.length; place++) storage.setItem(partKey(room, place), parts[place] ?? "");
      kept = parts;
    }
    const now = `${moment} ${tip}`;
    if (now !== at) storage.setItem(atKey(room), now);
    at = now;
  }

  /** @returns {boolean} Whether there was anything. */
  function forget() {
    if (kept?.length === 0) return false;
    try {
      const keys = partKeys(storage, room).sort((one, other) => placeOf(other, room) - placeOf(one, room));
      for (const key of [...keys, atKey(room)]) storage.removeItem(key);
      kept = [];
      at = "";
      return keys.length > 0;
    } catch {
      return false;
    }
  }

  return {
    write(run) {
      if (run === null || run.parts.reduce((sum, part) => sum + part.length, 0) > TEXT_LIMIT) return void forget();
      try {
        put(run);
      } catch {
        kept = undefined;
        forget();
      }
    },
    forget,
  };
}

/**
 * @param {StorageArea} storage Where to look.
 * @param {string} room A room's name.
 * @returns {string[]} The parts of its run's text, up to a gap; none when no run is remembered.
 */
function readParts(storage, room) {
  const parts = [];
  for (let part; (part = storage.getItem(partKey(room, parts.length))) !== null; ) parts.push(part);
  return parts;
}

/**
 * @param {StorageArea} storage Where to look.
 * @param {string} room A room's name.
 * @returns {string[]} The keys of all parts that lie there, in the storage's order, which means nothing.
 */
function partKeys(storage, room) {
  const keys = [];
  for (let position = 0; position < storage.length; position++) {
    const key = storage.key(position);
    if (key !== null && placeOf(key, room) >= 0) keys.push(key);
  }
  return keys;
}

/**
 * @param {string} room A room's name.
 * @param {number} place Which part of its run's text, from 0.
 * @returns {string} The key.
 */
function partKey(room, place) {
  return place === 0 ? `catchup/run/${room}` : `catchup/run/${room}/${place * PART_MOMENTS}`;
}

/**
 * @param {string} key A key.
 * @param {string} room A room's name.
 * @returns {number} Which part of its run's text lies there; -1 for none.
 */
function placeOf(key, room) {
  if (key === partKey(room, 0)) return 0;
  const first = key.startsWith(`catchup/run/${room}/`) ? Number(key.slice(`catchup/run/${room}/`.length)) : 0;
  const place = first / PART_MOMENTS;
  return place > 0 && Number.isInteger(place) && key === partKey(room, place) ? place : -1;
}

/** @param {string} room A room's name. @returns {string} The key of where it stood. */
function atKey(room) {
  return `catchup/run/${room}/at`;
}
