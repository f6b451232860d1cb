// The lamps: what the protocol promises, and what it is meant to reach. A promise is kept or broken, for good; a goal is
// reached or not yet.

import { html, nothing } from "./template.js";
import { icon } from "./icons.js";
import { named, sentence } from "./sentence.js";
import { say, sayAround } from "../words/say.js";

/** @import { Frame, Invariant } from "../../pkg/catchup.js" */

/**
 * Draws a list of lamps under a heading; nothing when there are none.
 * @param {Frame} frame The moment.
 * @param {Invariant["kind"]} kind Which of them.
 * @param {((moment: number) => void) | null} go Goes to a moment; null where one can't.
 */
export function lamps(frame, kind, go) {
  const shown = frame.invariants.filter((invariant) => invariant.kind === kind);
  if (shown.length === 0) return nothing;
  return html`<ul class="lights" role="list">
    ${shown.map((invariant) => lamp(frame, invariant, go))}
  </ul>`;
}

/**
 * What cells are compared with, in a few words: "compared with dick, the leader".
 * @param {Frame} frame The moment.
 */
export function comparedWith(frame) {
  return saidOfReference("compared-with", frame);
}

/**
 * The same as a sentence.
 * @param {Frame} frame The moment.
 */
export function logsAreCompared(frame) {
  return saidOfReference("logs-are-compared-with", frame);
}

/**
 * What is said of the log with which cells are compared; nothing when there is nothing to compare.
 * @param {"compared-with" | "logs-are-compared-with"} message The message.
 * @param {Frame} frame The moment.
 */
function saidOfReference(message, { reference, servers }) {
  const longest = Math.max(0, ...servers.map(({ log }) => log.length));
  if (!reference || longest === 0) return nothing;
  const own = servers.find(({ name }) => name === reference.server)?.log.length ?? 0;
  // Who is down may have a longer one.
  return sayAround(message, { why: reference.why === "longest" && own < longest ? "longest-up" : reference.why, server: named(reference.server, servers) });
}

/**
 * One of them.
 * @param {Frame} frame The moment.
 * @param {Invariant} invariant The property.
 * @param {((moment: number) => void) | null} go Goes to a moment; null where one can't.
 */
function lamp(frame, invariant, go) {
  const { title, says, names, broken_at } = invariant;
  const { look, sign, word } = stateOf(invariant);
  return html`<li class=${look}>
    ${icon(sign)}<b>${sayAround("lamp", { title, state: html`<span>${word}</span>` })}</b>
    <p>${sentence(says, names, frame.servers)}</p>
    ${go && broken_at !== undefined && broken_at !== frame.moment
      ? html`<button class="btn small" type="button" @click=${() => go(broken_at)}>${say("lamp-go", { step: broken_at })}</button>`
      : nothing}
  </li>`;
}

/**
 * How a lamp looks, and its word.
 * @param {Invariant} invariant The property.
 * @returns {{ look: "ok" | "bad" | "wait", sign: "check" | "broken" | "wait", word: string }} For each state its own sign, so that no colour is needed.
 */
function stateOf({ kind, holds, broken_at }) {
  if (kind !== "always" && !holds) return { look: "wait", sign: "wait", word: say("lamp-not-yet") };
  if (holds) return { look: "ok", sign: "check", word: say({ sometimes: "lamp-happened", goal: "lamp-reached", always: "lamp-kept" }[kind]) };
  return { look: "bad", sign: "broken", word: say("lamp-broken", { step: broken_at ?? 0 }) };
}
