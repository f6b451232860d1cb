// What there is room for is shown whole and side by side, whatever the width; what there is no room for can be reached.

import { expect, test } from "./test.js";
import { button, expectMoment, logOf, open, server, slider } from "./catchup.js";
import { resize, showState } from "./layout.js";

/** @import { Locator, Page } from "@playwright/test" */

/** Widths at which everything has its place, from a small laptop to a projector. */
const wide = [{ width: 1280, height: 720 }, { width: 1440, height: 900 }, { width: 1920, height: 1080 }];

/**
 * @param {Page} page The browser's page.
 * @returns {Promise<string[]>} The entries of logs of which an end is cut off.
 */
function cutEntries(page) {
  return page.evaluate(() => [...document.querySelectorAll(".log :is(.entry, .operands)")].filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(({ textContent }) => textContent ?? ""));
}

test("the buttons of a message in flight stand beside its route or its sentence, not on a line of their own", async ({ page }) => {
  await open(page, "#sandbox");
  await slider(page).fill("10");
  await expectMoment(page, 10);
  const rows = page.getByRole("list", { name: "In flight", exact: true }).getByRole("listitem");
  await expect(rows).toHaveCount(4);
  for (const size of wide) {
    await resize(page, size);
    const alone = await rows.evaluateAll((items) => items.filter((item) => {
      const acts = item.querySelector("[aria-label^=Deliver]")?.getBoundingClientRect();
      const words = document.createTreeWalker(item, NodeFilter.SHOW_TEXT, (text) => (text.textContent?.trim() && !text.parentElement?.closest(".acts") ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP));
      const lines = /** @type {DOMRect[]} */ ([]);
      while (words.nextNode()) {
        const range = document.createRange();
        range.selectNode(words.currentNode);
        lines.push(...range.getClientRects());
      }
      return !acts || !lines.some(({ top, bottom }) => (top + bottom) / 2 > acts.top && (top + bottom) / 2 < acts.bottom);
    }).map(({ textContent }) => textContent?.trim()));
    expect(alone, `at ${size.width} px`).toEqual([]);
  }
});

test("no entry of figure 7 is cut, nor does a server's name break within", async ({ page }) => {
  await open(page, "#lesson-figure-7");
  for (const moment of [0, 20, 60]) {
    await slider(page).fill(`${moment}`);
    await expectMoment(page, moment);
    for (const size of [{ width: 1024, height: 768 }, ...wide]) {
      await resize(page, size);
      expect(await cutEntries(page), `moment ${moment} at ${size.width} px`).toEqual([]);
      const heading = server(page, "leader").getByRole("heading", { name: "leader", exact: true }).getByText("leader");
      const lines = await heading.evaluate((name) => new Set([...name.getClientRects()].map(({ top }) => top)).size * Math.round(name.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(name).lineHeight)));
      expect(lines, `lines of the name at ${size.width} px`).toBe(1);
    }
  }
});

test("a damaged entry is told whole in a narrow cell", async ({ page }) => {
  await open(page, "#sandbox");
  await showState(page, "nine servers");
  const damaged = logOf(page, "server-number-03").filter({ hasText: "damaged" });
  await expect(damaged).toHaveAttribute("title", /damaged/);
  for (const size of [{ width: 768, height: 1024 }, ...wide]) {
    await resize(page, size);
    // Either the word fits, or a sign stands for it.
    const told = await damaged.evaluate((cell) => {
      const word = cell.querySelector(".entry");
      const sign = getComputedStyle(cell, "::before").content;
      return { whole: word !== null && word.scrollWidth <= word.clientWidth, sign: sign.includes("?") };
    });
    expect(told.whole !== told.sign, `at ${size.width} px: ${JSON.stringify(told)}`).toBe(true);
  }
});

for (const { what, text, size } of [
  { what: "in a column", size: { width: 1440, height: 900 }, text: "title Long\nprotocol ask_length\nservers every tom dick and harry\ndisk every 0 set greeting good morning to all of you\ndisk tom 0 set username 123\ndisk harry 0 set b 2\n" },
  { what: "in a row", size: { width: 1280, height: 720 }, text: `title Long\nprotocol walk_back\nservers every tom\n${Array.from({ length: 9 }, (_, place) => `disk every 1 set k${place} good morning to all of you`).join("\n")}\n` },
  { what: "on a phone", size: { width: 390, height: 844 }, text: "title Long\nprotocol ask_length\nservers every tom\ndisk every 0 set greeting good morning to all of you\n" },
]) {
  test(`a log with an entry that is cut ${what} can be reached with the keyboard, and shows it whole`, async ({ page }) => {
    await page.setViewportSize(size);
    await open(page, `#1/0/plain,${encodeURIComponent(text)}`);
    const log = page.getByRole("list", { name: "Log of every", exact: true });
    const entry = logOf(page, "every").first();
    await expect.poll(() => isWhole(entry)).toBe(false);
    if (what === "in a column") expect(await seenOf(logOf(page, "tom").first()), "the common verb goes before the end").toBe("username 123");
    await button(page, "Nominate every").first().focus();
    await page.keyboard.press("Tab");
    await expect(log).toBeFocused();
    expect(await isWhole(entry)).toBe(true);
    await page.keyboard.press("Tab");
    await expect.poll(() => isWhole(entry)).toBe(false);
    if (what === "in a column") await expect(page.getByRole("list", { name: "Log of harry", exact: true })).not.toHaveAttribute("tabindex");
  });
}

