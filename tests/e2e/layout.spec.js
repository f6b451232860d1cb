// Whatever the font and whatever the window: no control is covered, too small or out of reach, and nothing jumps.

import { expect, test } from "./test.js";
import { button, expectMoment, notice, open, slider, step } from "./catchup.js";
import { FONTS } from "./fonts.js";
import { LONG_NAMES, STATES, misplaced, resize, showState } from "./layout.js";

/** @import { Page } from "@playwright/test" */

/** From a phone to a projector, and a phone that lies. */
const sizes = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 720, height: 1024 },
  { width: 768, height: 1024 },
  { width: 844, height: 390 },
  { width: 1024, height: 768 },
  { width: 1280, height: 720 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
];

for (const font of FONTS) {
  test.describe(`in ${font}`, () => {
    test.use({ font });

    test("every control can be hit at its centre, at every width and in every state", async ({ page }) => {
      test.setTimeout(240_000);
      await page.emulateMedia({ reducedMotion: "reduce" });
      await open(page, "#sandbox");
      /** @type {string[]} */
      const found = [];
      for (const state of Object.keys(STATES)) {
        await showState(page, state);
        for (const size of sizes) {
          await resize(page, size);
          for (const wrong of await misplaced(page, "body")) found.push(`${state}, ${size.width} px: ${wrong}`);
        }
      }
      expect(found).toEqual([]);
    });

    test("what opens over or beside the page can be reached as well", async ({ page }) => {
      test.setTimeout(240_000);
      await page.emulateMedia({ reducedMotion: "reduce" });
      await open(page, "#sandbox");
      await showState(page, "killed, cut, full and damaged");
      /** @type {string[]} */
      const found = [];
      const look = async (/** @type {string} */ what, /** @type {{width: number, height: number}} */ size, within = "body") => {
        for (const wrong of await misplaced(page, within)) found.push(`${what}, ${size.width} px: ${wrong}`);
      };
      for (const size of sizes) {
        await resize(page, size);
        await button(page, "Copy link").click();
        await expect(notice(page, /^The link/)).toBeVisible();
        await look("a notice", size);
        for (const sheet of ["story", "side"]) {
          const grab = page.locator(`.grab[aria-controls=${sheet}]`);
          if (!(await grab.isVisible())) continue;
          if ((await grab.getAttribute("aria-expanded")) === "false") await grab.click();
          await expect(page.locator(`#${sheet}`)).toBeVisible();
          await look(`the sheet ${sheet}`, size);
        }
        await button(page, "Trouble for harry").first().click();
        await expect(page.getByRole("dialog", { name: "What can befall harry" })).toBeVisible();
        await look("the menu of a server", size, ".popover");
        await page.keyboard.press("Escape");
        await button(page, "Help").click();
        await expect(page.getByRole("dialog", { name: "How this works" })).toBeVisible();
        await look("the help", size, "dialog[open]");
        await page.keyboard.press("Escape");
      }
      expect(found).toEqual([]);
    });
  });
}

test("the title of every lesson stands whole in the picker, or its number does", async ({ page }) => {
  await open(page, "#sandbox");
  const lessons = page.getByRole("combobox", { name: "Lesson" });
  for (const size of sizes) {
    await resize(page, size);
    const cut = await lessons.evaluate((select) => {
      if (!(select instanceof HTMLSelectElement)) throw new Error("the picker is no select");
      const style = getComputedStyle(select);
      const room = select.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      const pen = document.createElement("canvas").getContext("2d");
      if (!pen) throw new Error("there is no canvas");
      pen.font = style.font;
      return [...select.options].filter(({ text }) => pen.measureText(text).width > room).map(({ text }) => text);
    });
    await lessons.selectOption("the-same-length");
    const number = page.getByText("Lesson 4", { exact: true });
    if (size.width < 960) await expect(number, `at ${size.width} px`).toBeVisible();
    else {
      await expect(number, `at ${size.width} px`).toBeHidden();
      expect(cut, `at ${size.width} px`).toEqual([]);
    }
  }
});

