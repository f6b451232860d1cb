// The run as text: to read, to copy, to change and to run again.

import { html, nothing, render } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";
import { textLines } from "./text-lines.js";
import { say } from "../words/say.js";

/** @import { Dispatch, View } from "../types.js" */

/**
 * Makes the script dialog.
 * @param {HTMLElement} root Where to put it.
 * @param {Dispatch} dispatch Takes what the person asks for.
 * @param {() => string} script Gives the run's text.
 * @returns {{ draw(view: View): void, open(): void }} The panel; `open` shows the dialog with the run's text.
 */
export function createScript(root, dispatch, script) {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog wide";
  dialog.setAttribute("aria-labelledby", "script-title");
  root.append(dialog);
  let last = /** @type {View | undefined} */ (undefined);
  /** Whether a text was handed over, and the next view tells what became of it. */
  let handedOver = false;
  /** Why it could not be run; null when it could. */
  let fault = /** @type {string | null} */ (null);
  let copied = false;

  /** @param {View} view What to draw. */
  function draw(view) {
    last = view;
    if (!dialog.open) return;
    if (handedOver) {
      ({ fault } = view);
      if (fault === null) dialog.close();
    }
    render(content(), dialog);
    if (handedOver && fault !== null) showLine(fault);
    handedOver = false;
  }

  /** @param {string} says What is wrong, and on which line, which is chosen in the text: it shows no numbers. */
  function showLine(says) {
    const text = field();
    const line = lineOfFault(says);
    if (!text || line === null) return;
    const [start, end] = placeOfLine(text.value, line);
    text.setSelectionRange(start, end);
    text.focus();
    text.scrollTop = heightOf(text, text.value.slice(0, end)) - text.clientHeight / 2;
  }

  /** The dialog's content. It is no form: a page in a frame may not be allowed to submit any. */
  function content() {
    return html`<div>
      <h2 id="script-title">${say("script-title")}</h2>
      <p>${say("script-says")}</p>
      <textarea class="field mono" aria-label=${say("script-field")} aria-describedby=${fault ? "script-fault" : nothing} aria-invalid=${fault ? "true" : nothing} rows="18" spellcheck="false" autocapitalize="none"></textarea>
      ${fault ? html`<p class="fault" id="script-fault" role="alert">${fault}</p>` : nothing}
      <p class="row">
        <button class="btn" type="button" @click=${copy}>${icon(copied ? "check" : "copy")}${say(copied ? "script-copied" : "script-copy")}</button>
        <button class="btn primary" type="button" @click=${runIt}>${say("script-run")}</button>
      </p>
      ${textLines()}
    </div>
    <button class="btn close" type="button" aria-label=${say("script-close")} title=${say("script-close")} @click=${() => dialog.close()}>${icon("close")}</button>`;
  }

  /** @returns {HTMLTextAreaElement | null} Where the text is. */
  const field = () => dialog.querySelector("textarea");

  /** Hands the text over. The field has no limit of its own, which would cut a long text without a word. */
  function runIt() {
    handedOver = true;
    dispatch({ kind: "load", text: field()?.value ?? "", moment: last?.cursor ?? 0 });
  }

  /** Copies the text; a browser that refuses leaves it selected, to be copied by hand. */
  async function copy() {
    const text = field();
    if (!text) return;
    try {
      await navigator.clipboard.writeText(text.value);
      copied = true;
    } catch {
      text.select();
    }
    render(content(), dialog);
  }

  return {
    draw,
    open() {
      copied = false;
      fault = null;
      render(content(), dialog);
      const text = field();
      if (text) text.value = script();
      // A text is read from its start on.
      text?.setSelectionRange(0, 0);
      dialog.showModal();
    },
  };
}

/**
 * How high a beginning of a field's text is, with its lines broken as they are there: no browser tells, and not all scroll to what is chosen.
 * @param {HTMLTextAreaElement} field The field.
 * @param {string} beginning What its text begins with.
 * @returns {number} Its height in pixels.
 */
function heightOf(field, beginning) {
  const like = /** @type {HTMLTextAreaElement} */ (field.cloneNode());
  like.rows = 1;
  like.value = beginning;
  like.inert = true;
  like.style.cssText = `position: absolute; visibility: hidden; min-height: 0; height: 0; width: ${field.offsetWidth}px`;
  field.after(like);
  const { scrollHeight } = like;
  like.remove();
  return scrollHeight;
}

/**
 * @param {string} says What is wrong with a text.
 * @returns {number | null} The line that it names, counted from 1; null when it names none.
 */
export function lineOfFault(says) {
  const [, number] = /(\d+)/.exec(says) ?? [];
  if (number === undefined) return null;
  const line = Number(number);
  const [before = ""] = say("fault-at-line", { line, fault: "\n" }).split("\n");
  return says.startsWith(before) ? line : null;
}

/**
 * @param {string} text A text.
 * @param {number} line One of its lines, counted from 1.
 * @returns {[start: number, end: number]} Where it begins and ends.
 */
export function placeOfLine(text, line) {
  const start = text.split("\n").slice(0, line - 1).reduce((length, { length: more }) => length + more + 1, 0);
  const end = text.indexOf("\n", start);
  return [start, end < 0 ? text.length : end];
}
