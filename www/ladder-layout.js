// Where everything in the conversation stands: events in, rows with positions out. No DOM, so that it can
// be tested in Node and measured alone.
//
//   client   every    tom     dick     and    harry        lanes 0 … n; lane 0 is the client
//     |  gap 0 | gap 1 | gap 2 | gap 3 | gap 4 |           gap g lies between lanes g and g+1
//     |        |       |       o-------+------>|  row      y of the sender's dot, then a fall for each lane
//
// x is a lane's number here, and a percentage once it is drawn (`laneX`); y is in rem from the top.
//
// Invariants:
// - A position follows from the events up to its own moment, and never from what becomes of a message later
//   nor from the cursor. So stepping back and forth, or a new future, moves nothing that stays.
// - Rows do not overlap: a row begins where the one before it ends. So a lane is read from top to bottom.
// - A chunk holds whole rows. What spans rows (lifelines, waits) is cut into segments when it is drawn.
//
// Left out: folding old runs into one line.

import { afterEvent, changeLane, segmentsOf } from "./ladder-lanes.js";

/** @typedef {import('../pkg/catchup.js').Event} Event */
/** @typedef {import('../pkg/catchup.js').Message} Message */
/** @typedef {import('./ladder-lanes.js').LaneChange} LaneChange */

/**
 * How much room a label has. It depends on the width of the page and on the number of servers.
 * @typedef {object} Shape
 * @property {number} width How wide a label can be, in rem.
 * @property {(word: string) => number} widthOf How wide a word is in a label's type, in rem.
 * @property {number} linesLimit The most lines that a label may have.
 * @property {number} lineHeight The height of a label's line, in rem.
 */

/**
 * A message on the ladder.
 * @typedef {object} PlacedMessage
 * @property {'message'} kind
 * @property {Message} message What was sent.
 * @property {number} moment When it was sent.
 * @property {number} row The number of its row, from 0.
 * @property {number} chunk The index of the chunk that holds it.
 * @property {number} from The sender's lane.
 * @property {number} to The receiver's lane.
 * @property {number} gap The gap that its label stands in.
 * @property {number} y Where the arrow starts.
 * @property {number} step How far it falls for each lane.
 * @property {number} end Where it reaches the receiver's lane.
 * @property {number} labelY The arrow's higher end within the gap of its label.
 * @property {number} lines How many lines its label has at most.
 * @property {boolean} declined Whether it is a server's polite no to the client.
 * @property {Fate | null} fate What became of it; null while the recorded run leaves it in flight.
 */

/**
 * What became of a message, and when.
 * @typedef {object} Fate
 * @property {'delivered' | 'dropped' | 'refused'} state
 * @property {number} moment
 * @property {'down' | 'cut' | null} why Why it was refused; null for the others.
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
 * @property {0 | 1} track Which of the two tracks beside the lane it takes; 0 is the outer one.
 */

/**
 * What happened to servers, links or disks: a tag on a lane, on a link, or across the whole ladder.
 * @typedef {object} PlacedTag
 * @property {'tag'} kind
 * @property {Event} event
 * @property {number} moment
 * @property {number} chunk The index of the chunk that holds it.
 * @property {number} y The tag's middle.
 * @property {readonly number[]} lanes One lane for a server, two for a link, none for a power cut.
 * @property {number} gap The gap of a link's tag; 0 for the others.
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
 * @property {readonly Event[]} events The very array of the history, for the comparison by identity.
 * @property {number} bottom The end of the last row.
 * @property {number} rowCount
 * @property {number} rowsInChunk
 * @property {number} itemCount
 * @property {number} waitCount
 * @property {number} chunkCount
 * @property {number} laneCount
 * @property {number} highestDelivered The highest id delivered so far; 0 for none.
 * @property {readonly number[]} lastRows For each lane, the row of the last thing that happened on it; -1 for none.
 * @property {readonly number[]} changeCounts For each lane, how many changes it had.
 * @property {readonly PlacedMessage[]} fated The messages whose fate this moment decided.
 * @property {readonly number[]} chunksTouched The chunks that look different after this moment.
 * @property {Now} now
 */

