// What somebody does to a server's disk: through the server's own menu, and by hand in the browser's storage.

import { crc32 } from "node:zlib";
import { expect, test } from "./test.js";
import { EXAMPLE_LENGTH, FULL_LOG, FULL_STORE, NO_LOG, button, conversation, expectLogs, expectMoment, notice, open, readScript, server, status, storeOf, stored, trouble } from "./catchup.js";

/** @import { Locator, Page } from "@playwright/test" */

const HARRY = "catchup/1/sandbox/harry/";

/**
 * Opens the page, lets everybody catch up, and kills harry.
 * @param {Page} page The browser's page.
 */
async function openWithHarryDown(page) {
  await open(page);
  await button(page, "Settle").click();
  await expectMoment(page, EXAMPLE_LENGTH);
  await button(page, "Kill harry").click();
  await expect(server(page, "harry")).toContainText("memory lost");
}

/**
 * Changes the storage as somebody does in the browser's tools.
 * @param {Page} page The browser's page.
 * @param {string} key The key.
 * @param {string | null} value What it shall hold; null removes it.
 */
async function edit(page, key, value) {
  await page.evaluate(({ key, value }) => (value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value)), { key, value });
}

/**
 * @param {Locator} menu A server's menu.
 * @param {string} action The name of the button of one of its forms.
 * @param {Record<string, string>} fields What to fill in, by the fields' names.
 */
async function submit(menu, action, fields) {
  const form = menu.locator("form").filter({ has: menu.page().getByRole("button", { name: action, exact: true }) });
  for (const [name, value] of Object.entries(fields)) await form.getByLabel(name).fill(value);
  await form.getByRole("button", { name: action, exact: true }).click();
}

test("a disk can be changed only while its server is down", async ({ page }) => {
  await open(page);
  const menu = await trouble(page, "dick");
  await expect(menu.getByText("Kill it first, and its disk can be changed by hand.")).toBeVisible();
  await expect(menu.getByRole("button", { name: "Wipe the disk" })).toHaveCount(0);
});

test("a disk that was wiped is empty after the restart, and is filled by the next nomination", async ({ page }) => {
  await openWithHarryDown(page);
  await (await trouble(page, "harry")).getByRole("button", { name: "Wipe the disk", exact: true }).click();
  await page.keyboard.press("Escape");
  await expectLogs(page, { harry: NO_LOG });
  expect(await stored(page, HARRY)).toEqual({});
  await button(page, "Restart harry").click();
  await expect(storeOf(page, "harry")).toHaveText(["empty"]);
  await button(page, "Nominate dick").click();
  await button(page, "Settle").click();
  await expectLogs(page, { harry: FULL_LOG });
});

test("a disk that was cut short and written by hand is believed", async ({ page }) => {
  await openWithHarryDown(page);
  const menu = await trouble(page, "harry");
  await submit(menu, "Keep only these", { "Entries 1 to": "1" });
  await expectLogs(page, { harry: ["1 set a 1", "2 missing", "3 missing", "4 missing"] });
  await submit(menu, "Add it", { Term: "0", "Entry 2": "set z 9" });
  await page.keyboard.press("Escape");
  await expectLogs(page, { harry: ["1 set a 1", "2 set z 9 (differs)", "3 missing", "4 missing"] });
  await button(page, "Restart harry").click();
  await expect(storeOf(page, "harry")).toHaveText(["a 1", "z 9"]);
  await expect(page.getByRole("listitem").filter({ hasText: "Logs agree: broken" })).toBeVisible();
});

