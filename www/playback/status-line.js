// The sentence about the step, for the eye and for people who listen. It is the page's one live region, so it also
// says what else a listener would miss: a promise that breaks, and a new notice.
//
// - Stepping by hand, each sentence is spoken, an equal one too: two slots take turns, so that there is always a change.
// - While Play runs fast nobody could listen. The region rests then, and the eye reads a line beside it; when Play rests,
//   the region says where it stands.

import { sentence } from "../drawing/sentence.js";
import { html, render } from "../drawing/template.js";
import { say } from "../words/say.js";

/** @import { NameSpan } from "../../pkg/catchup.js" */
/** @import { Notice, View } from "../types.js" */

/** A sentence of more characters is set in smaller type where the bar is wide, so that it has no more lines than others. */
const LONG = 150;

/**
 * What is to be said at a view.
 * @typedef {object} Speech
 * @property {string} sentence The sentence about the step.
 * @property {string} more What a listener would miss besides; may be empty.
 */

/**
 * Decides what is said, and when. It knows no DOM, so that it can be tested in Node.
 * @returns {(view: View) => Speech | null} Call it with every view; null when nothing is to be said now.
 */
export function createSpeaker() {
  /** What was last said, or shown while the region rested. */
  let last = /** @type {Pick<View, "cursor" | "history" | "status" | "notices" | "frame"> | null} */ (null);
  /** What came up while the region rested. @type {string[]} */
  let missed = [];
  let rested = false;
  return (view) => {
    const moved = last === null || last.cursor !== view.cursor || last.history !== view.history || last.status !== view.status;
    const news = last === null ? [] : [...broken(last, view), ...newNotices(last.notices, view.notices)];
    missed.push(...news);
    last = view;
    if (view.playing && view.speed === "fast") {
      rested ||= moved;
      return null;
    }
    if (!moved && !rested && missed.length === 0) return null;
    const more = missed.join(" ");
    missed = [];
    rested = false;
    return { sentence: view.status, more };
  };
}

/**
 * The promises that a step broke; in another run than before, all that are broken where it stands.
 * @param {Pick<View, "frame" | "history">} before The view before.
 * @param {Pick<View, "frame" | "history">} view The view after it.
 * @returns {string[]} A sentence for each; none when the step went back.
 */
function broken(before, { frame, history }) {
  const { moment, invariants } = before.frame;
  const isSameRun = history[moment] === before.history[moment];
  if (isSameRun && frame.moment <= moment) return [];
  const known = new Set(isSameRun ? invariants.filter(({ holds }) => !holds).map(({ id }) => id) : []);
  // A goal is reached and left without a word.
  return frame.invariants.filter(({ id, kind, holds }) => kind === "always" && !holds && !known.has(id)).map(({ title, says }) => say("status-broken", { title, says }));
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
 * The notices that were not there before.
 * @param {readonly Notice[]} before The notices before.
 * @param {readonly Notice[]} after The notices now.
 * @returns {string[]} Their texts.
 */
function newNotices(before, after) {
  if (before === after) return [];
  const known = new Set(before.map(({ id, text }) => `${id} ${text}`));
  return after.filter(({ id, text }) => !known.has(`${id} ${text}`)).map(({ text }) => text);
}

/**
 * Makes the line.
 * @param {HTMLElement} root Where it stands; it holds nothing else.
 * @returns {{ draw(view: View): void }} The panel.
 */
export function createStatusLine(root) {
  const speaker = createSpeaker();
  let spoken = /** @type {Speech} */ ({ sentence: "", more: "" });
  /** @type {readonly NameSpan[]} */
  let names = [];
  /** Which of the two slots holds what was spoken last. */
  let slot = 0;
  return {
    draw(view) {
      const speech = speaker(view);
      if (speech !== null) {
        spoken = speech;
        names = namesIn(view);
        slot = 1 - slot;
      }
      const resting = view.playing && view.speed === "fast";
      const look = (/** @type {string} */ said) => (said.length > LONG ? "now-line long" : "now-line");
      const said = html`${sentence(spoken.sentence, names, view.frame.servers)}${spoken.more === "" ? null : html`<span class="vh"> ${spoken.more}</span>`}`;
      render(
        html`<p class=${resting ? "vh" : look(spoken.sentence)} role="status"><span>${slot === 0 ? said : null}</span><span>${slot === 1 ? said : null}</span></p>
          ${resting ? html`<p class=${look(view.status)} aria-hidden="true">${sentence(view.status, namesIn(view), view.frame.servers)}</p>` : null}`,
        root,
      );
    },
  };
}
