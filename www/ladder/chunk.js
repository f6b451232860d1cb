// A chunk: some rows that are drawn together in one SVG, so that adding an arrow costs the layout of one
// small drawing and not of the whole conversation. The browser skips chunks that are out of view.

import { deskFrame, lookArrow, waitsWithin } from "./arrows.js";
import { html, rem, svg } from "../drawing/elements.js";
import { countFirst } from "../drawing/history.js";
import { laidAt } from "./laid.js";
import { lanes } from "./lifelines.js";
import { fillMessage, fillTag, lookMessage } from "./lines.js";
import { contentOf, lookOf } from "./parts.js";
import { fillStaffMessage, fillStaffTag } from "./staves.js";

/** @import { Frame } from "./arrows.js" */
/** @import { Placed, Wait } from "./layout.js" */
/** @import { Scene } from "./parts.js" */

/**
 * How the conversation is drawn: with labels beside long lanes, or with a staff for each message.
 * @typedef {{kind: 'lines'} | {kind: 'staves', x: (lane: number) => number}} Form
 */

/**
 * An item as it stands in the page.
 * @typedef {object} Entry
 * @property {Placed} placed
 * @property {string} content For what it was filled.
 * @property {string} look How it looked.
 * @property {HTMLElement} item
 * @property {SVGGElement | null} drawing Its arrow; null on staves, where the item holds it.
 */

/**
 * @typedef {object} ChunkView
 * @property {number} index The chunk's index in the layout.
 * @property {HTMLElement} element
 * @property {Entry[]} entries In the order of the list.
 * @property {string} lanesKey What its lanes were drawn for.
 * @property {readonly Wait[]} waits Those that were drawn.
 * @property {string} waitsKey How they looked.
 * @property {Drawing | null} drawing What is drawn on lanes; null on staves.
 */

/**
 * What is drawn of a chunk on lanes.
 * @typedef {object} Drawing
 * @property {SVGSVGElement} element
 * @property {SVGGElement} lanes
 * @property {SVGGElement} waits
 * @property {SVGGElement} signs What stands on the lanes before the waits.
 * @property {SVGGElement} arrows
 */

/**
 * An empty chunk.
 * @param {number} index The chunk's index in the layout.
 * @param {Form} form How the conversation is drawn.
 * @returns {ChunkView}
 */
export function createChunk(index, form) {
  const element = html("div", { class: `chunk ${form.kind}`, role: "none" });
  if (form.kind === "staves") return { index, element, entries: [], lanesKey: "", waits: [], waitsKey: "", drawing: null };
  const groups = { lanes: svg("g", {}), waits: svg("g", {}), signs: svg("g", {}), arrows: svg("g", {}) };
  const drawing = { element: svg("svg", { class: "lines-drawing", "aria-hidden": "true", translate: "no" }, groups.lanes, groups.waits, groups.signs, groups.arrows), ...groups };
  element.append(drawing.element);
  return { index, element, entries: [], lanesKey: "", waits: [], waitsKey: "", drawing };
}

/**
 * The items of a chunk at a moment.
 * @param {number} index The chunk's index.
 * @param {Scene} scene The moment.
 * @returns {{first: number, end: number}} From the index of the first one to that after the last one.
 */
export function itemsOf(index, { layout, cursor }) {
  const laid = laidAt(layout, cursor);
  const next = index + 1 < laid.chunkCount ? layout.chunks[index + 1] : undefined;
  return { first: layout.chunks[index]?.firstItem ?? 0, end: next?.firstItem ?? laid.itemCount };
}

/**
 * Where a chunk begins at a moment.
 * @param {number} index The chunk's index; that after the last one for where all of them end.
 * @param {Scene} scene The moment.
 * @returns {number} In rem from the top of the ladder, on lanes.
 */
export function topOf(index, { layout, cursor }) {
  const laid = laidAt(layout, cursor);
  return index < laid.chunkCount ? (layout.chunks[index]?.top ?? laid.bottom) : laid.bottom;
}

/**
 * Brings a chunk in line with a moment, and touches only what looks different.
 * @param {ChunkView} chunk The chunk.
 * @param {Scene} scene The moment.
 * @param {Form} form How the conversation is drawn.
 */
