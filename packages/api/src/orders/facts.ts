import { customers, loadSnapshots, offers, orders, quotes, teams } from "@lingong/db";
import {
  type Actor,
  type Command,
  distanceMetres,
  type Facts,
  type Instant,
  type Order,
  type Position,
  type Quote,
  type QuoteFact,
  type WorkerSnapshot,
} from "@lingong/domain";
import { knownCategory, knownCity, minimumWageAt } from "../catalog/lookup.ts";
import { loadArbitrators, needsArbitrators, workingDayClocks } from "../disputes/facts.ts";
import type { Services } from "../kernel/context.ts";
import { policyOf } from "../policy/policies.ts";

/** Whom a step concerns: the worker who would be assigned, or the one who is. */
function candidateIdOf(order: Order, actor: Actor): string | null {
  if (order.assignment !== null) return order.assignment.workerId;
  if (actor.role === "worker") return actor.id;
  return order.chosenQuote?.workerId ?? null;
}

/** The policy an order is bound to: pinned at accept, before that the one by which a chosen quote was shown; null: the one in force. */
export function boundPolicyOf(order: Pick<Order, "assignment" | "chosenQuote">): string | null {
  return order.assignment?.pinned.policyHash ?? order.chosenQuote?.policyHash ?? null;
}

/** The quote a command chooses, as far as it is one of this order. */
async function quoteOf(services: Services, order: Order, command: Command | null): Promise<QuoteFact | null> {
  if (command?.type !== "acceptQuote") return null;
  const record = await quotes.findById<Quote>(services.db, command.quoteId);
  if (record === null || record.orderId !== order.id) return null;
  const { id, workerId, rateFenPerHour, body } = record;
  return { id, workerId, rateFenPerHour, state: body.state, policyHash: body.policyHash };
}

/** Workers as the guards see them, with the history with this customer. */
export async function loadWorkers(services: Services, workerIds: readonly string[], customerId: string, now: Instant): Promise<WorkerSnapshot[]> {
  if (workerIds.length === 0) return [];
  const { bufferFixed, bufferRemote } = (await policyOf(services, null)).policy.dispatch;
  return loadSnapshots(services.db, { which: { workerIds }, customerIds: [customerId], now, buffers: { bufferFixed, bufferRemote } });
}

/** One of them; null: no such worker. */
export async function loadWorker(services: Services, workerId: string, customerId: string, now: Instant): Promise<WorkerSnapshot | null> {
  return (await loadWorkers(services, [workerId], customerId, now))[0] ?? null;
}

/** The people of a team whom a step concerns: those named who are its members, else those who go. */
async function crewIdsOf({ db }: Services, { assignment }: Order, command: Command | null): Promise<readonly string[]> {
  if (assignment === null) return [];
  return command?.type === "assignCrew" ? teams.findMembersAmong(db, assignment.workerId, command.memberIds) : assignment.crew;
}

async function travelMinutesTo(services: Services, worker: WorkerSnapshot | null, place: Position | null, now: Instant): Promise<number | null> {
  if (worker?.position == null || place === null) return null;
  const travel = await services.map.travel({ from: worker.position, to: place, mode: worker.travelMode, departsAt: now });
  return travel.minutes;
}

/** Facts without anybody in particular: what a draft, its preview and its placing need. */
export async function plainFacts(
  services: Services,
  order: Pick<Order, "cityId" | "terms" | "zone" | "assignment" | "chosenQuote">,
  now: Instant,
): Promise<Facts> {
  const { policy, hash } = await policyOf(services, boundPolicyOf(order), now);
  return {
    policy,
    policyHash: hash,
    category: knownCategory(order.terms.categoryId),
    minimumWageFen: minimumWageAt(knownCity(order.cityId), now),
    candidate: null,
    crew: [],
    exactPosition: null,
    offer: null,
    quote: null,
    metresFromPlace: null,
    travelMinutes: null,
    completedTogether: 0,
    customerCompletedOrders: 0,
    forceMajeure: false,
    workingDays: null,
    arbitrators: [],
  };
}

