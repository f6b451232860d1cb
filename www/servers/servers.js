// The heads: a card for each server over its lifeline. A plate with its name and what can be done to it, its disk,
// which survives a kill, and its memory, which does not. Where there are many servers, or logs are long, the logs lie as
// rows under each other, above the plates: the same elements in other places (servers.css).

import { html, nothing, render } from "../drawing/template.js";
import { ballotBox } from "../drawing/ballot.js";
import { guard } from "lit-html/directives/guard.js";
import { repeat } from "lit-html/directives/repeat.js";
import { glyph, hue } from "../drawing/glyphs.js";
import { icon } from "../drawing/icons.js";
import { askedCells, cellsOf, columnRows, foldedOf, markName, nameOf, pegsOf, remarkOf, rowsInView } from "../drawing/cells.js";
import { comparedWith } from "../drawing/promises.js";
import { longOf, verbOf } from "../drawing/sentence.js";
import { createElections, standingOf } from "../drawing/standing.js";
import { say, sayAround } from "../words/say.js";
import { plateOf } from "./plate.js";
import { createPulling } from "./pulling.js";
import { createReserve } from "./reserve.js";
import { axisOf, footOf } from "./rows.js";
import { storeOf } from "./store.js";
import { createStrip } from "./strip.js";
import { hardInRow, votingPlateOf } from "./voting-plate.js";
import { createWhole } from "./whole.js";

/** @import { Frame, ServerFrame } from "../../pkg/catchup.js" */
/** @import { BrokenDisk, Dispatch, View } from "../types.js" */
/** @import { AskedCells, Cell, Mark, Peg, Rows } from "../drawing/cells.js" */
/** @import { Standing } from "../drawing/standing.js" */
/** @import { Reserve } from "./reserve.js" */

/** With more servers than this, or with more where marks take their room, cards are too narrow for a column of cells. */
const columnServers = 6;
const columnServersWithMarks = 5;

/** A disk has room for so many entries at least. */
const leastRows = 3;
/** A command of so many characters has room in any column. */
const alwaysWhole = 6;

/**
 * How the logs are drawn: in which rows, and whether these lie under each other.
 * @typedef {{ rows: Rows, lying: boolean, marks: boolean, voting: boolean, asked: AskedCells | null }} Form `voting` where servers vote for who leads; `asked` what a lesson asks about.
 */

/**
 * Makes the heads.
 * @param {HTMLElement} root Where to draw.
 * @param {Dispatch} dispatch Takes what the person asks for.
 * @param {(name: string, button: HTMLElement) => void} openTrouble Opens the menu of what can befall a server, beside a button.
 * @returns {{ draw(view: View): void, settle(): void }} The panel; call `settle` when the whole page is drawn.
 */
