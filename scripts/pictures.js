// `npm run pictures`: draws anew what shows the page elsewhere, in the type that this machine has: the picture in the README
// and the one that goes along with a link to the page. What is missing is installed first.

import path from "node:path";
import { browserFlags, ensureBrowser, findBrowser } from "./browser.js";
import { buildSite } from "./build.js";
import { main, root, say } from "./run.js";
import { checkNode, ensureNodeModules } from "./tools.js";

/** @import { Browser } from "@playwright/test" */

/**
 * A picture: where it lies, and the window that it shows, in px, with how large it is drawn.
 * @typedef {{file: string, width: number, height: number, scale: number}} Picture
 */

/** @type {readonly Picture[]} */
const pictures = [
  { file: "docs/catchup.png", width: 1440, height: 900, scale: 1 },
  { file: "public/preview.png", width: 1440, height: 756, scale: 1200 / 1440 },
];

/** The article's example, as dick sends tom the entries that it is missing. */
const address = "#sandbox";
const moment = "9";

await main(async () => {
  checkNode();
  await ensureNodeModules();
  await buildSite();
  await ensureBrowser();
  const { preview } = await import("vite");
  const { chromium } = await import("@playwright/test");
  const served = await preview({ preview: { host: "127.0.0.1", port: 0 } });
  const executable = findBrowser();
  const browser = await chromium.launch({ args: browserFlags, ...(executable === null ? {} : { executablePath: executable }) });
  try {
    for (const picture of pictures) await draw(browser, `${served.resolvedUrls?.local[0]}${address}`, picture);
  } finally {
    await browser.close();
    await served.close();
  }
});

/**
 * Draws a picture of the page, as somebody sees it who has been here before.
 * @param {Browser} browser The browser.
 * @param {string} url The page's address.
 * @param {Picture} picture Which picture.
 */
async function draw(browser, url, { file, width, height, scale }) {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale, colorScheme: "light", reducedMotion: "reduce" });
  await page.addInitScript(() => localStorage.setItem("catchup/settings/met", "yes"));
  await page.goto(url);
  const slider = page.getByRole("slider", { name: "Moment", exact: true });
  await slider.fill(moment);
  await slider.blur();
  await page.getByText(new RegExp(`^Step ${moment} of \\d+$`)).waitFor();
  await page.screenshot({ path: path.join(root, file), animations: "disabled" });
  await page.close();
  say(`Drawn: ${file}`);
}
