// The page's templates: lit-html's, made to live with a browser that translates the page. A translator takes a text
// node away and leaves an element with its own words in the place. lit-html holds on to its text nodes, and marks with
// them where a part ends, so it would write where nobody looks, or lose its place. Here every changing text finds out
// whether its node is still there, and every part ends at a node of its own. Panels take `html` from here.

import { nothing, render, html as litHtml, svg as litSvg } from "lit-html";
import { Directive, PartType, directive } from "lit-html/directive.js";
import { getCommittedValue, setCommittedValue } from "lit-html/directive-helpers.js";

/** @import { ChildPart, TemplateResult } from "lit-html" */
/** @import { PartInfo } from "lit-html/directive.js" */

export { nothing, render };

/**
 * A template's text as lit-html gets it, and which of its values are content, not attributes.
 * @typedef {{ strings: TemplateStringsArray, isContent: readonly boolean[] }} Prepared
 */

/** @type {WeakMap<TemplateStringsArray, Prepared>} */
const prepared = new WeakMap();

/** Where a part ends when text follows: no translator looks at a comment. */
const endOfPart = "<!---->";

/**
 * A template, as lit-html's. Its values must not be the content of a `textarea`, `title`, `style` or `script`.
 * @param {TemplateStringsArray} strings The text around the values.
 * @param {...unknown} values The values.
 * @returns {TemplateResult<1>} What `render` draws.
 */
export function html(strings, ...values) {
  const { strings: fenced, isContent } = prepare(strings);
  return litHtml(fenced, ...values.map((value, place) => (isContent[place] ? watched(value) : value)));
}

/**
 * A template of what stands within an SVG element.
 * @param {TemplateStringsArray} strings The text around the values.
 * @param {...unknown} values The values.
 * @returns {TemplateResult<2>} A value for another template.
 */
export function svg(strings, ...values) {
  const { strings: fenced, isContent } = prepare(strings);
  return litSvg(fenced, ...values.map((value, place) => (isContent[place] ? watched(value) : value)));
}

/**
 * @param {TemplateStringsArray} strings A template's text, the same object each time.
 * @returns {Prepared} Worked out once.
 */
function prepare(strings) {
  const known = prepared.get(strings);
  if (known) return known;
  const isContent = contentPlaces(strings);
  const fenced = strings.map((text, place) => (place > 0 && isContent[place - 1] && text !== "" && !text.startsWith("</") ? endOfPart + text : text));
  const made = { strings: Object.assign(fenced, { raw: fenced }), isContent };
  prepared.set(strings, made);
  return made;
}

/**
 * Which values stand outside of tags. A `>` within a static attribute would mislead it, and then `WatchedText` complains.
 * @param {readonly string[]} strings The text around the values.
 * @returns {boolean[]} One for each value.
 */
export function contentPlaces(strings) {
  let inTag = false;
  return strings.slice(0, -1).map((text) => {
    const [opened, closed] = [text.lastIndexOf("<"), text.lastIndexOf(">")];
    if (opened !== closed) inTag = opened > closed;
    return !inTag;
  });
}

/**
 * @param {unknown} value A value of a template.
 * @returns {unknown} The same, every text in it watched.
 */
function watched(value) {
  if (typeof value === "string" || typeof value === "number") return watchedText(value);
  return Array.isArray(value) ? value.map(watched) : value;
}

/** Draws a text, and draws it anew when its node is no longer where it was put. */
class WatchedText extends Directive {
  /** @param {PartInfo} part Where it stands. */
  constructor(part) {
    super(part);
    if (part.type !== PartType.CHILD) throw new Error("An attribute's value was taken for content.");
  }

  /** @param {string | number} text The text. */
  render(text) {
    return text;
  }

  /**
   * @override
   * @param {ChildPart} part Where it stands.
   * @param {[string | number]} values The text.
   */
  update(part, [text]) {
    if (getCommittedValue(part) !== text && !isIntact(part)) setCommittedValue(part);
    return text;
  }
}

const watchedText = directive(WatchedText);

/**
 * @param {ChildPart} part A part.
 * @returns {boolean} Whether it holds nothing or one text node, as it was left.
 */
function isIntact({ startNode, endNode }) {
  const first = startNode?.nextSibling ?? null;
  return first === endNode || (first instanceof Text && first.nextSibling === endNode);
}
