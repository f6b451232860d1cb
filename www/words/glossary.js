// The glossary: every word of the trade that the page uses, in a sentence or two.

/** @import { Word } from "./glossary-words.js" */

/** Where the Raft paper lies. */
export const paperAddress = "https://raft.github.io/raft.pdf";

/**
 * An explanation. `section` is where the Raft paper has it; absent where it has not.
 * @type {Record<Word, { says: string, section?: string }>}
 */
export const glossary = {
  client: { says: "Whoever uses the servers: you. The client asks for things, and is never down." },
  server: { says: "A program with a disk and a memory that talks with others like it. Each card is one." },
  log: { says: "The list of commands that a server has taken, in order. It lies on its disk.", section: "section 2" },
  entry: { says: "One line of a log: a command, and with some protocols the term in which it was written.", section: "section 5.3" },
  index: { says: "An entry’s place in its log, counted from 1. 0 is the place before the first." },
  command: { says: "What an entry holds: set a key to a value, or delete a key. Reading changes nothing and enters no log." },
  store: { says: "What has come of the commands: keys with their values. It is in memory, and made anew from the log.", section: "section 2, “state machine”" },
  disk: { says: "What survives when a server is killed: its log and its term. Here it is your browser’s storage." },
  memory: { says: "What is lost when a server is killed: its store, whether it leads, and what it believes of others." },
  message: { says: "What one server says to another. Each has a number, in order of sending." },
  "in flight": { says: "Sent, and neither delivered nor lost yet. You choose which message arrives next, is dropped, or arrives twice." },
  leader: { says: "The server that brings the others up to date.", section: "section 5.1" },
  follower: { says: "A server that doesn’t lead, and takes what a leader sends.", section: "section 5.1" },
  nominate: { says: "To tell a server: you’re the leader. In Raft servers elect their leader; here the client says who it is." },
  term: { says: "The number of a leader’s reign. Each nomination begins a new one; on a card, t3 is term 3. Messages of an earlier term are out of date.", section: "section 5.1" },
  level: { says: "Of two logs: as long as each other. That doesn’t make them equal." },
  match: { says: "What a leader believes: up to this index a follower’s log is the same as its own. A filled mark.", section: "figure 2, matchIndex" },
  next: { says: "What a leader believes: from this index on it has to send to a follower. A hollow mark. It starts at the leader’s last entry here, as the article tells it; in the paper after it, at 11 in figure 7.", section: "figure 2, nextIndex" },
  hint: { says: "What a follower adds to a no, so that the leader goes back far enough at once.", section: "end of section 5.3" },
  resend: { says: "To send once more to every follower that is believed to be behind. Real leaders do so by the clock; here you press the button." },
  settle: { says: "To deliver what is in flight, oldest first, until nothing is." },
  step: { says: "One thing that happens: something is said, a message arrives, a server is killed. Back takes it back." },
  refused: { says: "Of a message: it found nobody home, or its link was cut. Its sender learns nothing. A no is something else: an answer, which arrives." },
  declined: { says: "What a server says to a client when it can’t or won’t: politely, and with the reason." },
  compared: { says: "Cells are compared with one log: the leader’s; without a leader that which the lesson names, else the longest. They differ from it, are missing from it, or are surplus." },
  surplus: { says: "Of an entry: it lies beyond the end of the log that it is compared with." },
  repeated: { says: "Of an entry: it lies at another index than at the server that sent it." },
  promise: { says: "What a protocol says is true at every moment. Once broken it stays broken, for the rest of the run." },
  goal: { says: "What is to become true: reached, or not yet." },
  "wire text": { says: "A message as it is sent, letter by letter: sender@kind and numbers, then a line for each entry. Click a message to see it." },
  "power cut": { says: "All servers lose their memory at once, and everything in flight is lost. Then they start from their disks." },
  election: { says: "How servers find a leader by themselves: by votes. Not in here yet; the client nominates.", section: "sections 5.2 and 5.4.1" },
  commit: { says: "To count an entry as done when most servers have it. Not in here yet: every entry is carried out as soon as it is written.", section: "sections 5.3 and 5.4" },
  paper: { says: "Diego Ongaro and John Ousterhout, “In Search of an Understandable Consensus Algorithm (Extended Version)”: the paper that describes Raft." },
};
