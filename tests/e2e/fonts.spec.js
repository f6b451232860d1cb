// That tests see the page in the type that they ask for.

import { FONTS, WIDE_FONT } from "./fonts.js";
import { open } from "./catchup.js";
import { expect, test } from "./test.js";

/** @import { Page } from "@playwright/test" */

/**
 * @param {Page} page The browser's page, opened.
 * @returns {Promise<{laid: number, measured: number}>} How wide a sentence is in the page's type: as it is laid, and as the ladder measures it.
 */
async function widthOf(page) {
  return page.evaluate(() => {
    const text = document.createElement("span");
    text.textContent = "How much of the log do you have?";
    text.style.cssText = "position: absolute; white-space: nowrap; font-size: 100px";
    document.body.append(text);
    const laid = text.getBoundingClientRect().width;
    const context = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
    context.font = `100px ${getComputedStyle(text).fontFamily}`;
    text.remove();
    return { laid, measured: context.measureText("How much of the log do you have?").width };
  });
}

/** Widths for 100 px, as the fonts themselves tell them. */
const widths = /** @type {Record<string, number>} */ ({ "DejaVu Sans": 1740, "DejaVu Serif": 1751, "Roboto Condensed": 1351 });

for (const font of FONTS) {
  test.describe(font, () => {
    test.use({ font });
    test(`the page is set in ${font}, from its first line on`, async ({ page }) => {
      await open(page);
      const { laid, measured } = await widthOf(page);
      expect(Math.abs(laid - (widths[font] ?? 0))).toBeLessThan(2);
      expect(Math.abs(measured - laid)).toBeLessThan(2);
    });
  });
}

test(`tests that ask for nothing see ${WIDE_FONT}`, async ({ page }) => {
  await open(page);
  expect(Math.abs((await widthOf(page)).laid - (widths[WIDE_FONT] ?? 0))).toBeLessThan(2);
});
