import type { AddressView, Side } from "@lingong/contracts";
import type { Instant, Order, Policy } from "@lingong/domain";
import type { ExactAddress } from "../terms/address.ts";

/** Whether somebody does the work: the worker, or one whom a team sends. */
function goesTo({ assignment }: Order, workerId: string): boolean {
  return assignment !== null && (assignment.workerId === workerId || assignment.crew.includes(workerId));
}

/**
 * Whether the worker may see the exact address (§9): from accept to 24 h after the work ends; when the assignment ends
 * otherwise (cancelled, expired), at once no more.
 */
export function seesExactAddress(order: Order, workerId: string, now: Instant, policy: Policy): boolean {
  if (!goesTo(order, workerId)) return false;
  switch (order.state) {
    case "accepted":
    case "en_route":
    case "arrived":
    case "in_service":
    case "paused":
      return true;
    case "awaiting_confirmation":
    case "disputed":
    case "completed":
    case "resolved": {
      const ended = order.service?.finishedAt ?? order.endedAt;
      return ended !== null && now < ended + policy.access.addressKeptAfterEnd;
    }
    default:
      return false;
  }
}

/** The address as one side may see it now. `exact` is null when it has been erased. */
export function addressView(
  order: Order,
  exact: ExactAddress | null,
  viewer: { readonly side: Side; readonly userId: string },
  now: Instant,
  policy: Policy,
): AddressView | null {
  const { place } = order.terms;
  if (place === null) return null;
  const sees = viewer.side !== "worker" || seesExactAddress(order, viewer.userId, now, policy);
  if (exact === null || !sees)
    return {
      visibility: "district",
      district: place.district,
      line: null,
      accessNotes: null,
      position: place.blurred,
      radiusMetres: policy.access.addressBlurMetres,
    };
  return {
    visibility: "exact",
    district: exact.district,
    line: exact.line,
    accessNotes: exact.accessNotes,
    position: exact.position,
    radiusMetres: 0,
  };
}
