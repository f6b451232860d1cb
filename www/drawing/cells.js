// What the cells of the servers' logs say: a pure function of the frame and of the rows in view. Cells are aligned by
// index, so that logs can be compared across servers; entries before those in view are told in a few words per server.
// No more than `windowRows` rows are ever worked out, except for those words, which are remembered for each pair of logs.

import { say } from "../words/say.js";
import { commitIndexOf, committedAt } from "./standing.js";

/** @import { Entry, Frame, ServerFrame } from "../../pkg/catchup.js" */
/** @import { View } from "../types.js" */

/** Up to so many entries logs stand as columns of cells, one in each card; longer ones lie as rows under each other. */
export const columnRows = 7;

/** How many entries of long logs are shown at a time: so many, or half of them where a command is long. */
export const windowRows = 12;

/** A command with more characters than this needs the room of two. */
const shortCommand = 12;

/**
 * The rows in view: indexes `first` to `last`, both included, of `longest` in all. `first` is 1 more than `last` when
 * no server has an entry.
 * @typedef {{ first: number, last: number, longest: number }} Rows
 */

/**
 * What a cell has to say for itself, gravest first. A `broken` one is named by a promise that was broken. Against the reference an entry `differs`, is `missing`, or lies
 * beyond its end (`surplus`); `repeated` is one that lay at another index at its sender; a `coming` one is not there
 * yet, but a message in flight brings it; and an `asked` one would tell what a lesson asks.
 * @typedef {"damaged" | "broken" | "asked" | "differs" | "repeated" | "surplus" | "coming" | "missing"} Mark
 */

/**
 * One cell. An entry can lie beyond the reference's end, differ from another server's and be a repetition at once.
 * @typedef {{
 *   index: number,
 *   command: string,
 *   term: number,
 *   state: Mark | "held",
 *   marks: readonly Mark[],
 *   fresh: boolean,
 *   found: string | null,
 *   committed: boolean | null,
 *   doomed: boolean,
 * }} Cell `state` is the gravest mark, `held` when there is none; `command` is empty when missing or damaged, and `term` 0 then or where there are none; `fresh` when this step appended it;
 *   `found` is the other server's entry when a comparison in this step failed on this cell; `committed` whether its server knows that it is, null where
 *   nobody knows or nothing ever is; `doomed` when another entry is committed at its index, so that it will be removed.
 */

/**
 * Cells that would tell what a lesson asks.
 * @typedef {{ server: string, indexes: readonly number[] }} AskedCells None of them holds an entry.
 */

/** What says each mark. @type {Readonly<Record<Mark | "held", string>>} */
const words = {
  damaged: "cell-damaged", broken: "cell-breaks-a-promise", asked: "cell-asked", differs: "cell-differs", repeated: "cell-repeated", surplus: "cell-surplus",
  coming: "cell-on-its-way", missing: "cell-missing", held: "cell-held",
};

/**
 * @param {Mark | "held"} mark What a cell has to say for itself.
 * @returns {string} The same in words.
 */
export function markName(mark) {
  return say(words[mark]);
}

/**
 * A cell in words: "2 set b 9 of term 2 (differs)".
 * @param {Cell} cell The cell.
 * @returns {string} All that it shows.
 */
export function nameOf(cell) {
  const { index, command, term, marks, found } = cell;
  const entry = command ? `${index} ${command}` : `${index}`;
  const held = term > 0 ? say("cell-of-term", { entry, term }) : entry;
  return `${held}${command ? remarkOf(cell) : ` ${marks.map(markName).join(", ")}`}${found ? `; ${found}` : ""}`;
}

/**
 * What is to be remarked about an entry, in brackets: " (not committed, differs)".
 * @param {Cell} cell Its cell.
 * @returns {string} Empty when there is nothing.
 */
export function remarkOf({ marks, committed, doomed }) {
  const remarks = [...(committed === null ? [] : [say(committed ? "cell-committed" : "cell-not-committed")]), ...(doomed ? [say("cell-will-be-removed")] : []), ...marks.map(markName)];
  return remarks.length === 0 ? "" : ` (${remarks.join(", ")})`;
}

/**
 * The cells that would tell what a lesson asks: those that the message in question may fill.
 * @param {View} view What is shown.
 * @returns {AskedCells | null} Null when nothing is asked, or no cell would tell.
 */
