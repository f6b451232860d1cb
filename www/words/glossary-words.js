// The words that are explained in the glossary, and the forms in which stories use them. The explanations are loaded with the
// help; a test sees to it that each word has one.

import { say } from "./say.js";

/** The words of the glossary, as its entries are known. */
export const words = /** @type {const} */ ([
  "client",
  "server",
  "protocol",
  "log",
  "entry",
  "index",
  "command",
  "append",
  "store",
  "applied",
  "disk",
  "memory",
  "kill",
  "link",
  "message",
  "in flight",
  "leader",
  "follower",
  "nominate",
  "term",
  "level",
  "match",
  "next",
  "hint",
  "resend",
  "settle",
  "step",
  "refused",
  "declined",
  "compared",
  "surplus",
  "repeated",
  "promise",
  "goal",
  "wire text",
  "power cut",
  "election",
  "timeout",
  "candidate",
  "vote",
  "voter",
  "majority",
  "split vote",
  "heartbeat",
  "commit",
  "commit index",
  "no_op",
  "stale leader",
  "partition",
  "stale read",
  "configuration",
  "rule",
  "paper",
]);

/** @typedef {(typeof words)[number]} Word */

/**
 * @param {string} text A word as a story has it, such as “nominated”.
 * @returns {Word | undefined} The glossary's word for it; absent when it has none.
 */
export function wordFor(text) {
  const known = formsIn(say("glossary-forms")).get(text) ?? text;
  return words.find((word) => word === known);
}

/** @type {{ text: string, forms: ReadonlyMap<string, string> }} */
let read = { text: "", forms: new Map() };

/**
 * @param {string} text Forms with their words: “votes: vote; elects: election”.
 * @returns {ReadonlyMap<string, string>} The same to look up.
 */
export function formsIn(text) {
  if (read.text !== text) read = { text, forms: new Map(text.split("; ").map((form) => /** @type {[string, string]} */ (form.split(": ")))) };
  return read.forms;
}
