// What stays on the page when Break it is closed: a strip below the conversation with a search that goes on, a challenge, and how far each
// action is from a broken promise. It is empty until the person asks for one of them, and what was asked for is kept with the room.

import { html, nothing, render } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";
import { say } from "../words/say.js";
import { createAhead } from "./ahead.js";
import { createChallenge } from "./challenge.js";
import { read, written } from "./keeping.js";

/** @import { View } from "../types.js" */
/** @import { Within } from "./search.js" */
/** @import { Dare } from "./challenge.js" */
/** @import { World } from "./telling.js" */

/**
 * Makes the strip.
 * @param {HTMLElement} root Where to draw it.
 * @param {World} world What it needs.
 * @param {{ turned(): void, searching(): unknown, isSearched(start: Dare["start"]): boolean }} view What else shows something of it: is told when the look ahead is switched on or off, draws a search that goes on, null for none, and says whether it is that from there.
 * @returns {{ challenge(dare: Dare, first?: string): void, learn(start: Dare["start"], most: number): void, within(within: Within): void, aheadSwitch(within: () => Within): unknown, draw(view: View): void, show(): void }} `learn` is told how many actions the shortest run has; `within` are the bounds from now on of what looks ahead; `aheadSwitch` is drawn elsewhere, with the bounds.
 */
export function createWatch(root, world, { turned, searching, isSearched }) {
  const challenge = createChallenge(world, show, () => dareTo(null), isSearched);
  const ahead = createAhead(world, show, () => lookWithin(null));
  /** Whose is what is open. */
  let room = "";
  /** Why what was kept here can't be read; empty when it can. */
  let trouble = "";

  function show() {
    const search = searching();
    root.hidden = challenge.dare() === null && ahead.within() === null && search === null && trouble === "";
    const view = world.view();
    if (view === null) return;
    render(html`${search} ${trouble === "" ? nothing : strange()} ${challenge.draw(view)} ${ahead.draw(view)}`, root);
  }

  /** What was kept here and can't be read. */
  function strange() {
    return html`<section class="strange">${icon("wait")}<p aria-live="polite">${trouble}</p><p class="row"><button class="btn small" type="button" @click=${keep}>${say("kept-forget")}</button></p></section>`;
  }

  /** Keeps what is open, in the place of what was kept before. */
  function keep() {
    trouble = "";
    world.kept.set(room, written({ ahead: ahead.within(), dare: challenge.dare() }));
    show();
  }

  /** @param {View} view What is on the page: a room, with what was kept there. */
  function enter(view) {
    room = view.room;
    trouble = "";
    let kept = /** @type {ReturnType<typeof read>} */ ({ ahead: null, dare: null });
    try {
      kept = read(world.kept.get(room) ?? "");
      if (kept.dare) tryOut(kept.dare);
    } catch (error) {
      kept = { ahead: null, dare: null };
      trouble = say("kept-unreadable", { why: error instanceof Error ? error.message : `${error}` });
    }
    challenge.begin(kept.dare);
    ahead.look(kept.ahead);
    turned();
  }

  /**
   * @param {Dare} dare A challenge that was kept.
   * @throws {Error} With a sentence, when it can't begin where it says.
   */
  function tryOut({ start }) {
    const run = new world.Run(start.text);
    const { length } = run;
    run.free();
    if (start.moment > length) throw new Error(say("kept-no-moment", { moment: start.moment, count: length }));
  }

  /**
   * @param {Dare | null} dare The challenge from now on; null for none.
   * @param {string} [first] The first action of a shortest run, as a hint.
   */
  function dareTo(dare, first) {
    challenge.begin(dare, first);
    keep();
  }

  /** @param {Within | null} within Within which bounds to look ahead from now on; null for not at all. */
  function lookWithin(within) {
    ahead.look(within);
    keep();
    turned();
  }

  /** @param {() => Within} within Gives the bounds. */
  function aheadSwitch(within) {
    const isOn = ahead.within() !== null;
    return html`<section class="ahead-switch">
      <button class="btn" type="button" role="switch" aria-checked=${isOn} aria-describedby="ahead-what" @click=${() => lookWithin(isOn ? null : within())}>${isOn ? icon("check") : nothing}<span>${say("ahead-switch")}</span></button>
      <p class="hint" id="ahead-what">${say("ahead-what")}</p>
    </section>`;
  }

  return {
    challenge: dareTo,
    learn(start, most) {
      if (challenge.learn(start, most)) keep();
    },
    within(within) {
      if (ahead.within() !== null) lookWithin(within);
    },
    aheadSwitch,
    show,
    draw(view) {
      if (view.room !== room) enter(view);
      if (root.hidden) return;
      challenge.see();
      ahead.see(view);
      show();
    },
  };
}
