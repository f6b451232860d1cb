// How servers stand where servers vote: what they are, whom they reach, and what is known to be committed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { cellsOf, nameOf, rowsInView } from "../../www/drawing/cells.js";
import { commitIndexOf, committedAt, createElections, standingOf } from "../../www/drawing/standing.js";
import { whatNext } from "../../www/session/next.js";
import "./speak.js";

/** @import { Entry, Fact, Frame, Message, Outline, ServerFrame } from "../../pkg/catchup.js" */

const voters = ["every", "tom", "dick", "and", "harry"];

/**
 * @param {string} name A server.
 * @param {Partial<ServerFrame>} more What is known about it.
 * @param {number} [commit] Its commit index.
 * @returns {ServerFrame} All of it.
 */
function server(name, more = {}, commit = 0) {
  const facts = /** @type {const} */ ([{ name: "commit_index", title: "", index: commit }, { name: "voters", title: "", servers: voters }]);
  const common = { name, up: true, role: /** @type {const} */ ("follower"), term: 2, voted_for: null, log: [], store: [], progress: [], applied: commit, prompts: [], waiting: [], full: false, damaged: [], repeated: [], ...more };
  return { ...common, facts: common.up ? [...facts, ...(more.facts ?? [])] : [] };
}

/**
 * @param {ServerFrame[]} servers The servers.
 * @param {Partial<Frame>} [more] What else is known.
 * @returns {Frame} A moment.
 */
const frame = (servers, more = {}) => ({ moment: 1, events: [], servers, in_flight: [], links_cut: [], reference: { server: servers[0]?.name ?? "", leader: true, why: "leader" }, invariants: [], writes: [], ...more });

/**
 * @param {[number, string][]} entries Terms and commands.
 * @returns {Entry[]} A log.
 */
const log = (...entries) => entries.map(([term, command], place) => ({ index: place + 1, term, command }));

/**
 * @param {string} from Who votes.
 * @param {string} rest What follows its name on the wire.
 * @param {Partial<Message>} [more] What else there is.
 * @returns {Message} An answer in flight to tom.
 */
const vote = (from, rest, more = {}) => ({ id: 1, from, to: "tom", kind: "vote_response", wire: `${from}@vote_response ${rest}`, says: "", ...more });

test("a candidate has a box for each vote that it needs: counted, in the air, or open", () => {
  /** @type {Fact} */
  const votes = { name: "votes", title: "1 of 3 votes", servers: ["tom"], needed: 3 };
  const tom = server("tom", { role: "candidate", term: 3, facts: [votes] });
  const others = ["every", "dick", "and", "harry"].map((name) => server(name));
  const inFlight = [vote("and", "3 true"), vote("harry", "3 false", { refusal: "no: voted already" }), vote("dick", "2 true")];
  const { role, ballots, counted } = standingOf(frame([tom, ...others], { in_flight: inFlight }), tom, 0);
  assert.deepEqual([role, counted, ballots], ["candidate", 1, ["yes", "air", "open"]], "a no and a yes of an earlier term are not in the air");
});

test("a leader reaches the voters that are up and linked, and itself", () => {
  const dick = server("dick", { role: "leader" });
  const down = { up: false, role: null };
  const servers = [server("every", down), server("tom"), dick, server("and"), server("harry"), server("bob")];
  const { role, reach } = standingOf(frame(servers, { links_cut: [["dick", "harry"], ["tom", "and"]] }), dick, 2);
  assert.deepEqual([role, reach], ["leader", { reached: 3, voters: 5 }], "bob does not vote");
  assert.deepEqual(standingOf(frame([dick]), dick, 2).reach, { reached: 1, voters: 5 }, "nobody reaches who is not there");
});

test("a leader is stale once somebody was elected for a later term, and knows nothing of it", () => {
  const dick = server("dick", { role: "leader", term: 2 });
  assert.equal(standingOf(frame([dick]), dick, 3).role, "stale leader");
  assert.equal(standingOf(frame([dick]), dick, 2).role, "leader");
  const bob = server("bob", { facts: [{ name: "leader", title: "", servers: ["dick"] }] });
  assert.deepEqual([standingOf(frame([bob]), bob, 2).voter, standingOf(frame([bob]), bob, 2).follows], [false, "dick"]);
  const down = server("tom", { up: false, role: null });
  assert.equal(standingOf(frame([down]), down, 2).voter, true, "who is down knows nothing, and is not said to have no vote");
});

test("elections are remembered up to the moment that is shown, and a run that was changed is looked at again", () => {
  /** @type {(term: number) => Outline[]} */
  const elected = (term) => [{ kind: "elected", server: "tom", term }];
  const history = [[], elected(3), [], elected(2)];
  const latest = createElections();
  assert.deepEqual([0, 1, 2, 3].map((moment) => latest(history, moment)), [0, 3, 3, 3], "who is elected late for an earlier term is not the latest");
  assert.equal(latest([...history.slice(0, 1), [], elected(1)], 2), 1);
});

test("cells say whether they are committed as far as their server knows, and nothing when it knows nothing", () => {
  const entries = log([1, "no_op"], [2, "set b 9"]);
  const moment = frame([server("every", { log: entries }, 1), server("tom", { log: entries, up: false, role: null }), server("dick", { log: entries.slice(0, 1) }, 1)]);
  const named = moment.servers.map((one) => cellsOf(moment, one, rowsInView(moment, null)).map(nameOf));
  assert.deepEqual(named, [
    ["1 no_op of term 1 (committed)", "2 set b 9 of term 2 (not committed)"],
    ["1 no_op of term 1", "2 set b 9 of term 2"],
    ["1 no_op of term 1 (committed)", "2 missing"],
  ]);
  assert.deepEqual(moment.servers.map(commitIndexOf), [1, null, 1]);
});

test("an entry goes where another one is committed, and neither of both differs then", () => {
  const moment = frame([server("every", { log: log([1, "no_op"], [3, "no_op"]) }, 2), server("harry", { log: log([1, "no_op"], [2, "set b 9"]) }, 1)]);
  const [every, harry] = moment.servers;
  assert.ok(every && harry);
  assert.deepEqual(cellsOf(moment, harry, rowsInView(moment, null)).map(nameOf)[1], "2 set b 9 of term 2 (not committed, will be removed)");
  assert.deepEqual(cellsOf(moment, every, rowsInView(moment, null)).map(({ marks }) => marks.length), [0, 0]);
  assert.equal(committedAt(moment, 2)?.command, "no_op");
  const open = frame([server("every", { log: log([3, "no_op"]) }), server("harry", { log: log([2, "set b 9"]) })]);
  assert.equal(cellsOf(open, /** @type {ServerFrame} */ (open.servers[1]), rowsInView(open, null)).map(nameOf)[0], "1 set b 9 of term 2 (not committed, differs)");
});

test("what a run's end offers of a server that votes reads as on its plate", () => {
  const prompts = [{ name: "timeout", title: "Time out" }];
  const servers = [server("every", { prompts, log: log([1, "no_op"]) }), server("tom")];
  const { offers } = whatNext({ catalog: { protocols: [], lessons: [], storm: [], defaults: { lesson: "" }, limits: { servers: 9, entries: 10_000 } }, frame: frame(servers), cursor: 1, length: 1, room: "sandbox", lesson: null });
  assert.equal(offers[0]?.label, "Time out every");
});
