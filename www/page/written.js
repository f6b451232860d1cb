// What index.html says before the script runs, said in another language: English is written there, so that it is read at once.

import { say, sayAround } from "../words/say.js";

/**
 * Says it in the language that is spoken. `data-say` names an element's message, in which its elements stand by their `data-part`;
 * `data-say-label` names that of its label.
 * @param {Document} page The page.
 */
export function sayWritten(page) {
  for (const element of elementsWith(page, "data-say")) {
    const parts = elementsWith(element, "data-part").filter((part) => part.parentElement === element);
    element.replaceChildren(...sayAround(element.dataset["say"] ?? "", Object.fromEntries(parts.map((part) => [part.dataset["part"] ?? "", part]))));
  }
  for (const element of elementsWith(page, "data-say-label")) element.setAttribute("aria-label", say(element.dataset["sayLabel"] ?? ""));
}

/**
 * Describes the page in the language that is spoken, for bookmarks, and for search engines that run scripts.
 * @param {Document} page The page.
 */
export function sayDescription(page) {
  page.querySelector("meta[name=description]")?.setAttribute("content", say("page-description"));
}

/**
 * @param {Document | HTMLElement} place Where to look.
 * @param {string} attribute An attribute's name.
 * @returns {HTMLElement[]} The elements in it that have the attribute.
 */
function elementsWith(place, attribute) {
  return Array.from(place.querySelectorAll(`[${attribute}]`), (element) => /** @type {HTMLElement} */ (element));
}
