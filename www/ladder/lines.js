// The form for desks: labels beside the lanes, under the servers' heads.

import { arrow, link } from "./arrows.js";
import { bracket, tearsBehind } from "./tears.js";
import { balancedWidth } from "./widths.js";
import { detailOf } from "./detail.js";
import { html, icon, percent, rem } from "../drawing/elements.js";
import { laneX, stateOf } from "./laid.js";
import { actions, heard, heardNames, isInBand, noteOf, numberOf, routeOf, saidParts, tagOf, toldAfter } from "./parts.js";
import { stateName } from "../drawing/sentence.js";
import { tied } from "../words/ties.js";
import { tearsUnder, tornAt } from "./partings.js";
import { liftOf } from "./rows.js";
import { numbersIn, stubOf } from "./stubs.js";

/** @import { Note, Scene } from "./parts.js" */
/** @import { PlacedTag } from "./layout.js" */
/** @import { PlacedMessage } from "./placed.js" */
/** @import { Frame } from "./arrows.js" */

/**
 * Fills a message's item.
 * @param {HTMLElement} item The item; whatever it held is replaced.
 * @param {PlacedMessage} placed The message.
 * @param {Scene} scene The moment.
 * @param {Frame} frame Where the chunk draws.
 * @returns {SVGGElement} The arrow.
 */
export function fillMessage(item, placed, scene, frame) {
  const { message, gap, first, last, step } = placed;
  const { shape } = scene.layout;
  const state = stateOf(placed, scene.cursor);
  const torn = state === "refused" ? tornAt(scene.layout, placed) : null;
  const stub = stubOf(placed, scene);
  const left = laneX(torn ?? gap, scene.serverCount);
  lookMessage(item, placed, scene);
  const width = laneX((torn ?? gap) + 1, scene.serverCount) - left;
  item.style.cssText = `top:${rem(frame.y(torn === null ? placed.labelY : Math.min(...[torn, torn + 1].map((lane) => placed.y + placed.step * Math.abs(lane - placed.from)))))};left:${percent(left)};width:${percent(width)}`;
  const say = html(
    "p",
    { class: "say", style: `--lines:${placed.lines};--rise:${rem(placed.rise)};--lift:${rem(liftOf(placed, shape))}` },
    ...(torn === null ? [numberOf(placed)] : stub.at(-1) === placed ? [numberOf(placed, numbersIn(stub))] : []),
    heardNames(`${routeOf(message.from, message.to)}: `),
    ...saidParts(message),
    heard(` (${stateName(state)})`),
    toldAfter(placed, scene),
  );
  if (placed.cut) say.title = message.says;
  // What the label reaches over beyond its own gap, as a part of that.
  say.style.setProperty("--before", percent((100 * (left - laneX(first, scene.serverCount))) / width));
  say.style.setProperty("--after", percent((100 * (laneX(last + 1, scene.serverCount) - left - width)) / width));
  if (torn === null) say.prepend(...mends(placed, scene));
  item.replaceChildren(say);
  if (state === "in flight") {
    const pill = actions(message.id, "icons");
    pill.style.top = rem(shape.pillBelow ? step : step / 2);
    item.append(pill);
  }
  const note = noteOf(placed, scene.cursor);
  // Who gave up waiting further down has the note there.
  if (note.look !== "none" && torn === null && !(note.look === "reason" && placed.fate?.wait))
    item.append(noteUnder(note, (shape.pillBelow ? step : step / 2) + 0.1875));
  if (scene.selected === message.id && scene.whole !== null) {
    const detail = detailOf(scene.whole, scene.instead);
    detail.classList.toggle("leftwards", left > 55);
    detail.style.top = rem(placed.bottom - placed.labelY);
    item.append(detail);
  }
  return arrow(placed, scene, frame);
}

/**
 * Lets a message's item look as it does at a moment.
 * @param {HTMLElement} item The item.
 * @param {PlacedMessage} placed The message.
 * @param {Scene} scene The moment.
 */
export function lookMessage(item, placed, scene) {
  const { message: { id }, from, to, gap, first, last } = placed;
  const state = stateOf(placed, scene.cursor);
  const isTorn = state === "refused" && tornAt(scene.layout, placed) !== null;
  const isWide = first !== last || tearsUnder(scene.layout, placed).length > 0;
  item.className = `msg ${from > to ? "to-left" : "to-right"} ${state === "in flight" ? "flight" : state}${gap === 0 ? " of-client" : ""}${scene.now.has(id) ? " now" : ""}${scene.next === id ? " next" : ""}${scene.selected === id ? " selected" : ""}${isWide ? " wide" : ""}${isInBand(placed, scene) ? " in-band" : ""}${isTorn ? " torn" : ""}`;
}

/**
 * What a label has between itself and the tears over which it stands, so that none of their lines runs through its words.
 * @param {PlacedMessage} placed The message.
 * @param {Scene} scene The moment.
 * @returns {HTMLElement[]} One for each tear.
 */
function mends(placed, { layout, serverCount }) {
  if (tearsUnder(layout, placed).length === 0) return [];
  const x = (/** @type {number} */ lane) => laneX(lane, serverCount);
  const start = x(placed.first);
  const width = x(placed.last + 1) - start;
  return tearsBehind(layout, placed, balancedWidth(layout, placed)).map((gap) => html("i", { class: "mend", "aria-hidden": "true", style: `--at:${((x(gap) + x(gap + 1)) / 2 - start) / width}` }));
}

/**
 * A note under an arrow. A vote that was not given has the sign of the ballots.
 * @param {Note} note What to say.
 * @param {number} top Where it stands, in rem.
 * @returns {HTMLElement}
 */
function noteUnder({ text, look, isVote }, top) {
  return html("p", { class: `note ${look === "no" ? "no-answer" : "bad"}`, "aria-hidden": "true", style: `top:${rem(top)}` }, ...(isVote ? [icon("crossed")] : []), tied(text));
}

/**
 * How far a tag on a lane stays from the ladder's sides, so that none of it is cut.
 * @param {string} text What it says.
 * @returns {number} Half of what it may be wide in a wide font, in rem.
 */
function halfOfTag(text) {
  return Math.max(2.75, 0.9 + 0.225 * text.length);
}

/**
 * Fills a tag's item.
 * @param {HTMLElement} item The item; whatever it held is replaced.
 * @param {PlacedTag} placed The tag.
 * @param {Scene} scene The moment.
 * @param {Frame} frame Where the chunk draws.
 * @returns {SVGGElement} The line of a link; empty for the others.
 */
export function fillTag(item, placed, scene, frame) {
  const tag = tagOf(placed, scene);
  const [lane, other] = placed.lanes;
  item.className = `tag-item ${lane === undefined ? "across" : other === undefined ? "on-lane" : "on-link"}`;
  // What it was before, of another run, may have been a message, with a place of its own.
  item.style.cssText = `top:${rem(frame.y(placed.y))}`;
  if (other !== undefined) item.style.setProperty("--x", percent((frame.x(placed.gap) + frame.x(placed.gap + 1)) / 2));
  else if (lane !== undefined) {
    item.style.setProperty("--x", percent(frame.x(lane)));
    item.style.setProperty("--half", rem(halfOfTag(tag.text)));
  }
  item.replaceChildren(...(tag.who === "" ? [] : [heardNames(tag.who)]), html("span", { class: placed.slim ? "vh" : `tag ${tag.look}` }, icon(tag.icon), tag.text), ...(tag.breaks === "" ? [] : [heard(tag.breaks)]));
  return placed.sides === null ? link(placed, frame) : bracket(placed.sides, placed.y, frame);
}