test("a damaged entry keeps its server down until the person chooses", async ({ page }) => {
  await openWithHarryDown(page);
  await submit(await trouble(page, "harry"), "Damage it", { Entry: "3" });
  await page.keyboard.press("Escape");
  await expectLogs(page, { harry: ["1 set a 1", "2 set b 2", "3 damaged", "4 set d 4"] });
  await expect(server(page, "harry")).toContainText("Entry 3 is damaged");
  await button(page, "Restart harry").click();
  await expect(status(page)).toContainText("damaged");
  await expect(server(page, "harry")).toContainText("down");

  await server(page, "harry").getByRole("button", { name: "Keep 1 to 2", exact: true }).click();
  await expect(server(page, "harry")).toContainText("follower, up");
  await expectLogs(page, { harry: ["1 set a 1", "2 set b 2", "3 missing", "4 missing"] });
  await expect(storeOf(page, "harry")).toHaveText(["a 1", "b 2"]);
});

test("an entry that was removed by hand is missing after the restart, and the run has recorded it", async ({ page }) => {
  await openWithHarryDown(page);
  await edit(page, `${HARRY}00000004`, null);
  await button(page, "Restart harry").click();
  await expectLogs(page, { harry: ["1 set a 1", "2 set b 2", "3 set c 3", "4 missing"] });
  await expect(notice(page, "Somebody changed harry’s disk by hand.")).toContainText("keep harry 3");
  await expect(conversation(page).last()).toHaveText("harry restarted");
  expect((await readScript(page)).slice(-4)).toEqual(["kill harry", "keep harry 3", "restart harry", ""]);

  await button(page, "Back").click();
  await button(page, "Back").click();
  await expectLogs(page, { harry: FULL_LOG });
});

test("an entry that was written by hand with its checksum is read, and the run has recorded it", async ({ page }) => {
  await openWithHarryDown(page);
  const [previous = ""] = ((await stored(page))[`${HARRY}00000004`] ?? "").split(" ");
  const sum = crc32(`${previous} 0 set e 5`).toString(16).padStart(8, "0");
  await edit(page, `${HARRY}00000005`, `${sum} 0 set e 5`);
  await button(page, "Restart harry").click();
  await button(page, "5 pairs of harry").click();
  await expect(storeOf(page, "harry")).toHaveText([...FULL_STORE, "e 5"]);
  expect((await readScript(page)).slice(-3)).toEqual(["disk harry 0 set e 5", "restart harry", ""]);
});

test("a disk that was removed altogether is recorded as wiped", async ({ page }) => {
  await openWithHarryDown(page);
  for (const key of Object.keys(await stored(page, HARRY))) await edit(page, key, null);
  await button(page, "Restart harry").click();
  await expectLogs(page, { harry: NO_LOG });
  expect((await readScript(page)).slice(-3)).toEqual(["wipe harry", "restart harry", ""]);
});

for (const { choice, log, texts } of [
  { choice: "Keep 1 to 2", log: ["1 set a 1", "2 set b 2", "3 missing", "4 missing"], texts: ["0 set a 1", "0 set b 2"] },
  { choice: "Take it as it is", log: ["1 set a 1", "2 set b 2", "3 set c 7 (differs)", "4 set d 4"], texts: ["0 set a 1", "0 set b 2", "0 set c 7", "0 set d 4"] },
  { choice: "Wipe it", log: NO_LOG, texts: [] },
]) {
  test(`after a value was changed by hand the server stays down; “${choice}” brings it up`, async ({ page }) => {
    await openWithHarryDown(page);
    const before = (await stored(page))[`${HARRY}00000003`] ?? "";
    await edit(page, `${HARRY}00000003`, before.replace("set c 3", "set c 7"));
    await button(page, "Restart harry").click();
    await expect(server(page, "harry")).toContainText("entry 3 is damaged");
    await expect(server(page, "harry")).toContainText("down");
    await expect(status(page)).toContainText("damaged");
    await expectLogs(page, { harry: ["1 set a 1", "2 set b 2", "3 damaged", "4 set d 4"] });

    await server(page, "harry").getByRole("button", { name: choice, exact: true }).click();
    await expect(server(page, "harry")).toContainText("follower, up");
    await expectLogs(page, { harry: log });
    const values = Object.values(await stored(page, HARRY));
    expect(values.map((value) => value.slice(9))).toEqual(texts);

    await page.reload();
    await button(page, "Go on from the disks").click();
    await expectMoment(page, 1, 1);
    await expect(server(page, "harry")).toContainText("follower, up");
    await expect(storeOf(page, "harry")).toHaveText(texts.length === 0 ? ["empty"] : texts.map((text) => text.slice("0 set ".length)));
  });
}

