// The banner: which lesson, which protocol, and what concerns the page as a whole.

import { html, nothing, render } from "../drawing/template.js";
import { live } from "lit-html/directives/live.js";
import { icon } from "../drawing/icons.js";
import { say, sayAround } from "../words/say.js";

/** @import { Catalog } from "../../pkg/catchup.js" */
/** @import { Dispatch, Intent, Progress, Settings, View } from "../types.js" */

/** In the order in which the button walks through them. */
const themes = ["auto", "light", "dark"];

/**
 * What has a button in the banner: four dialogs, the panel of rules, which its button closes, too, and presenting.
 * @typedef {{ help(): void, script(): void, share(): void, compare(): void, search(): void, rules(): void, rulesShown(): boolean, presenting: { isOn(): boolean, begin(): void, end(): void } }} Openers
 */

/**
 * Makes the banner's controls.
 * @param {HTMLElement} root Where to draw.
 * @param {Dispatch} dispatch Takes what the person asks for.
 * @param {Settings} settings Where `theme` is remembered.
 * @param {Openers} open Opens what has a button here.
 * @param {() => void} chosen Called after a lesson or a protocol was chosen, to put the focus where the next key is expected: else → would choose again.
 *   It is not when somebody walks through all that can be chosen with the keys, each of which chooses: the next key is expected there.
 * @returns {{ draw(view: View): void }} The panel.
 */
export function createHeader(root, dispatch, settings, open, chosen) {
  let theme = themes.find((name) => name === settings.get("theme")) ?? "auto";
  /** @type {View | undefined} */
  let last;
  /** Whether what is chosen next is the last word: it is pointed at, or confirmed in an open list. */
  let isDecided = false;
  root.addEventListener("pointerdown", () => (isDecided = true));
  root.addEventListener("keydown", (event) => (isDecided = event.target instanceof HTMLSelectElement && (event.altKey || event.key === "Enter" || event.key === " ")));
  showTheme(theme);

  /** @param {Intent} intent A choice. */
  function choose(intent) {
    dispatch(intent);
    if (isDecided) chosen();
    isDecided = false;
  }

  /** Goes on to the next theme and remembers it. */
  function nextTheme() {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "auto";
    settings.set("theme", theme);
    showTheme(theme);
    if (last) draw(last);
  }

  /** @param {View} view What to draw. */
  function draw(view) {
    last = view;
    render(open.presenting.isOn() ? whilePresenting(view, open.presenting.end) : controls(view), root);
  }

  /** @param {View} view What to draw. */
  function controls(view) {
    return html`
      ${lessonPicker(view, choose)} ${protocolPicker(view, choose)}
      <div class="push">
        ${rulesButton(view, open)}
        <button class="btn plain" type="button" @click=${open.search} title=${say("header-search-title")}>${icon("break")}<span>${say("header-search")}</span></button>
        <button class="btn plain next-to-fold" type="button" @click=${open.compare} title=${say("header-compare-title")}>${icon("columns")}<span>${say("header-compare")}</span></button>
        <button class="btn plain first-to-fold" type="button" @click=${open.script} title=${say("header-script-title")}>${icon("script")}<span>${say("header-script")}</span></button>
        <button class="btn plain first-to-fold" type="button" @click=${() => dispatch({ kind: "copy_link" })} title=${say("header-copy-link-title")}>${icon("link")}<span>${say("header-copy-link")}</span></button>
        <button class="btn plain icon-only" type="button" @click=${open.share} aria-label=${say("header-share")} title=${say("header-share-title")}>${icon("share")}</button>
        <button class="btn plain icon-only begin-presenting" type="button" @click=${open.presenting.begin} aria-label=${say("header-present")} title=${say("header-present-title")}>${icon("present")}</button>
        <button class="btn plain icon-only next-theme" type="button" @click=${nextTheme} aria-label=${say("header-theme", { theme })} title=${say("header-theme", { theme })}>${icon("theme")}</button>
        <button class="btn plain icon-only" type="button" @click=${open.help} aria-label=${say("header-help")} title=${say("header-help-title")} aria-keyshortcuts="?">${icon("help")}</button>
      </div>
    `;
  }

  return { draw };
}

/**
 * What the banner holds while somebody presents: what it is about, and how to go on and to end.
 * @param {View} view What to draw.
 * @param {() => void} end Ends it.
 */
function whilePresenting({ title }, end) {
  return html`<p class="presented">${title}</p>
    <p class="push hint">${say("header-presenting")}</p>
    <button class="btn" type="button" @click=${end}>${say("header-end-presenting")}</button>`;
}

/**
 * Shows the page in a theme.
 * @param {string} theme `light`, `dark`, or `auto` for the system's.
 */
function showTheme(theme) {
  document.documentElement.dataset["theme"] = theme;
}

