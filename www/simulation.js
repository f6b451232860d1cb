// Brings what the page plays with: its code (engine.js), and the simulation's WebAssembly beside it.

import address from "../pkg/catchup_bg.wasm?url";
import { loadSimulation } from "./page/start-trouble.js";

/** @typedef {typeof import("./engine.js")} Code */

/**
 * Brings both.
 * @returns {Promise<Code>} The code, which may call the simulation now. Fails with a `StartTrouble` when that can't be had, and otherwise when the code can't: then it
 * can be asked for again.
 */
export async function bringSimulation() {
  const arriving = fetch(address);
  // Should it fail, that is told below, when the code is there.
  arriving.catch(() => {});
  const code = await import("./engine.js");
  await loadSimulation(code.run, address, arriving);
  return code;
}
