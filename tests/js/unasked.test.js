// Sentences are made for people alone: to read a run and to carry it out says nothing, however long it is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Run, setSpeaker } from "../../pkg/catchup.js";
// Starts the simulation.
import "./fake-storage.js";
import "./speak.js";
import { say } from "../../www/words/say.js";
import { filesIn } from "./sources.js";

/** Each form of a line, and servers that answer, decline and refuse. */
const EVERY_LINE = `title Every line
protocol raft
without no_op_first
servers every tom dick harry
voters every tom dick
disk every 1 set k 1
term tom 2 every
client every get k
duplicate 1
drop 2
deliver 1
prompt every timeout
settle
client every set k 2
step
client tom get k
settle
start bob
cut every tom
heal every tom
full dick
free dick
kill harry
keep harry 0
disk harry 1 set k 1
damage harry 1
wipe harry
term harry 3
restart harry
calm 1 10
storm 1 20
reload
`;

test("a run is read and carried out without a word", () => {
  const texts = [EVERY_LINE, ...filesIn("locales/en/lessons", /\.txt$/).map(({ text }) => text)];
  const heard = /** @type {string[]} */ ([]);
  setSpeaker({ say: (message, values) => (heard.push(message), say(message, values)) });
  for (const text of texts) new Run(text).free();
  setSpeaker({ say });
  assert.deepEqual(heard, []);
});
