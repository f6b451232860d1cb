// A quiet strip under the banner for what the person should know: storage is blocked, a future was dropped, another
// tab holds the room. What is new is spoken when the sentence of the step has been.

import { html, render } from "../drawing/template.js";
import { repeat } from "lit-html/directives/repeat.js";
import { icon } from "../drawing/icons.js";
import { markFor } from "../drawing/mark.js";
import { say } from "../words/say.js";
import { tied } from "../words/ties.js";

/** @import { Dispatch, View } from "../types.js" */

/**
 * Makes the strip.
 * @param {HTMLElement} root Where to draw.
 * @param {Dispatch} dispatch Takes what the person asks for.
 * @param {() => void} rest Puts the focus where the next key is expected: a button that was pressed may be gone.
 * @returns {{ draw(view: View): void }} The panel.
 */
export function createNotices(root, dispatch, rest) {
  /** @type {View["notices"] | undefined} */
  let drawn;
  return {
    draw(view) {
      if (view.notices === drawn) return;
      drawn = view.notices;
      const focused = root.contains(document.activeElement);
      render(
        repeat(
          [...view.notices].reverse(),
          (notice) => notice.id,
          (notice) => html`<div class="notice">
            <p>${tied(notice.text)}</p>
            ${notice.link === undefined ? null : linkField(notice.link)}
            ${notice.offers.map((offer) => html`<button class="btn small" type="button" @click=${() => dispatch(offer.intent)}>${offer.label}${markFor(offer.intent)}</button>`)}
            ${notice.dismissable
              ? html`<button class="btn small icon-only plain" type="button" aria-label=${say("notice-dismiss")} title=${say("notice-dismiss-title")} @click=${() => dispatch({ kind: "dismiss", id: notice.id })}>
                  ${icon("close")}
                </button>`
              : null}
          </div>`,
        ),
        root,
      );
      // However far it was scrolled: what is new, and where that begins, is seen.
      if (view.notices.length > 0) root.scrollTop = 0;
      if (focused && !root.contains(document.activeElement)) rest();
    },
  };
}

/**
 * A link that could not be copied, where a person can. It is selected when it gets the focus.
 * @param {string} link The whole address.
 */
function linkField(link) {
  return html`<input class="field mono link-field" type="text" readonly aria-label=${say("notice-link")} .value=${link} @focus=${(/** @type {Event} */ event) => /** @type {HTMLInputElement} */ (event.currentTarget).select()} />`;
}
