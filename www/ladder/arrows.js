// The drawing: lanes, arrows, waits. All of it is decoration for the eye; the list says the same in words.

import { tearPattern } from "./tears.js";
import { hue } from "../drawing/glyphs.js";
import { em, line, percent, place, svg } from "../drawing/elements.js";
import { noteOf } from "./parts.js";
import { laneX, stateOf } from "./laid.js";
import { stateName } from "../drawing/sentence.js";
import { tornAt } from "./partings.js";
import { stubOf } from "./stubs.js";

/** @import { PlacedTag, Wait } from "./layout.js" */
/** @import { PlacedMessage } from "./placed.js" */
/** @import { Note, Scene } from "./parts.js" */

/** From a lane to the two tracks of waits on its right, in rem: labels begin well beyond them. */
const TRACKS_RIGHT = [0.5, 0.28];
/** The same on its left, where labels end, and on both sides in narrow gaps. */
const TRACK_ALONE = 0.28;
/** Where within the gap of its label a dropped arrow ends. */
const DROPPED_PART = 0.65;
/** How far a refused arrow ends before the lane, in percent. */
const REFUSED_SHORT = 1.3;
/** The height of the short last piece of a wait. */
const ENTRY_FALL = 0.3;

/**
 * The heads of the arrows, referred to by all drawings on the page.
 * @returns {SVGSVGElement}
 */
export function arrowHeads() {
  const head = (/** @type {string} */ id, /** @type {number} */ size, /** @type {string} */ look, /** @type {string} */ d) =>
    svg(
      "marker",
      { id, markerUnits: "userSpaceOnUse", markerWidth: size, markerHeight: size, viewBox: "0 0 12 12", refX: 11, refY: 6, orient: "auto" },
      svg("path", { class: look, d }),
    );
  const barbed = "M1 1.5 11.5 6 1 10.5 3.2 6z";
  return svg(
    "svg",
    { class: "arrow-heads", "aria-hidden": "true", width: 0, height: 0 },
    svg(
      "defs",
      {},
      head("ladder-head", 12, "head", barbed),
      head("ladder-head-small", 8, "head", barbed),
      head("ladder-head-open", 12, "head-open", "M2 2 10.5 6 2 10z"),
      head("ladder-head-unsent", 12, "head-unsent", "M2 2 10.5 6 2 10z"),
      tearPattern(),
    ),
  );
}

/**
 * Where the arrows of a drawing go.
 * @typedef {object} Frame
 * @property {(lane: number) => number} x A lane's place in percent.
 * @property {number} top The height at which the drawing begins.
 * @property {(y: number) => number} y From a height on the ladder to one in the drawing, both in rem.
 */

/**
 * The arrow of a message in its state at the cursor.
 * @param {PlacedMessage} placed The message.
 * @param {Scene} scene The moment.
 * @param {Frame} frame Where to draw.
 * @returns {SVGGElement}
 */
export function arrow(placed, scene, frame) {
  const state = stateOf(placed, scene.cursor);
  const start = { x: frame.x(placed.from), y: frame.y(placed.y) };
  const goal = { x: frame.x(placed.to), y: frame.y(placed.end) };
  const wait = state === "in flight" ? null : (placed.fate?.wait ?? null);
  const group = svg("g", {});
  if (scene.selected === placed.message.id) group.append(line("selected-line", start.x, start.y, goal.x, goal.y));
  if (wait !== null) {
    const turn = along(start, goal, trackX(wait, scene, frame));
    group.append(line("a", start.x, start.y, turn.x, turn.y));
  } else if (state === "dropped") {
    // The note stands under the higher half of the arrow, so the cross is in the other.
    const part = goal.x > start.x ? DROPPED_PART : 1 - DROPPED_PART;
    const end = along(start, goal, frame.x(placed.gap) + (frame.x(placed.gap + 1) - frame.x(placed.gap)) * part);
    group.append(line("a", start.x, start.y, end.x, end.y), mark("M-6-6 6 6M6-6-6 6", end));
  } else if (state === "refused") {
    const torn = tornAt(scene.layout, placed);
    const stop = torn === null ? goal.x : (frame.x(torn) + frame.x(torn + 1)) / 2;
    const end = along(start, goal, stop + Math.sign(start.x - goal.x) * REFUSED_SHORT);
    group.append(line("a", start.x, start.y, end.x, end.y), mark("M0-8V8", end));
    const stub = stubOf(placed, scene);
    const above = stub[stub.indexOf(placed) - 1];
    // One bar for all that the tear stopped of what was sent at once.
    if (above !== undefined) group.append(line("head-bad", end.x, frame.y(turnOf(above, end.x, frame).y), end.x, end.y));
  } else {
    const shaft = line("a", start.x, start.y, goal.x, goal.y);
    shaft.setAttribute("marker-end", state === "delivered" ? "url(#ladder-head)" : "url(#ladder-head-open)");
    group.append(shaft);
    if (scene.asked === placed.message.id && state === "in flight") group.append(askingRing(goal));
  }
  group.append(svg("circle", { class: "dot", cx: percent(start.x), cy: em(start.y), r: "0.1875em", style: `stroke:${hue(placed.from - 1)}` }));
  // An arrow is thin; a finger is not.
  const hit = line("hit", start.x, start.y, goal.x, goal.y);
  hit.dataset.message = `${placed.message.id}`;
  group.append(hit);
  lookArrow(group, placed, scene);
  return group;
}

