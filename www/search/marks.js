// Marks on the buttons of the page: how far the nearest broken promise is through the action that each of them offers.
//
// Whoever draws such a button puts an empty `<action-mark line="deliver 3">` into it, which is nothing until this module makes
// an element of it; so what is drawn with the page neither knows who marks it nor waits for that. The line `step` means what Step would do.

/**
 * What a mark shows, and what it says to people who listen.
 * @typedef {{ sign: string, says: string, look: "far" | "near" | "near at-once" }} Mark
 */

/** The marks on the page. @type {Set<ActionMark>} */
const marks = new Set();

/** Gives what stands beside an action line; null for nothing. @type {(line: string) => Mark | null} */
let markOf = () => null;

/** Is told when a mark is for another line now, or one has come that is looked at only when that is asked for. */
let onChange = () => {};

/** Counts the marks, for their ids. */
let count = 0;

class ActionMark extends HTMLElement {
  static observedAttributes = ["line"];
  #id = `action-mark-${++count}`;
  /** The sentence that is shown; empty for none. */
  #says = "";

  connectedCallback() {
    marks.add(this);
    this.show();
    if (isPlanned(lineOf(this))) onChange();
  }

  disconnectedCallback() {
    marks.delete(this);
  }

  attributeChangedCallback() {
    if (!this.isConnected) return;
    this.show();
    onChange();
  }

  /** Shows what is known. The button's name stays what it is: the mark describes it. */
  show() {
    const mark = markOf(lineOf(this));
    const says = mark?.says ?? "";
    if (says === this.#says) return;
    this.#says = says;
    const button = this.closest("button");
    if (mark === null) {
      this.replaceChildren();
      if (button?.getAttribute("aria-describedby") === this.#id) button.removeAttribute("aria-describedby");
      return;
    }
    const heard = document.createElement("span");
    heard.className = "vh";
    heard.id = this.#id;
    heard.textContent = mark.says;
    this.className = mark.look;
    this.title = mark.says;
    this.setAttribute("aria-hidden", "true");
    this.replaceChildren(mark.sign, heard);
    button?.setAttribute("aria-describedby", this.#id);
  }
}

/** @returns {string[]} The lines of all marks that are looked at only when that is asked for, in order. */
export function plannedLines() {
  return [...new Set([...marks].map(lineOf).filter(isPlanned))].sort();
}

/** @param {string} line An action line. @returns {boolean} Whether it is looked at only when that is asked for: what the client says, and several actions in one go. */
const isPlanned = (line) => line.includes("\n") || /^client \S+ ./.test(line);

/** @param {HTMLElement} element A mark. @returns {string} The action line that it is for. */
const lineOf = (element) => element.getAttribute("line") ?? "";

customElements.define("action-mark", ActionMark);

/**
 * @param {(line: string) => Mark | null} of Gives what stands beside an action line from now on; null for nothing.
 * @param {() => void} changed Is told when there may be other lines than before.
 */
export function showMarks(of, changed) {
  [markOf, onChange] = [of, changed];
  for (const mark of marks) mark.show();
}
