import type { DayBlock, TodayView } from "@lingong/contracts";
import { calendars, customers, offers, orders, type RestBlock, users, type Worker, wallet, workers } from "@lingong/db";
import {
  bufferBetween,
  type CommittedInterval,
  dueAt,
  type Instant,
  type Interval,
  isRestingAt,
  localDayOf,
  MINUTE,
  type Order,
  overlaps,
  type Policy,
  travelMinutesBetween,
  workedMinutes,
} from "@lingong/domain";
import { publicName } from "../accounts/people.ts";
import { knownCategory, knownCity, localDayAt } from "../catalog/lookup.ts";
import { found } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { openSealedAddress } from "../orders/address.ts";
import { loadWorker } from "../orders/facts.ts";
import { seesExactAddress } from "../orders/view/address.ts";
import { categoryRef } from "../orders/view/category.ts";
import { expectedEnd } from "../orders/view/order-view.ts";
import { policyOf } from "../policy/policies.ts";
import { expectedNet } from "../wallet/summary.ts";

interface Visit extends Interval {
  readonly order: Order;
  readonly position: CommittedInterval["position"];
}

/** When an order of the day takes place: as worked, else as planned. */
function intervalOf(order: Order): Interval | null {
  const from = order.service?.startedAt ?? order.assignment?.workingStart ?? order.startsAt;
  const to = expectedEnd(order);
  return from === null || to === null ? null : { from, to: Math.max(to, from) };
}

const shown = ["accepted", "en_route", "arrived", "in_service", "paused", "awaiting_confirmation", "disputed", "completed", "resolved"] as const;
const planned = new Set(["accepted", "en_route", "arrived", "in_service", "paused"]);

async function loadVisits(ctx: Signed, day: Interval): Promise<Visit[]> {
  const { services, session } = ctx;
  const { items } = await orders.listForWorker(services.db, { workerId: session.userId, current: true, states: shown, limit: 60 });
  const own = items.flatMap((order) => {
    const interval = intervalOf(order);
    return interval === null || !overlaps(interval, day) ? [] : [{ order, ...interval }];
  });
  const places = await orders.findPlaces(
    services.db,
    own.map(({ order }) => order.id),
  );
  return own.map((visit) => ({ ...visit, position: places.get(visit.order.id)?.position ?? null })).sort((a, b) => a.from - b.from);
}

/** One order on the day line; `next` is the one to go to. */
async function orderBlock(ctx: Signed, visit: Visit, isNext: boolean, travelMinutes: number | null): Promise<DayBlock> {
  const { services, session } = ctx;
  const { order } = visit;
  const now = services.clock.now();
  const { policy } = await policyOf(services, order.assignment?.pinned.policyHash ?? null);
  const sees = seesExactAddress(order, session.userId, now, policy);
  const [customer, address, together, netFen] = await Promise.all([
    users.findById(services.db, order.customerId),
    sees ? openSealedAddress(services, order) : null,
    customers.countTogether(services.db, { customerId: order.customerId, workerId: session.userId }),
    expectedNet(ctx, order, now),
  ]);
  const due = dueAt(order, policy);
  return {
    kind: "order",
    from: iso(visit.from),
    to: iso(visit.to),
    orderId: order.id,
    state: order.state,
    category: categoryRef(knownCategory(order.terms.categoryId)),
    title: address?.line ?? order.terms.place?.district ?? "",
    customerName: customer === null ? "" : publicName(customer),
    accessNotes: address?.accessNotes ?? null,
    together,
    netFen,
    position: sees ? visit.position : (order.terms.place?.blurred ?? null),
    next: isNext,
    deadline: due === null ? null : { at: iso(due.at), what: due.what },
    travelMinutes,
  };
}

/** The buffer before an order that is still ahead: from the former end, at most its own length (§6). */
function bufferBlock(before: Visit | undefined, visit: Visit, worker: Worker, from: CommittedInterval["position"], policy: Policy): DayBlock | null {
  if (visit.order.terms.mode === "remote") return null;
  const travel = travelMinutesBetween(from, visit.position, worker.travelMode, policy);
  const length = bufferBetween(from, visit.position, worker.travelMode, policy);
  const start = Math.max(visit.from - length, before?.to ?? 0);
  return start >= visit.from ? null : { kind: "buffer", from: iso(start), to: iso(visit.from), travelMinutes: travel };
}

