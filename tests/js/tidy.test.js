// House rules of the page's modules, as far as a program can see whether they are kept.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

const www = path.join(import.meta.dirname, "../../www");

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
      // The simulation and the shared types are everybody's.
      if (theirs.startsWith("../pkg/") || theirs === "types.js") continue;
      assert.ok(folderOf(theirs) === own || allowed.includes(folderOf(theirs)), `${file} uses ${theirs}`);
    }
  }
});