/**
 * The choice of lessons, in the groups of the catalog. The sandbox comes last, being where one goes after them; a link's run has an entry of its
 * own while it is open, since a select always shows one of its options.
 * @param {View} view What to draw.
 * @param {Dispatch} dispatch Takes the choice.
 */
function lessonPicker(view, dispatch) {
  const open = view.room.startsWith("lesson-") ? view.room.slice("lesson-".length) : view.room;
  const place = view.catalog.lessons.findIndex((lesson) => lesson.name === open);
  // Where a title would be cut, its number stands in its place; the open list has the titles.
  return html`<div class=${place < 0 ? "picker" : "picker titled"}>
    <label for="lesson">${say("header-lesson")}</label>
    ${place < 0 ? null : html`<span class="short" aria-hidden="true">${say("header-lesson-short", { place: place + 1 })}</span>`}
    <select class="select" id="lesson" .value=${live(open)} @change=${(/** @type {Event} */ event) => dispatch({ kind: "open", lesson: valueOf(event) })}>
      ${groups(view.catalog).map(
        ({ title, lessons }) => html`<optgroup label=${title}>${lessons.map((lesson) => html`<option value=${lesson.name} ?selected=${lesson.name === open}>${rowOf(lesson, lesson.name === open ? undefined : view.progress[lesson.name])}</option>`)}</optgroup>`,
      )}
      <option value="sandbox" ?selected=${open === "sandbox"}>${say("header-sandbox")}</option>
      ${open.startsWith("link-") ? html`<option value=${open} selected>${say("header-from-a-link")}</option>` : null}
    </select>
  </div>`;
}

/**
 * @param {{ title: string, place: number }} lesson A lesson.
 * @param {Progress | undefined} progress How far it is done.
 * @returns {string} What the list of lessons says of it.
 */
function rowOf({ title, place }, progress) {
  if (progress === "done") return say("header-lesson-row-done", { title, place });
  return say(progress === "begun" ? "header-lesson-row-begun" : "header-lesson-row", { title, place });
}

/**
 * @param {Pick<Catalog, "lessons">} catalog What may be chosen.
 * @returns {{ title: string, lessons: { name: string, title: string, place: number }[] }[]} The lessons by what they are about, each with its place among all, from 1.
 */
export function groups({ lessons }) {
  /** @type {ReturnType<typeof groups>} */
  const found = [];
  for (const [before, { group, name, title }] of lessons.entries()) {
    if (found.at(-1)?.title !== group) found.push({ title: group, lessons: [] });
    found.at(-1)?.lessons.push({ name, title, place: before + 1 });
  }
  return found;
}

/**
 * The choice of protocols, shown also while there is only one, so that its name is seen.
 * @param {View} view What to draw.
 * @param {Dispatch} dispatch Takes the choice.
 */
function protocolPicker(view, dispatch) {
  return html`<fieldset class="seg">
    <legend>${say("header-protocol")}</legend>
    <div class="options">
      ${view.catalog.protocols.map(
        (protocol) =>
          html`<label title=${protocol.summary}
            ><input
              type="radio"
              name="protocol"
              value=${protocol.name}
              .checked=${live(protocol.name === view.protocol)}
              @change=${() => dispatch({ kind: "protocol", name: protocol.name })} /><span>${titleOf(protocol.title)}</span></label
          >`,
      )}
    </div>
  </fieldset>`;
}

/**
 * The button of the rules. It tells how many are off, also while the panel is closed.
 * @param {View} view What to draw.
 * @param {Openers} open Opens and closes the panel.
 */
function rulesButton({ rulesOff }, open) {
  const off = rulesOff.length;
  return html`<button class="btn plain rules-button" type="button" aria-expanded=${open.rulesShown()} aria-controls="rules" @click=${open.rules} title=${say("header-rules-title")}>
    ${icon("rules")}<span>${say("header-rules")}</span>${off === 0 ? nothing : html`<b class="badge">${offWords(off)}</b>`}
  </button>`;
}

/**
 * How many rules are off. Where there is little room, only the number is seen.
 * @param {number} count How many.
 */
function offWords(count) {
  const number = String(count);
  return sayAround("header-rules-off", { count: { number } }).map((part) => (typeof part === "string" ? html`<span>${part}</span>` : part.number));
}

/**
 * A protocol's title, whose words in brackets can be left to people who listen where there is little room.
 * @param {string} title The title.
 */
function titleOf(title) {
  const bracket = title.indexOf(" (");
  return bracket < 0 ? title : html`${title.slice(0, bracket)}<span class="bracket">${title.slice(bracket)}</span>`;
}

/**
 * @param {Event} event A change of a select.
 * @returns {string} What was chosen.
 */
function valueOf(event) {
  return /** @type {HTMLSelectElement} */ (event.currentTarget).value;
}
