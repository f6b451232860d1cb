// Where rows and messages stand in what is scrolled, in px. On lanes the layout knows, so that nothing has to be
// measured; on staves each item is as high as its sentence, and the page is asked.

import { topOf } from "./chunk.js";
import { chunksOfNow } from "./scene.js";
import { drawnAt, laidAtDrawn } from "./parts.js";
import { laidAt, rowTopAfter } from "./laid.js";

/** @import { ChunkView, Form } from "./chunk.js" */
/** @import { Box, Places } from "./follow.js" */
/** @import { PlacedMessage } from "./placed.js" */
/** @import { Scene } from "./parts.js" */

/**
 * What is in the page.
 * @typedef {object} Drawn
 * @property {Scene | null} scene The moment; null when nothing is drawn yet.
 * @property {Form} form How it is drawn.
 * @property {readonly (ChunkView | undefined)[]} chunks Its chunks; undefined for those that are not drawn.
 * @property {(index: number) => number} heightOf How high a chunk on staves is that is not drawn, in rem.
 * @property {number} rem One rem in px.
 */

/**
 * Knows where things stand.
 * @param {HTMLElement} root The element that scrolls.
 * @param {{list: HTMLElement, names: HTMLElement, waiting: HTMLElement}} page The list, what waits below it, and the lanes’ names, which cover its beginning.
 * @param {() => Drawn} drawn Says what is in the page.
 * @returns {Places & {ofMessage: (id: number) => Box | null, chunksBetween: (top: number, bottom: number) => number[]}} `ofMessage` takes in
 * label, arrow, buttons and detail; `chunksBetween` gives the chunks of which a part lies between two heights.
 */
export function createPlaces(root, page, drawn) {
  /**
   * From the upper edge of one element to the lower edge of another, without what the lanes' names cover.
   * @param {HTMLElement} first The one.
   * @param {HTMLElement} final The other.
   * @returns {Box}
   */
  function between(first, final) {
    const offset = root.scrollTop - root.getBoundingClientRect().top;
    return { top: first.getBoundingClientRect().top + offset - page.names.offsetHeight, bottom: final.getBoundingClientRect().bottom + offset };
  }

  return {
    now() {
      const { scene, form, chunks, rem } = drawn();
      if (scene === null) return null;
      if (laidAt(scene.layout, scene.cursor).itemCount === 0) return null;
      if (form.kind === "lines") return { top: drawnAt(scene, scene.band.top) * rem, bottom: drawnAt(scene, scene.band.bottom) * rem };
      const items = chunksOfNow(scene)
        .flatMap((index) => chunks[index]?.entries ?? [])
        .filter(({ item }) => item.classList.contains("now"));
      const [first, final] = [items[0]?.item, items[items.length - 1]?.item];
      return first === undefined || final === undefined ? null : between(first, final);
    },
    asked() {
      const asked = drawn().scene?.asked ?? null;
      return asked === null ? null : this.ofMessage(asked);
    },
    below() {
      return Math.max(0, ...[...page.waiting.children].map((box) => (box instanceof HTMLElement ? box.offsetTop + box.offsetHeight : 0)));
    },
    rowAfter(top) {
      const { scene, form, chunks, rem } = drawn();
      if (scene === null) return top;
      if (form.kind === "lines") return drawnAt(scene, rowTopAfter(scene.layout, scene.cursor, laidAtDrawn(scene, top / rem))) * rem;
      for (const chunk of chunks) {
        if (chunk === undefined || between(chunk.element, chunk.element).bottom < top) continue;
        for (const { item } of chunk.entries) {
          const box = between(item, item);
          if (box.top >= top) return box.top;
        }
      }
      return this.end();
    },
    end() {
      const { scene, form, rem } = drawn();
      if (scene === null) return 0;
      if (form.kind === "lines") return drawnAt(scene, laidAt(scene.layout, scene.cursor).bottom) * rem;
      return between(page.list, page.list).bottom;
    },
    chunksBetween(top, bottom) {
      const { scene, form, chunks, heightOf, rem } = drawn();
      if (scene === null) return [];
      /** @type {number[]} */
      const found = [];
      let end = form.kind === "lines" ? 0 : between(page.list, page.list).top;
      for (const [index, chunk] of chunks.entries()) {
        const start = end;
        if (form.kind === "lines") end = drawnAt(scene, topOf(index + 1, scene)) * rem;
        else end = chunk === undefined ? start + heightOf(index) * rem : between(chunk.element, chunk.element).bottom;
        if (start < bottom && end > top) found.push(index);
      }
      return found;
    },
    ofMessage(id) {
      const { scene, form, chunks, rem } = drawn();
      const placed = scene?.layout.byId.get(id);
      const item = placed && itemOf(chunks, placed);
      if (!scene || !placed || !item) return null;
      if (form.kind === "lines") return { top: drawnAt(scene, placed.top) * rem, bottom: drawnAt(scene, placed.bottom) * rem };
      return between(item, item);
    },
  };
}

/**
 * The item of a message.
 * @param {readonly (ChunkView | undefined)[]} chunks All chunks.
 * @param {PlacedMessage} placed The message.
 * @returns {HTMLElement | null} Null when it is not drawn.
 */
export function itemOf(chunks, placed) {
  return chunks[placed.chunk]?.entries.find((one) => one.placed === placed)?.item ?? null;
}
