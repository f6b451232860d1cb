// The boxes of requests that wait, in the free room below "now": why, and what helps. None of them lies on a row.

import { html, icon, percent } from "../drawing/elements.js";
import { laneX } from "./layout.js";

/** @import { Scene, Standstill } from "./parts.js" */

/**
 * One box for each server at which requests wait.
 * @param {Scene} scene The moment.
 * @returns {HTMLElement[]}
 */
export function boxes({ waiting, serverCount }) {
  const lanes = [...new Set(waiting.map(({ lane }) => lane))];
  return lanes.map((lane) => box(waiting.filter((one) => one.lane === lane), lane, serverCount));
}

/**
 * The box of one server.
 * @param {readonly Standstill[]} waiting The requests, at least one.
 * @param {number} lane The server's lane.
 * @param {number} serverCount How many servers have a lane.
 * @returns {HTMLElement}
 */
function box(waiting, lane, serverCount) {
  const [first] = waiting;
  const gap = Math.min(lane, serverCount - 1);
  const left = laneX(gap, serverCount);
  const numbers = waiting.map(({ id }) => id).join(", ");
  const element = html(
    "div",
    { class: "standstill", role: "group", "aria-label": `Waiting at ${first?.server}`, style: `left:calc(${percent(left)} + 1rem);width:calc(${percent(laneX(gap + 1, serverCount) - left)} - 2rem)` },
    html("b", {}, icon("hourglass"), `${numbers} ${waiting.length === 1 ? "waits" : "wait"}`),
    html("p", {}, first?.why ?? ""),
  );
  const help = first?.helps[0];
  if (help !== undefined) element.append(html("button", { class: "btn small", type: "button", "data-lines": help.lines.join("\n") }, help.label));
  return element;
}
