// The rules of the protocol, each with a switch, so that it can be seen what it is for: what it says, where it comes from,
// what happens without it, and a run that shows it. The panel stands beside the run, which goes on meanwhile.

import { html, nothing, render } from "../drawing/template.js";
import { icon } from "../drawing/icons.js";
import { addStyle } from "../drawing/late-style.js";
import { sentence } from "../drawing/sentence.js";
import { say, sayAround } from "../words/say.js";
import sheet from "./rules.css?inline";

/** @import { Invariant, ProtocolRow, RuleRow } from "../../pkg/catchup.js" */
/** @import { Dispatch, View } from "../types.js" */

/** Where the panel lies over the conversation: as in rules.css. */
const NARROW = "(max-width: 73.75em)";

/**
 * Makes the panel, closed.
 * @param {HTMLElement} root Where to draw; hidden while the panel is closed.
 * @param {Dispatch} dispatch Takes what the person asks for.
 * @param {(protocol: string) => readonly RuleRow[]} rulesOf Has the rules of a protocol.
 * @param {() => void} turned Called when the panel was opened or closed.
 * @param {() => void} search Looks for what breaks, from the run's start.
 * @param {HTMLElement} conversation Where a run that is shown is seen.
 * @returns {{ draw(view: View): void, open(): void, close(): void }} The panel.
 */
export function createRules(root, dispatch, rulesOf, turned, search, conversation) {
  addStyle(sheet);
  let last = /** @type {View | undefined} */ (undefined);
  /** What had the focus when the panel was opened, and has it again after. */
  let opener = /** @type {HTMLElement | null} */ (null);
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    turn(false);
  });

  /** @param {boolean} open Whether to show the panel. */
  function turn(open) {
    const leaves = !open && root.contains(document.activeElement);
    root.hidden = !open;
    root.parentElement?.classList.toggle("with-rules", open);
    if (last) draw(last);
    turned();
    if (leaves) opener?.focus();
  }

  /** @param {View} view What to draw. */
  function draw(view) {
    last = view;
    if (root.hidden) return;
    const protocol = view.catalog.protocols.find(({ name }) => name === view.protocol);
    if (!protocol) return;
    root.parentElement?.classList.toggle("no-rules", rulesOf(protocol.name).length === 0);
    render(content(view, protocol, { dispatch, rulesOf, show, flip, search, close: () => turn(false) }), root);
  }

  /**
   * Opens the run that shows what breaks without a rule, and lets it be seen.
   * @param {string} name The rule.
   */
  function show(name) {
    dispatch({ kind: "show_rule", name });
    const covers = matchMedia(NARROW).matches;
    if (covers) turn(false);
    // In a low window the page scrolls as a whole.
    conversation.scrollIntoView({ block: "nearest" });
    if (covers) return;
    // What broke stands at the top: as much of it as leaves room for the rule.
    root.scrollTo(0, 0);
    bringInSight(name);
  }

  /**
   * Switches a rule, which stays in sight: what breaks without it comes above it and below.
   * @param {string} name The rule.
   * @param {readonly string[]} off The rules that are off from now on.
   */
  function flip(name, off) {
    dispatch({ kind: "rules", off });
    bringInSight(name);
  }

  /** @param {string} name A rule, which is moved no farther than it takes to see all of it. */
  function bringInSight(name) {
    root.querySelector(`#rule-${name}`)?.parentElement?.scrollIntoView({ block: "nearest" });
  }

  return {
    draw,
    open() {
      opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      turn(true);
      root.scrollTo(0, 0);
      root.querySelector("h2")?.focus();
    },
    close: () => turn(false),
  };
}

/**
 * What the panel's buttons do, and what rules there are.
 * @typedef {{ dispatch: Dispatch, rulesOf(protocol: string): readonly RuleRow[], show(rule: string): void, flip(rule: string, off: readonly string[]): void, search(): void, close(): void }} Doing
 */

/**
 * @param {View} view What to draw.
 * @param {ProtocolRow} protocol The run's protocol.
 * @param {Doing} doing What the buttons do.
 */
