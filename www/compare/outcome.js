// What comes of a comparison, worked out from frames and events without a DOM: who said what and what became of it,
// whether it ends well, and who needed least.

import { eventRows } from "../drawing/event-rows.js";
import { say } from "../words/say.js";

/** @import { Event, Frame, Message, NameSpan } from "../../pkg/catchup.js" */

/**
 * One line of a conversation: a message with what became of it by then, or something else that happened.
 * @typedef {{ says: string, names: readonly NameSpan[], now: boolean, message: Message | null, state: "in flight" | "delivered" | "dropped" | "refused" | null }} Line
 *   `names` is where names stand in `says`; `now` when this moment sent it, or decided what became of it; `state` is null where there is no message.
 */

/**
 * How a run ends.
 * @typedef {{ well: boolean, says: string }} Verdict `well` when the logs agree, nobody lacks anything and nothing is repeated.
 */

/**
 * The conversation up to a moment.
 * @param {readonly (readonly Event[])[]} history The events of each moment.
 * @param {number} moment The last one to tell of.
 * @returns {Line[]} In order of sending.
 */
export function linesUpTo(history, moment) {
  /** @type {Line[]} */
  const lines = [];
  /** @type {Map<number, Line>} */
  const byId = new Map();
  for (const event of history.slice(0, moment + 1).flat()) {
    const now = event.moment === moment;
    if (event.kind === "sent" || event.kind === "duplicated") {
      /** @type {Line} */
      const line = { says: event.message.says, names: [], now, message: event.message, state: "in flight" };
      lines.push(line);
      byId.set(event.message.id, line);
    } else if (event.kind === "delivered" || event.kind === "dropped" || event.kind === "refused") {
      const line = byId.get(event.id);
      if (!line) continue;
      line.state = event.kind;
      line.now ||= now;
    } else if (eventRows[event.kind].told) lines.push({ says: event.says, names: event.names ?? [], now, message: null, state: null });
  }
  return lines;
}

/**
 * @param {Frame} start A run's first moment.
 * @param {readonly (readonly Event[])[]} history The events of each of its moments.
 * @returns {number} The highest index that an entry has at any of them, or is sent for.
 */
export function lastIndexOf(start, history) {
  let last = Math.max(0, ...start.servers.map(({ log }) => log.length));
  for (const event of history.flat()) {
    if (event.kind === "sent") last = Math.max(last, event.message.entries?.at(-1)?.index ?? 0);
    if (event.kind === "appended") last = Math.max(last, event.entries.at(-1)?.index ?? 0);
    if (event.kind === "written") last = Math.max(last, event.index);
  }
  return last;
}

/**
 * Whether the logs agree in the end, as a teacher would put it.
 * @param {Frame} end A run's last moment.
 * @returns {Verdict} In a few words.
 */
export function verdictOf(end) {
  const marked = (/** @type {string} */ id) => end.invariants.some((invariant) => invariant.id === id && invariant.cells.length > 0);
  if (marked("logs_agree")) return { well: false, says: say("compare-agree-differ") };
  const logs = end.servers.filter(({ up }) => up).map(({ log }) => log.length);
  const expected = end.servers.find(({ name }) => name === end.reference?.server)?.log.length ?? 0;
  if (logs.some((length) => length < expected)) return { well: false, says: say("compare-agree-missing") };
  if (marked("nothing_repeated")) return { well: false, says: say("compare-agree-repeated") };
  if (logs.some((length) => length > expected)) return { well: true, says: say("compare-agree-more") };
  return { well: true, says: say("compare-agree-yes") };
}

/**
 * Who needed least of something. Who ends badly does not compete: to do nothing is cheap.
 * @param {readonly {well: boolean, number: number}[]} rows How each ends, and how much it needed.
 * @returns {boolean[]} For each whether it needed least. Nobody did when fewer than two compete or all need the same.
 */
export function leastOf(rows) {
  const numbers = rows.filter(({ well }) => well).map(({ number }) => number);
  const least = Math.min(...numbers);
  const isRace = numbers.some((number) => number !== least);
  return rows.map(({ well, number }) => isRace && well && number === least);
}

/**
 * Where all stand, in a sentence or two.
 * @param {number} moment Where they stand.
 * @param {readonly {title: string, length: number}[]} columns The protocols' titles, and how many moments their runs have.
 * @returns {string} "Step 8 of 9. Ask the length has ended."
 */
export function stepsSentence(moment, columns) {
  const last = Math.max(0, ...columns.map(({ length }) => length));
  if (moment === last) return say("compare-step-last", { moment, last });
  const ended = columns.filter(({ length }) => length <= moment).map(({ title }) => title);
  if (ended.length === 0) return say("compare-step", { moment, last });
  return say("compare-step-ended", { moment, last, titles: listed(ended), count: ended.length });
}

/**
 * @param {readonly string[]} names At least one.
 * @returns {string} "a, b and c".
 */
export function listed(names) {
  return names.reduce((listed, word, place) => say(place === names.length - 1 ? "list-last" : "list-more", { listed, word }));
}