for (const lang of ["en", "de"])
  test(`the field for a command has room for the example in it, in ${lang}`, async ({ page }) => {
    await open(page, `?lang=${lang}#sandbox`);
    const field = page.locator(".console input");
    for (const width of [1184, 1280, 1366, 1440, 1920]) {
      await resize(page, { width, height: 900 });
      const spare = await field.evaluate((input) => {
        if (!(input instanceof HTMLInputElement)) throw new Error("the field is no input");
        const style = getComputedStyle(input);
        const pen = document.createElement("canvas").getContext("2d");
        if (!pen) throw new Error("there is no canvas");
        pen.font = style.font;
        return input.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight) - pen.measureText(input.placeholder).width;
      });
      expect(spare, `at ${width} px`).toBeGreaterThanOrEqual(0);
    }
  });

for (const { width, height } of [{ width: 1440, height: 900 }, { width: 1280, height: 720 }, { width: 1024, height: 768 }, { width: 390, height: 844 }]) {
  test(`nothing jumps while a lesson is stepped through at ${width} px`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page, "#sandbox");
    for (const lesson of ["harry-takes-a-nap", "walking-back", "figure-7"]) {
      await page.evaluate((hash) => void (location.hash = hash), `#lesson-${lesson}`);
      await expect(slider(page)).toHaveValue("0");
      // On a phone the first step closes the story.
      await step(page);
      const length = Number(await slider(page).getAttribute("max"));
      const places = new Set([await tops(page)]);
      for (let moment = 1; moment < Math.min(length, 24); moment += 1) {
        await page.keyboard.press("ArrowRight");
        await expectMoment(page, moment + 1);
        places.add(await tops(page));
      }
      await page.keyboard.press("End");
      await expectMoment(page, length);
      places.add(await tops(page));
      expect([...places], lesson).toHaveLength(1);
    }
  });
}

for (const { width, height } of [{ width: 1440, height: 900 }, { width: 1280, height: 720 }, { width: 1024, height: 768 }]) {
  test(`nothing jumps while somebody is elected, and what is offered lies on its card, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page, `#1/0/plain,${encodeURIComponent("title Election\nprotocol raft\nservers every tom dick and harry\nprompt dick timeout\nsettle\n")}`);
    const length = Number(await slider(page).getAttribute("max"));
    const places = new Set();
    for (let moment = 0; moment <= length; moment += 1) {
      await slider(page).fill(`${moment}`);
      await expectMoment(page, moment);
      places.add(await tops(page));
      const beyond = await page.locator(".plate").evaluateAll((plates) => plates.flatMap((plate) => [...plate.querySelectorAll("button")].filter((control) => control.getBoundingClientRect().right > plate.getBoundingClientRect().right).map(({ textContent }) => textContent?.trim())));
      expect(beyond, `moment ${moment}`).toEqual([]);
    }
    expect([...places]).toHaveLength(1);
  });
}

test("nothing jumps when the first term begins, nor when two lead", async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.emulateMedia({ reducedMotion: "reduce" });
  const names = LONG_NAMES.slice(0, 7);
  const disks = names.map((name, place) => `disk ${name} 0 set a ${place % 2}`).join("\n");
  const text = `title Two leaders\nprotocol walk_back\nservers ${names.join(" ")}\n${disks}\n\nclient ${names[0]} youre_the_leader\nstep\nstep\nstep\nclient ${names[1]} youre_the_leader\ndeliver 10\nstep\nstep\nstep\n`;
  await open(page, `#1/0/plain,${encodeURIComponent(text)}`);
  const length = Number(await slider(page).getAttribute("max"));
  const places = new Set([await tops(page)]);
  for (let moment = 1; moment <= length; moment += 1) {
    await slider(page).fill(`${moment}`);
    await expectMoment(page, moment);
    places.add(await tops(page));
  }
  expect([...places]).toHaveLength(1);
});

/**
 * @param {Page} page The browser's page.
 * @returns {Promise<string>} Where the conversation, the bar and its buttons begin.
 */
function tops(page) {
  return page.evaluate(() => ["#ladder", "#playback", ".do-step", ".scrub input", ".do-reset"].map((selector) => `${selector} ${document.querySelector(selector)?.getBoundingClientRect().top.toFixed(1)}`).join(", "));
}

