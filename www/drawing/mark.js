// The place in a button for how far a broken promise is through what it does: empty until somebody looks ahead (`search/marks.js`).

import { html, nothing } from "./template.js";

/** @import { Intent } from "../types.js" */

/** @param {Intent} intent What a button asks for. */
export function markFor(intent) {
  const line = linesOf(intent);
  return line === null ? nothing : html`<action-mark line=${line}></action-mark>`;
}

/**
 * @param {Intent} intent What a button asks for.
 * @returns {string | null} The action lines that it stands for, or a word for them; null for what does no action.
 */
export function linesOf(intent) {
  if (intent.kind === "act") return intent.line;
  if (intent.kind === "acts") return intent.lines.join("\n");
  return intent.kind === "step" || intent.kind === "settle" ? intent.kind : null;
}