export function askedCells({ frame, lesson }) {
  const question = lesson?.question;
  const message = question?.said === null ? frame.in_flight.find(({ id }) => id === question.message) : undefined;
  const server = frame.servers.find(({ name }) => name === message?.to);
  if (!message || !server) return null;
  const next = server.log.length + 1;
  const indexes = writes.test(message.wire) ? [next] : (message.entries ?? []).map(({ index }) => index).filter((index) => index >= next);
  return indexes.length > 0 ? { server: server.name, indexes } : null;
}

/** What a client says to have something written. */
const writes = /^client@(set|delete) /;

/**
 * Which rows to show.
 * @param {Frame} frame The moment.
 * @param {number | null} wanted The first row that the person asked for; null for the last ones.
 * @param {AskedCells | null} [asked] The cells that a lesson asks about, which may lie beyond all logs.
 * @returns {Rows} The rows in view, at most `windowRows`.
 */
export function rowsInView(frame, wanted, asked) {
  const longest = Math.max(0, ...frame.servers.map((server) => server.log.length), ...frame.in_flight.map(lastIndex), ...(asked?.indexes ?? []));
  const window = windowOf(frame, longest);
  const first = Math.max(1, Math.min(wanted ?? longest, longest - window + 1));
  return { first, last: Math.min(longest, first + window - 1), longest };
}

/**
 * @param {Frame} frame The moment.
 * @param {number} longest The length of its longest log.
 * @returns {number} How many entries are shown at a time: judged by the last ones, so that turning pages changes nothing.
 */
function windowOf({ servers }, longest) {
  const isLong = (/** @type {Entry} */ { command }) => command.length > shortCommand;
  return longest > columnRows && servers.some(({ log }) => log.slice(-windowRows).some(isLong)) ? windowRows / 2 : windowRows;
}

/**
 * The cells in view of one server: to the end of its log, and of what it lacks, and of what is on its way to it.
 * @param {Frame} frame The moment.
 * @param {ServerFrame} server One of its servers.
 * @param {Rows} rows The rows in view.
 * @param {readonly number[]} [asked] The indexes at which a lesson asks what will be there.
 * @returns {Cell[]} One for each row up to there.
 */
export function cellsOf(frame, server, rows, asked = []) {
  const coming = entriesOnTheirWay(frame, server);
  const fresh = indexesOf(frame, server.name);
  const commit = commitIndexOf(server);
  const broken = brokenIndexes(frame, server.name);
  const last = Math.min(rows.last, Math.max(server.log.length, referenceLog(frame).length, ...coming.keys(), ...broken, ...asked));
  /** @type {Cell[]} */
  const cells = [];
  for (let index = rows.first; index <= last; index += 1) {
    const isAsked = asked.includes(index);
    const arriving = isAsked ? undefined : coming.get(index);
    const marks = marksOf(frame, server, index, isAsked ? "asked" : arriving ? "coming" : "missing", broken.has(index));
    const shown = marks.includes("damaged") ? undefined : (server.log[index - 1] ?? arriving);
    cells.push({
      index,
      command: shown?.command ?? "",
      term: shown?.term ?? 0,
      state: marks[0] ?? "held",
      marks,
      fresh: fresh.has(index),
      found: foundBy(frame, server, index),
      committed: commit === null || server.log[index - 1] === undefined ? null : index <= commit,
      doomed: isDoomed(frame, server, index),
    });
  }
  return cells;
}

/**
 * What there is to remark about one cell.
 * @param {Frame} frame The moment.
 * @param {ServerFrame} server The server.
 * @param {number} index The index.
 * @param {"asked" | "coming" | "missing"} otherwise What is to be said where there is no entry.
 * @param {boolean} isBroken Whether a promise that was broken names it.
 * @returns {Mark[]} Gravest first; none for an entry as it should be.
 */
function marksOf(frame, server, index, otherwise, isBroken) {
  if (server.damaged.includes(index)) return ["damaged"];
  const entry = server.log[index - 1];
  /** @type {Mark[]} */
  const marks = isBroken ? ["broken"] : [];
  if (!entry) return [...marks, otherwise];
  const reference = referenceLog(frame);
  const isReference = frame.reference?.server === server.name;
  const isSurplus = index > reference.length;
  // Beyond the reference's end those who are up are compared with each other, as the reference is with all of them.
  const differs = isReference || (isSurplus && server.up) ? someUpServerDiffers(frame, entry) : differ(entry, reference[index - 1]);
  // What will go was promised to nobody: that it differs is no harm, neither there nor where its follower is.
  if (isDoomed(frame, server, index)) return marks;
  if (differs) marks.push("differs");
  if (server.repeated.includes(index)) marks.push("repeated");
  if (isSurplus) marks.push("surplus");
  return marks;
}

