// That what the project is built with fits together.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { lockedVersion } from "../../scripts/tools.js";

test("what writes the JavaScript around the WebAssembly has the version of the crate", () => {
  const version = lockedVersion("wasm-bindgen");
  assert.equal(lockedVersion("wasm-bindgen-cli-support", "scripts/bind"), version, "scripts/bind/Cargo.lock");
  const manifest = readFileSync(new URL("../../scripts/bind/Cargo.toml", import.meta.url), "utf8");
  assert.match(manifest, new RegExp(`^wasm-bindgen-cli-support = "=${version.replaceAll(".", "\\.")}"$`, "m"), "scripts/bind/Cargo.toml");
});