/** The position a command brings, or the worker's last known one. */
function positionGiven(command: Command | null, worker: WorkerSnapshot | null): Position | null {
  if (command !== null && "position" in command && command.position !== null) return command.position;
  return worker?.position ?? null;
}

/** What a step's guards and effects ask for beside order and policy: the worker concerned with calendar, the exact place. */
interface Needs {
  readonly worker: boolean;
  readonly place: boolean;
}

const nothing: Needs = { worker: false, place: false };
const everything: Needs = { worker: true, place: true };

/** Commands whose guards look into a calendar, or measure a way. The others are decided by the order alone. */
const needy = new Set<Command["type"]>([
  "assignCrew",
  "accept",
  "acceptQuote",
  "proposeReschedule",
  "agreeReschedule",
  "proposeAddOn",
  "approveAddOn",
  "reportNoShow",
]);

function needsOf(order: Order, { actor, command }: Asked): Needs {
  if (command === null) return lookingNeeds(order, actor);
  if (command.type === "capturePayment") return order.chosenQuote === null ? nothing : everything;
  return needy.has(command.type) ? everything : nothing;
}

/** What judging every offered action of a page takes: a calendar where a new start or extra time may be agreed. */
function lookingNeeds(order: Order, actor: Actor): Needs {
  if (order.assignment === null) return actor.role === "worker" ? everything : nothing;
  if (order.state === "accepted" || order.state === "arrived") return everything;
  const extraTime = order.addOns.some((addOn) => addOn.state === "proposed" && addOn.minutes > 0);
  return { worker: extraTime || order.state === "en_route", place: extraTime || order.state === "en_route" };
}

interface Asked {
  readonly actor: Actor;
  /** Null: somebody only looks. */
  readonly command: Command | null;
}

/**
 * Exactly the facts that the step's row declares (heart.md, Facts): the worker concerned with calendar and history, the exact
 * place, the offer named. Loaded without a lock; the save compares order version and calendar version.
 */
export async function loadFacts(services: Services, order: Order, step: Asked, now: Instant): Promise<Facts> {
  const needs = needsOf(order, step);
  const quote = await quoteOf(services, order, step.command);
  const candidateId = needs.worker ? (quote?.workerId ?? candidateIdOf(order, step.actor)) : null;
  const offerId = step.command?.type === "accept" ? step.command.offerId : null;
  const plain = await plainFacts(services, order, now);
  const crewIds = needs.worker ? await crewIdsOf(services, order, step.command) : [];
  const [candidate, crew, place, offer, statistics, arbitrators] = await Promise.all([
    candidateId === null ? null : loadWorker(services, candidateId, order.customerId, now),
    loadWorkers(services, crewIds, order.customerId, now),
    needs.place && order.terms.mode === "on_site" ? orders.findPlace(services.db, order.id) : null,
    offerId === null ? null : offers.findById(services.db, offerId),
    needs.worker ? customers.findStatistics(services.db, order.customerId) : null,
    needsArbitrators(order, step.command, step.actor.role === "admin") ? loadArbitrators(services, order, now, plain.policy) : [],
  ]);
  const exactPosition = place?.position ?? null;
  const given = positionGiven(step.command, candidate);
  return {
    ...plain,
    arbitrators,
    workingDays: order.state === "disputed" ? workingDayClocks(order, now, plain.policy) : null,
    candidate,
    crew,
    exactPosition,
    offer: offer === null || offer.orderId !== order.id ? null : offer,
    quote,
    metresFromPlace: given === null || exactPosition === null ? null : distanceMetres(given, exactPosition),
    travelMinutes: await travelMinutesTo(services, candidate, exactPosition, now),
    completedTogether: candidate?.together[order.customerId]?.completed ?? 0,
    customerCompletedOrders: statistics?.completedOrders ?? 0,
  };
}
