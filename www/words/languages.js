// The languages of the page: which there are, which is spoken, and where their catalogues come from. What the first screen says in
// English is a part of the page's script, since every message is found in it; another language is loaded when it is spoken. With the words come the
// first screens themselves, as they were recorded when the page was built (scripts/first-screens.js).

import * as english from "./first/en.js";
import { learn } from "./say.js";

/** @import { View } from "../types.js" */

/**
 * A language of the page.
 * @typedef {object} Language
 * @property {string} tag As HTML calls it.
 * @property {string} name As its speakers call it.
 * @property {string} own What "language" is called in it.
 * @property {() => Promise<FirstWords>} first Loads what the panels say on the first screen.
 * @property {() => Promise<Words>} rest Loads all else that is said, and all lessons.
 */

/** Texts of lessons, by the paths of their files as a module in a folder of this one sees them. @typedef {Readonly<Record<string, string>>} Texts */

/** Catalogues, and lessons. @typedef {{ catalogues: readonly string[], lessons: Texts }} Words */

/** Catalogues, and what the first screens show, by what stands behind the page's address, with its `#`. @typedef {{ catalogues: readonly string[], screens: Readonly<Record<string, View>> }} FirstWords */

/** @type {readonly [Language, ...Language[]]} */
export const LANGUAGES = [
  { tag: "en", name: "English", own: "Language", first: async () => english, rest: () => import("./rest/en.js") },
  { tag: "de", name: "Deutsch", own: "Sprache", first: () => import("./first/de.js"), rest: () => import("./rest/de.js") },
];

/** What only parts of the page say that are loaded later. */
const later = /** @type {Record<string, () => Promise<string>>} */ (import.meta.glob("../../locales/*/later/*.ftl", { query: "?raw", import: "default" }));

/** The language that is spoken. */
let spoken = LANGUAGES[0];

/** What the first screens show in it. */
let { screens } = /** @type {FirstWords} */ (english);

/** The lessons in it that have come. @type {Texts} */
let lessons = {};

for (const text of english.catalogues) learn(spoken.tag, text);

/**
 * Speaks a language from now on. To be called once; until it is loaded, and when it can't be, English is spoken.
 * @param {string} tag Its tag, as public/early.js chose it before the page was painted.
 * @returns {Promise<Language>} The one that is spoken.
 */
export async function speak(tag) {
  const language = LANGUAGES.find((one) => one.tag === tag) ?? spoken;
  if (language === spoken) return spoken;
  try {
    const first = await language.first();
    for (const text of first.catalogues) learn(language.tag, text);
    screens = first.screens;
    spoken = language;
  } catch (error) {
    console.error(error);
  }
  return spoken;
}

/**
 * @param {string} hash What stands behind the page's address, with its `#`.
 * @returns {View | null} What that shows to who was never here, as far as it was recorded.
 */
export const firstScreen = (hash) => screens[hash] ?? null;

/**
 * A lesson in the language that is spoken.
 * @param {string} name The lesson's name.
 * @returns {Promise<string>} Its text. Fails when it can't be loaded; the next time it is asked for again.
 */
export async function lessonText(name) {
  const path = pathOf(spoken, name);
  if (!(path in lessons)) await learnRest();
  const text = lessons[path];
  if (text === undefined) throw new Error(`There is no lesson ${name}.`);
  return text;
}

/**
 * The same lesson in the other languages.
 * @param {string} name The lesson's name.
 * @returns {Promise<string[]>} Its texts in those that can be loaded.
 */
export async function lessonElsewhere(name) {
  const texts = LANGUAGES.filter((language) => language !== spoken).map(async (language) => {
    return (await language.rest()).lessons[pathOf(language, name)];
  });
  return (await Promise.all(texts.map((text) => text.catch(() => undefined)))).filter((text) => text !== undefined);
}

/** @param {Language} language A language. @param {string} name A lesson's name. @returns {string} The path of its file. */
function pathOf({ tag }, name) {
  return `../../../locales/${tag}/lessons/${name}.txt`;
}

/** What is being learnt of the rest; null when nobody asked for it, or it could not be had. @type {Promise<void> | null} */
let learningRest = null;

/**
 * Learns what is said after the first screen, and has all lessons: all of it can be said from now on, also without a connection. To be called
 * when the page speaks its language, which alone is learnt: it has all that English has. Once is enough, and more do no harm.
 * @returns {Promise<void>} Fails when it can't be loaded; the next time it is asked for again.
 */
export function learnRest() {
  const learning = learningRest ?? learnRestNow();
  learningRest = learning;
  learning.catch(() => (learningRest = null));
  return learning;
}

async function learnRestNow() {
  const rest = await spoken.rest();
  for (const text of rest.catalogues) learn(spoken.tag, text);
  lessons = rest.lessons;
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
