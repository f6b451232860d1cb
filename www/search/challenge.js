// The challenge: to break a promise in as few actions as the shortest run that a search found. It counts as the search does: each action
// is one, deliveries too. It follows the run on the page, back and forward, and a hint is looked for from where the person is.

import { html, nothing } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";
import { say } from "../words/say.js";
import { hintSays, standSays, titleSays } from "./challenge-words.js";
import { createSearcher } from "./searcher.js";
import { beginsWith } from "./telling.js";

/** @import { SearchOutcome } from "../../pkg/search/catchup.js" */
/** @import { View } from "../types.js" */
/** @import { Within } from "./search.js" */
/** @import { Start, World } from "./telling.js" */

/**
 * What is to be done: from where, in how many actions at most, and within which bounds that is possible. `most` is null as long as that is not
 * known, since the search goes on or did not end, and 0 where it saw that nothing breaks.
 * @typedef {{ start: Pick<Start, "text" | "moment">, most: number | null, within: Within }} Dare
 */

/** How much memory a hint may take, in millions of bytes. */
const MEGABYTES = 512;

/** Where a strip of more than a line would hide the run. As in search.css. */
const NARROW = "(max-width: 44.9375em)";

/** More pips than this can't be told apart at a glance. */
const PIP_LIMIT = 12;

/**
 * Makes what follows a challenge.
 * @param {World} world What it needs.
 * @param {() => void} show Draws it anew.
 * @param {() => void} left Is told when the person leaves it.
 * @param {(start: Dare["start"]) => boolean} isSearched Says whether the search from there goes on.
 * @returns {{ begin(dare: Dare | null, first?: string): void, learn(start: Dare["start"], most: number): boolean, dare(): Dare | null, see(): void, draw(view: View): unknown }} `begin` ends it for null; with the `first` action of a shortest run that is the first hint. `learn` is told how many actions the shortest run from there has, and says whether that is news; `see` is told that the page shows something else, perhaps.
 */
