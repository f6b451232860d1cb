// The client's and the network's side: what to send to whom, what is in flight, what a leader believes, which promises
// hold, and who else could join.

import { html, nothing, render } from "../drawing/template.js";
import { createConsole } from "./console.js";
import { createLetRun } from "./let-run.js";
import { votingParts } from "./voting.js";
import { glyph } from "../drawing/glyphs.js";
import { icon } from "../drawing/icons.js";
import { markFor } from "../drawing/mark.js";
import { lamps, logsAreCompared } from "../drawing/promises.js";
import { createElections, roleName } from "../drawing/standing.js";
import { waitingIn } from "../drawing/waiting.js";
import { named, said, spokenRoute } from "../drawing/sentence.js";
import { smallForm } from "../drawing/small-form.js";
import { say, sayAround } from "../words/say.js";
import { tied } from "../words/ties.js";

/** @import { Message, ServerFrame } from "../../pkg/catchup.js" */
/** @import { Dispatch, Intent, View } from "../types.js" */

/** How many messages in flight are listed; the ladder has them all. */
const listedMessages = 30;
const mostServers = 9;

/**
 * Makes the side panel.
 * @param {HTMLElement} root Where to draw.
 * @param {Dispatch} dispatch Takes what the person asks for.
 * @returns {{ draw(view: View): void }} The panel.
 */
export function createSide(root, dispatch) {
  let last = /** @type {View | undefined} */ (undefined);
  const elections = createElections();
  const client = createConsole(dispatch, () => void (last && draw(last)));
  const weather = createLetRun(dispatch, () => void (last && draw(last)));
  const go = (/** @type {number} */ moment) => dispatch({ kind: "seek", moment });

  /** @param {View} view What to draw. */
  function draw(view) {
    last = view;
    const { frame } = view;
    const latest = elections(view.history, view.cursor);
    const { servers } = frame;
    render(
      html`
        ${client.draw(view)} ${waitingPart(view, latest, dispatch)} ${votingParts(view, latest, (name) => who(view, name))} ${inFlight(view, dispatch)} ${servers.filter((server) => server.progress.length > 0).map((server) => beliefs(view, server))}
        <div class="part">
          <h2>${sayAround("side-promises", { of: html`<small>${say("side-promises-of-protocol")}</small>` })}</h2>
          ${lamps(frame, "always", go)}
        </div>
        <div class="part">
          <h2>${say("side-goals")}</h2>
          ${lamps(frame, "goal", go)} ${lamps(frame, "sometimes", go)}
          <p class="hint">${logsAreCompared(frame)}</p>
        </div>
        ${servers.length === 0 ? nothing : weather.draw(view)}
        ${servers.length < mostServers ? newcomer(dispatch) : nothing}
      `,
      root,
    );
  }

  return { draw };
}

/**
 * The requests that wait for their answer, with what would help.
 * @param {View} view What to draw.
 * @param {number} latest The latest term for which somebody was elected so far.
 * @param {Dispatch} dispatch Takes what the person asks for.
 */
function waitingPart(view, latest, dispatch) {
  const waiting = waitingIn(view.frame, latest);
  if (waiting.length === 0) return nothing;
  return html`<div class="part">
    <h2>${say("side-waiting")} <small>${waiting.length}</small></h2>
    <ul class="waiting" role="list" aria-label=${say("side-waiting")}>
      ${waiting.slice(0, listedMessages).map(
        ({ server, request, why, helps }) => html`<li>
          <p class="route">${icon("hourglass")}${sayAround("side-waits-at", { request: html`<code translate="no">${request}</code>`, server: who(view, server) })}</p>
          <p class="why">${tied(why)}</p>
          <p class="chips">${helps.map(({ label, lines }) => actButton(label, { kind: "acts", lines }, dispatch))}</p>
        </li>`,
      )}
    </ul>
  </div>`;
}

/**
 * The messages in flight, oldest first, and the links that are cut.
 * @param {View} view What to draw.
 * @param {Dispatch} dispatch Takes what the person asks for.
 */
function inFlight(view, dispatch) {
  const { in_flight, links_cut } = view.frame;
  const leftOut = in_flight.length - listedMessages;
  return html`<div class="part">
    <h2>${say("side-in-flight")} <small>${in_flight.length}</small></h2>
    ${in_flight.length === 0 ? html`<p class="hint">${say("side-nothing-in-flight")}</p>` : nothing}
    <ul class="flights" role="list" aria-label=${say("side-in-flight")}>
      ${in_flight.slice(0, listedMessages).map((message) => flight(view, message, dispatch))}
    </ul>
    ${leftOut > 0 ? html`<p class="hint">${say("side-more-in-flight", { count: leftOut })}</p>` : nothing}
    ${links_cut.length > 1
      ? html`<p class="cut-link">${icon("cut")}<span>${say("side-links-cut", { count: links_cut.length })}</span> ${actButton(say("heal-all"), { kind: "acts", lines: links_cut.map(([one, other]) => `heal ${one} ${other}`) }, dispatch)}</p>
          <details class="cut-links"><summary>${say("side-which-links")}</summary>${cutLinks(view, dispatch)}</details>`
      : cutLinks(view, dispatch)}
  </div>`;
}

