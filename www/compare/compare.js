// Side by side: the same start and the same trouble under two to four protocols, stepped together, with what it costs.
// A dialog that fills the page, loaded when it is opened for the first time. It keeps runs of its own, and neither sees
// nor changes the run on the page, apart from borrowing its start.
//
// What is said and shown in a column is `column.js`, what is chosen `choices.js`, what comes of it
// `outcome.js`, the chart `chart.js`.

import { html, nothing, render } from "../drawing/template.js";
import { live } from "lit-html/directives/live.js";
import { chartFigure } from "./chart.js";
import { choices, own, page, texts } from "./choices.js";
import { columnSection, legend, scrollToLatest } from "./column.js";
import { lastIndexOf, stepsSentence } from "./outcome.js";
import { summary } from "./summary.js";
import sheet from "./compare.css?inline";
import { icon } from "../drawing/icons.js";
import { addStyle } from "../drawing/late-style.js";
import { say } from "../words/say.js";

/** @import { Catalog, Chart, Costs, Event, Frame, ProtocolRow, Run, StartRow } from "../../pkg/catchup.js" */
/** @import { IconName } from "../drawing/icon-paths.js" */

/**
 * What the view needs of the world.
 * @typedef {object} World
 * @property {typeof Run} Run The simulation.
 * @property {Catalog} catalog Which protocols there are.
 * @property {(behind: number) => StartRow[]} starts The starts to choose from, the first with a follower behind by that many entries.
 * @property {() => Chart} chart What one follower costs.
 * @property {() => string} script Gives the text of the run on the page.
 * @property {() => void} closed Called when the view was closed.
 */

/**
 * What is chosen and shown.
 * @typedef {object} Comparison
 * @property {string} start The name of the start, `own` or `page`.
 * @property {number} behind By how many entries the follower of the start `behind` is behind.
 * @property {{start: string, trouble: string}} texts What stands in the two fields.
 * @property {readonly string[]} protocols The names of those that are compared, in the catalog's order.
 * @property {{field: "start" | "trouble", says: string} | null} fault Why the texts could not be run; null when they could.
 * @property {{start: string, trouble: string}} ran The texts that the columns show.
 * @property {readonly Column[]} columns One for each protocol.
 * @property {number} moment Where all of them stand; one that is shorter stands at its end.
 */

/**
 * The start and the trouble under one protocol.
 * @typedef {object} Column
 * @property {ProtocolRow} protocol The protocol.
 * @property {Run} run Its run.
 * @property {readonly (readonly Event[])[]} history The events of each of its moments; nothing at 0.
 * @property {number} length How many moments lie after the start.
 * @property {number} lastIndex The highest index that an entry has or is sent for, at any moment.
 * @property {Frame} end Its last moment.
 * @property {Costs} endCosts What servers said to each other in all of it.
 * @property {Frame} frame The moment that is shown.
 * @property {Costs} costs What servers said to each other up to there.
 */

/** By how many entries the follower is behind at first: enough to tell the protocols apart, few enough to follow. */
const behindAtFirst = 3;

/** The fewest protocols that can be compared. */
const fewestProtocols = 2;

/**
 * Makes the view.
 * @param {HTMLElement} root Where to put its dialog.
 * @param {World} world What it needs.
 * @returns {{open(): void}} `open` shows it, as it was left.
 */
