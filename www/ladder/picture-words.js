// The words of a picture of the conversation. On the page they are HTML; here they are text that is broken into lines by hand, at
// the same places of the same layout.

import { em, icon, percent, place, svg } from "../drawing/elements.js";
import { tied } from "../words/ties.js";
import { hue, shape as glyphShape } from "../drawing/glyphs.js";
import { laneX, stateOf } from "./laid.js";
import { tornAt } from "./partings.js";
import { labelOf, noteOf, numberIn, tagOf } from "./parts.js";
import { liftOf } from "./rows.js";
import { numbersIn, stubOf } from "./stubs.js";
import { tearsBehind } from "./tears.js";

/** @import { IconName } from "../drawing/icon-paths.js" */
/** @import { Frame } from "./arrows.js" */
/** @import { PlacedTag } from "./layout.js" */
/** @import { PlacedMessage } from "./placed.js" */
/** @import { Note, Scene } from "./parts.js" */

/** The sizes of type of a label, of what is smaller, and of names, in rem: see ladder.css and style.css. */
const LABEL = 0.78125;
const SMALL = 0.6875;
const NAME = 0.9375;
/** What stays free beside a label in its gaps, in rem. */
const LEFT = 1;
const RIGHT = 0.75;
/** How wide the ground is that a label has before a tear, in px: a little wider than that. */
const MEND = 18;
/** From the baseline of a line to its middle, as a part of its type's size. */
const MIDDLE = 0.35;
/** Bold type is wider than a label's by so much. */
const BOLDER = 1.12;
const SMALL_LINE = 0.8125;
const ICON = 0.875;

/**
 * How a text looks.
 * @typedef {{size: number, fill: string, family?: string, weight?: number, italic?: boolean, anchor?: "start" | "middle" | "end", clears?: boolean}} Type
 * `size` in rem, `fill` a variable of style.css, `family` as well; `clears` for a text that stands before lanes.
 */

/**
 * Breaks a text into lines, as a browser does it: between words, and within those that are wider than a line.
 * @param {string} text The text.
 * @param {(word: string) => number} widthOf How wide a word is, in rem.
 * @param {number} room How wide a line can be, in rem.
 * @returns {string[]} At least one line.
 */
export function broken(text, widthOf, room) {
  /** @type {string[]} */
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && widthOf(`${line} ${word}`) <= room) {
      line += ` ${word}`;
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    for (const sign of word) {
      if (line !== "" && widthOf(line + sign) > room) {
        lines.push(line);
        line = "";
      }
      line += sign;
    }
  }
  return [...lines, line];
}

/**
 * The names of the lanes, above the first row.
 * @param {Scene} scene What is drawn.
 * @param {Frame} frame Where to draw.
 * @param {number} height How high their room is, in rem.
 * @returns {SVGElement[]}
 */
export function laneHeads({ layout, serverCount }, frame, height) {
  const y = height / 2;
  return layout.names.slice(0, serverCount + 1).map((name, lane) => {
    if (lane === 0) return text(name, frame.x(0), y, { size: LABEL, fill: "--muted", anchor: "middle" });
    const width = (layout.shape.widthOf(name) * BOLDER * NAME) / LABEL;
    const mark = svg("path", { d: glyphShape(lane - 1), style: `fill:${hue(lane - 1)}` });
    const group = svg("g", {}, offset(frame.x(lane), y, -width / 2 - 0.5, -6, mark), text(name, frame.x(lane), y, { size: NAME, fill: "--ink", weight: 700, anchor: "middle" }, 0.5));
    return group;
  });
}

/**
 * A message's label, and the note under its arrow.
 * @param {PlacedMessage} placed The message.
 * @param {Scene} scene What is drawn.
 * @param {Frame} frame Where to draw.
 * @returns {SVGElement[]}
 */
export function labelsOf(placed, scene, frame) {
  const { layout: { shape }, cursor } = scene;
  const state = stateOf(placed, cursor);
  const torn = state === "refused" ? tornAt(scene.layout, placed) : null;
  if (torn !== null) return tornNumber(placed, torn, scene, frame);
  const lift = state === "in flight" ? liftOf(placed, shape) : state === "dropped" ? Math.max(placed.rise + 0.1875, 0.5) : placed.rise + 0.1875;
  const said = svg("g", { "data-label": placed.message.id }, ...sentence(placed, scene, frame.y(placed.labelY) - lift));
  const note = noteOf(placed, cursor);
  if (note.look === "none" || (note.look === "reason" && placed.fate?.wait)) return [said];
  return [said, noteUnder(note, placed, scene, frame.y(placed.labelY) + placed.step / 2 + 0.1875)];
}

