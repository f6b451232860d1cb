// Where the messages of one moment stand: which share a row, how their arrows fall, how much room their labels need.

import { isNoVote, numberIn } from "./parts.js";
import { tornGaps } from "./partings.js";
import { gapOf, laneOf, startChunk, startRow } from "./pen.js";
import { PlacedMessage } from "./placed.js";
import { labelWidths, linesOf, widthsOf } from "./widths.js";

/** @import { Label } from "../../pkg/catchup.js" */
/** @import { Layout, Shape } from "./layout.js" */
/** @import { Network } from "./partings.js" */
/** @import { Pen } from "./pen.js" */
/** @import { Stance } from "./placed.js" */

/** The fall of an arrow for each lane, and the most that it falls altogether. */
const FALL_STEP = 0.4375;
const FALL_LIMIT = 1.3125;
/** From the middle of an arrow within a gap to the lower edge of its label while the arrow carries the pill. */
const PILL_RISE = 0.9375;
/** From an arrow to the lower edge of its label where nothing stands between them. */
const LABEL_RISE = 0.1875;
/** From the middle of the arrow within a gap to the lower edge of the pill under it. */
const NOTE_DROP = 1;
/** From the arrow to the note under it: see `.note` in ladder.css. */
const NOTE_TOP = 0.1875;
/** So much wider is a note's type than a label's, at most. */
const NOTE_WIDER = 1.25;
/** What the delivery of entries may lead to, as a note: it is not known yet when the row is laid. */
const NOTE_OF_ENTRIES = "removes 10 entries";
/** About as wide as the sign of a vote that was not given, before its note. */
const SIGN_OF_NO_VOTE = "XX ";
/** From the lower end of the arrow within a narrow gap to the lower edge of the pill that hangs under it. */
const PILL_DROP = 2.0625;
const ROW_PADDING = 0.1875;
/** A moment of more rows than this may be parted by the end of a page. */
const ROWS_KEPT_TOGETHER = 2;
/** What a label needs above itself to stand clear of the chip of a term that the row above it may get. */
const CHIP_CLEARANCE = 0.40625;
/** The smallest distance from a row's upper edge to a dot in it. */
const DOT_MARGIN = 0.75;

/**
 * Places the messages of a moment in rows, and adds them to the list in order of sending.
 * @param {Pen} pen What is being laid.
 * @param {readonly Label[]} messages What was sent.
 */
export function placeMessages(pen, messages) {
  if (messages.length === 0) return;
  const { layout } = pen;
  const placed = messages.map((message) => new PlacedMessage(message, pen.moment, layout.chunks.length - 1, stanceOf(pen, message)));
  // Nearly always it is one.
  if (placed.length > 1) placeTogether(pen, placed);
  else {
    placeRow(pen, placed, []);
    layout.items.push(...placed);
  }
  for (const one of placed) layout.byId.set(one.message.id, one);
  pen.sent = placed;
}

/**
 * Places several messages of a moment.
 * @param {Pen} pen What is being laid.
 * @param {readonly PlacedMessage[]} placed The messages in order of sending.
 */
function placeTogether(pen, placed) {
  const { layout } = pen;
  const shared = rowsOf(placed);
  // A chunk holds a stretch of the list, which is in order of sending: where it may end, each message has a row of its own.
  const parted = layout.shape.chunkRows < shared.length && shared.length > ROWS_KEPT_TOGETHER;
  let before = /** @type {readonly PlacedMessage[]} */ ([]);
  for (const row of parted ? placed.map((one) => [one]) : shared) {
    if (parted) startChunk(pen);
    placeRow(pen, row, before);
    if (parted) layout.items.push(...row);
    before = row;
  }
  if (!parted) layout.items.push(...placed);
}

/**
 * The room that a row needs below one of the same moment. That one may be heard later, and then a chip under its arrow tells
 * the term that its receiver takes: over the lane at which a label of this row may pass by.
 * @param {Layout} layout The layout so far.
 * @param {readonly PlacedMessage[]} before The row above; empty for the first one.
 * @param {readonly PlacedMessage[]} row The row.
 * @returns {number} In rem.
 */
