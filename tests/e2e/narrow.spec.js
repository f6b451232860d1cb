// Phones, large letters, less motion, paper.

import { expect, test } from "./test.js";
import { EXAMPLE_LENGTH, FULL_LOG, NAMES, NO_LOG, button, conversation, expectLogs, expectMoment, notice, open, say, server, status, step, trouble } from "./catchup.js";

/** @import { Locator, Page } from "@playwright/test" */

/**
 * Looks whether the page has to be scrolled sideways.
 * @param {Page} page The browser's page.
 * @param {string} state What it shows.
 */
async function expectNoSidewaysScroll(page, state) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, state).toBe(0);
}

/**
 * Looks whether something can be seen whole, by a person who does not scroll.
 * @param {Locator} locator What it is.
 */
async function expectInView(locator) {
  await expect(locator).toBeInViewport({ ratio: 0.99 });
}

/**
 * Looks whether a finger can meet something.
 * @param {Locator} locator What it is.
 * @param {number} size How many px it has to have, both ways.
 */
async function expectLargeEnough(locator, size) {
  const box = await locator.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0), await locator.ariaSnapshot()).toBeGreaterThanOrEqual(size);
}

for (const { width, height, whole } of [{ width: 1280, height: 720, whole: true }, { width: 768, height: 1024, whole: true }, { width: 390, height: 844, whole: true }, { width: 320, height: 640, whole: false }]) {
  test(`a notice of several lines is read from its first at ${width} px, and closed beside them`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, `#1/30/plain,${encodeURIComponent("servers a b\nprotocol raft\ntimeout a\n")}`);
    const text = notice(page, "The link can’t be opened.");
    await expect(text).toBeVisible();
    const { strip, ...found } = await text.evaluate((element) => {
      const [strip, words, close] = [element.closest(".notices"), element, element.nextElementSibling].map((box) => /** @type {Element} */ (box).getBoundingClientRect());
      if (!strip || !words || !close) throw new Error("there is no notice");
      return { strip, above: words.top < strip.top, below: words.bottom > strip.bottom, under: close.top > words.bottom, lines: Math.round(words.height / 20) };
    });
    expect(found, JSON.stringify(strip)).toEqual({ above: false, below: !whole, under: false, lines: expect.any(Number) });
    expect(found.lines).toBeGreaterThan(1);
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("the example can be stepped through, without scrolling sideways", async ({ page }) => {
    await open(page);
    await expectNoSidewaysScroll(page, "the start");
    await expectInView(button(page, "Step"));
    await expectInView(status(page));
    await expectLargeEnough(button(page, "Step"), 44);
    for (let moment = 1; moment <= EXAMPLE_LENGTH; moment += 1) {
      await button(page, "Step").tap();
      await expectMoment(page, moment, EXAMPLE_LENGTH);
      await expectNoSidewaysScroll(page, `moment ${moment}`);
      await expect(conversation(page).last()).toBeAttached();
    }
    await expectLogs(page, { every: FULL_LOG, harry: FULL_LOG });
    await expectInView(button(page, "Back"));
    await expect(conversation(page).last()).toBeInViewport();
  });

  test("a message is acted on where it stands", async ({ page }) => {
    await open(page);
    await step(page, 3);
    await expect(conversation(page).filter({ hasText: "dick to every: How much of the log do you have? (in flight)" })).toHaveCount(1);
    await button(page, "More for message 4").tap();
    for (const verb of ["Deliver", "Drop", "Duplicate"]) await expectLargeEnough(button(page, `${verb} message 4`), 40);
    await expectNoSidewaysScroll(page, "a message's actions");
    await button(page, "Drop message 4").tap();
    await expect(conversation(page).filter({ hasText: "dick to tom: How much of the log do you have? (dropped)" })).toHaveCount(1);
    await button(page, "Settle").tap();
    await expectLogs(page, { every: FULL_LOG, tom: NO_LOG });
  });

  test("the sheet opens the client's side and the story, one at a time", async ({ page }) => {
    await open(page);
    await step(page, 3);
    const side = page.getByRole("complementary", { name: "Client and network" });
    const story = page.getByRole("complementary", { name: "Story" });
    await expect(side).not.toBeInViewport();
    await button(page, "Client · 4 in flight").or(button(page, "Client")).tap();
    await expect(side).toBeInViewport();
    await expectInView(page.getByRole("textbox", { name: "Command", exact: true }));
    await expectNoSidewaysScroll(page, "the client's sheet");
    await expectInView(button(page, "Step"));
    await say(page, "harry", "set z 9");
    await expect(conversation(page).last()).toContainText("client to harry: set z 9, please. (in flight)");
    await button(page, "Deliver 3, “dick” to “every”").tap();
    await expect(status(page)).toContainText("every counts 0 entries");

    await page.getByRole("button", { name: /^Story/ }).tap();
    await expect(story).toBeInViewport();
    await expect(side).not.toBeInViewport();
    await expectNoSidewaysScroll(page, "the story's sheet");
    await page.getByRole("button", { name: /^Story/ }).tap();
    await expect(story).not.toBeInViewport();
  });

  test("servers are killed and restarted with a finger", async ({ page }) => {
    await open(page);
    await button(page, "Settle").tap();
    await button(page, "Kill harry").scrollIntoViewIfNeeded();
    await button(page, "Kill harry").tap();
    await expect(server(page, "harry")).toContainText("memory lost");
    const menu = await trouble(page, "harry");
    await expectInView(menu);
    await menu.getByRole("button", { name: "Wipe the disk" }).tap();
    await page.keyboard.press("Escape");
    await button(page, "Restart harry").tap();
    await expectLogs(page, { harry: NO_LOG });
    await expectNoSidewaysScroll(page, "after a restart");
  });
});

