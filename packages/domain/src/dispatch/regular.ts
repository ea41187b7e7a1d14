import type { Instant } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";
import { exclusionOf } from "./eligibility.ts";
import { byId } from "./round-state.ts";
import { isBadReview } from "./score.ts";
import type { Job, WorkerSnapshot } from "./snapshot.ts";

/**
 * The regular an order is offered to first and alone (常客优先, §6): of the eligible workers who have completed orders with
 * this customer, and whose last review by them was not bad, the one with most; then the lower id. Null: nobody.
 */
export function regularFor(job: Job, workers: readonly WorkerSnapshot[], policy: Policy, now: Instant): string | null {
  const regulars = workers
    .map((worker) => ({ worker, completed: completedTogether(job, worker) }))
    .filter(({ worker, completed }) => completed > 0 && exclusionOf(job, worker, policy, now, "direct") === null)
    .sort((a, b) => b.completed - a.completed || byId(a.worker.id, b.worker.id));
  return regulars[0]?.worker.id ?? null;
}

/** Completed orders together that count for being a regular: none once the customer's last review was bad. */
function completedTogether(job: Job, worker: WorkerSnapshot): number {
  const together = Object.hasOwn(worker.together, job.customerId) ? worker.together[job.customerId] : undefined;
  return together === undefined || isBadReview(together.lastStars) ? 0 : together.completed;
}
