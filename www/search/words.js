// What the view says: of bounds, of how far a search is, and of how it ended.

/** @import { SearchOutcome, SearchProgress } from "../../pkg/search/catchup.js" */

/** What a bound is called, and what it is about. */
export const bounds = /** @type {Readonly<Record<string, {title: string, says: string}>>} */ ({
  writes: { title: "writes", says: "Requests to set a value, to anybody." },
  reads: { title: "reads", says: "Requests to get it, from anybody." },
  timeouts: { title: "timeouts", says: "Servers that stand for election; where nobody does, nominations." },
  heartbeats: { title: "heartbeats", says: "What else servers offer: heartbeats, or to send again." },
  kills: { title: "kills", says: "Each may be followed by a restart." },
  drops: { title: "drops", says: "Without a bound on messages in flight, what is never delivered is as good as dropped; then these add nothing." },
  duplicates: { title: "duplicates", says: "Messages that are in flight a second time." },
  changes: { title: "changes of voters", says: "Requests that let one server more, or one less, vote." },
  cuts: { title: "cuts", says: "Links that are cut, and may heal. They, too, add nothing without a bound on messages in flight." },
});

/**
 * @param {number} count How many.
 * @param {string} one The word for one.
 * @param {string} many The word for several.
 * @returns {string} Both.
 */
export function counted(count, one, many) {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/**
 * @param {number} count A number.
 * @returns {string} With its thousands apart.
 */
export function grouped(count) {
  return `${count}`.replace(/\B(?=(\d{3})+$)/g, "\u202f");
}

/**
 * The headline of a result.
 * @param {SearchOutcome} outcome How the search ended.
 * @returns {string} A few words.
 */
export function headline(outcome) {
  switch (outcome.kind) {
    case "broken":
      return `Broken in ${counted(outcome.actions.length, "action", "actions")}`;
    case "holds":
      return outcome.everything ? "Nothing breaks within these bounds" : "Nothing breaks in so few actions";
    case "out_of_memory":
      return "Stopped: the memory is full";
    case "nothing_to_check":
      return "Nothing is left to break";
  }
}

/**
 * What a result means, and no more than that.
 * @param {SearchOutcome} outcome How the search ended.
 * @param {SearchProgress} progress How far it was.
 * @returns {string} Sentences.
 */
export function meaning(outcome, progress) {
  const states = counted(progress.states, "state", "states");
  switch (outcome.kind) {
    case "broken":
      return `No run within these bounds breaks a promise in fewer actions: all were looked at.`;
    case "holds":
      return outcome.everything
        ? `All ${states} that can be reached were looked at, the farthest ${counted(progress.by_depth.length - 1, "action", "actions")} away. What lies beyond the bounds was not.`
        : `All ${states} that can be reached in ${counted(progress.by_depth.length - 1, "action", "actions")} were looked at. Longer runs were not.`;
    case "out_of_memory":
      return `Up to ${counted(progress.depth, "action", "actions")} nothing breaks. Of longer runs nothing is known. Lower a bound, and try again.`;
    case "nothing_to_check":
      return "At this moment every promise of the protocol is broken already. Go to an earlier step, and try again.";
  }
}

/**
 * How far a search is, for people who listen.
 * @param {SearchProgress} progress How far.
 * @returns {string} A sentence.
 */
export function progressSentence({ states, depth }) {
  return `${counted(states, "state", "states")} so far. Up to ${counted(depth, "action", "actions")} nothing breaks.`;
}

/**
 * What was done, in the words of the page's buttons.
 * @param {string} line An action line.
 * @returns {{ does: string, what: string }} For `prompt dick timeout`: “Time out” and “dick”.
 */
export function doing(line) {
  const [verb = "", ...rest] = line.split(" ");
  const what = rest.join(" ");
  if (verb === "prompt") {
    const [server = "", ...prompt] = rest;
    const title = { timeout: "Time out", heartbeat: "Heartbeat", resend: "Resend" }[prompt[0] ?? ""];
    return { does: title ?? prompt.join(" "), what: [server, ...prompt.slice(1)].join(" ") };
  }
  if (verb === "client") return { does: "Client to", what: `${rest[0] ?? ""}: ${rest.slice(1).join(" ")}` };
  return { does: `${verb[0]?.toUpperCase() ?? ""}${verb.slice(1)}`, what };
}
