// The heads: a card for each server over its lifeline. A plate with its name and what can be done to it, its disk,
// which survives a kill, and its memory, which does not.

import { html, nothing, render } from "./template.js";
import { guard } from "lit-html/directives/guard.js";
import { glyph, hue } from "./glyphs.js";
import { icon } from "./icons.js";
import { cellsOf, foldedOf, pegsOf, resting_rows, rowsInView, window_rows } from "./server-cells.js";
import { storeOf } from "./server-store.js";
import { createTrouble } from "./server-trouble.js";

/** @import { Frame, ServerFrame } from "../pkg/catchup.js" */
/** @import { BrokenDisk, Dispatch, View } from "./types.js" */
/** @import { Cell, Peg, Rows } from "./server-cells.js" */

/**
 * Makes the heads.
 * @param {HTMLElement} root Where to draw.
 * @param {Dispatch} dispatch Takes what the person asks for.
 * @returns {{ draw(view: View): void }} The panel.
 */
export function createServers(root, dispatch) {
  const trouble = createTrouble(root, dispatch);
  const cards = document.createElement("div");
  cards.className = "cards";
  root.prepend(cards);
  /** The first row to show; null for the resting view. */
  let wanted = /** @type {number | null} */ (null);
  /** For each store that is spread out, the first pair shown. */
  const spread = /** @type {Map<string, number>} */ (new Map());
  let room = "";
  let last = /** @type {View | undefined} */ (undefined);

  /** @param {View} view What to draw. */
  function draw(view) {
    if (view.room !== room) {
      room = view.room;
      wanted = null;
      spread.clear();
    }
    last = view;
    const { frame } = view;
    const rows = rowsInView(frame, wanted);
    cards.style.setProperty("--servers", `${frame.servers.length}`);
    cards.style.setProperty("--rows", `${Math.max(4, rows.last - rows.first + 1 + (rows.first > 1 ? 1 : 0))}`);
    cards.classList.toggle("many", isMany(frame.servers));
    cards.classList.toggle("spread", wanted !== null || spread.size > 0);
    render(html`${rowHeads(frame, rows)}${frame.servers.map((server, place) => head(view, server, place, rows))}`, cards);
    trouble.draw(view);
  }

  /**
   * Draws again what the person spread out or turned over.
   * @param {() => void} change What to change first.
   */
  function redraw(change) {
    change();
    if (last) draw(last);
  }

  /**
   * The column of the client: what the rows are, and the way to those that are not in view.
   * @param {Frame} frame What to draw.
   * @param {Rows} rows The rows in view.
   */
  function rowHeads(frame, rows) {
    const pegged = frame.servers.some((server) => pegsOf(frame, server).size > 0);
    const { first, last: end, longest } = rows;
    const folded = longest > resting_rows + 1;
    return html`<div class="rowheads">
      <div class="who"><b>${icon("client")}client</b><span>that’s you</span></div>
      <div class="r-disk">
        <b>${icon("disk")}Disk</b><span>the log:<br />survives a kill</span>
        ${folded
          ? html`<div class="paging">
              ${wanted === null
                ? html`<button class="btn small" type="button" @click=${() => redraw(() => (wanted = longest))}>Show all ${longest}</button>`
                : html`<span>${first} to ${end}</span>
                    ${first > 1 ? html`<button class="btn small" type="button" @click=${() => redraw(() => (wanted = first - window_rows))}>Earlier</button>` : nothing}
                    ${end < longest ? html`<button class="btn small" type="button" @click=${() => redraw(() => (wanted = end + 1))}>Later</button>` : nothing}
                    <button class="btn small" type="button" @click=${() => redraw(() => (wanted = null))}>Last ${resting_rows}</button>`}
            </div>`
          : nothing}
        ${pegged ? html`<p class="pegs-key" aria-hidden="true">${glyph(4, true)} match<br />${glyph(4, false)} next</p>` : nothing}
      </div>
      <div class="r-memory"><b>${icon("memory")}Memory</b><span>lost when killed</span></div>
    </div>`;
  }

  /**
   * One card, drawn only when something on it changed.
   * @param {View} view What to draw.
   * @param {ServerFrame} server The server.
   * @param {number} place Its place in the registry, from 0.
   * @param {Rows} rows The rows in view.
   */
  function head(view, server, place, rows) {
    const cells = cellsOf(view.frame, server, rows);
    const folded = foldedOf(view.frame, server, rows);
    const broken = server.up ? undefined : brokenDisk(view, server);
    const offset = spread.get(server.name);
    const many = isMany(view.frame.servers);
    const facts = [place, server.name, server.up, server.role, server.full, server.store, folded.says, broken?.says, offset, many];
    const pegs = pegsOf(view.frame, server);
    const slot = pegs.get(rows.last + 1);
    const beliefs = server.progress.map((progress) => `${progress.match_index} ${progress.next_index}`).join();
    const prompts = server.prompts.join(" ");
    return guard([...facts, server.term, beliefs, prompts, cells.map((cell) => Object.values(cell).join(" ")).join("\n")], () => {
      const { name, up } = server;
      return html`<section class=${up ? "head" : "head down"} style="--hue:${hue(place)}" aria-labelledby="server-${name}">
        ${plate(server, place)}
        <div class="disk">
          ${folded.says ? html`<p class=${folded.wrong ? "folded bad" : "folded"} title=${folded.says}>${folded.says}</p>` : nothing}
          <ol class="log" role="list" aria-label="Log of ${name}">
            ${cells.map((cell) => cellOf(cell, pegs.get(cell.index)))}
          </ol>
          ${slot ? html`<div class="slot" aria-hidden="true">${pegRow(slot)}</div>` : nothing}
          ${server.full ? html`<p class="full-mark">${icon("full")}disk full</p>` : nothing}
        </div>
        <div class="memory">
          ${up ? storeOf(server, offset, many, (next) => redraw(() => void (next === null ? spread.delete(name) : spread.set(name, next)))) : broken ? repairs(broken) : lost()}
          ${server.prompts.map((prompt) => html`<button class="btn small prompt" type="button" @click=${() => act(`prompt ${name} ${prompt}`)}><span><span translate="no">${prompt}</span><span class="vh"> from <span translate="no">${name}</span></span></span></button>`)}
        </div>
      </section>`;
    });
  }

  /**
   * The name, the role and the buttons.
   * @param {ServerFrame} server The server.
   * @param {number} place Its place in the registry, from 0.
   */
  function plate({ name, up, role, term }, place) {
    const leads = role === "leader";
    const state = term > 0 ? `term ${term}` : "up";
    const kill = up ? "Kill" : "Restart";
    return html`<div class="plate">
      <h2 id="server-${name}" title=${name} translate="no">${glyph(place, up)}<span>${name}</span></h2>
      <button class="btn small kill" type="button" aria-label="${kill} ${name}" title="${kill} ${name}" @click=${() => act(`${up ? "kill" : "restart"} ${name}`)}>
        ${icon(up ? "kill" : "restart")}<span>${kill}</span>
      </button>
      <p class=${leads ? "role lead" : "role"}>${leads ? icon("crown_filled") : nothing}<span>${up ? `${role}, ${state}` : "down"}</span></p>
      <div class="plate-more">
        <button class="btn small icon-only" type="button" aria-label="Nominate ${name}" title="Tell ${name}: you’re the leader" @click=${() => act(`client ${name} youre_the_leader`)}>
          ${icon("crown_filled")}
        </button>
        <button class="btn small icon-only" type="button" aria-label="Trouble for ${name}" title="Trouble for ${name}: links and disk" aria-haspopup="dialog" @click=${(/** @type {Event} */ event) => trouble.open(name, event)}>
          ${icon("more_filled")}
        </button>
      </div>
    </div>`;
  }

  /**
   * What is wrong with a disk, and the three ways on.
   * @param {BrokenDisk} broken What is wrong.
   */
  function repairs({ server, says, good, readable }) {
    const repair = (/** @type {"keep" | "take" | "wipe"} */ how) => () => dispatch({ kind: "repair", server, how });
    return html`<div class="repairs">
      <p>${says}</p>
      <button class="btn small" type="button" @click=${repair("keep")}>${good === 0 ? "Keep nothing" : good === 1 ? "Keep entry 1" : `Keep 1 to ${good}`}</button>
      <button class="btn small" type="button" aria-disabled=${!readable} title=${readable ? "Read the rest as if nothing were wrong" : "The rest can’t be read"} @click=${readable ? repair("take") : nothing}>
        Take it as it is${readable ? nothing : html`<span class="vh"> (it can’t be read)</span>`}
      </button>
      <button class="btn small" type="button" @click=${repair("wipe")}>Wipe it</button>
    </div>`;
  }

  /** @param {string} line An action of the text language. */
  function act(line) {
    dispatch({ kind: "act", line });
  }

  return { draw };
}

