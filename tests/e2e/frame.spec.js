// In a frame that may run scripts and nothing else: no storage, no forms, no clipboard, and an address bar of somebody
// else's. All of the page works there, in memory.

import { FULL_LOG, NAMES, button, expectLogs, expectMoment, logOf, notice, openScript, say, server, step, trouble } from "./catchup.js";
import { expect, test } from "./test.js";

/** @import { Page } from "@playwright/test" */

/**
 * Opens the page in a sandboxed frame of another page.
 * @param {Page} page The browser's page.
 * @param {string} address The page's own.
 * @returns {Promise<Page>} The frame, as far as tests use it.
 */
async function openInFrame(page, address) {
  // A frame without an origin may fetch only what is meant for everybody.
  await page.route("**/*", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "access-control-allow-origin": "*" } });
  });
  await page.setContent(`<iframe sandbox="allow-scripts" src="${address}#sandbox" style="width: 1240px; height: 680px"></iframe>`);
  const frame = /** @type {Page} */ (/** @type {unknown} */ (page.frames()[1]));
  await expect(frame.getByRole("slider", { name: "Moment", exact: true })).toBeVisible();
  return frame;
}

test("everything works in a sandboxed frame, without forms, storage, clipboard or an address", async ({ page, baseURL }) => {
  // Each part of the page is tried in turn.
  test.slow();
  const frame = await openInFrame(page, baseURL ?? "");
  await expect(notice(frame, "works in memory")).toHaveCount(1);
  await say(frame, "tom", "set x 1");
  await step(frame);
  await expect(logOf(frame, "tom").first()).toContainText("set x 1");
  await frame.getByRole("textbox", { name: "Command", exact: true }).fill("set y 2");
  await page.keyboard.press("Enter");
  await button(frame, "Settle").click();
  await expect(logOf(frame, "tom").nth(1)).toContainText("set y 2");

  await frame.getByRole("textbox", { name: "Name of the newcomer" }).fill("bob");
  await button(frame, "Start server").click();
  await expect(server(frame, "bob")).toContainText("follower, up");
  await button(frame, "Kill tom").click();
  const menu = await trouble(frame, "tom");
  await menu.getByRole("button", { name: "Damage it", exact: true }).click();
  await page.keyboard.press("Escape");
  await expect(logOf(frame, "tom").nth(1)).toContainText("damaged");

  await button(frame, "Copy link").click();
  await expect(frame.getByRole("textbox", { name: "Link to this moment", exact: true })).toHaveValue(/#1\//);

  const { dialog, text } = await openScript(frame);
  await text.fill(`protocol ask_length\nservers ${NAMES.join(" ")}\ndisk dick 0 set a 1\nclient dick youre_the_leader\nsettle\n`);
  await dialog.getByRole("button", { name: "Run it", exact: true }).click();
  await expect(dialog).toBeHidden();
  await button(frame, "Settle").click();
  await expectLogs(frame, { harry: FULL_LOG.slice(0, 1) });
  await button(frame, "Reset").click();
  await expectMoment(frame, 0);
  for (const [open, name] of [["Script", "Script"], ["Help", "How this works"], ["Side by side", "Side by side"]]) {
    await button(frame, open ?? "").click();
    const opened = frame.getByRole("dialog", { name: name ?? "", exact: true });
    await opened.getByRole("button", { name: "Close", exact: true }).click();
    await expect(opened).toBeHidden();
  }
  await frame.getByRole("combobox", { name: "Lesson", exact: true }).selectOption("asked-twice");
  await expect(frame.getByRole("heading", { name: "Asked twice" })).toBeVisible();
});
