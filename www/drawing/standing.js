// How a server stands where servers vote: what it is, whom it follows, how many voted for it, how many it reaches, and what
// is committed as far as it knows. Pure functions of the frame, and of who was elected before.

import { lookAtEvents, sharedMoments } from "./history.js";
import { say } from "../words/say.js";

/** @import { Entry, Fact, Frame, Message, Outline, ServerFrame } from "../../pkg/catchup.js" */

/**
 * A vote that a candidate needs: a yes that was counted, a yes that is in flight, or one that is still open.
 * @typedef {"yes" | "air" | "open"} Ballot
 */

/**
 * @typedef {object} Standing
 * @property {"leader" | "stale leader" | "candidate" | "follower" | "down"} role A leader is stale once somebody was elected for a later term.
 * @property {boolean} voter Whether it votes, as far as it knows; true when it is down and knows nothing.
 * @property {string | null} follows Whom it last heard from as the leader; null for nobody.
 * @property {readonly Ballot[]} ballots As many as a candidate needs; none for the others.
 * @property {number} counted How many of them were counted, also when that is more than it needs.
 * @property {{ reached: number, voters: number } | null} reach How many voters a leader reaches, itself counted; null for the others.
 */

/** What says each role. @type {Readonly<Record<Standing["role"], string>>} */
const roles = { leader: "role-leader", "stale leader": "role-stale-leader", candidate: "role-candidate", follower: "role-follower", down: "role-down" };

/**
 * @param {Standing["role"]} role What a server is.
 * @returns {string} The same in words.
 */
export function roleName(role) {
  return say(roles[role]);
}

/**
 * How a server stands.
 * @param {Frame} frame The moment.
 * @param {ServerFrame} server One of its servers.
 * @param {number} latest The latest term for which somebody was elected so far.
 * @returns {Standing} All of it.
 */
export function standingOf(frame, server, latest) {
  const { name, up, role, term } = server;
  const voters = factOf(server, "voters")?.servers;
  const votes = factOf(server, "votes");
  const stale = role === "leader" && latest > term;
  return {
    role: !up || role === null ? "down" : stale ? "stale leader" : role,
    voter: voters?.includes(name) ?? true,
    follows: factOf(server, "leader")?.servers?.[0] ?? null,
    ballots: votes ? ballotsOf(frame, server, votes) : [],
    counted: votes?.servers?.length ?? 0,
    reach: role === "leader" && voters ? { reached: voters.filter((voter) => reaches(frame, name, voter)).length, voters: voters.length } : null,
  };
}

/**
 * Something that a server's memory holds.
 * @param {ServerFrame} server The server.
 * @param {Fact["name"]} name What.
 * @returns {Fact | undefined} Absent where nothing of the kind is kept.
 */
export function factOf({ facts }, name) {
  return facts.find((fact) => fact.name === name);
}

/**
 * The highest index that a server knows to be committed.
 * @param {ServerFrame} server The server.
 * @returns {number | null} Null when it is down, and where nothing is ever committed.
 */
export function commitIndexOf(server) {
  return factOf(server, "commit_index")?.index ?? null;
}

/**
 * The entry that is committed at an index as far as anybody knows who is up.
 * @param {Frame} frame The moment.
 * @param {number} index The index.
 * @returns {Entry | undefined} Absent when none is.
 */
export function committedAt({ servers }, index) {
  return servers.find((server) => (commitIndexOf(server) ?? 0) >= index)?.log[index - 1];
}

/**
 * Makes what remembers elections.
 * @returns {(history: readonly (readonly Outline[])[], cursor: number) => number} The latest term for which somebody was
 *   elected up to a moment; 0 for none. Only moments that it has not seen yet are looked at.
 */
export function createElections() {
  /** @type {readonly (readonly Outline[])[]} */
  let seen = [];
  /** @type {number[]} */
  let latest = [];
  return (history, cursor) => {
    latest.length = sharedMoments(seen, history);
    let term = latest[latest.length - 1] ?? 0;
    lookAtEvents(history, latest.length, history.length, (event, moment) => {
      if (event.kind !== "elected") return;
      while (latest.length < moment) latest.push(term);
      term = Math.max(term, event.term);
    });
    while (latest.length < history.length) latest.push(term);
    seen = history;
    return latest[Math.min(cursor, latest.length - 1)] ?? 0;
  };
}

/**
 * @param {Frame} frame The moment.
 * @param {string} one A server that is up.
 * @param {string} other Another, or the same.
 * @returns {boolean} Whether what the one says can reach the other.
 */
function reaches({ servers, links_cut }, one, other) {
  const cut = links_cut.some((pair) => pair.includes(one) && pair.includes(other));
  return one === other || (!cut && (servers.find(({ name }) => name === other)?.up ?? false));
}

/**
 * @param {Message} message A message.
 * @param {number} term A term.
 * @returns {boolean} Whether it answers a candidate of that term.
 */
export function isVoteIn({ kind, wire }, term) {
  return kind === "vote_response" && termIn(wire) === term;
}

/**
 * @param {string} wire The exact text of a message about votes.
 * @returns {number} Its term, which is the first of its numbers: of all that follows, some may be equal to it.
 */
export function termIn(wire) {
  return Number(wire.split(" ")[1]);
}

/**
 * @param {Frame} frame The moment.
 * @param {ServerFrame} candidate The candidate.
 * @param {Fact} votes Who said yes, and how many have to.
 * @returns {Ballot[]} As many as it needs.
 */
function ballotsOf({ in_flight }, { name, term }, { servers = [], needed = 1 }) {
  const coming = in_flight.filter((message) => message.to === name && isVoteIn(message, term) && message.refusal === undefined && !servers.includes(message.from));
  const air = new Set(coming.map(({ from }) => from)).size;
  return Array.from({ length: needed }, (_, place) => (place < servers.length ? "yes" : place < servers.length + air ? "air" : "open"));
}
