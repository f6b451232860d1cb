// The links before everything else, for people who go through the page with the Tab key: to the buttons that step, and to
// the conversation. They move the focus by hand, since the part of the address after # names rooms here.

/** Within each part, what is to have the focus. */
const aims = /** @type {Readonly<Record<string, string>>} */ ({ playback: ".do-step", ladder: "[tabindex='0']" });

/**
 * Makes the links work.
 * @param {HTMLElement} root What holds them.
 */
export function createSkips(root) {
  root.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link) return;
    event.preventDefault();
    const id = link.hash.slice(1);
    const part = document.getElementById(id);
    const aim = /** @type {HTMLElement | null | undefined} */ (part?.querySelector(aims[id] ?? "button")) ?? part;
    if (!aim) return;
    // A part with nothing in it to stop at takes the focus itself, without becoming a stop of its own.
    if (aim === part) aim.tabIndex = -1;
    aim.focus();
  });
}
