import type { ActionView, OrderView } from "@lingong/contracts";
import type { MovedMoney } from "./consequence.tsx";

export type Settlement = "full_refund" | "ladder";

export interface ForcedSettlement extends MovedMoney {
  readonly key: Settlement;
}

/**
 * What a forced end may pay (§2): before the work, everything back or the ladder's fee; once work has begun there is no
 * choice: the bill without minimum is paid, as the action's own consequence says. Amounts in fen.
 */
export function forcedSettlements(
  order: Pick<OrderView, "cancellation" | "money">,
  action: Pick<ActionView, "consequence">,
): readonly ForcedSettlement[] {
  const { workerReceivesFen, commissionFen, refundFen } = action.consequence;
  const plain: ForcedSettlement = { key: "full_refund", workerFen: workerReceivesFen, commissionFen, refundFen };
  const { cancellation } = order;
  if (cancellation === null || cancellation.nowFeeFen === 0) return [plain];
  const { nowFeeFen, nowWorkerFen } = cancellation;
  return [plain, { key: "ladder", workerFen: nowWorkerFen, commissionFen: nowFeeFen - nowWorkerFen, refundFen: order.money.heldFen - nowFeeFen }];
}
