import type { Overview } from "@lingong/contracts";
import { deadlines, orders, safetyCases, users, wallet } from "@lingong/db";
import { DAY, type Duration, type Instant, type Order } from "@lingong/domain";
import { knownCategory } from "../catalog/lookup.ts";
import type { Services } from "../kernel/context.ts";
import { iso } from "../kernel/iso.ts";
import { overdueAfter } from "./queues.ts";

type Alert = Overview["alerts"][number];

const alertsShown = 20;

interface About {
  readonly kind: Alert["kind"];
  /** Names the alert beside its order. */
  readonly prefix: string;
  readonly since: Instant;
  readonly details: Alert["details"];
}

/** An alert about an order: where it is and what for, so that each language can say it. */
function aboutOrder(order: Order, { kind, prefix, since, details }: About): Alert {
  const { categoryId, place } = order.terms;
  return {
    kind,
    id: `${prefix}:${order.id}`,
    orderId: order.id,
    title: `${knownCategory(categoryId).name.zh} ${place?.district ?? ""}`.trim(),
    since: iso(since),
    details: { categoryId, district: place?.district ?? null, ...details },
    position: place?.blurred ?? null,
  };
}

/** Timed exits that have not fired: the machine itself asks for a look. */
async function overdueAlerts({ db }: Services, now: Instant): Promise<Alert[]> {
  const overdue = await deadlines.listOverdue(db, now - overdueAfter, alertsShown);
  return overdue.map(({ orderId, what, dueAt }) => ({
    kind: "overdue_deadline",
    id: `deadline:${orderId}`,
    orderId,
    title: what,
    since: iso(dueAt),
    details: { what },
    position: null,
  }));
}

/** Assigned workers who are not there at the working start. */
async function lateAlerts({ db }: Services, cityId: string | undefined, now: Instant): Promise<Alert[]> {
  const travelling = await orders.listOpen(db, { cityId, states: ["accepted", "en_route"], limit: 500 });
  const late = travelling.flatMap((order) =>
    order.assignment !== null && now > order.assignment.workingStart ? [{ order, assignment: order.assignment }] : [],
  );
  const people = await users.findMany(
    db,
    late.map(({ assignment }) => assignment.workerId),
  );
  return late.map(({ order, assignment }) =>
    aboutOrder(order, {
      kind: "worker_late",
      prefix: "late",
      since: assignment.workingStart,
      details: { worker: people.get(assignment.workerId)?.displayName ?? "" },
    }),
  );
}

/** Paid orders that have waited long for a worker. */
async function waitingAlerts({ db }: Services, cityId: string | undefined, waitedSince: Instant): Promise<Alert[]> {
  const waiting = await orders.listOpen(db, { cityId, states: ["matching"], limit: 500 });
  return waiting.flatMap((order) => {
    const since = order.matching?.reenteredAt ?? order.matching?.paidAt ?? order.since;
    const details = { round: order.matching?.round ?? 0 };
    return since < waitedSince ? [aboutOrder(order, { kind: "no_worker", prefix: "waiting", since, details })] : [];
  });
}

/** Disputes whose arbitrators missed a clock, and those that nobody uninvolved could be given. */
async function disputeAlerts({ db }: Services, cityId: string | undefined): Promise<Alert[]> {
  const disputed = await orders.listOpen(db, { cityId, states: ["disputed"], limit: 200 });
  return disputed.flatMap((order) => {
    const { dispute } = order;
    if (dispute === null) return [];
    const about = { prefix: "dispute", since: dispute.openedAt, details: { escalations: dispute.escalations } } as const;
    if (dispute.arbitratorId === null && dispute.state !== "decided") return [aboutOrder(order, { ...about, kind: "dispute_unassigned" })];
    return dispute.escalations > 0 ? [aboutOrder(order, { ...about, kind: "dispute_escalated" })] : [];
  });
}

/** Messages that asked for a verification code: withheld, and waiting for a look (§9, chat guard). */
async function safetyAlerts({ db }: Services, cityId: string | undefined): Promise<Alert[]> {
  const open = await safetyCases.listOpen(db, { cityId, limit: alertsShown });
  const about = await orders.findMany(db, [...new Set(open.map(({ orderId }) => orderId))]);
  return open.flatMap(({ id, orderId, kind, at }) => {
    const order = about.find((each) => each.id === orderId);
    return order === undefined ? [] : [{ ...aboutOrder(order, { kind, prefix: "safety", since: at, details: {} }), id: `safety:${id}` }];
  });
}

/** Withdrawals that came back within a day. */
async function payoutAlerts({ db }: Services, now: Instant): Promise<Alert[]> {
  const failed = await wallet.listWithdrawals(db, { states: ["failed"], limit: 5 });
  return failed.items
    .filter(({ updatedAt }) => now - updatedAt < DAY)
    .map((payout) => ({
      kind: "failed_payout",
      id: `payout:${payout.id}`,
      orderId: null,
      title: payout.failure ?? "",
      since: iso(payout.updatedAt),
      details: { fen: payout.fen },
      position: null,
    }));
}

/** What asks for an admin's look in a city (undefined: in all), the oldest first. `wait`: how long an order may wait before it is one. */
export async function loadAlerts(services: Services, cityId: string | undefined, now: Instant, wait: Duration): Promise<Alert[]> {
  const parts = await Promise.all([
    overdueAlerts(services, now),
    lateAlerts(services, cityId, now),
    waitingAlerts(services, cityId, now - wait),
    disputeAlerts(services, cityId),
    payoutAlerts(services, now),
    safetyAlerts(services, cityId),
  ]);
  return parts
    .flat()
    .sort((a, b) => (a.since < b.since ? -1 : 1))
    .slice(0, alertsShown);
}
