import type { MatchingView, OrderView, PersonCard, TravelView } from "@lingong/contracts";
import { matching, offers, orders, photos, reviews, users, workers } from "@lingong/db";
import { distanceMetres, type Facts, type Instant, MINUTE, type Order, type Policy } from "@lingong/domain";
import { shortName } from "../accounts/people.ts";
import { recordLook } from "../admin/audit-log.ts";
import { readable } from "../disputes/complete.ts";
import { evidenceViews } from "../disputes/evidence.ts";
import { seesEvidence, seesPhoto } from "../disputes/visibility.ts";
import type { Services } from "../kernel/context.ts";
import { found } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { customerPersons, workerPersons } from "../people/cards.ts";
import { photoView } from "../photos/view.ts";
import { openSealedAddress } from "./address.ts";
import { settledOrder } from "./execute.ts";
import { loadFacts } from "./facts.ts";
import { viewerOf } from "./party.ts";
import { orderViewOf, type Viewer } from "./view/order-view.ts";

/** The other side of the order, as this side may know it. Admins see the worker. */
async function counterpartOf(services: Services, order: Order, viewer: Viewer): Promise<PersonCard | null> {
  if (viewer.side === "worker") return (await customerPersons(services, [order.customerId], viewer.userId)).get(order.customerId) ?? null;
  const workerId = order.assignment?.workerId ?? order.chosenQuote?.workerId;
  return workerId === undefined ? null : ((await workerPersons(services, [workerId], order.customerId)).get(workerId) ?? null);
}

/** Who of a team goes: to the customer in short, to the team and admins as they call themselves. */
async function crewOf({ db }: Services, { assignment }: Order, { side }: Viewer): Promise<OrderView["crew"]> {
  if (assignment === null || assignment.crew.length === 0) return [];
  const people = await users.findMany(db, assignment.crew);
  return assignment.crew.flatMap((id) => {
    const person = people.get(id);
    if (person === undefined) return [];
    return [{ id, name: side === "customer" ? shortName(person) : person.displayName }];
  });
}

/** Where the worker on the way is, and when they would arrive; only while travelling, to the customer and to the worker. */
export async function travelOf(services: Services, order: Order, facts: Pick<Facts, "exactPosition" | "policy">): Promise<TravelView | null> {
  if (order.state !== "en_route" || order.assignment === null || facts.exactPosition === null) return null;
  const [position, worker] = await Promise.all([
    workers.findPosition(services.db, order.assignment.workerId),
    workers.findById(services.db, order.assignment.workerId),
  ]);
  if (position === null || worker === null) return null;
  const point = { lat: position.lat, lng: position.lng };
  const { minutes } = await services.map.travel({ from: point, to: facts.exactPosition, mode: worker.travelMode, departsAt: position.at });
  return {
    position: point,
    destination: facts.exactPosition,
    at: iso(position.at),
    distanceMetres: distanceMetres(point, facts.exactPosition),
    travelMinutes: minutes,
    arrivesAt: iso(position.at + minutes * MINUTE),
    mode: worker.travelMode,
  };
}

/** Who alone is being asked now, booked directly or as a regular, and until when; null: nobody has it to themselves. */
async function exclusiveOf(services: Services, order: Order): Promise<MatchingView["exclusive"]> {
  const offer = (await offers.listForOrder(services.db, order.id)).find(
    ({ state, kind }) => state === "open" && (kind === "direct" || kind === "regular"),
  );
  if (offer === undefined) return null;
  const name = (await users.findById(services.db, offer.workerId))?.displayName ?? "";
  return { workerId: offer.workerId, name, kind: offer.kind === "direct" ? "direct" : "regular", until: iso(offer.expiresAt) };
}

/** How the search for a worker goes. */
async function matchingOf(services: Services, order: Order, policy: Policy): Promise<MatchingView | null> {
  if (order.state !== "matching") return null;
  const waiting = (await matching.findWaiting(services.db, [order.id]))[0];
  if (waiting === undefined) return null;
  return {
    exclusive: await exclusiveOf(services, order),
    asked: waiting.askedWorkerIds.length,
    openOffers: waiting.openOffers,
    wave: waiting.wave,
    inHall: waiting.wave >= policy.dispatch.waveRadiiKm.length,
    round: order.matching?.round ?? 0,
  };
}

/** Where this side stands with its review of the other. */
async function reviewOf(services: Services, order: Order, viewer: Viewer, now: Instant): Promise<OrderView["review"]> {
  const workerId = viewer.side === "worker" ? viewer.userId : (order.assignment?.workerId ?? order.formerAssignments.at(-1)?.workerId);
  const windowMayBeOpen = order.endedAt !== null || order.formerAssignments.length > 0;
  if (workerId === undefined || !windowMayBeOpen) return null;
  const [windows, written] = await Promise.all([reviews.listWindows(services.db, order.id), reviews.listForOrder(services.db, order.id)]);
  const window = windows.find((candidate) => candidate.workerId === workerId);
  if (window === undefined || now < window.opensAt) return null;
  const byWorker = written.some((review) => review.authorId === workerId);
  const byCustomer = written.some((review) => review.authorId === order.customerId && review.subjectId === workerId);
  return {
    windowClosesAt: iso(window.closesAt),
    mineGiven: viewer.side === "worker" ? byWorker : byCustomer,
    theirsGiven: viewer.side === "worker" ? byCustomer : byWorker,
    visible: window.publishedAt !== null,
  };
}

/** An order as the person who asks may see it, now. */
export async function viewOrder(ctx: Signed, order: Order): Promise<OrderView> {
  return viewOrderAs(ctx.services, order, viewerOf(ctx.session, order));
}

/** An order as one side sees it. */
export async function viewOrderAs(services: Services, kept: Order, viewer: Viewer): Promise<OrderView> {
  const order = readable(kept);
  const { db } = services;
  const now = services.clock.now();
  const facts = await loadFacts(services, order, { actor: viewer.actor, command: null }, now);
  const [events, address, ofOrder, ofTerms, counterpart, crew, travel, searching, review] = await Promise.all([
    orders.listEvents(db, order.id),
    openSealedAddress(services, order),
    photos.listForOrder(db, order.id),
    photos.findMany(db, order.terms.photoIds),
    counterpartOf(services, order, viewer),
    crewOf(services, order, viewer),
    travelOf(services, order, facts),
    matchingOf(services, order, facts.policy),
    reviewOf(services, order, viewer, now),
  ]);
  const seen = ofOrder.filter((photo) => seesPhoto(order, viewer.userId, photo));
  const shown = new Map([...ofTerms.values(), ...seen].map((photo) => [photo.id, photoView(services, photo)]));
  const evidence = seesEvidence(order, viewer.userId) ? await evidenceViews(services, order, shown) : null;
  return orderViewOf(
    order,
    viewer,
    {
      facts,
      events: events.map(({ event }) => event),
      address,
      photos: [...shown.values()],
      counterpart,
      crew,
      travel,
      matching: searching,
      review,
      evidence,
    },
    now,
  );
}

/** The page of one order. What is due is applied first, so that nobody looks at a state that is over. */
export async function loadOrderView(ctx: Signed, orderId: string): Promise<OrderView> {
  const { order } = found(await orders.findById(ctx.services.db, orderId));
  const { side } = viewerOf(ctx.session, order);
  if (side === "admin") await recordLook(ctx, { action: "order.read", subjectKind: "order", subjectId: orderId });
  const settled = await settledOrder(ctx.services, orderId, ctx.services.clock.now());
  return viewOrder(ctx, settled.order);
}