/**
 * The place of "now".
 * @typedef {object} Now
 * @property {number} top
 * @property {number} bottom Equals `top` when nothing has been drawn yet.
 * @property {number} y Where the word stands.
 * @property {readonly number[]} ids The messages that are now, in order of sending.
 * @property {PlacedTag | null} tag The last tag that is now.
 */

/**
 * @typedef {object} Layout
 * @property {Shape} shape
 * @property {string[]} names The lanes' names, `client` first.
 * @property {number[]} laneMoments The moment at which each lane begins.
 * @property {LaneChange[][]} changes For each lane, its states in order of time.
 * @property {Laid[]} laid For each moment, what it added.
 * @property {Placed[]} items Messages and tags in the order of the list.
 * @property {Map<number, PlacedMessage>} byId The messages by id.
 * @property {Wait[]} waits In order of their ends.
 * @property {Chunk[]} chunks Never empty.
 */

export const CHUNK_ROWS = 100;

/** The fall of an arrow for each lane, and the most that it falls altogether. */
const FALL_STEP = 0.4375;
const FALL_LIMIT = 1.3125;
/** From the middle of an arrow within a gap to the lower edge of its label while the arrow carries the pill. */
const PILL_RISE = 0.9375;
/** From the middle of the arrow within a gap to the lower edge of the note or pill under it. */
const NOTE_DROP = 1;
const ROW_PADDING = 0.1875;
/** The smallest distance from a row's upper edge to a dot in it. */
const DOT_MARGIN = 0.75;
const TAG_HEIGHT = 2.125;
const POWER_CUT_HEIGHT = 3;
const ENTRY_HEIGHT = 1.5;
/** How far above a dot a waiting arrow is let in, when the dot is its answer. */
const ENTRY_LEAD = 0.4375;

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
    changes: names.map(() => [{ moment: 0, y: 0, up: true, leads: "no" }]),
    laid: [],
    items: [],
    byId: new Map(),
    waits: [],
    chunks: [{ top: 0, firstItem: 0 }],
  };
}

/**
 * The first moment at which the layout and a history differ, compared by the identity of their arrays.
 * @param {Layout} layout What was laid so far.
 * @param {readonly (readonly Event[])[]} history The events of each moment.
 * @returns {number} The history's length when the whole of it is laid already and nothing else is.
 */
export function firstDifference(layout, history) {
  const shared = Math.min(layout.laid.length, history.length);
  for (let moment = 0; moment < shared; moment += 1) {
    if (layout.laid[moment]?.events !== history[moment]) return moment;
  }
  return shared;
}

/**
 * Brings a layout in line with a history: forgets the moments that differ and lays the new ones.
 * @param {Layout} layout Changed in place.
 * @param {readonly (readonly Event[])[]} history The events of each moment.
 */
export function layOut(layout, history) {
  const first = firstDifference(layout, history);
  if (first < layout.laid.length) forgetFrom(layout, first);
  for (let moment = first; moment < history.length; moment += 1) layMoment(layout, moment, history[moment] ?? []);
}

/**
 * What is laid at a moment.
 * @param {Layout} layout A layout with at least that many moments.
 * @param {number} moment The moment asked for.
 * @returns {Laid}
 */
