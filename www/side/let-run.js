// "Let it run": what chooses for the person, with a seed that is shown, so that the same can be seen again.

import { html, nothing } from "../drawing/template.js";
import { live } from "lit-html/directives/live.js";
import { icon } from "../drawing/icons.js";
import { smallForm } from "../drawing/small-form.js";
import { say } from "../words/say.js";

/** @import { Dispatch, View, Weather } from "../types.js" */

const MOST_MOMENTS = 10_000;
const HIGHEST_SEED = 4_294_967_295;

/**
 * Makes the part; the side panel draws what it returns.
 * @param {Dispatch} dispatch Takes what the person asks for.
 * @param {() => void} redraw Draws the panel again, after something was set.
 * @returns {{ draw(view: View): unknown }} `draw` gives the template.
 */
export function createLetRun(dispatch, redraw) {
  let how = /** @type {Weather["how"]} */ ("calm");
  /** What was moved: in percent, by the word of the text language. */
  const moved = /** @type {Record<string, number>} */ ({});
  let seed = 1;
  let moments = 100;

  const { keydown, submit, click } = smallForm((form) => {
    const values = new FormData(form);
    seed = Number(values.get("seed"));
    moments = Number(values.get("moments"));
    dispatch({ kind: "let_run", weather: { how, seed, moments, rates: { ...moved } } });
  });

  /** @param {Weather["how"]} chosen What to choose. */
  function choose(chosen) {
    how = chosen;
    redraw();
  }

  /**
   * @param {string} word A rate.
   * @param {Event} event A move of its slider.
   */
  function rate(word, event) {
    moved[word] = Number(/** @type {HTMLInputElement} */ (event.currentTarget).value);
    redraw();
  }

  return {
    draw({ running, catalog }) {
      return html`<div class="part">
        <h2 id="let-run">${say("weather")}</h2>
        <form class="let-run" aria-labelledby="let-run" @keydown=${keydown} @submit=${submit}>
          <fieldset class="seg">
            <legend class="vh">${say("weather-what")}</legend>
            <div class="options">
              <label title=${say("weather-calm-title")}><input type="radio" name="how" value="calm" .checked=${live(how === "calm")} @change=${() => choose("calm")} /><span>${say("weather-calm")}</span></label>
              <label title=${say("weather-storm-title")}><input type="radio" name="how" value="storm" .checked=${live(how === "storm")} @change=${() => choose("storm")} /><span>${say("weather-storm")}</span></label>
            </div>
          </fieldset>
          <p class="row">
            <label>${say("weather-seed")} <input class="field mono" name="seed" type="number" min="0" max=${HIGHEST_SEED} step="1" required .value=${live(`${seed}`)} @input=${(/** @type {Event} */ event) => (seed = Number(/** @type {HTMLInputElement} */ (event.currentTarget).value))} /></label>
            <label>${say("weather-steps")} <input class="field mono" name="moments" type="number" min="1" max=${MOST_MOMENTS} step="1" required .value=${live(`${moments}`)} @input=${(/** @type {Event} */ event) => (moments = Number(/** @type {HTMLInputElement} */ (event.currentTarget).value))} /></label>
          </p>
          ${how === "calm" ? nothing : html`<div class="rates">${catalog.storm.map(({ name, title, percent }) => slider(name, title, moved[name] ?? percent, rate))}</div>`}
          ${running
            ? html`<p class="row"><button class="btn" type="button" @click=${() => dispatch({ kind: "stop" })}>${say("weather-stop")}</button><progress aria-label=${say("weather-steps-made")} max=${running.total} .value=${running.done}></progress><small>${say("some-of", { count: running.done, all: running.total })}</small></p>`
            : html`<p class="row"><button class="btn" type="button" @click=${click}>${icon("play")}${say("weather")}</button></p>`}
          <p class="hint">${say(how === "calm" ? "weather-calm-hint" : "weather-storm-hint")}</p>
        </form>
      </div>`;
    },
  };
}

/**
 * @param {string} word The rate.
 * @param {string} says What happens.
 * @param {number} percent How often.
 * @param {(word: string, event: Event) => void} rate Sets it.
 */
function slider(word, says, percent, rate) {
  return html`<label><span>${says}</span><input type="range" min="0" max="50" step="1" .value=${live(`${percent}`)} aria-valuetext=${say("percent", { percent })} @input=${(/** @type {Event} */ event) => rate(word, event)} /><output aria-hidden="true">${say("percent", { percent })}</output></label>`;
}
