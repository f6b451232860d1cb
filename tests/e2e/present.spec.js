// Presenting: big type, only what matters, and a clicker's keys.

import { expect } from "@playwright/test";
import { button, open, slider, status } from "./catchup.js";
import { test } from "./test.js";

/** @import { Page } from "@playwright/test" */

/**
 * @param {Page} page The browser's page.
 * @returns {Promise<number>} How large the text of the messages is, in px.
 */
async function sizeOfLabels(page) {
  const label = page.locator("#ladder .say").first();
  await expect(label).toBeVisible();
  return label.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
}

/**
 * @param {Page} page The browser's page.
 * @returns {Promise<boolean>} Whether nothing has to be scrolled to see all of the page.
 */
function fits(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return scrollWidth <= clientWidth && scrollHeight <= clientHeight;
  });
}

test("a clicker steps through what is shown in big type, until Escape", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page, "#lesson-two-servers");
  const before = await sizeOfLabels(page);
  await button(page, "Present").click();
  await expect(page.getByRole("complementary", { name: "Story" })).toBeHidden();
  await expect(page.getByRole("complementary", { name: "Client and network" })).toBeHidden();
  await expect(page.getByRole("banner")).toContainText("Two servers, one conversation");
  expect(await sizeOfLabels(page)).toBeGreaterThan(before);
  expect(await fits(page)).toBe(true);
  await page.keyboard.press("PageDown");
  await expect(slider(page)).toHaveValue("3");
  await page.keyboard.press("PageUp");
  await expect(slider(page)).toHaveValue("2");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("complementary", { name: "Story" })).toBeVisible();
  await expect(button(page, "Step")).toBeFocused();
  expect(await sizeOfLabels(page)).toBe(before);
});

test("the clicker steps also while the conversation, which could scroll, has the focus", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page, "?present#lesson-figure-7");
  const last = Number(await slider(page).getAttribute("max"));
  await page.keyboard.press("End");
  await expect(slider(page)).toHaveValue(`${last}`);
  await page.locator("#ladder[tabindex='0'], #ladder [tabindex='0']").first().focus();
  await page.keyboard.press("PageUp");
  await expect(slider(page)).toHaveValue(`${last - 1}`);
});

test("what a lesson asks is shown alone, and the next key shows what comes", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page, "?present#lesson-two-servers");
  const card = page.getByRole("group", { name: "What will harry answer?" });
  await expect(card).toBeHidden();
  await page.keyboard.press("PageDown");
  await expect(card).toBeVisible();
  await expect(page.getByRole("heading", { name: "Two servers, one conversation" })).toBeHidden();
  await expect(status(page)).not.toContainText("harry counts");
  expect(await fits(page)).toBe(true);
  await page.keyboard.press("PageDown");
  await expect(card).toBeHidden();
  await expect(status(page)).toContainText("harry counts 0 entries");
});

test("an address can begin it, and it is over for the next who opens the page", async ({ page }) => {
  await open(page, "?present#lesson-asked-twice");
  await expect(page.getByRole("complementary", { name: "Story" })).toBeHidden();
  await button(page, "End presenting").click();
  await expect(page.getByRole("complementary", { name: "Story" })).toBeVisible();
  expect(new URL(page.url()).search).toBe("");
  await expect(status(page)).not.toBeEmpty();
});
