// Starts what a browser is driven through, and ends all of it again.

import { spawn } from "node:child_process";
import { findFirefox, firefoxPrefs } from "../../scripts/browser.js";
import { freePort } from "../../scripts/run.js";
import { addOwnTools } from "../../scripts/tools.js";
import { Browser } from "./webdriver.js";

/** @import { ChildProcess } from "node:child_process" */

/** @typedef {"firefox" | "webkit"} BrowserName */

/**
 * Starts a browser.
 * @param {BrowserName} name Which.
 * @returns {Promise<{browser: Browser, end: () => Promise<void>}>} The browser, and how to end it and its driver.
 */
export async function startBrowser(name) {
  addOwnTools();
  /** @type {ChildProcess[]} */
  const started = [];
  const port = await freePort();
  const driver = `http://127.0.0.1:${port}`;
  const stop = () => started.toReversed().forEach((child) => child.kill());
  try {
    if (name === "firefox") {
      started.push(spawn("geckodriver", ["--host", "127.0.0.1", "--port", `${port}`], { stdio: "ignore" }));
    } else {
      const { child, display } = await startDisplay();
      started.push(child);
      started.push(spawn("WebKitWebDriver", ["--host=127.0.0.1", "-p", `${port}`], { stdio: "ignore", env: { ...process.env, ...webkitEnvironment, DISPLAY: display } }));
    }
    await answers(driver);
    const browser = await Browser.start(driver, capabilities(name));
    return { browser, end: async () => { await browser.quit().finally(stop); } };
  } catch (error) {
    stop();
    throw error;
  }
}

/** WebKitGTK draws without a graphics card, lets root start it, and asks for pages in English, whatever its user speaks. */
const webkitEnvironment = {
  LANGUAGE: "en",
  LC_ALL: "C.UTF-8",
  GDK_BACKEND: "x11",
  LIBGL_ALWAYS_SOFTWARE: "1",
  WEBKIT_DISABLE_COMPOSITING_MODE: "1",
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
};

/**
 * @param {BrowserName} name A browser.
 * @returns {Record<string, unknown>} What its driver is told.
 */
function capabilities(name) {
  // Its driver knows where its small browser lies.
  if (name === "webkit") return {};
  const binary = findFirefox();
  return { "moz:firefoxOptions": { args: ["-headless"], prefs: { ...firefoxPrefs, "intl.accept_languages": "en-US, en" }, ...(binary === null ? {} : { binary }) } };
}

/**
 * Starts a display that nobody sees.
 * @returns {Promise<{child: ChildProcess, display: string}>} Its process and its name.
 */
function startDisplay() {
  return new Promise((resolve, reject) => {
    const child = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
    child.on("error", reject).on("exit", (code) => reject(new Error(`Xvfb ended with ${code}`)));
    child.stdio[3]?.once("data", (number) => resolve({ child, display: `:${`${number}`.trim()}` }));
  });
}

/**
 * Waits until a driver is ready.
 * @param {string} driver Its address.
 */
async function answers(driver) {
  for (let tries = 0; tries < 300; tries += 1) {
    const ready = await fetch(`${driver}/status`).then((response) => response.ok, () => false);
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the driver at ${driver} does not answer`);
}
