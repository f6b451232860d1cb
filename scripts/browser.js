// Finds the browsers for the tests, or installs them where apt-get may: Chromium, in which most tests run, and Firefox and
// WebKit, in which the built page is tried. Playwright's own browsers are never downloaded.

import { findOnPath, isProgram, run, say, Trouble, Unavailable } from "./run.js";
import { ensureGeckodriver } from "./tools.js";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const otherPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * What Chromium leaves out: two pages of its own behind the address bar of each window, which cost as much as ours, and a process that waits for the
 * next site. The last list of a command line is the only one that counts, so those that Playwright leaves out stand here, too.
 */
export const withoutFeatures = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "SpareRendererForSitePerProcess",
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "TcpPortRandomizationWin",
  "ThirdPartyStoragePartitioning",
  "msEdgeUpdateLaunchServicesPreferredVersion",
  "msForceBrowserSignIn",
];

/** Keeps the browser from talking to anybody but the page, and from work that no page sees, and lets root start it. */
export const browserFlags = [
  `--disable-features=${withoutFeatures.join()}`,
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
  ...(isRoot() ? ["--no-sandbox"] : []),
];

/** Firefox's settings that do the same. */
export const firefoxPrefs = {
  "app.normandy.enabled": false,
  "app.update.disabledForTesting": true,
  "browser.safebrowsing.downloads.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "dom.push.connection.enabled": false,
  "extensions.getAddons.cache.enabled": false,
  "extensions.update.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "toolkit.telemetry.enabled": false,
};

/** @returns {string | null} A Chromium or Chrome: the one that CHROME_PATH names, else one that is installed; or null. */
export function findBrowser() {
  const named = process.env.CHROME_PATH;
  if (named) return named;
  for (const name of names) {
    const file = findOnPath(name);
    if (file) return file;
  }
  return otherPlaces.find(isProgram) ?? null;
}

/** Finds or installs a browser. */
export async function ensureBrowser() {
  if (findBrowser()) return;
  say("There is no Chromium or Chrome here.");
  await aptInstall(["chromium"]);
  if (findBrowser()) return;
  throw new Trouble("No browser could be had. Install Chromium or Google Chrome, or name one in CHROME_PATH, and start again.");
}

/** Finds or installs the chromedriver through which wasm-pack drives the browser. */
export async function ensureChromedriver() {
  await ensureBrowser();
  if (findOnPath("chromedriver")) return;
  say("There is no chromedriver here.");
  await aptInstall(["chromium-driver"]);
  if (findOnPath("chromedriver")) return;
  // Elsewhere wasm-pack fetches the newest one by itself; if it can't, its own words say so.
  say("wasm-pack will try to fetch a chromedriver itself.");
}

/** Finds or installs Firefox and the geckodriver through which it is driven. */
export async function ensureFirefox() {
  if (!findFirefox()) {
    say("There is no Firefox here.");
    await aptInstall(["firefox-esr"]);
  }
  if (!findFirefox()) throw new Unavailable("Firefox could not be had, so nothing was tried in it.");
  try {
    await ensureGeckodriver();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    throw new Unavailable(`Firefox is here, but no geckodriver, through which it is driven, could be had, so nothing was tried in it. ${error.message}`);
  }
}

/** @returns {string | null} Firefox; null when there is none, or when its driver finds it better by itself. */
export function findFirefox() {
  return findOnPath("firefox") ?? findOnPath("firefox-esr");
}

/** What drives WebKit, and the display that it draws on, which nobody sees. */
const webkitPrograms = ["WebKitWebDriver", "Xvfb"];

/** Finds or installs WebKitGTK's small browser, its driver, and a display for it. */
export async function ensureWebkit() {
  const areThere = () => webkitPrograms.every(findOnPath);
  if (!areThere()) {
    say("There is no WebKit with a driver here.");
    await aptInstall(["webkit2gtk-driver", "xvfb"]);
  }
  if (!areThere()) throw new Unavailable("WebKit could not be had, so nothing was tried in it.");
}

/**
 * Installs Debian packages where that can be done without asking anybody.
 * @param {string[]} packages Their names.
 */
async function aptInstall(packages) {
  const aptGet = findOnPath("apt-get");
  if (!aptGet) return say("There is no apt-get either, so it can't be installed from here.");
  const sudo = isRoot() ? [] : ["sudo", "-n"];
  if (sudo.length > 0 && !(findOnPath("sudo") && await run("sudo", ["-n", "true"]))) {
    return say(`It can't be installed from here without a password. By hand: sudo apt-get install ${packages.join(" ")}`);
  }
  say(`Installing ${packages.join(" and ")} with apt-get …`);
  const [command = "", ...args] = [...sudo, "env", "DEBIAN_FRONTEND=noninteractive", aptGet, "-q"];
  // The list of packages may be old or empty, and an install may work all the same.
  if (!await run(command, [...args, "update"])) say("apt-get could not bring its list of packages up to date.");
  if (!await run(command, [...args, "install", "-y", "--no-install-recommends", ...packages, "fonts-dejavu-core"])) {
    say(`apt-get could not install ${packages.join(" and ")}.`);
  }
}

/** @returns {boolean} Whether this process may do everything; never so on Windows. */
function isRoot() {
  return process.getuid?.() === 0;
}
