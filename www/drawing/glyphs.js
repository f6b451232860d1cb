// A server's mark: a shape and a hue, by its place in the registry, so that neither is needed without the other.
// The hues are `--server-0` to `--server-8` in style.css; a server's hue is on its glyph, its card's edge, its send
// dot and its leader's bar, never on text.

import { html } from "./template.js";

/** @import { TemplateResult } from "lit-html" */

/** One path on a square of 12 for each place in the registry, which holds at most nine. */
const shapes = [
  "M10.2 6a4.2 4.2 0 1 1-8.4 0 4.2 4.2 0 0 1 8.4 0z",
  "M2 2h8v8H2z",
  "M6 1.4 11 10.4H1z",
  "M6 .9 11.1 6 6 11.1.9 6z",
  "M6 1 10.6 3.6v4.8L6 11 1.4 8.4V3.6z",
  "M6 10.6 1 1.6h10z",
  "M4.3 1.3h3.4v3h3v3.4h-3v3H4.3v-3h-3V4.3h3z",
  "M6 .8 7.5 4.4l3.8.3-2.9 2.5.9 3.8L6 9 2.7 11l.9-3.8L.7 4.7l3.8-.3z",
  "M1.3 9.5V7a4.7 4.7 0 0 1 9.4 0v2.5z",
];

/**
 * The colour of a server.
 * @param {number} place Its place in the registry, from 0; -1 for the client.
 * @returns {string} A CSS value.
 */
export function hue(place) {
  return place < 0 ? "var(--muted)" : `var(--server-${place % shapes.length})`;
}

/**
 * The shape of a server, as path data on a square of 12, for drawings of their own.
 * @param {number} place Its place in the registry, from 0.
 * @returns {string} The value of a `d` attribute.
 */
export function shape(place) {
  return shapes[place % shapes.length] ?? "";
}

/**
 * Draws a server's mark, hidden from people who listen: its name always stands beside it.
 * @param {number} place Its place in the registry, from 0.
 * @param {boolean} up Whether the server is up; the mark of one that is down is hollow.
 * @returns {TemplateResult} One `svg` element with the class `glyph`.
 */
export function glyph(place, up) {
  return html`<svg class=${up ? "glyph" : "glyph hollow"} .style="color:${hue(place)}" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><path d=${shape(place)} /></svg>`;
}
