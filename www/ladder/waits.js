// Deliveries, refusals and drops, and the arrows that have to wait beside their lane until they are let in.

import { laneOf, startRow } from "./pen.js";

/** @import { Label, Outline } from "../../pkg/catchup.js" */
/** @import { Layout, Wait } from "./layout.js" */
/** @import { PlacedMessage } from "./placed.js" */
/** @import { Pen } from "./pen.js" */

const ENTRY_HEIGHT = 1.5;
/** How far above a dot a waiting arrow is let in, when the dot is its answer. */
const ENTRY_LEAD = 0.4375;

/**
 * Records deliveries, refusals and drops, and finds out which arrows have to wait.
 * @param {Pen} pen What is being laid.
 * @param {readonly Outline[]} events What happened.
 * @param {readonly Label[]} messages What was sent in the same moment.
 * @returns {number} Where the last delivery reached its lane; the end of the last row when there was none.
 */
export function placeFates(pen, events, messages) {
  let arrival = pen.bottom;
  for (let place = 0; place < events.length; place += 1) {
    const event = /** @type {Outline} */ (events[place]);
    if (event.kind !== "delivered" && event.kind !== "refused" && event.kind !== "dropped") continue;
    const placed = pen.layout.byId.get(event.id);
    if (placed === undefined) throw new Error(`message ${event.id} was ${event.kind} at moment ${pen.moment} but never sent`);
    const { committed, term } = learntBy(pen.layout.names[placed.to], events);
    placed.fate = { state: event.kind, moment: pen.moment, why: event.kind === "refused" ? event.why : null, note: event.kind === "delivered" ? (event.note ?? "") : "", committed, term, wait: null };
    pen.fated.push(placed);
    // Who is stopped by a tear never comes to the lane, however late.
    if (event.kind === "dropped" || (placed.fate.why === "cut" && arePartedNow(pen, placed))) continue;
    const name = pen.layout.names[placed.to];
    if (hasToWait(pen, placed)) {
      placed.fate.wait = letIn(
        pen,
        placed,
        messages.some((message) => message.from === name),
      );
      arrival = placed.fate.wait.bottom;
    } else {
      arrival = placed.end;
      pen.lastRows[placed.to] = Math.max(pen.lastRows[placed.to] ?? -1, placed.row);
    }
    if (event.kind === "delivered") pen.highestDelivered = Math.max(pen.highestDelivered, event.id);
  }
  return arrival;
}

/**
 * @param {Pen} pen What is being laid.
 * @param {PlacedMessage} placed A message.
 * @returns {boolean} Whether its sender and its receiver are on different sides of a partition.
 */
function arePartedNow({ network: { groups } }, { from, to }) {
  return from > 0 && to > 0 && groups[from - 1] !== groups[to - 1];
}

/**
 * What a server learns by a message.
 * @param {string | undefined} name The server.
 * @param {readonly Outline[]} events What happened in the moment of the delivery.
 * @returns {{committed: number, term: number}} 0 for nothing.
 */
function learntBy(name, events) {
  let committed = 0;
  let term = 0;
  for (let place = 0; place < events.length; place += 1) {
    const event = /** @type {Outline} */ (events[place]);
    if (event.kind === "committed" && event.server === name) committed = event.last;
    if (event.kind === "term_taken" && event.server === name) term = event.term;
  }
  return { committed, term };
}

/**
 * A request that had to wait at a server for more than its delivery.
 * @typedef {object} Asked
 * @property {number} moment
 * @property {number} lane The server's.
 * @property {number} y Where the request arrived.
 * @property {string} request What was said.
 * @property {number} id The message's.
 */

/**
 * Notes that a request has to wait for more than its delivery.
 * @param {Pen} pen What is being laid.
 * @param {{server: string, request: string}} event Whose it is, and what was said.
 * @param {number} y Where it arrived.
 */
export function noteAsked({ layout, moment, fated }, { server, request }, y) {
  layout.asked.push({ moment, lane: laneOf(layout, server), y, request, id: fated[fated.length - 1]?.message.id ?? 0 });
}

/**
 * Ends the waits of answered messages just above the first dot of the answers.
 * @param {Pen} pen What is being laid.
 */
export function letInBeforeAnswer(pen) {
  const first = pen.sent[0];
  if (first === undefined) return;
  for (const placed of pen.fated) {
    const wait = placed.fate?.wait;
    if (wait === null || wait === undefined || placed.to !== first.from) continue;
    wait.bottom = pen.firstY - ENTRY_LEAD;
  }
}

/**
 * An arrow goes straight to its lane unless that would tell a wrong story: that it came before something which had
 * already happened on that lane, or that nothing sent later overtook it.
 * @param {Pen} pen What is being laid.
 * @param {PlacedMessage} placed The message that was delivered or refused.
 * @returns {boolean}
 */
function hasToWait(pen, placed) {
  return (pen.lastRows[placed.to] ?? -1) > placed.row || pen.highestDelivered > placed.message.id;
}

/**
 * Makes the wait of a message, which ends at its answer's dot or else in a short row of its own.
 * @param {Pen} pen What is being laid.
 * @param {PlacedMessage} placed The message.
 * @param {boolean} answered Whether the receiver sends something in the same moment.
 * @returns {Wait}
 */
function letIn(pen, placed, answered) {
  const { layout } = pen;
  // The answer's row is not laid yet; `letInBeforeAnswer` corrects the end.
  const y = answered ? pen.bottom : startRow(pen, ENTRY_HEIGHT * 0.5, ENTRY_HEIGHT);
  pen.lastRows[placed.to] = pen.rowCount - (answered ? 0 : 1);
  /** @type {Wait} */
  const wait = { placed, top: placed.end, bottom: y, moment: pen.moment, answered, track: freeTrack(layout, placed) };
  layout.waits.push(wait);
  return wait;
}

/**
 * The outer track beside a lane, unless another wait still runs there. There is room for two on a lane's right, and for
 * one on its left or in a narrow gap; any more share the last one, like trains.
 * @param {Layout} layout The layout so far.
 * @param {PlacedMessage} placed The message that waits.
 * @returns {0 | 1}
 */
function freeTrack(layout, placed) {
  const side = Math.sign(placed.from - placed.to);
  if (side < 0 || layout.shape.pillBelow) return 0;
  for (let index = layout.waits.length - 1; index >= 0; index -= 1) {
    const other = layout.waits[index];
    if (other === undefined || other.bottom <= placed.end) break;
    const beside = other.placed.to === placed.to && Math.sign(other.placed.from - other.placed.to) === side;
    if (beside && other.track === 0) return 1;
  }
  return 0;
}
