// Partitions along the lanes: which links are cut at each moment, and from where to where that parts the servers.

import { groupsOf } from "../drawing/partition.js";
import { laneOf } from "./pen.js";

/** @import { Outline } from "../../pkg/catchup.js" */
/** @import { Layout } from "./layout.js" */
/** @import { Pen } from "./pen.js" */

/**
 * Which links are cut, and into which groups that parts the servers.
 * @typedef {object} Network
 * @property {readonly string[]} cut Pairs of lanes, such as "1 4", the lower one first.
 * @property {readonly number[]} groups For each server its group, in order of their first members; none before there was a cut.
 */

/**
 * From here on, the servers are parted like this.
 * @typedef {object} Parting
 * @property {number} moment
 * @property {number} y In rem from the top of the ladder.
 * @property {readonly number[]} groups For each server its group; all 0 where a partition ends.
 */

/**
 * A stretch of a gap between two lanes whose servers are in different groups.
 * @typedef {{gap: number, top: number, bottom: number}} Tear
 */

/**
 * Brings what is known of the links up to date. A newcomer's links are whole, so it joins all sides.
 * @param {Pen} pen What is being laid.
 * @param {readonly Outline[]} events What happened.
 */
export function changeLinks(pen, events) {
  const { layout, network } = pen;
  let cut = network.cut;
  for (const event of events) {
    if (event.kind !== "cut" && event.kind !== "healed") continue;
    const pair = keyOf(...event.servers.map((name) => laneOf(layout, name)));
    cut = [...cut.filter((other) => other !== pair), ...(event.kind === "cut" ? [pair] : [])];
  }
  const count = layout.names.length - 1;
  if (cut === network.cut && network.groups.length === (cut.length > 0 ? count : 0)) return;
  pen.network = { cut, groups: groupsOf(count, (one, other) => cut.includes(keyOf(one + 1, other + 1))) };
  if (isSame(network.groups, pen.network.groups)) return;
  layout.partings.push({ moment: pen.moment, y: pen.bottom, groups: pen.network.groups });
}

/**
 * Whether two groupings part the same servers: who is not told of is in the first group.
 * @param {readonly number[]} one The one.
 * @param {readonly number[]} other The other.
 * @returns {boolean}
 */
function isSame(one, other) {
  const longest = Math.max(one.length, other.length);
  return Array.from({ length: longest }, (_, place) => (one[place] ?? 0) === (other[place] ?? 0)).every(Boolean);
}

/**
 * Whether there are at least two groups.
 * @param {readonly number[]} groups For each server its group.
 * @returns {boolean}
 */
export function isParted(groups) {
  return groups.some((group) => group > 0);
}

/**
 * The tears between lanes within a stretch of the ladder.
 * @param {Layout} layout The layout.
 * @param {number} top Where the stretch begins, in rem.
 * @param {number} bottom Where it ends.
 * @param {number} cursor Partings after this moment do not count.
 * @returns {Tear[]}
 */
export function tearsWithin({ partings }, top, bottom, cursor) {
  /** @type {Tear[]} */
  const tears = [];
  let end = bottom;
  for (let index = partings.length - 1; index >= 0 && end > top; index -= 1) {
    const parting = partings[index];
    if (parting === undefined || parting.moment > cursor || parting.y >= end) continue;
    for (const gap of tornGaps(parting.groups)) tears.push({ gap, top: Math.max(top, parting.y), bottom: end });
    end = parting.y;
  }
  return tears;
}

/**
 * The gaps between neighbours in different groups; gap 1 lies between the first two servers.
 * @param {readonly number[]} groups For each server its group.
 * @returns {number[]}
 */
export function tornGaps(groups) {
  return groups.flatMap((group, place) => (place > 0 && group !== groups[place - 1] ? [place] : []));
}

/**
 * The gap with the tear at which an arrow ends that was refused by a cut link.
 * @param {Layout} layout The layout.
 * @param {{from: number, to: number, fate: {state: string, moment: number, why: string | null} | null}} placed The message.
 * @returns {number | null} Null when it was not refused so, or no partition lies between both.
 */
export function tornAt(layout, { from, to, fate }) {
  if (fate === null || fate.state !== "refused" || fate.why !== "cut" || from === 0 || to === 0) return null;
  const groups = layout.laid.network[fate.moment]?.groups ?? [];
  if (groups[from - 1] === groups[to - 1]) return null;
  const gaps = tornGaps(groups).filter((gap) => gap >= Math.min(from, to) && gap < Math.max(from, to));
  // At the first of them that lies beyond all of the sender's side on the way.
  return (to > from ? gaps[0] : gaps[gaps.length - 1]) ?? null;
}

/**
 * The tears over which a label stands: there it has a ground of its own.
 * @param {Layout} layout The layout.
 * @param {{moment: number, first: number, last: number}} placed The message.
 * @returns {number[]} Their gaps.
 */
export function tearsUnder(layout, { moment, first, last }) {
  return tornGaps(layout.laid.network[moment]?.groups ?? []).filter((gap) => gap >= first && gap <= last);
}

/**
 * @param {...number} lanes Two lanes.
 * @returns {string} What their link is known by.
 */
function keyOf(...lanes) {
  return lanes.sort((one, other) => one - other).join(" ");
}
