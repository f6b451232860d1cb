// How many messages one follower costs, drawn: by how far it is behind, and by how much of its log conflicts. Where each
// point stands is worked out here, in units of a picture that is `width` wide; the same numbers stand in a table below.

import { html, nothing, svg } from "../drawing/template.js";
import { say } from "../words/say.js";
import { listed } from "./outcome.js";

/** @import { Chart, Curve, ProtocolRow } from "../../pkg/catchup.js" */

/** The picture, and the room around the plot for numbers on the left and below and for names on the right. */
const width = 360;
const height = 236;
const plot = { left: 26, top: 26, right: 264, bottom: 196 };

/** The height of a line of a name, and how many letters it has at most. */
const nameLine = 13;
const nameLetters = 12;

/**
 * Where a curve stands.
 * @typedef {object} Placed
 * @property {string} title The protocol's.
 * @property {number} look Which of the looks in compare.css it has.
 * @property {{x: number, y: number, equal: boolean}[]} points Its points.
 * @property {{lines: string[], y: number}} name What stands beside its end, and where the middle of it is.
 */

/**
 * Draws the chart once; it does not change.
 * @param {Chart} chart The numbers.
 * @param {readonly ProtocolRow[]} protocols Their titles.
 */
export function chartFigure(chart, protocols) {
  return html`<section class="chart" aria-labelledby="compare-chart">
    <h3 id="compare-chart">${say("compare-chart")}</h3>
    <div class="panels">
      ${panel(chart.behind, protocols, say("compare-chart-behind"), say("compare-chart-behind-label"))} ${panel(chart.conflicting, protocols, say("compare-chart-conflicting"), say("compare-chart-conflicting-label"))}
    </div>
    <p class="caption">${captionOf(chart, protocols)}</p>
    <details>
      <summary>${say("compare-chart-tables")}</summary>
      <div class="panels">
        ${numbers(chart.behind, protocols, say("compare-table-behind"), say("compare-table-behind-by"))}
        ${numbers(chart.conflicting, protocols, say("compare-table-conflicting"), say("compare-table-conflicting-by"))}
      </div>
    </details>
  </section>`;
}

/**
 * Places the curves of a panel.
 * @param {readonly Curve[]} curves The numbers.
 * @param {readonly ProtocolRow[]} protocols Their titles.
 * @returns {{curves: Placed[], across: {number: number, x: number}[], up: {number: number, y: number}[]}} The curves, and the numbers along the axes.
 */
export function placeCurves(curves, protocols) {
  const acrossLimit = Math.max(1, ...curves.map(({ points }) => points.length - 1));
  const upStep = stepOf(Math.max(1, ...curves.flatMap(({ points }) => points.map(({ messages }) => messages))));
  const upLimit = upStep * Math.max(1, Math.ceil(Math.max(...curves.flatMap(({ points }) => points.map(({ messages }) => messages))) / upStep));
  const xOf = (/** @type {number} */ number) => plot.left + (number / acrossLimit) * (plot.right - plot.left);
  const yOf = (/** @type {number} */ number) => plot.bottom - (number / upLimit) * (plot.bottom - plot.top);
  const placed = curves.map(({ protocol, points }, look) => {
    const title = protocols.find(({ name }) => name === protocol)?.title ?? protocol;
    return { title, look, points: points.map(({ messages, equal }, number) => ({ x: xOf(number), y: yOf(messages), equal })), name: { lines: foldName(title), y: yOf(points.at(-1)?.messages ?? 0) } };
  });
  spreadNames(placed.map(({ name }) => name));
  return {
    curves: placed,
    across: multiplesUpTo(acrossLimit, stepOf(acrossLimit)).map((number) => ({ number, x: xOf(number) })),
    up: multiplesUpTo(upLimit, upStep).map((number) => ({ number, y: yOf(number) })),
  };
}

/**
 * Moves names that would touch apart, as little as needed, and keeps them within the picture.
 * @param {{lines: string[], y: number}[]} names The names, which are moved in place.
 */
export function spreadNames(names) {
  const order = names.map((name, place) => ({ name, place })).sort((one, other) => one.name.y - other.name.y || one.place - other.place).map(({ name }) => name);
  const half = (/** @type {{lines: string[]}} */ name) => (name.lines.length * nameLine) / 2 + 1;
  // From the top down each gives way to the one above; then, from the bottom up, none leaves the picture.
  for (const [place, name] of order.entries()) {
    const above = order[place - 1];
    if (above) name.y = Math.max(name.y, above.y + half(above) + half(name));
  }
  let limit = plot.bottom + nameLine / 2;
  for (const name of order.toReversed()) {
    name.y = Math.min(name.y, limit - half(name));
    limit = name.y - half(name);
  }
}

/**
 * @param {readonly Curve[]} curves The numbers.
 * @param {readonly ProtocolRow[]} protocols Their titles.
 * @param {string} across What is counted along the lower edge.
 * @param {string} label What the panel shows, for who can't see it.
 */
