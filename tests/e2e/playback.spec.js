// Back and forth through a run: the buttons, the slider, Play, and Reset.

import { expect, test } from "./test.js";
import { EXAMPLE_LENGTH, FULL_LOG, NAMES, NO_LOG, button, conversation, everythingShown, expectLogs, expectMoment, logOf, notice, open, openAtRest, slider, status, step, storedCounts } from "./catchup.js";
import { readingTime } from "../../www/session/player.js";

/** @import { Page } from "@playwright/test" */

test("Back shows each moment as it was on the way there, down to the start", async ({ page }) => {
  test.slow();
  await open(page);
  const seen = [await everythingShown(page)];
  for (let moment = 1; moment <= EXAMPLE_LENGTH; moment += 1) {
    await step(page);
    seen.push(await everythingShown(page));
  }
  expect(new Set(seen).size).toBe(EXAMPLE_LENGTH + 1);
  for (let moment = EXAMPLE_LENGTH - 1; moment >= 0; moment -= 1) {
    await button(page, "Back").click();
    await expectMoment(page, moment, EXAMPLE_LENGTH);
    expect(await everythingShown(page), `moment ${moment}`).toBe(seen[moment]);
  }
  await expect(button(page, "Back")).toBeDisabled();
  await expect(button(page, "To the start")).toBeDisabled();
});

test("Back undoes a kill, a drop and a cut as well", async ({ page }) => {
  await open(page);
  await step(page, 3);
  const seen = [await everythingShown(page)];
  for (const name of ["Kill every", "Drop message 4", "Duplicate message 5", "Deliver message 3", "Restart every"]) {
    await button(page, name).click();
    await expectMoment(page, 3 + seen.length);
    seen.push(await everythingShown(page));
  }
  for (let back = seen.length - 2; back >= 0; back -= 1) {
    await button(page, "Back").click();
    await expectMoment(page, 3 + back);
    expect(await everythingShown(page)).toBe(seen[back]);
  }
});

test("the slider, To the start and Settle go anywhere in the run", async ({ page }) => {
  await open(page);
  await slider(page).fill("13");
  await expectMoment(page, 13, EXAMPLE_LENGTH);
  await expectLogs(page, { every: FULL_LOG, tom: FULL_LOG });
  await expect(logOf(page, "harry")).toHaveText(FULL_LOG.map((entry) => `${entry} (on its way)`));
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /^Moment 13 of 19: tom had 0, appends the 4 entries/);

  await button(page, "To the start").click();
  await expectMoment(page, 0, EXAMPLE_LENGTH);
  await expectLogs(page, { every: NO_LOG });

  await button(page, "Settle").click();
  await expectMoment(page, EXAMPLE_LENGTH, EXAMPLE_LENGTH);
  await expectLogs(page, { harry: FULL_LOG });
});

test("Settle delivers everything in flight, and says how much that was", async ({ page }) => {
  await open(page);
  await step(page, 3);
  await button(page, "Drop message 3").click();
  await button(page, "Settle").click();
  await expectMoment(page, 16, 16);
  await expect(conversation(page).filter({ hasText: "(in flight)" })).toHaveCount(0);
  await expect(status(page)).toContainText("12");
  await expectLogs(page, { every: NO_LOG, tom: FULL_LOG, and: FULL_LOG, harry: FULL_LOG });
  await button(page, "Back").click();
  await expectMoment(page, 15, 16);
});

test("Play shows each step for as long as its sentence takes to be read, Pause stops it", async ({ page }) => {
  await openAtRest(page);
  await button(page, "Play").click();
  await expect(button(page, "Pause")).toBeVisible();
  for (let count = 0; count < 3; count += 1) {
    const moment = Number(await slider(page).inputValue());
    const time = readingTime(await status(page).innerText(), "normal");
    await page.clock.runFor(time);
    await expectMoment(page, moment + 1);
  }

  await button(page, "Pause").click();
  await expect(button(page, "Play")).toBeVisible();
  const paused = Number(await slider(page).inputValue());
  await page.clock.runFor(60_000);
  await expectMoment(page, paused, EXAMPLE_LENGTH);
});

test("Play is faster when told so, and ends with the run", async ({ page }) => {
  await openAtRest(page);
  const speed = page.getByRole("combobox", { name: "Speed", exact: true });
  await speed.selectOption("Slow");
  const slow = await momentsIn(page, 8000);
  await button(page, "To the start").click();
  await speed.selectOption("Fast");
  const fast = await momentsIn(page, 8000);
  expect(slow).toBeGreaterThanOrEqual(2);
  expect(fast).toBeGreaterThan(slow * 3);

  await button(page, "Play").click();
  await page.clock.runFor(30_000);
  await expectMoment(page, EXAMPLE_LENGTH, EXAMPLE_LENGTH);
  await expect(button(page, "Play")).toBeDisabled();
  await expect(button(page, "Pause")).toHaveCount(0);
});

test("Play stops when the tab is hidden, and when the person acts", async ({ page }) => {
  await openAtRest(page);
  await button(page, "Play").click();
  await expect(button(page, "Pause")).toBeVisible();
  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await expect(button(page, "Play")).toBeVisible();
  const hidden = Number(await slider(page).inputValue());
  await page.clock.runFor(10_000);
  await expectMoment(page, hidden, EXAMPLE_LENGTH);

  await button(page, "Play").click();
  await expect(button(page, "Pause")).toBeVisible();
  await button(page, "Kill harry").click();
  await expect(button(page, "Play")).toBeVisible();
});

test("Reset returns to the room’s own start, rewrites the disks, and can be undone", async ({ page }) => {
  await open(page);
  await button(page, "Settle").click();
  await expectMoment(page, EXAMPLE_LENGTH);
  await button(page, "Kill and").click();
  const before = await everythingShown(page);
  expect(await storedCounts(page)).toEqual({ and: 4, dick: 4, every: 4, harry: 4, tom: 4 });

  await button(page, "Reset").click();
  await expectMoment(page, 0, EXAMPLE_LENGTH);
  await expectLogs(page, { every: NO_LOG, dick: FULL_LOG });
  await expect(notice(page, "Back at this room’s own start; its disks were written anew.")).toBeVisible();
  expect(await storedCounts(page)).toEqual({ dick: 4 });

  await button(page, "Bring it back").click();
  await expectMoment(page, EXAMPLE_LENGTH + 1, EXAMPLE_LENGTH + 1);
  expect(await everythingShown(page)).toBe(before);
  expect(await storedCounts(page)).toEqual(Object.fromEntries([...NAMES].sort().map((name) => [name, 4])));
});

/**
 * Plays for a while.
 * @param {Page} page The browser's page, whose clock is the test's.
 * @param {number} time How long, in milliseconds.
 * @returns {Promise<number>} How many moments that was.
 */
async function momentsIn(page, time) {
  const before = Number(await slider(page).inputValue());
  await button(page, "Play").click();
  await page.clock.runFor(time);
  await button(page, "Pause").click();
  await expect(button(page, "Play")).toBeVisible();
  return Number(await slider(page).inputValue()) - before;
}