/**
 * The promises whose cells have marks of their own.
 * @type {ReadonlySet<string>}
 */
const MARKED_ALREADY = new Set(["logs_agree", "nothing_repeated"]);

/**
 * The cells of a server that promises name which were broken.
 * @param {Frame} frame The moment.
 * @param {string} name The server.
 * @returns {Set<number>} Their indexes.
 */
function brokenIndexes({ invariants }, name) {
  const broken = invariants.filter(({ id, kind, holds }) => kind === "always" && !holds && !MARKED_ALREADY.has(id));
  return new Set(broken.flatMap(({ cells }) => cells.flatMap((cell) => (cell.server === name ? [cell.index] : []))));
}

/**
 * Where a leader believes a follower to be: its match index, or the next index to send to it.
 * @typedef {{ place: number, kind: "match" | "next" }} Peg `place` is the follower's in the registry.
 */

/**
 * What a leader believes of its followers, by the index of the cell in which it is shown.
 * @param {Frame} frame The moment.
 * @param {ServerFrame} server One of its servers.
 * @returns {Map<number, Peg[]>} Empty where the protocol keeps nothing.
 */
export function pegsOf(frame, { progress }) {
  /** @type {Map<number, Peg[]>} */
  const pegs = new Map();
  for (const { peer, match_index, next_index } of progress) {
    const place = frame.servers.findIndex((server) => server.name === peer);
    const add = (/** @type {number} */ index, /** @type {Peg["kind"]} */ kind) => pegs.set(index, [...(pegs.get(index) ?? []), { place, kind }]);
    if (match_index > 0) add(match_index, "match");
    add(next_index, "next");
  }
  return pegs;
}

/**
 * What the rows before those in view hold, in a few words.
 * @param {Frame} frame The moment.
 * @param {ServerFrame} server One of its servers.
 * @param {Rows} rows The rows in view.
 * @returns {{ says: string, wrong: boolean }} `wrong` when something there differs or is damaged; empty when nothing is folded.
 */
export function foldedOf(frame, server, rows) {
  const folded = rows.first - 1;
  if (folded < 1) return { says: "", wrong: false };
  const damaged = server.damaged.find((index) => index <= folded);
  if (damaged !== undefined) return { says: say("folded-damaged", { index: damaged }), wrong: true };
  const broken = [...brokenIndexes(frame, server.name)].find((index) => index <= folded);
  if (broken !== undefined) return { says: say("folded-breaks-a-promise", { index: broken }), wrong: true };
  const reference = referenceLog(frame);
  const { first, count } = differencesIn(server.log, reference, folded);
  if (count === 1) return { says: say("folded-differs", { index: first }), wrong: true };
  if (count > 1) return { says: say("folded-differ", { count, last: folded }), wrong: true };
  return { says: foldedWithoutDifferences(Math.min(server.log.length, folded), Math.min(reference.length, folded)), wrong: false };
}

/**
 * What folded rows hold when no entry in them differs from the reference's.
 * @param {number} own How many of them hold an entry.
 * @param {number} expected How many of them do in the reference.
 * @returns {string} "1 to 12 agree, 26 missing".
 */
function foldedWithoutDifferences(own, expected) {
  const last = Math.min(own, expected);
  if (own === expected) return last === 0 ? "" : say("folded-agree", { last });
  const count = Math.abs(own - expected);
  if (last === 0) return say(own > expected ? "folded-surplus" : "folded-missing", { count });
  return say(own > expected ? "folded-agree-then-surplus" : "folded-agree-then-missing", { last, count });
}

/**
 * The log that the others are compared with.
 * @param {Frame} frame The moment.
 * @returns {readonly Entry[]} Empty when nobody is registered.
 */
function referenceLog(frame) {
  return frame.servers.find((server) => server.name === frame.reference?.server)?.log ?? [];
}

