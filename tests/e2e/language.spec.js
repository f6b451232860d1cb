// The language of the page: it is the browser’s, can be chosen, and is kept. All tests else speak English.

import { expect } from "@playwright/test";
import { test } from "./test.js";

test.use({ locale: "de-AT" });

test("the page speaks the browser’s language, or another one that is chosen, and goes on where it was", async ({ page }) => {
  await page.goto("./");
  await expect(page.getByText("Drücke Schritt, um anzufangen.")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page).toHaveTitle("Zwei Server, ein Gespräch · Catchup");
  await expect(page.locator("meta[name=description]")).toHaveAttribute("content", /^Fünf höfliche Server/);
  await page.keyboard.press("ArrowRight");
  // The first step of the first visit, from where the lesson opens, waits for what the page learns after it is drawn.
  const moment = "3";
  await expect(page.getByRole("slider")).toHaveValue(moment);
  await page.getByRole("button", { name: "Hilfe" }).click();
  await page.getByRole("combobox", { name: "Language" }).selectOption("English");
  await expect(page.getByRole("button", { name: "Break it" })).toBeVisible();
  await expect(page.getByRole("slider")).toHaveValue(moment);
  // The lesson, too, which was begun in the other language.
  await expect(page.getByRole("heading", { name: "Two servers, one conversation" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Break it" })).toBeVisible();
  // A link can choose, too, for this visit.
  await page.goto("./?lang=de");
  await expect(page.getByRole("button", { name: "Kaputt machen" })).toBeVisible();
  // All lessons have come by then.
  await page.waitForLoadState("networkidle");
  await page.context().setOffline(true);
  await page.getByRole("combobox", { name: "Lektion" }).selectOption("10 · Abbildung 7");
  await expect(page.getByRole("heading", { name: "Abbildung 7" })).toBeVisible();
  // Its words are long, and still the lesson's title has its room, however large the type is.
  for (const [width, height] of [[1400, 900], [1536, 864], [1600, 900], [1920, 1080], [2400, 1300]]) {
    await page.setViewportSize({ width: width ?? 0, height: height ?? 0 });
    const rems = await page.getByRole("combobox", { name: "Lektion" }).evaluate((list) => list.clientWidth / parseFloat(getComputedStyle(document.documentElement).fontSize));
    expect(rems, `at ${width} px the list of lessons is wide enough`).toBeGreaterThan(11);
  }
});

test("where nothing is kept, the run and the language are in the address", async ({ page, context }) => {
  await page.goto("./#sandbox");
  await expect(page.locator("html")).toHaveAttribute("data-whole", "");
  // Another tab has the room by then, so what is done here lies in memory alone.
  const other = await context.newPage();
  await other.goto("./#sandbox");
  await expect(other.getByText("Ein anderer Tab hat diesen Raum offen")).toBeVisible();
  for (const moment of ["1", "2"]) {
    await other.keyboard.press("ArrowRight");
    await expect(other.getByRole("slider")).toHaveValue(moment);
  }
  await other.getByRole("button", { name: "Hilfe" }).click();
  await other.getByRole("combobox", { name: "Language" }).selectOption("English");
  await expect(other.getByRole("button", { name: "Break it" })).toBeVisible();
  await expect(other.getByRole("slider")).toHaveValue("2");
});

test("a page in a frame stays one, and where it stands, when another language is chosen", async ({ page }) => {
  await page.goto("./?embed#sandbox");
  await expect(page.getByRole("link", { name: "Ganz öffnen" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("slider")).toHaveValue("1");
  await page.keyboard.press("?");
  await page.getByRole("combobox", { name: "Language" }).selectOption("English");
  await expect(page.getByRole("link", { name: "Open in full" })).toBeVisible();
  await expect(page.getByRole("slider")).toHaveValue("1");
  await expect(page.getByRole("banner")).toBeHidden();
});
