// What the cells of the logs say, and what is said of those that are folded away.

import assert from "node:assert/strict";
import { test } from "node:test";
import { askedCells, cellsOf, foldedOf, nameOf, pegsOf, rowsInView, windowRows } from "../../www/drawing/cells.js";
import "./speak.js";

/** @import { Entry, Frame, Message, ServerFrame } from "../../pkg/catchup.js" */
/** @import { View } from "../../www/types.js" */

/**
 * @param {string[]} commands The commands of a log.
 * @returns {Entry[]} That log.
 */
const log = (...commands) => commands.map((command, place) => ({ index: place + 1, term: 0, command }));

/**
 * @param {number} count How many entries.
 * @returns {Entry[]} A log of so many, with short commands.
 */
const short = (count) => log(...Array.from({ length: count }, (_, place) => `set a ${place + 1}`));

/**
 * @param {number} count How many entries.
 * @returns {Entry[]} A log of so many, with long commands.
 */
const long = (count) => log(...Array.from({ length: count }, (_, place) => `set somebody ${place + 1}`));

/**
 * @param {string} name A server.
 * @param {Entry[]} entries Its log.
 * @param {Partial<ServerFrame>} facts What else is known about it.
 * @returns {ServerFrame} All of it.
 */
const server = (name, entries, facts = {}) => ({ name, up: true, role: "follower", term: 0, voted_for: null, log: entries, store: [], progress: [], applied: entries.length, facts: [], prompts: [], waiting: [], full: false, damaged: [], repeated: [], ...facts });

/**
 * @param {ServerFrame[]} servers The servers; the first is the reference.
 * @param {Partial<Frame>} facts What else is known.
 * @returns {Frame} A moment.
 */
const frame = (servers, facts = {}) => ({
  moment: 1,
  events: [],
  servers,
  in_flight: [],
  links_cut: [],
  reference: { server: servers[0]?.name ?? "", leader: true, why: "leader" },
  invariants: [],
  writes: [],
  ...facts,
});

/**
 * @param {Frame} moment A moment.
 * @param {number} place Which of its servers.
 * @returns {string[]} What its cells say.
 */
const said = (moment, place) => {
  const which = moment.servers[place];
  assert.ok(which);
  return cellsOf(moment, which, rowsInView(moment, null)).map(({ index, command, state }) => `${index} ${command} ${state}`);
};

test("a log reaches to its own end, and to the end of the log that it is compared with", () => {
  const moment = frame([server("dick", log("set a 1", "set b 2")), server("tom", log("set a 1")), server("and", log("set a 1", "set b 2", "set c 3"))]);
  assert.deepEqual(said(moment, 0), ["1 set a 1 held", "2 set b 2 held"], "nothing is missing in the reference");
  assert.deepEqual(said(moment, 1), ["1 set a 1 held", "2  missing"]);
  assert.deepEqual(said(moment, 2), ["1 set a 1 held", "2 set b 2 held", "3 set c 3 surplus"]);
});

test("beyond the reference's end, those who are up are compared with each other", () => {
  const head = log("set a 1");
  const moment = frame([
    server("dick", head),
    server("tom", log("set a 1", "set b 2")),
    server("and", log("set a 1", "set b 9")),
    server("harry", log("set a 1", "set b 2"), { up: false, role: null }),
  ]);
  assert.deepEqual(said(moment, 1), ["1 set a 1 held", "2 set b 2 differs"]);
  assert.deepEqual(said(moment, 2), ["1 set a 1 held", "2 set b 9 differs"]);
  assert.deepEqual(said(moment, 3), ["1 set a 1 held", "2 set b 2 surplus"]);
});

test("an entry that lay elsewhere at its sender is repeated, wherever it lies", () => {
  const moment = frame([server("dick", log("set a 1", "set b 2", "set c 3")), server("tom", log("set a 1", "set b 2", "set a 1", "set b 2"), { repeated: [3, 4] })]);
  const tom = moment.servers[1];
  assert.ok(tom);
  assert.deepEqual(
    cellsOf(moment, tom, rowsInView(moment, null)).map(({ marks }) => marks.join(" ")),
    ["", "", "differs repeated", "repeated surplus"],
  );
});

