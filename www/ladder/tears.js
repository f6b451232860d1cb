// How partitions are drawn: a bracket with the members of each side where one begins, and from there down a tear in each gap
// between neighbours on different sides. A label that has to stand over one has a ground there.

import { em, line, place, svg } from "../drawing/elements.js";
import { say } from "../words/say.js";
import { tearsUnder } from "./partings.js";

/** @import { Frame } from "./arrows.js" */
/** @import { Layout } from "./layout.js" */
/** @import { Tear } from "./partings.js" */
/** @import { PlacedMessage } from "./placed.js" */

/** How wide a tear is, in px, and after how many its edges repeat. */
const TEAR_WIDTH = 16;
const TEAR_PERIOD = 16;
/** Words that come no nearer than this to the middle of a tear leave it whole, in rem. */
const TEAR_REACH = 0.625;
/** From the first lane of a label to its words, in rem, at most. */
const LABEL_LEFT = 1;

/**
 * What tears are filled with: hatching between two jagged edges.
 * @returns {SVGPatternElement}
 */
export function tearPattern() {
  const half = TEAR_WIDTH / 2;
  return svg(
    "pattern",
    { id: "ladder-tear", patternUnits: "userSpaceOnUse", x: -half, y: 0, width: TEAR_WIDTH, height: TEAR_PERIOD },
    svg("path", { class: "tear-ground", d: "M3 0 5.5 4 1.5 8 5 12 3 16H13L15 12 11 8 14.5 4 12 0z" }),
    svg("path", { class: "tear-hatch", d: "M3 5 9-1M3 13 13 3M6 16 14 8M12 17 15 14" }),
    svg("path", { class: "tear-edge", d: "M3 0 5.5 4 1.5 8 5 12 3 16M12 0 14.5 4 11 8 15 12 12 16" }),
  );
}

/**
 * One tear.
 * @param {Tear} tear The gap, and from where to where, in rem.
 * @param {Frame} frame Where to draw.
 * @returns {SVGSVGElement}
 */
export function drawTear({ gap, top, bottom }, frame) {
  const x = (frame.x(gap) + frame.x(gap + 1)) / 2;
  const height = Math.max(0, frame.y(bottom) - frame.y(top));
  return place({ x, y: frame.y(top) }, svg("rect", { class: "tear-fill", x: -TEAR_WIDTH / 2, width: TEAR_WIDTH, height: em(height), fill: "url(#ladder-tear)" }));
}

/**
 * The tears behind the words of a label, rather than within its gaps alone.
 * @param {Layout} layout The layout.
 * @param {PlacedMessage} placed The message.
 * @param {number} wide How wide its longest line is, in rem.
 * @returns {number[]} Their gaps.
 */
export function tearsBehind(layout, placed, wide) {
  const { gap: gapWidth, width, clientWidth } = layout.shape;
  const clientGap = clientWidth + gapWidth - width;
  /** Where a lane, or the middle between two, is, in rem. */
  const x = (/** @type {number} */ lane) => clientGap + (lane - 1) * gapWidth;
  const start = placed.first === 0 ? 0 : x(placed.first);
  return tearsUnder(layout, placed).filter((gap) => x(gap + 0.5) - start < LABEL_LEFT + wide + TEAR_REACH);
}

/**
 * The line of a partition through all lanes, with a square on each server: filled on the first side, hollow on the second, on
 * its corner on all others; and in each side with a gap of its own, how many it has.
 * @param {readonly number[]} sides For each server its group.
 * @param {number} height Where it is on the ladder, in rem.
 * @param {Frame} frame Where to draw.
 * @returns {SVGGElement}
 */
export function bracket(sides, height, frame) {
  const y = frame.y(height);
  const group = svg("g", { class: "bracket" }, line("bracket-line", frame.x(1), y, frame.x(sides.length), y));
  /** @type {Set<number>} */
  const told = new Set();
  sides.forEach((side, place) => {
    group.append(member(side, { x: frame.x(place + 1), y }));
    if (told.has(side) || sides[place + 1] !== side) return;
    told.add(side);
    group.append(caption(say("some-of", { count: sides.filter((other) => other === side).length, all: sides.length }), { x: (frame.x(place + 1) + frame.x(place + 2)) / 2, y }));
  });
  return group;
}

/**
 * The square of a server.
 * @param {number} side Its group.
 * @param {{x: number, y: number}} point Where it stands.
 * @returns {SVGSVGElement}
 */
function member(side, point) {
  const square = svg("rect", { class: side === 0 ? "member" : "member other", x: -4, y: -4, width: 8, height: 8 });
  if (side > 1) square.setAttribute("transform", "rotate(45)");
  return place(point, square);
}

/**
 * How many a side has.
 * @param {string} text What to say.
 * @param {{x: number, y: number}} point Its middle.
 * @returns {SVGSVGElement}
 */
function caption(text, point) {
  const label = svg("text", { class: "side-size", dy: "0.35em" });
  label.textContent = text;
  return place(point, label);
}
