// The marks over the slider: where servers were killed and restarted, links cut and healed, leaders nominated and
// messages dropped. A run may have 20,000 moments, so each moment is looked at once, and marks that would touch are
// left out.

import { html } from "./template.js";
import { icon } from "./icons.js";

/** @import { Event } from "../pkg/catchup.js" */
/** @import { IconName } from "./icons.js" */
/** @import { View } from "./types.js" */

/** @type {Partial<Record<Event["kind"], IconName>>} */
const mark_of_event = { killed: "kill", restarted: "restart", cut: "cut", healed: "heal", nominated: "crown_filled", dropped: "drop", reloaded: "kill" };

/** How near two marks may stand, in hundredths of the slider. */
const nearest_percent = 1.6;

/**
 * Makes the marks; the playback bar draws what it returns.
 * @returns {{ draw(view: Pick<View, "history" | "length">): unknown }} `draw` gives the template.
 */
export function createMarks() {
  /** The events that were looked at, and what mark each moment has. */
  let seen = /** @type {(readonly Event[])[]} */ ([]);
  let marks = /** @type {(IconName | undefined)[]} */ ([]);
  /** @type {unknown} */
  let drawn = null;

  return {
    draw({ history, length }) {
      let changed = seen.length !== history.length;
      for (const [moment, events] of history.entries()) {
        if (seen[moment] === events) continue;
        changed = true;
        marks[moment] = markOf(events);
      }
      if (!changed) return drawn;
      seen = [...history];
      marks.length = history.length;
      drawn = place(marks, length);
      return drawn;
    },
  };
}

/**
 * @param {readonly Event[]} events What happened in one moment.
 * @returns {IconName | undefined} Its mark; absent when the moment needs none.
 */
function markOf(events) {
  for (const event of events) {
    const mark = mark_of_event[event.kind];
    if (mark) return mark;
  }
  return undefined;
}

/**
 * @param {readonly (IconName | undefined)[]} marks The mark of each moment.
 * @param {number} length How many moments the slider spans.
 */
function place(marks, length) {
  const placed = [];
  let last = -nearest_percent;
  for (const [moment, mark] of marks.entries()) {
    const percent = length === 0 ? 0 : (moment / length) * 100;
    if (!mark || percent - last < nearest_percent) continue;
    last = percent;
    placed.push(html`<span class=${mark} .style="left:${percent.toFixed(2)}%">${icon(mark)}</span>`);
  }
  return placed;
}
