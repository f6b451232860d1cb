// Rooms: what the disks of one run are kept under, apart from those of all others, and which tab may write them.
//
// A room is `sandbox`, `lesson-NAME` or `link-HASH`. Two tabs that wrote the same disks would each find the other's
// entries among their own, so a tab holds a lock on its room for as long as it has the room open.

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

/**
 * Asks for a room. Where the browser has no locks (pages that are not secure have none), it is granted: a second tab
 * is rare, and a page that keeps nothing would be worse.
 * @param {LockManager | undefined} locks `navigator.locks`.
 * @param {string} room The room's name.
 * @param {object} options What else matters.
 * @param {() => void} options.onLost Called when another tab took the room.
 * @param {number} [options.patience] For how many milliseconds to wait for the room. A page that is reloaded can come to life before the page that it replaces has let go.
 * @returns {Promise<RoomHold>} The hold, granted or not.
 */
export async function holdRoom(locks, room, { onLost, patience = 250 }) {
  /** @type {() => void} */
  let letGo = () => {};
  /** @type {RoomHold} */
  const hold = {
    held: false,
    release() {
      hold.held = false;
      letGo();
    },
    async takeOver() {
      if (!hold.held) hold.held = await ask({ steal: true });
    },
  };

  /**
   * @param {LockOptions} options How to ask.
   * @returns {Promise<boolean>} Whether the room is ours. It settles at once when it is, while the lock stays held.
   */
  const ask = (options) =>
    new Promise((answer) => {
      if (!locks) return answer(true);
      let granted = false;
      /** @param {Lock | null} lock The lock; null when another tab has it. */
      const keep = (lock) => {
        granted = lock !== null;
        answer(granted);
        return granted ? new Promise((resolve) => (letGo = () => resolve(undefined))) : null;
      };
      locks.request(`catchup/${room}`, options, keep).catch((error) => {
        // A page in a frame can be refused locks altogether, which is as good as a browser without them.
        if (!granted) return answer(!["AbortError", "TimeoutError"].includes(error?.name));
        hold.held = false;
        onLost();
      });
    });

  hold.held = (await ask({ ifAvailable: true })) || (await ask({ signal: AbortSignal.timeout(patience) }));
  return hold;
}