/**
 * One entry of a log.
 * @param {Cell} cell What it holds.
 * @param {readonly Peg[] | undefined} pegs What is believed of followers at its index; absent for nothing.
 */
function cellOf({ index, command, term, state, fresh, found }, pegs) {
  const classes = `cell ${state}${fresh ? " fresh" : ""}${found ? " compared" : ""}`;
  // The blanks between the parts are for people who listen, search and copy.
  return html`<li class=${classes} data-term=${term || nothing} title="${index} ${command || state}${term > 0 ? `, of term ${term}` : ""}">
    <span class="index">${index}</span> ${command ? html`<span class="entry" translate="no">${command}</span>` : html`<span class=${state === "missing" ? "vh" : "entry"}>${state}</span>`}${state === "coming"
      ? html`<span class="vh"> (on its way)</span>`
      : state === "differs"
        ? html`<span class="vh"> (differs)</span>`
        : nothing}${state === "differs" || found ? icon("differs") : nothing}${pegs ? pegRow(pegs) : nothing}${found ? html`<span class="why">${found}</span>` : nothing}
  </li>`;
}

/**
 * What is believed of followers at one index: filled for a match, hollow for what is next.
 * @param {readonly Peg[]} pegs At most two for each follower.
 */
function pegRow(pegs) {
  return html`<span class="pegs" aria-hidden="true">${pegs.map(({ place, column, kind }) => html`<span class="peg" style="--hue:${hue(place)};grid-column:${column + 1}">${glyph(place, kind === "match")}</span>`)}</span>`;
}

/** What is left of a memory after a kill. */
function lost() {
  return html`<svg class="tear" viewBox="0 0 144 8" preserveAspectRatio="none" aria-hidden="true"><path d=${tear} /></svg>
    <p class="gone">memory lost</p>`;
}

/** A zigzag of twelve teeth. */
const tear = `M0 0${Array.from({ length: 12 }, (_, tooth) => `L${tooth * 12 + 6} 6.5L${tooth * 12 + 12} 1`).join("")}`;

/**
 * @param {readonly ServerFrame[]} servers All servers.
 * @returns {boolean} Whether their cards are narrow.
 */
function isMany(servers) {
  return servers.length > 6;
}

/**
 * What keeps a server that is down from coming up.
 * @param {View} view What to draw.
 * @param {ServerFrame} server The server.
 * @returns {BrokenDisk | undefined} Absent when its disk is fine.
 */
function brokenDisk(view, { name, damaged }) {
  const first = damaged[0];
  const known = view.broken_disks.find((disk) => disk.server === name);
  return known ?? (first === undefined ? undefined : { server: name, says: `Entry ${first} is damaged.`, good: first - 1, readable: false });
}
