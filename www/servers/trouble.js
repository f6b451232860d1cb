// What can go wrong with one server, in a popover beside its button: its links cut and healed, its disk filled, and,
// while it is down, its disk changed by hand. Each button is one action of the text language.

import { html, nothing, render } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";
import { markFor } from "../drawing/mark.js";
import { apartLines, partLines } from "../drawing/partition.js";
import { smallForm } from "../drawing/small-form.js";
import { say, sayAround } from "../words/say.js";

/** @import { ServerFrame } from "../../pkg/catchup.js" */
/** @import { Dispatch, View } from "../types.js" */

/**
 * Makes the popover. One serves all servers, so that no more than one server's buttons exist at a time.
 * @param {HTMLElement} root Where to put it.
 * @param {Dispatch} dispatch Takes what the person asks for.
 * @returns {{ draw(view: View): void, open(name: string, button: HTMLElement): void }} `open` shows it for a server, beside
 *   the button that was pressed.
 */
export function createTrouble(root, dispatch) {
  const popover = document.createElement("div");
  popover.className = "popover";
  popover.popover = "auto";
  popover.setAttribute("role", "dialog");
  root.append(popover);
  let server = "";
  let last = /** @type {View | undefined} */ (undefined);
  popover.addEventListener("toggle", (event) => {
    if (/** @type {ToggleEvent} */ (event).newState !== "closed") return;
    server = "";
    if (last) draw(last);
  });

  /** @param {View} view What to draw. */
  function draw(view) {
    last = view;
    const found = view.frame.servers.find(({ name }) => name === server);
    popover.setAttribute("aria-label", found ? say("befall-menu", { name: server }) : "");
    render(found ? troubles(view, found, (line) => dispatch({ kind: "act", line }), (lines) => dispatch({ kind: "acts", lines })) : nothing, popover);
    if (!found && server) popover.hidePopover();
  }

  return {
    draw,
    open(name, button) {
      server = name;
      if (last) draw(last);
      popover.showPopover();
      const place = button.getBoundingClientRect();
      const left = Math.min(place.left, document.documentElement.clientWidth - popover.offsetWidth - 8);
      const top = Math.min(place.bottom + 4, document.documentElement.clientHeight - popover.offsetHeight - 8);
      popover.style.left = `${Math.max(8, left)}px`;
      popover.style.top = `${Math.max(8, top)}px`;
      popover.querySelector("button")?.focus();
    },
  };
}

/**
 * The popover's content.
 * @param {View} view What to draw.
 * @param {ServerFrame} server The server.
 * @param {(line: string) => void} act Carries out an action line.
 * @param {(lines: readonly string[]) => void} acts Carries out several, as one gesture.
 */
function troubles(view, server, act, acts) {
  const { name, up, full } = server;
  const named = nameOf(name);
  const others = view.frame.servers.filter((other) => other.name !== name);
  const isCut = (/** @type {string} */ other) => view.frame.links_cut.some((pair) => pair.includes(name) && pair.includes(other));
  return html`
    ${others.length > 0 ? html`<h3>${sayAround("befall-links", { name: named })}</h3>` : nothing}
    <div class="chips">
      ${others.map((other) => {
        const cut = isCut(other.name);
        return html`<button class=${cut ? "btn small bad" : "btn small"} type="button" title=${say(cut ? "befall-heal-title" : "befall-cut-title")} @click=${() => act(`${cut ? "heal" : "cut"} ${name} ${other.name}`)}>
          ${icon(cut ? "heal" : "cut")}<span>${sayAround(cut ? "befall-heal" : "befall-cut", { name: nameOf(other.name) })}</span><action-mark line="${cut ? "heal" : "cut"} ${name} ${other.name}"></action-mark>
        </button>`;
      })}
    </div>
    ${others.length > 0 ? partings(view, name, acts) : nothing}
    <h3>${sayAround("befall-disk", { name: named })}</h3>
    <div class="chips">
      <button class="btn small" type="button" @click=${() => act(`${full ? "free" : "full"} ${name}`)}>${icon("full")}${say(full ? "befall-free-disk" : "befall-fill-disk")}</button>
      ${up ? nothing : html`<button class="btn small" type="button" @click=${() => act(`wipe ${name}`)}>${say("befall-wipe-disk")}</button>`}
    </div>
    ${up ? html`<p class="hint">${say("befall-kill-first")}</p>` : byHand(server, act)}
  `;
}

