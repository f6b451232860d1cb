// Texts that people hand around: what a link shows of repeated messages, which line of a text is at fault, and long texts.

import { button, conversation, expectMoment, notice, open, openScript, slider, status } from "./catchup.js";
import { expect, test } from "./test.js";

/** @import { BrowserContext, Page } from "@playwright/test" */

/** A message is repeated, and its copy is delivered first. */
const COPY_FIRST = `title The copy is delivered first
protocol walk_back
servers dick harry
disk dick 1 set a 1
client dick youre_the_leader
deliver 1
duplicate 3
deliver 4
drop 3
settle
`;

/**
 * Opens the link to what a page shows in another browser.
 * @param {Page} page The page.
 * @param {BrowserContext} context Its browser.
 * @returns {Promise<Page>} The page at the link, in a tab of its own.
 */
async function openLink(page, context) {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await button(page, "Copy link").click();
  await expect(notice(page, "The link is copied.")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  await other.goto(link);
  await expect(slider(other)).toBeVisible();
  return other;
}

test("a link shows which of two messages is the copy, and of what; a moment earlier it is not there", async ({ page, context }) => {
  await open(page);
  const { dialog, text } = await openScript(page);
  await text.fill(COPY_FIRST);
  await dialog.getByRole("button", { name: "Run it", exact: true }).click();
  await expect(dialog).toBeHidden();
  await slider(page).fill("3");
  await expectMoment(page, 3);

  const other = await openLink(page, context);
  await expectMoment(other, 3);
  await expect(status(other)).toContainText("a second time, as message 4");
  const flights = other.getByRole("list", { name: "In flight", exact: true }).getByRole("listitem").filter({ hasText: "harry" });
  await expect(flights).toHaveCount(2);
  await expect(flights.nth(0)).not.toContainText("again");
  await expect(flights.nth(1)).toContainText("again 3");
  await expect(conversation(other).filter({ hasText: "copy of 3" })).toContainText("(in flight)");
  await button(other, "Back").click();
  await expectMoment(other, 2);
  await expect(flights).toHaveCount(1);
  await expect(conversation(other).filter({ hasText: "copy of 3" })).toHaveCount(0);
  await button(other, "Step").click();
  await button(other, "Step").click();
  await expectMoment(other, 4);
  await expect(conversation(other).filter({ hasText: "copy of 3" })).toContainText("(delivered)");
  await expect(button(other, "Deliver 3, “dick” to “harry”")).toBeVisible();
  await expect(button(other, "Deliver 4, “dick” to “harry”")).toHaveCount(0);

  const script = await openScript(other);
  const lines = (await script.text.inputValue()).split("\n");
  expect(lines).toContain("duplicate 3");
  expect(lines.filter((line) => line.startsWith("deliver ") || line.startsWith("drop "))).toEqual(expect.arrayContaining(["deliver 1", "deliver 4", "drop 3"]));
});

test("a text that contradicts itself is refused with the line, what was found and what would be right; nothing is lost", async ({ page }) => {
  await open(page);
  await slider(page).fill("4");
  await expectMoment(page, 4);
  const { dialog, text } = await openScript(page);
  for (const [line, found, right] of /** @type {const} */ ([
    ["deliver 9", /Message 9 is no longer in flight|Message 9 has not been sent/, /nothing is in flight/],
    ["deliver 3", /Message 3 is no longer in flight/, /nothing is in flight/],
    ["kill nobody", /no server nobody/, /there are dick and harry/],
    ["restart dick", /dick is up already/, /Line/],
    ["keep harry 7", /harry is up/, /Kill harry first/],
    ["cut dick dick", /dick is one/, /Name another server/],
    ["client tom set a 1", /no server tom/, /there are dick and harry/],
  ])) {
    const whole = COPY_FIRST + line;
    await text.fill(whole);
    await dialog.getByRole("button", { name: "Run it", exact: true }).click();
    const fault = dialog.getByRole("alert");
    await expect(fault, line).toContainText(`Line ${whole.split("\n").length}: `);
    await expect(fault, line).toContainText(found);
    await expect(fault, line).toContainText(right);
    await expect(text, line).toHaveValue(whole);
    // The field shows no numbers, so the line is chosen in it.
    const chosen = await text.evaluate((/** @type {HTMLTextAreaElement} */ { value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd));
    expect(chosen).toBe(line);
  }
  await dialog.getByRole("button", { name: "Close", exact: true }).click();
  await expectMoment(page, 4, 19);
});

for (const { where, place } of /** @type {const} */ ([{ where: "before the head", place: 0 }, { where: "between actions", place: 6 }])) {
  test(`a text with 500 kB of comments ${where} is run, linked and shown again whole`, async ({ page, context }) => {
    test.slow();
    const lines = COPY_FIRST.trimEnd().split("\n");
    const comment = (/** @type {number} */ number) => `# ${`${number} what a careful teacher has to say about this `.repeat(3)}`.slice(0, 99);
    const comments = Array.from({ length: 5_000 }, (_, number) => comment(number + 1));
    const whole = [...lines.slice(0, place), ...comments, ...lines.slice(place)].join("\n") + "\n";
    await open(page);
    const { dialog, text } = await openScript(page);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.evaluate((whole) => navigator.clipboard.writeText(whole), whole);
    await text.press("ControlOrMeta+A");
    await text.press("ControlOrMeta+V");
    await expect.poll(() => text.inputValue().then(({ length }) => length)).toBe(whole.length);
    await dialog.getByRole("button", { name: "Run it", exact: true }).click();
    await expect(dialog).toBeHidden();
    await slider(page).fill("3");
    await expectMoment(page, 3);

    const other = await openLink(page, context);
    await expectMoment(other, 3);
    const script = await openScript(other);
    const back = (await script.text.inputValue()).split("\n");
    expect(back.filter((line) => line.startsWith("#"))).toEqual(comments);
    const found = back.findIndex((line) => line.startsWith("#"));
    expect(found === 0).toBe(place === 0);
    expect(back.slice(found + comments.length)).toContain("drop 3");
  });
}
