// The page's templates: which values are content, and that every panel draws by them.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { contentPlaces } from "../../www/drawing/template.js";

/**
 * @param {TemplateStringsArray} strings A template's text.
 * @param {...unknown} _values Its values, which do not matter.
 * @returns {boolean[]} Which of them are content.
 */
const places = (strings, ..._values) => contentPlaces(strings);

test("values between tags are content, values within a tag are not", () => {
  assert.deepEqual(places`${1}`, [true]);
  assert.deepEqual(places`<p>${1} of ${2}</p>`, [true, true]);
  assert.deepEqual(places`<p class=${1} title="${2} and ${3}">${4}</p>${5}`, [false, false, false, true, true]);
  assert.deepEqual(places`<input .value=${1} /> ${2}`, [false, true]);
});

test("panels take templates that survive a translator, not lit-html's own", () => {
  const folder = new URL("../../www/", import.meta.url);
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".js") || file === path.join("drawing", "template.js")) continue;
    const imports = readFileSync(new URL(file, folder), "utf8").matchAll(/^import .* from "(lit-html[^"]*)";/gm);
    for (const [, from] of imports) assert.match(from ?? "", /^lit-html\/directives\//, `${file} imports ${from}: take html, svg, nothing and render from drawing/template.js`);
  }
});
