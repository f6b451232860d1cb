// The plate of a card: the server's name, what it is, its term in a place of its own, and what can be done to it. Where
// which part stands depends on the plate's width alone (servers.css), so that all plates of a row look alike.

import { html, nothing } from "../drawing/template.js";
import { glyph } from "../drawing/glyphs.js";
import { icon } from "../drawing/icons.js";
import { gripOf } from "./pulling.js";

/** @import { ServerFrame } from "../../pkg/catchup.js" */

/** Longer names are set smaller, and broken where they don't fit: two that differ in their last letter can be told apart. */
const shortName = 8;

/**
 * Draws a plate.
 * @param {ServerFrame} server The server.
 * @param {number} place Its place in the registry, from 0.
 * @param {boolean} prompting Whether what the protocol offers is offered here.
 * @param {(line: string) => void} act Carries out an action line.
 * @param {(event: Event) => void} openTrouble Opens the menu of what can befall it, beside the button whose click is given.
 */
export function plateOf(server, place, prompting, act, openTrouble) {
  const { name, up, role, term, prompts } = server;
  const leads = role === "leader";
  return html`<div class="plate">
    ${nameLine(server, place, act, openTrouble)}
    <div class="plate-lines">
      <div class="plate-line second">
        <p class=${leads ? "role lead" : "role"}>${leads ? icon("crown_filled") : nothing}<span>${!up ? "down" : term > 0 ? role : `${role}, up`}</span></p>
        ${prompting ? prompts.map((prompt) => promptOf(name, prompt, act)) : nothing}
      </div>
      <div class="plate-line third">
        ${term > 0 && up ? html`<p class="term">term ${term}</p>` : nothing}
        <button class="btn small nominate" type="button" aria-label="Nominate ${name}" title="Tell ${name}: you’re the leader" @click=${() => act(`client ${name} youre_the_leader`)}>${icon("crown_filled")}<span>Nominate</span></button>
      </div>
    </div>
  </div>`;
}

/**
 * The grip and the first line of every plate: who it is, and what can be done to it under any protocol.
 * @param {ServerFrame} server The server.
 * @param {number} place Its place in the registry, from 0.
 * @param {(line: string) => void} act Carries out an action line.
 * @param {(event: Event) => void} openTrouble Opens the menu of what can befall it, beside the button whose click is given.
 */
export function nameLine({ name, up }, place, act, openTrouble) {
  const kill = up ? "Kill" : "Restart";
  return html`${gripOf(name)}<div class="plate-line">
    <h2 id="server-${name}" class=${name.length > shortName ? "long" : ""} title=${name} translate="no">${glyph(place, up)}<span>${name}</span></h2>
    <div class="plate-acts">
      <button class="btn small kill" type="button" aria-label="${kill} ${name}" title="${kill} ${name}" @click=${() => act(`${up ? "kill" : "restart"} ${name}`)}>${icon(up ? "kill" : "restart")}<span>${kill}</span></button>
      <button class="btn small icon-only" type="button" aria-label="Trouble for ${name}" title="Trouble for ${name}: links and disk" aria-haspopup="dialog" @click=${openTrouble}>${icon("more_filled")}</button>
    </div>
  </div>`;
}

/**
 * A button for something that the protocol offers on a server.
 * @param {string} name The server.
 * @param {{name: string, title: string}} prompt What it offers.
 * @param {(line: string) => void} act Carries out an action line.
 */
export function promptOf(name, prompt, act) {
  return html`<button class="btn small prompt" type="button" @click=${() => act(`prompt ${name} ${prompt.name}`)}><span><span translate="no">${prompt.title}</span><span class="vh">${prompt.title === prompt.name ? " from" : nothing} <span translate="no">${name}</span></span></span></button>`;
}