for (const size of [{ width: 320, height: 256 }, { width: 640, height: 512 }, { width: 360, height: 500 }, { width: 720, height: 450 }, { width: 844, height: 390 }]) {
  test(`at ${size.width} × ${size.height} Step stays in view, and what has the focus is never under a bar`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.setViewportSize(size);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page, "#lesson-every-tom-dick-and-harry");
    await expect(button(page, "Step")).toBeInViewport({ ratio: 0.99 });
    for (let count = 0; count < 8; count += 1) await page.keyboard.press("ArrowRight");
    await expectMoment(page, 8);
    await expect(button(page, "Step")).toBeInViewport({ ratio: 0.99 });
    expect(await covered(page, 60)).toEqual([]);
    await button(page, "Side by side").click();
    await expect(page.getByRole("dialog", { name: "Side by side" })).toBeVisible();
    expect(await covered(page, 25)).toEqual([]);
  });
}

for (const size of [{ width: 320, height: 256 }, { width: 640, height: 512 }, { width: 911, height: 512 }, { width: 1200, height: 560 }])
  test(`at ${size.width} × ${size.height} each step has what it says in the window`, async ({ page }) => {
    await page.setViewportSize(size);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page, "#sandbox");
    for (let moment = 1; moment <= 19; moment += 1) {
      await page.keyboard.press("ArrowRight");
      await expectMoment(page, moment);
      const [top, bottom, bar] = await page.evaluate(() => {
        const now = [...document.querySelectorAll('#ladder .band, #ladder [aria-current="step"]')].map((part) => part.getBoundingClientRect()).filter(({ height }) => height > 0);
        const bar = Math.min(...[...document.querySelectorAll(".do-step, .says")].map((part) => part.getBoundingClientRect().top));
        return [Math.min(...now.map(({ top }) => top)), Math.max(...now.map(({ bottom }) => bottom)), bar];
      });
      expect(top, `step ${moment}`).toBeGreaterThanOrEqual(0);
      // What is higher than the window begins in it.
      if (bottom - top < bar - 48) expect(bottom, `step ${moment}`).toBeLessThanOrEqual(bar + 1);
      else expect(top, `step ${moment}`).toBeLessThan(bar / 3);
    }
  });

test("on a low phone the parts of the page follow each other as they are read", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, "#sandbox");
  await step(page);
  const tops = await page.evaluate(() => [".masthead", ".heads", "#ladder", "#sheetbar", ".count", ".scrub input", ".speed"].map((part) => document.querySelector(part)?.getBoundingClientRect().top ?? 0));
  expect(tops).toEqual([...tops].sort((one, other) => one - other));
  await page.locator(".grab[aria-controls=story]").click();
  const [ladder, story, bar] = await page.evaluate(() => ["#ladder", "#story", "#sheetbar"].map((part) => document.querySelector(part)?.getBoundingClientRect().top ?? 0));
  expect([ladder, story, bar]).toEqual([ladder, story, bar].sort((one, other) => (one ?? 0) - (other ?? 0)));
});

/**
 * Goes through the page with the Tab key.
 * @param {Page} page The browser's page.
 * @param {number} times How many stops to look at.
 * @returns {Promise<string[]>} What had the focus while nothing of it could be seen.
 */
async function covered(page, times) {
  const found = /** @type {string[]} */ ([]);
  for (let count = 0; count < times; count += 1) {
    await page.keyboard.press("Tab");
    const hidden = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return null;
      const parts = focused.getClientRects().length > 0 ? [focused, ...focused.querySelectorAll("*")] : [];
      const seen = parts.some((part) => {
        const { left, top, right, bottom } = part.getBoundingClientRect();
        const shares = [0.1, 0.3, 0.5, 0.7, 0.9];
        const hits = shares.flatMap((down) => shares.map((along) => document.elementFromPoint(left + along * (right - left), top + down * (bottom - top))));
        return hits.some((hit) => hit !== null && (focused.contains(hit) || (hit.contains(focused) && hit.localName === "label")));
      });
      return seen ? null : `${focused.localName} “${focused.getAttribute("aria-label") ?? focused.textContent?.trim().slice(0, 40)}”`;
    });
    if (hidden !== null) found.push(hidden);
  }
  return found;
}