export function createServers(root, dispatch, openTrouble) {
  const reserve = createReserve();
  const elections = createElections();
  const cards = document.createElement("div");
  root.prepend(cards);
  const strip = createStrip(cards);
  const whole = createWhole(cards);
  const pulling = createPulling(cards, (lines) => dispatch({ kind: "acts", lines }), () => void (last && draw(last)));
  /** The first entry to show; null for the last ones. */
  let wanted = /** @type {number | null} */ (null);
  /** For each store that is spread out, the first pair shown. */
  const spread = /** @type {Map<string, number>} */ (new Map());
  let room = "";
  let sizes = "";
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
    const kept = reserve.of(view);
    const voting = view.catalog.protocols.some(({ name, votes }) => votes && name === view.protocol);
    // Whoever is elected keeps numbers: there is room for them from the start.
    const marks = kept.marks || voting;
    const asked = askedCells(view);
    const form = { rows: rowsInView(frame, wanted, asked), lying: isLying(frame, kept.rows, marks), marks, voting, asked };
    root.classList.toggle("in-rows", form.lying);
    root.classList.toggle("of-voters", voting);
    cards.className = `cards ${form.lying ? "lying" : "standing"}${form.marks ? " marked" : ""}${form.voting ? " by-vote" : ""}${spread.size > 0 ? " spread" : ""}${pulling.isOn() ? " pulling" : ""}`;
    size(frame, kept, form);
    render(html`${rowHeads(frame, form)}${frame.servers.map((server, place) => head(view, server, place, form))}${form.lying ? footOf(frame, form, act, (first) => redraw(() => (wanted = first))) : nothing}${pulling.says(frame)}`, cards);
    whole();
  }

  /**
   * Tells the style sheet its sizes, where they changed: whatever stands on the cards is styled anew then.
   * @param {Frame} frame The moment.
   * @param {Reserve} kept What room is kept for.
   * @param {Form} form How logs are drawn.
   */
  function size(frame, kept, form) {
    const wanted = sizesOf(frame, kept, form);
    if (wanted !== sizes) cards.style.cssText = wanted;
    sizes = wanted;
  }

  /** Lets the strip follow. That asks where cards stand, so it waits until the whole page is drawn. */
  function settle() {
    if (last) strip.follow(last);
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
   * One card, of which only what changed is drawn. The element of an entry that leaves the view serves the one that comes into it.
   * @param {View} view What to draw.
   * @param {ServerFrame} server The server.
   * @param {number} place Its place in the registry, from 0.
   * @param {Form} form How logs are drawn.
   */
  function head(view, server, place, { rows, lying, voting, asked }) {
    // What becomes of entries is what lessons ask: there the cards don't give it away.
    const cells = cellsOf(view.frame, server, rows, asked?.server === server.name ? asked.indexes : []).map((cell) => (view.room.startsWith("lesson-") ? { ...cell, doomed: false } : cell));
    const folded = foldedOf(view.frame, server, rows);
    const broken = server.up ? undefined : brokenDisk(view, server);
    const offset = spread.get(server.name);
    const pulled = pulling.side().has(server.name);
    const pegs = pegsOf(view.frame, server);
    const names = view.frame.servers.map((other) => other.name);
    const everybody = names.join(" ");
    const beyond = slotsOf(pegs, cells.at(-1)?.index ?? rows.first - 1, rows);
    const beliefs = server.progress.map((progress) => `${progress.match_index} ${progress.next_index}`).join();
    const prompts = server.prompts.map((prompt) => prompt.name).join();
    const standing = voting ? standingOf(view.frame, server, elections(view.history, view.cursor)) : null;
    const plate = [everybody, place, server.name, server.up, server.role, server.term, server.voted_for, prompts, lying, JSON.stringify(standing)];
    const logged = cells.map((cell, at) => `${Object.values(cell).join(" ")} ${isCommitEnd(cell, cells[at + 1])} ${JSON.stringify(pegs.get(cell.index))}`);
    const facts = [pulled, server.full, server.store, server.applied, folded.says, broken?.says, offset, beliefs, isParted(view.frame)];
    return guard([...plate, ...facts, logged.join("\n")], () => {
      const { name, up } = server;
      const found = cells.find((cell) => cell.found)?.found;
      const turn = (/** @type {number | null} */ next) => redraw(() => void (next === null ? spread.delete(name) : spread.set(name, next)));
      const befall = (/** @type {Event} */ event) => openTrouble(name, /** @type {HTMLElement} */ (event.currentTarget));
      return html`<section class=${lookOf(server, standing, pulled)} .style="--hue:${hue(place)};--place:${place}" aria-labelledby="server-${name}">
        ${guard(plate, () => (standing ? votingPlateOf(server, place, standing, names, lying, act, befall) : plateOf(server, place, !lying, act, befall)))}
        <div class=${pegs.size > 0 ? "disk pegged" : "disk"}>
          ${lying ? html`<p class="whose" aria-hidden="true" translate="no">${glyph(place, up)}<span>${name}</span></p>` : nothing}
          ${lying && voting ? hardInRow(server, names) : nothing}
          ${folded.says ? html`<p class=${folded.wrong ? "folded bad" : "folded"} title=${folded.says}>${folded.says}</p>` : nothing}
          <h3 class="vh">${say("server-log", { name })}</h3>
          <ol class="log" role="list" aria-label=${say("server-log", { name })}>
            ${repeat(cells, ({ index }) => index % (rows.last - rows.first + 1), (cell, at) => guard([everybody, logged[at]], () => cellOf(cell, cells[at + 1], pegs.get(cell.index), view.frame.servers)))}
          </ol>
          ${cells.length === 0 && !folded.says ? html`<p class="vh">${say("store-empty")}</p>` : nothing}
          ${beyond.map(({ index, held }) => html`<div class="slot" .style="--column:${index - rows.first + 1}" aria-hidden="true">${pegRow(held)}</div>`)}
          ${found && !lying ? html`<p class="verdict" aria-hidden="true" title=${found}>${icon("differs")}<span>${found}</span></p>` : nothing}
          ${fateOf(view.frame, cells)}
          ${server.full ? html`<p class="full-mark">${icon("full")}${say("tag-disk-full")}</p>` : nothing}
        </div>
        <div class=${broken ? "memory broken" : offset === undefined ? "memory" : "memory spread-out"}>
          ${up ? storeOf(server, offset, lying, voting, turn) : broken ? repairs(broken) : lost()}
        </div>
      </section>`;
    });
  }

  /**
   * What is wrong with a disk, and the three ways on.
   * @param {BrokenDisk} broken What is wrong.
   */
  function repairs({ server, says, good, readable }) {
    const repair = (/** @type {"keep" | "take" | "wipe"} */ how) => () => dispatch({ kind: "repair", server, how });
    return html`<div class="repairs">
      <p>${says}</p>
      <button class="btn small" type="button" @click=${repair("keep")}>${say("repair-keep", { count: good })}</button>
      <button class="btn small" type="button" aria-disabled=${!readable} title=${say(readable ? "repair-take-title" : "repair-cannot-take-title")} @click=${readable ? repair("take") : nothing}>
        ${say("repair-take")}${readable ? nothing : html`<span class="vh"> ${say("repair-cannot-take")}</span>`}
      </button>
      <button class="btn small" type="button" @click=${repair("wipe")}>${say("repair-wipe")}</button>
    </div>`;
  }

  /** @param {string} line An action of the text language. */
  function act(line) {
    dispatch({ kind: "act", line });
  }

  return { draw, settle };
}

