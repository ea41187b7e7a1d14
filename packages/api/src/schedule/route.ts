import type { RouteStop, RouteView } from "@lingong/contracts";
import { users, type Worker, workers } from "@lingong/db";
import {
  bestRoute,
  DAY,
  followRoute,
  type Instant,
  localDayOf,
  MINUTE,
  type Policy,
  type Route,
  type RouteLeg,
  type RouteStart,
  type Stop,
  travelBy,
} from "@lingong/domain";
import { publicName } from "../accounts/people.ts";
import { knownCategory, knownCity } from "../catalog/lookup.ts";
import type { Services } from "../kernel/context.ts";
import { found } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { openSealedAddress } from "../orders/address.ts";
import { categoryRef } from "../orders/view/category.ts";
import { policyOf } from "../policy/policies.ts";
import { isAhead, loadVisits, type Visit } from "./visits.ts";

/** Where the way begins, and the visits that are still to be gone to. */
interface Ahead {
  readonly start: RouteStart;
  readonly orderId: string | null;
  readonly stops: readonly Stop[];
}

function stopOf({ order, from, to, position }: Visit, policy: Policy): Stop[] {
  if (position === null) return [];
  return [{ id: order.id, position, window: { from, to: from + policy.reputation.onTimeSlack }, service: to - from }];
}

/** From the work under way, when it will be over; else from where the worker is. Remote work has no place on the way. */
async function aheadOf(services: Services, worker: Worker, visits: readonly Visit[], policy: Policy, now: Instant): Promise<Ahead> {
  const under = visits.find(({ order }) => order.service !== null || order.state === "arrived");
  const stops = visits.filter((visit) => visit !== under).flatMap((visit) => stopOf(visit, policy));
  if (under !== undefined) {
    const length = under.to - under.from;
    const until = under.order.service === null ? Math.max(now, under.from) + length : under.to;
    return { start: { position: under.position, at: Math.max(now, until), fromWork: true }, orderId: under.order.id, stops };
  }
  const last = await workers.findPosition(services.db, worker.id);
  const position = last ?? worker.home;
  return { start: { position: position === null ? null : { lat: position.lat, lng: position.lng }, at: now, fromWork: false }, orderId: null, stops };
}

/** The same order of stops with the minutes that the routing provider tells, one question for each leg. */
async function withProvider(services: Services, route: Route, start: RouteStart, worker: Worker, policy: Policy): Promise<Route> {
  const minutes = new Map<Stop["position"], number>();
  let from = start.position;
  for (const { stop, leavesAt } of route.legs) {
    const travel = from === null ? null : await services.map.travel({ from, to: stop.position, mode: worker.travelMode, departsAt: leavesAt });
    minutes.set(stop.position, travel?.minutes ?? 0);
    from = stop.position;
  }
  const stops = route.legs.map(({ stop }) => stop);
  return followRoute(stops, start, { policy, travel: (_, to) => minutes.get(to) ?? 0 });
}

async function stopView(services: Services, leg: RouteLeg, visit: Visit): Promise<RouteStop> {
  const { order } = visit;
  const [customer, address] = await Promise.all([users.findById(services.db, order.customerId), openSealedAddress(services, order)]);
  return {
    orderId: order.id,
    state: order.state,
    category: categoryRef(knownCategory(order.terms.categoryId)),
    title: address?.line ?? order.terms.place?.district ?? "",
    customerName: customer === null ? "" : publicName(customer, services.language),
    position: { lat: leg.stop.position.lat, lng: leg.stop.position.lng },
    agreedAt: iso(visit.from),
    leavesAt: iso(leg.leavesAt),
    arrivesAt: iso(leg.arrivesAt),
    startsAt: iso(leg.startsAt),
    endsAt: iso(leg.endsAt),
    travelMinutes: leg.travelMinutes,
    lateMinutes: leg.lateBy === 0 ? 0 : Math.ceil((leg.startsAt - visit.from) / MINUTE),
    bufferShortMinutes: Math.ceil(leg.bufferShort / MINUTE),
  };
}

/** The stops that are still ahead today in their best order (§6 travel, buffers), with what would be too late. */
export async function loadRoute({ services, session }: Signed): Promise<RouteView> {
  const now = services.clock.now();
  const worker = found(await workers.findById(services.db, session.userId));
  const { zone } = knownCity(worker.cityId);
  const { policy } = await policyOf(services, null);
  const day = localDayOf(now, zone);
  const visits = (await loadVisits(services, worker.id, { from: now - DAY, to: day.to })).filter((visit) => isAhead(visit) && !visit.crew);
  const { start, orderId, stops } = await aheadOf(services, worker, visits, policy, now);
  const planned = bestRoute(stops, start, { policy, travel: travelBy(worker.travelMode, policy) });
  const route = await withProvider(services, planned, start, worker, policy);
  const views = await Promise.all(
    route.legs.flatMap((leg) => {
      const visit = visits.find(({ order }) => order.id === leg.stop.id);
      return visit === undefined ? [] : [stopView(services, leg, visit)];
    }),
  );
  return {
    zone,
    from: start.position === null ? null : { position: { lat: start.position.lat, lng: start.position.lng }, orderId },
    stops: views,
    travelMinutes: route.travel,
    lateStops: route.legs.filter(({ lateBy }) => lateBy > 0).length,
    endsAt: route.legs.length === 0 ? null : iso(route.endsAt),
  };
}
