// What a challenge says: its title, how it stands, and hints.

import { say } from "../words/say.js";
import { actionSays, routeOf } from "./words.js";

/** @import { SearchOutcome } from "../../pkg/search/catchup.js" */
/** @import { View } from "../types.js" */

/**
 * How far the person is.
 * @typedef {object} Stand
 * @property {number} from The moment at which it begins.
 * @property {number} used How many actions there were since.
 * @property {number | null} reached After how many of them a promise broke; null when none did.
 * @property {number | null} most How many the shortest run has; 0 where the search saw that there is none, null as long as that is not known.
 * @property {boolean} searching Whether the search for that goes on.
 */

/**
 * @param {number | null} most How many actions the shortest run has, as a challenge knows it.
 * @returns {string} A few words.
 */
export const titleSays = (most) => (most ? say("challenge-title", { most }) : say("challenge-title-open"));

/**
 * @param {Stand} stand How far the person is.
 * @returns {string} A sentence or two.
 */
export function standSays({ from, used, reached, most, searching }) {
  if (used < 0) return say("challenge-before", { moment: from });
  if (most) return ofKnown(used, reached, most);
  const known = most === 0 ? say("challenge-none") : searching ? say("challenge-fewest-later") : say("challenge-fewest-unknown");
  return `${reached === null ? say("challenge-used", { used }) : say("challenge-reached-open", { used: reached })} ${known}`;
}

/**
 * @param {number} used How many actions there were.
 * @param {number | null} reached After how many of them a promise broke; null when none did.
 * @param {number} most How many the shortest run has.
 */
function ofKnown(used, reached, most) {
  if (reached === null) return used > most ? say("challenge-too-many", { used, most }) : say("challenge-used", { used });
  if (reached < most) return say("challenge-reached-shorter", { used: reached, most });
  return reached === most ? say("challenge-reached", { used: reached }) : say("challenge-reached-longer", { used: reached, most });
}

/**
 * @param {{ outcome: SearchOutcome | null, trouble: string }} hint How the search for it ended.
 * @param {View} view What is on the page.
 * @param {number | null} most How many actions there may be in all; null for any number.
 * @returns {string} The next action, or why there is none.
 */
export function hintSays({ outcome, trouble }, view, most) {
  if (trouble !== "") return trouble;
  if (outcome === null) return say("challenge-looking");
  if (outcome.kind === "out_of_memory") return say("challenge-unknown");
  const [line] = outcome.kind === "broken" ? outcome.actions : [];
  if (line === undefined) return most === null ? say("challenge-nothing-from-here") : say("challenge-too-late", { most });
  const action = actionSays(line);
  const route = routeOf(line, view.frame.in_flight);
  return route ? say("challenge-next-message", { action, from: route.from, to: route.to }) : say("challenge-next", { action });
}
