// Break it: the search for the shortest run that breaks a promise, in its worker.

import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "./test.js";
import { expectAccessible } from "./axe.js";
import { button, expectMoment, open, slider, status } from "./catchup.js";

/** @import { Locator, Page } from "@playwright/test" */

/** Long enough for a search on a machine that has much else to do. */
const patience = { timeout: 60_000 };

/**
 * Opens the view over the run on the page.
 * @param {Page} page The browser's page.
 * @returns {Promise<Locator>} The view, with its bounds.
 */
async function openView(page) {
  await button(page, "Break it").click();
  const view = page.getByRole("dialog", { name: "Break it" });
  await expect(view.getByRole("group", { name: "kills", exact: true })).toContainText("1", patience);
  return view;
}

/**
 * @param {Locator} view The view.
 * @param {string} title A bound.
 * @param {number} value What it is to be.
 */
async function setBound(view, title, value) {
  const bound = view.getByRole("group", { name: title, exact: true });
  const shown = bound.locator("[aria-live=polite]");
  for (let at = Number(await shown.textContent()); at !== value; at += at < value ? 1 : -1) {
    await bound.getByRole("button", { name: at < value ? `More ${title}` : `Fewer ${title}` }).click();
  }
  await expect(shown).toHaveText(`${value}`);
}

test("the shortest run that breaks a promise is found, explained, and opened on the page", async ({ page }) => {
  await open(page);
  const view = await openView(page);
  await setBound(view, "writes", 0);
  await view.getByRole("button", { name: "Start", exact: true }).click();
  await expect(view.getByRole("heading", { name: "Broken in 10 actions" })).toBeVisible(patience);
  const actions = view.getByRole("list", { name: "The actions of the run" }).locator("> li");
  await expect(actions).toHaveCount(10);
  await expect(actions.last()).toContainText("broken");
  await expect(view).toContainText("Entry 5 on every, set a 1, was entry 1 at its sender.");
  const nearest = view.getByRole("region", { name: "The nearest that holds" });
  await expect(nearest).toContainText("After action 6, a promise breaks in whatever order the messages in flight arrive.", patience);
  await nearest.getByText("Actions 1 to 5 are the same.").click();
  await expect(nearest.getByRole("list", { name: "The actions of the nearest run that does not break" })).toContainText("instead");
  await expect(actions.nth(5)).toContainText("differs here");
  expect(await view.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight), "how far the view itself can be scrolled").toBe(0);
  await expectAccessible(page, "what was found", ".search");
  await view.getByRole("button", { name: "Open this run", exact: true }).click();
  await expect(view).toBeHidden();
  await expect(slider(page)).toHaveAttribute("max", "10");
  await expectMoment(page, 10);
  await expect(page.getByRole("complementary", { name: "Client and network" })).toContainText("Nothing repeated: broken");
});

test("who tries it is counted, hinted and told how near it is, and may step back", async ({ page }) => {
  await open(page);
  const view = await openView(page);
  await view.getByRole("switch", { name: "Look ahead while stepping" }).click();
  await view.getByRole("button", { name: "Start", exact: true }).click();
  await view.getByRole("button", { name: "First hint" }).click(patience);
  const challenge = page.getByRole("region", { name: "Break it yourself in at most 2 actions" });
  await expect(challenge).toContainText("Next: Client to every: set a 2.");
  await page.reload();
  const side = page.getByRole("complementary", { name: "Client and network" });
  await side.getByRole("combobox", { name: "Server" }).selectOption("every");
  await side.getByRole("textbox", { name: "Command" }).fill("set a 2");
  await expect(side.getByRole("button", { name: "Send" })).toHaveAccessibleDescription("breaks in 2 actions", patience);
  await side.getByRole("button", { name: "Send" }).click();
  await challenge.getByRole("button", { name: "Hint" }).click();
  await expect(challenge).toContainText("Next: Deliver 1, from client to every.", patience);
  await button(page, "Back").click();
  await expect(challenge).toContainText("0 actions so far.");
  await button(page, "Step").click();
  const ahead = page.getByRole("region", { name: "Look-ahead" });
  await expect(ahead).toContainText("One action is enough to break a promise.", patience);
  await expect(side.getByRole("button", { name: "Drop 1, the client to “every”" })).toHaveAccessibleDescription("breaks in 3 actions");
  await expect(button(page, "Step")).toHaveAccessibleDescription("breaks at once");
  await expectAccessible(page, "marks on the buttons", ".side, .play");
  // A menu has actions that were not offered before.
  await button(page, "Trouble for every").click();
  await expect(page.getByRole("button", { name: "Isolate every" })).toHaveAccessibleDescription(/^(breaks|none)/, patience);
  await page.keyboard.press("Escape");
  await ahead.getByText("Look-ahead", { exact: true }).click();
  await ahead.getByRole("list", { name: "breaks at once" }).getByRole("button", { name: "Deliver 1, client to every" }).click();
  await expect(challenge).toContainText("Broken in 2 actions: no run within these bounds needs fewer.");
  await expectAccessible(page, "a challenge, and what is seen ahead", ".watch");
  await challenge.getByRole("button", { name: "Leave" }).click();
  await page.getByRole("button", { name: "Switch off" }).click();
  await expect(page.locator("#watch")).toBeHidden();
});

