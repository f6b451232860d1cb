// Sentences of the simulation, with the names in them set apart: "and" and "every" are names here, and words elsewhere.
// The simulation says where the names stand; the page never looks for them.

import { html } from "./template.js";
import { glyph } from "./glyphs.js";
import { say } from "../words/say.js";
import { tied } from "../words/ties.js";

/** @import { NameSpan, ServerFrame } from "../../pkg/catchup.js" */

/**
 * A part of a sentence: a server's name, or whatever else is the same in every language; or the text between two of them.
 * @typedef {{ text: string, isName: boolean }} Part
 */

/**
 * Takes a sentence apart.
 * @param {string} says The sentence.
 * @param {readonly NameSpan[] | undefined} names Where names stand in it, in order; absent for nowhere.
 * @returns {Part[]} Its parts, which make the sentence when they are put together.
 */
export function partsOf(says, names = []) {
  /** @type {Part[]} */
  const parts = [];
  let end = 0;
  for (const [start, length] of names) {
    if (start > end) parts.push({ text: says.slice(end, start), isName: false });
    parts.push({ text: says.slice(start, start + length), isName: true });
    end = start + length;
  }
  if (end < says.length) parts.push({ text: says.slice(end), isName: false });
  return parts;
}

/**
 * Draws a sentence: each name with its server's mark, in semibold, and left alone by translators.
 * @param {string} says The sentence.
 * @param {readonly NameSpan[] | undefined} names Where names stand in it.
 * @param {readonly ServerFrame[]} servers The servers, in order of registration.
 */
export function sentence(says, names, servers) {
  return partsOf(says, names).map(({ text, isName }) => (isName ? named(text, servers) : tied(text)));
}

/**
 * Draws what a message says, with what is the same in every language left alone by translators.
 * @param {{ says: string, exact?: NameSpan[] | undefined }} message The message.
 */
export function said({ says, exact }) {
  return partsOf(says, exact).map(({ text, isName }) => (isName ? html`<span translate="no">${text}</span>` : tied(text)));
}

/** What says what became of a message. */
const states = /** @type {const} */ ({ "in flight": "state-in-flight", delivered: "state-delivered", dropped: "state-dropped", refused: "state-refused" });

/**
 * @param {keyof typeof states} state What became of a message.
 * @returns {string} The same in words.
 */
export function stateName(state) {
  return say(states[state]);
}

/**
 * A command whose first word, when it is the common one, can be left out where there is little room.
 * @param {string} command `set KEY VALUE` or `delete KEY`.
 */
export function verbOf(command) {
  return command.startsWith("set ") ? html`<span class="verb">set </span>${command.slice(4)}` : command;
}

/**
 * The same of a long one, in parts of which the style sheet leaves out the first, or the end of the last.
 * @param {string} command `set KEY VALUE` or `delete KEY`.
 */
export function longOf(command) {
  const isSet = command.startsWith("set ");
  return html`<span class="long">${isSet ? html`<span class="verb">set </span>` : null}<span class="operands">${isSet ? command.slice(4) : command}</span></span>`;
}

/**
 * The two ends of a message, for people who listen: “and” to “dick”.
 * @param {{ from: string, to: string }} message The message.
 * @returns {string} Names in quotation marks, since they are words, too; the client is no name.
 */
export function spokenRoute({ from, to }) {
  const spoken = (/** @type {string} */ name) => (name === "client" ? say("route-the-client") : say("quoted", { text: name }));
  return say("route", { from: spoken(from), to: spoken(to) });
}

/**
 * Draws a name in a sentence, set apart from the words.
 * @param {string} text A server's name.
 * @param {readonly ServerFrame[]} servers The servers.
 */
export function named(text, servers) {
  const place = servers.findIndex((server) => server.name === text);
  return html`<b class="named" translate="no">${place < 0 ? "" : glyph(place, servers[place]?.up ?? false)}${text}</b>`;
}
