// Opens the built page as a person would, each time in a browser that never saw it, and looks at what that takes.
// All durations are in milliseconds.

import { gzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";

/** @import { Browser, Page } from "@playwright/test" */

const viewport = { width: 1280, height: 800 };
const serverCount = 5;
/** What a message of the conversation is in the page. */
const messages = "#ladder [role='listitem']";

/**
 * @param {Browser} browser The browser.
 * @param {string} url The built page.
 * @returns {Promise<{file: string, bytes: number, isLate: boolean}[]>} Everything that the first load asks for, with its size when packed, and whether it is asked for only when the servers stand there.
 */
export function load(browser, url) {
  return withPage(browser, async (page) => {
    /** @type {Promise<{file: string, bytes: number}>[]} */
    const files = [];
    page.on("response", (response) => files.push(response.body().then((body) => packed(response.url(), body))));
    await page.addInitScript(() => new MutationObserver((_changes, observer) => {
      if (document.querySelector("section.head") === null) return;
      observer.disconnect();
      performance.mark("stands");
    }).observe(document, { childList: true, subtree: true }));
    await open(page, url);
    await page.waitForLoadState("networkidle");
    const late = await page.evaluate(() => {
      const [stands] = performance.getEntriesByName("stands");
      return performance.getEntriesByType("resource").filter(({ startTime }) => stands && startTime > stands.startTime).map(({ name }) => name);
    });
    // The browser fetches the icon when it likes, and often past all that listen.
    const icon = await page.locator("link[rel=icon]").evaluate((link) => /** @type {HTMLLinkElement} */ (link).href);
    if (!(await Promise.all(files)).some(({ file }) => icon.endsWith(file))) {
      files.push(page.request.get(icon).then((response) => response.body()).then((body) => packed(icon, body)));
    }
    const isLate = (/** @type {string} */ file) => !icon.endsWith(file) && late.some((url) => url.endsWith(`/${file}`));
    const once = new Map((await Promise.all(files)).map((one) => [one.file, one]));
    return [...once.values()].map((one) => ({ ...one, isLate: isLate(one.file) }));
  });
}

/**
 * @param {Browser} browser The browser.
 * @param {string} url The built page.
 * @returns {Promise<{contentful: number, heads: number, whole: number}>} When something was painted first, when the heads of five servers were, and when
 * the page did at once whatever it was asked.
 */
export function firstPaint(browser, url) {
  return withPage(browser, async (page) => {
    await page.addInitScript(() => new MutationObserver((_changes, observer) => {
      if (document.documentElement.dataset["whole"] === undefined) return;
      observer.disconnect();
      performance.mark("whole");
    }).observe(document, { attributes: true, attributeFilter: ["data-whole"], subtree: true }));
    const heads = await timeToPaint(page, `${url}#sandbox`, "section.head", serverCount);
    const contentful = await page.evaluate(() => new Promise((/** @type {(value: number) => void} */ resolve) => {
      new PerformanceObserver((list) => {
        const entry = list.getEntriesByName("first-contentful-paint")[0];
        if (entry) resolve(entry.startTime);
      }).observe({ type: "paint", buffered: true });
    }));
    const whole = await page.evaluate(() => new Promise((/** @type {(value: number) => void} */ resolve) => {
      new PerformanceObserver((list) => {
        const mark = list.getEntriesByName("whole")[0];
        if (mark) resolve(mark.startTime);
      }).observe({ type: "mark", buffered: true });
    }));
    return { contentful, heads, whole };
  });
}

/**
 * Watches the page while nothing moves, in the middle of the example.
 * @param {Browser} browser The browser.
 * @param {string} url The built page.
 * @returns {Promise<{busy: number, callbacks: number, animations: number}>} How long its main thread was busy in a second; how many timers and
 * frames called back, and how many animations ran, in all.
 */
export function idle(browser, url) {
  return withPage(browser, async (page) => {
    await page.addInitScript(() => {
      const counted = { callbacks: 0 };
      Object.assign(window, { counted });
      for (const name of /** @type {const} */ (["requestAnimationFrame", "requestIdleCallback", "setTimeout", "setInterval"])) {
        const own = /** @type {(...args: any[]) => number} */ (window[name]);
        const counting = (/** @type {(...args: unknown[]) => void} */ callback, /** @type {unknown[]} */ ...rest) => {
          const countedCallback = (/** @type {unknown[]} */ ...args) => {
            counted.callbacks += 1;
            callback(...args);
          };
          return own.call(window, countedCallback, ...rest);
        };
        Object.assign(window, { [name]: counting });
      }
    });
    await open(page, `${url}#sandbox`);
    const step = page.getByRole("button", { name: "Step", exact: true });
    for (let count = 0; count < 8; count += 1) await step.click();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Performance.enable");
    const state = async () => {
      const { callbacks } = await page.evaluate(() => /** @type {{counted: {callbacks: number}} & Window} */ (/** @type {unknown} */ (window)).counted);
      const { metrics } = await devtools.send("Performance.getMetrics");
      return { callbacks, task_seconds: metrics.find(({ name }) => name === "TaskDuration")?.value ?? NaN };
    };
    await page.waitForTimeout(2000);
    const before = await state();
    const seconds = 5;
    await page.waitForTimeout(seconds * 1000);
    const after = await state();
    const animations = await page.evaluate(() => document.getAnimations().length);
    return { busy: ((after.task_seconds - before.task_seconds) * 1000) / seconds, callbacks: after.callbacks - before.callbacks, animations };
  });
}

/**
 * @param {Browser} browser The browser.
 * @param {string} url The built page.
 * @returns {Promise<string[]>} The names of axe's rules that are violated at the start or in the middle of the example, in light and dark, wide and narrow.
 */
export async function accessibility(browser, url) {
  const violated = new Set();
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    for (const width of [1280, 390]) {
      await withPage(browser, async (page) => {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await open(page, `${url}#sandbox`);
        for (const steps of [0, 8]) {
          for (let count = 0; count < steps; count += 1) await page.getByRole("button", { name: "Step", exact: true }).click();
          for (const { id } of (await new AxeBuilder({ page }).analyze()).violations) violated.add(id);
        }
      });
    }
  }
  return [...violated].sort();
}

