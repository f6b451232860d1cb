// `npm run build`: writes the page as a static site into `dist/`. Its addresses are relative, so any folder of any host can serve it.

import { fileURLToPath } from "node:url";
import { buildWasm } from "./build-wasm.js";
import { main, say, Trouble } from "./run.js";

/** Builds the crate, then the page. */
export async function buildSite() {
  await buildWasm();
  const { build } = await import("vite");
  try {
    await build();
  } catch (error) {
    throw new Trouble(`Vite could not bundle the page: ${error instanceof Error ? error.message : error}`);
  }
  say("dist/ is ready: copy it to any web server.");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(buildSite);