function chipRoom({ changes }, before, row) {
  const told = before.filter(({ from, to }) => to > 0 && (changes[from]?.at(-1)?.term ?? 0) > 0);
  return told.some(({ to }) => row.some(({ first, last }) => first < to && to <= last)) ? CHIP_CLEARANCE : 0;
}

/**
 * Places messages in a row of their own.
 * @param {Pen} pen What is being laid.
 * @param {readonly PlacedMessage[]} row The messages.
 * @param {readonly PlacedMessage[]} before The row above of the same moment; empty for the first one.
 */
function placeRow(pen, row, before) {
  const { layout } = pen;
  let above = DOT_MARGIN;
  let below = 0;
  for (const { stance } of row) {
    above = Math.max(above, stance.above);
    below = Math.max(below, stance.below);
  }
  if (before.length > 0) above += chipRoom(layout, before, row);
  const top = pen.bottom;
  const y = startRow(pen, ROW_PADDING + above, ROW_PADDING + above + below);
  for (const one of row) {
    one.row = pen.rowCount - 1;
    one.top = top;
    one.bottom = pen.bottom;
    one.y = y;
    one.chunk = layout.chunks.length - 1;
    pen.lastRows[one.from] = one.row;
  }
}

/**
 * Where a label stands, and how many lines it has: in the gap of its partner; when that would take more lines than is
 * pleasant, over as many gaps more, towards the leader and above its own arrow, as it needs. No other message has
 * anything there, since a row is one message on each side of the sender.
 * @param {readonly number[]} widths How wide the words of its text are.
 * @param {Shape} shape The room.
 * @param {number} gap The partner's gap.
 * @param {number} from The sender's lane.
 * @param {number} to The receiver's lane.
 * @returns {{first: number, last: number, lines: number, cut: boolean}} The first and last gap; whether the text may be
 * longer than its lines.
 */
export function spanOf(widths, shape, gap, from, to) {
  const [least, most] = from < to ? [from, to - 1] : [to, from - 1];
  let [first, last] = [gap, gap];
  let lines = linesOf(widths, shape, gap === 0 ? shape.clientWidth : shape.width);
  while (lines > shape.linesLimit && (gap === least ? last < most : first > least)) {
    if (gap === least) last += 1;
    else first -= 1;
    lines = linesOf(widths, shape, (first === 0 ? shape.clientWidth : shape.width) + (last - first) * shape.gap);
  }
  return { first, last, lines: Math.min(lines, shape.linesMost), cut: lines >= shape.linesMost };
}

/**
 * The gap of a label where the network is parted: no label stands in one with a tear while its arrow has others.
 * @param {readonly number[]} torn The gaps with a tear.
 * @param {number} gap The gap of its partner.
 * @param {number} from The sender's lane.
 * @param {number} to The receiver's lane.
 * @returns {number} The nearest one without a tear; its own when there is none.
 */
function untornGap(torn, gap, from, to) {
  if (!torn.includes(gap)) return gap;
  const least = Math.min(from, to);
  const free = Array.from({ length: Math.abs(to - from) }, (_, index) => least + index).filter((other) => !torn.includes(other));
  return free.sort((one, other) => Math.abs(one - gap) - Math.abs(other - gap))[0] ?? gap;
}

/**
 * Where a label stands in a gap with a tear: in the half before it, if that is wide enough. A line more than is pleasant is
 * better than words over the tear.
 * @param {readonly number[]} widths How wide the words of its text are.
 * @param {Shape} shape The room.
 * @param {number} gap The gap.
 * @returns {{first: number, last: number, lines: number, cut: boolean} | null} Null when it is not.
 */
function besideTear(widths, shape, gap) {
  const room = shape.width - shape.gap / 2;
  if (Math.max(...widths) > room) return null;
  const lines = linesOf(widths, shape, room);
  return lines > shape.linesLimit + 1 ? null : { first: gap, last: gap - 0.5, lines, cut: false };
}

/**
 * How far a label stands above its arrow's higher end in its own gap while the message is in flight. A row always has
 * that room, since each message is in flight at first.
 * @param {{step: number, rise: number}} placed The message.
 * @param {Shape} shape Whether the arrow carries the pill.
 * @returns {number} In rem.
 */
