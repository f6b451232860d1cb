// On a phone the cards stand in a strip that scrolls sideways. It follows the server that acts, so that what a step did can be
// seen; the focus stays where it is, and a person who is in the strip with a key is left there.

/** @import { Event } from "../../pkg/catchup.js" */
/** @import { View } from "../types.js" */

/** What is seen beside a card that is scrolled to, in px: the edge of its neighbour. */
const MARGIN = 12;

/**
 * Makes the strip follow.
 * @param {HTMLElement} cards What scrolls.
 * @returns {{ follow(view: View): void }} Call `follow` after every drawing.
 */
export function createStrip(cards) {
  const narrow = matchMedia("(max-width: 44.9375em)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let last = /** @type {readonly Event[] | undefined} */ (undefined);
  return {
    follow({ frame }) {
      if (frame.events === last) return;
      last = frame.events;
      const name = actorOf(frame.events);
      if (name === null || !narrow.matches || cards.contains(document.activeElement)) return;
      const card = cards.querySelector(`[aria-labelledby="server-${name}"]`);
      if (card instanceof HTMLElement) show(card);
    },
  };

  /** @param {HTMLElement} card The card to scroll to, as little as possible. */
  function show(card) {
    const low = card.offsetLeft + card.offsetWidth + MARGIN - cards.clientWidth;
    const left = Math.max(low, Math.min(cards.scrollLeft, card.offsetLeft - MARGIN));
    if (left !== cards.scrollLeft) cards.scrollTo({ left, behavior: calm.matches ? "instant" : "smooth" });
  }
}

/**
 * @param {readonly Event[]} events What happened in a moment.
 * @returns {string | null} The server that it is about: whose memory or disk changed, else who was spoken to, else who speaks.
 */
function actorOf(events) {
  const names = [
    ...events.flatMap((event) => ("server" in event ? [event.server] : [])),
    ...events.flatMap((event) => (event.kind === "delivered" || event.kind === "refused" ? [event.to] : [])),
    ...events.flatMap((event) => (event.kind === "sent" || event.kind === "duplicated" ? [event.message.from] : event.kind === "dropped" ? [event.from] : [])),
  ];
  return names.find((name) => name !== "client") ?? null;
}
