// Playwright's `test`, with the page's type chosen: the widest font by default, another one by `test.use({ font: … })`.

import { test as plain } from "@playwright/test";
import { WIDE_FONT, useFont } from "./fonts.js";

export { expect } from "@playwright/test";

/** @typedef {{font: string}} Options One of `FONTS` in fonts.js. */

export const test = plain.extend(/** @type {import("@playwright/test").Fixtures<Options, {}, import("@playwright/test").PlaywrightTestArgs>} */ ({
  font: [WIDE_FONT, { option: true }],
  context: async ({ context, font }, use) => {
    await useFont(context, font);
    await use(context);
    // What a test answers in the server's place may still be asked for when the test is done.
    for (const page of context.pages()) await page.unrouteAll({ behavior: "ignoreErrors" });
  },
}));
