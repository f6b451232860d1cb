// What is kept with a room of what is open in it, and what a link says of it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { addressWith, partOf, read, withinFrom, written } from "../../www/search/keeping.js";
import { boundWords, isBound } from "../../www/search/words.js";
import "./speak.js";

/** @import { Kept } from "../../www/search/keeping.js" */

const text = "protocol raft\nservers every tom\n\n# Look.\nprompt every timeout\n";

test("what is open in a room is read again as it was written", () => {
  const ahead = { at_most: /** @type {[string, number][]} */ ([["writes", 2], ["kills", 1]]), in_flight: 4 };
  const dare = { most: 9, start: { text, moment: 1 }, within: { at_most: /** @type {[string, number][]} */ ([["timeouts", 2]]) } };
  for (const kept of /** @type {Kept[]} */ ([{ ahead, dare }, { ahead, dare: null }, { ahead: null, dare }, { ahead, dare: { ...dare, most: null } }, { ahead: null, dare: { ...dare, most: 0 } }, { ahead: { at_most: [] }, dare: null }])) assert.deepEqual(read(written(kept) ?? ""), kept);
  assert.equal(written({ ahead: null, dare: null }), null);
  assert.deepEqual(read(""), { ahead: null, dare: null });
  assert.equal(written({ ahead: null, dare: { ...dare, start: { text: "#".repeat(200_000), moment: 0 } } }), null, "a long text would take the disks' room");
});

test("what somebody else wrote there is said to be strange, in a sentence", () => {
  for (const strange of ["ahead writes", "ahead writes 10", "ahead writes -1", "ahead naps 1", "ahead in_flight 0", "challenge", "challenge ?? 0", "challenge 3 x", "challenge 3 0 kills many", "\n", "nonsense", "{}", "ahead __proto__ 1"]) {
    assert.throws(() => read(strange), /was expected|were expected/, strange);
  }
});

test("an address keeps its run, and names the bounds that are not 0", () => {
  const address = addressWith("https://example.org/page/#1/3/plain,a%0A", { at_most: [["writes", 0], ["kills", 2]], in_flight: 1 });
  assert.equal(address, "https://example.org/page/#break/kills-2-in_flight-1/1/3/plain,a%0A");
  assert.deepEqual(withinFrom("kills-2-in_flight-1"), { at_most: [["kills", 2]], in_flight: 1 });
  assert.deepEqual(withinFrom(""), { at_most: [] });
  assert.throws(() => withinFrom("kills"), /“kills ?”/);
});

test("bounds are called as the protocol calls what happens", () => {
  assert.equal(boundWords("timeouts", true).title, "timeouts");
  assert.equal(boundWords("timeouts", false).title, "nominations");
  assert.ok(isBound("changes") && !isBound("toString"));
});

test("of the bounds in a link those are left out of which the protocol has nothing, and named", () => {
  const rows = [{ name: "writes" }, { name: "kills" }];
  assert.deepEqual(partOf(withinFrom("kills-2-changes-3-heartbeats-0-in_flight-1"), rows), { within: { at_most: [["kills", 2]], in_flight: 1 }, idle: ["changes"] });
});
