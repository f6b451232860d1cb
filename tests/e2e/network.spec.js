// The learner is the network: messages lost, repeated, out of order, and links that are cut.

import { expect, test } from "./test.js";
import { FULL_LOG, NO_LOG, button, conversation, expectLogs, expectMoment, logOf, open, say, server, status, step, storedCounts, stored, trouble } from "./catchup.js";

/** @import { Page } from "@playwright/test" */

/**
 * @param {Page} page The browser's page.
 * @param {string} name Whose side of the list.
 * @returns The messages in flight, as they are listed beside the client.
 */
function listed(page, name) {
  return page.getByRole("list", { name: "In flight", exact: true }).getByRole("listitem").filter({ hasText: name });
}

test("a message that is dropped on its arrow never arrives", async ({ page }) => {
  await open(page);
  await step(page, 3);
  await button(page, "Drop message 4").click();
  await expect(conversation(page).filter({ hasText: "dick to tom" })).toContainText("dick to tom: How much of the log do you have? (dropped)");
  await expect(button(page, "Deliver message 4")).toHaveCount(0);
  await button(page, "Settle").click();
  await expectLogs(page, { every: FULL_LOG, tom: NO_LOG, and: FULL_LOG, harry: FULL_LOG });
});

test("a message that is dropped in the list never arrives", async ({ page }) => {
  await open(page);
  await step(page, 3);
  await expect(listed(page, "dick")).toHaveCount(4);
  await button(page, "Drop 6, “dick” to “harry”").click();
  await expect(listed(page, "harry")).toHaveCount(0);
  await expect(conversation(page).filter({ hasText: "dick to harry" })).toContainText("(dropped)");
  await button(page, "Settle").click();
  await expectLogs(page, { every: FULL_LOG, harry: NO_LOG });
});

test("entries that are sent twice are appended twice", async ({ page }) => {
  await open(page);
  await step(page, 8);
  await expect(conversation(page).last()).toHaveText("dick to every: Oh, you’re missing entries 1 to 4! Here. (in flight)");
  await button(page, "Duplicate message 11").click();
  await expect(conversation(page).last()).toHaveText("dick to every: Oh, you’re missing entries 1 to 4! Here. (in flight) copy of 11");
  await button(page, "Deliver message 11").click();
  await expectLogs(page, { every: FULL_LOG });
  await button(page, "Deliver message 12").click();
  await expect(page.getByRole("listitem").filter({ hasText: "Nothing repeated: broken" })).toBeVisible();
  await expect(logOf(page, "every")).toContainText(["1 set a 1", "2 set b 2", "3 set c 3", "4 set d 4", "5 set a 1", "6 set b 2", "7 set c 3", "8 set d 4"]);
  expect(await storedCounts(page)).toEqual({ dick: 4, every: 8 });
});

test("a question that is repeated from the list is answered twice", async ({ page }) => {
  await open(page);
  await step(page, 3);
  await button(page, "Duplicate 3, “dick” to “every”").click();
  await expect(listed(page, "again 3")).toHaveCount(1);
  await button(page, "Deliver 7, “dick” to “every”").click();
  await button(page, "Deliver 3, “dick” to “every”").click();
  await expect(conversation(page).filter({ hasText: "every to dick: 0 entries. I only just got here." })).toHaveCount(2);
});

test("messages can be delivered in any order", async ({ page }) => {
  await open(page);
  await step(page, 3);
  await button(page, "Deliver message 6").click();
  await expect(conversation(page).last()).toHaveText("harry to dick: 0 entries. I slept well, thank you. (in flight)");
  await button(page, "Deliver message 7").click();
  await button(page, "Deliver 8, “dick” to “harry”").click();
  await expectLogs(page, { every: NO_LOG, tom: NO_LOG, and: NO_LOG, harry: FULL_LOG });
  await expect(conversation(page).filter({ hasText: "How much of the log do you have? (in flight)" })).toHaveCount(3);
});

test("a message is shown whole, in the ladder and in the list at once", async ({ page }) => {
  await open(page);
  await step(page, 8);
  await page.getByRole("button", { name: "Message 11, “dick” to “every”", exact: true }).click();
  const wire = page.getByRole("group", { name: "Exact text of message 11", exact: true });
  await expect(wire).toHaveText("dick@send_missing\n1 0 set a 1\n2 0 set b 2\n3 0 set c 3\n4 0 set d 4", { useInnerText: true });
  await expect(listed(page, "every").and(page.locator("[aria-current=true]"))).toHaveCount(1);
  await page.getByRole("button", { name: "Message 11, “dick” to “every”", exact: true }).click();
  await expect(wire).toHaveCount(0);

  await conversation(page).first().getByText("You’re the leader.").click();
  await expect(page.getByRole("group", { name: "Exact text of message 1", exact: true })).toHaveText("client@youre_the_leader");
});

