// The outlines of moments: made of the simulation's numbers, they tell what its events tell.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Run, initSync, setSpeaker } from "../../pkg/catchup.js";
import { unpack } from "../../www/session/outlines.js";
import { say } from "../../www/words/say.js";
import "./speak.js";

initSync({ module: readFileSync(new URL("../../pkg/catchup_bg.wasm", import.meta.url)) });
setSpeaker({ say });

const head = (/** @type {string} */ protocol) => `protocol ${protocol}\nservers every tom dick and harry\n`;

/** Runs in which everything happens that an outline tells in short, and much of the rest. */
const runs = [
  `${head("ask_length")}client tom set a 1\nclient every set b 2\nsettle\nclient every youre_the_leader\nduplicate 5\ndrop 6\nsettle\nkill and\ncut tom dick\nclient every set c 3\nsettle\nrestart and\nheal tom dick\nkill harry\ndisk harry 0 set d 4\nsettle\n`,
  `${head("walk_back")}disk tom 1 set a 1\ndisk dick 2 set b 2\nclient dick youre_the_leader\nsettle\nclient tom youre_the_leader\nsettle\n`,
  `${head("raft")}prompt every timeout\nsettle\nclient every set key value\nsettle\nstorm 7 400\n`,
];

/** @type {Set<string>} */
const kinds = new Set();

for (const text of runs) {
  test(`an outline tells what the events tell: ${text.split("\n")[0]}`, () => {
    const run = new Run(text);
    const outlines = unpack(run.outline(0, run.length));
    const moments = run.events(0, run.length);
    assert.equal(outlines.length, run.length + 1);
    outlines.forEach((outline, moment) => {
      assert.deepEqual(outline.map(({ kind }) => kind), moments[moment]?.map(({ kind }) => kind));
      outline.forEach((event, place) => {
        const whole = moments[moment]?.[place];
        assert.ok(whole);
        kinds.add(event.kind);
        for (const name of /** @type {const} */ (["id", "server", "note", "term"])) {
          if (name in event) assert.equal(event[/** @type {keyof typeof event} */ (name)], whole[/** @type {keyof typeof whole} */ (name)], `${event.kind} ${name}`);
        }
        if (!("message" in event) || !("message" in whole)) return;
        const { entries, ...said } = whole.message;
        for (const name of /** @type {const} */ (["id", "from", "to", "says", "exact", "refusal", "copy_of"])) assert.deepEqual(event.message[name], said[name], name);
        assert.equal(event.message.entry_count, entries?.length);
        assert.equal(event.reach, entries?.at(-1)?.index ?? 0);
      });
    });
  });
}

test("the runs have everything that is told in short", () => {
  for (const kind of ["sent", "duplicated", "delivered", "appended", "truncated", "written", "applied", "compared"]) assert.ok(kinds.has(kind), kind);
});

test("a stretch of a run is told by itself", () => {
  const run = new Run(runs[0] ?? "");
  const all = unpack(run.outline(0, run.length));
  assert.deepEqual(unpack(run.outline(5, 9)), all.slice(5, 10));
});
