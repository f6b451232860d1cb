// The form for narrow pages: each message is its sentence, with a small staff under it that holds the lanes and the
// one arrow. So no sentence ever crosses a lane, however many servers there are.

import { arrow, link } from "./arrows.js";
import { bars } from "./lifelines.js";
import { detailOf } from "./detail.js";
import { hue } from "../drawing/glyphs.js";
import { em, html, icon, line, percent, svg } from "../drawing/elements.js";
import { stateAt } from "./lanes.js";
import { stateOf } from "./laid.js";
import { PlacedMessage } from "./placed.js";
import { actions, heard, heardNames, learntOf, noteOf, numberOf, routeOf, saidParts, tagOf, toldAfter } from "./parts.js";
import { stateName } from "../drawing/sentence.js";
import { say } from "../words/say.js";

/** @import { Placed, PlacedTag } from "./layout.js" */
/** @import { Scene } from "./parts.js" */

const STAFF_HEIGHT = 1.875;
/** Where an arrow begins and ends within its staff. */
const ARROW_TOP = 0.4375;
const ARROW_FALL = 1;

/**
 * Fills a message's item.
 * @param {HTMLElement} item The item; whatever it held is replaced.
 * @param {PlacedMessage} placed The message.
 * @param {Scene} scene The moment.
 * @param {(lane: number) => number} x A lane's place in percent.
 */
export function fillStaffMessage(item, placed, scene, x) {
  const { message } = placed;
  const state = stateOf(placed, scene.cursor);
  const selected = scene.selected === message.id;
  const opened = state === "in flight" && (selected || scene.open === message.id);
  const note = noteOf(placed, scene.cursor);
  item.className = `staff-item${scene.now.has(message.id) ? " now" : ""}${selected ? " selected" : ""}${state === "in flight" && !opened ? " closed" : ""}`;
  // For the eye the route is drawn by the stylesheet; in the text it reads as on the lanes.
  const route = html("b", { class: "route", "aria-hidden": "true", "data-route": `${message.from} → ${message.to}` });
  const told = state === "delivered" ? heard(` (${stateName(state)})`) : html("span", { class: state === "in flight" ? "st" : "st bad" }, ` (${stateName(state)})`);
  const sentence = html("p", { class: "psay" }, numberOf(placed), route, heardNames(`${routeOf(message.from, message.to)}: `), ...saidParts(message), told);
  if (note.look === "reason" || note.look === "no")
    sentence.append(html("span", { class: note.look === "no" ? "why no-answer" : "why", "aria-hidden": "true", "data-why": note.text }, ...(note.isVote ? [icon("crossed")] : [])));
  const breaks = scene.broken.get(placed);
  if (breaks !== undefined) sentence.append(html("span", { class: "why breaks", "aria-hidden": "true", "data-why": breaks }, icon("broken")));
  const learnt = learntOf(placed, scene.cursor).join(", ");
  if (learnt !== "") sentence.append(html("span", { class: "learnt", "aria-hidden": "true", "data-why": learnt }));
  sentence.append(toldAfter(placed, scene));
  item.replaceChildren(sentence, messageStaff(placed, scene, x));
  if (opened) item.append(actions(message.id, "words"));
  if (state === "in flight" && !opened) {
    item.append(
      html("button", { class: "more", type: "button", "data-open": message.id, "aria-label": say("ladder-more", { id: message.id }) }, icon("more")),
    );
  }
  if (selected && scene.whole !== null) item.append(detailOf(scene.whole, scene.instead));
}

/**
 * Fills a tag's item.
 * @param {HTMLElement} item The item; whatever it held is replaced.
 * @param {PlacedTag} placed The tag.
 * @param {Scene} scene The moment.
 * @param {(lane: number) => number} x A lane's place in percent.
 */
export function fillStaffTag(item, placed, scene, x) {
  const tag = tagOf(placed, scene);
  item.className = `staff-item staff-tag${scene.nowTag === placed ? " now" : ""}`;
  const staff = emptyStaff(placed, scene, x);
  const middle = STAFF_HEIGHT / 2;
  if (placed.lanes.length === 2) staff.append(link({ ...placed, y: middle }, { x, top: 0, y: (y) => y }));
  for (const lane of placed.lanes.length === 1 ? placed.lanes : []) {
    staff.append(svg("circle", { class: `tag-dot ${tag.look}`, cx: percent(x(lane)), cy: em(middle), r: "0.25em" }));
  }
  item.replaceChildren(html("p", { class: `psay ${tag.look}` }, icon(tag.icon), html("b", {}, ...(tag.who === "" ? [] : [html("span", { translate: "no" }, tag.who)]), tag.text, tag.breaks)), staff);
}

/**
 * The staff of a message.
 * @param {PlacedMessage} placed The message.
 * @param {Scene} scene The moment.
 * @param {(lane: number) => number} x A lane's place in percent.
 * @returns {SVGSVGElement}
 */
function messageStaff(placed, scene, x) {
  const staff = emptyStaff(placed, scene, x);
  // On a staff an arrow never waits: how late it came is told by the numbers around it.
  const fate = placed.fate === null ? null : { ...placed.fate, wait: null };
  const onStaff = new PlacedMessage(placed.message, placed.moment, placed.chunk, { ...placed.stance, fall: ARROW_FALL });
  staff.append(arrow(Object.assign(onStaff, { fate, y: ARROW_TOP }), scene, { x, top: 0, y: (y) => y }));
  return staff;
}

/**
 * A staff with the lanes as they were after the item's moment.
 * @param {Placed} placed The item.
 * @param {Scene} scene The moment.
 * @param {(lane: number) => number} x A lane's place in percent.
 * @returns {SVGSVGElement}
 */
function emptyStaff(placed, scene, x) {
  const staff = svg("svg", { class: "staff", "aria-hidden": "true" });
  for (let lane = 0; lane <= scene.serverCount; lane += 1) {
    const state = stateAt(scene.layout.changes[lane] ?? [], placed.moment);
    if (state === null) continue;
    staff.append(line(state.up ? "lifeline" : "lifeline ghost", x(lane), 0, x(lane), STAFF_HEIGHT));
    staff.append(...bars(lane, state.leads, x(lane), 0, STAFF_HEIGHT));
  }
  return staff;
}

/**
 * The lanes' names, which stay above the staves while they scroll.
 * @param {Scene} scene The moment.
 * @param {(lane: number) => number} x A lane's place in percent.
 * @returns {HTMLElement}
 */
export function laneNames(scene, x) {
  const names = scene.layout.names.slice(0, scene.serverCount + 1).map((name, lane) => {
    const leads = stateAt(scene.layout.changes[lane] ?? [], scene.cursor)?.leads ?? "no";
    return html("span", { class: leads === "latest" ? "lead" : "", translate: "no", style: `left:${percent(x(lane))};--hue:${hue(lane - 1)}` }, name);
  });
  return html("div", { class: "lanes", "aria-hidden": "true", style: `--lanes:${names.length}` }, ...names);
}
