// What is kept with a room beside its disks and its run, such as what is open there.

/** @import { Settings } from "../types.js" */

/**
 * @param {Settings} settings What the browser keeps for all its tabs.
 * @param {string} name What it is called there.
 * @param {() => boolean} isTheirs Whether another tab has the room that is open. Then what is set is kept in memory, as the disks are, and what that tab keeps stays.
 * @returns {{ get(room: string): string | null, set(room: string, text: string | null): void }} What is kept with each room; null for nothing.
 */
export function createRoomSettings(settings, name, isTheirs) {
  const own = /** @type {Map<string, string | null>} */ (new Map());
  return {
    get(room) {
      const text = own.get(room);
      return text === undefined ? settings.get(`${name}/${room}`) : text;
    },
    set(room, text) {
      if (isTheirs()) return void own.set(room, text);
      own.delete(room);
      settings.set(`${name}/${room}`, text);
    },
  };
}
