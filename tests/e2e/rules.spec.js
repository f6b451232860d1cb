// The rules of a protocol: each can be switched off, and each that a promise hangs on has a run that shows it.

import { expect, test } from "./test.js";
import { expectAccessible } from "./axe.js";
import { button, expectMoment, notice, open, openScript, slider } from "./catchup.js";
import { misplaced, resize } from "./layout.js";

/** @import { Page } from "@playwright/test" */

/**
 * @param {Page} page The browser's page.
 * @returns {ReturnType<Page["getByRole"]>} The panel.
 */
const panel = (page) => page.getByRole("complementary", { name: /^Rules of/ });

/**
 * @param {Page} page The browser's page.
 * @returns {ReturnType<Page["getByRole"]>} The button that opens and closes it.
 */
const opener = (page) => page.getByRole("banner").getByRole("button", { name: "Rules", exact: false });

/**
 * Shows the run that a rule would have kept from breaking a promise, and looks whether the rule, now off, can be seen whole.
 * @param {Page} page The browser's page.
 * @param {string} name The rule.
 */
async function showRun(page, name) {
  await panel(page).getByRole("button", { name: `Show me what breaks without: ${name}` }).click();
  const rule = panel(page).getByRole("listitem").filter({ has: page.getByRole("switch", { name, exact: true, checked: false }) });
  await expect(rule, name).toBeInViewport({ ratio: 1 });
}

/**
 * Opens the rules of a protocol in the sandbox.
 * @param {Page} page The browser's page.
 * @param {string} protocol Its name in the picker.
 */
async function openRules(page, protocol = "Raft") {
  await open(page);
  await page.getByRole("group", { name: "Protocol" }).getByRole("radio", { name: protocol, exact: true }).check({ force: true });
  await opener(page).click();
  await expect(panel(page).getByRole("heading", { name: /^Rules of/ })).toBeFocused();
}

test("a rule is switched off and on, which tells the same run again, and the run’s text says so", async ({ page }) => {
  await openRules(page);
  await expect(panel(page).getByRole("switch")).toHaveCount(14);
  await expect(panel(page)).toContainText("14 of 14 on");
  const rule = panel(page).getByRole("switch", { name: "Done means committed" });
  await expect(rule).toBeChecked();
  await rule.click();
  await expect(rule).not.toBeChecked();
  await expect(rule).toHaveAccessibleDescription(/Without it, the client hears “done” as soon as the leader has the entry\. That can break: Writes stay/);
  await expect(panel(page)).toContainText("13 of 14 on");
  await expect(opener(page)).toContainText("1 off");
  await expect(notice(page, "The same run, without “Done means committed”.")).toBeVisible();
  const script = await openScript(page);
  await expect(script.text).toHaveValue(/^without answer_after_commit$/m);
  await page.keyboard.press("Escape");
  await panel(page).getByRole("button", { name: "All on" }).click();
  await expect(rule).toBeChecked();
  await expect(notice(page, "The same run, with all rules on.")).toBeVisible();
  await expect(panel(page).getByRole("button", { name: "All on" })).toHaveCount(0);
});

test("each rule that a promise hangs on has a run that breaks without it, and does not break with it", async ({ page }) => {
  test.slow();
  await openRules(page);
  const shows = panel(page).getByRole("button", { name: /^Show me/ });
  await expect(shows).toHaveCount(13);
  let promises = 0;
  for (const show of await shows.all()) {
    const name = (await show.textContent())?.replace("Show me what breaks without: ", "").trim() ?? "";
    await show.click();
    const rule = panel(page).getByRole("switch", { name, exact: true });
    await expect(rule, name).not.toBeChecked();
    const promise = (await rule.evaluate((element) => document.getElementById(element.getAttribute("aria-describedby") ?? "")?.querySelector(".harm b")?.textContent)) ?? null;
    if (promise === null) continue;
    promises += 1;
    await expect(panel(page).getByRole("heading", { name: `${promise}: broken` }), name).toBeVisible();
    await expect(panel(page).getByText("Broken by this step."), name).toBeVisible();
    await rule.click();
    await expect(rule, name).toBeChecked();
    await expect(panel(page).getByRole("heading", { name: `${promise}: broken` }), name).toHaveCount(0);
  }
  // The thirteenth keeps a goal from being reached.
  expect(promises).toBe(12);
});

