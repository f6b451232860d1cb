// `npm run build`: writes the page as a static site into `dist/`. Its addresses are relative, so any folder of any host can serve it.
// Beside it lies `dist/catchup.html`, the same page in one file, which needs no host.

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildWasm } from "./build-wasm.js";
import { oneFile, oneFileSettings } from "./one-file.js";
import { main, root, say, Trouble } from "./run.js";

/** Builds the crate, records the first screens, then builds the page, then the page in one file. */
export async function buildSite() {
  await buildWasm();
  // Both need packages, which a fresh clone has only now.
  const { recordScreens } = await import("./first-screens.js");
  await recordScreens();
  const { build } = await import("vite");
  try {
    await build();
    writeFileSync(path.join(root, "dist", "catchup.html"), await buildOneFile(build));
  } catch (error) {
    throw new Trouble(`Vite could not bundle the page: ${error instanceof Error ? error.message : error}`);
  }
  say("dist/ is ready: copy it to any web server. dist/catchup.html is the same page in one file, which opens without one.");
}

/**
 * @param {typeof import("vite").build} build Vite, which leaves what it makes to us.
 * @returns {Promise<string>} The whole page as HTML.
 */
async function buildOneFile(build) {
  const made = await build(oneFileSettings);
  if (!("output" in made)) throw new Error("Vite made something else than one page");
  const plain = (/** @type {string} */ name) => readFileSync(path.join(root, "public", name), "utf8");
  return oneFile(made.output, { early: plain("early.js"), icon: plain("icon.svg") });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(buildSite);
