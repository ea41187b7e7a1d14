import type { WalletSummary } from "@lingong/contracts";
import { orders, wallet } from "@lingong/db";
import { billOf, defaultPolicy, type Instant, type Order, prepaidFen } from "@lingong/domain";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { splitOf } from "../orders/terms/split.ts";
import { policyOf } from "../policy/policies.ts";
import { listAccounts } from "./accounts.ts";
import { madeToday } from "./withdraw.ts";

/** What an order under way would net: its bill, the bill so far, or the booked price. */
export async function expectedNet(ctx: Signed, order: Order, now: Instant): Promise<number> {
  if (order.assignment === null) return 0;
  if (order.bill !== null) return order.bill.workerNetFen;
  const { policy } = await policyOf(ctx.services, order.assignment.pinned.policyHash);
  const booked = splitOf(
    { plan: order.terms.plan, baseFen: prepaidFen(order) - order.terms.travelFen, travelFen: order.terms.travelFen },
    order.assignment.pinned,
    policy,
  ).workerNetFen;
  if (order.service === null) return booked;
  return Math.max(booked, billOf(order, order.assignment.pinned, { until: now }, policy).workerNetFen);
}

/** What may be withdrawn, what is earned but not confirmed, and what is on its way out. */
export async function loadSummary(ctx: Signed): Promise<WalletSummary> {
  const { services, session } = ctx;
  const { db } = services;
  const now = services.clock.now();
  const [availableFen, made, accounts, hold, finished, flying] = await Promise.all([
    wallet.findBalance(db, session.userId),
    madeToday(ctx),
    listAccounts(ctx),
    wallet.findHold(db, session.userId),
    orders.listForWorker(db, { workerId: session.userId, current: true, states: ["in_service", "paused", "awaiting_confirmation"], limit: 100 }),
    wallet.listWithdrawals(db, { workerId: session.userId, states: ["requested", "sent"], limit: 100 }),
  ]);
  const pending = await Promise.all(finished.items.map((order) => expectedNet(ctx, order, now)));
  return {
    availableFen,
    pendingFen: pending.reduce((total, fen) => total + fen, 0),
    inFlightFen: flying.items.reduce((total, { fen }) => total + fen, 0),
    withdrawalsLeftToday: Math.max(0, defaultPolicy.fees.withdrawalsADay - made),
    hold: hold === null ? null : { reason: hold.reason, since: iso(hold.heldAt) },
    payoutAccounts: accounts,
  };
}
