// How an election stands: what each voter has answered a candidate, as far as a person can see. Pure functions of the view.

import { say } from "../words/say.js";
import { factOf, isVoteIn, termIn } from "./standing.js";

/** @import { Frame, Label, Outline, ServerFrame } from "../../pkg/catchup.js" */
/** @import { Ballot } from "./standing.js" */

/**
 * A voter and its vote.
 * @typedef {{ voter: string, box: Ballot | "no", says: string }} Vote
 */

/**
 * @typedef {object} Election
 * @property {string} candidate
 * @property {number} term
 * @property {number} needed How many votes make a leader.
 * @property {readonly Vote[]} votes In the order of the candidate's own configuration.
 */

/**
 * The elections of the latest term for which anybody stands.
 * @param {Frame} frame The moment.
 * @param {readonly (readonly Outline[])[]} history What happened in each moment.
 * @param {number} cursor The moment's number.
 * @returns {Election[]} In order of registration; none where nobody stands.
 */
export function electionsIn(frame, history, cursor) {
  const standing = frame.servers.filter(({ role }) => role === "candidate");
  const term = Math.max(0, ...standing.map((server) => server.term));
  return standing.filter((server) => server.term === term).map((server) => electionOf(frame, server, history, cursor));
}

/**
 * @param {Frame} frame The moment.
 * @param {ServerFrame} server A candidate.
 * @param {readonly (readonly Outline[])[]} history What happened in each moment.
 * @param {number} cursor The moment's number.
 * @returns {Election}
 */
function electionOf(frame, server, history, cursor) {
  const { name, term } = server;
  const counted = factOf(server, "votes");
  const heard = answersTo(name, term, history, cursor);
  const votes = (factOf(server, "voters")?.servers ?? []).map((voter) => ({ voter, ...voteOf(frame, server, voter, counted?.servers ?? [], heard.get(voter)) }));
  return { candidate: name, term, needed: counted?.needed ?? 0, votes };
}

/**
 * @param {Frame} frame The moment.
 * @param {ServerFrame} candidate The candidate.
 * @param {string} voter A voter.
 * @param {readonly string[]} counted Those whose yes it has.
 * @param {Label | undefined} heard What the voter answered, if that has arrived.
 * @returns {{ box: Vote["box"], says: string }}
 */
function voteOf({ in_flight }, { name, term }, voter, counted, heard) {
  if (counted.includes(voter)) return { box: "yes", says: say(voter === name ? "vote-its-own" : "vote-counted") };
  if (heard?.refusal !== undefined) return { box: "no", says: heard.refusal };
  const answer = in_flight.find((message) => message.from === voter && message.to === name && isVoteIn(message, term));
  if (answer) return answer.refusal === undefined ? { box: "air", says: say("vote-yes-in-flight") } : { box: "no", says: say("vote-no-in-flight") };
  const question = in_flight.some((message) => message.from === name && message.to === voter && message.kind === "request_vote" && termIn(message.wire) === term);
  return { box: "open", says: say(question ? "vote-asked" : "vote-not-answered") };
}

/**
 * The answers that a candidate has heard since it stands in its term.
 * @param {string} candidate The candidate.
 * @param {number} term Its term.
 * @param {readonly (readonly Outline[])[]} history What happened in each moment.
 * @param {number} cursor The moment's number.
 * @returns {Map<string, Label>} The last one of each voter, by its name.
 */
function answersTo(candidate, term, history, cursor) {
  const arrived = new Set();
  /** @type {Map<string, Label>} */
  const answers = new Map();
  for (let moment = cursor; moment > 0; moment -= 1) {
    for (const event of history[moment] ?? []) {
      if (event.kind === "delivered") arrived.add(event.id);
      if (event.kind === "timed_out" && event.server === candidate && event.term === term) return answers;
      const message = event.kind === "sent" || event.kind === "duplicated" ? event.message : undefined;
      if (message?.is_vote && message.to === candidate && arrived.has(message.id) && !answers.has(message.from)) answers.set(message.from, message);
    }
  }
  return answers;
}
