// As much of a document as is needed to look at what modules draw by hand: elements with attributes, and what is in them.

/** An element of any name. */
class FakeElement {
  /** @type {Record<string, string>} */
  attributes = {};
  /** @type {(FakeElement | string)[]} */
  childNodes = [];
  style = { cssText: "" };
  className = "";
  title = "";

  /** @param {string} localName Its name. */
  constructor(localName) {
    this.localName = localName;
  }

  /** @param {string} name An attribute. @param {string} value What it holds. */
  setAttribute(name, value) {
    this.attributes[name] = value;
  }

  /** @param {string} name An attribute. @returns {string | null} What it holds. */
  getAttribute(name) {
    return this.attributes[name] ?? null;
  }

  /** @param {...(FakeElement | string)} children What comes at the end. */
  append(...children) {
    this.childNodes.push(...children);
  }

  /** @param {...(FakeElement | string)} children What comes at the start. */
  prepend(...children) {
    this.childNodes.unshift(...children);
  }

  /** @returns {FakeElement | null} The first of what it holds, text apart. */
  get firstElementChild() {
    const found = this.childNodes.find((child) => typeof child !== "string");
    return typeof found === "object" ? found : null;
  }

  /** Text in place of all that was within. */
  set textContent(text) {
    this.childNodes = [text];
  }

  /** @returns {string} All text within. */
  get textContent() {
    return this.childNodes.map((child) => (typeof child === "string" ? child : child.textContent)).join("");
  }
}

/** Lets modules make elements from now on. */
export function fakeDocument() {
  const createElement = (/** @type {string} */ name) => new FakeElement(name);
  const document = { createElement, createElementNS: (/** @type {string} */ _space, /** @type {string} */ name) => createElement(name) };
  Object.assign(globalThis, { document });
}

/**
 * Tells what was drawn, line by line: an element's name, its attributes and its style, and indented what is in it.
 * @param {unknown} element What a module made.
 * @returns {string[]} The lines.
 */
export function told(element) {
  if (typeof element === "string") return [JSON.stringify(element)];
  const { localName, attributes, style, className, title, childNodes } = /** @type {FakeElement} */ (element);
  const all = { ...attributes, ...(className && { class: className }), ...(title && { title }), ...(style.cssText && { style: style.cssText }) };
  const head = [localName, ...Object.entries(all).map(([name, value]) => `${name}=${JSON.stringify(value)}`)].join(" ");
  return [head, ...childNodes.flatMap(told).map((line) => `  ${line}`)];
}
