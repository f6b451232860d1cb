// `npm run bench`: how large the page is and how fast, beside the goals and the best that others reach. It judges
// nothing: whatever the numbers are, it ends well. What is missing is installed first.
//
//     npm run bench                    everything
//     npm run bench -- page ladder     some of it: page, idle, ladder, servers, whole, wasm, raft, axe, disks, search

import os from "node:os";
import { browserFlags, ensureBrowser, findBrowser } from "./browser.js";
import { buildSite } from "./build.js";
import { main, say, Trouble } from "./run.js";
import { checkNode, ensureNodeModules } from "./tools.js";

/** @import { Browser } from "@playwright/test" */
/** @import { Row } from "../bench/table.js" */

/** A page that is isolated from others has a clock that counts microseconds. */
const isolation = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };

await main(async () => {
  checkNode();
  await ensureNodeModules();
  const { parts } = await import("../bench/parts.js");
  const { table } = await import("../bench/table.js");
  const chosen = choose(process.argv.slice(2), Object.keys(parts));
  await buildSite();
  await ensureBrowser();
  /** @type {Row[]} */
  const rows = [];
  await withWorld(async (world) => {
    say(`\n${machine(world.browser)}\n`);
    for (const name of chosen) {
      say(`Measuring: ${name} …`);
      rows.push(...((await parts[name]?.(world)) ?? []));
    }
  });
  say(`\n${table(rows)}`);
  say(`\nMedians, after warming up. The load average is ${loadAverage()} now.`);
});

/**
 * @param {string[]} names What the person chose; empty for all.
 * @param {string[]} known The parts that there are.
 * @returns {string[]} The chosen ones.
 */
function choose(names, known) {
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Trouble(`There is no part "${unknown.join(" ")}". The parts are: ${known.join(", ")}.`);
  return names.length === 0 ? known : known.filter((name) => names.includes(name));
}

/**
 * Serves the built page and the modules, and starts a browser, as long as some work needs them.
 * @param {(world: import("../bench/parts.js").World) => Promise<void>} work The work.
 */
async function withWorld(work) {
  // Vite takes what packages have for those who develop with them otherwise, which is slower, and not what is built.
  process.env["NODE_ENV"] = "production";
  const { createServer, preview } = await import("vite");
  const { chromium } = await import("@playwright/test");
  const built = await preview({ preview: { host: "127.0.0.1", port: 0 } });
  const modules = await createServer({
    mode: "production",
    logLevel: "warn",
    // lit-html is taken as it is, so that nothing that `npm start` prepared is changed.
    optimizeDeps: { noDiscovery: true },
    server: { host: "127.0.0.1", port: 0, hmr: false, watch: null, headers: isolation },
  });
  await modules.listen();
  const executable = findBrowser();
  const browser = await chromium.launch({ args: browserFlags, ...(executable === null ? {} : { executablePath: executable }) });
  try {
    await work({ browser, builtUrl: address(built), modulesUrl: `${address(modules)}bench/` });
  } finally {
    await browser.close();
    await modules.close();
    await built.close();
  }
}

/**
 * @param {{resolvedUrls: {local: string[]} | null}} server What Vite serves.
 * @returns {string} Where.
 */
function address(server) {
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error("Vite serves at no address");
  return url;
}

/**
 * @param {Browser} browser The browser.
 * @returns {string} What one has to know to compare the numbers.
 */
function machine(browser) {
  const cores = os.cpus();
  return `${cores.length} cores (${cores[0]?.model.trim() ?? "unknown"}), Chromium ${browser.version()}, Node ${process.versions.node}, load average ${loadAverage()}.`
    + " Whatever else keeps the cores busy makes all durations longer.";
}

/** @returns {string} How many programs wanted a core in the last minute, on the average. */
function loadAverage() {
  return (os.loadavg()[0] ?? 0).toFixed(1);
}
