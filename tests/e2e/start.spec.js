// What the page says when a part of it can't be had: which part, and what to do. And what it does without, and still works.

import { readFileSync } from "node:fs";
import { button, expectMoment, expectWhole, notice, open, server, step } from "./catchup.js";
import { expect, test } from "./test.js";

/** @import { Page, Route } from "@playwright/test" */

const dist = new URL("../../dist/", import.meta.url);
const script = "**/assets/index-*.js";
const wasm = "**/*.wasm";

/**
 * Waits for the page to say why it can't start.
 * @param {Page} page The browser's page.
 * @param {RegExp} what What it says is the matter.
 * @param {RegExp} advice What it says is to be done.
 */
async function expectStandstill(page, what, advice) {
  const said = page.getByRole("alert");
  // Two seconds are promised; a busy machine gets some more for starting at all.
  await expect(said).toContainText(what);
  await expect(said).toContainText(advice);
  await expect(said.getByRole("heading", { name: "Catchup can’t start" })).toBeInViewport();
  await expect(page.getByText("The servers are waking up")).toHaveCount(0);
}

/**
 * Lets the page come with a header.
 * @param {Page} page The browser's page.
 * @param {Record<string, string>} headers The header.
 */
async function withHeaders(page, headers) {
  await page.route((url) => url.pathname === "/", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), ...headers } });
  });
}

/**
 * Holds the simulation back.
 * @param {Page} page The browser's page.
 * @returns {Promise<() => void>} Lets it come.
 */
async function holdBack(page) {
  let letCome = () => {};
  const held = new Promise((/** @type {(value?: undefined) => void} */ resolve) => (letCome = resolve));
  await page.route(wasm, async (route) => {
    await held;
    await route.continue();
  });
  return letCome;
}

