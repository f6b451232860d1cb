// The run as text: to read, to copy, to change and to run again.

import { html, nothing, render } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";
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
    handedOver = false;
    render(content(), dialog);
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
      <button class="btn close" type="button" aria-label=${say("script-close")} title=${say("script-close")} @click=${() => dialog.close()}>${icon("close")}</button>
    </div>`;
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
      dialog.showModal();
    },
  };
}
