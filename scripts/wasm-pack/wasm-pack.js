#!/usr/bin/env node
// What `npm exec -- wasm-pack …` runs: the real wasm-pack, which finds its wasm-bindgen on the PATH and so downloads nothing.
// package.json names this folder as a package, so that npm links this file as node_modules/.bin/wasm-pack.
//
//     npm exec -- wasm-pack test --node
//     npm exec -- wasm-pack test --headless --chrome

import { main, run } from "../run.js";
import { ensure_rust, ensure_wasm_bindgen, ensure_wasm_pack } from "../tools.js";

const args = process.argv.slice(2);
const in_browser = args.some((arg) => /^--(chrome|firefox|safari)$/.test(arg));

await main(async () => {
  await ensure_rust();
  await ensure_wasm_bindgen();
  const wasm_pack = await ensure_wasm_pack();
  // A test file that does not say where it runs (tests/web.rs) runs in Node, unless this asks for a browser.
  // One that says run_in_browser (tests/web_disks.rs) is left out in Node.
  // On a busy machine a browser needs longer to come up than the tests' runner grants it.
  const env = { ...(in_browser && { WASM_BINDGEN_USE_BROWSER: "1" }), WASM_BINDGEN_TEST_TIMEOUT: "120", WASM_BINDGEN_TEST_DRIVER_TIMEOUT: "60" };
  if (!await run(wasm_pack, args, { env })) process.exitCode = 1;
});
