import type { CityInput, Overview } from "@lingong/contracts";
import { claims, deadlines, ledger, market, orders, type PaidOrder, verifications, wallet, workers } from "@lingong/db";
import { DAY, defaultPolicy, HOUR, type Instant, type Interval, localDayOf, MINUTE, SECOND } from "@lingong/domain";
import { knownCity } from "../catalog/lookup.ts";
import type { Services } from "../kernel/context.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { loadAlerts } from "./alerts.ts";
import { overdueAfter } from "./queues.ts";

const targets = { fillBasisPoints: 9_500, acceptSeconds: 300, waitBeforeCounted: 10 * MINUTE } as const;
const platformZone = "Asia/Shanghai";
const trendHours = 8;

function share(part: number, of: number): number | null {
  return of === 0 ? null : Math.round((part * 10_000) / of);
}

/** Accepted out of those that had their chance: accepted, ended without a worker, or waiting longer than ten minutes. */
function fillOf(paid: readonly PaidOrder[], now: Instant): { readonly accepted: number; readonly of: number } {
  const accepted = paid.filter(({ acceptedAt }) => acceptedAt !== null).length;
  const missed = paid.filter(
    (order) => order.acceptedAt === null && (order.state !== "matching" || now - order.paidAt > targets.waitBeforeCounted),
  ).length;
  return { accepted, of: accepted + missed };
}

/** The last full hours, oldest first. */
function hoursBefore(now: Instant): Interval[] {
  return Array.from({ length: trendHours }, (_, index) => ({ from: now - (trendHours - index) * HOUR, to: now - (trendHours - index - 1) * HOUR }));
}

function within<Item>(items: readonly Item[], at: (item: Item) => Instant, { from, to }: Interval): Item[] {
  return items.filter((item) => at(item) >= from && at(item) < to);
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

function acceptSeconds(paid: readonly PaidOrder[]): number | null {
  const waited = median(paid.flatMap((order) => (order.acceptedAt === null ? [] : [Math.max(0, order.acceptedAt - order.paidAt)])));
  return waited === null ? null : Math.round(waited / SECOND);
}

/** Fill rates by a key, the weakest first, of those with orders enough to say something. */
function fillBy(paid: readonly PaidOrder[], now: Instant, keyOf: (order: PaidOrder) => string | null) {
  const groups = new Map<string, PaidOrder[]>();
  for (const order of paid) {
    const key = keyOf(order);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), order]);
  }
  return [...groups.entries()]
    .flatMap(([key, group]) => {
      const { accepted, of } = fillOf(group, now);
      return of === 0 ? [] : [{ key, basisPoints: share(accepted, of) ?? 0, orders: of }];
    })
    .sort((a, b) => a.basisPoints - b.basisPoints);
}

async function queuesOf(services: Services, now: Instant): Promise<Overview["queues"]> {
  const { db } = services;
  const [checks, disputes, overdue, payouts, waiting] = await Promise.all([
    verifications.listPending(db, 500),
    orders.listOpen(db, { states: ["disputed"], limit: 500 }),
    deadlines.listOverdue(db, now - overdueAfter, 500),
    wallet.listWithdrawals(db, { states: ["requested", "sent"], limit: 100 }),
    claims.listWaiting(db, 500),
  ]);
  const clock = (from: Instant, due: Instant) => ({
    oldestDueAt: iso(due),
    oldestUsedPercent: Math.max(0, Math.min(100, Math.round(((now - from) * 100) / Math.max(1, due - from)))),
  });
  const none = { oldestDueAt: null, oldestUsedPercent: null };
  const check = checks[0];
  const dispute = disputes.flatMap((order) => order.dispute ?? []).toSorted((a, b) => a.dueAt - b.dueAt)[0];
  const payout = payouts.items.at(-1);
  const claimed = waiting[0]?.claim.submittedAt ?? null;
  return [
    { queue: "verifications", length: checks.length, ...(check === undefined ? none : clock(check.submittedAt, check.dueAt)) },
    { queue: "disputes", length: disputes.length, ...(dispute === undefined ? none : clock(dispute.openedAt, dispute.dueAt)) },
    { queue: "claims", length: waiting.length, ...(claimed === null ? none : clock(claimed, claimed + defaultPolicy.insurance.claimAnswerWithin)) },
    {
      queue: "overdue",
      length: overdue.length,
      ...(overdue[0] === undefined ? none : { oldestDueAt: iso(overdue[0].dueAt), oldestUsedPercent: 100 }),
    },
    { queue: "payouts", length: payouts.items.length, ...(payout === undefined ? none : clock(payout.createdAt, payout.createdAt + DAY)) },
  ];
}

/** A grid of about a kilometre: the map shows counts, not people. */
const cell = 0.01;

async function pointsOf(services: Services, cityId: string): Promise<Overview["points"]> {
  const [open, positions] = await Promise.all([market.listOpenPlaces(services.db, cityId), workers.listOnlinePositions(services.db, cityId)]);
  const cells = new Map<string, Overview["points"][number]>();
  const add = (kind: Overview["points"][number]["kind"], lat: number, lng: number, district: string | null) => {
    const centre = { lat: (Math.floor(lat / cell) + 0.5) * cell, lng: (Math.floor(lng / cell) + 0.5) * cell };
    const key = `${kind} ${centre.lat.toFixed(3)} ${centre.lng.toFixed(3)}`;
    const known = cells.get(key);
    cells.set(key, { kind, position: centre, count: (known?.count ?? 0) + 1, district: known?.district ?? district });
  };
  for (const { state, lat, lng, district } of open) add(state === "matching" ? "waiting" : "in_progress", lat, lng, district);
  for (const { lat, lng } of positions) add("worker", lat, lng, null);
  return [...cells.values()];
}

