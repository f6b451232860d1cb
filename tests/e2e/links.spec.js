// Links that hold a whole run, and lessons: each in a room of its own.

import { expect, test } from "./test.js";
import { EXAMPLE_LENGTH, FULL_LOG, NO_LOG, button, conversation, everythingShown, expectLogs, expectMoment, open, runScript, server, step, stored, storedCounts } from "./catchup.js";

test.describe("with the clipboard allowed", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("a copied link shows the same moment elsewhere, and holds the whole run", async ({ page, browser }) => {
    await open(page);
    await step(page, 9);
    await button(page, "Kill harry").click();
    await button(page, "Settle").click();
    for (const name of ["Back", "Back", "Back"]) await button(page, name).click();
    const shown = await everythingShown(page);
    const [moment, length] = await Promise.all([page.getByRole("slider").inputValue(), page.getByRole("slider").getAttribute("max")]);
    await button(page, "Copy link").click();
    await expect(page.getByText("The link is copied. It holds the whole run, and opens at this moment.")).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/#1\/\d+\/(plain|deflate),/);
    expect(new URL(link).origin).toBe(new URL(page.url()).origin);

    const elsewhere = await browser.newPage();
    await elsewhere.goto(link);
    await expectMoment(elsewhere, Number(moment), Number(length));
    expect(await everythingShown(elsewhere)).toBe(shown);
    const keys = Object.keys(await stored(elsewhere));
    expect(keys.length).toBeGreaterThan(2);
    expect(keys.filter((key) => !key.startsWith("catchup/1/link-"))).toEqual([]);
    await elsewhere.close();
  });

  test("a link never touches the sandbox", async ({ page }) => {
    await open(page);
    await step(page, 13);
    await button(page, "Copy link").click();
    await expect(page.getByText("The link is copied.")).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    await step(page, 2);
    const sandbox = await stored(page, "catchup/1/sandbox/");
    await page.goto("about:blank");
    await page.goto(link);
    await expectMoment(page, 13, EXAMPLE_LENGTH);
    await expect(page.getByRole("combobox", { name: "Lesson" })).toHaveValue(/^link-/);
    await button(page, "Kill dick").click();
    await button(page, "Settle").click();
    expect(await stored(page, "catchup/1/sandbox/")).toEqual(sandbox);

    await page.getByRole("combobox", { name: "Lesson" }).selectOption("Sandbox");
    await expect(page.getByRole("combobox", { name: "Lesson" })).toHaveValue("sandbox");
    await expectLogs(page, { every: FULL_LOG, and: FULL_LOG, harry: FULL_LOG });
    expect(await stored(page, "catchup/1/sandbox/")).toEqual(sandbox);
  });

  test("a link to a long run is packed, and opens", async ({ page }) => {
    await open(page);
    const lines = Array.from({ length: 60 }, (_, number) => `client a set key-${number} ${number}`);
    await runScript(page, `title Sixty\nprotocol ask_length\nservers a b\n${lines.join("\n")}\nsettle\n`);
    await button(page, "Settle").click();
    await button(page, "Copy link").click();
    await expect(page.getByText("The link is copied.")).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain("/deflate,");
    await page.goto("about:blank");
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "Sixty" })).toBeVisible();
    await expectMoment(page, 180, 180);
  });
});

test("without the clipboard the link stands in the address bar", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new DOMException("no", "NotAllowedError")) } });
  });
  await open(page);
  await step(page, 3);
  await button(page, "Copy link").click();
  await expect(page.getByText("The link stands in the address bar now")).toBeVisible();
  expect(page.url()).toMatch(/#1\/3\//);
});