export function updateChunk(chunk, scene, form) {
  const { layout, cursor } = scene;
  const { first, end } = itemsOf(chunk.index, scene);
  const items = layout.items.slice(first, end);
  const frame = deskFrame(scene, chunk.index);
  updateItems(chunk, items, scene, form, frame);
  chunk.element.classList.toggle("holds-selected", [scene.selected, scene.asked].some((id) => id !== null && layout.byId.get(id)?.chunk === chunk.index));
  chunk.element.classList.toggle(
    "holds-now",
    chunk.entries.some((entry) => entry.item.classList.contains("now")),
  );
  const { drawing } = chunk;
  if (drawing === null) return;
  const bottom = topOf(chunk.index + 1, scene);
  chunk.element.style.height = rem(frame.y(bottom));
  const { opening } = scene;
  const moved = opening?.chunk === chunk.index ? `${opening.y} ${opening.height} ` : "";
  const stretch = lanes(scene, frame, bottom, items);
  if (moved + stretch.key !== chunk.lanesKey) {
    drawing.lanes.replaceChildren(...stretch.draw());
    drawing.signs.replaceChildren(...stretch.drawSigns());
    chunk.lanesKey = moved + stretch.key;
  }
  const ended = countFirst(layout.waits, (wait) => wait.bottom <= frame.top);
  const waits = layout.waits.slice(ended).filter((wait) => wait.moment <= cursor && wait.top < bottom);
  const waitsKey = moved + waits.map(({ placed }) => (scene.now.has(placed.message.id) ? "now" : "")).join(" ");
  if (waitsKey !== chunk.waitsKey || waits.length !== chunk.waits.length || waits.some((wait, place) => wait !== chunk.waits[place])) {
    drawing.waits.replaceChildren(...waitsWithin(waits, scene, frame, bottom));
    Object.assign(chunk, { waits, waitsKey });
  }
}

/**
 * Makes, fills and removes items until they are those of the moment.
 * @param {ChunkView} chunk The chunk.
 * @param {readonly Placed[]} placed The items that it shall have.
 * @param {Scene} scene The moment.
 * @param {Form} form How the conversation is drawn.
 * @param {Frame} frame Where the chunk draws.
 */
function updateItems(chunk, placed, scene, form, frame) {
  for (const entry of chunk.entries.splice(placed.length)) removeEntry(entry);
  placed.forEach((one, index) => {
    const content = contentOf(one, scene);
    const look = lookOf(one, scene);
    const entry = chunk.entries[index];
    if (entry?.placed === one && entry.content === content && entry.look === look) return;
    if (entry === undefined) {
      const item = html("div", { role: "listitem", tabindex: -1 });
      const drawing = fill(item, one, scene, form, frame);
      chunk.entries[index] = { placed: one, content, look, item, drawing };
      chunk.element.append(item);
      if (drawing !== null) chunk.drawing?.arrows.append(drawing);
      markCurrent(item, one, scene);
      return;
    }
    if (entry.placed === one && entry.content === content && form.kind === "lines") lookAnew(entry, scene);
    else refill(entry, one, scene, form, frame);
    Object.assign(entry, { content, look });
  });
}

/**
 * Lets an item on lanes look as it does at a moment. What it holds stays.
 * @param {Entry} entry The item.
 * @param {Scene} scene The moment.
 */
function lookAnew({ placed, item, drawing }, scene) {
  if (placed.kind === "message") {
    lookMessage(item, placed, scene);
    if (drawing !== null) lookArrow(drawing, placed, scene);
  }
  markCurrent(item, placed, scene);
}

/**
 * Draws an item again, and gives the focus back when it was inside.
 * @param {Entry} entry The item.
 * @param {Placed} placed What it shows from now on.
 * @param {Scene} scene The moment.
 * @param {Form} form How the conversation is drawn.
 * @param {Frame} frame Where the chunk draws.
 */
function refill(entry, placed, scene, form, frame) {
  const focused = document.activeElement;
  const inside = focused instanceof HTMLElement && focused !== entry.item && entry.item.contains(focused) ? focused : null;
  const drawing = fill(entry.item, placed, scene, form, frame);
  if (drawing !== null) entry.drawing?.replaceWith(drawing);
  entry.placed = placed;
  entry.drawing = drawing;
  markCurrent(entry.item, placed, scene);
  if (inside === null) return;
  const lineAsked = inside.dataset.line;
  const same = lineAsked === undefined ? null : [...entry.item.querySelectorAll("button")].find((button) => button.dataset.line === lineAsked);
  (same ?? entry.item).focus({ preventScroll: true });
}

/**
 * Fills an item in the form that is drawn.
 * @param {HTMLElement} item The item.
 * @param {Placed} placed What it shows.
 * @param {Scene} scene The moment.
 * @param {Form} form How the conversation is drawn.
 * @param {Frame} frame Where the chunk draws.
 * @returns {SVGGElement | null}
 */
function fill(item, placed, scene, form, frame) {
  if (form.kind === "lines") return placed.kind === "message" ? fillMessage(item, placed, scene, frame) : fillTag(item, placed, scene, frame);
  if (placed.kind === "message") fillStaffMessage(item, placed, scene, form.x);
  else fillStaffTag(item, placed, scene, form.x);
  return null;
}

/**
 * Tells listeners which item is now, and which one is shown whole.
 * @param {HTMLElement} item The item.
 * @param {Placed} placed What it shows.
 * @param {Scene} scene The moment.
 */
function markCurrent(item, placed, scene) {
  const now = placed.kind === "message" ? scene.now.has(placed.message.id) : placed === scene.nowTag;
  const selected = placed.kind === "message" && scene.selected === placed.message.id;
  if (now) item.setAttribute("aria-current", "step");
  else if (selected) item.setAttribute("aria-current", "true");
  else item.removeAttribute("aria-current");
}

/**
 * Takes an item out of the page.
 * @param {Entry} entry The item.
 */
function removeEntry(entry) {
  entry.item.remove();
  entry.drawing?.remove();
}
