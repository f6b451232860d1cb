// What is measured, what it should be, and what the best of other pages and libraries was measured to need: headless
// Chromium on two cores.

import { accessibility, example_steps, first_paint, idle, load, long_run } from "./built.js";
import { duration, number, quantile, median } from "./table.js";

/** @import { Browser } from "@playwright/test" */
/** @import { Row } from "./table.js" */
/** @typedef {typeof import("./modules.js")} Modules */

/**
 * @typedef {object} World
 * @property {Browser} browser The browser.
 * @property {string} built_url Where the built page is served.
 * @property {string} modules_url Where `bench/index.html` is served.
 */

/** Each part measures by itself and says what came out. @type {Record<string, (world: World) => Promise<Row[]>>} */
export const parts = {
  async page({ browser, built_url }) {
    const files = await load(browser, built_url);
    const kilobytes = files.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
    const paints = [];
    for (let round = 0; round < 8; round += 1) paints.push(await first_paint(browser, built_url));
    const warm = paints.slice(1);
    return [
      { what: "page, wasm included, gzipped", ours: `${number(kilobytes)} kB`, goal: "≤ 118 kB", peer: "98 kB", met: kilobytes <= 118 },
      ...files.map(({ file, bytes }) => ({ what: `  ${file}`, ours: `${number(bytes / 1000)} kB` })),
      { what: "requests of a first load", ours: `${files.length}`, goal: "≤ 6", peer: "8", met: files.length <= 6 },
      duration("first contentful paint", warm.map(({ contentful }) => contentful), { limit_ms: 150, peer: "168 ms" }),
      duration("the heads of five servers painted", warm.map(({ heads }) => heads), { peer: "168 ms" }),
      duration("  after the first paint", warm.map(({ heads, contentful }) => heads - contentful), { limit_ms: 150 }),
    ];
  },

  async idle({ browser, built_url }) {
    const { busy, callbacks, animations } = await idle(browser, built_url);
    // To ask how busy it was keeps the main thread busy, too.
    const met = callbacks === 0 && animations === 0 && busy < 1;
    const ours = `${number(busy)} ms/s; ${callbacks} timers and frames, ${animations} animations`;
    return [{ what: "main thread while nothing moves", ours, goal: "none", peer: "20 ms/s", met }];
  },

  async ladder(world) {
    const { first, step, back, jump } = await in_browser(world, "ladder");
    return [
      duration("conversation of 10,000: one step more", step, { limit_ms: 4, peer: "150 ms in one SVG" }),
      duration("conversation of 10,000: one step back", back),
      { ...duration("conversation of 10,000: a jump anywhere", jump), goal: "p95 < 50 ms", met: quantile(jump, 0.95) < 50 },
      duration("conversation of 10,000: drawn for the first time, laid out from nothing", first),
    ];
  },

  async servers(world) {
    const { rest, spread } = await in_browser(world, "servers");
    return [
      duration("five logs of 1,000 entries: one grows", rest, { limit_ms: 4, peer: "316 ms" }),
      duration("five logs of 1,000 entries, spread out: one grows", spread),
    ];
  },

  async whole({ browser, built_url }) {
    const example = await example_steps(browser, built_url);
    const runs = [];
    for (let round = 0; round < 4; round += 1) runs.push(await long_run(browser, built_url));
    const jumps = runs.flatMap((run) => run.jumps);
    return [
      duration("whole page: a step of the article’s example", example),
      duration("whole page: a step at the end of 10,000 moments", runs.flatMap(({ steps }) => steps), { limit_ms: 8 }),
      duration("whole page: a run of 10,000 moments, its last screen painted", runs.map(({ opened }) => opened), { limit_ms: 300 }),
      duration("  the same of a run of one moment", runs.map(({ short }) => short)),
      { ...duration("whole page: a jump anywhere in 10,000 moments", jumps), goal: "p95 < 50 ms", met: quantile(jumps, 0.95) < 50 },
    ];
  },

  async wasm(world) {
    const { read_article, read_article_start, article_length, read_long, long_length, seek, seek_alone } = await in_browser(world, "wasm");
    const action_us = ((median(read_article) - median(read_article_start)) / article_length) * 1000;
    const microseconds = (/** @type {number} */ value) => `${number(value)} µs`;
    return [
      { what: "one action of the article’s example, without sentences", ours: microseconds(action_us), goal: "< 3 µs", met: action_us < 3 },
      { what: "  with its share of reading the text", ours: microseconds((median(read_article) / article_length) * 1000) },
      { what: "  the same in a run of 10,000 actions", ours: microseconds((median(read_long) / long_length) * 1000) },
      { ...duration("seek anywhere in 10,000 actions, without the frame", seek_alone), goal: "< 16 ms", met: quantile(seek_alone, 1) < 16 },
      { ...duration("seek anywhere in 10,000 actions, with the frame", seek), goal: "< 16 ms", met: quantile(seek, 1) < 16 },
    ];
  },

  async axe({ browser, built_url }) {
    const rules = await accessibility(browser, built_url);
    const ours = [rules.length, ...rules].join(" ");
    return [{ what: "rules of axe violated", ours, goal: "0", peer: "3", met: rules.length === 0 }];
  },

  async disks(world) {
    const { append, set_keys, append_at_once, read } = await in_browser(world, "disks");
    const share = median(append) / median(set_keys);
    return [
      duration("5,000 appends to disks, one by one", append, { peer: "853 ms, one value" }),
      { what: "  as a multiple of the browser’s own work", ours: number(share), goal: "≤ 1.30", met: share <= 1.3 },
      duration("  the browser’s own work for 5,000 keys", set_keys),
      duration("5,000 appends to disks, in one write", append_at_once),
      duration("a room of 5,000 entries read back", read),
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
async function in_browser({ browser, modules_url }, name) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    await page.goto(modules_url);
    return await page.evaluate(async ([module, name]) => (await import(module))[name](), /** @type {const} */ (["./modules.js", name]));
  } finally {
    await page.close();
  }
}
