// One column of the side by side view: a protocol, what just happened under it, what it costs, the logs, what was said,
// and how it ends.

import { html, nothing } from "../drawing/template.js";
import { logsTable } from "./logs.js";
import { linesUpTo } from "./outcome.js";
import { icon } from "../drawing/icons.js";
import { lamps } from "../drawing/promises.js";
import { said, sentence } from "../drawing/sentence.js";

/** @import { Costs, ServerFrame } from "../../pkg/catchup.js" */
/** @import { Column, Comparison } from "./compare.js" */
/** @import { Line } from "./outcome.js" */

/** What is counted, in the order of the tables. */
export const counted = /** @type {const} */ ([
  ["messages", "messages"],
  ["round_trips", "round trips"],
  ["entries", "entries"],
  ["bytes", "bytes"],
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
      <span class="where ${ended ? "ended" : ""}">${ended ? `Ended after ${length} ${length === 1 ? "step" : "steps"}` : `Step ${frame.moment} of ${length}`}</span>
    </div>
    <div class="column-says">
      <p class="sentence">${happened ? sentence(happened.says, happened.names, frame.servers) : "This is the start: nothing has been said."}</p>
      ${run.warning === undefined ? nothing : html`<p class="caution">${icon("broken")}<span>${run.warning}</span></p>`}
      ${run.left_out.map((says) => html`<p class="caution">${icon("cut")}<span>${says}</span></p>`)}
    </div>
    ${tally(protocol.title, costs, endCosts)}
    <div class="column-logs">
      <h4>Logs <small>the term of each entry, by index</small></h4>
      ${logsTable(frame, protocol.title, Math.max(...comparison.columns.map(({ lastIndex }) => lastIndex)))}
    </div>
    <div class="column-said">
      <h4>Messages</h4>
      ${conversation(protocol.title, linesUpTo(column.history, frame.moment), frame.servers)}
    </div>
    <div class="column-end">
      <h4>In the end</h4>
      ${lamps(end, "always", null)} ${lamps(end, "goal", null)} ${lamps(end, "sometimes", null)}
    </div>
  </section>`;
}

/** What the marks in the logs mean. */
export function legend() {
  return html`<ul class="legend" aria-label="Marks in the logs">
    <li><span class="sample differs">3<i>≠</i></span>differs from the leader’s, or else the longest log’s</li>
    <li><span class="sample missing"></span>missing</li>
    <li><span class="sample surplus">3<i>+</i></span>surplus: beyond its end</li>
    <li><span class="sample repeated">3<i>×2</i></span>repeated</li>
    <li><span class="sample coming">3</span>on its way</li>
    <li><span class="sample fresh">3</span>just appended</li>
    <li><span class="sample compared">3</span>just compared</li>
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
  return html`<table class="tally" aria-label="What ${title} costs so far">
    <thead>
      <tr>${counted.map(([, word]) => html`<th scope="col">${word}</th>`)}</tr>
    </thead>
    <tbody>
      <tr>${counted.map(([name]) => html`<td><b>${costs[name]}</b> of ${end[name]}</td>`)}</tr>
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
  return html`<ol class="said" tabindex="0" aria-label="Messages under ${title}">
    ${earlier > 0 ? html`<li class="aside">${earlier} earlier, not shown</li>` : nothing}
    ${lines.length === 0 ? html`<li class="aside">Nothing yet.</li>` : nothing}
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
  return html`<li class="line ${(state ?? "").replace(" ", "-")} ${now ? "now" : ""}" aria-current=${current}>
    <span class="number" aria-hidden="true">${message.id}</span>
    <span><b><span translate="no">${message.from}</span><i aria-hidden="true">→</i><span class="vh"> to </span><span translate="no">${message.to}</span><span class="vh">: </span></b> ${said(message)}${message.copy_of === undefined ? nothing : html` <em>again ${message.copy_of}</em>`} <span class=${shown}>(${state})</span></span>
  </li>`;
}