/**
 * What a message says, with its number.
 * @param {PlacedMessage} placed The message.
 * @param {Scene} scene What is drawn.
 * @param {number} bottom Where the last line ends, in rem.
 * @returns {SVGElement[]} One text for each line, and before them what parts them from tears.
 */
function sentence(placed, { layout, serverCount }, bottom) {
  const { message, first, last } = placed;
  const { shape } = layout;
  const number = numberIn(message);
  const room = (first === 0 ? shape.clientWidth : shape.width) + (last - first) * shape.gap;
  const all = broken(labelOf(message, shape.pillBelow), shape.widthOf, room);
  const lines = all.length <= placed.lines ? all : [...all.slice(0, placed.lines - 1), `${all[placed.lines - 1]?.replace(/.$/u, "")}…`];
  const torn = tearsBehind(layout, placed, Math.max(...lines.map(shape.widthOf)));
  const clears = first !== last || torn.length > 0;
  const height = shape.lineHeight * lines.length;
  const mends = torn.map((gap) => {
    const x = (laneX(gap, serverCount) + laneX(gap + 1, serverCount)) / 2;
    return place({ x, y: bottom - height }, svg("rect", { x: -MEND / 2, width: MEND, height: em(height), style: "fill:var(--paper)" }));
  });
  const texts = lines.map((line, index) => {
    const y = bottom - shape.lineHeight * (lines.length - index - 0.5);
    const numbered = index === 0 && line.startsWith(number);
    const element = text(numbered ? line.slice(number.length) : line, laneX(first, serverCount), y, { size: LABEL, fill: "--ink", clears }, LEFT);
    if (numbered) element.prepend(span(number, { size: SMALL, fill: "--muted", family: "--mono" }));
    return element;
  });
  return [...mends, ...texts];
}

/**
 * What was refused at a tear is told by its number alone, once for all that was sent at once.
 * @param {PlacedMessage} placed The message.
 * @param {number} torn The gap of the tear.
 * @param {Scene} scene What is drawn.
 * @param {Frame} frame Where to draw.
 * @returns {SVGElement[]} None for one whose number stands further down.
 */
function tornNumber(placed, torn, scene, frame) {
  const stub = stubOf(placed, scene);
  if (stub.at(-1) !== placed) return [];
  const { message, y, step, from, to } = placed;
  const top = Math.min(...[torn, torn + 1].map((lane) => y + step * Math.abs(lane - from)));
  const leftwards = from > to;
  const label = text(numbersIn(stub), laneX(torn + (leftwards ? 1 : 0), scene.serverCount), frame.y(top) - 0.625, { size: SMALL, fill: "--bad", family: "--mono", anchor: leftwards ? "end" : "start" }, leftwards ? -RIGHT : RIGHT);
  return [svg("g", { "data-label": message.id }, label)];
}

/**
 * A note under an arrow. A vote that was not given has the sign of the ballots.
 * @param {Note} note What to say.
 * @param {PlacedMessage} placed The message.
 * @param {Scene} scene What is drawn.
 * @param {number} top Where it begins, in rem.
 * @returns {SVGElement}
 */
function noteUnder({ text: says, look, isVote }, { from, to, gap }, { layout: { shape }, serverCount }, top) {
  const leftwards = from > to;
  const isNo = look === "no";
  const sign = isVote ? SMALL + 0.25 : 0;
  const widthOf = (/** @type {string} */ word) => (shape.widthOf(word) * BOLDER * SMALL) / LABEL;
  const lines = isNo ? broken(tied(says), widthOf, (gap === 0 ? shape.clientWidth : shape.width) - sign) : [says];
  const x = laneX(leftwards ? gap + 1 : gap, serverCount);
  const aside = leftwards ? -RIGHT : LEFT + sign;
  /** @type {Type} */
  const type = { size: SMALL, fill: isNo ? "--ink" : "--bad", weight: 600, anchor: leftwards ? "end" : "start", ...(isNo && { family: "--serif", italic: true }) };
  const texts = lines.map((line, index) => text(line, x, top + SMALL_LINE * (index + 0.5), type, aside));
  const group = svg("g", {}, ...texts);
  if (isVote) group.prepend(offset(x, top + SMALL_LINE / 2, leftwards ? aside - widthOf(lines[0] ?? "") - sign : LEFT, -8, drawn("crossed", "--ink"), SMALL));
  return group;
}