export function createCompare(root, world) {
  const dialog = document.createElement("dialog");
  dialog.className = "compare";
  dialog.setAttribute("aria-labelledby", "compare-title");
  // It may have been opened again by the time that this is told.
  dialog.addEventListener("close", () => dialog.open || world.closed());
  root.append(dialog);
  addStyle(sheet);
  const chart = chartFigure(world.chart(), world.catalog.protocols);
  /** What the person wrote, kept while another start is chosen. */
  let written = /** @type {Comparison["texts"] | null} */ (null);
  /** @type {Comparison} */
  let comparison = {
    start: "behind",
    behind: behindAtFirst,
    texts: { start: "", trouble: "" },
    protocols: world.catalog.protocols.map(({ name }) => name),
    fault: null,
    ran: { start: "", trouble: "" },
    columns: [],
    moment: 0,
  };

  /** @param {string} name The start that was chosen. */
  function chooseStart(name) {
    comparison = { ...comparison, start: name, texts: textsOf(name) };
    run(comparison.texts, 0);
  }

  /** @param {number} behind By how many entries the follower shall be behind. */
  function chooseBehind(behind) {
    comparison = { ...comparison, behind };
    chooseStart("behind");
  }

  /**
   * @param {string} name A protocol.
   * @param {boolean} wanted Whether it is to be compared.
   */
  function chooseProtocol(name, wanted) {
    const names = world.catalog.protocols.map((protocol) => protocol.name);
    const protocols = names.filter((other) => (other === name ? wanted : comparison.protocols.includes(other)));
    if (protocols.length < fewestProtocols) return show();
    comparison = { ...comparison, protocols };
    run(comparison.ran, comparison.moment);
  }

  /**
   * Takes what the person writes. The columns follow when they ask for it, since half a line is no text.
   * @param {"start" | "trouble"} field Where they write.
   * @param {string} text What stands there now.
   */
  function write(field, text) {
    written = { ...comparison.texts, [field]: text };
    comparison = { ...comparison, start: own, texts: written };
    show();
  }

  /**
   * @param {string} name A start.
   * @returns {Comparison["texts"]} What belongs into the fields.
   */
  function textsOf(name) {
    if (name === own) return (written ??= comparison.texts);
    if (name === page) return startOfPage(world);
    const row = world.starts(comparison.behind).find((row) => row.name === name);
    return row ? { start: row.text, trouble: row.trouble } : comparison.texts;
  }

  /**
   * Runs texts under each protocol. When they can't be run, the columns stay as they are.
   * @param {Comparison["texts"]} texts The texts.
   * @param {number} moment Where to stand afterwards.
   */
  function run(texts, moment) {
    /** @type {Column[]} */
    const columns = [];
    try {
      for (const protocol of world.catalog.protocols) {
        if (comparison.protocols.includes(protocol.name)) columns.push(makeColumn(world, texts, protocol));
      }
    } catch (error) {
      for (const column of columns) column.run.free();
      comparison = { ...comparison, fault: { field: fieldOfFault(world, texts), says: error instanceof Error ? error.message : `${error}` } };
      return show();
    }
    for (const column of comparison.columns) column.run.free();
    comparison = { ...comparison, columns, ran: texts, fault: texts === comparison.texts ? null : comparison.fault };
    goTo(moment);
  }

  /** @param {number} moment Where all shall stand; those that are shorter stand at their end. */
  function goTo(moment) {
    const at = Math.max(0, Math.min(moment, longest(comparison)));
    comparison = { ...comparison, moment: at, columns: comparison.columns.map((column) => standAt(column, at)) };
    show();
    for (const list of dialog.querySelectorAll(".said")) scrollToLatest(/** @type {HTMLElement} */ (list));
  }

  /** Draws what is now. */
  function show() {
    render(
      html`
        <header class="compare-head">
          <h2 id="compare-title">${say("compare-title")}</h2>
          <p class="hint">${say("compare-what")}</p>
          <button class="btn plain icon-only" type="button" aria-label=${say("compare-close")} title=${say("compare-close")} @click=${() => dialog.close()}>${icon("close")}</button>
        </header>
        <div class="compare-body" tabindex="-1">
          ${choices(comparison, world.starts(comparison.behind), world.catalog.protocols, { chooseStart, chooseBehind, chooseProtocol })}
          ${legend()} ${texts(comparison, { write, run: () => run(comparison.texts, 0) })}
          <div class="columns" .style="--columns:${comparison.columns.length}">${comparison.columns.map((column) => columnSection(column, comparison))}</div>
          ${summary(comparison.columns)} ${chart}
        </div>
        ${steps(comparison, goTo)}
      `,
      dialog,
    );
  }

  return {
    open() {
      if (comparison.columns.length === 0) chooseStart(comparison.start);
      if (dialog.open) return;
      dialog.showModal();
      goTo(comparison.moment);
    },
  };
}

/**
 * The bar that moves all columns.
 * @param {Comparison} comparison What is shown.
 * @param {(moment: number) => void} goTo Moves them.
 */
