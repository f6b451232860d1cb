// What comes after the first screen: what the page plays with, the rest of what is said, the styles of what is not on that screen, and the parts of the page
// that are loaded when somebody opens them. A click on what has not come yet waits for it. That it can't be had is told, and it is asked for again the next time.

import { addStyle } from "./drawing/late-style.js";
import { sayDescription } from "./page/written.js";
import { StartTrouble } from "./page/start-trouble.js";
import { bringSimulation } from "./simulation.js";
import { learnPart, learnRest } from "./words/languages.js";

/** @import { Code } from "./simulation.js" */

/** That something could not be had, which can be asked for again. */
export class NotCome extends Error {}

/**
 * @param {object} page What the page does with what comes.
 * @param {Promise<unknown>} page.speaking The page speaks its language.
 * @param {(code: Code) => Promise<void>} page.play Begins to play, when everything has come.
 * @param {() => void} page.pause Stops playing while something opens.
 * @param {(error: unknown) => void} page.failed Tells that something could not be had, or is broken.
 */
export function createLater({ speaking, play, pause, failed }) {
  /** Whether all of it has come, but for the parts. */
  let isWhole = false;
  /** The styles, when they have come or are on their way; null when nobody asked for them, or they could not be had. @type {Promise<void> | null} */
  let styles = null;
  /** All of it; null when nobody asked for it, or it could not be had. @type {Promise<void> | null} */
  let coming = null;

  /**
   * Loads what anything that happens after the first screen needs, and begins to play. Once is enough, and more do no harm.
   * @returns {Promise<void>} Fails with `NotCome` when it can't be had; the next time it is asked for again. Fails otherwise when the page can't be played at all.
   */
  function load() {
    const loading = coming ?? loadNow();
    coming = loading;
    loading.catch((error) => {
      if (error instanceof NotCome) coming = null;
    });
    return loading;
  }

  async function loadNow() {
    styles ??= import("./later.css?inline").then((sheet) => addStyle(sheet.default));
    styles.catch(() => (styles = null));
    const [code] = await Promise.all([bringSimulation(), styles, speaking.then(learnRest)]).catch((error) => {
      throw error instanceof StartTrouble ? error : new NotCome(undefined, { cause: error });
    });
    sayDescription(document);
    await play(code);
    isWhole = true;
    // For who waits from outside: tests, the benchmark.
    document.documentElement.dataset["whole"] = "";
  }

  /**
   * Does what can lead to anything that the page says and does: at once when all of that has come, else as soon as it has.
   * @param {() => void} work What to do.
   */
  function whole(work) {
    if (isWhole) return work();
    load().then(work, failed);
  }

  /**
   * Opens a part of the page that is loaded only when somebody asks for it.
   * @template {unknown[]} Asked
   * @param {string} name The name of the catalogue of what it says.
   * @param {() => Promise<{open(...asked: Asked): void}>} bring Loads and makes it.
   * @returns {(...asked: Asked) => Promise<void>} Opens it. Who asks twice before it is there has one.
   */
  function loadedLater(name, bring) {
    let part = /** @type {ReturnType<typeof bring> | undefined} */ (undefined);
    return async (...asked) => {
      try {
        await load();
      } catch (error) {
        return failed(error);
      }
      try {
        part ??= learnPart(name).then(bring);
        (await part).open(...asked);
      } catch (error) {
        part = undefined;
        failed(new NotCome(undefined, { cause: error }));
      }
    };
  }

  /** Counts what was asked for, since of several things that come late only the last is still wanted. */
  let asked = 0;

  /** Somebody asks for something, or goes elsewhere: what was asked for before, and has not come by then, opens no more. @returns {() => boolean} Whether this is the last. */
  function ask() {
    const own = ++asked;
    return () => own === asked;
  }

  /**
   * The same, which stops playing meanwhile, and opens only as long as nobody asks for something else.
   * @param {string} name The name of the catalogue of what it says.
   * @param {() => Promise<{open(word?: string): void}>} bring Loads and makes it.
   * @returns {(word?: string) => Promise<void>} Opens it; the help at a word of its glossary.
   */
  function openLater(name, bring) {
    const open = loadedLater(name, async () => {
      const part = await bring();
      return { open: (/** @type {() => boolean} */ isLast, /** @type {string | undefined} */ word) => isLast() && part.open(word) };
    });
    return (word) => {
      pause();
      return open(ask(), word);
    };
  }

  return { load, whole, ask, openLater, loadedLater };
}
