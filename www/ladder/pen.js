// What is being laid within one moment, and the few ways in which it grows: a row, a lane, a change of a lane.

import { afterEvent, changeLane } from "./lanes.js";

/** @import { Outline } from "../../pkg/catchup.js" */
/** @import { Layout } from "./layout.js" */
/** @import { PlacedMessage } from "./placed.js" */
/** @import { Network } from "./partings.js" */

/** From the height at which a server takes a term to the foot of the chip that says so. */
const CHIP_ROOM = 1.375;

/**
 * What is being laid within one moment.
 * @typedef {object} Pen
 * @property {Layout} layout
 * @property {number} moment
 * @property {number} bottom The end of the last row so far.
 * @property {number} rowCount
 * @property {number} rowsInChunk
 * @property {number} highestDelivered
 * @property {number[]} lastRows
 * @property {PlacedMessage[]} fated
 * @property {PlacedMessage[]} sent
 * @property {Network} network The links that are cut.
 * @property {number} firstTop The upper edge of the moment's first row; NaN before there is one.
 * @property {number} firstY Where the first row's dot or tag stands.
 */

/**
 * Begins a row below the last one.
 * @param {Pen} pen What is being laid.
 * @param {number} lead From the row's upper edge to its dot or tag.
 * @param {number} height The row's height.
 * @returns {number} Where the dot or tag stands.
 */
export function startRow(pen, lead, height) {
  const y = pen.bottom + lead;
  if (Number.isNaN(pen.firstTop)) {
    pen.firstTop = pen.bottom;
    pen.firstY = y;
  }
  pen.bottom += height;
  pen.rowCount += 1;
  pen.rowsInChunk += 1;
  return y;
}

/**
 * Begins a chunk where the last row ended, unless the one before has room for more.
 * @param {Pen} pen What is being laid.
 */
export function startChunk(pen) {
  const { layout } = pen;
  if (pen.rowsInChunk < layout.shape.chunkRows) return;
  layout.chunks.push({ top: pen.bottom, firstItem: layout.items.length });
  pen.rowsInChunk = 0;
}

/**
 * Gives a newly registered server its lane.
 * @param {Pen} pen What is being laid.
 * @param {string} name The server's name.
 */
export function addLane(pen, name) {
  if (pen.layout.names.includes(name)) return;
  pen.layout.names.push(name);
  pen.layout.laneMoments.push(pen.moment);
  pen.layout.changes.push([]);
  pen.lastRows.push(-1);
}

/**
 * Applies an event to the lanes.
 * @param {Pen} pen What is being laid.
 * @param {Outline} event The event, which may concern no lane at all.
 * @param {number} y Where the change shows.
 */
export function changeLanes({ layout, moment }, event, y) {
  const states = layout.changes.map((changes) => changes[changes.length - 1]);
  layout.names.forEach((name, lane) => {
    // Only who is elected is compared with other leaders.
    const latest = event.kind === "elected" ? Math.max(0, ...states.map((state, other) => (other !== lane && state?.leads === "latest" ? state.term : 0))) : 0;
    const state = afterEvent(states[lane], name, event, latest);
    if (state !== null) changeLane(layout.changes[lane] ?? [], moment, y, state);
  });
}

/**
 * Lets a server take a term at a height, and keeps the room of the chip that says so.
 * @param {Pen} pen What is being laid.
 * @param {Outline} event The event.
 * @param {number} y Where the message was heard that told it.
 */
export function takeTerm(pen, event, y) {
  changeLanes(pen, event, y);
  pen.bottom = Math.max(pen.bottom, y + CHIP_ROOM);
}

/**
 * The gap of a label: beside the partner who is not the leader, on the side that faces the leader. The client owns
 * the first gap. Without a leader, or between two, the receiver is the partner.
 * @param {Layout} layout The layout so far.
 * @param {number} from The sender's lane.
 * @param {number} to The receiver's lane.
 * @returns {number}
 */
export function gapOf(layout, from, to) {
  if (from === 0 || to === 0) return 0;
  const fromRank = leaderRank(layout, from);
  const partner = leaderRank(layout, to) > fromRank ? from : to;
  const other = partner === from ? to : from;
  return partner < other ? partner : partner - 1;
}

/**
 * The lane of a name.
 * @param {Layout} layout The layout so far.
 * @param {string} name A server's name or `client`.
 * @returns {number}
 */
export function laneOf(layout, name) {
  const lane = layout.names.indexOf(name);
  if (lane < 0) throw new Error(`no lane for ${name} among ${layout.names.join(", ")}`);
  return lane;
}

/**
 * How much of a leader a lane is: 2 the latest, or who wants to be, 1 an older one, 0 none.
 * @param {Layout} layout The layout so far.
 * @param {number} lane The lane.
 * @returns {number}
 */
function leaderRank(layout, lane) {
  const changes = layout.changes[lane] ?? [];
  const leads = changes[changes.length - 1]?.leads ?? "no";
  return leads === "latest" || leads === "stands" ? 2 : leads === "no" ? 0 : 1;
}
