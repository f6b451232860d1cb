// Every moment looks the same from wherever one comes to it, down to the last attribute of what is drawn.

import { readFileSync } from "node:fs";
import { expectMoment, button, open, runScript, slider } from "./catchup.js";
import { expect, test } from "./test.js";

/** @import { Page } from "@playwright/test" */

/** A run with all that can befall servers, links, messages and disks. */
const [TROUBLES = ""] = readFileSync(new URL("../scripts/walk_back_all_that_can_befall.txt", import.meta.url), "utf8").split("---\n");

const LENGTH = 35;

/**
 * @param {Page} page The browser's page.
 * @returns {Promise<string>} All that is drawn of a moment: every element with its attributes and its text. Left out are what is spoken, since a step that is taken twice is spoken twice (the slider has the sentence too), that an arrow is just being drawn, and the terms at the upper edge, which follow the scrolling.
 */
async function drawn(page) {
  return page.evaluate(() => {
    /**
     * @param {Element} element An element.
     * @returns {string} It and what it holds, a line for each element.
     */
    const tell = (element) => {
      if (element.matches("[role=status], .says > [aria-live]") || element.classList.contains("term-signs")) return "";
      const attributes = [...element.attributes].map(({ name, value }) => `${name}=${JSON.stringify(value.replace(/ ?\b(travels|leftwards)\b/g, ""))}`).sort();
      const texts = [...element.childNodes].filter((node) => node instanceof Text).map(({ textContent }) => textContent?.trim());
      return `${[element.localName, ...attributes, ...texts].join(" ")}\n${[...element.children].map(tell).join("")}`;
    };
    return ["servers", "ladder", "side", "playback", "story"].map((id) => tell(/** @type {Element} */ (document.getElementById(id)))).join("");
  });
}

test("a step forward is the mirror of a step back, at every moment", async ({ page }) => {
  test.slow();
  await open(page, "#sandbox");
  await runScript(page, TROUBLES);
  await expectMoment(page, 0, LENGTH);
  const moments = [await drawn(page)];
  const go = async (/** @type {"Step" | "Back"} */ name, /** @type {number} */ moment) => {
    await button(page, name).press("Enter");
    await expectMoment(page, moment);
  };
  for (let moment = 1; moment <= LENGTH; moment += 1) {
    await go("Step", moment);
    moments.push(await drawn(page));
    await go("Back", moment - 1);
    expect(await drawn(page), `moment ${moment - 1}, from ahead`).toBe(moments[moment - 1]);
    await go("Step", moment);
    expect(await drawn(page), `moment ${moment}, a second time`).toBe(moments[moment]);
  }
  expect(new Set(moments).size).toBe(LENGTH + 1);
  for (const moment of [0, 12, 5, LENGTH, 12]) {
    await slider(page).fill(`${moment}`);
    await expectMoment(page, moment);
    expect(await drawn(page), `moment ${moment}, by the slider`).toBe(moments[moment]);
  }
});
