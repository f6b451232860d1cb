// Presenting: big type and only what matters, for people who look from the back of a room. Nothing of the run is changed by it,
// and nothing is remembered: the page that a person comes back to is the usual one. `?present` in the address opens it so.

/** The word in the address, behind the question mark. */
const WORD = "present";

/**
 * Makes what begins and ends it.
 * @param {HTMLElement} root The document's element: `data-presenting` is there while it lasts.
 * @param {() => void} changed Called when it began or ended.
 * @returns {{ isOn(): boolean, begin(): void, end(): void }} `begin` asks for the whole screen, which the browser may refuse.
 */
export function createPresenting(root, changed) {
  const page = root.ownerDocument;
  const isOn = () => "presenting" in root.dataset;

  /** @param {boolean} on Whether to present from now on. */
  function turn(on) {
    if (on === isOn()) return;
    if (on) root.dataset["presenting"] = "";
    else {
      delete root.dataset["presenting"];
      forgetAddress();
    }
    changed();
  }

  function end() {
    if (page.fullscreenElement) void page.exitFullscreen().catch(() => undefined);
    turn(false);
  }

  page.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || !isOn() || page.querySelector("dialog[open], [popover]:popover-open")) return;
    event.preventDefault();
    end();
  });
  // Escape on the whole screen is the browser's own, and comes as this.
  page.addEventListener("fullscreenchange", () => {
    if (!page.fullscreenElement) turn(false);
  });
  if (new URLSearchParams(location.search).has(WORD)) root.dataset["presenting"] = "";

  return {
    isOn,
    begin() {
      turn(true);
      // Without it the window is what there is, which does as well.
      void root.requestFullscreen?.().catch(() => undefined);
    },
    end,
  };
}

/** Takes the word out of the address, so that a link copied later opens the usual page. */
function forgetAddress() {
  const address = new URL(location.href);
  if (!address.searchParams.has(WORD)) return;
  address.searchParams.delete(WORD);
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // A frame may have no address of its own.
  }
}
