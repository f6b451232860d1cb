// What lying logs need around them: the indexes above them, and below them what a comparison found, what the protocol
// offers, and the way to entries that are not in view.

import { html, nothing } from "../drawing/template.js";
import { repeat } from "lit-html/directives/repeat.js";
import { icon } from "../drawing/icons.js";
import { logsAreCompared } from "../drawing/promises.js";
import { say } from "../words/say.js";
import { promptOf } from "./plate.js";

/** @import { Frame } from "../../pkg/catchup.js" */
/** @import { Form } from "./servers.js" */
/** @import { Rows } from "../drawing/cells.js" */

/**
 * The indexes, over the cells. Each cell says its own to people who listen.
 * @param {Rows} rows The rows in view.
 * @param {unknown} key What else is to be told here.
 */
export function axisOf({ first, last }, key) {
  return html`<div class="axis" aria-hidden="true">
    <p class="whose">${icon("disk")}<span>${say("server-disk")}</span></p>
    ${first > 1 ? html`<p class="folded">${say("server-folded", { last: first - 1 })}</p>` : nothing}
    <p class="indexes">${repeat(Array.from({ length: last - first + 1 }, (_, place) => first + place), (index) => index, (index) => html`<span>${index}</span>`)}</p>
    <p class="axis-memory">${icon("memory")}<span>${say("server-memory")}</span></p>
    ${key}
  </div>`;
}

/**
 * The line below the rows. Its place is kept also while there is nothing to say.
 * @param {Frame} frame The moment.
 * @param {Form} form How logs are drawn: plates of servers that vote have what the protocol offers.
 * @param {(line: string) => void} act Carries out an action line.
 * @param {(first: number | null) => void} turn Shows the entries from an index on, or with null the last ones.
 */
export function footOf(frame, { rows: { first, last, longest }, voting }, act, turn) {
  const shown = last - first + 1;
  const page = (/** @type {string} */ label, /** @type {number | null} */ to) => html`<button class="btn small" type="button" @click=${() => turn(to)}>${label}</button>`;
  return html`<div class="lying-foot">
    ${longest > shown
      ? html`<p class="paging">
          <span>${say("server-entries-in-view", { first, last, count: longest })}</span>
          ${first > 1 ? html`${page(say("server-entries-first", { count: shown }), 1)} ${page(say("server-entries-earlier"), first - shown)}` : nothing} ${last < longest ? html`${page(say("server-entries-later"), last + 1)} ${page(say("server-entries-last"), null)}` : nothing}
        </p>`
      : nothing}
    <p class="compared-with">${logsAreCompared(frame)}</p>
    <p class="verdict" aria-hidden="true">${verdictOf(frame)}</p>
    ${voting ? nothing : frame.servers.map(({ name, prompts }) => prompts.map((prompt) => html`<span class="offer"><span aria-hidden="true" translate="no">${name}:</span> ${promptOf(name, prompt, act)}</span>`))}
  </div>`;
}

/**
 * What a comparison that failed in this moment found: both entries, at one glance.
 * @param {Frame} frame The moment.
 */
function verdictOf({ events, servers }) {
  for (const event of events) {
    if (event.kind !== "compared" || event.agree) continue;
    const found = event.cells.map(({ server, index }) => {
      const entry = servers.find(({ name }) => name === server)?.log[index - 1];
      if (!entry) return say("cell-found-none", { name: server, index });
      return say("cell-found", { name: server, entry: entry.term > 0 ? say("cell-of-term", { entry: entry.command, term: entry.term }) : entry.command });
    });
    const says = say("server-verdict", { index: event.cells[0]?.index ?? 0, found: found.join(", ") });
    return html`${icon("differs")}<span title=${says}>${says}</span>`;
  }
  return nothing;
}
