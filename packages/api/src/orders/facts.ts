import { customers, loadSnapshots, offers, orders } from "@lingong/db";
import {
  type Actor,
  type Command,
  distanceMetres,
  endOfWorkingDay,
  type Facts,
  type Instant,
  type Order,
  type Position,
  type WorkerSnapshot,
} from "@lingong/domain";
import { knownCategory, knownCity, minimumWageAt } from "../catalog/lookup.ts";
import type { Services } from "../kernel/context.ts";
import { policyOf } from "../policy/policies.ts";

/** Whom a step concerns: the worker who would be assigned, or the one who is. */
function candidateIdOf(order: Order, actor: Actor): string | null {
  if (order.assignment !== null) return order.assignment.workerId;
  if (actor.role === "worker") return actor.id;
  return order.chosenQuote?.workerId ?? null;
}

/** A worker as the guards see one, with the history with this customer; null: no such worker. */
export async function loadWorker(services: Services, workerId: string, customerId: string, now: Instant): Promise<WorkerSnapshot | null> {
  const { bufferFixed, bufferRemote } = (await policyOf(services, null)).policy.dispatch;
  const request = { which: { workerIds: [workerId] }, customerIds: [customerId], now, buffers: { bufferFixed, bufferRemote } };
  return (await loadSnapshots(services.db, request))[0] ?? null;
}

async function travelMinutesTo(services: Services, worker: WorkerSnapshot | null, place: Position | null, now: Instant): Promise<number | null> {
  if (worker?.position == null || place === null) return null;
  const travel = await services.map.travel({ from: worker.position, to: place, mode: worker.travelMode, departsAt: now });
  return travel.minutes;
}

/** Facts without anybody in particular: what a draft, its preview and its placing need. */
export async function plainFacts(services: Services, order: Pick<Order, "cityId" | "terms" | "zone" | "assignment">, now: Instant): Promise<Facts> {
  const { policy, hash } = await policyOf(services, order.assignment?.pinned.policyHash ?? null);
  const { decidingWorkingDays, appealWorkingDays } = policy.disputes;
  return {
    policy,
    policyHash: hash,
    category: knownCategory(order.terms.categoryId),
    minimumWageFen: minimumWageAt(knownCity(order.cityId), now),
    candidate: null,
    exactPosition: null,
    offer: null,
    quote: null,
    metresFromPlace: null,
    travelMinutes: null,
    completedTogether: 0,
    customerCompletedOrders: 0,
    forceMajeure: false,
    workingDays: {
      deciding: endOfWorkingDay(decidingWorkingDays, now, order.zone),
      appeal: endOfWorkingDay(appealWorkingDays, now, order.zone),
    },
  };
}

/** The position a command brings, or the worker's last known one. */
function positionGiven(command: Command | null, worker: WorkerSnapshot | null): Position | null {
  if (command !== null && "position" in command && command.position !== null) return command.position;
  return worker?.position ?? null;
}

/**
 * Everything a row of the lifecycle may ask for beside the order: the worker concerned with calendar and history, the exact
 * place, the offer named. Loaded without a lock; the save compares order version and calendar version.
 */
export async function loadFacts(
  services: Services,
  order: Order,
  step: { readonly actor: Actor; readonly command: Command | null },
  now: Instant,
): Promise<Facts> {
  const candidateId = candidateIdOf(order, step.actor);
  const offerId = step.command?.type === "accept" ? step.command.offerId : null;
  const [plain, candidate, place, offer, statistics] = await Promise.all([
    plainFacts(services, order, now),
    candidateId === null ? null : loadWorker(services, candidateId, order.customerId, now),
    order.terms.mode === "on_site" ? orders.findPlace(services.db, order.id) : null,
    offerId === null ? null : offers.findById(services.db, offerId),
    customers.findStatistics(services.db, order.customerId),
  ]);
  const exactPosition = place?.position ?? null;
  const given = positionGiven(step.command, candidate);
  return {
    ...plain,
    candidate,
    exactPosition,
    offer: offer === null || offer.orderId !== order.id ? null : offer,
    metresFromPlace: given === null || exactPosition === null ? null : distanceMetres(given, exactPosition),
    travelMinutes: await travelMinutesTo(services, candidate, exactPosition, now),
    completedTogether: candidate?.together[order.customerId]?.completed ?? 0,
    customerCompletedOrders: statistics.completedOrders,
  };
}