/**
 * Lets an arrow look as it does at a moment.
 * @param {SVGGElement} group The arrow.
 * @param {PlacedMessage} placed The message.
 * @param {Scene} scene The moment.
 */
export function lookArrow(group, placed, scene) {
  const state = stateOf(placed, scene.cursor);
  const now = scene.now.has(placed.message.id) ? " now" : "";
  const travels = scene.travels && now !== "" ? (placed.from < placed.to ? " travels" : " travels leftwards") : "";
  group.setAttribute("class", `${scene.selected === placed.message.id ? "chosen" : ""}${travels}`);
  group.querySelector(".a")?.setAttribute("class", `a ${state === "in flight" ? "flight" : state}${now}`);
}

/**
 * The line of a link that was cut or healed, from lane to lane behind its tag.
 * @param {PlacedTag} placed The tag.
 * @param {Frame} frame Where to draw.
 * @returns {SVGGElement} Empty for the other tags.
 */
export function link(placed, frame) {
  const [one, other] = placed.lanes;
  const group = svg("g", {});
  if (one === undefined || other === undefined) return group;
  const y = frame.y(placed.y);
  group.append(line(`link ${placed.event.kind}`, frame.x(one), y, frame.x(other), y));
  for (const lane of [one, other])
    group.append(svg("circle", { class: `link-end ${placed.event.kind}`, cx: percent(frame.x(lane)), cy: em(y), r: "0.1875em" }));
  return group;
}

/**
 * The parts of waits that lie within a drawing. Those that share a track share one dotted line, since dots over dots
 * would run together.
 * @param {readonly Wait[]} waits The waits, in order of their ends.
 * @param {Scene} scene The moment.
 * @param {Frame} frame Where to draw.
 * @param {number} bottom The height at which the drawing ends.
 * @returns {SVGElement[]}
 */
export function waitsWithin(waits, scene, frame, bottom) {
  const entries = waits.filter((wait) => wait.bottom <= bottom).map((wait) => entry(wait, scene, frame));
  /** @type {Map<number, {top: number, bottom: number}[]>} */
  const tracks = new Map();
  for (const wait of waits) {
    const x = trackX(wait, scene, frame);
    const turn = turnOf(wait.placed, x, frame);
    const part = { top: Math.max(turn.y, frame.top), bottom: Math.min(wait.bottom - ENTRY_FALL, bottom) };
    tracks.set(x, united([...(tracks.get(x) ?? []), part]));
  }
  const lines = [...tracks].flatMap(([x, parts]) => parts.map((part) => line("a wait", x, frame.y(part.top), x, frame.y(part.bottom))));
  return [...lines, ...entries];
}

/**
 * Stretches without overlaps that cover the same as some others.
 * @param {readonly {top: number, bottom: number}[]} parts The stretches.
 * @returns {{top: number, bottom: number}[]}
 */
function united(parts) {
  /** @type {{top: number, bottom: number}[]} */
  const result = [];
  for (const part of [...parts].sort((one, other) => one.top - other.top)) {
    const last = result[result.length - 1];
    if (last === undefined || part.top > last.bottom) result.push({ ...part });
    else last.bottom = Math.max(last.bottom, part.bottom);
  }
  return result;
}

/**
 * The end of a wait: the short arrow to the lane, or the bar of a refusal.
 * @param {Wait} wait The wait.
 * @param {Scene} scene The moment.
 * @param {Frame} frame Where to draw.
 * @returns {SVGGElement}
 */