test("a lesson opens in its own room, and each room is as it was left", async ({ page }) => {
  const lesson = page.getByRole("combobox", { name: "Lesson", exact: true });
  await open(page);
  await step(page, 13);
  const sandbox = await stored(page, "catchup/1/sandbox/");
  const before = await everythingShown(page);

  await lesson.selectOption("harry-takes-a-nap");
  await expect(page.getByRole("heading", { name: "harry takes a nap" })).toBeVisible();
  await expectMoment(page, 0);
  await expect(page).toHaveURL(/#lesson-harry-takes-a-nap$/);
  expect(await storedCounts(page, "lesson-harry-takes-a-nap")).toEqual({ dick: 4, every: 2, harry: 2 });
  await step(page);
  await expect(server(page, "harry")).toContainText("down");
  expect(await stored(page, "catchup/1/sandbox/")).toEqual(sandbox);

  await lesson.selectOption("Sandbox");
  await expectMoment(page, 13, EXAMPLE_LENGTH);
  expect(await everythingShown(page)).toBe(before);
  expect(await stored(page, "catchup/1/sandbox/")).toEqual(sandbox);
  await expect(page).toHaveURL(/\/$/);

  await lesson.selectOption("harry-takes-a-nap");
  await expectMoment(page, 1);
  await expect(server(page, "harry")).toContainText("down");
});

test("every lesson can be stepped to its end", async ({ page }) => {
  await open(page);
  const lesson = page.getByRole("combobox", { name: "Lesson", exact: true });
  const titles = (await lesson.getByRole("option").allTextContents()).map((title) => title.trim()).filter((title) => title !== "Sandbox");
  expect(titles.length).toBeGreaterThanOrEqual(5);
  for (const title of titles) {
    await lesson.selectOption({ label: title });
    await expect(page.getByRole("complementary", { name: "Story" }).getByRole("heading")).toHaveText(title.replace(/^\d+ · /, ""));
    await expectMoment(page, 0);
    await button(page, "Settle").click();
    await expect(button(page, "Step")).toBeDisabled();
    expect(await conversation(page).count()).toBeGreaterThan(3);
  }
});

test("a lesson’s address opens it, and reloading it is a power cut in its room", async ({ page }) => {
  await open(page, "#lesson-asked-twice");
  await expect(page.getByRole("heading", { name: "Asked twice" })).toBeVisible();
  await expectMoment(page, 0);
  await expectLogs(page, { dick: ["1 set a 1"], tom: ["1 missing"] });
  expect(await stored(page, "catchup/1/sandbox/")).toEqual({});
  await button(page, "Settle").click();
  await expect(page.getByRole("listitem").filter({ hasText: "Nothing repeated: broken" })).toBeVisible();
  await page.reload();
  await expect(conversation(page)).toHaveText(["power cut"]);
  expect(await storedCounts(page, "lesson-asked-twice")).toEqual({ dick: 2, tom: 3 });
  await button(page, "Reset").click();
  await expectLogs(page, { tom: NO_LOG.slice(0, 1) });
});

test("an address that was changed by hand opens what it names", async ({ page }) => {
  await open(page);
  await page.evaluate(() => (location.hash = "#lesson-the-same-length"));
  await expect(page.getByRole("heading", { name: "The same length is not the same log" })).toBeVisible();
  await page.evaluate(() => (location.hash = `#1/1/plain,${encodeURIComponent("title By hand\nprotocol ask_length\nservers a\nkill a\n")}`));
  await expect(page.getByRole("heading", { name: "By hand" })).toBeVisible();
  await expectMoment(page, 1, 1);
});

test("the same start can be run under another protocol", async ({ page }) => {
  await open(page);
  const choices = page.getByRole("group", { name: "Protocol", exact: true }).getByRole("radio");
  await expect(choices.first()).toBeChecked();
  await step(page, 3);
  if ((await choices.count()) > 1) {
    await choices.nth(1).click({ force: true });
    await expectMoment(page, 0);
    await expectLogs(page, { dick: FULL_LOG, tom: NO_LOG });
    expect((await stored(page))["catchup/1/sandbox/=protocol"]).not.toBe("ask_length");
    await button(page, "Bring it back").click();
    await expectMoment(page, 3, EXAMPLE_LENGTH);
    await expect(choices.first()).toBeChecked();
  }
});
