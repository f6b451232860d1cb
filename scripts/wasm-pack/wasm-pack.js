#!/usr/bin/env node
// What `npm exec -- wasm-pack …` runs: the real wasm-pack, which finds its wasm-bindgen on the PATH and so downloads nothing.
// package.json names this folder as a package, so that npm links this file as node_modules/.bin/wasm-pack.
//
//     npm exec -- wasm-pack test --node
//     npm exec -- wasm-pack test --headless --chrome
//     npm exec -- wasm-pack test --headless --firefox

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { firefoxPrefs } from "../browser.js";
import { main, root, run } from "../run.js";
import { ensureRust, ensureWasmBindgen, ensureWasmPack } from "../tools.js";
import { startProxy } from "./proxy.js";

await main(async () => {
  const args = process.argv.slice(2);
  await ensureRust();
  await ensureWasmBindgen();
  const wasmPack = await ensureWasmPack();
  const inBrowser = args.some((arg) => /^--(chrome|firefox|safari)$/.test(arg));
  const passed = inBrowser ? await runInBrowser(wasmPack, args) : await run(wasmPack, args);
  if (!passed) process.exitCode = 1;
});

/**
 * Runs the tests in a browser. What webdriver.json says to Chrome is completed with the proxy; Firefox needs none, since it can be
 * told to open one connection at a time.
 * @param {string} wasmPack The program.
 * @param {string[]} args Its arguments.
 * @returns {Promise<boolean>} Whether they passed.
 */
async function runInBrowser(wasmPack, args) {
  const proxy = await startProxy();
  const folder = mkdtempSync(path.join(tmpdir(), "catchup-"));
  const webdriver = args.includes("--firefox") ? { "moz:firefoxOptions": { prefs: { ...firefoxPrefs, "network.http.max-persistent-connections-per-server": 1 } } }
    : JSON.parse(readFileSync(path.join(root, "webdriver.json"), "utf8"));
  webdriver["goog:chromeOptions"]?.args.push(`--proxy-server=${proxy.address}`, "--proxy-bypass-list=<-loopback>");
  const webdriverFile = path.join(folder, "webdriver.json");
  writeFileSync(webdriverFile, JSON.stringify(webdriver));
  try {
    return await run(wasmPack, args, { env: {
      WASM_BINDGEN_TEST_WEBDRIVER_JSON: webdriverFile,
      // A test file that does not say where it runs (tests/web.rs) runs in Node, unless this asks for a browser.
      // One that says run_in_browser (tests/web_disks.rs) is left out in Node.
      WASM_BINDGEN_USE_BROWSER: "1",
      // In seconds. On a busy machine a browser needs longer than the runner grants it.
      WASM_BINDGEN_TEST_TIMEOUT: "120",
      WASM_BINDGEN_TEST_DRIVER_TIMEOUT: "60",
    } });
  } finally {
    proxy.close();
    rmSync(folder, { recursive: true });
  }
}
