// The lanes as they are drawn: lifelines with the bars of those who lead or want to, the terms behind them, and where
// something was committed.

import { hue } from "../drawing/glyphs.js";
import { em, line, percent, place, svg } from "../drawing/elements.js";
import { laneSegments } from "./laid.js";
import { tearsWithin } from "./partings.js";
import { drawTear } from "./tears.js";
import { say } from "../words/say.js";

/** @import { Frame } from "./arrows.js" */
/** @import { Leads, Segment } from "./lanes.js" */
/** @import { Placed, PlacedTag } from "./layout.js" */
/** @import { PlacedMessage } from "./placed.js" */
/** @import { Scene } from "./parts.js" */

/** From the height at which a term begins to the middle of the chip that says so. */
const CHIP_DROP = 0.75;
const CHIP_HEIGHT = 1.125;
/** What a chip has beside its text, in rem. */
const CHIP_PADDING = 0.625;
/** How far beside its lane the line of a request that waits runs, in rem: beyond the waits of arrows. */
const WAIT_BESIDE = 0.7;
/** Half of the mark of what is committed, in px, and how far it is below the arrow that told it, in rem. */
const COMMIT_HALF = 9;
const COMMIT_DROP = 0.375;

/**
 * All lanes of a stretch.
 * @param {Scene} scene The moment.
 * @param {Frame} frame Where to draw.
 * @param {number} bottom The height at which the lanes end.
 * @param {readonly Placed[]} items The messages and tags that were laid in the stretch.
 * @returns {{key: string, draw: () => SVGElement[], drawSigns: () => SVGElement[]}} `key` tells all that is drawn in a text, so that another run is never taken for this one. The signs on the lanes
 * stand before the dots of what waits beside them.
 */
export function lanes(scene, frame, bottom, items) {
  const parts = Array.from({ length: scene.serverCount + 1 }, (_, lane) => laneSegments(scene.layout, lane, frame.top, bottom, scene.cursor));
  const tags = items.filter((item) => item.kind === "tag");
  const commits = items.filter((item) => item.kind === "message").filter(({ fate }) => fate !== null && fate.moment <= scene.cursor && fate.committed > 0);
  const breaking = items.filter((item) => item.kind === "message").filter((item) => scene.broken.has(item));
  const tears = tearsWithin(scene.layout, frame.top, bottom, scene.cursor);
  const waiting = scene.waiting.filter(({ y }) => y < bottom);
  return {
    key: JSON.stringify([
      tears,
      waiting.map(({ lane, y }) => [lane, y]),
      parts,
      tags.map(({ y, lanes }) => [y, lanes]),
      commits.map((placed) => [placed.to, arrivalOf(placed), placed.fate?.committed]),
      breaking.map((placed) => [placed.from < placed.to, placed.to, arrivalOf(placed)]),
    ]),
    draw: () => [
      ...parts.flatMap((segments, lane) => segments.flatMap((segment) => band(lane, segment, scene, frame))),
      ...parts.flatMap((segments, lane) => segments.flatMap((segment) => lifeline(lane, segment, frame))),
      ...tears.map((tear) => drawTear(tear, frame)),
      ...waiting.map(({ lane, y }) => waitLine(lane, Math.max(y, frame.top), bottom, scene, frame)),
    ],
    drawSigns: () => [
      ...commits.map((placed) => commitMark(placed, frame)),
      ...breaking.map((placed) => brokenMark(placed, frame)),
      ...parts.flatMap((segments, lane) => chips(lane, segments, tags, scene, frame)),
    ],
  };
}

/**
 * A lifeline, with the bar of who leads or wants to.
 * @param {number} lane The lane.
 * @param {Segment} segment The stretch.
 * @param {Frame} frame Where to draw.
 * @returns {SVGLineElement[]}
 */
function lifeline(lane, { up, leads, top, bottom }, frame) {
  const x = frame.x(lane);
  const [start, end] = [frame.y(top), frame.y(bottom)];
  return [line(up ? "lifeline" : "lifeline ghost", x, start, x, end), ...bars(lane, leads, x, start, end)];
}

/**
 * The bar of a server on its lane: solid for a leader, thin or broken for one who was replaced, two rails for a candidate.
 * @param {number} lane The lane.
 * @param {Leads} leads What the server thinks of itself.
 * @param {number} x Where the lane is, in percent.
 * @param {number} top Where the bar begins, in rem.
 * @param {number} bottom Where it ends, in rem.
 * @returns {SVGLineElement[]} None for a follower.
 */
export function bars(lane, leads, x, top, bottom) {
  if (leads === "no") return [];
  const bar = line(`leader ${leads}`, x, top, x, bottom);
  bar.style.stroke = hue(lane - 1);
  if (leads === "stands") return [bar, line("rails", x, top, x, bottom)];
  return leads === "stale" ? [line("bar-ground", x, top, x, bottom), bar] : [bar];
}

