// Break it: is there an order of events that breaks a promise? A dialog that fills the page, loaded when it is opened for the first
// time. It searches from the moment on the page, within bounds that the person sets, and shows the shortest run that breaks.
//
// What searches is a worker (`worker.js`); what it found is carried out by a run of the page's own, which has the sentences.

import { html, nothing, render } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";
import { addStyle } from "../drawing/late-style.js";
import { say } from "../words/say.js";
import { titleSays } from "./challenge-words.js";
import { boundsHelp, idleBounds, intro, meters, stepper, stoppedSection, underWay, wideBounds } from "./controls.js";
import { addressWith, partOf, withinFrom } from "./keeping.js";
import { createSearcher } from "./searcher.js";
import { resultSection } from "./result.js";
import { startOf, tell, tellRescue } from "./telling.js";
import { createWatch } from "./watch.js";
import { boundWords, headline, isToBeTold, meaning, nearestMeans, nearestTitle, progressSentence, reachedSays, stoppedMeans } from "./words.js";
import sheet from "./search.css?inline";

/** @import { BoundRow, Order, SearchOutcome, SearchProgress } from "../../pkg/search/catchup.js" */
/** @import { View } from "../types.js" */
/** @import { Rescued, Start, Told, World } from "./telling.js" */

/**
 * A search that has ended. Beside the run that it found is the nearest one that does not break; null as long as that is looked for, for which so
 * many states were met.
 * @typedef {{ progress: SearchProgress, outcome: SearchOutcome, milliseconds: number, told: Told | null, nearest: Rescued | null, looked: number }} Finished
 */

/**
 * How far a search is that has not ended, and how long it has taken.
 * @typedef {{ progress: SearchProgress, milliseconds: number }} Going
 */

/**
 * The bounds of a search.
 * @typedef {Pick<Order, "at_most" | "in_flight">} Within
 */

/**
 * How the view is to open. From the run's start, and searching at once, where a rule is switched off; with the bounds that an address
 * names; not at all, but for what was kept of it with the room.
 * @typedef {{ fromStart?: boolean, bounds?: string, quietly?: boolean }} Wish
 */

/** How much memory a search may take, in millions of bytes. */
const MEGABYTES = 512;

/**
 * Makes the view. Long because: all that comes back from the worker is received here.
 * @param {HTMLElement} root Where to put its dialog.
 * @param {HTMLElement} place Where to draw what stays on the page when it is closed: a challenge, and what it sees ahead.
 * @param {World} world What it needs.
 * @returns {{open(wish?: Wish): void, draw(view: View): void}} `open` shows it, as it was left while it searches or the run on the page is the same.
 */
