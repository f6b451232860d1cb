// Keeps "now" in view without fighting a person who scrolls. While Play runs, a person who scrolled away is left
// there until they come back or press "Go to now"; a step that they make themselves takes them along, also where the
// page scrolls as a whole. The ladder always comes to rest with a whole row at its upper edge, so that no label is cut there.

/** "Now" and what waits below it are seen together while they take no more of the ladder than this. */
const WAITING_MOST = 0.9;
/** Room left below "now" at least, in px; a whole row at the upper edge makes it more. */
const MARGIN_BELOW = 12;
/** What is left of the row above, in px; it fades there: see the mask in ladder.css. */
const FADE = 2;
/** Coming from below, "now" is put so far down, as a part of the height, that what led to it can be seen. */
const PLACE_FROM_BELOW = 0.7;
/** More of the height than this is not left empty below the last row while there is something above. */
const EMPTY_MOST = 0.35;

/**
 * A stretch of what is scrolled, in px from its beginning.
 * @typedef {{top: number, bottom: number}} Box
 */

/**
 * Where things stand in what is scrolled, in px from its beginning.
 * @typedef {object} Places
 * @property {() => Box | null} now Where "now" is; null for nowhere.
 * @property {() => Box | null} asked Where the message is of which a lesson asks what comes of it; null for none.
 * @property {(top: number) => number} rowAfter The upper edge of the first row that begins there or below.
 * @property {() => number} end Where the last row ends.
 * @property {() => number} below How high the boxes are that stand below the last row; 0 for none.
 */

/**
 * @typedef {object} Follower
 * @property {(playing: boolean, stepped: boolean) => void} moved Call after "now" moved, by one step onwards or otherwise.
 * @property {(box: Box | null) => void} show Scrolls so that a stretch can be seen whole.
 * @property {() => void} checked Call after something else was drawn.
 * @property {() => void} resized Call after the room changed.
 * @property {() => void} goToNow Scrolls to "now" and follows it again.
 */

/**
 * Watches the scrolling of an element.
 * @param {HTMLElement} root The element that scrolls.
 * @param {HTMLElement} button Shown while "now" is out of view.
 * @param {Places} places Where things stand.
 * @returns {Follower}
 */
