// What somebody writes is drawn as text, in whichever way it comes in, and a text with a fault loses nothing.

import { expect, test } from "./test.js";
import { EXAMPLE_LENGTH, FULL_LOG, button, conversation, everythingShown, expectLogs, expectMoment, logOf, notice, open, openScript, runScript, say, server, status, step, storeOf } from "./catchup.js";

/** @import { Page } from "@playwright/test" */

const IMAGE = `<img src=x onerror="window.ran=true">`;
const SCRIPT = `</p><script>window.ran=true</script><svg onload="window.ran=true">`;

/**
 * Looks whether any of the hostile text became part of the page.
 * @param {Page} page The browser's page.
 */
async function expectNothingRan(page) {
  await expect(page.getByRole("img")).toHaveCount(0);
  expect(await page.evaluate(() => document.querySelectorAll("img, body script, [onerror], [onload]").length)).toBe(0);
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
}

test("a value is drawn as text: on its arrow, on the disk, in the store, in the exact text", async ({ page }) => {
  await open(page);
  await say(page, "tom", `set page ${IMAGE}`);
  await button(page, "Settle").click();
  await expect(logOf(page, "tom").first()).toContainText(`1 set page ${IMAGE}`);
  await expect(storeOf(page, "tom")).toHaveText([`page ${IMAGE}`]);
  await expect(conversation(page).first()).toContainText(IMAGE);
  await conversation(page).first().getByText(IMAGE).click();
  await expect(page.getByRole("group", { name: "Exact text of message 1" })).toHaveText(`client@set page ${IMAGE}`);
  await say(page, "tom", `set ${SCRIPT.replaceAll(" ", "-")} 1`);
  await button(page, "Settle").click();
  await expect(storeOf(page, "tom")).toHaveCount(2);
  await expectNothingRan(page);
  await page.reload();
  await expect(storeOf(page, "tom")).toHaveCount(2);
  await expectNothingRan(page);
});

test("an unknown command is drawn as text in the polite no", async ({ page }) => {
  await open(page);
  for (const text of [IMAGE, SCRIPT, "{{1+1}} ${1+1} %s &amp;"]) {
    await say(page, "tom", text);
    await step(page);
    await expect(conversation(page).last()).toContainText(text.slice(0, 20));
    await expect(status(page)).toContainText(text.slice(0, 20));
    await step(page);
  }
  await expectNothingRan(page);
});

test("characters of all kinds keep to their cells", async ({ page }) => {
  await open(page);
  const value = "“Füße” ‮abc 👩‍👩‍👧 \u0301\u0301 日本";
  await say(page, "tom", `set text ${value}`);
  await button(page, "Settle").click();
  await expect(storeOf(page, "tom")).toHaveText([`text ${value}`]);
  await page.reload();
  await expect(storeOf(page, "tom")).toHaveText([`text ${value}`]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
});

test("a script may say what it likes in its title, its story and its values", async ({ page }) => {
  await open(page);
  await runScript(page, `# ${IMAGE} and \`${IMAGE}\` and *${SCRIPT}*\ntitle ${SCRIPT}\nprotocol ask_length\nservers a b\ndisk a 0 set x ${IMAGE}\n`);
  await expect(page.getByRole("heading", { level: 2, name: SCRIPT })).toBeVisible();
  await expect(logOf(page, "a")).toHaveText([`1 set x ${IMAGE}`]);
  await expectNothingRan(page);
});

test("a script with a fault gives the line and the reason, and loses nothing", async ({ page }) => {
  await open(page);
  await step(page, 7);
  const before = await everythingShown(page);
  for (const { text, line, word } of [
    { text: `protocol ask_length\nservers a b\n\nkill ${IMAGE.replaceAll(" ", "")}\n`, line: 4, word: "<img" },
    { text: "protocol ask_length\nservers a b\n\ndeliver 1\n", line: 4, word: "1" },
    { text: "protocol nonsense\nservers a b\n", line: 1, word: "nonsense" },
    { text: "protocol ask_length\nservers a b\nfly a\n", line: 3, word: "fly" },
    { text: `title x\nservers ${IMAGE}\n`, line: 2, word: "<img" },
  ]) {
    const { dialog, text: field } = await openScript(page);
    await field.fill(text);
    await dialog.getByRole("button", { name: "Run it" }).click();
    const fault = dialog.getByRole("alert");
    await expect(fault).toContainText(new RegExp(`line ${line}\\b`, "i"));
    await expect(fault).toContainText(word);
    await expect(field).toHaveValue(text);
    await expect(field).toHaveAccessibleDescription(await fault.innerText());
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect(dialog).toBeHidden();
    await expectMoment(page, 7, EXAMPLE_LENGTH);
    expect(await everythingShown(page)).toBe(before);
  }
  await expectNothingRan(page);
});

test("a script that was mended runs, and the run before can be brought back", async ({ page }) => {
  await open(page);
  await step(page, 7);
  const before = await everythingShown(page);
  const { dialog, text } = await openScript(page);
  await text.fill("servers a b\nfly\n");
  await dialog.getByRole("button", { name: "Run it" }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await text.fill("protocol ask_length\nservers a b\ndisk a 0 set x 1\n");
  await dialog.getByRole("button", { name: "Run it" }).click();
  await expect(dialog).toBeHidden();
  await expectLogs(page, { a: ["1 set x 1"], b: ["1 missing"] });
  await expect(server(page, "dick")).toHaveCount(0);
  await button(page, "Bring it back").click();
  await expectMoment(page, 7, EXAMPLE_LENGTH);
  expect(await everythingShown(page)).toBe(before);
});

for (const { what, hash } of [
  { what: "nothing behind its version", hash: "#1/" },
  { what: "no text", hash: "#1/5" },
  { what: "a moment that is none", hash: "#1/soon/plain,servers%20a" },
  { what: "a form that nobody knows", hash: "#1/0/zip,abc" },
  { what: "a spoilt percent sign", hash: "#1/0/plain,%E0%A4" },
  { what: "data that can’t be unpacked", hash: "#1/0/deflate,AAAA" },
  { what: "data that was cut", hash: "#1/0/deflate,A" },
  { what: "a foreign version", hash: "#2/0/plain,servers%20a" },
  { what: "a text with a fault", hash: `#1/0/plain,${encodeURIComponent(`servers a\nfly ${IMAGE}\n`)}` },
]) {
  test(`a link with ${what} gives a sentence, and opens the sandbox`, async ({ page }) => {
    await open(page, hash);
    await expect(notice(page, "The link can’t be opened.")).toBeVisible();
    expect((await notice(page, "The link can’t be opened.").innerText()).length).toBeGreaterThan("The link can’t be opened. ".length + 20);
    await expectMoment(page, 0, EXAMPLE_LENGTH);
    await expectLogs(page, { dick: FULL_LOG });
    await step(page, 2);
    await expectNothingRan(page);
  });
}

test("a link with hostile text draws it as text", async ({ page }) => {
  await open(page, `#1/2/plain,${encodeURIComponent(`# ${IMAGE}\ntitle ${IMAGE}\nprotocol ask_length\nservers a b\nclient a set x ${SCRIPT}\ndeliver 1\n`)}`);
  await expectMoment(page, 2, 2);
  await expect(page.getByRole("heading", { level: 2, name: IMAGE })).toBeVisible();
  await expect(storeOf(page, "a")).toHaveText([`x ${SCRIPT}`]);
  await expectNothingRan(page);
});
