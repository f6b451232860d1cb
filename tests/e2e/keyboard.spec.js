// The page with the keyboard alone.

import { expect, test } from "./test.js";
import { EXAMPLE_LENGTH, FULL_LOG, button, conversation, expectLogs, expectMoment, open, openAtRest, openScript, slider, status, step, notice } from "./catchup.js";

/** @import { Page } from "@playwright/test" */

/**
 * Walks through the page with the Tab key, from Step once around.
 * @param {Page} page The browser's page.
 * @returns {Promise<string[]>} What had the focus, as people who listen meet it, such as `button "Step"`.
 */
async function walk(page) {
  /** @type {string[]} */
  const met = [];
  await button(page, "Step").focus();
  while (met.length < 200 && met.at(-1) !== 'button "Step"') {
    await page.keyboard.press("Tab");
    const focused = page.locator("*:focus");
    // Between the last and the first element the focus is outside of the page.
    if ((await focused.count()) === 0) continue;
    const [first = ""] = (await focused.ariaSnapshot()).split("\n");
    met.push(nameIn(first));
  }
  return met;
}

/**
 * @param {string} line A line of the page as people who listen meet it: `- button "Step"`.
 * @returns {string} The role and the name in it.
 */
function nameIn(line) {
  return /^- '?([a-z]+(?: ".*?")?)/.exec(line)?.[1] ?? line;
}

test("a notice that is dismissed with a key leaves the focus at Step", async ({ page }) => {
  await open(page);
  await button(page, "Kill dick").press("Enter");
  const dismiss = button(page, "Dismiss this notice");
  await expect(dismiss).toHaveCount(1);
  await dismiss.press("Enter");
  await expect(dismiss).toHaveCount(0);
  await expect(button(page, "Step")).toBeFocused();
});

test("the Tab key reaches everything that can be pressed, chosen or typed into", async ({ page }) => {
  await open(page);
  await step(page, 3);
  const met = await walk(page);
  const buttons = await page.getByRole("button").and(page.locator(":visible")).all();
  expect(buttons.length).toBeGreaterThan(50);
  for (const each of buttons) {
    expect(met).toContain(nameIn(await each.ariaSnapshot()));
  }
  for (const name of ['combobox "Lesson"', 'combobox "Server"', 'textbox "Command"', 'textbox "Name of the newcomer"', 'slider "Moment"', 'combobox "Speed"']) expect(met).toContain(name);
  // The protocol, and what to let run: one stop for each group.
  expect(met.filter((name) => name.startsWith("radio"))).toHaveLength(2);
  for (const name of ["link \"To the controls\"", "link \"To the conversation\""]) expect(met).toContain(name);
});

test("whatever has the focus shows it", async ({ page }) => {
  await open(page);
  await step(page, 3);
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    const look = await page.evaluate(() => {
      const focused = document.activeElement;
      // The slider shows it on its thumb, which a script can't look at.
      if (!focused || focused === document.body || focused.matches("[type=range]")) return null;
      // A choice or a message may show its focus on the part of it that is drawn.
      const parts = [focused, focused.parentElement, ...focused.querySelectorAll("*")].filter((part) => part !== null);
      const outlined = parts.some((part) => getComputedStyle(part).outlineStyle !== "none" && Number.parseFloat(getComputedStyle(part).outlineWidth) > 0);
      return { outlined, what: focused.outerHTML.slice(0, 120) };
    });
    if (look) expect(look.outlined, look.what).toBe(true);
  }
});

test("the arrow keys, Home and End go through the run", async ({ page }) => {
  await open(page);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expectMoment(page, 2, EXAMPLE_LENGTH);
  await page.keyboard.press("ArrowLeft");
  await expectMoment(page, 1, EXAMPLE_LENGTH);
  await page.keyboard.press("End");
  await expectMoment(page, EXAMPLE_LENGTH, EXAMPLE_LENGTH);
  await expectLogs(page, { harry: FULL_LOG });
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Home");
  await expectMoment(page, 0, EXAMPLE_LENGTH);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Control+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expectMoment(page, 1, EXAMPLE_LENGTH);
});

test("the space bar plays and pauses", async ({ page }) => {
  await openAtRest(page);
  await page.keyboard.press("Space");
  await expect(button(page, "Pause")).toBeVisible();
  await page.clock.runFor(10_000);
  await page.keyboard.press("Space");
  await expect(button(page, "Play")).toBeVisible();
  const moment = Number(await slider(page).inputValue());
  expect(moment).toBeGreaterThanOrEqual(2);
  await page.clock.runFor(10_000);
  await expectMoment(page, moment);
});