function entry(wait, scene, frame) {
  const { placed } = wait;
  const group = svg("g", {});
  const x = trackX(wait, scene, frame);
  const top = frame.y(wait.bottom - ENTRY_FALL);
  const y = frame.y(wait.bottom);
  if (placed.fate?.state === "refused") {
    group.append(line("a refused", x, top, x, y), mark("M-5 0H5", { x, y }));
  } else {
    const last = line(`a${scene.now.has(placed.message.id) ? " now" : ""}`, x, top, frame.x(placed.to), y);
    last.setAttribute("marker-end", "url(#ladder-head-small)");
    group.append(last);
  }
  if (!wait.answered) group.append(entryNote(wait, x, y, noteOf(placed, scene.cursor)));
  return group;
}

/**
 * Says beside the end of a wait what ended there, since its label is further up.
 * @param {Wait} wait The wait.
 * @param {number} x Where its track is, in percent.
 * @param {number} y Where it ends, in rem.
 * @param {Note} note What to say; "delivered" when there is nothing else.
 * @returns {SVGSVGElement}
 */
function entryNote(wait, x, y, note) {
  const rightwards = wait.placed.from > wait.placed.to;
  const text = svg("text", { class: note.look === "reason" ? "entry-note bad" : "entry-note", dx: rightwards ? 7 : -7, dy: "0.1em" });
  text.setAttribute("text-anchor", rightwards ? "start" : "end");
  text.textContent = `${wait.placed.message.id} ${note.look === "none" ? stateName("delivered") : note.text}`;
  return place({ x, y }, text);
}

/**
 * The places in the drawing of a chunk, under the servers' heads.
 * @param {Scene} scene The moment.
 * @param {number} chunk The chunk's index.
 * @returns {Frame}
 */
export function deskFrame({ layout, serverCount, opening }, chunk) {
  const top = layout.chunks[chunk]?.top ?? 0;
  const x = (/** @type {number} */ lane) => laneX(lane, serverCount);
  if (opening?.chunk !== chunk) return { x, top, y: (y) => y - top };
  return { x, top, y: (y) => y - top + (y >= opening.y ? opening.height : 0) };
}

/**
 * The point of a straight arrow at a given x.
 * @param {{x: number, y: number}} start Where the arrow begins.
 * @param {{x: number, y: number}} goal Where it ends.
 * @param {number} x The place asked for.
 * @returns {{x: number, y: number}}
 */
function along(start, goal, x) {
  return { x, y: start.y + (goal.y - start.y) * ((x - start.x) / (goal.x - start.x || 1)) };
}

/**
 * Where an arrow turns down along a track, or ends at a tear.
 * @param {PlacedMessage} placed The message.
 * @param {number} x Where the track or the tear is, in percent.
 * @param {Frame} frame Where to draw.
 * @returns {{x: number, y: number}} `y` in rem from the top of the ladder.
 */
function turnOf(placed, x, frame) {
  return along({ x: frame.x(placed.from), y: placed.y }, { x: frame.x(placed.to), y: placed.end }, x);
}

/**
 * Where the track of a wait runs.
 * @param {Wait} wait The wait.
 * @param {Scene} scene The moment, whose layout knows how wide a gap is.
 * @param {Frame} frame Where to draw.
 * @returns {number} In percent.
 */
function trackX(wait, { layout }, frame) {
  const { from, to } = wait.placed;
  const percentPerRem = (frame.x(2) - frame.x(1)) / layout.shape.gap;
  const alone = from < to || layout.shape.pillBelow;
  const offset = alone ? TRACK_ALONE : (TRACKS_RIGHT[wait.track] ?? 0);
  return frame.x(to) + Math.sign(from - to) * offset * percentPerRem;
}

/**
 * The ring at which a message is held while a lesson asks what comes of it.
 * @param {{x: number, y: number}} point Where it arrives.
 * @returns {SVGSVGElement}
 */
function askingRing(point) {
  const sign = svg("text", { class: "asking-sign", "text-anchor": "middle", dy: "0.36em" });
  sign.textContent = "?";
  return place(point, svg("circle", { class: "asking-halo", r: 15 }), svg("circle", { class: "asking-ring", r: 9.5 }), sign);
}

/**
 * A red mark at a point.
 * @param {string} d The path around the point, in px.
 * @param {{x: number, y: number}} point Where it is.
 * @returns {SVGSVGElement}
 */
function mark(d, point) {
  return place(point, svg("path", { class: "head-bad", d }));
}
