// `npm test`: every test there is, each part under a heading, with a summary at the end. What is missing is installed first.
// A part that fails does not keep the others from running; the exit code tells.
//
//     npm test                  all parts
//     npm test -- rust js       some of them: rust, js, wasm, e2e, browsers

import { readdirSync } from "node:fs";
import path from "node:path";
import { stripVTControlCharacters, styleText } from "node:util";
import { ensureBrowser, ensureChromedriver, ensureFirefox, ensureWebkit } from "./browser.js";
import { buildSite } from "./build.js";
import { buildWasm } from "./build-wasm.js";
import { main, root, run, say, Trouble, Unavailable } from "./run.js";
import { checkNode, ensureNodeModules, ensureRust, ensureRustComponents, ensureWasmBindgen, ensureWasmPack } from "./tools.js";

/**
 * @typedef {object} Counts
 * @property {number} passed Tests that passed.
 * @property {number} failed Tests that failed.
 * @property {number} skipped Tests that were not run.
 *
 * @typedef {object} Part
 * @property {"rust" | "js" | "wasm" | "e2e" | "browsers"} name The word that chooses it.
 * @property {string} title What it says about the project when it passes.
 * @property {(() => Promise<unknown>)[]} needs What must be there first. One that throws keeps the part from running; it counts as skipped, not as failed, when that was `Unavailable`.
 * @property {() => string[]} command The program and its arguments.
 * @property {(output: string) => Counts} [count] Reads from its output how many tests there were. Without it, the part is one test.
 *
 * @typedef {object} Outcome
 * @property {Part} part The part.
 * @property {"passed" | "failed" | "not run" | "skipped"} state How it went.
 * @property {Counts} counts Its tests.
 * @property {number} seconds How long it took, preparations apart.
 * @property {string} why Why it was not run or skipped; else empty.
 */

const rust = [once(ensureRust), once(ensureRustComponents)];
const wasmTools = [once(ensureRust), once(ensureNodeModules), once(ensureWasmBindgen), once(ensureWasmPack)];
const pkg = once(buildWasm);
const site = once(buildSite);
const firefox = once(ensureFirefox);
const clippy = ["cargo", "clippy"];
const toWasm = ["--target", "wasm32-unknown-unknown"];
const wasmPack = [process.execPath, "scripts/wasm-pack/wasm-pack.js", "test"];

/** @type {Part[]} */
const parts = [
  { name: "rust", title: "Rust is formatted", needs: rust, command: () => ["cargo", "fmt", "--check", "--", "scripts/bind/src/main.rs"] },
  { name: "rust", title: "Rust has no lints", needs: rust, command: () => [...clippy, "--all-targets", "--", "-D", "warnings"] },
  { name: "rust", title: "Rust has no lints as WebAssembly", needs: rust,
    command: () => [...clippy, "--lib", "--tests", ...toWasm, "--", "-D", "warnings"] },
  { name: "rust", title: "Rust has no lints as the WebAssembly that searches", needs: rust,
    command: () => [...clippy, "--lib", "--features", "search", ...toWasm, "--", "-D", "warnings"] },
  { name: "rust", title: "Rust tests", needs: rust, command: () => ["cargo", "test", "--no-fail-fast"], count: countRust },
  { name: "js", title: "JavaScript has no type errors", needs: [pkg], command: () => node("typescript/bin/tsc") },
  { name: "js", title: "JavaScript tests", needs: [pkg],
    command: () => nodeTests(...filesIn("tests/js", ".test.js")), count: countNode },
  { name: "wasm", title: "WebAssembly tests in Node", needs: wasmTools, command: () => [...wasmPack, "--node"], count: countRust },
  { name: "wasm", title: "WebAssembly tests in Chrome", needs: [...wasmTools, once(ensureChromedriver)],
    command: () => [...wasmPack, "--headless", "--chrome"], count: countRust },
  { name: "e2e", title: "The built page in a browser", needs: [site, once(ensureBrowser)],
    command: () => node("@playwright/test/cli.js", "test"), count: countPlaywright },
  { name: "browsers", title: "The built page in WebKit", needs: [once(ensureWebkit), site],
    command: () => nodeTests("tests/browsers/webkit.test.js"), count: countNode },
  { name: "browsers", title: "The built page in Firefox", needs: [firefox, site],
    command: () => nodeTests("tests/browsers/firefox.test.js"), count: countNode },
  { name: "browsers", title: "WebAssembly tests in Firefox", needs: [firefox, ...wasmTools],
    command: () => [...wasmPack, "--headless", "--firefox"], count: countRust },
];

await main(async () => {
  checkNode();
  const chosen = choose(process.argv.slice(2));
  /** @type {Outcome[]} */
  const outcomes = [];
  for (const part of chosen) outcomes.push(await carryOut(part));
  summarize(outcomes);
});

/**
 * @param {string[]} names What the person chose; empty for all.
 * @returns {Part[]} The parts of those names.
 */
function choose(names) {
  const known = [...new Set(parts.map(({ name }) => /** @type {string} */ (name)))];
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Trouble(`There is no part "${unknown.join(" ")}". The parts are: ${known.join(", ")}.`);
  return parts.filter(({ name }) => names.length === 0 || names.includes(name));
}

