// The page under the policies that docs/hosting.md advises, which are read there, so that the two cannot drift apart.

import { readFileSync } from "node:fs";
import { button, expectMoment, open, openScript, step } from "./catchup.js";
import { expect, test } from "./test.js";

/** @import { Page } from "@playwright/test" */

const advice = readFileSync(new URL("../../docs/hosting.md", import.meta.url), "utf8");
const [forSite = "", forOneFile = "", ...more] = [...advice.matchAll(/^ {4}Content-Security-Policy: (.+)$/gm)].map(([, policy]) => policy);

/**
 * Lets a page come under a policy.
 * @param {Page} page The browser's page.
 * @param {string} pathname Where it lies.
 * @param {string} policy The policy.
 * @returns {Promise<string[]>} What went against it, and what else the page complained about; comes in later.
 */
async function under(page, pathname, policy) {
  /** @type {string[]} */
  const complaints = [];
  page.on("console", (message) => { if (message.type() === "error") complaints.push(message.text()); });
  await page.exposeBinding("violated", (_source, /** @type {string} */ what) => { complaints.push(what); });
  await page.addInitScript(() => document.addEventListener("securitypolicyviolation", (event) => {
    Reflect.get(window, "violated")(`${event.effectiveDirective} ${event.blockedURI}`);
  }));
  await page.route((url) => url.pathname === pathname, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });
  return complaints;
}

test("the policies are where they are looked for", () => {
  expect(forSite).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(forSite).not.toContain("unsafe-inline");
  expect(forOneFile).toContain("script-src 'unsafe-inline'");
  expect(more).toEqual([]);
});

test("what the page starts with waits for nothing else", () => {
  const page = readFileSync(new URL("../../dist/index.html", import.meta.url), "utf8");
  // What may be fetched ahead, the early script decides.
  expect(page.match(/<link rel="ahead"/g)).toHaveLength(6);
  expect(page).not.toMatch(/<link rel="(?:module)?preload"/);
  // The script that it starts with waits for no other one.
  const script = readFileSync(new URL(`../../dist/${/assets\/index-[^"]+\.js/.exec(page)?.[0]}`, import.meta.url), "utf8");
  expect(script.match(/^import\b[^;]*/m)).toBeNull();
});

test("under the policy for a site, the page works and is whole", async ({ page }) => {
  const complaints = await under(page, "/", forSite);
  await page.addInitScript(() => localStorage.setItem("catchup/settings/theme", "dark"));
  await open(page, "#sandbox");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await step(page, 3);
  await expectMoment(page, 3);
  // What a style sheet alone could not place: the marks of the time line, and what of it lies behind.
  await expect(page.getByRole("slider", { name: "Moment", exact: true })).toHaveAttribute("style", /--at: ?\d/);
  await button(page, "Side by side").click();
  await expect(page.getByRole("dialog", { name: "Side by side" })).toBeVisible();
  await page.keyboard.press("Escape");
  await button(page, "Share").click();
  await expect(page.getByRole("dialog", { name: "Share" }).getByRole("textbox", { name: "HTML of the frame" })).toHaveValue(/\?embed#1\/3\//);
  expect(complaints).toEqual([]);
});

test("under the policy for the one file, it works on a server, too", async ({ page }) => {
  const complaints = await under(page, "/catchup.html", forOneFile);
  await open(page, "catchup.html#sandbox");
  await step(page);
  await openScript(page);
  expect(complaints).toEqual([]);
});

test("what stands in a copied frame is the run, at its moment", async ({ page }) => {
  await open(page);
  await step(page, 2);
  await button(page, "Share").click();
  const dialog = page.getByRole("dialog", { name: "Share", exact: true });
  const field = dialog.getByRole("textbox", { name: "HTML of the frame", exact: true });
  await expect(field).toHaveValue(/<\/iframe>/);
  const code = await field.inputValue();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await dialog.getByRole("button", { name: "Copy HTML" }).click();
  await expect(dialog.getByRole("button", { name: "HTML copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
  await page.route("**/mine.html", (route) => route.fulfill({ contentType: "text/html", body: `<!doctype html>${code}` }));
  await page.goto("./mine.html");
  const frame = page.frameLocator('iframe[title="Catchup: Every Tom Dick and Harry"]');
  await expect(frame.getByText("Step 2 of 19", { exact: true })).toBeVisible();
});
