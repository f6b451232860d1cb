// What a person should know beside the run, one note for each cause. Notes that need nothing go away with the next act;
// what goes on being so (there is no storage, another tab has the room) stays.

/** @import { Notice, Offer } from "../types.js" */

/** @typedef {ReturnType<typeof createNotes>} Notes */

/** Makes an empty collection of notes. */
export function createNotes() {
  /** @type {Map<string, Notice>} */
  const notes = new Map();
  /** @type {Set<string>} */
  const lasting = new Set();

  /**
   * @param {Notice} note What to tell, in place of an older note of its id.
   * @param {boolean} lasts Whether it stays when the person goes on.
   */
  function put(note, lasts) {
    notes.delete(note.id);
    notes.set(note.id, note);
    if (lasts) lasting.add(note.id);
    else lasting.delete(note.id);
  }

  return {
    /** @returns {Notice[]} All of them, oldest first. */
    list: () => [...notes.values()],

    /**
     * Tells something that the next act makes old.
     * @param {string} id Its cause.
     * @param {string} text What to tell.
     * @param {readonly Offer[]} [offers] What can be done about it.
     * @param {string} [link] A link to show, to be copied by hand.
     */
    tell: (id, text, offers = [], link = undefined) => put({ id, text, offers, dismissable: true, ...(link !== undefined && { link }) }, false),

    /**
     * Tells something that stays until somebody dismisses it, or it is over.
     * @param {string} id Its cause.
     * @param {string} text What to tell.
     * @param {readonly Offer[]} [offers] What can be done about it.
     */
    keep: (id, text, offers = []) => put({ id, text, offers, dismissable: true }, true),

    /**
     * Tells something that can't be dismissed while it is so.
     * @param {string} id Its cause.
     * @param {string} text What to tell.
     * @param {readonly Offer[]} offers What can be done about it.
     */
    hold: (id, text, offers) => put({ id, text, offers, dismissable: false }, true),

    /** @param {readonly string[]} ids What is over. */
    drop(...ids) {
      for (const id of ids) notes.delete(id);
    },

    /** The person goes on: what needed nothing goes. */
    pass() {
      for (const id of notes.keys()) if (!lasting.has(id)) notes.delete(id);
    },
  };
}

/**
 * @param {unknown} error What was thrown.
 * @returns {string} A sentence.
 */
export function sayError(error) {
  return error instanceof Error ? error.message : String(error);
}