async function blocksOf(ctx: Signed, visits: readonly Visit[], worker: Worker, policy: Policy): Promise<DayBlock[]> {
  const { services, session } = ctx;
  const position = await workers.findPosition(services.db, session.userId);
  const next = visits.find(({ order }) => planned.has(order.state));
  const blocks = await Promise.all(
    visits.map(async (visit, index) => {
      const before = visits[index - 1];
      const from = visit === next ? (position ?? before?.position ?? worker.home) : (before?.position ?? worker.home);
      const buffer = planned.has(visit.order.state) && visit.order.service === null ? bufferBlock(before, visit, worker, from, policy) : null;
      const travel = visit.order.terms.mode === "remote" ? null : travelMinutesBetween(from, visit.position, worker.travelMode, policy);
      const block = await orderBlock(ctx, visit, visit === next, travel);
      return buffer === null ? [block] : [buffer, block];
    }),
  );
  return blocks.flat();
}

/** Why no offers come now: the first reason in the order of §6; null: they come. */
async function heldBecause(ctx: Signed, worker: Worker, policy: Policy, now: Instant): Promise<TodayView["held"]> {
  if (!worker.verified) return { code: "excluded_unverified", until: null };
  if (worker.pausedUntil !== null && now < worker.pausedUntil) return { code: "excluded_paused", until: iso(worker.pausedUntil) };
  if (!worker.online) return { code: worker.offlineReason ?? "excluded_offline", until: null };
  const snapshot = await loadWorker(ctx.services, worker.id, worker.id, now);
  const block = snapshot?.restBlocks.find(({ from, to }) => from <= now && now < to);
  if (block !== undefined) return { code: "excluded_resting", until: iso(block.to) };
  return snapshot !== null && isRestingAt(snapshot, policy, now) ? { code: "excluded_resting", until: null } : null;
}

function minutesIn(day: Interval, { from, to }: Interval): number {
  return Math.max(0, Math.floor((Math.min(day.to, to) - Math.max(day.from, from)) / MINUTE));
}

function restBlocksOf(rests: readonly RestBlock[], day: Interval): DayBlock[] {
  return rests.filter((rest) => overlaps(rest, day)).map(({ id, from, to }) => ({ kind: "rest", from: iso(from), to: iso(to), restBlockId: id }));
}

/** Minutes worked and bound today, and whether it is time to ask for a rest before more (§6). */
function minutesOf(
  visits: readonly Visit[],
  day: Interval,
  policy: Policy,
  now: Instant,
): Pick<TodayView, "workedMinutes" | "plannedMinutes" | "restPrompt"> {
  const workedIn = ({ order: { service } }: Visit) => (service === null ? 0 : workedMinutes(service, service.finishedAt ?? now));
  const plannedMinutes = visits.reduce((total, visit) => total + minutesIn(day, visit), 0);
  const worked = visits.reduce((total, visit) => total + workedIn(visit), 0);
  return { workedMinutes: worked, plannedMinutes, restPrompt: plannedMinutes * MINUTE >= policy.dispatch.dailyPrompt };
}

/** The day as a worker's phone shows it: what is earned, what comes, with buffers and rest. */
export async function loadToday(ctx: Signed): Promise<TodayView> {
  const { services, session } = ctx;
  const { db } = services;
  const now = services.clock.now();
  const worker = found(await workers.findById(db, session.userId));
  const { zone } = knownCity(worker.cityId);
  const day = localDayOf(now, zone);
  const { policy } = await policyOf(services, null);
  const [visits, rests, earned, position, open, held] = await Promise.all([
    loadVisits(ctx, day),
    calendars.listRestBlocks(db, worker.id, day.from),
    wallet.listEarned(db, { workerId: worker.id, from: day.from, to: day.to }),
    workers.findPosition(db, worker.id),
    offers.listOpenForWorker(db, worker.id),
    heldBecause(ctx, worker, policy, now),
  ]);
  const ahead = visits.filter(({ order }) => planned.has(order.state) || order.state === "awaiting_confirmation");
  const expected = await Promise.all(ahead.map(({ order }) => expectedNet(ctx, order, now)));
  const earnedFen = earned.reduce((total, { fen }) => total + fen, 0);
  return {
    now: iso(now),
    day: localDayAt(now, zone),
    zone,
    online: worker.online,
    held,
    radiusKm: worker.radiusKm,
    ...minutesOf(visits, day, policy, now),
    earnedFen,
    expectedFen: earnedFen + expected.reduce((total, fen) => total + fen, 0),
    position: position === null ? null : { lat: position.lat, lng: position.lng },
    positionAt: iso(position?.at ?? null),
    blocks: [...(await blocksOf(ctx, visits, worker, policy)), ...restBlocksOf(rests, day)].sort((a, b) => (a.from < b.from ? -1 : 1)),
    openOffers: open.filter((offer) => offer.expiresAt > now).length,
    missedInARow: worker.missedInARow,
  };
}
