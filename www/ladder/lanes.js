// What a lane looks like over time: whether its server is up, and whether it thinks itself leader. The one place
// that knows which events change that.

import { eventRows } from "../drawing/event-rows.js";

/** @import { Outline } from "../../pkg/catchup.js" */

/**
 * What a server thinks of itself: not a leader, the latest nominated, or an older one who was never told otherwise.
 * @typedef {'no' | 'latest' | 'older'} Leads
 */

/**
 * From here on, the lane looks like this.
 * @typedef {object} LaneChange
 * @property {number} moment
 * @property {number} y In rem from the top of the ladder.
 * @property {boolean} up
 * @property {Leads} leads
 */

/**
 * A stretch of a lane with one look.
 * @typedef {object} Segment
 * @property {number} top
 * @property {number} bottom
 * @property {boolean} up
 * @property {Leads} leads
 */

/**
 * The state of a lane after an event, or null when the event does not change it.
 * @param {LaneChange | undefined} now The lane's state before the event.
 * @param {string} name The lane's name.
 * @param {Outline} event What happened.
 * @returns {{up: boolean, leads: Leads} | null}
 */
export function afterEvent(now, name, event) {
  const leads = now?.leads ?? "no";
  const mine = "server" in event && event.server === name;
  const { lane } = eventRows[event.kind];
  if (!mine) return lane === "leads" && leads === "latest" ? { up: true, leads: "older" } : null;
  if (lane === null) return null;
  return { up: lane !== "down", leads: lane === "leads" ? "latest" : "no" };
}

/**
 * Adds a state to a lane.
 * @param {LaneChange[]} changes The lane's states so far; changed in place.
 * @param {number} moment When the state begins.
 * @param {number} y Where it begins; a lane never goes back up, so an earlier state's place is the least.
 * @param {{up: boolean, leads: Leads}} state The state.
 */
export function changeLane(changes, moment, y, state) {
  changes.push({ moment, y: Math.max(y, changes[changes.length - 1]?.y ?? 0), ...state });
}

/**
 * The stretches of a lane between two heights.
 * @param {readonly LaneChange[]} changes The lane's states in order of time.
 * @param {number} top The upper height.
 * @param {number} bottom The lower height.
 * @param {number} cursor States that begin after this moment do not count.
 * @returns {Segment[]}
 */
export function segmentsOf(changes, top, bottom, cursor) {
  /** @type {Segment[]} */
  const segments = [];
  let end = bottom;
  for (let index = changes.length - 1; index >= 0; index -= 1) {
    const change = changes[index];
    if (change === undefined || change.moment > cursor || change.y >= end) continue;
    segments.unshift({ top: Math.max(top, change.y), bottom: end, up: change.up, leads: change.leads });
    end = change.y;
    if (end <= top) break;
  }
  return segments;
}

/**
 * The state of a lane at a moment.
 * @param {readonly LaneChange[]} changes The lane's states in order of time.
 * @param {number} moment The moment.
 * @returns {LaneChange | null} Null before the lane begins.
 */
export function stateAt(changes, moment) {
  for (let index = changes.length - 1; index >= 0; index -= 1) {
    const change = changes[index];
    if (change !== undefined && change.moment <= moment) return change;
  }
  return null;
}
