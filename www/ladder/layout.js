// Where everything in the conversation stands: events in, rows with positions out. No DOM, so that it can
// be tested in Node and measured alone.
//
//   client   every    tom     dick     and    harry        lanes 0 … n; lane 0 is the client
//     |  gap 0 | gap 1 | gap 2 | gap 3 | gap 4 |           gap g lies between lanes g and g+1
//     |        |       |       o-------+------>|  row      y of the sender's dot, then a fall for each lane
//
// x is a lane's number here, and a percentage once it is drawn; y is in rem from the top. What a layout says is asked of `laid.js`.
//
// Invariants:
// - A position follows from the events up to its own moment, and never from what becomes of a message later
//   nor from the cursor. So stepping back and forth, or a new future, moves nothing that stays.
// - Rows do not overlap: a row begins where the one before it ends. So a lane is read from top to bottom.
// - A chunk holds whole rows. What spans rows (lifelines, waits) is cut into segments when it is drawn.
//
// Left out: folding old runs into one line.

import { eventRows } from "../drawing/event-rows.js";
import { countFirst } from "../drawing/history.js";
import { startOf } from "./laid.js";
import { addMoment, forgetMoments, momentAt, noMoments } from "./moments.js";
import { changeLinks } from "./partings.js";
import { addLane, changeLanes, startChunk, takeTerm } from "./pen.js";
import { placeMessages } from "./rows.js";
import { placeTags } from "./tags.js";
import { letInBeforeAnswer, noteAsked, placeFates } from "./waits.js";

/** @import { Label, Outline } from "../../pkg/catchup.js" */
/** @import { LaneChange } from "./lanes.js" */
/** @import { Moments } from "./moments.js" */
/** @import { Network, Parting } from "./partings.js" */
/** @import { Pen } from "./pen.js" */
/** @import { PlacedMessage } from "./placed.js" */
/** @import { Asked } from "./waits.js" */

/**
 * How much room a label has. It depends on the width of the page and on the number of servers.
 * @typedef {object} Shape
 * @property {number} width How wide a label can be, in rem.
 * @property {number} clientWidth The same in the client's gap, whose column has a width of its own.
 * @property {number} gap How wide the whole gap between two servers' lanes is, in rem.
 * @property {(word: string) => number} widthOf How wide a word is in a label's type, in rem.
 * @property {number} linesLimit With more lines than this, a label reaches over further gaps if it can.
 * @property {number} linesMost With more lines than this, a label is cut.
 * @property {number} lineHeight The height of a label's line, in rem.
 * @property {number} chunkRows With so many rows a chunk is full: one on paper, so that no page ends within a row. Only
 * there is a moment of many rows more than one chunk.
 * @property {boolean} pillBelow Whether the buttons of a message in flight hang under its arrow: on it they would hide it.
 */

/**
 * What became of a message, and when.
 * @typedef {object} Fate
 * @property {'delivered' | 'dropped' | 'refused'} state
 * @property {number} moment
 * @property {'down' | 'cut' | null} why Why it was refused; null for the others.
 * @property {string} note A few words on what the delivery led to; empty where it can't be overlooked.
 * @property {number} committed The index up to which the receiver knows entries to be committed since then; 0 when that did not change.
 * @property {number} term The term that the receiver took by it; 0 for none.
 * @property {Wait | null} wait Null when the arrow goes straight to the lane.
 */

/**
 * The dotted way down a lane, from where an arrow arrived to where it was let in.
 * @typedef {object} Wait
 * @property {PlacedMessage} placed Whose it is.
 * @property {number} top
 * @property {number} bottom
 * @property {number} moment The moment of the delivery or refusal.
 * @property {boolean} answered Whether it ends at the dot of its answer and not in a row of its own.
 * @property {0 | 1} track Which of the tracks beside the lane it takes; 0 is the outer one, which alone is on a lane's left.
 */