export function laidAt(layout, moment) {
  const laid = layout.laid[moment];
  if (laid === undefined) throw new Error(`moment ${moment} is not laid; there are ${layout.laid.length}`);
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
 * The lowest index of a chunk that ends below a height.
 * @param {Layout} layout The layout.
 * @param {number} y A height in rem.
 * @returns {number}
 */
export function chunkAt(layout, y) {
  let index = layout.chunks.length - 1;
  while (index > 0 && (layout.chunks[index]?.top ?? 0) > y) index -= 1;
  return index;
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
 * Undoes all moments from one on.
 * @param {Layout} layout Changed in place.
 * @param {number} first The first moment to forget.
 */
function forgetFrom(layout, first) {
  for (const laid of layout.laid.slice(first)) for (const placed of laid.fated) placed.fate = null;
  layout.laid.length = first;
  const before = layout.laid[first - 1] ?? startOf(layout);
  for (const item of layout.items.slice(before.itemCount)) if (item.kind === "message") layout.byId.delete(item.message.id);
  layout.items.length = before.itemCount;
  layout.waits.length = before.waitCount;
  layout.chunks.length = before.chunkCount;
  layout.names.length = before.laneCount;
  layout.laneMoments.length = before.laneCount;
  layout.changes.length = before.laneCount;
  layout.changes.forEach((changes, lane) => {
    changes.length = before.changeCounts[lane] ?? 1;
  });
}

/**
 * Where a layout stands before its first moment.
 * @param {Layout} layout The layout.
 * @returns {Laid}
 */
function startOf(layout) {
  const laneCount = layout.laneMoments.filter((moment) => moment === 0).length;
  return {
    events: [],
    bottom: 0,
    rowCount: 0,
    rowsInChunk: 0,
    itemCount: 0,
    waitCount: 0,
    chunkCount: 1,
    laneCount,
    highestDelivered: 0,
    lastRows: layout.names.slice(0, laneCount).map(() => -1),
    changeCounts: layout.names.slice(0, laneCount).map(() => 1),
    fated: [],
    chunksTouched: [],
    now: { top: 0, bottom: 0, y: 0, ids: [], tag: null },
  };
}

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
 * @property {PlacedTag | null} tag
 * @property {Set<number>} touched
 * @property {number} firstTop The upper edge of the moment's first row; NaN before there is one.
 * @property {number} firstY Where the first row's dot or tag stands.
 */

/**
 * Lays one more moment.
 * @param {Layout} layout Changed in place.
 * @param {number} moment The moment's number, which is the count of moments laid so far.
 * @param {readonly Event[]} events What happened in it.
 */
function layMoment(layout, moment, events) {
  const before = layout.laid[moment - 1] ?? startOf(layout);
  /** @type {Pen} */
  const pen = {
    layout,
    moment,
    bottom: before.bottom,
    rowCount: before.rowCount,
    rowsInChunk: before.rowsInChunk,
    highestDelivered: before.highestDelivered,
    lastRows: [...before.lastRows],
    fated: [],
    sent: [],
    tag: null,
    touched: new Set(),
    firstTop: NaN,
    firstY: 0,
  };
  if (pen.rowsInChunk >= CHUNK_ROWS) {
    layout.chunks.push({ top: pen.bottom, firstItem: layout.items.length });
    pen.rowsInChunk = 0;
  }
  for (const event of events) if (event.kind === "registered") addLane(pen, event.server);
  const messages = sentIn(layout, events);
  const arrival = placeFates(pen, events, messages);
  // A nomination comes before what it makes a leader say, so that the labels stand on the leader's side.
  changeLanes(
    pen,
    events.filter((event) => event.kind === "nominated"),
    arrival,
  );
  placeTags(pen, events);
  placeMessages(pen, messages, events);
  letInBeforeAnswer(pen);
  layout.laid.push({
    events,
    bottom: pen.bottom,
    rowCount: pen.rowCount,
    rowsInChunk: pen.rowsInChunk,
    itemCount: layout.items.length,
    waitCount: layout.waits.length,
    chunkCount: layout.chunks.length,
    laneCount: layout.names.length,
    highestDelivered: pen.highestDelivered,
    lastRows: pen.lastRows,
    changeCounts: layout.changes.map((changes) => changes.length),
    fated: pen.fated,
    chunksTouched: [...pen.touched],
    now: nowAfter(pen, before),
  });
}

/**
 * The messages that a moment put in flight, each once.
 * @param {Layout} layout The layout so far.
 * @param {readonly Event[]} events What happened.
 * @returns {Message[]}
 */
function sentIn(layout, events) {
  const messages = new Map();
  for (const event of events) {
    if ((event.kind === "sent" || event.kind === "duplicated") && !layout.byId.has(event.message.id)) messages.set(event.message.id, event.message);
  }
  return [...messages.values()];
}

/**
 * Gives a newly registered server its lane.
 * @param {Pen} pen What is being laid.
 * @param {string} name The server's name.
 */
function addLane(pen, name) {
  if (pen.layout.names.includes(name)) return;
  pen.layout.names.push(name);
  pen.layout.laneMoments.push(pen.moment);
  pen.layout.changes.push([]);
  pen.lastRows.push(-1);
}

/**
 * Records deliveries, refusals and drops, and finds out which arrows have to wait.
 * @param {Pen} pen What is being laid.
 * @param {readonly Event[]} events What happened.
 * @param {readonly Message[]} messages What was sent in the same moment.
 * @returns {number} Where the last delivery reached its lane; the end of the last row when there was none.
 */
function placeFates(pen, events, messages) {
  let arrival = pen.bottom;
  for (const event of events) {
    if (event.kind !== "delivered" && event.kind !== "refused" && event.kind !== "dropped") continue;
    const placed = pen.layout.byId.get(event.id);
    if (placed === undefined) throw new Error(`message ${event.id} was ${event.kind} at moment ${pen.moment} but never sent`);
    placed.fate = { state: event.kind, moment: pen.moment, why: event.kind === "refused" ? event.why : null, wait: null };
    pen.fated.push(placed);
    pen.touched.add(placed.chunk);
    if (event.kind === "dropped") continue;
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
  if (!answered) for (let chunk = placed.chunk; chunk < layout.chunks.length; chunk += 1) pen.touched.add(chunk);
  return wait;
}

/**
 * The outer track beside a lane, unless another wait still runs there.
 * @param {Layout} layout The layout so far.
 * @param {PlacedMessage} placed The message that waits.
 * @returns {0 | 1}
 */
function freeTrack(layout, placed) {
  const side = Math.sign(placed.from - placed.to);
  for (let index = layout.waits.length - 1; index >= 0; index -= 1) {
    const other = layout.waits[index];
    if (other === undefined || other.bottom <= placed.end) break;
    const beside = other.placed.to === placed.to && Math.sign(other.placed.from - other.placed.to) === side;
    if (beside && other.track === 0) return 1;
  }
  return 0;
}

/**
 * Ends the waits of answered messages just above the first dot of the answers.
 * @param {Pen} pen What is being laid.
 */
function letInBeforeAnswer(pen) {
  const first = pen.sent[0];
  if (first === undefined) return;
  for (const placed of pen.fated) {
    const wait = placed.fate?.wait;
    if (wait === null || wait === undefined || placed.to !== first.from) continue;
    wait.bottom = pen.firstY - ENTRY_LEAD;
    for (let chunk = placed.chunk; chunk < pen.layout.chunks.length; chunk += 1) pen.touched.add(chunk);
  }
}

const TAG_KINDS = new Set([
  "killed",
  "restarted",
  "registered",
  "cut",
  "healed",
  "filled",
  "freed",
  "wiped",
  "written",
  "kept",
  "damaged",
  "reloaded",
]);

/**
 * Places the tags of a moment, each in a row of its own. A power cut is one band; the kills and restarts in it
 * change the lanes without tags.
 * @param {Pen} pen What is being laid.
 * @param {readonly Event[]} events What happened.
 */
function placeTags(pen, events) {
  const powerCut = events.find((event) => event.kind === "reloaded");
  if (powerCut !== undefined) {
    const y = startRow(pen, POWER_CUT_HEIGHT / 2, POWER_CUT_HEIGHT);
    pushTag(pen, powerCut, y, [], 0);
    changeLanes(
      pen,
      events.filter((event) => event.kind === "killed"),
      y - POWER_CUT_HEIGHT / 2 + 0.25,
    );
    changeLanes(
      pen,
      events.filter((event) => event.kind === "restarted"),
      y + POWER_CUT_HEIGHT / 2 - 0.25,
    );
    pen.lastRows.fill(pen.rowCount - 1);
    return;
  }
  for (const event of events) {
    if (!TAG_KINDS.has(event.kind)) continue;
    // A server that has just registered comes up in the same moment: one tag says both.
    if (event.kind === "restarted" && events.some((other) => other.kind === "registered" && other.server === event.server)) continue;
    const lanes = lanesOfTag(pen.layout, event);
    const y = startRow(pen, TAG_HEIGHT / 2, TAG_HEIGHT);
    const gap = lanes.length === 2 ? gapOf(pen.layout, lanes[0] ?? 0, lanes[1] ?? 0) : 0;
    pushTag(pen, event, y, lanes, gap);
    changeLanes(pen, [event], y);
    for (const lane of lanes) pen.lastRows[lane] = pen.rowCount - 1;
  }
}

/**
 * The lanes that a tag belongs to.
 * @param {Layout} layout The layout so far.
 * @param {Event} event What the tag tells.
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
 * @param {Event} event What the tag tells.
 * @param {number} y The tag's middle.
 * @param {readonly number[]} lanes Its lanes.
 * @param {number} gap Its gap, for a link.
 */
function pushTag(pen, event, y, lanes, gap) {
  pen.tag = { kind: "tag", event, moment: pen.moment, chunk: pen.layout.chunks.length - 1, y, lanes, gap };
  pen.layout.items.push(pen.tag);
}

/**
 * Applies events to the lanes.
 * @param {Pen} pen What is being laid.
 * @param {readonly Event[]} events The events, which may concern no lane at all.
 * @param {number} y Where the change shows.
 */
function changeLanes(pen, events, y) {
  const { layout } = pen;
  for (const event of events) {
    layout.names.forEach((name, lane) => {
      const changes = layout.changes[lane] ?? [];
      const state = afterEvent(changes[changes.length - 1], name, event);
      if (state === null) return;
      const top = changeLane(changes, pen.moment, y, state);
      for (let chunk = chunkAt(layout, top); chunk < layout.chunks.length; chunk += 1) pen.touched.add(chunk);
    });
  }
}

/**
 * Begins a row below the last one.
 * @param {Pen} pen What is being laid.
 * @param {number} lead From the row's upper edge to its dot or tag.
 * @param {number} height The row's height.
 * @returns {number} Where the dot or tag stands.
 */
function startRow(pen, lead, height) {
  const y = pen.bottom + lead;
  if (Number.isNaN(pen.firstTop)) {
    pen.firstTop = pen.bottom;
    pen.firstY = y;
  }
  pen.bottom += height;
  pen.rowCount += 1;
  pen.rowsInChunk += 1;
  pen.touched.add(pen.layout.chunks.length - 1);
  return y;
}

/**
 * Places the messages of a moment in rows, and adds them to the list in order of sending.
 * @param {Pen} pen What is being laid.
 * @param {readonly Message[]} messages What was sent.
 * @param {readonly Event[]} events What else happened in the moment.
 */
function placeMessages(pen, messages, events) {
  const { layout } = pen;
  const placed = messages.map((message) => measure(pen, message, events));
  for (const row of rowsOf(placed)) {
    const above = Math.max(DOT_MARGIN, ...row.map((one) => one.lines * layout.shape.lineHeight + liftOf(one) - one.labelY));
    const below = Math.max(...row.map((one) => Math.max(one.end + 0.375, one.labelY + one.step / 2 + NOTE_DROP)));
    const y = startRow(pen, ROW_PADDING + above, ROW_PADDING + above + below);
    for (const one of row) {
      one.row = pen.rowCount - 1;
      one.y = y;
      one.end += y;
      one.labelY += y;
      pen.lastRows[one.from] = one.row;
    }
  }
  for (const one of placed) {
    layout.items.push(one);
    layout.byId.set(one.message.id, one);
  }
  pen.sent = placed;
}

/**
 * A message's arrow and label, with heights relative to the sender's dot.
 * @param {Pen} pen What is being laid.
 * @param {Message} message What was sent.
 * @param {readonly Event[]} events What else happened in the moment.
 * @returns {PlacedMessage}
 */
function measure(pen, message, events) {
  const { layout, moment } = pen;
  const from = laneOf(layout, message.from);
  const to = laneOf(layout, message.to);
  const distance = Math.max(1, Math.abs(to - from));
  const step = Math.min(FALL_STEP, FALL_LIMIT / distance);
  const gap = gapOf(layout, from, to);
  const lanesBefore = to > from ? gap - from : from - gap - 1;
  const declined = message.to === "client" && events.some((event) => event.kind === "declined" && event.server === message.from);
  return {
    kind: "message",
    message,
    moment,
    row: 0,
    chunk: layout.chunks.length - 1,
    from,
    to,
    gap,
    y: 0,
    step,
    end: step * distance,
    labelY: step * lanesBefore,
    lines: linesOf(`${message.id} ${message.copy_of === undefined ? "" : `again ${message.copy_of} `}${message.says}`, layout.shape),
    declined,
    fate: null,
  };
}

/**
 * How far a label stands above its arrow's higher end while the arrow carries the pill. A row always has that room,
 * since each message is in flight at first.
 * @param {{step: number}} placed The message.
 * @returns {number} In rem.
 */
export function liftOf(placed) {
  return PILL_RISE - placed.step / 2;
}

/**
 * How many lines a text takes when its words are filled in one after the other.
 * @param {string} text The text.
 * @param {Shape} shape The room for it.
 * @returns {number} From 1 to the limit.
 */
export function linesOf(text, shape) {
  const blank = shape.widthOf(" ");
  let lines = 1;
  let used = 0;
  for (const word of text.split(" ")) {
    const width = shape.widthOf(word);
    if (used > 0 && used + blank + width > shape.width) {
      lines += 1;
      used = 0;
    }
    // A word that is wider than a line is broken within itself.
    lines += Math.max(0, Math.ceil(width / shape.width) - 1);
    used += (used > 0 ? blank : 0) + (width % shape.width);
    if (lines >= shape.linesLimit) return shape.linesLimit;
  }
  return lines;
}

/**
 * Rows of one moment: what one sender says to both sides shares rows, the farthest pair first.
 * @param {readonly PlacedMessage[]} placed The moment's messages in order of sending.
 * @returns {PlacedMessage[][]}
 */
function rowsOf(placed) {
  /** @type {PlacedMessage[][]} */
  const rows = [];
  for (const sender of new Set(placed.map((one) => one.from))) {
    const own = placed.filter((one) => one.from === sender);
    const left = own.filter((one) => one.to < sender).sort((one, other) => one.to - other.to);
    const right = own.filter((one) => one.to >= sender).sort((one, other) => other.to - one.to);
    for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
      rows.push([left[index], right[index]].filter((one) => one !== undefined));
    }
  }
  return rows;
}

/**
 * The gap of a label: beside the partner who is not the leader, on the side that faces the leader. The client owns
 * the first gap. Without a leader, or between two, the receiver is the partner.
 * @param {Layout} layout The layout so far.
 * @param {number} from The sender's lane.
 * @param {number} to The receiver's lane.
 * @returns {number}
 */
function gapOf(layout, from, to) {
  if (from === 0 || to === 0) return 0;
  const fromRank = leaderRank(layout, from);
  const partner = leaderRank(layout, to) > fromRank ? from : to;
  const other = partner === from ? to : from;
  return partner < other ? partner : partner - 1;
}

/**
 * How much of a leader a lane is: 2 the latest nominated, 1 an older one, 0 none.
 * @param {Layout} layout The layout so far.
 * @param {number} lane The lane.
 * @returns {number}
 */
function leaderRank(layout, lane) {
  const changes = layout.changes[lane] ?? [];
  const leads = changes[changes.length - 1]?.leads ?? "no";
  return leads === "latest" ? 2 : leads === "older" ? 1 : 0;
}

/**
 * The lane of a name.
 * @param {Layout} layout The layout so far.
 * @param {string} name A server's name or `client`.
 * @returns {number}
 */
function laneOf(layout, name) {
  const lane = layout.names.indexOf(name);
  if (lane < 0) throw new Error(`no lane for ${name} among ${layout.names.join(", ")}`);
  return lane;
}

/**
 * Where "now" is after a moment: at the rows that it added, else at the message that it delivered or dropped, else
 * where it was.
 * @param {Pen} pen What was laid.
 * @param {Laid} before The moment before.
 * @returns {Now}
 */
function nowAfter(pen, before) {
  const fated = pen.fated.map((placed) => placed.message.id);
  const last = pen.fated[pen.fated.length - 1];
  if (!Number.isNaN(pen.firstTop)) {
    return {
      top: pen.firstTop,
      bottom: pen.bottom,
      y: pen.firstY,
      ids: pen.sent.length > 0 ? pen.sent.map((one) => one.message.id) : fated,
      tag: pen.tag,
    };
  }
  if (last === undefined) return before.now;
  const above = last.lines * pen.layout.shape.lineHeight + liftOf(last);
  const top = last.labelY - above - ROW_PADDING;
  return { top, bottom: Math.max(last.end + 0.375, last.labelY + last.step / 2 + NOTE_DROP), y: last.y, ids: fated, tag: null };
}
