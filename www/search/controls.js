// What stands beside a result: the numbers that the person sets, and how far a search is.

import { html, nothing } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";
import { say } from "../words/say.js";
import { boundWords, fullAt, grouped, reachedSays, stoppedMeans } from "./words.js";

/** @import { BoundRow, SearchProgress } from "../../pkg/search/catchup.js" */
/** @import { Start } from "./telling.js" */

/** The most that a bound can be set to: what is beyond takes too long for anybody. */
const MOST = 9;

/** The numbers of the bars stand below them as long as there are no more. */
const NUMBERED = 16;

/**
 * What the view is for, as long as there is no result.
 * @param {readonly string[]} promises What the protocol promises and is not broken yet: titles.
 */
export function intro(promises) {
  return html`<section class="result">
    <h3>${say("search-intro")}</h3>
    <p class="result-means">${say("search-intro-what")}</p>
    ${promises.length === 0 ? nothing : html`<p class="result-means">${say("search-intro-promises")}</p><ul class="happened" aria-label=${say("search-promises")}>${promises.map((title) => html`<li>${icon("wait")}${title}</li>`)}</ul>`}
    <p class="result-means">${say("search-intro-how")}</p>
  </section>`;
}

/**
 * What is known while a search goes on.
 * @param {SearchProgress | null} progress How far it is; null before the first word of it.
 * @param {number} megabytes How much memory it may take, in millions of bytes.
 */
export function underWay(progress, megabytes) {
  const full = progress && fullAt(progress, megabytes);
  return html`<section class="result">
      <div class="result-head wait">${icon("wait")}<h3>${say("search-so-far")}</h3></div>
      <p class="result-means">${progress === null ? say("search-tries") : reachedSays(progress)} ${say("search-not-yet")}</p>
      ${full === null ? nothing : html`<p class="result-means">${say("search-fills-up", { depth: full })}</p>`}
      ${progress ? happenings(progress) : nothing}
    </section>
    <section class="result meanwhile">
      <h3>${say("search-meanwhile")}</h3>
      <p class="result-means">${say("search-meanwhile-means")}</p>
    </section>`;
}

/**
 * What is known when the person has stopped it.
 * @param {SearchProgress} progress How far it was.
 */
export function stoppedSection(progress) {
  return html`<section class="result">
    <div class="result-head wait">${icon("wait")}<h3>${say("search-stopped-title")}</h3></div>
    <p class="result-means">${stoppedMeans(progress)}</p>
    ${happenings(progress)}
    <p class="result-means">${say("search-try-less")}</p>
  </section>`;
}

/**
 * That some of what the person set adds nothing, where it does not.
 * @param {Readonly<Record<string, number>>} atMost The bounds, by their names.
 * @param {number | null} inFlight How many messages are in flight at once; null for any number.
 */
export function idleBounds({ drops = 0, cuts = 0 }, inFlight) {
  if (inFlight !== null || drops + cuts === 0) return nothing;
  return html`<p class="hint" aria-live="polite">${say("search-idle-bounds")}</p>`;
}

/**
 * That there are probably too many orders to see the end, where that is so, and which bounds have fewer.
 * @param {readonly BoundRow[]} rows The bounds of the protocol.
 * @param {Readonly<Record<string, number>>} atMost What is set, by their names.
 * @param {Pick<Start, "servers" | "votes">} start Where it begins.
 * @param {() => void} change Sets those that have fewer.
 */
export function wideBounds(rows, atMost, { servers, votes }, change) {
  const isWide = rows.some(({ name, at_most, to_the_end }) => to_the_end !== null && to_the_end < at_most && (atMost[name] ?? 0) > to_the_end);
  if (!isWide) return nothing;
  const bounds = rows.filter(({ at_most }) => at_most > 0).map(({ name, to_the_end }) => `${boundWords(name, votes).title} ${to_the_end}`);
  return html`<p class="hint" aria-live="polite">${say("search-wide-bounds", { servers, bounds: bounds.join(", ") })}</p><p class="row"><button class="btn small" type="button" @click=${change}>${say("search-set-bounds")}</button></p>`;
}

/**
 * What is to happen once, and after how many actions it first did: where it did not, that nothing breaks says little.
 * @param {SearchProgress} progress How far a search is.
 */
