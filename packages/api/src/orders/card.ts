import type { OrderCard, Side } from "@lingong/contracts";
import { matching, orders, users, workers } from "@lingong/db";
import { type AddOn, commissionOf, type Facts, type Instant, type Order, prepaidFen } from "@lingong/domain";
import { publicName } from "../accounts/people.ts";
import { knownCategory } from "../catalog/lookup.ts";
import type { Services } from "../kernel/context.ts";
import { iso } from "../kernel/iso.ts";
import { policyOf } from "../policy/policies.ts";
import { dearestWorker } from "./terms/split.ts";
import { categoryRef } from "./view/category.ts";
import { deadlineView } from "./view/deadline.ts";
import { codeOf, expectedEnd } from "./view/order-view.ts";
import { openAddOns } from "./view/parts.ts";
import { customerSteps, workerSteps } from "./view/steps.ts";
import { travelOf } from "./view.ts";

/** What it came to, or will: the bill, else the booked price and its net. */
function amountsOf(order: Order, policy: Facts["policy"]): { readonly totalFen: number; readonly workerNetFen: number } {
  if (order.bill !== null) return { totalFen: order.bill.totalFen, workerNetFen: order.bill.workerNetFen };
  const totalFen = prepaidFen(order);
  const pinned = order.assignment?.pinned ?? { ...dearestWorker, plan: order.terms.plan };
  const net = commissionOf({ ...pinned, baseFen: totalFen - order.terms.travelFen }, policy).workerNetFen;
  return { totalFen, workerNetFen: net + order.terms.travelFen };
}

/** Until when the customer leaves free: 24 h before the start once a worker has accepted; before that, always (null). */
function freeUntil(order: Order, policy: Facts["policy"]): Instant | null {
  if (order.state !== "accepted" || order.startsAt === null) return null;
  return order.startsAt - policy.cancellation.freeFrom;
}

interface Names {
  readonly name: (order: Order) => string | null;
  readonly level: (order: Order) => number | null;
}

/** Names and levels of the other sides of many orders at once. */
async function counterparts(services: Services, list: readonly Order[], side: Side): Promise<Names> {
  const customers = await users.findMany(services.db, side === "worker" ? list.map((order) => order.customerId) : []);
  const workerIds = side === "worker" ? [] : list.flatMap((order) => order.assignment?.workerId ?? []);
  const [people, standings] = await Promise.all([users.findMany(services.db, workerIds), workers.findStandings(services.db, workerIds)]);
  return {
    name(order) {
      if (side === "worker") {
        const customer = customers.get(order.customerId);
        return customer === undefined ? null : publicName(customer, services.language);
      }
      return people.get(order.assignment?.workerId ?? "")?.displayName ?? null;
    },
    level: (order) => (order.assignment === null || side === "worker" ? null : (standings.get(order.assignment.workerId)?.level ?? 1)),
  };
}

/** Many orders as lines of a list, as one side sees them. */
export async function orderCards(services: Services, list: readonly Order[], side: Side): Promise<OrderCard[]> {
  const [names, waiting, places] = await Promise.all([
    counterparts(services, list, side),
    matching.findWaiting(
      services.db,
      list.filter((order) => order.state === "matching").map((order) => order.id),
    ),
    orders.findPlaces(
      services.db,
      list.filter((order) => order.state === "en_route").map((order) => order.id),
    ),
  ]);
  const asked = new Map(waiting.map((each) => [each.order.id, each.askedWorkerIds.length]));
  return Promise.all(
    list.map(async (order) => {
      const { policy } = await policyOf(services, order.assignment?.pinned.policyHash ?? null);
      const travel = await travelOf(services, order, { exactPosition: places.get(order.id)?.position ?? null, policy });
      return cardOf(order, side, { policy, names, travel, asked: asked.get(order.id) ?? 0 });
    }),
  );
}

interface CardParts {
  readonly policy: Facts["policy"];
  readonly names: Names;
  readonly travel: OrderCard["travel"];
  readonly asked: number;
}

function cardOf(order: Order, side: Side, { policy, names, travel, asked }: CardParts): OrderCard {
  const endsAt = expectedEnd(order);
  const forecast = { arrivesAt: travel === null ? null : Date.parse(travel.arrivesAt), endsAt };
  const open = openAddOns(order).filter((addOn) => waitsFor(addOn, side));
  return {
    id: order.id,
    code: codeOf(order.id),
    version: order.version,
    side,
    state: order.state,
    category: categoryRef(knownCategory(order.terms.categoryId)),
    zone: order.zone,
    district: order.terms.place?.district ?? null,
    startsAt: iso(order.startsAt),
    endsAt: iso(endsAt),
    bookedMinutes: order.terms.bookedMinutes,
    headcount: order.terms.headcount,
    prepaidFen: prepaidFen(order),
    ...amountsOf(order, policy),
    counterpartName: names.name(order),
    counterpartLevel: names.level(order),
    asked,
    steps: side === "worker" ? workerSteps(order, forecast) : customerSteps(order, forecast),
    deadline: deadlineView(order, policy),
    pendingAddOns: open.length,
    pendingAddOnFen: open.reduce((total, addOn) => total + addOn.fen, 0),
    freeUntil: iso(freeUntil(order, policy)),
    travel,
    needsAnswer: needsAnswer(order, side),
    createdAt: iso(order.createdAt),
  };
}

/** Whether an open add-on waits for this side: the other's proposal, or the customer's payment. */
function waitsFor(addOn: AddOn, side: Side): boolean {
  return addOn.state === "approved" ? side === "customer" : addOn.by !== side;
}

/** Whether it is this side's turn. */
function needsAnswer(order: Order, side: Side): boolean {
  if (order.rescheduleProposal !== null && order.rescheduleProposal.by !== side) return true;
  if (openAddOns(order).some((addOn) => waitsFor(addOn, side))) return true;
  if (side === "customer") return order.state === "awaiting_payment" || order.state === "awaiting_confirmation" || order.askedToCancel !== null;
  return side === "worker" && order.state === "accepted" && order.assignment?.timeConfirmedBy.includes("worker") === false;
}
