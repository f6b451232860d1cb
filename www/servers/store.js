// A server's memory: its store, in two lines, whatever it holds. A store with more is spread out on request, a page at a
// time, so that thousands of pairs never become thousands of elements.

import { html, nothing } from "../drawing/template.js";
import { say } from "../words/say.js";

/** @import { ServerFrame } from "../../pkg/catchup.js" */

/** How many pairs two lines hold, and how many at most are shown when somebody asked for more. */
const restingPairs = 4;
const pagePairs = 48;

/**
 * Draws a store.
 * @param {ServerFrame} server A server that is up.
 * @param {number | undefined} offset The first pair to show when the store is spread out; absent when it is not.
 * @param {boolean} lying Whether there is room for their number only until somebody asks.
 * @param {boolean} voting Whether entries are carried out later than they are appended, so that it says how far.
 * @param {(offset: number | null) => void} turn Spreads the store out from an offset, or with null folds it.
 */
export function storeOf({ name, store, applied }, offset, lying, voting, turn) {
  const whole = store.length <= restingPairs;
  const first = !whole && offset !== undefined && offset < store.length ? offset : 0;
  const shown = whole ? store : offset === undefined ? store.slice(0, restingPairs - 1) : store.slice(first, first + pagePairs);
  const after = store.length - first - shown.length;
  const count = store.length;
  return html`<h3 class="vh">${say("server-store", { name })}</h3>
    <ul class="store" role="list" aria-label=${say("server-store", { name })}>
      ${shown.map(([key, value]) => html`<li title="${key} ${value}" translate="no"><i>${key}</i> ${value}</li>`)}
      ${store.length === 0 ? html`<li class="none">${say("store-empty")}</li>` : nothing}
    </ul>
    ${voting && !lying ? html`<p class="applied">${say("store-applied", { index: applied ?? 0 })}</p>` : nothing}
    ${offset === undefined
      ? whole && (!lying || store.length === 0)
        ? nothing
        : html`<p class=${whole ? "store-more whole" : "store-more"}><button class="btn small" type="button" aria-label=${say("store-pairs-of", { count, name })} title=${say("store-all", { count })} @click=${() => turn(0)}>${say("store-pairs", { count })}</button></p>`
      : html`<p class="store-more">
          ${after > 0 ? html`<button class="btn small" type="button" aria-label=${say("store-more-of", { count: after, name })} @click=${() => turn(first + pagePairs)}>${say("store-more", { count: after })}</button>` : nothing}
          <button class="btn small" type="button" aria-label=${say("store-fewer-of", { name })} @click=${() => turn(null)}>${say("store-fewer")}</button>
        </p>`}`;
}