export function createSearch(root, place, world) {
  const dialog = document.createElement("dialog");
  dialog.className = "search";
  dialog.setAttribute("aria-labelledby", "search-title");
  dialog.setAttribute("aria-describedby", "search-asks");
  root.append(dialog);
  addStyle(sheet);

  let start = /** @type {Start | null} */ (null);
  let rows = /** @type {readonly BoundRow[]} */ ([]);
  /** What the person set, by the names of the bounds; and what has no row. */
  let atMost = /** @type {Record<string, number>} */ ({});
  let inFlight = /** @type {number | null} */ (null);
  let running = /** @type {Partial<Going> | null} */ (null);
  let finished = /** @type {Finished | null} */ (null);
  let stopped = /** @type {Going | null} */ (null);
  /** The bounds of the search that was begun last. */
  let searched = /** @type {Within | null} */ (null);
  /** Whether it ended while the view was closed, and was not looked at since. */
  let isNews = false;
  /** What is to be done when the bounds of the protocol are known. */
  let then = () => {};
  let trouble = "";
  /** What came of copying a link: nothing yet, done, or the address to be copied by hand. */
  let link = /** @type {{ copied: boolean, address: string } | null} */ (null);
  /** What people who listen were told last, and when. */
  let heard = { says: "", at: 0 };

  const watch = createWatch(place, world, { turned: show, searching: strip, isSearched: ({ text, moment }) => running !== null && text === start?.text && moment === start.moment });

  const searcher = createSearcher({
    onBounds(found) {
      rows = found;
      trouble = "";
      atMost = Object.fromEntries(found.map(({ name, at_most }) => [name, at_most]));
      then();
      show();
    },
    onProgress(progress, milliseconds) {
      if (running === null || start === null) return;
      running = { progress, milliseconds };
      if (progress.outcome) end(progress, progress.outcome, milliseconds, start);
      else if (isToBeTold(heard.at, milliseconds)) heard = { says: progressSentence(progress), at: milliseconds };
      show();
    },
    onLooking(states) {
      if (finished === null) return;
      finished = { ...finished, looked: states };
      show();
    },
    onRescue(rescue) {
      if (start === null || finished === null || finished.outcome.kind !== "broken") return;
      const { actions } = finished.outcome;
      const nearest = tellRescue(world, start, actions, rescue);
      finished = { ...finished, nearest };
      heard = { says: `${nearestTitle(nearest)}. ${nearestMeans(rescue, actions.length)}`, at: 0 };
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
    isNews = !dialog.open;
    finished = { progress, outcome, milliseconds, told: outcome.kind === "broken" ? tell(world, from, outcome.actions) : null, nearest: null, looked: 0 };
    heard = { says: [headline(outcome), ...(outcome.kind === "broken" ? outcome.broken.map(({ title, says }) => `${title}: ${says}`) : [meaning(outcome, progress)])].join(". "), at: 0 };
    if (outcome.kind === "broken") watch.learn(from, outcome.actions.length);
    else if (outcome.kind === "holds" && outcome.everything) watch.learn(from, 0);
    showResult();
  }

  function begin() {
    if (start === null) return;
    [running, finished, stopped, isNews, trouble, heard] = [{}, null, null, false, "", { says: say("search-begins"), at: 0 }];
    searched = within();
    searcher.search({ script: start.text, moment: start.moment, ...searched, megabytes: MEGABYTES });
    showResult();
  }

  /** Shows what it does, also where that lies below the bounds. */
  function showResult() {
    show();
    const [frame, result] = [dialog.querySelector(".search-body"), dialog.querySelector(".search-result")];
    if (frame && result) frame.scrollTop += result.getBoundingClientRect().top - frame.getBoundingClientRect().top;
  }

  /** Whether the run is looked for that does not break, beside one that does. */
  const isLooking = () => finished?.told != null && finished.nearest === null;

  /** Stops what goes on. What was found is kept. */
  function stop() {
    searcher.stop();
    if (finished !== null) finished = { ...finished, nearest: finished.nearest ?? { rescue: { kind: "stopped" }, told: null } };
    else if (running?.progress) stopped = { progress: running.progress, milliseconds: running.milliseconds ?? 0 };
    running = null;
    isNews = !dialog.open && stopped !== null;
    heard = { says: say("search-stopped"), at: 0 };
    show();
  }

  /** The same from below the conversation, where the button is gone then. */
  function stopThere() {
    stop();
    /** @type {HTMLElement | null} */ (place.querySelector(".searching button"))?.focus();
  }

  /** @param {Told} told The run that is to be on the page. */
  function open({ text, moment }) {
    dialog.close();
    world.dispatch({ kind: "load", text, moment });
  }

  /** Copies an address that opens this view, from here and with these bounds. */
  async function copyLink() {
    if (start === null) return;
    try {
      const address = addressWith(await world.linkTo(start.text, start.moment), within());
      const copied = await navigator.clipboard.writeText(address).then(() => true, () => false);
      link = { copied, address };
    } catch (error) {
      trouble = error instanceof Error ? error.message : `${error}`;
    }
    show();
    dialog.querySelector("input")?.select();
  }

  /** Draws what is now, here and on the page. */
  function show() {
    watch.show();
    if (start === null) return;
    render(html`${bar()} ${body(start)} ${challengeBar()} <p class="vh" role="status">${heard.says}</p>`, dialog);
  }

  function bar() {
    return html`<header class="search-head">
      <h2 id="search-title">${say("search-title")}</h2>
      <p class="hint" id="search-asks">${say("search-asks")}</p>
      <p class="search-link" aria-live="polite">${link === null ? nothing : link.copied ? say("search-link-copied") : html`<label>${say("search-link-to-copy")} <input class="field mono" readonly .value=${link.address} /></label>`}</p>
      <button class="btn plain" type="button" title=${say("search-copy-title")} @click=${copyLink}>${icon("link")}<span>${say("search-copy")}</span></button>
      <button class="btn icon-only" type="button" aria-label=${say("search-close")} title=${say("search-close")} @click=${() => dialog.close()}>${icon("close")}</button>
    </header>`;
  }

  /** @param {Start} from Where it searches. */
  function body(from) {
    const { facts, votes, promises } = from;
    const names = rows.map(({ name }) => name);
    const { progress, milliseconds = 0 } = running ?? finished ?? stopped ?? {};
    return html`<div class="search-body" tabindex="-1">
      <div class="search-side">
        <section aria-labelledby="search-from">
          <h3 id="search-from">${say("search-from")}</h3>
          <dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
        </section>
        <fieldset class="bounds" ?disabled=${running !== null}>
          <legend>${say("search-at-most")} <small>${say("search-in-one-run")}</small></legend>
          ${names.map((name) => stepper(name, atMost[name] ?? 0, votes, 0, (value) => set(() => (atMost = { ...atMost, [name]: value ?? 0 }))))}
          ${stepper("in_flight", inFlight, votes, 1, (value) => set(() => (inFlight = value)))}
        </fieldset>
        ${idleBounds(atMost, inFlight)}
        ${running ? nothing : wideBounds(rows, atMost, from, goToTheEnd)}
        <p class="row start-stop">
          <button class="btn do-search ${running || finished?.told ? "" : "primary"}" type="button" aria-disabled=${running || rows.length === 0 ? "true" : nothing} @click=${() => running === null && rows.length > 0 && begin()}>${icon("play")}<span>${finished || stopped ? say("search-start-again") : say("search-start")}</span></button>
          <button class="btn ${running ? "primary" : ""}" type="button" aria-disabled=${running || isLooking() ? nothing : "true"} @click=${() => (running || isLooking()) && stop()}><i class="stop-sign" aria-hidden="true"></i><span>${say("search-stop")}</span></button>
        </p>
        ${meters(progress, milliseconds, MEGABYTES, stateOf())}
        ${boundsHelp([...names, "in_flight"], votes)}
        ${watch.aheadSwitch(within)}
      </div>
      <div class=${running ? "search-result under-way" : "search-result"}>
        ${trouble === "" ? nothing : html`<p class="caution">${icon("broken")}<span>${trouble}</span></p>`}
        ${finished ? resultSection(finished, open) : running ? underWay(running.progress ?? null, MEGABYTES) : stopped ? stoppedSection(stopped.progress) : intro(promises)}
      </div>
    </div>`;
  }

  /** What the numbers are of, and what they say of short runs where nothing else does. */
  function stateOf() {
    if (running) return { title: say("search-searching"), says: "" };
    if (finished === null) return { title: say("search-ended-stopped"), says: "" };
    return { title: say(finished.told ? "search-ended-found" : "search-ended"), says: finished.told ? reachedSays(finished.progress) : "" };
  }

  /** On the page, while the view is closed: a search that goes on, or has ended. */
  function strip() {
    if (dialog.open || (running === null && !isNews)) return null;
    const ended = finished ? headline(finished.outcome) : stopped && stoppedMeans(stopped.progress);
    const says = running === null ? ended : running.progress && progressSentence(running.progress);
    return html`<section class="searching" aria-labelledby="searching-title">
      <p>${icon("break")}<b id="searching-title">${say("search-title")}</b> <span aria-live=${running ? "off" : "polite"}>${says}</span></p>
      <p class="row">
        <button class="btn small" type="button" @click=${() => reopen()}>${say("search-show")}</button>
        ${running ? html`<button class="btn small" type="button" @click=${stopThere}>${say("search-stop")}</button>` : nothing}
      </p>
    </section>`;
  }

  /** What the person set, as a search takes it. */
  const within = () => ({ at_most: Object.entries(atMost), ...(inFlight === null ? {} : { in_flight: inFlight }) });

  /** At the foot: the person may look for a run that breaks without seeing it, and before it is found. */
  function challengeBar() {
    const told = finished?.told ?? null;
    if (told === null && running === null) return nothing;
    const most = told?.steps.length ?? null;
    return html`<section class="try-it" aria-labelledby="try-it-title">
      ${icon("flag")}
      <div><h3 id="try-it-title">${titleSays(most)}</h3><p>${say(told ? "challenge-what" : "challenge-before-end")}</p></div>
      <p class="row">
        ${told ? html`<button class="btn" type="button" title=${say("challenge-first-hint-title")} @click=${() => tryIt(most, told.steps[0]?.line)}>${icon("ask")}<span>${say("challenge-first-hint")}</span></button>` : nothing}
        <button class="btn" type="button" @click=${() => tryIt(most)}><span>${say("challenge-try")}</span>${icon("step")}</button>
      </p>
    </section>`;
  }

  /**
   * @param {number | null} most How many actions the shortest run has; null as long as that is not known.
   * @param {string} [first] Its first action, as a hint.
   */
  function tryIt(most, first) {
    if (start === null || searched === null) return;
    dialog.close();
    watch.challenge({ start: { text: start.text, moment: start.moment }, most, within: searched }, first);
    world.dispatch({ kind: "load", text: start.text, moment: start.moment });
  }

  /** @param {() => void} change Changes what is searched. */
  function set(change) {
    change();
    link = null;
    watch.within(within());
    show();
  }

  /** Sets the bounds within which a search comes to its end. The button for that is gone then. */
  function goToTheEnd() {
    set(() => {
      atMost = Object.fromEntries(rows.map(({ name, to_the_end }) => [name, to_the_end ?? 0]));
      inFlight = null;
    });
    /** @type {HTMLElement | null} */ (dialog.querySelector(".do-search"))?.focus();
  }

  /** @param {string} words Bounds, as an address has them. */
  function setBounds(words) {
    try {
      const { within: asked, idle } = partOf(withinFrom(words), rows);
      atMost = { ...Object.fromEntries(rows.map(({ name }) => [name, 0])), ...Object.fromEntries(asked.at_most) };
      inFlight = asked.in_flight ?? null;
      if (idle.length > 0) trouble = say("search-idle-in-link", { bounds: idle.map((name) => boundWords(name, start?.votes ?? false).title).join(", ") });
    } catch (error) {
      trouble = say("search-strange-bounds", { why: error instanceof Error ? error.message : `${error}` });
    }
  }

  function reopen() {
    isNews = false;
    show();
    if (dialog.open) return;
    dialog.showModal();
    // What lies above is to be seen, too.
    /** @type {HTMLElement | null} */ (dialog.querySelector(".do-search"))?.focus({ preventScroll: true });
    show();
  }

  dialog.addEventListener("close", show);

  return {
    draw: watch.draw,
    open({ fromStart = false, bounds, quietly = false } = {}) {
      if (quietly) return;
      const asks = fromStart || bounds !== undefined;
      if (!asks && (running !== null || isNews)) return reopen();
      const now = startOf(world, fromStart);
      if (now === null) return;
      if (running !== null || isLooking()) stop();
      if (asks || now.text !== start?.text || now.moment !== start.moment) [finished, stopped, trouble, link] = [null, null, "", null];
      then = () => {
        if (bounds !== undefined) setBounds(bounds);
        if (fromStart) begin();
        then = () => {};
      };
      const isOther = now.protocol !== start?.protocol || now.servers !== start.servers || rows.length === 0;
      start = now;
      if (isOther) {
        // Those of another protocol, until its own are known.
        rows = [];
        searcher.bounds(now.protocol, now.servers);
      }
      reopen();
      if (!isOther) then();
      show();
    },
  };
}
