import type { JobView, OfferCard, PlaceView, TrustCard } from "@lingong/contracts";
import { customers, orders, photos, reviews, users, workers } from "@lingong/db";
import {
  type Actor,
  contractHash,
  contractOf,
  distanceMetres,
  type Facts,
  flagsOf,
  type Instant,
  isHarsh,
  jobOf,
  localDayOf,
  MINUTE,
  type Order,
  overlaps,
  prepaidFen,
  warnsOfPriceWar,
  workingStartAt,
} from "@lingong/domain";
import { publicName } from "../accounts/people.ts";
import { loadMarket } from "../catalog/market.ts";
import type { Services } from "../kernel/context.ts";
import { fail } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import { loadFacts } from "../orders/facts.ts";
import { splitOf } from "../orders/terms/split.ts";
import { categoryRef, scopeSummary } from "../orders/view/category.ts";
import { termsViewOf } from "../orders/view/order-view.ts";
import { photoUrl, photoView } from "../photos/view.ts";

/** What a worker's own facts make of an order that is open to them. */
export interface JobFacts {
  readonly order: Order;
  readonly workerId: string;
  readonly facts: Facts;
  readonly now: Instant;
}

/** The facts an accept would pin, and what accepting would sign (§10). The same as the order's own row computes. */
export function pinnedNow({ order, workerId, facts }: JobFacts) {
  const { candidate } = facts;
  const pinned = {
    plan: order.terms.plan,
    policyVersion: facts.policy.version,
    policyHash: facts.policyHash,
    certified: candidate?.qualifications.find(({ categoryId }) => categoryId === order.terms.categoryId)?.certified ?? false,
    level: candidate?.level ?? 1,
    completedOrders: candidate?.completedOrders ?? 0,
    completedTogetherBefore: facts.completedTogether,
  };
  const signed = { orderId: order.id, termsHash: order.signedTermsHash, customerId: order.customerId, workerId, pinned };
  return { pinned, signed, hash: contractHash(signed) };
}

export async function loadJobFacts(services: Services, order: Order, workerId: string): Promise<JobFacts> {
  const now = services.clock.now();
  const actor: Actor = { role: "worker", id: workerId };
  return { order, workerId, facts: await loadFacts(services, order, { actor, command: null }, now), now };
}

/** Where an order is before it is accepted: district and blurred point. */
export function placeOf(order: Order, facts: Facts): PlaceView | null {
  const { place } = order.terms;
  return place === null ? null : { district: place.district, position: place.blurred, radiusMetres: facts.policy.access.addressBlurMetres };
}

/** What is known of the customer, and what a worker should know before saying yes (§6). */
async function loadCustomer(services: Services, { order, facts, now }: JobFacts) {
  const { db } = services;
  const ids = [order.customerId];
  const [user, statistics, received, given, market] = await Promise.all([
    users.findById(db, order.customerId),
    customers.findStatistics(db, order.customerId),
    reviews.countReceived(db, ids),
    reviews.countGiven(db, ids, now - facts.policy.dispatch.flags.harshWithin),
    loadMarket(services, order.terms.categoryId, order.cityId),
  ]);
  const reviewed = received.get(order.customerId);
  const counted = given.get(order.customerId);
  const harsh = isHarsh({ reviews: counted?.given ?? 0, bad: counted?.bad ?? 0 }, facts.policy);
  return { user: user ?? fail("not_found"), statistics, reviewed, harsh, market };
}

type LoadedCustomer = Awaited<ReturnType<typeof loadCustomer>>;

function flagsFor({ order, facts, now }: JobFacts, { reviewed, harsh, market }: LoadedCustomer): TrustCard["flags"] {
  if (facts.candidate === null) return [];
  const circumstances = {
    wave: 0,
    openOffers: 0,
    askedInWave: 0,
    askedWorkerIds: [],
    exclusiveWorkerId: null,
    customerReviewCount: reviewed?.reviews ?? 0,
    customerHarsh: harsh,
  };
  const job = jobOf(order, facts, now, circumstances);
  return flagsOf(job, facts.candidate, market.source === "settled" ? market.medianFen : null, facts.policy);
}

function trustCard(services: Services, { facts }: JobFacts, customer: LoadedCustomer, flags: TrustCard["flags"]): TrustCard {
  const { user, statistics, reviewed } = customer;
  return {
    name: publicName(user, services.language),
    avatarUrl: photoUrl(services, user.avatarPhotoId),
    starsHundredths: reviewed === undefined || reviewed.reviews === 0 ? null : Math.round((reviewed.stars * 100) / reviewed.reviews),
    completedOrders: statistics.completedOrders,
    reviewCount: reviewed?.reviews ?? 0,
    cancellations: statistics.cancelledOrders,
    disputesLost: statistics.disputesLost,
    together: facts.completedTogether,
    flags,
  };
}