test("a search from another moment, within other bounds, says that nothing breaks and of what it says so", async ({ page }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "#lesson-nobody-is-nominated");
  await slider(page).fill("0");
  await expectMoment(page, 0);
  // What searches breaks off, and is there again when it is asked once more.
  await page.route(/\/worker[^/]*\.js/, (route) => route.fulfill({ contentType: "text/javascript", body: "throw new Error('no more')" }), { times: 1 });
  await button(page, "Break it").click();
  await expect(page.getByText("The search broke off: Uncaught Error: no more")).toBeVisible(patience);
  await page.keyboard.press("Escape");
  const view = await openView(page);
  await expect(view).not.toContainText("The search broke off");
  await setBound(view, "writes", 0);
  await setBound(view, "timeouts", 1);
  await setBound(view, "kills", 0);
  await view.getByRole("button", { name: "Start", exact: true }).click();
  await expect(view.getByRole("heading", { name: "Nothing breaks within these bounds" })).toBeVisible(patience);
  await expect(view).toContainText(/All \d+ states that can be reached were looked at/);
  await expect(view.getByRole("list", { name: "What happened within the bounds" })).toContainText(/A leader was elected: first after \d+ actions?/);
  await expect(view.getByRole("button", { name: "Open this run" })).toHaveCount(0);
  await view.getByRole("button", { name: "Copy link" }).click();
  await expect(view).toContainText("Link copied.");
  await page.goto(await page.evaluate(() => navigator.clipboard.readText()));
  await expect(view.getByRole("group", { name: "timeouts", exact: true })).toContainText("1", patience);
  await expect(view.getByRole("group", { name: "kills", exact: true })).toContainText("0");
});

test("a search that would take long is stopped, by keyboard and on a phone, and claims nothing", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, "#lesson-nobody-is-nominated");
  const view = await openView(page);
  await setBound(view, "writes", 3);
  await setBound(view, "timeouts", 5);
  await setBound(view, "kills", 3);
  await view.getByRole("button", { name: "Start", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(view.getByRole("region", { name: "How far it is" })).toContainText(/[1-9]\d\d/, patience);
  await view.getByRole("button", { name: "Try it" }).press("Enter");
  await expect(view).toBeHidden();
  await page.getByRole("heading", { name: "Break it yourself", exact: true }).click();
  const challenge = page.getByRole("region", { name: "Break it yourself", exact: true });
  await expect(challenge).toContainText("The fewest are known when the search has ended.");
  await challenge.getByRole("button", { name: "Leave" }).click();
  const strip = page.getByRole("region", { name: "Break it", exact: true });
  await expect(strip).toContainText("nothing breaks.");
  await strip.getByRole("button", { name: "Stop" }).press("Enter");
  await expect(strip).toContainText("Of longer runs nothing is known.");
  await expect(strip.getByRole("button", { name: "Show" })).toBeFocused();
  await page.keyboard.press("Enter");
  await view.getByRole("button", { name: "Start again" }).press("Enter");
  await expect(view.getByRole("heading", { name: "Searching" })).toBeVisible();
  await view.getByRole("button", { name: "Stop", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(view.getByRole("heading", { name: "Stopped", exact: true })).toBeVisible();
  await expect(view).toContainText("Of longer runs nothing is known.");
  expect(await page.evaluate(() => document.querySelector(".search-body")?.scrollWidth)).toBeLessThanOrEqual(390);
  await page.keyboard.press("Escape");
  await expect(view).toBeHidden();
  await expect(status(page)).not.toBeEmpty();
});

test("it searches in the page of one file, too, opened from a disk", async ({ page }) => {
  await page.goto(pathToFileURL(path.resolve("dist/catchup.html")).href);
  await expect(slider(page)).toBeVisible();
  const view = await openView(page);
  await view.getByRole("button", { name: "Start", exact: true }).click();
  await expect(view.getByRole("heading", { name: /^Broken in \d+ actions$/ })).toBeVisible(patience);
});

test("from a rule that is off, the shortest run without it is looked for, from the start", async ({ page }) => {
  await open(page, "#lesson-nobody-is-nominated");
  await page.getByRole("banner").getByRole("button", { name: "Rules", exact: false }).click();
  const rules = page.getByRole("complementary", { name: /^Rules of/ });
  await rules.getByRole("switch", { name: "Votes are on the disk" }).click();
  await rules.getByRole("button", { name: "Find the shortest run that breaks without: Votes are on the disk" }).click();
  const view = page.getByRole("dialog", { name: "Break it" });
  await expect(view).toContainText("Votes are on the disk");
  await expect(view).toContainText("the start");
  await expect(view.getByRole("heading", { name: /^Broken in \d+ actions$/ })).toBeVisible(patience);
  await expect(view).toContainText(/Election safety\. Term\s1 has had two leaders/);
});

test("on a narrow phone the sign of what was found stands beside its title", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page);
  const view = await openView(page);
  await view.getByRole("button", { name: "Start", exact: true }).click();
  const title = view.getByRole("heading", { name: /^Broken in/ });
  await expect(title).toBeVisible(patience);
  const [sign, words] = [await view.locator(".result-head > .icon").first().boundingBox(), await title.boundingBox()];
  expect(sign && words && sign.x + sign.width <= words.x && sign.y >= words.y && sign.y + sign.height <= words.y + words.height).toBe(true);
});
