// What the page remembers of a room's run, to show it again as it was left: after a reload, a visit on another day, or a
// browser that was killed. It is written with each act, since phones end pages without a word.
//
//     catchup/run/ROOM       the run's text
//     catchup/run/ROOM/at    the moment that was shown, a blank, and the tip: the moment whose disks lie in the room
//
// They are two keys, so that moving about in a long run does not write it anew.

/** @import { StorageArea } from "./storage.js" */

/** @typedef {{text: string, moment: number, tip: number}} PastRun A run's text, the moment that was shown, and the furthest visited since the last act. */

/** How long a run may be that is remembered, in characters: as long as a text may be. */
const TEXT_LIMIT = 1_000_000;

/**
 * Reads what is remembered of a room.
 * @param {StorageArea} storage Where it is.
 * @param {string} room The room's name.
 * @returns {PastRun | null} The run, unchecked; null when none is known.
 */
export function readRun(storage, room) {
  const stored = storage.getItem(textKey(room));
  if (stored === null) return null;
  // The page used to keep the moment on the first line.
  const [, first, rest] = /^(\d+)\n(.*)$/s.exec(stored) ?? [];
  const [moment = "0", tip = moment] = (storage.getItem(atKey(room)) ?? first ?? "0").split(" ");
  return { text: rest ?? stored, moment: Number(moment) || 0, tip: Number(tip) || 0 };
}

/**
 * Makes what remembers one room's run. It writes no more than has changed.
 * @param {StorageArea} storage Where to.
 * @param {string} room The room's name.
 * @returns {{write: (run: PastRun | null) => void, forget: () => boolean}} `write` remembers a run, or forgets it for null; `forget` makes room for what matters more, and says whether there was anything to forget. What fails is forgotten: the disks are what was promised.
 */
export function createRunMemory(storage, room) {
  /** What is remembered; undefined before anything was looked up. */
  let text = /** @type {string | null | undefined} */ (undefined);
  let at = "";

  /** @param {PastRun} run The run. */
  function put(run) {
    if (run.text !== text) {
      storage.removeItem(atKey(room));
      at = "";
      storage.setItem(textKey(room), run.text);
      text = run.text;
    }
    const now = `${run.moment} ${run.tip}`;
    if (now !== at) storage.setItem(atKey(room), now);
    at = now;
  }

  /** @returns {boolean} Whether there was anything. */
  function forget() {
    if (text === null) return false;
    try {
      const was = storage.getItem(textKey(room)) !== null;
      storage.removeItem(atKey(room));
      storage.removeItem(textKey(room));
      text = null;
      at = "";
      return was;
    } catch {
      return false;
    }
  }

  return {
    write(run) {
      if (run === null || run.text.length > TEXT_LIMIT) return void forget();
      try {
        put(run);
      } catch {
        text = undefined;
        forget();
      }
    },
    forget,
  };
}

/** @param {string} room A room's name. @returns {string} The key of its run's text. */
function textKey(room) {
  return `catchup/run/${room}`;
}

/** @param {string} room A room's name. @returns {string} The key of where it stood. */
function atKey(room) {
  return `catchup/run/${room}/at`;
}
