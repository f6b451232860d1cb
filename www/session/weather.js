// What chooses for the person: calm, a good day, and storm, which also loses, repeats, kills and cuts. Each choice follows
// from the seed, the moment's number and the state, so that slices of a run of choices are the same as all of it at once.

import { say } from "../words/say.js";

/** @import { Timeline } from "./timeline.js" */
/** @import { Weather } from "../types.js" */

/** How many moments are made before the page is drawn and can be stopped. */
const SLICE = 20;

/**
 * @param {Timeline} timeline The run.
 * @param {(broken: { title: string, moment: number }) => void} tellBroken Is told which promise broke, and where.
 * @param {() => void} show Draws what is now.
 */
export function createWeather(timeline, tellBroken, show) {
  let progress = /** @type {{ done: number, total: number } | null} */ (null);
  /** Counts the runs of choices, so that one that was stopped knows it. */
  let turn = 0;

  /** Makes no more choices. */
  function stop() {
    turn += 1;
    progress = null;
  }

  /** @returns {Set<string>} The ids of the promises that are broken. */
  function brokenPromises() {
    return new Set(timeline.frame.invariants.filter(({ kind, holds }) => kind === "always" && !holds).map(({ id }) => id));
  }

  /**
   * The promise that was broken first, of those that were kept before.
   * @param {Set<string>} before Those that were broken before.
   */
  function newlyBroken(before) {
    const broken = timeline.frame.invariants.filter(({ id, kind, holds }) => kind === "always" && !holds && !before.has(id));
    const [first] = broken.sort((one, other) => (one.broken_at ?? 0) - (other.broken_at ?? 0));
    return first ? { title: first.title, moment: first.broken_at ?? timeline.run.cursor } : null;
  }

  return {
    progress: () => progress,
    stop,

    /**
     * Lets choices be made, until there are enough of them, none is left, a promise breaks, or somebody stops it.
     * @param {Weather} weather What to choose, and how.
     */
    async run({ how, seed, moments, rates }) {
      stop();
      const mine = turn;
      const before = brokenPromises();
      let broken = null;
      let made = 0;
      let isOver = false;
      while (made < moments && broken === null) {
        const from = timeline.run.cursor;
        const wanted = Math.min(SLICE, moments - made);
        timeline.act(`${how} ${seed} ${wanted}${how === "storm" ? ratesText(rates) : ""}`);
        const came = timeline.run.cursor - from;
        made += came;
        broken = newlyBroken(before);
        progress = { done: made, total: moments };
        isOver = came < wanted;
        if (isOver) break;
        show();
        await new Promise((resolve) => setTimeout(resolve));
        if (mine !== turn) return;
      }
      progress = null;
      if (broken) {
        timeline.goTo(broken.moment);
        tellBroken(broken);
        // Of none at all the simulation has said why.
      } else if (made > 0) timeline.say(say(isOver ? "weather-made-and-over" : "weather-made", { count: made, seed }));
      show();
    },
  };
}

/**
 * @param {Readonly<Record<string, number>>} rates In percent, by the word of the text language.
 * @returns {string} What follows the count in a line `storm`.
 */
function ratesText(rates) {
  return Object.entries(rates).map(([word, percent]) => ` ${word} ${percent}`).join("");
}
