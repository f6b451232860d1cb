// Makes elements. Whatever the servers say becomes text nodes and attributes, never markup.

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

const ICONS = {
  crossed: "M2.5 2.5h11v11h-11zM5 5l6 6M11 5l-6 6",
  crown: "M2.5 12.5h11M3 10.5 2 4.5l3.5 2.5L8 3l2.5 4L14 4.5l-1 6z",
  cut: "M6 4.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0M6 11.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0M5.7 5.6l8 5.4M5.7 10.4l8-5.4",
  deliver: "M2.5 8h9M8.500 4.500 12 8l-3.500 3.500M14 4v8",
  disk: "M13 4c0 1.1-2.24 2-5 2S3 5.1 3 4s2.24-2 5-2 5 .9 5 2v8c0 1.1-2.2 2-5 2s-5-.9-5-2V4",
  drop: "m4 4 8 8M12 4l-8 8",
  duplicate: "M2.5 2.5H10V10H2.5zM6 13.5h6.5a1 1 0 0 0 1-1V6",
  heal: "M1.5 8h4M10.5 8h4M5.5 5.500v5M10.5 5.500v5",
  hourglass: "M4 2.5h8M4 13.5h8M5 2.5c0 4 6 7 6 11M11 2.5c0 4-6 7-6 11",
  join: "M8 3v10M3 8h10",
  kill: "M8 2.5v5M4.8 4.3a5 5 0 1 0 6.4 0",
  more: "M3.5 8h.01M8 8h.01M12.5 8h.01",
  now: "M5 3.5 11.5 8 5 12.5z",
  restart: "M13 8a5 5 0 1 1-1.6-3.7M13 2.2v2.6h-2.6",
  broken: "M8 1.8 15 14H1zM8 6.2v3.6M8 11.9v.01",
  timeout: "M13 9a5 5 0 1 1-10 0 5 5 0 0 1 10 0M8 9V6M6.5 1.8h3M12 4.5l1-1",
};

/** @typedef {keyof typeof ICONS} IconName */

/**
 * Makes an icon of one path, as decoration beside words or an accessible name.
 * @param {IconName} name Which icon.
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  return svg("svg", { class: `ladder-icon icon-${name}`, viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" }, svg("path", { d: ICONS[name] }));
}
