// A selected message, whole: what its label had to leave out, and its exact text. It stands between the rows, in room
// that is made for it.

import { html } from "../drawing/elements.js";
import { saidParts } from "./parts.js";
import { say } from "../words/say.js";

/** @import { Message } from "../../pkg/catchup.js" */
/** @import { Scene } from "./parts.js" */

/**
 * The whole of a selected message.
 * @param {Message} message The message.
 * @param {Scene["instead"]} instead What is offered at which answer.
 * @returns {HTMLElement}
 */
export function detailOf({ id, says, exact, wire, entries = [] }, instead) {
  const meaning = say(entries.length === 0 ? "detail-exact-text" : "detail-exact-text-with-entries");
  return html(
    "div",
    { class: "detail" },
    html("p", { class: "whole", "aria-hidden": "true", hidden: "" }, ...saidParts({ says, ...(exact && { exact }) })),
    html("p", { class: "meaning", "aria-hidden": "true" }, meaning),
    html("pre", { class: "wire", translate: "no", tabindex: 0, role: "group", "aria-label": say("detail-exact-text-of", { id }) }, wire),
    ...(instead?.answer === id ? [html("button", { class: "btn small", type: "button", "data-instead": "" }, instead.label)] : []),
  );
}

/**
 * Shows the sentence of a selected message again where its label had to shorten it.
 * @param {HTMLElement} item The message's item.
 * @returns {HTMLElement | null} The message's detail; null when it has none.
 */
export function completeDetail(item) {
  const detail = /** @type {HTMLElement | null} */ (item.querySelector(".detail"));
  const label = item.querySelector(".say");
  const whole = /** @type {HTMLElement | null} */ (detail?.querySelector(".whole") ?? null);
  if (label !== null && whole !== null) whole.hidden = label.scrollHeight <= label.clientHeight + 1;
  return detail;
}