function panel(curves, protocols, across, label) {
  const placed = placeCurves(curves, protocols);
  return html`<figure>
    <svg viewBox="0 0 ${width} ${height}" role="img" translate="no" aria-label=${label}>
      ${placed.up.map(({ number, y }) => svg`<path class="grid" d="M${plot.left} ${y}H${plot.right}" /><text class="up" x=${plot.left - 5} y=${y + 3.5}>${number}</text>`)}
      ${placed.across.map(({ number, x }) => svg`<path class="tick" d="M${x} ${plot.bottom}v4" /><text class="across" x=${x} y=${plot.bottom + 15}>${number}</text>`)}
      <path class="axis" d="M${plot.left} ${plot.bottom}H${plot.right}" />
      <text class="axis-name" x="0" y="11">${say("compare-chart-messages")}</text>
      <text class="axis-name across" x=${(plot.left + plot.right) / 2} y=${plot.bottom + 32}>${across}</text>
      ${placed.curves.toReversed().map(curveDrawing)} ${placed.curves.map(nameDrawing)}
    </svg>
  </figure>`;
}

/** @param {Placed} curve A curve. */
function curveDrawing({ look, points }) {
  const line = points.map(({ x, y }, place) => `${place === 0 ? "M" : "L"}${x} ${y}`).join("");
  return svg`<g class="curve look-${look % 3}">
    <path class="line" d=${line} />
    ${points.map(({ x, y, equal }) => svg`<path class=${equal ? "point" : "point hollow"} transform="translate(${x} ${y})" d=${markOf(look)} />`)}
  </g>`;
}

/** @param {Placed} curve A curve, whose name stands beside its end. */
function nameDrawing({ look, points, name }) {
  const end = points.at(-1);
  const x = plot.right + 16;
  const first = name.y - ((name.lines.length - 1) * nameLine) / 2 + 3.5;
  return svg`<g class="curve look-${look % 3}">
    ${end ? svg`<path class="pointer" d="M${end.x + 6} ${end.y}L${x - 3} ${name.y}" />` : nothing}
    ${name.lines.map((line, place) => svg`<text class="name" x=${x} y=${first + place * nameLine}>${line}</text>`)}
  </g>`;
}

/**
 * @param {number} look Which look.
 * @returns {string} A path around the origin: a circle, a square or a diamond. Those drawn further down are larger, so that they are seen when points coincide.
 */
function markOf(look) {
  return ["M2.4 0a2.4 2.4 0 1 1-4.8 0 2.4 2.4 0 0 1 4.8 0z", "M-2.2-2.2h4.4v4.4h-4.4z", "M0-5 5 0 0 5-5 0z"][look % 3] ?? "";
}

/**
 * @param {readonly Curve[]} curves The numbers.
 * @param {readonly ProtocolRow[]} protocols Their titles.
 * @param {string} title What they are.
 * @param {string} across What the rows are.
 */
function numbers(curves, protocols, title, across) {
  const rows = curves[0]?.points ?? [];
  return html`<table>
    <caption>${title}</caption>
    <thead>
      <tr>
        <th scope="col">${across}</th>
        ${curves.map(({ protocol }) => html`<th scope="col">${protocols.find(({ name }) => name === protocol)?.title ?? protocol}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (_, number) =>
          html`<tr>
            <th scope="row">${number}</th>
            ${curves.map(({ points }) => html`<td>${points[number]?.messages}${points[number]?.equal === false ? html` <span class="wrong">${say("compare-table-differ")}</span>` : nothing}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/**
 * @param {Chart} chart The numbers.
 * @param {readonly ProtocolRow[]} protocols Their titles.
 * @returns {string} What the chart teaches.
 */
function captionOf({ conflicting }, protocols) {
  const wrong = conflicting.filter(({ points }) => points.some(({ equal }) => !equal));
  if (wrong.length === 0) return say("compare-chart-explained");
  const titles = wrong.map(({ protocol }) => protocols.find(({ name }) => name === protocol)?.title ?? protocol);
  return say("compare-chart-explained-wrong", { titles: listed(titles), count: titles.length });
}

/**
 * @param {string} title A protocol's title.
 * @returns {string[]} The title in lines that fit beside the plot.
 */
function foldName(title) {
  /** @type {string[]} */
  const lines = [];
  for (const word of title.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`.trim();
    if (lines.length > 0 && longer.length <= nameLetters) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/**
 * @param {number} limit The highest number along an axis.
 * @returns {number} The distance of the numbers that are written there, so that there are about four.
 */
function stepOf(limit) {
  return [1, 2, 4, 5, 8, 10, 20, 25, 50, 100].find((step) => step * 4 >= limit) ?? Math.ceil(limit / 4);
}

/**
 * @param {number} limit The highest.
 * @param {number} step Their distance.
 * @returns {number[]} From 0.
 */
function multiplesUpTo(limit, step) {
  return Array.from({ length: Math.floor(limit / step) + 1 }, (_, place) => place * step);
}
