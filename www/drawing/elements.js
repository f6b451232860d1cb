// Makes elements. Whatever the servers say becomes text nodes and attributes, never markup.

import { paths } from "./icon-paths.js";

/** @import { IconName } from "./icon-paths.js" */

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {Record<string, string | number>} Attributes */

/**
 * Makes an HTML element.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag The element's name.
 * @param {Attributes} attributes Its attributes; `style` goes through the style object, which a strict content policy allows.
 * @param {...(Node | string)} children What it holds; strings become text.
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function html(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const name in attributes) {
    if (name === "style") element.style.cssText = `${attributes[name]}`;
    else element.setAttribute(name, `${attributes[name]}`);
  }
  if (children.length > 0) element.append(...children);
  return element;
}

/**
 * Makes an SVG element.
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag The element's name.
 * @param {Attributes} attributes Its attributes.
 * @param {...Node} children What it holds.
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function svg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const name in attributes) {
    if (name === "style") element.style.cssText = `${attributes[name]}`;
    else element.setAttribute(name, `${attributes[name]}`);
  }
  if (children.length > 0) element.append(...children);
  return element;
}

/**
 * Makes a straight line.
 * @param {string} look Its classes.
 * @param {number} x1 Where it begins, in percent of the width.
 * @param {number} y1 Where it begins, in rem.
 * @param {number} x2 Where it ends, in percent.
 * @param {number} y2 Where it ends, in rem.
 * @returns {SVGLineElement}
 */
export function line(look, x1, y1, x2, y2) {
  return svg("line", { class: look, x1: percent(x1), y1: em(y1), x2: percent(x2), y2: em(y2) });
}

/**
 * A place in a drawing, around which paths in px and texts in a size of their own are laid.
 * @param {{x: number, y: number}} point Where it is: x in percent, y in rem.
 * @param {...Node} children What stands there.
 * @returns {SVGSVGElement}
 */
export function place(point, ...children) {
  return svg("svg", { x: percent(point.x), y: em(point.y), overflow: "visible" }, ...children);
}

/**
 * A length in a style sheet, without the noise of floating point.
 * @param {number} value The number of rem.
 * @returns {string}
 */
export function rem(value) {
  return `${rounded(value)}rem`;
}

/**
 * A length in an attribute of a drawing. It is written in em, since WebKit reads no rem there; ladder/ladder.css gives drawings
 * type of one rem, so both are the same. Text with a size of its own goes into a `place`.
 * @param {number} value The number of rem.
 * @returns {string}
 */
export function em(value) {
  return `${rounded(value)}em`;
}

/**
 * A percentage, without the noise of floating point.
 * @param {number} value The number of percent.
 * @returns {string}
 */
export function percent(value) {
  return `${Math.round(value * 1e3) / 1e3}%`;
}

/**
 * @param {number} value A number.
 * @returns {number} The same to four decimal places.
 */
function rounded(value) {
  return Math.round(value * 1e4) / 1e4;
}

/**
 * Makes an icon, as decoration beside words or an accessible name.
 * @param {IconName} name Which icon.
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  return svg("svg", { class: `ladder-icon icon-${name}`, viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" }, svg("path", { d: paths[name] }));
}
