// House rules of the page's modules, as far as a program can see whether they are kept.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { parseAst } from "vite";
import { isNode, root } from "./sources.js";

/** @import { Node } from "./sources.js" */

const www = path.join(root, "www");

/** Each folder of `www/`, and which of those before it its modules may use, types included. */
const FOLDERS = /** @type {Record<string, string[]>} */ ({
  words: [],
  drawing: ["words"],
  disks: ["words"],
  session: ["words", "disks"],
  link: ["words", "disks", "session"],
  // The panels: they get a view and a dispatch function, and know neither the session nor each other.
  ladder: ["words", "drawing"],
  servers: ["words", "drawing"],
  side: ["words", "drawing"],
  playback: ["words", "drawing"],
  compare: ["words", "drawing"],
  search: ["words", "drawing"],
  rules: ["words", "drawing"],
  share: ["words", "drawing"],
  lesson: ["words", "drawing"],
  page: ["words", "drawing"],
});

/** All modules of the page, by their path from `www/`, with the texts of what they import. */
const modules = readdirSync(www, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js")).map((file) => {
  const text = readFileSync(path.join(www, file), "utf8");
  const specifiers = [...text.matchAll(/\bfrom "([^"]+)"|\bimport\("([^"]+)"\)/g)].map((match) => match[1] ?? match[2] ?? "");
  return { file: file.replaceAll(path.sep, "/"), specifiers };
});

/**
 * @param {string} file A path from `www/`.
 * @returns {string} Its folder; empty for what lies in `www/` itself, `..` for what lies outside.
 */
const folderOf = (file) => file.includes("/") ? file.slice(0, file.indexOf("/")) : "";

test("a folder of the page uses only those that it may, and each may use only those before it", () => {
  assert.ok(modules.length > 60, "the modules are not where they were");
  const order = Object.keys(FOLDERS);
  for (const [place, folder] of order.entries()) assert.deepEqual(FOLDERS[folder]?.filter((used) => !order.slice(0, place).includes(used)), [], folder);
  for (const { file, specifiers } of modules) {
    const own = folderOf(file);
    if (own === "") continue;
    const allowed = FOLDERS[own];
    assert.ok(allowed, `${file} lies in a folder that has no row`);
    for (const specifier of specifiers.filter((specifier) => specifier.startsWith("."))) {
      const theirs = path.posix.join(path.posix.dirname(file), specifier);
      // The simulation and the shared types are everybody's. So is a package; one stands by its path.
      if (theirs.startsWith("../pkg/") || theirs === "types.js" || theirs.startsWith("../node_modules/")) continue;
      assert.ok(folderOf(theirs) === own || allowed.includes(folderOf(theirs)), `${file} uses ${theirs}`);
    }
  }
});

/** All our own JavaScript, by its path from the project, with its text and its syntax tree. */
const sources = ["www", "public", "scripts", "bench", "tests"].flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => path.join(folder, file)))
  .filter((file) => file.endsWith(".js"))
  .map((file) => {
    const text = readFileSync(path.join(root, file), "utf8");
    return { file, text, tree: /** @type {Node} */ (/** @type {unknown} */ (parseAst(text))) };
  });

/**
 * @param {Node} node Where to begin.
 * @returns {Generator<Node>} The node and all below it.
 */
function* nodesIn(node) {
  yield node;
  for (const value of Object.values(node)) for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesIn(child);
}

/**
 * @param {unknown} pattern What stands where something is named: a name, or a form that takes an object or a list apart.
 * @returns {string[]} The names that it gives. A field that is taken by its own name isn't named here.
 */
function namesIn(pattern) {
  if (Array.isArray(pattern)) return pattern.flatMap(namesIn);
  if (!isNode(pattern)) return [];
  const { type, name, shorthand, value, left, argument, properties, elements } = pattern;
  if (type === "Identifier") return [String(name)];
  if (type === "Property") return shorthand === true ? [] : namesIn(value);
  return [left, argument, properties, elements].flatMap(namesIn);
}

