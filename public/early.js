// Runs before the page's own script and its first paint: a plain script in a file of its own, which comes where modules do not
// (from a folder on a disk, into a sandboxed frame) and which a content policy allows. It knows old browsers' JavaScript only.

// Long because: a plain script shares no functions with others but by names that everybody sees.
(() => {
  "use strict";

  /**
   * What is said here, in each language of the page: it has to be said when nothing else has come. `\0` stands for what it is about.
   * @type {Readonly<Record<string, Readonly<Record<string, string>>>>}
   */
  const words = {
    en: {
      asleep: "The servers are asleep.",
      cannotStart: "Catchup can’t start",
      open: "Open \0",
      asFile: "This page was opened as a file, and browsers load its scripts from a web server only.",
      asFileAdvice: "Open catchup.html instead, which lies beside this page and has all of it in one file. Or serve the folder yourself, for example with “python3 -m http.server”, and open the address that this prints.",
      inFrame: "This page stands in a frame that keeps its script away.",
      inFrameAdvice: "Open the page outside of the frame. Whoever made the frame can show catchup.html in it, add “allow-same-origin” to its sandbox, or let the page’s server send the header “Access-Control-Allow-Origin: *”.",
      notLoaded: "The script of this page could not be loaded: \0",
      notLoadedAdvice: "Check the connection, and reload the page. If that does not help, tell whoever runs this site that the file is missing or blocked.",
      breaks: "The script of this page can’t be read, or breaks off: \0",
      breaksAdvice: "Reload the page: it may have arrived damaged. If that does not help, tell whoever runs this site.",
      old: "This browser is too old for the scripts of this page.",
      oldAdvice: "Please try a newer one: any from the year 2024 on will do.",
      cut: "This file is not whole: its end, with the script of the page, is missing.",
      cutAdvice: "It may have broken off while it was loaded or copied. Get it once more.",
    },
    de: {
      asleep: "Die Server schlafen.",
      cannotStart: "Catchup kann nicht anfangen",
      open: "\0 öffnen",
      asFile: "Diese Seite wurde als Datei geöffnet, und Browser laden ihre Skripte nur von einem Webserver.",
      asFileAdvice: "Öffne stattdessen catchup.html, das neben dieser Seite liegt und sie ganz in einer Datei enthält. Oder stelle den Ordner selbst bereit, zum Beispiel mit „python3 -m http.server“, und öffne die Adresse, die das ausgibt.",
      inFrame: "Diese Seite steht in einem Rahmen, der ihr Skript fernhält.",
      inFrameAdvice: "Öffne die Seite außerhalb des Rahmens. Wer den Rahmen gemacht hat, kann catchup.html darin zeigen, seiner Sandbox „allow-same-origin“ hinzufügen oder den Server der Seite den Header „Access-Control-Allow-Origin: *“ senden lassen.",
      notLoaded: "Das Skript dieser Seite ließ sich nicht laden: \0",
      notLoadedAdvice: "Prüfe die Verbindung, und lade die Seite neu. Wenn das nicht hilft, sag dem, der diese Website betreibt, dass die Datei fehlt oder blockiert wird.",
      breaks: "Das Skript dieser Seite lässt sich nicht lesen oder bricht ab: \0",
      breaksAdvice: "Lade die Seite neu: Vielleicht kam sie beschädigt an. Wenn das nicht hilft, sag dem Bescheid, der diese Website betreibt.",
      old: "Dieser Browser ist zu alt für die Skripte dieser Seite.",
      oldAdvice: "Versuch es bitte mit einem neueren: Jeder ab dem Jahr 2024 genügt.",
      cut: "Diese Datei ist nicht ganz: Ihr Ende mit dem Skript der Seite fehlt.",
      cutAdvice: "Vielleicht brach sie beim Laden oder Kopieren ab. Hole sie noch einmal.",
    },
  };

  /** Languages that are not whole yet: they are spoken when somebody asks for them. @type {readonly string[]} */
  const drafts = [];

  let told = false;
  let language = "en";

  /**
   * @param {string} name One of the words above.
   * @param {string} [about] What it is about.
   * @returns {string} What it says in the language of the page.
   */
  const word = (name, about) => ((words[language] || words.en || {})[name] || "").replace("\0", () => about || "");

  // In a frame of another page, only the conversation and its controls are shown.
  if (/[?&]embed(?:[=&]|$)/.test(location.search)) document.documentElement.dataset.embed = "";

  /** Whether somebody was here before. */
  let isKnown = false;

  // The remembered theme has to be known before the first paint, or a dark page would flash white; and whether the person has
  // met the page before, or the words of welcome would flash up.
  try {
    document.documentElement.dataset.theme = localStorage.getItem("catchup/settings/theme") || "auto";
    if (localStorage.getItem("catchup/settings/met")) document.documentElement.dataset.met = "";
    language = localStorage.getItem("catchup/settings/language") || "";
    isKnown = Object.keys(localStorage).some((key) => key.indexOf("catchup/") === 0);
  } catch (_) {
    // Blocked storage: the system's theme, and the browser's language.
  }
  // The page's script speaks the language that is chosen here. What is written in the page is English; elsewhere it is shown when
  // that script has said it.
  const browsers = (navigator.languages || [navigator.language]).map((tag) => tag.replace(/-.*/, "").toLowerCase());
  const wished = [(/[?&]lang=([^&]*)/.exec(location.search) || [])[1], language].concat(browsers.filter((tag) => drafts.indexOf(tag) < 0));
  language = wished.filter((tag) => tag && Object.keys(words).indexOf(tag) >= 0)[0] || "en";
  document.documentElement.lang = language;
  if (language !== "en") {
    document.documentElement.dataset.translating = "";
    document.title = "Catchup";
  }

  // What is fetched ahead, beside the page's script: what the first screen needs; all else as well for who comes back, or to something that the address names.
  const needsAll = isKnown || document.documentElement.dataset.embed !== undefined || ["", "#sandbox"].indexOf(location.hash) < 0;
  for (const link of document.querySelectorAll("link[rel=ahead]")) {
    if (!(link instanceof HTMLLinkElement) || (link.hreflang && link.hreflang !== language)) continue;
    if (needsAll || link.dataset.first !== undefined) link.rel = link.as ? "preload" : "modulepreload";
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
    delete document.documentElement.dataset.translating;
    if (waking) waking.textContent = word("asleep");
    const box = document.createElement("div");
    box.className = "standstill";
    box.setAttribute("role", "alert");
    for (const [tag, text] of [["h2", word("cannotStart")], ["p", what], ["p", advice]]) {
      const part = document.createElement(tag || "p");
      part.textContent = text || "";
      box.append(part);
    }
    if (file) {
      const link = document.createElement("a");
      link.href = file;
      link.textContent = word("open", file);
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
      return [word("asFile"), word("asFileAdvice"), "catchup.html"];
    }
    if (self.origin === "null") {
      return [word("inFrame"), word("inFrameAdvice")];
    }
    return [word("notLoaded", address), word("notLoadedAdvice")];
  }

  /**
   * @param {string} message What the browser says about a script that broke off.
   * @returns {[string, string]} What is the matter, and what to do.
   */
  function aboutBreak(message) {
    if (tooOld()) return aboutAge();
    return [word("breaks", message), word("breaksAdvice")];
  }

  /** @returns {[string, string]} The same, about a browser that lacks what is needed. */
  function aboutAge() {
    return [word("old"), word("oldAdvice")];
  }

  /** @returns {[string, string]} The same, about a page in one file whose end is missing. */
  function aboutCut() {
    return [word("cut"), word("cutAdvice")];
  }

  /** @param {() => void} then What to do once all of the page's elements are there. */
  function whenParsed(then) {
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", then);
    else then();
  }
})();
