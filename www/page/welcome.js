// The words of welcome, which stand in index.html: what this page is, in one sentence, and how to begin. They are for who has
// done nothing here yet; from the next visit on they are gone.

/** @import { Settings, View } from "../types.js" */

/**
 * Remembers that the person has met the page, once anything has been done on it.
 * @param {HTMLElement} elections The sentence with the way to where Raft begins.
 * @param {Settings} settings Where `met` is remembered.
 * @returns {{ draw(view: View): void }} It draws hardly anything: the stylesheet shows the words until then.
 */
export function createWelcome(elections, settings) {
  let met = settings.get("met") !== null;
  /** What was shown first in the open room. */
  let first = /** @type {Pick<View, "room" | "cursor" | "length"> | undefined} */ (undefined);
  return {
    draw({ room, cursor, length, catalog, protocol }) {
      if (met) return;
      elections.hidden = catalog.protocols.some(({ name, votes }) => votes && name === protocol);
      if (room !== first?.room) first = { room, cursor, length };
      met = cursor !== first.cursor || length !== first.length;
      if (met) settings.set("met", "yes");
    },
  };
}
