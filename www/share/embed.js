// The page within a frame of somebody else's page: the conversation and the buttons that move it, and a line below that says
// what this is and leads to the whole page. It keeps nothing, so that it takes no room from a page in another tab.

import { html, render } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";
import { say } from "../words/say.js";

/** @import { Settings, View } from "../types.js" */

/** For how long the run stands still before the link to it is made, in ms: packing a long run takes a while. */
const REST = 200;

/** How the person likes the page, which holds in a frame, too. What else is remembered belongs to the whole page. */
const likes = ["theme", "keys"];

/**
 * @param {Settings} settings What the whole page remembers.
 * @returns {Settings} The same for a page in a frame: it begins with the person's likes, and forgets what is set.
 */
export function settingsInFrame(settings) {
  /** @type {Map<string, string>} */
  const set = new Map();
  return {
    get: (name) => set.get(name) ?? (likes.includes(name) ? settings.get(name) : null),
    set: (name, value) => void (value === null ? set.delete(name) : set.set(name, value)),
  };
}

/**
 * Makes the line below.
 * @param {HTMLElement} root Where to draw.
 * @param {HTMLElement} conversation What is to be seen after a step, in a frame so low that the page scrolls.
 * @param {() => Promise<string>} address Makes the address of the whole page, with this run at this moment.
 * @param {() => void} failed Called when that can't be made.
 * @returns {{ draw(view: View): void, settle(): void }} The panel.
 */
export function createEmbed(root, conversation, address, failed) {
  /** The address; empty while it is not known for the moment that is shown. */
  let href = "";
  /** Counts the moments that were shown, since to pack a long run takes a while, and another may be shown by then. */
  let turn = 0;
  let rest = /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined);
  let last = /** @type {View | undefined} */ (undefined);
  /** The moment at which the page came to rest; null while it opens, when the page around it must not move. */
  let settled = /** @type {number | null} */ (null);

  /** Draws what is known. */
  function show() {
    // Without an address it would be no link, and lose the focus.
    render(html`<footer>
      <h1>${last?.title}</h1>
      <a class="btn small" href=${href || location.pathname} target="_blank" rel="noopener" @click=${open}>${icon("outside")}<span>${say("embed-open")}</span></a>
    </footer>`, root);
  }

  /** Makes the link to what is shown. */
  async function renew() {
    const mine = turn;
    const made = await address().catch(() => "");
    if (mine !== turn) return;
    href = made;
    show();
  }

  /** @param {Event} event A click on the link, which may come before its address is known. */
  async function open(event) {
    if (href) return;
    event.preventDefault();
    try {
      window.open(await address(), "_blank", "noopener");
    } catch {
      failed();
    }
  }

  return {
    draw(view) {
      const moved = view.cursor !== last?.cursor || view.history !== last.history;
      last = view;
      if (!moved) return;
      turn += 1;
      href = "";
      clearTimeout(rest);
      rest = setTimeout(renew, REST);
      show();
    },
    settle() {
      const { cursor = null, lesson } = last ?? {};
      const moved = settled !== null && cursor !== settled;
      settled = cursor;
      // What a lesson asks has scrolled itself into view.
      if (moved && lesson?.question?.said !== null) conversation.scrollIntoView({ block: "nearest" });
    },
  };
}
