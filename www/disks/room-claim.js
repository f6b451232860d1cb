// Who may write a room's disks where the browser has no locks: pages that are not secure have none, such as a
// classroom's page that comes by plain http from a machine in the room. What all tabs share there is the storage itself.
//
//     catchup/hold/ROOM     the mark of the tab that holds the room; no key when nobody does
//     catchup/ask/ROOM      the mark of a tab that asks whether that tab still lives
//
// A tab that finds the room held asks, and the holder answers by removing the question. Without an answer the holder is
// gone. When a holder lets the room go, the first of those who want it takes it. Before each write a tab looks whether the room still is its own, so that two tabs can't write by turns, even
// when a tab that slept through a question wakes up.

/** @import { RoomHold } from "./room.js" */
/** @import { StorageArea } from "./storage.js" */

/**
 * What tells of changes that other tabs make to the storage: `window`.
 * @typedef {object} Listening
 * @property {(type: "storage", listener: (event: StorageEvent) => void) => void} addEventListener Begins to listen.
 * @property {(type: "storage", listener: (event: StorageEvent) => void) => void} removeEventListener Stops.
 */

/**
 * Asks for a room by way of the storage.
 * @param {StorageArea} storage The storage that all tabs share.
 * @param {string} room The room's name.
 * @param {object} options What else matters.
 * @param {() => void} options.onLost Called when another tab took the room.
 * @param {() => void} options.onGained Called when the tab that had the room has let it go, and this one has it from now on.
 * @param {number} options.patience For how many milliseconds to wait for the holder's answer.
 * @param {Listening} options.tabs Tells of changes by other tabs.
 * @param {string} [options.mark] What no other tab is called.
 * @returns {Promise<RoomHold>} The hold, granted or not.
 */
export async function claimRoom(storage, room, { onLost, onGained, patience, tabs, mark = randomMark() }) {
  const holdKey = `catchup/hold/${room}`;
  const askKey = `catchup/ask/${room}`;
  let claimed = false;
  /** Whether it is known whose the room is. */
  let known = false;

  const isOurs = () => storage.getItem(holdKey) === mark;

  /** Notices that another tab took the room. */
  function lose() {
    if (!claimed) return;
    claimed = false;
    onLost();
  }

  /** @param {StorageEvent} event What another tab changed; a key of null means all. */
  function listen({ key, newValue }) {
    try {
      if (claimed && (key === holdKey || key === null) && !isOurs()) lose();
      else if (claimed && key === askKey && newValue !== null) storage.removeItem(askKey);
      else if (known && !claimed && key === holdKey && storage.getItem(holdKey) === null) {
        take();
        onGained();
      }
    } catch {
      // The keeper finds out about a storage that fails.
    }
  }

  /** Takes the room. */
  function take() {
    storage.setItem(holdKey, mark);
    storage.removeItem(askKey);
    claimed = true;
  }

  /** @returns {Promise<boolean>} Whether the tab that holds the room answers. */
  const holderLives = () =>
    new Promise((resolve) => {
      const timer = setTimeout(() => answer(false), patience);
      /** @param {boolean} lives What is known now. */
      const answer = (lives) => {
        clearTimeout(timer);
        tabs.removeEventListener("storage", hear);
        resolve(lives);
      };
      /** @param {StorageEvent} event What another tab changed. */
      const hear = ({ key, newValue }) => {
        if (key === askKey && newValue === null) answer(true);
        if (key === holdKey && newValue === null) answer(false);
      };
      tabs.addEventListener("storage", hear);
      storage.setItem(askKey, mark);
    });

  /** @type {RoomHold} */
  const hold = {
    get held() {
      // Asked before each write, and the storage is asked each time.
      if (claimed && !isOurs()) lose();
      return claimed;
    },
    release() {
      tabs.removeEventListener("storage", listen);
      try {
        if (claimed && isOurs()) storage.removeItem(holdKey);
      } catch {
        // Whoever comes next asks, and hears nothing.
      }
      claimed = false;
    },
    takeOver: async () => take(),
  };

  tabs.addEventListener("storage", listen);
  if (storage.getItem(holdKey) === null || !(await holderLives())) take();
  known = true;
  return hold;
}

/** @returns {string} A name that no other tab has. */
function randomMark() {
  return Array.from({ length: 4 }, () => Math.floor(Math.random() * 0x10000).toString(16)).join("-");
}
