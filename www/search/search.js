// Break it: is there an order of events that breaks a promise? A dialog that fills the page, loaded when it is opened for the first
// time. It searches from the moment on the page, within bounds that the person sets, and shows the shortest run that breaks.
//
// What searches is a worker (`worker.js`); what it found is carried out by a run of the page's own, which has the sentences.

import { html, nothing, render } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";
import { addStyle } from "../drawing/late-style.js";
import { createSearcher } from "./searcher.js";
import { resultSection } from "./result.js";
import { startOf, tell, tellRescue } from "./telling.js";
import { bounds as boundWords, counted, grouped, headline, progressSentence } from "./words.js";
import sheet from "./search.css?inline";

/** @import { BoundRow, SearchOutcome, SearchProgress } from "../../pkg/search/catchup.js" */
/** @import { Rescued, Start, Told, World } from "./telling.js" */

/**
 * A search that has ended. Beside the run that it found is the nearest one that does not break; null as long as that is looked for.
 * @typedef {{ progress: SearchProgress, outcome: SearchOutcome, milliseconds: number, told: Told | null, nearest: Rescued | null }} Finished
 */

/** How much memory a search may take, in millions of bytes. */
const MEGABYTES = 512;

/** The most that a bound can be set to: what is beyond takes too long for anybody. */
const MOST = 9;

/** How often people who listen are told how far it is, in milliseconds. */
const TOLD_EVERY = 5_000;

/**
 * Makes the view.
 * @param {HTMLElement} root Where to put its dialog.
 * @param {World} world What it needs.
 * @returns {{open(from?: string): void}} `open` shows it, as it was left while the run on the page is the same; from `start` it searches from there, else from the moment on the page.
 */
export function createSearch(root, world) {
  const dialog = document.createElement("dialog");
  dialog.className = "search";
  dialog.setAttribute("aria-labelledby", "search-title");
  root.append(dialog);
  addStyle(sheet);

  let start = /** @type {Start | null} */ (null);
  let rows = /** @type {readonly BoundRow[]} */ ([]);
  /** What the person set, by the names of the bounds; and what has no row. */
  let atMost = /** @type {Record<string, number>} */ ({});
  let inFlight = /** @type {number | null} */ (null);
  let running = /** @type {{ progress: SearchProgress | null, milliseconds: number } | null} */ (null);
  let finished = /** @type {Finished | null} */ (null);
  let stopped = /** @type {SearchProgress | null} */ (null);
  let trouble = "";
  /** What people who listen were told last, and when. */
  let heard = { says: "", at: 0 };

  const searcher = createSearcher({
    onBounds(found) {
      rows = found;
      atMost = Object.fromEntries(found.map(({ name, at_most }) => [name, at_most]));
      show();
    },
    onProgress(progress, milliseconds) {
      if (running === null || start === null) return;
      running = { progress, milliseconds };
      if (progress.outcome) end(progress, progress.outcome, milliseconds, start);
      else if (milliseconds - heard.at >= TOLD_EVERY) heard = { says: progressSentence(progress), at: milliseconds };
      show();
    },
    onRescue(rescue) {
      if (start === null || finished === null || finished.outcome.kind !== "broken") return;
      finished = { ...finished, nearest: tellRescue(world, start, finished.outcome.actions, rescue) };
      show();
    },
    onTrouble(says) {
      trouble = says;
      running = null;
      show();
    },
  });

  /**
   * @param {SearchProgress} progress How far it was.
   * @param {SearchOutcome} outcome How it ended.
   * @param {number} milliseconds How long it took.
   * @param {Start} from Where it began.
   */
  function end(progress, outcome, milliseconds, from) {
    running = null;
    finished = { progress, outcome, milliseconds, told: outcome.kind === "broken" ? tell(world, from, outcome.actions) : null, nearest: null };
    heard = { says: headline(outcome), at: 0 };
  }

  function begin() {
    if (start === null) return;
    [running, finished, stopped, trouble, heard] = [{ progress: null, milliseconds: 0 }, null, null, "", { says: "The search begins.", at: 0 }];
    searcher.search({
      script: start.text,
      moment: start.moment,
      at_most: Object.entries(atMost),
      ...(inFlight === null ? {} : { in_flight: inFlight }),
      megabytes: MEGABYTES,
    });
    show();
  }

  function stop() {
    searcher.stop();
    stopped = running?.progress ?? null;
    running = null;
    heard = { says: "Stopped.", at: 0 };
    show();
  }

  /** @param {Told} told The run that is to be on the page. */
  function open({ text, moment }) {
    dialog.close();
    world.dispatch({ kind: "load", text, moment });
  }

  /** Draws what is now. */
  function show() {
    if (start === null) return;
    render(
      html`
        <header class="search-head">
          <h2 id="search-title">Break it</h2>
          <p class="hint">Is there an order of events that breaks this?</p>
          <button class="btn plain icon-only" type="button" aria-label="Close" title="Close" @click=${() => dialog.close()}>${icon("close")}</button>
        </header>
        <div class="search-body">
          <div class="search-side">
            <section aria-labelledby="search-from">
              <h3 id="search-from">From this moment</h3>
              <dl class="facts">${start.facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
            </section>
            <fieldset class="bounds" ?disabled=${running !== null}>
              <legend>At most <small>in one run</small></legend>
              ${rows.map(({ name }) => stepper(boundWords[name]?.title ?? name, boundWords[name]?.says ?? "", atMost[name] ?? 0, 0, (value) => set(() => (atMost = { ...atMost, [name]: value ?? 0 }))))}
              ${stepper("messages in flight", "At once. Without a bound there may be any number, which is faster to search.", inFlight, 1, (value) => set(() => (inFlight = value)))}
            </fieldset>
            <p class="row">
              <button class="btn ${running || finished?.told ? "" : "primary"}" type="button" aria-disabled=${running || rows.length === 0 ? "true" : nothing} @click=${() => running === null && rows.length > 0 && begin()}>${icon("play")}<span>${finished || stopped ? "Start again" : "Start"}</span></button>
              <button class="btn ${running ? "primary" : ""}" type="button" aria-disabled=${running ? nothing : "true"} @click=${() => running && stop()}>Stop</button>
            </p>
            ${meters(running?.progress ?? finished?.progress ?? stopped, running?.milliseconds ?? finished?.milliseconds ?? 0, running !== null)}
          </div>
          <div class="search-result">
            ${trouble === "" ? nothing : html`<p class="caution">${icon("broken")}<span>${trouble}</span></p>`}
            ${finished ? resultSection(finished, open) : running ? html`<p class="hint">Every order of events within these bounds is tried, the short ones first …</p>` : stopped ? html`<section class="result"><h3>Stopped</h3><p class="result-means">${progressSentence(stopped)} Of longer runs nothing is known.</p></section>` : intro()}
          </div>
        </div>
        <p class="vh" role="status">${heard.says}</p>
      `,
      dialog,
    );
  }

  /** @param {() => void} change Changes what is searched. */
  function set(change) {
    change();
    show();
  }

  dialog.addEventListener("close", () => running && stop());

  return {
    open(from) {
      const now = startOf(world, from === "start");
      if (now === null) return;
      if (now.text !== start?.text || now.moment !== start.moment) [finished, stopped, trouble] = [null, null, ""];
      const asks = now.protocol !== start?.protocol || rows.length === 0;
      start = now;
      if (asks) searcher.bounds(now.protocol);
      show();
      if (!dialog.open) dialog.showModal();
    },
  };
}

