// What stands beside a result: the numbers that the person sets, and how far a search is.

import { html, nothing } from "../drawing/template.js";
import { say } from "../words/say.js";
import { boundWords, grouped } from "./words.js";

/** @import { SearchProgress } from "../../pkg/search/catchup.js" */

/** The most that a bound can be set to: what is beyond takes too long for anybody. */
const MOST = 9;

/** What the view is for, as long as there is no result. */
export function intro() {
  return html`<section class="result">
    <h3>${say("search-intro")}</h3>
    <p class="result-means">${say("search-intro-what")}</p>
    <p class="result-means">${say("search-intro-how")}</p>
  </section>`;
}

/**
 * A number with a button on each side.
 * @param {string} name What it bounds: a bound's name, or `in_flight`.
 * @param {number | null} value How many; null for any number.
 * @param {number} least The least. Where that is more than 0, there can be no bound, too, below it.
 * @param {(value: number | null) => void} change Takes another value.
 */
export function stepper(name, value, least, change) {
  const { title, says } = boundWords(name);
  const lowest = least > 0 ? null : least;
  const fewer = () => value !== null && value !== lowest && change(value === least ? null : value - 1);
  const more = () => value !== MOST && change(value === null ? least : value + 1);
  return html`<div class="stepper" role="group" aria-label=${title} title=${says}>
    <span>${title}</span>
    <button type="button" aria-label=${say("search-fewer", { bound: title })} aria-disabled=${value === lowest ? "true" : nothing} @click=${fewer}>−</button>
    <output>${value ?? say("search-any")}</output>
    <button type="button" aria-label=${say("search-more", { bound: title })} aria-disabled=${value === MOST ? "true" : nothing} @click=${more}>+</button>
  </div>`;
}

/**
 * How far a search is.
 * @param {SearchProgress | null | undefined} progress How far; none before the first.
 * @param {number} milliseconds How long it has taken; 0 when that is not known.
 * @param {boolean} running Whether it goes on.
 * @param {number} megabytes How much memory it may take, in millions of bytes.
 */
export function meters(progress, milliseconds, running, megabytes) {
  if (!progress) return nothing;
  const { states, depth, bytes, by_depth: byDepth } = progress;
  const rate = milliseconds > 0 ? Math.round((states / milliseconds) * 1000) : 0;
  const most = Math.max(...byDepth, 10);
  return html`<section class="meters" aria-label=${say("search-how-far")}>
    <dl>
      <div><dt>${say("search-states")}</dt><dd>${grouped(states)}</dd></div>
      <div><dt>${say("search-states-a-second")}</dt><dd>${rate === 0 ? "–" : grouped(rate)}</dd></div>
      <div><dt>${say("search-actions")}</dt><dd>${byDepth.length - 1} <small>${say("search-all-of", { depth })}</small></dd></div>
      <div><dt>${say("search-memory")}</dt><dd>${say("search-megabytes", { megabytes: Math.ceil(bytes / 1e6) })} <small>${say("search-megabytes-of", { megabytes })}</small></dd></div>
    </dl>
    <div class="depths" aria-hidden="true">${byDepth.map((count, at) => html`<i class=${running && at === byDepth.length - 1 ? "open" : ""} .style="height:${(100 * Math.log10(count + 1)) / Math.log10(most + 1)}%" title=${say("search-bar", { count, states: grouped(count), depth: at })}></i>`)}</div>
    <p class="hint">${say("search-bars")}</p>
  </section>`;
}
