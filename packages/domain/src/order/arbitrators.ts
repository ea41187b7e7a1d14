import type { Instant } from "../kernel/instant.ts";
import type { Order } from "./order.ts";

/** Why somebody may not, or should rather not, arbitrate (§8: never involved before). */
export const conflictKinds = ["party", "former_arbitrator", "handled_order", "shared_order", "decided_recently"] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/** An arbitrator as the assignment sees one. */
export interface ArbitratorFact {
  readonly id: string;
  /** Disputes in hand. */
  readonly open: number;
  /** Since when they are with the platform: the longest is the most senior. */
  readonly since: Instant;
  /** Has acted as an admin on this order. */
  readonly handledOrder: boolean;
  /** Has, as customer or worker, an order with one of the parties. */
  readonly sharedOrder: boolean;
  /** Has decided about one of the parties lately: no bar, but others go first. */
  readonly decidedRecently: boolean;
}

/** Everything that speaks against somebody in this dispute. `decided_recently` alone is no bar. */
export function conflictsOf(order: Order, arbitrator: ArbitratorFact): readonly ConflictKind[] {
  const parties = [order.customerId, order.assignment?.workerId, ...order.formerAssignments.map(({ workerId }) => workerId)];
  const found: ConflictKind[] = [];
  if (parties.includes(arbitrator.id)) found.push("party");
  if (order.dispute?.formerArbitratorIds.includes(arbitrator.id)) found.push("former_arbitrator");
  if (arbitrator.handledOrder) found.push("handled_order");
  if (arbitrator.sharedOrder) found.push("shared_order");
  if (arbitrator.decidedRecently) found.push("decided_recently");
  return found;
}

/** Whether somebody was never involved before: a decision about one of the parties elsewhere is no involvement. */
export function mayArbitrate(order: Order, arbitrator: ArbitratorFact): boolean {
  return conflictsOf(order, arbitrator).every((kind) => kind === "decided_recently");
}

/**
 * Who takes a dispute: of those never involved, first those who have not decided about a party lately; among them the least
 * loaded, or after a missed clock the most senior. Ties by seniority, then id. Null: nobody is left, an admin must look.
 */
export function chooseArbitrator(order: Order, arbitrators: readonly ArbitratorFact[], by: "load" | "seniority"): string | null {
  const free = arbitrators.filter((arbitrator) => arbitrator.id !== order.dispute?.arbitratorId && mayArbitrate(order, arbitrator));
  const rank = ({ decidedRecently, open, since }: ArbitratorFact) => [Number(decidedRecently), by === "load" ? open : 0, since];
  const [first] = free.sort((a, b) => {
    const [ours, theirs] = [rank(a), rank(b)];
    const differs = ours.findIndex((value, index) => value !== theirs[index]);
    return differs === -1 ? (a.id < b.id ? -1 : 1) : (ours[differs] ?? 0) - (theirs[differs] ?? 0);
  });
  return first?.id ?? null;
}