/** @param {string} name A server. */
function nameOf(name) {
  return html`<span translate="no">${name}</span>`;
}

/**
 * Partitions: one server alone, two groups, and all links whole again. Each is one gesture, however many links that cuts.
 * @param {View} view What to draw.
 * @param {string} name The server.
 * @param {(lines: readonly string[]) => void} acts Carries out several actions.
 */
function partings({ frame }, name, acts) {
  const names = frame.servers.map((other) => other.name);
  const alone = apartLines(names, new Set([name]), frame.links_cut);
  const heals = frame.links_cut.map(([one, other]) => `heal ${one} ${other}`);
  const part = smallForm((form) => {
    const side = new Set([name, ...new FormData(form).getAll("side").map(String)]);
    acts(partLines(names, side, frame.links_cut));
  });
  return html`<h3>${say("befall-partition")}</h3>
    <div class="chips">
      ${alone.length > 0 ? html`<button class="btn small" type="button" @click=${() => acts(alone)}>${icon("cut")}<span>${sayAround("befall-isolate", { name: nameOf(name) })}</span>${markFor({ kind: "acts", lines: alone })}</button>` : nothing}
      ${heals.length > 0 ? html`<button class="btn small" type="button" @click=${() => acts(heals)}>${icon("heal")}${say("heal-all")}${markFor({ kind: "acts", lines: heals })}</button>` : nothing}
    </div>
    ${names.length > 2
      ? html`<form class="sides" aria-label=${say("befall-two-groups")} @keydown=${part.keydown} @submit=${part.submit}>
          <fieldset>
            <legend>${sayAround("befall-side-of", { name: nameOf(name) })}</legend>
            <p class="chips">${names.filter((other) => other !== name).map((other) => html`<label><input type="checkbox" name="side" value=${other} />${nameOf(other)}</label>`)}</p>
          </fieldset>
          <button class="btn small" type="button" @click=${part.click}>${icon("cut")}${say("befall-part")}</button>
        </form>`
      : nothing}`;
}

/**
 * The forms that change a disk by hand.
 * @param {ServerFrame} server A server that is down.
 * @param {(line: string) => void} act Carries out an action line.
 */
function byHand({ name, log }, act) {
  const entries = log.length;
  /** @param {(data: FormData) => string} line Makes the action from the form's fields. */
  const form = (line) => smallForm((form) => act(line(new FormData(form))));
  const damage = form((data) => `damage ${name} ${data.get("entry")}`);
  const keep = form((data) => `keep ${name} ${data.get("count")}`);
  const add = form((data) => `disk ${name} ${data.get("term")} ${data.get("entry")}`);
  return html`
    ${entries > 0
      ? html`<form class="by-hand" @keydown=${damage.keydown} @submit=${damage.submit}>
            <label>${sayAround("befall-entry", { field: html`<input class="field" name="entry" type="number" min="1" max=${entries} value=${entries} required />` })}</label>
            <button class="btn small" type="button" @click=${damage.click}>${say("befall-damage")}</button>
          </form>
          <form class="by-hand" @keydown=${keep.keydown} @submit=${keep.submit}>
            <label>${sayAround("befall-first-entries", { field: html`<input class="field" name="count" type="number" min="0" max=${entries} value=${entries - 1} required />` })}</label>
            <button class="btn small" type="button" @click=${keep.click}>${say("befall-keep")}</button>
          </form>`
      : nothing}
    <form class="by-hand" @keydown=${add.keydown} @submit=${add.submit}>
      <label>${sayAround("befall-term", { field: html`<input class="field" name="term" type="number" min="0" value="0" required />` })}</label>
      <label>${sayAround("befall-next-entry", { index: entries + 1, field: html`<input class="field mono" name="entry" placeholder="set z 9" autocomplete="off" spellcheck="false" required aria-invalid="false" />` })}</label>
      <button class="btn small" type="button" @click=${add.click}>${say("befall-add")}</button>
    </form>
  `;
}
