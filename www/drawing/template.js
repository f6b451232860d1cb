// The page's templates: lit-html's, made to live with a browser that translates the page. A translator takes a text
// node away and leaves an element with its own words in the place. lit-html holds on to its text nodes, and marks with
// them where a part ends, so it would write where nobody looks, or lose its place. Here every changing text finds out
// whether its node is still there, and every part ends at a node of its own. Panels take `html` from here.

import { nothing, render, html as lit_html, svg as lit_svg } from "lit-html";
import { Directive, PartType, directive } from "lit-html/directive.js";
import { getCommittedValue, setCommittedValue } from "lit-html/directive-helpers.js";

/** @import { ChildPart, TemplateResult } from "lit-html" */
/** @import { PartInfo } from "lit-html/directive.js" */

export { nothing, render };

/**
 * A template's text as lit-html gets it, and which of its values are content, not attributes.
 * @typedef {{ strings: TemplateStringsArray, is_content: readonly boolean[] }} Prepared
 */

/** @type {WeakMap<TemplateStringsArray, Prepared>} */
const prepared = new WeakMap();

/** Where a part ends when text follows: no translator looks at a comment. */
const end_of_part = "<!---->";

/**
 * A template, as lit-html's. Its values must not be the content of a `textarea`, `title`, `style` or `script`.
 * @param {TemplateStringsArray} strings The text around the values.
 * @param {...unknown} values The values.
 * @returns {TemplateResult<1>} What `render` draws.
 */
export function html(strings, ...values) {
  const { strings: fenced, is_content } = prepare(strings);
  return lit_html(fenced, ...values.map((value, place) => (is_content[place] ? watched(value) : value)));
}

/**
 * A template of what stands within an SVG element.
 * @param {TemplateStringsArray} strings The text around the values.
 * @param {...unknown} values The values.
 * @returns {TemplateResult<2>} A value for another template.
 */
export function svg(strings, ...values) {
  const { strings: fenced, is_content } = prepare(strings);
  return lit_svg(fenced, ...values.map((value, place) => (is_content[place] ? watched(value) : value)));
}

/**
 * @param {TemplateStringsArray} strings A template's text, the same object each time.
 * @returns {Prepared} Worked out once.
 */
function prepare(strings) {
  const known = prepared.get(strings);
  if (known) return known;
  const is_content = contentPlaces(strings);
  const fenced = strings.map((text, place) => (place > 0 && is_content[place - 1] && text !== "" && !text.startsWith("</") ? end_of_part + text : text));
  const made = { strings: Object.assign(fenced, { raw: fenced }), is_content };
  prepared.set(strings, made);
  return made;
}

/**
 * Which values stand outside of tags. A `>` within a static attribute would mislead it, and then `WatchedText` complains.
 * @param {readonly string[]} strings The text around the values.
 * @returns {boolean[]} One for each value.
 */
export function contentPlaces(strings) {
  let in_tag = false;
  return strings.slice(0, -1).map((text) => {
    const [opened, closed] = [text.lastIndexOf("<"), text.lastIndexOf(">")];
    if (opened !== closed) in_tag = opened > closed;
    return !in_tag;
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
