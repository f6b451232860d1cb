// That what the project is built with fits together.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { withoutFeatures } from "../../scripts/browser.js";
import { lockedVersion } from "../../scripts/tools.js";

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
