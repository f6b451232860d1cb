// The conversation as a ladder. Draws a View and sends Intents; what is where is `layout.js`, how it looks is
// `lines.js` for desks and `staves.js` for narrow pages, how little is drawn again is `chunk.js`.

import { arrowHeads } from "./arrows.js";
import { updateChunk } from "./chunk.js";
import { completeDetail } from "./detail.js";
import { html, icon, line, rem, svg } from "../drawing/elements.js";
import { laidAt, laneX } from "./laid.js";
import { createLayout, firstDifference, layOut } from "./layout.js";
import { createRuler, measureRoom, paperRoom, shapeFor, whenPrinted } from "./room.js";
import { createPlaces, itemOf } from "./places.js";
import { sameServers, sceneOf, serversAtStart, startsLike } from "./scene.js";
import { createFollower } from "./follow.js";
import { drawnAt } from "./parts.js";
import { askedAnswer } from "./answer.js";
import { boxes } from "./standstill.js";
import { laneNames } from "./staves.js";
import { createTerms } from "./terms.js";
import { createWindow } from "./window.js";
import { say } from "../words/say.js";

/** @import { Label } from "../../pkg/catchup.js" */
/** @import { View, Dispatch } from "../types.js" */
/** @import { Form } from "./chunk.js" */
/** @import { Layout, Placed } from "./layout.js" */
/** @import { Scene } from "./parts.js" */
/** @import { Drawing } from "./window.js" */

/** Between the whole of a selected message and the next row, in rem. */
const ROOM_BELOW_DETAIL = 0.5;

/**
 * Makes the ladder. Long because: it connects the parts that draw, and holds what was drawn for all of them.
 * @param {HTMLElement} root The element that scrolls.
 * @param {Dispatch} dispatch Takes what a person asks for.
 * @returns {{draw: (view: View) => void, settle: () => void}} Call `draw` with every new view, and `settle` when the whole page is drawn.
 */
