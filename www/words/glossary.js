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
  store: { says: "What has come of the commands: keys with their values. It is in memory, and made anew from the log; in Raft, from what of it is committed.", section: "section 2, “state machine”" },
  disk: { says: "What survives when a server is killed: its log, its term and, in Raft, whom it voted for in it. Here it is your browser’s storage." },
  memory: { says: "What is lost when a server is killed: its store, whether it leads, and what it believes of others." },
  message: { says: "What one server says to another. Each has a number, in order of sending." },
  "in flight": { says: "Sent, and neither delivered nor lost yet. You choose which message arrives next, is dropped, or arrives twice." },
  leader: { says: "The server that brings the others up to date, and in Raft the only one that takes writes.", section: "section 5.1" },
  follower: { says: "A server that doesn’t lead, and takes what a leader sends.", section: "section 5.1" },
  nominate: { says: "To tell a server: you’re the leader. Under Raft, where servers elect their leader, it stands for election as if its timeout had come." },
  term: { says: "The number of a leader’s reign. Each nomination begins a new one, and in Raft each candidate; on a card, t3 is term 3. Messages of an earlier term are out of date.", section: "section 5.1" },
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
  election: { says: "How Raft’s servers find a leader by themselves: whoever gets the votes of a majority in a term leads it.", section: "sections 5.2 and 5.4.1" },
  timeout: { says: "What comes when a server has heard from no leader for a while: it stands for election. Real servers draw its length by lot; here you say when it comes.", section: "section 5.2" },
  candidate: { says: "A server that stands for election: it has begun a term, votes for itself, and asks the others for their votes.", section: "section 5.2" },
  vote: { says: "A server’s yes to a candidate. It has one in each term, and writes it on its disk before it says so.", section: "section 5.2" },
  voter: { says: "A server that is asked for its vote, and counts when it is asked who has an entry. The configuration says who votes.", section: "section 6" },
  majority: { says: "More than half of the voters, counting those that can’t be reached. Any two majorities have a server in common.", section: "section 5.1" },
  "split vote": { says: "An election in which nobody gets a majority, since several stand at once. The term goes by without a leader.", section: "section 5.2" },
  heartbeat: { says: "What a leader sends now and then, so that nobody’s timeout comes. It brings what a follower lacks, as far as the leader knows.", section: "section 5.2" },
  commit: { says: "An entry is committed when a majority has it in such a way that no later leader lacks it. Raft carries it out and says “done” only then; the other protocols as soon as it is written.", section: "sections 5.3 and 5.4" },
  no_op: { says: "An entry that changes nothing. A leader’s term begins with one; once it is committed, all before it is, too.", section: "section 8" },
  partition: { says: "A network that has fallen apart: no message passes from one part to another." },
  "stale read": { says: "An answer that leaves out what was done before the question was asked.", section: "section 8" },
  configuration: { says: "Who votes. It is an entry of the log; each server goes by the latest in its own log, committed or not.", section: "section 6" },
  rule: { says: "What a protocol’s servers keep to. Under Rules some can be switched off, to see what breaks without them." },
  paper: { says: "Diego Ongaro and John Ousterhout, “In Search of an Understandable Consensus Algorithm (Extended Version)”: the paper that describes Raft." },
};