/** What the view is for, as long as there is no result. */
function intro() {
  return html`<section class="result">
    <h3>Let the page look for you</h3>
    <p class="result-means">It takes the run on the page at the step where it stands, and tries everything that can happen next: which message arrives first, who is killed, who stands for election, what the client asks. It looks at the shortest runs first, so what it finds is the shortest way to break a promise.</p>
    <p class="result-means">Press Start. Where nothing is found, nothing is there, as long as no more happens than the bounds allow.</p>
  </section>`;
}

/**
 * A number with a button on each side.
 * @param {string} title What it counts.
 * @param {string} says What that is, for who does not know.
 * @param {number | null} value How many; null for any number.
 * @param {number} least The least. Where that is more than 0, there can be no bound, too, below it.
 * @param {(value: number | null) => void} change Takes another value.
 */
function stepper(title, says, value, least, change) {
  const lowest = least > 0 ? null : least;
  const fewer = () => value !== null && value !== lowest && change(value === least ? null : value - 1);
  const more = () => value !== MOST && change(value === null ? least : value + 1);
  return html`<div class="stepper" role="group" aria-label=${title} title=${says}>
    <span>${title}</span>
    <button type="button" aria-label="Fewer ${title}" aria-disabled=${value === lowest ? "true" : nothing} @click=${fewer}>−</button>
    <output>${value ?? "any"}</output>
    <button type="button" aria-label="More ${title}" aria-disabled=${value === MOST ? "true" : nothing} @click=${more}>+</button>
  </div>`;
}

/**
 * How far a search is.
 * @param {SearchProgress | null | undefined} progress How far; none before the first.
 * @param {number} milliseconds How long it has taken; 0 when that is not known.
 * @param {boolean} running Whether it goes on.
 */
function meters(progress, milliseconds, running) {
  if (!progress) return nothing;
  const { states, depth, bytes, by_depth: byDepth } = progress;
  const rate = milliseconds > 0 ? Math.round((states / milliseconds) * 1000) : 0;
  const most = Math.max(...byDepth, 10);
  return html`<section class="meters" aria-label="How far it is">
    <dl>
      <div><dt>states</dt><dd>${grouped(states)}</dd></div>
      <div><dt>states a second</dt><dd>${rate === 0 ? "–" : grouped(rate)}</dd></div>
      <div><dt>actions</dt><dd>${byDepth.length - 1} <small>all of 0 to ${depth}</small></dd></div>
      <div><dt>memory</dt><dd>${Math.ceil(bytes / 1e6)} MB <small>of ${MEGABYTES}</small></dd></div>
    </dl>
    <div class="depths" aria-hidden="true">${byDepth.map((count, at) => html`<i class=${running && at === byDepth.length - 1 ? "open" : ""} .style="height:${(100 * Math.log10(count + 1)) / Math.log10(most + 1)}%" title="${counted(count, "state", "states")} after ${counted(at, "action", "actions")}"></i>`)}</div>
    <p class="hint">New states by the number of actions, in powers of ten.</p>
  </section>`;
}
