// What a kill takes and what it leaves.

import { expect, test } from "./test.js";
import { EXAMPLE_LENGTH, FULL_LOG, FULL_STORE, button, conversation, expectLogs, expectMoment, open, say, server, status, step, storeOf, stored } from "./catchup.js";

test("a kill takes the memory, leaves the disk, and a message finds nobody home", async ({ page }) => {
  await open(page);
  await button(page, "Settle").click();
  await expectMoment(page, EXAMPLE_LENGTH);
  const disk = await stored(page, "catchup/1/sandbox/harry/");
  expect(Object.keys(disk)).toHaveLength(4);

  await button(page, "Kill harry").click();
  await expect(server(page, "harry")).toContainText("memory lost");
  await expect(server(page, "harry")).toContainText("down");
  await expect(page.getByRole("list", { name: "Store of harry" })).toHaveCount(0);
  await expectLogs(page, { harry: FULL_LOG });
  await expect(conversation(page).last()).toHaveText("harry killed");
  expect(await stored(page, "catchup/1/sandbox/harry/")).toEqual(disk);
  await expect(storeOf(page, "dick")).toHaveText(FULL_STORE);

  await say(page, "harry", "get a");
  await step(page);
  await expect(conversation(page).last()).toContainText("client to harry: What is a? (refused)");
  await expect(status(page)).toContainText("harry");
  await expect(status(page)).toContainText("not up");

  await button(page, "Restart harry").click();
  await expect(storeOf(page, "harry")).toHaveText(FULL_STORE);
  await expectLogs(page, { harry: FULL_LOG });
  await expect(conversation(page).last()).toHaveText("harry restarted");
  await expect(server(page, "harry")).toContainText("follower, up");
});

test("a leader that was killed is a follower when it is back", async ({ page }) => {
  await open(page);
  await step(page, 3);
  await expect(server(page, "dick")).toContainText("leader, up");
  await button(page, "Kill dick").click();
  await expect(server(page, "dick")).toContainText("down");
  await button(page, "Restart dick").click();
  await expect(server(page, "dick")).toContainText("follower, up");
  await expectLogs(page, { dick: FULL_LOG });
});

test("a question to a server that is down is used up, and only a new nomination asks again", async ({ page }) => {
  await open(page);
  await button(page, "Kill harry").click();
  await button(page, "Nominate dick").click();
  await button(page, "Settle").click();
  await expect(conversation(page).filter({ hasText: "dick to harry: How much of the log do you have? (refused)" })).toHaveCount(1);
  await button(page, "Restart harry").click();
  await expect(button(page, "Step")).toBeDisabled();
  await expectLogs(page, { tom: FULL_LOG, harry: ["1 missing", "2 missing", "3 missing", "4 missing"] });

  await button(page, "Nominate dick").click();
  await button(page, "Settle").click();
  await expectLogs(page, { harry: FULL_LOG });
});

test("a message stays in the air while its addressee is down", async ({ page }) => {
  await open(page);
  await step(page, 3);
  await button(page, "Kill every").click();
  await expect(conversation(page).filter({ hasText: "dick to every: How much of the log do you have? (in flight)" })).toHaveCount(1);
  await button(page, "Restart every").click();
  await button(page, "Deliver message 3").click();
  await expect(conversation(page).filter({ hasText: "every to dick: 0 entries. I only just got here. (in flight)" })).toHaveCount(1);
});
