// The help: what the page is, in a minute, and its keys, which can be switched off here.

import { html, nothing, render } from "../drawing/template.js";
import { glossary, paperAddress } from "../words/glossary.js";
import { icon } from "../drawing/icons.js";
import { say, sayAround } from "../words/say.js";

/** @import { Settings } from "../types.js" */
/** @import { Language } from "../words/languages.js" */

/**
 * The languages of the page, and the choice of another one, with which the page begins anew where it is.
 * @typedef {{ all: readonly Language[], spoken: Language, choose(language: Language): void }} Languages
 */

/** What is on each key, and what it does. @returns {readonly (readonly [string, string])[]} */
const keys = () => [
  ["→", say("help-on")],
  ["←", say("help-back")],
  [say("help-key-space"), say("help-play")],
  [say("help-key-home"), say("help-start")],
  [say("help-key-end"), say("help-end")],
  [say("help-key-page-down"), say("help-on")],
  [say("help-key-page-up"), say("help-back")],
  ["?", say("help-help")],
];

/**
 * Makes the help dialog.
 * @param {HTMLElement} root Where to put it.
 * @param {Settings} settings Where `keys` is remembered: `on` or `off`.
 * @param {Languages} languages What can be spoken.
 * @returns {{ open(word?: string): void }} `open` shows it, at a word of the glossary if one is named.
 */
export function createHelp(root, settings, languages) {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  dialog.setAttribute("aria-labelledby", "help-title");
  root.append(dialog);
  return {
    open(word) {
      render(content(settings, languages, () => dialog.close()), dialog);
      if (!dialog.open) dialog.showModal();
      const entry = word === undefined ? null : dialog.querySelector(`[data-word="${word}"]`);
      if (entry instanceof HTMLElement) {
        entry.focus();
        entry.scrollIntoView({ block: "center" });
      } else dialog.scrollTop = 0;
    },
  };
}

/**
 * The key that stands under the conversation where there is room.
 * @returns {Node | null} A copy of it.
 */
function keyToDrawing() {
  return document.querySelector("#stage > .key")?.cloneNode(true) ?? null;
}

/**
 * The choice of a language. Its label is told in all of them, for who can't read the one that is spoken.
 * @param {Languages} languages What can be spoken.
 */
function languagePicker({ all, spoken, choose }) {
  const take = (/** @type {Event} */ event) => {
    const language = all[/** @type {HTMLSelectElement} */ (event.currentTarget).selectedIndex];
    if (language && language !== spoken) choose(language);
  };
  return html`<p class="picker">
    <label for="language">${all.map(({ tag, own }, place) => html`${place > 0 ? " · " : nothing}<span lang=${tag}>${own}</span>`)}</label>
    <select class="select" id="language" translate="no" @change=${take}>
      ${all.map((language) => html`<option lang=${language.tag} ?selected=${language === spoken}>${language.name}</option>`)}
    </select>
  </p>`;
}

/**
 * @param {Settings} settings Where `keys` is remembered.
 * @param {Languages} languages What can be spoken.
 * @param {() => void} close Closes the dialog.
 */
function content(settings, languages, close) {
  return html`<div>
    <h2 id="help-title">${say("help-title")}</h2>
    <p>${sayAround("help-cards", { disk: html`<b>${say("help-disk")}</b>`, memory: html`<b>${say("help-memory")}</b>` })}</p>
    <p>${say("help-hands")}</p>
    <h3>${say("key-label")}</h3>
    ${keyToDrawing()}
    <p class="hint">${say("help-phone")}</p>
    <h3>${say("help-keys")}</h3>
    <dl class="key-list">
      ${keys().map(([key, does]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${does}</dd></div>`)}
    </dl>
    <p class="hint">${say("help-clicker")}</p>
    <label class="check">
      <input
        type="checkbox"
        .checked=${settings.get("keys") !== "off"}
        @change=${(/** @type {Event} */ event) => settings.set("keys", /** @type {HTMLInputElement} */ (event.currentTarget).checked ? "on" : "off")} />
      ${say("help-use-keys")}
    </label>
    ${languagePicker(languages)}
    <h3>${say("help-words")}</h3>
    <dl class="glossary">
      ${Object.entries(glossary).map(
        ([key, { word, says, section }]) =>
          html`<div tabindex="-1" data-word=${key}>
            <dt>${say(word)}</dt>
            <dd>${say(says)}${section || key === "paper" ? html` <a href=${paperAddress} rel="noopener">${section ? say("prose-paper", { section: say(section) }) : say("prose-read")}</a>` : nothing}</dd>
          </div>`,
      )}
    </dl>
    <h3>${say("help-not-in-here")}</h3>
    <p>${say("help-not-in-here-says")}</p>
  </div>
  <button class="btn close" type="button" aria-label=${say("help-close")} title=${say("help-close")} @click=${close}>${icon("close")}</button>`;
}
