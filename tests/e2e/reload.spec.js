// Reloading the page is a power cut for the whole cluster: memories go, disks stay.

import { crc32 } from "node:zlib";
import { expect, test } from "./test.js";
import { EXAMPLE_LENGTH, FULL_LOG, FULL_STORE, NAMES, NO_LOG, button, conversation, everythingShown, expectLogs, expectMoment, logOf, notice, open, readScript, runScript, server, slider, status, step, storeOf, stored, storedCounts } from "./catchup.js";

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
  expect(await stored(page)).toEqual({ ...head, ...diskOf("dick", COMMANDS) });
  expect((await stored(page))["catchup/1/sandbox/dick/00000001"]).toBe("bcd329e6 0 set a 1");

  await button(page, "Settle").click();
  await expectMoment(page, EXAMPLE_LENGTH);
  expect(await stored(page)).toEqual(Object.assign(head, ...NAMES.map((name) => diskOf(name, COMMANDS))));
});

test("who comes for the first time lands in the first lesson, and nothing done means nothing changed", async ({ page, context }) => {
  await open(page, "");
  const heading = page.getByRole("complementary", { name: "Story" }).getByRole("heading");
  await expect(heading).toHaveText("Two servers, one conversation");
  const shown = await everythingShown(page, ["dick", "harry"]);
  const [moment, address] = [await slider(page).inputValue(), page.url()];
  await expect(conversation(page).filter({ hasText: "in flight" })).not.toHaveCount(0);
  await page.reload();
  await expectMoment(page, Number(moment));
  expect(await everythingShown(page, ["dick", "harry"])).toBe(shown);
  await page.close();
  const later = await context.newPage();
  await open(later, "");
  await expect(later).toHaveURL(address);
  await expectMoment(later, Number(moment));
  expect(await everythingShown(later, ["dick", "harry"])).toBe(shown);
  await expect(later.getByRole("region", { name: "Notices" }).getByRole("button")).toHaveCount(0);
});

test("after a reload everything is as it was left, with what lies ahead, and the disks are offered", async ({ page }) => {
  await open(page);
  await step(page, 13);
  await button(page, "Back").click();
  await button(page, "Back").click();
  await expectMoment(page, 11, EXAMPLE_LENGTH);
  const before = await everythingShown(page);
  const disks = await stored(page);
  await page.reload();
  await expectMoment(page, 11, EXAMPLE_LENGTH);
  await expect(notice(page, "For the servers, this was a power cut.")).toBeVisible();
  expect(await everythingShown(page)).toBe(before);
  expect(await stored(page)).toEqual(disks);

  await button(page, "Go on from the disks").click();
  await expectMoment(page, 1, 1);
  await expect(conversation(page)).toHaveText(["power cut"]);
  await expect(status(page)).toContainText("Power cut: every server lost its memory and started again from its disk.");
  await expectLogs(page, { every: FULL_LOG, tom: FULL_LOG, dick: FULL_LOG, and: NO_LOG, harry: NO_LOG });
  await expect(storeOf(page, "tom")).toHaveText(FULL_STORE);
  for (const name of NAMES) await expect(server(page, name)).toContainText("follower, up");
  expect(await stored(page)).toEqual(disks);

  await button(page, "Bring it back").click();
  await expectMoment(page, 11, EXAMPLE_LENGTH);
  await step(page, EXAMPLE_LENGTH - 11);
  await expectLogs(page, { harry: FULL_LOG });
});

test("coming back starts again when one wants to, and the offer goes when one goes on", async ({ page }) => {
  await open(page);
  await step(page, 5);
  await page.reload();
  await step(page);
  await expect(notice(page, "Everything is as you left it.")).toHaveCount(0);
  await page.reload();
  await button(page, "Start again").click();
  await expectMoment(page, 0, EXAMPLE_LENGTH);
  expect(await storedCounts(page)).toEqual({ dick: 4 });
});

