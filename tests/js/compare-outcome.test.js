// What the side by side view says of its columns: the conversation, the verdicts, who needed least; and that its counts
// are those of the golden conversations.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { Run, initSync, setSpeaker, starts } from "../../pkg/catchup.js";
import { lastIndexOf, leastOf, linesUpTo, stepsSentence, verdictOf } from "../../www/compare/outcome.js";
import { say } from "../../www/words/say.js";
import "./speak.js";

const root = new URL("../../", import.meta.url);
initSync({ module: readFileSync(new URL("pkg/catchup_bg.wasm", root)) });
setSpeaker({ say });

/**
 * @param {string} name One of the starts.
 * @param {string} protocol A protocol.
 * @param {number} [behind] By how many entries the follower is behind.
 * @returns {Run} The start and its trouble under that protocol.
 */
function trialOf(name, protocol, behind = 3) {
  const start = starts(behind).find((row) => row.name === name);
  assert.ok(start, name);
  return Run.trial(start.text, start.trouble, protocol);
}

/**
 * @param {Run} run A run.
 * @returns {string} How it ends.
 */
function endOf(run) {
  const { well, says } = verdictOf(run.seek(run.length));
  return `${well ? "well" : "badly"}: ${says}`;
}

test("the counts are those of the golden conversations", () => {
  const folder = new URL("tests/scripts/", root);
  let counted = 0;
  for (const file of readdirSync(folder)) {
    const [script = "", golden = ""] = readFileSync(new URL(file, folder), "utf8").split("\n---\n");
    const lines = script.split("\n");
    const first = lines.findIndex((line) => /^(client|kill|restart|start|cut|heal|step|settle|calm|storm|prompt|deliver|drop|duplicate|full|free|wipe|keep|damage|reload)\b/.test(line));
    const actions = lines.slice(first);
    // A trial takes no message numbers, and no line that cannot be read.
    if (first < 0 || golden.includes("cannot be read:") || actions.some((line) => /^(deliver|drop|duplicate)\b/.test(line))) continue;
    // A line such as `        6 to dick: every@append_response 2 false 3 1`; entries follow after ` / `.
    const wires = [...golden.matchAll(/^ {8}\d+ to (\S+): ((\S+?)@.*)$/gm)].filter(([, to, , from]) => to !== "client" && from !== "client").map(([, , wire = ""]) => wire.split(" / "));
    const protocol = /^protocol (\S+)/m.exec(script)?.[1] ?? "";
    const run = Run.trial(lines.slice(0, first).join("\n"), actions.join("\n"), protocol);
    const { messages, entries, bytes } = run.costs(run.length);
    assert.deepEqual(
      { messages, entries, bytes },
      {
        messages: wires.length,
        entries: wires.reduce((sum, wire) => sum + wire.length - 1, 0),
        bytes: wires.reduce((sum, wire) => sum + Buffer.byteLength(wire.join("\n")), 0),
      },
      file,
    );
    run.free();
    counted += 1;
  }
  assert.ok(counted >= 8, `only ${counted} golden conversations without message numbers`);
});

test("three behind costs what the golden conversation of every says", () => {
  // walk_back_behind.txt, of `every` alone: messages 3, 6, 9, 11, 13 and 15, with 1, 2 and 3 entries.
  const { messages, round_trips, entries } = trialOf("behind", "walk_back").costs(99);
  assert.deepEqual({ messages, round_trips, entries }, { messages: 6, round_trips: 3, entries: 6 });
});

test("a conversation is told up to a moment, with what became of each message by then", () => {
  const run = trialOf("behind", "ask_length");
  const history = run.events(0, run.length);
  assert.deepEqual(linesUpTo(history, 0), []);
  const lines = linesUpTo(history, 2).map(({ message, state, now }) => `${message?.from} to ${message?.to} ${state}${now ? " now" : ""}`);
  assert.deepEqual(lines, ["client to dick delivered now", "dick to client in flight now", "dick to harry in flight now"]);
  assert.ok(linesUpTo(history, run.length).every(({ state }) => state === "delivered"));
});

test("what happens between messages has lines of its own", () => {
  const run = Run.trial("protocol ask_length\nservers dick harry\n", "client dick youre_the_leader\nstep\nkill harry\nsettle\n", "ask_length");
  const lines = linesUpTo(run.events(0, run.length), run.length);
  assert.deepEqual(lines.map(({ state }) => state), ["delivered", "delivered", "refused", null]);
  assert.match(lines[3]?.says ?? "", /^harry/);
});

test("a verdict is good only when nothing differs, is missing or is repeated", () => {
  assert.equal(endOf(trialOf("behind", "ask_length")), "well: Yes");
  assert.equal(endOf(trialOf("same-length", "ask_length")), "badly: No: they differ");
  assert.equal(endOf(trialOf("same-length", "walk_back")), "well: Yes");
  assert.equal(endOf(trialOf("nominated-twice", "ask_length")), "badly: No: entries are repeated");
  const behind = "protocol ask_length\nservers dick harry\ndisk dick 1 set a 1\n";
  assert.equal(endOf(Run.trial(behind, "", "walk_back")), "badly: No: entries are missing");
  const ahead = "protocol ask_length\nservers dick harry\ndisk dick 1 set a 1\ndisk harry 1 set a 1\ndisk harry 1 set b 2\n";
  assert.equal(endOf(Run.trial(ahead, "client dick youre_the_leader\nsettle\n", "walk_back")), "well: Yes, but somebody has more");
});

test("who ends badly does not compete for least", () => {
  const row = (/** @type {boolean} */ well, /** @type {number} */ number) => ({ well, number });
  assert.deepEqual(leastOf([row(false, 3), row(true, 6), row(true, 4)]), [false, false, true]);
  assert.deepEqual(leastOf([row(true, 4), row(true, 6), row(true, 4)]), [true, false, true]);
  assert.deepEqual(leastOf([row(true, 4), row(true, 4)]), [false, false]);
  assert.deepEqual(leastOf([row(false, 3), row(true, 6)]), [false, false]);
});

test("the cells reach to the highest index of any moment", () => {
  const run = trialOf("nominated-twice", "ask_length");
  assert.equal(lastIndexOf(run.seek(0), run.events(0, run.length)), 4);
});

test("the bar says where all stand, and who has ended", () => {
  const columns = [{ title: "Ask", length: 7 }, { title: "Walk", length: 9 }, { title: "Hint", length: 7 }];
  assert.equal(stepsSentence(0, columns), "Step 0 of 9.");
  assert.equal(stepsSentence(7, columns), "Step 7 of 9. Ask and Hint have ended.");
  assert.equal(stepsSentence(9, columns), "Step 9 of 9. All have ended.");
});
