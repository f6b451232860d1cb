// Records what the page shows to who was never here, when it is built: the simulation opens those rooms in Node as it would in a browser, and what panels are
// to draw then goes into the page, in each language. So they draw before the simulation has come. A test holds what is shown against what comes.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createKeeper } from "../www/disks/keeper.js";
import { createSession } from "../www/session/session.js";
import { learn, say } from "../www/words/say.js";
import { wholeName } from "./made.js";
import { root } from "./run.js";

/** @import { StorageArea } from "../www/disks/storage.js" */
/** @import { View } from "../www/types.js" */
/** @typedef {typeof import("../pkg/catchup.js")} Simulation */

/** Where they are written: a file for each language. */
const folder = path.join(root, "pkg", "screens");

/** Writes what first screens show, for the bundler. */
export async function recordScreens() {
  mkdirSync(folder, { recursive: true });
  for (const [language, screens] of Object.entries(await firstScreens())) writeFileSync(path.join(folder, `${language}.json`), JSON.stringify(screens));
}

/**
 * Opens all first screens. To be called once, when `pkg/` has the simulation.
 * @returns {Promise<Record<string, Record<string, View>>>} What they show, by language and by what stands behind the page's address.
 */
export async function firstScreens() {
  /** @type {Simulation} */
  const simulation = await import("../pkg/catchup.js");
  simulation.initSync({ module: readFileSync(path.join(root, "pkg", wholeName)) });
  simulation.setSpeaker({ say });
  const screens = /** @type {Record<string, Record<string, View>>} */ ({});
  // What is learnt last is spoken, and what it lacks is said in English.
  for (const language of ["en", ...readdirSync(path.join(root, "locales")).filter((name) => name !== "en")]) {
    for (const text of cataloguesOf(language)) learn(language, text);
    screens[language] = await screensIn(simulation, language);
  }
  return screens;
}

/**
 * @param {Simulation} simulation The simulation, which speaks a language.
 * @param {string} language The language.
 * @returns {Promise<Record<string, View>>} What is shown, by what stands behind the page's address.
 */
async function screensIn(simulation, language) {
  const { lessons: [first], defaults } = simulation.catalog();
  const textOf = (/** @type {string} */ name) => readFileSync(path.join(root, "locales", language, "lessons", `${name}.txt`), "utf8");
  if (!first) throw new Error("there are no lessons");
  return {
    "": await opened(simulation, `lesson-${first.name}`, textOf(first.name)),
    "#sandbox": await opened(simulation, "sandbox", simulation.without_guide(textOf(defaults.lesson))),
  };
}

/**
 * Opens a room as the page does where nobody was before and no other tab is, and everything can be kept.
 * @param {Simulation} simulation The simulation, which speaks already.
 * @param {string} room The room.
 * @param {string} text What it starts with.
 * @returns {Promise<View>} What is drawn.
 */
async function opened({ Run, catalog, entry_fault, is_name, rules }, room, text) {
  let drawn = /** @type {View | null} */ (null);
  const choices = catalog();
  const nothing = () => {};
  const checks = { entryFault: entry_fault, isName: is_name, limits: choices.limits };
  const session = createSession({
    Run,
    catalog: choices,
    rulesOf: rules,
    keeper: createKeeper({ storage: emptyStorage(), locks: freeLocks, checks, onLost: nothing, onGained: nothing, onFailed: nothing }),
    settings: { get: () => null, set: nothing },
    storageTrouble: null,
    draw: (view) => (drawn = view),
    linkTo: () => Promise.reject(new Error("there is no address")),
    copy: () => Promise.resolve(false),
    go: () => Promise.resolve(),
    forgetAll: nothing,
  });
  await session.open({ room, text, former: null, moment: room === "sandbox" ? 0 : null, fresh: false });
  if (drawn === null) throw new Error(`nothing was drawn of the room ${room}`);
  return drawn;
}

/**
 * @param {string} language A language.
 * @returns {string[]} Its catalogues, but for those of parts that are opened later.
 */
function cataloguesOf(language) {
  const own = path.join(root, "locales", language);
  return [own, path.join(own, "first")].flatMap((place) => readdirSync(place).filter((name) => name.endsWith(".ftl")).map((name) => readFileSync(path.join(place, name), "utf8")));
}

/** Locks that nobody else has. */
const freeLocks = /** @type {LockManager} */ (/** @type {unknown} */ ({
  request: async (/** @type {string} */ name, /** @type {LockOptions} */ _how, /** @type {(lock: Lock) => unknown} */ hold) => hold({ name, mode: "exclusive" }),
}));

/** @returns {StorageArea} A storage in memory. */
function emptyStorage() {
  /** @type {Map<string, string>} */
  const content = new Map();
  return {
    get length() {
      return content.size;
    },
    key: (place) => [...content.keys()][place] ?? null,
    getItem: (key) => content.get(key) ?? null,
    setItem: (key, value) => void content.set(key, value),
    removeItem: (key) => void content.delete(key),
  };
}
