// The page's keys: → step, ← back, space play or pause, Home and End, ? help; and Page Down and Page Up, which are what
// the buttons of a presenter's clicker send. A key is left alone when whatever has the focus uses it itself, when a
// modifier is held, while a dialog is open, and when the person switched keys off.

/** @import { Dispatch, Intent, Settings, View } from "../types.js" */

/**
 * The part of a keyboard event that matters here.
 * @typedef {Pick<KeyboardEvent, "key" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey">} Key
 */

/**
 * What is known about the element with the focus.
 * @typedef {{ tag: string, type: string, role: string, editable: boolean, scrolls: boolean, inScroller: boolean }} Focused
 *   `tag` is in small letters, `type` an input's; `role` is an explicit one or empty; `scrolls` when it is a scrolling
 *   area that can have the focus itself; `inScroller` when it, or something around it, can be scrolled by a page.
 */

/** @typedef {"step" | "back" | "play" | "start" | "end" | "help" | "page_on" | "page_back"} KeyName */

/** @type {Readonly<Record<string, KeyName>>} */
const names = { ArrowRight: "step", ArrowLeft: "back", " ": "play", Home: "start", End: "end", "?": "help", PageDown: "page_on", PageUp: "page_back" };

/**
 * Which of the page's keys this is.
 * @param {Key} key The key and its modifiers.
 * @param {Focused | null} focused What has the focus; null for nothing in particular.
 * @returns {KeyName | null} Null when the key isn't one of the page's, or not now.
 */
export function nameOfKey(key, focused) {
  if (key.altKey || key.ctrlKey || key.metaKey) return null;
  const name = names[key.key] ?? null;
  // On many keyboards ? needs the shift key; with any other key it means a selection.
  if (name === null || (key.shiftKey && name !== "help")) return null;
  return focused !== null && usesItself(name, focused) ? null : name;
}

/** Inputs whose value isn't typed, with the keys that they use. Every other type is typed into, and uses all. */
/** @type {Readonly<Record<string, readonly KeyName[]>>} */
const usedByInput = {
  range: ["step", "back", "start", "end", "page_on", "page_back"],
  radio: ["step", "back", "play"],
  checkbox: ["play"],
  button: ["play"],
  submit: ["play"],
};

/** Roles that move a selection of their own with the arrows. */
const walkingRoles = ["listbox", "option", "menu", "menuitem", "tab", "slider", "grid", "gridcell", "radio", "tree", "treeitem", "spinbutton", "combobox", "textbox"];

/**
 * @param {KeyName} name One of the page's keys.
 * @param {Focused} focused What has the focus.
 * @returns {boolean} Whether it uses that key itself.
 */
function usesItself(name, { tag, type, role, editable, scrolls, inScroller }) {
  if (inScroller && (name === "page_on" || name === "page_back")) return true;
  if (editable || tag === "select" || tag === "textarea" || walkingRoles.includes(role)) return true;
  if (tag === "input") return usedByInput[type]?.includes(name) ?? !(type in usedByInput);
  if (tag === "button" || tag === "summary" || role === "button") return name === "play";
  return scrolls && (name === "play" || name === "start" || name === "end");
}

/**
 * Listens to the page's keys.
 * @param {Document} page The page.
 * @param {Dispatch} dispatch Takes what the person asks for.
 * @param {Settings} settings Where `keys` is `off` for a person who switched them off.
 * @param {() => void} openHelp Opens the help.
 * @param {() => boolean} presenting Whether somebody presents: then the page keys step wherever the focus is, since a clicker has no others.
 * @returns {{ draw(view: View): void }} To be told of each view, so that the keys know what is playing.
 */
export function createKeys(page, dispatch, settings, openHelp, presenting) {
  let view = /** @type {View | undefined} */ (undefined);
  page.addEventListener("keydown", (event) => {
    if (!view || event.defaultPrevented || settings.get("keys") === "off" || page.querySelector("dialog[open]")) return;
    const name = nameOfKey(event, describe(page.activeElement, presenting()));
    if (name === null) return;
    event.preventDefault();
    if (name === "help") openHelp();
    else {
      const intent = intentOf(name, view);
      if (intent) dispatch(intent);
    }
  });
  return {
    draw(next) {
      view = next;
    },
  };
}

/**
 * What a key asks for now: the same as its button, and nothing when that is disabled.
 * @param {Exclude<KeyName, "help">} name One of the page's keys.
 * @param {Pick<View, "cursor" | "length" | "playing" | "stepBlocked">} view What is shown.
 * @returns {Intent | null} Null when there is nothing to do.
 */
export function intentOf(name, { cursor, length, playing, stepBlocked }) {
  switch (name) {
    case "step":
    case "page_on":
      return stepBlocked === null ? { kind: "step" } : null;
    case "back":
    case "page_back":
      return cursor > 0 ? { kind: "back" } : null;
    case "play":
      return playing ? { kind: "pause" } : stepBlocked === null ? { kind: "play" } : null;
    case "start":
      return cursor > 0 ? { kind: "seek", moment: 0 } : null;
    case "end":
      return cursor < length ? { kind: "seek", moment: length } : null;
  }
}

/**
 * @param {Element | null} element The element with the focus.
 * @param {boolean} presenting Whether the page keys are for stepping even where they could scroll.
 * @returns {Focused | null} What matters about it here; null when nothing in particular has the focus and the page is seen whole.
 */
function describe(element, presenting) {
  if (!(element instanceof HTMLElement)) return null;
  const inScroller = !presenting && isInScroller(element);
  if (element === element.ownerDocument.body) return inScroller ? { tag: "body", type: "", role: "", editable: false, scrolls: false, inScroller } : null;
  return {
    tag: element.localName,
    type: element instanceof HTMLInputElement ? element.type : "",
    role: element.getAttribute("role") ?? "",
    editable: element.isContentEditable,
    scrolls: element.tabIndex >= 0 && element.scrollHeight > element.clientHeight && element.localName !== "a",
    inScroller,
  };
}

/**
 * @param {Element} element An element.
 * @returns {boolean} Whether a page of it, of something around it or of the whole document can be scrolled.
 */
function isInScroller(element) {
  const root = element.ownerDocument.documentElement;
  if (root.scrollHeight > root.clientHeight) return true;
  for (let around = /** @type {Element | null} */ (element); around && around !== root; around = around.parentElement) {
    if (around.scrollHeight > around.clientHeight && /auto|scroll/.test(getComputedStyle(around).overflowY)) return true;
  }
  return false;
}
