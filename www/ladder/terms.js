// The terms at the upper edge of what is seen: the first visible row repeats in which term each lane is, whose chip may be far
// above. They are short, so that they stand beside the labels of that row; a lane that tells its term there itself has none.

import { html, percent } from "../drawing/elements.js";
import { countFirst } from "../drawing/history.js";
import { laneX } from "./laid.js";
import { laidAtDrawn } from "./parts.js";

/** @import { LaneChange } from "./lanes.js" */
/** @import { Layout } from "./layout.js" */
/** @import { Scene } from "./parts.js" */

/** A tag or a chip from so far above the upper edge to so far below it, in rem, would lie under the sign. */
const ABOVE = 1.3125;
const BELOW = 1.75;
/** How far below the upper edge the sign ends, in rem. */
const FOOT = 1.125;

/**
 * What a lane's sign says.
 * @param {Scene} scene The moment.
 * @param {number} y The height of the upper edge, in rem.
 * @returns {string[]} For each lane, the client's first, such as "t3"; empty for none.
 */
export function termsAt({ layout, cursor, serverCount }, y) {
  const taken = lanesTakenNear(layout, cursor, y);
  return Array.from({ length: serverCount + 1 }, (_, lane) => {
    if (lane === 0 || taken.has(lane)) return "";
    const changes = layout.changes[lane] ?? [];
    const place = lastBefore(changes, cursor, y + BELOW);
    const change = changes[place];
    if (change === undefined || change.term === 0) return "";
    // Where it takes the term within the edge's reach, its own chip says so.
    let first = place;
    while (changes[first - 1]?.term === change.term) first -= 1;
    return (changes[first]?.y ?? 0) > y - ABOVE ? "" : `t${change.term}`;
  });
}

/**
 * @param {readonly LaneChange[]} changes A lane's states, in order of time.
 * @param {number} cursor States that begin after this moment do not count.
 * @param {number} y A height in rem.
 * @returns {number} The index of the last one that begins there or above; -1 for none.
 */
function lastBefore(changes, cursor, y) {
  return changes.findLastIndex((change) => change.moment <= cursor && change.y <= y);
}

/**
 * @param {Layout} layout The layout.
 * @param {number} cursor Tags of later moments do not count.
 * @param {number} y The height of the upper edge, in rem.
 * @returns {Set<number>} The lanes on which a tag stands near it, and those over which a label reaches there.
 */
function lanesTakenNear({ chunks, items }, cursor, y) {
  const chunksAbove = (/** @type {number} */ height) => countFirst(chunks, ({ top }) => top <= height);
  const first = chunks[Math.max(0, chunksAbove(y) - 2)]?.firstItem ?? 0;
  /** @type {Set<number>} */
  const lanes = new Set();
  // Of what is sent in one moment the first may stand lowest.
  for (const item of items.slice(first, chunks[chunksAbove(y + BELOW)]?.firstItem)) {
    if (item.moment > cursor) break;
    if (item.kind === "tag" && item.y > y - ABOVE && item.y < y + BELOW) for (const lane of item.lanes) lanes.add(lane);
    if (item.kind === "message" && item.top < y + FOOT && item.labelY > y) for (let lane = item.first + 1; lane <= item.last; lane += 1) lanes.add(lane);
  }
  return lanes;
}

/**
 * Makes the signs.
 * @param {HTMLElement} place Where they stand: at the upper edge, over the lanes.
 * @returns {{ draw(scene: Scene, top: number): void }} `draw` takes the height of the upper edge in all that is drawn, in rem.
 */
export function createTerms(place) {
  let shown = "";
  let signs = /** @type {HTMLElement | null} */ (null);
  return {
    draw(scene, top) {
      const terms = termsAt(scene, laidAtDrawn(scene, top));
      const key = terms.join(" ");
      // On a narrow page the lanes' names stand in this place.
      if (key === shown && signs !== null && signs.parentElement === place) return;
      shown = key;
      signs = html("div", { class: "term-signs", "aria-hidden": "true", translate: "no" }, ...terms.flatMap((text, lane) => (text === "" ? [] : [html("span", { class: "term-sign", style: `left:${percent(laneX(lane, scene.serverCount))}` }, text)])));
      place.replaceChildren(signs);
    },
  };
}
