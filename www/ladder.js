// The conversation as a ladder. Draws a View and sends Intents; what is where is `ladder-layout.js`, how it looks is
// `ladder-lines.js` for desks and `ladder-staves.js` for narrow pages, how little is drawn again is `ladder-chunk.js`.

import { arrowHeads } from "./ladder-arrows.js";
import { createChunk, updateChunk } from "./ladder-chunk.js";
import { html, icon, line, rem, svg } from "./ladder-dom.js";
import { createLayout, firstDifference, laidAt, laneX, layOut } from "./ladder-layout.js";
import { chunkAt } from "./ladder-pen.js";
import { createRuler, measureRoom, shapeFor } from "./ladder-room.js";
import { chunksOfNow, sameServers, sceneOf, serversAtStart, startsLike } from "./ladder-scene.js";
import { createFollower } from "./ladder-follow.js";
import { laneNames } from "./ladder-staves.js";

/** @import { View, Dispatch } from "./types.js" */
/** @import { ChunkView, Form } from "./ladder-chunk.js" */
/** @import { Layout, Placed } from "./ladder-layout.js" */
/** @import { Scene } from "./ladder-parts.js" */

/**
 * Makes the ladder.
 * @param {HTMLElement} root The element that scrolls.
 * @param {Dispatch} dispatch Takes what a person asks for.
 * @returns {{draw: (view: View) => void}} Call `draw` with every new view.
 */
