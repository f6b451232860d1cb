// The page in a frame of another page: what it shows there, what it leaves alone, and the way out of it.

import { button, conversation, expectMoment, notice, open, server, step, stored } from "./catchup.js";
import { expect, test } from "./test.js";
import { expectAccessible } from "./axe.js";

/** @import { Locator, Page } from "@playwright/test" */

/**
 * Opens another page with a frame in it.
 * @param {Page} page The browser's page.
 * @param {string} frame The frame's attributes.
 * @returns {Promise<Page>} The frame, as far as tests use it.
 */
async function openFramed(page, frame) {
  await page.route("**/outside.html", (route) => route.fulfill({ contentType: "text/html", body: `<!doctype html><iframe title="A run" ${frame}></iframe>` }));
  // A frame without an origin may fetch only what is meant for everybody.
  await page.route("**/assets/**", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "access-control-allow-origin": "*" } });
  });
  await page.goto("./outside.html");
  const inner = /** @type {Page} */ (/** @type {unknown} */ (page.frames()[1]));
  await expect(inner.getByRole("slider", { name: "Moment", exact: true })).toBeVisible();
  return inner;
}

/**
 * Follows the way out of the frame.
 * @param {Page} page The browser's page.
 * @param {Locator} link The link that leads out.
 * @returns {Promise<Page>} What opened.
 */
async function openInFull(page, link) {
  const opened = page.context().waitForEvent("page");
  await link.press("Enter");
  return opened;
}

test("a frame shows the conversation and the controls, keeps nothing, and opens in full where it stands", async ({ page, context }) => {
  await open(page);
  await step(page, 2);
  const before = await stored(page, "catchup/");
  const other = await context.newPage();
  const frame = await openFramed(other, 'src="./?embed#sandbox" width="720" height="680"');
  await expectMoment(frame, 0);
  await expect(frame.getByRole("banner")).toBeHidden();
  await expect(frame.getByRole("complementary")).toHaveCount(0);
  await expect(frame.getByRole("heading", { level: 1, name: "Every Tom Dick and Harry" })).toBeVisible();
  await button(frame, "Step").press("Enter");
  await other.keyboard.press("ArrowRight");
  await other.keyboard.press("ArrowRight");
  await expectMoment(frame, 3);
  await expect(conversation(frame).last()).toContainText("dick to harry");
  await button(frame, "Kill harry").click();
  await expect(notice(frame, "no longer part of the run")).toBeVisible();

  const full = await openInFull(other, frame.getByRole("link", { name: "Open in full" }));
  await expectMoment(full, 4, 4);
  await expect(button(full, "Restart harry")).toBeVisible();
  await expect(full.getByRole("banner")).toBeVisible();
  expect(new URL(full.url()).search).toBe("");
  await full.close();
  // The page in the other tab has its room as it had it.
  expect(await stored(page, "catchup/1/sandbox")).toEqual(Object.fromEntries(Object.entries(before).filter(([key]) => key.startsWith("catchup/1/sandbox"))));
  await expect(notice(page, "Another tab")).toHaveCount(0);
  await step(page);
});

test("a frame that may run scripts and open pages, and nothing else, works as well", async ({ page }) => {
  const frame = await openFramed(page, 'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" src="./?embed#lesson-two-servers" width="640" height="600"');
  await step(frame);
  const question = frame.getByRole("group", { name: "What will harry answer?" });
  await expect(question).toBeInViewport();
  await question.getByRole("radio", { name: "Nothing", exact: true }).check();
  await button(frame, "Lock it in").click();
  await expectMoment(frame, 4);
  await expect(frame.getByRole("listitem").filter({ hasText: "what came" })).toBeInViewport();
  const moment = await frame.getByRole("slider", { name: "Moment", exact: true }).inputValue();
  await expect(notice(frame, "memory")).toHaveCount(0);
  // Whoever is faster than the link goes where the run stands, too.
  const full = await openInFull(page, frame.getByRole("link", { name: "Open in full" }));
  await expectMoment(full, Number(moment));
  await expect(full.getByRole("heading", { name: "Two servers, one conversation" })).toBeVisible();
});

test("in the narrowest frame everything has its place", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 680 });
  await open(page, "?embed#sandbox");
  await step(page, 3);
  for (const part of [page.locator("[role=listitem][aria-current=step]").first(), button(page, "Step"), page.getByRole("link", { name: "Open in full" }), server(page, "dick")]) await expect(part).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  await expectAccessible(page, "the page in a frame");
  // In a low frame what was said last stands between the cards and the buttons.
  await page.setViewportSize({ width: 720, height: 360 });
  for (const part of [page.locator("[role=listitem][aria-current=step]").first(), button(page, "Step"), page.getByRole("link", { name: "Open in full" }), button(page, "Kill dick")]) await expect(part).toBeInViewport();
  // In a low and narrow one the page scrolls to what a lesson asks, and back to what was said.
  await page.setViewportSize({ width: 320, height: 360 });
  await open(page, "?embed#lesson-two-servers");
  await button(page, "Step").click();
  await expect(button(page, "Skip")).toBeInViewport({ ratio: 1 });
  await button(page, "Step").click();
  await expect(page.locator("[role=listitem][aria-current=step]").first()).toBeInViewport();
  await page.setViewportSize({ width: 320, height: 680 });
  // What a frame was shown is not what the whole page opens next.
  await page.goto("./");
  await expect(page.getByRole("heading", { name: "Two servers, one conversation" })).toBeVisible();
});

test("the way out leads to what is shown, whatever is drawn while its address is made", async ({ page }) => {
  await page.addInitScript(() => {
    const Packer = CompressionStream;
    /** Lets what is packed through when the test says so. */
    const go = new Promise((resolve) => Object.assign(globalThis, { packs: 0, go: resolve }));
    const slow = function (/** @type {CompressionFormat} */ format) {
      Object.assign(globalThis, { packs: Reflect.get(globalThis, "packs") + 1 });
      const { writable, readable } = new Packer(format);
      return { writable, readable: readable.pipeThrough(new TransformStream({ transform: async (part, out) => (await go, out.enqueue(part)) })) };
    };
    Object.assign(globalThis, { CompressionStream: slow });
  });
  const packs = (/** @type {number} */ count) => page.waitForFunction((count) => Reflect.get(globalThis, "packs") === count, count);
  await page.goto("./?embed#lesson-every-tom-dick-and-harry");
  await packs(1);
  await button(page, "Step").click();
  await packs(2);
  await conversation(page).last().locator(".say").click();
  await expect(page.locator(".detail")).toBeVisible();
  await page.evaluate(() => Reflect.get(globalThis, "go")());
  await expect(page.getByRole("link", { name: "Open in full" })).toHaveAttribute("href", /#1\/\d+\/deflate,/);
});
