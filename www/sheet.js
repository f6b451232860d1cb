// On a narrow page the story and the side panel share a sheet that slides over the ladder. This bar opens one, the
// other, or neither; on a wide page it isn't shown, and both stand beside the stage.

import { html, render } from "./template.js";
import { icon } from "./icons.js";

/** @import { View } from "./types.js" */

/**
 * Makes the bar.
 * @param {HTMLElement} root Where to draw.
 * @param {HTMLElement} page The frame of the page; its `data-sheet` says what is open: `story`, `side` or nothing.
 * @returns {{ draw(view: View): void }} The panel.
 */
export function createSheet(root, page) {
  let last = /** @type {View | undefined} */ (undefined);
  page.addEventListener("keydown", (event) => {
    const open = page.dataset["sheet"];
    if (event.key !== "Escape" || event.defaultPrevented || !open || document.querySelector("dialog[open]")) return;
    turn("");
    /** @type {HTMLElement | null} */ (root.querySelector(`[aria-controls="${open}"]`))?.focus();
  });

  /** @param {string} name What to open; empty for nothing. */
  function turn(name) {
    page.dataset["sheet"] = name;
    if (last) draw(last);
    if (name) document.getElementById(name)?.scrollTo(0, 0);
  }

  /** @param {View} view What to draw. */
  function draw(view) {
    last = view;
    const open = page.dataset["sheet"] ?? "";
    const flights = view.frame.in_flight.length;
    render(
      html`<button class="grab" type="button" aria-expanded=${open === "story"} aria-controls="story" @click=${() => turn(open === "story" ? "" : "story")}>
          <span>Story</span><span class="ask" aria-hidden="true">${view.title}</span>${icon(open === "story" ? "down" : "up")}
        </button>
        <button class="grab" type="button" aria-expanded=${open === "side"} aria-controls="side" @click=${() => turn(open === "side" ? "" : "side")}>
          ${icon("client")}<span>Client<small> · ${flights} in flight</small></span>${icon(open === "side" ? "down" : "up")}
        </button>`,
      root,
    );
  }

  return { draw };
}
