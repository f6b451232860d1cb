// Which chunks stand in the page: those that are looked at, and those that hold what must not go away. Where others would
// stand there is a box of the right height for all that follow each other, so that a conversation of any length costs what a
// short one does.
//
// Invariants:
// - A short conversation stands in the page whole, so that the browser's own search finds everything in it.
// - While some of a conversation is not drawn, each item says which of how many it is.
// - What has the focus or is selected with the mouse, the item that the Tab key reaches, the chosen message and "now" are drawn.

import { createChunk, itemsOf, updateChunk } from "./chunk.js";
import { rem } from "../drawing/elements.js";
import { laidAt } from "./laid.js";
import { chunksOfNow } from "./scene.js";
import { createUndrawn } from "./undrawn.js";

/** @import { ChunkView, Form } from "./chunk.js" */
/** @import { Scene } from "./parts.js" */

/** A conversation of at most so many chunks is drawn whole, its recorded future counted in. */
const WHOLE_CHUNKS = 16;
/** How far beyond what is seen chunks are drawn, as a part of the height that is seen. */
const MARGIN = 0.5;

/**
 * What is to be drawn.
 * @typedef {object} Drawing
 * @property {Scene} scene The moment.
 * @property {Form} form How the conversation is drawn.
 * @property {number} rem One rem in px.
 * @property {number} stop The chunk that holds the item which the Tab key reaches; -1 for none.
 */

/** @typedef {ReturnType<typeof createWindow>} Window */

/**
 * Makes the window.
 * @param {HTMLElement} root The element that scrolls.
 * @param {HTMLElement} list The list, to which the chunks are added.
 * @param {(top: number, bottom: number) => Iterable<number>} chunksBetween The chunks between two heights of what is
 * scrolled, in px.
 */
