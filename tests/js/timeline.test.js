// The run and where it stands, with the simulation itself, and disks in a storage that only seems to be one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Run } from "../../pkg/catchup.js";
import { createKeeper } from "../../www/disks/keeper.js";
import { createTimeline } from "../../www/session/timeline.js";
import { checks, fakeStorage, readBack } from "./fake-storage.js";
import "./speak.js";

/** @import { Faults } from "./fake-storage.js" */

/** Two entries, one after the other, at a leader without followers. */
const TEXT = "protocol ask_length\nservers dick tom\nclient dick youre_the_leader\nsettle\nclient dick set a 1\nsettle\nclient dick set b 2\nsettle\n";

/** Locks that nobody else wants. */
const free = /** @type {any} */ ({ request: (/** @type {string} */ _name, /** @type {unknown} */ _options, /** @type {(lock: object) => unknown} */ use) => use({}) });

/**
 * A timeline that stands at a moment of a run.
 * @param {{text?: string, moment?: number, furthest?: number, faults?: Faults}} [options] The run's text, the moment, the tip, and what is wrong with the storage.
 */
async function stand({ text = TEXT, moment = 0, furthest = moment, faults = {} } = {}) {
  const storage = fakeStorage({}, faults);
  const nothing = () => {};
  const keeper = createKeeper({ storage, locks: free, checks, onLost: nothing, onGained: nothing, onFailed: nothing });
  await keeper.open("sandbox");
  const told = { dropped: /** @type {{moment: number, length: number, text: string}[]} */ ([]), failed: /** @type {unknown[]} */ ([]), full: /** @type {[string, boolean][]} */ ([]), stood: /** @type {number[]} */ ([]) };
  const timeline = createTimeline(Run, keeper, {
    dropped: ({ moment, length, text }) => told.dropped.push({ moment, length, text }),
    failed: (failure) => told.failed.push(failure),
    full: (server, whole) => told.full.push([server, whole]),
    stood: (frame) => told.stood.push(frame.moment),
  });
  timeline.adopt(new Run(text), moment, furthest);
  timeline.install();
  /** How many entries each disk has. */
  const lengths = () => readBack(storage).servers.map(({ entries }) => entries.length);
  const size = () => Object.entries(storage.content()).reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  return { timeline, told, lengths, size, close: () => keeper.close() };
}

test("disks follow to what is new, and stay where one only looks back", async () => {
  const { timeline, lengths, close } = await stand();
  assert.deepEqual(lengths(), [0, 0]);
  const end = timeline.run.length;
  timeline.goTo(end);
  const full = lengths();
  assert.equal(full[0], 2);
  timeline.goTo(1);
  assert.equal(timeline.frame.servers[0]?.log.length, 0);
  assert.deepEqual([lengths(), timeline.atTip], [full, false]);
  timeline.goTo(end + 10);
  assert.deepEqual([timeline.frame.moment, timeline.atTip], [end, true], "there is nothing after the end");
  timeline.goTo(-1);
  assert.equal(timeline.frame.moment, 0);
  close();
});

test("a run is taken with all that its disks had, though an earlier moment is shown", async () => {
  const { timeline, lengths, told, close } = await stand({ moment: 1, furthest: 8 });
  assert.deepEqual([timeline.frame.moment, timeline.run.cursor, timeline.atTip], [1, 1, false]);
  assert.ok((lengths()[0] ?? 0) >= 1);
  assert.deepEqual(told.failed, [null]);
  assert.equal(timeline.history.length, timeline.run.length + 1, "all moments have happened, shown or not");
  close();
});

test("an act in the middle drops what lay ahead, and tells of it; at the end nothing is dropped", async () => {
  const { timeline, lengths, told, close } = await stand();
  const { length } = timeline.run;
  timeline.goTo(length);
  timeline.goTo(1);
  timeline.act("kill tom");
  assert.deepEqual([timeline.atTip, lengths()], [true, [0, 0]], "what was dropped is no longer on the disks");
  assert.deepEqual([timeline.run.length, timeline.run.cursor, timeline.history.length], [2, 2, 3]);
  assert.deepEqual(told.dropped.map((before) => [before.moment, before.length]), [[1, length]]);
  assert.equal(new Run(told.dropped[0]?.text ?? "").length, length, "the whole run is remembered");
  timeline.act("restart tom");
  assert.equal(told.dropped.length, 1);
  timeline.act("restart tom");
  assert.equal(timeline.run.length, 3, "who is up can't be restarted, and the run does not go on");
  assert.match(timeline.status, /tom/);
  assert.deepEqual(lengths(), [0, 0]);
  close();
});

test("a text that can't be read changes nothing", async () => {
  const { timeline, lengths, close } = await stand({ moment: 8 });
  const before = [timeline.run.script(), timeline.frame.moment, lengths()];
  assert.throws(() => timeline.replace("protocol ask_length\nservers dick\nnonsense", 1));
  assert.deepEqual([timeline.run.script(), timeline.frame.moment, lengths()], before);
  timeline.replace("protocol ask_length\nservers dick\nkill dick", 1);
  assert.deepEqual([timeline.frame.moment, lengths()], [1, [0]]);
  close();
});

test("lines that tell what lies on the disks are recorded up to the first that means nothing", async () => {
  const { timeline, told, close } = await stand({ text: "protocol ask_length\nservers dick tom\nkill dick", moment: 1 });
  assert.deepEqual(timeline.record(["disk dick 0 set a 1", "disk nobody 0 set a 1", "disk dick 0 set b 2"]), ["disk dick 0 set a 1"]);
  assert.deepEqual([timeline.frame.servers[0]?.log.length, told.dropped.length], [1, 0]);
  timeline.goTo(1);
  timeline.record(["disk dick 0 set c 3"]);
  assert.deepEqual(told.dropped.map(({ moment, length }) => [moment, length]), [[1, 2]]);
  close();
});

