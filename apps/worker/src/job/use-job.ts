import type { QueuedStep } from "@lingong/client";
import { useOrderLive, usePerform, useTRPC } from "@lingong/client/react";
import type { OrderCommand, OrderView } from "@lingong/contracts";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Available, availableNow } from "./steps/available.ts";
import { type NextStep, nextStepOf } from "./steps/next-step.ts";
import { type ShownSteps, shownSteps } from "./steps/shown-steps.ts";
import { useWaitingSteps } from "./use-waiting-steps.ts";

/** One job as its page works with it. */
export interface Job {
  readonly order: OrderView;
  readonly available: readonly Available[];
  readonly next: NextStep | null;
  readonly steps: ShownSteps;
  /** Steps that wait on this device for the network. */
  readonly waiting: readonly QueuedStep[];
  /** Does a step now, or keeps it for the network. */
  readonly perform: (command: OrderCommand) => Promise<void>;
  /** The command under way; null: none. */
  readonly performing: string | null;
  readonly error: unknown;
}

/** Some steps open by the clock alone (leaving, starting): no hint says so, and an open job is asked anew. */
const renewedEvery = 30_000;

/** An order of this worker (none: null), live, and what may be done with it; steps that wait for the network count as taken. */
export function useJob(orderId: string | null) {
  const trpc = useTRPC();
  const query = useQuery(
    trpc.orders.get.queryOptions(
      { orderId: orderId ?? "" },
      { enabled: orderId !== null, refetchInterval: ({ state }) => (state.data?.endedAt === null ? renewedEvery : false) },
    ),
  );
  const waiting = useWaitingSteps(orderId);
  const step = usePerform(orderId ?? "");
  useOrderLive(orderId);
  const order = query.data;
  const { mutateAsync, isPending, variables, error } = step;
  const job = useMemo((): Job | null => {
    if (order === undefined) return null;
    const available = availableNow(order, waiting);
    return {
      order,
      available,
      next: nextStepOf(available),
      steps: shownSteps(order, waiting),
      waiting,
      perform: async (command) => void (await mutateAsync(command)),
      performing: isPending ? (variables?.type ?? null) : null,
      error,
    };
  }, [order, waiting, mutateAsync, isPending, variables, error]);
  return { query, job };
}

/** What may be done under a name; null: not now. */
export function actionOf(job: Job, command: string, subjectId: string | null = null): Available | null {
  return job.available.find((one) => one.command === command && (subjectId === null || one.subjectId === subjectId)) ?? null;
}