/** What a line of the hall tells of the customer. */
export type CustomerLine = Pick<TrustCard, "name" | "starsHundredths" | "completedOrders" | "reviewCount">;

export type JobCard = Omit<OfferCard, "id" | "state" | "sentAt" | "expiresAt" | "exclusive">;

function cardOf(job: JobFacts, flags: TrustCard["flags"]): JobCard {
  const { order, facts, now } = job;
  const travel = facts.travelMinutes;
  const start = workingStartAt(order.startsAt, travel ?? 0, facts.policy, now);
  const from = facts.candidate?.position ?? null;
  const base = { plan: order.terms.plan, baseFen: prepaidFen(order) - order.terms.travelFen, travelFen: order.terms.travelFen };
  return {
    orderId: order.id,
    category: categoryRef(facts.category),
    zone: order.zone,
    startsAt: iso(order.startsAt),
    likelyStartsAt: iso(start),
    endsAt: iso(start + order.terms.bookedMinutes * MINUTE),
    bookedMinutes: order.terms.bookedMinutes,
    headcount: order.terms.headcount,
    rateFenPerHour: order.rateFenPerHour,
    netFen: splitOf(base, pinnedNow(job).pinned, facts.policy).workerNetFen,
    place: placeOf(order, facts),
    distanceMetres: from === null || facts.exactPosition === null ? null : distanceMetres(from, facts.exactPosition),
    travelMinutes: travel,
    flags,
    summary: scopeSummary(facts.category, order.terms.scope),
  };
}

/** A line of the offers or of the hall: net pay first, blurred place, flags. */
export async function loadJobCard(services: Services, order: Order, workerId: string): Promise<JobCard> {
  return (await loadJobLine(services, order, workerId)).card;
}

/** A line of the hall, with what it tells of the customer. */
export async function loadJobLine(services: Services, order: Order, workerId: string): Promise<{ card: JobCard; customer: CustomerLine }> {
  const job = await loadJobFacts(services, order, workerId);
  const customer = await loadCustomer(services, job);
  const flags = flagsFor(job, customer);
  const { name, starsHundredths, completedOrders, reviewCount } = trustCard(services, job, customer, flags);
  return { card: cardOf(job, flags), customer: { name, starsHundredths, completedOrders, reviewCount } };
}

/** Minutes of this local day already bound to work. */
function workedToday({ order, facts, now }: JobFacts): number {
  const day = localDayOf(now, order.zone);
  const own = (facts.candidate?.commitments ?? []).filter((commitment) => overlaps(commitment, day));
  return Math.floor(own.reduce((total, { from, to }) => total + Math.min(to, day.to) - Math.max(from, day.from), 0) / MINUTE);
}

export async function priceWarOf(services: Services, { order, workerId, facts }: JobFacts, medianFen: number): Promise<boolean> {
  const recent = await orders.listRecentRates(services.db, { workerId, limit: facts.policy.prices.priceWarInARow - 1 });
  const taken = await Promise.all(
    recent.map(async ({ categoryId, rateFenPerHour }) => ({
      rateFenPerHour,
      medianFen: (await loadMarket(services, categoryId, order.cityId)).medianFen,
    })),
  );
  return warnsOfPriceWar(taken.reverse(), { rateFenPerHour: order.rateFenPerHour, medianFen }, facts.policy);
}

/** Everything a worker needs to decide: net pay with its split, reasons to be careful, and what accepting signs. */
export async function loadJobView(services: Services, order: Order, workerId: string): Promise<JobView> {
  const job = await loadJobFacts(services, order, workerId);
  const { facts } = job;
  const [customer, shown, worker] = await Promise.all([
    loadCustomer(services, job),
    photos.findMany(services.db, order.terms.photoIds),
    workers.findById(services.db, workerId),
  ]);
  const flags = flagsFor(job, customer);
  const { pinned, signed, hash } = pinnedNow(job);
  const { terms } = order;
  const matter = { terms, category: facts.category, zone: order.zone, rateFenPerHour: order.rateFenPerHour, startsAt: order.startsAt, facts: pinned };
  return {
    ...cardOf(job, flags),
    terms: termsViewOf(order, facts.category, new Map([...shown].map(([id, photo]) => [id, photoView(services, photo)]))),
    split: splitOf({ plan: terms.plan, baseFen: prepaidFen(order) - terms.travelFen, travelFen: terms.travelFen }, pinned, facts.policy),
    market: { medianFen: customer.market.medianFen, samples: customer.market.samples, source: customer.market.source },
    certified: pinned.certified,
    travelMode: worker?.travelMode ?? "ebike",
    workerPosition: facts.candidate?.position ?? null,
    customer: trustCard(services, job, customer, flags),
    contract: { hash, clauses: contractOf(matter, signed, facts.policy).clauses.map((clause) => ({ ...clause })) },
    contractHash: hash,
    workedTodayMinutes: workedToday(job),
    priceWarWarning: await priceWarOf(services, job, customer.market.medianFen),
  };
}
