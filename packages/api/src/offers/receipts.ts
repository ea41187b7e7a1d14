import type { Page, PageInput, ReceiptView } from "@lingong/contracts";
import { matching, orders, type Receipt } from "@lingong/db";
import { type Order, type Policy, type ScoreParts, scorePartNames } from "@lingong/domain";
import { knownCategory } from "../catalog/lookup.ts";
import type { Services } from "../kernel/context.ts";
import { fail } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { categoryRef } from "../orders/view/category.ts";
import { policyOf } from "../policy/policies.ts";
import { scoreView } from "./score.ts";

interface Detail {
  readonly of?: number;
  readonly improvement?: ReceiptView["improvement"];
}

function partsOf(points: readonly number[] | null): ScoreParts | null {
  return points === null ? null : (Object.fromEntries(scorePartNames.map((part, index) => [part, points[index] ?? 0])) as unknown as ScoreParts);
}

/** A receipt as its worker reads it: own parts only, never another worker's (§6). */
export function receiptView(receipt: Receipt, order: Order, policy: Policy): ReceiptView {
  const detail = (receipt.detail ?? {}) as Detail;
  const parts = partsOf(receipt.parts);
  return {
    id: `${receipt.roundId}-${receipt.orderId}`,
    orderId: receipt.orderId,
    at: iso(receipt.at),
    category: categoryRef(knownCategory(order.terms.categoryId)),
    district: order.terms.place?.district ?? null,
    outcome: receipt.result === "passed" ? "passed_over" : receipt.result,
    reason: receipt.code,
    score:
      parts === null || receipt.score === null
        ? null
        : scoreView(parts, { total: receipt.score, rank: receipt.rank, policyVersion: receipt.policyVersion }, policy),
    of: detail.of ?? null,
    improvement: detail.improvement ?? null,
  };
}

export async function receiptViews(services: Services, receipts: readonly Receipt[]): Promise<ReceiptView[]> {
  const { policy } = await policyOf(services, null);
  const byId = new Map(
    (
      await orders.findMany(
        services.db,
        receipts.map(({ orderId }) => orderId),
      )
    ).map((order) => [order.id, order]),
  );
  return receipts.map((receipt) => receiptView(receipt, byId.get(receipt.orderId) ?? fail("not_found"), policy));
}

/** Why this worker was, or was not, offered orders. */
export async function listReceipts({ services, session }: Signed, input: PageInput): Promise<Page<ReceiptView>> {
  const page = await matching.listReceiptsForWorker(services.db, { workerId: session.userId, cursor: input.cursor, limit: input.limit ?? 20 });
  return { items: await receiptViews(services, page.items), nextCursor: page.nextCursor };
}
