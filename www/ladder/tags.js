// Where the tags stand: what was done to servers, links and disks.

import { eventRows } from "../drawing/event-rows.js";
import { changeLanes, gapOf, laneOf, startRow } from "./pen.js";

/** @import { Outline } from "../../pkg/catchup.js" */
/** @import { Layout } from "./layout.js" */
/** @import { Pen } from "./pen.js" */

const TAG_HEIGHT = 2.125;
const POWER_CUT_HEIGHT = 3;

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
    pushTag(pen, powerCut, y, [], 0);
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
    const y = startRow(pen, TAG_HEIGHT / 2, TAG_HEIGHT);
    const gap = lanes.length === 2 ? gapOf(pen.layout, lanes[0] ?? 0, lanes[1] ?? 0) : 0;
    pushTag(pen, event, y, lanes, gap);
    changeLanes(pen, event, y);
    for (const lane of lanes) pen.lastRows[lane] = pen.rowCount - 1;
  }
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
 */
function pushTag(pen, event, y, lanes, gap) {
  pen.layout.items.push({ kind: "tag", event, moment: pen.moment, chunk: pen.layout.chunks.length - 1, y, lanes, gap });
}
