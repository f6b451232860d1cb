// The boxes of requests that wait, below "now": why, and what helps. None of them lies on a row. Where gaps are wide enough a box
// stands in the one beside its lane, else it says whose it is.

import { html, icon, percent } from "../drawing/elements.js";
import { laneX } from "./laid.js";
import { say, sayAround } from "../words/say.js";
import { tied } from "../words/ties.js";

/** @import { Scene, Standstill } from "./parts.js" */

/**
 * One box for each server at which requests wait.
 * @param {Scene} scene The moment.
 * @param {boolean} inGaps Whether there is room for them beside their lanes.
 * @returns {HTMLElement[]}
 */
export function boxes({ waiting, serverCount }, inGaps) {
  const lanes = [...new Set(waiting.map(({ lane }) => lane))];
  return lanes.map((lane) => box(waiting.filter((one) => one.lane === lane), inGaps ? besideLane(lane, serverCount) : null));
}

/**
 * Where a box stands in the gap beside a lane.
 * @param {number} lane The server's lane.
 * @param {number} serverCount How many servers have a lane.
 * @returns {string} A value of a style attribute.
 */
function besideLane(lane, serverCount) {
  const gap = Math.min(lane, serverCount - 1);
  const left = laneX(gap, serverCount);
  return `left:calc(${percent(left)} + 1rem);width:calc(${percent(laneX(gap + 1, serverCount) - left)} - 2rem)`;
}

/**
 * The box of one server.
 * @param {readonly Standstill[]} waiting The requests, at least one.
 * @param {string | null} place Where it stands in a gap; null where it stands in a row with others.
 * @returns {HTMLElement}
 */
function box(waiting, place) {
  const [first] = waiting;
  const values = { numbers: waiting.map(({ id }) => id).join(", "), count: waiting.length };
  const head = place === null ? html("span", {}, ...sayAround("ladder-waits-at", { ...values, name: html("span", { translate: "no" }, first?.server ?? "") })) : say("ladder-waits", values);
  const element = html(
    "div",
    { class: place === null ? "standstill" : "standstill in-gap", role: "group", "aria-label": say("ladder-waiting-at", { name: first?.server ?? "" }), style: place ?? "" },
    html("b", {}, icon("hourglass"), head),
    html("p", {}, tied(first?.why ?? "")),
  );
  const help = first?.helps[0];
  if (help !== undefined) element.append(html("button", { class: "btn small", type: "button", "data-lines": help.lines.join("\n") }, help.label));
  return element;
}
