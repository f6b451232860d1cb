// A server's memory: its store. A few pairs are shown; a store with more is spread out on request, a page at a time,
// so that thousands of pairs never become thousands of elements.

import { html, nothing } from "./template.js";

/** @import { ServerFrame } from "../pkg/catchup.js" */

/** How many pairs are shown when nobody asked for more, where cards are wide and where they are narrow, and how many at
    most when somebody did. */
const resting_pairs = 8;
const resting_pairs_among_many = 4;
const page_pairs = 48;

/**
 * Draws a store.
 * @param {ServerFrame} server A server that is up.
 * @param {number | undefined} offset The first pair to show when the store is spread out; absent when it is not.
 * @param {boolean} many Whether there are so many servers that cards are narrow.
 * @param {(offset: number | null) => void} turn Spreads the store out from an offset, or with null folds it.
 */
export function storeOf({ name, store }, offset, many, turn) {
  const resting = many ? resting_pairs_among_many : resting_pairs;
  const folds = store.length > resting;
  const first = folds && offset !== undefined && offset < store.length ? offset : 0;
  const shown = !folds ? store : offset === undefined ? store.slice(0, resting - 2) : store.slice(first, first + page_pairs);
  const after = store.length - first - shown.length;
  return html`<ul class="store" role="list" aria-label="Store of ${name}">
      ${shown.map(([key, value]) => html`<li title="${key} ${value}" translate="no"><i>${key}</i> ${value}</li>`)}
      ${store.length === 0 ? html`<li class="none">empty</li>` : nothing}
    </ul>
    ${folds
      ? html`<p class="store-more">
          ${after > 0
            ? html`<button class="btn small" type="button" aria-label="${after} more of ${name}" @click=${() => turn(offset === undefined ? 0 : first + page_pairs)}>${after} more</button>`
            : nothing}
          ${offset === undefined ? nothing : html`<button class="btn small" type="button" aria-label="Fewer of ${name}" @click=${() => turn(null)}>fewer</button>`}
        </p>`
      : nothing}`;
}
