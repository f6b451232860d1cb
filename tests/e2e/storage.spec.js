// A storage that is full, blocked, or in another tab's hands.

import { expect, test } from "./test.js";
import { EXAMPLE_LENGTH, FULL_LOG, NO_LOG, button, conversation, expectLogs, expectMoment, open, readScript, server, status, step, stored, storedCounts } from "./catchup.js";

/** @import { Page } from "@playwright/test" */

/**
 * Lets the browser have no room for what lies under some keys.
 * @param {Page} page The browser's page, before it is opened.
 * @param {string} part What those keys contain.
 */
async function limitStorage(page, part) {
  await page.addInitScript((part) => {
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, value) {
      if (key.includes(part)) throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
      set.call(this, key, value);
    };
  }, part);
}

test("when the browser’s storage is full, the server’s disk is full, and the run records it before the step", async ({ page }) => {
  await limitStorage(page, "/sandbox/tom/");
  await open(page);
  await step(page, 12);
  await button(page, "Step").click();
  await expect(page.getByText("The browser’s storage is full, so tom’s disk is full from here on.")).toBeVisible();
  await expectMoment(page, 14);
  await expect(server(page, "tom")).toContainText("disk full");
  await expectLogs(page, { every: FULL_LOG, tom: NO_LOG });
  const script = await readScript(page);
  expect(script.slice(script.indexOf("full tom") - 1)).toEqual(expect.arrayContaining(["deliver 11", "full tom", "deliver 12"]));
  expect(script.indexOf("full tom") + 1).toBe(script.indexOf("deliver 12"));

  await button(page, "Settle").click();
  await expectLogs(page, { every: FULL_LOG, tom: NO_LOG, and: FULL_LOG, harry: FULL_LOG });
  await expect(conversation(page).filter({ hasText: /^tom to dick: .*full/ })).toHaveCount(1);
  expect(await storedCounts(page)).toEqual({ and: 4, dick: 4, every: 4, harry: 4 });
});

test("a jump over the moment at which the storage is full stops nowhere else", async ({ page }) => {
  await limitStorage(page, "/sandbox/tom/");
  await open(page);
  await button(page, "Settle").click();
  await expect(server(page, "tom")).toContainText("disk full");
  await expectLogs(page, { every: FULL_LOG, tom: NO_LOG, and: FULL_LOG, harry: FULL_LOG });
  await expect(conversation(page).filter({ hasText: "(in flight)" })).toHaveCount(0);
  await expect(page.getByText("A new future begins here.")).toHaveCount(0);
});

test("with all storage full from the start the page works in memory, and says so", async ({ page }) => {
  await limitStorage(page, "");
  await open(page);
  await expect(page.getByText(/works in memory/)).toContainText("full");
  await button(page, "Settle").click();
  await expectLogs(page, { harry: FULL_LOG });
});

test("with the storage blocked the page works in memory, and says so", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("Access is denied for this document.", "SecurityError");
      },
    });
  });
  await open(page);
  await expect(page.getByText("The page works in memory: what you do is lost when you leave.")).toBeVisible();
  await button(page, "Settle").click();
  await expectMoment(page, EXAMPLE_LENGTH);
  await expectLogs(page, { harry: FULL_LOG });
  await button(page, "Kill harry").click();
  await button(page, "Restart harry").click();
  await expect(server(page, "harry")).toContainText("follower, up");
  await expectLogs(page, { harry: FULL_LOG });
  await button(page, "Theme: auto").click();
  await expect(button(page, "Theme: light")).toBeVisible();
});

test("a second tab works in memory, says so, and can take over; the first tab says so then", async ({ page, context }) => {
  await open(page);
  await step(page, 12);
  const second = await context.newPage();
  await open(second);
  await expect(second.getByText("Another tab has this room open, so this one works in memory.")).toBeVisible();
  await expectMoment(second, 0, EXAMPLE_LENGTH);
  const disks = await stored(page);
  await button(second, "Settle").click();
  await expectLogs(second, { harry: FULL_LOG });
  expect(await stored(page)).toEqual(disks);
  await expectMoment(page, 12, EXAMPLE_LENGTH);

  await button(second, "Take over here").click();
  await expect(second.getByText("Another tab has this room open")).toHaveCount(0);
  await expect.poll(() => storedCounts(second)).toEqual({ and: 4, dick: 4, every: 4, harry: 4, tom: 4 });
  await expect(page.getByText("Another tab took this room over, so this one works in memory from now on.")).toBeVisible();
  await step(page);
  await expectLogs(page, { tom: FULL_LOG });
  expect(await storedCounts(second)).toEqual({ and: 4, dick: 4, every: 4, harry: 4, tom: 4 });

  await button(page, "Take over here").click();
  await expect(second.getByText("Another tab took this room over")).toBeVisible();
  await expect.poll(() => storedCounts(page)).toEqual({ dick: 4, every: 4, tom: 4 });
});

test("a second tab gets the room without asking when the first is closed", async ({ page, context }) => {
  await open(page);
  await step(page, 12);
  await page.close();
  const second = await context.newPage();
  await open(second);
  await expectMoment(second, 1, 1);
  await expect(status(second)).toContainText("Power cut");
  await expect(second.getByText("Another tab has this room open")).toHaveCount(0);
  await expectLogs(second, { every: FULL_LOG, tom: NO_LOG });
});
