// Looking ahead: how far it is, from the moment on the page and through each action that is offered there, to a broken promise. A worker
// finds that out, a moment after the person has stopped, so that no step waits for it; whoever goes on makes it begin anew.
//
// What it finds stands on the buttons themselves (`marks.js`), and in a line below the conversation that opens to a list.

import { html, nothing } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";
import { say } from "../words/say.js";
import { plannedLines, showMarks } from "./marks.js";
import { createSearcher } from "./searcher.js";
import { onwardLines, votesIn } from "./telling.js";
import { actionSays, boundsSay, keyOf, routeOf } from "./words.js";

/** @import { AheadProgress, AheadRow } from "../../pkg/search/catchup.js" */
/** @import { View } from "../types.js" */
/** @import { Mark } from "./marks.js" */
/** @import { Within } from "./search.js" */
/** @import { World } from "./telling.js" */

/** How many actions it looks ahead. */
const DEPTH = 6;

/** How much memory it may take, in millions of bytes. */
const MEGABYTES = 192;

/** How long the person has to have stopped before it begins, in milliseconds. */
const PAUSE = 200;

/** What is drawn for an action through which nothing breaks so soon: no number, which would be one of actions. */
const FAR = "–";

/**
 * What it is looking at: a moment with its past, what the client could say there and buttons do in one go, what Step and Settle would
 * do, and what is known of it.
 * @typedef {{ frame: View["frame"], plans: readonly string[], step: string | null, settle: string | null, progress: AheadProgress | null }} Seen
 */

/**
 * Makes what looks ahead.
 * @param {World} world What it needs.
 * @param {() => void} show Draws it anew.
 * @param {() => void} left Is told when the person switches it off.
 * @returns {{ look(within: Within | null): void, within(): Within | null, see(view: View): void, draw(view: View): unknown }} `look` switches it off for null, and `within` gives what it was given; `see` is told that the page shows something else, perhaps.
 */
