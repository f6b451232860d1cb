// The language of the page: it can be chosen, and is kept. All tests else speak English.

import { expect } from "@playwright/test";
import { test } from "./test.js";

test.use({ locale: "de-AT" });

test("the page speaks another language when that is chosen, and goes on where it was; a draft is not chosen by the browser", async ({ page }) => {
  await page.goto("./");
  await expect(page.getByText("Press Step to begin.")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("slider")).not.toHaveValue("0");
  const moment = await page.getByRole("slider").inputValue();
  await page.getByRole("button", { name: "Help" }).click();
  await page.getByRole("combobox", { name: "Sprache" }).selectOption("Deutsch (Entwurf)");
  await expect(page.getByRole("button", { name: "Kaputt machen" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByRole("slider")).toHaveValue(moment);
  await page.reload();
  await expect(page.getByRole("button", { name: "Kaputt machen" })).toBeVisible();
  // A link can choose, too, for this visit.
  await page.goto("./?lang=en");
  await expect(page.getByRole("button", { name: "Break it" })).toBeVisible();
});
