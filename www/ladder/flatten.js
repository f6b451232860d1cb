// Makes a drawing stand on its own: classes and variables become colours and sizes, percentages and em become numbers, and the
// heads of arrows become paths. What comes out is plain enough for any program that reads SVG: no style sheet, no reference but
// to the pattern within, no markup of HTML.

import { svg } from "../drawing/elements.js";

/**
 * What a picture is to be.
 * @typedef {object} Sheet
 * @property {number} rem One rem in px, as the drawing was made with.
 * @property {number} width In px of that kind.
 * @property {number} height In px of that kind.
 * @property {string} title What it is called.
 * @property {string} description What is to be seen, in words.
 */

/** The picture's own rem in px, whatever the page's. */
const REM = 16;

/** What is copied from computed styles, unless it is what it is by itself. */
const LOOKS = /** @type {readonly [string, string][]} */ ([
  ["fill", "rgb(0, 0, 0)"],
  ["stroke", "none"],
  ["stroke-width", "1px"],
  ["stroke-dasharray", "none"],
  ["stroke-linecap", "butt"],
  ["stroke-linejoin", "miter"],
  ["opacity", "1"],
]);
const LOOKS_OF_TEXT = /** @type {readonly [string, string][]} */ ([
  ["font-family", ""],
  ["font-size", ""],
  ["font-weight", "400"],
  ["font-style", "normal"],
  ["text-anchor", "start"],
]);

/** What is copied as it stands, where it is there. */
const AS_IS = ["d", "rx", "id", "patternUnits"];
/** Lengths along the width, and along the height. */
const ACROSS = ["x", "x1", "x2", "cx", "width", "dx"];
const DOWN = ["y", "y1", "y2", "cy", "height", "r", "dy"];

/**
 * @param {SVGSVGElement} drawing What was drawn, in the page, where its styles hold.
 * @param {SVGSVGElement} heads The heads of arrows, in the page as well.
 * @param {Sheet} sheet What it is to be.
 * @returns {string} A picture of its own, as a file of SVG.
 */
export function flatten(drawing, heads, sheet) {
  const root = svg("svg", { width: number((sheet.width * REM) / sheet.rem), height: Math.ceil((sheet.height * REM) / sheet.rem), viewBox: `0 0 ${number(sheet.width)} ${number(sheet.height)}`, role: "img" });
  for (const [name, words] of /** @type {const} */ ([["title", sheet.title], ["desc", sheet.description]])) {
    const element = svg(name, {});
    element.textContent = inXml(words);
    root.append(element);
  }
  /** @type {Copying} */
  const copying = { sheet, heads };
  if (drawing.querySelector(".tear-fill")) root.append(svg("defs", {}, ...[...heads.querySelectorAll("pattern")].flatMap((pattern) => copiesOf(pattern, copying))));
  root.append(...[...drawing.children].flatMap((child) => copiesOf(child, copying)));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`;
}

/** @typedef {{sheet: Sheet, heads: SVGSVGElement}} Copying What copying needs to know. */

/**
 * @param {Element} element An element of the drawing.
 * @param {Copying} copying What else matters.
 * @returns {SVGElement[]} What stands for it: nothing for what is only there to be pressed.
 */
function copiesOf(element, copying) {
  if (element.classList.contains("hit")) return [];
  const children = () => [...element.children].flatMap((child) => copiesOf(child, copying));
  const style = getComputedStyle(element);
  const length = (/** @type {string} */ name) => lengthOf(element.getAttribute(name), ACROSS.includes(name), parseFloat(style.fontSize), copying.sheet);
  switch (element.localName) {
    case "svg":
      return [svg("g", { transform: `translate(${number(length("x"))} ${number(length("y"))})` }, ...children())];
    case "g": {
      const group = svg("g", {}, ...children());
      for (const { name, value } of element.attributes) if (name.startsWith("data-")) group.setAttribute(name, value);
      return group.childElementCount > 0 ? [group] : [];
    }
    case "text":
      return textsOf(/** @type {SVGTextElement} */ (element), style, length, copying);
  }
  const copy = /** @type {SVGElement} */ (element.cloneNode(false));
  for (const { name } of [...copy.attributes]) if (!AS_IS.includes(name)) copy.removeAttribute(name);
  for (const name of [...ACROSS, ...DOWN]) if (element.hasAttribute(name)) copy.setAttribute(name, number(length(name)));
  const turn = element.getAttribute("transform");
  const scale = element.getAttribute("data-scale");
  if (turn) copy.setAttribute("transform", turn.replaceAll("deg", ""));
  if (scale) copy.setAttribute("transform", `scale(${number(Number(scale) * copying.sheet.rem)}) translate(${element.getAttribute("data-shift")})`);
  const own = element.getAttribute("fill");
  if (element.localName !== "pattern") look(copy, style, LOOKS);
  if (own?.startsWith("url(")) copy.setAttribute("fill", own);
  copy.append(...children());
  return [copy, ...headOf(element, length, copying)];
}

/**
 * The head of an arrow, as a path at its end: few programs draw markers as browsers do.
 * @param {Element} shaft A line, or anything else.
 * @param {(name: string) => number} length Reads one of its lengths.
 * @param {Copying} copying What else matters.
 * @returns {SVGElement[]} Nothing for what has none.
 */
function headOf(shaft, length, copying) {
  const id = /^url\(#([\w-]+)\)$/.exec(shaft.getAttribute("marker-end") ?? "")?.[1];
  const marker = id && copying.heads.querySelector(`#${id}`);
  if (!marker) return [];
  const turn = (Math.atan2(length("y2") - length("y1"), length("x2") - length("x1")) * 180) / Math.PI;
  const size = Number(marker.getAttribute("markerWidth")) / 12;
  const place = `translate(${number(length("x2"))} ${number(length("y2"))}) rotate(${number(turn)}) scale(${number(size)}) translate(-11 -6)`;
  return [svg("g", { transform: place }, ...[...marker.children].flatMap((child) => copiesOf(child, copying)))];
}

