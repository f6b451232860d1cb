// The page in one file, opened from a disk without a server and without a network.

import { readFileSync, writeFileSync } from "node:fs";
import { button, conversation, expectMoment, notice, open, openScript, server, step } from "./catchup.js";
import { expect, test } from "./test.js";

/** @import { Page } from "@playwright/test" */

const dist = new URL("../../dist/", import.meta.url);
const file = new URL("catchup.html", dist);

/**
 * Opens the one file where there is no network, and listens for what it should not do.
 * @param {Page} page The browser's page.
 * @param {string} [address] What follows the file's own address.
 * @returns {Promise<string[]>} What the page asked for, other than itself, and what it complained about: both come in later.
 */
async function openFile(page, address = "") {
  /** @type {string[]} */
  const amiss = [];
  page.on("request", (request) => { if (!/^(data|blob):|catchup\.html$/.test(request.url().replace(/#.*/, ""))) amiss.push(request.url()); });
  page.on("console", (message) => { if (message.type() === "error") amiss.push(message.text()); });
  await page.context().setOffline(true);
  await page.goto(file.href + address);
  await expect(page.getByRole("slider", { name: "Moment", exact: true })).toBeVisible();
  return amiss;
}

test("the page in one file works from a disk without a network, and is found as it was left", async ({ page }) => {
  const amiss = await openFile(page);
  await expect(page.getByRole("heading", { name: "Two servers, one conversation" })).toBeVisible();
  await step(page, 2);
  const shown = Number(await page.getByRole("slider", { name: "Moment", exact: true }).inputValue());
  await page.reload();
  await expectMoment(page, shown);
  // What else is loaded when it is opened is in the file, too.
  for (const [name, title] of [["Help", "How this works"], ["Side by side", "Side by side"]]) {
    await button(page, name ?? "").click();
    const opened = page.getByRole("dialog", { name: title ?? "", exact: true });
    await opened.getByRole("button", { name: "Close", exact: true }).click();
  }
  const { dialog, text } = await openScript(page);
  await text.fill("protocol ask_length\nservers tom dick\nclient dick youre_the_leader\nsettle\n");
  await dialog.getByRole("button", { name: "Run it", exact: true }).click();
  await expect(server(page, "tom")).toBeVisible();
  await page.goto(`${file.href}#1/1/plain,protocol%20ask_length%0Aservers%20ann%20bob%0Akill%20bob%0A`);
  await expect(button(page, "Restart bob")).toBeVisible();
  expect(amiss).toEqual([]);
});

test("the page offers itself as one file, which does not offer itself again", async ({ page }) => {
  await open(page);
  await button(page, "Share").click();
  const saved = page.waitForEvent("download");
  await page.getByRole("link", { name: "Save the page" }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe("catchup.html");
  expect(readFileSync(await download.path(), "utf8")).toBe(readFileSync(file, "utf8"));
  await openFile(page);
  await button(page, "Share").click();
  await expect(page.getByText("This page was opened from a disk, where no other page can show it.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Save the page" })).toHaveCount(0);
});

test("the search runs in the one file, too, though there is no other file for its worker", async ({ page }) => {
  const amiss = await openFile(page, "#sandbox");
  await button(page, "Break it").click();
  const view = page.getByRole("dialog", { name: "Break it" });
  await view.getByRole("button", { name: "Start", exact: true }).click();
  await expect(view.getByRole("heading", { name: "Broken in 2 actions" })).toBeVisible({ timeout: 60_000 });
  expect(amiss).toEqual([]);
});

test("where a file gets no storage, the page works in memory and says so", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } }));
  const amiss = await openFile(page, "#sandbox");
  await expect(notice(page, "works in memory: what you do is lost when you leave")).toBeVisible();
  await step(page);
  await expect(conversation(page).first()).toContainText("You’re the leader.");
  expect(amiss).toEqual([]);
});

test("the one file says so when it is not whole", async ({ page }) => {
  const whole = readFileSync(file, "utf8");
  for (const part of [0.02, 0.5]) {
    const cut = test.info().outputPath("cut.html");
    writeFileSync(cut, whole.slice(0, whole.length * part));
    await page.goto(`file://${cut}`);
    await expect(page.getByRole("alert"), `${part} of it`).toContainText("This file is not whole");
  }
});

test("the page of a site, opened from the disk, says what is missing and leads to the one file", async ({ page }) => {
  await page.goto(new URL("index.html", dist).href);
  await expect(page.getByRole("alert")).toContainText("This page was opened as a file");
  await page.getByRole("link", { name: "Open catchup.html" }).click();
  await step(page);
});
