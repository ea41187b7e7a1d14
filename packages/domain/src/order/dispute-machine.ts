import type { SmallMachine } from "../machines/advance.ts";
import type { Dispute } from "./dispute-record.ts";

/** The life of a dispute (§8): evidence, decision, at most one appeal, execution. A missed clock escalates; money never moves by default. */
export const disputeMachine = {
  addEvidence: { from: ["evidence", "deciding", "appealed"], to: "stay", about: "A side brings evidence forward, while it is open." },
  askForEvidence: { from: ["deciding", "appealed"], to: "stay", about: "The arbitrator asks both sides for more; the own clock runs on." },
  remind: { from: ["evidence", "deciding", "appealed", "decided"], to: "stay", about: "Those whose turn it is are reminded of the clock." },
  closeEvidence: { from: ["evidence"], to: "deciding", about: "48 hours of evidence are over; an arbitrator decides within three working days." },
  assign: { from: ["evidence", "deciding", "appealed"], to: "stay", about: "An arbitrator who was never involved is in charge." },
  escalate: {
    from: ["deciding", "appealed"],
    to: "stay",
    about: "The clock was missed: the next senior arbitrator takes over, and an alert goes out.",
  },
  decide: { from: ["deciding"], to: "decided", about: "Both sides read the decision and have 48 hours to accept or appeal." },
  accept: { from: ["decided"], to: "stay", about: "One side accepts; the second acceptance executes." },
  appeal: { from: ["decided"], to: "appealed", about: "Either side appeals, once, to a different arbitrator." },
  decideAppeal: { from: ["appealed"], to: "decided", about: "The decision on the appeal is final and executed at once." },
  propose: { from: ["evidence", "deciding"], to: "stay", about: "A side proposes a split before the decision." },
  agree: { from: ["evidence", "deciding"], to: "agreed", about: "Both sides agreed on a split: it is paid out." },
  execute: { from: ["decided"], to: "executed", about: "The held part is paid out as decided." },
} as const satisfies SmallMachine<Dispute["state"]>;