test("a gap that was torn by hand is told, and the good part can be kept", async ({ page }) => {
  await openWithHarryDown(page);
  await edit(page, `${HARRY}00000002`, null);
  await button(page, "Restart harry").click();
  await expect(server(page, "harry")).toContainText("entry 2 is missing, but entry 3 is there");
  await server(page, "harry").getByRole("button", { name: "Keep entry 1", exact: true }).click();
  await expect(storeOf(page, "harry")).toHaveText(["a 1"]);
  expect(Object.keys(await stored(page, HARRY))).toEqual([`${HARRY}00000001`]);
});

test("a disk that is found damaged at a reload keeps its server down, and the others come up", async ({ page }) => {
  await open(page);
  await button(page, "Settle").click();
  await expectMoment(page, EXAMPLE_LENGTH);
  const before = (await stored(page))[`${HARRY}00000002`] ?? "";
  await edit(page, `${HARRY}00000002`, before.replace("set b 2", "set b 8"));
  await page.reload();
  await expect(notice(page, "so the disks count")).toBeVisible();
  await expect(server(page, "harry")).toContainText("entry 2 is damaged");
  await expect(server(page, "harry")).toContainText("down");
  for (const name of ["every", "tom", "dick", "and"]) {
    await expect(server(page, name)).toContainText("follower, up");
    await expect(storeOf(page, name)).toHaveText(FULL_STORE);
  }
  await server(page, "harry").getByRole("button", { name: "Keep entry 1", exact: true }).click();
  await expect(server(page, "harry")).toContainText("follower, up");
  await expectLogs(page, { harry: ["1 set a 1", "2 missing", "3 missing", "4 missing"] });
  await button(page, "Nominate dick").click();
  await button(page, "Settle").click();
  await expectLogs(page, { harry: FULL_LOG });
  await page.reload();
  await expectLogs(page, { harry: FULL_LOG });
});

test("a disk of a foreign version is told, and the server stays down", async ({ page }) => {
  await openWithHarryDown(page);
  await edit(page, "catchup/2/sandbox/harry/00000001", "whatever the future holds");
  await button(page, "Restart harry").click();
  await expect(server(page, "harry")).toContainText("written in format 2");
  await expect(server(page, "harry")).toContainText("down");
  await expect(status(page)).toContainText("written in format 2");

  await page.reload();
  await expect(server(page, "harry")).toContainText("written in format 2");
  await expect(server(page, "harry")).toContainText("down");
  await expect(server(page, "and")).toContainText("follower, up");
  await server(page, "harry").getByRole("button", { name: "Keep 1 to 4", exact: true }).click();
  await expect(storeOf(page, "harry")).toHaveText(FULL_STORE);
  expect(await stored(page, "catchup/2/")).toEqual({});
});

test("a room whose registry was spoilt by hand still opens", async ({ page }) => {
  await open(page);
  // A room is written when it is known that no other tab has it, which may be after the page was drawn.
  await expect.poll(() => stored(page, "catchup/1/sandbox/=registry")).not.toEqual({});
  await edit(page, "catchup/1/sandbox/=registry", "every tom <img> dick every");
  await page.reload();
  await expectMoment(page, 1, 1);
  await expect(notice(page, "The registry lists “<img>”")).toBeVisible();
  for (const name of ["every", "tom", "dick"]) await expect(server(page, name)).toContainText("follower, up");
  await expectLogs(page, { dick: FULL_LOG });
});