test("a cell's name says everything that is the matter with it, with and without terms", () => {
  const of = (/** @type {Frame} */ moment, /** @type {number} */ place) => {
    const which = moment.servers[place];
    assert.ok(which);
    return cellsOf(moment, which, rowsInView(moment, null)).map(nameOf);
  };
  const inTerm = (/** @type {Entry[]} */ entries, /** @type {number} */ term) => entries.map((entry) => ({ ...entry, term }));
  const dick = server("dick", inTerm(log("set a 1", "set b 2"), 3));
  const entries = inTerm(log("set a 1", "set b 2"), 3).slice(1);
  const message = { id: 7, from: "dick", to: "tom", kind: "append_entries", wire: "", says: "", entries };
  const moment = frame([dick, server("tom", inTerm(log("set a 1"), 2)), server("and", [])], { in_flight: [message] });
  assert.deepEqual(of(moment, 1), ["1 set a 1 of term 2 (differs)", "2 set b 2 of term 3 (on its way)"]);
  assert.deepEqual(of(moment, 2), ["1 missing", "2 missing"]);
  assert.deepEqual(of(frame([server("dick", log("set a 1")), server("tom", log("set a 9"))]), 1), ["1 set a 9 (differs)"]);
  assert.deepEqual(of(frame([server("tom", log("set a 1"), { up: false, role: null, damaged: [1] })]), 0), ["1 damaged"]);
});

test("an entry in flight is on its way, at its own index, and not once it is held", () => {
  const entries = log("set a 1", "set b 2");
  const message = { id: 7, from: "dick", to: "tom", kind: "send_missing", wire: "", says: "", entries };
  const moment = frame([server("dick", entries), server("tom", log("set a 1")), server("and", [])], { in_flight: [message] });
  assert.deepEqual(said(moment, 1), ["1 set a 1 held", "2 set b 2 coming"]);
  assert.deepEqual(said(moment, 2), ["1  missing", "2  missing"]);
});

test("a cell that differs from the reference is marked on both", () => {
  const moment = frame([server("dick", log("set a 1", "set b 2")), server("tom", log("set a 1", "set b 9"))]);
  assert.deepEqual(said(moment, 0), ["1 set a 1 held", "2 set b 2 differs"]);
  assert.deepEqual(said(moment, 1), ["1 set a 1 held", "2 set b 9 differs"]);
});

test("the reference is not marked for a server that is down", () => {
  const moment = frame([server("dick", log("set a 1")), server("tom", log("set a 9"), { up: false, role: null })]);
  assert.deepEqual(said(moment, 0), ["1 set a 1 held"]);
  assert.deepEqual(said(moment, 1), ["1 set a 9 differs"]);
});

test("the same command in another term differs", () => {
  const other = log("set a 1").map((entry) => ({ ...entry, term: 2 }));
  assert.deepEqual(said(frame([server("dick", log("set a 1")), server("tom", other)]), 1), ["1 set a 1 differs"]);
});

test("a damaged entry says nothing else", () => {
  assert.deepEqual(said(frame([server("tom", log("set a 1", "set b 2"), { up: false, role: null, damaged: [2] })]), 0), ["1 set a 1 held", "2  damaged"]);
});

test("twelve entries are all shown, of more the last twelve", () => {
  assert.deepEqual(rowsInView(frame([server("dick", short(12))]), null), { first: 1, last: 12, longest: 12 });
  assert.deepEqual(rowsInView(frame([server("dick", short(44))]), null), { first: 33, last: 44, longest: 44 });
  assert.deepEqual(rowsInView(frame([server("dick", [])]), null), { first: 1, last: 0, longest: 0 });
});