/**
 * What happened to servers, links or disks: a tag on a lane, on a link, or across the whole ladder.
 * @typedef {object} PlacedTag
 * @property {'tag'} kind
 * @property {Outline} event
 * @property {number} moment
 * @property {number} chunk The index of the chunk that holds it.
 * @property {number} y The tag's middle.
 * @property {readonly number[]} lanes One lane for a server, two for a link, none for a power cut.
 * @property {number} gap The gap of a link's tag; 0 for the others.
 * @property {readonly number[] | null} sides For each server its group, where this parted them, or healed a partition; else null.
 * @property {boolean} slim Whether it goes on with what the tag above it says, and has the room of its line alone.
 */

/** @typedef {PlacedMessage | PlacedTag} Placed */

/**
 * A stretch of whole rows that is drawn together.
 * @typedef {object} Chunk
 * @property {number} top
 * @property {number} firstItem The index of its first item.
 */

/**
 * What one moment added, and where the layout stood after it.
 * @typedef {object} Laid
 * @property {readonly Outline[]} events The very array of the history, for the comparison by identity.
 * @property {number} bottom The end of the last row.
 * @property {number} rowCount
 * @property {number} rowsInChunk
 * @property {number} itemCount
 * @property {number} chunkCount
 * @property {number} highestDelivered The highest id delivered so far; 0 for none.
 * @property {readonly number[]} lastRows For each lane, the row of the last thing that happened on it; -1 for none.
 * @property {number} firstTop The upper edge of the moment's first row; NaN when it added none.
 * @property {number} firstY Where that row's dot or tag stands.
 * @property {Network} network The links that are cut.
 */

/**
 * @typedef {object} Layout
 * @property {Shape} shape
 * @property {string[]} names The lanes' names, `client` first.
 * @property {number[]} laneMoments The moment at which each lane begins.
 * @property {LaneChange[][]} changes For each lane, its states in order of time.
 * @property {Moments} laid For each moment, what it added.
 * @property {Placed[]} items Messages and tags in the order of the list.
 * @property {Map<number, PlacedMessage>} byId The messages by id.
 * @property {Wait[]} waits In order of their ends.
 * @property {Parting[]} partings The partitions and their ends, in order of time.
 * @property {Asked[]} asked The requests that had to wait at servers, in order of time.
 * @property {Chunk[]} chunks Never empty.
 */

export const CHUNK_ROWS = 25;

/**
 * A layout without moments.
 * @param {readonly string[]} servers The names of the servers that are there at the start.
 * @param {Shape} shape The room for labels.
 * @returns {Layout}
 */
export function createLayout(servers, shape) {
  const names = ["client", ...servers];
  return {
    shape,
    names,
    laneMoments: names.map(() => 0),
    changes: names.map(() => [{ moment: 0, y: 0, up: true, leads: "no", term: 0 }]),
    laid: noMoments(),
    items: [],
    byId: new Map(),
    waits: [],
    asked: [],
    partings: [],
    chunks: [{ top: 0, firstItem: 0 }],
  };
}

/**
 * The first moment at which the layout and a history differ, compared by the identity of their arrays.
 * @param {Layout} layout What was laid so far.
 * @param {readonly (readonly Outline[])[]} history The events of each moment.
 * @returns {number} The history's length when the whole of it is laid already and nothing else is.
 */
export function firstDifference(layout, history) {
  return countFirst(layout.laid.events, (events, moment) => events === history[moment]);
}

/**
 * Brings a layout in line with a history: forgets the moments that differ and lays the new ones.
 * @param {Layout} layout Changed in place.
 * @param {readonly (readonly Outline[])[]} history The events of each moment.
 */
export function layOut(layout, history) {
  const first = firstDifference(layout, history);
  if (first < layout.laid.events.length) forgetFrom(layout, first);
  const pen = penAt(layout, first);
  for (let moment = first; moment < history.length; moment += 1) layMoment(pen, moment, history[moment] ?? []);
}

/**
 * Undoes all moments from one on.
 * @param {Layout} layout Changed in place.
 * @param {number} first The first moment to forget.
 */
