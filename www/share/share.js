// The dialog with everything that takes a run along: into a page of one's own, and as a picture. A section is a module that draws itself.

import { html, render } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";
import { createFrame } from "./frame.js";
import { createPictures } from "./pictures.js";

/** @import { TemplateResult } from "lit-html" */
/** @import { View } from "../types.js" */
/** @import { DrawPicture } from "./pictures.js" */

/**
 * A part of the dialog.
 * @typedef {object} Section
 * @property {() => TemplateResult} content Draws it.
 * @property {(view: View) => void} open Called when the dialog is opened, with what is shown.
 */

/**
 * Makes the dialog.
 * @param {HTMLElement} root Where to put it.
 * @param {object} needs What the sections need.
 * @param {() => Promise<string>} needs.address Makes the address of the run at this moment.
 * @param {DrawPicture} needs.picture Draws the conversation.
 * @returns {{ draw(view: View): void, open(): void }} The panel.
 */
export function createShare(root, { address, picture }) {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog wide share";
  dialog.setAttribute("aria-labelledby", "share-title");
  root.append(dialog);
  let last = /** @type {View | undefined} */ (undefined);
  /** @type {Section[]} */
  const sections = [createPictures(picture, show), createFrame(address, show)];

  /** Draws the dialog. It is no form: a page in a frame may not be allowed to submit any. */
  function show() {
    render(html`<div>
      <h2 id="share-title">Share</h2>
      ${sections.map(({ content }) => content())}
      <button class="btn close" type="button" aria-label="Close" title="Close" @click=${() => dialog.close()}>${icon("close")}</button>
    </div>`, dialog);
  }

  return {
    draw(view) {
      last = view;
    },
    open() {
      if (!last) return;
      for (const section of sections) section.open(last);
      show();
      dialog.showModal();
    },
  };
}
