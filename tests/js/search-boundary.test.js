// The WebAssembly that searches, as the page's worker uses it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { Ahead, Search, bounds, initSync, setSpeaker } from "../../pkg/search/catchup.js";
import { say } from "../../www/words/say.js";
import "./speak.js";

/** @import { AheadProgress, Order, SearchOutcome, SearchProgress } from "../../pkg/search/catchup.js" */

before(() => {
  initSync({ module: readFileSync(new URL("../../pkg/search/catchup_bg.wasm", import.meta.url)) });
  setSpeaker({ say });
});

/** @type {Order} */
const order = { script: "protocol raft\nservers every tom dick\n", moment: 0, at_most: [["timeouts", 2]], megabytes: 64 };

/**
 * @param {Search} search A search.
 * @returns {SearchProgress & { outcome: SearchOutcome }} How it ended.
 */
function end(search) {
  for (;;) {
    const progress = /** @type {SearchProgress} */ (search.advance(5_000));
    if (progress.outcome !== null) return { ...progress, outcome: progress.outcome };
  }
}

test("what is found is told as action lines, with what the last of them breaks", () => {
  const script = "protocol raft\nwithout vote_on_disk\nservers every tom dick\n";
  const { outcome } = end(new Search({ ...order, script, at_most: [["timeouts", 2], ["kills", 1]] }));
  assert.ok(outcome.kind === "broken");
  assert.equal(outcome.actions.length, 8);
  assert.equal(outcome.actions[0], "prompt every timeout");
  assert.deepEqual(outcome.broken, [{ id: "election_safety", title: "Election safety", says: "Term 1 has had two leaders: every and dick." }]);
});

test("beside what breaks is told what still helped, until nothing is in flight", () => {
  const search = new Search({ ...order, script: "protocol ask_length\nservers every tom\n", at_most: [["writes", 2]] });
  assert.equal(search.way_back(), undefined);
  const { outcome } = end(search);
  assert.ok(outcome.kind === "broken");
  const rescue = search.way_back()?.advance(1_000);
  assert.deepEqual(rescue, { kind: "found", same: 2, actions: [], nearest: true });
});

test("from one moment is told how far each action is from what breaks, up to so many actions", () => {
  const script = "protocol ask_length\nservers every tom\nclient every set a 1\ndeliver 1\nclient tom set a 2\n";
  const ahead = new Ahead({ ...order, script, moment: 3, at_most: [], depth: 3 });
  let progress = /** @type {AheadProgress} */ (ahead.advance(1));
  while (progress.goes_on) progress = /** @type {AheadProgress} */ (ahead.advance(1));
  const distances = Object.fromEntries(progress.rows.map(({ line, breaks_in }) => [line, breaks_in]));
  assert.equal(progress.looked_at, 3);
  assert.equal(distances["deliver 3"], 1);
  assert.equal(distances["deliver 2"], 2);
  assert.equal(distances["kill tom"], 3);
  assert.equal(distances["drop 3"], null);
});

test("what the client could say first is told of, too, and what it can’t is passed over", () => {
  const ahead = new Ahead({ ...order, script: "protocol ask_length\nservers every tom\ndisk tom 0 set a 1\n", at_most: [], depth: 3, plans: ["client every set b 2", "client nobody show", "kill tom", "…"] });
  let progress = /** @type {AheadProgress} */ (ahead.advance(10));
  while (progress.goes_on) progress = /** @type {AheadProgress} */ (ahead.advance(10));
  const requests = progress.rows.filter(({ line }) => line.startsWith("client ") && !line.endsWith("youre_the_leader"));
  assert.deepEqual(requests, [{ line: "client every set b 2", actions: 1, breaks_in: 2 }]);
});

test("what a button does in one go is told of under what it was asked for, with each of its actions counted", () => {
  const script = "protocol ask_length\nservers every tom\nclient every set a 1\nclient tom set a 2\n";
  const plans = ["settle", "kill tom\nrestart tom", "cut every tom\nkill nobody", "kill every\nsettle"];
  const ahead = new Ahead({ ...order, script, moment: 2, at_most: [], depth: 3, plans });
  let progress = /** @type {AheadProgress} */ (ahead.advance(10));
  while (progress.goes_on) progress = /** @type {AheadProgress} */ (ahead.advance(10));
  assert.deepEqual(progress.rows.filter(({ actions }) => actions > 1), [
    { line: "settle", actions: 4, breaks_in: 2 },
    { line: "kill tom\nrestart tom", actions: 2, breaks_in: 4 },
    { line: "kill every\nsettle", actions: 4, breaks_in: null },
  ]);
});

