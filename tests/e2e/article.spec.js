// The article's example, as a newcomer meets it.

import { expect, test } from "./test.js";
import { EXAMPLE_LENGTH, FULL_LOG, FULL_STORE, NAMES, NO_LOG, button, conversation, everythingShown, expectLogs, expectMoment, notice, open, status, step, storeOf } from "./catchup.js";

test("Step alone makes all five logs equal, and then says why there is no more", async ({ page }) => {
  await open(page);
  await expectMoment(page, 0, EXAMPLE_LENGTH);
  await expect(status(page)).toHaveText("This is the start: 5 servers are up, and nothing has been said.");
  await expectLogs(page, { every: NO_LOG, tom: NO_LOG, dick: FULL_LOG, and: NO_LOG, harry: NO_LOG });
  await expect(conversation(page)).toHaveCount(0);

  await step(page);
  await expect(conversation(page)).toHaveText(["client to dick: You’re the leader. (in flight)"]);
  await step(page);
  await expect(status(page)).toHaveText("dick thinks itself the leader now, and asks the 4 others how much of the log they have.");
  await step(page, EXAMPLE_LENGTH - 2);

  for (const name of NAMES) {
    await expectLogs(page, { [name]: FULL_LOG });
    await expect(storeOf(page, name)).toHaveText(FULL_STORE);
  }
  await expect(status(page)).toHaveText("dick hears harry’s thanks. Nothing more to say.");
  await expect(page.getByRole("listitem").filter({ hasText: "Everyone has everything: reached" })).toBeVisible();
  await expect(conversation(page).filter({ hasText: "(delivered)" })).toHaveCount(18);
  await expect(button(page, "Step")).toBeDisabled();
  await expect(button(page, "Step")).toHaveAccessibleDescription("Nothing is in flight, so there is no message to deliver.");
  await expect(button(page, "Settle")).toBeDisabled();
});

test("acting from the middle begins a new future, and the old one can be brought back", async ({ page }) => {
  await open(page);
  await step(page, 7);
  const before = await everythingShown(page);

  await button(page, "Nominate tom").click();
  await expectMoment(page, 8, 8);
  await expect(conversation(page).last()).toHaveText("client to tom: You’re the leader. (in flight)");
  await expect(notice(page, "A new future begins here. The 12 steps that lay ahead are no longer part of the run.")).toBeVisible();

  await button(page, "Bring it back").click();
  await expectMoment(page, 7, EXAMPLE_LENGTH);
  expect(await everythingShown(page)).toBe(before);
  await step(page, EXAMPLE_LENGTH - 7);
  await expectLogs(page, { tom: FULL_LOG, harry: FULL_LOG });
});

test("at the end of the recorded run Step delivers the oldest message", async ({ page }) => {
  await open(page);
  await step(page, 3);
  await button(page, "Deliver message 6").click();
  await expectMoment(page, 4, 4);
  await step(page);
  await expect(conversation(page).filter({ hasText: "dick to every: How much of the log do you have?" })).toContainText("(delivered)");
  await expect(conversation(page).filter({ hasText: "dick to tom: How much of the log do you have?" })).toContainText("(in flight)");
});

test("an act that can’t be done is said, and changes nothing", async ({ page }) => {
  await open(page);
  await step(page, 5);
  await button(page, "Kill harry").click();
  await expectMoment(page, 6, 6);
  await page.getByRole("textbox", { name: "Name of the newcomer" }).fill("harry");
  await button(page, "Start server").click();
  await expect(status(page)).toContainText("harry");
  await expect(status(page)).toContainText("registered");
  await expectMoment(page, 6, 6);
});