function steps(comparison, goTo) {
  const { moment, columns } = comparison;
  const last = longest(comparison);
  const says = stepsSentence(moment, columns.map(({ protocol, length }) => ({ title: protocol.title, length })));
  // The slider tells it itself while it has the focus.
  const isTold = document.activeElement?.matches(".compare-steps [type=range]");
  return html`<footer class="compare-steps">
    <div class="steps-buttons" role="group" aria-label=${say("compare-steps")}>
      ${stepButton("start", say("compare-all-to-start"), moment === 0, () => goTo(0))} ${stepButton("back", say("compare-all-back"), moment === 0, () => goTo(moment - 1))}
      ${stepButton("step", say("compare-all-step"), moment === last, () => goTo(moment + 1))} ${stepButton("settle", say("compare-all-to-end"), moment === last, () => goTo(last))}
    </div>
    <div class="scrub">
      <input
        type="range"
        aria-label=${say("compare-moment")}
        min="0"
        max=${last}
        .value=${live(`${moment}`)}
        .style="--at:${last === 0 ? 0 : (moment / last) * 100}%"
        aria-valuetext=${says}
        @input=${(/** @type {InputEvent} */ event) => goTo(/** @type {HTMLInputElement} */ (event.currentTarget).valueAsNumber)} />
    </div>
    <p class="steps-says" role="status" aria-live=${isTold ? "off" : nothing}>${says}</p>
  </footer>`;
}

/**
 * A button of the bar. One that can't be used now stays where the focus can find it.
 * @param {IconName} name Its icon, which also gives its class.
 * @param {string} label Its name.
 * @param {boolean} blocked Whether it can't be used now.
 * @param {() => void} press What it does.
 */
function stepButton(name, label, blocked, press) {
  return html`<button class="btn do-${name}" type="button" aria-label=${label} title=${label} aria-disabled=${blocked ? "true" : nothing} @click=${() => { if (!blocked) press(); }}>${icon(name)}<span>${label}</span></button>`;
}

/**
 * Runs the texts under a protocol.
 * @param {World} world Has the simulation.
 * @param {Comparison["texts"]} texts The start and the trouble.
 * @param {ProtocolRow} protocol The protocol.
 * @returns {Column} Its column, at the start.
 * @throws {Error} When the texts can't be read.
 */
function makeColumn(world, texts, protocol) {
  const run = world.Run.trial(texts.start, texts.trouble, protocol.name);
  const { length } = run;
  const history = run.events(0, length);
  const end = run.seek(length);
  const frame = run.seek(0);
  return { protocol, run, history, length, lastIndex: lastIndexOf(frame, history), end, endCosts: run.costs(length), frame, costs: run.costs(0) };
}

/**
 * @param {Column} column A column.
 * @param {number} moment Where it shall stand, at most.
 * @returns {Column} The column there. Its frame is the same object when it stood there already.
 */
function standAt(column, moment) {
  const at = Math.min(moment, column.length);
  if (column.frame.moment === at) return column;
  return { ...column, frame: column.run.seek(at), costs: column.run.costs(at) };
}

/**
 * The simulation reads the start first: if that alone can be read, the fault is in the trouble.
 * @param {World} world Has the simulation.
 * @param {Comparison["texts"]} texts The texts, one of which has a fault.
 * @returns {"start" | "trouble"} Which.
 */
function fieldOfFault({ Run, catalog }, texts) {
  try {
    Run.trial(texts.start, "", catalog.protocols[0]?.name ?? "").free();
    return "trouble";
  } catch {
    return "start";
  }
}

/**
 * The start of the run on the page, and a trouble for it: its longest log is to lead.
 * @param {World} world Has the run's text.
 * @returns {Comparison["texts"]} The texts.
 */
function startOfPage({ Run, script }) {
  const run = new Run(script());
  const head = run.script_of(0, 0);
  const leader = run.seek(0).reference?.server;
  run.free();
  return { start: head, trouble: leader === undefined ? "" : `client ${leader} youre_the_leader\nsettle\n` };
}

/**
 * @param {Comparison} comparison What is shown.
 * @returns {number} The length of its longest run.
 */
function longest({ columns }) {
  return Math.max(0, ...columns.map(({ length }) => length));
}