function forgetFrom(layout, first) {
  forgetMoments(layout.laid, first);
  const before = momentAt(layout.laid, first - 1) ?? startOf(layout);
  for (const item of layout.items.splice(before.itemCount)) if (item.kind === "message") layout.byId.delete(item.message.id);
  for (const item of layout.items) if (item.kind === "message" && item.fate !== null && item.fate.moment >= first) item.fate = null;
  layout.chunks.length = before.chunkCount;
  const began = (/** @type {number} */ moment) => moment === 0 || moment < first;
  const lanes = layout.laneMoments.filter(began).length;
  for (const list of [layout.names, layout.laneMoments, layout.changes]) list.length = lanes;
  for (const list of [layout.waits, layout.asked, layout.partings, ...layout.changes]) {
    while (list.length > 0 && !began(list[list.length - 1]?.moment ?? 0)) list.pop();
  }
}

/**
 * A pen for the moments from one on.
 * @param {Layout} layout What is laid up to there.
 * @param {number} moment The moment's number, which is the count of moments laid so far.
 * @returns {Pen}
 */
function penAt(layout, moment) {
  const { bottom, rowCount, rowsInChunk, highestDelivered, lastRows, network } = momentAt(layout.laid, moment - 1) ?? startOf(layout);
  return { layout, moment, bottom, rowCount, rowsInChunk, highestDelivered, lastRows: [...lastRows], fated: [], sent: [], firstTop: NaN, firstY: 0, network };
}

/** What changes lanes or links, or has a tag. All else is about messages alone, or not to be seen on the ladder. @type {ReadonlySet<string>} */
const STIRRING = new Set([
  "nominated",
  "stepped_down",
  "term_taken",
  "waits",
  ...Object.entries(eventRows).flatMap(([kind, { tag }]) => (tag === null ? [] : [kind])),
]);

/**
 * Lays one more moment. Nearly all of a long run are about messages alone. What is done for each counts its way through lists: an iterator for
 * each would take longest where the browser has not compiled this yet, as when a long run is opened.
 * @param {Pen} pen A pen that stands at the moment before.
 * @param {number} moment The moment's number.
 * @param {readonly Outline[]} events What happened in it.
 */
function layMoment(pen, moment, events) {
  const { layout } = pen;
  pen.moment = moment;
  pen.fated = [];
  pen.sent = [];
  pen.firstTop = NaN;
  pen.firstY = 0;
  startChunk(pen);
  const stirring = events.some(isStirring);
  if (stirring) {
    for (const event of events) if (event.kind === "registered") addLane(pen, event.server);
    changeLinks(pen, events);
  }
  const messages = sentIn(layout, events);
  const arrival = placeFates(pen, events, messages);
  if (stirring) {
    // A nomination comes before what it makes a leader say, so that the labels stand on the leader's side.
    for (const event of events) {
      if (event.kind === "nominated" || event.kind === "stepped_down") changeLanes(pen, event, arrival);
      if (event.kind === "term_taken") takeTerm(pen, event, arrival);
      if (event.kind === "waits") noteAsked(pen, event, arrival);
    }
    placeTags(pen, events);
  }
  placeMessages(pen, messages);
  letInBeforeAnswer(pen);
  addMoment(layout.laid, events, pen);
}

/** @param {Outline} event What happened. @returns {boolean} Whether that is about more than messages. */
function isStirring({ kind }) {
  return STIRRING.has(kind);
}

/**
 * The messages that a moment put in flight, each once.
 * @param {Layout} layout The layout so far.
 * @param {readonly Outline[]} events What happened.
 * @returns {Label[]}
 */
function sentIn(layout, events) {
  /** @type {Label[]} */
  const messages = [];
  for (let place = 0; place < events.length; place += 1) {
    const event = /** @type {Outline} */ (events[place]);
    if (event.kind !== "sent" && event.kind !== "duplicated") continue;
    const { message } = event;
    if (!layout.byId.has(message.id) && !messages.some(({ id }) => id === message.id)) messages.push(message);
  }
  return messages;
}
