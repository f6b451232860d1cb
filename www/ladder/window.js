// Which chunks stand in the page: those that are looked at, and those that hold what must not go away. All others are
// boxes of the right height without anything in them, so that a conversation of any length costs what a short one does.
//
// Invariants:
// - A short conversation stands in the page whole, so that the browser's own search finds everything in it.
// - While some of a conversation is not drawn, each item says which of how many it is.
// - What has the focus or is selected with the mouse, the item that the Tab key reaches, the chosen message and "now" are drawn.

import { clearChunk, createChunk, keepHeight, updateChunk } from "./chunk.js";
import { laidAt } from "./laid.js";
import { chunksOfNow } from "./scene.js";

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
  /** @type {ChunkView[]} */
  let chunks = [];
  let printing = false;
  /** Between which nodes something is marked with the mouse. It is asked for when it changes: to ask while a step is drawn would lay the page out. */
  let marked = /** @type {(Node | null)[]} */ ([]);
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    marked = selection?.type === "Range" ? [selection.anchorNode, selection.focusNode] : [];
  });

  /**
   * Draws a chunk, and says which of how many its items are.
   * @param {ChunkView} chunk The chunk.
   * @param {Drawing} drawing What is to be drawn.
   */
  function drawChunk(chunk, { scene, form }) {
    updateChunk(chunk, scene, form);
    const count = laidAt(scene.layout, scene.cursor).itemCount;
    const first = scene.layout.chunks[chunk.index]?.firstItem ?? 0;
    const whole = isWhole(scene);
    chunk.entries.forEach(({ item }, index) => {
      if (whole) item.removeAttribute("aria-setsize");
      else if (item.ariaSetSize !== `${count}`) item.ariaSetSize = `${count}`;
      if (whole) item.removeAttribute("aria-posinset");
      else if (item.ariaPosInSet !== `${first + index + 1}`) item.ariaPosInSet = `${first + index + 1}`;
    });
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
      if (node !== null && list.contains(node)) wanted.add(chunks.findIndex(({ element }) => element.contains(node)));
    }
    return wanted;
  }

  return {
    /** The chunks of all that is said so far, drawn or not. @returns {readonly ChunkView[]} */
    get chunks() {
      return chunks;
    },

    /** Removes everything, since it is drawn in another form from now on. */
    clear() {
      for (const chunk of chunks) chunk.element.remove();
      chunks = [];
    },

    /**
     * Makes or removes chunks until there are as many as a moment has.
     * @param {number} count How many.
     * @param {Form} form How they are drawn.
     * @returns {boolean} Whether the focus was in the list before, which an item may now have lost.
     */
    resize(count, form) {
      const focused = list.contains(document.activeElement);
      for (const chunk of chunks.splice(count)) chunk.element.remove();
      while (chunks.length < count) {
        const chunk = createChunk(chunks.length, form);
        chunks.push(chunk);
        list.append(chunk.element);
      }
      return focused;
    },

    /**
     * Draws what has to be drawn of a moment, and brings the rest of what is drawn in line with it.
     * @param {Drawing} drawing What is to be drawn.
     */
    draw(drawing) {
      const wanted = pinned(drawing);
      for (const chunk of chunks) {
        if (chunk.drawnFor !== null || wanted.has(chunk.index) || printing || isWhole(drawing.scene)) drawChunk(chunk, drawing);
        else keepHeight(chunk, drawing.scene, drawing.form);
      }
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
      for (const chunk of chunks) {
        if (wanted.has(chunk.index) === (chunk.drawnFor !== null)) continue;
        if (chunk.drawnFor === null) drawChunk(chunk, drawing);
        else clearChunk(chunk, drawing.scene, drawing.form);
      }
    },

    /**
     * The chunk at a place, drawn.
     * @param {number} index Its index.
     * @param {Drawing} drawing What is to be drawn.
     * @returns {ChunkView | undefined}
     */
    drawn(index, drawing) {
      const chunk = chunks[index];
      if (chunk?.drawnFor === null) drawChunk(chunk, drawing);
      return chunk;
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