/**
 * Prepares and runs one part.
 * @param {Part} part The part.
 * @returns {Promise<Outcome>} How it went.
 */
async function carryOut(part) {
  heading(`${part.title}  (${part.name})`);
  try {
    for (const need of part.needs) await need();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    console.error(error.message);
    return { part, state: error instanceof Unavailable ? "skipped" : "not run", counts: { passed: 0, failed: 0, skipped: 1 }, seconds: 0, why: error.message };
  }
  const start = performance.now();
  let output = "";
  const [command = "", ...args] = part.command();
  const passed = await run(command, args, { env: colours(), listen: (piece) => { output += piece; } });
  const counts = part.count?.(stripVTControlCharacters(output)) ?? { passed: Number(passed), failed: 0, skipped: 0 };
  if (passed && counts.passed + counts.failed === 0) console.error("It ended well, but ran no test. This counts as a failure.");
  if (!passed || counts.passed === 0) counts.failed = Math.max(counts.failed, 1);
  const seconds = (performance.now() - start) / 1000;
  return { part, state: counts.failed > 0 ? "failed" : "passed", counts, seconds, why: "" };
}

/**
 * Prints what became of each part, and how many tests there were. A process that leaves a part out has failed, unless it
 * is a browser that can't be had here.
 * @param {Outcome[]} outcomes All of them.
 */
function summarize(outcomes) {
  heading("Summary");
  for (const { part, state, counts, seconds, why } of outcomes) {
    const tests = counts.passed + counts.failed > 1 ? `, ${counts.passed} of ${counts.passed + counts.failed} tests` : "";
    say(`${state.padEnd(7)}  ${part.title} (${why || `${seconds.toFixed(1)} s${tests}`})`);
  }
  const total = (/** @type {keyof Counts} */ kind) => outcomes.reduce((sum, { counts }) => sum + counts[kind], 0);
  if (outcomes.some(({ state }) => state === "not run")) say("\nNot everything could be tested: see \"not run\" above. This counts as a failure.");
  if (outcomes.some(({ state }) => state === "skipped")) say("\nNot every browser could be had: see \"skipped\" above. This does not count as a failure.");
  if (outcomes.some(({ state }) => state === "failed" || state === "not run")) process.exitCode = 1;
  const skipped = total("skipped");
  say(`\n${total("passed")} passed, ${total("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
}

/**
 * @param {string} output What cargo or wasm-pack printed: a line `test result: ok. 5 passed; 0 failed; 1 ignored; …` for each file.
 * @returns {Counts} Their sum.
 */
function countRust(output) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const [, passed, failed, ignored] of output.matchAll(/^test result: \w+\. (\d+) passed; (\d+) failed; (\d+) ignored/gm)) {
    counts.passed += Number(passed);
    counts.failed += Number(failed);
    counts.skipped += Number(ignored);
  }
  return counts;
}

/**
 * @param {string} output What Node's test runner printed: lines like `ℹ pass 5` at its end.
 * @returns {Counts} What they say.
 */
function countNode(output) {
  const number = (/** @type {string} */ word) => Number(new RegExp(`^. ${word} (\\d+)$`, "m").exec(output)?.[1] ?? 0);
  return { passed: number("pass"), failed: number("fail"), skipped: number("skipped") };
}

/**
 * @param {string} output What Playwright printed: lines like `  5 passed (4.2s)` at its end.
 * @returns {Counts} What they say.
 */
function countPlaywright(output) {
  const number = (/** @type {string} */ words) => Number(new RegExp(`^ +(\\d+) ${words}`, "m").exec(output)?.[1] ?? 0);
  return { passed: number("passed"), failed: number("failed") + number("flaky"), skipped: number("skipped") + number("did not run") };
}

/**
 * @param {string} script A script below node_modules.
 * @param {...string} args Its arguments.
 * @returns {string[]} The command that runs it.
 */
function node(script, ...args) {
  return [process.execPath, path.join("node_modules", script), ...args];
}

/**
 * @param {...string} files Tests for Node's own runner.
 * @returns {string[]} The command that runs them.
 */
function nodeTests(...files) {
  return [process.execPath, "--test", "--test-reporter", "spec", ...files];
}

/**
 * @param {string} folder A folder of the project.
 * @param {string} ending How the names end.
 * @returns {string[]} Its files of such names.
 */
function filesIn(folder, ending) {
  return readdirSync(path.join(root, folder)).filter((file) => file.endsWith(ending)).sort().map((file) => path.join(folder, file));
}

/**
 * Their output comes through us: tools that see no terminal would leave out the colours.
 * @returns {Record<string, string>} Variables that ask for them where there is one.
 */
function colours() {
  return process.stdout.isTTY ? { CARGO_TERM_COLOR: "always", FORCE_COLOR: "1" } : {};
}

/**
 * @param {string} text What comes next.
 */
function heading(text) {
  say(`\n${process.stdout.isTTY ? styleText("bold", text) : text}\n${"─".repeat(text.length)}`);
}

/**
 * @template T
 * @param {() => Promise<T>} prepare Makes something ready.
 * @returns {() => Promise<T>} The same, but done once: later calls get what the first one got, its failure too.
 */
function once(prepare) {
  /** @type {Promise<T> | undefined} */
  let result;
  return () => (result ??= prepare());
}
