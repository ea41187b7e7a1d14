import type { ListOrdersInput, ListOrdersOutput } from "@lingong/contracts";
import { orders } from "@lingong/db";
import type { OrderState } from "@lingong/domain";
import { fail } from "../kernel/domain-exception.ts";
import type { Signed } from "../kernel/signed.ts";
import { orderCards } from "./card.ts";

const active: readonly OrderState[] = [
  "quoting",
  "awaiting_payment",
  "matching",
  "accepted",
  "en_route",
  "arrived",
  "in_service",
  "paused",
  "disputed",
];
const toConfirm: readonly OrderState[] = ["awaiting_confirmation"];
const past: readonly OrderState[] = ["completed", "resolved", "cancelled", "expired"];
const filters = { active, to_confirm: toConfirm, past, all: [...active, ...toConfirm, ...past, "draft" as const] } as const;

function sum(counts: Partial<Record<OrderState, number>>, states: readonly OrderState[]): number {
  return states.reduce((total, state) => total + (counts[state] ?? 0), 0);
}

/** One's own orders, newest first, with how many are in each tab. */
export async function listOrders({ services, session }: Signed, input: ListOrdersInput): Promise<ListOrdersOutput> {
  if (session.app === "admin") fail("wrong_role");
  const states = filters[input.filter ?? "active"];
  const page = { cursor: input.cursor ?? null, limit: input.limit ?? 20, states };
  const side = session.app === "worker" ? "worker" : "customer";
  const [found, counts] = await Promise.all(
    side === "worker"
      ? [orders.listForWorker(services.db, { ...page, workerId: session.userId }), orders.countStates(services.db, { workerId: session.userId })]
      : [
          orders.listForCustomer(services.db, { ...page, customerId: session.userId }),
          orders.countStates(services.db, { customerId: session.userId }),
        ],
  );
  return {
    items: await orderCards(services, found.items, side),
    nextCursor: found.nextCursor,
    counts: { active: sum(counts, active), toConfirm: sum(counts, toConfirm), past: sum(counts, past) },
  };
}
