// The side by side view, as a person uses it: one start, one trouble, several protocols, stepped together.

import { expect, test } from "./test.js";
import { expectAccessible } from "./axe.js";

/** @import { Page } from "@playwright/test" */

/**
 * @param {Page} page The page, which is opened with the view.
 * @returns The view.
 */
async function openView(page) {
  await page.goto("./#sandbox");
  await page.getByRole("button", { name: "Side by side" }).click();
  const view = page.getByRole("dialog", { name: "Side by side" });
  await expect(view.getByRole("region", { name: "Walk back with hints" })).toBeVisible();
  return view;
}

test("all columns step together, and one that has ended says so", async ({ page }) => {
  const view = await openView(page);
  const asking = view.getByRole("region", { name: "Ask the length" });
  const walking = view.getByRole("region", { name: "Walk back (Raft paper)" });
  await expect(view.getByRole("status")).toHaveText("Step 0 of 9.");
  await expect(view.getByRole("button", { name: "Back all" })).toBeDisabled();

  for (let step = 0; step < 7; step += 1) await view.getByRole("button", { name: "Step all" }).click();
  await expect(view.getByRole("status")).toHaveText("Step 7 of 9. Ask the length and Walk back with hints have ended.");
  await expect(asking).toContainText("Ended after 7 steps");
  await expect(walking).toContainText("harry does not have dick’s entry 3, set x3 1, so dick goes 1 entry back and sends entries 3 to 5.");
  await expect(walking.getByRole("table", { name: "What Walk back (Raft paper) costs so far" })).toContainText("5 of 6");
  await expect(walking.getByRole("list", { name: "Messages under Walk back (Raft paper)" }).getByRole("listitem").last()).toHaveText(/dick→ to harry: *Entries\s3 to 5, to go after my entry\s2 of term\s1\. *\(in flight\)/);
  await expect(walking.getByRole("row", { name: /^harry/ }).getByRole("cell").nth(2)).toHaveText(/on its way, just compared/);

  await view.getByRole("button", { name: "All to the end" }).click();
  await expect(view.getByRole("status")).toHaveText("Step 9 of 9. All have ended.");
  await view.getByRole("slider", { name: "Moment of all" }).press("ArrowLeft");
  await expect(view.getByRole("status")).toContainText("Step 8 of 9.");
  // It is heard of the slider, and not once more.
  await expect(view.getByRole("slider", { name: "Moment of all" })).toHaveAttribute("aria-valuetext", /^Step 8 of 9\./);
  await expect(view.getByRole("status")).toHaveAttribute("aria-live", "off");
  await view.getByRole("button", { name: "All to the start" }).click();
  await expect(view.getByRole("status")).toHaveText("Step 0 of 9.");
  await expect(view.getByRole("status")).not.toHaveAttribute("aria-live");
});

test("the table says who needs least, and who is wrong", async ({ page }) => {
  const view = await openView(page);
  await view.getByRole("combobox", { name: "Start" }).selectOption("The same length, but different logs");
  const table = view.getByRole("region", { name: "What it takes, and what comes of it" });
  await expect(table.getByRole("row", { name: "Ask the length" })).toContainText("No: they differ");
  await expect(table.getByRole("row", { name: "Walk back (Raft paper)" })).toContainText("least 154");

  await view.getByRole("checkbox", { name: "Walk back with hints" }).uncheck();
  await view.getByRole("checkbox", { name: "Raft", exact: true }).uncheck();
  await expect(table.getByRole("row")).toHaveCount(3);
  await expect(view.getByRole("checkbox", { name: "Walk back (Raft paper)" })).toBeChecked();
  await view.getByRole("checkbox", { name: "Walk back (Raft paper)" }).click();
  await expect(view.getByRole("checkbox", { name: "Walk back (Raft paper)" })).toBeChecked();
});

test("a slider makes the follower fall behind", async ({ page }) => {
  const view = await openView(page);
  await view.getByRole("slider", { name: "Behind by" }).press("End");
  await expect(view.getByRole("combobox", { name: "Start" })).toHaveValue("behind");
  await expect(view.getByRole("region", { name: "What it takes, and what comes of it" }).getByRole("row", { name: "Walk back (Raft paper)" })).toContainText("24");
});

test("a fault is told at its text with its line, and nothing is lost", async ({ page }) => {
  const view = await openView(page);
  await view.getByText("Start and trouble as text").click();
  const trouble = view.getByRole("textbox", { name: "Trouble" });
  await trouble.fill("client dick youre_the_leader\ndeliver 1\n");
  await expect(view.getByRole("combobox", { name: "Start" })).toHaveValue("own");
  await view.getByRole("button", { name: "Run these texts" }).click();
  await expect(view.getByRole("alert")).toContainText("Line 2: found deliver 1");
  await expect(trouble).toHaveAccessibleDescription(/Line 2/);
  await expect(trouble).toHaveValue("client dick youre_the_leader\ndeliver 1\n");
  await expect(view.getByRole("status")).toHaveText("Step 0 of 9.");

  await view.getByRole("combobox", { name: "Start" }).selectOption("Figure 7 of the Raft paper");
  await expect(view.getByRole("alert")).toHaveCount(0);
  await view.getByRole("combobox", { name: "Start" }).selectOption("Your own");
  await expect(trouble).toHaveValue("client dick youre_the_leader\ndeliver 1\n");

  await trouble.fill("client dick youre_the_leader\nstep\nprompt dick resend\nsettle\n");
  await view.getByRole("button", { name: "Run these texts" }).click();
  await expect(view.getByRole("region", { name: "Ask the length" })).toContainText("Line 3, prompt dick resend, was left out");
});

