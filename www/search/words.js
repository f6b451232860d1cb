// What the view says: of bounds, of how far a search is, and of how it ended.

/** @import { SearchOutcome, SearchProgress, SearchRescue } from "../../pkg/search/catchup.js" */

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

/** Of the nearest run that does not break. */
export const nearest = {
  title: "The nearest that holds",
  looking: "Looking for the nearest run that does not break …",
  differs: "differs here",
  instead: "instead",
  nothingFollows: "Nothing is in flight any more.",
  /**
   * @param {number} count How many actions.
   * @returns {string} That they are the same.
   */
  same: (count) => (count === 1 ? "Action 1 is the same." : count === 2 ? "Actions 1 and 2 are the same." : `Actions 1 to ${count} are the same.`),
  /**
   * @param {SearchRescue} rescue How looking for it ended.
   * @param {number} count How many actions the run has that breaks.
   * @returns {string} What it means.
   */
  means(rescue, count) {
    if (rescue.kind === "never") return "Where the search began, nothing helped any more: in whatever order the messages in flight arrive, a promise breaks.";
    if (rescue.kind === "out_of_memory") return "There are more orders in which the messages in flight can arrive than fit into memory, so what would have helped is not known.";
    const { same, actions } = rescue;
    if (actions.length === 0 && same === count - 1) return `Without action ${count}, nothing is in flight and every promise is kept.`;
    if (actions.length === 0) return `Without action ${same + 1}, nothing is in flight and every promise is kept. After it, a promise breaks in whatever order the messages in flight arrive.`;
    if (same === count - 1) return `Before action ${count}, there is still an order in which all messages in flight arrive and every promise is kept.`;
    return `After action ${same + 1}, a promise breaks in whatever order the messages in flight arrive. Before it, there is still an order in which all of them arrive and every promise is kept.`;
  },
};

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
