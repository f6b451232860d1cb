// The logs of a column as rows of small cells, aligned by index, so that they can be compared with each other and with
// those of the columns beside.

import { html, nothing } from "../drawing/template.js";
import { glyph } from "../drawing/glyphs.js";
import { icon } from "../drawing/icons.js";
import { verbOf } from "../drawing/sentence.js";
import { cellsOf, foldedOf, markName } from "../drawing/cells.js";
import { say } from "../words/say.js";

/** @import { Event, Frame, ServerFrame } from "../../pkg/catchup.js" */
/** @import { Cell, Rows } from "../drawing/cells.js" */

/** How many indexes are shown, and up to how many there is room for the commands too. */
const indexesLimit = 16;
const commandsLimit = 6;

/**
 * Draws the logs.
 * @param {Frame} frame The moment.
 * @param {string} title The protocol's.
 * @param {number} last The highest index that any column ever shows: all have the same cells, so that nothing moves.
 */
export function logsTable(frame, title, last) {
  const rows = { first: Math.max(1, last - indexesLimit + 1), last, longest: last };
  const indexes = Array.from({ length: rows.last - rows.first + 1 }, (_, place) => rows.first + place);
  const compared = comparedCells(frame.events);
  return html`<div class="logs ${indexes.length <= commandsLimit ? "wordy" : ""}">
    <table aria-label=${say("compare-logs-under", { protocol: title })}>
      <thead>
        <tr>
          <th scope="col"><span class="vh">${say("compare-server")}</span></th>
          ${rows.first > 1 ? html`<th scope="col">${say("server-folded", { last: rows.first - 1 })}</th>` : nothing} ${indexes.map((index) => html`<th scope="col">${index}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${frame.servers.map((server, place) => serverRow(frame, server, place, rows, compared))}
      </tbody>
    </table>
  </div>`;
}

/**
 * One server's log.
 * @param {Frame} frame The moment.
 * @param {ServerFrame} server The server.
 * @param {number} place Its place in the registry.
 * @param {Rows} rows The indexes to show.
 * @param {ReadonlySet<string>} compared The cells that this moment compared.
 */
function serverRow(frame, server, place, rows, compared) {
  const folded = foldedOf(frame, server, rows);
  // Nobody misses what only others have: there the row ends.
  const cells = cellsOf(frame, server, rows);
  const role = !server.up ? html`<span class="down">${say("role-down")}</span>` : server.role === "leader" ? html`${icon("crown_filled")}<span class="vh">${say("role-leader")}</span>` : nothing;
  return html`<tr>
    <th scope="row"><span>${glyph(place, server.up)}<span class="name" title=${server.name} translate="no">${server.name}</span> ${role}</span></th>
    ${folded.says ? html`<td class="folded ${folded.wrong ? "bad" : ""}">${folded.says}</td>` : nothing}
    ${cells.map((cell) => cellOf(frame, server, cell, compared.has(keyOf(server.name, cell.index))))}
    ${Array.from({ length: rows.last - rows.first + 1 - cells.length }, () => html`<td class="beyond"></td>`)}
  </tr>`;
}

/**
 * One cell: the term, the command where there is room, and in words what is the matter with it. The log that the
 * others are compared with never differs here: in so small a picture the mark on the others' is enough.
 * @param {Frame} frame The moment.
 * @param {ServerFrame} server The server.
 * @param {Cell} cell What it says.
 * @param {boolean} compared Whether this moment compared it.
 */
function cellOf(frame, server, cell, compared) {
  const term = server.log[cell.index - 1]?.term ?? termOnItsWay(frame, server.name, cell.index);
  const differs = cell.state === "differs" && frame.reference?.server !== server.name;
  const state = cell.state === "differs" && !differs ? "held" : cell.state;
  const words = state === "held" || state === "asked" ? "" : markName(state);
  const promised = cell.committed === null ? "" : say(cell.committed ? "cell-committed" : "cell-not-committed");
  const look = `${state}${cell.committed === null ? "" : cell.committed ? " committed" : " open"}${cell.fresh ? " fresh" : ""}${compared ? " compared" : ""}`;
  return html`<td class=${look} title=${cell.command || words}>
    <span class="term">${cell.marks.includes("missing") ? "" : state === "damaged" ? "?" : term}${differs ? html`<i aria-hidden="true">≠</i>` : state === "broken" || state === "surplus" || state === "repeated" ? html`<i aria-hidden="true">${{ broken: "!", surplus: "+", repeated: "×2" }[state]}</i>` : nothing}</span>
    <span class="command" translate="no">${verbOf(cell.command)}</span><span class="vh">${[words, promised, compared ? say("compare-just-compared") : ""].filter(Boolean).join(", ")}</span>
  </td>`;
}

/**
 * @param {readonly Event[]} events What happened in a moment.
 * @returns {Set<string>} The cells that were compared.
 */
function comparedCells(events) {
  const cells = events.flatMap((event) => (event.kind === "compared" ? event.cells : []));
  return new Set(cells.map(({ server, index }) => keyOf(server, index)));
}

/**
 * @param {string} server A server's name, which has no blanks.
 * @param {number} index An index.
 * @returns {string} What a cell is known by.
 */
function keyOf(server, index) {
  return `${server} ${index}`;
}

/**
 * @param {Frame} frame The moment.
 * @param {string} server A server's name.
 * @param {number} index An index that a message in flight brings an entry for.
 * @returns {number | undefined} That entry's term.
 */
function termOnItsWay({ in_flight }, server, index) {
  const entries = in_flight.flatMap((message) => (message.to === server ? (message.entries ?? []) : []));
  return entries.findLast((entry) => entry.index === index)?.term;
}
