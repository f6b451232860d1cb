// One row for each kind of event: how it is drawn. The simulation says what happened and in which words; what the
// page adds to that stands here and nowhere else. A kind without a row is a type error.

/** @import { Event } from "../../pkg/catchup.js" */
/** @import { IconName } from "./icon-paths.js" */

/**
 * @typedef {object} EventRow How a kind of event is drawn.
 * @property {Tag | null} tag Its tag in the ladder; null when it has none.
 * @property {{icon: IconName, says: string} | null} mark Its mark over the slider, and the message that says it of a server, a link or a message; null when it has none.
 * @property {"down" | "up" | "leads" | "stands" | "follows" | null} lane What its server's lane looks like from then on; null when that stays.
 * @property {boolean} told Whether it is a line of its own where a conversation is told without a ladder.
 */

/** @typedef {{icon: IconName, says: string, look: "" | "good" | "bad"}} Tag What a tag shows, and the message that it says. */

/**
 * @param {IconName} icon The tag's icon.
 * @param {string} says The message that it says.
 * @param {Tag["look"]} look Whether that is good or bad.
 * @param {Partial<EventRow>} [more] What else there is to it.
 * @returns {EventRow} The row of a kind that has a tag.
 */
const tagged = (icon, says, look, more = {}) => ({ tag: { icon, says, look }, mark: null, lane: null, told: true, ...more });

/**
 * @param {Partial<EventRow>} [more] What there is to it.
 * @returns {EventRow} The row of a kind without a tag.
 */
const plain = (more = {}) => ({ tag: null, mark: null, lane: null, told: false, ...more });

/** @type {Record<Event["kind"], EventRow>} */
export const eventRows = {
  sent: plain(),
  delivered: plain(),
  dropped: plain({ mark: { icon: "drop", says: "mark-dropped" } }),
  duplicated: plain(),
  refused: plain(),
  declined: plain(),
  appended: plain(),
  truncated: plain(),
  waits: plain(),
  undone: plain({ told: true }),
  committed: plain(),
  configured: plain({ told: true }),
  timed_out: tagged("timeout", "tag-timed-out", "", { mark: { icon: "timeout", says: "mark-timed-out" }, lane: "stands" }),
  voted: plain(),
  elected: tagged("crown_filled", "tag-elected", "", { mark: { icon: "crown_filled", says: "mark-elected" }, lane: "leads" }),
  applied: plain(),
  nominated: plain({ mark: { icon: "crown_filled", says: "mark-nominated" }, lane: "leads" }),
  term_taken: plain(),
  stepped_down: plain({ lane: "follows" }),
  compared: plain(),
  killed: tagged("kill", "tag-killed", "bad", { mark: { icon: "kill", says: "mark-killed" }, lane: "down" }),
  restarted: tagged("restart", "tag-restarted", "good", { mark: { icon: "restart", says: "mark-restarted" }, lane: "up" }),
  stayed_down: plain({ told: true }),
  registered: tagged("join", "tag-started", "good", { lane: "up" }),
  cut: tagged("cut", "tag-cut", "bad", { mark: { icon: "cut", says: "mark-cut" } }),
  healed: tagged("heal", "tag-healed", "good", { mark: { icon: "heal", says: "mark-healed" } }),
  filled: tagged("disk", "tag-disk-full", "bad"),
  freed: tagged("disk", "tag-disk-free", "good"),
  wiped: tagged("disk", "tag-disk-wiped", "bad"),
  written: tagged("disk", "tag-disk-written", ""),
  kept: tagged("disk", "tag-disk-cut-short", "bad"),
  damaged: tagged("disk", "tag-disk-damaged", "bad"),
  term_written: tagged("disk", "tag-term-written", ""),
  prompted: plain({ told: true }),
  reloaded: tagged("kill", "tag-power-cut", "bad", { mark: { icon: "kill", says: "mark-power-cut" } }),
  settled: plain(),
  let_run: plain(),
  rejected: plain(),
};
