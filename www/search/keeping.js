// What is kept with a room of what is open in it, so that a reload loses none of it: whether it looks ahead, and a challenge. And what a
// link adds to an address, so that it opens this view with the bounds that were set. Both are words that a person can read and edit.
//
//     ahead writes 2 kills 1 in_flight 4
//     challenge 9 3 writes 2 timeouts 2        at most 9 actions from moment 3 of the text that follows; ? for not known yet, 0 for none that breaks
//     protocol raft …
//
// What is read comes from anybody, so nothing in it is believed.

import { quoted, say } from "../words/say.js";
import { isBound } from "./words.js";

/** @import { BoundRow } from "../../pkg/search/catchup.js" */
/** @import { Dare } from "./challenge.js" */
/** @import { Within } from "./search.js" */

/**
 * What is open in a room.
 * @typedef {{ ahead: Within | null, dare: Dare | null }} Kept
 */

/** A longer text is not kept with a challenge: the disks need the room more. */
const TEXT_LIMIT = 100_000;

/** The most that a bound can be. */
const MOST = 9;

/**
 * @param {Kept} kept What is open in a room.
 * @returns {string | null} The same as a text; null for nothing.
 */
export function written({ ahead, dare }) {
  const lines = ahead ? [["ahead", ...wordsOf(ahead)].join(" ")] : [];
  if (dare && dare.start.text.length <= TEXT_LIMIT) lines.push(["challenge", dare.most ?? "?", dare.start.moment, ...wordsOf(dare.within)].join(" "), dare.start.text);
  return lines.length === 0 ? null : lines.join("\n");
}

/**
 * @param {string} text What was written.
 * @returns {Kept} What it says. The run of a challenge is not looked at.
 * @throws {Error} With a sentence for people, when it says something else.
 */
export function read(text) {
  const kept = /** @type {Kept} */ ({ ahead: null, dare: null });
  let rest = text;
  while (rest !== "") {
    const [, line = "", , after = ""] = /^([^\n]*)(\n([^]*))?$/.exec(rest) ?? [];
    const [verb = "", ...words] = line.split(" ");
    if (verb === "ahead") kept.ahead = withinOf(words);
    else if (verb !== "challenge") throw strange(line);
    else {
      const [most = "", moment = "", ...bounds] = words;
      if (!/^(\?|0|[1-9]\d{0,2})$/.test(most) || !/^\d{1,5}$/.test(moment)) throw strange(line);
      kept.dare = { most: most === "?" ? null : Number(most), start: { text: after, moment: Number(moment) }, within: withinOf(bounds) };
      break;
    }
    rest = after;
  }
  return kept;
}

/**
 * @param {string} address An address that holds a run.
 * @param {Within} within Bounds.
 * @returns {string} The same so that it opens this view over the run.
 */
export function addressWith(address, within) {
  return address.replace("#", `#break/${wordsOf(within).join("-")}/`);
}

/**
 * @param {string} words What stood in an address.
 * @returns {Within} The bounds.
 * @throws {Error} With a sentence for people.
 */
export function withinFrom(words) {
  return withinOf(words === "" ? [] : words.split("-"));
}

/**
 * @param {Within} within Bounds.
 * @param {readonly Pick<BoundRow, "name">[]} rows The bounds that a protocol has.
 * @returns {{ within: Within, idle: string[] }} Those of them that it has, and the names of the others.
 */
export function partOf(within, rows) {
  const has = (/** @type {string} */ name) => rows.some((row) => row.name === name);
  const idle = within.at_most.filter(([name, most]) => most > 0 && !has(name));
  return { within: { ...within, at_most: within.at_most.filter(([name]) => has(name)) }, idle: idle.map(([name]) => name) };
}

/** @param {Within} within Bounds. @returns {string[]} Those that are not 0, each with its number. */
function wordsOf({ at_most: atMost, in_flight: inFlight }) {
  const bounds = atMost.filter(([, most]) => most > 0);
  return [...bounds, ...(inFlight === undefined ? [] : [["in_flight", inFlight]])].flat().map(String);
}

/**
 * @param {readonly string[]} words Names of bounds, each with its number.
 * @returns {Within} The bounds.
 */
function withinOf(words) {
  const within = /** @type {Within} */ ({ at_most: [] });
  for (let place = 0; place < words.length; place += 2) {
    const [name = "", number = ""] = words.slice(place, place + 2);
    const most = /^\d$/.test(number) ? Number(number) : NaN;
    if (!isBound(name) || !(most <= MOST) || (name === "in_flight" && most === 0)) throw strange(words.slice(place, place + 2).join(" "));
    if (name === "in_flight") within.in_flight = most;
    else within.at_most.push([name, most]);
  }
  return within;
}

/** @param {string} found What was found. */
const strange = (found) => new Error(say("kept-strange", { found: quoted(found) }));
