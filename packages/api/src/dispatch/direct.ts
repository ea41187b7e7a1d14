import type { Services } from "../kernel/context.ts";
import { DomainException } from "../kernel/domain-exception.ts";
import { execute } from "../orders/execute.ts";

/** Codes that say: the order is no longer a direct booking that waits. */
const movedOn = new Set(["wrong_state", "conflict", "not_found"]);

/** The booked worker declined, let it pass or cannot be asked: open to all, or refunded, as the customer chose at place (§2). */
export async function refuseDirect(services: Services, orderId: string): Promise<void> {
  try {
    await execute(services, { orderId, actor: { role: "timer", id: "dispatch" }, command: { type: "directRefused" }, request: null });
  } catch (error) {
    if (error instanceof DomainException && movedOn.has(error.error.code)) return;
    throw error;
  }
}
