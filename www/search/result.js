// How a search ended: what it means, and the run that it found beside the nearest one that does not break.

import { html, nothing } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";
import { sentence } from "../drawing/sentence.js";
import { happenings } from "./controls.js";
import { actionList, endLogs } from "./run-list.js";
import { say } from "../words/say.js";
import { headline, lookingSays, meaning, nearestMeans, nearestTitle, nextSays } from "./words.js";

/** @import { Finished } from "./search.js" */
/** @import { Rescued, Told } from "./telling.js" */

/**
 * @param {Finished} finished The search, and the runs that it found, if it did.
 * @param {(told: Told) => void} open Opens one of them on the page.
 */
export function resultSection({ progress, outcome, told, nearest, looked }, open) {
  const look = outcome.kind === "broken" ? "bad" : outcome.kind === "holds" ? "ok" : "wait";
  const sign = outcome.kind === "broken" ? "broken" : outcome.kind === "holds" ? "check" : "wait";
  const differs = nearest?.rescue.kind === "found" ? nearest.rescue.same : null;
  const rows = Math.max(told?.steps.length ?? 0, nearest?.told ? rowsOf(nearest.told, differs ?? 0) : 0);
  return html`<div class="results" .style="--rows:${rows + 2}">
    <section class="result" aria-labelledby="search-result" .style="--count:${told?.steps.length ?? 0}">
      <div class="result-says-all">
        <div class="result-head ${look}">
          ${icon(sign)}
          <h3 id="search-result" tabindex="-1">${headline(outcome)}</h3>
          ${told ? html`<button class="btn primary" type="button" @click=${() => open(told)}>${say("search-open")}${icon("step")}</button>` : nothing}
        </div>
        ${outcome.kind === "broken" && told ? told.end.invariants.filter(({ id }) => outcome.broken.some((broken) => broken.id === id)).map(({ title, says, names }) => html`<p class="result-says"><b>${title}.</b> ${sentence(says, names, told.end.servers)}</p>`) : nothing}
        ${outcome.kind === "broken" ? nothing : html`<p class="result-means">${meaning(outcome, progress)}</p>${happenings(progress)}<p class="result-means">${nextSays(outcome)}</p>`}
      </div>
      ${told ? html`${actionList(told, { label: say("search-actions-of-run"), same: 0, differs, harm: true })} ${endLogs(told.end, say("search-logs"))}` : nothing}
    </section>
    ${told ? nearestSection(told, nearest, looked, open) : nothing}
  </div>`;
}

/**
 * The nearest run that does not break, beside the one that does.
 * @param {Told} broken The one that does.
 * @param {Rescued | null} nearest What was found; null as long as it is looked for.
 * @param {number} looked How many states were met so far on the way to it.
 * @param {(told: Told) => void} open Opens it on the page.
 */
function nearestSection(broken, nearest, looked, open) {
  const told = nearest?.told ?? null;
  const same = nearest?.rescue.kind === "found" ? nearest.rescue.same : 0;
  return html`<section class="result nearest" aria-labelledby="search-nearest" .style="--count:${told ? rowsOf(told, same) : 0}">
    <div class="result-says-all">
      <div class="result-head ${told ? "ok" : "wait"}">
        ${icon(told ? "check" : "wait")}
        <h3 id="search-nearest">${nearestTitle(nearest)}</h3>
        ${told ? html`<button class="btn" type="button" @click=${() => open(told)} aria-label=${say("search-open-nearest")}>${say("search-open-it")}${icon("step")}</button>` : nothing}
      </div>
      <p class="result-means">${nearest === null ? lookingSays(looked) : nearestMeans(nearest.rescue, broken.steps.length)}</p>
    </div>
    ${told ? html`${actionList(told, { label: say("search-actions-of-nearest"), same, differs: same, harm: false })} ${endLogs(told.end, say("search-logs-of-nearest"))}` : nothing}
  </section>`;
}

/**
 * @param {Told} told A run that does not break.
 * @param {number} same How many of its actions are the same as in the other.
 * @returns {number} How many rows it takes: where nothing follows, there is one that says so.
 */
function rowsOf({ steps }, same) {
  return Math.max(steps.length, same + 1);
}
