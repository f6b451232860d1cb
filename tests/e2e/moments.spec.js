// Every moment looks the same from wherever one comes to it, down to the last attribute of what is drawn.

import { expectMoment, button, open, runScript, slider } from "./catchup.js";
import { expect, test } from "./test.js";

/** @import { Page } from "@playwright/test" */

/** What can befall servers, links, messages and disks, between deliveries. */
const TROUBLES = `protocol walk_back
servers dick tom harry
disk dick 1 set a 1
disk harry 2 set z 9
client dick youre_the_leader
deliver 1
duplicate 3
cut dick harry
deliver 4
deliver 3
drop 5
full tom
client dick set b 2
deliver 7
deliver 9
free tom
kill tom
restart tom
heal dick harry
prompt dick resend
deliver 12
start bob
kill harry
damage harry 1
wipe harry
restart harry
reload
`;

const LENGTH = 23;

/**
 * @param {Page} page The browser's page.
 * @returns {Promise<string>} All that is drawn of a moment: every element with its attributes and its text. What is spoken is left out, since a step that is taken twice is spoken twice; the slider has its sentence too.
 */
async function drawn(page) {
  return page.evaluate(() => {
    /**
     * @param {Element} element An element.
     * @returns {string} It and what it holds, a line for each element.
     */
    const tell = (element) => {
      if (element.getAttribute("role") === "status") return "";
      const attributes = [...element.attributes].map(({ name, value }) => `${name}=${JSON.stringify(value)}`).sort();
      const texts = [...element.childNodes].filter((node) => node instanceof Text).map(({ textContent }) => textContent?.trim());
      return `${[element.localName, ...attributes, ...texts].join(" ")}\n${[...element.children].map(tell).join("")}`;
    };
    return tell(/** @type {Element} */ (document.getElementById("page")));
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
