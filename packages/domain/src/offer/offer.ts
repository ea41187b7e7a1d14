import type { Instant } from "../kernel/instant.ts";
import { ok, type Result } from "../kernel/result.ts";
import { type Guard, type Machine, no, rowFor, targetOf } from "../machines/machine.ts";
import type { Policy } from "../policy/policy.ts";

export type OfferState = "open" | "accepted" | "declined" | "timed_out" | "void";

/** An invitation of one worker to one order, with a deadline (§6). */
export interface Offer {
  readonly id: string;
  readonly orderId: string;
  readonly workerId: string;
  readonly round: number;
  readonly exclusive: boolean;
  readonly state: OfferState;
  readonly sentAt: Instant;
  readonly expiresAt: Instant;
  /** When it was answered, ran out or was taken back; null: open. */
  readonly closedAt: Instant | null;
}

export type OfferCommand = "accept" | "decline" | "timeOut" | "void";
export type OfferRole = "worker" | "timer" | "order";

interface Step {
  readonly offer: Offer;
  readonly now: Instant;
}

const inTime: Guard<Step> = ({ offer, now }) => (now < offer.expiresAt ? true : no("deadline_passed"));
const runOut: Guard<Step> = ({ offer, now }) => (now >= offer.expiresAt ? true : no("too_early"));
const close = ({ now }: Step): Partial<Offer> => ({ closedAt: now });

/** The life of an offer. What an accept does to the order is the order's own row; the two are saved together. */
export const offerLife = {
  accept: {
    on: "accept",
    by: ["worker"],
    from: ["open"],
    to: "accepted",
    if: [inTime],
    then: [close],
    about: "The worker takes the order, in time.",
  },
  decline: {
    on: "decline",
    by: ["worker"],
    from: ["open"],
    to: "declined",
    if: [inTime],
    then: [close],
    about: "The worker says no: an answer like any other, it lowers nothing.",
  },
  timeOut: {
    on: "timeOut",
    by: ["timer"],
    from: ["open"],
    to: "timed_out",
    if: [runOut],
    then: [close],
    at: ({ offer }) => offer.expiresAt,
    about: "Nobody answered in time: missed, unless it was exclusive.",
  },
  void: {
    on: "void",
    by: ["order"],
    from: ["open"],
    to: "void",
    then: [close],
    about: "The order was taken by another, raised, cancelled or ended: nobody's fault.",
  },
} as const satisfies Machine<OfferState, OfferCommand, OfferRole, Step, Partial<Offer>>;

/** Applies one command to an offer. Errors: wrong_state, not_allowed_to_actor, deadline_passed, too_early. */
export function offerTransition(offer: Offer, role: OfferRole, command: OfferCommand, now: Instant): Result<Offer> {
  const step: Step = { offer, now };
  const life: Machine<OfferState, OfferCommand, OfferRole, Step, Partial<Offer>> = offerLife;
  const found = rowFor(life, { state: offer.state, command, role, step });
  if (!found.ok) return found;
  const changes = (found.value.row.then ?? []).map((effect) => effect(step));
  return ok(Object.assign({}, offer, ...changes, { state: targetOf(found.value.row, offer.state, step) }));
}

/**
 * A worker's run of missed offers after one has closed, and whether it takes them offline (§6): three in a row do, and are
 * told. Any answer, a decline as well, ends the run; exclusive offers and those taken back do not count either way. The run
 * starts anew when the worker has gone offline.
 */
export function missedAfter(
  missedBefore: number,
  offer: Pick<Offer, "state" | "exclusive">,
  policy: Policy,
): { readonly missed: number; readonly goOffline: boolean } {
  if (offer.state === "accepted" || offer.state === "declined") return { missed: 0, goOffline: false };
  if (offer.state !== "timed_out" || offer.exclusive) return { missed: missedBefore, goOffline: false };
  const missed = missedBefore + 1;
  return missed >= policy.dispatch.missedUntilOffline ? { missed: 0, goOffline: true } : { missed, goOffline: false };
}