test("a cut link refuses at delivery, and works again when it is healed", async ({ page }) => {
  await open(page);
  await step(page, 3);
  const menu = await trouble(page, "dick");
  await menu.getByRole("button", { name: "Cut tom", exact: true }).click();
  await expect(conversation(page).last()).toHaveText("dick to tom: link cut");
  await expect(menu.getByRole("button", { name: "Heal tom", exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await expect(page.getByText("tom and dick can’t reach each other.")).toBeVisible();

  await button(page, "Deliver message 4").click();
  await expect(conversation(page).filter({ hasText: "dick to tom: How much" })).toContainText("(refused)");
  await expect(status(page)).toContainText("cut");
  await button(page, "Heal").click();
  await expect(conversation(page).last()).toHaveText("tom to dick: link healed");
  await expect(page.getByText("can’t reach each other")).toHaveCount(0);
  await button(page, "Settle").click();
  await expectLogs(page, { every: FULL_LOG, tom: NO_LOG });
  await button(page, "Nominate dick").click();
  await button(page, "Settle").click();
  await expectLogs(page, { tom: FULL_LOG });
});

test("a full disk refuses writes, and takes them again when it is freed", async ({ page }) => {
  await open(page);
  const menu = await trouble(page, "harry");
  await menu.getByRole("button", { name: "Fill the disk", exact: true }).click();
  await page.keyboard.press("Escape");
  await expect(server(page, "harry")).toContainText("disk full");
  await button(page, "Nominate dick").click();
  await button(page, "Settle").click();
  await expectLogs(page, { and: FULL_LOG, harry: NO_LOG });
  await expect(conversation(page).filter({ hasText: /^harry to dick: .*full/ })).toHaveCount(1);

  await say(page, "harry", "set z 9");
  await button(page, "Settle").click();
  await expect(conversation(page).filter({ hasText: /^harry to client: .*full/ })).toHaveCount(1);
  await expectLogs(page, { harry: NO_LOG });

  await (await trouble(page, "harry")).getByRole("button", { name: "Free the disk", exact: true }).click();
  await page.keyboard.press("Escape");
  await expect(server(page, "harry")).not.toContainText("disk full");
  await button(page, "Nominate dick").click();
  await button(page, "Settle").click();
  await expectLogs(page, { harry: FULL_LOG });
});

test("another server registers, is asked, and catches up", async ({ page }) => {
  await open(page);
  await page.getByRole("textbox", { name: "Name of the newcomer" }).fill("bob");
  await button(page, "Start server").click();
  await expect(server(page, "bob")).toContainText("follower, up");
  expect((await stored(page))["catchup/1/sandbox/=registry"]).toBe("every tom dick and harry bob");
  await button(page, "Nominate dick").click();
  await button(page, "Settle").click();
  await expectLogs(page, { bob: FULL_LOG });
  await button(page, "Back").click();
  await page.reload();
  await button(page, "Go on from the disks").click();
  await expectMoment(page, 1, 1);
  await expectLogs(page, { bob: FULL_LOG });
});

test("a newcomer’s name that can’t be one is refused, and there are at most nine servers", async ({ page }) => {
  await open(page);
  const name = page.getByRole("textbox", { name: "Name of the newcomer" });
  // Empty as it is, it is nothing that a person did wrong.
  await expect(name).toHaveAttribute("aria-invalid", "false");
  for (const wrong of ["Bob", "1st", "<b>", "a b"]) {
    await name.fill(wrong);
    await button(page, "Start server").click();
    expect(await name.evaluate((field) => /** @type {HTMLInputElement} */ (field).validity.patternMismatch), wrong).toBe(true);
    await expect(name).toHaveAttribute("aria-invalid", "true");
  }
  await name.fill("client");
  await button(page, "Start server").click();
  await expect(page.getByRole("region", { name: "client", exact: true })).toHaveCount(0);
  for (const next of ["f", "g", "h", "i-am-number-nine"]) {
    await name.fill(next);
    await button(page, "Start server").click();
    await expect(server(page, next)).toContainText("follower, up");
    if (next !== "i-am-number-nine") await expect(name).toHaveAttribute("aria-invalid", "false");
  }
  await expect(name).toHaveCount(0);
});

test("the client is answered politely, whatever it says", async ({ page }) => {
  await open(page);
  await say(page, "tom", "set greeting  hello   world ");
  await button(page, "Settle").click();
  await expect(logOf(page, "tom").first()).toContainText("1 set greeting");
  await say(page, "tom", "get greeting");
  await button(page, "Settle").click();
  await expect(conversation(page).last()).toContainText("hello   world", { useInnerText: false });
  await say(page, "tom", "get nothing");
  await button(page, "Settle").click();
  await expect(conversation(page).last()).toContainText("nothing");
  await say(page, "tom", "fly away");
  await button(page, "Settle").click();
  await expect(conversation(page).last()).toContainText(/^tom to client: .* \(delivered\)/);
  await expect(conversation(page).last()).toContainText("fly");
  expect(await storedCounts(page)).toEqual({ dick: 4, tom: 1 });
});