for (const { what, viewport } of [
  { what: "640 px zoomed to 200 %", viewport: { width: 320, height: 512 } },
  { what: "1280 px zoomed to 200 %", viewport: { width: 640, height: 360 } },
  { what: "a tablet", viewport: { width: 800, height: 1100 } },
]) {
  test(`nothing is cut off sideways at ${what}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await open(page);
    await expectNoSidewaysScroll(page, "the start");
    await step(page, 8);
    await expectNoSidewaysScroll(page, "in the middle");
    const message = conversation(page).last();
    const sentence = message.getByText("Oh, you’re missing entries");
    await sentence.scrollIntoViewIfNeeded();
    await expectInView(sentence);
    const deliver = button(page, "Deliver message 11");
    await deliver.scrollIntoViewIfNeeded();
    await expectInView(deliver);
    await expectInView(sentence);
    await button(page, "Step").scrollIntoViewIfNeeded();
    await expectInView(button(page, "Step"));
    await button(page, "Settle").click();
    await expectLogs(page, { harry: FULL_LOG });
    const statusText = status(page);
    await statusText.scrollIntoViewIfNeeded();
    await expect(statusText).toBeInViewport();
    await openHelp(page);
  });
}

test("however far the page is zoomed, the sentence of a step and what a lesson asks stay in view with Step", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 200 });
  await open(page, "#lesson-two-servers");
  await expect(page.locator(".now-line")).toBeInViewport({ ratio: 0.4 });
  await step(page);
  for (const [width, height] of [[320, 200], [320, 512], [640, 400], [720, 450], [844, 390]]) {
    await page.setViewportSize({ width: width ?? 0, height: height ?? 0 });
    await expect(button(page, "Step")).toBeInViewport({ ratio: 1 });
    const bar = page.getByRole("button", { name: "Story", exact: true });
    await expect(bar, `${width} × ${height}`).toBeInViewport({ ratio: 1 });
    await bar.click();
    await expect(page.getByRole("group", { name: "What will harry answer?" })).toBeInViewport({ ratio: 0.1 });
    await bar.click();
  }
});

/**
 * Opens the help and looks whether it fits.
 * @param {Page} page The browser's page.
 */
async function openHelp(page) {
  await button(page, "Help").click();
  await expect(page.getByRole("dialog", { name: "How this works" })).toBeVisible();
  await expectNoSidewaysScroll(page, "the help");
  await page.keyboard.press("Escape");
}

test("nine servers with long names fit on any page, without scrolling it sideways", async ({ page }) => {
  const names = Array.from({ length: 9 }, (_, place) => `server-number-0${place}`);
  const text = `title Nine\nprotocol raft\nservers ${names.join(" ")}\ndisk ${names[0]} 1 set a-rather-long-key and-a-rather-long-value-that-goes-on\n\nprompt ${names[0]} timeout\nsettle\n`;
  for (const [width, height] of /** @type {const} */ ([[320, 800], [390, 800], [720, 800], [1000, 540], [1280, 800], [1920, 800]])) {
    await page.setViewportSize({ width, height });
    await page.goto("about:blank");
    await open(page, `#1/4/plain,${encodeURIComponent(text)}`);
    await expect(conversation(page).last()).toBeAttached();
    await expectNoSidewaysScroll(page, `${width} px`);
    const hangsOver = await page.locator("#servers").evaluate((heads) => getComputedStyle(heads).overflowY === "visible" && heads.scrollHeight > heads.clientHeight + 1);
    expect(hangsOver, `at ${width} x ${height} px cards lie over the conversation`).toBe(false);
  }
});