test("long commands need more room, so that half as many are shown", () => {
  assert.deepEqual(rowsInView(frame([server("dick", long(7))]), null), { first: 1, last: 7, longest: 7 });
  assert.deepEqual(rowsInView(frame([server("dick", long(44))]), null), { first: 39, last: 44, longest: 44 });
  assert.deepEqual(rowsInView(frame([server("dick", long(44))]), 3), { first: 3, last: 8, longest: 44 });
});

test("however many entries there are, a window of them is in view", () => {
  const moment = frame([server("dick", short(5000))]);
  assert.deepEqual(rowsInView(moment, 5000), { first: 5001 - windowRows, last: 5000, longest: 5000 });
  assert.deepEqual(rowsInView(moment, -3), { first: 1, last: windowRows, longest: 5000 });
});

test("what a leader believes stands at the index that it is about, also after its last entry", () => {
  const progress = [
    { peer: "tom", match_index: 2, next_index: 3 },
    { peer: "and", match_index: 0, next_index: 3 },
  ];
  const leader = server("dick", short(2), { role: "leader", progress });
  const pegs = pegsOf(frame([leader, server("tom", short(2)), server("and", [])]), leader);
  assert.deepEqual([...pegs], [[2, [{ place: 1, kind: "match" }]], [3, [{ place: 1, kind: "next" }, { place: 2, kind: "next" }]]]);
});

test("the folded entries are told in one line", () => {
  const other = long(44);
  other[11] = { index: 12, term: 0, command: "set somebody other" };
  const two = long(44);
  two[11] = two[12] = { index: 12, term: 0, command: "set somebody other" };
  const moment = frame([
    server("dick", long(44)),
    server("tom", other),
    server("and", long(12)),
    server("harry", []),
    server("every", long(44), { up: false, role: null, damaged: [3] }),
    server("bob", two),
  ]);
  const rows = rowsInView(moment, null);
  assert.deepEqual(
    moment.servers.map((each) => foldedOf(moment, each, rows).says),
    ["1 to 38 agree", "entry 12 differs", "1 to 12 agree, 26 missing", "38 missing", "entry 3 is damaged", "2 of 1 to 38 differ"],
  );
});

test("of folded entries, those beyond the reference's end don't agree with anything", () => {
  const moment = frame([server("dick", long(1)), server("tom", long(44)), server("and", [])]);
  const rows = rowsInView(moment, null);
  assert.deepEqual(moment.servers.map((each) => foldedOf(moment, each, rows).says), ["1 agrees", "1 agrees, 37 surplus", "1 missing"]);
});

test("a failed comparison shows what the other side held", () => {
  const compared = /** @type {const} */ ({ kind: "compared", moment: 1, says: "", agree: false });
  const moment = frame([server("dick", log("set a 1")), server("tom", log("set a 9"))], {
    events: [{ ...compared, cells: [{ server: "dick", index: 1 }, { server: "tom", index: 1 }] }],
  });
  const tom = moment.servers[1];
  assert.ok(tom);
  assert.equal(cellsOf(moment, tom, rowsInView(moment, null))[0]?.found, "dick has set a 1");
  assert.equal(cellsOf(moment, tom, rowsInView(moment, null)).map(nameOf)[0], "1 set a 9 (differs); dick has set a 1");
});

test("who has no entry at the compared index is not said to have nothing", () => {
  const compared = /** @type {const} */ ({ kind: "compared", moment: 1, says: "", agree: false });
  const moment = frame([server("dick", log("set a 1", "set b 2")), server("tom", log("set a 1"))], {
    events: [{ ...compared, cells: [{ server: "tom", index: 2 }, { server: "dick", index: 2 }] }],
  });
  const dick = moment.servers[0];
  assert.ok(dick);
  assert.equal(cellsOf(moment, dick, rowsInView(moment, null))[1]?.found, "tom has no entry 2");
});

