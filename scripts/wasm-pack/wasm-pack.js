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
import { firefox_prefs } from "../browser.js";
import { main, root, run } from "../run.js";
import { ensure_rust, ensure_wasm_bindgen, ensure_wasm_pack } from "../tools.js";
import { start_proxy } from "./proxy.js";

await main(async () => {
  const args = process.argv.slice(2);
  await ensure_rust();
  await ensure_wasm_bindgen();
  const wasm_pack = await ensure_wasm_pack();
  const in_browser = args.some((arg) => /^--(chrome|firefox|safari)$/.test(arg));
  const passed = in_browser ? await run_in_browser(wasm_pack, args) : await run(wasm_pack, args);
  if (!passed) process.exitCode = 1;
});

/**
 * Runs the tests in a browser. What webdriver.json says to Chrome is completed with the proxy; Firefox needs none, since it can be
 * told to open one connection at a time.
 * @param {string} wasm_pack The program.
 * @param {string[]} args Its arguments.
 * @returns {Promise<boolean>} Whether they passed.
 */
async function run_in_browser(wasm_pack, args) {
  const proxy = await start_proxy();
  const folder = mkdtempSync(path.join(tmpdir(), "catchup-"));
  const webdriver = args.includes("--firefox") ? { "moz:firefoxOptions": { prefs: { ...firefox_prefs, "network.http.max-persistent-connections-per-server": 1 } } }
    : JSON.parse(readFileSync(path.join(root, "webdriver.json"), "utf8"));
  webdriver["goog:chromeOptions"]?.args.push(`--proxy-server=${proxy.address}`, "--proxy-bypass-list=<-loopback>");
  const webdriver_file = path.join(folder, "webdriver.json");
  writeFileSync(webdriver_file, JSON.stringify(webdriver));
  try {
    return await run(wasm_pack, args, { env: {
      WASM_BINDGEN_TEST_WEBDRIVER_JSON: webdriver_file,
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
