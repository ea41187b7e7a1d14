import type { Dispute, Order } from "@lingong/domain";

/** What disputes hold since evidence, appeals with reasons and findings came to them; earlier ones are read as without. */
type Later =
  | "claimedFen"
  | "remindAt"
  | "latestAt"
  | "unpublishedYears"
  | "evidence"
  | "evidenceUntil"
  | "evidenceRequest"
  | "appealReason"
  | "appealedDecision";

function completeDispute(dispute: Omit<Dispute, Later> & Partial<Pick<Dispute, Later>>): Dispute {
  const { decision } = dispute;
  return {
    claimedFen: dispute.heldFen,
    remindAt: null,
    latestAt: null,
    unpublishedYears: [],
    evidence: [],
    evidenceUntil: dispute.dueAt,
    evidenceRequest: null,
    appealReason: null,
    appealedDecision: null,
    ...dispute,
    decision: decision === null ? null : { ...decision, findings: (decision as Partial<typeof decision>).findings ?? [] },
  };
}

/** An order to be looked at, never to be saved: a dispute kept by an earlier version is filled up to today's shape. */
export function readable(order: Order): Order {
  return order.dispute === null ? order : { ...order, dispute: completeDispute(order.dispute) };
}