/**
 * @param {Node} node A node.
 * @returns {string[]} The names of variables, parameters, functions and methods that it gives.
 */
function namesGiven(node) {
  if (node.type === "VariableDeclarator") return namesIn(node.id);
  if (node.type === "CatchClause") return namesIn(node.param);
  if (node.type === "MethodDefinition") return namesIn(node.key);
  if (node.type === "Property" && node.method === true) return namesIn(node.key);
  if (node.type === "ImportSpecifier") return isNode(node.local) && isNode(node.imported) && node.local.name !== node.imported.name ? namesIn(node.local) : [];
  return node.type.includes("Function") ? namesIn([node.id, node.params]) : [];
}

const CAMEL_CASE = /^\$?[a-zA-Z][a-zA-Z0-9]*$/;
const UPPER_CASE = /^[A-Z][A-Z0-9_]*$/;

test("names are in camel case, constants perhaps in upper case; what comes from Rust keeps its name", () => {
  assert.ok(sources.length > 120, "the sources are not where they were");
  const odd = (/** @type {string} */ name) => !CAMEL_CASE.test(name) && !UPPER_CASE.test(name);
  const rust = new Set(readFileSync(path.join(root, "pkg/catchup.d.ts"), "utf8").match(/\w+/g));
  const found = sources.flatMap(({ file, text, tree }) => {
    // What begins with `_` isn't used.
    const given = [...nodesIn(tree)].flatMap(namesGiven).filter((name) => !name.startsWith("_") && odd(name));
    const fields = [...text.matchAll(/@property \{.*?\} \[?(\w+)/g)].map(([, field = ""]) => field).filter((field) => odd(field) && !rust.has(field));
    return [...given, ...fields].map((name) => `${file}: ${name}`);
  });
  assert.deepEqual(found, []);
  const shared = [...readFileSync(path.join(www, "types.d.ts"), "utf8").matchAll(/^ +(?:readonly )?(\w+)\??[:(]/gm)].map(([, field = ""]) => field);
  assert.ok(shared.length > 25, "no fields of the page's types");
  assert.deepEqual(shared.filter((field) => odd(field) && !rust.has(field)), [], "types.d.ts");
});

test("a rule for a width or a height is a rule for screens: a sheet of paper is no phone", () => {
  const sheets = readdirSync(www, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".css"));
  assert.ok(sheets.length > 5, "the style sheets are not where they were");
  for (const file of sheets) {
    for (const [, query = ""] of readFileSync(path.join(www, file), "utf8").matchAll(/@media ([^{]+)\{/g)) {
      // Alternatives stand beside each other; what is meant for paper too says so.
      const alternatives = query.split(",");
      const wrong = alternatives.filter((one) => /width|height/.test(one) && !/^\s*screen\b/.test(one));
      assert.ok(wrong.length === 0 || alternatives.some((one) => one.trim() === "print"), `${file}: @media ${query}`);
    }
  }
});

/**
 * @param {Node} node A node.
 * @returns {string[]} The names that it exports; nothing for a default.
 */
function namesExported(node) {
  if (node.type !== "ExportNamedDeclaration" || !isNode(node.declaration)) return [];
  const { declarations, id } = node.declaration;
  return Array.isArray(declarations) ? declarations.flatMap((one) => (isNode(one) ? namesIn(one.id) : [])) : namesIn(id);
}

test("everything exported is used by another file", () => {
  const others = readdirSync(path.join(root, "tests"), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".rs")).map((file) => path.join("tests", file));
  const configs = ["vite.config.js", "playwright.config.js"];
  const words = [...others, ...configs].map((file) => ({ file, text: readFileSync(path.join(root, file), "utf8") })).concat(sources.map(({ file, text }) => ({ file, text })))
    .map(({ file, text }) => ({ file, words: new Set(text.match(/[\w$]+/g)) }));
  const exported = sources.flatMap(({ file, tree }) => [...nodesIn(tree)].flatMap(namesExported).map((name) => ({ file, name })));
  assert.ok(exported.length > 200, `${exported.length} names are exported`);
  const unused = exported.filter(({ file, name }) => !words.some((other) => other.file !== file && other.words.has(name)));
  assert.deepEqual(unused, []);
});

/** With more lines than this a file says why, in a line of the comment that it begins with. */
const FILE_LINES = 400;

test("a file has no more lines than are read in one go, or says why", () => {
  for (const { file, text } of sources) {
    const lines = text.trimEnd().split("\n");
    const head = lines.slice(0, lines.findIndex((line) => !line.startsWith("//")));
    const saysWhy = head.some((line) => line.startsWith("// Long because: "));
    assert.equal(saysWhy, lines.length > FILE_LINES, `${file} has ${lines.length} lines, and ${saysWhy ? "says" : "does not say"} why it is long`);
  }
});

test("a rule for the label of a button that bears a mark takes the label alone, and leaves the mark as it is", () => {
  const sheets = ["servers/servers.css", "playback/playback.css"];
  const lax = sheets.flatMap((file) => [...readFileSync(path.join(www, file), "utf8").matchAll(/[^{},;]*\.(?:btn|kill|nominate) span\b[^{]*/g)].map(([rule]) => `${file}: ${rule.trim()}`));
  assert.deepEqual(lax, []);
});

/** With more lines than this, those of functions within it apart, a function says why, in the comment before it. */
const FUNCTION_LINES = 80;

test("a function is no longer than is seen at once, but for the functions in it, or says why", () => {
  const long = sources.flatMap(({ file, text, tree }) => {
    const lines = text.split("\n");
    const lineAt = (/** @type {unknown} */ place) => text.slice(0, Number(place)).split("\n").length;
    const lengthOf = (/** @type {Node} */ { start, end }) => lineAt(end) - lineAt(start) + 1;
    return [...nodesIn(tree)].filter(({ type }) => type.includes("Function")).filter((one) => {
      const within = functionsWithin(one).map(lengthOf).filter((length) => length > 1);
      const own = within.reduce((sum, length) => sum - length, lengthOf(one));
      const before = lines.slice(0, lineAt(one.start) - 1).reverse();
      const comment = before.slice(0, before.findIndex((line) => !/^\s*(\/\*|\*|\/\/)/.test(line)));
      return comment.some((line) => line.includes("Long because: ")) !== own > FUNCTION_LINES;
    }).map((one) => `${file}, line ${lineAt(one.start)}: ${lengthOf(one)} lines`);
  });
  assert.deepEqual(long, [], "a reason lacks or is too many");
});

/**
 * @param {Node} node A node.
 * @returns {Node[]} The functions in it that are in no other function within it.
 */
function functionsWithin(node) {
  const children = Object.values(node).flat().filter(isNode);
  return children.flatMap((child) => (child.type.includes("Function") ? [child] : functionsWithin(child)));
}

test("no rule of style asks the page what is anywhere in it: whatever came or went would have all of it styled anew", () => {
  const sheets = readdirSync(www, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".css"));
  const asked = sheets.flatMap((file) => {
    const text = readFileSync(path.join(www, file), "utf8").replaceAll(/\/\*.*?\*\//gs, "");
    // On paper nothing comes or goes.
    const onScreens = text.replaceAll(/@media print \{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, "");
    return (onScreens.match(/(?:^|[\s,}])(?:html|body|:root|\.page|\[data-[\w-]+\])[\w.\[\]="-]*:has\([^{]*/g) ?? []).map((selector) => `${file}: ${selector.trim()}`);
  });
  assert.ok(sheets.length > 5, "the style sheets are not where they were");
  assert.deepEqual(asked, []);
});
