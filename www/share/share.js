// The dialog with everything that takes a run along: as a picture, as a text file, and into a page of one's own. A section is a module that draws itself.

import { html, render } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";
import { say } from "../words/say.js";
import { createFiles } from "./files.js";
import { createFrame } from "./frame.js";
import { createPictures } from "./pictures.js";
import { createWholePage } from "./whole-page.js";

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
 * @param {() => string} needs.script Gives the run's text.
 * @param {(files: File[]) => void} needs.openFiles Opens a file that was chosen.
 * @returns {{ draw(view: View): void, open(): void }} The panel.
 */
export function createShare(root, { address, picture, script, openFiles }) {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog wide share";
  dialog.setAttribute("aria-labelledby", "share-title");
  root.append(dialog);
  let last = /** @type {View | undefined} */ (undefined);
  /** @type {Section[]} */
  const sections = [createPictures(picture, show), createFiles(script, openChosen), createFrame(address, show), createWholePage()];

  /** @param {File[]} files What was chosen. What becomes of it is seen on the page. */
  function openChosen(files) {
    dialog.close();
    openFiles(files);
  }

  /** Draws the dialog. It is no form: a page in a frame may not be allowed to submit any. */
  function show() {
    render(html`<div>
      <h2 id="share-title">${say("share-title")}</h2>
      ${sections.map(({ content }) => content())}
    </div>
    <button class="btn close" type="button" aria-label=${say("share-close")} title=${say("share-close")} @click=${() => dialog.close()}>${icon("close")}</button>`, dialog);
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