/**
 * The classes of a card.
 * @param {ServerFrame} server The server.
 * @param {Standing | null} standing How it stands, where servers vote.
 * @param {boolean} pulled Whether it is being pulled apart from the others.
 */
function lookOf({ up, role }, standing, pulled) {
  return `head${pulled ? " pulled" : ""}${up ? "" : " down"}${role === "leader" ? " leads" : ""}${standing?.role === "stale leader" ? " stale" : ""}${standing?.voter === false ? " no-voter" : ""}`;
}

/**
 * What will become of entries at whose index another one is committed.
 * @param {Frame} frame The moment.
 * @param {readonly Cell[]} cells The cells in view of one server.
 */
function fateOf(frame, cells) {
  if (!cells.some(({ doomed }) => doomed)) return nothing;
  return html`<p class="fate" aria-hidden="true">${icon("cut")}<span>${say(isParted(frame) ? "cell-goes-when-healed" : "cell-will-be-removed")}</span></p>`;
}

/**
 * @param {Frame} frame The moment.
 * @returns {boolean} Whether links are cut.
 */
function isParted({ links_cut }) {
  return links_cut.length > 0;
}

/**
 * One entry of a log.
 * @param {Cell} cell What it holds.
 * @param {Cell | undefined} next The one after it; absent for the last one in view.
 * @param {readonly Peg[] | undefined} pegs What is believed of followers at its index; absent for nothing.
 * @param {readonly ServerFrame[]} servers All servers.
 */
