// The client's console. It keeps what is being typed and how far back in the history one has gone, nothing else.

import { html, nothing } from "../drawing/template.js";
import { live } from "lit-html/directives/live.js";
import { icon } from "../drawing/icons.js";
import { factOf } from "../drawing/standing.js";
import { smallForm } from "../drawing/small-form.js";
import { say, sayAround } from "../words/say.js";

/** @import { Frame } from "../../pkg/catchup.js" */
/** @import { Dispatch, View } from "../types.js" */

/** With a longer name the choice of servers has a line of its own. */
const shortName = 5;

/**
 * Makes the console; the side panel draws what it returns.
 * @param {Dispatch} dispatch Takes what the person asks for.
 * @param {() => void} redraw Draws the panel again, after another server was chosen.
 * @returns {{ draw(view: View): unknown }} `draw` gives the template.
 */
export function createConsole(dispatch, redraw) {
  /** The server that the person chose; until then, and when it is gone, the leader. */
  let chosen = "";
  /** How many commands back from the newest the field shows; 0 for what is being typed. */
  let back = 0;
  let typed = "";
  /** What the field holds, without blanks around it. */
  let written = "";

  /** @param {string} text What the field holds now. */
  function type(text) {
    written = text.trim();
    redraw();
  }

  /**
   * Walks through what was sent, as in a terminal.
   * @param {KeyboardEvent} event A key in the field.
   * @param {readonly string[]} sent What was sent, oldest first.
   */
  function walk(event, sent) {
    const by = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
    if (by === 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const field = /** @type {HTMLInputElement} */ (event.currentTarget);
    if (back === 0) typed = field.value;
    back = Math.max(0, Math.min(sent.length, back + by));
    field.value = back === 0 ? typed : (sent[sent.length - back] ?? "");
    field.setSelectionRange(field.value.length, field.value.length);
    type(field.value);
  }

  return {
    draw({ frame, sent, catalog, protocol }) {
      const names = frame.servers.map((server) => server.name);
      // Asked again when something is sent: the person may have chosen since this was drawn.
      const addressee = () => (names.includes(chosen) ? chosen : (frame.reference?.server ?? names[0] ?? ""));
      const server = addressee();
      const key = frame.servers.find(({ name }) => name === server)?.store[0]?.[0] ?? "a";

      /**
       * Sends a command to the chosen server.
       * @param {string} command What was typed, or a button's text.
       */
      const send = (command) => {
        back = 0;
        typed = "";
        if (command.trim()) dispatch({ kind: "send", server: addressee(), command: command.trim() });
      };
      const form = smallForm((element) => {
        const field = element.querySelector("input");
        if (!field) return;
        const command = field.value;
        field.value = written = "";
        send(command);
      });
      /** @param {Event} event A change of the select. */
      const choose = (event) => {
        chosen = /** @type {HTMLSelectElement} */ (event.currentTarget).value;
        redraw();
      };
      const markFor = (/** @type {string} */ command) => html`<action-mark line="client ${server} ${command}"></action-mark>`;
      const votes = catalog.protocols.some((one) => one.votes && one.name === protocol);
      const leader = leaderIn(frame);
      const long = names.some((name) => name.length > shortName);
      return html`<div class="part">
        <h2>${say("console-client")}</h2>
        <form class=${long ? "console long" : "console"} aria-label=${say("console-client")} @keydown=${form.keydown} @submit=${form.submit}>
          <select class="select" aria-label=${say("console-server")} translate="no" .value=${live(server)} @change=${choose}>
            ${names.map((name) => html`<option value=${name} ?selected=${name === server}>${name}</option>`)}
          </select>
          <input
            class="field mono"
            aria-label=${say("console-command")}
            placeholder="set e 5"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            enterkeyhint="send"
            @input=${(/** @type {Event} */ event) => type(/** @type {HTMLInputElement} */ (event.currentTarget).value)}
            @keydown=${(/** @type {KeyboardEvent} */ event) => walk(event, sent)} />
          <button class="btn" type="button" @click=${form.click}>${say("console-send")}${markFor(written)}</button>
        </form>
        <div class="quick" role="group" aria-label=${say("console-ready-made")}>
          ${[`get ${key}`, `delete ${key}`, "show", "show_log", ...(votes ? changesOf(frame, server) : [])].map((command) => html`<button class="btn" type="button" @click=${() => send(command)}><code translate="no">${command}</code>${markFor(command)}</button>`)}
          ${leader ? html`<button class="btn" type="button" title=${say("server-kill-name", { name: leader })} @click=${() => dispatch({ kind: "act", line: `kill ${leader}` })}>${icon("kill")}<span>${say("console-kill-leader")}<span class="vh">, <span translate="no">${leader}</span></span></span><action-mark line="kill ${leader}"></action-mark></button>` : nothing}
          ${server
            ? html`<button class="btn" type="button" title=${say("server-nominate-title", { name: server })} @click=${() => dispatch({ kind: "act", line: `client ${addressee()} youre_the_leader` })}>
                ${icon("crown_filled")}<span>${sayAround("console-nominate", { name: html`<span translate="no">${server}</span>` })}<span class="vh"> ${say("console-as-client")}</span></span>${markFor("youre_the_leader")}
              </button>`
            : nothing}
        </div>
      </div>`;
    },
  };
}

/**
 * The changes of voters that are ready to be sent: who does not vote yet is added first, and who votes last is removed.
 * @param {Frame} frame The moment.
 * @param {string} server To whom they are sent.
 * @returns {string[]} At most one of each kind.
 */
function changesOf({ servers }, server) {
  const asked = servers.find(({ name }) => name === server);
  const voters = asked && factOf(asked, "voters")?.servers;
  if (!voters) return [];
  const newcomer = servers.find(({ name }) => !voters.includes(name));
  const leaver = voters.findLast((name) => name !== server);
  return [...(newcomer ? [`add_server ${newcomer.name}`] : []), ...(leaver ? [`remove_server ${leaver}`] : [])];
}

/**
 * @param {Frame} frame The moment.
 * @returns {string | null} Who leads, of the latest term where several do; null for nobody.
 */
function leaderIn({ servers, reference }) {
  const leaders = servers.filter(({ role }) => role === "leader");
  const latest = Math.max(0, ...leaders.map(({ term }) => term));
  const [first, ...others] = leaders.filter(({ term }) => term === latest);
  return others.length > 0 && reference?.leader ? reference.server : (first?.name ?? null);
}
