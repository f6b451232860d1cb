// The bottom bar: where the run stands, in one sentence and on a slider, and the buttons that move it. Its parts have
// places that neither the sentence nor the moment changes, so that nothing moves under the pointer that steps.

import { html, nothing, render } from "../drawing/template.js";
import { live } from "lit-html/directives/live.js";
import { createMarks, walkMarks } from "./marks.js";
import { icon } from "../drawing/icons.js";
import { markFor } from "../drawing/mark.js";
import { createStatusLine } from "./status-line.js";
import { say, sayAround } from "../words/say.js";

/** @import { IconName } from "../drawing/icon-paths.js" */
/** @import { Dispatch, Intent, Speed, View } from "../types.js" */

/**
 * Makes the bar.
 * @param {HTMLElement} root Where to draw.
 * @param {Dispatch} dispatch Takes what the person asks for.
 * @returns {{ draw(view: View): void, focusStep(): void }} The panel; `focusStep` puts the focus on its main button.
 */
export function createPlayback(root, dispatch) {
  root.replaceChildren();
  const marks = createMarks((moment) => dispatch({ kind: "seek", moment }));
  const line = document.createElement("div");
  line.className = "says";
  const statusLine = createStatusLine(line, () => root.querySelector("[type=range]")?.matches(":focus") ?? false);
  const rail = document.createElement("div");
  rail.className = "marks";
  rail.setAttribute("role", "toolbar");
  rail.setAttribute("aria-label", say("playback-marks"));
  rail.addEventListener("keydown", walkMarks);
  let last = /** @type {View | undefined} */ (undefined);
  /** How wide the slider is, in px: so many marks fit over it. */
  let width = 0;
  new ResizeObserver(([entry]) => {
    const before = width;
    width = entry?.contentRect.width ?? 0;
    // What they stand beside is painted first: a long run has many of them, and nothing moves when they come.
    if (before === 0) setTimeout(drawMarks);
    else drawMarks();
  }).observe(rail);
  return { focusStep, draw };

  /** Draws the marks over the slider; not before it is known how many fit. */
  function drawMarks() {
    if (last && width > 0) render(marks.draw(last, width), rail);
  }

  /** @param {View} view What to draw. */
  function draw(view) {
    const { cursor, length, stepBlocked, playing, status } = view;
    const atStart = cursor === 0 ? say("playback-at-start") : null;
    statusLine.draw(view);
    last = view;
    root.classList.toggle("asking-now", view.lesson?.question?.said === null);
    drawMarks();
    const stop = playing ? null : stepBlocked;
    render(
      html`
        <div class="controls">
          <div class="transport" role="group" aria-label=${say("playback-controls")}>
            ${control("start", say("playback-start"), { kind: "seek", moment: 0 }, atStart, "")} ${control("back", say("playback-back"), { kind: "back" }, atStart, "")}
            ${control("step", say("playback-step"), { kind: "step" }, stepBlocked, "blocked")}
            ${playing ? control("pause_filled", say("playback-pause"), { kind: "pause" }, null, "") : control("play", say("playback-play"), { kind: "play" }, stop, "blocked")}
            ${control("settle", say("playback-settle"), { kind: "settle" }, stepBlocked, "blocked")}
          </div>
          <div class="under-transport">
            <p class="count">${sayAround("playback-position", { step: html`<b>${cursor}</b>`, count: length })}</p>
            <div class="next-place">${onward(view)}</div>
          </div>
          ${stepBlocked === null ? nothing : html`<p class="vh" id="blocked">${stepBlocked}</p>`}
        </div>
        <div class="track">
          ${line}
          <div class="scrub">
            ${rail}
            <input
              type="range"
              aria-label=${say("playback-moment")}
              min="0"
              max=${length}
              .value=${live(`${cursor}`)}
              .style="--at:${length === 0 ? 0 : (cursor / length) * 100}%"
              aria-valuetext=${say("playback-moment-now", { moment: cursor, count: length, status })}
              @input=${(/** @type {Event} */ event) => dispatch({ kind: "seek", moment: /** @type {HTMLInputElement} */ (event.currentTarget).valueAsNumber })} />
          </div>
        </div>
        <div class="pace">
          ${speedPicker(view, dispatch)} ${control("reset", say("playback-reset"), { kind: "reset" }, null, "")}
        </div>
      `,
      root,
    );
  }

  /**
   * The button beside Step: to ask the leader that was named, else what goes on when Step can't. Then the next key is expected
   * at Step. It is no more than another button while there is a goal to reach.
   * @param {View} view What to draw.
   */
  function onward({ instead, stepBlocked, next: { offers, aims } }) {
    const shown = instead ? [instead.offer] : stepBlocked === null ? [] : offers.slice(0, 1);
    return shown.map(({ label, intent }) => {
      // Which lesson comes next is for the story to say; here its name would push the slider aside.
      const [short] = label.split(": ");
      const go = () => {
        dispatch(intent);
        focusStep();
      };
      return html`<button class=${aims && !instead ? "btn" : "btn primary"} type="button" title=${label} aria-label=${label} @click=${go}><span>${short}</span>${markFor(intent)}</button>`;
    });
  }

  /** Puts the focus on Step. */
  function focusStep() {
    /** @type {HTMLElement | null} */ (root.querySelector(".do-step"))?.focus();
  }

  /**
   * One button. A button that can't be used now stays where the focus can find it, and says why.
   * @param {IconName} name Its icon, which also gives its class.
   * @param {string} label Its name.
   * @param {Intent} intent What it asks for.
   * @param {string | null} blocked Why it can't be used now; null when it can.
   * @param {string} described The id of the element that says so.
   */
  function control(name, label, intent, blocked, described) {
    return html`<button
      class="btn do-${name}"
      type="button"
      aria-label=${label}
      aria-disabled=${blocked === null ? nothing : "true"}
      aria-describedby=${blocked === null || !described ? nothing : described}
      title=${blocked === null ? label : say("playback-blocked", { button: label, why: blocked })}
      @click=${() => {
        if (blocked === null) dispatch(intent);
      }}>
      ${icon(name)}<span>${label}</span>${markFor(intent)}
    </button>`;
  }
}

/** How fast Play can go, and what says so. @type {readonly (readonly [Speed, string])[]} */
const speeds = [["slow", "playback-slow"], ["normal", "playback-normal"], ["fast", "playback-fast"]];

/**
 * How fast Play goes.
 * @param {View} view What to draw.
 * @param {Dispatch} dispatch Takes the choice.
 */
function speedPicker({ speed }, dispatch) {
  return html`<label class="speed"
    ><span>${say("playback-speed")}</span>
    <select class="select" .value=${live(speed)} @change=${(/** @type {Event} */ event) => dispatch({ kind: "speed", speed: /** @type {Speed} */ (/** @type {HTMLSelectElement} */ (event.currentTarget).value) })}>
      ${speeds.map(([name, message]) => html`<option value=${name} ?selected=${name === speed}>${say(message)}</option>`)}
    </select></label
  >`;
}