/** @type {WeakMap<readonly Entry[], { reference: readonly Entry[], folded: number, first: number, count: number }>} */
const compared = new WeakMap();

/**
 * Compares the beginnings of two logs. A log's array is the same object until it changes, so the last answer for it
 * is kept: a step touches one log, and the others cost nothing.
 * @param {readonly Entry[]} log A server's log.
 * @param {readonly Entry[]} reference The log to compare it with.
 * @param {number} folded How many entries to compare.
 * @returns {{ first: number, count: number }} The first index that differs, 0 for none, and how many do.
 */
function differencesIn(log, reference, folded) {
  if (log === reference) return { first: 0, count: 0 };
  const known = compared.get(log);
  if (known && known.reference === reference && known.folded === folded) return known;
  let first = 0;
  let count = 0;
  for (let place = 0; place < folded && place < log.length; place += 1) {
    const entry = log[place];
    if (!entry || !differ(entry, reference[place])) continue;
    first ||= entry.index;
    count += 1;
  }
  const answer = { reference, folded, first, count };
  compared.set(log, answer);
  return answer;
}

/**
 * @param {Entry} entry An entry.
 * @param {Entry | undefined} other The entry at the same index elsewhere; absent when that log is shorter.
 * @returns {boolean} Whether both exist and are not the same.
 */
function differ(entry, other) {
  return other !== undefined && (entry.command !== other.command || entry.term !== other.term);
}

/**
 * @param {Frame} frame The moment.
 * @param {Entry} entry An entry of the reference.
 * @returns {boolean} Whether a server that is up has another entry at its index.
 */
function someUpServerDiffers(frame, entry) {
  return frame.servers.some((server) => server.up && differ(entry, server.log[entry.index - 1]) && !isDoomed(frame, server, entry.index));
}

/**
 * @param {Frame} frame The moment.
 * @param {ServerFrame} server A server.
 * @param {number} index An index.
 * @returns {boolean} Whether its entry there will be removed, since another one is committed. Nobody knows once a promise was broken.
 */
function isDoomed(frame, server, index) {
  if (frame.invariants.some(({ kind, holds }) => kind === "always" && !holds)) return false;
  const entry = server.log[index - 1];
  return entry !== undefined && (commitIndexOf(server) ?? 0) < index && differ(entry, committedAt(frame, index));
}

/**
 * @param {Frame} frame The moment.
 * @param {ServerFrame} server A server.
 * @returns {Map<number, Entry>} The entries in flight to it, by the index that they would get.
 */
function entriesOnTheirWay(frame, server) {
  /** @type {Map<number, Entry>} */
  const coming = new Map();
  for (const message of frame.in_flight) {
    if (message.to !== server.name) continue;
    for (const entry of message.entries ?? []) coming.set(entry.index, entry);
  }
  return coming;
}

/**
 * @param {Frame} frame The moment.
 * @param {string} name A server.
 * @returns {Set<number>} The indexes that were appended to its log on the way to this moment.
 */
function indexesOf(frame, name) {
  /** @type {Set<number>} */
  const indexes = new Set();
  for (const event of frame.events) {
    if (event.kind === "appended" && event.server === name) for (const entry of event.entries) indexes.add(entry.index);
  }
  return indexes;
}

/**
 * What the other side of a failed comparison held.
 * @param {Frame} frame The moment.
 * @param {ServerFrame} server A server.
 * @param {number} index One of its cells.
 * @returns {string | null} "dick has set b 2", "tom has no entry 2", or null when this cell was not compared, or agreed.
 */
function foundBy(frame, server, index) {
  for (const event of frame.events) {
    if (event.kind !== "compared" || event.agree) continue;
    if (!event.cells.some((cell) => cell.server === server.name && cell.index === index)) continue;
    const other = event.cells.find((cell) => cell.server !== server.name);
    const entry = frame.servers.find((candidate) => candidate.name === other?.server)?.log[(other?.index ?? 0) - 1];
    return other ? say(entry ? "cell-found" : "cell-found-none", { name: other.server, entry: entry?.command ?? "", index: other.index }) : null;
  }
  return null;
}

/**
 * @param {{ entries?: Entry[] }} message A message in flight.
 * @returns {number} The highest index among its entries; 0 when it has none.
 */
function lastIndex(message) {
  return message.entries?.at(-1)?.index ?? 0;
}