function content(view, protocol, doing) {
  const { dispatch, rulesOf, close } = doing;
  const { rulesOff } = view;
  const rules = rulesOf(protocol.name);
  const on = rules.length - rulesOff.length;
  return html`
    <header>
      <h2 id="rules-title" tabindex="-1">${say("rules-title", { protocol: protocol.title })}</h2>
      ${rules.length === 0 ? nothing : html`<p class="count">${say("rules-on", { on, count: rules.length })}</p>`}
      ${rulesOff.length === 0 ? nothing : html`<button class="btn small" type="button" @click=${() => dispatch({ kind: "rules", off: [] })}>${say("rules-all-on")}</button>`}
      <button class="btn plain small icon-only" type="button" aria-label=${say("rules-close")} title=${say("rules-close")} @click=${close}>${icon("close")}</button>
    </header>
    ${view.frame.invariants.filter(({ kind, holds }) => kind === "always" && !holds).map((broken) => brokenCard(view, broken, dispatch))}
    ${rules.length === 0 ? html`<p class="hint">${withoutRules(view, protocol, rulesOf)}</p>` : html`<p class="hint">${say("rules-hint")}</p>`}
    <ul class="rules-list" role="list" aria-labelledby="rules-title">
      ${rules.map((rule) => row(view, rule, doing))}
    </ul>
  `;
}

/**
 * What to say of a protocol that has no rules to switch.
 * @param {View} view What is shown.
 * @param {ProtocolRow} protocol The protocol.
 * @param {Doing["rulesOf"]} rulesOf Has the rules of a protocol.
 */
function withoutRules({ catalog }, protocol, rulesOf) {
  const others = catalog.protocols.filter(({ name }) => rulesOf(name).length > 0).map(({ title }) => say("rules-none-other", { title }));
  return say("rules-none", { protocol: protocol.title, others: others.join(", ") });
}

/**
 * A promise that was broken, with the way to where that happened.
 * @param {View} view What is shown.
 * @param {Invariant} broken The property.
 * @param {Dispatch} dispatch Takes what the person asks for.
 */
function brokenCard({ frame, cursor }, { title, says, names, broken_at }, dispatch) {
  const go = html`<button class="btn small" type="button" @click=${() => dispatch({ kind: "seek", moment: broken_at ?? 0 })}>${broken_at ? say("rules-go-to-step", { moment: broken_at }) : say("rules-go-to-start")}</button>`;
  const since = () => (broken_at ? say("rules-broken-since", { moment: broken_at, now: cursor }) : say("rules-broken-from-start", { now: cursor }));
  const when = broken_at === cursor ? say("rules-broken-now") : since();
  return html`<div class="broken-card">
    ${icon("broken")}
    <h3>${sayAround("rules-broken-title", { title, broken: html`<span>${say("rules-broken")}</span>` })}</h3>
    <p class="says">${sentence(says, names, frame.servers)}</p>
    <p class="when"><span>${when}</span> ${broken_at === cursor ? nothing : go}</p>
  </div>`;
}

/**
 * A rule.
 * @param {View} view What is shown.
 * @param {RuleRow} rule The rule.
 * @param {Doing} doing What the buttons do.
 */
function row({ rulesOff, frame }, rule, { show, flip, search }) {
  const { name, title, says, section, example } = rule;
  const off = rulesOff.includes(name);
  const others = rulesOff.filter((other) => other !== name);
  return html`<li class=${off ? "off" : ""}>
    <button class="switch" type="button" role="switch" aria-checked=${!off} aria-label=${title} aria-describedby="rule-${name}" @click=${() => flip(name, off ? others : [...others, name])}>
      <i aria-hidden="true"></i><span aria-hidden="true">${say(off ? "rules-switch-off" : "rules-switch-on")}</span>
    </button>
    <h3>${title}</h3>
    ${example === null ? nothing : html`<button class="btn small plain show" type="button" title=${say("rules-show-title")} @click=${() => show(name)}>${sayAround("rules-show", { rest: heard("rules-show-rest", title) })}</button>`}
    <div id="rule-${name}" class="rule">
      <p>${says} <small>${section}</small></p>
      ${off ? html`${consequence(rule, frame.invariants)}<button class="btn small" type="button" title=${say("rules-find-title")} @click=${search}>${sayAround("rules-find", { rest: heard("rules-find-rest", title) })}</button>` : nothing}
    </div>
  </li>`;
}

/**
 * The end of a button's name, which is only heard.
 * @param {string} message What it says.
 * @param {string} title The rule's title.
 */
function heard(message, title) {
  return html`<span class="vh">${say(message, { title })}</span>`;
}

/**
 * What happens without a rule. Only a promise that can break is harm.
 * @param {RuleRow} rule The rule.
 * @param {readonly Invariant[]} invariants The properties, of which promises are one kind.
 */
function consequence({ without, breaks }, invariants) {
  const promise = breaks !== null && invariants.some(({ id, kind }) => id === breaks.id && kind === "always");
  return html`<p class=${promise ? "consequence harm" : "consequence"}>
    ${promise ? icon("broken") : nothing}
    <span>${breaks ? sayAround(promise ? "rules-without-breaks" : "rules-without-keeps-from", { without, title: html`<b>${breaks.title}</b>` }) : say("rules-without-nothing-breaks", { without })}</span>
  </p>`;
}
