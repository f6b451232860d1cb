// Break it: is there an order of events that breaks a promise? A dialog that fills the page, loaded when it is opened for the first
// time. It searches from the moment on the page, within bounds that the person sets, and shows the shortest run that breaks.
//
// What searches is a worker (`worker.js`); what it found is carried out by a run of the page's own, which has the sentences.

import { html, nothing, render } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";
import { addStyle } from "../drawing/late-style.js";
import { say } from "../words/say.js";
import { intro, meters, stepper } from "./controls.js";
import { createSearcher } from "./searcher.js";
import { resultSection } from "./result.js";
import { startOf, tell, tellRescue } from "./telling.js";
import { createWatch } from "./watch.js";
import { headline, progressSentence, stoppedMeans } from "./words.js";
import sheet from "./search.css?inline";

/** @import { BoundRow, Order, SearchOutcome, SearchProgress } from "../../pkg/search/catchup.js" */
/** @import { View } from "../types.js" */
/** @import { Rescued, Start, Told, World } from "./telling.js" */

/**
 * A search that has ended. Beside the run that it found is the nearest one that does not break; null as long as that is looked for.
 * @typedef {{ progress: SearchProgress, outcome: SearchOutcome, milliseconds: number, told: Told | null, nearest: Rescued | null }} Finished
 */

/**
 * The bounds of a search.
 * @typedef {Pick<Order, "at_most" | "in_flight">} Within
 */

/** How much memory a search may take, in millions of bytes. */
const MEGABYTES = 512;

/** How often people who listen are told how far it is, in milliseconds. */
const TOLD_EVERY = 5_000;

/**
 * Makes the view.
 * @param {HTMLElement} root Where to put its dialog.
 * @param {HTMLElement} place Where to draw what stays on the page when it is closed: a challenge, and what it sees ahead.
 * @param {World} world What it needs.
 * @returns {{open(from?: string): void, draw(view: View): void}} `open` shows it, as it was left while the run on the page is the same; from `start` it searches from there, else from the moment on the page.
 */
export function createSearch(root, place, world) {
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
  /** The bounds of the search that was begun last. */
  let searched = /** @type {Within | null} */ (null);
  let trouble = "";
  /** What people who listen were told last, and when. */
  let heard = { says: "", at: 0 };

  const watch = createWatch(place, world, show);

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
    [running, finished, stopped, trouble, heard] = [{ progress: null, milliseconds: 0 }, null, null, "", { says: say("search-begins"), at: 0 }];
    searched = within();
    searcher.search({ script: start.text, moment: start.moment, ...searched, megabytes: MEGABYTES });
    show();
  }

  function stop() {
    searcher.stop();
    stopped = running?.progress ?? null;
    running = null;
    heard = { says: say("search-stopped"), at: 0 };
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
          <h2 id="search-title">${say("search-title")}</h2>
          <p class="hint">${say("search-asks")}</p>
          <button class="btn plain icon-only" type="button" aria-label=${say("search-close")} title=${say("search-close")} @click=${() => dialog.close()}>${icon("close")}</button>
        </header>
        <div class="search-body">
          <div class="search-side">
            <section aria-labelledby="search-from">
              <h3 id="search-from">${say("search-from")}</h3>
              <dl class="facts">${start.facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
            </section>
            <fieldset class="bounds" ?disabled=${running !== null}>
              <legend>${say("search-at-most")} <small>${say("search-in-one-run")}</small></legend>
              ${rows.map(({ name }) => stepper(name, atMost[name] ?? 0, 0, (value) => set(() => (atMost = { ...atMost, [name]: value ?? 0 }))))}
              ${stepper("in_flight", inFlight, 1, (value) => set(() => (inFlight = value)))}
            </fieldset>
            <p class="row">
              <button class="btn ${running || finished?.told ? "" : "primary"}" type="button" aria-disabled=${running || rows.length === 0 ? "true" : nothing} @click=${() => running === null && rows.length > 0 && begin()}>${icon("play")}<span>${finished || stopped ? say("search-start-again") : say("search-start")}</span></button>
              <button class="btn ${running ? "primary" : ""}" type="button" aria-disabled=${running ? nothing : "true"} @click=${() => running && stop()}>${say("search-stop")}</button>
            </p>
            ${meters(running?.progress ?? finished?.progress ?? stopped, running?.milliseconds ?? finished?.milliseconds ?? 0, running !== null, MEGABYTES)}
            ${watch.aheadSwitch(within)}
          </div>
          <div class="search-result">
            ${trouble === "" ? nothing : html`<p class="caution">${icon("broken")}<span>${trouble}</span></p>`}
            ${finished ? resultSection(finished, open) : running ? html`<p class="hint">${say("search-tries")}</p>` : stopped ? html`<section class="result"><h3>${say("search-stopped-title")}</h3><p class="result-means">${stoppedMeans(stopped)}</p></section>` : intro()}
          </div>
        </div>
        ${challengeBar()}
        <p class="vh" role="status">${heard.says}</p>
      `,
      dialog,
    );
  }

  /** What the person set, as a search takes it. */
  const within = () => ({ at_most: Object.entries(atMost), ...(inFlight === null ? {} : { in_flight: inFlight }) });

  /** Below a run that breaks: the person may look for one without seeing it. */
  function challengeBar() {
    if (!finished?.told) return nothing;
    const most = finished.told.steps.length;
    return html`<section class="try-it" aria-labelledby="try-it-title">
      ${icon("flag")}
      <div><h3 id="try-it-title">${say("challenge-title", { most })}</h3><p>${say("challenge-what")}</p></div>
      <button class="btn" type="button" @click=${() => tryIt(most)}>${say("challenge-try")}</button>
    </section>`;
  }

  /** @param {number} most How many actions the shortest run has. */
  function tryIt(most) {
    if (start === null || searched === null) return;
    dialog.close();
    watch.challenge({ start, most, within: searched });
    world.dispatch({ kind: "load", text: start.text, moment: start.moment });
  }

  /** @param {() => void} change Changes what is searched. */
  function set(change) {
    change();
    show();
  }

  dialog.addEventListener("close", () => running && stop());

  return {
    draw: watch.draw,
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
