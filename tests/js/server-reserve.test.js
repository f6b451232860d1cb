// How much room the cards keep, so that nothing below them moves while somebody steps.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createReserve } from "../../www/servers/reserve.js";

/** @import { Entry, Frame, Outline } from "../../pkg/catchup.js" */

/**
 * @param {number} first The first index.
 * @param {number} last The last index.
 * @returns {Entry[]} Entries from the one to the other.
 */
const entries = (first, last) => Array.from({ length: last - first + 1 }, (_, place) => ({ index: first + place, term: 0, command: "set a 1" }));

/**
 * @param {number} length The length of the one log.
 * @param {number} followers Of how many followers the server keeps numbers.
 * @returns {Frame} A moment with one server.
 */
const frame = (length, followers = 0) => {
  const progress = Array.from({ length: followers }, () => ({ peer: "tom", match_index: 0, next_index: 1 }));
  const server = { name: "dick", up: true, role: /** @type {const} */ ("leader"), term: 0, voted_for: null, log: entries(1, length), store: [], progress, applied: length, facts: [], prompts: [], waiting: [], full: false, damaged: [], repeated: [] };
  return { moment: 0, events: [], servers: [server], in_flight: [], links_cut: [], reference: null, invariants: [], writes: [] };
};

/** @type {Outline} */
const appended = { kind: "appended", server: "tom", reach: 5 };
/** @type {Outline} */
const compared = { kind: "compared" };
/** @type {Outline} */
const truncated = { kind: "truncated", server: "tom", reach: 9 };

const room = { room: "sandbox", protocol: "walk_back" };

test("the recorded future counts as well as the moment", () => {
  assert.deepEqual(createReserve().of({ ...room, history: [[], [appended]], frame: frame(2) }), { rows: 5, marks: false, leaders: 0 });
  assert.deepEqual(createReserve().of({ ...room, history: [[], [appended], [compared]], frame: frame(7) }), { rows: 7, marks: true, leaders: 0 });
  assert.deepEqual(createReserve().of({ ...room, history: [[], [truncated]], frame: frame(4, 1) }), { rows: 9, marks: true, leaders: 1 });
});

test("a leader of a term that lies ahead needs marks, one without terms does not", () => {
  const nominated = (/** @type {number} */ term) => /** @type {Outline} */ ({ kind: "nominated", server: "dick", term });
  assert.equal(createReserve().of({ ...room, history: [[], [nominated(1)]], frame: frame(2) }).marks, true);
  assert.equal(createReserve().of({ ...room, history: [[], [nominated(0)]], frame: frame(2) }).marks, false);
  const elected = (/** @type {string} */ server) => /** @type {Outline} */ ({ kind: "elected", server, term: 2 });
  assert.equal(createReserve().of({ ...room, history: [[], [nominated(1)], [elected("tom")], [elected("dick")]], frame: frame(2) }).leaders, 2, "each has room for its own");
});

test("a run without entries keeps no room for any", () => {
  assert.deepEqual(createReserve().of({ ...room, history: [[], [compared]], frame: frame(0) }), { rows: 0, marks: true, leaders: 0 });
});

test("room that was needed once is kept when the future is dropped", () => {
  const reserve = createReserve();
  reserve.of({ ...room, history: [[], [appended], [compared]], frame: frame(2) });
  assert.deepEqual(reserve.of({ ...room, history: [[]], frame: frame(2) }), { rows: 5, marks: true, leaders: 0 });
});

test("another room or protocol needs its own", () => {
  const reserve = createReserve();
  reserve.of({ ...room, history: [[], [appended], [compared]], frame: frame(2) });
  assert.deepEqual(reserve.of({ room: "sandbox", protocol: "ask_length", history: [[]], frame: frame(2) }), { rows: 2, marks: false, leaders: 0 });
});