export function createWindow(root, list, chunksBetween) {
  /** For each chunk of all that is said so far how it is drawn; undefined while it is not. */
  let chunks = /** @type {(ChunkView | undefined)[]} */ ([]);
  const undrawn = createUndrawn(list);
  let printing = false;
  /** Between which nodes something is marked with the mouse. It is asked for when it changes: to ask while a step is drawn would lay the page out. */
  let marked = /** @type {(Node | null)[]} */ ([]);
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    marked = selection?.type === "Range" ? [selection.anchorNode, selection.focusNode] : [];
  });

  /**
   * Draws a chunk, and says which of how many its items are.
   * @param {number} index The chunk's index.
   * @param {Drawing} drawing What is to be drawn.
   */
  function drawChunk(index, { scene, form }) {
    const chunk = (chunks[index] ??= insert(createChunk(index, form)));
    updateChunk(chunk, scene, form);
    if (form.kind === "staves") chunk.element.style.setProperty("contain-intrinsic-size", `auto ${rem(undrawn.heightOf(index, index + 1, scene, form))}`);
    const count = laidAt(scene.layout, scene.cursor).itemCount;
    const { first } = itemsOf(index, scene);
    const whole = isWhole(scene);
    chunk.entries.forEach(({ item }, place) => {
      if (whole) item.removeAttribute("aria-setsize");
      else if (item.ariaSetSize !== `${count}`) item.ariaSetSize = `${count}`;
      if (whole) item.removeAttribute("aria-posinset");
      else if (item.ariaPosInSet !== `${first + place + 1}`) item.ariaPosInSet = `${first + place + 1}`;
    });
  }

  /**
   * Puts a chunk into the page.
   * @param {ChunkView} chunk The chunk.
   * @returns {ChunkView} The same.
   */
  function insert(chunk) {
    const next = chunks.find((other, index) => other !== undefined && index > chunk.index) ?? null;
    list.insertBefore(chunk.element, undrawn.boxBefore(next) ?? next?.element ?? null);
    return chunk;
  }

  /** @param {ChunkView} chunk A chunk to take out of the page, with the box before it. */
  function remove(chunk) {
    undrawn.remove(chunk);
    chunk.element.remove();
    delete chunks[chunk.index];
  }

  /**
   * The chunks that have to be drawn wherever the ladder stands.
   * @param {Drawing} drawing What is to be drawn.
   * @returns {Set<number>}
   */
  function pinned({ scene, form, stop }) {
    const now = chunksOfNow(scene);
    // On staves a chunk's height is known only once it is drawn, and what is above "now" decides where that stands.
    const around = form.kind === "staves" ? now.flatMap((index) => [index - 1, index, index + 1]) : now;
    const wanted = new Set([...around, stop]);
    const selected = scene.selected === null ? undefined : scene.layout.byId.get(scene.selected);
    if (selected !== undefined) wanted.add(selected.chunk);
    for (const node of [document.activeElement, ...marked]) {
      if (node !== null && list.contains(node)) wanted.add(chunks.findIndex((chunk) => chunk?.element.contains(node)));
    }
    return new Set([...wanted].filter((index) => index >= 0 && index < chunks.length));
  }

  return {
    /** For each chunk of all that is said so far how it is drawn; undefined while it is not. @returns {readonly (ChunkView | undefined)[]} */
    get chunks() {
      return chunks;
    },
    heightOf: undrawn.heightOf,

    /** Removes everything, since it is drawn in another form from now on. */
    clear() {
      list.replaceChildren();
      undrawn.clear();
      chunks = [];
    },

    /**
     * Makes room for as many chunks as a moment has, and removes those that it has not.
     * @param {number} count How many.
     * @returns {boolean} Whether the focus was in the list before, which an item may now have lost.
     */
    resize(count) {
      const focused = list.contains(document.activeElement);
      for (const chunk of chunks.slice(count)) if (chunk !== undefined) remove(chunk);
      chunks.length = count;
      return focused;
    },

    /**
     * Draws what has to be drawn of a moment, and brings the rest of what is drawn in line with it.
     * @param {Drawing} drawing What is to be drawn.
     */
    draw(drawing) {
      const wanted = pinned(drawing);
      const all = printing || isWhole(drawing.scene);
      for (const [index, chunk] of chunks.entries()) if (all || chunk !== undefined || wanted.has(index)) drawChunk(index, drawing);
      undrawn.keep(chunks, drawing.scene, drawing.form);
    },

    /**
     * Draws what is looked at, and takes away what is far from it.
     * @param {Drawing} drawing What is to be drawn.
     */
    look(drawing) {
      if (printing || isWhole(drawing.scene)) return;
      const margin = root.clientHeight * MARGIN;
      const wanted = pinned(drawing);
      for (const index of chunksBetween(root.scrollTop - margin, root.scrollTop + root.clientHeight + margin)) wanted.add(index);
      const far = chunks.flatMap((chunk) => (chunk !== undefined && !wanted.has(chunk.index) ? [chunk] : []));
      const missing = [...wanted].filter((index) => chunks[index] === undefined);
      if (far.length === 0 && missing.length === 0) return;
      if (drawing.form.kind === "staves") undrawn.measure(far, drawing.rem);
      for (const chunk of far) remove(chunk);
      for (const index of missing) drawChunk(index, drawing);
      undrawn.keep(chunks, drawing.scene, drawing.form);
    },

    /**
     * The chunk at a place, drawn.
     * @param {number} index Its index.
     * @param {Drawing} drawing What is to be drawn.
     * @returns {ChunkView | undefined} Undefined for none that the moment has.
     */
    drawn(index, drawing) {
      if (index < chunks.length && chunks[index] === undefined) {
        drawChunk(index, drawing);
        undrawn.keep(chunks, drawing.scene, drawing.form);
      }
      return chunks[index];
    },

    /** @param {boolean} on Whether the page is being printed, in full. */
    print(on) {
      printing = on;
    },
  };
}

/**
 * Whether a conversation is short enough to be drawn whole.
 * @param {Scene} scene The moment.
 * @returns {boolean}
 */
function isWhole({ layout }) {
  return layout.chunks.length <= WHOLE_CHUNKS;
}