export function createLadder(root, dispatch) {
  const page = buildPage(root);
  const places = createPlaces(root, page, () => ({ scene: drawn, form, chunks: shown.chunks, heightOf: guessedHeight, rem: room.rem }));
  const shown = createWindow(root, page.list, places.chunksBetween);
  const terms = createTerms(page.names);
  const follower = createFollower(root, page.toNow, places);
  let room = measureRoom(root, createRuler(root));
  /** @type {View | null} */
  let last = null;
  /** @type {Scene | null} */
  let drawn = null;
  /** @type {Form} */
  let form = { kind: "lines" };
  let formKey = "";
  /** How high the selected message is when it is shown whole, in rem, and for what that was measured. */
  let whole = { message: /** @type {Label | null} */ (null), key: "", height: 0 };
  /** The item that the Tab key reaches, and whether a person chose it with the arrow keys or a click. */
  let stop = { index: -1, chosen: false, element: /** @type {HTMLElement | null} */ (null) };
  /** Where to come to rest, once the whole page is drawn. */
  let comeToRest = () => {};

  /**
   * Draws a moment. Where it comes to rest is for `settle`, since that asks where things stand.
   * @param {View} view What to draw.
   */
  function draw(view) {
    const stepped = last === null || last.cursor !== view.cursor || last.history !== view.history;
    last = view;
    const before = chooseForm(view);
    const scene = sceneOf(view, bringUpToDate(view, before));
    const onwards = before !== null && before.cursor + 1 === view.cursor;
    scene.travels = stepped && onwards && !(view.playing && view.speed === "fast");
    const lostFocus = shown.resize(laidAt(scene.layout, view.cursor).chunkCount);
    openRows(scene);
    drawn = scene;
    shown.draw(drawing(scene));
    measureWhole(scene);
    drawAround(scene);
    moveStop(lostFocus);
    const { selected } = scene;
    if (stepped) comeToRest = () => follower.moved(view.playing, onwards);
    else if (selected !== null && selected !== before?.selected) comeToRest = () => follower.show(places.ofMessage(selected));
    else comeToRest = follower.checked;
  }

  /** Comes to rest, and draws what has come into view. */
  function settle() {
    comeToRest();
    comeToRest = () => {};
    lookAgain();
  }

  /** Draws again what is drawn, since the room changed. */
  function drawAgain() {
    if (last === null) return;
    draw(last);
    settle();
  }

  /** @param {Scene} scene The moment. @returns {Drawing} All that decides what is drawn of it. */
  function drawing(scene) {
    return { scene, form, rem: room.rem, stop: scene.layout.items[stop.index]?.chunk ?? -1 };
  }

  /** @param {number} index A chunk that is not drawn. @returns {number} How high it is, in rem. */
  function guessedHeight(index) {
    return drawn === null ? 0 : shown.heightOf(index, index + 1, drawn, form);
  }

  /** Draws what has come into view. */
  function lookAgain() {
    if (drawn === null) return;
    shown.look(drawing(drawn));
    if (form.kind === "lines" && !room.paper) terms.draw(drawn, root.scrollTop / room.rem);
  }

  /**
   * Makes room below the selected message's row, as much as is known to be needed.
   * @param {Scene} scene The moment; changed in place.
   */
  function openRows(scene) {
    const placed = scene.selected === null ? undefined : scene.layout.byId.get(scene.selected);
    if (placed === undefined) return;
    const key = `${formKey} ${scene.instead?.answer === placed.message.id}`;
    if (whole.message !== placed.message || whole.key !== key) whole = { message: placed.message, key, height: NaN };
    if (form.kind === "lines") scene.opening = { chunk: placed.chunk, y: placed.bottom, height: Number.isNaN(whole.height) ? 0 : whole.height };
  }

  /**
   * Measures a newly selected message, and moves what is below it down.
   * @param {Scene} scene The moment; changed in place.
   */
  function measureWhole(scene) {
    const placed = scene.selected === null ? undefined : scene.layout.byId.get(scene.selected);
    if (placed === undefined || !Number.isNaN(whole.height)) return;
    const item = itemOf(shown.chunks, placed);
    const detail = item && completeDetail(item);
    if (!detail) return;
    whole.height = detail.offsetHeight / room.rem + ROOM_BELOW_DETAIL;
    if (scene.opening === null) return;
    scene.opening = { ...scene.opening, height: whole.height };
    const chunk = shown.chunks[placed.chunk];
    if (chunk !== undefined) updateChunk(chunk, scene, form);
  }

  /**
   * Decides between lanes and staves, and starts afresh when that or the room for labels changed.
   * @param {View} view What to draw.
   * @returns {Scene | null} What is in the page already; null when nothing is.
   */
  function chooseForm(view) {
    const serverCount = view.frame.servers.length;
    const { shape, kind, key } = shapeFor(room, serverCount);
    if (key === formKey && drawn !== null && sameServers(drawn.layout, view)) return drawn;
    formKey = key;
    const equalLanes = (/** @type {number} */ lane) => (100 * (lane + 0.5)) / (serverCount + 1);
    form = kind === "lines" ? { kind } : { kind, x: room.narrow ? equalLanes : (lane) => laneX(lane, serverCount) };
    root.classList.toggle("compact", kind === "lines" && shape.pillBelow);
    root.classList.toggle("on-staves", kind === "staves");
    shown.clear();
    drawn = null;
    return null;
  }

  /**
   * Lays what is new.
   * @param {View} view What to draw.
   * @param {Scene | null} before What is in the page.
   * @returns {Layout}
   */
  function bringUpToDate(view, before) {
    const fresh = before === null || (firstDifference(before.layout, view.history) <= 1 && !startsLike(before.layout, view));
    const layout = fresh ? createLayout(serversAtStart(view), shapeFor(room, view.frame.servers.length).shape) : before.layout;
    layOut(layout, view.history);
    return layout;
  }

  /**
   * Draws what is around the chunks: the band of now, the lanes below it, the sentence of an empty ladder.
   * @param {Scene} scene The moment.
   */
  function drawAround(scene) {
    const now = scene.band;
    const empty = laidAt(scene.layout, scene.cursor).itemCount === 0;
    page.nothing.hidden = !empty;
    page.band.hidden = form.kind === "staves" || empty;
    const top = drawnAt(scene, now.top);
    page.band.style.cssText = `top:${rem(top)};height:${rem(drawnAt(scene, now.bottom) - top)};--y:${rem(drawnAt(scene, now.y) - top)}`;
    const lanesBelow = form.kind === "lines" ? scene.serverCount + 1 : 0;
    if (page.future.childElementCount !== lanesBelow) {
      const lines = Array.from({ length: lanesBelow }, (_, lane) =>
        line("lifeline future", laneX(lane, scene.serverCount), 0, laneX(lane, scene.serverCount), 0),
      );
      for (const future of lines) future.setAttribute("y2", "100%");
      page.future.replaceChildren(...lines);
    }
    const x = form.kind === "staves" ? form.x : (/** @type {number} */ lane) => laneX(lane, scene.serverCount);
    page.waiting.replaceChildren(...askedAnswer(scene, x), ...boxes(scene, form.kind === "lines" && !root.classList.contains("compact")));
    if (room.narrow || room.paper) page.names.replaceChildren(laneNames(scene, x));
    else if (form.kind === "staves") page.names.replaceChildren();
  }

  /**
   * The item at a place in the list.
   * @param {number} index The place, from 0.
   * @returns {HTMLElement | null}
   */
  function itemAt(index) {
    const placed = drawn?.layout.items[index];
    if (!drawn || placed === undefined) return null;
    const first = drawn.layout.chunks[placed.chunk]?.firstItem ?? 0;
    return shown.drawn(placed.chunk, drawing(drawn))?.entries[index - first]?.item ?? null;
  }

  /**
   * What an element of the list shows.
   * @param {Element} item The item.
   * @returns {{placed: Placed, index: number} | null}
   */
  function placeOf(item) {
    const chunk = shown.chunks.find((one) => one?.element === item.parentElement);
    const entry = chunk?.entries.findIndex((one) => one.item === item) ?? -1;
    const placed = chunk?.entries[entry]?.placed;
    if (!drawn || chunk === undefined || placed === undefined) return null;
    return { placed, index: (drawn.layout.chunks[chunk.index]?.firstItem ?? 0) + entry };
  }

  /**
   * Keeps the one stop of the Tab key on an item that exists: the last one, unless a person chose another.
   * @param {boolean} focused Whether the focus was in the list before it changed.
   */
  function moveStop(focused) {
    const count = drawn === null ? 0 : laidAt(drawn.layout, drawn.cursor).itemCount;
    if (!stop.chosen || stop.index >= count) setStop(count - 1, false);
    else setStop(stop.index, true);
    if (focused && !page.list.contains(document.activeElement)) (itemAt(stop.index) ?? root).focus({ preventScroll: true });
  }

  /**
   * Moves the stop of the Tab key.
   * @param {number} index The place in the list; -1 for none.
   * @param {boolean} chosen Whether a person chose it.
   */
  function setStop(index, chosen) {
    stop.element?.setAttribute("tabindex", "-1");
    stop = { index, chosen, element: itemAt(index) };
    stop.element?.setAttribute("tabindex", "0");
  }

  /**
   * Shows a message whole, or no longer.
   * @param {number} id The message's id.
   */
  function toggle(id) {
    dispatch({ kind: "select", id: drawn?.selected === id ? null : id });
  }

  root.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest("[data-instead]") && last?.instead) return dispatch(last.instead.offer.intent);
    if (event.target.closest(".detail")) return;
    const button = event.target.closest("button");
    const arrow = event.target instanceof SVGElement ? event.target.dataset.message : undefined;
    const item = event.target.closest('[role="listitem"]');
    if (button?.dataset.lines !== undefined) dispatch({ kind: "acts", lines: button.dataset.lines.split("\n") });
    else if (button?.dataset.line !== undefined) dispatch({ kind: "act", line: button.dataset.line });
    else if (button?.dataset.open !== undefined) toggle(Number(button.dataset.open));
    else if (button === page.toNow) {
      follower.goToNow();
      // The button is gone now, and the focus with it.
      itemAt(stop.index)?.focus({ preventScroll: true });
    } else if (arrow !== undefined) {
      toggle(Number(arrow));
    } else if (item !== null) {
      const place = placeOf(item);
      if (place === null) return;
      setStop(place.index, true);
      if (place.placed.kind === "message" && getSelection()?.isCollapsed !== false) toggle(place.placed.message.id);
    }
  });

  page.list.addEventListener("keydown", (event) => {
    const place = event.target instanceof Element ? placeOf(event.target) : null;
    if (event.key === "Escape" && drawn?.selected != null) dispatch({ kind: "select", id: null });
    else if (place === null || event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === "Enter" && place.placed.kind === "message") toggle(place.placed.message.id);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const next = itemAt(place.index + (event.key === "ArrowDown" ? 1 : -1));
      if (next !== null) {
        setStop(place.index + (event.key === "ArrowDown" ? 1 : -1), true);
        next.focus({ preventScroll: true });
        const placed = placeOf(next)?.placed;
        if (placed?.kind === "message") follower.show(places.ofMessage(placed.message.id));
        else next.scrollIntoView({ block: "nearest" });
      }
    } else return;
    event.preventDefault();
  });

  // What was drawn for a step is drawn like everything else when it has arrived.
  root.addEventListener("animationend", (event) => {
    if (event.target instanceof Element) event.target.closest(".travels")?.classList.remove("travels");
  });

  root.addEventListener("scroll", lookAgain, { passive: true });
  whenPrinted((printed) => {
    shown.print(printed);
    room = printed ? paperRoom(room.ruler) : measureRoom(root, room.ruler);
    drawAgain();
  });

  new ResizeObserver(() => {
    if (room.paper) return;
    const measured = measureRoom(root, room.ruler);
    const same = measured.width === room.width && measured.rem === room.rem && measured.narrow === room.narrow;
    room = measured;
    if (same) lookAgain();
    else drawAgain();
    // A longer sentence or a card that grew takes some of the height.
    follower.resized();
  }).observe(root);

  return { draw, settle };
}

