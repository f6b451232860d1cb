// A file may be dropped anywhere on the page, also while a dialog is open: a frame over everything says what will happen.

import { html, render } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";
import { say } from "../words/say.js";

/**
 * Listens for files that are dragged over the page.
 * @param {HTMLElement} root Where to put the frame.
 * @param {(files: File[]) => void} open Called with what was dropped.
 */
export function acceptFiles(root, open) {
  const frame = document.createElement("div");
  frame.className = "drop-frame";
  frame.setAttribute("aria-hidden", "true");
  // Above dialogs, too, where the browser knows such a place.
  const isPopover = typeof frame.togglePopover === "function";
  if (isPopover) frame.setAttribute("popover", "manual");
  else frame.hidden = true;
  render(html`<p>${icon("script")}${say("drop-here")}</p>`, frame);
  root.append(frame);

  /** @param {boolean} shown Whether files are over the page. */
  function show(shown) {
    if (!isPopover) frame.hidden = !shown;
    else if (frame.matches(":popover-open") !== shown) frame.togglePopover(shown);
  }

  /** @param {DragEvent} event Something that is dragged. @returns {boolean} Whether it is files. */
  const isFiles = (event) => event.dataTransfer?.types.includes("Files") ?? false;

  document.addEventListener("dragover", (event) => {
    if (!isFiles(event)) return;
    // Else the browser would open the file in the place of the page.
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
    show(true);
  });
  // It leaves the page when it goes to no other element.
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) show(false);
  });
  document.addEventListener("drop", (event) => {
    if (!isFiles(event)) return;
    event.preventDefault();
    show(false);
    open([...(event.dataTransfer?.files ?? [])]);
  });
}