/**
 * The links that are cut, each with the way to heal it.
 * @param {View} view What to draw.
 * @param {Dispatch} dispatch Takes what the person asks for.
 */
function cutLinks({ frame: { links_cut, servers } }, dispatch) {
  return links_cut.map(
    ([one, other]) =>
      html`<p class="cut-link">${icon("cut")}<span>${sayAround("side-link-cut", { one: named(one, servers), other: named(other, servers) })}</span> ${actButton(say("heal"), { kind: "act", line: `heal ${one} ${other}` }, dispatch)}</p>`,
  );
}

/**
 * @param {string} label What stands on the button.
 * @param {Intent} intent What it does: an action, or several.
 * @param {Dispatch} dispatch Takes it.
 */
function actButton(label, intent, dispatch) {
  return html`<button class="btn small" type="button" @click=${() => dispatch(intent)}>${label}${markFor(intent)}</button>`;
}

/**
 * One message in flight.
 * @param {View} view What to draw.
 * @param {Message} message The message.
 * @param {Dispatch} dispatch Takes what the person asks for.
 */
function flight(view, message, dispatch) {
  const { id, from, to, copy_of } = message;
  const route = spokenRoute(message);
  const act = (/** @type {string} */ action) => () => dispatch({ kind: "act", line: `${action} ${id}` });
  const markFor = (/** @type {string} */ action) => html`<action-mark line="${action} ${id}"></action-mark>`;
  const selected = view.selected === id;
  return html`<li class=${selected ? "selected" : ""} aria-current=${selected ? "true" : nothing}>
    <button class="route" type="button" @click=${() => dispatch({ kind: "select", id: selected ? null : id })} aria-pressed=${selected} aria-label=${say("flight-message", { id, route })}>
      <span class="number">${id}</span> ${who(view, from)}<span aria-hidden="true">→</span>${who(view, to)}
    </button>
    <span class="acts">
      <button class="btn small" type="button" aria-label=${say("flight-deliver", { id, route })} @click=${act("deliver")}>${say("deliver")}${markFor("deliver")}</button>
      <button class="btn small icon-only" type="button" aria-label=${say("flight-drop", { id, route })} title=${say("drop")} @click=${act("drop")}>${icon("drop")}${markFor("drop")}</button>
      <button class="btn small icon-only" type="button" aria-label=${say("flight-duplicate", { id, route })} title=${say("duplicate")} @click=${act("duplicate")}>${icon("copy")}${markFor("duplicate")}</button>
    </span>
    <p class="what">${said(message)}${copy_of === undefined ? nothing : html` <em>${say("message-again", { id: copy_of })}</em>`}</p>
    ${view.instead?.answer === id ? html`<p class="chips"><button class="btn small" type="button" @click=${() => view.instead && dispatch(view.instead.offer.intent)}>${view.instead.offer.label}</button></p>` : nothing}
  </li>`;
}

/**
 * A participant's mark and name.
 * @param {View} view What to draw.
 * @param {string} name A server's name or `client`.
 */
function who(view, name) {
  const place = view.frame.servers.findIndex((server) => server.name === name);
  return html`${place < 0 ? icon("client") : glyph(place, view.frame.servers[place]?.up ?? false)}<span class="name" translate="no">${name}</span>`;
}

/**
 * What a leader keeps about its followers, in numbers.
 * @param {View} view What to draw.
 * @param {ServerFrame} leader The server that keeps it.
 */
function beliefs(view, leader) {
  const partners = view.frame.in_flight.find((message) => message.id === view.selected);
  return html`<div class="part">
    <h2 id="believes-${leader.name}"><span>${sayAround("side-believes", { name: html`<span translate="no">${leader.name}</span>` })}</span></h2>
    <table class="beliefs" aria-labelledby="believes-${leader.name}">
      <thead>
        <tr>
          <th scope="col">${roleName("follower")}</th>
          <th scope="col">${say("server-match")}</th>
          <th scope="col" translate="no">next_index</th>
        </tr>
      </thead>
      <tbody>
        ${leader.progress.map(
          ({ peer, match_index, next_index }) =>
            html`<tr class=${partners?.from === peer || partners?.to === peer ? "selected" : ""}>
              <th scope="row"><span>${who(view, peer)}</span></th>
              <td>${match_index}</td>
              <td>${next_index}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/**
 * The form that registers another server.
 * @param {Dispatch} dispatch Takes what the person asks for.
 */
function newcomer(dispatch) {
  const { keydown, submit, click } = smallForm((form) => {
    dispatch({ kind: "act", line: `start ${new FormData(form).get("name")}` });
    form.reset();
  });
  return html`<div class="part">
    <h2>${say("newcomer")}</h2>
    <form class="newcomer" @keydown=${keydown} @submit=${submit}>
      <label class="vh" for="newcomer">${say("newcomer-name")}</label>
      <input class="field mono" id="newcomer" name="name" placeholder="bob" required aria-invalid="false" maxlength="16" pattern="[a-z][a-z0-9_\\-]{0,15}" title=${say("newcomer-name-title")} autocomplete="off" autocapitalize="none" spellcheck="false" />
      <button class="btn" type="button" @click=${click}>${say("newcomer-start")}</button>
    </form>
  </div>`;
}
