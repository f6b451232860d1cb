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
 * @property {() => Promise<Readonly<Record<string, string>>>} lessons The lessons' texts, by their names. The simulation has the English ones.
 */

/** @type {readonly [Language, ...Language[]]} */
export const LANGUAGES = [
  { tag: "en", name: "English", own: "Language", load: async () => english, lessons: async () => ({}) },
  { tag: "de", name: "Deutsch", own: "Sprache", load: async () => (await import("./first/de.js")).default, lessons: async () => (await import("./first/de.js")).lessons },
];

/** What only parts of the page say that are loaded later. */
const later = /** @type {Record<string, () => Promise<string>>} */ (import.meta.glob("../../locales/*/later/*.ftl", { query: "?raw", import: "default" }));

/** The language that is spoken. */
let spoken = LANGUAGES[0];

for (const text of english) learn(spoken.tag, text);

/**
 * Speaks a language from now on. To be called once; until it is loaded, and when it can't be, English is spoken.
 * @param {string} tag Its tag, as public/early.js chose it before the page was painted.
 * @returns {Promise<Language>} The one that is spoken.
 */
export async function speak(tag) {
  const language = LANGUAGES.find((one) => one.tag === tag) ?? spoken;
  if (language === spoken) return spoken;
  try {
    const catalogues = await language.load();
    for (const text of catalogues) learn(language.tag, text);
    spoken = language;
  } catch (error) {
    console.error(error);
  }
  return spoken;
}

/** The parts whose catalogues were asked for. @type {Map<string, Promise<void>>} */
const parts = new Map();

/**
 * Learns what a part of the page says, before it is drawn. Once is enough, and more do no harm.
 * @param {string} part The name of its catalogue.
 * @returns {Promise<void>} Fails when the catalogue can't be loaded; the next time it is asked for again.
 */
export function learnPart(part) {
  const learning = parts.get(part) ?? learnNow(part);
  parts.set(part, learning);
  learning.catch(() => parts.delete(part));
  return learning;
}

/** @param {string} part The name of its catalogue. */
async function learnNow(part) {
  const tags = new Set([LANGUAGES[0].tag, spoken.tag]);
  const texts = await Promise.all([...tags].map(async (tag) => ({ tag, text: await later[`../../locales/${tag}/later/${part}.ftl`]?.() })));
  for (const { tag, text } of texts) if (text) learn(tag, text);
}
