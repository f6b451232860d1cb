// On a narrow page the story and the side panel share a sheet at the stage's foot. This bar opens one, the other, or
// neither; on a wide page it isn't shown, and both stand beside the stage. A room opens with its story, so that the first
// screen says what this is; the first step closes it again, unless the person has opened or closed one meanwhile.

import { html, render } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";
import { say, sayAround } from "../words/say.js";

/** @import { View } from "../types.js" */

/**
 * Makes the bar.
 * @param {HTMLElement} root Where to draw.
 * @param {HTMLElement} page The frame of the page; its `data-sheet` says what is open: `story`, `side` or nothing, and
 *   `data-start` is there until the first step.
 * @returns {{ draw(view: View): void }} The panel.
 */
export function createSheet(root, page) {
  let last = /** @type {View | undefined} */ (undefined);
  const narrow = matchMedia("(max-width: 59.9375em) and (min-height: 40rem)");
  /** The moment at which the room was opened, until the person leaves it or uses the bar; null from then on. */
  let openedAt = /** @type {number | null} */ (null);
  page.addEventListener("keydown", (event) => {
    const open = page.dataset["sheet"];
    if (event.key !== "Escape" || event.defaultPrevented || !open || document.querySelector("dialog[open]")) return;
    turn("");
    /** @type {HTMLElement | null} */ (root.querySelector(`[aria-controls="${open}"]`))?.focus();
  });

  /** @param {string} name What to open; empty for nothing. */
  function turn(name) {
    openedAt = null;
    page.dataset["sheet"] = name;
    if (last) draw(last);
    if (!name) return;
    const part = document.getElementById(name);
    part?.scrollTo(0, 0);
    // The bar calls the story by its question or goal while there is one: that is what was opened.
    part?.querySelector(".asking, .goal.aim:not(.reached)")?.scrollIntoView({ block: "nearest" });
  }

  /** @param {View} view What to draw. */
  function draw(view) {
    if (view.room !== last?.room) {
      openedAt = narrow.matches ? view.cursor : null;
      page.dataset["sheet"] = narrow.matches ? "story" : "";
      page.dataset["start"] = "";
    } else if (view.cursor !== last.cursor) {
      if (openedAt !== null) page.dataset["sheet"] = "";
      openedAt = null;
      delete page.dataset["start"];
    }
    last = view;
    const open = page.dataset["sheet"] ?? "";
    const flights = view.frame.in_flight.length;
    render(
      html`<button class="grab" type="button" aria-expanded=${open === "story"} aria-controls="story" @click=${() => turn(open === "story" ? "" : "story")}>
          <span>${say("sheet-story")}</span><span class="ask" aria-hidden="true">${titleOf(view)}</span>${icon(open === "story" ? "down" : "up")}
        </button>
        <button class="grab" type="button" aria-expanded=${open === "side"} aria-controls="side" @click=${() => turn(open === "side" ? "" : "side")}>
          ${icon("client")}<span>${sayAround("sheet-client", { flights: html`<small>${say("sheet-flights", { count: flights })}</small>` })}</span>${icon(open === "side" ? "down" : "up")}
        </button>`,
      root,
    );
  }

  return { draw };
}

/**
 * @param {View} view What is drawn.
 * @returns {string} What the bar calls the story: what it asks for, while it asks for anything.
 */
function titleOf({ lesson, title }) {
  const question = lesson?.question;
  if (question && question.said === null) return question.says;
  return lesson?.goals.find(({ reached }) => reached === null)?.says ?? title;
}
