// The answer that a lesson asks for, below all that was said: an arrow that nobody has sent yet. For the eye alone, since the
// question is asked in words beside it.

import { em, html, line, percent, svg } from "../drawing/elements.js";
import { say } from "../words/say.js";

/** @import { Scene } from "./parts.js" */

/** Where the arrow begins and ends, below its words. */
const ARROW_TOP = 1.5;
const ARROW_BOTTOM = 2;

/**
 * Draws the answer that is asked for.
 * @param {Scene} scene The moment.
 * @param {(lane: number) => number} x A lane's place in percent.
 * @returns {HTMLElement[]} Empty when no answer is asked for.
 */
export function askedAnswer({ answer }, x) {
  if (answer === null) return [];
  const { name, from, to } = answer;
  const shaft = line("a unsent", x(from), ARROW_TOP, x(to), ARROW_BOTTOM);
  shaft.setAttribute("marker-end", "url(#ladder-head-unsent)");
  const dot = svg("circle", { class: "dot", cx: percent(x(from)), cy: em(ARROW_TOP), r: "0.1875em" });
  // Beside the lane of whoever answers, on the side to which the arrow goes.
  const words = html("p", { style: to < from ? `right:${percent(100 - x(from))}` : `left:${percent(x(from))}` }, say("ladder-asked-answer", { name }));
  return [html("div", { class: "asked-answer", "aria-hidden": "true" }, words, svg("svg", {}, shaft, dot))];
}
