// The panels of the page, and when they draw. Those that are there draw what is now; who is added later draws it then. So what people look at
// first can be painted alone, before anything else is even made.

/** @import { View } from "./types.js" */

/** What settles asks where things stand, which is known when all have drawn: so the page is laid out once. @typedef {{ draw(view: View): void, settle?(): void }} Panel */

export function createPanels() {
  const panels = /** @type {Panel[]} */ ([]);
  let last = /** @type {View | null} */ (null);

  /** @param {readonly Panel[]} some Panels. @param {View} view What they show. */
  function drawSome(some, view) {
    for (const panel of some) panel.draw(view);
    for (const panel of some) panel.settle?.();
  }

  return {
    /** @param {View} view What is now. */
    draw(view) {
      last = view;
      drawSome([...panels], view);
    },

    /** @param {readonly Panel[]} added Panels that draw from now on. */
    add(...added) {
      panels.push(...added);
      if (last) drawSome(added, last);
    },

    /** @param {View} view What is now. @returns {boolean} Whether that is shown already, though it consists of other objects. */
    show: (view) => last !== null && last.room === view.room && last.length === view.length && JSON.stringify(last) === JSON.stringify(view),

    /** Draws nothing any more. */
    end() {
      panels.length = 0;
      last = null;
    },

    /** @returns {View | null} What is shown; null before anything was. */
    view: () => last,
  };
}

/** How long a paint is waited for, in milliseconds: a browser paints nothing in a frame that is out of sight. */
const LONGEST_WAIT = 100;

/** @returns {Promise<void>} Comes when what was drawn is painted, and at once in a tab that nobody looks at. */
export function painted() {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, LONGEST_WAIT);
  });
}
