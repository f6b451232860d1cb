// A chunk: about a hundred rows that are drawn together in one SVG, so that adding an arrow costs the layout of one
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
/** @import { Placed } from "./layout.js" */
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
 * @property {string} waitsKey What its waits were drawn for.
 * @property {Drawing | null} drawing What is drawn on lanes; null on staves, and while the chunk is not drawn.
 * @property {Scene | null} drawnFor The moment for which it was drawn; null while it is only a box.
 * @property {number} height How high it was made while it was not drawn, in rem; NaN when it is drawn, or nobody said.
 * @property {number} itemHeight How high an item on staves is on the average, in rem; a guess before it was drawn.
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

/** The usual height of an item on staves, for the room of chunks that were not drawn yet. */
const STAFF_ITEM_HEIGHT = 4.5;

/**
 * An empty chunk.
 * @param {number} index The chunk's index in the layout.
 * @param {Form} form How the conversation is drawn.
 * @returns {ChunkView}
 */
export function createChunk(index, form) {
  const element = html("div", { class: `chunk ${form.kind}`, role: "none" });
  return { index, element, entries: [], lanesKey: "", waitsKey: "", drawing: null, drawnFor: null, height: NaN, itemHeight: STAFF_ITEM_HEIGHT };
}

/**
 * The drawing of a chunk on lanes, made when it is first needed: a long conversation has hundreds of chunks that nobody looks at.
 * @param {ChunkView} chunk The chunk.
 * @returns {Drawing}
 */
function drawingOf(chunk) {
  if (chunk.drawing !== null) return chunk.drawing;
  const groups = { lanes: svg("g", {}), waits: svg("g", {}), signs: svg("g", {}), arrows: svg("g", {}) };
  const element = svg("svg", { class: "lines-drawing", "aria-hidden": "true", translate: "no" }, groups.lanes, groups.waits, groups.signs, groups.arrows);
  chunk.element.prepend(element);
  return (chunk.drawing = { element, ...groups });
}

/**
 * The items of a chunk at a moment.
 * @param {ChunkView} chunk The chunk.
 * @param {Scene} scene The moment.
 * @returns {{first: number, end: number}} From the index of the first one to that after the last one.
 */
function itemsOf(chunk, { layout, cursor }) {
  const laid = laidAt(layout, cursor);
  const next = chunk.index + 1 < laid.chunkCount ? layout.chunks[chunk.index + 1] : undefined;
  return { first: layout.chunks[chunk.index]?.firstItem ?? 0, end: next?.firstItem ?? laid.itemCount };
}

/**
 * Where a chunk ends at a moment.
 * @param {ChunkView} chunk The chunk.
 * @param {Scene} scene The moment.
 * @returns {number} In rem from the top of the ladder, on lanes.
 */
function bottomOf(chunk, { layout, cursor }) {
  const laid = laidAt(layout, cursor);
  return chunk.index + 1 < laid.chunkCount ? (layout.chunks[chunk.index + 1]?.top ?? laid.bottom) : laid.bottom;
}

/**
 * How high a chunk is that is not drawn: exactly on lanes, and a guess on staves.
 * @param {ChunkView} chunk The chunk.
 * @param {Scene} scene The moment.
 * @param {Form} form How the conversation is drawn.
 * @returns {number} In rem.
 */
function heightOf(chunk, scene, form) {
  if (form.kind === "lines") return bottomOf(chunk, scene) - (scene.layout.chunks[chunk.index]?.top ?? 0);
  const { first, end } = itemsOf(chunk, scene);
  return chunk.itemHeight * (end - first);
}

/**
 * Gives a chunk that is not drawn the height that it would have.
 * @param {ChunkView} chunk The chunk.
 * @param {Scene} scene The moment.
 * @param {Form} form How the conversation is drawn.
 */
export function keepHeight(chunk, scene, form) {
  const height = heightOf(chunk, scene, form);
  if (chunk.height !== height) chunk.element.style.height = rem(height);
  chunk.height = height;
}

/**
 * Takes out of a chunk all that is drawn. It keeps its height.
 * @param {ChunkView} chunk The chunk.
 * @param {Scene} scene The moment.
 * @param {Form} form How the conversation is drawn.
 */
export function clearChunk(chunk, scene, form) {
  if (form.kind === "staves" && chunk.entries.length > 0) {
    const oneRem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    chunk.itemHeight = chunk.element.offsetHeight / oneRem / chunk.entries.length;
  }
  chunk.element.replaceChildren();
  Object.assign(chunk, { entries: [], drawing: null, lanesKey: "", waitsKey: "", drawnFor: null });
  keepHeight(chunk, scene, form);
}

/**
 * Brings a chunk in line with a moment, and touches only what looks different.
 * @param {ChunkView} chunk The chunk.
 * @param {Scene} scene The moment.
 * @param {Form} form How the conversation is drawn.
 */
export function updateChunk(chunk, scene, form) {
  const { layout, cursor } = scene;
  const top = layout.chunks[chunk.index]?.top ?? 0;
  const { first, end } = itemsOf(chunk, scene);
  chunk.drawnFor = scene;
  chunk.height = NaN;
  const frame = deskFrame(scene, chunk.index);
  updateItems(chunk, layout.items.slice(first, end), scene, form, frame);
  chunk.element.classList.toggle("holds-selected", [scene.selected, scene.asked].some((id) => id !== null && layout.byId.get(id)?.chunk === chunk.index));
  chunk.element.classList.toggle(
    "holds-now",
    chunk.entries.some((entry) => entry.item.classList.contains("now")),
  );
  if (form.kind === "staves") {
    chunk.element.style.height = "";
    chunk.element.style.setProperty("contain-intrinsic-size", `auto ${rem(heightOf(chunk, scene, form))}`);
    return;
  }
  const drawing = drawingOf(chunk);
  const bottom = bottomOf(chunk, scene);
  chunk.element.style.height = rem(frame.y(bottom));
  const { opening } = scene;
  const moved = opening?.chunk === chunk.index ? `${opening.y} ${opening.height} ` : "";
  const stretch = lanes(scene, frame, bottom, layout.items.slice(first, end));
  if (moved + stretch.key !== chunk.lanesKey) {
    drawing.lanes.replaceChildren(...stretch.draw());
    drawing.signs.replaceChildren(...stretch.drawSigns());
    chunk.lanesKey = moved + stretch.key;
  }
  const ended = countFirst(layout.waits, (wait) => wait.bottom <= top);
  const waits = layout.waits.slice(ended).filter((wait) => wait.moment <= cursor && wait.top < bottom);
  const waitsKey = moved + waits.map((wait) => `${wait.placed.message.id}${scene.now.has(wait.placed.message.id) ? "!" : ""}`).join(" ");
  if (waitsKey !== chunk.waitsKey) {
    drawing.waits.replaceChildren(...waitsWithin(waits, scene, frame, bottom));
    chunk.waitsKey = waitsKey;
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
      if (drawing !== null) drawingOf(chunk).arrows.append(drawing);
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