export function happenings({ happened }) {
  if (happened.length === 0) return nothing;
  return html`<ul class="happened" aria-label=${say("search-happened")}>${happened.map(([title, first]) => html`<li>${icon(first === null ? "wait" : "check")}${first === null ? say("search-did-not-happen", { what: title }) : say("search-did-happen", { what: title, actions: first })}</li>`)}</ul>`;
}

/**
 * What each bound is about.
 * @param {readonly string[]} names The bounds.
 * @param {boolean} votes Whether servers vote for who leads.
 */
export function boundsHelp(names, votes) {
  const rows = names.map((name) => boundWords(name, votes));
  return html`<details class="bounds-help"><summary>${say("search-bounds-help")}</summary><dl>${rows.map(({ title, says }) => html`<div><dt>${title}</dt><dd>${says}</dd></div>`)}</dl></details>`;
}

/**
 * A number with a button on each side.
 * @param {string} name What it bounds: a bound's name, or `in_flight`.
 * @param {number | null} value How many; null for any number.
 * @param {boolean} votes Whether servers vote for who leads.
 * @param {number} least The least. Where that is more than 0, there can be no bound, too, below it.
 * @param {(value: number | null) => void} change Takes another value.
 */
export function stepper(name, value, votes, least, change) {
  const { title, says } = boundWords(name, votes);
  const lowest = least > 0 ? null : least;
  const fewer = () => value !== null && value !== lowest && change(value === least ? null : value - 1);
  const more = () => value !== MOST && change(value === null ? least : value + 1);
  return html`<div class="stepper" role="group" aria-label=${title} title=${says}>
    <span>${title}</span>
    <button type="button" aria-label=${say("search-fewer", { bound: title })} aria-disabled=${value === lowest ? "true" : nothing} @click=${fewer}>−</button>
    <b aria-live="polite">${value ?? say("search-any")}</b>
    <button type="button" aria-label=${say("search-more", { bound: title })} aria-disabled=${value === MOST ? "true" : nothing} @click=${more}>+</button>
  </div>`;
}

/**
 * How far a search is.
 * @param {SearchProgress | null | undefined} progress How far; none before the first.
 * @param {number} milliseconds How long it has taken; 0 before the first word of it.
 * @param {number} megabytes How much memory it may take, in millions of bytes.
 * @param {{ title: string, says: string }} state What it is doing, or how it ended, and what that says of short runs.
 */
export function meters(progress, milliseconds, megabytes, { title, says }) {
  if (!progress) return nothing;
  const { states, depth, bytes, by_depth: byDepth } = progress;
  const rate = milliseconds > 0 ? Math.round((states / milliseconds) * 1000) : 0;
  const most = Math.max(...byDepth, 10);
  const goesOn = (/** @type {number} */ at) => at === byDepth.length - 1 && at > depth;
  return html`<section class="meters" aria-label=${say("search-how-far")}>
    <h3>${title}</h3>
    <dl>
      <div><dt>${say("search-states")}</dt><dd>${grouped(states)}</dd></div>
      <div><dt>${say("search-states-a-second")}</dt><dd>${rate === 0 ? "–" : grouped(rate)}</dd></div>
      <div><dt>${say("search-actions")}</dt><dd>${byDepth.length - 1} <small>${say("search-all-of", { depth })}</small></dd></div>
      <div><dt>${say("search-memory")}</dt><dd>${say("search-megabytes", { megabytes: Math.ceil(bytes / 1e6) })} <small>${say("search-megabytes-of", { megabytes })}</small></dd></div>
    </dl>
    <div class="depths" aria-hidden="true">${byDepth.map((count, at) => html`<i class=${goesOn(at) ? "open" : ""} .style="height:${(100 * Math.log10(count + 1)) / Math.log10(most + 1)}%" title=${say("search-bar", { count, states: grouped(count), depth: at })}></i>`)}</div>
    ${byDepth.length > NUMBERED ? nothing : html`<div class="depth-numbers" aria-hidden="true">${byDepth.map((_, at) => html`<span>${at}</span>`)}</div>`}
    <p class="hint">${say("search-bars")}</p>
    ${says === "" ? nothing : html`<p class="result-says">${says}</p>`}
  </section>`;
}
