// The words and controls of a message or a tag. Both forms of the ladder, lanes and staves, are made of them, so that
// a listener meets the same list in both.

import { html, icon } from "./ladder-dom.js";
import { stateOf } from "./ladder-layout.js";

/** @import { Layout, Placed, PlacedMessage, PlacedTag } from "./ladder-layout.js" */
/** @import { IconName } from "./ladder-dom.js" */

/**
 * Everything that a drawing of one moment needs.
 * @typedef {object} Scene
 * @property {Layout} layout
 * @property {number} cursor The moment that is shown.
 * @property {number | null} selected The id of the message that is shown in full.
 * @property {ReadonlySet<number>} now The ids of the messages that are now.
 * @property {PlacedTag | null} nowTag The tag that is now.
 * @property {{top: number, bottom: number}} band The rows that are now.
 * @property {number | null} open The first message in flight among those that are now: its buttons stand out.
 * @property {number} serverCount How many servers have a lane.
 */

/**
 * Says all that decides how an item looks, so that an item is drawn again only when this text changes.
 * @param {Placed} placed The message or tag.
 * @param {Scene} scene The moment.
 * @returns {string}
 */
export function keyOf(placed, scene) {
  if (placed.kind === "tag") return placed === scene.nowTag ? "now" : "";
  const { id } = placed.message;
  const marks = (scene.now.has(id) ? 1 : 0) + (scene.selected === id ? 2 : 0) + (scene.open === id ? 4 : 0) + (isInBand(placed, scene) ? 8 : 0);
  return `${stateOf(placed, scene.cursor)} ${marks}`;
}

/**
 * Whether a message stands in the rows that are now, as itself or beside what is now.
 * @param {PlacedMessage} placed The message.
 * @param {Scene} scene The moment.
 * @returns {boolean}
 */
export function isInBand(placed, scene) {
  return placed.top >= scene.band.top && placed.bottom <= scene.band.bottom;
}

/**
 * The actions on a message in flight, for a small pill or for large buttons.
 * @param {number} id The message's id.
 * @param {'icons' | 'words'} form Whether the buttons show icons alone.
 * @returns {HTMLElement}
 */
export function actions(id, form) {
  const buttons = /** @type {const} */ (["deliver", "drop", "duplicate"]).map((action) => {
    const word = `${action.charAt(0).toUpperCase()}${action.slice(1)}`;
    const button = html(
      "button",
      {
        type: "button",
        "data-line": `${action} ${id}`,
        "aria-label": `${word} message ${id}`,
        title: form === "icons" ? `${word} message ${id}` : "",
      },
      icon(action),
    );
    if (form === "words") {
      button.className = "btn";
      button.removeAttribute("title");
      button.append(word);
    }
    return button;
  });
  return html("div", { class: form === "icons" ? "pill" : "pacts" }, ...buttons);
}

/**
 * The number of a message and what it repeats. Both are drawn by the stylesheet from attributes: the item's text
 * stays the sentence alone, for listeners and for searching.
 * @param {PlacedMessage} placed The message.
 * @returns {HTMLElement}
 */
export function numberOf(placed) {
  const { id, copy_of } = placed.message;
  return html("span", { class: "no", "aria-hidden": "true", "data-number": copy_of === undefined ? `${id}` : `${id} again ${copy_of}` });
}

/**
 * Text for listeners only.
 * @param {string} text The text, with the blanks that separate it from its neighbours.
 * @returns {HTMLElement}
 */
export function heard(text) {
  return html("span", { class: "vh" }, text);
}

/**
 * Names for listeners only, which no translator touches: "every" and "and" are names here.
 * @param {string} text The names, with what joins and separates them.
 * @returns {HTMLElement}
 */
export function heardNames(text) {
  return html("span", { class: "vh", translate: "no" }, text);
}

/**
 * What follows a sentence for listeners.
 * @param {PlacedMessage} placed The message.
 * @returns {string} Empty unless the message repeats another.
 */
export function repeats(placed) {
  return placed.message.copy_of === undefined ? "" : ` again ${placed.message.copy_of}`;
}

/**
 * The note under an arrow: why it was not heard, or that the answer is a no.
 * @param {PlacedMessage} placed The message.
 * @param {number} cursor The moment.
 * @returns {string} Empty when there is nothing to add.
 */
export function noteOf(placed, cursor) {
  const state = stateOf(placed, cursor);
  if (state === "dropped") return "dropped";
  if (state === "refused") return placed.fate?.why === "cut" ? "link cut" : "nobody home";
  return state === "delivered" ? (placed.message.refusal ?? "") : "";
}

/**
 * The whole of a selected message: its sentence where the label had to shorten it, its entries, its exact text.
 * @param {PlacedMessage} placed The message.
 * @returns {HTMLElement}
 */
export function detailOf(placed) {
  const { id, says, wire, entries = [] } = placed.message;
  const card = html("div", { class: "detail" }, html("p", { class: "whole", "aria-hidden": "true", hidden: "" }, says));
  if (entries.length > 0) {
    const cells = entries.slice(0, ENTRIES_SHOWN).map((entry) => html("span", { class: "entry", translate: "no" }, html("i", {}, `${entry.index}`), entry.command));
    if (entries.length > ENTRIES_SHOWN)
      cells.push(html("span", { class: "rest" }, `and ${entries.length - ENTRIES_SHOWN} more, all in the text below`));
    card.append(html("div", { class: "entries", "aria-hidden": "true" }, ...cells));
  }
  card.append(html("pre", { class: "wire", translate: "no", tabindex: 0, role: "group", "aria-label": `Exact text of message ${id}` }, wire));
  return card;
}

/** More cells than this tell nothing that the exact text does not tell better. */
const ENTRIES_SHOWN = 8;

/** @type {Record<string, {icon: IconName, text: string, look: string}>} */
const TAGS = {
  killed: { icon: "kill", text: "killed", look: "bad" },
  restarted: { icon: "restart", text: "restarted", look: "good" },
  registered: { icon: "join", text: "started", look: "good" },
  cut: { icon: "cut", text: "link cut", look: "bad" },
  healed: { icon: "heal", text: "link healed", look: "good" },
  reloaded: { icon: "kill", text: "power cut", look: "bad" },
  filled: { icon: "disk", text: "disk full", look: "bad" },
  freed: { icon: "disk", text: "disk free", look: "good" },
  wiped: { icon: "disk", text: "disk wiped", look: "bad" },
  written: { icon: "disk", text: "disk written", look: "" },
  kept: { icon: "disk", text: "disk cut short", look: "bad" },
  damaged: { icon: "disk", text: "disk damaged", look: "bad" },
};

/**
 * How a tag looks and reads.
 * @param {PlacedTag} placed The tag.
 * @returns {{icon: IconName, text: string, look: string, who: string}} `who` is for listeners, with the blank after it.
 */
export function tagOf(placed) {
  const { event } = placed;
  const tag = TAGS[event.kind];
  if (tag === undefined) throw new Error(`no tag for an event of kind ${event.kind}`);
  const who = "servers" in event ? `${event.servers.join(" to ")}: ` : "server" in event ? `${event.server} ` : "";
  return { ...tag, who };
}
