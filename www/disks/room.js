// Rooms: what the disks of one run are kept under, apart from those of all others, and which tab may write them.
//
// A room is `sandbox`, `lesson-NAME` or `link-HASH`. Two tabs that wrote the same disks would each find the other's
// entries among their own, so a tab holds a lock on its room for as long as it has the room open.

import { claimRoom } from "./room-claim.js";

/** @import { Listening } from "./room-claim.js" */
/** @import { StorageArea } from "./storage.js" */

/** The room that is nobody's lesson and nobody's link. */
export const SANDBOX = "sandbox";

/**
 * The room of a lesson.
 * @param {string} name The lesson's name in the catalog.
 * @returns {string} The room's name.
 */
export function roomOfLesson(name) {
  return `lesson-${name}`;
}

/**
 * The room of a run that came by a link: the same for the same text, whichever moment it opens at.
 *
 * The name is a hash of 48 bits by two sums that are mixed with each other (cyrb53, in the public domain), since
 * browsers offer SHA-256 only on secure pages, and a classroom's page may come from a machine in the room. Somebody
 * could make two texts that share a room; then one would open on the disks of the other, and be seen to.
 * @param {string} text The run's text.
 * @returns {string} The room's name.
 */
export function roomOfText(text) {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let position = 0; position < text.length; position++) {
    const code = text.charCodeAt(position);
    low = Math.imul(low ^ code, 2654435761);
    high = Math.imul(high ^ code, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  const digits = (high & 0xffff).toString(16).padStart(4, "0") + (low >>> 0).toString(16).padStart(8, "0");
  return `link-${digits}`;
}

/**
 * @typedef {object} RoomHold One tab's hold on a room.
 * @property {boolean} held Whether this tab may write the room's disks. It changes when another tab takes over.
 * @property {() => void} release Lets go, so that another tab can have the room.
 * @property {() => Promise<void>} takeOver Takes the room from whichever tab holds it, which is told so.
 */

/** How long to wait for a room: a page that is loaded again can come to life before the page that it replaces has let go. */
const LOCK_PATIENCE_MS = 1_000;

/** How long to wait for the answer of a tab that seems to hold a room. It may be busy; mostly it is gone. */
const CLAIM_PATIENCE_MS = 2_000;

/**
 * Asks for a room: by a Web Lock or, where the browser has none that works, by way of the storage.
 * @param {LockManager | undefined} locks `navigator.locks`.
 * @param {string} room The room's name.
 * @param {object} options What else matters.
 * @param {StorageArea} options.storage The storage that all tabs share.
 * @param {() => void} options.onLost Called when another tab took the room.
 * @param {() => void} options.onGained Called when the tab that had the room has let it go, and this one has it from now on.
 * @param {number} [options.patience] For how many milliseconds to wait for the room.
 * @param {Listening} [options.tabs] Tells of changes that other tabs make to the storage: `window`.
 * @returns {Promise<RoomHold>} The hold, granted or not.
 */
export async function holdRoom(locks, room, { storage, onLost, onGained, patience, tabs = globalThis }) {
  const hold = typeof locks?.request === "function" ? await lockRoom(locks, room, { onLost, onGained, patience: patience ?? LOCK_PATIENCE_MS }) : null;
  return hold ?? claimRoom(storage, room, { onLost, onGained, patience: patience ?? CLAIM_PATIENCE_MS, tabs });
}

/**
 * Asks for a room by a lock.
 * @param {LockManager} locks `navigator.locks`.
 * @param {string} room The room's name.
 * @param {{onLost: () => void, onGained: () => void, patience: number}} options As above.
 * @returns {Promise<RoomHold | null>} The hold, granted or not; null when locks can't be had here, as in some frames.
 */
async function lockRoom(locks, room, { onLost, onGained, patience }) {
  /** @type {() => void} */
  let letGo = () => {};
  /** Ends the wait for the room. */
  let leaveQueue = () => {};
  /** Whether this tab went elsewhere: a lock that comes then is let go at once. */
  let left = false;
  /** The answer to taking over, as long as it is awaited: asked for twice at once, this tab would take the room from itself. @type {ReturnType<typeof ask> | null} */
  let taking = null;
  /** @type {RoomHold} */
  const hold = {
    held: false,
    release() {
      left = true;
      hold.held = false;
      leaveQueue();
      letGo();
    },
    async takeOver() {
      if (hold.held) return;
      leaveQueue();
      taking ??= ask({ steal: true });
      hold.held = (await taking) === "ours";
      taking = null;
    },
  };

  /**
   * @param {LockOptions} options How to ask.
   * @returns {Promise<"ours" | "theirs" | "broken">} Whose the room is. It settles at once when it is ours, while the lock stays held.
   */
  const ask = (options) =>
    new Promise((answer) => {
      let granted = false;
      /** @param {Lock | null} lock The lock; null when another tab has it. */
      const keep = (lock) => {
        granted = lock !== null && !left;
        answer(granted ? "ours" : "theirs");
        return granted ? new Promise((resolve) => (letGo = () => resolve(undefined))) : null;
      };
      const asked = new Promise((resolve) => resolve(locks.request(`catchup/${room}`, options, keep)));
      asked.catch((error) => {
        if (!granted) return answer(Object(error).name === "AbortError" ? "theirs" : "broken");
        // Only a tab that takes the lock ends it before it is let go.
        hold.held = false;
        onLost();
        void queue().then(gain);
      });
    });

  /** Waits for the tab that has the room to let it go, as long as this one has the room open. */
  const queue = () => {
    const wait = new AbortController();
    leaveQueue = () => wait.abort();
    return ask({ signal: wait.signal });
  };

  /** @param {string} whose Whose the room is after the wait. */
  const gain = (whose) => {
    if (whose !== "ours") return;
    hold.held = true;
    onGained();
  };

  let whose = await ask({ ifAvailable: true });
  if (whose === "theirs") {
    const later = queue();
    let timer = /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined);
    whose = await Promise.race([later, new Promise((/** @type {(whose: "theirs") => void} */ resolve) => (timer = setTimeout(() => resolve("theirs"), patience)))]);
    clearTimeout(timer);
    if (whose === "theirs") void later.then(gain);
  }
  hold.held = whose === "ours";
  return whose === "broken" ? null : hold;
}
