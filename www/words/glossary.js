// The glossary: every word of the trade that the page uses. What they mean stands in the catalogues `later/glossary.ftl`.

/** @import { Word } from "./glossary-words.js" */

/** Where the Raft paper lies. */
export const paperAddress = "https://raft.github.io/raft.pdf";

/**
 * The messages that explain a word. `word` is the word itself, and `section` where the Raft paper has it; absent where it has not.
 * @type {Record<Word, { word: string, says: string, section?: string }>}
 */
export const glossary = {
  client: { word: "glossary-client-word", says: "glossary-client" },
  server: { word: "glossary-server-word", says: "glossary-server" },
  protocol: { word: "glossary-protocol-word", says: "glossary-protocol" },
  log: { word: "glossary-log-word", says: "glossary-log", section: "glossary-log-section" },
  entry: { word: "glossary-entry-word", says: "glossary-entry", section: "glossary-entry-section" },
  index: { word: "glossary-index-word", says: "glossary-index" },
  command: { word: "glossary-command-word", says: "glossary-command" },
  append: { word: "glossary-append-word", says: "glossary-append" },
  store: { word: "glossary-store-word", says: "glossary-store", section: "glossary-store-section" },
  applied: { word: "glossary-applied-word", says: "glossary-applied", section: "glossary-applied-section" },
  disk: { word: "glossary-disk-word", says: "glossary-disk" },
  memory: { word: "glossary-memory-word", says: "glossary-memory" },
  kill: { word: "glossary-kill-word", says: "glossary-kill" },
  link: { word: "glossary-link-word", says: "glossary-link" },
  message: { word: "glossary-message-word", says: "glossary-message" },
  "in flight": { word: "glossary-in-flight-word", says: "glossary-in-flight" },
  leader: { word: "glossary-leader-word", says: "glossary-leader", section: "glossary-leader-section" },
  follower: { word: "glossary-follower-word", says: "glossary-follower", section: "glossary-follower-section" },
  nominate: { word: "glossary-nominate-word", says: "glossary-nominate" },
  term: { word: "glossary-term-word", says: "glossary-term", section: "glossary-term-section" },
  level: { word: "glossary-level-word", says: "glossary-level" },
  match: { word: "glossary-match-word", says: "glossary-match", section: "glossary-match-section" },
  next: { word: "glossary-next-word", says: "glossary-next", section: "glossary-next-section" },
  hint: { word: "glossary-hint-word", says: "glossary-hint", section: "glossary-hint-section" },
  resend: { word: "glossary-resend-word", says: "glossary-resend" },
  settle: { word: "glossary-settle-word", says: "glossary-settle" },
  step: { word: "glossary-step-word", says: "glossary-step" },
  refused: { word: "glossary-refused-word", says: "glossary-refused" },
  declined: { word: "glossary-declined-word", says: "glossary-declined" },
  compared: { word: "glossary-compared-word", says: "glossary-compared" },
  surplus: { word: "glossary-surplus-word", says: "glossary-surplus" },
  repeated: { word: "glossary-repeated-word", says: "glossary-repeated" },
  promise: { word: "glossary-promise-word", says: "glossary-promise" },
  goal: { word: "glossary-goal-word", says: "glossary-goal" },
  "wire text": { word: "glossary-wire-text-word", says: "glossary-wire-text" },
  "power cut": { word: "glossary-power-cut-word", says: "glossary-power-cut" },
  election: { word: "glossary-election-word", says: "glossary-election", section: "glossary-election-section" },
  timeout: { word: "glossary-timeout-word", says: "glossary-timeout", section: "glossary-timeout-section" },
  candidate: { word: "glossary-candidate-word", says: "glossary-candidate", section: "glossary-candidate-section" },
  vote: { word: "glossary-vote-word", says: "glossary-vote", section: "glossary-vote-section" },
  voter: { word: "glossary-voter-word", says: "glossary-voter", section: "glossary-voter-section" },
  majority: { word: "glossary-majority-word", says: "glossary-majority", section: "glossary-majority-section" },
  "split vote": { word: "glossary-split-vote-word", says: "glossary-split-vote", section: "glossary-split-vote-section" },
  heartbeat: { word: "glossary-heartbeat-word", says: "glossary-heartbeat", section: "glossary-heartbeat-section" },
  commit: { word: "glossary-commit-word", says: "glossary-commit", section: "glossary-commit-section" },
  "commit index": { word: "glossary-commit-index-word", says: "glossary-commit-index", section: "glossary-commit-index-section" },
  no_op: { word: "glossary-no-op-word", says: "glossary-no-op", section: "glossary-no-op-section" },
  "stale leader": { word: "glossary-stale-leader-word", says: "glossary-stale-leader" },
  partition: { word: "glossary-partition-word", says: "glossary-partition" },
  "stale read": { word: "glossary-stale-read-word", says: "glossary-stale-read", section: "glossary-stale-read-section" },
  configuration: { word: "glossary-configuration-word", says: "glossary-configuration", section: "glossary-configuration-section" },
  rule: { word: "glossary-rule-word", says: "glossary-rule" },
  paper: { word: "glossary-paper-word", says: "glossary-paper" },
};
