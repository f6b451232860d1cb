// Quotations, cut short as in the simulation's sentences.

import { say } from "./say.js";

/** How many characters of a quotation are shown. */
const SHOWN = 60;

/**
 * @param {string} text What somebody wrote.
 * @returns {string} The same in quotation marks, cut short so that a sentence stays a sentence.
 */
export function quoted(text) {
  const shown = text.slice(0, SHOWN).replace(/\p{Surrogate}/gu, "\uFFFD");
  return say(text.length > SHOWN ? "quoted-beginning" : "quoted", { text: shown });
}
