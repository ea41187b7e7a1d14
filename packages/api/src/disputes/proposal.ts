import type { FindingView } from "@lingong/contracts";
import { orders, type Photo, photos } from "@lingong/db";
import { type DisputeRecord, type Finding, type FindingKind, type Order, type Policy, type ProposedSplit, proposedSplit } from "@lingong/domain";
import { knownCategory } from "../catalog/lookup.ts";
import type { Services } from "../kernel/context.ts";
import { found } from "../kernel/domain-exception.ts";
import { policyOf } from "../policy/policies.ts";

function recordPhoto({ id, purpose, ownerId, takenAt, createdAt, label }: Photo): DisputeRecord["photos"][number] {
  return { id, purpose, ownerId, at: takenAt ?? createdAt, label };
}

/** What the machine reads of a disputed order: its events and the pictures that have arrived. */
export async function loadRecord(services: Services, order: Order): Promise<DisputeRecord> {
  const [events, pictures] = await Promise.all([orders.listEvents(services.db, order.id), photos.listForOrder(services.db, order.id)]);
  return {
    order,
    category: knownCategory(order.terms.categoryId),
    events: events.map(({ event }) => event),
    photos: pictures.filter(({ state }) => state === "kept").map(recordPhoto),
  };
}

/** The split the record proposes. @throws `not_found` for an order without a dispute. */
export function proposalOf(record: DisputeRecord, policy: Policy): ProposedSplit {
  return found(proposedSplit(record, policy));
}

/** The findings an arbitrator shares, as the record gives them at this moment: figures are never the client's. */
export async function findingsOf(services: Services, order: Order, kinds: readonly FindingKind[]): Promise<readonly Finding[]> {
  if (kinds.length === 0 || order.dispute === null) return [];
  const { policy } = await policyOf(services, order.assignment?.pinned.policyHash ?? null);
  return proposalOf(await loadRecord(services, order), policy).findings.filter(({ kind }) => kinds.includes(kind));
}

export function findingView({ kind, toCustomerFen, cites, figures }: Finding): FindingView {
  return { kind, toCustomerFen, cites: [...cites], figures: { ...figures } };
}