/**
 * Makes the fixed parts of the ladder.
 * @param {HTMLElement} root The element that scrolls.
 */
function buildPage(root) {
  root.classList.add("ladder");
  // Its items are a stop of the Tab key. That it scrolls would make some browsers stop at it besides.
  root.tabIndex = -1;
  // Not every screen reader names lists.
  const title = html("h2", { class: "vh" }, say("ladder-conversation"));
  const hint = html("p", { id: "ladder-hint", hidden: "" }, say("ladder-keys"));
  const list = html("div", { role: "list", "aria-label": say("ladder-conversation"), "aria-describedby": hint.id });
  const band = html("div", { class: "band", "aria-hidden": "true" }, html("span", { class: "now-word" }, icon("now"), say("ladder-now")));
  const nothing = html("p", { class: "nothing" }, say("ladder-nothing-said"));
  const waiting = html("div", { class: "standstills" });
  const future = svg("svg", { class: "future-drawing", "aria-hidden": "true" });
  const names = html("div", { class: "names" });
  const toNow = html("button", { class: "btn small to-now", type: "button", hidden: "" }, say("ladder-go-to-now"));
  root.replaceChildren(arrowHeads(), title, hint, names, html("div", { class: "canvas" }, band, list, nothing, waiting, future), toNow);
  return { list, band, nothing, waiting, future, names, toNow };
}
