// What the page does not do: ask anybody for anything, complain, or work while nothing moves.

import { expect, test } from "./test.js";
import { button, expectLogs, expectMoment, open, openScript, runScript, say, step } from "./catchup.js";

test("a first load makes five requests, and after it none leaves the page", async ({ page, baseURL }) => {
  /** @type {string[]} */
  const requests = [];
  /** @type {string[]} */
  const complaints = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("websocket", (socket) => requests.push(socket.url()));
  page.on("requestfailed", (request) => complaints.push(`${request.url()} failed`));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  await open(page);
  await page.waitForLoadState("networkidle");
  // The browser asks for the icon when it likes, and what is not on the first screen comes when that stands: words with lessons, styles, the simulation and its code.
  const late = /\/assets\/(?:(?:en|later|engine)-[^/]*\.js|catchup_bg-[^/]*\.wasm)$/;
  const needed = () => requests.filter((url) => !late.test(url) && !url.endsWith("/icon.svg"));
  await expect.poll(() => requests.filter((url) => late.test(url)).length).toBe(4);
  const loaded = needed().length;
  expect(loaded, requests.join("\n")).toBe(4);

  await step(page, 9);
  await button(page, "Kill harry").click();
  await button(page, "Restart harry").click();
  await say(page, "tom", "set x 1");
  await button(page, "Settle").click();
  await button(page, "Copy link").click();
  await page.getByRole("combobox", { name: "Lesson" }).selectOption({ label: "5 · Asked twice" });
  await expectMoment(page, 0);
  await button(page, "Settle").click();
  await button(page, "Help").click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  const { dialog } = await openScript(page);
  await dialog.getByRole("button", { name: "Close" }).click();
  await button(page, "Theme: auto").click();
  await button(page, "Reset").click();
  await expectMoment(page, 0);
  // Parts of the page itself that are loaded when they are asked for, with the catalogues of what they say: none of them carries anything away.
  const later = needed().slice(loaded).map((url) => /\/assets\/(\w+)-[^/]*\.js$/.exec(url)?.[1] ?? url);
  expect([...new Set(later)]).toEqual(["lesson", "help", "glossary", "script"]);
  expect(requests.filter((url) => !url.startsWith(`${baseURL}`))).toEqual([]);
  expect(complaints).toEqual([]);
});

test("while nothing moves, no timer and no animation runs", async ({ page }) => {
  await page.addInitScript(() => {
    const calls = /** @type {string[]} */ ([]);
    Object.assign(window, { calls });
    for (const name of /** @type {const} */ (["requestAnimationFrame", "requestIdleCallback", "setTimeout", "setInterval"])) {
      const own = /** @type {(...args: unknown[]) => number} */ (window[name]);
      Object.assign(window, {
        [name]: (/** @type {unknown[]} */ ...args) => {
          calls.push(name);
          return own.apply(window, args);
        },
      });
    }
  });
  await open(page);
  await step(page, 5);
  await button(page, "Play").click();
  await expect(button(page, "Pause")).toBeVisible();
  await button(page, "Pause").click();
  await expect(button(page, "Play")).toBeVisible();
  const counted = () => page.evaluate(() => /** @type {{calls: string[]} & Window} */ (/** @type {unknown} */ (window)).calls.length);
  // Play waits with a timer, so the count itself works.
  expect(await counted()).toBeGreaterThan(0);
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
  const before = await counted();
  // Nothing to wait for is the point: a second has to pass.
  await page.evaluate(() => new Promise((resolve) => document.body.animate([], { duration: 1000 }).finished.then(resolve)));
  expect(await counted()).toBe(before);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

for (const width of [1280, 390]) {
  test(`without JavaScript the page says what it needs, ${width} px wide`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width, height: 800 } });
    const page = await context.newPage();
    await page.goto("./");
    // Texts are not looked for in this element, which is usually not shown.
    const sentences = page.locator("noscript p");
    await expect(sentences).toContainText(["your browser has JavaScript switched off", "in deinem Browser ist JavaScript ausgeschaltet"]);
    for (const sentence of await sentences.all()) await expect(sentence).toBeInViewport({ ratio: 1 });
    await context.close();
  });
}

