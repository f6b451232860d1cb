// What chooses for the person: a calm day, a storm, and Play where nothing is recorded any more.

import { expect, test } from "./test.js";
import { expectAccessible } from "./axe.js";
import { button, expectMoment, notice, open, openAtRest, openScript, slider, status } from "./catchup.js";

/** @import { Page } from "@playwright/test" */

/**
 * @param {Page} page The browser's page.
 * @returns {ReturnType<Page["getByRole"]>} The form.
 */
const form = (page) => page.getByRole("form", { name: "Let it run" });

/**
 * @param {Page} page The browser's page.
 */
const chooseRaft = (page) => page.getByRole("group", { name: "Protocol" }).getByRole("radio", { name: "Raft", exact: true }).check({ force: true });

/**
 * Lets it run.
 * @param {Page} page The browser's page.
 * @param {"Calm" | "Storm"} how What happens.
 * @param {number} seed The seed.
 * @param {number} steps How many steps.
 */
async function letRun(page, how, seed, steps) {
  await form(page).getByRole("radio", { name: how }).check();
  await form(page).getByRole("spinbutton", { name: "Seed" }).fill(`${seed}`);
  await form(page).getByRole("spinbutton", { name: "Steps" }).fill(`${steps}`);
  await button(page, "Let it run").click();
}

test("on a calm day somebody is elected, and all logs become equal", async ({ page }) => {
  await open(page);
  await chooseRaft(page);
  await letRun(page, "Calm", 1, 500);
  await expect(status(page)).toContainText(/steps were made, with the seed 1\. Nothing is left to do now\./);
  await expect(page.getByRole("region", { name: "every", exact: true }).getByText(/follower|leader/)).toBeVisible();
  await expect(page.getByText("Logs agree: reached")).toBeVisible();
});

test("the same seed makes the same run, which says nothing of chance", async ({ page }) => {
  await open(page);
  await chooseRaft(page);
  const texts = [];
  for (const _ of [1, 2]) {
    await button(page, "Reset").click();
    await chooseRaft(page);
    await letRun(page, "Storm", 42, 60);
    await expect(status(page)).toContainText("60 steps were made, with the seed 42.");
    const { dialog, text } = await openScript(page);
    texts.push(await text.inputValue());
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  }
  expect(texts[0]).toBe(texts[1]);
  expect(texts[0]).not.toContain("storm");
  expect(texts[0]?.split("\n").length).toBeGreaterThan(60);
});

test("a long storm shows how far it is, and is stopped by its button", async ({ page }) => {
  // It goes on when the test says so, and is not over before it can be stopped, however fast the machine.
  await openAtRest(page);
  await chooseRaft(page);
  await letRun(page, "Storm", 3, 10_000);
  await expect(form(page).getByRole("progressbar", { name: "Steps made" })).toBeVisible();
  await button(page, "Stop").click();
  await expect(button(page, "Let it run")).toBeVisible();
  const moment = await slider(page).inputValue();
  expect(Number(moment)).toBeLessThan(10_000);
  // Nothing is done any more: a step of one's own is the next moment.
  await button(page, "Back").click();
  await expectMoment(page, Number(moment) - 1);
});

test("a storm without a rule stops where a promise breaks", async ({ page }) => {
  test.slow();
  await open(page);
  await chooseRaft(page);
  await page.getByRole("banner").getByRole("button", { name: "Rules" }).click();
  await page.getByRole("switch", { name: "A majority of votes" }).click();
  await button(page, "Close the rules").click();
  await letRun(page, "Storm", 1, 3000);
  await expect(notice(page, /was broken by step\s\d+, and here it is\./)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/: broken since step/).first()).toBeVisible();
});

test("a seed that is no whole number is refused by its field", async ({ page }) => {
  await open(page);
  await form(page).getByRole("spinbutton", { name: "Seed" }).fill("1.5");
  const before = await slider(page).inputValue();
  await button(page, "Let it run").click();
  await expect(form(page).getByRole("spinbutton", { name: "Seed" })).toBeFocused();
  expect(await slider(page).inputValue()).toBe(before);
});

test("Play goes on in calm where the recorded run is over, and says so", async ({ page }) => {
  await openAtRest(page);
  await chooseRaft(page);
  await button(page, "Time out dick").click();
  await button(page, "Play").click();
  for (let tick = 0; tick < 60; tick++) await page.clock.runFor(10_000);
  await expect(notice(page, "The recorded run is over. Play goes on as on a calm day, with the seed 1.")).toBeVisible();
  await expect(button(page, "Play")).toBeVisible();
  await expect(page.getByText("Logs agree: reached")).toBeVisible();
});

test("axe finds nothing wrong with the form of a storm", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page);
  await form(page).getByRole("radio", { name: "Storm" }).check();
  await expectAccessible(page, "the form of a storm");
});
