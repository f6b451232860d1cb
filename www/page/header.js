// The banner: which lesson, which protocol, and what concerns the page as a whole.

import { html, nothing, render } from "../drawing/template.js";
import { live } from "lit-html/directives/live.js";
import { icon } from "../drawing/icons.js";

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
 * @returns {{ draw(view: View): void }} The panel.
 */
export function createHeader(root, dispatch, settings, open, chosen) {
  let theme = themes.find((name) => name === settings.get("theme")) ?? "auto";
  /** @type {View | undefined} */
  let last;
  showTheme(theme);

  /** @param {Intent} intent A choice. */
  function choose(intent) {
    dispatch(intent);
    chosen();
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
        <button class="btn plain" type="button" @click=${open.search} title="Looks for the shortest run that breaks a promise">${icon("break")}<span>Break it</span></button>
        <button class="btn plain next-to-fold" type="button" @click=${open.compare} title="The same trouble under several protocols, side by side">${icon("columns")}<span>Side by side</span></button>
        <button class="btn plain first-to-fold" type="button" @click=${open.script} title="The run as text, to read and to change">${icon("script")}<span>Script</span></button>
        <button class="btn plain first-to-fold" type="button" @click=${() => dispatch({ kind: "copy_link" })} title="Copy a link to this moment">${icon("link")}<span>Copy link</span></button>
        <button class="btn plain icon-only" type="button" @click=${open.share} aria-label="Share" title="Share: take this run along, as a picture, as a file or into a page of your own">${icon("share")}</button>
        <button class="btn plain icon-only begin-presenting" type="button" @click=${open.presenting.begin} aria-label="Present" title="Present: big type, and only what matters">${icon("present")}</button>
        <button class="btn plain icon-only next-theme" type="button" @click=${nextTheme} aria-label="Theme: ${theme}" title="Theme: ${theme}">${icon("theme")}</button>
        <button class="btn plain icon-only" type="button" @click=${open.help} aria-label="Help" title="Help (?)" aria-keyshortcuts="?">${icon("help")}</button>
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
    <p class="push hint">Page Down and Page Up step, Escape ends.</p>
    <button class="btn" type="button" @click=${end}>End presenting</button>`;
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
    <label for="lesson">Lesson</label>
    ${place < 0 ? null : html`<span class="short" aria-hidden="true">Lesson ${place + 1}</span>`}
    <select class="select" id="lesson" .value=${live(open)} @change=${(/** @type {Event} */ event) => dispatch({ kind: "open", lesson: valueOf(event) })}>
      ${groups(view.catalog).map(
        ({ title, lessons }) => html`<optgroup label=${title}>${lessons.map((lesson) => html`<option value=${lesson.name} ?selected=${lesson.name === open}>${lesson.place} · ${lesson.title}${lesson.name === open ? "" : progressWord(view.progress[lesson.name])}</option>`)}</optgroup>`,
      )}
      <option value="sandbox" ?selected=${open === "sandbox"}>Sandbox</option>
      ${open.startsWith("link-") ? html`<option value=${open} selected>From a link</option>` : null}
    </select>
  </div>`;
}

/**
 * @param {Progress | undefined} progress How far a lesson is done.
 * @returns {string} What the list of lessons says of it, with a blank before.
 */
function progressWord(progress) {
  return progress === "done" ? " (done)" : progress === "begun" ? " (begun)" : "";
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
    <legend>Protocol</legend>
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
  return html`<button class="btn plain rules-button" type="button" aria-expanded=${open.rulesShown()} aria-controls="rules" @click=${open.rules} title="What the protocol’s rules are for: each can be switched off">
    ${icon("rules")}<span>Rules</span>${off === 0 ? nothing : html`<b class="badge">${off}<span> off</span></b>`}
  </button>`;
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
