// The page on paper: names and labels are whole, no page ends within a row, and every page says whose the lanes are.

import { expect, test } from "./test.js";
import { NAMES, button, conversation, expectMoment, open, server, slider } from "./catchup.js";

/** @import { Page } from "@playwright/test" */

/** What lies between the margins of a sheet that stands and one that lies, and a large screen. */
for (const width of [718, 1040, 1440]) {
  test(`no page breaks a row, and each has the lanes' names, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const lesson of ["walking-back", "figure-7"]) {
      await open(page, `#lesson-${lesson}`);
      const length = Number(await slider(page).getAttribute("max"));
      await page.keyboard.press("End");
      await expectMoment(page, length);
      const said = await heard(page);
      await page.emulateMedia({ media: "print" });
      await expect(page.locator("#ladder.on-staves")).toHaveCount(0);
      expect(await heard(page), lesson).toEqual(said);
      const found = await page.getByRole("list", { name: "Conversation", exact: true }).evaluate((list) => {
        /** @type {string[]} */
        const wrong = [];
        for (const text of list.querySelectorAll("p")) {
          // Whatever is kept together on a page holds the whole of the text.
          const kept = [...function* () { for (let around = text.parentElement; around && around !== list; around = around.parentElement) yield around; }()].filter((around) => getComputedStyle(around).breakInside === "avoid").at(-1);
          const [inner, outer] = [text.getBoundingClientRect(), kept?.getBoundingClientRect()];
          if (!outer || outer.height > innerHeight || inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1) wrong.push(`${text.textContent} may be cut`);
          if (text.scrollHeight > text.clientHeight + 1) wrong.push(`${text.textContent} is cut`);
        }
        // What is kept together is small, so that pages are full: a sheet has room for about 1,000 px.
        for (const chunk of list.querySelectorAll(".chunk")) {
          const { height } = chunk.getBoundingClientRect();
          if (height > 200) wrong.push(`${chunk.textContent?.slice(0, 60)} … takes ${Math.round(height)} px in one piece`);
        }
        return wrong;
      });
      expect(found, lesson).toEqual([]);
      const head = page.locator("#ladder .names");
      expect(await head.evaluate((element) => getComputedStyle(element).display)).toBe("table-header-group");
      await expect(head.getByText("client", { exact: true })).toBeVisible();
      for (const name of lesson === "figure-7" ? ["leader", "a", "f"] : ["tom", "dick", "harry"]) await expect(head.getByText(name, { exact: true })).toBeVisible();
      // A word that leads to the glossary is text here.
      expect(await page.locator("button:not(.word), select, input").evaluateAll((controls) => controls.filter((control) => control.checkVisibility()).length)).toBe(0);
      await page.emulateMedia({ media: "screen" });
      await expect(button(page, "Step")).toBeVisible();
      expect(await heard(page), lesson).toEqual(said);
    }
  });
}

test("names and cards are whole on a sheet that stands", async ({ page }) => {
  await page.setViewportSize({ width: 718, height: 1000 });
  await open(page);
  await page.keyboard.press("End");
  await page.emulateMedia({ media: "print" });
  for (const name of NAMES) {
    const box = await server(page, name).boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 718, `${name} lies on the sheet`).toBe(true);
    const heading = server(page, name).getByRole("heading", { name, exact: true });
    expect(await heading.evaluate((element) => element.scrollWidth - element.clientWidth), name).toBeLessThanOrEqual(0);
  }
});

test("side by side, the columns share the sheet, and lie whole on it", async ({ page }) => {
  await page.setViewportSize({ width: 718, height: 1000 });
  await open(page, "#side-by-side");
  const view = page.getByRole("dialog", { name: "Side by side" });
  await button(page, "All to the end").click();
  await page.emulateMedia({ media: "print" });
  const wrong = await view.evaluate((dialog) => {
    const columns = [...dialog.querySelectorAll(".column")].map((column) => column.getBoundingClientRect());
    const apart = columns.every(({ left, top }, place) => place === 0 || left >= (columns[place - 1]?.right ?? 0) || top >= (columns[place - 1]?.bottom ?? 0));
    const narrow = columns.filter(({ width, right }) => width < 200 || right > innerWidth + 1);
    const cut = [...dialog.querySelectorAll("p, h2, h3, li, td, th")].filter((text) => text.checkVisibility() && text.scrollWidth > text.clientWidth + 1 && getComputedStyle(text).overflowX !== "visible");
    return { apart, narrow: narrow.length, cut: cut.map(({ textContent }) => textContent?.trim().slice(0, 40)) };
  });
  expect(wrong).toEqual({ apart: true, narrow: 0, cut: [] });
});

/**
 * @param {Page} page The browser's page.
 * @returns {Promise<string[]>} What the items of the conversation say, without what is for the eye only.
 */
function heard(page) {
  return conversation(page).evaluateAll((items) =>
    items.map((item) => {
      const copy = /** @type {Element} */ (item.cloneNode(true));
      for (const drawn of copy.querySelectorAll("[aria-hidden]")) drawn.remove();
      return copy.textContent?.trim() ?? "";
    }),
  );
}

test("on a sheet the stores of nine servers can be read, and whether that is all", async ({ page }) => {
  await page.setViewportSize({ width: 718, height: 1000 });
  const writes = ["a 1", "b 2", "c 3", "d 4", "e 5"].map((pair) => `client s1 set ${pair}\nsettle\n`).join("");
  const names = Array.from({ length: 9 }, (_, place) => `s${place + 1}`);
  await open(page, `#1/0/plain,${encodeURIComponent(`title Nine\nprotocol raft\nservers ${names.join(" ")}\nprompt s1 timeout\nsettle\n${writes}`)}`);
  await page.keyboard.press("End");
  await expect(server(page, "s1")).toContainText("5 pairs");
  await page.emulateMedia({ media: "print" });
  for (const [name, count, rest] of /** @type {const} */ ([["s1", 3, '"…"'], ["s9", 4, "none"]])) {
    const store = page.getByRole("list", { name: `Store of ${name}`, exact: true });
    await expect(store.getByRole("listitem")).toHaveCount(count);
    const whole = await store.evaluate((list) => {
      const frame = list.closest(".memory")?.getBoundingClientRect();
      return [...list.children].filter((item) => {
        const { left, right, top, bottom, height } = item.getBoundingClientRect();
        return frame !== undefined && height > 8 && left >= frame.left && right <= frame.right && top >= frame.top - 1 && bottom <= frame.bottom + 1;
      }).length;
    });
    expect(whole, name).toBe(count);
    expect(await store.evaluate((list) => getComputedStyle(list, "::after").content), name).toBe(rest);
  }
});
