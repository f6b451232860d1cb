// What all end-to-end tests use: the page's parts by role and name, and the few things that everybody does on it.
// This is the one place that knows these names; they are those of the design, and people who listen depend on them.

import { expect } from "@playwright/test";

/** @import { Locator, Page } from "@playwright/test" */

/** The servers of the article's example, in order of registration. */
export const NAMES = ["every", "tom", "dick", "and", "harry"];

/** The log that all of them have in the end, as their lists tell it. */
export const FULL_LOG = ["1 set a 1", "2 set b 2", "3 set c 3", "4 set d 4"];

/** What a server without any of these entries shows. */
export const NO_LOG = ["1 missing", "2 missing", "3 missing", "4 missing"];

/** The store that follows from the full log. */
export const FULL_STORE = ["a 1", "b 2", "c 3", "d 4"];

/** How many moments the article's example has. */
export const EXAMPLE_LENGTH = 19;

/**
 * Opens the page and waits until all of it has come.
 * @param {Page} page The browser's page.
 * @param {string} [address] What follows the page's own address, such as `#lesson-asked-twice`: the sandbox, with the article's example, when it is left out.
 */
export async function open(page, address = "#sandbox") {
  await page.goto(`./${address}`);
  await expect(slider(page)).toBeVisible();
  await expectWhole(page);
}

/**
 * Waits until the page does at once whatever it is asked. Before that, what is pressed waits for it.
 * @param {Page} page The browser's page.
 */
export async function expectWhole(page) {
  await expect(page.locator("html")).toHaveAttribute("data-whole", "");
}

/**
 * Opens the page with a clock that stands still, so that Play goes on when the test says so, however busy the machine.
 * @param {Page} page The browser's page.
 */
export async function openAtRest(page) {
  await page.clock.install({ time: 0 });
  await open(page);
  // Within the time that the page had to start, nothing plays.
  await page.clock.pauseAt(3_600_000);
}

/**
 * @param {Page} page The browser's page.
 * @param {string} name A button's whole name.
 * @returns {Locator} That button.
 */
export function button(page, name) {
  return page.getByRole("button", { name, exact: true });
}

/**
 * @param {Page} page The browser's page.
 * @returns {Locator} The slider over the run.
 */
export function slider(page) {
  return page.getByRole("slider", { name: "Moment", exact: true });
}

/**
 * @param {Page} page The browser's page.
 * @returns {Locator} The sentence about the step.
 */
export function status(page) {
  return page.getByRole("status");
}

/**
 * @param {Page} page The browser's page.
 * @returns {Locator} What people who listen hear after the sentence: what else is new.
 */
export function news(page) {
  return page.getByRole("region", { name: "Playback", exact: true }).locator("[aria-live=polite]");
}

/**
 * What the page tells beside the run. People who listen hear it after the sentence, too.
 * @param {Page} page The browser's page.
 * @param {string | RegExp} text A part of what is told.
 * @returns {Locator} That notice's text.
 */
export function notice(page, text) {
  return page.getByRole("region", { name: "Notices", exact: true }).getByText(text);
}

/**
 * @param {Page} page The browser's page.
 * @param {string} name A server's name.
 * @returns {Locator} Its card.
 */
export function server(page, name) {
  return page.getByRole("region", { name, exact: true });
}

/**
 * @param {Page} page The browser's page.
 * @param {string} name A server's name.
 * @returns {Locator} The items of its log.
 */
export function logOf(page, name) {
  return page.getByRole("list", { name: `Log of ${name}`, exact: true }).getByRole("listitem");
}

/**
 * @param {Page} page The browser's page.
 * @param {string} name A server's name.
 * @returns {Locator} The items of its store.
 */
export function storeOf(page, name) {
  return page.getByRole("list", { name: `Store of ${name}`, exact: true }).getByRole("listitem");
}

/**
 * @param {Page} page The browser's page.
 * @returns {Locator} The items of the conversation.
 */
export function conversation(page) {
  return page.getByRole("list", { name: "Conversation", exact: true }).getByRole("listitem");
}

/**
 * Waits for logs to hold what they should.
 * @param {Page} page The browser's page.
 * @param {Record<string, readonly string[]>} logs Each server's items, by its name.
 */
export async function expectLogs(page, logs) {
  for (const [name, items] of Object.entries(logs)) await expect(logOf(page, name), `the log of ${name}`).toHaveText([...items]);
}

/**
 * Waits for a moment to be shown.
 * @param {Page} page The browser's page.
 * @param {number} moment The moment.
 * @param {number} [length] How long the run should be; any length when it is left out.
 */
