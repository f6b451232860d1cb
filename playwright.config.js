// The end-to-end tests: a real browser on the built page. `npm test -- e2e` builds it first.

import { defineConfig } from "@playwright/test";
import { browserFlags, findBrowser } from "./scripts/browser.js";
import { freePort } from "./scripts/run.js";

// Each worker reads this file anew, and finds the port in the variable.
const port = Number((process.env.CATCHUP_TEST_PORT ??= `${await freePort()}`));
const executable = findBrowser();

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "*.spec.js",
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // Far longer than anything takes, so that no slow or busy machine fails a test. What never comes is told later, and that is all.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: "list",
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    launchOptions: { args: browserFlags, ...(executable === null ? {} : { executablePath: executable }) },
    // No screenshots: to have one of a test that fails, Playwright takes one of each. What a page held is told in words, and `--trace on` shows it.
    screenshot: "off",
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
