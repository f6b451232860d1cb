// Links that hold a whole run, and lessons: each in a room of its own.

import { expect, test } from "./test.js";
import { EXAMPLE_LENGTH, FULL_LOG, NO_LOG, button, everythingShown, expectLogs, expectMoment, logOf, notice, open, readScript, runScript, server, step, stored, storedCounts } from "./catchup.js";

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
    await expect(notice(page, "The link is copied. It holds the whole run, and opens at this moment.")).toBeVisible();
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
    await expect(notice(page, "The link is copied.")).toBeVisible();
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
    await expect(notice(page, "The link is copied.")).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain("/deflate,");
    await page.goto("about:blank");
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "Sixty" })).toBeVisible();
    await expectMoment(page, 180, 180);
  });
});

for (const { what, clipboard } of [
  { what: "that refuses", clipboard: true },
  { what: "that isn’t there, as on plain http", clipboard: false },
]) {
  test(`with a clipboard ${what} the link stands in a field to be copied from, and the page stays where it is`, async ({ page }) => {
    await page.addInitScript((clipboard) => {
      const refuses = { writeText: () => Promise.reject(new DOMException("no", "NotAllowedError")) };
      Object.defineProperty(navigator, "clipboard", { value: clipboard ? refuses : undefined });
    }, clipboard);
    await open(page);
    await step(page, 3);
    await button(page, "Copy link").click();
    await expect(notice(page, "Copy the link from here")).toBeVisible();
    const field = page.getByRole("textbox", { name: "Link to this moment", exact: true });
    await expect(field).toHaveValue(/^http.*#1\/3\//);
    await field.focus();
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(await field.inputValue());
    await expect(page).toHaveURL(/#sandbox$/);
    const link = await field.inputValue();
    await page.goto("about:blank");
    await page.goto(link);
    await expectMoment(page, 3, EXAMPLE_LENGTH);
  });
}

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
  await expect(page).toHaveURL(/#sandbox$/);

  await lesson.selectOption("harry-takes-a-nap");
  await expectMoment(page, 1);
  await expect(server(page, "harry")).toContainText("down");
});

test("the browser’s Back and Forward go through the lessons, each as it was left", async ({ page }) => {
  await open(page, "#lesson-asked-twice");
  await step(page, 2);
  await page.evaluate(() => Object.assign(window, { same_page: true }));
  await page.getByRole("combobox", { name: "Lesson", exact: true }).selectOption("the-same-length");
  await page.keyboard.press("ArrowRight");
  await expectMoment(page, 1);
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Asked twice" })).toBeVisible();
  await expect(page).toHaveURL(/#lesson-asked-twice$/);
  await expectMoment(page, 2);
  await page.goForward();
  await expect(page.getByRole("heading", { name: "The same length is not the same log" })).toBeVisible();
  await expectMoment(page, 1);
  expect(await page.evaluate(() => "same_page" in window)).toBe(true);
});

test("at a lesson’s end the next lesson is one press away, and the keys step in it", async ({ page }) => {
  await open(page, "#lesson-asked-twice");
  await button(page, "Settle").click();
  await page.getByRole("button", { name: "Next lesson: Too long to follow", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Too long to follow" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expectMoment(page, 1);
});

test("a lesson’s address opens it, and what is done there lies in its own room", async ({ page }) => {
  await open(page, "#lesson-asked-twice");
  await expect(page.getByRole("heading", { name: "Asked twice" })).toBeVisible();
  await expectMoment(page, 0);
  await expectLogs(page, { dick: ["1 set a 1"], tom: ["1 missing"] });
  expect(await stored(page, "catchup/1/sandbox/")).toEqual({});
  await button(page, "Settle").click();
  await expect(page.getByRole("listitem").filter({ hasText: "Nothing repeated: broken" })).toBeVisible();
  const disks = await stored(page, "catchup/1/lesson-asked-twice/");
  await page.reload();
  await expect(notice(page, "Everything is as you left it.")).toBeVisible();
  expect(await stored(page, "catchup/1/lesson-asked-twice/")).toEqual(disks);
  await button(page, "Start again").click();
  await expectLogs(page, { tom: NO_LOG.slice(0, 1) });
});

test("a story’s word is explained below its paragraph, and covers nothing", async ({ page }) => {
  await open(page, "#lesson-figure-7");
  const word = button(page, "paper");
  await word.press("Enter");
  await expect(word).toHaveAttribute("aria-expanded", "true");
  await expect(word).toBeFocused();
  await expect(page.getByRole("link", { name: "Read it" })).toBeInViewport();
  await word.press("Enter");
  await expect(page.getByRole("link", { name: "Read it" })).toHaveCount(0);
});

test("a broken promise tells since when, and leads there", async ({ page }) => {
  await open(page, "#lesson-asked-twice");
  await button(page, "Settle").click();
  await expect(page.getByRole("listitem").filter({ hasText: "Nothing repeated: broken since step 23" })).toContainText("Entry 3 on tom, set a 1, was entry 1 at its sender.");
  await expect(page.getByText("compared with dick, the leader").first()).toBeVisible();
  await expect(logOf(page, "tom").nth(2)).toHaveText("3 set a 1 (repeated, surplus)");
  await button(page, "Go to step 23").click();
  await expectMoment(page, 23);
});

test("an address that was changed by hand opens what it names", async ({ page }) => {
  await open(page);
  await page.evaluate(() => (location.hash = "#lesson-the-same-length"));
  await expect(page.getByRole("heading", { name: "The same length is not the same log" })).toBeVisible();
  await page.evaluate(() => (location.hash = `#1/1/plain,${encodeURIComponent("title By hand\nprotocol ask_length\nservers a\nkill a\n")}`));
  await expect(page.getByRole("heading", { name: "By hand" })).toBeVisible();
  await expectMoment(page, 1, 1);
});

test("under another protocol the same story is told, up to the same place", async ({ page }) => {
  await open(page);
  const choices = page.getByRole("group", { name: "Protocol", exact: true }).getByRole("radio");
  await expect(choices.first()).toBeChecked();
  await step(page, 3);
  await button(page, "Kill harry").click();
  await expectMoment(page, 4, 4);
  await choices.nth(1).click({ force: true });
  await expect(notice(page, "The same story, under")).toBeVisible();
  await expectMoment(page, 4, 4);
  await expect(server(page, "harry")).toContainText("down");
  expect((await stored(page))["catchup/1/sandbox/=protocol"]).toBe("walk_back");
  await expect(button(page, "Step")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expectMoment(page, 5);
  await button(page, "Settle").click();
  await expect(logOf(page, "every")).toHaveCount(FULL_LOG.length);
  await button(page, "Bring it back").click();
  await expectMoment(page, 4, 4);
  await expect(choices.first()).toBeChecked();
});

test("what can’t be told under another protocol is left out and said", async ({ page }) => {
  await open(page);
  await step(page, 2);
  await button(page, "Drop message 3").first().click();
  await expectMoment(page, 3, 3);
  await page.getByRole("radio", { name: "Walk back (Raft paper)" }).click({ force: true });
  await expect(notice(page, "drop 3 was left out")).toBeVisible();
});

test("a plain link that was cut is told, and what is left of it is shown", async ({ page }) => {
  await open(page, `#1/2/plain,${encodeURIComponent("title Cut\nprotocol ask_length\nservers a\nkill a")}`);
  await expect(notice(page, "it may have been cut on its way")).toBeVisible();
  await expectMoment(page, 1, 1);
});

test("comments between actions travel with a link", async ({ page }) => {
  const text = "# A story\ntitle Words\n# which\nprotocol ask_length\nservers a\n# good night\nkill a\n# the end\n";
  await open(page, `#1/0/plain,${encodeURIComponent(text)}`);
  await button(page, "Settle").click();
  expect((await readScript(page)).join("\n")).toBe(text);
  await page.reload();
  await expectMoment(page, 1, 1);
  expect((await readScript(page)).join("\n")).toBe(text);
});
