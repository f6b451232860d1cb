// Finds the browsers for the tests, or installs them where apt-get may: Chromium, in which most tests run, and Firefox and
// WebKit, in which the built page is tried. Playwright's own browsers are never downloaded.

import { find_on_path, is_program, run, say, Trouble, Unavailable } from "./run.js";
import { ensure_geckodriver } from "./tools.js";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const other_places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Keeps the browser from talking to anybody but the page, and lets root start it. */
export const browser_flags = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
  ...(is_root() ? ["--no-sandbox"] : []),
];

/** Firefox's settings that do the same. */
export const firefox_prefs = {
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
export function find_browser() {
  const named = process.env.CHROME_PATH;
  if (named) return named;
  for (const name of names) {
    const file = find_on_path(name);
    if (file) return file;
  }
  return other_places.find(is_program) ?? null;
}

/** Finds or installs a browser. */
export async function ensure_browser() {
  if (find_browser()) return;
  say("There is no Chromium or Chrome here.");
  await apt_install(["chromium"]);
  if (find_browser()) return;
  throw new Trouble("No browser could be had. Install Chromium or Google Chrome, or name one in CHROME_PATH, and start again.");
}

/** Finds or installs the chromedriver through which wasm-pack drives the browser. */
export async function ensure_chromedriver() {
  await ensure_browser();
  if (find_on_path("chromedriver")) return;
  say("There is no chromedriver here.");
  await apt_install(["chromium-driver"]);
  if (find_on_path("chromedriver")) return;
  // Elsewhere wasm-pack fetches the newest one by itself; if it can't, its own words say so.
  say("wasm-pack will try to fetch a chromedriver itself.");
}

/** Finds or installs Firefox and the geckodriver through which it is driven. */
export async function ensure_firefox() {
  if (!find_firefox()) {
    say("There is no Firefox here.");
    await apt_install(["firefox-esr"]);
  }
  if (!find_firefox()) throw new Unavailable("Firefox could not be had, so nothing was tried in it.");
  try {
    await ensure_geckodriver();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    throw new Unavailable(`Firefox is here, but no geckodriver, through which it is driven, could be had, so nothing was tried in it. ${error.message}`);
  }
}

/** @returns {string | null} Firefox; null when there is none, or when its driver finds it better by itself. */
export function find_firefox() {
  return find_on_path("firefox") ?? find_on_path("firefox-esr");
}

/** What drives WebKit, and the display that it draws on, which nobody sees. */
const webkit_programs = ["WebKitWebDriver", "Xvfb"];

/** Finds or installs WebKitGTK's small browser, its driver, and a display for it. */
export async function ensure_webkit() {
  const are_there = () => webkit_programs.every(find_on_path);
  if (!are_there()) {
    say("There is no WebKit with a driver here.");
    await apt_install(["webkit2gtk-driver", "xvfb"]);
  }
  if (!are_there()) throw new Unavailable("WebKit could not be had, so nothing was tried in it.");
}

/**
 * Installs Debian packages where that can be done without asking anybody.
 * @param {string[]} packages Their names.
 */
async function apt_install(packages) {
  const apt_get = find_on_path("apt-get");
  if (!apt_get) return say("There is no apt-get either, so it can't be installed from here.");
  const sudo = is_root() ? [] : ["sudo", "-n"];
  if (sudo.length > 0 && !(find_on_path("sudo") && await run("sudo", ["-n", "true"]))) {
    return say(`It can't be installed from here without a password. By hand: sudo apt-get install ${packages.join(" ")}`);
  }
  say(`Installing ${packages.join(" and ")} with apt-get …`);
  const [command = "", ...args] = [...sudo, "env", "DEBIAN_FRONTEND=noninteractive", apt_get, "-q"];
  // The list of packages may be old or empty, and an install may work all the same.
  if (!await run(command, [...args, "update"])) say("apt-get could not bring its list of packages up to date.");
  if (!await run(command, [...args, "install", "-y", "--no-install-recommends", ...packages, "fonts-dejavu-core"])) {
    say(`apt-get could not install ${packages.join(" and ")}.`);
  }
}

/** @returns {boolean} Whether this process may do everything; never so on Windows. */
function is_root() {
  return process.getuid?.() === 0;
}
