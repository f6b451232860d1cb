// One row for each kind of event: how it is drawn. The simulation says what happened and in which words; what the
// page adds to that stands here and nowhere else. A kind without a row is a type error.

/** @import { Event } from "../../pkg/catchup.js" */
/** @import { IconName } from "./icons.js" */
/** @import { IconName as TagIcon } from "./elements.js" */

/**
 * @typedef {object} EventRow How a kind of event is drawn.
 * @property {Tag | null} tag Its tag in the ladder; null when it has none.
 * @property {{icon: IconName, text: string} | null} mark Its mark over the slider, and what it says after whose it is; null when it has none.
 * @property {"down" | "up" | "leads" | "stands" | "follows" | null} lane What its server's lane looks like from then on; null when that stays.
 * @property {boolean} told Whether it is a line of its own where a conversation is told without a ladder.
 */

/** @typedef {{icon: TagIcon, text: string, look: "" | "good" | "bad"}} Tag What a tag shows and says. */

/**
 * @param {TagIcon} icon The tag's icon.
 * @param {string} text What it says.
 * @param {Tag["look"]} look Whether that is good or bad.
 * @param {Partial<EventRow>} [more] What else there is to it.
 * @returns {EventRow} The row of a kind that has a tag.
 */
const tagged = (icon, text, look, more = {}) => ({ tag: { icon, text, look }, mark: null, lane: null, told: true, ...more });

/**
 * @param {Partial<EventRow>} [more] What there is to it.
 * @returns {EventRow} The row of a kind without a tag.
 */
const plain = (more = {}) => ({ tag: null, mark: null, lane: null, told: false, ...more });

/** @type {Record<Event["kind"], EventRow>} */
export const eventRows = {
  sent: plain(),
  delivered: plain(),
  dropped: plain({ mark: { icon: "drop", text: "dropped" } }),
  duplicated: plain(),
  refused: plain(),
  declined: plain(),
  appended: plain(),
  truncated: plain(),
  waits: plain(),
  undone: plain({ told: true }),
  committed: plain(),
  configured: plain({ told: true }),
  timed_out: tagged("timeout", "timed out", "", { mark: { icon: "timeout", text: "timed out" }, lane: "stands" }),
  voted: plain(),
  elected: tagged("crown", "elected", "", { mark: { icon: "crown_filled", text: "elected" }, lane: "leads" }),
  applied: plain(),
  nominated: plain({ mark: { icon: "crown_filled", text: "nominated" }, lane: "leads" }),
  term_taken: plain(),
  stepped_down: plain({ lane: "follows" }),
  compared: plain(),
  killed: tagged("kill", "killed", "bad", { mark: { icon: "kill", text: "killed" }, lane: "down" }),
  restarted: tagged("restart", "restarted", "good", { mark: { icon: "restart", text: "restarted" }, lane: "up" }),
  stayed_down: plain({ told: true }),
  registered: tagged("join", "started", "good", { lane: "up" }),
  cut: tagged("cut", "link cut", "bad", { mark: { icon: "cut", text: "cut" } }),
  healed: tagged("heal", "link healed", "good", { mark: { icon: "heal", text: "healed" } }),
  filled: tagged("disk", "disk full", "bad"),
  freed: tagged("disk", "disk free", "good"),
  wiped: tagged("disk", "disk wiped", "bad"),
  written: tagged("disk", "disk written", ""),
  kept: tagged("disk", "disk cut short", "bad"),
  damaged: tagged("disk", "disk damaged", "bad"),
  term_written: tagged("disk", "term written", ""),
  prompted: plain({ told: true }),
  reloaded: tagged("kill", "power cut", "bad", { mark: { icon: "kill", text: "power cut" } }),
  settled: plain(),
  let_run: plain(),
  rejected: plain(),
};
