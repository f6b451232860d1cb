// What JavaScript sees of the simulation, in TypeScript's words. `src/web.rs` puts this text into the
// generated `pkg/catchup.d.ts`; `tests/web.rs` checks the values against it. Indexes and ids count from 1;
// moments count from 0, the start. Field names are in snake_case, as in the Rust that makes them.

/** What may be chosen: the protocols, the lessons, and what an empty sandbox opens with. */
export interface Catalog {
  protocols: ProtocolRow[];
  /** In the order in which they are meant to be read; who comes for the first time lands in the first. */
  lessons: LessonRow[];
  defaults: {
    /** The scenario that an empty sandbox opens with: the article's example. */
    text: string;
    /** The name of the lesson with the same text. */
    lesson: string;
  };
}

export interface ProtocolRow {
  /** The word in `protocol ask_length`. */
  name: string;
  /** A few words for the picker: "Ask the length". */
  title: string;
  /** One sentence. */
  summary: string;
}

export interface LessonRow {
  /** The word in the room's name: `lesson-NAME`. */
  name: string;
  title: string;
  /** Paragraphs to read beside the run: the comment lines before the head. */
  story: string[];
  /** The whole scenario. */
  text: string;
  /** The moment at which it opens: 0 is the start. */
  opens_at: number;
}

/** One position in a run, with everything that is drawn at it. */
export interface Frame {
  /** 0 is the start; the n-th action leads to moment n. */
  moment: number;
  /** What happened on the way here: of one moment, or of all the moments of a short form. Empty at 0. The first event of a moment is its own sentence. */
  events: Event[];
  /** In order of registration. */
  servers: ServerFrame[];
  /** In order of sending. */
  in_flight: Message[];
  /** Pairs of names, in order of registration. */
  links_cut: [string, string][];
  /**
   * The server whose log the others are compared with, and why it is that one: it leads, else the text names it, else
   * it has the longest log. `leader` says the first of these in a word. Null when nobody is registered.
   */
  reference: { server: string; leader: boolean; why: "leader" | "named" | "longest" } | null;
  /** What the protocol promises, then its goals. */
  invariants: Invariant[];
  /** What to change on the disks so that they hold this moment; empty behind the tip. */
  writes: Write[];
}

export interface ServerFrame {
  name: string;
  up: boolean;
  /** Null when down. */
  role: "leader" | "follower" | null;
  /** The current term on its disk; 0 where the protocol has no terms. */
  term: number;
  /** Whom it voted for in that term, as its disk says; null for nobody, and where nobody votes. */
  voted_for: string | null;
  /** The log on its disk. The same array as in the frame before when nothing changed. */
  log: Entry[];
  /** Sorted by key; empty when down. The same array as in the frame before when nothing changed. */
  store: [string, string][];
  /** What a leader believes of its followers; empty where the protocol keeps nothing. */
  progress: { peer: string; match_index: number; next_index: number }[];
  /** The index of the last entry that was carried out on its store; 0 for none, and when down. */
  applied: number;
  /** What else its memory holds, for people to see; empty when down. */
  facts: Fact[];
  /** What the protocol offers on this server now: the words after the server's name in `prompt dick resend`, and what a button says. */
  prompts: { name: string; title: string }[];
  /** Whether its disk refuses writes. */
  full: boolean;
  /** Indexes of entries that cannot be read, ascending; with any, it cannot restart. */
  damaged: number[];
  /** Indexes of entries that lay at another index at the server that sent them, ascending. */
  repeated: number[];
}

/** Something that a server's memory holds. */
export interface Fact {
  /** `leader`: whom it last heard from as the leader. */
  name: "leader";
  /** What it is, in a few words. */
  title: string;
  /** The servers that it is about. */
  servers?: string[];
}

export interface Entry {
  index: number;
  term: number;
  /** Its operation: `set KEY VALUE`, `delete KEY`, `no_op` or `configuration NAMES`. */
  command: string;
}

export interface Message {
  id: number;
  /** A server's name or `client`. */
  from: string;
  to: string;
  /** `request` or `reply` between client and server, else the protocol's word: `ask_length`, … */
  kind: string;
  /** The exact text, `dick@tell_length 2`, then a line `INDEX TERM COMMAND` for each entry. */
  wire: string;
  /** What it says on the arrow. */
  says: string;
  /** For a message that says no: why, in a few words, "no: has no entry 2" or "declined". It arrives all the same. */
  refusal?: string;
  entries?: Entry[];
  /** The id of the message that it repeats. */
  copy_of?: number;
}

/** A property that the protocol promises, or is meant to reach. */
export interface Invariant {
  /** The name by which programs know it: `logs_agree`, `log_matching`, `nothing_repeated`, `everyone_has_everything`. */
  id: string;
  /** The name by which people know it: "Logs agree". */
  title: string;
  /** `always` is a promise: true at every moment. A `goal` is true now, or not yet. */
  kind: "always" | "goal";
  /** Whether the promise was kept at every moment up to this one, or the goal is reached now. */
  holds: boolean;
  /** A sentence. It names exactly the servers in `cells`, and who is down and differs. */
  says: string;
  /** Where names stand in it; absent for nowhere. */
  names?: NameSpan[];
  /** The moment that broke the promise first. It stays broken for the rest of the run. */
  broken_at?: number;
  /** The first cells that are wrong now, of each server that is concerned; empty when nothing is wrong now. */
  cells: { server: string; index: number }[];
}

