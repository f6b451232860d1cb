// Finds a Chromium for the tests, or installs one where apt-get may. Playwright's own browser is never downloaded.

import { find_on_path, is_program, run, say, Trouble } from "./run.js";

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