test("bounds are counted from an earlier moment, if that is asked for", () => {
  const script = "protocol ask_length\nservers every tom\nclient every set b 2\ndeliver 1\n";
  const from = (/** @type {number} */ moment) => end(new Search({ ...order, script, moment: 2, counted_from: moment, at_most: [["writes", 1]] })).outcome.kind;
  assert.equal(from(2), "broken");
  assert.equal(from(0), "holds");
});

test("a search in slices tells how far it is, and that all was looked at", () => {
  const search = new Search(order);
  const first = /** @type {SearchProgress} */ (search.advance(10));
  assert.equal(first.outcome, null);
  const last = end(search);
  assert.deepEqual(last.outcome, { kind: "holds", everything: true });
  assert.ok(first.states < last.states);
  assert.equal(last.by_depth.reduce((sum, count) => sum + count, 0), last.states);
  assert.deepEqual(last.happened.find(([title]) => title === "A leader was elected"), ["A leader was elected", 3]);
});

test("bounds on the depth and on memory are kept, and told", () => {
  assert.deepEqual(end(new Search({ ...order, depth: 4 })).outcome, { kind: "holds", everything: false });
  const many = /** @type {[string, number][]} */ ([["timeouts", 4], ["writes", 3], ["kills", 2]]);
  const stopped = end(new Search({ ...order, at_most: many, megabytes: 4 }));
  assert.deepEqual(stopped.outcome, { kind: "out_of_memory" });
  assert.ok(stopped.bytes < 8_000_000, `${stopped.bytes}`);
});

test("a promise that is broken before the search starts is not looked for", () => {
  const script = "protocol ask_length\nservers dick tom\ndisk dick 0 set a 1\ndisk tom 0 set b 2\n";
  const { outcome } = end(new Search({ ...order, script, at_most: [["timeouts", 1]] }));
  assert.notEqual(outcome.kind, "broken");
});

test("what can’t be searched is said", () => {
  assert.throws(() => new Search({ ...order, script: "protocol rafft" }), /rafft/);
  assert.throws(() => new Search({ ...order, moment: 1 }), /There is no moment 1/);
  assert.throws(() => new Search({ ...order, at_most: [["naps", 1]] }), /There is no bound naps/);
  assert.throws(() => bounds("rafft", 3), /There is no protocol rafft/);
});

test("only what a protocol has is offered as a bound, and the rest is left out of a look ahead, which says so", () => {
  const named = (/** @type {string} */ protocol) => bounds(protocol, 3).map(({ name }) => name);
  const common = ["writes", "reads", "timeouts", "kills", "drops", "duplicates", "cuts"];
  assert.deepEqual(named("ask_length").sort(), [...common].sort());
  assert.deepEqual(named("walk_back").sort(), [...common, "heartbeats"].sort());
  assert.deepEqual(named("raft").sort(), [...common, "heartbeats", "changes"].sort());
  const ahead = new Ahead({ ...order, script: "protocol ask_length\nservers every tom\n", at_most: [["writes", 1], ["heartbeats", 2], ["changes", 3]], depth: 1 });
  assert.deepEqual(/** @type {AheadProgress} */ (ahead.advance(1)).idle, ["heartbeats", "changes"]);
});

test("with more servers it is told within which bounds a search comes to its end", () => {
  const told = (/** @type {number} */ servers) => Object.fromEntries(bounds("raft", servers).map(({ name, at_most, to_the_end }) => [name, [at_most, to_the_end]]));
  assert.deepEqual([told(3).writes, told(3).timeouts], [[1, 1], [2, 2]]);
  assert.deepEqual([told(5).writes, told(5).timeouts, told(5).drops], [[1, 0], [2, 2], [0, 0]]);
  assert.deepEqual(told(9).writes, [1, null]);
});