test("on a button the space bar presses it, and the arrow keys still step", async ({ page }) => {
  await open(page);
  await button(page, "Kill harry").focus();
  await page.keyboard.press("ArrowRight");
  await expectMoment(page, 1, EXAMPLE_LENGTH);
  await page.keyboard.press("Space");
  await expectMoment(page, 2, 2);
  await expect(button(page, "Restart harry")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(button(page, "Kill harry")).toBeFocused();
  await expectMoment(page, 3, 3);
});

test("the slider moves by its own keys, once a press", async ({ page }) => {
  await open(page);
  await slider(page).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expectMoment(page, 2, EXAMPLE_LENGTH);
  await page.keyboard.press("End");
  await expectMoment(page, EXAMPLE_LENGTH, EXAMPLE_LENGTH);
  await page.keyboard.press("ArrowLeft");
  await expectMoment(page, EXAMPLE_LENGTH - 1, EXAMPLE_LENGTH);
});

test("keys that are typed into a field stay there", async ({ page }) => {
  await open(page);
  const command = page.getByRole("textbox", { name: "Command", exact: true });
  await command.focus();
  await page.keyboard.type("set a ?");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("End");
  await page.keyboard.type(" b");
  await expect(command).toHaveValue("set a ? b");
  await expect(page.getByRole("dialog", { name: "How this works" })).toBeHidden();
  await expect(button(page, "Pause")).toHaveCount(0);
  await page.getByRole("combobox", { name: "Server", exact: true }).focus();
  await page.keyboard.press("End");
  await step(page);
  await expectMoment(page, 1, EXAMPLE_LENGTH);
});

test("what is typed moves nothing in any field, and the space bar plays without scrolling", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  // Play goes no further than its first step.
  await openAtRest(page);
  await step(page, 5);
  const typeInto = async (/** @type {import("@playwright/test").Locator} */ field) => {
    await field.focus();
    await page.keyboard.type("x  ?");
    for (const key of ["Home", "ArrowRight", "ArrowLeft", "End", "Space"]) await page.keyboard.press(key);
  };
  await typeInto(page.getByRole("textbox", { name: "Name of the newcomer", exact: true }));
  const { dialog, text } = await openScript(page);
  await typeInto(text);
  await expect(text).toHaveValue(/ \?/);
  await dialog.getByRole("button", { name: "Close", exact: true }).click();
  await expectMoment(page, 5, EXAMPLE_LENGTH);
  await expect(button(page, "Pause")).toHaveCount(0);

  await page.evaluate(() => {
    /** @type {HTMLElement | null} */ (document.activeElement)?.blur();
    // Not at the end: a step may make what is there shorter.
    document.getElementById("side")?.scrollTo(0, 100);
  });
  const tops = () => page.evaluate(() => [scrollY, ...["page", "side", "story"].map((id) => document.getElementById(id)?.scrollTop)]);
  const before = await tops();
  await page.keyboard.press("Space");
  await expect(button(page, "Pause")).toBeVisible();
  await page.keyboard.press("Space");
  await expect(button(page, "Play")).toBeVisible();
  expect(await tops()).toEqual(before);
});

test("? opens the help, in which the keys can be switched off", async ({ page }) => {
  await open(page);
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "How this works" });
  await expect(help).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await help.getByRole("checkbox", { name: "Use these keys" }).focus();
  await page.keyboard.press("Space");
  await expect(help.getByRole("checkbox", { name: "Use these keys" })).not.toBeChecked();
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("?");
  await step(page);
  await expectMoment(page, 1, EXAMPLE_LENGTH);
  await expect(help).toBeHidden();

  await page.reload();
  await expectMoment(page, 1, EXAMPLE_LENGTH);
  await page.keyboard.press("ArrowLeft");
  await button(page, "Help").click();
  await expectMoment(page, 1, EXAMPLE_LENGTH);
  await help.getByRole("checkbox", { name: "Use these keys" }).check();
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  await page.getByRole("heading", { name: "Catchup" }).click();
  await page.keyboard.press("ArrowLeft");
  await expectMoment(page, 0, EXAMPLE_LENGTH);
});

test("the keys walk through all protocols and lessons, and who points at one goes on at Step", async ({ page }) => {
  await open(page);
  const protocols = page.getByRole("group", { name: "Protocol", exact: true });
  await protocols.getByRole("radio", { name: "Ask the length", exact: true }).focus();
  for (const name of ["Walk back (Raft paper)", "Walk back with hints", "Raft"]) {
    await page.keyboard.press("ArrowRight");
    await expect(protocols.getByRole("radio", { name, exact: true })).toBeChecked();
    await expect(protocols.getByRole("radio", { name, exact: true })).toBeFocused();
  }
  await protocols.getByRole("radio", { name: "Walk back with hints", exact: true }).click();
  await expect(button(page, "Step")).toBeFocused();
  const lessons = page.getByRole("combobox", { name: "Lesson", exact: true });
  await lessons.focus();
  for (const lesson of ["one-more-one-less", "ask-the-leader"]) {
    await page.keyboard.press("ArrowUp");
    await expect(lessons).toHaveValue(lesson);
    await expect(lessons).toBeFocused();
  }
});