/** @returns {Buffer} The built page's simulation. */
function builtWasm() {
  const name = /assets\/[^"]+\.wasm/.exec(readFileSync(new URL("index.html", dist), "utf8"))?.[0];
  if (!name) throw new Error("dist/index.html names no .wasm");
  return readFileSync(new URL(name, dist));
}

for (const { width, height } of [{ width: 1440, height: 900 }, { width: 1920, height: 1080 }, { width: 1024, height: 768 }, { width: 390, height: 844 }, { width: 320, height: 640 }]) {
  test(`the first screen says what the page is, and what to do, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, "");
    const welcome = page.getByRole("region", { name: "Welcome" });
    const sentence = welcome.getByText("This page shows how servers bring each other’s logs up to date");
    const call = welcome.getByText("Press Step to begin.");
    const elections = welcome.getByRole("link", { name: "Raft’s elections" });
    await expect(sentence).toBeInViewport({ ratio: 1 });
    await expect(call).toBeInViewport({ ratio: 1 });
    await expect(elections).toBeInViewport({ ratio: 1 });
    await expect(button(page, "Step")).toBeInViewport({ ratio: 1 });

    // Who only looked gets it once more; who did something knows the page.
    await page.reload();
    await expect(sentence).toBeInViewport({ ratio: 1 });
    await button(page, "Step").click();
    await expectMoment(page, 3);
    await expect(call).toBeHidden();
    await page.reload();
    await expectMoment(page, 3);
    await expect(sentence).toBeHidden();
  });
}

for (const { what, answer, says, advice } of /** @type {{what: string, answer: (route: Route) => Promise<void>, says: RegExp, advice: RegExp}[]} */ ([
  { what: "is missing", answer: (route) => route.fulfill({ status: 404, body: "Not found" }),
    says: /A part of this page is missing where it should be: catchup_bg.*\.wasm \(its server says 404\)/, advice: /Reload the page.*tell whoever runs this site/ },
  { what: "is a page of HTML", answer: (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Home</title>" }),
    says: /Instead of a part of this page, catchup_bg.*\.wasm, its server sent a page of HTML/, advice: /tell whoever runs this site/ },
  { what: "is cut short", answer: (route) => route.fulfill({ contentType: "application/wasm", body: builtWasm().subarray(0, 60_000) }),
    says: /arrived damaged, or was cut short: catchup_bg.*\.wasm \(60000 bytes came\)/, advice: /Reload the page/ },
  { what: "is empty", answer: (route) => route.fulfill({ contentType: "application/wasm", body: "" }),
    says: /arrived empty: catchup_bg.*\.wasm/, advice: /Reload the page/ },
  { what: "does not come", answer: (route) => route.abort(), says: /could not be fetched: catchup_bg.*\.wasm/, advice: /Check the connection, and reload/ },
])) {
  test(`when the WebAssembly ${what}, the page says so`, async ({ page }) => {
    await page.route(wasm, answer);
    await page.goto("./");
    await expectStandstill(page, says, advice);
    await expect(page.getByRole("alert")).not.toContainText(/browser/);
  });
}

test("when the WebAssembly comes at the second try, the page starts", async ({ page }) => {
  let tries = 0;
  await page.route(wasm, (route) => ((tries += 1) === 1 ? route.abort() : route.continue()));
  await open(page);
  await step(page);
});

for (const [what, rest] of /** @type {[string, RegExp][]} */ ([["say", /\/assets\/en-[^/]*\.js$/], ["do", /\/assets\/engine-[^/]*\.js$/]])) {
  test(`who steps on before the page can ${what} what follows waits for that, and is told when it can't be had`, async ({ page }) => {
    await page.route(rest, (route) => route.abort());
    await page.goto("./");
    await button(page, "Step").click();
    await expect(notice(page, "could not be loaded")).toBeVisible();
    await expectMoment(page, 2);
    await page.unroute(rest);
    let letCome = /** @type {(() => void) | null} */ (null);
    await page.route(rest, (route) => new Promise((resolve) => (letCome = () => resolve(route.continue()))));
    await button(page, "Step").click();
    await expect.poll(() => letCome !== null).toBe(true);
    await button(page, "Step").click();
    await expectMoment(page, 2);
    // Of what was asked for meanwhile the last opens, and not one over the other.
    await button(page, "Script").click();
    await button(page, "Break it").click();
    await button(page, "Share").click();
    letCome?.();
    await expect(page.getByRole("dialog", { name: "Share" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expectMoment(page, 4);
    await expect(notice(page, "could not be loaded")).toHaveCount(0);
  });
}

for (const address of ["", "#sandbox", "?lang=de", "?lang=de#sandbox"]) {
  for (const width of [1280, 390]) {
    test(`the first screen of ${address || "the page"} stands without the simulation, which then shows the same, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      const letCome = await holdBack(page);
      const asked = page.waitForRequest(wasm);
      await page.goto(`./${address}`);
      // It is asked for when the screen stands.
      await asked;
      // What a lesson asks comes with a part of its own.
      if (!address.endsWith("#sandbox")) await expect(page.locator("#page")).toHaveClass(/with-questions/);
      const shown = () => page.locator("#page").evaluate((element) => {
        const copy = /** @type {Element} */ (element.cloneNode(true));
        copy.querySelector(".of-lesson")?.replaceChildren();
        return copy.outerHTML;
      });
      const recorded = await shown();
      expect(await page.locator(".head").count()).toBeGreaterThan(1);
      letCome();
      await expectWhole(page);
      expect(await shown()).toBe(recorded);
    });
  }
}

test("what was pressed on a recorded screen keeps the focus when the simulation comes, and happens then", async ({ page }) => {
  const letCome = await holdBack(page);
  await page.goto("./");
  await button(page, "Kill harry").click();
  await page.getByRole("textbox", { name: "Command", exact: true }).fill("set x 1");
  await expect(server(page, "harry")).not.toContainText("down");
  letCome();
  await expect(server(page, "harry")).toContainText("down");
  const command = page.getByRole("textbox", { name: "Command", exact: true });
  await expect(command).toBeFocused();
  await expect(command).toHaveValue("set x 1");
});

test("who goes elsewhere from a recorded screen gets there when the simulation has come", async ({ page }) => {
  const letCome = await holdBack(page);
  await page.goto("./");
  await page.getByRole("link", { name: "Raft’s elections" }).click();
  await expect(page).toHaveURL(/#lesson-nobody-is-nominated$/);
  letCome();
  await expect(page.getByText("Lesson 11 of 17", { exact: true })).toBeVisible();
  await page.goBack();
  await expect(page.getByText("Lesson 1 of 17", { exact: true })).toBeVisible();
});

test("where disks can't be kept the first screen is not the recorded one, and says so", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("blocked", "SecurityError"); } }));
  await open(page, "");
  await expect(notice(page, "Nothing can be kept")).toBeVisible();
  await expectMoment(page, 2);
});

for (const type of ["application/octet-stream", "text/plain", ""]) {
  test(`WebAssembly that is said to be ${type || "nothing"} starts all the same`, async ({ page }) => {
    await page.route(wasm, async (route) => route.fulfill({ response: await route.fetch(), headers: { "content-type": type } }));
    await open(page);
    await step(page);
  });
}

test("a browser without WebAssembly is told that it lacks it", async ({ page }) => {
  await page.addInitScript(() => { Reflect.deleteProperty(window, "WebAssembly"); });
  await page.goto("./");
  await expectStandstill(page, /This browser has no WebAssembly/, /switch it on, or try a newer browser/);
});

test("a policy that forbids WebAssembly is named", async ({ page }) => {
  await withHeaders(page, { "content-security-policy": "script-src 'self'" });
  await page.goto("./");
  await expectStandstill(page, /The content security policy of this site forbids WebAssembly/, /has to add 'wasm-unsafe-eval'/);
});

test("when the page’s script is missing, the page says so", async ({ page }) => {
  await page.route(script, (route) => route.fulfill({ status: 404, body: "Not found" }));
  await page.goto("./");
  await expectStandstill(page, /The script of this page could not be loaded: .*index-.*\.js/, /tell whoever runs this site that the file is missing or blocked/);
});

test("when a page of HTML comes instead of the page’s script, the page says so", async ({ page }) => {
  await page.route(script, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
  await page.goto("./");
  await expectStandstill(page, /The script of this page could not be loaded/, /missing or blocked/);
});

test("when the page’s script is cut short, the page says so", async ({ page }) => {
  await page.route(script, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ contentType: "text/javascript", body: (await response.text()).slice(0, 20_001) });
  });
  await page.goto("./");
  await expectStandstill(page, /The script of this page can’t be read, or breaks off/, /it may have arrived damaged/);
});

test("opened as a file, the page says what to open instead", async ({ page }) => {
  await page.goto(new URL("index.html", dist).href);
  await expectStandstill(page, /This page was opened as a file/, /Open catchup\.html instead/);
  // The style sheet comes all the same.
  await expect(page.locator("body")).toHaveCSS("margin", "0px");
});

test("in a frame that keeps its script away, the page says so", async ({ page, baseURL }) => {
  await page.route("**/outside.html", (route) => route.fulfill({ contentType: "text/html", body: `<iframe sandbox="allow-scripts" src="${baseURL}" width="800" height="600"></iframe>` }));
  await page.goto("./outside.html");
  const said = page.frameLocator("iframe").getByRole("alert");
  await expect(said).toContainText("in a frame that keeps its script away");
  await expect(said).toContainText("Open the page outside of the frame");
});

test("without its style sheet the page can be read and used", async ({ page }) => {
  await page.route("**/*.css", (route) => route.abort());
  await page.goto("./");
  await expect(button(page, "Step")).toBeAttached();
  const sizes = await page.locator("svg:not([role=img])").evaluateAll((drawings) =>
    drawings.filter((drawing) => drawing.matches(":has(> path)")).map((drawing) => drawing.getBoundingClientRect().width));
  expect(sizes.length).toBeGreaterThan(20);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(32);
  await expect(page.getByRole("heading", { name: "Catchup" })).toBeInViewport();
});

test("what stops the start looks like a part of the page, at any width", async ({ page }) => {
  await page.route(wasm, (route) => route.fulfill({ status: 404, body: "" }));
  for (const width of [320, 390, 800, 1440]) {
    await page.setViewportSize({ width, height: 700 });
    await page.goto("./");
    await expectStandstill(page, /missing/, /Reload/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await page.screenshot({ path: test.info().outputPath(`${width}.png`) });
  }
});
