// `npm start`: installs what is missing, builds the crate, and serves the page. While it runs, a change in `src/` builds the
// crate anew, and the page reloads. Nothing that only tests need is waited for.
//
//     npm start -- --port 4000 --host 0.0.0.0

import path from "node:path";
import { parseArgs } from "node:util";
import { buildWasm } from "./build-wasm.js";
import { main, root, say, Trouble } from "./run.js";

await main(async () => {
  const address = readArguments();
  await buildWasm();
  const { createServer } = await import("vite");
  const server = await createServer({ server: address });
  try {
    await server.listen();
  } catch (error) {
    await server.close();
    throw new Trouble(`The page could not be served on port ${address.port} (${error instanceof Error ? error.message : error}). `
      + "Choose another one: npm start -- --port 4000");
  }
  say("\nCatchup is ready. Open this address in a browser; Ctrl+C ends it.\n");
  server.printUrls();
  rebuildOnChange(server);
});

/** @returns {{port: number, host?: string}} Where the person wants the page served; the next free port from there is taken. */
function readArguments() {
  try {
    const { port = "5173", host } = parseArgs({ options: { port: { type: "string" }, host: { type: "string" } } }).values;
    if (!/^\d{1,5}$/.test(port)) throw new Error(`--port ${port} is not a number`);
    return { port: Number(port), ...(host === undefined ? {} : { host }) };
  } catch (error) {
    throw new Trouble(`${error instanceof Error ? error.message : error}\nWhat is understood: npm start -- --port NUMBER --host ADDRESS`);
  }
}

/**
 * Builds the crate when a file of it changes. When it can't be built, the page goes on with what it has.
 * @param {import("vite").ViteDevServer} server Vite, which watches the project's files, and reloads the page when `pkg/` changes.
 */
function rebuildOnChange(server) {
  const sources = [path.join(root, "src") + path.sep, path.join(root, "Cargo.toml")];
  let building = false;
  let changedMeanwhile = false;
  server.watcher.on("all", async (_event, file) => {
    if (!sources.some((source) => path.resolve(root, file).startsWith(source))) return;
    changedMeanwhile = true;
    if (building) return;
    building = true;
    while (changedMeanwhile) {
      changedMeanwhile = false;
      await buildWasm().catch((/** @type {Error} */ error) => console.error(`\n${error.message}\nThe page goes on as it was.\n`));
    }
    building = false;
  });
}
