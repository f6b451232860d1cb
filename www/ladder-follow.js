// Keeps "now" in view without fighting a person who scrolls. While Play runs, a person who scrolled away is left
// there until they come back or press "Go to now"; a step that they make themselves takes them along.

/** Room left above and below "now", in px. */
const MARGIN_ABOVE = 24;
const MARGIN_BELOW = 40;

/**
 * @typedef {object} Follower
 * @property {(playing: boolean) => void} moved Call after "now" moved.
 * @property {() => void} checked Call after something else was drawn.
 * @property {() => void} resized Call after the room changed.
 * @property {() => void} goToNow Scrolls to "now" and follows it again.
 */

/**
 * Watches the scrolling of an element.
 * @param {HTMLElement} root The element that scrolls.
 * @param {HTMLElement} button Shown while "now" is out of view.
 * @param {() => {top: number, bottom: number} | null} nowBox Where "now" is in the scrolled content, in px; null for nowhere.
 * @returns {Follower}
 */
export function createFollower(root, button, nowBox) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let following = true;
  /** Whether the ladder itself is scrolling, so that what is passed on the way does not count as a person's choice. */
  let gliding = false;
  /** The first time, the page opens where it stands: there is no way to show. */
  let opened = false;

  /** @returns {boolean} Whether a part of "now" can be seen; also true when there is no "now". */
  function inView() {
    const box = nowBox();
    if (box === null) return true;
    return box.bottom > root.scrollTop + MARGIN_ABOVE && box.top < root.scrollTop + root.clientHeight - MARGIN_ABOVE;
  }

  /**
   * Scrolls as little as shows "now".
   * @param {'smooth' | 'instant'} behavior Whether the way is shown.
   */
  function scrollToNow(behavior) {
    const box = nowBox();
    following = true;
    button.hidden = true;
    // At the start there is nowhere to go, and asking where the page stands would lay it out before it is whole.
    if (box === null && !opened) return;
    const height = root.clientHeight;
    let top = root.scrollTop;
    if (box === null) top = 0;
    else {
      if (box.bottom + MARGIN_BELOW > top + height) top = box.bottom + MARGIN_BELOW - height;
      if (box.top - MARGIN_ABOVE < top) top = Math.max(0, box.top - MARGIN_ABOVE);
    }
    const distance = Math.abs(top - root.scrollTop);
    if (distance < 1) return;
    const smooth = behavior === "smooth" && !calm.matches && distance < height * 1.5;
    gliding = smooth;
    root.scrollTo({ top, behavior: smooth ? "smooth" : "instant" });
  }

  function look() {
    button.hidden = following || inView();
  }

  root.addEventListener(
    "scroll",
    () => {
      if (gliding) return;
      following = inView();
      look();
    },
    { passive: true },
  );
  root.addEventListener("scrollend", () => {
    gliding = false;
  });
  for (const kind of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    root.addEventListener(
      kind,
      () => {
        gliding = false;
      },
      { passive: true },
    );
  }

  return {
    moved(playing) {
      if (following || !playing) scrollToNow(opened ? "smooth" : "instant");
      else look();
      opened = true;
    },
    checked: look,
    resized() {
      if (following) scrollToNow("instant");
      else look();
    },
    goToNow() {
      scrollToNow("smooth");
    },
  };
}
