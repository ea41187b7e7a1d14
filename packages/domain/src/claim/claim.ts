import type { Instant } from "../kernel/instant.ts";
import type { Fen } from "../kernel/money.ts";
import type { InsurancePolicy, Order } from "../order/order.ts";
import type { Policy } from "../policy/policy.ts";

export const claimStates = ["draft", "submitted", "reviewing", "approved", "paid", "refused", "withdrawn"] as const;
export type ClaimState = (typeof claimStates)[number];

export const claimKinds = ["injury", "damage", "theft", "other"] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** Both sides of an insured assignment are covered (§10). */
export type ClaimSide = "customer" | "worker";

/** A document that supports a claim, known by the hash of its bytes. */
export interface ClaimFile {
  readonly photoId: string;
  readonly sha256: string;
}

export type ClaimRole = "claimant" | "handler" | "cashier";

/** One step of a claim's history. */
export interface ClaimStep {
  readonly at: Instant;
  readonly by: string;
  readonly role: ClaimRole;
  readonly to: ClaimState;
}

/**
 * What one side asks of the insurance of one assignment. Plain JSON; amounts in fen. Words and account number are not in
 * it: they are sealed beside it under their author's key (§9).
 */
export interface Claim {
  readonly id: string;
  readonly orderId: string;
  readonly assignmentId: string;
  readonly claimantId: string;
  readonly side: ClaimSide;
  readonly version: number;
  readonly state: ClaimState | "new";
  readonly kind: ClaimKind;
  readonly askedFen: Fen;
  readonly files: readonly ClaimFile[];
  /** Whether the sealed words are there, and (a customer's) the account to be paid to. */
  readonly described: boolean;
  readonly payeeGiven: boolean;
  readonly createdAt: Instant;
  readonly submittedAt: Instant | null;
  readonly handlerId: string | null;
  readonly decidedAt: Instant | null;
  readonly approvedFen: Fen | null;
  /** Why it was refused, or approved as it was. */
  readonly reason: string | null;
  readonly paidAt: Instant | null;
  /** The insurer's number of the transfer to a customer. */
  readonly transferReference: string | null;
  readonly history: readonly ClaimStep[];
}

/** What is claimed for, as the claimant may change it while it is a draft. */
export type ClaimContents = Pick<Claim, "kind" | "askedFen" | "files" | "described" | "payeeGiven">;

/** The number of the certificate: the assignment's, as people read it out. */
export function certificateNumber(assignmentId: string): string {
  return `LG-${assignmentId.replaceAll("-", "").slice(-12).toUpperCase()}`;
}

/** Until when a claim may be submitted; null: the cover still runs. */
export function claimableUntil(insurance: Pick<InsurancePolicy, "to">, policy: Policy): Instant | null {
  return insurance.to === null ? null : insurance.to + policy.insurance.claimWithin;
}

/** What of the cover is left after the claims of both sides that were approved or paid; never below 0. */
export function coverLeft(insurance: Pick<InsurancePolicy, "coverFen">, others: readonly Pick<Claim, "state" | "approvedFen">[]): Fen {
  const used = others
    .filter(({ state }) => state === "approved" || state === "paid")
    .reduce((total, { approvedFen }) => total + (approvedFen ?? 0), 0);
  return Math.max(0, insurance.coverFen - used);
}

/** Whose work a policy of an order covers; null: nobody we still know of. Cover and assignment begin in one step. */
export function insuredWorkerId(
  order: Pick<Order, "assignment" | "formerAssignments">,
  insurance: Pick<InsurancePolicy, "assignmentId" | "from">,
): string | null {
  if (order.assignment?.id === insurance.assignmentId) return order.assignment.workerId;
  return order.formerAssignments.find(({ acceptedAt }) => acceptedAt === insurance.from)?.workerId ?? null;
}
