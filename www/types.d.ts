// The types that several modules of the page share. Those that cross from Rust are in `pkg/catchup.d.ts`, made of `src/web/shapes.rs` and
// `src/web/events.rs`.

import type { Asked, Catalog, Frame, GoalRow, Message, Outline, Tell } from "../pkg/catchup.js";

/** Everything that the panels are drawn from. Made anew by `session/session.js` after each change, and never altered afterwards. All of it can be written as JSON: so first screens are recorded. */
export interface View {
  catalog: Catalog;
  frame: Frame;
  /** The moment that is shown; equals `frame.moment`. */
  cursor: number;
  /** How many moments the run has; those after the cursor are its recorded future. */
  length: number;
  /** What happened in each moment up to `length`: `history[0]` is empty. The arrays of moments that did not change are the same objects as in the view before. */
  history: readonly (readonly Outline[])[];
  /** The one sentence for the status line. */
  status: string;
  /** Why Step can't be pressed, or null when it can. */
  stepBlocked: string | null;
  /** What the person may do next. While Step can't be pressed there is at least one offer. */
  next: Next;
  /** A declined request that can be said to the leader that was named; null for none. */
  instead: Instead | null;
  playing: boolean;
  /** How far what chooses for the person has come; null when nothing does. */
  running: { done: number; total: number } | null;
  speed: Speed;
  /** The id of the message that is shown in full, in the ladder and in the list; null for none. */
  selected: number | null;
  /** That message, whole; null for none. */
  whole: Message | null;
  /** The open room: `sandbox`, `lesson-NAME` or `link-HASH`. */
  room: string;
  /** The run's title, its protocol's name and the paragraphs of its story. */
  title: string;
  protocol: string;
  /** The names of the protocol's rules that are switched off. */
  rulesOff: readonly string[];
  story: readonly string[];
  /** What the run's text tells, asks and sets as goals where it stands; null when it does nothing of the kind. */
  lesson: LessonView | null;
  /** How far each lesson is done, by its name; absent for one that was never opened. */
  progress: Readonly<{ [lesson: string]: Progress }>;
  /** What the client sent from this page, oldest first. */
  sent: readonly string[];
  /** Messages for the person: storage is blocked, another tab holds the room, a future was dropped. Oldest first. */
  notices: readonly Notice[];
  /** Why the text that was to be run last can't be run; null when it could, or none was. */
  fault: string | null;
  /** Servers that cannot come up from what their disk in storage holds. */
  brokenDisks: readonly BrokenDisk[];
}

export type Speed = "slow" | "normal" | "fast";

export type Progress = "new" | "begun" | "done";

/** What a text says to its reader beside what happens. */
export interface LessonView {
  /** The paragraphs up to this moment. */
  tells: readonly Tell[];
  /** The question before the next step, or the one that was answered before the last; null for none. */
  question: (Asked & OpenQuestion) | null;
  /** The goals that count here. `reached` is the moment at which one was reached; null when it is not. */
  goals: readonly (GoalRow & { used: number; reached: number | null })[];
  /** What of the text could not be read: sentences. */
  faults: readonly string[];
  /** The moments that have a question. */
  asks: readonly number[];
  /** At the end, what was predicted and what came. */
  predictions: readonly { moment: number; says: string; said: string; came: string }[];
}

export interface OpenQuestion {
  /** The moment before which it stands. */
  moment: number;
  /** Which it is, from 1, of how many. */
  place: number;
  of: number;
  hints: readonly string[];
  /** What the person said; null as long as nothing was. */
  said: string | null;
}

/** A button with words. */
export interface Offer {
  label: string;
  intent: Intent;
}

export interface Next {
  says: string;
  /** What fits best first. */
  offers: readonly Offer[];
  /** Whether a lesson's goal is to be reached before all of these. */
  aims: boolean;
}

export interface Instead {
  offer: Offer;
  /** The id of the answer that declined; null when there was none. */
  answer: number | null;
}

export interface Notice {
  /** One for each cause: a newer notice replaces an older one of the same id. */
  id: string;
  text: string;
  /** A button's label and what it does; none when there is nothing to do but read. */
  offers: readonly Offer[];
  /** Whether a button takes it away. */
  dismissable: boolean;
  /** An address that could not be copied, to be shown where it can be. */
  link?: string;
}

/** What chooses for the person: short forms of the text language. */
export interface Weather {
  how: "calm" | "storm";
  /** A whole number from 0 to 2^32 - 1. */
  seed: number;
  /** How many moments there may be at most. */
  moments: number;
  /** In percent, by the word of the text language; of a storm only. What is left out is as a rule. */
  rates: Readonly<Record<string, number>>;
}

export interface BrokenDisk {
  server: string;
  /** "entry 3 is damaged: …" */
  says: string;
  /** How many entries before the damage can be trusted. */
  good: number;
  /** Whether the rest can be read at all, so that it can be taken as it is. */
  readable: boolean;
}

/** What a person asked for. Panels send intents; only `session/session.js` carries them out. */
export type Intent =
  /** An action line of the text language, applied at the cursor. */
  | { kind: "act"; line: string }
  /** Several of them, as one gesture. */
  | { kind: "acts"; lines: readonly string[] }
  /** What the client's form sends: an act that is remembered in the history. */
  | { kind: "send"; server: string; command: string }
  | { kind: "seek"; moment: number }
  | { kind: "step" }
  | { kind: "back" }
  | { kind: "play" }
  | { kind: "pause" }
  | { kind: "settle" }
  /** Lets choices be made for the person. */
  | { kind: "let_run"; weather: Weather }
  | { kind: "stop" }
  | { kind: "reset" }
  | { kind: "speed"; speed: Speed }
  /** Shows a message in full; null shows none. */
  | { kind: "select"; id: number | null }
  /** `sandbox` or a lesson's name. */
  | { kind: "open"; lesson: string }
  | { kind: "protocol"; name: string }
  /** Tells the run again with these rules off, and all others on. */
  | { kind: "rules"; off: readonly string[] }
  /** Opens the run that shows what breaks without a rule. */
  | { kind: "show_rule"; name: string }
  /** Opens a whole run from its text, in this room. */
  | { kind: "load"; text: string; moment: number }
  /** Goes on from what lies on the disks, as after a power cut. */
  | { kind: "power_cut" }
  | { kind: "copy_link" }
  | { kind: "take_over" }
  | { kind: "forget" }
  /** What to do with a broken disk: keep the good part, take it as it is, or wipe it. */
  | { kind: "repair"; server: string; how: "keep" | "take" | "wipe" }
  | { kind: "dismiss"; id: string }
  /** Answers the question before the next step, and takes it. */
  | { kind: "answer"; choice: string }
  /** Forgets the answer to the question at a moment, and goes there. */
  | { kind: "ask_again"; moment: number };

export type Dispatch = (intent: Intent) => void;

/** What the page remembers between visits, by name. */
export interface Settings {
  /** Null for what was never set. */
  get(name: string): string | null;
  /** Null forgets it. */
  set(name: string, value: string | null): void;
}

declare global {
  interface HTMLElementTagNameMap {
    /** A place in a button, empty until `search/marks.js` says how far a broken promise is through the action `line`. */
    "action-mark": HTMLElement;
  }
  interface Window {
    /** Says in the page why it can't start; missing when public/early.js is. */
    standstill?: (what: string, advice: string) => void;
    /** Whether the page's script runs; `public/early.js` says when it never will. */
    begun?: boolean;
  }
}
