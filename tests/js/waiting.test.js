// Requests that wait, and requests that are declined: why, and what helps.

import assert from "node:assert/strict";
import { test } from "node:test";
import { waitingIn } from "../../www/drawing/waiting.js";
import { askInstead } from "../../www/session/instead.js";
import "./speak.js";

/** @import { Frame, Outline, ServerFrame } from "../../pkg/catchup.js" */

const voters = ["every", "tom", "dick"];

/**
 * @param {string} name A server.
 * @param {Partial<ServerFrame>} more What is known about it.
 * @returns {ServerFrame} All of it.
 */
const server = (name, more = {}) => ({ name, up: true, role: "follower", term: 1, voted_for: null, log: [], store: [], progress: [], applied: 0, facts: [{ name: "voters", title: "", servers: voters }], prompts: [], waiting: [], full: false, damaged: [], repeated: [], ...more });

const leader = server("dick", { role: "leader", waiting: ["set b 9"], prompts: [{ name: "heartbeat", title: "Heartbeat" }] });
const down = { up: false, role: null };

/**
 * @param {ServerFrame[]} servers The servers.
 * @param {Partial<Frame>} [more] What else is known.
 * @param {number} [latest] The latest term for which somebody was elected.
 * @returns {[string | undefined, string[][]]} Why the first request waits, and what helps: labels and lines.
 */
function standstill(servers, more = {}, latest = 1) {
  const frame = { moment: 1, events: [], servers, in_flight: [], links_cut: [], reference: null, invariants: [], writes: [], ...more };
  const [first] = waitingIn(frame, latest);
  return [first?.why, (first?.helps ?? []).map(({ label, lines }) => [label, ...lines])];
}

test("with too few in reach it says how many, and what would help", () => {
  assert.deepEqual(standstill([server("every"), server("tom", down), leader], { links_cut: [["every", "dick"]] }), [
    "1 of 3 can be reached, and it takes 2: heal, or restart one.",
    [["Heal", "heal every dick"], ["Restart tom", "restart tom"]],
  ]);
});

test("with a majority in reach it waits for messages, and with none in flight somebody has to send", () => {
  const answer = { id: 1, from: "tom", to: "dick", kind: "append_response", wire: "", says: "" };
  assert.deepEqual(standstill([server("every"), server("tom"), leader], { in_flight: [answer] })[1], []);
  assert.deepEqual(standstill([server("every"), server("tom"), leader])[1], [["Heartbeat dick", "prompt dick heartbeat"]]);
});

test("where another one leads a later term, that one is asked instead", () => {
  assert.deepEqual(standstill([server("every"), server("tom", { role: "leader", term: 2 }), leader], {}, 2)[1], [["Ask tom instead", "client tom set b 9"]], "to send again would not help");
});

test("a declined request is offered to the leader that was named, until the client says something", () => {
  /** @type {Outline[]} */
  const declined = [{ kind: "delivered", id: 1 }, { kind: "declined", server: "tom", request: "get k", leader: "dick" }, { kind: "sent", message: { id: 2, from: "tom", to: "client", says: "Sorry" } }];
  /** @type {Outline[][]} */
  const history = [[], [], declined, [{ kind: "delivered", id: 2 }], [{ kind: "sent", message: { id: 3, from: "client", to: "dick", says: "get k" } }]];
  const offer = { label: "Ask dick instead", intent: { kind: "send", server: "dick", command: "get k" } };
  assert.deepEqual([1, 2, 3, 4].map((cursor) => askInstead(history, cursor)), [null, { offer, answer: 2 }, { offer, answer: 2 }, null]);
  assert.equal(askInstead([[], [{ kind: "declined", server: "tom", request: "get k" }]], 1), null, "tom knows no leader");
});
