// What stays on the page when Break it is closed: a strip below the conversation with a challenge, and with how far each action is from
// a broken promise. It is empty until the person asks for one of them.

import { html, nothing, render } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";
import { say } from "../words/say.js";
import { createAhead } from "./ahead.js";
import { createChallenge } from "./challenge.js";

/** @import { View } from "../types.js" */
/** @import { Within } from "./search.js" */
/** @import { Dare } from "./challenge.js" */
/** @import { World } from "./telling.js" */

/**
 * Makes the strip.
 * @param {HTMLElement} root Where to draw it.
 * @param {World} world What it needs.
 * @param {() => void} turned Is told when what it shows is switched on or off.
 * @returns {{ challenge(dare: Dare): void, aheadSwitch(within: () => Within): unknown, draw(view: View): void }} `aheadSwitch` is drawn elsewhere, with the bounds.
 */
export function createWatch(root, world, turned) {
  const challenge = createChallenge(world, show);
  const ahead = createAhead(world, show);

  function show() {
    root.hidden = !challenge.isOn() && ahead.within() === null;
    const view = world.view();
    if (view === null) return;
    render(html`${challenge.draw(view)} ${ahead.draw(view)}`, root);
  }

  /** @param {() => Within} within Gives the bounds. */
  function aheadSwitch(within) {
    const isOn = ahead.within() !== null;
    const turn = () => {
      if (isOn) ahead.end();
      else ahead.begin(within());
      turned();
    };
    return html`<section class="ahead-switch">
      <button class="btn" type="button" role="switch" aria-checked=${isOn} aria-describedby="ahead-what" @click=${turn}>${isOn ? icon("check") : nothing}<span>${say("ahead-switch")}</span></button>
      <p class="hint" id="ahead-what">${say("ahead-what")}</p>
    </section>`;
  }

  return {
    challenge: challenge.begin,
    aheadSwitch,
    draw(view) {
      if (root.hidden) return;
      challenge.see();
      ahead.see(view);
      show();
    },
  };
}