export function createLadder(root, dispatch) {
  const page = buildPage(root);
  const follower = createFollower(root, page.toNow, nowBox);
  let room = measureRoom(root, createRuler(root));
  /** @type {View | null} */
  let last = null;
  /** @type {Scene | null} */
  let drawn = null;
  /** @type {Form} */
  let form = { kind: "lines" };
  let formKey = "";
  /** @type {ChunkView[]} */
  let chunks = [];
  /** The item that the Tab key reaches, and whether a person chose it with the arrow keys or a click. */
  let stop = { index: -1, chosen: false, element: /** @type {HTMLElement | null} */ (null) };

  /**
   * Draws a moment.
   * @param {View} view What to draw.
   */
  function draw(view) {
    const stepped = last === null || last.cursor !== view.cursor || last.history !== view.history;
    last = view;
    const before = chooseForm(view);
    const { layout, dirty } = bringUpToDate(view, before);
    const scene = sceneOf(view, layout);
    addChanged(dirty, before, scene);
    const count = laidAt(layout, view.cursor).chunkCount;
    const lostFocus = removeChunks(count);
    for (const index of dirty) if (index < count) updateChunk(chunkFor(index), scene, form);
    drawn = scene;
    drawAround(scene);
    if (scene.selected !== null && scene.selected !== before?.selected) showDetail(scene, scene.selected);
    moveStop(lostFocus);
    if (stepped) follower.moved(view.playing);
    else follower.checked();
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
    for (const chunk of chunks) chunk.element.remove();
    chunks = [];
    drawn = null;
    return null;
  }

  /**
   * Lays what is new, and collects the chunks that the moments between then and now changed.
   * @param {View} view What to draw.
   * @param {Scene | null} before What is in the page.
   * @returns {{layout: Layout, dirty: Set<number>}}
   */
  function bringUpToDate(view, before) {
    const fresh = before === null || (firstDifference(before.layout, view.history) <= 1 && !startsLike(before.layout, view));
    const layout = fresh ? createLayout(serversAtStart(view), shapeFor(room, view.frame.servers.length).shape) : before.layout;
    const low = Math.min(firstDifference(layout, view.history) - 1, before?.cursor ?? -1, view.cursor);
    /** @type {Set<number>} */
    const dirty = new Set();
    const collect = (/** @type {number} */ end) => {
      for (let moment = low + 1; moment <= end; moment += 1) for (const chunk of layout.laid[moment]?.chunksTouched ?? []) dirty.add(chunk);
    };
    if (fresh) chunks.forEach((_, index) => dirty.add(index));
    else collect(before.cursor);
    layOut(layout, view.history);
    collect(view.cursor);
    dirty.add(laidAt(layout, view.cursor).chunkCount - 1);
    return { layout, dirty };
  }

  /**
   * Adds the chunks whose "now" or selection changed.
   * @param {Set<number>} dirty The chunks to draw again; changed in place.
   * @param {Scene | null} before What is in the page.
   * @param {Scene} scene What shall be.
   */
  function addChanged(dirty, before, scene) {
    for (const one of [before, scene]) {
      if (one === null) continue;
      const ids = [...one.now, ...(one.selected === null ? [] : [one.selected]), ...(one.open === null ? [] : [one.open])];
      for (const id of ids) {
        const placed = scene.layout.byId.get(id);
        if (placed === undefined || placed.moment > scene.cursor) continue;
        dirty.add(placed.chunk);
        // The last piece of a wait is drawn where it ends.
        const end = placed.fate?.wait ? chunkAt(scene.layout, placed.fate.wait.bottom) : placed.chunk;
        for (let index = placed.chunk; index <= end; index += 1) dirty.add(index);
      }
      if (one.nowTag !== null) dirty.add(one.nowTag.chunk);
    }
  }

  /**
   * The chunk of an index; those before it are made as well.
   * @param {number} index The chunk's index.
   * @returns {ChunkView}
   */
  function chunkFor(index) {
    for (let next = chunks.length; next <= index; next += 1) {
      const chunk = createChunk(next, form);
      chunks.push(chunk);
      page.list.append(chunk.element);
    }
    const chunk = chunks[index];
    if (chunk === undefined) throw new Error(`chunk ${index} of ${chunks.length}`);
    return chunk;
  }

  /**
   * Removes the chunks that lie beyond the cursor.
   * @param {number} count How many remain.
   * @returns {boolean} Whether the focus was in the list before, which an item may now have lost.
   */
  function removeChunks(count) {
    const focused = page.list.contains(document.activeElement);
    for (const chunk of chunks.splice(count)) chunk.element.remove();
    return focused;
  }

  /**
   * Draws what is around the chunks: the band of now, the lanes below it, the sentence of an empty ladder.
   * @param {Scene} scene The moment.
   */
  function drawAround(scene) {
    const laid = laidAt(scene.layout, scene.cursor);
    const { now } = laid;
    const empty = laid.itemCount === 0;
    page.nothing.hidden = !empty;
    page.band.hidden = form.kind === "staves" || empty;
    page.band.style.cssText = `top:${rem(now.top)};height:${rem(now.bottom - now.top)};--y:${rem(now.y - now.top)}`;
    const lanesBelow = form.kind === "lines" ? scene.serverCount + 1 : 0;
    if (page.future.childElementCount !== lanesBelow) {
      const lines = Array.from({ length: lanesBelow }, (_, lane) =>
        line("lifeline future", laneX(lane, scene.serverCount), 0, laneX(lane, scene.serverCount), 0),
      );
      for (const future of lines) future.setAttribute("y2", "100%");
      page.future.replaceChildren(...lines);
    }
    page.names.replaceChildren(...(form.kind === "staves" && room.narrow ? [laneNames(scene, form.x)] : []));
  }

  /**
   * Shows a newly selected message whole: its sentence too when the label had to shorten it.
   * @param {Scene} scene The moment.
   * @param {number} id The message's id.
   */
  function showDetail(scene, id) {
    const placed = scene.layout.byId.get(id);
    const entry = placed && chunks[placed.chunk]?.entries.find((one) => one.placed === placed);
    const detail = entry?.item.querySelector(".detail");
    const say = entry?.item.querySelector(".say");
    if (!detail) return;
    const whole = detail.querySelector(".whole");
    if (say && whole instanceof HTMLElement) whole.hidden = say.scrollHeight <= say.clientHeight + 1;
    detail.scrollIntoView({ block: "nearest" });
  }

  /**
   * Where "now" is within the scrolled content, in px.
   * @returns {{top: number, bottom: number} | null} Null when nothing was said yet.
   */
  function nowBox() {
    if (drawn === null) return null;
    const laid = laidAt(drawn.layout, drawn.cursor);
    if (laid.itemCount === 0) return null;
    if (form.kind === "lines") return { top: laid.now.top * room.rem, bottom: laid.now.bottom * room.rem };
    const items = chunksOfNow(drawn)
      .flatMap((index) => chunks[index]?.entries ?? [])
      .filter((entry) => entry.item.classList.contains("now"));
    const [first, final] = [items[0]?.item, items[items.length - 1]?.item];
    if (first === undefined || final === undefined) return null;
    const offset = root.scrollTop - root.getBoundingClientRect().top;
    const names = page.names.offsetHeight;
    return { top: first.getBoundingClientRect().top + offset - names, bottom: final.getBoundingClientRect().bottom + offset };
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
    return chunks[placed.chunk]?.entries[index - first]?.item ?? null;
  }

  /**
   * What an element of the list shows.
   * @param {Element} item The item.
   * @returns {{placed: Placed, index: number} | null}
   */
  function placeOf(item) {
    const chunk = chunks.find((one) => one.element === item.parentElement);
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
    if (!(event.target instanceof Element) || event.target.closest(".detail")) return;
    const button = event.target.closest("button");
    const item = event.target.closest('[role="listitem"]');
    if (button?.dataset.line !== undefined) dispatch({ kind: "act", line: button.dataset.line });
    else if (button?.dataset.open !== undefined) toggle(Number(button.dataset.open));
    else if (button === page.toNow) {
      follower.goToNow();
      // The button is gone now, and the focus with it.
      itemAt(stop.index)?.focus({ preventScroll: true });
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
        next.scrollIntoView({ block: "nearest" });
      }
    } else return;
    event.preventDefault();
  });

  new ResizeObserver(() => {
    const measured = measureRoom(root, room.ruler);
    if (measured.width === room.width && measured.rem === room.rem && measured.narrow === room.narrow) return;
    room = measured;
    if (last === null) return;
    draw(last);
    follower.resized();
  }).observe(root);

  return { draw };
}

/**
 * Makes the fixed parts of the ladder.
 * @param {HTMLElement} root The element that scrolls.
 */
function buildPage(root) {
  root.classList.add("ladder");
  const hint = html("p", { id: "ladder-hint", hidden: "" }, "Up and down arrow keys move between messages; Enter shows one whole.");
  const list = html("div", { role: "list", "aria-label": "Conversation", "aria-describedby": hint.id });
  const band = html("div", { class: "band", "aria-hidden": "true" }, html("span", { class: "now-word" }, icon("now"), "now"));
  const nothing = html("p", { class: "nothing" }, "Nothing has been said yet. Step delivers the next message.");
  const future = svg("svg", { class: "future-drawing", "aria-hidden": "true" });
  const names = html("div", { class: "names" });
  const toNow = html("button", { class: "btn small to-now", type: "button", hidden: "" }, "Go to now");
  root.replaceChildren(arrowHeads(), hint, names, html("div", { class: "canvas" }, band, list, nothing, future), toNow);
  return { list, band, nothing, future, names, toNow };
}
