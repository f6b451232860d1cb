// The run as text: to read, to copy, to change and to run again.

import { html, nothing, render } from "./template.js";
import { icon } from "./icons.js";

/** @import { Dispatch, View } from "./types.js" */

/** The id of the notice by which the session tells that a text could not be run. */
const fault_notice = "script";

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
  let handed_over = false;
  let copied = false;

  /** @param {View} view What to draw. */
  function draw(view) {
    last = view;
    if (!dialog.open) return;
    const fault = view.notices.find((notice) => notice.id === fault_notice);
    if (handed_over && !fault) dialog.close();
    handed_over = false;
    render(content(fault?.text), dialog);
  }

  /** @param {string | undefined} fault Why the text could not be run. */
  function content(fault) {
    return html`<form method="dialog" @submit=${submit}>
      <h2 id="script-title">Script</h2>
      <p>The whole run: a start, then one action a line. Change it as you like.</p>
      <textarea class="field mono" aria-label="The run’s text" aria-describedby=${fault ? "script-fault" : nothing} aria-invalid=${fault ? "true" : nothing} rows="18" maxlength="1000000" spellcheck="false" autocapitalize="none"></textarea>
      ${fault ? html`<p class="fault" id="script-fault" role="alert">${fault}</p>` : nothing}
      <p class="row">
        <button class="btn" type="button" @click=${copy}>${icon(copied ? "check" : "copy")}${copied ? "Copied" : "Copy"}</button>
        <button class="btn primary" value="run">Run it</button>
      </p>
      <button class="btn close" formnovalidate value="" aria-label="Close" title="Close">${icon("close")}</button>
    </form>`;
  }

  /** @returns {HTMLTextAreaElement | null} Where the text is. */
  const field = () => dialog.querySelector("textarea");

  /** @param {SubmitEvent} event Tells by which button the form was left. */
  function submit(event) {
    if (/** @type {HTMLButtonElement | null} */ (event.submitter)?.value !== "run") return;
    event.preventDefault();
    handed_over = true;
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
    render(content(undefined), dialog);
  }

  return {
    draw,
    open() {
      copied = false;
      render(content(undefined), dialog);
      const text = field();
      if (text) text.value = script();
      dialog.showModal();
    },
  };
}
