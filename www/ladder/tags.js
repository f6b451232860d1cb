// Where the tags stand: what was done to servers, links and disks.

import { eventRows } from "../drawing/event-rows.js";
import { tornGaps } from "./partings.js";
import { changeLanes, gapOf, laneOf, startRow } from "./pen.js";

/** @import { Outline } from "../../pkg/catchup.js" */
/** @import { Layout } from "./layout.js" */
/** @import { Pen } from "./pen.js" */

const TAG_HEIGHT = 2.125;
const POWER_CUT_HEIGHT = 3;
/** A link that is cut or healed right after another one, as by one gesture, has room for its line alone. */
const SLIM_HEIGHT = 0.5;

/**
 * Places the tags of a moment, each in a row of its own. A power cut is one band; the kills and restarts in it
 * change the lanes without tags.
 * @param {Pen} pen What is being laid.
 * @param {readonly Outline[]} events What happened.
 */
export function placeTags(pen, events) {
  const powerCut = events.find((event) => event.kind === "reloaded");
  if (powerCut !== undefined) {
    const y = startRow(pen, POWER_CUT_HEIGHT / 2, POWER_CUT_HEIGHT);
    pushTag(pen, powerCut, y, [], 0, null, false);
    for (const event of events) if (event.kind === "killed") changeLanes(pen, event, y - POWER_CUT_HEIGHT / 2 + 0.25);
    for (const event of events) if (event.kind === "restarted") changeLanes(pen, event, y + POWER_CUT_HEIGHT / 2 - 0.25);
    pen.lastRows.fill(pen.rowCount - 1);
    return;
  }
  for (const event of events) {
    if (eventRows[event.kind].tag === null) continue;
    // A server that has just registered comes up in the same moment: one tag says both.
    if (event.kind === "restarted" && events.some((other) => other.kind === "registered" && other.server === event.server)) continue;
    const lanes = lanesOfTag(pen.layout, event);
    const sides = sidesOf(pen, event);
    const slim = sides === null && goesOn(pen, event);
    const height = slim ? SLIM_HEIGHT : TAG_HEIGHT;
    const y = startRow(pen, height / 2, height);
    const parting = pen.layout.partings.at(-1);
    if (parting?.moment === pen.moment) parting.y = y;
    pushTag(pen, event, y, lanes, gapOfTag(pen, lanes, sides), sides, slim);
    changeLanes(pen, event, y);
    for (const lane of lanes) pen.lastRows[lane] = pen.rowCount - 1;
  }
}

/**
 * The groups that a cut link made, or that a healed one put together.
 * @param {Pen} pen What is being laid.
 * @param {Outline} event What the tag tells.
 * @returns {readonly number[] | null} Null when it did neither.
 */
function sidesOf({ layout, moment, network }, event) {
  const parting = layout.partings[layout.partings.length - 1];
  if (parting?.moment !== moment || (event.kind !== "cut" && event.kind !== "healed")) return null;
  return event.kind === "cut" ? network.groups : (layout.laid.network[moment - 1]?.groups ?? null);
}

/**
 * Whether a link is cut or healed right after another one.
 * @param {Pen} pen What is being laid.
 * @param {Outline} event What the tag tells.
 * @returns {boolean}
 */
function goesOn({ layout, moment }, event) {
  return (event.kind === "cut" || event.kind === "healed") && (layout.laid.events[moment - 1]?.some(({ kind }) => kind === event.kind) ?? false);
}

/**
 * The gap of a tag: that of the first tear, where it parts the servers, else that of its link.
 * @param {Pen} pen What is being laid.
 * @param {readonly number[]} lanes The tag's lanes.
 * @param {readonly number[] | null} sides The groups that it made, or put together.
 * @returns {number} 0 for a tag of a lane.
 */
function gapOfTag({ layout }, lanes, sides) {
  if (sides !== null) return tornGaps(sides)[0] ?? 0;
  return lanes.length === 2 ? gapOf(layout, lanes[0] ?? 0, lanes[1] ?? 0) : 0;
}

/**
 * The lanes that a tag belongs to.
 * @param {Layout} layout The layout so far.
 * @param {Outline} event What the tag tells.
 * @returns {number[]}
 */
function lanesOfTag(layout, event) {
  if ("servers" in event) return event.servers.map((name) => laneOf(layout, name));
  if ("server" in event) return [laneOf(layout, event.server)];
  throw new Error(`no lane for an event of kind ${event.kind}`);
}

/**
 * Adds a tag to the list.
 * @param {Pen} pen What is being laid.
 * @param {Outline} event What the tag tells.
 * @param {number} y The tag's middle.
 * @param {readonly number[]} lanes Its lanes.
 * @param {number} gap Its gap, for a link.
 * @param {readonly number[] | null} sides The groups that it made, or put together.
 * @param {boolean} slim Whether it has the room of its line alone.
 */
function pushTag(pen, event, y, lanes, gap, sides, slim) {
  pen.layout.items.push({ kind: "tag", event, moment: pen.moment, chunk: pen.layout.chunks.length - 1, y, lanes, gap, sides, slim });
}
