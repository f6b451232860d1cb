// Whom to ask instead: a request that was declined with a leader's name can be said to that one.

import { say } from "../words/say.js";

/** @import { Outline } from "../../pkg/catchup.js" */
/** @import { Instead } from "../types.js" */

/** How many moments back a declined request is looked for: then the client has certainly gone on. */
const lookedAt = 100;

/**
 * The last declined request that named a leader, unless the client has said something since.
 * @param {readonly (readonly Outline[])[]} history What happened in each moment.
 * @param {number} cursor The moment that is shown.
 * @returns {Instead | null} Null when there is nothing to say again.
 */
export function askInstead(history, cursor) {
  for (let moment = cursor; moment > Math.max(0, cursor - lookedAt); moment -= 1) {
    const events = history[moment] ?? [];
    for (const event of events) {
      if (event.kind === "sent" && event.message.from === "client") return null;
      if (event.kind !== "declined" || event.leader === undefined) continue;
      const answer = events.find((other) => other.kind === "sent" && other.message.to === "client");
      const intent = /** @type {const} */ ({ kind: "send", server: event.leader, command: event.request });
      return { offer: { label: say("ask-instead", { name: event.leader }), intent }, answer: answer?.kind === "sent" ? answer.message.id : null };
    }
  }
  return null;
}
