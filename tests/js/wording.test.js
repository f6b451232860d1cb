// No words for people stand in the page's scripts: they are said from the catalogues, where a translator finds them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { parseAst } from "vite";
import { filesIn, isNode, root } from "./sources.js";

/** @import { Node } from "./sources.js" */

/** What is the same in every language: names, commands, fields. */
const SAME_EVERYWHERE = new Set(["Catchup", "bob", "next_index", "set", "set e 5", "set z 9"]);

/** The names of messages, which are no words for people. */
const messages = new Set(filesIn("locales/en", /\.ftl$/).flatMap(({ text }) => text.match(/^[a-z][\w-]*(?= =)/gm) ?? []));

/** What an element says beside what stands in it: attributes and properties. */
const LABELS = new Set(["aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "label", "says", "title", "placeholder", "alt", "ariaLabel", "textContent", "innerText", "innerHTML"]);

/** Whom strings are for who is no reader of the page: developers. */
const FOR_DEVELOPERS = /^(?:console\.\w+|Error|TypeError|RangeError|DOMException)$/;

/**
 * @param {unknown} value A field of a node.
 * @returns {Node[]} The nodes in it.
 */
const nodesOf = (value) => (Array.isArray(value) ? value : [value]).filter(isNode);

/**
 * @param {unknown} value A field of a node.
 * @returns {Node | undefined} The node that it is.
 */
const nodeOf = (value) => nodesOf(value)[0];

/**
 * @param {string} text A text, in which what is drawn stands as \0.
 * @returns {boolean} Whether it has words in it that are not the same in every language.
 */
const hasWords = (text) => /\p{L}[\p{L}’'-]/u.test(text) && !messages.has(text) && !SAME_EVERYWHERE.has(text.replace(/^"|"$/g, "").trim());

/**
 * @param {string} text A text.
 * @returns {boolean} Whether it reads as a sentence or a title, wherever it stands.
 */
const isSentence = (text) => hasWords(text) && (/^[“„]?\p{Lu}\p{Ll}+,? [\p{L}\d“„\0]/u.test(text) || /\p{L}[,:;]? [\p{L}\d\0“]+.*[.!?…]$/u.test(text));

/**
 * @param {Node} node An expression.
 * @returns {string[]} The texts that it may be, as far as they stand in it.
 */
function textsOf(node) {
  switch (node.type) {
    case "Literal":
      return typeof node.value === "string" ? [node.value] : [];
    case "TemplateLiteral":
      return [nodesOf(node.quasis).map(quasiText).join("\0")];
    case "ConditionalExpression":
      return nodesOf([node.consequent, node.alternate]).flatMap(textsOf);
    case "LogicalExpression":
    case "BinaryExpression":
      return node.operator === "+" || node.type === "LogicalExpression" ? nodesOf([node.left, node.right]).flatMap(textsOf) : [];
    default:
      return [];
  }
}

/**
 * @param {Node} quasi A part of a template.
 * @returns {string} Its text.
 */
const quasiText = ({ value }) => (typeof value === "object" && value !== null && "cooked" in value ? String(value.cooked) : "");

/**
 * @param {Node} template A template of what is drawn: `html` before a text in backquotes.
 * @returns {string[]} What it shows and what its labels say, as far as that stands in it.
 */
function textsDrawn(template) {
  const quasi = nodeOf(template.quasi);
  if (!quasi) return [];
  const values = nodesOf(quasi.expressions);
  const whole = nodesOf(quasi.quasis).map(quasiText).join("\0");
  let place = 0;
  /** What the values say that stand in a piece of the template. @param {string} piece The piece. */
  const said = (piece) => [piece, ...[...piece].filter((sign) => sign === "\0").flatMap(() => textsOf(/** @type {Node} */ (values[place++])))];
  return whole.split(/(<[^>]*>)/).flatMap((piece) => {
    if (!piece.startsWith("<")) return said(piece);
    return piece.split(/(\s[\w.@?:-]+=(?:"[^"]*"|[^\s>]*))/).flatMap((attribute) => {
      const [, name = "", value = ""] = /^\s([\w.@?:-]+)=(.*)$/s.exec(attribute) ?? [];
      const texts = said(name ? value : attribute);
      return LABELS.has(name.replace(".", "")) ? texts : [];
    });
  });
}

/**
 * @param {Node} node A node.
 * @returns {string} What is called or made in it, such as `console.warn`.
 */
function calleeOf(node) {
  const callee = nodeOf(node.callee);
  if (!callee) return "";
  const name = (/** @type {unknown} */ part) => String(nodeOf(part)?.name ?? "");
  return callee.type === "MemberExpression" ? `${name(callee.object)}.${name(callee.property)}` : String(callee.name ?? "");
}

/**
 * @param {Node} node A node.
 * @returns {string[]} The words for people in it and below it.
 */
function wordsIn(node) {
  const callee = calleeOf(node);
  if (FOR_DEVELOPERS.test(callee) || node.type.startsWith("Import") || node.type.startsWith("Export") && node.source) return [];
  return [...wordsHere(node, callee), ...Object.values(node).flatMap(nodesOf).flatMap(wordsIn)];
}

/**
 * @param {Node} node A node.
 * @param {string} callee What is called in it; empty for nothing.
 * @returns {string[]} The words for people that are told by this node.
 */
function wordsHere(node, callee) {
  const called = nodesOf(node.arguments);
  const texts = (/** @type {(Node | undefined)[]} */ ...nodes) => nodes.flatMap((one) => (one ? textsOf(one) : [])).filter(hasWords);
  switch (node.type) {
    case "TaggedTemplateExpression":
      return textsDrawn(node).filter(hasWords);
    case "Literal":
    case "TemplateLiteral":
      return textsOf(node).filter(isSentence);
    case "Property":
    case "AssignmentExpression": {
      const key = nodeOf(node.key) ?? nodeOf(nodeOf(node.left)?.property);
      return LABELS.has(String(key?.name ?? key?.value)) ? texts(nodeOf(node.value ?? node.right)) : [];
    }
    case "CallExpression":
      if (callee.endsWith(".setAttribute") && LABELS.has(textsOf(called[0] ?? node)[0] ?? "")) return texts(called[1]);
      if (callee.endsWith(".tell") || callee === "tell") return texts(...called.slice(-1));
      // Elements that are drawn by hand: a name, attributes, and what stands in it.
      if (callee === "html" || callee === "svg") return texts(...called.slice(2));
      return callee.endsWith(".append") || callee.endsWith(".replaceChildren") || callee.endsWith(".createTextNode") ? texts(...called) : [];
    default:
      return [];
  }
}

/** @param {string} text A script. */
const wordsFor = (text) => [...new Set(wordsIn(/** @type {Node} */ (/** @type {unknown} */ (parseAst(text)))))];

test("no words for people stand in the page's scripts", () => {
  const files = filesIn("www", /\.js$/);
  assert.ok(files.length > 100, "the page's scripts are not where they were");
  assert.ok(messages.size > 500, "the catalogues are not where they were");
  assert.deepEqual(files.flatMap(({ file, text }) => wordsFor(text).map((words) => `${file}: ${words}`)), []);
});

test("what is written in the page itself says which message it is", () => {
  const page = readFileSync(path.join(root, "index.html"), "utf8").replace(/^.*<body>/s, "").replace(/<noscript>.*?<\/noscript>/s, "");
  // What stands around elements in a message is the outer one's; so the innermost go first.
  const innermost = /<(\w+)(?: [^<>]*)? data-say="[^"]*"(?: [^<>]*)?>[^<>]*<\/\1>/g;
  let rest = page;
  while (innermost.test(rest)) rest = rest.replace(innermost, "");
  assert.deepEqual(rest.replace(/<[^>]*>/g, "\n").split("\n").filter(hasWords), []);
  assert.deepEqual(rest.match(/ (?:aria-label|title|alt|placeholder)="[^"]*"(?! data-say-label)/g), null);
});

for (const [what, script, words] of [
  ["in a template", "html`<p>Close it</p>`", ["Close it"]],
  ["in a template, by a condition", "html`<p>${open ? say(`close`) : `open`}</p>`", ["open"]],
  ["in a label", "html`<button aria-label=\"close\" class=\"btn primary\">${icon(\"close\")}</button>`", ['"close"']],
  ["in a label, by a condition", "html`<button title=${open ? \"close\" : nothing} @click=${close}></button>`", ["close"]],
  ["in a notice", "session.tell(\"link\", `too long: ${length}`)", ["too long: \0"]],
  ["in a label by hand", "button.title = \"close\"; button.setAttribute(\"aria-label\", \"close\")", ["close"]],
  ["in an element by hand", "html(\"p\", { class: \"small note\", title: \"why\" }, \"because\")", ["because", "why"]],
  ["in a sentence anywhere", "const why = \"It is broken.\";", ["It is broken."]],
  ["in a title anywhere", "const rows = [\"Entries sent\"];", ["Entries sent"]],
  ["nowhere", "import a from \"./a b.js\"; throw new Error(`No ${thing} is here.`); html`<p class=\"a b\">${say(\"help-title\")} · <b>${name}</b></p>`; at.className = \"dialog wide\"", []],
]) test(`words for people are found ${what}`, () => assert.deepEqual(wordsFor(String(script)).sort(), words));
