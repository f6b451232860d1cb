// The plate of a card: the server's name, what it is, its term in a place of its own, and what can be done to it. Where
// which part stands depends on the plate's width alone (servers.css), so that all plates of a row look alike.

import { html, nothing } from "../drawing/template.js";
import { glyph } from "../drawing/glyphs.js";
import { icon } from "../drawing/icons.js";
import { roleName } from "../drawing/standing.js";
import { say, sayAround } from "../words/say.js";
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
        <p class=${leads ? "role lead" : "role"}>${leads ? icon("crown_filled") : nothing}<span>${!up || role === null ? roleName("down") : term > 0 ? roleName(role) : say("role-and-up", { role: roleName(role) })}</span></p>
        ${prompting ? prompts.map((prompt) => promptOf(name, prompt, act)) : nothing}
      </div>
      <div class="plate-line third">
        ${term > 0 && up ? html`<p class="term">${say("server-term", { term })}</p>` : nothing}
        <button class="btn small nominate" type="button" aria-label=${say("server-nominate-name", { name })} title=${say("server-nominate-title", { name })} @click=${() => act(`client ${name} youre_the_leader`)}>${icon("crown_filled")}<span>${say("server-nominate")}</span><action-mark line="client ${name} youre_the_leader"></action-mark></button>
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
  const kill = say(up ? "server-kill" : "server-restart");
  const killName = say(up ? "server-kill-name" : "server-restart-name", { name });
  return html`${gripOf(name)}<div class="plate-line">
    <h2 id="server-${name}" class=${name.length > shortName ? "long" : ""} title=${name} translate="no">${glyph(place, up)}<span>${name}</span></h2>
    <div class="plate-acts">
      <button class="btn small kill" type="button" aria-label=${killName} title=${killName} @click=${() => act(`${up ? "kill" : "restart"} ${name}`)}>${icon(up ? "kill" : "restart")}<span>${kill}</span><action-mark line="${up ? "kill" : "restart"} ${name}"></action-mark></button>
      <button class="btn small icon-only" type="button" aria-label=${say("server-trouble", { name })} title=${say("server-trouble-title", { name })} aria-haspopup="dialog" @click=${openTrouble}>${icon("more_filled")}</button>
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
  // A title of its own is said to a server; else it is the prompt's name, which stands alone.
  const message = prompt.title === prompt.name ? "server-prompt-from" : "prompt-to";
  const parts = sayAround(message, { prompt: html`<span translate="no">${prompt.title}</span>`, name: html`<span class="vh" translate="no">${name}</span>` });
  const label = parts.map((part) => (typeof part === "string" ? html`<span class="vh">${part}</span>` : part));
  return html`<button class="btn small prompt" type="button" @click=${() => act(`prompt ${name} ${prompt.name}`)}><span>${label}</span><action-mark line="prompt ${name} ${prompt.name}"></action-mark></button>`;
}
