// What Break it says of actions.

import assert from "node:assert/strict";
import { test } from "node:test";
import { actionDrawn, actionSays, boundWords, grouped } from "../../www/search/words.js";
import "./speak.js";

test("an action is said in the words of the page’s buttons", () => {
  const says = ["deliver 7", "kill tom", "cut every tom", "prompt dick timeout", "prompt dick resend", "client tom set a 1", "client tom youre_the_leader"].map(actionSays);
  assert.deepEqual(says, ["Deliver 7", "Kill tom", "Cut every tom", "Time out dick", "Resend by dick", "Client to tom: set a 1", "Nominate tom"]);
});

test("what is the same in every language stands apart in an action", () => {
  assert.deepEqual(actionDrawn("client tom set a 1", (exact) => ({ exact })), ["Client to ", { exact: "tom" }, ": ", { exact: "set a 1" }]);
});

test("each bound that the simulation knows has words, and one that it does not keeps its name", () => {
  assert.deepEqual(boundWords("cuts").title, "cuts");
  assert.deepEqual(boundWords("naps"), { title: "naps", says: "" });
  assert.equal(grouped(1_234_567), "1\u202f234\u202f567");
});
