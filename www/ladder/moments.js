// Where a layout stood after each of its moments, in columns: of a long run, an object for each moment, with a list in it, would be much of
// what the browser has to keep, and moves about until it knows that it is kept.

/** @import { Outline } from "../../pkg/catchup.js" */
/** @import { Laid } from "./layout.js" */
/** @import { Network } from "./partings.js" */
/** @import { Pen } from "./pen.js" */

/**
 * For each moment what `Laid` says of it.
 * @typedef {object} Moments
 * @property {(readonly Outline[])[]} events
 * @property {number[]} bottom
 * @property {number[]} rowCount
 * @property {number[]} rowsInChunk
 * @property {number[]} itemCount
 * @property {number[]} chunkCount
 * @property {number[]} highestDelivered
 * @property {number[]} firstTop
 * @property {number[]} firstY
 * @property {Network[]} network
 * @property {number[]} lastRows Those of all moments, one after the other.
 * @property {number[]} lanesEnd Where those of each moment end in that.
 */

/** @returns {Moments} No moments. */
export function noMoments() {
  return { events: [], bottom: [], rowCount: [], rowsInChunk: [], itemCount: [], chunkCount: [], highestDelivered: [], firstTop: [], firstY: [], network: [], lastRows: [], lanesEnd: [] };
}

/**
 * What a moment added, and where the layout stood after it.
 * @param {Moments} moments All moments.
 * @param {number} moment One of them.
 * @returns {Laid | undefined} Undefined for one that there is not.
 */
export function momentAt(moments, moment) {
  const network = moments.network[moment];
  if (network === undefined) return undefined;
  const told = (/** @type {readonly number[]} */ column) => /** @type {number} */ (column[moment]);
  return {
    events: moments.events[moment] ?? [],
    bottom: told(moments.bottom),
    rowCount: told(moments.rowCount),
    rowsInChunk: told(moments.rowsInChunk),
    itemCount: told(moments.itemCount),
    chunkCount: told(moments.chunkCount),
    highestDelivered: told(moments.highestDelivered),
    lastRows: moments.lastRows.slice(moments.lanesEnd[moment - 1] ?? 0, moments.lanesEnd[moment]),
    firstTop: told(moments.firstTop),
    firstY: told(moments.firstY),
    network,
  };
}

/**
 * Adds a moment.
 * @param {Moments} moments All moments before it.
 * @param {readonly Outline[]} events What happened in it.
 * @param {Pen} pen What has laid it.
 */
export function addMoment(moments, events, pen) {
  moments.events.push(events);
  moments.bottom.push(pen.bottom);
  moments.rowCount.push(pen.rowCount);
  moments.rowsInChunk.push(pen.rowsInChunk);
  moments.itemCount.push(pen.layout.items.length);
  moments.chunkCount.push(pen.layout.chunks.length);
  moments.highestDelivered.push(pen.highestDelivered);
  moments.firstTop.push(pen.firstTop);
  moments.firstY.push(pen.firstY);
  moments.network.push(pen.network);
  moments.lastRows.push(...pen.lastRows);
  moments.lanesEnd.push(moments.lastRows.length);
}

/**
 * Forgets all moments from one on.
 * @param {Moments} moments All moments.
 * @param {number} first The first one to forget.
 */
export function forgetMoments(moments, first) {
  const { lastRows, ...columns } = moments;
  lastRows.length = moments.lanesEnd[first - 1] ?? 0;
  for (const column of Object.values(columns)) column.length = first;
}