export function createAhead(world, show, left) {
  let within = /** @type {Within | null} */ (null);
  let seen = /** @type {Seen | null} */ (null);
  let trouble = "";
  let timer = 0;

  const searcher = createSearcher({
    onBounds() {},
    onRescue() {},
    onProgress() {},
    onAhead(progress) {
      if (seen === null) return;
      seen = { ...seen, progress };
      mark();
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

  /** Puts what is known onto the page's buttons. */
  function mark() {
    const progress = seen?.progress;
    const rows = new Map(progress?.checks ? progress.rows.map((row) => [keyOf(row.line), row]) : []);
    showMarks((line) => {
      const row = rows.get(keyOf(line === "step" || line === "settle" ? (seen?.[line] ?? "") : line));
      return row && progress ? markOf(row, progress) : null;
    }, seePlans);
  }

  /** Looks anew when something else could be done than before: somebody types, or opens a menu. */
  function seePlans() {
    const view = world.view();
    if (view === null || within === null || plannedLines().every((line) => seen?.plans.includes(line))) return;
    forget();
    see(view);
  }

  /** @param {View} view What is on the page. */
  function see(view) {
    if (within === null || seen?.frame === view.frame) return;
    const bounds = within;
    forget();
    mark();
    if (view.playing || view.running !== null) return;
    const plans = plannedLines();
    seen = { frame: view.frame, plans, step: null, settle: null, progress: null };
    timer = window.setTimeout(() => {
      const script = world.script();
      const { step, settle } = onwardLines(script, view);
      if (seen !== null) seen = { ...seen, step, settle };
      searcher.ahead({ script, moment: view.cursor, ...bounds, plans: settle === null ? plans.slice() : [...plans, settle], depth: DEPTH, megabytes: MEGABYTES });
    }, PAUSE);
  }

  /** @param {Within | null} bounds Within which bounds it looks; null switches it off. */
  function look(bounds) {
    forget();
    within = bounds;
    document.body.classList.toggle("looks-ahead", bounds !== null);
    const view = world.view();
    if (view) see(view);
    if (bounds === null) mark();
    show();
  }

  return {
    within: () => within,
    look,
    see,
    draw(view) {
      if (within === null) return nothing;
      const progress = seen?.progress ?? null;
      const says = trouble === "" ? endSays(view, progress) : trouble;
      return html`<section class="ahead" aria-labelledby="ahead-title">
        <details>
          <summary>${icon("break")}<h2 id="ahead-title">${say("ahead-title")}</h2> <span aria-live="polite">${says}</span>${says === "" ? html`<span>${say("ahead-looking", { count: progress?.looked_at ?? 1 })}</span>` : nothing}</summary>
          <p class="hint">${say("ahead-key", { far: FAR, within: DEPTH })} ${boundsSay(seenWithin(within, progress), votesIn(view))}</p>
          ${progress ? list(view, progress, (line) => world.dispatch({ kind: "act", line })) : nothing}
        </details>
        <p class="row"><button class="btn small" type="button" @click=${left}>${say("ahead-off")}</button></p>
      </section>`;
    },
  };
}

/**
 * @param {AheadRow} row What is known of an action.
 * @param {AheadProgress} progress Where it is known from.
 * @returns {Mark | null} What stands on its button; null as long as nothing can be said.
 */
function markOf({ actions, breaks_in }, { goes_on, looked_at: lookedAt }) {
  // What several actions do in one go is followed as far as what one of them does.
  const within = actions - 1 + lookedAt;
  if (breaks_in !== null) return { sign: `${breaks_in}`, says: breaksSay(breaks_in), look: breaks_in === 1 ? "near at-once" : breaks_in > DEPTH ? "far" : "near" };
  return goes_on ? null : { sign: FAR, says: say("ahead-mark-none", { within }), look: "far" };
}

/**
 * @param {Within} within Within which bounds it looks.
 * @param {AheadProgress | null} progress What is known; null for nothing yet.
 * @returns {Within} The same without those of which the protocol on the page has nothing.
 */
const seenWithin = (within, progress) => ({ ...within, at_most: within.at_most.filter(([name]) => !progress?.idle.includes(name)) });

/** @param {number} count How many actions lead to a broken promise. */
const breaksSay = (count) => (count === 1 ? say("ahead-at-once") : say("ahead-in", { count }));

/**
 * @param {View} view What is on the page.
 * @param {AheadProgress | null} progress What is known; null for nothing yet.
 * @returns {string} What came of it; empty as long as it goes on.
 */
function endSays(view, progress) {
  if (view.playing || view.running !== null) return say("ahead-playing");
  if (progress === null || progress.goes_on) return "";
  if (!progress.checks) return say("ahead-nothing-to-check");
  const [nearest] = countsIn(progress);
  if (nearest !== undefined) return say("ahead-nearest", { count: nearest });
  return progress.has_run_out ? say("ahead-out-of-memory", { count: progress.looked_at }) : say("ahead-none", { within: progress.looked_at });
}

/**
 * @param {AheadProgress} progress What is known.
 * @returns {number[]} After how many actions promises break, the nearest first.
 */
function countsIn(progress) {
  const rows = single(progress);
  return [...new Set(rows.map(({ breaks_in }) => breaks_in ?? 0))].filter((count) => count > 0).sort((one, other) => one - other);
}

/**
 * @param {AheadProgress} progress What is known.
 * @returns {AheadRow[]} Of single actions: what does several in one go says it on its button only.
 */
const single = ({ rows }) => rows.filter(({ actions }) => actions === 1);

/**
 * The actions through which a promise breaks, the nearest first, and the others.
 * @param {View} view What is on the page.
 * @param {AheadProgress} progress What is known.
 * @param {(line: string) => void} act Does one of them.
 */
function list(view, progress, act) {
  const [rows, within] = [single(progress), progress.looked_at];
  const button = (/** @type {AheadRow} */ { line }) => html`<li><button class="btn small" type="button" @click=${() => act(line)}>${saysOf(line, view)}</button></li>`;
  const others = rows.filter(({ breaks_in }) => breaks_in === null);
  const counts = countsIn(progress);
  if (counts.length === 0) return nothing;
  const group = (/** @type {number} */ count) => {
    const says = breaksSay(count);
    return html`<li class="near"><p>${icon("broken")}${says}</p><ul role="list" aria-label=${says}>${rows.filter(({ breaks_in }) => breaks_in === count).map(button)}</ul></li>`;
  };
  return html`<ol role="list" aria-label=${say("ahead-soonest")}>${counts.map(group)}</ol>
    ${others.length === 0 || progress.goes_on ? nothing : html`<details><summary>${say("ahead-others", { count: others.length, within })}</summary><ul role="list">${others.map(button)}</ul></details>`}`;
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
