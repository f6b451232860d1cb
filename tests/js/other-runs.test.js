// Another run in the place of this one: with the simulation itself, and disks that nobody keeps.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { Run, catalog, rules } from "../../pkg/catchup.js";
import { createKeeper } from "../../www/disks/keeper.js";
import { createOtherRuns } from "../../www/session/other-runs.js";
import { createTimeline } from "../../www/session/timeline.js";
import { checks } from "./fake-storage.js";
import { root } from "./sources.js";
import "./speak.js";

/**
 * A lesson, opened without a room.
 * @param {string} lesson Its name.
 */
function opened(lesson) {
  const nothing = () => {};
  const keeper = createKeeper({ storage: null, locks: undefined, checks, onLost: nothing, onGained: nothing, onFailed: nothing });
  const timeline = createTimeline(Run, keeper, { dropped: nothing, failed: nothing, full: nothing, stood: nothing });
  timeline.adopt(new Run(readFileSync(path.join(root, `locales/en/lessons/${lesson}.txt`), "utf8")), 0);
  /** @type {string[]} */
  const told = [];
  const notes = /** @type {any} */ ({ keep: (/** @type {string} */ _id, /** @type {string} */ text) => told.push(text), drop: nothing });
  const others = createOtherRuns({ Run, catalog: catalog(), rulesOf: rules, keeper, timeline, rooms: /** @type {any} */ ({}), notes, forgetOldRun: nothing });
  return { timeline, others, told };
}

test("under no other protocol does a lesson accuse its reader of what its text says", () => {
  const { lessons, protocols } = catalog();
  for (const { name } of lessons) {
    const { timeline, others, told } = opened(name);
    const before = timeline.run.protocol;
    for (const protocol of protocols) {
      if (protocol.name === before) continue;
      others.chooseProtocol(protocol.name);
      assert.deepEqual(timeline.run.guide(), { opens_at: null, tells: [], questions: [], goals: [], faults: [] }, `${name} under ${protocol.name}`);
    }
    assert.match(told[0] ?? "", /^The same run, under “.+”\. What the text says and asks on the way is about “.+”/);
  }
});

test("who chooses the protocol again from which a run came finds it as it was, unless something was done since", () => {
  const { timeline, others } = opened("asked-twice");
  timeline.goTo(7);
  const { text } = timeline.remember();
  for (const name of ["raft", "walk_back", "ask_length"]) others.chooseProtocol(name);
  assert.deepEqual([timeline.remember().text, timeline.run.cursor], [text, 7]);
  others.chooseProtocol("raft");
  timeline.goTo(timeline.run.length);
  others.chooseProtocol("ask_length");
  assert.deepEqual([timeline.remember().text, timeline.run.cursor], [text, 7], "to look on does nothing");
  others.chooseProtocol("raft");
  timeline.act("kill tom");
  others.chooseProtocol("ask_length");
  assert.match(timeline.remember().text, /^kill tom$/m);
});

test("the run without a rule opens where a promise breaks, or at an end where a goal is not reached, and says what is seen there", () => {
  const { timeline, others, told } = opened("two-leaders");
  others.showRule("one_vote_a_term");
  const { invariants } = timeline.run.seek(timeline.run.cursor);
  assert.equal(invariants.find(({ id }) => id === "election_safety")?.broken_at, timeline.run.cursor);
  assert.match(told.at(-1) ?? "", /^A run without “One vote in a term”, where “Election safety” breaks\. /);
  others.showRule("step_down_for_later_terms");
  assert.equal(timeline.run.cursor, timeline.run.length);
  assert.match(told.at(-1) ?? "", /^A run without “Later terms end a reign”, at whose end “Everyone has everything” is not reached: every has 1 entry; dick lacks entry 1\. /);
});