test("the page has a title, a description, an icon, a preview and its credits", async ({ page, request }) => {
  await open(page);
  await expect(page).toHaveTitle(/Catchup/);
  await expect(page.locator("meta[name=description]")).toHaveAttribute("content", /servers/);
  for (const selector of ["link[rel=icon]", "meta[property='og:image']"]) {
    const element = page.locator(selector);
    const address = (await element.getAttribute("href")) ?? (await element.getAttribute("content")) ?? "";
    const response = await request.get(new URL(address, page.url()).href);
    expect(response.headers()["content-type"], address).toMatch(/^image\//);
  }
  await expect(page.getByRole("link", { name: /Bare Minimum Log Replication/ })).toHaveAttribute("href", "https://chelseatroy.com/2020/01/08/raft-4-bare-minimum-log-replication/");
  await expect(page.getByText("MIT OR Apache-2.0")).toBeVisible();
});

test("a run of 200 messages between nine servers with long names works", async ({ page }) => {
  const names = Array.from({ length: 9 }, (_, place) => `server-number-0${place}`);
  const writes = Array.from({ length: 60 }, (_, number) => `client ${names[number % 9]} set key-${number} ${number}`);
  await open(page);
  await runScript(page, `title Two hundred\nprotocol ask_length\nservers ${names.join(" ")}\n\n${writes.join("\n")}\nsettle\nclient ${names[0]} youre_the_leader\nsettle\nclient ${names[1]} youre_the_leader\nsettle\nclient ${names[2]} youre_the_leader\nsettle\n`);
  await button(page, "Settle").click();
  const items = page.getByRole("list", { name: "Conversation" }).getByRole("listitem");
  await expect.poll(() => items.count()).toBeGreaterThanOrEqual(200);
  await expect(items.last()).toBeInViewport({ ratio: 0 });
  await expect(items.filter({ hasText: "(in flight)" })).toHaveCount(0);
  const last = await items.last().innerText();
  await button(page, "Back").click();
  await button(page, "Step").click();
  await expect(items.last()).toHaveText(last, { useInnerText: true });
  await button(page, "To the start").click();
  await expect(items).toHaveCount(0);
});

test("logs of 1,000 entries are caught up, shown in part, and kept", async ({ page }) => {
  const entries = Array.from({ length: 1000 }, (_, number) => `disk dick 0 set key-${number + 1} ${number + 1}`);
  await open(page);
  await runScript(page, `title A thousand\nprotocol ask_length\nservers every dick\n${entries.join("\n")}\n\nclient dick youre_the_leader\nsettle\n`);
  await button(page, "Settle").click();
  await expectLogs(page, { every: [995, 996, 997, 998, 999, 1000].map((number) => `${number} set key-${number} ${number}`) });
  await expect(page.getByRole("region", { name: "every", exact: true })).toContainText("1 to 994 agree");
  await button(page, "First 6").click();
  await expect(page.getByRole("list", { name: "Log of every" }).getByRole("listitem").first()).toHaveText("1 set key-1 1");
  await button(page, "The last").click();
  await expect(page.getByRole("list", { name: "Log of every" }).getByRole("listitem").last()).toHaveText("1000 set key-1000 1000");
  await button(page, "Earlier").click();
  await expect(page.getByRole("list", { name: "Log of every" }).getByRole("listitem").last()).not.toHaveText("1000 set key-1000 1000");
  await button(page, "The last").click();
  await say(page, "every", "set one-more 1");
  await button(page, "Settle").click();
  await page.reload();
  await expect(page.getByRole("list", { name: "Log of every" }).getByRole("listitem").last()).toHaveText("1001 set one-more 1 (surplus)");
  await expect(page.getByRole("listitem").filter({ hasText: "Everyone has everything" })).toContainText("dick has 1000 entries; every has 1 entry more.");
  await page.getByRole("button", { name: "Go on from the disks" }).click();
  await expect(page.getByRole("list", { name: "Log of every" }).getByRole("listitem").last()).toHaveText("1001 set one-more 1");
});
