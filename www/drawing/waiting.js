// Requests that wait for their answer: why they do, and what would help. Pure functions of the frame.

import { say } from "../words/say.js";
import { factOf, standingOf } from "./standing.js";

/** @import { Frame, ServerFrame } from "../../pkg/catchup.js" */

/**
 * Something that helps: a button's label, and the lines of the text language that it carries out.
 * @typedef {{ label: string, lines: readonly string[] }} Help
 */

/**
 * @typedef {object} Waiting
 * @property {string} server Who was asked.
 * @property {string} request What was said.
 * @property {string} why Why there is no answer yet, and what would help.
 * @property {readonly Help[]} helps What fits best first.
 */

/**
 * All requests that wait, by server.
 * @param {Frame} frame The moment.
 * @param {number} latest The latest term for which somebody was elected so far.
 * @returns {Waiting[]} In order of registration.
 */
export function waitingIn(frame, latest) {
  return frame.servers.flatMap((server) => {
    if (server.waiting.length === 0) return [];
    const state = stateOf(frame, server, latest);
    return server.waiting.map((request) => ({ server: server.name, request, why: state.why, helps: [...instead(frame, server, request), ...state.helps] }));
  });
}

/**
 * Why nothing that waits at a leader can be answered yet.
 * @param {Frame} frame The moment.
 * @param {ServerFrame} server The leader.
 * @param {number} latest The latest term for which somebody was elected.
 * @returns {{ why: string, helps: Help[] }} The reason, and what helps besides asking somebody else.
 */
function stateOf(frame, server, latest) {
  const { name } = server;
  const reach = standingOf(frame, server, latest).reach;
  const needed = reach ? Math.floor(reach.voters / 2) + 1 : 0;
  if (reach && reach.reached < needed) {
    const [heals, restarts] = [heal(frame, server), restart(frame, server)];
    const canHeal = frame.links_cut.length > 0;
    const advice = canHeal ? (restarts.length > 0 ? "heal-or-restart" : "heal") : restarts.length > 0 ? "restart" : "none";
    return { why: say("waiting-cannot-reach", { reached: reach.reached, voters: reach.voters, needed, advice }), helps: [...heals, ...restarts] };
  }
  if (reach && latest > server.term) return { why: say("waiting-at-stale-leader", { name }), helps: [] };
  const busy = frame.in_flight.some(({ from, to }) => from !== "client" && to !== "client" && (from === name || to === name));
  if (busy) return { why: say("waiting-for-messages"), helps: [] };
  const beat = server.prompts.map((prompt) => ({ label: say("prompt-to", { prompt: prompt.title, name }), lines: [`prompt ${name} ${prompt.name}`] }));
  return { why: say("waiting-for-a-majority", { name }), helps: beat };
}

/**
 * @param {Frame} frame The moment.
 * @param {ServerFrame} server Who was asked.
 * @param {string} request What was said.
 * @returns {Help[]} To ask the leader of a later term.
 */
function instead({ servers }, { name, term }, request) {
  const better = servers.filter((other) => other.role === "leader" && other.term > term && other.name !== name);
  const [leader] = better.sort((one, other) => other.term - one.term);
  return leader ? [{ label: say("ask-instead", { name: leader.name }), lines: [`client ${leader.name} ${request}`] }] : [];
}

/**
 * @param {Frame} frame The moment.
 * @param {ServerFrame} server A leader.
 * @returns {Help[]} To heal its links.
 */
function heal({ links_cut }, { name }) {
  const lines = links_cut.filter((pair) => pair.includes(name)).map(([one, other]) => `heal ${one} ${other}`);
  return lines.length > 0 ? [{ label: say("heal"), lines }] : [];
}

/**
 * @param {Frame} frame The moment.
 * @param {ServerFrame} server A leader.
 * @returns {Help[]} To restart one of its voters.
 */
function restart({ servers }, server) {
  const voters = factOf(server, "voters")?.servers ?? [];
  const down = servers.find(({ name, up, damaged }) => !up && damaged.length === 0 && voters.includes(name));
  return down ? [{ label: say("server-restart-name", { name: down.name }), lines: [`restart ${down.name}`] }] : [];
}
