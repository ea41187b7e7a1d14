import type { OrderView } from "@lingong/contracts";
import { type Instant, MINUTE } from "@lingong/domain";
import { CancellationLadder, useServerNow } from "@lingong/ui";

/** The steps by the clock, where the one that holds now costs what cancelling now costs; null where an event decides, not the clock. */
export function clockSteps({ cancellation, startsAt }: Pick<OrderView, "cancellation" | "startsAt">, now: Instant) {
  if (cancellation === null || startsAt === null || now >= Date.parse(startsAt)) return null;
  const steps = cancellation.steps.map(({ row, from, event, feeFen }) => ({ row, from: from === null ? null : Date.parse(from), event, feeFen }));
  const holds = steps.findLast(({ from, event }) => event === null && (from ?? now) <= now);
  return holds?.feeFen === cancellation.nowFeeFen ? steps : null;
}

/** What cancelling costs from now to the start, while the clock alone decides it. */
export function CancelLadder({ order }: { readonly order: OrderView }) {
  const now = useServerNow(MINUTE);
  const steps = clockSteps(order, now);
  return steps === null || order.startsAt === null ? null : <CancellationLadder steps={steps} startsAt={Date.parse(order.startsAt)} />;
}
