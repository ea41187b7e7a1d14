import type { DisputeDesk } from "@lingong/contracts";
import { arbitrators } from "@lingong/db";
import { conflictKinds, conflictsOf, mayArbitrate, type Order, workItemsOf } from "@lingong/domain";
import { readable } from "../disputes/complete.ts";
import { findingView, loadRecord, proposalOf } from "../disputes/proposal.ts";
import type { Signed } from "../kernel/signed.ts";
import { policyOf } from "../policy/policies.ts";

/** Who could take the dispute, and what deciding it takes. */
export interface DisputeSide {
  readonly arbitrators: { readonly id: string; readonly name: string; readonly open: number }[];
  readonly desk: DisputeDesk | null;
}

/** The desk of a dispute: the proposal from the record, its work items, and what speaks against the one in charge. */
export async function loadDispute({ services }: Signed, kept: Order): Promise<DisputeSide> {
  const order = readable(kept);
  const { dispute, assignment } = order;
  if (dispute === null || assignment === null) return { arbitrators: [], desk: null };
  const { policy } = await policyOf(services, assignment.pinned.policyHash);
  const partyIds = [order.customerId, assignment.workerId];
  const [record, known, customer, worker] = await Promise.all([
    loadRecord(services, order),
    arbitrators.listForOrder(services.db, { orderId: order.id, partyIds, decidedSince: services.clock.now() - policy.disputes.decidedRecently }),
    arbitrators.countDisputes(services.db, "customer", order.customerId),
    arbitrators.countDisputes(services.db, "worker", assignment.workerId),
  ]);
  const inCharge = known.find(({ id }) => id === dispute.arbitratorId);
  const found = inCharge === undefined ? [] : conflictsOf(order, inCharge);
  const { toWorkerFen, toCustomerFen, findings } = proposalOf(record, policy);
  return {
    arbitrators: known.filter((one) => one.id !== dispute.arbitratorId && mayArbitrate(order, one)).map(({ id, open, name }) => ({ id, open, name })),
    desk: {
      proposal: { toWorkerFen, toCustomerFen, findings: findings.map(findingView) },
      arbitrator: inCharge === undefined ? null : { id: inCharge.id, name: inCharge.name },
      checks: conflictKinds.map((kind) => ({ kind, found: found.includes(kind) })),
      items: workItemsOf(order, record.category, record.photos).map(({ key, label, beforePhotoIds, afterPhotoIds }) => ({
        key,
        label,
        beforePhotoIds: [...beforePhotoIds],
        afterPhotoIds: [...afterPhotoIds],
      })),
      customer,
      worker,
    },
  };
}
