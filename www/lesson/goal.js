// A goal: what to bring about, how many actions it has taken, and whether it is reached.

import { html, nothing } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";

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
  return html`<section class=${isReached ? "goal aim reached" : "goal aim"} aria-label="Goal">
    ${icon("flag")}
    <div>
      <p class="line"><b aria-live="polite">${isReached ? "Goal: reached" : "Goal"}</b>${most !== null && most <= PIP_LIMIT ? pips(used, most) : nothing}</p>
      <p>${says} <span>${usedSays(used, most)}</span></p>
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
  if (most === null) return used === 1 ? "1 action so far." : `${used} actions so far.`;
  if (used > most) return `${used} of at most ${most}: that is more. Go back, and try another way.`;
  return used === 0 ? "Deliveries don’t count." : `${used} used; deliveries don’t count.`;
}

/**
 * @param {number} used How many it took.
 * @param {number} best The fewest that are known.
 * @returns {string} A sentence.
 */
function bestSays(used, best) {
  if (used < best) return `That is fewer than the ${best} that were known.`;
  return used === best ? `${best} is the fewest known.` : `The fewest known is ${best}.`;
}