export function createFollower(root, button, places) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let following = true;
  /** Whether the ladder itself is scrolling, so that what is passed on the way does not count as a person's choice. */
  let gliding = false;
  /** Where the ladder put itself last: hearing of that late, when the room has changed, is no person's choice. */
  let put = -1;
  /** Where it stands, or is on its way to. */
  let rest = 0;
  /** How much room was made below all that is drawn, in px. */
  let room = 0;
  /** The first time, the page opens where it stands: there is no way to show. */
  let opened = false;

  /** @returns {boolean} Whether a part of "now" can be seen; also true when there is no "now". */
  function inView() {
    const box = places.now();
    if (box === null) return true;
    return box.bottom > root.scrollTop + FADE && box.top < root.scrollTop + root.clientHeight - FADE;
  }

  /**
   * Scrolls to "now".
   * @param {'smooth' | 'instant'} behavior Whether the way is shown.
   */
  function scrollToNow(behavior) {
    const box = places.now();
    following = true;
    button.hidden = true;
    // At the start there is nowhere to go, and asking where the page stands would lay it out before it is whole.
    if (box === null && !opened) return;
    scrollTo(box === null ? 0 : restFor(toBeSeen({ ...box, bottom: box.bottom + roomBelow(box) }, places.asked(), root.clientHeight), root.scrollTop, root.clientHeight, places), behavior);
  }

  /**
   * @param {Box} box Where "now" is.
   * @returns {number} What else shall be seen below it, in px: what waits, where "now" is the last row and there is room for both.
   */
  function roomBelow(box) {
    const below = places.below();
    return below > 0 && box.bottom > places.end() - 1 && box.bottom - box.top + below < root.clientHeight * WAITING_MOST ? below : 0;
  }

  /**
   * Scrolls, in a way that can be followed when it is short.
   * @param {number} top Where to.
   * @param {'smooth' | 'instant'} behavior Whether the way is shown.
   */
  function scrollTo(top, behavior) {
    rest = top;
    const distance = Math.abs(top - root.scrollTop);
    if (distance < 1) return;
    // As much below the last row as lets a whole row stand at the upper edge, and no more.
    const more = Math.max(0, Math.ceil(top + root.clientHeight - (root.scrollHeight - room)));
    if (more !== room) root.style.setProperty("--room", `${(room = more)}px`);
    const smooth = behavior === "smooth" && !calm.matches && distance < root.clientHeight * 1.5;
    gliding = smooth;
    root.scrollTo({ top, behavior: smooth ? "smooth" : "instant" });
    put = smooth ? -1 : root.scrollTop;
  }

  /** Brings "now" into the window, where that is so low that the page scrolls as a whole, and no farther than it takes. */
  function showInWindow() {
    const box = places.now();
    if (box === null) return;
    const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
    const upper = parseFloat(scrollPaddingTop) || 0;
    const lower = window.innerHeight - (parseFloat(scrollPaddingBottom) || 0);
    const shift = root.getBoundingClientRect().top - rest;
    const above = box.top + shift - upper;
    const by = Math.min(Math.max(0, box.bottom + shift - lower), above);
    if (by !== 0) window.scrollBy({ top: by, behavior: "instant" });
  }

  function look() {
    button.hidden = following || inView();
  }

  root.addEventListener(
    "scroll",
    () => {
      if (gliding) return;
      following = inView() || (following && Math.abs(root.scrollTop - put) < 1);
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
    moved(playing, stepped) {
      if (following || !playing) scrollToNow(opened ? "smooth" : "instant");
      else look();
      // What a lesson asks stands elsewhere in the page, and so does the slider, which must not move away from a finger.
      if (stepped && !playing && places.asked() === null && !(document.activeElement instanceof HTMLInputElement)) showInWindow();
      opened = true;
    },
    show(box) {
      if (box !== null) scrollTo(topToShow(box, root.scrollTop, root.clientHeight, places), "instant");
      // That is a person's choice, which may lead away from now.
      put = -1;
      look();
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

/**
 * What is to be seen after a step or a jump.
 * @param {Box} now Where "now" is, with what waits below it.
 * @param {Box | null} asked Where the message is that a lesson asks about, which may have been sent long ago; null for none.
 * @param {number} height How much of the ladder is seen.
 * @returns {Box} Both where there is room for both; else what is asked about, since that is what comes next.
 */
export function toBeSeen(now, asked, height) {
  if (asked === null) return now;
  const both = { top: Math.min(now.top, asked.top), bottom: Math.max(now.bottom, asked.bottom) };
  return both.bottom - both.top + FADE + MARGIN_BELOW <= height ? both : asked;
}

/**
 * Where the ladder comes to rest after a step or a jump.
 * @param {Box} box Where "now" is.
 * @param {number} top Where the ladder stands.
 * @param {number} height How much of it is seen.
 * @param {Places} places Where things stand.
 * @returns {number} Where it shall stand.
 */
export function restFor(box, top, height, places) {
  let rest = top;
  if (box.bottom + MARGIN_BELOW > rest + height) rest = box.bottom + MARGIN_BELOW - height;
  else if (box.top - FADE < rest) rest = box.bottom - height * PLACE_FROM_BELOW;
  // What waits below the last row is no empty field.
  const end = Math.max(places.end(), box.bottom);
  if (rest + height - end > height * EMPTY_MOST) rest = end + MARGIN_BELOW - height;
  return onRow(Math.min(rest, box.top - FADE), places);
}

/**
 * Where the ladder has to stand so that a stretch can be seen whole, moving it as little as possible.
 * @param {Box} box The stretch.
 * @param {number} top Where the ladder stands.
 * @param {number} height How much of it is seen.
 * @param {Places} places Where things stand.
 * @returns {number} Where it shall stand; the stretch's beginning is seen when the whole of it can't be.
 */
export function topToShow(box, top, height, places) {
  const low = box.bottom + FADE - height;
  return onRow(Math.min(Math.max(top, low), box.top - FADE), places);
}

/**
 * The nearest place below at which a whole row stands at the upper edge.
 * @param {number} top Where the ladder would stand.
 * @param {Places} places Where things stand.
 * @returns {number}
 */
function onRow(top, places) {
  return top <= 0 ? 0 : Math.max(0, places.rowAfter(top + FADE - 0.5) - FADE);
}