test("the rule whose run is shown stays in sight, and so does one that is switched", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openRules(page);
  for (const name of ["Votes are on the disk", "Changes wait for an own entry"]) {
    await showRun(page, name);
  }
  const last = panel(page).getByRole("listitem").last();
  await last.getByRole("switch").click();
  await expect(last.getByRole("button", { name: /^Find the shortest run/ })).toBeInViewport({ ratio: 1 });
});

test("in a window of little height a run that is shown has “now” in sight, and so has its rule", async ({ page }) => {
  await page.setViewportSize({ width: 1200, height: 560 });
  await openRules(page);
  for (const name of ["One vote in a term", "Changes wait for an own entry"]) {
    await showRun(page, name);
    await expect(page.locator("#ladder").getByText("now", { exact: true }), name).toBeInViewport({ ratio: 1 });
  }
});

for (const protocol of ["Walk back (Raft paper)", "Walk back with hints"])
  test(`the check of the entry before has a run that shows it, under ${protocol}`, async ({ page }) => {
    await openRules(page, protocol);
    await panel(page).getByRole("button", { name: /^Show me what breaks without: The entry before is checked/ }).click();
    await expect(panel(page).getByRole("heading", { name: "Log matching: broken" })).toBeVisible();
    await expect(page.getByRole("radio", { name: protocol, exact: true })).toBeChecked();
    await panel(page).getByRole("switch", { name: "The entry before is checked" }).click();
    await expect(panel(page).getByRole("heading", { name: "Log matching: broken" })).toHaveCount(0);
  });

test("a promise that was broken leads back to where that happened", async ({ page }) => {
  await openRules(page);
  await panel(page).getByRole("button", { name: "Show me what breaks without: One vote in a term" }).click();
  await expect(panel(page).getByText("Broken by this step.")).toBeVisible();
  const brokenAt = Number(await slider(page).inputValue());
  await button(page, "Step").click();
  await panel(page).getByRole("button", { name: `Go to step ${brokenAt}` }).click();
  await expectMoment(page, brokenAt);
  await button(page, "Bring it back").click();
  await expect(opener(page)).not.toContainText("off");
});

test("a protocol without such rules says which have some", async ({ page }) => {
  await openRules(page, "Ask the length");
  await expect(panel(page).getByText("“Ask the length” has no rules that can be switched off. These have:")).toBeVisible();
  await expect(panel(page).getByRole("switch")).toHaveCount(0);
  // It takes no more room than it says.
  for (const size of [{ width: 390, height: 844 }, { width: 768, height: 1024 }, { width: 1440, height: 900 }]) {
    await resize(page, size);
    expect((await panel(page).boundingBox())?.height, `at ${size.width} px`).toBeLessThan(160);
  }
});

test("the panel is closed by its button, by Escape and by the one that opened it, and then the story is there again", async ({ page }) => {
  await openRules(page);
  const story = page.getByRole("complementary", { name: "Story" });
  await expect(story).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
  await expect(opener(page)).toBeFocused();
  await expect(story).toBeVisible();
  for (const close of ["Close the rules", "Rules"]) {
    await opener(page).click();
    await expect(panel(page)).toBeVisible();
    await (close === "Rules" ? opener(page) : button(page, close)).click();
    await expect(panel(page)).toBeHidden();
  }
});

test("on a phone the panel makes room for the run that it shows", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openRules(page);
  await expect(button(page, "Step")).toBeInViewport();
  await panel(page).getByRole("button", { name: "Show me what breaks without: One vote in a term" }).click();
  await expect(panel(page)).toBeHidden();
  await expect(opener(page)).toContainText("1");
});

for (const { scheme, width } of /** @type {const} */ ([{ scheme: "light", width: 1400 }, { scheme: "dark", width: 390 }])) {
  test(`axe finds nothing wrong with the rules, ${width} px wide, ${scheme}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await openRules(page);
    await panel(page).getByRole("switch", { name: "Done means committed" }).click();
    await expectAccessible(page, "a rule that is off");
  });
}

test("beside the rules, what is on the cards can be pressed at any width", async ({ page }) => {
  await openRules(page);
  for (const width of [1184, 1200, 1230, 1280, 1440]) {
    await resize(page, { width, height: 900 });
    expect(await misplaced(page, ".heads"), `at ${width} px`).toEqual([]);
  }
});
