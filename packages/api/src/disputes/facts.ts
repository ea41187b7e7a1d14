import type { DisputeClocks } from "@lingong/contracts";
import { arbitrators } from "@lingong/db";
import {
  type ArbitratorFact,
  type Command,
  endOfWorkingDays,
  HOUR,
  type Instant,
  type Order,
  type Policy,
  type WorkingDayClocks,
} from "@lingong/domain";
import type { Services } from "../kernel/context.ts";
import { iso } from "../kernel/iso.ts";

/** A clock that ends at 24:00 is noticed in the first moments of the next day: the next one counts from the day that has ended. */
const noticedWithin = HOUR;

/** The clocks of a disputed order that begin now, on the working-day calendar of its city. */
export function workingDayClocks(order: Pick<Order, "zone">, now: Instant, { disputes }: Policy): WorkingDayClocks {
  const { decidingWorkingDays, decidingWorkingDaysMost, appealWorkingDays } = disputes;
  return {
    deciding: endOfWorkingDays(decidingWorkingDays, now, order.zone),
    outside: endOfWorkingDays(decidingWorkingDaysMost, now, order.zone),
    escalated: endOfWorkingDays(decidingWorkingDaysMost - decidingWorkingDays, now - noticedWithin, order.zone),
    appeal: endOfWorkingDays(appealWorkingDays, now, order.zone),
  };
}

/** What would run if a dispute were opened now. */
export function clocksIfOpened(order: Pick<Order, "zone">, now: Instant, policy: Policy): DisputeClocks {
  const evidenceEndsAt = now + policy.disputes.evidence;
  const { deciding, outside } = workingDayClocks(order, evidenceEndsAt, policy);
  return {
    evidenceEndsAt: iso(evidenceEndsAt),
    decidesAt: iso(deciding.at),
    latestAt: iso(outside.at),
    unpublishedYears: [...outside.unpublishedYears],
  };
}

const appointing = new Set<Command["type"]>(["openDispute", "appealDispute", "assignArbitrator"]);

/** Whether a step may put somebody in charge; a look by an admin asks who could be. */
export function needsArbitrators(order: Order, command: Command | null, byAdmin: boolean): boolean {
  if (command === null) return byAdmin && order.state === "disputed";
  return appointing.has(command.type) || (command.type === "timeOut" && order.state === "disputed");
}

/** Everybody who may arbitrate, seen from this order. */
export function loadArbitrators(services: Services, order: Order, now: Instant, { disputes }: Policy): Promise<ArbitratorFact[]> {
  const partyIds = [order.customerId, order.assignment?.workerId].filter((id) => id !== undefined);
  return arbitrators.listForOrder(services.db, { orderId: order.id, partyIds, decidedSince: now - disputes.decidedRecently });
}
