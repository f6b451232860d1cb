// The drawings as such: what every browser must be able to read of them.

import { expect, test } from "./test.js";
import { conversation, open, runScript, slider } from "./catchup.js";

/** @import { Page } from "@playwright/test" */

/** A conversation with everything that is drawn between lanes: arrows in each state, waits, links, tags, an entry's note. */
const EVERYTHING_DRAWN = `title Everything drawn
protocol walk_back
servers dick tom harry
client dick youre_the_leader
settle
client dick set a 1
client dick set b 2
deliver 7
deliver 8
deliver 14
deliver 11
drop 13
kill tom
deliver 10
cut dick harry
deliver 15
heal dick harry
restart tom
start bob
`;

/**
 * The lengths that only a style sheet may have, in what is drawn.
 * @param {Page} page The browser's page.
 * @returns {Promise<string[]>} Each element's name, attribute and value.
 */
async function remInDrawings(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll("svg, svg *")].flatMap((element) =>
      [...element.attributes].filter(({ name, value }) => name !== "style" && /\drem\b/.test(value)).map(({ name, value }) => `${element.localName} ${name}="${value}"`),
    ),
  );
}

for (const { what, width } of [
  { what: "lanes", width: 1440 },
  { what: "staves under heads", width: 800 },
  { what: "staves of a phone", width: 390 },
]) {
  test(`no length in a drawing is one that a browser may not know: ${what}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await open(page);
    await runScript(page, EVERYTHING_DRAWN);
    await slider(page).press("End");
    await expect(conversation(page).filter({ hasText: "(refused)" }).first()).toBeAttached();
    expect(await page.locator("svg line").count()).toBeGreaterThan(20);
    expect(await page.locator("svg svg").count()).toBeGreaterThan(0);
    expect(await remInDrawings(page)).toEqual([]);
  });
}

test("no length in the charts of Side by side is one that a browser may not know", async ({ page }) => {
  await open(page, "#side-by-side");
  await expect(page.getByRole("img", { name: /^Chart of messages/ }).first()).toBeVisible();
  expect(await remInDrawings(page)).toEqual([]);
});

test("a drawing has the scale of its labels, also when the letters of the page become larger", async ({ page }) => {
  await open(page);
  await runScript(page, EVERYTHING_DRAWN);
  await slider(page).press("End");
  await expect(conversation(page).filter({ hasText: "(refused)" }).first()).toBeAttached();
  // How far the ends of lines are from where they would be if one em were one rem.
  const furthest = () =>
    page.evaluate(() => {
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
      const ends = [...document.querySelectorAll("svg line")].map((line) => /** @type {SVGLineElement} */ (line).y2.baseVal);
      return Math.max(...ends.filter(({ valueAsString }) => !valueAsString.endsWith("%")).map(({ value, valueInSpecifiedUnits }) => Math.abs(value - valueInSpecifiedUnits * rem)));
    });
  expect(await furthest()).toBeLessThan(0.01);
  await page.evaluate(() => { document.documentElement.style.fontSize = "32px"; });
  await expect.poll(furthest).toBeLessThan(0.01);
});