async function paidToday(services: Services, day: Interval, now: Instant): Promise<Overview["paidToday"]> {
  const moved = (from: Instant, to: Instant) => ledger.sumMoved(services.db, { kind: "gateway", direction: "from", from, to });
  const [fen, lastWeek, ...trend] = await Promise.all([
    moved(day.from, now),
    moved(day.from - 7 * DAY, now - 7 * DAY),
    ...hoursBefore(now).map(({ from, to }) => moved(from, to)),
  ]);
  return { fen: fen ?? 0, sameTimeLastWeekFen: lastWeek ?? 0, trend };
}

const inProgressStates = ["accepted", "en_route", "arrived", "in_service", "paused", "awaiting_confirmation", "disputed"];

/** The live overview: five figures with their trend, hours, fill rates, queues, alerts and the map. */
export async function loadOverview({ services, session }: Signed, input: CityInput): Promise<Overview> {
  const { db } = services;
  const now = services.clock.now();
  const cityId = input.cityId ?? undefined;
  const zone = cityId === undefined ? platformZone : knownCity(cityId).zone;
  const day = localDayOf(now, zone);
  const [counts, paid, online, onlineBefore, queues, alerts, paidMoney, points] = await Promise.all([
    orders.countByState(db, { cityId, endedSince: now }),
    market.listPaid(db, { cityId, since: Math.min(day.from, now - trendHours * HOUR) }),
    workers.countOnline(db, cityId),
    workers.countOnlineAt(db, { cityId, instants: hoursBefore(now).map(({ from }) => from) }),
    queuesOf(services, now),
    loadAlerts(services, cityId, now, targets.waitBeforeCounted),
    paidToday(services, day, now),
    pointsOf(services, cityId ?? session.cityId),
  ]);
  const today = paid.filter(({ paidAt }) => paidAt >= day.from);
  return {
    now: iso(now),
    zone,
    inProgress: inProgressOf(counts, paid, now),
    paidToday: paidMoney,
    fillRate: fillRateOf(today, paid, now),
    timeToAccept: timeToAcceptOf(today, paid, now),
    workersOnline: { online: online.online, free: online.free, trend: [...onlineBefore, online.online] },
    hourly: hourlyOf(today, day, zone),
    categories: fillBy(today, now, ({ categoryId }) => categoryId).map(({ key, basisPoints, orders: of }) => ({
      categoryId: key,
      basisPoints,
      orders: of,
    })),
    queues,
    alerts,
    points,
  };
}

function paidIn(paid: readonly PaidOrder[], hour: Interval): PaidOrder[] {
  return within(paid, ({ paidAt }) => paidAt, hour);
}

function inProgressOf(
  counts: readonly { readonly state: string; readonly count: number }[],
  paid: readonly PaidOrder[],
  now: Instant,
): Overview["inProgress"] {
  const count = (...states: readonly string[]) => counts.filter(({ state }) => states.includes(state)).reduce((total, each) => total + each.count, 0);
  return {
    total: count(...inProgressStates),
    enRoute: count("en_route"),
    inService: count("in_service", "paused"),
    toConfirm: count("awaiting_confirmation"),
    trend: hoursBefore(now).map((hour) => paidIn(paid, hour).length),
  };
}

function fillRateOf(today: readonly PaidOrder[], paid: readonly PaidOrder[], now: Instant): Overview["fillRate"] {
  const rateOf = (list: readonly PaidOrder[]) => {
    const { accepted, of } = fillOf(list, now);
    return share(accepted, of);
  };
  const weakest = fillBy(today, now, ({ district }) => district)[0];
  return {
    basisPoints: rateOf(today),
    targetBasisPoints: targets.fillBasisPoints,
    trend: hoursBefore(now).map((hour) => rateOf(paidIn(paid, hour)) ?? 0),
    weakest: weakest === undefined ? null : { name: weakest.key, basisPoints: weakest.basisPoints },
  };
}

function timeToAcceptOf(today: readonly PaidOrder[], paid: readonly PaidOrder[], now: Instant): Overview["timeToAccept"] {
  return {
    medianSeconds: acceptSeconds(today),
    targetSeconds: targets.acceptSeconds,
    trend: hoursBefore(now).map((hour) => acceptSeconds(paidIn(paid, hour)) ?? 0),
  };
}

/** Orders of today by the local hour they were paid in: accepted, or still (or for ever) without a worker. */
function hourlyOf(paid: readonly PaidOrder[], day: Interval, zone: string): Overview["hourly"] {
  const hourOf = (at: Instant) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).hour;
  const hours = Math.round((day.to - day.from) / HOUR);
  return Array.from({ length: hours }, (_, hour) => {
    const own = paid.filter(({ paidAt }) => hourOf(paidAt) === hour);
    const accepted = own.filter(({ acceptedAt }) => acceptedAt !== null).length;
    return { hour, accepted, waiting: own.length - accepted };
  });
}
