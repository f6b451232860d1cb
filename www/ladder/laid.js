// What a layout says: where it stood after a moment, where a lane, a row and "now" are, what became of a message. No DOM.

import { countFirst } from "../drawing/history.js";
import { segmentsOf } from "./lanes.js";
import { momentAt } from "./moments.js";

/** @import { Outline } from "../../pkg/catchup.js" */
/** @import { Laid, Layout, PlacedTag } from "./layout.js" */
/** @import { PlacedMessage } from "./placed.js" */

/**
 * The place of "now".
 * @typedef {object} Now
 * @property {number} top
 * @property {number} bottom Equals `top` as long as there is no row.
 * @property {number} y Where the word stands.
 * @property {readonly number[]} ids The messages that are now, in order of sending.
 * @property {PlacedTag | null} tag The last tag that is now.
 */

/** Above the first row, where the ladder fades out under the heads. */
const TOP_PADDING = 0.5;

/**
 * Where a layout stands before its first moment.
 * @param {Layout} layout The layout.
 * @returns {Laid}
 */
export function startOf(layout) {
  const laneCount = layout.laneMoments.filter((moment) => moment === 0).length;
  return {
    events: [],
    bottom: TOP_PADDING,
    rowCount: 0,
    rowsInChunk: 0,
    itemCount: 0,
    chunkCount: 1,
    highestDelivered: 0,
    lastRows: layout.names.slice(0, laneCount).map(() => -1),
    firstTop: NaN,
    firstY: 0,
    network: { cut: [], groups: [] },
  };
}

/**
 * What is laid at a moment.
 * @param {Layout} layout A layout with at least that many moments.
 * @param {number} moment The moment asked for.
 * @returns {Laid}
 */
export function laidAt(layout, moment) {
  const laid = momentAt(layout.laid, moment);
  if (laid === undefined) throw new Error(`moment ${moment} is not laid; there are ${layout.laid.events.length}`);
  return laid;
}

/**
 * The state of a message at a moment at or after its sending.
 * @param {PlacedMessage} placed The message.
 * @param {number} cursor The moment.
 * @returns {'in flight' | 'delivered' | 'dropped' | 'refused'}
 */
export function stateOf(placed, cursor) {
  return placed.fate !== null && placed.fate.moment <= cursor ? placed.fate.state : "in flight";
}

/**
 * Where a lane stands: the client in a column of 12 %, the servers in equal columns beside it.
 * @param {number} lane The lane's number; 0 is the client.
 * @param {number} serverCount How many servers have a column.
 * @returns {number} A percentage of the ladder's width.
 */
export function laneX(lane, serverCount) {
  return lane === 0 ? 4.8 : 12 + (88 / serverCount) * (lane - 0.5);
}

/**
 * Where the first row begins that lies at or below a height.
 * @param {Layout} layout The layout.
 * @param {number} cursor Rows of later moments do not count.
 * @param {number} y The height in rem.
 * @returns {number} In rem; the end of the last row when there is none.
 */
export function rowTopAfter(layout, cursor, y) {
  const moment = Math.min(cursor, countFirst(layout.laid.bottom, (bottom) => bottom < y));
  const { bottom, itemCount } = laidAt(layout, moment);
  const before = momentAt(layout.laid, moment - 1) ?? startOf(layout);
  const own = layout.items.slice(before.itemCount, itemCount);
  const tops = [before.bottom, ...own.flatMap((item) => (item.kind === "message" ? [item.top] : []))];
  return Math.min(...tops.filter((top) => top >= y), bottom);
}

/**
 * How a lane looks between two heights.
 * @param {Layout} layout The layout.
 * @param {number} lane The lane's number.
 * @param {number} top The upper height in rem.
 * @param {number} bottom The lower height in rem.
 * @param {number} cursor Changes after this moment do not count.
 */
export function laneSegments(layout, lane, top, bottom, cursor) {
  return segmentsOf(layout.changes[lane] ?? [], top, bottom, cursor);
}

/**
 * Where "now" is at a moment: at the rows that it added, else at the message that it delivered or dropped, else where it
 * was before.
 * @param {Layout} layout A layout with at least that many moments.
 * @param {number} moment The moment asked for.
 * @returns {Now}
 */
export function nowAt(layout, moment) {
  for (let at = moment; at > 0; at -= 1) {
    const { events, bottom, itemCount, firstTop, firstY } = laidAt(layout, at);
    const fated = fatedIn(layout, events);
    const last = fated[fated.length - 1];
    if (!Number.isNaN(firstTop)) {
      const own = layout.items.slice(laidAt(layout, at - 1).itemCount, itemCount);
      const sent = own.filter((item) => item.kind === "message");
      const tag = own.findLast((item) => item.kind === "tag") ?? null;
      return { top: firstTop, bottom, y: firstY, ids: (sent.length > 0 ? sent : fated).map(({ message }) => message.id), tag };
    }
    if (last !== undefined) return { top: last.top, bottom: last.bottom, y: last.y, ids: fated.map(({ message }) => message.id), tag: null };
  }
  return { top: 0, bottom: 0, y: 0, ids: [], tag: null };
}

/**
 * The messages whose fate some events decided.
 * @param {Layout} layout The layout.
 * @param {readonly Outline[]} events What happened.
 * @returns {PlacedMessage[]}
 */
export function fatedIn(layout, events) {
  return events.flatMap((event) => {
    const placed = event.kind === "delivered" || event.kind === "dropped" || event.kind === "refused" ? layout.byId.get(event.id) : undefined;
    return placed === undefined ? [] : [placed];
  });
}
