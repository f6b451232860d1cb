// Votes as boxes, which need no colour.

import { html } from "./template.js";

/** @import { Ballot } from "./standing.js" */

/** What is drawn in a box. */
const signs = { yes: "m3.8 6.700 2 2 3.6-4.300", no: "m4 4 5 5m0-5-5 5", air: "", open: "" };

/**
 * A vote: a filled box with a tick, a box with a cross, a dashed one for what is in the air, or an empty one.
 * @param {Ballot | "no"} state What became of it.
 */
export function ballotBox(state) {
  return html`<svg class="ballot ${state}" viewBox="0 0 13 13" aria-hidden="true"><rect x="1.5" y="1.5" width="10" height="10" /><path d=${signs[state]} /></svg>`;
}