/**
 * Takes all steps of the article's example, several times, with the whole page drawn.
 * @param {Browser} browser The browser.
 * @param {string} url The built page.
 * @returns {Promise<number[]>} How long each took, layout included.
 */
export function exampleSteps(browser, url) {
  return withPage(browser, async (page) => {
    await open(page, `${url}#sandbox`);
    /** @type {number[]} */
    const samples = [];
    for (let round = 0; round < 4; round += 1) {
      const durations = await pressUntilBlocked(page, "Step");
      if (round > 0) samples.push(...durations);
      // Unlike going back, this empties the disks, so that they are written again.
      await page.getByRole("button", { name: "Reset", exact: true }).click();
    }
    return samples;
  });
}

/**
 * Opens a run of 10,000 moments at its end, jumps about in it, nominates a server at its end and takes the steps that
 * follow, several times.
 * @param {Browser} browser The browser.
 * @param {string} url The built page.
 * @returns {Promise<{opened: number, short: number, within: number, jumps: number[], steps: number[]}>} How long it took until the last
 * screen was painted, the same of a run of one moment, and of the long one in a page that stood there already; each jump and each step, layout included.
 */
export async function longRun(browser, url) {
  const moments = 10_000;
  const nomination = "client dick youre_the_leader\nsettle\n";
  const momentsANomination = 15;
  const text = `title Ten thousand\nprotocol ask_length\nservers every tom dick and harry\n${nomination.repeat(Math.ceil(moments / momentsANomination))}`;
  const link = (/** @type {number} */ moment) => `${url}#1/${moment}/plain,${encodeURIComponent(moment > 1 ? text : text.slice(0, text.indexOf("settle")))}`;
  const short = await withPage(browser, (page) => timeToPaint(page, link(1), messages, 1));
  const within = await withPage(browser, async (page) => {
    await open(page, `${url}#sandbox`);
    await page.locator("html[data-whole]").waitFor();
    return timeToGo(page, new URL(link(moments)).hash, moments);
  });
  return withPage(browser, async (page) => {
    const opened = await timeToPaint(page, link(moments), messages, 1);
    const jumps = await jumpAbout(page, moments);
    /** @type {number[]} */
    const samples = [];
    for (let round = 0; round < 4; round += 1) {
      await page.getByRole("button", { name: "Nominate tom", exact: true }).click();
      const durations = await pressUntilBlocked(page, "Step");
      if (round > 0) samples.push(...durations);
    }
    return { opened, short, within, jumps, steps: samples };
  });
}