/**
 * The ground of a lane while its server is in an odd term: so the next term is told from this one.
 * @param {number} lane The lane.
 * @param {Segment} segment The stretch.
 * @param {Scene} scene The moment.
 * @param {Frame} frame Where to draw.
 * @returns {SVGRectElement[]}
 */
function band(lane, { term, top, bottom }, { serverCount }, frame) {
  if (lane === 0 || term % 2 === 0) return [];
  const width = 88 / serverCount;
  return [svg("rect", { class: "term-band", x: percent(frame.x(lane) - width / 2), width: percent(width), y: em(frame.y(top)), height: em(Math.max(0, frame.y(bottom) - frame.y(top))) })];
}

/**
 * Where a lane takes a term: a step across it, and a chip with its number. Tags say their own terms.
 * @param {number} lane The lane.
 * @param {readonly Segment[]} segments Its stretches.
 * @param {readonly PlacedTag[]} tags The tags in the same stretch of the ladder.
 * @param {Scene} scene The moment.
 * @param {Frame} frame Where to draw.
 * @returns {SVGElement[]}
 */
function chips(lane, segments, tags, { serverCount, layout }, frame) {
  const width = 88 / serverCount;
  return segments.flatMap(({ top, term }, index) => {
    const before = segments[index - 1];
    if (lane === 0 || before === undefined || before.term === term) return [];
    const x = frame.x(lane);
    const y = frame.y(top);
    const step = line("term-step", x - width / 2, y, x + width / 2, y);
    const tagged = tags.some((tag) => tag.y === top && tag.lanes.includes(lane));
    return tagged ? [step] : [step, chip(say("server-term", { term }), { x, y: y + CHIP_DROP }, layout.shape.widthOf)];
  });
}

/**
 * A small label on a lane.
 * @param {string} text What it says.
 * @param {{x: number, y: number}} point Its middle.
 * @param {(word: string) => number} widthOf How wide a word is in a label's type, in rem.
 * @returns {SVGSVGElement}
 */
function chip(text, point, widthOf) {
  const width = widthOf(text) + CHIP_PADDING;
  const label = svg("text", { class: "term-text", dy: "0.35em" });
  label.textContent = text;
  return place(point, svg("rect", { class: "term-chip", x: em(-width / 2), y: em(-CHIP_HEIGHT / 2), width: em(width), height: em(CHIP_HEIGHT), rx: 2 }), label);
}

/**
 * The dotted line beside a lane while a request waits there.
 * @param {number} lane The server's lane.
 * @param {number} top Where it begins, in rem.
 * @param {number} bottom Where it ends, in rem.
 * @param {Scene} scene The moment, whose layout knows how wide a gap is.
 * @param {Frame} frame Where to draw.
 * @returns {SVGLineElement}
 */
function waitLine(lane, top, bottom, { layout, serverCount }, frame) {
  const x = frame.x(lane) + (WAIT_BESIDE * 88) / serverCount / layout.shape.gap;
  return line("request-wait", x, frame.y(top), x, frame.y(bottom));
}

/**
 * The mark on a lane where what was heard broke a promise: a filled triangle, as on the slider.
 * @param {PlacedMessage} placed The message.
 * @param {Frame} frame Where to draw.
 * @returns {SVGSVGElement}
 */
function brokenMark(placed, frame) {
  const beside = placed.from < placed.to ? 12 : -12;
  const sign = svg("path", { class: "broken-sign", d: `M${beside}-2v4M${beside} 4.5v.1` });
  return place({ x: frame.x(placed.to), y: frame.y(arrivalOf(placed)) }, svg("path", { class: "broken-mark", d: `M${beside}-7l8 14h-16z` }), sign);
}

/**
 * The mark of a commit index on a lane: the rule with a pointer that stands in the log, too, and the index.
 * @param {PlacedMessage} placed The message that told it.
 * @param {Frame} frame Where to draw.
 * @returns {SVGSVGElement}
 */
function commitMark(placed, frame) {
  const index = svg("text", { class: "commit-index", dx: -COMMIT_HALF - 7, dy: "0.35em" });
  index.textContent = `${placed.fate?.committed}`;
  const half = COMMIT_HALF;
  return place({ x: frame.x(placed.to), y: frame.y(arrivalOf(placed)) + COMMIT_DROP }, svg("path", { class: "commit", d: `M${-half} 0H${half}` }), svg("path", { class: "commit-pointer", d: `M${-half - 4}-4.5 ${-half + 1} 0 ${-half - 4} 4.5z` }), index);
}

/**
 * @param {PlacedMessage} placed A message.
 * @returns {number} Where it reached its receiver's lane, in rem.
 */
function arrivalOf({ end, fate }) {
  return fate?.wait ? fate.wait.bottom : end;
}
