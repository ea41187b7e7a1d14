import type { SmallMachine } from "../machines/advance.ts";
import type { AddOn } from "./order.ts";

/** The life of an add-on: agreed and paid before it is done; never billable otherwise (§2). */
export const addOnMachine = {
  approve: { from: ["proposed"], to: "approved", about: "The other side agrees; the customer has 15 minutes to pay." },
  pay: { from: ["approved"], to: "paid", about: "Its own payment is captured: it counts from now on." },
  decline: { from: ["proposed"], to: "declined", about: "The other side does not want it; nothing else changes." },
  withdraw: { from: ["proposed"], to: "withdrawn", about: "Who proposed it takes it back." },
  expire: { from: ["proposed", "approved"], to: "expired", about: "Nobody answered, or nobody paid, in time." },
  void: { from: ["proposed", "approved"], to: "void", about: "The work ended, or the assignment did, before it was paid." },
  finish: { from: ["paid"], to: "done", about: "Done, and part of the bill." },
  skip: { from: ["paid"], to: "not_done", about: "Paid but not done: refunded with the bill." },
} as const satisfies SmallMachine<AddOn["state"]>;
