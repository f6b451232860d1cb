// Of several things that are asked for before they have come, only the last opens.

import { expect, test } from "./test.js";
import { button, open } from "./catchup.js";

/** @import { Page } from "@playwright/test" */

/**
 * Holds back parts of the page until they are let go.
 * @param {Page} page The browser's page.
 * @param {string} name How their files' names begin.
 * @returns {Promise<{ comes(): Promise<void> }>} `comes` lets them go, and ends when the page has done with them what it does.
 */
async function hold(page, name) {
  const urls = /** @type {string[]} */ ([]);
  let letGo = () => {};
  const held = /** @type {Promise<void>} */ (new Promise((resolve) => (letGo = resolve)));
  await page.route(`**/assets/${name}-*.js`, async (route) => {
    urls.push(route.request().url());
    await held;
    await route.continue();
  });
  return {
    async comes() {
      letGo();
      // What it says, then the part itself, with which the page does what it does in the same breath as this.
      await expect.poll(() => urls.length).toBe(2);
      await page.evaluate(async (urls) => {
        await Promise.all(urls.map((url) => import(url)));
        await new Promise((resolve) => setTimeout(resolve));
      }, urls);
    },
  };
}

test("Break it that comes after the script was asked for stays away", async ({ page }) => {
  await open(page);
  const part = await hold(page, "search");
  await button(page, "Break it").click();
  await button(page, "Script").click();
  await expect(page.getByRole("dialog", { name: "Script" })).toBeVisible();
  await part.comes();
  await expect(page.getByRole("dialog", { name: "Break it" })).toBeHidden();
  await page.keyboard.press("Escape");
  await button(page, "Break it").click();
  await expect(page.getByRole("dialog", { name: "Break it" })).toBeVisible();
});

test("the menu of a server that comes after the help was asked for stays away", async ({ page }) => {
  await open(page);
  const part = await hold(page, "trouble");
  await button(page, "Trouble for tom").click();
  await page.getByRole("banner").getByRole("button", { name: "Help" }).click();
  await expect(page.getByRole("dialog", { name: "How this works" })).toBeVisible();
  await part.comes();
  await expect(page.locator(".popover:popover-open")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await button(page, "Trouble for tom").click();
  await expect(page.getByRole("dialog", { name: "What can befall tom" })).toBeVisible();
});

test("the script that comes after a file was opened stays away", async ({ page }) => {
  await open(page);
  const part = await hold(page, "script");
  await button(page, "Script").click();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["protocol ask_length\nservers ann bob\n"], "two.txt", { type: "text/plain" }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  await expect(page.getByRole("region", { name: "bob", exact: true })).toBeVisible();
  await part.comes();
  await expect(page.getByRole("dialog", { name: "Script" })).toBeHidden();
});
