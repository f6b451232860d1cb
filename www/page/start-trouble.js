// Loads the simulation, and tells apart why it can't be had: each reason has a sentence, and something to do about it.

import { say } from "../words/say.js";

/** Why the page can't start, for people. */
export class StartTrouble extends Error {
  /**
   * @param {string} what What could not be had.
   * @param {string} advice What to do about it.
   */
  constructor(what, advice) {
    super(what);
    this.advice = advice;
  }
}

const reload = () => say("start-reload");

/**
 * Loads the simulation, which is compiled while it arrives.
 * @param {(source: Promise<Response> | ArrayBuffer) => Promise<void>} run Makes it run.
 * @param {string} address Where its WebAssembly lies.
 * @param {Promise<Response>} arriving The same, which is on its way.
 * @returns {Promise<void>} Fails with a `StartTrouble`.
 */
export async function loadSimulation(run, address, arriving) {
  if (typeof WebAssembly !== "object") {
    throw new StartTrouble(say("start-no-wasm"),
      say("start-no-wasm-advice"));
  }
  try {
    await run(arriving);
  } catch (error) {
    if (isForbidden(error)) throw forbidden();
    console.warn("The simulation did not load, so it is asked for once more.", error);
    await loadInOnePiece(run, address);
  }
}

/**
 * Loads it once more, looking at each step: only so is it seen what went wrong.
 * @param {(source: ArrayBuffer) => Promise<void>} run Makes it run.
 * @param {string} address Where its WebAssembly lies.
 */
async function loadInOnePiece(run, address) {
  const file = new URL(address, location.href).pathname.split("/").pop() ?? address;
  const bytes = await fetchWhole(address, file);
  const trouble = troubleWith(new Uint8Array(bytes), file);
  if (trouble) throw trouble;
  try {
    await run(bytes);
  } catch (error) {
    if (isForbidden(error)) throw forbidden();
    throw new StartTrouble(say("start-no-simulation", { why: error instanceof Error ? error.message : `${error}` }), reload());
  }
}

/**
 * @param {string} address Where a file lies.
 * @param {string} file Its name.
 * @returns {Promise<ArrayBuffer>} What is in it.
 */
async function fetchWhole(address, file) {
  const check = say("start-check");
  let response;
  try {
    response = await fetch(address, { cache: "reload" });
  } catch {
    throw new StartTrouble(say("start-not-fetched", { file }), check);
  }
  if (!response.ok) throw new StartTrouble(say("start-missing", { file, status: response.status }), reload());
  try {
    return await response.arrayBuffer();
  } catch {
    throw new StartTrouble(say("start-broke-off", { file }), check);
  }
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes What came.
 * @param {string} file The file that it should be.
 * @returns {StartTrouble | null} What is wrong with it; null when it is WebAssembly that this browser understands.
 */
export function troubleWith(bytes, file) {
  if (bytes.length === 0) return new StartTrouble(say("start-empty", { file }), reload());
  const isWasm = [0x00, 0x61, 0x73, 0x6d].every((byte, place) => bytes[place] === byte);
  if (!isWasm) {
    const isPage = /^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 100)));
    return new StartTrouble(say(isPage ? "start-page-instead" : "start-other-instead", { file }), reload());
  }
  if (WebAssembly.validate(bytes)) return null;
  if (!WebAssembly.validate(todaysWasm)) {
    return new StartTrouble(say("start-old-wasm"), say("start-old-wasm-advice"));
  }
  return new StartTrouble(say("start-damaged", { file, count: bytes.length }), reload());
}

/** A module of one function that fills memory and rounds a number: what the compiler uses of WebAssembly's second version. */
const todaysWasm = new Uint8Array([
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x04, 0x01, 0x60, 0x00, 0x00, 0x03, 0x02, 0x01, 0x00, 0x05, 0x03, 0x01, 0x00, 0x01, 0x0a, 0x15,
  0x01, 0x13, 0x00, 0x41, 0x00, 0x41, 0x00, 0x41, 0x00, 0xfc, 0x0b, 0x00, 0x43, 0x00, 0x00, 0x00, 0x00, 0xfc, 0x00, 0x1a, 0x0b,
]);

/**
 * @param {unknown} error Why WebAssembly was not compiled.
 * @returns {boolean} Whether a policy forbids it. Every browser has words of its own for that; all of them name the policy.
 */
export function isForbidden(error) {
  return error instanceof Error && /content security policy|blocked by csp|unsafe-eval/i.test(error.message);
}

/** @returns {StartTrouble} What to say of that. */
function forbidden() {
  return new StartTrouble(say("start-forbidden"),
    say("start-forbidden-advice"));
}

/**
 * Says in the page why it can't start.
 * @param {unknown} error What was thrown.
 * @param {Element} place Where it is said when the script that else does it is missing too.
 */
export function tellTrouble(error, place) {
  console.error(error);
  const [what, advice] = error instanceof StartTrouble ? [error.message, error.advice]
    : [say("start-broke", { why: error instanceof Error ? error.message : `${error}` }), reload()];
  if (window.standstill) window.standstill(what, advice);
  else place.textContent = say("start-trouble", { what, advice });
}
