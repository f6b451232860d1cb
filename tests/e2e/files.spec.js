// A run as a text file: saved, opened again by hand or by dropping it, and what is said of a file that is none.

import { readFileSync, writeFileSync } from "node:fs";
import { button, expectMoment, notice, open, readScript, server, step } from "./catchup.js";
import { expect, test } from "./test.js";
import { expectAccessible } from "./axe.js";

/** @import { Page } from "@playwright/test" */

const RUN = "title Two of them\nprotocol ask_length\nservers ann bob\n\n# What a person wrote stays.\nclient ann youre_the_leader\nsettle\n";

/**
 * Drags files over the page, and drops them.
 * @param {Page} page The browser's page.
 * @param {readonly {name: string, text: string, times?: number}[]} files What they hold, as often as is said.
 */
async function drop(page, files) {
  const dataTransfer = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const { name, text, times = 1 } of given) transfer.items.add(new File([text.repeat(times)], name));
    return transfer;
  }, files);
  const stage = page.getByRole("main");
  await stage.dispatchEvent("dragover", { dataTransfer });
  const frame = page.getByText("Drop a text file here to open its run");
  await expect(frame).toBeVisible();
  await stage.dispatchEvent("drop", { dataTransfer });
  await expect(frame).toBeHidden();
}

test("a run is saved as text, and opened again by keyboard", async ({ page }) => {
  await open(page);
  await step(page, 3);
  const script = await readScript(page);
  await button(page, "Share").press("Enter");
  await expectAccessible(page, "the dialog Share");
  const saved = page.waitForEvent("download");
  await button(page, "Save as text").press("Enter");
  const download = await saved;
  expect(download.suggestedFilename()).toBe("every-tom-dick-and-harry.txt");
  expect(readFileSync(await download.path(), "utf8").split("\n")).toEqual(script);

  // As an editor on another system may have left it.
  const file = test.info().outputPath("run.txt");
  writeFileSync(file, `\uFEFF${RUN.replaceAll("\n", "\r\n")}`);
  const chooser = page.waitForEvent("filechooser");
  await button(page, "Open a file …").press("Enter");
  await (await chooser).setFiles(file);
  await expect(server(page, "bob")).toBeVisible();
  await expectMoment(page, 0);
  await expect(button(page, "Step")).toBeFocused();
  expect((await readScript(page)).join("\n")).toContain("# What a person wrote stays.\nclient ann youre_the_leader");
  await button(page, "Bring it back").click();
  await expectMoment(page, 3);
  await expect(server(page, "harry")).toBeVisible();
});

test("a file is opened by dropping it, and one that is no run loses nothing", async ({ page }) => {
  await open(page);
  // The first thing that anybody does here.
  await drop(page, [{ name: "notes.txt", text: "bread\n" }]);
  await expect(notice(page, /“notes\.txt” can’t be opened\. .*found “bread”/)).toContainText("The run on the screen is as it was.");
  await step(page, 3);
  for (const { files, says } of [
    { files: [{ name: "novel.txt", text: "x", times: 1_000_001 }], says: /“novel\.txt” has 1001 kB, and the text of a run has at most 1000 kB/ },
    { files: [{ name: "picture.png", text: "\u0089PNG\u0000" }], says: /“picture\.png” is no text in UTF-8/ },
    { files: [{ name: "list.txt", text: "milk\n" }], says: /“list\.txt” can’t be opened\. .*Found “milk”.*expected/i },
    { files: [{ name: "one.txt", text: RUN }, { name: "two.txt", text: RUN }], says: /These are 2 files/ },
  ]) {
    await drop(page, files);
    await expect(notice(page, says)).toContainText("The run on the screen is as it was.");
    await expectMoment(page, 3, 19);
  }
  await button(page, "Script").click();
  await drop(page, [{ name: "two.txt", text: RUN }]);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(server(page, "bob")).toBeVisible();
  await expect(notice(page, "Another run was opened in this room.")).toBeVisible();
});

test("a file is opened by dropping it where the browser knows no popovers", async ({ page }) => {
  await page.addInitScript(() => {
    const { matches } = Element.prototype;
    Element.prototype.matches = /** @type {any} */ (/** @this {Element} */ function (/** @type {string} */ selector) {
      if (selector.includes(":popover")) throw new DOMException(`'${selector}' is not a valid selector`, "SyntaxError");
      return matches.call(this, selector);
    });
    Reflect.deleteProperty(HTMLElement.prototype, "togglePopover");
  });
  await open(page);
  await drop(page, [{ name: "two.txt", text: RUN }]);
  await expect(server(page, "bob")).toBeVisible();
});
