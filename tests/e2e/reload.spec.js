// Reloading the page is a power cut for the whole cluster: memories go, disks stay.

import { crc32 } from "node:zlib";
import { expect, test } from "./test.js";
import { EXAMPLE_LENGTH, FULL_LOG, FULL_STORE, NAMES, NO_LOG, button, conversation, everythingShown, expectLogs, expectMoment, open, server, status, step, storeOf, stored, storedCounts } from "./catchup.js";

const COMMANDS = ["0 set a 1", "0 set b 2", "0 set c 3", "0 set d 4"];

/**
 * What a disk holds, worked out from the description of the format.
 * @param {string} name The server.
 * @param {readonly string[]} texts `TERM COMMAND` of each entry.
 * @returns {Record<string, string>} Values by key.
 */
function diskOf(name, texts) {
  let sum = "00000000";
  /** @type {Record<string, string>} */
  const disk = {};
  texts.forEach((text, position) => {
    sum = crc32(`${sum} ${text}`).toString(16).padStart(8, "0");
    disk[`catchup/1/sandbox/${name}/${`${position + 1}`.padStart(8, "0")}`] = `${sum} ${text}`;
  });
  return disk;
}

test("the disks lie in localStorage, one key for each entry, with checksums", async ({ page }) => {
  await open(page);
  const head = { "catchup/1/sandbox/=protocol": "ask_length", "catchup/1/sandbox/=registry": "every tom dick and harry" };
  expect(await stored(page, "")).toEqual({ ...head, ...diskOf("dick", COMMANDS) });
  expect((await stored(page))["catchup/1/sandbox/dick/00000001"]).toBe("bcd329e6 0 set a 1");

  await button(page, "Settle").click();
  await expectMoment(page, EXAMPLE_LENGTH);
  expect(await stored(page, "")).toEqual(Object.assign(head, ...NAMES.map((name) => diskOf(name, COMMANDS))));
});

test("after a reload the logs are intact, and the run before opens where it stood", async ({ page }) => {
  await open(page);
  await step(page, 13);
  const before = await everythingShown(page);
  const disks = await stored(page);
  await page.reload();

  await expectMoment(page, 1, 1);
  await expect(conversation(page)).toHaveText(["power cut"]);
  await expect(status(page)).toHaveText("Power cut: every server lost its memory and started again from its disk.");
  await expectLogs(page, { every: FULL_LOG, tom: FULL_LOG, dick: FULL_LOG, and: NO_LOG, harry: NO_LOG });
  await expect(storeOf(page, "tom")).toHaveText(FULL_STORE);
  for (const name of NAMES) await expect(server(page, name)).toContainText("follower, up");
  await expect(button(page, "Step")).toBeDisabled();
  expect(await stored(page)).toEqual(disks);

  await button(page, "Open the run before the power cut").click();
  await expectMoment(page, 13, EXAMPLE_LENGTH);
  expect(await everythingShown(page)).toBe(before);
  expect(await stored(page)).toEqual(disks);
  await step(page, EXAMPLE_LENGTH - 13);
  await expectLogs(page, { harry: FULL_LOG });
});

test("after a reload the cluster goes on, and can be reloaded again", async ({ page }) => {
  await open(page);
  await step(page, 13);
  for (let times = 1; times <= 2; times += 1) {
    await page.reload();
    await expectMoment(page, 1, 1);
  }
  await button(page, "Nominate tom").click();
  await button(page, "Settle").click();
  await expectLogs(page, { every: FULL_LOG, and: FULL_LOG, harry: FULL_LOG });
  await page.reload();
  await expectMoment(page, 1, 1);
  await expectLogs(page, { and: FULL_LOG, harry: FULL_LOG });
});

test("the disks stay at the furthest moment while one looks back, and acting in the past takes them there", async ({ page }) => {
  await open(page);
  await step(page, 13);
  for (const moment of [12, 11, 10]) {
    await button(page, "Back").click();
    await expectMoment(page, moment, EXAMPLE_LENGTH);
  }
  expect(await storedCounts(page)).toEqual({ dick: 4, every: 4, tom: 4 });
  await step(page, 4);
  expect(await storedCounts(page)).toEqual({ and: 4, dick: 4, every: 4, tom: 4 });

  await button(page, "To the start").click();
  await button(page, "Kill harry").click();
  await expectMoment(page, 1, 1);
  expect(await storedCounts(page)).toEqual({ dick: 4 });
});

test("a server that was down comes up after a power cut as well", async ({ page }) => {
  await open(page);
  await button(page, "Kill harry").click();
  await expect(server(page, "harry")).toContainText("down");
  await page.reload();
  await expectMoment(page, 1, 1);
  await expect(server(page, "harry")).toContainText("follower, up");
});

test("“Forget everything here” takes all that is ours, and nothing else", async ({ page }) => {
  await open(page);
  await step(page, 13);
  await page.evaluate(() => localStorage.setItem("somebody-else", "stays"));
  await page.getByText("About the disks").click();
  await button(page, "Forget everything here").click();
  const dialog = page.getByRole("dialog", { name: "Forget everything here?" });
  await dialog.getByRole("button", { name: "Keep it all" }).click();
  await expect(dialog).toBeHidden();
  await expectMoment(page, 13, EXAMPLE_LENGTH);

  await button(page, "Forget everything here").click();
  await dialog.getByRole("button", { name: "Yes, forget it" }).click();
  await expectMoment(page, 0, EXAMPLE_LENGTH);
  await expectLogs(page, { every: NO_LOG, dick: FULL_LOG });
  expect(await storedCounts(page)).toEqual({ dick: 4 });
  expect(await stored(page, "")).toMatchObject({ "somebody-else": "stays" });
  expect(Object.keys(await stored(page, "catchup/run/"))).toEqual([]);
});

test("the theme is remembered", async ({ page }) => {
  await open(page);
  await button(page, "Theme: auto").click();
  await button(page, "Theme: light").click();
  await expect(button(page, "Theme: dark")).toBeVisible();
  const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.reload();
  await expect(button(page, "Theme: dark")).toBeVisible();
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(dark);
  await button(page, "Theme: dark").click();
  await expect(button(page, "Theme: auto")).toBeVisible();
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe(dark);
});
