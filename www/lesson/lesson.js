// What a lesson asks, beside the run: the question before a step, what came and what the person said, the goals, and in the
// end what was predicted. Loaded when a lesson has any of it.

import { html, nothing, render } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";
import { addStyle } from "../drawing/late-style.js";
import { say } from "../words/say.js";
import { tied } from "../words/ties.js";
import { drawGoal } from "./goal.js";
import sheet from "./lesson.css?inline";

/** @import { Dispatch, LessonView, View } from "../types.js" */

/** @typedef {NonNullable<LessonView["question"]>} Question */

/**
 * Makes the panel.
 * @param {HTMLElement} root Where to draw.
 * @param {Dispatch} dispatch Takes what the person asks for.
 * @param {() => void} rest Puts the focus where the next key is expected: a button that was pressed may be gone.
 * @returns {{ draw(view: View): void }} The panel.
 */
export function createLesson(root, dispatch, rest) {
  addStyle(sheet);
  let last = /** @type {View | undefined} */ (undefined);
  /** For which question all of this is. */
  let about = "";
  let chosen = /** @type {string | null} */ (null);
  /** How many hints are shown, by what they are for. @type {Map<string, number>} */
  const shown = new Map();

  /** @param {View} view What to draw. */
  function draw(view) {
    last = view;
    const question = view.lesson?.question ?? null;
    const key = `${view.room} ${question?.moment} ${question?.says}`;
    const isNew = key !== about;
    if (isNew) {
      about = key;
      chosen = null;
    }
    const page = root.closest(".page");
    page?.classList.toggle("asks", question?.said === null);
    // All along, so that the key doesn't grow with a question and move what is above it.
    page?.classList.toggle("with-questions", (view.lesson?.asks.length ?? 0) > 0);
    render(view.lesson ? content(view, view.lesson) : nothing, root);
    // Where the story is long, it has to be seen that something is asked.
    if (isNew && question) root.querySelector(".card")?.scrollIntoView({ block: "nearest" });
  }

  /**
   * @param {View} view What to draw.
   * @param {LessonView} lesson Of it, what the lesson asks.
   */
  function content({ room }, { question, goals, predictions, faults }) {
    return html`${question ? (question.said === null ? open(question) : answered(question)) : nothing}
      ${predictions.length === 0 ? nothing : summary(predictions)}
      ${goals.map((goal) => drawGoal(goal, hints(`${room} ${goal.says}`, goal.hints)))}
      ${faults.map((fault) => html`<p class="lesson-fault">${icon("broken")}<span>${fault}</span></p>`)}`;
  }

  /**
   * A question that is open.
   * @param {Question} question What is asked.
   */
  function open(question) {
    const lock = () => {
      if (chosen === null) return /** @type {HTMLElement | null} */ (root.querySelector("[type=radio]"))?.focus();
      dispatch({ kind: "answer", choice: chosen });
      goOnFrom(".go-on");
    };
    return html`<section class="card asking" aria-labelledby="asked">
      <p class="eyebrow">${icon("ask")}<span>${say("lesson-before")}</span><span class="place">${say("lesson-place", { place: question.place, count: question.of })}</span></p>
      <fieldset aria-describedby="asked-when">
        <legend id="asked">${tied(question.says)}</legend>
        <p class="when" id="asked-when">${tied(question.before)}</p>
        ${question.choices.map(
          (choice) => html`<label class="choice"
            ><input
              type="radio"
              name="answer"
              value=${choice}
              .checked=${choice === chosen}
              @change=${() => {
                chosen = choice;
                if (last) draw(last);
              }} /><span>${tied(choice)}</span></label
          >`,
        )}
      </fieldset>
      <p class="row">
        <button class="btn primary" type="button" aria-disabled=${chosen === null ? "true" : nothing} title=${chosen === null ? say("lesson-choose-first") : nothing} @click=${lock}>${say("lesson-lock")}</button>
        <button
          class="btn plain"
          type="button"
          @click=${() => {
            dispatch({ kind: "step" });
            goOnFrom("[type=radio]");
          }}>${say("lesson-skip")}</button>
      </p>
      ${hints(about, question.hints)}
    </section>`;
  }

  /**
   * A question with what came and what was said.
   * @param {Question} question What was asked.
   */
  function answered(question) {
    const came = question.choices[question.truth];
    return html`<section class="card answered" aria-labelledby="asked">
      <p class="eyebrow">${icon("ask")}<span id="asked">${tied(question.says)}</span><span class="place">${say("lesson-place", { place: question.place, count: question.of })}</span></p>
      <ul>
        ${question.choices.map((choice) => verdict(choice, choice === came, choice === question.said))}
      </ul>
      ${question.because.map((sentence) => html`<p class="reason">${tied(sentence)}</p>`)}
      <p class="row">
        <button
          class="btn primary go-on"
          type="button"
          @click=${() => {
            dispatch({ kind: "step" });
            goOnFrom("[type=radio]");
          }}>${say("lesson-go-on")}</button>
        <button
          class="btn plain"
          type="button"
          @click=${() => {
            dispatch({ kind: "ask_again", moment: question.moment });
            goOnFrom("[type=radio]");
          }}>${say("lesson-ask-again")}</button>
      </p>
    </section>`;
  }

  /**
   * Hints, one more for each press.
   * @param {string} key What they are for.
   * @param {readonly string[]} all All that there are.
   */
  function hints(key, all) {
    const count = shown.get(key) ?? 0;
    if (all.length === 0) return nothing;
    const more = () => {
      shown.set(key, count + 1);
      if (last) draw(last);
      root.querySelector(".hints p:last-child")?.scrollIntoView({ block: "nearest" });
    };
    return html`<div class="hints" aria-live="polite">${all.slice(0, count).map((hint) => html`<p>${tied(hint)}</p>`)}</div>
      ${count < all.length ? html`<button class="btn plain small" type="button" @click=${more}>${say(count === 0 ? "lesson-hint" : "lesson-another-hint")}</button>` : nothing}`;
  }

  /**
   * Puts the focus on what takes the place of a button that is gone.
   * @param {string} selector What comes in its place, if it comes.
   */
  function goOnFrom(selector) {
    const next = root.querySelector(selector);
    if (next instanceof HTMLElement) next.focus();
    else rest();
  }

  return { draw };
}

/**
 * One of the answers, after the step.
 * @param {string} choice The answer.
 * @param {boolean} came Whether it came so.
 * @param {boolean} said Whether the person said so.
 */
function verdict(choice, came, said) {
  const both = came && said;
  const words = both ? say("lesson-came-as-said") : came ? say("lesson-came") : said ? say("lesson-said") : "";
  return html`<li class="${came ? "came" : ""} ${said ? "said" : ""}">
    ${came ? icon("tick") : nothing}<span>${tied(choice)}</span>${words ? html` <small>${words}</small>` : nothing}
  </li>`;
}

/**
 * What was predicted in this lesson.
 * @param {LessonView["predictions"]} predictions What was said, and what came.
 */
function summary(predictions) {
  return html`<section class="card predictions" aria-labelledby="predicted">
    <h3 id="predicted">${say("lesson-predictions")}</h3>
    <ul>
      ${predictions.map(
        ({ says, said, came }) => html`<li>
          <b>${says}</b>
          ${said === came ? html`<span>${say("lesson-predicted-right", { came })}</span>` : html`<span>${say("lesson-predicted-said", { said })}</span><span>${say("lesson-predicted-came", { came })}</span>`}
        </li>`,
      )}
    </ul>
  </section>`;
}
