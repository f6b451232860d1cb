// The help: what the page is, in a minute, and its keys, which can be switched off here.

import { html, nothing, render } from "../drawing/template.js";
import { glossary, paperAddress } from "../words/glossary.js";
import { icon } from "../drawing/icons.js";
import { say } from "../words/say.js";

/** @import { Settings } from "../types.js" */
/** @import { Language } from "../words/languages.js" */

/**
 * The languages of the page, and the choice of another one, with which the page begins anew where it is.
 * @typedef {{ all: readonly Language[], spoken: Language, choose(language: Language): void }} Languages
 */

const keys = /** @type {const} */ ([
  ["→", "one message on"],
  ["←", "one message back"],
  ["Space", "play or pause"],
  ["Home", "to the start"],
  ["End", "to the end of the run"],
  ["PgDn", "one message on"],
  ["PgUp", "one message back"],
  ["?", "this help"],
]);

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
    <h2 id="help-title">How this works</h2>
    <p>
      Each card is a server: its <b>disk</b> holds the log and survives a kill, its <b>memory</b> holds the store and doesn’t. A message stays in flight until you deliver, drop or duplicate it; the order is
      yours. Going back undoes, one message at a time; doing something in the past starts a new future, and the old one can be brought back.
    </p>
    <p>Three dots on a card cut its links and fill or damage its disk. Drag a card by the grip on its upper edge, and it is parted from the others; drag it along its neighbours, and they come with it; drag them again, and the links are whole. Click a message to see its exact text. When you come back to the page, all is as you left it; for the servers it was a power cut, and they can go on from their disks.</p>
    <h3>Key to the drawing</h3>
    ${keyToDrawing()}
    <p class="hint">On a phone a cell shows its number: ↓ is on its way, ≠ differs, + is surplus; two lines under a number stand for repeated.</p>
    <h3>Keys</h3>
    <dl class="key-list">
      ${keys.map(([key, does]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${does}</dd></div>`)}
    </dl>
    <p class="hint">A presenter’s clicker sends the page keys. Present, in the banner, shows the conversation alone in big type; Escape ends it.</p>
    <label class="check">
      <input
        type="checkbox"
        .checked=${settings.get("keys") !== "off"}
        @change=${(/** @type {Event} */ event) => settings.set("keys", /** @type {HTMLInputElement} */ (event.currentTarget).checked ? "on" : "off")} />
      Use these keys
    </label>
    ${languagePicker(languages)}
    <h3>Words</h3>
    <dl class="glossary">
      ${Object.entries(glossary).map(
        ([key, { word, says, section }]) =>
          html`<div tabindex="-1" data-word=${key}>
            <dt>${say(word)}</dt>
            <dd>${say(says)}${section || key === "paper" ? html` <a href=${paperAddress} rel="noopener">${section ? say("prose-paper", { section: say(section) }) : say("prose-read")}</a>` : nothing}</dd>
          </div>`,
      )}
    </dl>
    <h3>What is not in here</h3>
    <p>Clocks: timeouts and heartbeats come when you say so. Snapshots: a log only grows. Clients that are known again: a request that arrives twice is done twice. And only Raft has elections and commit; with the other protocols the client says who leads, and an entry counts as soon as one server has written it.</p>
    <button class="btn close" type="button" aria-label="Close" title="Close" @click=${close}>${icon("close")}</button>
  </div>`;
}
