// The lamps: what the protocol promises, and what it is meant to reach. A promise is kept or broken, for good; a goal is
// reached or not yet.

import { html, nothing } from "./template.js";
import { icon } from "./icons.js";
import { named, sentence } from "./sentence.js";

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
 * What cells are compared with, in a few words: "compared with dick, the leader"; nothing when nobody is registered.
 * @param {Frame} frame The moment.
 */
export function comparedWith({ reference, servers }) {
  if (!reference) return nothing;
  const why = { leader: ", the leader", named: "", longest: ", the longest log" }[reference.why];
  return html`compared with ${named(reference.server, servers)}${why}`;
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
    ${icon(sign)}<b>${title}: <span>${word}</span></b>
    <p>${sentence(says, names, frame.servers)}</p>
    ${go && broken_at !== undefined && broken_at !== frame.moment
      ? html`<button class="btn small" type="button" @click=${() => go(broken_at)}>${broken_at === 0 ? "Go to the start" : `Go to step ${broken_at}`}</button>`
      : nothing}
  </li>`;
}

/**
 * How a lamp looks, and its word.
 * @param {Invariant} invariant The property.
 * @returns {{ look: "ok" | "bad" | "wait", sign: "check" | "broken" | "wait", word: string }} For each state its own sign, so that no colour is needed.
 */
function stateOf({ kind, holds, broken_at }) {
  if (kind === "sometimes") return holds ? { look: "ok", sign: "check", word: "happened" } : { look: "wait", sign: "wait", word: "not yet" };
  if (kind === "goal") return holds ? { look: "ok", sign: "check", word: "reached" } : { look: "wait", sign: "wait", word: "not yet" };
  if (holds) return { look: "ok", sign: "check", word: "kept" };
  return { look: "bad", sign: "broken", word: broken_at === 0 ? "broken from the start" : `broken since step ${broken_at}` };
}
