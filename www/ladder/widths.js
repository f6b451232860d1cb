// How wide words are, and how many lines they take. In a long run the same sentences come again and again, so each is measured once.

import { isTied } from "../words/ties.js";
import { keptWhole, numberIn } from "./parts.js";

/** @import { Label } from "../../pkg/catchup.js" */
/** @import { Layout, Shape } from "./layout.js" */
/** @import { PlacedMessage } from "./placed.js" */

/** The widths of the words in texts, by the way in which they are measured. @type {WeakMap<Shape["widthOf"], Map<string, readonly number[]>>} */
const measured = new WeakMap();

/**
 * Measures the words of what is said again and again.
 * @param {string} text The text.
 * @param {Shape} shape The type.
 * @returns {readonly number[]} The width of each word, in rem.
 */
export function widthsOf(text, shape) {
  const { widthOf } = shape;
  let texts = measured.get(widthOf);
  if (texts === undefined) measured.set(widthOf, (texts = new Map()));
  let widths = texts.get(text);
  if (widths === undefined) texts.set(text, (widths = measuredWords(text, shape)));
  return widths;
}

/**
 * Measures the words of a text, each with the number that it is tied to.
 * @param {string} text The text.
 * @param {Shape} shape The type.
 * @returns {number[]} In rem.
 */
function measuredWords(text, { widthOf }) {
  /** @type {number[]} */
  const widths = [];
  let before = "";
  for (const word of text.split(" ")) {
    const width = widthOf(word);
    const last = widths.length - 1;
    if (isTied(before, word)) widths[last] = (widths[last] ?? 0) + widthOf(" ") + width;
    else widths.push(width);
    before = word;
  }
  return widths;
}

/**
 * Measures the words of a label.
 * @param {Label} message The message.
 * @param {Shape} shape The type.
 * @returns {readonly number[]} The width of each word, in rem, from those of its number on.
 */
export function labelWidths(message, shape) {
  const said = widthsOf(keptWhole(message, shape.pillBelow), shape);
  if (message.copy_of === undefined) return [shape.widthOf(numberIn(message)), ...said];
  return [...numberIn(message).split(" ").map(shape.widthOf), ...said];
}

/**
 * How many lines words take when they are filled in one after the other.
 * @param {readonly number[]} widths How wide each is, in rem.
 * @param {Shape} shape The type.
 * @param {number} room How wide a line can be, in rem.
 * @returns {number} At least 1.
 */
export function linesOf(widths, shape, room) {
  const blank = shape.widthOf(" ");
  let lines = 1;
  let used = 0;
  for (const width of widths) {
    if (used > 0 && used + blank + width > room) {
      lines += 1;
      used = 0;
    }
    // A word that is wider than a line is broken within itself.
    if (width > room) lines += Math.ceil(width / room) - 1;
    used += (used > 0 ? blank : 0) + (width % room);
  }
  return lines;
}

/**
 * How wide the lines of a label are, which the page makes about equally long.
 * @param {Layout} layout The layout.
 * @param {PlacedMessage} placed The message.
 * @returns {number} In rem.
 */
export function balancedWidth({ shape }, { message, first, last }) {
  const widths = labelWidths(message, shape);
  let most = (first === 0 ? shape.clientWidth : shape.width) + (last - first) * shape.gap;
  const lines = linesOf(widths, shape, most);
  for (let least = 0, half = most / 2; most - least > 0.25; half = (least + most) / 2) {
    if (linesOf(widths, shape, half) > lines) least = half;
    else most = half;
  }
  return most;
}
