// One column of the side by side view: a protocol, what just happened under it, what it costs, the logs, what was said,
// and how it ends.

import { html, nothing } from "../drawing/template.js";
import { logsTable } from "./logs.js";
import { linesUpTo } from "./outcome.js";
import { icon } from "../drawing/icons.js";
import { lamps } from "../drawing/promises.js";
import { said, sentence, stateName } from "../drawing/sentence.js";
import { say, sayAround } from "../words/say.js";

/** @import { Costs, ServerFrame } from "../../pkg/catchup.js" */
/** @import { Column, Comparison } from "./compare.js" */
/** @import { Line } from "./outcome.js" */

/** What is counted, in the order of the tables, and the message that names it. */
export const counted = /** @type {const} */ ([
  ["messages", "compare-messages"],
  ["round_trips", "compare-round-trips"],
  ["entries", "compare-entries"],
  ["bytes", "compare-bytes"],
]);

/** How many lines of a conversation are drawn: more than anybody scrolls through, few enough to draw at every step. */
const linesLimit = 100;

/**
 * Draws a column.
 * @param {Column} column What to draw.
 * @param {Comparison} comparison What it stands among.
 */
export function columnSection(column, comparison) {
  const { protocol, frame, length, costs, endCosts, end, run } = column;
  const heading = `compare-${protocol.name}`;
  const ended = frame.moment === length;
  const [happened] = frame.events;
  return html`<section class="column" aria-labelledby=${heading}>
    <div class="column-head">
      <h3 id=${heading}>${protocol.title}</h3>
      <span class="where ${ended ? "ended" : ""}">${ended ? say("compare-ended", { count: length }) : say("playback-position", { step: frame.moment, count: length })}</span>
    </div>
    <div class="column-says">
      <p class="sentence">${happened ? sentence(happened.says, happened.names, frame.servers) : say("compare-nothing-happened")}</p>
      ${run.warning === undefined ? nothing : html`<p class="caution">${icon("broken")}<span>${run.warning}</span></p>`}
      ${run.left_out.map((says) => html`<p class="caution">${icon("cut")}<span>${says}</span></p>`)}
    </div>
    ${tally(protocol.title, costs, endCosts)}
    <div class="column-logs">
      <h4>${say("compare-logs")} <small>${say("compare-logs-show")}</small></h4>
      ${logsTable(frame, protocol.title, Math.max(...comparison.columns.map(({ lastIndex }) => lastIndex)))}
    </div>
    <div class="column-said">
      <h4>${say("compare-said")}</h4>
      ${conversation(protocol.title, linesUpTo(column.history, frame.moment), frame.servers)}
    </div>
    <div class="column-end">
      <h4>${say("compare-end")}</h4>
      ${lamps(end, "always", null)} ${lamps(end, "goal", null)} ${lamps(end, "sometimes", null)}
    </div>
  </section>`;
}

/** What the marks in the logs mean. */
export function legend() {
  return html`<ul class="legend" aria-label=${say("compare-marks")}>
    <li><span class="sample differs">3<i>≠</i></span>${say("compare-mark-differs")}</li>
    <li><span class="sample missing"></span>${say("cell-missing")}</li>
    <li><span class="sample surplus">3<i>+</i></span>${say("compare-mark-surplus")}</li>
    <li><span class="sample repeated">3<i>×2</i></span>${say("cell-repeated")}</li>
    <li><span class="sample coming">3</span>${say("cell-on-its-way")}</li>
    <li><span class="sample fresh">3</span>${say("compare-mark-fresh")}</li>
    <li><span class="sample compared">3</span>${say("compare-just-compared")}</li>
  </ul>`;
}

/**
 * Brings the last thing that happened into view, without moving anything but the list.
 * @param {HTMLElement} list A conversation.
 */
export function scrollToLatest(list) {
  const latest = /** @type {HTMLElement | undefined} */ ([...list.querySelectorAll(".now")].at(-1) ?? list.lastElementChild ?? undefined);
  if (latest) list.scrollTop = latest.offsetTop + latest.offsetHeight - list.clientHeight;
}

/**
 * The counts, so far and in the end.
 * @param {string} title The protocol's.
 * @param {Costs} costs What it cost so far.
 * @param {Costs} end What it costs in all.
 */
function tally(title, costs, end) {
  return html`<table class="tally" aria-label=${say("compare-costs", { protocol: title })}>
    <thead>
      <tr>${counted.map(([, message]) => html`<th scope="col">${say(message)}</th>`)}</tr>
    </thead>
    <tbody>
      <tr>${counted.map(([name]) => html`<td>${sayAround("some-of", { count: html`<b>${costs[name]}</b>`, all: end[name] })}</td>`)}</tr>
    </tbody>
  </table>`;
}

/**
 * The conversation. It can have the focus, so that it can be scrolled by keys.
 * @param {string} title The protocol's.
 * @param {readonly Line[]} lines All of it.
 * @param {readonly ServerFrame[]} servers The servers.
 */
function conversation(title, lines, servers) {
  const earlier = Math.max(0, lines.length - linesLimit);
  return html`<ol class="said" tabindex="0" aria-label=${say("compare-said-under", { protocol: title })}>
    ${earlier > 0 ? html`<li class="aside">${say("compare-said-earlier", { count: earlier })}</li>` : nothing}
    ${lines.length === 0 ? html`<li class="aside">${say("compare-said-nothing")}</li>` : nothing}
    ${lines.slice(earlier).map((line) => lineItem(line, servers))}
  </ol>`;
}

/**
 * @param {Line} line One line of it.
 * @param {readonly ServerFrame[]} servers The servers.
 */
function lineItem({ message, state, now, says, names }, servers) {
  const current = now ? "step" : nothing;
  if (!message) return html`<li class="aside ${now ? "now" : ""}" aria-current=${current}>${sentence(says, names, servers)}</li>`;
  const shown = state === "delivered" ? "vh" : "state";
  // The arrow is for the eye, the words around the names for the ear.
  const route = sayAround("route", { from: html`<span translate="no">${message.from}</span><i aria-hidden="true">→</i>`, to: html`<span translate="no">${message.to}</span>` });
  return html`<li class="line ${(state ?? "").replace(" ", "-")} ${now ? "now" : ""}" aria-current=${current}>
    <span class="number" aria-hidden="true">${message.id}</span>
    <span><b>${route.map((part) => (typeof part === "string" ? html`<span class="vh">${part}</span>` : part))}<span class="vh">: </span></b> ${said(message)}${message.copy_of === undefined ? nothing : html` <em>${say("message-again", { id: message.copy_of })}</em>`} <span class=${shown}>(${state ? stateName(state) : nothing})</span></span>
  </li>`;
}
