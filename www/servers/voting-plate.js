// The plate of a server that votes: five rows, the same for all, so that plates are equally high. Its name and what can be
// done to it; what it is; its term and its vote; one fact; and the one thing that the protocol offers. Where logs lie, term
// and vote stand in the row of the disk that holds them, and the plates have a row less.

import { html, nothing } from "../drawing/template.js";
import { ballotBox } from "../drawing/ballot.js";
import { glyph } from "../drawing/glyphs.js";
import { icon } from "../drawing/icons.js";
import { roleName } from "../drawing/standing.js";
import { say, sayAround } from "../words/say.js";
import { nameLine } from "./plate.js";

/** @import { ServerFrame } from "../../pkg/catchup.js" */
/** @import { IconName } from "../drawing/icon-paths.js" */
/** @import { Standing } from "../drawing/standing.js" */

/** What a server is has a sign besides the word: none is told by colour alone. @type {Partial<Record<Standing["role"], IconName>>} */
const signs = { leader: "crown_filled", "stale leader": "crown_broken", candidate: "ballot" };

/** @type {Readonly<Record<string, IconName>>} */
const promptSigns = { timeout: "timeout", heartbeat: "beat" };

/** More votes are told by their number alone. */
const mostBallots = 5;

/**
 * Draws a plate.
 * @param {ServerFrame} server The server.
 * @param {number} place Its place in the registry, from 0.
 * @param {Standing} standing How it stands.
 * @param {readonly string[]} names All servers' names, in order of registration.
 * @param {boolean} lying Whether logs lie as rows.
 * @param {(line: string) => void} act Carries out an action line.
 * @param {(event: Event) => void} openTrouble Opens the menu of what can befall it, beside the button whose click is given.
 */
export function votingPlateOf(server, place, standing, names, lying, act, openTrouble) {
  const { name, prompts } = server;
  const { role, voter } = standing;
  const sign = signs[role];
  return html`<div class="plate voting">
    ${nameLine(server, place, act, openTrouble)}
    <p class=${sign ? `role strong${role === "candidate" ? " stands" : ""}` : "role"}>${sign ? icon(sign) : nothing}<span>${roleName(role)}${voter ? nothing : html`, <em>${say("server-no-voter")}</em>`}</span></p>
    ${lying ? nothing : hardOf(server, nothing)}
    <p class="fact">${factOf(standing, names)}</p>
    <div class="prompts">${prompts.map((prompt) => promptOf(name, prompt, act))}</div>
  </div>`;
}

/**
 * What is on the disk beside the log: the term and the vote.
 * @param {ServerFrame} server The server.
 * @param {unknown} sign Stands before the name of who was voted for.
 */
function hardOf({ term, voted_for }, sign) {
  return html`<p class="hard"><b class="term">${say("server-term", { term })}</b> <span class="vote">${voted_for === null ? say("server-no-vote") : sayAround("server-vote", { name: html`${sign}<span translate="no">${voted_for}</span>` })}</span></p>`;
}

/**
 * The same in a row. A long name is cut there, so its sign tells whose it is.
 * @param {ServerFrame} server The server.
 * @param {readonly string[]} names All servers' names.
 */
export function hardInRow(server, names) {
  return hardOf(server, server.voted_for === null ? nothing : glyph(names.indexOf(server.voted_for), true));
}

/**
 * The one fact.
 * @param {Standing} standing How the server stands.
 * @param {readonly string[]} names All servers' names.
 */
function factOf({ role, follows, ballots, counted, reach }, names) {
  if (role === "down") return html`<span>${say("server-knows-nothing")}</span>`;
  if (reach) return html`<span>${sayAround("server-reaches", { reached: html`<b>${say("some-of", { count: reach.reached, all: reach.voters })}</b>` })}</span>`;
  if (role === "candidate") {
    const votes = sayAround("server-votes", { counted: html`<b>${say("some-of", { count: counted, all: ballots.length })}</b>` });
    return html`${ballots.length > mostBallots ? nothing : html`<span class="ballots" aria-hidden="true">${ballots.map(ballotBox)}</span>`}<span>${votes}</span>`;
  }
  if (follows === null) return html`<span>${say("server-follows-nobody")}</span>`;
  return html`<span>${sayAround("server-follows", { name: html`${glyph(names.indexOf(follows), true)}<span translate="no">${follows}</span>` })}</span>`;
}

/**
 * The button for what the protocol offers on a server.
 * @param {string} name The server.
 * @param {{name: string, title: string}} prompt What it offers.
 * @param {(line: string) => void} act Carries out an action line.
 */
function promptOf(name, prompt, act) {
  const sign = promptSigns[prompt.name];
  const label = sayAround("prompt-to", { prompt: html`<span class="verb">${prompt.title}</span>`, name: html`<span class="whom" translate="no">${name}</span>` });
  return html`<button class="btn small prompt" type="button" title=${say("prompt-to", { prompt: prompt.title, name })} @click=${() => act(`prompt ${name} ${prompt.name}`)}>
    ${sign ? icon(sign) : nothing}<span>${label}</span><action-mark line="prompt ${name} ${prompt.name}"></action-mark>
  </button>`;
}
