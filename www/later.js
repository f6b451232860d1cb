// What comes after the first screen: the rest of the simulation and of what is said, with the styles of what is not on it, and the parts of the page that are loaded
// when somebody opens them. A click on what has not come yet waits for it. That it can't be had is told, and it is asked for again the next time.

import { addStyle } from "./drawing/late-style.js";
import { sayDescription } from "./page/written.js";
import { loadOtherPart } from "./simulation.js";
import { learnPart, learnRest } from "./words/languages.js";
import { say } from "./words/say.js";

/** The styles that come with the rest, or are on their way; null when nobody asked for them, or they could not be had. @type {Promise<void> | null} */
let styles = null;
/** Whether all that the page does and says has come, but for the parts. */
let isWhole = false;

/**
 * Loads what anything that happens after the first screen needs. To be called when the page speaks its language. Once is enough, and more do no harm.
 * @returns {Promise<void>} Fails when it can't be had; the next time it is asked for again.
 */
export async function loadRest() {
  styles ??= import("./later.css?inline").then((sheet) => addStyle(sheet.default));
  styles.catch(() => (styles = null));
  await Promise.all([styles, learnRest(), loadOtherPart()]);
  isWhole = true;
  sayDescription(document);
}

/**
 * @param {{ pause(): void, tell(id: string, text: string): void }} session Stops playing while something opens, and tells what can't be had.
 */
export function createLater(session) {
  /**
   * Does what can lead to anything that the page says: at once when all of that has been learnt, else as soon as it is.
   * @param {() => void} work What to do.
   */
  function whole(work) {
    if (isWhole) return work();
    loadRest().then(work, tellMissing);
  }

  /** @param {unknown} error Why something can't be had. */
  function tellMissing(error) {
    console.error(error);
    session.tell("later", say("page-not-loaded"));
  }

  /**
   * Opens a part of the page that is loaded only when somebody asks for it.
   * @template {unknown[]} Asked
   * @param {string} name The name of the catalogue of what it says.
   * @param {() => Promise<{open(...asked: Asked): void}>} load Loads and makes it.
   * @returns {(...asked: Asked) => Promise<void>} Opens it. Who asks twice before it is there has one.
   */
  function loadedLater(name, load) {
    let part = /** @type {ReturnType<typeof load> | undefined} */ (undefined);
    return async (...asked) => {
      try {
        part ??= Promise.all([loadRest(), learnPart(name)]).then(load);
        (await part).open(...asked);
      } catch (error) {
        part = undefined;
        tellMissing(error);
      }
    };
  }

  /** Counts what was asked for, since of several things that come late only the last is still wanted. */
  let asked = 0;

  /**
   * The same, which stops playing meanwhile, and opens only as long as nobody asks for something else.
   * @param {string} name The name of the catalogue of what it says.
   * @param {() => Promise<{open(word?: string): void}>} load Loads and makes it.
   * @returns {(word?: string) => Promise<void>} Opens it; the help at a word of its glossary.
   */
  function openLater(name, load) {
    const open = loadedLater(name, async () => {
      const part = await load();
      return { open: (/** @type {number} */ which, /** @type {string | undefined} */ word) => which === asked && part.open(word) };
    });
    return (word) => {
      session.pause();
      return open(++asked, word);
    };
  }

  /** Somebody goes elsewhere: what has not come by then opens no more. */
  function openNoMore() {
    asked += 1;
  }

  return { whole, openLater, loadedLater, openNoMore };
}