export async function expectMoment(page, moment, length) {
  await expect(slider(page)).toHaveValue(`${moment}`);
  if (length !== undefined) await expect(page.getByText(`Step ${moment} of ${length}`, { exact: true })).toBeVisible();
}

/**
 * Presses Step, as often as is said.
 * @param {Page} page The browser's page.
 * @param {number} [times] How often.
 */
export async function step(page, times = 1) {
  const start = Number(await slider(page).inputValue());
  for (let count = 1; count <= times; count += 1) {
    await button(page, "Step").click();
    await expectMoment(page, start + count);
  }
}

/**
 * Lets the client say something, and leaves the message in flight.
 * @param {Page} page The browser's page.
 * @param {string} name The server to which it is said.
 * @param {string} command What is said.
 */
export async function say(page, name, command) {
  const form = page.getByRole("form", { name: "Client", exact: true });
  await form.getByRole("combobox", { name: "Server", exact: true }).selectOption(name);
  await form.getByRole("textbox", { name: "Command", exact: true }).fill(command);
  await form.getByRole("button", { name: "Send", exact: true }).click();
}

/**
 * Opens the menu of what can befall a server.
 * @param {Page} page The browser's page.
 * @param {string} name The server's name.
 * @returns {Promise<Locator>} The menu.
 */
export async function trouble(page, name) {
  await button(page, `Trouble for ${name}`).click();
  const menu = page.getByRole("dialog", { name: `What can befall ${name}`, exact: true });
  await expect(menu).toBeVisible();
  return menu;
}

/**
 * Opens the dialog with the run as text.
 * @param {Page} page The browser's page.
 * @returns {Promise<{dialog: Locator, text: Locator}>} The dialog, and the field in it.
 */
export async function openScript(page) {
  await button(page, "Script").click();
  const dialog = page.getByRole("dialog", { name: "Script", exact: true });
  const text = dialog.getByRole("textbox", { name: "The run’s text", exact: true });
  await expect(text).toBeVisible();
  return { dialog, text };
}

/**
 * Reads the run as text.
 * @param {Page} page The browser's page.
 * @returns {Promise<string[]>} Its lines.
 */
export async function readScript(page) {
  const { dialog, text } = await openScript(page);
  const lines = (await text.inputValue()).split("\n");
  await dialog.getByRole("button", { name: "Close", exact: true }).click();
  await expect(dialog).toBeHidden();
  return lines;
}

/**
 * Runs a text in the open room, and leaves the run at its start.
 * @param {Page} page The browser's page, at moment 0.
 * @param {string} script The text.
 */
export async function runScript(page, script) {
  const { dialog, text } = await openScript(page);
  await text.fill(script);
  await dialog.getByRole("button", { name: "Run it", exact: true }).click();
  await expect(dialog).toBeHidden();
}

/**
 * Everything that a moment shows, as a person who listens meets it, to be compared with another moment.
 * @param {Page} page The browser's page.
 * @param {readonly string[]} [names] The servers.
 * @returns {Promise<string>} The sentence, the conversation and the servers, as text.
 */
export async function everythingShown(page, names = NAMES) {
  // The sentence is taken from the slider. How long the run is has
  // nothing to do with the moment.
  const sentence = (await slider(page).getAttribute("aria-valuetext"))?.replace(/ of \d+:/, ":");
  const parts = [page.getByRole("list", { name: "Conversation", exact: true }), ...names.map((name) => server(page, name))];
  return [sentence, ...(await Promise.all(parts.map((part) => part.ariaSnapshot())))].join("\n");
}

/**
 * What lies in the browser's storage.
 * @param {Page} page The browser's page.
 * @param {string} [prefix] Only keys that begin so.
 * @returns {Promise<Record<string, string>>} Values by key, keys sorted.
 */
export async function stored(page, prefix = "catchup/1/") {
  const entries = await page.evaluate(() => Object.entries({ ...localStorage }));
  return Object.fromEntries(entries.filter(([key]) => key.startsWith(prefix)).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * How many entries lie on each server's disk in the browser's storage.
 * @param {Page} page The browser's page.
 * @param {string} [room] The room.
 * @returns {Promise<Record<string, number>>} By the names of servers that have any.
 */
export async function storedCounts(page, room = "sandbox") {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const key of Object.keys(await stored(page, `catchup/1/${room}/`))) {
    const [, , , name = "", index] = key.split("/");
    if (index && /^\d{8}$/.test(index)) counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
