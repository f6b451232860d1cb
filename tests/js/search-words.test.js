// What Break it says of actions, and how it knows a run again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { hintSays, standSays, titleSays } from "../../www/search/challenge-words.js";
import { beginsWith, onwardLines } from "../../www/search/telling.js";
import { actionDrawn, actionSays, boundWords, boundsSay, fullAt, grouped, isToBeTold, keyOf, nearestMeans, nearestTitle, startTroubleSays } from "../../www/search/words.js";
import "./speak.js";

test("an action is said in the words of the page’s buttons", () => {
  const says = ["deliver 7", "kill tom", "cut every tom", "prompt dick timeout", "prompt dick resend", "client tom set a 1", "client tom youre_the_leader"].map(actionSays);
  assert.deepEqual(says, ["Deliver 7", "Kill tom", "Cut every tom", "Time out dick", "Resend by dick", "Client to tom: set a 1", "Nominate tom"]);
});

test("what is the same in every language stands apart in an action", () => {
  assert.deepEqual(actionDrawn("client tom set a 1", (exact) => ({ exact })), ["Client to ", { exact: "tom" }, ": ", { exact: "set a 1" }]);
});

test("each bound that the simulation knows has words, and one that it does not keeps its name", () => {
  assert.deepEqual(boundWords("cuts", true).title, "cuts");
  assert.deepEqual(boundWords("naps", true), { title: "naps", says: "" });
  assert.equal(grouped(1_234_567), "1\u202f234\u202f567");
});

test("what may come after the first action is said by the bounds that are not 0", () => {
  assert.match(boundsSay({ at_most: [["writes", 2], ["reads", 0]], in_flight: 3 }, true), /at most: writes 2, messages in flight 3\./);
  assert.match(boundsSay({ at_most: [["writes", 0]] }, true), /messages only arrive/);
});

test("a browser that does not know all instructions of the search is told from a connection that is lost", async () => {
  // A module whose one type is of a kind that nobody knows.
  const ofTomorrow = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 2, 1, 0x01]);
  const error = await WebAssembly.compile(ofTomorrow).catch((error) => error);
  assert.match(startTroubleSays(error), /too old for the search/);
  assert.match(startTroubleSays(new TypeError("Failed to fetch")), /connection/);
});

test("a link is the same whichever of its ends is named first", () => {
  assert.equal(keyOf("cut tom every"), keyOf("cut every tom"));
  assert.notEqual(keyOf("heal tom every"), keyOf("cut tom every"));
  assert.equal(keyOf("client tom set b a"), "client tom set b a");
});

test("a run is known again by its actions, whatever comments have come and gone", () => {
  const start = "protocol raft\nservers every tom\n\n# Look.\nprompt every timeout\n# The end.\n";
  assert.ok(beginsWith("protocol raft\nservers every tom\nprompt every timeout\ndeliver 1\n", start));
  assert.ok(!beginsWith("protocol raft\nservers every tom\nprompt tom timeout\n", start));
  assert.ok(!beginsWith("protocol raft\nservers every tom\n", start));
});

test("a run that holds is called the nearest only where that is known", () => {
  const found = (/** @type {boolean} */ nearest) => ({ kind: /** @type {const} */ ("found"), same: 2, actions: ["deliver 1"], nearest });
  assert.equal(nearestTitle({ rescue: found(true), told: null }), "The nearest that holds");
  assert.match(nearestMeans(found(true), 9), /^After action 3, a promise breaks/);
  assert.equal(nearestTitle({ rescue: found(false), told: null }), "One that holds");
  assert.match(nearestMeans(found(false), 9), /a nearer one is not ruled out/);
  assert.match(nearestMeans({ kind: "stopped" }, 9), /You stopped looking/);
});

test("people who listen are told more and more seldom how far a search is", () => {
  const told = [];
  for (let now = 0, last = 0; now <= 300_000; now += 100) if (isToBeTold(last, now)) told.push((last = now));
  assert.deepEqual(told, [5_000, 10_000, 20_000, 40_000, 80_000, 140_000, 200_000, 260_000]);
});

test("a challenge may begin before it is known how few actions are enough", () => {
  const stand = { from: 0, used: 3, reached: null, most: null, searching: true };
  assert.equal(titleSays(null), "Break it yourself");
  assert.match(standSays(stand), /^3 actions so far\..* known when the search has ended/);
  assert.match(standSays({ ...stand, searching: false }), /not known: the search did not end/);
  assert.match(standSays({ ...stand, most: 0 }), /Within these bounds nothing breaks/);
  assert.match(standSays({ ...stand, reached: 3 }), /^Broken in 3 actions\./);
  assert.match(standSays({ ...stand, reached: 3, most: 3 }), /no run within these bounds needs fewer/);
  const view = /** @type {any} */ ({ frame: { in_flight: [] } });
  assert.match(hintSays({ outcome: { kind: "holds", everything: true }, trouble: "" }, view, null), /From here nothing breaks any more/);
});

test("what Step and Settle would do is read off the run", () => {
  const script = "title  Two\nprotocol raft\nservers every tom\n\n# Look.\nprompt every timeout\ndeliver 1\n# The end.\n";
  const frame = { in_flight: [/** @type {any} */ ({ id: 7 })] };
  assert.deepEqual(onwardLines(script, { cursor: 0, length: 2, frame }), { step: "prompt every timeout", settle: "prompt every timeout\ndeliver 1\nsettle" });
  assert.deepEqual(onwardLines(script, { cursor: 1, length: 2, frame }), { step: "deliver 1", settle: "deliver 1\nsettle" });
  assert.deepEqual(onwardLines(script, { cursor: 2, length: 2, frame }), { step: "deliver 7", settle: "settle" });
  assert.deepEqual(onwardLines(script, { cursor: 2, length: 2, frame: { in_flight: [] } }), { step: null, settle: "settle" });
  const long = `protocol raft\nservers every\n${"reload\n".repeat(501)}`;
  assert.deepEqual(onwardLines(long, { cursor: 0, length: 501, frame }), { step: "reload", settle: null });
});

test("that the memory will be full is told two lengths of runs ahead, and not where it will not", () => {
  const at = (/** @type {number[]} */ byDepth, /** @type {number} */ bytes) => {
    const states = byDepth.reduce((sum, count) => sum + count, 0);
    return fullAt({ states, depth: byDepth.length - 1, bytes: bytes * states, by_depth: byDepth, happened: [], outcome: null }, 512);
  };
  // Raft with five servers, which fills it among the runs of 20 actions; then with four, which does not.
  const five = [1, 1, 4, 9, 24, 55, 122, 238, 466, 958, 2_273, 5_880, 15_625, 41_467, 108_257, 271_074, 635_008, 1_368_988, 2_713_389, 5_012_914];
  assert.deepEqual([15, 16, 17, 18, 19].map((depth) => at(five.slice(0, depth + 1), 40)), [null, null, null, 20, 20]);
  const four = [26_465, 51_516, 88_756, 135_469, 188_236, 252_143, 346_397, 497_697, 721_828, 1_006_616, 1_310_686, 1_573_571, 1_726_258, 1_711_312, 1_513_645];
  for (let depth = 1; depth < four.length; depth++) assert.equal(at(four.slice(0, depth + 1), 26), null);
});
