import type { TodayView } from "@lingong/contracts";
import { calendars, offers, type Worker, wallet, workers } from "@lingong/db";
import { type Instant, type Interval, isRestingAt, localDayOf, MINUTE, type Policy, workedMinutes } from "@lingong/domain";
import { knownCity, localDayAt } from "../catalog/lookup.ts";
import { found } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { loadWorker } from "../orders/facts.ts";
import { policyOf } from "../policy/policies.ts";
import { inOrder, minutesWithin, orderBlocks, restBlocksIn } from "../schedule/day-blocks.ts";
import { isAhead, loadVisits, nextOwn, type Visit } from "../schedule/visits.ts";
import { expectedNet } from "../wallet/summary.ts";

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

/** Minutes worked and bound today, and whether it is time to ask for a rest before more (§6). */
function minutesOf(
  visits: readonly Visit[],
  day: Interval,
  policy: Policy,
  now: Instant,
): Pick<TodayView, "workedMinutes" | "plannedMinutes" | "restPrompt"> {
  const workedIn = ({ order: { service } }: Visit) => (service === null ? 0 : workedMinutes(service, service.finishedAt ?? now));
  const plannedMinutes = minutesWithin(day, visits);
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
    loadVisits(services, worker.id, day),
    calendars.listRestBlocks(db, worker.id, day.from),
    wallet.listEarned(db, { workerId: worker.id, from: day.from, to: day.to }),
    workers.findPosition(db, worker.id),
    offers.listOpenForWorker(db, worker.id),
    heldBecause(ctx, worker, policy, now),
  ]);
  const unpaid = visits.filter((visit) => !visit.crew && (isAhead(visit) || visit.order.state === "awaiting_confirmation"));
  const expected = await Promise.all(unpaid.map(({ order }) => expectedNet(ctx, order, now)));
  const context = { worker, policy, nextOrderId: nextOwn(visits)?.order.id ?? null };
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
    blocks: inOrder([...(await orderBlocks(ctx, visits, context)), ...restBlocksIn(rests, day)]),
    openOffers: open.filter((offer) => offer.expiresAt > now).length,
    missedInARow: worker.missedInARow,
  };
}
