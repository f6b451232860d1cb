// The conversation as a picture to take along: all that the page draws of it, in a file that needs nothing else.

import { readFileSync } from "node:fs";
import { button, conversation, expectMoment, open, runScript, slider } from "./catchup.js";
import { expect, test } from "./test.js";

/** @import { Page } from "@playwright/test" */

const HOSTILE = '<img src=x onerror=alert(1)> &amp; "]]>';

/**
 * Saves a picture, as a person does.
 * @param {Page} page The browser's page, with the dialog open.
 * @param {"SVG" | "PNG"} kind Which.
 * @returns {Promise<{name: string, bytes: Buffer}>} The file.
 */
async function savePicture(page, kind) {
  const saved = page.waitForEvent("download");
  await button(page, `Save ${kind}`).click();
  const download = await saved;
  await expect(page.getByRole("dialog", { name: "Share" }).getByRole("status")).toHaveText(`The ${kind} is saved.`);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test("a picture holds what the page draws, is whole by itself, and leaves text text", async ({ page }) => {
  await open(page);
  await runScript(page, `title Café <b>\nprotocol ask_length\nservers tom dick harry\ndisk dick 0 set a ${HOSTILE}\nclient dick youre_the_leader\ndeliver 1\nkill harry\ndeliver 2\ndeliver 3\ndrop 5\ncut tom dick\nsettle\nclient tom set b ${HOSTILE}\nsettle\n`);
  await slider(page).press("End");
  const shown = await conversation(page).allTextContents();
  const messages = shown.filter((text) => / to \w+: .*\((?:delivered|dropped|refused|in flight)\)/.test(text));
  await button(page, "Share").click();
  const { name, bytes } = await savePicture(page, "SVG");
  expect(name).toBe("cafe-b.svg");
  const text = bytes.toString("utf8");

  const found = await page.evaluate(async (source) => {
    const picture = new DOMParser().parseFromString(source, "image/svg+xml");
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
    await image.decode();
    const labels = [...picture.querySelectorAll("[data-label]")].map((label) => [...label.querySelectorAll("text:not([aria-hidden])")].map((line) => line.textContent).join(" "));
    return {
      root: picture.documentElement.localName,
      strange: [...new Set([...picture.querySelectorAll("*")].map((element) => element.localName))].filter((tag) => !/^(svg|title|desc|defs|pattern|g|path|line|rect|circle|text|tspan)$/.test(tag)),
      references: [...picture.querySelectorAll("*")].flatMap((element) => [...element.attributes]).filter(({ name, value }) => /href|^on|^style$|^class$/.test(name) || (/url\(|:\/\//.test(value) && !value.startsWith("url(#") && name !== "xmlns")).map(({ name }) => name),
      title: picture.querySelector("title")?.textContent,
      described: picture.querySelector("desc")?.textContent?.split("\n").length ?? 0,
      width: image.naturalWidth,
      height: image.naturalHeight,
      arrows: picture.querySelectorAll("[data-item=message]").length,
      tags: picture.querySelectorAll("[data-item=tag]").length,
      labels,
    };
  }, text);
  expect(found).toMatchObject({ root: "svg", strange: [], references: [], title: "Café <b>", arrows: messages.length, tags: shown.length - messages.length, described: shown.length + 1 });
  expect(found.labels).toHaveLength(messages.length);
  // Long words are broken anywhere.
  const closed = (/** @type {string} */ text) => text.replace(/\s/g, "");
  expect(closed(found.labels.join(""))).toContain(closed('<img src=x onerror=alert(1)> &amp;'));
  expect(found.width).toBeGreaterThan(300);

  const png = (await savePicture(page, "PNG")).bytes;
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([found.width * 2, found.height * 2]);

  // The other theme has other colours, the page keeps its own, and the clipboard takes a picture as well.
  await page.getByRole("radio", { name: "Dark", exact: true }).check();
  expect((await savePicture(page, "SVG")).bytes.equals(bytes)).toBe(false);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "auto");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await button(page, "Copy picture").click();
  await expect(page.getByRole("dialog", { name: "Share" }).getByRole("status")).toHaveText("The picture is copied.");
  expect(await page.evaluate(async () => (await navigator.clipboard.read())[0]?.types)).toEqual(["image/png"]);
});

test("a picture shows as much as is shown, or the whole run", async ({ page }) => {
  await open(page);
  await button(page, "Step").click();
  await expectMoment(page, 1);
  await button(page, "Share").click();
  const count = async () => (await savePicture(page, "SVG")).bytes.toString().match(/data-item="message"/g)?.length;
  expect(await count()).toBe(1);
  await page.getByRole("radio", { name: "The whole run" }).check();
  expect(await count()).toBe(18);
});