test("settling goes to the run's end first, and then on until nothing is in flight", async () => {
  const { timeline, told, close } = await stand({ text: "protocol ask_length\nservers dick tom\nclient dick youre_the_leader\n" });
  timeline.settle();
  assert.equal(timeline.frame.in_flight.length, 0);
  assert.ok(timeline.run.length > 1);
  const { length } = timeline.run;
  timeline.goTo(1);
  timeline.settle();
  assert.deepEqual([timeline.run.length, told.dropped.length], [length, 0], "what was recorded is not made anew");
  close();
});

test("a disk that is full on the way becomes part of the run, and the run goes on", async () => {
  const roomy = await stand();
  const { length } = roomy.timeline.run;
  const firstEntry = roomy.timeline.history.findIndex((events) => events.some(({ kind }) => kind === "appended"));
  roomy.timeline.goTo(firstEntry);
  const quota = roomy.size();
  roomy.close();
  const { timeline, told, lengths, close } = await stand({ faults: { quota } });
  timeline.goTo(length);
  assert.deepEqual(told.full.map(([server]) => server), ["dick"]);
  assert.match(timeline.run.script(), /^full dick$/m);
  const [dick] = timeline.frame.servers;
  assert.deepEqual([dick?.full, dick?.log.length, lengths()[0]], [true, 1, 1], "the disk holds what the run says");
  const found = timeline.history.findIndex((events) => events.some(({ kind }) => kind === "filled"));
  assert.deepEqual([timeline.frame.moment, timeline.run.length, timeline.atTip], [found + 1, length + 1, true], "the step that found it is taken again, after it");
  close();
});

test("a message is found whole by its number, also after the run was changed", async () => {
  const { timeline, close } = await stand();
  assert.deepEqual([timeline.messageOf(1)?.to, timeline.messageOf(1)?.wire], ["dick", "client@youre_the_leader"]);
  timeline.act("client tom set k 7");
  assert.equal(timeline.messageOf(1)?.to, "tom", "message 1 is another one now");
  assert.equal(timeline.messageOf(999), null);
  close();
});

test("when the simulation breaks it goes on from before the last act", async () => {
  const { timeline, lengths, close } = await stand({ moment: 8 });
  const [text, moment] = [timeline.run.script(), timeline.frame.moment];
  timeline.act("kill dick");
  timeline.startAgain();
  assert.deepEqual([timeline.run.script(), timeline.frame.moment, timeline.frame.servers[0]?.up], [text, moment, true]);
  assert.equal(lengths()[0], timeline.frame.servers[0]?.log.length);
  close();
});

test("what there is to say is the sentence of the moment that is shown, and of several at once how they ended", async () => {
  const { timeline, close } = await stand({ text: "protocol ask_length\nservers dick tom\nclient dick youre_the_leader\nclient tom get a\n" });
  const start = timeline.status;
  assert.equal(start, "This is the start: 2 servers are up, and nothing has been said.");
  timeline.goTo(1);
  assert.equal(timeline.status, timeline.frame.events[0]?.says);
  assert.notEqual(timeline.status, start);
  timeline.goTo(0);
  assert.equal(timeline.status, start);
  timeline.goTo(2);
  timeline.act("settle");
  const settled = timeline.status;
  assert.match(settled, /deliver/i);
  assert.notEqual(settled, timeline.frame.events.find(({ moment }) => moment === timeline.frame.moment)?.says);
  timeline.goTo(timeline.run.length);
  assert.notEqual(timeline.status, settled, "who comes by later is told of the moment");
  timeline.act("kill tom");
  assert.equal(timeline.status, timeline.frame.events[0]?.says);
  timeline.say("Something else.");
  assert.equal(timeline.status, "Something else.");
  close();
});

test("an act that finds a disk full is taken again after that, and is remembered so", async () => {
  const text = "protocol ask_length\nservers dick tom\nclient dick set a 1\ndeliver 1\nclient dick set b 2\n";
  const roomy = await stand({ text, moment: 3 });
  const quota = roomy.size();
  roomy.close();
  const { timeline, told, lengths, close } = await stand({ text, moment: 3, faults: { quota } });
  timeline.act("deliver 3");
  assert.deepEqual([told.full, timeline.frame.servers[0]?.full, lengths()[0]], [[["dick", true]], true, 1]);
  const [full, taken] = timeline.run.script().trim().split("\n").slice(-2);
  assert.deepEqual([full, taken], ["full dick", "deliver 3"]);
  assert.equal(timeline.remember().text, timeline.run.script());
  assert.deepEqual([timeline.remember().moment, timeline.remember().tip, timeline.remember().length], [5, 5, 5]);
  close();
});

test("it is known whether the recorded run goes on with a line", async () => {
  const { timeline, close } = await stand();
  assert.deepEqual(["client dick youre_the_leader", "kill dick"].map((line) => timeline.isNext(line)), [true, false]);
  timeline.goTo(timeline.run.length);
  assert.equal(timeline.isNext("client dick youre_the_leader"), false);
  close();
});

test("a message that was asked for is not looked for again", async () => {
  const { timeline, close } = await stand();
  const found = timeline.messageOf(1);
  assert.ok(found && timeline.messageOf(1) === found);
  timeline.goTo(1);
  assert.ok(timeline.messageOf(1) === found, "to look back changes no message");
  assert.ok(timeline.messageOf(2) !== found);
  close();
});
