import { type ClaimRecord, claims, type Hint, leaveHints, notifications, orders, postEntry, type Transaction } from "@lingong/db";
import {
  type Claim,
  type ClaimCommand,
  type ClaimFacts,
  type ClaimRole,
  claimTransition,
  defaultPolicy,
  type Instant,
  type InsurancePolicy,
  insuredWorkerId,
  type Order,
} from "@lingong/domain";
import type { Services } from "../kernel/context.ts";
import { fail, found, unwrap } from "../kernel/domain-exception.ts";

/** One of an order's policies. @throws `not_insured` */
export function insuranceOf(order: Order, assignmentId: string): InsurancePolicy {
  return order.insurance.find((policy) => policy.assignmentId === assignmentId) ?? fail("not_insured");
}

/** What the claim's rules ask for, of the claims on one assignment as they were read under their lock. */
export function claimFacts(order: Order, claim: Pick<Claim, "id" | "assignmentId">, all: readonly ClaimRecord[]): ClaimFacts {
  const insurance = insuranceOf(order, claim.assignmentId);
  const others = all.map((record) => record.claim).filter((other) => other.id !== claim.id && other.assignmentId === claim.assignmentId);
  return { insurance, others, parties: [order.customerId, insuredWorkerId(order, insurance)].filter((id) => id !== null) };
}

/** Steps that the claimant is told of. */
const told: Readonly<Partial<Record<ClaimCommand["type"], string>>> = {
  take: "claim_reviewing",
  approve: "claim_approved",
  refuse: "claim_refused",
  pay: "claim_paid",
};

export interface ClaimStepInput {
  readonly record: ClaimRecord;
  readonly order: Order;
  readonly all: readonly ClaimRecord[];
  readonly actor: { readonly role: ClaimRole; readonly id: string };
  readonly command: ClaimCommand;
  readonly now: Instant;
}

/** Judges and keeps one step of a claim that its caller has locked: claim, journal entry, notice and hints together. */
export async function stepClaim(transaction: Transaction, input: ClaimStepInput): Promise<ClaimRecord> {
  const { record, order, all, actor, command, now } = input;
  const context = { facts: claimFacts(order, record.claim, all), policy: defaultPolicy, now };
  const { claim, entry } = unwrap(claimTransition(record.claim, actor, command, context));
  const next = { ...record, claim, updatedAt: now };
  if (!(await claims.save(transaction, next))) fail("conflict");
  if (entry !== null) await postEntry(transaction, entry, { at: now, orderId: claim.orderId });
  const kind = told[command.type];
  if (kind !== undefined) {
    const data = { claimId: claim.id, fen: claim.approvedFen ?? claim.askedFen, reason: claim.reason };
    await notifications.insert(transaction, [{ userId: claim.claimantId, kind, orderId: claim.orderId, data, at: now }]);
  }
  await leaveHints(transaction, hintsOf(claim), now);
  return next;
}

/** The claimant's screens, the desks of the admins, and the wallet that was paid into. */
export function hintsOf({ id, claimantId, side, state, version }: Claim): Hint[] {
  const claim = { rooms: [`user:${claimantId}`, "admins"], kind: "claim", subjectId: id, version, data: { state } };
  const wallet = { rooms: [`user:${claimantId}`], kind: "wallet", subjectId: id, version: null, data: null };
  return state === "paid" && side === "worker" ? [claim, wallet] : [claim];
}

/** Reads the order of a claim and locks all claims on its assignment. */
export async function lockClaim(
  services: Pick<Services, "db">,
  transaction: Transaction,
  claimId: string,
): Promise<Pick<ClaimStepInput, "record" | "order" | "all">> {
  const { claim } = found(await claims.findById(services.db, claimId));
  const { order } = found(await orders.findById(services.db, claim.orderId));
  const all = await claims.lockForAssignment(transaction, claim.assignmentId);
  return { record: found(all.find((record) => record.claim.id === claimId) ?? null), order, all };
}
