// What is offered when Step can't go on: always something, from what the frame offers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { whatNext, whyNoStep } from "../../www/session/next.js";
import "./speak.js";

/** @import { Catalog, Frame, ServerFrame } from "../../pkg/catchup.js" */
/** @import { LessonView } from "../../www/types.js" */

const catalog = /** @type {Catalog} */ (/** @type {unknown} */ ({ lessons: [{ name: "one", title: "The first" }, { name: "two", title: "The last" }] }));

/**
 * @param {string} name Its name.
 * @param {string} keys A letter for each entry of its log.
 * @param {Partial<ServerFrame>} [more] What else is to be known of it.
 * @returns {ServerFrame} A server.
 */
function server(name, keys, more = {}) {
  const log = [...keys].map((key, place) => ({ index: place + 1, term: 0, command: `set ${key} 1` }));
  return { name, up: true, role: "follower", term: 0, voted_for: null, log, store: [], progress: [], applied: log.length, facts: [], prompts: [], waiting: [], full: false, damaged: [], repeated: [], ...more };
}

/**
 * @param {string} room The room.
 * @param {ServerFrame[]} servers The servers.
 * @param {string | null} [reference] Whom the others are compared with.
 * @returns {string[]} The sentence, then the labels of what is offered.
 */
function next(room, servers, reference = null) {
  const frame = /** @type {Frame} */ (/** @type {unknown} */ ({ moment: 0, servers, in_flight: [], reference: reference && { server: reference, leader: true } }));
  const view = { catalog, frame, cursor: 0, length: 0, room, lesson: null };
  assert.notEqual(whyNoStep(view), null);
  const { says, offers } = whatNext(view);
  return [says, ...offers.map(({ label }) => label)];
}

test("a lesson that ended well leads to the next, and the last one to the sandbox", () => {
  const [says, first, ...others] = next("lesson-one", [server("a", "xy"), server("b", "xy")]);
  assert.match(says ?? "", /^Both logs are equal\./);
  assert.deepEqual([first, ...others], ["Next lesson: The last", "Once more from the start"]);
  assert.deepEqual(next("lesson-two", [server("a", "x"), server("b", "x"), server("c", "x")]).slice(0, 2), [
    "All three logs are equal. Nothing is in flight: let the client say something, kill somebody, or go on.",
    "On to the sandbox",
  ]);
});

test("where logs are not equal somebody can be made the leader: whoever is compared with, else who has most", () => {
  const servers = [server("a", "x"), server("b", "xyz"), server("c", "xy", { role: "leader", prompts: [{ name: "resend", title: "resend" }] })];
  assert.deepEqual(next("sandbox", servers, "c").slice(1), ["Let c resend", "Make c the leader again", "Lesson 1: The first", "Once more from the start"]);
  assert.equal(next("sandbox", [server("a", "x"), server("b", "xyz")])[1], "Make b the leader");
  assert.equal(next("sandbox", [server("a", "xyz", { up: false, role: null }), server("b", "xy"), server("c", "")], "a")[2], "Make b the leader");
  assert.match(next("sandbox", servers, "c")[0] ?? "", /not equal yet/);
  assert.match(next("sandbox", [server("a", "xy"), server("b", "xz")])[0] ?? "", /not equal yet/, "the same length is not the same log");
});

test("where servers elect somebody can time out, as long as nobody leads", () => {
  const timeout = [{ name: "timeout", title: "Time out" }];
  const servers = [server("a", "", { prompts: timeout }), server("b", "", { prompts: timeout })];
  const [says, ...offers] = next("lesson-one", servers);
  assert.match(says ?? "", /^Nobody leads/);
  assert.deepEqual(offers, ["Next lesson: The last", "Time out a", "Once more from the start"]);
  const led = [server("a", "x", { role: "leader", prompts: [{ name: "heartbeat", title: "Heartbeat" }] }), server("b", "", { prompts: timeout })];
  assert.deepEqual(next("lesson-one", led).slice(1), ["Next lesson: The last", "Heartbeat a", "Once more from the start"]);
  assert.doesNotMatch(next("lesson-one", led)[0] ?? "", /Nobody leads/);
});

