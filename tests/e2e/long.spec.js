// A long conversation: only what is looked at stands in the page, and nobody misses the rest.

import { expect, test } from "./test.js";
import { conversation, expectMoment, open, slider } from "./catchup.js";

/** @import { Page } from "@playwright/test" */

/** Each nomination sends eight messages, and takes nine moments. */
const NOMINATIONS = 100;
const MESSAGES = NOMINATIONS * 8;
const TEXT = `title Eight hundred\nprotocol ask_length\nservers dick tom harry\n${"client dick youre_the_leader\nsettle\n".repeat(NOMINATIONS)}`;
const ADDRESS = `#1/${NOMINATIONS * 9}/plain,${encodeURIComponent(TEXT)}`;

/**
 * @param {Page} page The page.
 * @param {number} id A message's number.
 */
const message = (page, id) => page.getByRole("list", { name: "Conversation", exact: true }).locator(`[aria-posinset="${id}"]`);

/**
 * Scrolls the conversation all the way up or down, as its scroll bar does.
 * @param {Page} page The page.
 * @param {"top" | "bottom"} end Where to.
 */
const scroll = (page, end) => page.locator("#ladder").evaluate((ladder, end) => ladder.scrollTo({ top: end === "top" ? 0 : ladder.scrollHeight, behavior: "instant" }), end);

for (const [form, width, height] of /** @type {const} */ ([["lanes", 1280, 800], ["staves", 390, 1200]])) {
  test(`what is looked at is drawn, and says which of how many it is, on ${form}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, ADDRESS);
    await expect(message(page, MESSAGES)).toBeInViewport();
    await expect(message(page, MESSAGES)).toHaveAttribute("aria-setsize", `${MESSAGES}`);
    expect(await conversation(page).count()).toBeLessThan(MESSAGES / 3);
    await scroll(page, "top");
    await expect(message(page, 1)).toBeInViewport();
    await expect(message(page, 1)).toContainText("client to dick: You’re the leader.");
    expect(await conversation(page).count()).toBeLessThan(MESSAGES / 3);
    await scroll(page, "bottom");
    await expect(message(page, MESSAGES)).toBeInViewport();
  });

  test(`wherever somebody jumps, now is seen, on ${form}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, ADDRESS);
    for (const moment of [450, 20, 899]) {
      await slider(page).fill(`${moment}`);
      await expectMoment(page, moment);
      await expect(conversation(page).and(page.locator("[aria-current='step']")).last()).toBeInViewport();
    }
  });
}

test("the arrow keys walk on where nothing was drawn yet", async ({ page }) => {
  await open(page, ADDRESS);
  const drawn = await conversation(page).count();
  await message(page, MESSAGES).focus();
  for (let id = MESSAGES - 1; id >= MESSAGES - drawn - 5; id -= 1) await page.keyboard.press("ArrowUp");
  await expect(message(page, MESSAGES - drawn - 5)).toBeFocused();
  await expect(message(page, MESSAGES - drawn - 5)).toBeInViewport();
});

test("who has the focus keeps it, however far the conversation is scrolled", async ({ page }) => {
  await open(page, ADDRESS);
  await message(page, MESSAGES).focus();
  await scroll(page, "top");
  await expect(message(page, 1)).toBeInViewport();
  await expect(message(page, MESSAGES)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(message(page, MESSAGES - 1)).toBeFocused();
});

test("nothing moves when what is above is drawn", async ({ page }) => {
  await open(page, ADDRESS);
  const place = () => message(page, MESSAGES).evaluate((item) => item.getBoundingClientRect().top - (item.closest("[role='list']")?.getBoundingClientRect().top ?? NaN));
  const before = await place();
  await scroll(page, "top");
  await expect(message(page, 1)).toBeInViewport();
  expect(await place()).toBeCloseTo(before, 1);
});

test("what is printed is the whole conversation", async ({ page }) => {
  await open(page, ADDRESS);
  await page.evaluate(() => addEventListener("beforeprint", () => (document.title = `${document.querySelectorAll("#ladder [role='listitem']").length} printed`)));
  await page.pdf();
  await expect(page).toHaveTitle(`${MESSAGES} printed`);
  expect(await conversation(page).count()).toBeLessThan(MESSAGES / 3);
});