/**
 * Opens an address and waits until something was painted. The page says so itself: to ask it from outside would put the script of the one who
 * asks into it, whose reading takes a tenth of the processor's time that is measured.
 * @param {Page} page A page that shows nothing yet.
 * @param {string} url The address to open.
 * @param {string} selector What is to be painted.
 * @param {number} count How many of it.
 * @returns {Promise<number>} How long that took.
 */
async function timeToPaint(page, url, selector, count) {
  await page.addInitScript(([selector, count]) => {
    const observer = new MutationObserver(() => {
      if (document.querySelectorAll(selector).length < count) return;
      observer.disconnect();
      // As soon as the frame is painted, and before whatever the page has put off until then.
      requestAnimationFrame(() => scheduler.postTask(() => console.debug(`painted ${performance.now()}`), { priority: "user-blocking" }));
    });
    observer.observe(document, { childList: true, subtree: true });
  }, /** @type {const} */ ([selector, count]));
  const painted = page.waitForEvent("console", (message) => message.text().startsWith("painted "));
  await page.goto(url);
  return Number((await painted).text().slice("painted ".length));
}

/**
 * Goes to a run by its address, in a page that stands there, and waits until its last screen was painted.
 * @param {Page} page The page.
 * @param {string} hash What stands behind the page's address, with its `#`.
 * @param {number} moments How many moments the run has at least.
 * @returns {Promise<number>} How long that took.
 */
function timeToGo(page, hash, moments) {
  return page.evaluate(([hash, moments]) => new Promise((/** @type {(value: number) => void} */ resolve) => {
    const start = performance.now();
    const observer = new MutationObserver(() => {
      const slider = document.querySelector("#playback input[type=range]");
      if (!(slider instanceof HTMLInputElement) || Number(slider.value) < moments || !document.querySelector("#ladder [role='listitem']")) return;
      observer.disconnect();
      requestAnimationFrame(() => scheduler.postTask(() => resolve(performance.now() - start), { priority: "user-blocking" }));
    });
    observer.observe(document, { childList: true, subtree: true, attributes: true });
    location.hash = hash;
  }), /** @type {const} */ ([hash, moments]));
}

/**
 * Moves the slider to moments all over the run, and ends at its end.
 * @param {Page} page The page.
 * @param {number} moments How many there are.
 * @returns {Promise<number[]>} How long each jump took until all was drawn and laid out.
 */
function jumpAbout(page, moments) {
  return page.getByRole("slider", { name: "Moment", exact: true }).evaluate(async (slider, moments) => {
    if (!(slider instanceof HTMLInputElement)) throw new Error("the slider is no slider");
    const durations = [];
    const count = 60;
    for (let round = 1; round <= count; round += 1) {
      for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const start = performance.now();
      // Steps of the golden section come everywhere, near and far, forwards and back.
      slider.value = `${round === count ? moments : Math.floor(((round * 0.618034) % 1) * moments)}`;
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      slider.dispatchEvent(new Event("change", { bubbles: true }));
      document.body.getBoundingClientRect();
      durations.push(performance.now() - start);
    }
    return durations;
  }, moments);
}

/**
 * Presses a button as long as it can be pressed.
 * @param {Page} page The page.
 * @param {string} name The button's name.
 * @returns {Promise<number[]>} How long each press took until all was drawn and laid out.
 */
function pressUntilBlocked(page, name) {
  return page.getByRole("button", { name, exact: true }).evaluate(async (button) => {
    const durations = [];
    while (button instanceof HTMLElement && button.ariaDisabled !== "true" && !button.hasAttribute("disabled")) {
      for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const start = performance.now();
      button.click();
      document.body.getBoundingClientRect();
      durations.push(performance.now() - start);
    }
    return durations;
  });
}

/**
 * @param {string} url Where it came from.
 * @param {Buffer} body What came.
 */
function packed(url, body) {
  const file = new URL(url).pathname.split("/").at(-1) || "index.html";
  return { file, bytes: gzipSync(body, { level: 9 }).length };
}

/**
 * Does something with the page in a browser without any past.
 * @template T
 * @param {Browser} browser The browser.
 * @param {(page: Page) => Promise<T>} work What to do.
 * @returns {Promise<T>} What came out.
 */
async function withPage(browser, work) {
  const context = await browser.newContext({ viewport });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/**
 * @param {Page} page A page.
 * @param {string} url The address to open.
 */
async function open(page, url) {
  await page.goto(url);
  await page.getByRole("slider", { name: "Moment", exact: true }).waitFor();
}
