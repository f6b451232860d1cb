// The conversation as a picture of its own, for slides and sheets: drawn from the same layout by the same pen as on the page,
// with room for its labels whatever the window's width, the servers' names above, and neither what is "now" nor what can be
// pressed. What it looks like is resolved by `flatten.js`, so that it needs nothing but itself.

import { arrow, arrowHeads, link, waitsWithin } from "./arrows.js";
import { em, html, svg } from "../drawing/elements.js";
import { flatten } from "./flatten.js";
import { laidAt, laneX, stateOf } from "./laid.js";
import { createLayout, layOut } from "./layout.js";
import { lanes } from "./lifelines.js";
import { labelsOf, laneHeads, tagLabel } from "./picture-words.js";
import { createRuler, shapeFor } from "./room.js";
import { brokenIn, serversAtStart } from "./scene.js";
import { routeOf, tagOf } from "./parts.js";
import { stateName } from "../drawing/sentence.js";
import { say } from "../words/say.js";
import { bracket } from "./tears.js";

/** @import { View } from "../types.js" */
/** @import { Frame } from "./arrows.js" */
/** @import { Layout } from "./layout.js" */
/** @import { Scene } from "./parts.js" */

/**
 * How a picture shall be.
 * @typedef {{whole: boolean, theme: "light" | "dark"}} PictureWish `whole` for the recorded run with what lies ahead, else up to what is shown.
 */

/**
 * A picture.
 * @typedef {{text: string, width: number, height: number}} Picture Its SVG as text, and its size in px.
 */

/** How wide the gap between two servers is, and the least that the whole is wide, in rem. */
const GAP = 11;
const LEAST_WIDTH = 40;
/** The room of the names above the first row, and what is free below the last one, in rem. */
const HEAD = 2.25;
const FOOT = 0.75;
/** With more messages and tags than this, a picture could be opened by hardly any program. */
const ITEMS_MOST = 2_000;

/**
 * Draws the conversation.
 * @param {View} view What is shown.
 * @param {PictureWish} wish How.
 * @returns {Picture}
 * @throws {Error} With a sentence for people, when the conversation is too long.
 */
export function drawPicture(view, wish) {
  // Families that every program knows: the labels are measured in them, too.
  const host = html("div", { class: "ladder", "aria-hidden": "true",
    style: "position: absolute; visibility: hidden; top: 0; left: 0; width: 0; height: 0; --sans: sans-serif; --serif: serif; --mono: monospace; font-family: sans-serif" });
  // The variables of colours are made at the root. Nothing is painted before it has its own theme again.
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  dataset["theme"] = wish.theme;
  document.body.append(host);
  try {
    return drawIn(host, view, wish.whole ? view.length : view.cursor);
  } finally {
    host.remove();
    dataset["theme"] = theme ?? "auto";
  }
}

/**
 * @param {HTMLElement} host Where styles are looked up.
 * @param {View} view What is shown.
 * @param {number} cursor The moment up to which is drawn.
 * @returns {Picture}
 */
function drawIn(host, view, cursor) {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const count = Math.max(1, view.frame.servers.length, view.history.flat().filter(({ kind }) => kind === "registered").length + serversAtStart(view).length);
  const width = Math.max(LEAST_WIDTH, (GAP * count) / 0.88);
  const { shape } = shapeFor({ width: width * rem, rem, narrow: false, paper: false, ruler: createRuler(host) }, count);
  const layout = createLayout(serversAtStart(view), shape);
  layOut(layout, view.history);
  const { bottom, itemCount } = laidAt(layout, cursor);
  if (itemCount > ITEMS_MOST) throw new Error(say("picture-too-long", { count: itemCount, limit: ITEMS_MOST }));
  const scene = sceneOfPicture(view, layout, cursor, layout.laneMoments.filter((moment) => moment <= cursor).length - 1);
  const height = HEAD + bottom + FOOT;
  const drawing = svg("svg", { class: "lines-drawing" }, svg("rect", { x: 0, y: 0, width: "100%", height: em(height), style: "fill:var(--paper)" }), ...contents(scene, bottom + FOOT));
  const heads = arrowHeads();
  host.append(heads, drawing);
  const text = flatten(drawing, heads, { rem, width: width * rem, height: height * rem, title: view.title, description: inWords(scene, view) });
  return { text, width: width * 16, height: Math.ceil(height * 16) };
}

/**
 * @param {View} view What is shown.
 * @param {Layout} layout The layout.
 * @param {number} cursor The moment up to which is drawn.
 * @param {number} serverCount How many servers have a lane by then.
 * @returns {Scene} Nothing in it is now, nor chosen.
 */
function sceneOfPicture(view, layout, cursor, serverCount) {
  const nothing = { selected: null, whole: null, opening: null, nowTag: null, open: null, next: null, asked: null, answer: null, instead: null };
  return { ...nothing, broken: brokenIn(view, layout), layout, cursor, serverCount, now: new Set(), band: { top: 0, bottom: 0, y: 0 }, travels: false, waiting: [] };
}

/**
 * @param {Scene} scene What to draw.
 * @param {number} bottom Where the lanes end, in rem.
 * @returns {SVGElement[]} All that is drawn, from the back to the front.
 */
function contents(scene, bottom) {
  const { layout, cursor } = scene;
  /** @type {Frame} */
  const frame = { x: (lane) => laneX(lane, scene.serverCount), top: 0, y: (y) => y + HEAD };
  const items = layout.items.slice(0, laidAt(layout, cursor).itemCount);
  const stretch = lanes(scene, frame, bottom, items);
  const waits = layout.waits.filter((wait) => wait.moment <= cursor);
  return [
    ...laneHeads(scene, frame, HEAD),
    ...stretch.draw(),
    ...waitsWithin(waits, scene, frame, bottom),
    ...stretch.drawSigns(),
    ...items.map((item) => {
      const group = svg("g", { "data-item": item.kind });
      if (item.kind === "message") group.append(arrow(item, scene, frame), ...labelsOf(item, scene, frame));
      else group.append(item.sides === null ? link(item, frame) : bracket(item.sides, item.y, frame), ...tagLabel(item, scene, frame));
      return group;
    }),
  ];
}

/**
 * The conversation in words, for who does not see the picture.
 * @param {Scene} scene What is drawn.
 * @param {View} view What is shown.
 * @returns {string}
 */
function inWords(scene, { length }) {
  const { layout, cursor } = scene;
  const lines = layout.items.slice(0, laidAt(layout, cursor).itemCount).map((item) => {
    if (item.kind === "message") return `${item.message.id} ${routeOf(item.message.from, item.message.to)}: ${item.message.says} (${stateName(stateOf(item, cursor))})`;
    const { who, text, breaks } = tagOf(item, scene);
    return `${who}${text}${breaks}`;
  });
  return [say("picture-in-words", { step: cursor, count: length }), ...lines].join("\n");
}
