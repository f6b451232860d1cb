// What everybody does on the page first, tried in a browser other than the one in which all the rest is tested.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { preview } from "vite";
import { startBrowser } from "./drivers.js";

/** @import { Browser } from "./webdriver.js" */

/** How long something may take to show, in ms; far more than it does. */
const patience = 30_000;

/**
 * The tests.
 * @param {"firefox" | "webkit"} name The browser.
 */
export function smoke(name) {
  describe(`the built page in ${name}`, () => {
    /** @type {Browser} */
    let browser;
    let address = "";
    /** @type {() => Promise<void>} */
    let end;

    before(async () => {
      const server = await preview({ preview: { host: "127.0.0.1", port: 0 } });
      address = server.resolvedUrls?.local[0] ?? "";
      const started = await startBrowser(name).catch(async (error) => {
        await server.close();
        throw error;
      });
      browser = started.browser;
      end = async () => {
        await started.end();
        await server.close();
      };
      await browser.resize(1440, 1000);
    });
    after(() => end?.());

    test("it opens, and can be stepped", async () => {
      await browser.open(`${address}#sandbox`);
      await shows(browser, 0);
      for (let moment = 1; moment <= 9; moment += 1) {
        await press(browser, "Step");
        await shows(browser, moment);
      }
    });

    test("lanes, arrows and the leader’s bar have their length", async () => {
      const sizes = await browser.run(() => {
        const sizesOf = (/** @type {string} */ selector) => [...document.querySelectorAll(selector)].map((line) => {
          const { width, height } = line.getBoundingClientRect();
          return { width, height };
        });
        // The arrow of the last step may still be travelling.
        for (const animation of document.getAnimations()) animation.finish();
        return { lanes: sizesOf("svg .lifeline:not(.future)"), arrows: sizesOf("svg .a:is(.delivered, .flight)"), bars: sizesOf("svg .leader") };
      });
      const lengths = (/** @type {{width: number, height: number}[]} */ lines) => lines.map(({ width, height }) => Math.round(Math.hypot(width, height)));
      assert.ok(sizes.lanes.filter(({ height }) => height > 300).length >= 5, `lanes: ${lengths(sizes.lanes)}`);
      assert.ok(sizes.arrows.length >= 10 && sizes.arrows.every(({ width }) => width > 60), `arrows: ${lengths(sizes.arrows)}`);
      assert.ok(sizes.arrows.every(({ height }) => height > 2), `slopes: ${sizes.arrows.map(({ height }) => height)}`);
      assert.ok(sizes.bars.some(({ height }) => height > 300), `bars: ${lengths(sizes.bars)}`);
    });

    test("a message that is dropped gets its cross", async () => {
      await press(browser, "Drop message 9");
      await until(browser, "a cross", () => [...document.querySelectorAll("svg .head-bad")].some((mark) => mark.getBoundingClientRect().top > 0));
    });

    test("a server is killed and restarted", async () => {
      await press(browser, "Kill harry");
      await until(browser, "Restart harry", hasButton, "Restart harry");
      await press(browser, "Restart harry");
      await until(browser, "Kill harry", hasButton, "Kill harry");
    });

    test("a link is made", async () => {
      await press(browser, "Copy link");
      await until(browser, "a word about the link", () => /\blink\b/i.test(`${document.getElementById("notices")?.textContent} ${document.querySelector("[role=status]")?.textContent}`));
    });

    test("after a reload the disks are as they were", async () => {
      await browser.reload();
      await until(browser, "dick’s log", holdsLog, "dick", "set a 1");
    });

    test("the conversation is drawn as a picture", async () => {
      await press(browser, "Share");
      await press(browser, "Save PNG");
      await until(browser, "that it is saved", () => document.querySelector("dialog.share [role=status]")?.textContent === "The PNG is saved.");
      await press(browser, "Close");
    });

    test("away and back again, it works", async () => {
      await browser.open(`${address}licenses.md`);
      await browser.back();
      await until(browser, "dick’s log", holdsLog, "dick", "set a 1");
      await press(browser, "Nominate dick");
      await press(browser, "Settle");
      await until(browser, "every’s log", holdsLog, "every", "set d 4");
    });

    test("the one file opens from the disk, and can be stepped", async () => {
      await browser.open(`${new URL("../../dist/catchup.html", import.meta.url).href}#sandbox`);
      // A browser that gives files a process of their own may show the page before for a while.
      await until(browser, "the file", () => location.protocol === "file:");
      await until(browser, "Step", hasButton, "Step");
      await press(browser, "To the start");
      await shows(browser, 0);
      await press(browser, "Step");
      await shows(browser, 1);
    });
  });
}

/**
 * Waits for a moment to be shown.
 * @param {Browser} browser The browser.
 * @param {number} moment The moment.
 */
async function shows(browser, moment) {
  await until(browser, `moment ${moment}`, (value) => /** @type {HTMLInputElement | null} */ (document.querySelector("#playback input[type=range]"))?.value === value, `${moment}`);
}

/**
 * Clicks a button.
 * @param {Browser} browser The browser.
 * @param {string} name The button's whole name.
 */
async function press(browser, name) {
  await until(browser, name, hasButton, name);
  await browser.click((wanted) => [...document.querySelectorAll("button")].find((button) =>
    (button.getAttribute("aria-label") ?? button.textContent ?? "").replace(/\s+/g, " ").trim() === wanted && button.checkVisibility()), name);
}

/**
 * Runs in the page.
 * @param {string} wanted A name.
 * @returns {boolean} Whether a button of that name is shown.
 */
function hasButton(wanted) {
  return [...document.querySelectorAll("button")].some((button) =>
    (button.getAttribute("aria-label") ?? button.textContent ?? "").replace(/\s+/g, " ").trim() === wanted && button.checkVisibility());
}

/**
 * Runs in the page.
 * @param {string} server A server's name.
 * @param {string} entry A command.
 * @returns {boolean} Whether the server's log shows it.
 */
function holdsLog(server, entry) {
  return (document.querySelector(`[aria-label="Log of ${server}"]`)?.textContent ?? "").replace(/\s+/g, " ").includes(entry);
}

/**
 * Waits until something holds in the page.
 * @param {Browser} browser The browser.
 * @param {string} what What it is, in words.
 * @param {(...args: any[]) => boolean} holds Says in the page whether it does.
 * @param {...unknown} args What `holds` is given.
 */
async function until(browser, what, holds, ...args) {
  const start = Date.now();
  while (!await browser.run(holds, ...args)) {
    const alert = await browser.run(() => document.querySelector("[role=alert]")?.textContent ?? "");
    // A page that is just going away says nothing at all.
    assert.equal(alert ?? "", "", "what the page says");
    assert.ok(Date.now() - start < patience, `${what} did not show`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
