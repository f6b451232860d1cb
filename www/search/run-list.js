// A run that a search found, as a list: its actions, each with its reason, and the logs at its end.

import { html, nothing } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";
import { glyph } from "../drawing/glyphs.js";
import { sentence } from "../drawing/sentence.js";
import { say } from "../words/say.js";
import { actionDrawn } from "./words.js";

/** @import { Frame } from "../../pkg/catchup.js" */
/** @import { Step, Told } from "./telling.js" */

/**
 * How a run stands beside another.
 * @typedef {object} Beside
 * @property {string} label What the list is called.
 * @property {number} same How many of its first actions are the same as in the other, and folded away.
 * @property {number | null} differs After how many actions the two part; null when there is no other.
 * @property {boolean} harm Whether it is the one that breaks.
 */

/**
 * @param {Told} told The run.
 * @param {Beside} beside How it stands beside the other.
 */
export function actionList({ steps, end }, { label, same, differs, harm }) {
  const parting = differs === null ? null : harm ? say("search-differs") : say("search-instead");
  const row = (/** @type {Step} */ step, /** @type {number} */ place) => {
    const breaks = harm && place === steps.length - 1;
    return actionRow(step, place, end, place === differs && !breaks ? parting : null, breaks);
  };
  const folded = steps.slice(0, same);
  return html`<ol class="actions" aria-label=${label}>
    ${folded.length === 0 ? nothing : html`<li class="same" .style="--same:${folded.length}"><details><summary>${say("search-same", { count: folded.length })}</summary><ol>${folded.map(row)}</ol></details></li>`}
    ${steps.slice(same).map((step, place) => row(step, same + place))}
    ${!harm && steps.length === same ? html`<li class="rest"><p>${say("search-nothing-follows")}</p></li>` : nothing}
  </ol>`;
}

/**
 * @param {Step} step An action with its reason.
 * @param {number} place Which it is, from 0.
 * @param {Frame} end The run's last moment, for the servers.
 * @param {string | null} parting How it differs from the other run's action in its place; null when it is not the first that does.
 * @param {boolean} breaks Whether it breaks a promise.
 */
function actionRow({ line, says, names, route }, place, end, parting, breaks) {
  return html`<li class=${breaks ? "last" : parting === null ? "" : "parting"}>
    <span class="number" aria-hidden="true">${place + 1}</span>
    <p><b>${actionDrawn(line, (text) => exact(text, end))}</b>${route === null ? nothing : html` <span class="route" translate="no">${party(route.from, end)}<i aria-hidden="true">→</i><span class="vh"> ${say("search-to")} </span>${party(route.to, end)}</span>`}
    ${breaks ? html`<span class="tag">${icon("broken")}${say("search-broken")}</span>` : parting === null ? nothing : html`<span class="tag">${parting}</span>`}</p>
    <p class="why">${sentence(says, names, end.servers)}</p>
  </li>`;
}

/**
 * @param {string} text What is the same in every language: servers with their marks, else as it is.
 * @param {Frame} frame A moment.
 */
function exact(text, frame) {
  const words = text.split(" ");
  const isOfServers = words.every((word) => frame.servers.some(({ name }) => name === word));
  return isOfServers ? html`<span class="parties" translate="no">${words.map((word) => party(word, frame))}</span>` : html`<span translate="no">${text}</span>`;
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
 * The logs at the end, with the cells marked that a broken promise is about.
 * @param {Frame} frame The last moment.
 * @param {string} label What the list is called.
 */
export function endLogs({ servers, invariants }, label) {
  const wrong = new Set(invariants.filter(({ kind, holds }) => kind === "always" && !holds).flatMap(({ cells }) => cells.map(({ server, index }) => `${server} ${index}`)));
  return html`<ul class="end-logs" aria-label=${label}>
    ${servers.map(({ name, up, role, term, log }, place) => {
      const last = Math.max(log.length, ...[...wrong].filter((cell) => cell.startsWith(`${name} `)).map((cell) => Number(cell.split(" ")[1])));
      return html`<li>
        <p><b>${glyph(place, up)}<span translate="no">${name}</span></b> <span class="standing">${standing(up, role === "leader", term)}</span></p>
        ${last === 0 ? html`<p class="hint">${say("search-log-empty")}</p>` : html`<ol>${Array.from({ length: last }, (_, at) => cell(log[at], at + 1, wrong.has(`${name} ${at + 1}`)))}</ol>`}
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
    <span class="number">${index}</span>${entry ? html`<code translate="no">${entry.command}</code>${entry.term > 0 ? html`<small>t${entry.term}</small>` : nothing}` : html`<span class="vh">${say("search-log-missing")}</span>`}${wrong ? html`<b>≠<span class="vh">${say("search-log-broken")}</span></b>` : nothing}
  </li>`;
}

/**
 * @param {boolean} up Whether a server is up.
 * @param {boolean} leads Whether it leads.
 * @param {number} term Its term; 0 for none.
 * @returns {string} How it stands, for beside its name; empty when there is nothing to say.
 */
function standing(up, leads, term) {
  if (!up) return term > 0 ? say("search-down-in-term", { term }) : say("search-down");
  if (leads) return term > 0 ? say("search-leads-in-term", { term }) : say("search-leads");
  return term > 0 ? say("search-in-term", { term }) : "";
}
