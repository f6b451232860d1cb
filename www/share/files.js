// The run as a text file: to be saved, and to be opened again, here or by somebody else.

import { html } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";
import { say } from "../words/say.js";
import { fileName, save } from "./take.js";

/** @import { Section } from "./share.js" */

/**
 * @param {() => string} script Gives the run's text.
 * @param {(files: File[]) => void} open Opens a file that was chosen.
 * @returns {Section} The section.
 */
export function createFiles(script, open) {
  let title = "";
  const picker = document.createElement("input");
  picker.type = "file";
  picker.accept = ".txt,text/plain";
  picker.addEventListener("change", () => {
    const files = [...(picker.files ?? [])];
    // The same file can be chosen again, when it was changed meanwhile.
    picker.value = "";
    if (files.length > 0) open(files);
  });

  return {
    content: () => html`<section aria-labelledby="share-file">
      <h3 id="share-file">${say("share-file")}</h3>
      <p>${say("share-file-what")}</p>
      <p class="row">
        <button class="btn" type="button" @click=${() => save(`${fileName(title)}.txt`, new Blob([script()], { type: "text/plain" }))}>${icon("script")}${say("share-save-text")}</button>
        <button class="btn" type="button" @click=${() => picker.click()}>${icon("folder")}${say("share-open-file")}</button>
      </p>
    </section>`,
    open(view) {
      ({ title } = view);
    },
  };
}