function cellOf(cell, next, pegs, servers) {
  const { index, command, term, state, marks, fresh, found, committed, doomed } = cell;
  const classes = ["cell", ...marks, ...(committed === null ? [] : [committed ? "committed" : "open"]), ...(doomed ? ["doomed"] : []), ...(fresh ? ["fresh"] : []), ...(found ? ["compared"] : [])].join(" ");
  const remark = command ? remarkOf(cell) : "";
  const absent = marks.find((mark) => mark !== "broken") ?? state;
  // The blanks between the parts are for people who listen, search and copy.
  return html`<li class=${classes} data-term=${term || nothing} title=${nameOf(cell)}>
    <span class="index"><span>${index}</span></span> ${command ? html`<span class="entry" translate="no">${entryOf(command, servers)}</span>` : html`<span class=${absent === "missing" ? "vh" : "entry"}>${absent === "asked" ? html`<span class="vh">${markName(absent)}</span>` : markName(absent)}${marks.includes("broken") ? html`<span class="vh"> (${markName("broken")})</span>` : nothing}</span>`}${remark ? html`<span class="vh">${remark}</span>` : nothing}${found && !marks.includes("differs") ? icon("differs") : nothing}${marks.map(signOf)}${pegs ? pegRow(pegs) : nothing}${isCommitEnd(cell, next) ? html`<i class="commit-mark" aria-hidden="true"></i>` : nothing}${found ? html`<span class="vh">${found}</span>` : nothing}
  </li>`;
}

/**
 * What an entry holds. A configuration has room for its voters' marks, and not for their names.
 * @param {string} command The operation.
 * @param {readonly ServerFrame[]} servers All servers.
 */
function entryOf(command, servers) {
  const [verb, ...names] = command.split(" ");
  if (verb !== "configuration") return command.length > alwaysWhole ? longOf(command) : verbOf(command);
  const places = names.map((name) => servers.findIndex((server) => server.name === name));
  return html`<span class="vh">${command}</span><span class="voters" aria-hidden="true">${ballotBox("yes")}${places.map((place) => glyph(place, true))}</span>`;
}

/**
 * Whether the commit index stands under a cell.
 * @param {Cell} cell The cell.
 * @param {Cell | undefined} next The one after it.
 */
function isCommitEnd({ committed }, next) {
  return committed === true && next?.committed !== true;
}

/**
 * The sign of a mark, for the eye: none is told by colour alone.
 * @param {Mark} mark The mark.
 */
function signOf(mark) {
  if (mark === "broken" || mark === "differs") return icon(mark);
  if (mark === "repeated") return icon("copy");
  return mark === "surplus" ? html`<span class="sign" aria-hidden="true"></span>` : nothing;
}

/**
 * What is believed of followers at one index: filled for a match, hollow for what is next.
 * @param {readonly Peg[]} pegs At most two for each follower.
 */
function pegRow(pegs) {
  return html`<span class="pegs" aria-hidden="true">${pegs.map(({ place, kind }) => html`<span class="peg" .style="--hue:${hue(place)}">${glyph(place, kind === "match")}</span>`)}</span>`;
}

/**
 * Where something is believed of followers beyond the last cell that is drawn: what is next may lie after the last entry.
 * @param {ReadonlyMap<number, readonly Peg[]>} pegs What is believed, by index.
 * @param {number} end The index of the last cell.
 * @param {Rows} rows The rows in view: nothing is marked beyond them, unless they reach to the end of the logs.
 * @returns {{ index: number, held: readonly Peg[] }[]} In order of index.
 */
function slotsOf(pegs, end, { last, longest }) {
  return [...pegs].flatMap(([index, held]) => (index > end && (index <= last || last === longest) ? [{ index, held }] : [])).sort((one, other) => one.index - other.index);
}

