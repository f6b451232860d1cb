// The table to show to a class: what each protocol costs in the end, and whether it does what it is for.

import { html } from "../drawing/template.js";
import { counted } from "./column.js";
import { leastOf, verdictOf } from "./outcome.js";
import { icon } from "../drawing/icons.js";
import { say } from "../words/say.js";

/** @import { Column } from "./compare.js" */

/**
 * Draws the table.
 * @param {readonly Column[]} columns What was compared.
 */
export function summary(columns) {
  const verdicts = columns.map(({ end }) => verdictOf(end));
  const least = counted.map(([name]) => leastOf(columns.map(({ endCosts }, row) => ({ well: verdicts[row]?.well ?? false, number: endCosts[name] }))));
  return html`<section class="summary" aria-labelledby="compare-summary">
    <h3 id="compare-summary">${say("compare-summary")}</h3>
    <table>
      <thead>
        <tr>
          <th scope="col">${say("compare-protocol")}</th>
          ${counted.map(([, message]) => html`<th scope="col" class="number">${say(message)}</th>`)}
          <th scope="col">${say("compare-agree")}</th>
        </tr>
      </thead>
      <tbody>
        ${columns.map(({ protocol, endCosts }, row) => {
          const verdict = verdicts[row] ?? { well: false, says: "" };
          return html`<tr>
            <th scope="row">${protocol.title}</th>
            ${counted.map(([name], column) => html`<td class="number">${least[column]?.[row] ? html`<small>${say("compare-least")}</small> <b>${endCosts[name]}</b>` : endCosts[name]}</td>`)}
            <td class=${verdict.well ? "ok" : "bad"}>${icon(verdict.well ? "check" : "broken")}${verdict.says}</td>
          </tr>`;
        })}
      </tbody>
    </table>
    <p class="hint">${say("compare-summary-hint")}</p>
  </section>`;
}