test("of servers that could all be prompted one is offered: the newest leader, else who has the longest log", () => {
  const timeout = [{ name: "timeout", title: "Time out" }];
  const heartbeat = [{ name: "heartbeat", title: "Heartbeat" }];
  const leader = { role: /** @type {const} */ ("leader"), prompts: heartbeat };
  assert.deepEqual(next("link-0", [server("a", "x", { prompts: timeout }), server("b", "xy", { prompts: timeout })]).slice(1, 3), ["Time out b", "Lesson 1: The first"]);
  assert.deepEqual(next("link-0", [server("a", "xyz", { ...leader, term: 1 }), server("b", "x", { ...leader, term: 2 }), server("c", "", { prompts: timeout })]).slice(1, 3), ["Heartbeat b", "Lesson 1: The first"]);
});

test("while a lesson’s goal is open no act is offered beside it, and what leads on comes after it", () => {
  const timeout = [{ name: "timeout", title: "Time out" }];
  const servers = [server("a", "x", { prompts: timeout }), server("b", "", { up: false, role: null })];
  const frame = /** @type {Frame} */ (/** @type {unknown} */ ({ servers, in_flight: [], reference: null }));
  const withGoal = (/** @type {number | null} */ reached, shown = frame) => {
    const goal = { moment: 0, says: "Make b the leader", at_most: 1, best: null, hints: [], used: 0, reached };
    const lesson = /** @type {LessonView} */ (/** @type {unknown} */ ({ goals: [goal] }));
    return whatNext({ catalog, frame: shown, cursor: 0, length: 0, room: "lesson-one", lesson });
  };
  const open = withGoal(null);
  assert.ok(open.aims);
  assert.match(open.says, /^Nobody leads/);
  assert.match(withGoal(null, { ...frame, servers: [server("a", "x", { role: "leader" })] }).says, /reach the goal/);
  assert.deepEqual(open.offers.map(({ label }) => label), ["Next lesson: The last", "Once more from the start"]);
  const reached = withGoal(3);
  assert.ok(!reached.aims);
  assert.ok(reached.offers.some(({ label }) => label === "Bring b back up"));
});

test("whoever is down can be brought back up, unless the disk can't be read", () => {
  const asleep = { up: false, role: null };
  const servers = [server("a", "x"), server("b", "x", asleep), server("c", "x", { ...asleep, damaged: [1] })];
  assert.deepEqual(next("link-0", servers), ["One server is up, and nobody to compare its log with. Two are down.", "Bring b back up", "Lesson 1: The first", "Once more from the start"]);
  assert.match(next("sandbox", [server("a", "x", asleep)])[0] ?? "", /No server is up/);
});

test("there is something to press in every state", () => {
  for (const room of ["sandbox", "lesson-one", "lesson-two", "link-0"]) {
    for (const servers of [[], [server("a", "")], [server("a", "", { up: false, damaged: [1] })], [server("a", "x"), server("b", "y")]]) assert.ok(next(room, servers).length > 1);
  }
});

test("while Step goes on the sandbox says that there are lessons, and a lesson offers nothing else", () => {
  const frame = /** @type {Frame} */ (/** @type {unknown} */ ({ servers: [server("a", "x")], in_flight: [], reference: null }));
  const view = { catalog, frame, cursor: 0, length: 3, lesson: null };
  assert.equal(whyNoStep(view), null);
  assert.deepEqual(whatNext({ ...view, room: "lesson-one" }).offers, []);
  assert.deepEqual(whatNext({ ...view, room: "sandbox" }).offers.map(({ intent }) => intent), [{ kind: "open", lesson: "one" }]);
});