/**
 * A text, and behind it, where its letters clear a way, the same once more: not all programs know an order of painting.
 * @param {SVGTextElement} element The text.
 * @param {CSSStyleDeclaration} style How it looks.
 * @param {(name: string) => number} length Reads one of its lengths.
 * @param {Copying} copying What else matters.
 * @returns {SVGElement[]}
 */
function textsOf(element, style, length, { sheet }) {
  const x = length("x") + length("dx") + Number(element.dataset["aside"] ?? 0) * sheet.rem;
  const middle = style.dominantBaseline === "middle" ? 0.32 * parseFloat(style.fontSize) : 0;
  const y = length("y") + length("dy") + middle + Number(element.dataset["drop"] ?? 0) * sheet.rem;
  const copy = svg("text", { x: number(x), y: number(y) });
  look(copy, style, [...LOOKS, ...LOOKS_OF_TEXT]);
  for (const node of element.childNodes) {
    if (node instanceof Element) {
      const part = svg("tspan", {});
      look(part, getComputedStyle(node), [["fill", ""], ["font-family", ""], ["font-size", ""]]);
      part.textContent = inXml(node.textContent ?? "");
      copy.append(part);
    } else copy.append(inXml(node.textContent ?? ""));
  }
  const ground = copy.getAttribute("stroke");
  if (ground === null) return [copy];
  const behind = /** @type {SVGTextElement} */ (copy.cloneNode(true));
  behind.setAttribute("aria-hidden", "true");
  for (const part of [behind, ...behind.children]) part.setAttribute("fill", ground);
  for (const name of [...copy.attributes].map(({ name }) => name).filter((name) => name.startsWith("stroke"))) copy.removeAttribute(name);
  return [behind, copy];
}

/**
 * Writes a look into attributes.
 * @param {SVGElement} copy The element; changed in place.
 * @param {CSSStyleDeclaration} style The look.
 * @param {readonly (readonly [string, string])[]} names What of it matters, with what needs no words.
 */
function look(copy, style, names) {
  const strokes = style.stroke !== "none";
  for (const [name, usual] of names) {
    const value = style.getPropertyValue(name);
    if (value === usual || (name.startsWith("stroke-") && !strokes)) continue;
    const [, channels, opacity] = /^rgba\((.+), ([\d.]+)\)$/.exec(value) ?? [];
    copy.setAttribute(name, channels ? `rgb(${channels})` : value.replaceAll("px", "").replaceAll('"', "'"));
    if (opacity) copy.setAttribute(`${name}-opacity`, opacity);
  }
}

/**
 * @param {string | null} value A length as the drawing has it: in percent of the width, in em, or in px.
 * @param {boolean} isAcross Whether a percentage is one of the width, not of the height.
 * @param {number} em One em in px.
 * @param {Sheet} sheet The whole.
 * @returns {number} In px; 0 for none.
 */
function lengthOf(value, isAcross, em, { width, height }) {
  if (value === null) return 0;
  const amount = parseFloat(value);
  if (value.endsWith("%")) return (amount / 100) * (isAcross ? width : height);
  return value.endsWith("em") ? amount * em : amount;
}

/**
 * @param {number} value A number.
 * @returns {string} The same, to two decimal places.
 */
function number(value) {
  return `${Math.round(value * 100) / 100}`;
}

/**
 * @param {string} text Any text.
 * @returns {string} The same without characters that XML has no way to write.
 */
export function inXml(text) {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
}