/**
 * The box of a tag, on its lane, on its link or across all lanes.
 * @param {PlacedTag} placed The tag.
 * @param {Scene} scene What is drawn.
 * @param {Frame} frame Where to draw.
 * @returns {SVGElement[]} None for a tag that has the room of its line alone.
 */
export function tagLabel(placed, scene, frame) {
  if (placed.slim) return [];
  const { layout } = scene;
  const tag = tagOf(placed, scene);
  const [lane, other] = placed.lanes;
  const filled = tag.look === "broken";
  const color = filled ? "--surface" : tag.look === "bad" || tag.look === "good" ? `--${tag.look}` : "--ink";
  const edge = filled ? "--bad" : color === "--ink" ? "--edge" : color;
  const words = (layout.shape.widthOf(tag.text) * BOLDER * SMALL) / LABEL;
  const width = words + ICON + 1;
  const x = lane === undefined ? 50 : other === undefined ? frame.x(lane) : (frame.x(placed.gap) + frame.x(placed.gap + 1)) / 2;
  const y = frame.y(placed.y);
  const style = `fill:var(${filled ? "--bad" : "--paper"});stroke:var(${edge})`;
  const box = lane === undefined
    ? svg("rect", { x: "0%", y: em(y - 0.8125), width: "100%", height: "1.625em", style })
    : place({ x, y }, svg("rect", { x: em(-width / 2), y: "-0.625em", width: em(width), height: "1.25em", rx: 3, style }));
  return [svg("g", { "data-tag": placed.event.kind }, box, offset(x, y, -width / 2 + 0.375, -8, drawn(tag.icon, color), ICON), text(tag.text, x, y, { size: SMALL, fill: color, weight: 600, anchor: "middle" }, (ICON + 0.25) / 2))];
}

/**
 * @param {IconName} name Which icon.
 * @param {string} color A variable of style.css.
 * @returns {SVGElement} Its path, on a square of 16.
 */
function drawn(name, color) {
  const path = /** @type {SVGPathElement} */ (icon(name).firstElementChild);
  path.style.cssText = `fill:${name.endsWith("_filled") ? `var(${color})` : "none"};stroke:var(${color});stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round`;
  return path;
}

/**
 * A small drawing on a square, beside a point: its left edge at a distance, its middle at the point's height.
 * @param {number} x The point, in percent.
 * @param {number} y The point, in rem.
 * @param {number} aside The distance to its left edge, in rem.
 * @param {number} half Minus half of the square's side.
 * @param {SVGElement} drawing What is on the square.
 * @param {number} [size] How large the square becomes, in rem; a glyph's usual size when it is left out.
 * @returns {SVGElement}
 */
function offset(x, y, aside, half, drawing, size = 0.75) {
  drawing.setAttribute("data-scale", `${size / (-2 * half)}`);
  drawing.setAttribute("data-shift", `0 ${half}`);
  return place({ x, y }, svg("svg", { x: em(aside), y: 0, overflow: "visible" }, drawing));
}

/**
 * A line of text, whose middle is at a height.
 * @param {string} says What it says.
 * @param {number} x Where it is, in percent.
 * @param {number} y Its middle, in rem.
 * @param {Type} type How it looks.
 * @param {number} [aside] How far it is shifted to the right, in rem.
 * @returns {SVGTextElement}
 */
function text(says, x, y, type, aside = 0) {
  const element = svg("text", { x: percent(x), "data-aside": aside, "data-drop": y + type.size * MIDDLE, style: `${styleOf(type)};text-anchor:${type.anchor ?? "start"}${type.clears ? ";stroke:var(--paper);stroke-width:5;stroke-linejoin:round;paint-order:stroke" : ""}` });
  element.append(says);
  return element;
}

/**
 * @param {string} says A part of a line.
 * @param {Type} type How it looks.
 * @returns {SVGTSpanElement}
 */
function span(says, type) {
  const element = svg("tspan", { style: styleOf(type) });
  element.append(says);
  return element;
}

/**
 * @param {Type} type How a text looks.
 * @returns {string} The same as a style.
 */
function styleOf({ size, fill, family = "--sans", weight = 400, italic = false }) {
  return `font:${italic ? "italic " : ""}${weight} ${size}rem/1 var(${family});fill:var(${fill})`;
}