test("a promise that was broken marks what it names, missing entries too, and then nobody knows what will be removed", () => {
  const tom = server("tom", log("set a 1", "set b 2"), { facts: [{ name: "commit_index", title: "", index: 2 }] });
  const dick = server("dick", log("set a 9"), { facts: [{ name: "commit_index", title: "", index: 0 }] });
  /** @type {Frame["invariants"][number]} */
  const broken = { id: "leader_completeness", title: "", kind: "always", holds: false, says: "", names: [], broken_at: 1, cells: [{ server: "dick", index: 2 }, { server: "dick", index: 1 }] };
  const names = (/** @type {Frame} */ moment) => cellsOf(moment, dick, rowsInView(moment, null)).map(nameOf);
  assert.deepEqual(names(frame([tom, dick], { invariants: [broken] })), ["1 set a 9 (not committed, breaks a promise, differs)", "2 breaks a promise, missing"]);
  assert.deepEqual(names(frame([tom, dick])), ["1 set a 9 (not committed, will be removed)", "2 missing"]);
  assert.deepEqual(names(frame([tom, dick], { invariants: [{ ...broken, id: "logs_agree" }] }))[1], "2 missing", "what has marks of its own gets no other");
});

/**
 * @param {Frame} frame A moment at which a lesson asks of message 7.
 * @param {string | null} said What the person said; null as long as it was nothing.
 * @returns {View} That moment.
 */
const asking = (frame, said = null) => /** @type {View} */ ({ frame, lesson: { question: { message: 7, said } } });

/**
 * @param {Frame} frame A moment at which a lesson asks.
 * @param {number} place Which of its servers.
 * @returns {string[]} What its cells say.
 */
function saidWhileAsking(frame, place) {
  const which = frame.servers[place];
  assert.ok(which);
  const asked = askedCells(asking(frame));
  return cellsOf(frame, which, rowsInView(frame, null, asked), asked?.server === which.name ? asked.indexes : []).map(nameOf);
}

/** @param {Partial<Message>} facts What is known of message 7. @returns {Message} That message. */
const seventh = (facts) => /** @type {Message} */ ({ id: 7, from: "dick", to: "tom", kind: "send_missing", wire: "dick@send_missing", ...facts });

test("while a lesson asks of entries on their way, the cells that they would fill don’t tell", () => {
  const both = [seventh({ entries: log("set a 1", "set b 2") }), seventh({ id: 8, to: "and", entries: log("set a 1", "set b 2") })];
  const moment = frame([server("dick", log("set a 1", "set b 2")), server("tom", log("set a 1")), server("and", [])], { in_flight: both });
  assert.deepEqual(saidWhileAsking(moment, 1), ["1 set a 1", "2 asked about"]);
  assert.deepEqual(saidWhileAsking(moment, 2), ["1 set a 1 (on its way)", "2 set b 2 (on its way)"]);
  assert.equal(askedCells(asking(moment, "Done.")), null);
});

test("while a lesson asks of a write, the cell that it would fill doesn’t tell, also beyond all logs", () => {
  const write = (/** @type {string} */ wire) => frame([server("dick", log("set a 1")), server("tom", log("set a 1"))], { in_flight: [seventh({ from: "client", kind: "request", wire })] });
  assert.deepEqual(saidWhileAsking(write("client@set b 9"), 1), ["1 set a 1", "2 asked about"]);
  assert.deepEqual(saidWhileAsking(write("client@set b 9"), 0), ["1 set a 1"]);
  assert.deepEqual(saidWhileAsking(write("client@get b"), 1), ["1 set a 1"]);
});

test("an entry that this step appended is new, at its own server alone", () => {
  const moment = frame([server("dick", short(3)), server("tom", short(3))], { events: [{ moment: 1, says: "", names: [], kind: "appended", server: "tom", entries: [{ index: 3, term: 0, command: "set a 3" }] }] });
  const fresh = moment.servers.map((which) => cellsOf(moment, which, rowsInView(moment, null)).map((cell) => cell.fresh));
  assert.deepEqual(fresh, [[false, false, false], [false, false, true]]);
});
