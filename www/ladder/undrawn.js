// The boxes in place of chunks that are not drawn: one for all that follow each other, as high as they would be.

import { itemsOf, topOf } from "./chunk.js";
import { html, rem } from "../drawing/elements.js";

/** @import { ChunkView, Form } from "./chunk.js" */
/** @import { Scene } from "./parts.js" */

/** The usual height of an item on staves, for chunks that were not drawn yet, in rem. */
const STAFF_ITEM_HEIGHT = 4.5;

/**
 * Keeps the room of what is not drawn.
 * @param {HTMLElement} list The list that the chunks stand in.
 */
export function createUndrawn(list) {
  /** The boxes: before a chunk, and at null after the last. @type {Map<ChunkView | null, {element: HTMLElement, height: string}>} */
  const boxes = new Map();
  /** How high an item on staves is on the average, in chunks that were drawn, in rem. @type {number[]} */
  const itemHeights = [];

  /**
   * How high chunks are that are not drawn: exactly on lanes, and a guess on staves.
   * @param {number} first The index of the first one.
   * @param {number} end The index after the last one.
   * @param {Scene} scene The moment.
   * @param {Form} form How the conversation is drawn.
   * @returns {number} In rem.
   */
  function heightOf(first, end, scene, form) {
    if (form.kind === "lines") return topOf(end, scene) - topOf(first, scene);
    let height = 0;
    for (let index = first; index < end; index += 1) {
      const items = itemsOf(index, scene);
      height += (itemHeights[index] ?? STAFF_ITEM_HEIGHT) * (items.end - items.first);
    }
    return height;
  }

  /**
   * Makes the box before a chunk as high as what it stands for.
   * @param {ChunkView | null} chunk The chunk; null for the end.
   * @param {string} height The height.
   */
  function make(chunk, height) {
    let box = boxes.get(chunk);
    if (box === undefined) {
      box = { element: html("div", { class: "undrawn", role: "none" }), height: "" };
      boxes.set(chunk, box);
      list.insertBefore(box.element, chunk?.element ?? null);
    }
    if (box.height !== height) box.element.style.height = box.height = height;
  }

  /** @param {ChunkView | null} chunk A chunk that shall have no box before it; null for the end. */
  function remove(chunk) {
    boxes.get(chunk)?.element.remove();
    boxes.delete(chunk);
  }

  return {
    heightOf,
    remove,

    /** @param {ChunkView | null} chunk A chunk; null for the end. @returns {HTMLElement | undefined} The box before it; undefined for none. */
    boxBefore(chunk) {
      return boxes.get(chunk)?.element;
    },

    /**
     * Brings the boxes in line with what is drawn.
     * @param {readonly (ChunkView | undefined)[]} chunks All chunks; undefined for those that are not drawn.
     * @param {Scene} scene The moment.
     * @param {Form} form How the conversation is drawn.
     */
    keep(chunks, scene, form) {
      let first = 0;
      for (const chunk of [...chunks, null]) {
        if (chunk === undefined) continue;
        const end = chunk?.index ?? chunks.length;
        if (first < end) make(chunk, rem(heightOf(first, end, scene, form)));
        else remove(chunk);
        first = end + 1;
      }
    },

    /**
     * Measures chunks on staves for their boxes. All are measured before any is gone: what is scrolled would have another height then.
     * @param {readonly ChunkView[]} chunks The chunks.
     * @param {number} oneRem One rem in px.
     */
    measure(chunks, oneRem) {
      for (const { index, element, entries } of chunks) itemHeights[index] = element.offsetHeight / oneRem / Math.max(1, entries.length);
    },

    /** Forgets everything; the list is empty. */
    clear() {
      boxes.clear();
      itemHeights.length = 0;
    },
  };
}
