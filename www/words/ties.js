// Words that stay on one line with the number behind them: “in term / 5” is read twice. Which words these are says the catalogue.

import { say } from "./say.js";

const NO_BREAK_SPACE = "\u00a0";

/** @type {{ text: string, words: ReadonlySet<string> }} */
let read = { text: "", words: new Set() };

/**
 * Whether a line must not end between two words of a text.
 * @param {string} word A word, with the signs around it.
 * @param {string} next What stands behind it.
 * @returns {boolean}
 */
export function isTied(word, next) {
  const digit = next.charCodeAt(0) - 48;
  if (!(digit >= 0 && digit <= 9)) return false;
  const text = say("tied-words");
  if (read.text !== text) read = { text, words: new Set(text.split(" ")) };
  return read.words.has(word.replace(/^\P{L}+/u, "").toLowerCase());
}

/**
 * Ties words to their numbers.
 * @param {string} text A text that may be broken into lines.
 * @returns {string} The same as long, with no-break spaces.
 */
export function tied(text) {
  const [first = "", ...others] = text.split(" ");
  let before = first;
  let result = first;
  for (const word of others) {
    result += (isTied(before, word) ? NO_BREAK_SPACE : " ") + word;
    before = word;
  }
  return result;
}
