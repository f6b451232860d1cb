// What is measured, what it should be, and what the best of other pages and libraries was measured to need: headless
// Chromium on two cores.

import { accessibility, exampleSteps, firstPaint, idle, load, longRun } from "./built.js";
import { nativeSearch, nodeSearch } from "./search.js";
import { duration, number, quantile, median } from "./table.js";

/** @import { Browser } from "@playwright/test" */
/** @import { Measured } from "./search.js" */
/** @import { Row } from "./table.js" */
/** @typedef {typeof import("./modules.js")} Modules */

/**
 * @typedef {object} World
 * @property {Browser} browser The browser.
 * @property {string} builtUrl Where the built page is served.
 * @property {string} modulesUrl Where `bench/index.html` is served.
 */

/** Each part measures by itself and says what came out. @type {Record<string, (world: World) => Promise<Row[]>>} */
export const parts = {
  async page({ browser, builtUrl }) {
    const loaded = await load(browser, builtUrl);
    const [files, later] = [loaded.filter(({ isLate }) => !isLate), loaded.filter(({ isLate }) => isLate)];
    const kilobytes = files.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
    const paints = [];
    for (let round = 0; round < 8; round += 1) paints.push(await firstPaint(browser, builtUrl));
    const warm = paints.slice(1);
    return [
      { what: "page, wasm included, gzipped", ours: `${number(kilobytes)} kB`, goal: "≤ 114 kB", peer: "98 kB", met: kilobytes <= 114 },
      ...files.map(({ file, bytes }) => ({ what: `  ${file}`, ours: `${number(bytes / 1000)} kB` })),
      ...later.map(({ file, bytes }) => ({ what: `  later: ${file}`, ours: `${number(bytes / 1000)} kB` })),
      { what: "requests of a first load", ours: `${files.length}`, goal: "≤ 6", peer: "8", met: files.length <= 6 },
      duration("first contentful paint", warm.map(({ contentful }) => contentful), { limit_ms: 150, peer: "168 ms" }),
      duration("the heads of five servers painted", warm.map(({ heads }) => heads), { peer: "168 ms" }),
      duration("all has come, so that a step is taken at once", warm.map(({ whole }) => whole)),
      duration("the heads, after the first paint", warm.map(({ heads, contentful }) => heads - contentful), { limit_ms: 150 }),
    ];
  },

  async idle({ browser, builtUrl }) {
    const { busy, callbacks, animations } = await idle(browser, builtUrl);
    // To ask how busy it was keeps the main thread busy, too.
    const met = callbacks === 0 && animations === 0 && busy < 1;
    const ours = `${number(busy)} ms/s; ${callbacks} timers and frames, ${animations} animations`;
    return [{ what: "main thread while nothing moves", ours, goal: "none", peer: "20 ms/s", met }];
  },

  async ladder(world) {
    const { first, step, back, jump } = await inBrowser(world, "ladder");
    return [
      duration("conversation of 10,000: one step more", step, { limit_ms: 4, peer: "150 ms in one SVG" }),
      duration("conversation of 10,000: one step back", back),
      { ...duration("conversation of 10,000: a jump anywhere", jump), goal: "p95 < 50 ms", met: quantile(jump, 0.95) < 50 },
      duration("conversation of 10,000: drawn for the first time, laid out from nothing", first),
    ];
  },

  async servers(world) {
    const { rest, spread } = await inBrowser(world, "servers");
    return [
      duration("five logs of 1,000 entries: one grows", rest, { limit_ms: 4, peer: "316 ms" }),
      duration("five logs of 1,000 entries, stores spread out: one grows", spread),
    ];
  },

  async whole({ browser, builtUrl }) {
    const example = await exampleSteps(browser, builtUrl);
    const runs = [];
    for (let round = 0; round < 4; round += 1) runs.push(await longRun(browser, builtUrl));
    const jumps = runs.flatMap((run) => run.jumps);
    return [
      duration("whole page: a step of the article’s example", example),
      duration("whole page: a step at the end of 10,000 moments", runs.flatMap(({ steps }) => steps), { limit_ms: 8 }),
      duration("whole page: a run of 10,000 moments, its last screen painted", runs.map(({ opened }) => opened), { limit_ms: 300 }),
      duration("  the same of a run of one moment", runs.map(({ short }) => short)),
      duration("  the long one, in a page that stood there already", runs.map(({ within }) => within)),
      { ...duration("whole page: a jump anywhere in 10,000 moments", jumps), goal: "p95 < 50 ms", met: quantile(jumps, 0.95) < 50 },
    ];
  },

  async wasm(world) {
    const { readArticle, readArticleStart, articleLength, readLong, longLength, seek, seekAlone } = await inBrowser(world, "wasm");
    const actionUs = ((median(readArticle) - median(readArticleStart)) / articleLength) * 1000;
    const microseconds = (/** @type {number} */ value) => `${number(value)} µs`;
    return [
      { what: "one action of the article’s example, without sentences", ours: microseconds(actionUs), goal: "< 3 µs", met: actionUs < 3 },
      { what: "  with its share of reading the text", ours: microseconds((median(readArticle) / articleLength) * 1000) },
      { what: "  the same in a run of 10,000 actions", ours: microseconds((median(readLong) / longLength) * 1000) },
      { ...duration("seek anywhere in 10,000 actions, without the frame", seekAlone), goal: "< 16 ms", met: quantile(seekAlone, 1) < 16 },
      { ...duration("seek anywhere in 10,000 actions, with the frame", seek), goal: "< 16 ms", met: quantile(seek, 1) < 16 },
    ];
  },

  async raft(world) {
    const { readCalm, calmLength, storm, readStorm } = await inBrowser(world, "raft");
    return [
      { what: "one action of a calm run of Raft, with its share of reading the text", ours: `${number((median(readCalm) / calmLength) * 1000)} µs` },
      duration(`a calm run of Raft of ${calmLength} actions, opened`, readCalm),
      duration("a storm of 10,000 actions, chosen and told", storm),
      duration("a storm of 10,000 actions, opened", readStorm),
    ];
  },

  async axe({ browser, builtUrl }) {
    const rules = await accessibility(browser, builtUrl);
    const ours = [rules.length, ...rules].join(" ");
    return [{ what: "rules of axe violated", ours, goal: "0", peer: "3", met: rules.length === 0 }];
  },

  async disks(world) {
    const { append, setKeys, appendAtOnce, read } = await inBrowser(world, "disks");
    // Of each round by itself, in which the storage was as slow for the one as for the other.
    const share = median(append.map((duration, round) => duration / (setKeys[round] ?? duration)));
    return [
      duration("5,000 appends to disks, one by one", append, { peer: "853 ms, one value" }),
      { what: "  as a multiple of the browser’s own work", ours: number(share), goal: "≤ 1.30", met: share <= 1.3 },
      duration("  the browser’s own work for 5,000 keys", setKeys),
      duration("5,000 appends to disks, in one write", appendAtOnce),
      duration("a room of 5,000 entries read back", read),
    ];
  },

  async search(world) {
    const native = await nativeSearch();
    const [node, chromium] = [await nodeSearch(), await inBrowser(world, "search")];
    const named = (/** @type {string} */ name) => native.find((one) => one.name === name);
    const millions = (/** @type {{ states: number, seconds: number }} */ { states, seconds }) => states / seconds / 1e6;
    const rate = (/** @type {Measured | undefined} */ one) => (one === undefined ? "?" : `${number(millions(one))} million/s`);
    /** @param {string} what What was searched. @param {Measured | undefined} one How long it took. @param {number} goal The least rate, in millions. */
    const row = (what, one, goal) => ({
      what, ours: `${rate(one)}${one?.bytes_each ? `, ${number(one.bytes_each)} bytes each` : ""}`, goal: `≥ ${goal} million/s, ≤ 40 bytes`,
      met: one !== undefined && millions(one) >= goal && (one.bytes_each ?? 0) <= 40,
    });
    const [article, peer] = [named("article"), named("stateright")];
    const share = article && peer ? number(millions(article) / millions(peer)) : "?";
    return [
      { what: "search of the article’s protocol, natively", ours: `${rate(article)}, ${share} of stateright’s`, peer: `${rate(peer)}, stateright` },
      row("search of Raft, natively", named("raft"), 2),
      row("  servers that are alike told apart", named("raft, nobody alike"), 2),
      row("search of Raft, in Node", node.then, 1.5),
      row("search of Raft, in Chromium", chromium.then, 1.5),
      { what: "  the first search there, which is compiled meanwhile", ours: rate(chromium.first) },
    ];
  },
};

/**
 * Calls a function of `modules.js` in a browser.
 * @template {keyof Modules} Name
 * @param {World} world Where.
 * @param {Name} name Which one.
 * @returns {Promise<Awaited<ReturnType<Modules[Name]>>>} What it measured, by name.
 */
async function inBrowser({ browser, modulesUrl }, name) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    await page.goto(modulesUrl);
    return await page.evaluate(async ([module, name]) => (await import(module))[name](), /** @type {const} */ (["./modules.js", name]));
  } finally {
    await page.close();
  }
}
