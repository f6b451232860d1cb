// How much room the cards will need in a run. It is kept from the start, so that the conversation below them does not
// jump while somebody steps: the recorded future is known, and what was needed once may be needed again.

import { lookAtEvents, sharedMoments } from "../drawing/history.js";

/** @import { Outline } from "../../pkg/catchup.js" */
/** @import { View } from "../types.js" */

/**
 * What to keep room for: `rows` is the length of the longest log at any moment, `marks` whether a leader keeps numbers
 * of its followers or entries are compared, so that marks need a line of their own, and `leaders` how many may keep such
 * numbers at once: no more than were nominated or elected.
 * @typedef {{ rows: number, marks: boolean, leaders: number }} Reserve
 */

/**
 * Makes the reckoning.
 * @returns {{ of(view: Pick<View, "room" | "protocol" | "history" | "frame">): Reserve }} `of` answers for a view; the
 *   answer never shrinks while the room and its protocol stay the same.
 */
export function createReserve() {
  let key = "";
  let rows = 0;
  let marks = false;
  /** Who was nominated for a term, or elected, or keeps numbers. */
  let leaders = /** @type {Set<string>} */ (new Set());
  /** The events that were looked at. */
  let seen = /** @type {View["history"]} */ ([]);

  /** @param {Outline} event What happened. */
  function lookAt(event) {
    if ("reach" in event && event.reach !== undefined && event.reach > rows) rows = event.reach;
    // A leader of a term keeps numbers: where the run has one ahead, there is room for them from the start.
    const leads = (event.kind === "nominated" || event.kind === "elected") && event.term > 0;
    marks ||= event.kind === "compared" || leads;
    if (leads) leaders.add(event.server);
  }

  return {
    of({ room, protocol, history, frame }) {
      if (key !== `${room} ${protocol}`) {
        key = `${room} ${protocol}`;
        rows = 0;
        marks = false;
        leaders = new Set();
        seen = [];
      }
      lookAtEvents(history, sharedMoments(seen, history), history.length, lookAt);
      seen = history;
      for (const server of frame.servers) {
        rows = Math.max(rows, server.log.length);
        marks ||= server.progress.length > 0;
        if (server.progress.length > 0) leaders.add(server.name);
      }
      return { rows, marks, leaders: leaders.size };
    },
  };
}
