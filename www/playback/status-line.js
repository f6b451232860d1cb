// The sentence about the step, for the eye and for people who listen. Beside it stands what else a listener would miss, which is spoken
// after it (`news.js`). These two are the page's live regions for what happens.
//
// - Stepping by hand, each sentence is spoken, an equal one too: two slots take turns, so that there is always a change.
// - While Play runs fast nobody could listen. The region rests then, and the eye reads a line beside it; when Play rests,
//   the region says where it stands.
// - The slider tells where it goes, so the sentence is not spoken besides as long as it has the focus.
// - News are a region of their own, since a region whose parts change one by one is spoken once for each. So news alone are spoken
//   without the sentence, too.

import { sentence } from "../drawing/sentence.js";
import { html, nothing, render } from "../drawing/template.js";
import { newsBetween } from "./news.js";

/** @import { NameSpan } from "../../pkg/catchup.js" */
/** @import { View } from "../types.js" */

/** A sentence of more characters is set in smaller type where the bar is wide, so that it has no more lines than others. */
const LONG = 150;

/**
 * What is to be said at a view.
 * @typedef {object} Speech
 * @property {string | null} sentence The sentence about the step; null when it has been said.
 * @property {string} news What a listener would miss besides; may be empty.
 */

/**
 * Decides what is said, and when. It knows no DOM, so that it can be tested in Node.
 * @returns {(view: View) => Speech | null} Call it with every view; null when nothing is to be said now.
 */
export function createSpeaker() {
  /** What was last said, or shown while the region rested. */
  let last = /** @type {View | null} */ (null);
  /** What came up while the region rested. @type {string[]} */
  let missed = [];
  let rested = false;
  return (view) => {
    const moved = last === null || last.cursor !== view.cursor || last.history !== view.history || last.status !== view.status;
    if (last !== null) missed.push(...newsBetween(last, view));
    last = view;
    if (view.playing && view.speed === "fast") {
      rested ||= moved;
      return null;
    }
    if (!moved && !rested && missed.length === 0) return null;
    const speech = { sentence: moved || rested ? view.status : null, news: missed.join(" ") };
    missed = [];
    rested = false;
    return speech;
  };
}

/**
 * Where names stand in the sentence about the step.
 * @param {View} view What is shown.
 * @returns {readonly NameSpan[]} None when the sentence is not that of an event.
 */
function namesIn({ frame, cursor, status }) {
  const event = frame.events.find(({ moment }) => moment === cursor);
  // What is asked after it has no names of servers in it that could be taken for words.
  return event !== undefined && status.startsWith(event.says) ? (event.names ?? []) : [];
}

/**
 * Makes the line.
 * @param {HTMLElement} root Where it stands; it holds nothing else.
 * @param {() => boolean} isToldElsewhere Whether what has the focus tells the sentence itself.
 * @returns {{ draw(view: View): void }} The panel.
 */
export function createStatusLine(root, isToldElsewhere) {
  const speaker = createSpeaker();
  const newsLine = document.createElement("p");
  newsLine.className = "vh";
  newsLine.setAttribute("aria-live", "polite");
  root.append(newsLine);
  let spoken = "";
  /** The news that come when the sentence has been told. */
  let coming = "";
  /** @type {readonly NameSpan[]} */
  let names = [];
  /** Which of the two slots holds what was spoken last. */
  let slot = 0;
  let isSilent = false;

  /**
   * Lets news be heard after the sentence. Browsers tell once for each frame what changed on the page, and not in its order.
   * @param {string} more What is to be heard.
   */
  function tellLater(more) {
    const isWaiting = coming !== "";
    coming = isWaiting ? `${coming} ${more}` : more;
    if (isWaiting) return;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        newsLine.textContent = coming;
        coming = "";
      }),
    );
  }

  return {
    draw(view) {
      const speech = speaker(view);
      if (speech !== null) {
        newsLine.textContent = "";
        if (speech.news !== "") tellLater(speech.news);
      }
      if (speech?.sentence != null) {
        spoken = speech.sentence;
        names = namesIn(view);
        slot = 1 - slot;
        isSilent = isToldElsewhere();
      }
      const resting = view.playing && view.speed === "fast";
      const look = (/** @type {string} */ said) => (said.length > LONG ? "now-line long" : "now-line");
      const said = sentence(spoken, names, view.frame.servers);
      render(
        html`<p class=${resting ? "vh" : look(spoken)} role="status" aria-live=${isSilent ? "off" : nothing}><span>${slot === 0 ? said : null}</span><span>${slot === 1 ? said : null}</span></p>
          ${resting ? html`<p class=${look(view.status)} aria-hidden="true">${sentence(view.status, namesIn(view), view.frame.servers)}</p>` : null}`,
        root,
        { renderBefore: newsLine },
      );
    },
  };
}
