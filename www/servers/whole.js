// Entries that are cut where there is no room for them, and those of which a phone shows the number alone: a log that has such
// entries can be reached with the Tab key or a finger, and shows them whole while it has the focus (servers.css).

/**
 * Finds out, with the next picture, in which logs something is cut.
 * @param {HTMLElement} cards What holds the logs.
 * @returns {() => void} Call it when they were drawn, or have another size.
 */
export function createWhole(cards) {
  let waiting = false;

  /** Looks at all logs, first of all at what is laid out. A log that shows its entries whole is left as it is. */
  function look() {
    waiting = false;
    const logs = [.../** @type {NodeListOf<HTMLElement>} */ (cards.querySelectorAll(".log"))].filter((log) => log !== document.activeElement);
    const found = logs.map((log) => [...log.querySelectorAll(".entry, .operands")].some((part) => part.scrollWidth > part.clientWidth || isBelow(part)));
    for (const [place, log] of logs.entries()) {
      const cuts = found[place] ?? false;
      if (log.classList.contains("cuts") === cuts) continue;
      log.classList.toggle("cuts", cuts);
      if (cuts) log.tabIndex = 0;
      else log.removeAttribute("tabindex");
    }
  }

  const later = () => {
    if (!waiting) requestAnimationFrame(look);
    waiting = true;
  };
  new ResizeObserver(later).observe(cards);
  return later;
}

/**
 * @param {Element} part A part of a command.
 * @returns {boolean} Whether there was no room for it beside the verb before it, which is not seen then.
 */
function isBelow(part) {
  const verb = part.previousElementSibling;
  return part instanceof HTMLElement && verb instanceof HTMLElement && verb.className === "verb" && verb.offsetTop < part.offsetTop;
}