test("the start of the run on the page can be borrowed, and the page stays as it is", async ({ page }) => {
  const view = await openView(page);
  await view.getByRole("combobox", { name: "Start" }).selectOption("The start of the run on the page");
  await expect(view.getByRole("table", { name: "Logs under Ask the length" }).getByRole("row")).toHaveCount(6);
  await view.getByRole("button", { name: "All to the end" }).click();
  await page.keyboard.press("Escape");
  await expect(view).toBeHidden();
  await expect(page.getByRole("button", { name: "Side by side" })).toBeFocused();
  await expect(page.getByRole("slider", { name: "Moment", exact: true })).toHaveValue("0");
});

for (const width of [390, 1024, 1440]) {
  test(`the steps' bar and the entries lie whole in a window of ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    const view = await openView(page);
    await view.getByRole("button", { name: "Step all" }).click();
    const slider = view.getByRole("slider", { name: "Moment of all" });
    await expect(slider).toBeInViewport({ ratio: 1 });
    expect((await slider.boundingBox())?.width).toBeGreaterThan(width / 3);
    for (const name of ["All to the start", "Back all", "Step all", "All to the end"]) await expect(view.getByRole("button", { name })).toBeInViewport({ ratio: 1 });
    const cut = await view.locator(".wordy .command").evaluateAll((commands) => commands.filter((command) => command.checkVisibility() && command.scrollWidth > command.clientWidth).map(({ textContent }) => textContent));
    expect(cut).toEqual([]);
  });
}

for (const { width, lang } of [{ width: 768, lang: "en" }, { width: 1024, lang: "de" }, { width: 1280, lang: "de" }, { width: 1440, lang: "de" }])
  test(`words over counts and beside marks keep apart at ${width} px, in ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`./?lang=${lang}#side-by-side`);
    const view = page.locator("dialog.compare");
    await expect(view.locator(".tally")).toHaveCount(4);
    const wide = await view.locator(".tally th").evaluateAll((heads) => heads.filter((head) => head.scrollWidth > head.clientWidth).map(({ textContent }) => textContent));
    expect(wide).toEqual([]);
    const apart = await view.evaluate((dialog) => {
      const [summary, legend] = [".texts summary", ".legend"].map((part) => dialog.querySelector(part)?.getBoundingClientRect());
      return summary && legend && { lines: Math.round(summary.height / 28), over: summary.left < legend.right && summary.right > legend.left && summary.top < legend.bottom && summary.bottom > legend.top };
    });
    expect(apart).toEqual({ lines: 1, over: false });
  });

test("nothing moves when columns come to their end", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const view = await openView(page);
  const tops = () => view.locator(".tally").evaluateAll((tables) => tables.map((table) => Math.round(table.getBoundingClientRect().top / 4)));
  const before = await tops();
  expect(new Set(before).size).toBe(1);
  await view.getByRole("button", { name: "All to the end" }).click();
  await expect(view.getByText(/^Ended after/)).toHaveCount(4);
  expect(await tops()).toEqual(before);
});

test("its address opens it over the sandbox, and the browser’s Back closes it", async ({ page }) => {
  await page.goto("./#sandbox");
  await page.goto("./#side-by-side");
  const view = page.getByRole("dialog", { name: "Side by side" });
  await expect(view).toBeVisible();
  await page.goBack();
  await expect(view).toBeHidden();
  await page.goForward();
  await expect(view).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("button", { name: "Step", exact: true })).toBeVisible();
});

test("when it is closed, the address is again that of the room, which a reload opens, and Back and Forward lead through both rooms", async ({ page }) => {
  const view = page.getByRole("dialog", { name: "Side by side" });
  await page.goto("./#lesson-asked-twice");
  await page.goto("./#sandbox");
  await page.goto("./#side-by-side");
  await expect(view).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/#sandbox$/);
  await page.reload();
  await expect(page.getByRole("button", { name: "Step", exact: true })).toBeVisible();
  await expect(view).toBeHidden();
  // The view's own entry of the history was left behind with it: one press leads to what was open before the room.
  await page.goBack();
  await expect(page).toHaveURL(/#lesson-asked-twice$/);
  await expect(page.locator("#story > h2")).toHaveText("Asked twice");
  await page.goForward();
  await expect(page).toHaveURL(/#sandbox$/);
  await expect(view).toBeHidden();
});

test("where its address was the first, the room under it has one of its own when it is closed", async ({ page }) => {
  const view = page.getByRole("dialog", { name: "Side by side" });
  await page.goto("./#side-by-side");
  await expect(view).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page).toHaveURL(/#lesson-two-servers$/);
  await expect(view).toBeHidden();
});

for (const width of [390, 1440]) {
  test(`axe finds nothing, light or dark, ${width} pixels wide`, async ({ page }) => {
    // Figure 7 has many cells, and axe looks at the colours of each.
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    const view = await openView(page);
    await view.getByRole("combobox", { name: "Start" }).selectOption("Figure 7 of the Raft paper");
    for (let step = 0; step < 9; step += 1) await view.getByRole("button", { name: "Step all" }).click();
    await view.getByText("Start and trouble as text").click();
    await view.getByText("The chart as tables").click();
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page, `the conversations side by side, ${colorScheme}`, ".compare");
    }
    expect(await page.evaluate(() => document.querySelector(".compare-body")?.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