export function createChallenge(world, show, left, isSearched) {
  let dare = /** @type {Dare | null} */ (null);
  /** The hint that was asked for at this moment: how the search for it ended, null as long as it goes on. */
  let hint = /** @type {{ key: string, outcome: SearchOutcome | null, trouble: string } | null} */ (null);

  /** The first hint, until the run is on the page for which it is one. */
  let told = /** @type {string | null} */ (null);
  /** Whether the person sees more than a line of it. */
  let isOpen = true;

  const searcher = createSearcher({
    onBounds() {},
    onRescue() {},
    onProgress({ outcome }) {
      if (hint === null || outcome === null) return;
      hint = { ...hint, outcome };
      show();
    },
    onTrouble(trouble) {
      if (hint === null) return;
      hint = { ...hint, trouble };
      show();
    },
  });

  /** What the hint depends on: the run up to the cursor, told by its whole text and the cursor. */
  const keyNow = () => `${world.view()?.cursor} ${world.script()}`;

  /** @type {{ script: string, isOurs: boolean } | null} */
  let looked = null;

  /**
   * @param {string} script The text of the run on the page.
   * @param {string} text The text of that from which the challenge begins.
   * @returns {boolean} Whether the one begins with the other.
   */
  function isOurs(script, text) {
    if (looked?.script !== script) looked = { script, isOurs: beginsWith(script, text) };
    return looked.isOurs;
  }

  function forget() {
    if (hint?.outcome === null) searcher.stop();
    hint = null;
  }

  /**
   * @param {Dare} asked The challenge.
   * @param {number} cursor Where the person is.
   */
  function askForHint({ start, most, within }, cursor) {
    hint = { key: keyNow(), outcome: null, trouble: "" };
    searcher.search({ script: world.script(), moment: cursor, counted_from: start.moment, ...within, ...(most === null ? {} : { depth: Math.max(most - (cursor - start.moment), 0) }), megabytes: MEGABYTES });
    show();
  }

  /**
   * @param {Dare | null} asked The challenge; null for none.
   * @param {string} [first] The first action of a shortest run.
   */
  function begin(asked, first) {
    forget();
    looked = null;
    dare = asked;
    told = first ?? null;
    isOpen = first !== undefined || !matchMedia(NARROW).matches;
    show();
  }

  return {
    dare: () => dare,
    begin,
    learn({ text, moment }, most) {
      if (dare === null || dare.most !== null || dare.start.text !== text || dare.start.moment !== moment) return false;
      dare = { ...dare, most };
      return true;
    },
    see() {
      if (told !== null && dare !== null && world.view()?.cursor === dare.start.moment && isOurs(world.script(), dare.start.text)) hint = { key: keyNow(), outcome: { kind: "broken", actions: [told], broken: [] }, trouble: "" };
      told = null;
      if (hint !== null && hint.key !== keyNow()) forget();
    },
    draw(view) {
      if (dare === null) return nothing;
      const asked = dare;
      const { start, most } = asked;
      const isHere = isOurs(world.script(), start.text);
      const used = view.cursor - start.moment;
      const reached = isHere ? reachedIn(view, start.moment) : null;
      const goBack = () => (isHere ? world.dispatch({ kind: "seek", moment: start.moment }) : world.dispatch({ kind: "load", text: start.text, moment: start.moment }));
      const canHint = isHere && used >= 0 && used < (most ?? Infinity) && reached === null;
      const stand = { from: start.moment, used, reached, most, searching: most === null && isSearched(start) };
      return html`<section class=${reached === null ? "challenge" : "challenge reached"} aria-labelledby="challenge-title">
        <details ?open=${isOpen || reached !== null} @toggle=${(/** @type {Event} */ event) => (isOpen = /** @type {HTMLDetailsElement} */ (event.currentTarget).open)}>
          <summary>${icon("flag")}<h2 id="challenge-title">${titleSays(most)}</h2>
          ${isHere && used >= 0 && most && most <= PIP_LIMIT ? pips(reached ?? used, most) : nothing}
          ${isHere && used >= 0 && most ? html`<span class="watch-count" aria-hidden="true">${say("some-of", { count: reached ?? used, all: most })}</span>` : nothing}</summary>
          <div class="challenge-body"><div>
          <p aria-live="polite">${isHere ? standSays(stand) : say("challenge-elsewhere")}</p>
          <p class="next" aria-live="polite">${hint && canHint ? hintSays(hint, view, most) : nothing}</p>
          </div><p class="row">
          ${canHint ? html`<button class="btn small" type="button" @click=${() => askForHint(asked, view.cursor)}>${say("challenge-hint")}</button>` : nothing}
          ${isHere && used === 0 ? nothing : html`<button class="btn small" type="button" @click=${goBack}>${say("challenge-go-back")}</button>`}
          <button class="btn small" type="button" @click=${left}>${say("challenge-leave")}</button>
          </p></div>
        </details>
      </section>`;
    },
  };
}

/**
 * @param {View} view What is on the page.
 * @param {number} from The moment at which the challenge begins.
 * @returns {number | null} After how many actions a promise was broken, as far as the run has come; null when none was.
 */
function reachedIn({ frame }, from) {
  const broken = frame.invariants.filter(({ kind, holds }) => kind === "always" && !holds).map(({ broken_at }) => broken_at ?? 0);
  const since = broken.filter((moment) => moment > from);
  return since.length === 0 ? null : Math.min(...since) - from;
}

/**
 * One pip for each action of the shortest run.
 * @param {number} used How many actions there were.
 * @param {number} most How many it has.
 */
function pips(used, most) {
  return html`<span class="watch-pips" aria-hidden="true">${Array.from({ length: most }, (_, place) => html`<i class=${place < used ? "used" : ""}></i>`)}</span>`;
}
