// Looking ahead: how far it is, from the moment on the page and through each action that is offered there, to a broken promise. A worker
// finds that out, a moment after the person has stopped, so that no step waits for it; whoever goes on makes it begin anew.

import { html, nothing } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";
import { say } from "../words/say.js";
import { createSearcher } from "./searcher.js";
import { actionSays, routeOf } from "./words.js";

/** @import { AheadProgress, AheadRow } from "../../pkg/search/catchup.js" */
/** @import { View } from "../types.js" */
/** @import { Within } from "./search.js" */
/** @import { World } from "./telling.js" */

/** How many actions it looks ahead. */
const DEPTH = 6;

/** How much memory it may take, in millions of bytes. */
const MEGABYTES = 192;

/** How long the person has to have stopped before it begins, in milliseconds. */
const PAUSE = 200;

/**
 * Makes what looks ahead.
 * @param {World} world What it needs.
 * @param {() => void} show Draws it anew.
 * @returns {{ begin(within: Within): void, end(): void, isOn(): boolean, see(view: View): void, draw(view: View): unknown }} `see` is told that the page shows something else, perhaps.
 */
export function createAhead(world, show) {
  let within = /** @type {Within | null} */ (null);
  /** What it is looking at: a moment with its past, and what is known of it. */
  let seen = /** @type {{ frame: View["frame"], progress: AheadProgress | null } | null} */ (null);
  let trouble = "";
  let timer = 0;

  const searcher = createSearcher({
    onBounds() {},
    onRescue() {},
    onProgress() {},
    onAhead(progress) {
      if (seen === null) return;
      seen = { ...seen, progress };
      show();
    },
    onTrouble(says) {
      trouble = says;
      show();
    },
  });

  function forget() {
    window.clearTimeout(timer);
    if (seen !== null && seen.progress?.goes_on !== false) searcher.stop();
    seen = null;
    trouble = "";
  }

  /** @param {View} view What is on the page. */
  function see(view) {
    if (within === null || seen?.frame === view.frame) return;
    const bounds = within;
    forget();
    if (view.playing || view.running !== null) return;
    seen = { frame: view.frame, progress: null };
    timer = window.setTimeout(() => searcher.ahead({ script: world.script(), moment: view.cursor, ...bounds, depth: DEPTH, megabytes: MEGABYTES }), PAUSE);
  }

  function end() {
    forget();
    within = null;
    show();
  }

  return {
    isOn: () => within !== null,
    begin(bounds) {
      within = bounds;
      const view = world.view();
      if (view) see(view);
      show();
    },
    end,
    see,
    draw(view) {
      if (within === null) return nothing;
      const progress = seen?.progress ?? null;
      return html`<section class="ahead" aria-labelledby="ahead-title">
        ${icon("break")}
        <div>
          <h2 id="ahead-title">${say("ahead-title")}</h2>
          <p>${trouble === "" ? stateSays(view, progress) : trouble}</p>
          ${progress ? list(view, progress, (line) => world.dispatch({ kind: "act", line })) : nothing}
        </div>
        <p class="row"><button class="btn small" type="button" @click=${end}>${say("ahead-off")}</button></p>
      </section>`;
    },
  };
}

/**
 * @param {View} view What is on the page.
 * @param {AheadProgress | null} progress What is known; null for nothing yet.
 * @returns {string} How far it is, or what came of it all; empty where the list says that.
 */
function stateSays(view, progress) {
  if (view.playing || view.running !== null) return say("ahead-playing");
  if (progress === null || progress.goes_on) return say("ahead-looking", { count: progress?.looked_at ?? 1 });
  if (!progress.checks) return say("ahead-nothing-to-check");
  if (progress.has_run_out) return say("ahead-out-of-memory", { count: progress.looked_at });
  return progress.rows.every(({ breaks_in }) => breaks_in === null) ? say("ahead-none", { within: DEPTH }) : "";
}

/**
 * The actions through which a promise breaks, the nearest first, and the others.
 * @param {View} view What is on the page.
 * @param {AheadProgress} progress What is known.
 * @param {(line: string) => void} act Does one of them.
 */
function list(view, { rows, looked_at: within }, act) {
  const button = (/** @type {AheadRow} */ { line }) => html`<li><button class="btn small" type="button" @click=${() => act(line)}>${saysOf(line, view)}</button></li>`;
  const others = rows.filter(({ breaks_in }) => breaks_in === null);
  const counts = [...new Set(rows.map(({ breaks_in }) => breaks_in ?? 0))].filter((count) => count > 0).sort((one, other) => one - other);
  if (counts.length === 0) return nothing;
  const group = (/** @type {number} */ count) => {
    const says = count === 1 ? say("ahead-at-once") : say("ahead-in", { count });
    return html`<li class="near"><p>${icon("broken")}${says}</p><ul role="list" aria-label=${says}>${rows.filter(({ breaks_in }) => breaks_in === count).map(button)}</ul></li>`;
  };
  return html`<ol role="list" aria-label=${say("ahead-soonest")}>${counts.map(group)}</ol>
    ${others.length === 0 ? nothing : html`<details><summary>${say("ahead-others", { count: others.length, within })}</summary><ul role="list">${others.map(button)}</ul></details>`}`;
}

/**
 * @param {string} line An action line.
 * @param {View} view What is on the page.
 * @returns {string} What is done, and with whose message.
 */
function saysOf(line, { frame }) {
  const action = actionSays(line);
  const route = routeOf(line, frame.in_flight);
  return route ? say("ahead-message", { action, from: route.from, to: route.to }) : action;
}
