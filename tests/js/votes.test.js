// How an election stands, voter by voter.

import assert from "node:assert/strict";
import { test } from "node:test";
import { electionsIn } from "../../www/drawing/votes.js";
import "./speak.js";

/** @import { Frame, Message, Outline, ServerFrame } from "../../pkg/catchup.js" */

const voters = ["every", "tom", "dick", "and", "harry", "bob"];

/**
 * @param {string} name A server.
 * @param {number} term Its term.
 * @param {string[] | null} votes Who votes for it, when it stands.
 * @returns {ServerFrame}
 */
const server = (name, term, votes) => ({
  name,
  up: true,
  role: votes ? "candidate" : "follower",
  term,
  voted_for: null,
  log: [],
  store: [],
  progress: [],
  applied: 0,
  facts: [{ name: "voters", title: "", servers: voters }, ...(votes ? [{ name: /** @type {const} */ ("votes"), title: "", servers: votes, needed: 4 }] : [])],
  prompts: [],
  waiting: [],
  full: false,
  damaged: [],
  repeated: [],
});

/** @type {(id: number, from: string, to: string, kind: string, wire: string, refusal?: string) => Message} */
const message = (id, from, to, kind, wire, refusal) => ({ id, from, to, kind, wire: `${from}@${wire}`, says: "", ...(refusal && { refusal }) });

/** @type {(id: number, from: string, refusal?: string) => Outline} */
const answer = (id, from, refusal) => ({ kind: "sent", message: { id, from, to: "tom", says: "", is_vote: true, ...(refusal && { refusal }) } });

/** @type {(servers: ServerFrame[], inFlight: Message[]) => Frame} */
const frame = (servers, inFlight) => ({ moment: 1, events: [], servers, in_flight: inFlight, links_cut: [], reference: null, invariants: [], writes: [] });

test("each voter has said yes or no, or is about to, or was asked, or is silent", () => {
  const inFlight = [message(7, "and", "tom", "vote_response", "vote_response 3 true"), message(8, "tom", "bob", "request_vote", "request_vote 3 0 0"), message(2, "harry", "tom", "vote_response", "vote_response 2 true")];
  /** @type {Outline[][]} */
  const history = [[], [answer(1, "harry", "no: voted already")], [{ kind: "delivered", id: 1 }], [{ kind: "timed_out", server: "tom", term: 3 }], [answer(9, "dick", "no: has a newer log")], [{ kind: "delivered", id: 9 }], [answer(10, "harry", "no: voted already")]];
  const [election, ...others] = electionsIn(frame([server("tom", 3, ["every", "tom"]), server("dick", 2, ["dick"])], inFlight), history, 6);
  assert.deepEqual(others, [], "who stands in an earlier term has been overtaken");
  assert.deepEqual([election?.candidate, election?.term, election?.needed], ["tom", 3, 4]);
  assert.deepEqual(election?.votes.map(({ voter, box, says }) => `${voter}: ${box}, ${says}`), [
    "every: yes, yes, counted",
    "tom: yes, yes, its own",
    "dick: no, no: has a newer log",
    "and: air, yes, in flight",
    "harry: open, has not answered",
    "bob: open, asked, in flight",
  ]);
});

test("a question of an earlier term is not taken for one of this, though another number in it is equal", () => {
  const inFlight = [message(1, "tom", "bob", "request_vote", "request_vote 2 3 1"), message(3, "tom", "dick", "request_vote", "request_vote 3 3 1")];
  const [election] = electionsIn(frame([server("tom", 3, ["tom"])], inFlight), [[]], 0);
  const told = election?.votes.filter(({ voter }) => voter === "bob" || voter === "dick").map(({ voter, says }) => `${voter}: ${says}`);
  assert.deepEqual(told, ["dick: asked, in flight", "bob: has not answered"]);
});

test("nobody stands, and there is no election", () => {
  assert.deepEqual(electionsIn(frame([server("tom", 3, null)], []), [[]], 0), []);
});
