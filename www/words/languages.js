// The languages of the page: which there are, which is spoken, and where their catalogues come from. English is a part of
// the page's script, since every message is found in it; another language is loaded when it is spoken.

import english from "./first/en.js";
import { learn } from "./say.js";

/**
 * A language of the page.
 * @typedef {object} Language
 * @property {string} tag As HTML calls it.
 * @property {string} name As its speakers call it.
 * @property {string} own What "language" is called in it.
 * @property {() => Promise<readonly string[]>} load The catalogues that the page starts with.
 */

/** @type {readonly [Language, ...Language[]]} */
export const LANGUAGES = [
  { tag: "en", name: "English", own: "Language", load: async () => english },
  { tag: "de", name: "Deutsch", own: "Sprache", load: async () => (await import("./first/de.js")).default },
];

/** What only parts of the page say that are loaded later. */
const later = /** @type {Record<string, () => Promise<string>>} */ (import.meta.glob("../../locales/*/later/*.ftl", { query: "?raw", import: "default" }));

/** The languages that are spoken: the chosen one, and English for what it lacks. @type {readonly Language[]} */
let spoken = LANGUAGES.slice(0, 1);

/**
 * @param {string | null} chosen The language that the person chose, by its tag.
 * @param {readonly string[]} preferred The languages that the browser asks pages for, the best first, such as `de-AT`.
 * @returns {Language} The language to speak.
 */
export function languageFor(chosen, preferred) {
  const find = (/** @type {string | null} */ tag) => LANGUAGES.find((language) => language.tag === tag);
  const known = preferred.map((tag) => find(tag.replace(/-.*/, "").toLowerCase()));
  return find(chosen) ?? known.find((language) => language) ?? LANGUAGES[0];
}

/**
 * Speaks a language from now on, or English when it can’t be loaded. To be called once, before anything is said.
 * @param {Language} language Which.
 * @returns {Promise<Language>} The one that is spoken.
 */
export async function speak(language) {
  spoken = language === LANGUAGES[0] ? [language] : [language, LANGUAGES[0]];
  const catalogues = await Promise.all(spoken.map(({ load }) => load())).catch((error) => {
    console.error(error);
    spoken = LANGUAGES.slice(0, 1);
    return [english];
  });
  for (const [place, { tag }] of spoken.entries()) for (const text of catalogues[place] ?? []) learn(tag, text);
  return spoken[0] ?? LANGUAGES[0];
}

/**
 * Learns what a part of the page says, before it is drawn. Once is enough, and more do no harm.
 * @param {string} part The name of its catalogue.
 */
export async function learnPart(part) {
  if (known.has(part)) return;
  const catalogues = await Promise.all(spoken.map(({ tag }) => later[`../../locales/${tag}/later/${part}.ftl`]?.()));
  if (known.has(part)) return;
  known.add(part);
  for (const [place, { tag }] of spoken.entries()) if (catalogues[place]) learn(tag, catalogues[place]);
}

/** The parts whose catalogues were learnt. */
const known = new Set();
