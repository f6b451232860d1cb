// That what the project is built with fits together.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { parseAst } from "vite";
import { withoutFeatures } from "../../scripts/browser.js";
import { lockedVersion } from "../../scripts/tools.js";
import { root } from "./sources.js";

test("what writes the JavaScript around the WebAssembly has the version of the crate", () => {
  const version = lockedVersion("wasm-bindgen");
  assert.equal(lockedVersion("wasm-bindgen-cli-support", "scripts/bind"), version, "scripts/bind/Cargo.lock");
  const manifest = readFileSync(new URL("../../scripts/bind/Cargo.toml", import.meta.url), "utf8");
  assert.match(manifest, new RegExp(`^wasm-bindgen-cli-support = "=${version.replaceAll(".", "\\.")}"$`, "m"), "scripts/bind/Cargo.toml");
});

test("what Playwright has the browser leave out, ours leaves out as well, though our list replaces its own", () => {
  const source = readFileSync(new URL("../../node_modules/playwright-core/lib/coreBundle.js", import.meta.url), "utf8");
  const list = /^ +disabledFeatures = \[$([^]*?)^ +\]/m.exec(source)?.[1] ?? "";
  const theirs = [...list.matchAll(/^ +"(\w+)",?$/gm)].map(([, name = ""]) => name);
  assert.ok(theirs.length > 10, "Playwright’s list is looked for in another place than it stands");
  assert.deepEqual(theirs.filter((name) => !withoutFeatures.includes(name)), []);
});

test("a command begins with nothing but Node and what is in a fresh clone: packages and what is built come only when it has seen to them", () => {
  /** @type {{ scripts: Record<string, string> }} */
  const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const commands = Object.values(scripts).flatMap((command) => /^node (\S+)$/.exec(command)?.slice(1) ?? []);
  assert.ok(commands.includes("scripts/start.js") && commands.includes("scripts/test.js") && commands.includes("scripts/build.js"));
  const fetched = commands.flatMap((command) => broughtAtOnce(command).filter((name) => !name.startsWith("node:")));
  assert.deepEqual([...new Set(fetched)], []);
});

/**
 * @param {string} file A module of ours, by its path from the project's top.
 * @param {Set<string>} seen Those that were followed.
 * @returns {string[]} What it and all that it imports take from elsewhere before a line of it runs, with what takes it: packages, and what is made.
 */
function broughtAtOnce(file, seen = new Set()) {
  if (seen.has(file)) return [];
  seen.add(file);
  const sources = parseAst(readFileSync(path.join(root, file), "utf8")).body.flatMap((node) => "source" in node && node.source ? [node.source.value] : []);
  return sources.flatMap((source) => {
    if (!source.startsWith(".")) return [source.startsWith("node:") ? source : `${source}, for ${file}`];
    const theirs = path.posix.join(path.posix.dirname(file), source);
    return /^(pkg|dist|node_modules)\//.test(theirs) ? [`${theirs}, for ${file}`] : broughtAtOnce(theirs, seen);
  });
}