test("with less motion wanted, nothing moves by itself", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page);
  for (let count = 0; count < 10; count += 1) {
    await step(page);
    const moving = await page.evaluate(() => document.getAnimations().filter((animation) => Number(animation.effect?.getComputedTiming().endTime) > 50).length);
    expect(moving).toBe(0);
  }
  await button(page, "Kill harry").click();
  expect(await page.evaluate(() => document.getAnimations().filter((animation) => Number(animation.effect?.getComputedTiming().endTime) > 50).length)).toBe(0);
});

test("on paper the whole conversation can be read", async ({ page }) => {
  await open(page);
  await button(page, "Settle").click();
  await expectMoment(page, EXAMPLE_LENGTH);
  await page.emulateMedia({ media: "print" });
  const clipped = await conversation(page).evaluateAll((items) =>
    items.filter((item) => {
      const sentence = item.querySelector("p") ?? item;
      const box = sentence.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) return true;
      for (let around = item.parentElement; around; around = around.parentElement) {
        const style = getComputedStyle(around);
        const outside = around.getBoundingClientRect();
        if (style.display === "none" || style.visibility === "hidden") return true;
        // What is scrolled on a screen is cut off on paper.
        if (style.overflowY !== "visible" && style.overflowY !== "clip" && (box.bottom > outside.bottom + 1 || box.top < outside.top - 1)) return true;
      }
      return false;
    }).length,
  );
  expect(await conversation(page).count()).toBe(18);
  expect(clipped).toBe(0);
  await expect(button(page, "Step")).toBeHidden();
  for (const name of ["every", "harry"]) await expect(server(page, name)).toBeVisible();
});

test.describe("the strip of cards", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("follows the server that acts, without taking the focus", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page);
    await step(page, 9);
    await button(page, "Step").focus();
    for (const [moment, name] of /** @type {const} */ ([[10, "tom"], [12, "harry"]])) {
      while (Number(await page.getByRole("slider", { name: "Moment" }).inputValue()) < moment) await step(page);
      await expect(button(page, "Step")).toBeFocused();
      const told = (await status(page).innerText()).trim();
      const acting = NAMES.find((one) => told.startsWith(one)) ?? name;
      await expectInView(server(page, acting));
    }
    await button(page, "Step").click();
    await expect(button(page, "Step")).toBeFocused();
  });

  test("a cell on its way and a missing one are told apart without colour", async ({ page }) => {
    await open(page);
    await step(page, 9);
    const sign = (/** @type {string} */ state) => page.getByRole("listitem").filter({ hasText: state }).locator(".index").first().evaluate((index) => getComputedStyle(index, "::after").content);
    expect(await sign("(on its way)")).toContain("↓");
    expect(await sign("missing")).toBe("none");
  });

  test("the help has the key to the drawing", async ({ page }) => {
    await open(page);
    await button(page, "Help").click();
    const key = page.getByRole("dialog", { name: "How this works" }).getByRole("list", { name: "Key to the drawing" });
    await key.scrollIntoViewIfNeeded();
    await expect(key.getByText("entry on its way")).toBeInViewport();
    await expectNoSidewaysScroll(page, "the help");
  });
});

test("a long dialog can be closed wherever it is scrolled to", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await page.getByRole("banner").getByRole("button", { name: "Help" }).click();
  const help = page.getByRole("dialog", { name: "How this works" });
  await help.getByRole("heading", { name: "What is not in here" }).scrollIntoViewIfNeeded();
  await expect(help.getByRole("button", { name: "Close" })).toBeInViewport({ ratio: 1 });
  await help.getByRole("button", { name: "Close" }).click();
  await expect(help).toBeHidden();
});

for (const width of [390, 320])
  test(`nothing is under a dialog’s Close, wherever the dialog is scrolled to, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 640 });
    await open(page);
    await page.getByRole("banner").getByRole("button", { name: "Share" }).click();
    const share = page.getByRole("dialog", { name: "Share" });
    await expect(share.getByRole("button", { name: "Save SVG" })).toBeVisible();
    const under = await share.evaluate((dialog) => {
      const close = dialog.querySelector(".close");
      if (!close) throw new Error("there is no Close");
      const found = /** @type {Set<string>} */ (new Set());
      for (let top = 0; top <= dialog.scrollHeight - dialog.clientHeight; top += 8) {
        dialog.scrollTop = top;
        const box = close.getBoundingClientRect();
        for (const [x, y] of [[box.left + 1, box.top + 1], [box.right - 1, box.top + 1], [box.left + 1, box.bottom - 1], [box.right - 1, box.bottom - 1]]) {
          const below = document.elementsFromPoint(x ?? 0, y ?? 0).find((element) => !close.contains(element));
          if (below?.matches("button, label, input, textarea, a")) found.add(`${below.textContent?.trim()} at ${top}`);
        }
      }
      return [...found];
    });
    expect(under).toEqual([]);
  });
