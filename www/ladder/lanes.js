// What a lane looks like over time: whether its server is up, whether it leads or stands for election, and in which term it
// is. The one place that knows which events change that.

import { eventRows } from "../drawing/event-rows.js";

/** @import { Outline } from "../../pkg/catchup.js" */

/**
 * What a server thinks of itself: not a leader, the latest one, an older one who was never told of the next nomination, a
 * candidate, or a stale leader: somebody else was elected for a later term.
 * @typedef {'no' | 'latest' | 'older' | 'stands' | 'stale'} Leads
 */

/**
 * From here on, the lane looks like this.
 * @typedef {object} LaneChange
 * @property {number} moment
 * @property {number} y In rem from the top of the ladder.
 * @property {boolean} up
 * @property {Leads} leads
 * @property {number} term The term that its server is in, as far as events told; 0 before.
 */

/**
 * A stretch of a lane with one look.
 * @typedef {object} Segment
 * @property {number} top
 * @property {number} bottom
 * @property {boolean} up
 * @property {Leads} leads
 * @property {number} term
 */

/**
 * The state of a lane after an event, or null when the event does not change it.
 * @param {LaneChange | undefined} now The lane's state before the event.
 * @param {string} name The lane's name.
 * @param {Outline} event What happened.
 * @param {number} latest The latest term for which somebody else leads.
 * @returns {{up: boolean, leads: Leads, term: number} | null}
 */
export function afterEvent(now, name, event, latest) {
  const { leads, term, up } = now ?? { leads: "no", term: 0, up: true };
  const mine = "server" in event && event.server === name;
  const { lane } = eventRows[event.kind];
  if (!mine) return leads === "latest" && lane === "leads" && isReplacedBy(event, term) ? { up: true, leads: event.kind === "elected" ? "stale" : "older", term } : null;
  const own = "term" in event && event.term > 0 ? event.term : term;
  if (lane === null) return own === term ? null : { up, leads, term: own };
  return { up: lane !== "down", leads: leadsAfter(event, lane, latest), term: own };
}

/**
 * @param {Outline} event Somebody else leads from now on.
 * @param {number} term The term of a leader.
 * @returns {boolean} Whether that one is no longer the latest: who is elected late, for an earlier term, replaces nobody.
 */
function isReplacedBy(event, term) {
  return event.kind !== "elected" || event.term > term;
}

/**
 * @param {Outline} event What happened to a server.
 * @param {NonNullable<import("../drawing/event-rows.js").EventRow["lane"]>} lane What its lane looks like from then on.
 * @param {number} latest The latest term for which somebody else leads.
 * @returns {Leads} What it thinks of itself.
 */
function leadsAfter(event, lane, latest) {
  if (lane === "stands") return "stands";
  if (lane !== "leads") return "no";
  return event.kind === "elected" && event.term < latest ? "stale" : "latest";
}

/**
 * Adds a state to a lane.
 * @param {LaneChange[]} changes The lane's states so far; changed in place.
 * @param {number} moment When the state begins.
 * @param {number} y Where it begins; a lane never goes back up, so an earlier state's place is the least.
 * @param {{up: boolean, leads: Leads, term: number}} state The state.
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
    segments.unshift({ top: Math.max(top, change.y), bottom: end, up: change.up, leads: change.leads, term: change.term });
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
