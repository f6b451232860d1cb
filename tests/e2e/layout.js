// Where the page's controls lie: what the tests of its layout share.

/** @import { Page } from "@playwright/test" */

/** Nine names that are as long as names can be, and differ in their last letters only. */
export const LONG_NAMES = Array.from({ length: 9 }, (_, place) => `server-number-0${place}`);

/** The article's example, which has 19 moments. */
const example = "servers every tom dick and harry\ndisk dick 0 set a 1\ndisk dick 0 set b 2\ndisk dick 0 set c 3\ndisk dick 0 set d 4\nclient dick youre_the_leader\nsettle\n";

/** Logs of three terms that differ, and a leader that finds out where. */
const terms = "servers every tom dick and harry\ndisk every 1 set a 1\ndisk tom 1 set a 1\ndisk dick 1 set a 1\ndisk dick 3 set b 2\ndisk dick 3 set c 3\ndisk harry 1 set a 1\ndisk harry 2 set b 9\nclient dick youre_the_leader\nsettle\n";

const nine = `servers ${LONG_NAMES.join(" ")}\n${LONG_NAMES.flatMap((name, place) => Array.from({ length: 12 }, (_, index) => `disk ${name} 1 set k${index} ${index === 10 ? place % 2 : index}`)).join("\n")}\nclient ${LONG_NAMES[0]} youre_the_leader\nstep\nstep\nstep\nkill ${LONG_NAMES[3]}\ndamage ${LONG_NAMES[3]} 11\ncut ${LONG_NAMES[0]} ${LONG_NAMES[8]}\nfull ${LONG_NAMES[2]}\n`;

/**
 * What the page may show: a text, and a moment of it.
 * @type {Readonly<Record<string, {text: string, moment: number, length: number}>>}
 */
export const STATES = {
  "the start": { text: `protocol ask_length\n${example}`, moment: 0, length: 19 },
  "the middle": { text: `protocol ask_length\n${example}`, moment: 9, length: 19 },
  "the end": { text: `protocol ask_length\n${example}`, moment: 19, length: 19 },
  "a comparison": { text: `protocol walk_back\n${terms}`, moment: 10, length: -1 },
  "killed, cut, full and damaged": { text: `protocol ask_length\n${example}kill harry\ndamage harry 2\ncut dick tom\nfull every\nclient dick youre_the_leader\n`, moment: 24, length: 24 },
  "nine servers": { text: `protocol walk_back\n${nine}`, moment: 8, length: 8 },
};

/**
 * Shows a state, without loading the page again.
 * @param {Page} page The browser's page.
 * @param {string} name One of `STATES`.
 */
export async function showState(page, name) {
  const state = STATES[name];
  if (!state) throw new Error(`there is no state ${name}`);
  await goTo(page, `#1/${state.moment}/plain,${encodeURIComponent(`title ${name}\n${state.text}`)}`, name);
  await page.getByText(new RegExp(`^Step ${state.moment} of ${state.length < 0 ? "\\d+" : state.length}$`)).waitFor();
}

/**
 * Goes to an address of the page, without loading it again.
 * @param {Page} page The browser's page.
 * @param {string} hash What stands behind the `#`, with it.
 * @param {string} title The title of the run that is shown there, which no other run has.
 */
export async function goTo(page, hash, title) {
  await page.evaluate((hash) => void (location.hash = hash), hash);
  await page.waitForFunction((title) => document.querySelector("#story h2")?.textContent === title, title);
}

/**
 * Sizes the window, and waits until the page has been laid out anew.
 * @param {Page} page The browser's page.
 * @param {{width: number, height: number}} size The window's size.
 */
export async function resize(page, size) {
  await page.setViewportSize(size);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/**
 * Looks at every control that can be used now: each is hit at its centre, is large enough for a finger, and lies in the
 * window, once it is scrolled to; and nothing makes the page scroll sideways.
 * @param {Page} page The browser's page.
 * @param {string} within A selector of the part to look at.
 * @returns {Promise<string[]>} What is wrong, in words.
 */
export function misplaced(page, within) {
  return page.evaluate((selector) => {
    const wrong = /** @type {string[]} */ ([]);
    const root = document.documentElement;
    if (root.scrollWidth !== root.clientWidth) wrong.push(`the page is ${root.scrollWidth - root.clientWidth} px too wide`);
    // A link in a sentence is as high as the sentence's line.
    for (const control of document.querySelectorAll(selector)) {
      if (control.matches("p a, dd a, .skips a") || control.getAttribute("aria-disabled") === "true" || !control.checkVisibility()) continue;
      const target = control.matches("input[type=checkbox]") ? (control.closest("label") ?? control) : control;
      target.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
      const { left, top, right, bottom, width, height } = target.getBoundingClientRect();
      const name = `${control.localName} “${control.getAttribute("aria-label") ?? control.textContent?.trim().replace(/\s+/g, " ")}”`;
      if (width < 23.95 || height < 23.95) wrong.push(`${name} is ${width.toFixed(1)} × ${height.toFixed(1)} px`);
      if (left < -0.5 || right > innerWidth + 0.5 || top < -0.5 || bottom > innerHeight + 0.5) wrong.push(`${name} lies at ${[left, top, right, bottom].map(Math.round)}`);
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      if (!hit || !(target.contains(hit) || hit.contains(control) && hit.localName === "label")) wrong.push(`${name} is covered by ${hit?.localName}.${hit?.getAttribute("class")}`);
    }
    return wrong;
  }, ["button", "a", "select", "input", "textarea", "summary"].map((tag) => `${within} ${tag}`).join());
}