test("the client’s form works by keyboard, with what was sent under the arrow keys", async ({ page }) => {
  await open(page);
  await page.getByRole("combobox", { name: "Server", exact: true }).focus();
  await page.keyboard.type("tom");
  await page.keyboard.press("Tab");
  const command = page.getByRole("textbox", { name: "Command", exact: true });
  await expect(command).toBeFocused();
  await page.keyboard.type("set x 1");
  await page.keyboard.press("Enter");
  await expect(conversation(page).last()).toContainText("client to tom: set x 1, please. (in flight)");
  await expect(command).toBeFocused();
  await expect(command).toHaveValue("");
  await page.keyboard.type("set y 2");
  await page.keyboard.press("Enter");
  await page.keyboard.type("half");
  await page.keyboard.press("ArrowUp");
  await expect(command).toHaveValue("set y 2");
  await page.keyboard.press("ArrowUp");
  await expect(command).toHaveValue("set x 1");
  await page.keyboard.press("ArrowUp");
  await expect(command).toHaveValue("set x 1");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(command).toHaveValue("half");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(conversation(page)).toHaveCount(3);
  await expect(conversation(page).last()).toContainText("client to tom: set y 2, please.");

  // What is too long is not cut in silence, and not lost.
  const long = `set ${"k".repeat(260)} 1`;
  await command.fill(long);
  await page.keyboard.press("Enter");
  await expect(notice(page, "expected a request of at most 200 characters")).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await expect(command).toHaveValue(long);
});

test("messages are walked with the arrow keys, shown with Enter, and acted on", async ({ page }) => {
  await open(page);
  await step(page, 3);
  const stop = page.getByRole("list", { name: "Conversation" }).locator("[tabindex='0']").first();
  await stop.focus();
  await expect(conversation(page).last()).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("group", { name: "Exact text of message 5" })).toHaveText("dick@ask_length");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("group", { name: "Exact text of message 5" })).toHaveCount(0);
  await page.keyboard.press("Tab");
  await expect(button(page, "Deliver message 5")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(status(page)).toContainText("and counts 0 entries");
  await expect(conversation(page).filter({ hasText: "dick to and: How much" })).toBeFocused();
});

test("the menu of a server takes the focus and gives it back", async ({ page }) => {
  await open(page);
  await button(page, "Trouble for harry").focus();
  await page.keyboard.press("Enter");
  const menu = page.getByRole("dialog", { name: "What can befall harry" });
  await expect(menu.getByRole("button").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await expect(button(page, "Trouble for harry")).toBeFocused();
});

test("the first links lead to the controls and to the conversation", async ({ page }) => {
  for (const { tabs, link, aim } of [
    { tabs: 1, link: "To the controls", aim: button(page, "Step") },
    { tabs: 2, link: "To the conversation", aim: conversation(page).last() },
  ]) {
    await page.goto("about:blank");
    await open(page, "#lesson-every-tom-dick-and-harry");
    await page.keyboard.press("End");
    await expectMoment(page, EXAMPLE_LENGTH);
    const address = page.url();
    for (let count = 0; count < tabs; count += 1) await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: link, exact: true });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("Enter");
    await expect(aim).toBeFocused();
    expect(page.url()).toBe(address);
  }
});

test("the keys of a presenter’s clicker step, and scroll where something can be scrolled", async ({ page }) => {
  await open(page, "#lesson-every-tom-dick-and-harry");
  await page.keyboard.press("PageDown");
  await expectMoment(page, 1);
  await button(page, "Step").focus();
  await page.keyboard.press("PageDown");
  await expectMoment(page, 2);
  await page.keyboard.press("PageUp");
  await expectMoment(page, 1);
  const command = page.getByRole("textbox", { name: "Command", exact: true });
  await command.focus();
  await page.keyboard.press("PageDown");
  await expectMoment(page, 1);
});

test("marks of the run have names, are walked with the arrow keys, and lead to their moments", async ({ page }) => {
  await open(page, "#lesson-harry-takes-a-nap");
  const marks = page.getByRole("toolbar", { name: "Marks of this run" }).getByRole("button");
  await expect(marks.first()).toHaveAccessibleName(/^Go to moment \d+: harry killed$/);
  const moment = Number((await marks.first().getAttribute("aria-label"))?.match(/\d+/)?.[0]);
  await marks.first().click();
  await expectMoment(page, moment);
  await page.keyboard.press("ArrowRight");
  await expect(marks.nth(1)).toBeFocused();
  await expectMoment(page, moment);
  await page.keyboard.press("Enter");
  await expect(status(page)).toContainText("leader");
  await expect.poll(async () => Number(await slider(page).inputValue())).toBeGreaterThan(moment);
});
