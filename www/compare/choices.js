// What can be chosen in the side by side view: a start, the protocols, and the two texts themselves.

import { html, nothing } from "../drawing/template.js";
import { live } from "lit-html/directives/live.js";
import { say } from "../words/say.js";

/** @import { ProtocolRow, StartRow } from "../../pkg/catchup.js" */
/** @import { Comparison } from "./compare.js" */

/** The names of the two starts that the simulation does not know: the person's own, and that of the run on the page. */
export const own = "own";
export const page = "page";

/** How far behind the follower of the first start can be. */
const behindLimit = 12;

/**
 * What a choice does.
 * @typedef {object} Choosing
 * @property {(name: string) => void} chooseStart Takes a start's name.
 * @property {(behind: number) => void} chooseBehind Takes by how many entries the follower is behind.
 * @property {(name: string, wanted: boolean) => void} chooseProtocol Takes a protocol in or leaves it out.
 */

/**
 * The row of choices.
 * @param {Comparison} comparison What is chosen.
 * @param {readonly StartRow[]} starts The starts to choose from.
 * @param {readonly ProtocolRow[]} protocols The protocols to choose from.
 * @param {Choosing} choosing Takes the choices.
 */
export function choices(comparison, starts, protocols, { chooseStart, chooseBehind, chooseProtocol }) {
  const { start, behind } = comparison;
  const options = [...starts.map(({ name, title }) => ({ name, title })), { name: page, title: say("compare-start-of-page") }, { name: own, title: say("compare-start-own") }];
  return html`<div class="choices">
    <div class="choice">
      <label for="compare-start">${say("compare-start")}</label>
      <select class="select" id="compare-start" .value=${live(start)} @change=${(/** @type {Event} */ event) => chooseStart(/** @type {HTMLSelectElement} */ (event.currentTarget).value)}>
        ${options.map(({ name, title }) => html`<option value=${name} ?selected=${name === start}>${title}</option>`)}
      </select>
    </div>
    ${start === "behind"
      ? html`<div class="choice">
          <label for="compare-behind">${say("compare-behind")}</label>
          <input type="range" id="compare-behind" min="0" max=${behindLimit} .value=${live(`${behind}`)} aria-valuetext=${say("compare-behind-now", { behind, limit: behindLimit })} @input=${(/** @type {Event} */ event) => chooseBehind(/** @type {HTMLInputElement} */ (event.currentTarget).valueAsNumber)} />
          <b class="behind" aria-hidden="true">${behind}</b>
        </div>`
      : nothing}
    <fieldset class="choice">
      <legend>${say("compare-protocols")}</legend>
      ${protocols.map(
        ({ name, title, summary }) =>
          html`<label class="check" title=${summary}
            ><input type="checkbox" .checked=${live(comparison.protocols.includes(name))} @change=${(/** @type {Event} */ event) => chooseProtocol(name, /** @type {HTMLInputElement} */ (event.currentTarget).checked)} />${title}</label
          >`,
      )}
      ${comparison.protocols.length <= 2 ? html`<span class="hint">${say("compare-two-stay")}</span>` : nothing}
    </fieldset>
  </div>`;
}

/**
 * The texts that are run. They are open for a start of one's own, and can be opened for any.
 * @param {Comparison} comparison What is chosen.
 * @param {{write(field: "start" | "trouble", text: string): void, run(): void}} writing Takes what is written, and runs it.
 */
export function texts(comparison, { write, run }) {
  const { start, fault, ran } = comparison;
  const stale = comparison.texts.start !== ran.start || comparison.texts.trouble !== ran.trouble;
  return html`<details class="texts" ?open=${start === own || fault !== null}>
    <summary>${say("compare-texts")}</summary>
    <div class="texts-fields">
      ${field(comparison, "start", say("compare-start-text"), say("compare-start-hint"), write)}
      ${field(comparison, "trouble", say("compare-trouble"), say("compare-trouble-hint"), write)}
    </div>
    <p class="texts-run">
      <button class="btn ${stale ? "primary" : ""}" type="button" @click=${run}>${say("compare-run")}</button>
      ${stale ? html`<span class="hint">${say("compare-not-shown-yet")}</span>` : nothing}
    </p>
  </details>`;
}

/**
 * One of the two fields.
 * @param {Comparison} comparison Has its text, and perhaps its fault.
 * @param {"start" | "trouble"} name Which field.
 * @param {string} label Its name.
 * @param {string} hint What belongs into it.
 * @param {(field: "start" | "trouble", text: string) => void} write Takes what is written.
 */
function field({ texts, fault }, name, label, hint, write) {
  const wrong = fault?.field === name ? fault : null;
  const described = `compare-${name}-hint${wrong ? ` compare-${name}-fault` : ""}`;
  return html`<div>
    <label for="compare-${name}-text">${label}</label>
    <span class="hint" id="compare-${name}-hint">${hint}</span>
    <textarea
      class="field mono"
      id="compare-${name}-text"
      rows="9"
      spellcheck="false"
      autocapitalize="none"
      aria-describedby=${described}
      aria-invalid=${wrong ? "true" : nothing}
      .value=${live(texts[name])}
      @input=${(/** @type {Event} */ event) => write(name, /** @type {HTMLTextAreaElement} */ (event.currentTarget).value)}></textarea>
    ${wrong ? html`<p class="fault" id="compare-${name}-fault" role="alert">${wrong.says}</p>` : nothing}
  </div>`;
}