/** One server's disk: first remove all entries after `keep`, from the highest index down, then append upwards. */
export interface Write {
  server: string;
  /** The current term to store; 0 where there are no terms. */
  term: number;
  /** Whom the server voted for in it, to be stored with it; null for nobody. */
  voted_for: string | null;
  /** How many entries of the old log stay. */
  keep: number;
  append: { term: number; command: string }[];
  /** Indexes to make unreadable after that. */
  damage: number[];
}

/**
 * Where a server's name stands in a sentence: the place of its first character, counted from 0, and how many it has.
 * Names are words, too ("and", "every"), so that nobody could find them by looking.
 */
export type NameSpan = [start: number, length: number];

/** What happened. `says` is a sentence for people, with the reason and the numbers; `names` is absent where it has none. */
export type Event = { moment: number; says: string; names?: NameSpan[] } & (
  | { kind: "sent"; message: Message }
  /** `note` says in a few words what a delivery led to, where that is easily overlooked: "ignored: from term 1". */
  | { kind: "delivered"; id: number; from: string; to: string; note?: string }
  | { kind: "dropped"; id: number; from: string; to: string }
  | { kind: "duplicated"; message: Message }
  | { kind: "refused"; id: number; from: string; to: string; why: "down" | "cut" }
  | { kind: "declined"; server: string }
  | { kind: "appended"; server: string; entries: Entry[] }
  | { kind: "truncated"; server: string; keep: number; removed: Entry[] }
  | { kind: "applied"; server: string; first: number; last: number }
  | { kind: "killed"; server: string }
  | { kind: "restarted"; server: string }
  | { kind: "stayed_down"; server: string; index: number }
  | { kind: "registered"; server: string }
  | { kind: "nominated"; server: string; term: number }
  | { kind: "term_taken"; server: string; term: number }
  | { kind: "stepped_down"; server: string; term: number }
  | { kind: "compared"; cells: { server: string; index: number }[]; agree: boolean }
  | { kind: "cut"; servers: [string, string] }
  | { kind: "healed"; servers: [string, string] }
  | { kind: "filled"; server: string }
  | { kind: "freed"; server: string }
  | { kind: "wiped"; server: string }
  | { kind: "written"; server: string; index: number }
  | { kind: "kept"; server: string; keep: number }
  | { kind: "damaged"; server: string; index: number }
  | { kind: "term_written"; server: string; term: number; voted_for: string | null }
  | { kind: "prompted"; server: string; prompt: string }
  | { kind: "reloaded" }
  | { kind: "settled"; deliveries: number }
  | { kind: "rejected" }
);

/**
 * What happened, without its sentence: as much as has to be known of a whole run to give everything its place. `reach` is the
 * highest index of the entries that it tells of; absent for none.
 */
export type Outline = { reach?: number } & (
  | { kind: "sent" | "duplicated"; message: Label }
  | { kind: "delivered"; id: number; note?: string }
  | { kind: "dropped"; id: number }
  | { kind: "refused"; id: number; why: "down" | "cut" }
  | { kind: "cut" | "healed"; servers: [string, string] }
  | { kind: "nominated"; server: string; term: number }
  | { kind: OutlinedByServer; server: string }
  | { kind: "compared" | "reloaded" }
);

/** The kinds of events of which an outline tells nothing but whose they are. */
type OutlinedByServer = Exclude<Extract<Event, { server: string }>["kind"], "nominated">;

/** A message as its label shows it: see `Message`. Of its entries it has their number; absent where it can't hold any. */
export type Label = Pick<Message, "id" | "from" | "to" | "says" | "refusal" | "copy_of"> & { entry_count?: number };

/** A start of the side by side view, with a trouble that suits it. */
export interface StartRow {
  name: string;
  title: string;
  /** A head without actions, for `Run.trial`. */
  text: string;
  /** Lines without message numbers. */
  trouble: string;
}

/** How many messages one follower costs under each protocol. */
export interface Chart {
  /** By how many entries the follower is behind. */
  behind: Curve[];
  /** How many entries at the end of its log conflict with the leader's. */
  conflicting: Curve[];
}

export interface Curve {
  protocol: string;
  /** For 0, 1, 2 and so on; `equal` is whether both logs are the same in the end. */
  points: { messages: number; equal: boolean }[];
}

/** What servers said to each other; what the client says and hears is not counted. */
export interface Costs {
  messages: number;
  /** Half the longest chain of messages each of which was sent because of the one before, rounded up. */
  round_trips: number;
  entries: number;
  /** Of the text on the wire. */
  bytes: number;
}
