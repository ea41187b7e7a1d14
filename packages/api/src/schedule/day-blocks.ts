import type { DayBlock } from "@lingong/contracts";
import { customers, type RestBlock, users, type Worker, workers } from "@lingong/db";
import {
  bufferBetween,
  type CommittedInterval,
  dueAt,
  type Instant,
  type Interval,
  MINUTE,
  overlaps,
  type Policy,
  travelMinutesBetween,
} from "@lingong/domain";
import { publicName } from "../accounts/people.ts";
import { knownCategory } from "../catalog/lookup.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { openSealedAddress } from "../orders/address.ts";
import { seesExactAddress } from "../orders/view/address.ts";
import { categoryRef } from "../orders/view/category.ts";
import { policyOf } from "../policy/policies.ts";
import { expectedNet } from "../wallet/summary.ts";
import { isAhead, type Visit } from "./visits.ts";

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
    customerName: customer === null ? "" : publicName(customer, services.language),
    accessNotes: address?.accessNotes ?? null,
    together,
    netFen,
    position: sees ? visit.position : (order.terms.place?.blurred ?? null),
    next: isNext,
    deadline: due === null ? null : { at: iso(due.at), what: due.what },
    travelMinutes,
  };
}

/** A team's order to which it sends this worker: when and where, and with whom. What it pays is the team's. */
async function crewBlock({ services, session }: Signed, { order, from, to, position }: Visit): Promise<DayBlock> {
  const { policy } = await policyOf(services, order.assignment?.pinned.policyHash ?? null);
  const sees = seesExactAddress(order, session.userId, services.clock.now(), policy);
  const [team, address] = await Promise.all([
    users.findById(services.db, order.assignment?.workerId ?? ""),
    sees ? openSealedAddress(services, order) : null,
  ]);
  return {
    kind: "crew",
    from: iso(from),
    to: iso(to),
    orderId: order.id,
    state: order.state,
    category: categoryRef(knownCategory(order.terms.categoryId)),
    title: address?.line ?? order.terms.place?.district ?? "",
    accessNotes: address?.accessNotes ?? null,
    position: sees ? position : (order.terms.place?.blurred ?? null),
    teamName: team?.displayName ?? "",
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

export interface BlockContext {
  readonly worker: Worker;
  readonly policy: Policy;
  /** The order to go to now: the way to it begins where the worker is; null: none of these. */
  readonly nextOrderId: string | null;
}

/** Orders and the buffers before them, as the worker sees them, in their order. */
export async function orderBlocks(ctx: Signed, visits: readonly Visit[], { worker, policy, nextOrderId }: BlockContext): Promise<DayBlock[]> {
  const position = nextOrderId === null ? null : await workers.findPosition(ctx.services.db, worker.id);
  const blocks = await Promise.all(
    visits.map(async (visit, index) => {
      const before = visits[index - 1];
      const isNext = visit.order.id === nextOrderId;
      const from = isNext ? (position ?? before?.position ?? worker.home) : (before?.position ?? worker.home);
      const buffer = isAhead(visit) && visit.order.service === null ? bufferBlock(before, visit, worker, from, policy) : null;
      const travel = visit.order.terms.mode === "remote" ? null : travelMinutesBetween(from, visit.position, worker.travelMode, policy);
      const block = visit.crew ? await crewBlock(ctx, visit) : await orderBlock(ctx, visit, isNext, travel);
      return buffer === null ? [block] : [buffer, block];
    }),
  );
  return blocks.flat();
}

/** Rest within a window. */
export function restBlocksIn(rests: readonly RestBlock[], window: Interval): DayBlock[] {
  return rests.filter((rest) => overlaps(rest, window)).map(({ id, from, to }) => ({ kind: "rest", from: iso(from), to: iso(to), restBlockId: id }));
}

export function inOrder(blocks: readonly DayBlock[]): DayBlock[] {
  return blocks.toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** Whole minutes of a window that intervals fill. */
export function minutesWithin(window: Interval, intervals: readonly Interval[]): number {
  const within = ({ from, to }: Interval): Instant => Math.max(0, Math.min(window.to, to) - Math.max(window.from, from));
  return intervals.reduce((total, interval) => total + Math.floor(within(interval) / MINUTE), 0);
}
