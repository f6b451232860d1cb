// A browser whose letters a person has made twice as large: the page has the form for as many letters as fit.

import { browserFlags, findBrowser } from "../../scripts/browser.js";
import { expect, test } from "./test.js";
import { open, step } from "./catchup.js";
import { misplaced } from "./layout.js";

const executable = findBrowser();

test.use({ launchOptions: { args: [...browserFlags, "--blink-settings=defaultFontSize=32"], ...(executable === null ? {} : { executablePath: executable }) } });

for (const { width, height } of [{ width: 1440, height: 900 }, { width: 1024, height: 768 }]) {
  test(`at ${width} px every control can be hit, and nothing is cut off sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page);
    expect(await page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize))).toBeGreaterThanOrEqual(30);
    await step(page, 4);
    expect(await misplaced(page, "body")).toEqual([]);
  });
}
