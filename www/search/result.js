// How a search ended: the actions of the run that it found, each with its reason, and the logs at its end.

import { html, nothing } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";
import { glyph } from "../drawing/glyphs.js";
import { sentence } from "../drawing/sentence.js";
import { doing, headline, meaning } from "./words.js";

/** @import { Frame } from "../../pkg/catchup.js" */
/** @import { Finished } from "./search.js" */
/** @import { Told } from "./telling.js" */

/**
 * @param {Finished} finished The search, and the run that it found, if it did.
 * @param {(told: Told) => void} open Opens that run on the page.
 */
export function resultSection({ progress, outcome, told }, open) {
  const look = outcome.kind === "broken" ? "bad" : outcome.kind === "holds" ? "ok" : "wait";
  const sign = outcome.kind === "broken" ? "broken" : outcome.kind === "holds" ? "check" : "wait";
  return html`<section class="result" aria-labelledby="search-result">
    <div class="result-head ${look}">
      ${icon(sign)}
      <h3 id="search-result" tabindex="-1">${headline(outcome)}</h3>
      ${told ? html`<button class="btn primary" type="button" @click=${() => open(told)}>Open this run</button>` : nothing}
    </div>
    ${outcome.kind === "broken" && told ? told.end.invariants.filter(({ id }) => outcome.broken.some((broken) => broken.id === id)).map(({ title, says, names }) => html`<p class="result-says"><b>${title}.</b> ${sentence(says, names, told.end.servers)}</p>`) : nothing}
    <p class="result-means">${meaning(outcome, progress)}</p>
    ${progress.happened.length === 0 || outcome.kind === "broken" ? nothing : html`<ul class="happened" aria-label="What happened within the bounds">${progress.happened.map(([title, did]) => html`<li>${icon(did ? "check" : "wait")}${title}: ${did ? "somewhere" : "nowhere"}</li>`)}</ul>`}
    ${told ? actions(told) : nothing}
  </section>`;
}

/** @param {Told} told The run that was found. */
function actions({ steps, end }) {
  return html`<ol class="actions" aria-label="The actions of the run">
      ${steps.map(({ line, says, names, route }, place) => {
        const { does, what } = doing(line);
        const last = place === steps.length - 1;
        return html`<li class=${last ? "last" : ""}>
          <span class="number" aria-hidden="true">${place + 1}</span>
          <p><b>${does} <span translate="no">${what}</span></b>${route === null ? nothing : html` <span class="route" translate="no">${party(route.from, end)}<i aria-hidden="true">→</i><span class="vh"> to </span>${party(route.to, end)}</span>`}
          ${last ? html`<span class="tag">${icon("broken")}broken</span>` : nothing}</p>
          <p class="why">${sentence(says, names, end.servers)}</p>
        </li>`;
      })}
    </ol>
    ${logs(end)}`;
}

/**
 * @param {string} name A server's name, or `client`.
 * @param {Frame} frame A moment.
 */
function party(name, { servers }) {
  const place = servers.findIndex((server) => server.name === name);
  return html`${place < 0 ? icon("client") : glyph(place, true)}${name}`;
}

/**
 * The logs at the end, with the cells marked that the broken promise is about.
 * @param {Frame} frame The last moment.
 */
function logs({ servers, invariants }) {
  const wrong = new Set(invariants.filter(({ kind, holds }) => kind === "always" && !holds).flatMap(({ cells }) => cells.map(({ server, index }) => `${server} ${index}`)));
  return html`<ul class="end-logs" aria-label="The logs in the end">
    ${servers.map(({ name, up, role, term, log }, place) => {
      const last = Math.max(log.length, ...[...wrong].filter((cell) => cell.startsWith(`${name} `)).map((cell) => Number(cell.split(" ")[1])));
      return html`<li>
        <p><b>${glyph(place, up)}<span translate="no">${name}</span></b> ${!up ? "down" : role === "leader" ? "leads" : ""}${term > 0 ? ` term ${term}` : ""}</p>
        ${last === 0 ? html`<p class="hint">empty</p>` : html`<ol>${Array.from({ length: last }, (_, at) => cell(log[at], at + 1, wrong.has(`${name} ${at + 1}`)))}</ol>`}
      </li>`;
    })}
  </ul>`;
}

/**
 * @param {{ term: number, command: string } | undefined} entry What lies there; undefined for nothing.
 * @param {number} index Where.
 * @param {boolean} wrong Whether a broken promise is about it.
 */
function cell(entry, index, wrong) {
  return html`<li class="end-cell ${wrong ? "broken" : ""} ${entry ? "" : "missing"}">
    <span class="number">${index}</span>${entry ? html`<code translate="no">${entry.command}</code>${entry.term > 0 ? html`<small>t${entry.term}</small>` : nothing}` : html`<span class="vh">missing</span>`}${wrong ? html`<b>≠<span class="vh">broken here</span></b>` : nothing}
  </li>`;
}
