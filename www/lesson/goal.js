// A goal: what to bring about, how many actions it has taken, and whether it is reached.

import { html, nothing } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";
import { say } from "../words/say.js";
import { tied } from "../words/ties.js";

/** @import { LessonView } from "../types.js" */

/** More pips than this can't be told apart at a glance. */
const PIP_LIMIT = 12;

/**
 * @param {LessonView["goals"][number]} goal The goal.
 * @param {unknown} hints Its hints, drawn.
 */
export function drawGoal(goal, hints) {
  const { says, used, at_most: most, best, reached } = goal;
  const isReached = reached !== null;
  return html`<section class=${isReached ? "goal aim reached" : "goal aim"} aria-label=${say("goal-title")}>
    ${icon("flag")}
    <div>
      <p class="line"><b aria-live="polite">${say(isReached ? "goal-title-reached" : "goal-title")}</b>${most !== null && most <= PIP_LIMIT ? pips(used, most) : nothing}</p>
      <p>${tied(says)} <span>${usedSays(used, most)}</span></p>
      ${isReached && best !== null ? html`<p><span>${bestSays(used, best)}</span></p>` : nothing}
      ${isReached ? nothing : hints}
    </div>
  </section>`;
}

/**
 * One pip for each action that is allowed.
 * @param {number} used How many were used.
 * @param {number} most How many are allowed.
 */
function pips(used, most) {
  return html`<span class="pips" aria-hidden="true">${Array.from({ length: most }, (_, place) => html`<i class=${place < used ? "used" : ""}></i>`)}</span>`;
}

/**
 * @param {number} used How many actions were used.
 * @param {number | null} most How many are allowed; null for any number.
 * @returns {string} A sentence.
 */
function usedSays(used, most) {
  if (most === null) return say("goal-used-so-far", { count: used });
  if (used > most) return say("goal-used-too-many", { count: used, most });
  return say("goal-used", { count: used });
}

/**
 * @param {number} used How many it took.
 * @param {number} best The fewest that are known.
 * @returns {string} A sentence.
 */
function bestSays(used, best) {
  if (used < best) return say("goal-fewer-than-known", { best });
  return say(used === best ? "goal-fewest-known" : "goal-fewest-known-is", { best });
}