/**
 * @param {Locator} cell A cell of a log.
 * @returns {Promise<boolean>} Whether its entry is shown whole, within the window.
 */
function isWhole(cell) {
  return cell.evaluate((element) => {
    const entry = element.querySelector(".entry");
    const range = document.createRange();
    if (entry) range.selectNodeContents(entry);
    return entry !== null && entry.clientWidth > 1 && [...range.getClientRects()].every(({ right }) => right <= entry.getBoundingClientRect().right + 1 && right <= innerWidth);
  });
}

/**
 * @param {Locator} cell A cell of a log.
 * @returns {Promise<string>} What is seen of its command, of whose parts none is cut.
 */
function seenOf(cell) {
  return cell.locator(".entry").evaluate((entry) => {
    const { top, bottom } = entry.getBoundingClientRect();
    const parts = [...entry.querySelectorAll(".verb, .operands")].map((part) => ({ part, box: part.getBoundingClientRect() }));
    return parts.filter(({ part, box }) => box.top >= top - 1 && box.bottom <= bottom + 1 && part.scrollWidth <= part.clientWidth).map(({ part }) => part.textContent).join("");
  });
}

for (const lang of ["en", "de"])
  test(`the key to the drawing lies under the drawing, whole and in two lines, in ${lang}`, async ({ page }) => {
    // The longest key is that of a lesson that asks, where servers vote.
    await page.goto(`./?lang=${lang}#lesson-two-leaders`);
    const key = page.locator("#stage > .key");
    await expect(key.getByText(lang === "de" ? "Kandidat" : "candidate")).toBeVisible();
    await expect(key.getByText(lang === "de" ? "gefragt" : "asked")).toBeVisible();
    for (const size of wide) {
      await resize(page, size);
      const { beyond, tops } = await key.evaluate((key) => {
        const { left, right } = key.getBoundingClientRect();
        const items = [...key.children].filter((item) => item.getClientRects().length > 0);
        const boxes = items.map((item) => item.getBoundingClientRect());
        return { beyond: items.filter((_, index) => (boxes[index]?.left ?? 0) < left - 1 || (boxes[index]?.right ?? 0) > right + 1).map((item) => item.textContent), tops: [...new Set(boxes.map(({ top }) => Math.round(top)))] };
      });
      expect(beyond, `at ${size.width} px`).toEqual([]);
      expect(tops.length, `lines at ${size.width} px`).toBeLessThanOrEqual(2);
    }
  });

test("a memory is as large as what it holds, whatever stands beside it", async ({ page }) => {
  await open(page, "#sandbox");
  await showState(page, "killed, cut, full and damaged");
  await expect(button(page, "Keep entry 1")).toBeVisible();
  const heights = await page.getByRole("list", { name: /^Store of/ }).evaluateAll((stores) => stores.map((store) => (store.closest(".memory")?.getBoundingClientRect().height ?? 0) / store.getBoundingClientRect().height));
  expect(heights).toHaveLength(4);
  for (const height of heights) expect(height).toBeLessThan(2);
});

test("what is written beside the disks ends above what is written beside the memories", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, "#sandbox");
  for (const protocol of ["Walk back (Raft paper)", "Raft"]) {
    await page.getByRole("group", { name: "Protocol" }).getByRole("radio", { name: protocol, exact: true }).check({ force: true });
    await page.keyboard.press("End");
    for (const rules of [false, true]) {
      if (rules) await page.getByRole("banner").getByRole("button", { name: "Rules" }).click();
      for (const width of [720, 960, 1024, 1200, 1280, 1360, 1440]) {
        await resize(page, { width, height: 900 });
        const beyond = await page.locator(".standing .r-disk").evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
        expect(beyond, `${protocol}, at ${width} px${rules ? " beside the rules" : ""}`).toBeLessThanOrEqual(0);
      }
      await resize(page, { width: 1440, height: 900 });
      if (rules) await button(page, "Close the rules").click();
    }
  }
});