/**
 * The column of the client: what the rows are, and what the logs are compared with.
 * @param {Frame} frame What to draw.
 * @param {Form} form How logs are drawn.
 */
function rowHeads(frame, { rows, lying, marks, voting }) {
  const committed = voting ? html`<p class="commit-key" aria-hidden="true"><i></i>${say("cell-committed")}</p>` : nothing;
  const key = marks ? html`<p class="pegs-key" aria-hidden="true"><span>${glyph(4, true)} ${say("server-match")}</span> <span>${glyph(4, false)} ${say("server-next")}</span></p>` : nothing;
  return html`<div class="rowheads">
      <div class="who"><b>${icon("client")}${say("server-client")}</b><span>${say("server-client-is-you")}</span></div>
      <div class="r-disk"><b>${icon("disk")}${say("server-disk")}</b><span>${sayAround(voting ? "server-disk-holds-votes" : "server-disk-holds", { break: html`<br />` })}</span>${committed}${lying ? nothing : key}${lying ? nothing : html`<span class="compared-with">${comparedWith(frame)}</span>`}</div>
      <div class="r-memory"><b>${icon("memory")}${say("server-memory")}</b><span>${say("server-memory-is-lost")}</span></div>
    </div>
    ${lying ? axisOf(rows, key) : nothing}`;
}

/** What is left of a memory after a kill. */
function lost() {
  return html`<svg class="tear" viewBox="0 0 144 8" preserveAspectRatio="none" aria-hidden="true"><path d=${tear} /></svg>
    <p class="gone">${sayAround("server-memory-gone", { memory: html`<span>${say("server-its-memory")}</span>` })}</p>`;
}

/** A zigzag of twelve teeth. */
const tear = `M0 0${Array.from({ length: 12 }, (_, tooth) => `L${tooth * 12 + 6} 6.5L${tooth * 12 + 12} 1`).join("")}`;

/**
 * @param {Frame} frame The moment.
 * @param {number} rows How many entries room is kept for.
 * @param {boolean} marks Whether marks need a line of their own.
 * @returns {boolean} Whether the logs lie as rows under each other.
 */
function isLying({ servers }, rows, marks) {
  return rows > columnRows || servers.length > (marks ? columnServersWithMarks : columnServers);
}

/**
 * The numbers from which servers.css reckons its sizes.
 * @param {Frame} frame The moment.
 * @param {Reserve} kept What room is kept for.
 * @param {Form} form How logs are drawn. Where they lie, the cards are as high as they are: the length of the longest log plays no part.
 * @returns {string} A value of a style attribute.
 */
function sizesOf({ servers }, { rows, leaders }, { lying, rows: { first, last, longest } }) {
  // What is next for a follower may lie after the last entry, and is shown there.
  const next = last < longest ? last : Math.max(last, ...servers.flatMap(({ progress }) => progress.map(({ next_index }) => next_index)));
  const columns = Math.max(next - first + 1, leastRows);
  const letters = Math.max(...servers.map(({ name }) => name.length), 4);
  const unmarked = Math.max(0, leaders - servers.filter(({ progress }) => progress.length > 0).length);
  return `--unmarked:${unmarked};--servers:${servers.length};--rows:${lying ? leastRows : Math.max(leastRows, rows)};--columns:${columns};--letters:${letters}`;
}

/**
 * What keeps a server that is down from coming up.
 * @param {View} view What to draw.
 * @param {ServerFrame} server The server.
 * @returns {BrokenDisk | undefined} Absent when its disk is fine.
 */
function brokenDisk(view, { name, damaged }) {
  const first = damaged[0];
  const known = view.brokenDisks.find((disk) => disk.server === name);
  return known ?? (first === undefined ? undefined : { server: name, says: say("server-entry-damaged", { index: first }), good: first - 1, readable: false });
}