test("a later visit at the plain address opens the room that was open last, as it was left", async ({ page, context }) => {
  await open(page, "#lesson-asked-twice");
  await step(page, 4);
  await page.close();
  const later = await context.newPage();
  await open(later, "");
  await expect(later.getByRole("heading", { name: "Asked twice" })).toBeVisible();
  await expect(later).toHaveURL(/#lesson-asked-twice$/);
  await expectMoment(later, 4);
  await later.goto("about:blank");
  await later.goBack();
  await expectMoment(later, 4);
});

test("a browser that ends without a word loses nothing that was seen", async ({ page, context }) => {
  // No event of the page's end reaches it.
  await page.addInitScript(() => {
    for (const type of ["pagehide", "visibilitychange", "unload", "beforeunload"]) window.addEventListener(type, (event) => event.stopImmediatePropagation(), true);
  });
  await open(page);
  await step(page, 12);
  await button(page, "Kill harry").click();
  await button(page, "Back").click();
  const shown = await everythingShown(page);
  await page.close();
  const later = await context.newPage();
  await open(later);
  await expectMoment(later, 12, 13);
  expect(await everythingShown(later)).toBe(shown);
  await step(later);
  await expect(server(later, "harry")).toContainText("down");
});

test("what was edited by hand meanwhile is told, and the disks count", async ({ page }) => {
  await open(page);
  await step(page, 13);
  await page.evaluate(() => localStorage.removeItem("catchup/1/sandbox/tom/00000004"));
  await page.reload();
  await expect(notice(page, "so the disks count")).toBeVisible();
  await expectMoment(page, 1, 1);
  await expect(logOf(page, "tom").last()).toContainText("4");
  expect(await storedCounts(page)).toEqual({ dick: 4, every: 4, tom: 3 });
  await button(page, "Open the run from then").click();
  await expectMoment(page, 13, EXAMPLE_LENGTH);
  expect(await storedCounts(page)).toEqual({ dick: 4, every: 4, tom: 4 });
});

test("disks that are gone are told, and the run can be had back", async ({ page }) => {
  await open(page);
  await step(page, 13);
  await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("catchup/1/")).forEach((key) => localStorage.removeItem(key)));
  await page.reload();
  await expect(notice(page, "The disks of this room are gone")).toBeVisible();
  await expectMoment(page, 0, EXAMPLE_LENGTH);
  await button(page, "Open the run from then").click();
  await expectMoment(page, 13, EXAMPLE_LENGTH);
});

test("a run that an older version of the page remembered opens as it was left", async ({ page }) => {
  await open(page);
  await step(page, 13);
  await page.evaluate(() => {
    const text = localStorage.getItem("catchup/run/sandbox");
    addEventListener("pagehide", () => {
      localStorage.removeItem("catchup/run/sandbox/at");
      localStorage.setItem("catchup/run/sandbox", `13\n${text}`);
    });
  });
  await page.reload();
  await expectMoment(page, 13, EXAMPLE_LENGTH);
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

test("a server that was down is down still, and comes up when the servers go on from their disks", async ({ page }) => {
  await open(page);
  await button(page, "Kill harry").click();
  await page.reload();
  await expectMoment(page, 1, 1);
  await expect(server(page, "harry")).toContainText("down");
  await button(page, "Go on from the disks").click();
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
  await expect(page.getByRole("heading", { name: "Two servers, one conversation" })).toBeVisible();
  expect(await storedCounts(page)).toEqual({});
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

test("under Raft a vote is on the disk before it is answered, and a newcomer is no founder after a reload", async ({ page }) => {
  await open(page);
  const head = "protocol raft\nwithout no_op_first\nservers every tom dick\nvoters every tom\n";
  await runScript(page, `${head}start bob\nprompt tom timeout\n`);
  await step(page, 3);
  await expect(conversation(page).last()).toContainText("in flight");
  expect(await stored(page)).toEqual({
    "catchup/1/sandbox/=protocol": "raft",
    "catchup/1/sandbox/=registry": "every tom dick bob",
    "catchup/1/sandbox/=voters": "every tom",
    "catchup/1/sandbox/=without": "no_op_first",
    "catchup/1/sandbox/tom/=term": "1 tom",
    "catchup/1/sandbox/every/=term": "1 tom",
  });

  await page.reload();
  await button(page, "Go on from the disks").click();
  await expectMoment(page, 1, 1);
  expect((await readScript(page)).slice(0, 4)).toEqual(["protocol raft", "without no_op_first", "servers every tom dick bob", "voters every tom"]);

  await page.evaluate(() => localStorage.setItem("catchup/1/sandbox/=voters", "every zoe"));
  await page.reload();
  await expect(notice(page, "The voters list “zoe”, who is not registered.")).toBeVisible();
  expect((await readScript(page)).slice(0, 4)).toEqual(["protocol raft", "without no_op_first", "servers every tom dick bob", "voters every"]);
});
