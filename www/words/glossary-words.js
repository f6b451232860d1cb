// The words that are explained in the glossary, in the forms in which stories use them. The explanations are
// loaded with the help; a test sees to it that each word has one.

/** Forms of words that don't begin as their entry in the glossary does. */
const forms = { entries: "entry", nominates: "nominate", nominated: "nominate", nomination: "nominate", elected: "election", elections: "election", messages: "message", servers: "server", commands: "command", followers: "follower", terms: "term", hints: "hint", elect: "election", stores: "store", timeouts: "timeout", candidates: "candidate", votes: "vote", voters: "voter", heartbeats: "heartbeat", committed: "commit", rules: "rule" };

/** The words of the glossary, as its entries are known. */
export const words = /** @type {const} */ ([
  "client",
  "server",
  "log",
  "entry",
  "index",
  "command",
  "store",
  "disk",
  "memory",
  "message",
  "in flight",
  "leader",
  "follower",
  "nominate",
  "term",
  "level",
  "match",
  "next",
  "hint",
  "resend",
  "settle",
  "step",
  "refused",
  "declined",
  "compared",
  "surplus",
  "repeated",
  "promise",
  "goal",
  "wire text",
  "power cut",
  "election",
  "timeout",
  "candidate",
  "vote",
  "voter",
  "majority",
  "split vote",
  "heartbeat",
  "commit",
  "no_op",
  "partition",
  "stale read",
  "configuration",
  "rule",
  "paper",
]);

/** @typedef {(typeof words)[number]} Word */

/**
 * @param {string} text A word as a story has it, such as "nominated".
 * @returns {Word | undefined} The glossary's word for it; absent when it has none.
 */
export function wordFor(text) {
  const form = Object.entries(forms).find(([known]) => known === text)?.[1] ?? text;
  return words.find((word) => word === form);
}