export function liftOf(placed, shape) {
  const clear = placed.rise + LABEL_RISE;
  return shape.pillBelow ? clear : Math.max(clear, PILL_RISE - placed.step / 2);
}

/**
 * Where the note and the pill of a message end.
 * @param {Label} message What was sent.
 * @param {Pick<Stance, "gap" | "labelFall" | "step">} stance How it stands.
 * @param {Shape} shape Whether the pill hangs under the arrow.
 * @returns {number} In rem from the sender's dot.
 */
function footOf(message, { gap, labelFall, step }, shape) {
  const arrow = labelFall + (shape.pillBelow ? step : step / 2);
  const pill = shape.pillBelow ? PILL_DROP : NOTE_DROP;
  const note = message.refusal ?? ((message.entry_count ?? 0) > 0 ? NOTE_OF_ENTRIES : "");
  if (note === "") return arrow + pill;
  const lines = linesOf(widthsOf((isNoVote(message) ? SIGN_OF_NO_VOTE : "") + note, shape), shape, (gap === 0 ? shape.clientWidth : shape.width) / NOTE_WIDER);
  return arrow + Math.max(pill, NOTE_TOP + lines * shape.lineHeight + ROW_PADDING);
}

/**
 * How messages stand that say the same, where the network is the same: each with one of those messages, and how wide its number is.
 * @type {WeakMap<Network, Map<string, {like: Label, number: number, stance: Stance}[]>>}
 */
const stances = new WeakMap();

/**
 * How a message stands: like one before it where that is the same, which in a long run it nearly always is.
 * @param {Pen} pen What is being laid.
 * @param {Label} message What was sent.
 * @returns {Stance}
 */
function stanceOf(pen, message) {
  const { layout, network } = pen;
  const from = laneOf(layout, message.from);
  const to = laneOf(layout, message.to);
  const gap = gapOf(layout, from, to);
  // Commands differ nearly always, and copies are rare.
  if (message.exact !== undefined || message.copy_of !== undefined) return measure(pen, message, from, to, gap);
  const number = layout.shape.widthOf(numberIn(message));
  let bySentence = stances.get(network);
  if (bySentence === undefined) stances.set(network, (bySentence = new Map()));
  let known = bySentence.get(message.says);
  if (known === undefined) bySentence.set(message.says, (known = []));
  // The last ones first: numbers grow.
  for (let place = known.length - 1; place >= 0; place -= 1) {
    const { like, number: itsNumber, stance } = /** @type {typeof known[number]} */ (known[place]);
    if (itsNumber !== number || stance.from !== from || stance.to !== to || stance.partner !== gap) continue;
    if (like.refusal === message.refusal && like.is_vote === message.is_vote && like.entry_count === message.entry_count) return stance;
  }
  const stance = measure(pen, message, from, to, gap);
  known.push({ like: message, number, stance });
  return stance;
}

/**
 * Measures how a message stands.
 * @param {Pen} pen What is being laid.
 * @param {Label} message What was sent.
 * @param {number} from The sender's lane.
 * @param {number} to The receiver's lane.
 * @param {number} partner The gap of its partner.
 * @returns {Stance}
 */
function measure({ layout: { shape }, network }, message, from, to, partner) {
  const distance = Math.max(1, Math.abs(to - from));
  const step = Math.min(FALL_STEP, FALL_LIMIT / distance);
  const torn = tornGaps(network.groups);
  const gap = untornGap(torn, partner, from, to);
  const labelFall = step * (to > from ? gap - from : from - gap - 1);
  const widths = labelWidths(message, shape);
  const { first, last, lines, cut } = (torn.includes(gap) && besideTear(widths, shape, gap)) || spanOf(widths, shape, gap, from, to);
  // The label may reach over lanes at which the arrow is still higher.
  const rise = step * (to > from ? gap - first : last - gap);
  const fall = step * distance;
  const above = lines * shape.lineHeight + liftOf({ step, rise }, shape) - labelFall;
  const below = Math.max(fall + 0.375, footOf(message, { gap, labelFall, step }, shape));
  return { from, to, partner, gap, first, last, step, fall, labelFall, rise, lines, cut, above, below };
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
