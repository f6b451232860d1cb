// Runs before the page's own script and its first paint: a plain script in a file of its own, which comes where modules do not
// (from a folder on a disk, into a sandboxed frame) and which a content policy allows. It knows old browsers' JavaScript only.

(() => {
  "use strict";

  let told = false;

  // In a frame of another page, only the conversation and its controls are shown.
  if (/[?&]embed(?:[=&]|$)/.test(location.search)) document.documentElement.dataset.embed = "";

  // The remembered theme has to be known before the first paint, or a dark page would flash white; and whether the person has
  // met the page before, or the words of welcome would flash up.
  try {
    document.documentElement.dataset.theme = localStorage.getItem("catchup/settings/theme") || "auto";
    if (localStorage.getItem("catchup/settings/met")) document.documentElement.dataset.met = "";
  } catch (_) {
    // Blocked storage: the system's theme.
  }

  // In a page of one file, this script has no address but the page's.
  const source = document.currentScript instanceof HTMLScriptElement && document.currentScript.src;
  const folder = (source || location.href.replace(/[?#].*$/, "")).replace(/[^/]*$/, "");

  // Whatever goes wrong with the page's scripts until it has started is told in it. Errors of what is loaded do not bubble.
  addEventListener("error", (event) => {
    const { target } = event;
    if (target instanceof HTMLScriptElement) whenParsed(() => tell(...aboutScript(target.src)));
    else if (target === window && event.filename.indexOf(folder) === 0) whenParsed(() => tell(...aboutBreak(event.message)));
  }, true);

  // A script within the page that is cut short does not run, and is no error either. All that is whole runs before this.
  addEventListener("DOMContentLoaded", () => {
    const scripts = document.querySelectorAll("script[type=module]");
    if (!source && !window.begun) tell(...(scripts.length > 0 && tooOld() ? aboutAge() : aboutCut()));
  });

  /**
   * Says in the middle of the page why it can't start. Once it has started, nothing is said.
   * @param {string} what What could not be had.
   * @param {string} advice What to do about it.
   * @param {string} [file] A file beside the page to go to.
   */
  function tell(what, advice, file) {
    const [stage, waking] = [document.getElementById("stage") || document.body, document.getElementById("waking")];
    if (told || (window.begun && !waking)) return;
    told = true;
    if (waking) waking.textContent = "The servers are asleep.";
    const box = document.createElement("div");
    box.className = "standstill";
    box.setAttribute("role", "alert");
    for (const [tag, text] of [["h2", "Catchup can’t start"], ["p", what], ["p", advice]]) {
      const part = document.createElement(tag || "p");
      part.textContent = text || "";
      box.append(part);
    }
    if (file) {
      const link = document.createElement("a");
      link.href = file;
      link.textContent = `Open ${file}`;
      const part = document.createElement("p");
      part.append(link);
      box.append(part);
    }
    stage.textContent = "";
    stage.append(box);
  }
  Object.assign(window, { standstill: tell });

  /** @returns {boolean} Whether this browser lacks what the page's scripts are written with. */
  function tooOld() {
    return !("noModule" in HTMLScriptElement.prototype) || !("toReversed" in Array.prototype);
  }

  /**
   * @param {string} address The address of a script that did not come.
   * @returns {[string, string, string?]} What is the matter, what to do, and the file that has it all.
   */
  function aboutScript(address) {
    if (location.protocol === "file:") {
      return ["This page was opened as a file, and browsers load its scripts from a web server only.",
        "Open catchup.html instead, which lies beside this page and has all of it in one file. Or serve the folder yourself, for example with “python3 -m http.server”, and open the address that this prints.",
        "catchup.html"];
    }
    if (self.origin === "null") {
      return ["This page stands in a frame that keeps its script away.",
        "Open the page outside of the frame. Whoever made the frame can show catchup.html in it, add “allow-same-origin” to its sandbox, or let the page’s server send the header “Access-Control-Allow-Origin: *”."];
    }
    return [`The script of this page could not be loaded: ${address}`,
      "Check the connection, and reload the page. If that does not help, tell whoever runs this site that the file is missing or blocked."];
  }

  /**
   * @param {string} message What the browser says about a script that broke off.
   * @returns {[string, string]} What is the matter, and what to do.
   */
  function aboutBreak(message) {
    if (tooOld()) return aboutAge();
    return [`The script of this page can’t be read, or breaks off: ${message}`,
      "Reload the page: it may have arrived damaged. If that does not help, tell whoever runs this site."];
  }

  /** @returns {[string, string]} The same, about a browser that lacks what is needed. */
  function aboutAge() {
    return ["This browser is too old for the scripts of this page.", "Please try a newer one: any from the year 2024 on will do."];
  }

  /** @returns {[string, string]} The same, about a page in one file whose end is missing. */
  function aboutCut() {
    return ["This file is not whole: its end, with the script of the page, is missing.", "It may have broken off while it was loaded or copied. Get it once more."];
  }

  /** @param {() => void} then What to do once all of the page's elements are there. */
  function whenParsed(then) {
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", then);
    else then();
  }
})();
